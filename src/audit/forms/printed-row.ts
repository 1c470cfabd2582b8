import type { Measure } from "../measure.js";
import type { FormProblem } from "./form-problem.js";

/** A cell that was read: a count, a percentage as printed, or `null` where it is blank or could not be read. */
export type PrintedCell = number | string | null;

/** A line of a form after it was read. */
export interface PrintedRow {
  /** Its place in the form, from 0. */
  readonly place: number;
  /** Code of its area, or its name where it has none; `null` where the line is of no known area. */
  readonly area: string | null;
  /** What it counts, where the columns do not say it. */
  readonly measure: Measure | null;
  /** Whether the form says of it that its balance does not close. */
  readonly isOpen: boolean;
  /** A cell for every column of the form. */
  readonly cells: readonly PrintedCell[];
}

/** The areas that each area is the sum of, `null` for one that has no name; an area without parts has no entry. */
export type AreaParts = ReadonlyMap<string, readonly (string | null)[]>;

/** A form after it was read. */
export interface PrintedForm {
  readonly rows: readonly PrintedRow[];
  /** As the form itself tells them; `null` where it does not. */
  readonly parts: AreaParts | null;
  /** The place of each column of the form in what was given, `null` where it is not there. */
  readonly columns: readonly (number | null)[];
  readonly problems: readonly FormProblem[];
}

/**
 * The key of an area in names of counts.
 *
 * @param code - Its code, possibly blank.
 * @param name - Its name, possibly blank.
 */
export function areaKey(code: string, name: string): string | null {
  const key = (code.trim() === "" ? name : code).trim().normalize("NFC");
  return key === "" ? null : key;
}
