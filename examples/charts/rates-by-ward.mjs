import * as Plot from "@observablehq/plot";
import { printedPercent } from "chuan-ngheo";
import { classStyle } from "./class-style.mjs";
import { fontSize, heading, ink, pad, soft, svgText } from "./svg.mjs";
import { capitalised, className } from "./words.mjs";

const width = 720;
const margin = { left: 150, right: 100, top: 96, bottom: 48 };
const rowHeight = 24;

const words = {
  vi: {
    title: "Tỷ lệ hộ nghèo, hộ cận nghèo theo địa bàn", axis: "% số hộ dân cư",
    description: "Tỷ lệ hộ nghèo và hộ cận nghèo của từng địa bàn trong tổng số hộ dân cư.",
    range: "từ thấp nhất đến cao nhất, khi có hộ chưa xác định được diện", none: "không tính được",
  },
  en: {
    title: "Poor and near-poor households by area", axis: "% of resident households",
    description: "Poor and near-poor households of each area, as shares of all resident households.",
    range: "lowest to highest, where the class of some is open", none: "not computable",
  },
};
const rateNames = { poor: "poorHouseholds", "near-poor": "nearPoorHouseholds" };

/**
 * Rates of areas: a point where a rate is known, a rule from the lowest to the highest where some classes are open.
 *
 * @param rates - Rows of `areaRates` with the `name` of each area, each name once.
 * @param options - `subtitle`; `locale`, `vi` or `en`.
 * @returns {string} SVG.
 */
export function ratesByWardChart(rates, { subtitle, locale = "vi" }) {
  const say = words[locale];
  const rows = rates.flatMap((row) => Object.entries(rateNames).map(([name, rate]) => ({ class: name, area: row.name, ...rangeOf(row.rates[rate], say.none, locale) })));
  const known = rows.filter(({ high }) => high !== null);
  const end = Math.max(0.5, ...known.map(({ high }) => high)) * 1.04;
  const height = margin.top + margin.bottom + rates.length * (2 * rowHeight + 14);
  const hasRange = known.some(({ low, high }) => low < high);
  const channels = { y: "class", fy: "area" };
  const marksOf = (name) => {
    const own = known.filter((row) => row.class === name);
    const { ground, ink: line, symbol } = classStyle[name];
    const ranges = own.filter(({ low, high }) => low < high);
    return [
      Plot.ruleY(own, { ...channels, x1: 0, x2: "low", stroke: soft, strokeOpacity: 0.4 }),
      Plot.ruleY(ranges, { ...channels, x1: "low", x2: "high", stroke: line, strokeWidth: 3, className: `range ${name}` }),
      ["low", "high"].map((edge) => Plot.dot(ranges, { ...channels, x: edge, r: 4, symbol, fill: ground, stroke: line, strokeWidth: 1.5 })),
      Plot.dot(own.filter(({ low, high }) => low === high), { ...channels, x: "low", r: 6, symbol, fill: ground, stroke: line, strokeWidth: 1.5, className: `rate ${name}` }),
    ];
  };

  return svgText({
    width, height, marginLeft: margin.left, marginRight: margin.right, marginTop: margin.top, marginBottom: margin.bottom,
    x: { domain: [0, end], label: null, axis: null },
    y: { type: "band", domain: Object.keys(rateNames), axis: null, padding: 0 },
    fy: { domain: rates.map(({ name }) => name), axis: null, padding: 0.22 },
    marks: [
      Plot.gridX({ ticks: 6, stroke: soft, strokeOpacity: 0.25 }),
      Object.keys(rateNames).map(marksOf),
      Plot.text(rows, { ...channels, x: ({ high }) => high ?? 0, text: "text", textAnchor: "start", dx: 12, fontSize, fill: ink }),
      Plot.axisFy({ anchor: "left", label: null, tickSize: 0, fontSize, dx: -4, fill: ink, lineWidth: 10 }),
      Plot.ruleX([0], { stroke: ink }),
      Plot.axisX({ anchor: "bottom", label: null, ticks: 6, fontSize, tickSize: 0, tickFormat: (tick) => tickText(tick, locale) }),
      Plot.text([say.axis], { frameAnchor: "bottom", facetAnchor: "bottom", text: String, dy: 38, fontSize, fontWeight: 600 }),
      heading([say.title, subtitle], margin, { facetAnchor: "top" }),
      Object.keys(rateNames).map((name, index) => key(name, index, locale)),
      hasRange ? rangeKey(say.range) : [],
    ],
  }, {
    id: "chart-rates-by-ward", title: say.title, locale,
    description: [
      say.description,
      ...rates.map(({ name }) => `${name}: ${rows.filter(({ area }) => area === name).map((row) => `${className(row.class, locale)} ${row.text}`).join("; ")}.`),
      ...(hasRange ? [`${capitalised(say.range)}.`] : []),
    ].join(" "),
  });
}

function rangeOf(rate, none, locale) {
  if (rate === null) return { low: null, high: null, text: none };
  const [low, high] = [rate.low, rate.high].map(({ numerator, denominator }) => (100 * numerator) / denominator);
  const [least, most] = [rate.low, rate.high].map((ratio) => printedPercent(ratio, { locale }));
  return { low, high, text: low === high ? least : `${least.slice(0, -1)}–${most}` };
}

function tickText(tick, locale) {
  const text = String(Number(tick.toFixed(2)));
  return locale === "vi" ? text.replace(".", ",") : text;
}

const keyPlace = { frameAnchor: "top-left", facetAnchor: "top", dy: -margin.top + 66 };
const keyWidth = 130;

/** What the rules mean. */
function rangeKey(text) {
  const left = -margin.left + pad + 2 * keyWidth;
  return [
    Plot.text(["├──┤"], { ...keyPlace, dx: left, textAnchor: "start", lineAnchor: "middle", text: String, fontSize: 11 }),
    Plot.text([text], { ...keyPlace, dx: left + 42, textAnchor: "start", lineAnchor: "middle", text: String, fontSize }),
  ];
}

/** A class with its mark. */
function key(name, index, locale) {
  const { ground, ink: line, symbol } = classStyle[name];
  const left = -margin.left + pad + 7 + index * keyWidth;
  return [
    Plot.dot([0], { ...keyPlace, dx: left, r: 6, symbol, fill: ground, stroke: line, strokeWidth: 1.5 }),
    Plot.text([className(name, locale)], { ...keyPlace, dx: left + 14, textAnchor: "start", lineAnchor: "middle", text: String, fontSize }),
  ];
}
