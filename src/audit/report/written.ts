import type { Locale } from "../../core/text.js";
import { sentence, type Wording } from "../audit-text.js";
import type { WholeInterval } from "../claims.js";

/**
 * A text with numbers in one language.
 *
 * @param locale - The language.
 * @param wording - The text.
 */
export function written(locale: Locale, wording: Wording): string {
  return sentence(wording, wording)[locale];
}

/**
 * Whole numbers of an interval in words: `from 30,776 to 30,929`.
 *
 * @param interval - The first and the last; `null` for no last one.
 * @param locale - The language.
 */
export function writtenInterval([low, high]: WholeInterval, locale: Locale): string {
  return written(locale, ({ range }) => range({ low, high: high ?? Infinity }));
}

/**
 * How likely each of some repairs is beside the first, which is 100: `< 1` for less than one.
 *
 * @param weights - Their weights, the highest first.
 */
export function likelihoods(weights: readonly number[]): readonly string[] {
  const [first = 1] = weights;
  return weights.map((weight) => {
    const share = Math.round((100 * weight) / first);
    return share < 1 ? "< 1" : String(share);
  });
}
