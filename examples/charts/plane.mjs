import * as Plot from "@observablehq/plot";
import { classStyle } from "./class-style.mjs";
import { fontSize, heading, ink, svgText } from "./svg.mjs";
import { capitalised, className, groupedNumber, writtenNumber } from "./words.mjs";

const width = 560;
const margin = { left: 50, right: 12, top: 82, bottom: 50 };
const rowHeight = 26;
/** Room below the row of no deprivation, for the name of a class that has only few rows. */
const footRows = 1.3;

const words = {
  vi: {
    title: { rural: "Thu nhập và số chỉ số thiếu hụt: khu vực nông thôn", urban: "Thu nhập và số chỉ số thiếu hụt: khu vực thành thị" },
    million: "triệu", count: "số chỉ số thiếu hụt", income: "thu nhập bình quân, triệu đồng/người/tháng",
    description: (households, lines) => `${households} hộ theo thu nhập bình quân và số chỉ số thiếu hụt. Các mức chuẩn: ${lines} triệu đồng. `,
    open: "có chỉ số chưa rõ: từ ít nhất đến nhiều nhất",
  },
  en: {
    title: { rural: "Income and deprived indicators: rural areas", urban: "Income and deprived indicators: urban areas" },
    million: "million", count: "deprived indicators", income: "income, million VND per person per month",
    description: (households, lines) => `${households} households by income per person and number of deprived indicators. The lines: ${lines} million VND. `,
    open: "some indicators unknown: from the fewest to the most",
  },
};

/**
 * The plane of a residence: the classes as the tiles of the standard, the households as points; one with unknown
 * indicators is a line from the fewest to the most.
 *
 * @param standard - Whose tiles are drawn.
 * @param classified - `{ household, classification }` of every household.
 * @param options - `residence`, `rural` or `urban`; `subtitle`; `locale`, `vi` or `en`.
 * @returns {string} SVG.
 */
