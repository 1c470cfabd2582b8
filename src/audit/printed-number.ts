import { unexpected } from "../core/checked-record.js";
import type { LocalizedText } from "../core/text.js";

/** What a printed number counts, where the words behind it say so. */
export type PrintedUnit = "percent" | "households" | "persons";

/** Where the amount lies that the words in front of a number make approximate: near it, a little under, a little over. */
export type PrintedNearness = "about" | "under" | "over";

/**
 * How the marks of a number are read: `plain` has none; `grouped` takes them as groups of thousands; `decimal` takes the
 * last one as the decimal mark; `misplaced` takes the mark as put in by mistake and reads on.
 */
export type PrintedSpelling = "plain" | "grouped" | "decimal" | "misplaced";

/** One number that a printed text can be. */
export interface PrintedReading {
  /**
   * The amount as exact decimal text with a point: `1442261`, `2500000`, `46.60`. Zeros at the end stay, so that a
   * percentage can stand in a claim as it is.
   */
  readonly value: string;
  /** How many decimals `value` has. */
  readonly decimals: number;
  /** What one unit of the last printed digit is worth: `1`, `0.01`, `100000` in `2,5 triệu`; the amount is rounded to it. */
  readonly lastDigitWorth: string;
  /** How the marks are read. */
  readonly as: PrintedSpelling;
}

/** What the words beside a printed number say, in every reading of it. */
export interface PrintedWords {
  /** What is counted; `null` where no word that is known says so. */
  readonly unit: PrintedUnit | null;
  /** Set by words as `khoảng`, `gần`, `hơn`; `null` without one. */
  readonly approximate: PrintedNearness | null;
  /** Whether a word as `triệu` stands for digits that are not printed: then a count is rounded, to `lastDigitWorth`. */
  readonly rounded: boolean;
  /** The words behind number and unit, which nobody has read; empty where there are none. */
  readonly rest: string;
}

/** A printed number that can be read in one way. */
export interface ReadNumber extends PrintedWords {
  /** One reading. */
  readonly status: "read";
  /** The reading. */
  readonly readings: readonly [PrintedReading];
}

/** A printed number that can be read in two ways; whoever knows the table must say which. */
export interface AmbiguousNumber extends PrintedWords {
  /** Two readings. */
  readonly status: "ambiguous";
  /** The readings: grouped before decimal, decimal before misplaced. */
  readonly readings: readonly [PrintedReading, PrintedReading];
}

/**
 * Why a text is no printed number: no digit; a range (`20 – 30`); more than one number; a plus or minus sign; marks that
 * no way of writing a number has (`1.44.261`); words in front of it or glued to it that are not read.
 */
export type UnreadableCode = "no-number" | "range" | "several-numbers" | "signed" | "marks" | "words";

/** A text that is not one number, with the reason as a sentence. */
export interface UnreadableNumber extends LocalizedText {
  /** No reading. */
  readonly status: "unreadable";
  /** Always empty. */
  readonly readings: readonly [];
  /** The reason. */
  readonly code: UnreadableCode;
}

/** What {@link parsePrintedNumber} makes of a text. */
export type PrintedNumber = ReadNumber | AmbiguousNumber | UnreadableNumber;

const reasons: Readonly<Record<UnreadableCode, LocalizedText>> = {
  "no-number": { vi: "Không có số nào viết bằng chữ số 0 đến 9.", en: "There is no number in the digits 0 to 9." },
  range: { vi: "Đây có vẻ là một khoảng, không phải một số.", en: "This looks like a range, not like one number." },
  "several-numbers": { vi: "Có nhiều hơn một số.", en: "There is more than one number." },
  signed: {
    vi: "Có dấu cộng hoặc dấu trừ: đó là mức tăng giảm, không phải số lượng hay tỷ lệ.",
    en: "It has a plus or minus sign: a change, not a count or a share.",
  },
  marks: {
    vi: "Dấu chấm, dấu phẩy không theo cách viết số nào; mỗi nhóm phải có ba chữ số.",
    en: "Its points and commas follow no way of writing a number; a group has three digits.",
  },
  words: {
    vi: "Có chữ hoặc ký hiệu đứng trước số hay thuộc về số mà chưa đọc được.",
    en: "Words or characters in front of the number, or belonging to it, are not read.",
  },
};

