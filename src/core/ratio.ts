import { PovertyStandardError } from "./errors.js";
import { decimalText } from "./exact-amount.js";
import { isWhole } from "./is-whole.js";
import type { Locale } from "./text.js";

/** A share that keeps its two counts; it becomes a decimal only when it is printed. */
export interface Ratio {
  /** What is counted; a non-negative safe integer. */
  readonly numerator: number;
  /** Out of how many; a positive safe integer. */
  readonly denominator: number;
}

/**
 * A ratio in percent as decimal text, rounded half up: `1.22`.
 *
 * @param ratio - The two counts.
 * @param decimals - How many decimals, 0 to 100; two, as the official tables print.
 * @throws {@link PovertyStandardError} `invalid-input` for counts that make no share.
 *
 * @example
 * ```ts
 * percentText({ numerator: 377, denominator: 30900 }); // => "1.22"
 * ```
 */
export function percentText(ratio: Ratio, decimals = 2): string {
  const scale = 10n ** BigInt(whole(decimals, "decimals", 0, 100) + 2);
  const denominator = BigInt(whole(ratio.denominator, "denominator", 1));
  // Half up: (2·n·scale + d) / 2d, cut off.
  const units = (2n * BigInt(whole(ratio.numerator, "numerator", 0)) * scale + denominator) / (2n * denominator);
  return decimalText(units, decimals);
}

function whole(value: number, path: string, least: number, most = Number.MAX_SAFE_INTEGER): number {
  if (!isWhole(value, least, most)) throw new PovertyStandardError("invalid-input", `expected a whole number from ${least} to ${most}`, path);
  return value;
}

/**
 * A ratio in percent as people print it: `1,22%` in Vietnamese, `1.22%` in English.
 *
 * @param ratio - The two counts.
 * @param options - `locale`: the language; `decimals`: how many, two unless told.
 * @throws {@link PovertyStandardError} `invalid-input` for counts that make no share.
 *
 * @example
 * ```ts
 * printedPercent({ numerator: 377, denominator: 30900 }, { locale: "vi" }); // => "1,22%"
 * ```
 */
export function printedPercent(ratio: Ratio, options: { readonly locale: Locale; readonly decimals?: number }): string {
  const text = percentText(ratio, options.decimals ?? 2);
  return `${options.locale === "vi" ? text.replace(".", ",") : text}%`;
}
