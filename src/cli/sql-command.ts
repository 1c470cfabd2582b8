import { areaRatesSql } from "../sql/area-rates-sql.js";
import type { SqlDialect } from "../sql/dialect.js";
import { toSql } from "../sql/to-sql.js";
import type { Arguments } from "./arguments.js";
import type { Command, Run } from "./command.js";
import { dayOption, standardOption } from "./shared-options.js";
import { UsageError } from "./usage-error.js";

const details = `The query reads two tables and gives each household the class that classify gives it:
  households  id, area_code, residence, persons, annual_income_vnd, monthly_income_per_person_vnd, and facts
  members     household_id, born_on (a DATE), and facts
Facts have the names of classify --help in snake_case; only those that the standard needs are read. NULL is unknown, and
so is a word that is none of the fact's. A column that is not there: make a view with NULL in its place.

It gives id, area_code, persons, deprived_<indicator> (NULL where unknown), deprived_at_least, deprived_at_most, class
(NULL while undetermined) and possible (classes joined by commas, poorest first). A row that classify would refuse has
neither class nor possible classes.

--rates: it gives poverty rates by area instead, and reads two tables more:
  areas       code, name, level, parent
  residents   area_code, households, persons (all who live there, poor or not)

Other names, recorded classes, births between two days and a review day for each row: toSql of chuan-ngheo/sql.`;

/** Writes a standard as SQL. */
export const sqlCommand: Command = {
  name: "sql",
  summary: "a standard as one SQL query, for DuckDB, PostgreSQL or Spark",
  options: [
    { name: "dialect", value: "DIALECT", choices: ["duckdb", "postgres", "spark"], required: true, summary: "duckdb, postgres or spark" },
    { name: "standard", value: "ID", required: true, summary: "the standard, for example vn/decree-07-2021" },
    { name: "on", value: "DAY", required: true, summary: "the review day, YYYY-MM-DD" },
    { name: "rates", value: null, summary: "poverty rates by area, in place of a class for each household" },
  ],
  takesFile: false,
  details,
  run: writeSql,
};

function writeSql(args: Arguments, { output }: Run): Promise<void> {
  const standard = standardOption(args);
  const on = dayOption(args);
  if (standard === null || on === null) throw new UsageError("expected --standard ID and --on DAY");
  const options = { dialect: args.options.get("dialect") as SqlDialect, on };
  output.write(`${args.options.has("rates") ? areaRatesSql(standard, options) : toSql(standard, options)}\n`);
  return Promise.resolve();
}
