import { isPovertyStandardError } from "../core/errors.js";
import { areaTree, type Area } from "../area/area-tree.js";
import type { Arguments } from "./arguments.js";
import type { Run } from "./command.js";
import { knownKeys } from "./known-keys.js";
import type { Mapping } from "./mapping.js";
import { openOther } from "./open-input.js";
import { problemOf, type Problem } from "./problem.js";
import type { Keyed, ReadRecord } from "./read-records.js";
import { recordShape, type RecordShape } from "./record-shape.js";
import { UsageError } from "./usage-error.js";

/** A file about areas or reviews beside the main input, and the name of the option that gives it. */
type PlacesFile = "areas" | "residents" | "recognised-average" | "crosswalk" | "reviews";

/** A row of such a file, with the line on which it stands. */
export interface PlaceRow {
  readonly line: number;
  readonly record: Keyed;
}

/** What an area can hold. */
export const areaShape: RecordShape = recordShape("an area", { code: { type: "word" }, name: { type: "word" }, level: { type: "word" }, parent: { type: "word" } });

/** What residents, or recognised households, of an area can hold. */
export const countsShape: RecordShape = recordShape("a row of counts", { areaCode: { type: "word" }, households: { type: "whole" }, persons: { type: "whole" } });

/** So many wrong rows are reported one by one; a file with more is not the one that was meant. */
const MOST_WRONG_ROWS = 1000;

/**
 * The rows of a file; those that cannot be read are reported and left out.
 *
 * @param file - Which.
 * @param shape - What a row can hold.
 * @param args - The arguments.
 * @param run - What the command works with.
 * @param mappings - The mappings of `--map`.
 */
export async function readRows(file: PlacesFile, shape: RecordShape, args: Arguments, run: Run, mappings: ReadonlyMap<string, Mapping>): Promise<readonly PlaceRow[]> {
  const { reporter } = run;
  const rows: PlaceRow[] = [];
  for await (const { line, record, problem } of rowsOf(file, shape, args, run, mappings)) {
    if (problem !== null) reporter.problem(line, problem, file);
    else rows.push({ line, record });
    if (reporter.full) await reporter.drained();
  }
  return rows;
}

/**
 * The rows of a file in which none may be wrong, since one that is left out would change what the others mean.
 *
 * @param file - Which.
 * @param shape - What a row can hold.
 * @param args - The arguments.
 * @param run - What the command works with.
 * @param mappings - The mappings of `--map`.
 * @throws {@link UsageError} with the line of the first row that cannot be read.
 */
export async function readAllRows(file: PlacesFile, shape: RecordShape, args: Arguments, run: Run, mappings: ReadonlyMap<string, Mapping>): Promise<readonly PlaceRow[]> {
  const rows: PlaceRow[] = [];
  for await (const { line, record, problem } of rowsOf(file, shape, args, run, mappings)) {
    if (problem !== null) throw wrongRow(file, line, problem);
    rows.push({ line, record });
  }
  return rows;
}

async function* rowsOf(file: PlacesFile, shape: RecordShape, args: Arguments, run: Run, mappings: ReadonlyMap<string, Mapping>): AsyncGenerator<ReadRecord> {
  const { records } = await openOther(file, args.options.get(file) ?? "", args, run, shape, mappings);
  const known = new Set([...shape.fields.values()].map(({ name }) => name));
  for await (const row of records) {
    const isKept = row.problem !== null || !args.options.has("allow-unknown");
    yield isKept ? row : { ...row, record: knownKeys(row.record, known, (key) => run.reporter.leftOut(row.line, key, file)) };
  }
}

function wrongRow(file: PlacesFile, line: number, { path, message }: Problem): UsageError {
  return new UsageError(`the ${file} file, line ${line}${path === null ? "" : `, ${path}`}: ${message}`);
}

/**
 * What is made of all rows of a file in which none may be wrong.
 *
 * @param file - Which.
 * @param list - The name of the list in the paths of errors.
 * @param rows - From {@link readAllRows}.
 * @param make - What is made of them.
 * @throws {@link UsageError} with the line of the row that is wrong.
 */
export function madeOfAllRows<Result>(file: PlacesFile, list: string, rows: readonly PlaceRow[], make: (records: readonly Keyed[]) => Result): Result {
  try {
    return make(rows.map(({ record }) => record));
  } catch (error) {
    if (!isPovertyStandardError(error)) throw error;
    const { index, path } = placeOf(error.path, list);
    const row = rows[index];
    throw row === undefined ? new UsageError(`the ${file} file: ${error.message}`) : wrongRow(file, row.line, { ...problemOf(error), path });
  }
}

/**
 * The rows without those that a check names, one after another; each is reported.
 *
 * @param file - Of which file.
 * @param list - The name of the list in the paths of errors.
 * @param all - From {@link readRows}.
 * @param run - What the command works with.
 * @param check - Throws for the first row that is wrong.
 */
export function goodRows(file: PlacesFile, list: string, all: readonly PlaceRow[], { reporter }: Run, check: (records: readonly Keyed[]) => unknown): readonly Keyed[] {
  const rows = [...all];
  for (let wrong = 0; ; wrong++) {
    const records = rows.map(({ record }) => record);
    try {
      check(records);
      return records;
    } catch (error) {
      if (!isPovertyStandardError(error)) throw error;
      const { index, path } = placeOf(error.path, list);
      const row = rows[index];
      if (row === undefined) throw new UsageError(`the ${file} file: ${error.message}`);
      if (wrong === MOST_WRONG_ROWS) throw new UsageError(`the ${file} file: more than ${MOST_WRONG_ROWS} rows are wrong`);
      const problem = { ...problemOf(error), path };
      const orphan = path === "parent" && !records.some(({ code }) => code === row.record["parent"]);
      reporter.problem(row.line, orphan ? { ...problem, message: `${problem.message}; the area is counted by itself` } : problem, file);
      if (orphan) rows[index] = { ...row, record: { ...row.record, parent: null } };
      else rows.splice(index, 1);
    }
  }
}

/** Which row the path of an error names, and where in it; -1 where it names none. */
function placeOf(path: string | null, list: string): { readonly index: number; readonly path: string | null } {
  const place = new RegExp(`^${list}\\[(\\d+)\\](?:\\.(.*))?$`).exec(path ?? "");
  return { index: Number(place?.[1] ?? -1), path: place?.[2] ?? null };
}

/**
 * The areas of `--areas` without the rows that are wrong; these are reported.
 *
 * @param args - The arguments.
 * @param run - What the command works with.
 * @param mappings - The mappings of `--map`.
 */
export async function readAreas(args: Arguments, run: Run, mappings: ReadonlyMap<string, Mapping>): Promise<readonly Area[]> {
  const rows = await readRows("areas", areaShape, args, run, mappings);
  return goodRows("areas", "areas", rows, run, (records) => areaTree(records as unknown as readonly Area[])) as unknown as readonly Area[];
}