// ------------------------------------------------------------------------------------------------ the words

/** The end of a word: `tỷ` is not the beginning of another. */
const end = String.raw`(?![\p{L}\p{M}\p{N}])`;
/** Words may stand apart by any space, a no-break one too. */
const spaced = (pattern: string): string => pattern.replaceAll(" ", String.raw`\s+`);
const startsWith = (pattern: string): RegExp => new RegExp(String.raw`^\s*(?:${spaced(pattern)})`, "iu");

const nearness: readonly (readonly [PrintedNearness, string])[] = [
  ["about", `[~≈]|(?:ước tính|ước|khoảng|chừng|độ|xấp xỉ|about|around|roughly|approximately|some)${end}`],
  ["under", `<|(?:gần|dưới|ít hơn|chưa đến|chưa tới|nearly|almost|under|below|less than|fewer than)${end}`],
  ["over", `>|(?:hơn|trên|nhiều hơn|over|above|more than)${end}`],
];
const nearWords = nearness.map(([side, pattern]) => [side, startsWith(pattern)] as const);

/** Powers of ten that a word behind a number multiplies by; several in a row multiply each other: `nghìn tỷ`. */
const powers: readonly (readonly [power: number, word: RegExp])[] = (
  [
    [1, "chục"], [2, "trăm|hundreds?"], [3, "nghìn|ngàn|thousands?"], [4, "vạn"], [6, "triệu|millions?"], [9, "tỷ|tỉ|billions?"], [12, "trillions?"],
  ] as const
).map(([power, words]) => [power, startsWith(`(?:${words})${end}`)] as const);

/** Words that change a number in a way that is not read. */
const changingWords = startsWith(`(?:rưỡi|rưởi|and a half|tá|dozens?|tr|k|mn|bn)${end}`);

const percentSign = String.raw`%|(?:phần trăm|per\s?cent)${end}`;
/** `người/hộ`, `%/năm`, `percent points` are other units. */
const noRatio = String.raw`(?!\s*(?:/|(?:mỗi|per|points?)${end}))`;
const units: readonly (readonly [PrintedUnit, RegExp])[] = (
  [
    ["percent", percentSign],
    ["households", `(?:hộ|households?)${end}`],
    ["persons", `(?:nhân khẩu|khẩu|người|people|persons?)${end}`],
  ] as const
).map(([unit, pattern]) => [unit, startsWith(`(?:${pattern})${noRatio}`)] as const);

const fromWords = startsWith(String.raw`(?:(?:từ|giữa|from|between)${end}\s*)+`);
/** Between two numbers, up to the second: `20 – 30`, `20 đến dưới 30`. */
const toWord = new RegExp(
  String.raw`(?:[-‐‑‒–—−~÷…]|\.\.|(?:^|[^\p{L}\p{M}])(?:đến|tới|to)${end})\s*(?:(?:${nearness.map(([, pattern]) => spaced(pattern)).join("|")})\s*)*$`,
  "iu",
);

// ------------------------------------------------------------------------------------------------ the digits

/** Spaces that group digits: common, no-break, figure, thin and narrow no-break. */
const space = String.raw`[ \u00a0\u2007\u2009\u202f]`;
const groupedBy = (mark: string): string => String.raw`[1-9]\d{0,2}(?:${mark}\d{3})+`;

/** Digits and the marks between them; a space only where it can group. */
const digitsAndMarks = new RegExp(String.raw`^\d+(?:[.,]\d+|${space}\d{3}(?!\d))*`);
const plainNumber = /^\d+$/;
const groupedNumber = new RegExp(`^(?:${[String.raw`\.`, ",", space].map(groupedBy).join("|")})$`);
/** The mark of the decimals does not group as well. */
const decimalNumber = new RegExp(
  String.raw`^(?:(?:\d+|${groupedBy(",")}|${groupedBy(space)})\.|(?:\d+|${groupedBy(String.raw`\.`)}|${groupedBy(space)}),)\d+$`,
);
/** `3, 73%`: in front of a percent sign a space beside the mark is a slip; a list would repeat the sign. */
const strayedMark = new RegExp(String.raw`^(\d+)${space}?([.,])${space}?(\d+)(?=\s*(?:${spaced(percentSign)}))`, "iu");

