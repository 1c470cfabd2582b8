import * as Plot from "@observablehq/plot";
import { printedPercent } from "chuan-ngheo";
import { classStyle } from "./class-style.mjs";
import { fontSize, heading, ink, pad, soft, svgText } from "./svg.mjs";
import { capitalised, className, groupedNumber } from "./words.mjs";

const width = 720;
const margin = { left: 272, right: 100, top: 96, bottom: 46 };
const rowHeight = 19;

const words = {
  vi: {
    title: "Hộ thiếu hụt theo từng chỉ số", axis: "% số hộ cùng diện",
    households: (count) => `${count} hộ`,
    description: "Tỷ lệ hộ thiếu hụt từng chỉ số trong số hộ nghèo và trong số hộ cận nghèo.",
    range: "từ ít nhất đến nhiều nhất, khi có hộ chưa rõ",
  },
  en: {
    title: "Households deprived in each indicator", axis: "% of the households of the class",
    households: (count) => `${count} households`,
    description: "The share of poor and of near-poor households that are deprived in each indicator.",
    range: "least to most, where not known of some",
  },
};

/**
 * The deprivation profile of an area: of its poor and of its near-poor households, the share that is deprived in each
 * indicator, as a bar to the least and a rule to the most that it can be.
 *
 * @param standard - The standard, for the names of its indicators.
 * @param deprivations - The row of the area from `tabulateDeprivations`.
 * @param options - `subtitle`, for instance the name of the area and the year; `locale`, `vi` or `en`.
 * @returns {string} SVG.
 */
export function deprivationProfileChart(standard, { poor, nearPoor }, { subtitle, locale = "vi" }) {
  const say = words[locale];
  const groups = [{ class: "poor", ...poor }, { class: "near-poor", ...nearPoor }].filter(({ households }) => households > 0);
  const rows = groups.flatMap((group) => standard.indicators.map(({ label }, index) => {
    const { low, high } = group.indicators[index];
    const [least, most] = [low, high].map((numerator) => printedPercent({ numerator, denominator: group.households }, { locale }));
    return {
      class: group.class, indicator: capitalised(label[locale]), low: (100 * low) / group.households, high: (100 * high) / group.households,
      text: low === high ? least : `${least.slice(0, -1)}–${most}`,
    };
  }));
  const indicators = standard.indicators.map(({ label }) => capitalised(label[locale]));
  const height = margin.top + margin.bottom + indicators.length * (groups.length * rowHeight + 9);
  const end = Math.min(100, Math.ceil(Math.max(1, ...rows.map(({ high }) => high)) / 10) * 10);
  const channels = { y: "class", fy: "indicator" };
  const marksOf = (name) => {
    const own = rows.filter((row) => row.class === name);
    const { ground, ink: line } = classStyle[name];
    return [
      Plot.barX(own, { ...channels, x: "low", fill: ground, stroke: line, strokeWidth: 1, className: `bar ${name}` }),
      Plot.ruleY(own.filter(({ low, high }) => low < high), { ...channels, x1: "low", x2: "high", stroke: line, strokeWidth: 2, className: "range" }),
      Plot.tickX(own.filter(({ low, high }) => low < high), { ...channels, x: "high", stroke: line, strokeWidth: 2, insetTop: 3, insetBottom: 3 }),
    ];
  };

  const hasRange = rows.some(({ low, high }) => low < high);
  return svgText({
    width, height, marginLeft: margin.left, marginRight: margin.right, marginTop: margin.top, marginBottom: margin.bottom,
    x: { domain: [0, end], label: null, axis: null },
    y: { domain: groups.map((group) => group.class), axis: null, padding: 0.12 },
    fy: { domain: indicators, axis: null, padding: 0.16 },
    marks: [
      Plot.gridX({ ticks: end / 10, stroke: soft, strokeOpacity: 0.25 }),
      groups.map((group) => marksOf(group.class)),
      Plot.text(rows, { ...channels, x: "high", text: "text", textAnchor: "start", dx: 7, fontSize: 12, fill: ink }),
      Plot.axisFy({ anchor: "left", label: null, tickSize: 0, fontSize, dx: -4, fill: ink }),
      Plot.ruleX([0], { stroke: ink }),
      Plot.axisX({ anchor: "bottom", label: null, ticks: end / 10, fontSize, tickSize: 0 }),
      Plot.text([say.axis], { frameAnchor: "bottom", facetAnchor: "bottom", text: String, dy: 36, fontSize, fontWeight: 600 }),
      heading([say.title, subtitle], margin, { facetAnchor: "top" }),
      hasRange ? rangeKey(say.range, groups.length) : [],
      groups.map((group, index) => key(group, index, `${className(group.class, locale)}: ${say.households(groupedNumber(group.households, locale))}`)),
    ],
  }, {
    id: "chart-deprivation-profile", title: say.title, locale,
    description: [
      say.description,
      ...groups.map((group) => `${className(group.class, locale)}, ${say.households(groupedNumber(group.households, locale))}: ${rows.filter((row) => row.class === group.class).map(({ indicator, text }) => `${indicator} ${text}`).join("; ")}.`),
      ...(hasRange ? [`${capitalised(say.range)}.`] : []),
    ].join(" "),
  });
}

const keyPlace = { frameAnchor: "top-left", facetAnchor: "top", dy: -margin.top + 66 };
/** Where the parts of the key begin. */
const keyStarts = [0, 172, 384];

/** What the rules mean. */
function rangeKey(text, index) {
  const left = -margin.left + pad + keyStarts[index];
  return [
    Plot.text(["├──┤"], { ...keyPlace, dx: left, textAnchor: "start", lineAnchor: "middle", text: String, fontSize: 11 }),
    Plot.text([text], { ...keyPlace, dx: left + 36, textAnchor: "start", lineAnchor: "middle", text: String, fontSize }),
  ];
}

/** A class with its ground and its households. */
function key({ class: name }, index, text) {
  const { ground, ink: line } = classStyle[name];
  const left = -margin.left + pad + 7 + keyStarts[index];
  return [
    Plot.dot([0], { ...keyPlace, dx: left, r: 7, symbol: "square", fill: ground, stroke: line }),
    Plot.text([text], { ...keyPlace, dx: left + 14, textAnchor: "start", lineAnchor: "middle", text: String, fontSize }),
  ];
}
