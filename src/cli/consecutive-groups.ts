import type { GoodRecord, ReadRecord } from "./read-records.js";

/** The rows of one household, which stand together in a file. */
export interface Group {
  /** The id of the household. */
  readonly id: string;
  /** The line of its first row. */
  readonly line: number;
  /** The rows that could be read. */
  readonly rows: readonly GoodRecord[];
  /** The line of a row that could not be read and may belong to it: of this household not all is known. `null` if none. */
  readonly brokenAt: number | null;
}

interface GrowingGroup extends Group {
  readonly rows: GoodRecord[];
  brokenAt: number | null;
}

/**
 * Puts rows with the same id that follow each other together.
 *
 * A row that cannot be read, and whose id cannot be told either, may belong to the household before it or to the one
 * after it: both are marked.
 *
 * @param rows - The rows in the order of the file.
 * @param idOf - The id of the household to which a row belongs; `null` where it cannot be told.
 * @param report - Is told of each row that cannot be read.
 */
export async function* consecutiveGroups(
  rows: AsyncIterable<ReadRecord>,
  idOf: (row: ReadRecord) => string | null,
  report: (row: ReadRecord) => void,
): AsyncGenerator<Group> {
  let group = null as GrowingGroup | null;
  let brokenBefore: number | null = null;
  for await (const row of rows) {
    const id = idOf(row);
    if (row.problem !== null || id === null) report(row);
    if (id === null) {
      brokenBefore = row.line;
      if (group !== null) group.brokenAt ??= row.line;
      continue;
    }
    if (group?.id !== id) {
      if (group !== null) yield group;
      group = { id, line: row.line, rows: [], brokenAt: brokenBefore };
    }
    brokenBefore = null;
    if (row.problem === null) group.rows.push(row);
    else group.brokenAt ??= row.line;
  }
  if (group !== null) yield group;
}
