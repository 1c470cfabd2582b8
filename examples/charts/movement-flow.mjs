import * as Plot from "@observablehq/plot";
import { movementColumns } from "chuan-ngheo/forms";
import { classStyle } from "./class-style.mjs";
import { fontSize, heading, ink, soft, svgText } from "./svg.mjs";
import { className, groupedNumber } from "./words.mjs";

const width = 760;
const margin = { left: 150, right: 166, top: 96, bottom: 16 };
const plotHeight = 420;
/** Share of the height that the gaps between the lists take. */
const gapShare = 0.15;
/** Widths, of 1 for the whole plot. */
const nodeWidth = 0.025;
const labelHeight = 15;

const outside = { ground: "#e5eee8", ink: "#3d6350" };
const other = { ground: "#eceae3", ink: "#56606d" };

const words = {
  vi: {
    title: "Biến động hộ nghèo, hộ cận nghèo giữa hai lần rà soát", before: "Đầu kỳ", after: "Cuối kỳ",
    outsideBefore: "Ngoài hai danh sách", outsideAfter: "Ra khỏi hai danh sách", other: "Lý do khác", unexplained: "Chưa rõ lý do",
    stays: "Không đổi", entered: (relapsed, arising) => `${relapsed} hoặc ${arising.toLowerCase()}`, households: (count) => `${count} hộ`,
    description: "Số hộ chuyển giữa danh sách hộ nghèo, danh sách hộ cận nghèo và ngoài hai danh sách.",
  },
  en: {
    title: "Movements of poor and near-poor households between two reviews", before: "Start of the period", after: "End of the period",
    outsideBefore: "Outside both lists", outsideAfter: "Off both lists", other: "Other reasons", unexplained: "Reason not known",
    stays: "No change", entered: (relapsed, arising) => `${relapsed} or ${arising.toLowerCase()}`, households: (count) => `${count} households`,
    description: "Households that move between the list of poor households, that of near-poor households, and neither.",
  },
};

/**
 * Movements between two reviews as a flow: from the lists at the start of the period to those at its end.
 *
 * @param movements - `form2` and `form3` of an area, from `rollUpMovements`, `tabulateMovements` or a panel.
 * @param options - `subtitle`; `locale`, `vi` or `en`.
 * @returns {string} SVG.
 */
export function movementFlowChart({ form2, form3 }, { subtitle, locale = "vi" }) {
  const say = words[locale];
  const flows = flowsOf(form2.households, form3.households, say, locale).filter(({ households }) => households > 0);
  const total = flows.reduce((sum, { households }) => sum + households, 0);
  const gap = total * gapShare / 3;
  const before = stacked(flows, "from", gap);
  const after = stacked(flows, "to", gap);
  const top = Math.max(total, before.end, after.end);
  const names = {
    before: { poor: className("poor", locale), "near-poor": className("near-poor", locale), outside: say.outsideBefore, other: say.other },
    after: { poor: className("poor", locale), "near-poor": className("near-poor", locale), outside: say.outsideAfter, other: say.other, unexplained: say.unexplained },
  };
  const style = (name) => classStyle[name] ?? (name === "outside" ? outside : other);
  const [left, right] = [nodeWidth, 1 - nodeWidth];
  // Those who move lie over those who stay.
  const bands = [...flows].sort((one, two) => Number(two.from === two.to) - Number(one.from === one.to)).map((flow) => {
    const [one, two] = [before.places.get(flow), after.places.get(flow)];
    const points = [{ x: left, y1: one, y2: one + flow.households }, { x: right, y1: two, y2: two + flow.households }];
    const { ground, ink: line } = style(flow.from);
    return Plot.areaY(points, { x: "x", y1: "y1", y2: "y2", curve: "bump-x", fill: ground, fillOpacity: flow.from === "poor" ? 0.55 : 0.92, stroke: line, strokeWidth: 0.8, className: `flow ${flow.from} ${flow.to}` });
  });
  const labels = apart(flows.map((flow) => ({ text: `${flow.label}: ${groupedNumber(flow.households, locale)}`, y: after.places.get(flow) + flow.households / 2 })), (labelHeight / plotHeight) * top);
  const nodeMarks = ({ nodes }, [from, to], side) => nodes.map((node) => [
    Plot.rect([node], { x1: from, x2: to, y1: "from", y2: "to", fill: style(node.name).ground, stroke: style(node.name).ink, strokeWidth: 1, className: "list" }),
    Plot.text([node], {
      x: side === "before" ? from : to, y: ({ from: low, to: high }) => (low + high) / 2, textAnchor: side === "before" ? "end" : "start", dx: side === "before" ? -8 : 8,
      text: () => `${names[side][node.name]}\n${say.households(groupedNumber(node.households, locale))}`, fontSize, fontWeight: 600, fill: ink, lineHeight: 1.25, lineWidth: 12,
    }),
  ]);

  return svgText({
    width, height: margin.top + margin.bottom + plotHeight, marginLeft: margin.left, marginRight: margin.right, marginTop: margin.top, marginBottom: margin.bottom,
    x: { domain: [0, 1], axis: null }, y: { domain: [0, top], reverse: true, axis: null },
    marks: [
      bands,
      nodeMarks(before, [0, left], "before"),
      nodeMarks(after, [right, 1], "after"),
      Plot.text(labels, { x: right, y: "y", text: "text", textAnchor: "end", dx: -10, fontSize: 12, fill: ink, stroke: "#fff", strokeWidth: 3.5, strokeOpacity: 0.85 }),
      Plot.text([say.before], { frameAnchor: "top-left", textAnchor: "start", text: String, dy: -18, fontSize, fill: soft }),
      Plot.text([say.after], { frameAnchor: "top-right", textAnchor: "end", text: String, dy: -18, fontSize, fill: soft }),
      heading([say.title, subtitle], margin),
    ],
  }, {
    id: "chart-movement-flow", title: say.title, locale,
    description: `${say.description} ${flows.map((flow) => `${names.before[flow.from]} → ${names.after[flow.to]}, ${flow.label}: ${groupedNumber(flow.households, locale)}.`).join(" ")}`,
  });
}

