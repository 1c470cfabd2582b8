// Writes the two SQL files of the DuckDB notebook: npm run build && node examples/notebooks/write-sql.mjs

import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { standardInForce } from "chuan-ngheo";
import { areaRatesSql, toSql } from "chuan-ngheo/sql";

/**
 * The SQL of the founding case, by file name: a class for each household, each as of its own day of review and with
 * births known by day, month or year; and the rates of each area, from the table `classified`.
 */
export function foundingCaseSql() {
  const standard = standardInForce("2023-12-31");
  const columns = { households: { reviewedOn: "reviewed_on" }, members: { bornFrom: "born_from", bornTo: "born_to" } };
  return {
    "classes.sql": `${toSql(standard, { dialect: "duckdb", columns })}\n`,
    "rates.sql": `${areaRatesSql(standard, { dialect: "duckdb", tables: { classified: "classified" } })}\n`,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, sql] of Object.entries(foundingCaseSql())) writeFileSync(new URL(name, import.meta.url), sql);
}
