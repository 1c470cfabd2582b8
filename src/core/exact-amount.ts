/** A decimal number without rounding: `units / 10 ** scale`. */
export interface ExactDecimal {
  /** All digits, as one whole number. */
  readonly units: bigint;
  /** How many of them are decimals. */
  readonly scale: number;
}

/**
 * An amount that is compared without rounding: a number, read by its shortest decimal text, or a decimal where it came
 * as text that no number holds.
 */
export type ExactAmount = number | ExactDecimal;

const writtenDecimal = /^-?\d{1,40}(?:\.\d{1,40})?$/;

/**
 * Reads an amount by its decimal text, or answers `null` when it is none.
 *
 * A number is read by its shortest decimal text; one beyond 2⁵³ is refused, because its last digits are already lost:
 * such an amount must come as text. A text is an optional minus, up to 40 digits and up to 40 decimals, without
 * grouping and without exponent.
 *
 * @param value - Anything.
 */
export function exactAmount(value: unknown): ExactAmount | null {
  if (typeof value === "number") return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)) ? value : null;
  if (typeof value !== "string" || !writtenDecimal.test(value)) return null;
  const number = Number(value);
  return Number.isSafeInteger(number) && !value.includes(".") ? number : exactDecimal(value);
}

/** The decimal that a text writes, or a number by its shortest text, which may have an exponent: `1e-7`. */
function exactDecimal(text: string): ExactDecimal {
  const [mantissa = "0", exponent = "0"] = text.split("e");
  const [whole = "0", decimals = ""] = mantissa.split(".");
  const scale = decimals.length - Number(exponent);
  const units = BigInt(whole + decimals);
  return scale < 0 ? { units: units * 10n ** BigInt(-scale), scale: 0 } : { units, scale };
}

function decimalOf(amount: ExactAmount): ExactDecimal {
  return typeof amount === "number" ? exactDecimal(String(amount)) : amount;
}

/**
 * Sign of `amount × amountTimes − bound × boundTimes`: cross-multiplied, never divided.
 *
 * @param amount - The amount.
 * @param amountTimes - A whole number, 1 or more.
 * @param bound - What it is compared with, in the same unit once both are multiplied.
 * @param boundTimes - A whole number, 1 or more.
 * @returns A negative number below the bound, 0 on it, a positive one above it.
 */
export function compareExactly(amount: ExactAmount, amountTimes: number, bound: number, boundTimes: number): number {
  const right = bound * boundTimes;
  // The product of a fraction may be rounded onto a whole number: 0.3333333333333333 × 3 is 1 as a double.
  if (typeof amount === "number" && Number.isSafeInteger(bound) && Number.isSafeInteger(right)) {
    if (amountTimes === 1) return amount - right;
    if (Number.isSafeInteger(amount) && Number.isSafeInteger(amount * amountTimes)) return amount * amountTimes - right;
  }
  const { units } = difference(amount, amountTimes, bound, boundTimes);
  return units < 0n ? -1 : units > 0n ? 1 : 0;
}

/** `amount × amountTimes − bound × boundTimes`, every digit kept. */
function difference(amount: ExactAmount, amountTimes: number, bound: number, boundTimes: number): ExactDecimal {
  const left = decimalOf(amount);
  const right = decimalOf(bound);
  const scaled = (units: bigint, times: number, scale: number): bigint => units * BigInt(times) * 10n ** BigInt(scale);
  return { units: scaled(left.units, amountTimes, right.scale) - scaled(right.units, boundTimes, left.scale), scale: left.scale + right.scale };
}

/**
 * How far `amount × amountTimes` lies from `bound × boundTimes`, divided by `share` and rounded away from zero to a
 * whole number: 0 only exactly on the bound.
 *
 * @param amount - The amount.
 * @param amountTimes - A whole number, 1 or more.
 * @param bound - What it is compared with.
 * @param boundTimes - A whole number, 1 or more.
 * @param share - What the distance is shared by, 1 or more.
 */
export function wholeDistance(amount: ExactAmount, amountTimes: number, bound: number, boundTimes: number, share: number): number {
  const { units, scale } = difference(amount, amountTimes, bound, boundTimes);
  const divisor = BigInt(share) * 10n ** BigInt(scale);
  const rest = units % divisor;
  return Number(units / divisor) + (rest < 0n ? -1 : rest > 0n ? 1 : 0);
}

/**
 * The amount as plain decimal text, without exponent and without zeros at the end.
 *
 * @param amount - The amount.
 */
export function amountText(amount: ExactAmount): string {
  const { units, scale } = decimalOf(amount);
  const text = decimalText(units < 0n ? -units : units, scale);
  return (units < 0n ? "-" : "") + (scale === 0 ? text : text.replace(/\.?0+$/, ""));
}

/**
 * A whole number of units, each a decimal fraction, as decimal text with all its decimals.
 *
 * @param units - 0 or more.
 * @param decimals - How many of their digits are decimals.
 */
export function decimalText(units: bigint, decimals: number): string {
  const digits = units.toString().padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
