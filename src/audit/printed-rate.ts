import { unexpected } from "../core/checked-record.js";

/** A printed percentage: `46.66` is 4,666 units of two decimals. */
export interface PrintedRate {
  /** All its digits as one whole number. */
  readonly units: number;
  /** How many of them are decimals. */
  readonly decimals: number;
}

const ratePattern = /^\d+(\.\d+)?$/;
/** 15 digits are always a safe integer. */
const mostDigits = 15;

/**
 * Reads a percentage as a claim prints it, or answers `null` when the text is none.
 *
 * @param text - Digits, and decimals after a point.
 */
export function printedRate(text: string): PrintedRate | null {
  if (!ratePattern.test(text)) return null;
  const point = text.indexOf(".");
  const digits = point < 0 ? text : text.slice(0, point) + text.slice(point + 1);
  return digits.length > mostDigits ? null : { units: Number(digits), decimals: point < 0 ? 0 : text.length - point - 1 };
}

/**
 * Checks and reads a percentage.
 *
 * @param value - What came.
 * @param path - Where.
 * @throws {@link PovertyStandardError} `invalid-input` when it is no such text.
 */
export function checkedRate(value: unknown, path: string): PrintedRate {
  const rate = typeof value === "string" ? printedRate(value) : null;
  if (rate === null) throw unexpected(path, `expected a percentage as text, digits with decimals after a point, ${mostDigits} digits at most`, value);
  return rate;
}

/**
 * A percentage as a claim writes it.
 *
 * @param rate - The percentage.
 */
export function rateText({ units, decimals }: PrintedRate): string {
  const digits = String(units).padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
