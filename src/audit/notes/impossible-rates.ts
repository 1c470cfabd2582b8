import { sentence } from "../audit-text.js";
import type { CheckedTable } from "../checked-table.js";
import type { Finding } from "../claims.js";
import { partsOf } from "../rounding.js";
import { amountAt, rateAt } from "../share-check.js";

/**
 * Wrong percentages that no count out of their printed whole has, so that not the count alone can be misprinted.
 *
 * @param checked - The table with its checks.
 */
export function impossibleRates({ table, checks, results }: CheckedTable): readonly Finding[] {
  if (!results.includes(false)) return [];
  return checks.flatMap((check, index) => {
    if (check.kind !== "shares" || check.whole === null || results[index] !== false) return [];
    const whole = amountAt(table.numbers, check.whole);
    if (whole === 0) return [];
    return check.shares.flatMap(({ path, rate: place }): Finding[] => {
      const rate = rateAt(table.numbers, place);
      const { low, high } = partsOf({ low: whole, high: whole }, rate);
      if (low <= high) return [];
      return [{
        code: "impossible-rate",
        severity: "note",
        claims: [path],
        computed: null,
        ...sentence(
          ({ count, percent }) => `Không có số nào trên ${check.wholeName} (${count(whole)}) cho tỷ lệ ${percent(rate)}: tỷ lệ hoặc tổng in sai.`,
          ({ count, percent }) => `No count out of ${check.wholeName} (${count(whole)}) is ${percent(rate)}: the percentage or the total is misprinted.`,
        ),
      }];
    });
  });
}
