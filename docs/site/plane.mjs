import { html, markup } from "./html.mjs";
import { annual, linesOf } from "./lines-of.mjs";
import { tileInWords } from "./tile-in-words.mjs";
import { words } from "./words.mjs";

const rowHeight = 24;
/** Letters on a drawing, and on a small one. */
const letters = { line: 18, width: 8.4 };
const smallLetters = { line: 15, width: 7.3 };
const smallBelow = 480;
const marks = { poor: "poor", "near-poor": "near", "average-living-standard": "average", "not-poor": "above" };

/**
 * The plane of one residence: income across, number of deprived indicators upwards, the classes as the tiles of the
 * standard. Colours are never alone: each tile names its class, and the description says all tiles in words.
 *
 * @param law - The public entry of the package.
 * @param standard - Whose tiles are drawn.
 * @param residence - `rural` or `urban`.
 * @param locale - `vi` or `en`.
 * @param options - `width` of the drawing; `household` to be shown on it: `income` (from, to in million VND per person per month),
 *   `count` (least, most) and `inWords`.
 */
export function plane(law, standard, residence, locale, { width = 640, household = null } = {}) {
  const say = words[locale];
  const isSmall = width < smallBelow;
  const indicators = standard.indicators.length;
  const lines = linesOf(standard, residence).map(millionsPerMonth);
  const end = Math.max(...lines) * 1.35;
  const frame = { left: indicators === 0 ? 14 : 52, right: 8, top: 8, bottom: 50 };
  const foot = frame.top + (indicators === 0 ? 4 : indicators + 1) * rowHeight;
  const x = (millions) => frame.left + (Math.min(millions, end) / end) * (width - frame.left - frame.right);
  // The edge below a number of indicators.
  const y = (count) => (indicators === 0 ? [foot, frame.top][Math.min(count, 1)] : foot - count * rowHeight);

  const tiles = standard.classes.flatMap((rule) =>
    rule.tiles
      .filter((tile) => (tile.residence ?? residence) === residence)
      .map((tile) => ({
        class: rule.class,
        inWords: tileInWords(tile, standard, locale),
        left: x(tile.incomeOver ? millionsPerMonth(tile.incomeOver) : 0),
        right: x(tile.incomeUpTo ? millionsPerMonth(tile.incomeUpTo) : Infinity),
        top: y((tile.deprivationsTo ?? indicators) + 1),
        bottom: y(tile.deprivationsFrom ?? 0),
      })),
  );
  const id = `plane-${residence}`;
  const label = (tile) => law.classLabels[tile.class][locale];
  const number = (value) => String(Number(value.toFixed(3))).replace(".", locale === "vi" ? "," : ".");
  const middle = (frame.left + width - frame.right) / 2;

  return html`<div class="scroll" tabindex="0" role="group" aria-label="${say.planeTitle(say[residence])}"><svg class="plane${isSmall ? " small" : null}" viewBox="0 0 ${width} ${foot + frame.bottom}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${say.planeTitle(say[residence])}</title>
<desc id="${id}-desc">${tiles.map((tile) => `${label(tile)}: ${tile.inWords}. `)}${household?.inWords}</desc>
${tiles.map((tile) => html`<rect class="tile ${marks[tile.class]}" x="${short(tile.left)}" y="${tile.top}" width="${short(tile.right - tile.left)}" height="${tile.bottom - tile.top}"/>`)}
<g class="grid">${Array.from({ length: indicators }, (_, count) => html`<path d="M${frame.left} ${y(count + 1)}H${width - frame.right}"/>`)}</g>
${lines.map((line) => html`<path class="line" d="M${short(x(line))} ${frame.top}V${foot + 5}"/>`)}
${tiles.map((tile) => tileLabel(label(tile), tile, isSmall ? smallLetters : letters))}
${household === null ? null : householdMark(household, { x, y, end, indicators, foot, right: width - frame.right })}
<g class="axis">
${indicators === 0 ? null : Array.from({ length: indicators + 1 }, (_, count) => html`<text class="count" x="${frame.left - 8}" y="${y(count) - 7}">${count}</text>`)}
${indicators === 0 ? null : html`<text class="name" transform="translate(15 ${(frame.top + foot) / 2}) rotate(-90)">${say.planeCount}</text>`}
${[0, ...lines].map((line) => html`<text class="income" x="${short(x(line))}" y="${foot + 20}">${number(line)}</text>`)}
<text class="name" x="${middle}" y="${foot + 42}">${say.planeIncome}</text>
</g>
</svg></div>`;
}

/** A point, or the part of the plane in which the household may lie; an arrow where its income lies beyond the drawing. */
function householdMark({ income: [from, to], count: [least, most] }, { x, y, end, indicators, foot, right }) {
  const [left, width] = [x(Math.max(0, from)), x(to) - x(Math.max(0, from))];
  // Without indicators the point stands below the names of the classes.
  const [top, bottom] = indicators === 0 ? [foot - 26, foot - 2] : [y(most + 1), y(least)];
  if (from !== to) return html`<rect class="household" x="${short(left + 1)}" y="${top + 2}" width="${short(width - 2)}" height="${bottom - top - 4}" rx="4"/>`;
  const middle = (top + bottom) / 2;
  if (least !== most) return html`<rect class="household" x="${short(Math.min(left, right - 6) - 5)}" y="${top + 2}" width="10" height="${bottom - top - 4}" rx="5"/>`;
  if (from > end) return html`<path class="household point" d="M${right - 14} ${middle - 8}L${right - 1} ${middle}L${right - 14} ${middle + 8}Z"/>`;
  return html`<circle class="household point" cx="${short(left)}" cy="${middle}" r="7"/>`;
}

function millionsPerMonth(line) {
  return annual(line) / 12 / 1_000_000;
}

function short(value) {
  return Number(value.toFixed(1));
}

/** The name of a class in the middle of its tile, over as many lines as its width asks for; upright where a word is wider than the tile. */
function tileLabel(text, { class: name, left, right, top, bottom }, { line, width: letter }) {
  const [across, up] = [right - left, bottom - top];
  const isUpright = across < up && Math.max(...text.split(" ").map(({ length }) => length)) * letter > across;
  const rows = wrapped(text, Math.floor(((isUpright ? up : across) - 8) / letter));
  const [x, y] = [short((left + right) / 2), short((top + bottom) / 2)];
  const first = short(y - ((rows.length - 1) * line) / 2 + 4.5);
  return html`<text class="tile-label ${marks[name]}" x="${x}" y="${first}"${isUpright ? markup(` transform="rotate(-90 ${x} ${y})"`) : null}>${rows.map((row, index) => html`<tspan x="${x}" dy="${index === 0 ? 0 : line}">${row}</tspan>`)}</text>`;
}

function wrapped(text, letters) {
  const rows = [];
  for (const word of text.split(" ")) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  return rows;
}
