import { escapedHtml } from "../../core/html.js";
import { groupedNumber, type Locale, type LocalizedText } from "../../core/text.js";
import type { WholeInterval } from "../claims.js";
import type { WantedByShare, WantedTotal } from "./wanted-totals.js";
import { written, writtenInterval } from "./written.js";

/** So many shares are drawn; of more, those that set the bounds and the first others. */
const mostLanes = 20;
const laneHeight = 16;
const barHeight = 8;
const axisHeight = 22;
/** Where the scale begins and ends, in percent of the width; before it stand the letters of the lanes. */
const left = 7;
const width = 91;

/** What the colours mean. */
const pictureWords = {
  common: { vi: "Mỗi vạch là các tổng mà một tỷ lệ cho phép; nền xanh là phần chung.", en: "Each bar is the totals that one percentage allows; the green ground is what they have in common." },
  gap: { vi: "Mỗi vạch là các tổng mà một tỷ lệ cho phép; nền đỏ là khoảng trống giữa chúng.", en: "Each bar is the totals that one percentage allows; the red ground is the gap between them." },
} as const satisfies Readonly<Record<string, LocalizedText>>;

const letters = "abcdefghijklmnopqrstuvwxyz";

/**
 * A picture of the totals that each share wants, one lane each, and of those that all of them allow; or of the gap
 * between them. Beside it stands all that it shows in words.
 *
 * @param total - The shares of a total.
 * @param id - Begins every id within, and is no other's on the page.
 * @param locale - The language.
 */
export function intervalPicture(total: WantedTotal, id: string, locale: Locale): string {
  const drawn = drawnShares(total.shares);
  // A share alone has nothing beside which it could be drawn.
  const scale = drawn.length === 1 ? null : scaleOf(drawn);
  const title = titleOf(total, locale);
  const sentences = drawn.map((share, index) => `${letters[index] ?? ""}: ${shareText(share, locale)}`);
  const height = drawn.length * laneHeight + axisHeight;
  return `<figure class="picture">
<figcaption>${escapedHtml(title)}${scale === null ? "" : `<span class="soft">${(total.common === null ? pictureWords.gap : pictureWords.common)[locale]}</span>`}</figcaption>
${scale === null ? "" : `<svg role="img" aria-labelledby="${id}-title ${id}-desc" width="100%" height="${height}">
<title id="${id}-title">${escapedHtml(title)}</title>
<desc id="${id}-desc">${escapedHtml(sentences.join("; "))}</desc>
${ground(total, drawn, scale)}${drawn.map((share, index) => lane(share, index, scale)).join("")}${axis(scale, height, locale)}</svg>
`}<ol class="lanes" type="a">
${drawn.map((share) => `<li>${escapedHtml(shareText(share, locale))}</li>`).join("\n")}
</ol>
${drawn.length < total.shares.length ? `<p>${leftOut(total.shares.length - drawn.length, locale)}</p>\n` : ""}</figure>
`;
}

function leftOut(count: number, locale: Locale): string {
  const shown = groupedNumber(count, locale);
  return locale === "vi" ? `và ${shown} tỷ lệ khác, rộng hơn` : `and ${shown} more percentages, which bound it less`;
}

/** The shares whose lowest or highest total is the bound come first among equals, so that a conflict is always drawn. */
function drawnShares(shares: readonly WantedByShare[]): readonly WantedByShare[] {
  if (shares.length <= mostLanes) return shares;
  const rank = (share: WantedByShare): number => (share.wanted === null ? -1 : 0);
  const byLow = [...shares].sort((one, other) => rank(one) - rank(other) || (other.wanted?.[0] ?? 0) - (one.wanted?.[0] ?? 0));
  const byHigh = [...shares].sort((one, other) => highOf(one) - highOf(other));
  const kept = new Set([...byLow.slice(0, 4), ...byHigh.slice(0, 4)]);
  for (const share of shares) if (kept.size < mostLanes) kept.add(share);
  return shares.filter((share) => kept.has(share));
}

