import { html } from "./html.mjs";
import { annual, linesOf } from "./lines-of.mjs";
import { tileInWords } from "./tile-in-words.mjs";
import { words } from "./words.mjs";

const width = 640;
const rowHeight = 24;
const lineHeight = 18;
const letterWidth = 8.4;
const marks = { poor: "poor", "near-poor": "near", "average-living-standard": "average", "not-poor": "above" };

/**
 * The plane of one residence: income across, number of deprived indicators upwards, the classes as the tiles of the
 * standard. Colours are never alone: each tile names its class, and the description says all tiles in words.
 *
 * @param law - The public entry of the package.
 * @param standard - Whose tiles are drawn.
 * @param residence - `rural` or `urban`.
 * @param locale - `vi` or `en`.
 */
export function plane(law, standard, residence, locale) {
  const say = words[locale];
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

  return html`<div class="scroll" tabindex="0" role="group" aria-label="${say.planeTitle(say[residence])}"><svg class="plane" viewBox="0 0 ${width} ${foot + frame.bottom}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${say.planeTitle(say[residence])}</title>
<desc id="${id}-desc">${tiles.map((tile) => `${label(tile)}: ${tile.inWords}. `)}</desc>
${tiles.map((tile) => html`<rect class="tile ${marks[tile.class]}" x="${short(tile.left)}" y="${tile.top}" width="${short(tile.right - tile.left)}" height="${tile.bottom - tile.top}"/>`)}
<g class="grid">${Array.from({ length: indicators }, (_, count) => html`<path d="M${frame.left} ${y(count + 1)}H${width - frame.right}"/>`)}</g>
${lines.map((line) => html`<path class="line" d="M${short(x(line))} ${frame.top}V${foot + 5}"/>`)}
${tiles.map((tile) => tileLabel(label(tile), tile))}
<g class="axis">
${indicators === 0 ? null : Array.from({ length: indicators + 1 }, (_, count) => html`<text class="count" x="${frame.left - 8}" y="${y(count) - 7}">${count}</text>`)}
${indicators === 0 ? null : html`<text class="name" transform="translate(15 ${(frame.top + foot) / 2}) rotate(-90)">${say.planeCount}</text>`}
${[0, ...lines].map((line) => html`<text class="income" x="${short(x(line))}" y="${foot + 20}">${number(line)}</text>`)}
<text class="name" x="${middle}" y="${foot + 42}">${say.planeIncome}</text>
</g>
</svg></div>`;
}

function millionsPerMonth(line) {
  return annual(line) / 12 / 1_000_000;
}

function short(value) {
  return Number(value.toFixed(1));
}

/** The name of a class in the middle of its tile, over as many lines as its width asks for. */
function tileLabel(text, { class: name, left, right, top, bottom }) {
  const rows = wrapped(text, Math.floor((right - left - 8) / letterWidth));
  const x = short((left + right) / 2);
  const first = short((top + bottom) / 2 - ((rows.length - 1) * lineHeight) / 2 + 4.5);
  return html`<text class="tile-label ${marks[name]}" x="${x}" y="${first}">${rows.map((row, index) => html`<tspan x="${x}" dy="${index === 0 ? 0 : lineHeight}">${row}</tspan>`)}</text>`;
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