export function planeChart(standard, classified, { residence, subtitle, locale = "vi" }) {
  const say = words[locale];
  const indicators = standard.indicators.length;
  const tiles = standard.classes.flatMap((rule) => rule.tiles.filter((tile) => (tile.residence ?? residence) === residence).map((tile) => bounds(tile, rule.class, indicators)));
  const lines = [...new Set(tiles.map(({ to }) => to).filter(Number.isFinite))].sort((one, other) => one - other);
  const end = Math.max(...lines) * 1.4;
  const points = classified
    .filter(({ household }) => household.residence === residence)
    .map(({ household, classification }, index) => pointOf(household, classification, index, end));
  const bottom = -0.5 - footRows;
  const height = margin.top + margin.bottom + (indicators + 1 + footRows) * rowHeight;
  const pixels = (millions) => (Math.min(millions, end) / end) * (width - margin.left - margin.right);
  const names = tiles.map((tile) => {
    // At the top of a high tile, at the foot of a low one.
    const isHigh = tile.most - tile.least > 4;
    return { ...tile, x: (tile.from + Math.min(tile.to, end)) / 2, y: isHigh ? indicators : tile.least - 0.5 - footRows / 2, room: (pixels(tile.to) - pixels(tile.from) - 10) / fontSize };
  });
  const withClass = (found, render) => Object.keys(classStyle).flatMap((name) => {
    const own = found.filter((each) => each.class === name);
    return own.length === 0 ? [] : render(own, classStyle[name]);
  });

  const written = lines.map((line) => writtenNumber(line, locale));
  const count = (name) => groupedNumber(points.filter((point) => point.class === name).length, locale);
  const title = say.title[residence];
  return svgText({
    width, height, marginLeft: margin.left, marginRight: margin.right, marginTop: margin.top, marginBottom: margin.bottom,
    x: { domain: [0, end], label: null, axis: null },
    y: { domain: [bottom, indicators + 0.5], label: null, axis: null },
    marks: [
      withClass(tiles, (own, { tint }) => Plot.rect(own, { x1: "from", x2: ({ to }) => Math.min(to, end), y1: ({ least }) => (least === 0 ? bottom : least - 0.5), y2: ({ most }) => most + 0.5, fill: tint, stroke: "#fff", strokeWidth: 2, className: "tile" })),
      Plot.ruleY(Array.from({ length: indicators + 1 }, (_, row) => row - 0.5), { stroke: "#fff", strokeOpacity: 0.75 }),
      withClass(points.filter(({ least, most }) => least < most), (own, style) => Plot.ruleX(own, { x: "income", y1: "low", y2: "high", stroke: style.ink, strokeOpacity: 0.45 })),
      withClass(points, (own, style) => Plot.dot(own, { x: "income", y: "low", r: 2.6, symbol: style.symbol, fill: style.ground, fillOpacity: 0.8, stroke: style.ink, strokeWidth: 0.9, className: "households" })),
      Plot.ruleX(lines, { stroke: ink, strokeWidth: 1.3, strokeDasharray: "4 3", insetTop: -6 }),
      Plot.text(lines, { x: (line) => line, frameAnchor: "top", dy: -17, text: (line) => `${writtenNumber(line, locale)} ${say.million}`, fontSize, fontWeight: 600 }),
      names.map((tile) => Plot.text([tile], {
        x: "x", y: "y", text: ({ class: name }) => className(name, locale), lineWidth: tile.room, fontSize: 14, fontWeight: 700, lineAnchor: tile.y === indicators ? "top" : "middle", dy: tile.y === indicators ? -8 : 0,
        fill: classStyle[tile.class].text, stroke: classStyle[tile.class].tint, strokeWidth: 4,
      })),
      Plot.text(Array.from({ length: indicators + 1 }, (_, row) => row), { x: 0, y: (row) => row, text: String, textAnchor: "end", dx: -8, fontSize }),
      Plot.text(Array.from({ length: Math.floor(end) + 1 }, (_, tick) => tick), { x: (tick) => tick, frameAnchor: "bottom", text: String, dy: 14, fontSize }),
      Plot.text([say.income], { frameAnchor: "bottom", text: String, dy: 34, fontSize, fontWeight: 600 }),
      Plot.text([say.count], { frameAnchor: "left", text: String, dx: -36, rotate: -90, fontSize, fontWeight: 600 }),
      heading([title, subtitle], margin),
    ],
  }, {
    id: `chart-plane-${residence}`, title, locale,
    description: say.description(groupedNumber(points.length, locale), written.join("; "))
      + standard.classes.map((rule) => `${className(rule.class, locale)}: ${count(rule.class)}.`).join(" ")
      + (points.some(({ least, most }) => least < most) ? ` ${capitalised(say.open)}.` : ""),
  });
}

/** A tile in millions of VND per person per month, from excluded; and numbers of indicators, both included. */
function bounds({ incomeOver, incomeUpTo, deprivationsFrom, deprivationsTo }, name, indicators) {
  return { class: name, from: millions(incomeOver) ?? 0, to: millions(incomeUpTo) ?? Infinity, least: deprivationsFrom ?? 0, most: deprivationsTo ?? indicators };
}

function millions(line) {
  return line === undefined ? null : line.amount / (line.per === "year" ? 12 : 1) / 1_000_000;
}

/** Only for the picture: no class is decided by this division. */
function incomeOf({ annualIncomeVnd, monthlyIncomePerPersonVnd, persons }) {
  return Number(monthlyIncomePerPersonVnd ?? Number(annualIncomeVnd) / persons / 12) / 1_000_000;
}

function pointOf(household, { class: found, possible, count: [least, most] }, index, end) {
  // Points of one row lie beside each other: a spread that repeats itself late, and is the same each time.
  const spread = ((index * 0.618034) % 1) * 0.66 - 0.33;
  return { class: found ?? possible[0], income: Math.min(incomeOf(household), end), least, most, low: least + spread, high: most + spread };
}
