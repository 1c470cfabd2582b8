import { checkedList, placed, unexpected } from "../../core/checked-record.js";
import { PovertyStandardError } from "../../core/errors.js";
import { percentText, type Ratio } from "../../core/ratio.js";
import type { Measure } from "../measure.js";
import type { FormClaimColumn } from "./form-columns.js";
import { formProblem, type FormProblem } from "./form-problem.js";
import { areaKey, type AreaParts, type PrintedCell, type PrintedForm, type PrintedRow } from "./printed-row.js";

/** A line of an official table as data: of a row of `officialForm`, what claims are made from. */
export interface FormTableRow {
  /** Code of the area. */
  readonly areaCode: string;
  /** Its name. */
  readonly name: string;
  /** How many areas it is part of; an area stands before its parts. */
  readonly depth: number;
  /** What the line counts, on forms 2 and 3. */
  readonly measure: Measure | null;
  /** A cell for every column: a count, a share as its two counts, `null` where it is blank. */
  readonly cells: readonly (number | Ratio | null)[];
  /** The places of cells that are the least they can be. */
  readonly atLeast: readonly number[];
  /** Notes; one of code `unexplained` says that the balance is open. */
  readonly notes: readonly { readonly code: string }[];
}

/**
 * The rows of an official table as data.
 *
 * @param rows - The rows.
 * @param columns - The columns of the form.
 * @throws {@link PovertyStandardError} `invalid-input` with the path of what is no such row.
 */
export function formRows(rows: readonly FormTableRow[], columns: readonly FormClaimColumn[]): PrintedForm {
  const problems: FormProblem[] = [];
  const depths: number[] = [];
  const read = checkedList(rows, "rows", (element, place): PrintedRow => {
    const row = checkedRow(element, columns.length);
    depths.push(checkedDepth(row.depth, depths.at(-1)));
    const area = areaKey(row.areaCode, row.name);
    if (area === null) problems.push(formProblem("no-area", place, null));
    const cells = checkedList(row.cells, "cells", (cell, index) => printedCell(cell, columns[index] as FormClaimColumn));
    for (const index of row.atLeast) {
      if (cells[index] === null || cells[index] === undefined) continue;
      cells[index] = null;
      problems.push(formProblem("at-least", place, index));
    }
    return { place, area, measure: row.measure, isOpen: row.notes.some(({ code }) => code === "unexplained"), cells };
  });
  return { rows: read, parts: partsByDepth(read, depths), columns: [...columns.keys()], problems };
}

function checkedRow(value: unknown, columns: number): FormTableRow {
  if (typeof value !== "object" || value === null) throw unexpected(null, "expected a row of an official table", value);
  const { areaCode, name, measure, cells, atLeast, notes } = value as Readonly<Partial<Record<keyof FormTableRow, unknown>>>;
  if (typeof areaCode !== "string") throw unexpected("areaCode", "expected the code of an area as text", areaCode);
  if (typeof name !== "string") throw unexpected("name", "expected text", name);
  if (measure !== null && measure !== "households" && measure !== "persons") throw unexpected("measure", "expected households, persons or null", measure);
  if (!Array.isArray(cells) || cells.length !== columns) throw unexpected("cells", `expected a list of ${columns} cells`, cells);
  if (!Array.isArray(atLeast)) throw unexpected("atLeast", "expected a list of places", atLeast);
  if (!Array.isArray(notes)) throw unexpected("notes", "expected a list of notes", notes);
  return value as FormTableRow;
}

/** An area stands one level deeper than the one before it at most; otherwise it has no whole. */
function checkedDepth(depth: unknown, before: number | undefined): number {
  if (typeof depth !== "number" || !Number.isSafeInteger(depth) || depth < 0 || depth > (before ?? -1) + 1) {
    throw unexpected("depth", "expected how many areas it is part of, and every area after the one it is part of", depth);
  }
  return depth;
}

function printedCell(cell: unknown, { holds }: FormClaimColumn): PrintedCell {
  if (cell === null || cell === undefined) return null;
  if ("name" in holds) {
    if (typeof cell !== "number" || !Number.isSafeInteger(cell) || cell < 0) throw unexpected(null, "expected a count or null in a column of counts", cell);
    return cell;
  }
  if (typeof cell !== "object") throw unexpected(null, "expected a share or null in a column of shares", cell);
  try {
    return percentText(cell as Ratio);
  } catch (error) {
    throw placed(error, "share");
  }
}

function partsByDepth(rows: readonly PrintedRow[], depths: readonly number[]): AreaParts {
  const parts = new Map<string, (string | null)[]>();
  // The area at each depth that a row one level deeper is part of.
  const wholes: (string | null)[] = [];
  rows.forEach(({ area }, index) => {
    const depth = depths[index] ?? 0;
    wholes[depth] = area;
    const whole = depth === 0 ? null : (wholes[depth - 1] ?? null);
    if (whole === null) return;
    const some = parts.get(whole) ?? [];
    // Of households and of persons an area has a row each.
    if (some.at(-1) !== area) some.push(area);
    parts.set(whole, some);
  });
  return parts;
}

/**
 * Checks that a table has one of the forms' numbers.
 *
 * @param number - What came.
 * @throws {@link PovertyStandardError} `law-not-held` for another form, `invalid-input` for what is no number of one.
 */
export function requireFormNumber(number: unknown): void {
  if (typeof number !== "number" || !Number.isSafeInteger(number)) throw unexpected("number", "expected the number of a form", number);
  if (number < 1 || number > 7) throw new PovertyStandardError("law-not-held", "forms 1 to 7 are held; the columns of others are not known", "number");
}