/**
 * Reads a number as Vietnamese or English texts print it. It never guesses: a text that can mean two numbers is answered
 * with both, one that is not a number with the reason.
 *
 * A group has three digits, the first one to three without a zero in front. Households and persons are whole: where one
 * reading is whole the others are dropped (`1.500 hộ`), where none is the mark may be misplaced (`67.39 hộ`). Only the
 * digits 0 to 9 are read. Signs are not: counts and shares are never negative. Without marks, zeros in front are
 * padding, as in official texts (`05 hộ`); zeros at the end are taken as counted.
 *
 * Words that are not known come back in `rest`, and must be looked at: only with an empty `rest`, or one that is
 * understood, is the number all that is printed.
 *
 * @param text - One printed number, with the words beside it.
 * @returns One reading, two, or none with the reason.
 * @throws {@link PovertyStandardError} `invalid-input` when it is no text.
 *
 * @example
 * ```ts
 * parsePrintedNumber("1.442.261 hộ");
 * // => {
 * //   status: "read",
 * //   readings: [{ value: "1442261", decimals: 0, lastDigitWorth: "1", as: "grouped" }],
 * //   unit: "households", approximate: null, rounded: false, rest: "",
 * // }
 * parsePrintedNumber("46,60%").readings[0]?.value; // => "46.60"
 * parsePrintedNumber("gần 2,5 triệu người nghèo");
 * // => {
 * //   status: "read",
 * //   readings: [{ value: "2500000", decimals: 0, lastDigitWorth: "100000", as: "decimal" }],
 * //   unit: "persons", approximate: "under", rounded: true, rest: "nghèo",
 * // }
 * ```
 *
 * @example
 * Two readings, and none.
 * ```ts
 * parsePrintedNumber("12,345").readings.map(({ value, as }) => [value, as]); // => [["12345", "grouped"], ["12.345", "decimal"]]
 * parsePrintedNumber("67.39 hộ").readings.map(({ value, as }) => [value, as]); // => [["67.39", "decimal"], ["6739", "misplaced"]]
 * parsePrintedNumber("20 – 30%"); // => { status: "unreadable", readings: [], code: "range", en: "This looks like a range, not like one number.", … }
 * ```
 */
