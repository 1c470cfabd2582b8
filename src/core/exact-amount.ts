import { Decimal } from "decimal.js";

/**
 * An amount that is compared without rounding: a number, read by its shortest decimal text, or a decimal where it came
 * as text that no number holds.
 */
export type ExactAmount = number | Decimal;

// A clone of our own: a caller's `Decimal.set` must not change a class.
const Exact = Decimal.clone({ defaults: true });

const decimalText = /^-?\d{1,40}(?:\.\d{1,40})?$/;

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
  if (typeof value === "number") {
    return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)) ? value : null;
  }
  if (typeof value !== "string" || !decimalText.test(value)) return null;
  const number = Number(value);
  return Number.isSafeInteger(number) && !value.includes(".") ? number : new Exact(value);
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
  if (typeof amount === "number" && Number.isSafeInteger(right)) {
    // A fraction is only compared as it is: multiplied, a double could be rounded onto the bound.
    if (amountTimes === 1) return amount - right;
    if (Number.isSafeInteger(amount) && Number.isSafeInteger(amount * amountTimes)) return amount * amountTimes - right;
  }
  return differenceExactly(amount, amountTimes, bound, boundTimes).comparedTo(0);
}

/** `amount × amountTimes − bound × boundTimes`, every digit kept. */
function differenceExactly(amount: ExactAmount, amountTimes: number, bound: number, boundTimes: number): Decimal {
  const left = new Exact(amount);
  const right = new Exact(bound);
  // A product has at most the digits of both factors (a safe integer: 16); a sum spans from the largest to the last place.
  const Wide = Decimal.clone({ defaults: true, precision: left.precision(true) + left.decimalPlaces() + right.precision(true) + right.decimalPlaces() + 40 });
  return new Wide(left).times(amountTimes).minus(new Wide(right).times(boundTimes));
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
  const difference = differenceExactly(amount, amountTimes, bound, boundTimes);
  const Wide = difference.constructor as typeof Decimal;
  const whole = difference.dividedToIntegerBy(share);
  const remainder = difference.minus(new Wide(whole).times(share));
  return whole.toNumber() + remainder.comparedTo(0);
}

/**
 * The amount as plain decimal text, without exponent.
 *
 * @param amount - The amount.
 */
export function amountText(amount: ExactAmount): string {
  return new Exact(amount).toFixed();
}