/** Every way from a list to a list, by the columns of forms 2 and 3, with their official titles. */
function flowsOf(poor, nearPoor, say, locale) {
  const label = (form, column) => movementColumns[form][column - 1].label[locale];
  const column = (form, number) => (form === 2 ? poor : nearPoor).columns[number];
  const counted = (from, to, form, number) => ({ from, to, households: column(form, number), label: label(form, number) });
  const entered = (to, form, line) => ({ from: "outside", to, households: line.entered, label: say.entered(label(form, 6), label(form, 7)) });
  const stays = (name, { columns, unexplained }) => ({ from: name, to: name, households: columns[1] - columns[2] - columns[3] - columns[4] - unexplained, label: say.stays });
  return [
    stays("poor", poor), counted("poor", "near-poor", 2, 2), counted("poor", "outside", 2, 3), counted("poor", "other", 2, 4),
    { from: "poor", to: "unexplained", households: poor.unexplained, label: say.unexplained },
    counted("near-poor", "poor", 2, 5), stays("near-poor", nearPoor), counted("near-poor", "outside", 3, 2), counted("near-poor", "other", 3, 4),
    { from: "near-poor", to: "unexplained", households: nearPoor.unexplained, label: say.unexplained },
    entered("poor", 2, poor), entered("near-poor", 3, nearPoor),
    counted("other", "poor", 2, 8), counted("other", "near-poor", 3, 8),
  ];
}

const order = ["poor", "near-poor", "outside", "other", "unexplained"];

/** The lists of one side under each other, and within them where each flow begins. */
function stacked(flows, side, gap) {
  const opposite = side === "from" ? "to" : "from";
  const places = new Map();
  const nodes = [];
  let end = 0;
  for (const name of order) {
    const own = flows.filter((flow) => flow[side] === name).sort((one, two) => order.indexOf(one[opposite]) - order.indexOf(two[opposite]));
    if (own.length === 0) continue;
    const from = nodes.length === 0 ? 0 : end + gap;
    end = from;
    for (const flow of own) {
      places.set(flow, end);
      end += flow.households;
    }
    nodes.push({ name, from, to: end, households: own.reduce((sum, { households }) => sum + households, 0) });
  }
  return { places, nodes, end };
}

/** Labels moved down where they would touch the one above. */
function apart(labels, least) {
  const sorted = [...labels].sort((one, two) => one.y - two.y);
  return sorted.reduce((placed, label) => [...placed, { ...label, y: Math.max(label.y, (placed.at(-1)?.y ?? -Infinity) + least) }], []);
}
