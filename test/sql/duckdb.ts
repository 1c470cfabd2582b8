import { DuckDBInstance } from "@duckdb/node-api";
import { withCsv, type ColumnType, type SqlEngine, type Table } from "./engine.js";

/** Types of the columns; incomes and areas hold 20 decimals. */
const types: Readonly<Record<ColumnType, string>> = {
  id: "BIGINT", text: "VARCHAR", boolean: "BOOLEAN", persons: "DECIMAL(18, 2)", money: "DECIMAL(38, 20)", area: "DECIMAL(38, 20)", date: "DATE",
};

/** DuckDB in memory. */
export async function duckDb(): Promise<SqlEngine> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  const run = async (sql: string): Promise<void> => {
    await connection.run(sql);
  };
  return {
    dialect: "duckdb",
    view: (name, sql) => run(`CREATE OR REPLACE TEMP VIEW ${name} AS ${sql}`),
    load: (table: Table) =>
      withCsv(table, async (path) => {
        const columns = table.columns.map(([name, type]) => `CAST("${name}" AS ${types[type]}) AS "${name}"`);
        await run(`CREATE OR REPLACE TABLE ${table.name} AS SELECT ${columns.join(", ")} FROM read_csv('${path}', header = true, all_varchar = true, nullstr = '', delim = ',')`);
      }),
    rows: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRows().map((row) => row.map((value) => (value === null ? null : String(value))));
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
      return Promise.resolve();
    },
  };
}
