import { PovertyStandardError } from "../core/errors.js";

/**
 * How a cell of a CSV file is read. `word` is text of which spaces around it are no part; `text` is kept as it is;
 * `whole` is a whole number; `number` a number with an optional decimal point; `vnd` an amount; `words` several words
 * with commas between them.
 */
export type CellType = "word" | "text" | "whole" | "number" | "vnd" | "boolean" | "words";

const plainNumber = /^-?\d+(?:\.\d+)?$/;
// A whole number that passed through a table program with holes in the column ends in ".0".
const wholeNumber = /^-?\d{1,15}(?:\.0)?$/;
// 950.000 is more likely 950 thousand, grouped as in Vietnam, than 950 dong with three decimals.
const perhapsGrouped = /^-?\d{1,3}\.\d{3}$/;

/**
 * The value of a cell. What fits no type is handed on as text, so that the checker of records can tell what it expected.
 *
 * @param cell - The cell; not blank.
 * @param type - How it is read.
 * @param path - The name of the value, for an error.
 * @throws {@link PovertyStandardError} `invalid-input` for a number with grouping or an exponent.
 */
export function cellValue(cell: string, type: CellType, path: string): unknown {
  if (type === "text") return cell;
  const text = cell.trim();
  switch (type) {
    case "boolean": {
      // TRUE and True are how table programs write them.
      const folded = text.toLowerCase();
      return folded === "true" ? true : folded === "false" ? false : text;
    }
    case "whole":
      if (!wholeNumber.test(text)) throw new PovertyStandardError("invalid-input", "expected a whole number in digits alone, without grouping", path);
      return Number(text);
    case "vnd":
      if (perhapsGrouped.test(text))
        throw new PovertyStandardError("invalid-input", "expected VND without grouping; a point with three digits behind it may be a grouped thousand", path);
      return digitsOf(text, path);
    case "number":
      return digitsOf(text, path);
    case "words":
      return text.split(",").map((word) => word.trim());
    default:
      return text;
  }
}

/** The number as text, so that no digit is lost. */
function digitsOf(text: string, path: string): string {
  if (!plainNumber.test(text)) throw new PovertyStandardError("invalid-input", "expected a number without grouping, with a point before decimals", path);
  return text;
}
