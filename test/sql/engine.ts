import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Standard } from "../../src/index.js";
import type { SqlDialect } from "../../src/sql.js";
import { answerColumn } from "./answers.js";

/** What a column holds; each engine has a type for it. */
export type ColumnType = "id" | "text" | "boolean" | "persons" | "money" | "area" | "date";

/** Columns with what they hold. */
export type Columns = readonly (readonly [name: string, type: ColumnType])[];

/** A table in a form that every engine reads: cells as text, blank for NULL. */
export interface Table {
  readonly name: string;
  readonly columns: Columns;
  readonly rows: readonly (readonly string[])[];
}

/** A database in which SQL is tried. */
export interface SqlEngine {
  /** Its dialect. */
  readonly dialect: SqlDialect;
  /** Makes a table, in place of one that has its name. */
  load(table: Table): Promise<void>;
  /** Makes a view, in place of one that has its name. */
  view(name: string, sql: string): Promise<void>;
  /** What a query gives, its values as text. */
  rows(sql: string): Promise<readonly (readonly (string | null)[])[]>;
  /** Ends it. */
  close(): Promise<void>;
}

/** A value as a cell. */
export function cell(value: unknown): string {
  return value === null || value === undefined ? "" : `${value as string | number | boolean}`;
}

/** Writes a table to a CSV file for as long as it is read. */
export async function withCsv<Result>({ columns, rows }: Table, read: (path: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "chuan-ngheo-"));
  const path = join(folder, "table.csv");
  writeFileSync(path, [columns.map(([name]) => name), ...rows].map((cells) => `${cells.map((each) => (each.includes(",") ? `"${each}"` : each)).join(",")}\n`).join(""));
  try {
    return await read(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The answers of a query of `toSql`, one line each, in the order of the ids. */
export async function answersOf(engine: SqlEngine, sql: string, standard: Standard, byIndicator = true): Promise<readonly string[]> {
  const rows = await engine.rows(`SELECT ${answerColumn(standard, byIndicator)} AS answer FROM (${sql}) AS classified ORDER BY id`);
  return rows.map(([answer]) => answer ?? "nothing");
}
