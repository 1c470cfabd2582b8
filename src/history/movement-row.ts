import { PovertyStandardError } from "../core/errors.js";
import type { MovementColumnNumber } from "./movement-columns.js";

/** A count as a range. */
export interface CountRange {
  /** The least that it can be. */
  readonly low: number;
  /** The most. The same as `low` where it is known. */
  readonly high: number;
}

/** A line of form 2 or 3, of households or of persons. */
export interface MovementLine {
  /**
   * Columns 1 to 9. `null` where a count is not known: 6 and 7 while entries are undetermined between them, and a count
   * of persons where a household in it was given without its persons.
   */
  readonly columns: Readonly<Record<MovementColumnNumber, number | null>>;
  /** Columns 6 and 7 together, which are known though each alone may not be. */
  readonly entered: number | null;
  /** Column 6 as a range. */
  readonly relapsed: CountRange | null;
  /** Column 7 as a range. */
  readonly newlyArising: CountRange | null;
  /** In column 1, left the records without a reason, and so in no other column. */
  readonly unexplained: number | null;
}

/** Form 2 or form 3 of an area. While it is open, 9 = 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8 − `unexplained`. */
export interface MovementTable {
  /** The line of households. */
  readonly households: MovementLine;
  /** The line of persons. */
  readonly persons: MovementLine;
  /** Whether a household left the records without a reason: then the columns do not yet give column 9. */
  readonly open: boolean;
}

/** The movements of an area. */
export interface AreaMovements {
  /** Code of the area; `null` where the households were given without one. */
  readonly areaCode: string | null;
  /** Movements of poor households. */
  readonly form2: MovementTable;
  /** Movements of near-poor households. */
  readonly form3: MovementTable;
  /** Whether form 2 or form 3 is. */
  readonly open: boolean;
  /** How many households were given without their persons where a column needs them; missing where there is none. */
  readonly householdsWithoutPersons?: number;
}

/** Counts of a line have places: columns 1 to 9 by their numbers, then entries that are undetermined between 6 and 7 … */
export const placeOfUndetermined = 10;

/** … and, last, what left the records without a reason. */
export const placeOfUnexplained = 11;

/**
 * A row from its forms.
 *
 * @param areaCode - Code of the area, or `null`.
 * @param form2 - Form 2.
 * @param form3 - Form 3.
 * @param householdsWithoutPersons - How many were given without a size that is needed.
 */
export function areaMovements(areaCode: string | null, form2: MovementTable, form3: MovementTable, householdsWithoutPersons: number): AreaMovements {
  return { areaCode, form2, form3, open: form2.open || form3.open, ...(householdsWithoutPersons > 0 ? { householdsWithoutPersons } : {}) };
}

/**
 * A line from its counts.
 *
 * @param count - The count at a place; `null` where it is not known.
 */
export function movementLine(count: (place: number) => number | null): MovementLine {
  const open = count(placeOfUndetermined);
  const relapsed = range(count(6), open);
  const newlyArising = range(count(7), open);
  return {
    columns: {
      1: count(1), 2: count(2), 3: count(3), 4: count(4), 5: count(5),
      6: certain(relapsed), 7: certain(newlyArising), 8: count(8), 9: count(9),
    },
    entered: relapsed === null || newlyArising === null ? null : relapsed.low + newlyArising.high,
    relapsed, newlyArising,
    unexplained: count(placeOfUnexplained),
  };
}

function range(least: number | null, open: number | null): CountRange | null {
  return least === null || open === null ? null : { low: least, high: least + open };
}

/** What a range says for certain: nothing, unless it is one number. */
function certain(range: CountRange | null): number | null {
  return range !== null && range.low === range.high ? range.low : null;
}

/**
 * The rows of the parts of an area as its own: counts are added.
 *
 * @param areaCode - Code of the whole.
 * @param parts - Rows of its parts; none is an area without listed households.
 */
export function addedMovements(areaCode: string | null, parts: readonly AreaMovements[]): AreaMovements {
  const form2 = addedTables(parts.map((part) => part.form2));
  const form3 = addedTables(parts.map((part) => part.form3));
  const householdsWithoutPersons = parts.reduce((sum, part) => sum + (part.householdsWithoutPersons ?? 0), 0);
  return areaMovements(areaCode, form2, form3, householdsWithoutPersons);
}

function addedTables(tables: readonly MovementTable[]): MovementTable {
  return {
    households: addedLines(tables.map(({ households }) => households)),
    persons: addedLines(tables.map(({ persons }) => persons)),
    open: tables.some(({ open }) => open),
  };
}

function addedLines(lines: readonly MovementLine[]): MovementLine {
  return movementLine((place) => sum(lines.map((line) => countAt(line, place))));
}

/** The inverse of {@link movementLine}. */
function countAt({ columns, relapsed, newlyArising, unexplained }: MovementLine, place: number): number | null {
  if (place === 6) return relapsed?.low ?? null;
  if (place === 7) return newlyArising?.low ?? null;
  if (place === placeOfUnexplained) return unexplained;
  if (place !== placeOfUndetermined) return columns[place as MovementColumnNumber];
  const entries = relapsed ?? newlyArising;
  return entries === null ? null : entries.high - entries.low;
}

/** A sum is known where every part of it is. */
function sum(counts: readonly (number | null)[]): number | null {
  const total = counts.reduce<number | null>((sumSoFar, count) => (sumSoFar === null || count === null ? null : sumSoFar + count), 0);
  if (total !== null && !Number.isSafeInteger(total)) throw new PovertyStandardError("invalid-input", "expected counts whose sum is below 2^53", "rows");
  return total;
}
