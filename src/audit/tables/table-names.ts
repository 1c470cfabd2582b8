import type { Phrases } from "../audit-text.js";

/** The names of tables in sentences, by their places. */
export type TableNames = readonly (string | number)[];

/**
 * Tables in a sentence: `table VN-2014, table 3`.
 *
 * @param tables - Their places.
 * @param names - The names of all tables.
 * @param say - The language.
 */
export function namedTables(tables: readonly number[], names: TableNames, say: Phrases): string {
  return say.names([...new Set(tables)].map((table) => `${say.locale === "vi" ? "bảng" : "table"} ${String(names[table] ?? table + 1)}`));
}
