import type { Measure } from "../measure.js";
import { parsePrintedNumber } from "../printed-number.js";
import { printedRate } from "../printed-rate.js";
import type { FormProblemCode } from "./form-problem.js";
import type { PrintedCell } from "./printed-row.js";

/** What the text of a cell says: a number, nothing, or why it is not read. */
export type ReadCell = { readonly cell: PrintedCell } | { readonly problem: FormProblemCode };

/**
 * Reads a cell as people type it. It never guesses; but that a column counts households or persons, which are whole, is
 * known: `1.500` among counts is one thousand five hundred.
 *
 * @param text - The text.
 * @param counts - What the column counts; `null` for a column of percentages.
 */
export function readCell(text: string, counts: Measure | null): ReadCell {
  const trimmed = text.trim();
  if (trimmed === "") return { cell: null };
  if (/^(?:≥|>=)/.test(trimmed)) return { problem: "at-least" };
  const read = parsePrintedNumber(trimmed);
  if (read.status === "unreadable" || read.rest !== "") return { problem: "unreadable" };
  if (read.approximate !== null || read.rounded) return { problem: "approximate" };
  if (read.unit !== null && read.unit !== (counts ?? "percent")) return { problem: "other-unit" };
  const [first] = read.readings;
  if (counts === null) {
    if (read.status === "ambiguous") return { problem: "ambiguous" };
    return printedRate(first.value) === null ? { problem: "too-large" } : { cell: first.value };
  }
  // A misplaced mark is a repair, not a reading.
  const spelt = read.readings.filter(({ as }) => as !== "misplaced");
  const whole = spelt.filter(({ decimals }) => decimals === 0);
  if (whole.length > 1) return { problem: "ambiguous" };
  const [count] = whole;
  if (count === undefined) return { problem: "not-whole" };
  const value = Number(count.value);
  return Number.isSafeInteger(value) ? { cell: value } : { problem: "too-large" };
}
