import type { PovertyClass, Standard } from "../law/standard.js";
import { checkRecordedClass } from "./check.js";
import type { Classification } from "./classification.js";

/**
 * Whether a register's class agrees with a classification.
 *
 * @param classification - What the rule gives.
 * @param recordedClass - What the register holds.
 * @param standard - The standard of the classification.
 * @returns `false` when the recorded class is impossible; `null` when it is only one of several possible ones, or when
 *   the standard does not hold it and the household may lie within the class that stands for it.
 * @throws {@link PovertyStandardError} `invalid-input` for a word that is no class.
 *
 * @example
 * ```ts
 * const standard = standardById("vn/decree-07-2021");
 * const urban = { residence: "urban", monthlyIncomePerPersonVnd: 1_800_000, deprivationCount: 1 } as const;
 * agreesWith(classifyDeprivations(urban, { standard }), "not-poor", standard); // => false
 * ```
 */
export function agreesWith(classification: Pick<Classification, "class" | "possible">, recordedClass: PovertyClass, standard: Standard): boolean | null {
  checkRecordedClass(recordedClass);
  const gap = standard.notHeld.find((each) => each.class === recordedClass);
  if (gap !== undefined) return classification.possible.includes(gap.within) ? null : false;
  if (!classification.possible.includes(recordedClass)) return false;
  return classification.class === recordedClass ? true : null;
}