function highOf({ wanted }: WantedByShare): number {
  return wanted === null ? -1 : (wanted[1] ?? Infinity);
}

function titleOf({ name, readings, shares, common }: WantedTotal, locale: Locale): string {
  const parts = shares.slice(0, 3).map(({ part }) => part).join(", ") + (shares.length > 3 ? ", …" : "");
  const read = readings === 1 ? "" : locale === "vi" ? `, nếu là tỷ lệ của ${parts}` : `, if the percentages are those of ${parts}`;
  const found = common === null ? (locale === "vi" ? "✗ không có tổng chung" : "✗ no common total") : `✓ ${writtenInterval(common, locale)}`;
  return `${name}${read}: ${found}`;
}

function shareText({ part, count, rate, wanted }: WantedByShare, locale: Locale): string {
  const none = locale === "vi" ? "không có tổng nào" : "there is no such total";
  const total = wanted === null ? none : `${locale === "vi" ? "tổng" : "a total"} ${writtenInterval(wanted, locale)}`;
  return written(locale, (say) => `${part} ${say.count(count)} (${say.percent(rate)}) → ${total}`);
}

/** The lowest and the highest number that is drawn, and whether something goes on beyond it. */
interface Scale {
  readonly low: number;
  readonly high: number;
  readonly isOpen: boolean;
}

/** Nothing is drawn where no share allows any total. */
function scaleOf(shares: readonly WantedByShare[]): Scale | null {
  const wanted = shares.flatMap((share) => (share.wanted === null ? [] : [share.wanted]));
  if (wanted.length === 0) return null;
  const low = Math.min(...wanted.map(([first]) => first));
  const isOpen = wanted.some(([, last]) => last === null);
  const known = Math.max(...wanted.map(([first, last]) => last ?? first));
  const space = Math.max(1, known - low);
  return { low, high: isOpen ? known + space / 2 : low + space, isOpen };
}

/** Where a number stands, in percent of the width of the picture. Only the picture is drawn by such numbers. */
function place(value: number, { low, high }: Scale): number {
  return left + (width * (Math.min(value, high) - low)) / (high - low);
}

function percent(share: number): string {
  return `${share.toFixed(2)}%`;
}

function band(kind: string, [low, high]: WholeInterval, scale: Scale, y: number, height: number): string {
  const from = place(low, scale);
  const to = high === null ? left + width : place(high, scale);
  return `<rect class="${kind}" x="${percent(from)}" y="${y}" width="${percent(to - from)}" height="${height}"/>\n`;
}

/** Behind the lanes: the totals that all allow, or the gap between the highest low end and the lowest high end. */
function ground({ common }: WantedTotal, shares: readonly WantedByShare[], scale: Scale): string {
  const height = shares.length * laneHeight;
  if (common !== null) return band("common", common, scale, 0, height);
  const wanted = shares.flatMap((share) => (share.wanted === null ? [] : [share.wanted]));
  const gapEnd = Math.max(...wanted.map(([low]) => low));
  const gapStart = Math.min(...wanted.map(([, high]) => high ?? Infinity));
  return gapStart < gapEnd ? band("gap", [gapStart, gapEnd], scale, 0, height) : "";
}

function lane({ wanted }: WantedByShare, index: number, scale: Scale): string {
  const top = index * laneHeight;
  const letter = `<text x="0" y="${top + 12}">${letters[index] ?? ""}</text>\n`;
  return letter + (wanted === null ? "" : band("lane", wanted, scale, top + (laneHeight - barHeight) / 2, barHeight));
}

function axis(scale: Scale, height: number, locale: Locale): string {
  const top = height - axisHeight + 2;
  const ends = scale.isOpen ? "…" : groupedNumber(Math.round(scale.high), locale);
  return `<line class="axis" x1="${percent(left)}" x2="${percent(left + width)}" y1="${top}" y2="${top}"/>
<text x="${percent(left)}" y="${top + 16}">${groupedNumber(scale.low, locale)}</text>
<text class="end" x="${percent(left + width)}" y="${top + 16}">${ends}</text>
`;
}
