import { printedRate, rateText, type PrintedRate } from "../printed-rate.js";

/**
 * How a number is thought to have been misprinted, named by what the repair does.
 *
 * - `digit-replaced`, `neighbours-swapped`, `zero-dropped`, `zero-added`, `digit-dropped`, `digit-added`: one slip of the hand.
 * - `point-moved`: of a percentage.
 * - `off-by-one-unit`: a percentage one unit of its last digit more or less, as wrong rounding leaves it.
 * - `rate-copied`: a percentage that stands, or should stand, in another row.
 * - `value-replaced`: another number altogether, at most twice as large and at least half.
 */
export type EditKind =
  | "digit-replaced" | "neighbours-swapped" | "zero-dropped" | "zero-added" | "digit-dropped" | "digit-added"
  | "point-moved" | "off-by-one-unit" | "rate-copied" | "value-replaced";

/**
 * How likely each kind is to be what happened, before anything is known of the number. Rounding slips and single wrong
 * digits are common in published tables; whole other values are the last resort. Only their order matters much.
 */
export const priors: Readonly<Record<EditKind, number>> = {
  "digit-replaced": 0.3,
  "neighbours-swapped": 0.2,
  "zero-dropped": 0.1,
  "zero-added": 0.1,
  "digit-dropped": 0.05,
  "digit-added": 0.05,
  "point-moved": 0.05,
  "off-by-one-unit": 0.1,
  "rate-copied": 0.03,
  "value-replaced": 0.02,
};

/** Another reading of a printed number. */
export interface TextEdit {
  /** The number without its point: a count, or a percentage in units of its last digit. */
  readonly amount: number;
  /** Its decimals. */
  readonly decimals: number;
  readonly kind: EditKind;
  /** The kind's prior divided by the number of edits of that kind on this text. */
  readonly weight: number;
}

/**
 * All slips of the hand on a count.
 *
 * @param count - The count as printed.
 */
export function countEdits(count: number): readonly TextEdit[] {
  const digits = String(count);
  return weighted(slips(digits), (text) => (isCount(text) ? { amount: Number(text), decimals: 0 } : null), digits);
}

function isCount(text: string): boolean {
  return /^(0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(Number(text));
}

/**
 * All slips of the hand, and of rounding, on a percentage. None leaves fewer decimals, since with fewer almost any count would fit; only a zero at the
 * end may go.
 *
 * @param rate - The percentage as printed.
 */
export function rateEdits(rate: PrintedRate): readonly TextEdit[] {
  const text = rateText(rate);
  const found = slips(text);
  found.push(...movedPoints(text).map((moved) => ["point-moved", moved] as const));
  for (const unit of [-1, 1]) {
    if (rate.units + unit >= 0) found.push(["off-by-one-unit", rateText({ units: rate.units + unit, decimals: rate.decimals })]);
  }
  return weighted(
    found,
    (edited, kind) => {
      // The last decimal may have been the only one.
      const read = /^(0|[1-9]\d*)(\.\d*)?$/.test(edited) ? printedRate(edited.replace(/\.$/, "")) : null;
      if (read === null) return null;
      const losesZero = kind === "zero-dropped" && rate.decimals > 0 && text.endsWith("0") && edited === text.slice(0, -1);
      return read.decimals >= rate.decimals || losesZero ? { amount: read.units, decimals: read.decimals } : null;
    },
    text,
  );
}

type Slip = readonly [kind: EditKind, text: string];

/** Single slips of the hand on a text of digits with at most one point; some results are no numbers. */
function slips(text: string): Slip[] {
  const found: Slip[] = [];
  const digitPlaces = Array.from(text, (sign, place) => (sign === "." ? -1 : place)).filter((place) => place >= 0);
  const put = (kind: EditKind, from: number, to: number, middle: string): void => {
    found.push([kind, text.slice(0, from) + middle + text.slice(to)]);
  };
  for (const [index, place] of digitPlaces.entries()) {
    const digit = text[place] ?? "";
    for (const other of "0123456789") if (other !== digit) put("digit-replaced", place, place + 1, other);
    const next = digitPlaces[index + 1];
    if (next !== undefined && text[next] !== digit) put("neighbours-swapped", place, next + 1, (text[next] ?? "") + text.slice(place + 1, next) + digit);
    put(digit === "0" ? "zero-dropped" : "digit-dropped", place, place + 1, "");
  }
  for (let place = 0; place <= text.length; place++) {
    for (const digit of "0123456789") put(digit === "0" ? "zero-added" : "digit-added", place, place, digit);
  }
  return found;
}

/** The point further left, at most three places: 2040 → 204.0, 20.40, 2.040; to the right decimals would be lost. */
function movedPoints(text: string): readonly string[] {
  const [whole = "", decimals = ""] = text.split(".");
  return [1, 2, 3].map((places) => {
    const digits = whole.padStart(places + 1, "0");
    return `${digits.slice(0, -places)}.${digits.slice(-places)}${decimals}`;
  });
}

/** Each edited number once, by its likeliest kind, and without the number itself. */
function weighted(found: readonly Slip[], read: (text: string, kind: EditKind) => Pick<TextEdit, "amount" | "decimals"> | null, original: string): readonly TextEdit[] {
  const texts = new Map<EditKind, Map<string, Pick<TextEdit, "amount" | "decimals">>>();
  for (const [kind, text] of found) {
    if (text === original) continue;
    const number = read(text, kind);
    if (number === null) continue;
    const ofKind = texts.get(kind) ?? new Map<string, Pick<TextEdit, "amount" | "decimals">>();
    texts.set(kind, ofKind.set(text, number));
  }
  const edits = new Map<string, TextEdit>();
  for (const [kind, ofKind] of texts) {
    const weight = priors[kind] / ofKind.size;
    for (const [text, number] of ofKind) {
      if (weight > (edits.get(text)?.weight ?? 0)) edits.set(text, { ...number, kind, weight });
    }
  }
  return [...edits.values()];
}
