import { sentence } from "../audit-text.js";
import type { CheckedTable } from "../checked-table.js";
import { readingNames, interval } from "../check-errors.js";
import type { Finding } from "../claims.js";
import { measureOf, type Measure } from "../measure.js";
import { commonWhole, readingHolds } from "../share-check.js";

const measures: Readonly<Record<Measure, { readonly vi: string; readonly en: string }>> = {
  households: { vi: "hộ", en: "households" },
  persons: { vi: "người", en: "persons" },
};

/**
 * Which reading fits where the parts of some shares may be read in several ways.
 *
 * @param checked - The table with its checks.
 */
export function readingNotes({ table, checks, results }: CheckedTable): readonly Finding[] {
  if (!table.shares.some(({ readings }) => readings.length > 1)) return [];
  return checks.flatMap((check, index): Finding[] => {
    if (check.kind !== "shares" || check.readings === 1 || results[index] === false) return [];
    const readings = Array.from({ length: check.readings }, (_, reading) => ({
      names: readingNames(check, reading, table),
      fits: readingHolds(check, reading, table.numbers) !== false,
      bounds: commonWhole(check, reading, table.numbers),
    }));
    const isPrinted = check.whole !== null;
    const fitting = readings.filter(({ fits }) => fits);
    const [only] = fitting;
    if (only === undefined) return [];
    const others = readings.filter(({ fits }) => !fits);
    const shown = (names: readonly string[], language: "vi" | "en"): string => {
      const measure = measureOf(names);
      return measure === null ? names.join(", ") : `${measures[measure][language]} (${names.join(", ")})`;
    };
    const list = (some: typeof readings, language: "vi" | "en", word: string): string => some.map(({ names }) => shown(names, language)).join(word);
    if (fitting.length > 1) {
      return [{
        code: "several-readings-fit",
        severity: "note",
        claims: check.claims,
        computed: isPrinted ? null : fitting.map(({ bounds }) => interval(bounds)),
        ...sentence(
          () => `Các tỷ lệ trên ${check.wholeName} khớp với nhiều cách đọc: ${list(fitting, "vi", "; ")}. Không thể biết cách nào đúng.`,
          () => `The percentages of ${check.wholeName} fit more than one reading: ${list(fitting, "en", "; ")}. Which is meant cannot be told.`,
        ),
      }];
    }
    return [{
      code: "reading-fits",
      severity: "note",
      claims: check.claims,
      computed: isPrinted ? null : interval(only.bounds),
      ...sentence(
        ({ range }) => `Các tỷ lệ trên ${check.wholeName} là tỷ lệ của ${shown(only.names, "vi")}, không phải của ${list(others, "vi", " hay ")}: chỉ cách đọc này khớp ${isPrinted ? "với tổng đã in" : `với một tổng chung, ${range(only.bounds)}`}.`,
        ({ range }) => `The percentages of ${check.wholeName} are shares of ${shown(only.names, "en")}, not of ${list(others, "en", " or ")}: only so do they fit ${isPrinted ? "the printed total" : `one total, ${range(only.bounds)}`}.`,
      ),
    }];
  });
}
