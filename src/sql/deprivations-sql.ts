import { checkedRecord, unexpected } from "../core/checked-record.js";
import { columnName } from "../core/column-name.js";
import { version } from "../core/version.js";
import { fingerprint } from "../law/fingerprint.js";
import { standardTables, type Standard } from "../law/standard.js";
import { acceptedMeans, checkedPersons, checkIndicatorNames, cited, classParts, countColumns, deprivedColumn } from "./class-columns.js";
import { comment, traitsOf, type SqlDialect, type TableName } from "./dialect.js";
import { SourceNames, type ColumnNames } from "./source-tables.js";
import { query, select, type SelectItem } from "./sql-text.js";

/** What a column of households can hold whose deprivations are recorded. */
export type RecordedColumn =
  | "id" | "areaCode" | "residence" | "persons" | "annualIncomeVnd" | "monthlyIncomePerPersonVnd" | "recordedClass"
  | "deprivationCount" | "deprivedAtLeast" | "deprivedAtMost";

/** From which table households with recorded deprivations are classified. */
export interface DeprivationsSqlOptions {
  /** The dialect. */
  readonly dialect: SqlDialect;
  /**
   * What is recorded: `flags`, a boolean column for each indicator (without this option); `count`, the number of
   * deprived indicators; `range`, the least and the most.
   */
  readonly recorded?: "flags" | "count" | "range" | undefined;
  /** Name of the table: `households` unless it is given. */
  readonly tables?: { readonly households?: TableName } | undefined;
  /**
   * Names of the columns: snake_case unless they are given, `null` for a column that is not there; `recordedClass` is
   * read only where it is named. `deprivations` names the flags by the ids of the indicators; without it the flag of
   * `healthInsurance` is `deprived_health_insurance`.
   */
  readonly columns?: { readonly households?: ColumnNames<RecordedColumn>; readonly deprivations?: ColumnNames<string> } | undefined;
}

const recordedColumns: readonly RecordedColumn[] = [
  "id", "areaCode", "residence", "persons", "annualIncomeVnd", "monthlyIncomePerPersonVnd", "recordedClass", "deprivationCount", "deprivedAtLeast", "deprivedAtMost",
];
const optionNames: ReadonlySet<keyof DeprivationsSqlOptions> = /* @__PURE__ */ new Set<keyof DeprivationsSqlOptions>(["dialect", "recorded", "tables", "columns"]);
const kinds: readonly unknown[] = ["flags", "count", "range"];

/**
 * A standard as one SQL query over households whose deprivations are recorded already, with the answers of
 * `classifyDeprivations`.
 *
 * Households have a row each: `id`, `area_code`, `residence`, `persons` (needed beside an annual income), one of the two
 * incomes, and a flag for each indicator or their number; `NULL` is unknown. The query gives the columns of
 * {@link toSql}; without flags there are none of single indicators. In a row that `classifyDeprivations` would refuse
 * class and possible are null.
 *
 * @param standard - The standard.
 * @param options - `dialect`, what is `recorded`, and what the table and its columns are called.
 * @returns One `SELECT`, without a semicolon.
 * @throws {@link PovertyStandardError} as {@link toSql}.
 *
 * @example
 * ```ts
 * const sql = deprivationsSql(standardById("vn/decree-351-2025"), { dialect: "postgres", recorded: "count" });
 * sql.includes('"deprivation_count"'); // => true
 * ```
 */
export function deprivationsSql(standard: Standard, options: DeprivationsSqlOptions): string {
  standardTables(standard);
  const { dialect, recorded = "flags", tables, columns } = checkedRecord(options, optionNames, "option") as Partial<DeprivationsSqlOptions>;
  if (dialect === undefined) throw unexpected("dialect", "expected a dialect", dialect);
  traitsOf(dialect);
  if (!kinds.includes(recorded)) throw unexpected("recorded", `expected one of ${kinds.join(", ")}`, recorded);
  checkIndicatorNames(standard, dialect);
  const names = new SourceNames(dialect, tables, columns, ["households"], ["households", "deprivations"]);
  const households = names.table("households", recordedColumns, ["recordedClass"], ["id", "residence"]);
  const ids = standard.indicators.map(({ id }) => id);
  const flags = names.columns("deprivations", ids, [], [], (id) => `deprived_${columnName(id)}`);
  const column = (key: RecordedColumn): string | null => households.column(key, "h");
  const text = (key: RecordedColumn): SelectItem => ({ sql: column(key) ?? `CAST(NULL AS ${traitsOf(dialect).text})`, as: columnName(key) });
  const optional = (key: RecordedColumn): readonly SelectItem[] => {
    const name = column(key);
    return name === null ? [] : [{ sql: name, as: columnName(key) }];
  };
  const persons = column("persons");
  const incomes = { annual: column("annualIncomeVnd") !== null, monthly: column("monthlyIncomePerPersonVnd") !== null };
  const most = standard.indicators.length;
  const count = (key: RecordedColumn, unknown: number): SelectItem => {
    const name = column(key);
    return { sql: name === null ? String(unknown) : `CASE WHEN ${name} IS NULL THEN ${unknown} WHEN ${name} BETWEEN 0 AND ${most} AND ${name} = floor(${name}) THEN CAST(${name} AS INTEGER) END`, as: "" };
  };
  const [least, greatest]: readonly [RecordedColumn, RecordedColumn] = recorded === "count" ? ["deprivationCount", "deprivationCount"] : ["deprivedAtLeast", "deprivedAtMost"];
  const known: readonly SelectItem[] =
    recorded === "flags"
      ? standard.indicators.map((indicator) => ({
          comment: comment(`${indicator.label.vi} / ${indicator.label.en} (${cited(indicator.citation)})`),
          sql: flags(indicator.id, "h") ?? "CAST(NULL AS BOOLEAN)",
          as: deprivedColumn(indicator),
        }))
      : [{ ...count(least, 0), as: "deprived_at_least" }, { ...count(greatest, most), as: "deprived_at_most" }];
  const { parts, last } = classParts("recorded", standard, incomes, {
    dialect,
    accepted: [
      ...acceptedMeans(incomes),
      "is_known_size",
      ...(incomes.annual ? ["(annual_income_vnd IS NULL OR persons IS NOT NULL)"] : []),
      ...(recorded === "flags" ? [] : ["deprived_at_least <= deprived_at_most"]),
    ],
    counts: recorded === "flags" ? countColumns(standard) : [],
    carried: ["id", "area_code", "persons", ...(recorded === "flags" ? standard.indicators.map(deprivedColumn) : [])],
    hasRecordedClass: column("recordedClass") !== null,
  });
  const checked = persons === null ? "CAST(NULL AS BIGINT)" : checkedPersons(persons);
  const first = {
    name: "recorded",
    comment: comment("The households with what is recorded of them."),
    sql: select(
      [
        text("id"), text("areaCode"), text("residence"),
        { sql: checked, as: "persons" },
        { comment: comment("whether the persons are a number of persons, or not given"), sql: persons === null ? "TRUE" : `${persons} IS NULL OR ${checked} IS NOT NULL`, as: "is_known_size" },
        ...optional("annualIncomeVnd"), ...optional("monthlyIncomePerPersonVnd"), ...optional("recordedClass"),
        ...known,
      ],
      `FROM ${households.name} AS h`,
    ),
  };
  return query(comment(`${standard.title.en} / ${standard.title.vi}: ${standard.id}, ${fingerprint(standard)}, chuan-ngheo ${version}; recorded deprivations.`), [first, ...parts], last);
}
