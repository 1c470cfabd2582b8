import { classNames } from "./class-names.mjs";
import { html } from "./html.mjs";

const width = 480;
const margin = { left: 44, right: 8, top: 30, bottom: 62 };
const rowHeight = 26;
/** Room below the row of no deprivation, for the name of a class that has only few rows. */
const footRoom = 42;
/** Income shown, in millions of VND per person per month. */
const incomeEnd = 4.2;

const plotWidth = width - margin.left - margin.right;
const x = (millions) => margin.left + (Math.max(0, Math.min(millions, incomeEnd)) / incomeEnd) * plotWidth;
/** An income line, with the unit of the axis. */
const written = (millions) => `${String(millions).replace(".", ",")} triệu`;
const decimals = (value) => Number(value.toFixed(1));

/**
 * The plane income per person × number of deprived indicators of one residence: the classes as the standard's tiles,
 * the households as points.
 *
 * @param standard - Whose tiles are drawn.
 * @param classified - `{ household, classification }` of every household.
 * @param residence - `urban` or `rural`.
 * @param title - `vi` and `en`.
 */
export function planeFigure(standard, classified, residence, title) {
  const indicators = standard.indicators.length;
  const bottom = margin.top + (indicators + 1) * rowHeight + footRoom;
  const height = bottom + margin.bottom;
  const y = (count) => bottom - footRoom - (count + 0.5) * rowHeight;
  const here = classified.filter(({ household }) => household.residence === residence);
  const tiles = standard.classes.flatMap((rule) =>
    rule.tiles.filter((tile) => (tile.residence ?? residence) === residence).map((tile) => ({ ...bounds(tile, indicators), class: rule.class })),
  );
  const lines = [...new Set(tiles.flatMap(({ from, to }) => [from, to]).filter((line) => line > 0 && Number.isFinite(line)))];
  const id = `plane-${residence}`;
  return html`<svg class="plane" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${title.vi} · ${title.en}</title>
<desc id="${id}-desc">${here.length} hộ theo thu nhập bình quân và số chỉ số thiếu hụt; bảng bên dưới có cùng số liệu. ${here.length} households by income per person and number of deprived indicators; the table below holds the same figures.</desc>
${tiles.map((tile) => tileRectangle(tile, y, bottom))}
<g class="grid">${Array.from({ length: indicators }, (_, count) => html`<path d="M${margin.left} ${y(count + 0.5)}H${width - margin.right}"/>`)}</g>
${here.map((one, index) => mark(one, index, y))}
${tiles.map((tile) => tileLabel(tile, y, bottom))}
${lines.map((line) => html`<path class="line" d="M${decimals(x(line))} ${margin.top - 6}V${bottom}"/><text class="line-label" x="${decimals(x(line))}" y="${margin.top - 11}">${written(line)}</text>`)}
${axes(indicators, bottom, y)}
</svg>`;
}

/** A tile in millions of VND per person per month, from excluded; and numbers of indicators, both included. */
function bounds({ incomeOver, incomeUpTo, deprivationsFrom, deprivationsTo }, indicators) {
  return { from: millions(incomeOver) ?? 0, to: millions(incomeUpTo) ?? Infinity, least: deprivationsFrom ?? 0, most: deprivationsTo ?? indicators };
}

function millions(line) {
  return line === undefined ? null : line.amount / (line.per === "year" ? 12 : 1) / 1_000_000;
}

function tileRectangle({ from, to, least, most, class: name }, y, foot) {
  const [left, right, top, bottom] = [x(from), x(to), y(most + 0.5), least === 0 ? foot : y(least - 0.5)].map(decimals);
  return html`<rect class="tile ${classNames[name].mark}" x="${left}" y="${top}" width="${decimals(right - left)}" height="${decimals(bottom - top)}"/>`;
}

/** The name of a class in its tile: at the top of a high one, at the foot of a low one. */
function tileLabel({ from, to, least, most, class: name }, y, foot) {
  const { vi, en, mark: style } = classNames[name];
  const middle = decimals((x(from) + x(to)) / 2);
  const top = most - least > 4 ? y(most) + 6 : foot - 24;
  const narrow = x(to) - x(from) < 85;
  const text = [...vi.map((line) => html`<tspan x="${middle}" dy="${vi[0] === line ? 0 : 19}">${line}</tspan>`), html`<tspan class="en" lang="en" x="${middle}" dy="17">${en}</tspan>`];
  return html`<text class="tile-label ${style}${narrow ? " narrow" : ""}" x="${middle}" y="${decimals(top)}">${text}</text>`;
}

/** One household: a point, or a ring with a line where some indicators are unknown, from the fewest to the most. */
function mark({ household, classification }, index, y) {
  const [least, most] = classification.count;
  const style = classNames[classification.class ?? classification.possible[0]].mark;
  const income = incomePerMonth(household);
  // Points of one row lie beside each other: a spread that repeats itself late, and is the same each time.
  const spread = ((index * 0.618034) % 1) * 0.66 - 0.33;
  const [cx, cy] = [decimals(x(income)), decimals(y(least + spread))];
  if (least === most) return html`<circle class="point ${style}" cx="${cx}" cy="${cy}" r="2.7"/>`;
  return html`<path class="open ${style}" d="M${cx} ${decimals(cy - 2.7)}V${decimals(y(most + spread))}"/><circle class="ring ${style}" cx="${cx}" cy="${cy}" r="2.7"/>`;
}

/** Only for the picture: no class is decided by it. */
function incomePerMonth({ annualIncomeVnd, monthlyIncomePerPersonVnd, persons }) {
  return (monthlyIncomePerPersonVnd === null ? Number(annualIncomeVnd) / persons / 12 : Number(monthlyIncomePerPersonVnd)) / 1_000_000;
}

function axes(indicators, bottom, y) {
  const counts = Array.from({ length: indicators + 1 }, (_, count) => count);
  const [middleX, middleY] = [decimals((margin.left + width - margin.right) / 2), decimals((margin.top + bottom) / 2)];
  return html`<g class="axis">
${counts.map((count) => html`<text class="count" x="${margin.left - 7}" y="${decimals(y(count) + 4.5)}">${count}</text>`)}
${[0, 1, 2, 3, 4].map((tick) => html`<text class="income" x="${decimals(x(tick))}" y="${bottom + 18}">${tick}</text>`)}
<text class="name" x="${middleX}" y="${bottom + 37}">Thu nhập, triệu đồng/người/tháng</text>
<text class="name en" lang="en" x="${middleX}" y="${bottom + 54}">income, million VND per person per month</text>
<text class="name" transform="translate(13 ${middleY}) rotate(-90)">Số chỉ số thiếu hụt<tspan class="en" lang="en"> · deprived indicators</tspan></text>
</g>`;
}