export function parsePrintedNumber(text: string): PrintedNumber {
  const printed = checkedText(text).normalize("NFC");
  if (!/\d/.test(printed)) return unreadable("no-number");
  const near = nearnessIn(printed);
  if (/^[-+‐‑‒–—−]\s*\d/.test(near.rest)) return unreadable("signed");
  const body = near.rest.replace(strayedMark, "$1$2$3");
  const from = fromWords.exec(body)?.[0] ?? "";
  const digits = digitsAndMarks.exec(body.slice(from.length))?.[0] ?? "";
  const after = body.slice(from.length + digits.length);
  if (digits === "") return unreadable("words");
  if (/^[.,'’·]+\d/.test(after)) return unreadable("marks");
  const second = secondNumber(after);
  // The end is enough, and a long text costs no more than a short one.
  if (second !== null) return unreadable(from !== "" || toWord.test(second.slice(-60)) ? "range" : "several-numbers");
  if (from !== "") return unreadable("words");
  return readingsOf(digits, after, near.side);
}

function checkedText(value: unknown): string {
  if (typeof value !== "string") throw unexpected(null, "expected text", value);
  return value;
}

function unreadable(code: UnreadableCode): UnreadableNumber {
  return { status: "unreadable", readings: [], code, ...reasons[code] };
}

/** What the words in front of a number say, and what comes behind them; "ước khoảng" and "khoảng hơn" are two such words. */
function nearnessIn(text: string): { readonly side: PrintedNearness | null; readonly rest: string } {
  const sides = new Set<PrintedNearness>();
  let rest = text;
  for (;;) {
    const found = nearWords.find(([, word]) => word.test(rest));
    if (!found) break;
    sides.add(found[0]);
    rest = rest.replace(found[1], "");
  }
  const over = sides.has("over");
  const side = sides.size === 0 ? null : over === sides.has("under") ? "about" : over ? "over" : "under";
  return { side, rest: rest.trimStart() };
}

/** What stands before a second number, `null` where there is none. Digits in a word are no number: `30 m2`. */
function secondNumber(after: string): string | null {
  const found = /(?:^|[^\p{L}\p{M}\p{Nd}])\p{Nd}/u.exec(after);
  return found === null ? null : after.slice(0, found.index + found[0].length - 1);
}

function readingsOf(digits: string, after: string, approximate: PrintedNearness | null): PrintedNumber {
  // "1e5", "5²", "12½": what is glued to the number belongs to it.
  if (/^(?:\p{N}|[\p{L}\p{M}]+\p{N})/u.test(after)) return unreadable("words");
  const { power, rest: behind } = powerIn(after);
  if (changingWords.test(behind)) return unreadable("words");
  const { unit, rest } = unitIn(behind);
  const spelt = spellingsOf(digits).map((as) => reading(digits, as, power));
  const [first, second] = unit === "households" || unit === "persons" ? countable(digits, spelt, power) : spelt;
  if (first === undefined) return unreadable(/^[\d.,]+$/.test(digits) ? "marks" : "several-numbers");
  const words = { unit, approximate, rounded: power > 0, rest };
  return second === undefined ? { status: "read", readings: [first], ...words } : { status: "ambiguous", readings: [first, second], ...words };
}

function powerIn(text: string): { readonly power: number; readonly rest: string } {
  let power = 0;
  let rest = text;
  for (;;) {
    const found = powers.find(([, word]) => word.test(rest));
    if (!found) return { power, rest };
    power += found[0];
    rest = rest.replace(found[1], "");
  }
}

function unitIn(text: string): { readonly unit: PrintedUnit | null; readonly rest: string } {
  const found = units.find(([, word]) => word.test(text));
  return { unit: found?.[0] ?? null, rest: (found ? text.replace(found[1], "") : text).trim() };
}

function spellingsOf(digits: string): readonly PrintedSpelling[] {
  if (plainNumber.test(digits)) return ["plain"];
  return [...(groupedNumber.test(digits) ? ["grouped" as const] : []), ...(decimalNumber.test(digits) ? ["decimal" as const] : [])];
}

/** Nobody prints half a household: a whole reading wins, and without one the mark may be a mistake. */
function countable(digits: string, spelt: readonly PrintedReading[], power: number): readonly PrintedReading[] {
  const whole = spelt.filter(({ decimals }) => decimals === 0);
  return whole.length > 0 || spelt.length === 0 ? whole : [...spelt, reading(digits, "misplaced", power)];
}

function reading(digits: string, as: PrintedSpelling, power: number): PrintedReading {
  const mark = as === "decimal" ? Math.max(digits.lastIndexOf("."), digits.lastIndexOf(",")) : digits.length;
  const printed = digits.length - Math.min(mark + 1, digits.length);
  const all = digits.replace(/\D/g, "");
  // 2,5 × 10⁶ moves the mark: what decimals are left keep their zeros, what is missing is filled up.
  const decimals = Math.max(0, printed - power);
  const filled = all + "0".repeat(Math.max(0, power - printed));
  const whole = filled.slice(0, filled.length - decimals).replace(/^0+(?=\d)/, "");
  const value = decimals === 0 ? whole : `${whole}.${filled.slice(-decimals)}`;
  const lastDigitWorth = decimals === 0 ? `1${"0".repeat(power - printed)}` : `0.${"0".repeat(decimals - 1)}1`;
  return { value, decimals, lastDigitWorth, as };
}
