import { checkedRecord, unexpected } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";
import { columnName } from "../core/column-name.js";
import { dayNumber, type Day, type DayNumber } from "../core/plain-date.js";
import { version } from "../core/version.js";
import { factByName, householdFacts, memberFacts, type Fact, type FactName, type HouseholdFactName, type MemberFactName } from "../law/facts.js";
import { fingerprint } from "../law/fingerprint.js";
import { standardTables, type Standard } from "../law/standard.js";
import { acceptedMeans, checkedPersons, checkIndicatorNames, cited, classParts, countColumns, deprivedColumn } from "./class-columns.js";
import { comment, dayLiteral, traitsOf, type SqlDialect, type TableName } from "./dialect.js";
import { ExpressionWriter, wordNumber } from "./expression-sql.js";
import { SourceNames, type ColumnNames, type SourceTable } from "./source-tables.js";
import { joined, query, select, type QueryPart, type SelectItem } from "./sql-text.js";

/** What a column of households can hold beside the facts of the catalogue. */
export type HouseholdColumn =
  | "id" | "areaCode" | "residence" | "persons" | "annualIncomeVnd" | "monthlyIncomePerPersonVnd" | "reviewedOn" | "recordedClass" | HouseholdFactName;

/** What a column of members can hold beside the facts of the catalogue. */
export type MemberColumn = "householdId" | "bornFrom" | "bornTo" | MemberFactName;

/** From which tables, and as of which day, households are classified. */
export interface ToSqlOptions {
  /** The dialect. */
  readonly dialect: SqlDialect;
  /** The review day, `YYYY-MM-DD`; needed unless a column `reviewedOn` is named, and then for its nulls. */
  readonly on?: Day | undefined;
  /** Names of the tables: `households` and `members` unless they are given. */
  readonly tables?: { readonly households?: TableName; readonly members?: TableName } | undefined;
  /**
   * Names of the columns: snake_case unless they are given (`floorAreaM2` is `floor_area_m2`), `null` for a column that
   * is not there. `reviewedOn`, `recordedClass`, and `bornFrom` with `bornTo` in place of `bornOn`, are read only where
   * they are named.
   */
  readonly columns?: { readonly households?: ColumnNames<HouseholdColumn>; readonly members?: ColumnNames<MemberColumn> } | undefined;
}

const householdColumns: readonly HouseholdColumn[] = [
  "id", "areaCode", "residence", "persons", "annualIncomeVnd", "monthlyIncomePerPersonVnd", "reviewedOn", "recordedClass",
  ...(Object.keys(householdFacts) as HouseholdFactName[]),
];
const memberColumns: readonly MemberColumn[] = ["householdId", "bornFrom", "bornTo", ...(Object.keys(memberFacts) as MemberFactName[])];
const optionNames: ReadonlySet<keyof ToSqlOptions> = /* @__PURE__ */ new Set<keyof ToSqlOptions>(["dialect", "on", "tables", "columns"]);

const sqlTypes: Readonly<Record<Fact["type"], string>> = { boolean: "BOOLEAN", enum: "INTEGER", number: "INTEGER", birth: "DATE" };

/**
 * A standard as one SQL query that gives every household the class that `classify` gives it, missing facts included.
 *
 * Households have a row each: `id`, `area_code`, `residence`, `persons`, `annual_income_vnd` or
 * `monthly_income_per_person_vnd` (any type of numbers; decimals up to 20 places), and the facts in snake_case, booleans
 * and words. Members have `household_id`, `born_on` (a DATE; or a first and a last possible day) and their facts. `NULL`
 * is unknown, and so is a word that the catalogue does not hold. Only the columns that the standard needs are read.
 *
 * The query gives `id`, `area_code`, `persons`, `deprived_<indicator>` (nullable) for each indicator,
 * `deprived_at_least`, `deprived_at_most`, `class` (null while undetermined) and `possible` (classes joined by commas,
 * poorest first); `agrees` where a recorded class is named. In a row that `classify` would refuse (no person, another
 * residence, both incomes, NaN, fewer persons than members, a birth after the review) class and possible are null; so
 * they are in one of a million persons or more.
 *
 * @param standard - The standard; an indicator without a threshold is unknown in every row.
 * @param options - `dialect`; `on`, the review day; and what the tables and columns are called.
 * @returns One `SELECT`, without a semicolon: run it, or make a view of it.
 * @throws {@link PovertyStandardError} `invalid-input` with the path of an option that is wrong; `invalid-standard` for a
 *   standard that `defineStandard` did not make, or with numbers that SQL does not compare exactly.
 *
 * @example
 * ```ts
 * const sql = toSql(standardById("vn/decree-07-2021"), { dialect: "duckdb", on: "2023-12-14" });
 * sql.includes("born_on <= DATE '2008-12-14'"); // => true
 * ```
 */
export function toSql(standard: Standard, options: ToSqlOptions): string {
  const { title, parts, last } = classificationQuery(standard, options);
  return query(title, parts, last);
}

/**
 * The parts of the query of {@link toSql}.
 *
 * @param standard - The standard.
 * @param options - As of {@link toSql}.
 */
export function classificationQuery(standard: Standard, options: ToSqlOptions): { readonly title: string; readonly parts: readonly QueryPart[]; readonly last: string } {
  const { factsOfIndicator } = standardTables(standard);
  const { dialect, on: day, tables, columns } = checkedRecord(options, optionNames, "option") as Partial<ToSqlOptions>;
  if (dialect === undefined) throw unexpected("dialect", "expected a dialect", dialect);
  traitsOf(dialect);
  checkIndicatorNames(standard, dialect);
  const names = new SourceNames(dialect, tables, columns, ["households", "members"]);
  const households = names.table("households", householdColumns, ["reviewedOn", "recordedClass"], ["id", "residence"]);
  const members = names.table("members", memberColumns, ["bornFrom", "bornTo"], ["householdId"]);
  const on = dayOf(day);
  const isReviewed = households.column("reviewedOn", "h") !== null;
  if (on === null && !isReviewed) throw new PovertyStandardError("invalid-input", "expected the review day: on, or the name of a column reviewedOn", "on");
  const isRange = members.column("bornFrom", "m") !== null || members.column("bornTo", "m") !== null;

  const facts = new Set(factsOfIndicator.flat());
  const readsBirths = facts.has("bornOn");
  // Days are constants unless each row has its own.
  const isByRow = isReviewed && readsBirths;
  const writer = new ExpressionWriter(dialect, { on: isByRow ? null : (on ?? 0), isRange });
  const verdicts = standard.indicators.map((indicator): SelectItem => {
    const note = comment(`${indicator.label.vi} / ${indicator.label.en} (${cited(indicator.citation)})`);
    const condition = indicator.deprivedWhen === null ? "CAST(NULL AS BOOLEAN)" : writer.condition(indicator.deprivedWhen, columnName(indicator.id), note);
    return { comment: note, sql: condition, as: deprivedColumn(indicator) };
  });
  const context: Context = { dialect, households, members, on, isReviewed, isRange, isByRow, readsBirths, facts, writer };

  const incomes = { annual: households.column("annualIncomeVnd", "h") !== null, monthly: households.column("monthlyIncomePerPersonVnd", "h") !== null };
  const numbers = Object.entries<Fact>(householdFacts).filter(([name, fact]) => fact.type === "number" && facts.has(name as FactName)).map(([name]) => columnName(name));
  const { parts, last } = classParts("verdicts", standard, incomes, {
    dialect,
    accepted: [
      ...acceptedMeans(incomes),
      "persons >= listed",
      "persons >= 1",
      ...numbers.map((name) => `(${name} IS NULL OR ${name} BETWEEN 0 AND 1e40)`),
      ...(isReviewed ? ["review_day IS NOT NULL"] : []),
      ...(readsBirths ? [`(latest_birth IS NULL OR latest_birth <= ${isByRow ? "review_day" : dayLiteral(on ?? 0)})`] : []),
      ...(readsBirths && isRange ? ["births_out_of_order = 0"] : []),
    ],
    counts: countColumns(standard),
    carried: ["id", "area_code", "persons", ...standard.indicators.map(deprivedColumn)],
    hasRecordedClass: households.column("recordedClass", "h") !== null,
  });
  const when = on === null ? "each row as of its own day" : `review of ${String(day)}${isReviewed ? ", or the day of the row" : ""}`;
  return {
    title: comment(`${standard.title.en} / ${standard.title.vi}: ${standard.id}, ${fingerprint(standard)}, chuan-ngheo ${version}; ${when}.`),
    parts: [
      ...memberParts(context),
      householdPart(context),
      { name: "verdicts", comment: comment("Whether the household is deprived in each indicator; NULL where that is not known."), sql: select([{ sql: "household_facts.*", as: "" }, ...verdicts], "FROM household_facts") },
      ...parts,
    ],
    last,
  };
}

/** What the parts of a query are written from. */
interface Context {
  readonly dialect: SqlDialect;
  readonly households: SourceTable<HouseholdColumn>;
  readonly members: SourceTable<MemberColumn>;
  readonly on: DayNumber | null;
  readonly isReviewed: boolean;
  readonly isRange: boolean;
  readonly isByRow: boolean;
  readonly readsBirths: boolean;
  readonly facts: ReadonlySet<FactName>;
  readonly writer: ExpressionWriter;
}

function dayOf(day: unknown): DayNumber | null {
  if (day === undefined || day === null) return null;
  return (typeof day === "string" ? dayNumber(day) : null) ?? refuseDay(day);
}

function refuseDay(day: unknown): never {
  throw unexpected("on", "expected a day of the calendar, YYYY-MM-DD", day);
}

/** A fact of a row under its own name. */
function factItem(name: FactName, column: string | null): SelectItem {
  const { type } = factByName(name);
  const as = columnName(name);
  if (column === null) return { sql: `CAST(NULL AS ${sqlTypes[type]})`, as };
  return { sql: type === "enum" ? wordNumber(name, column) : column, as };
}

/** A day as a number, `YYYYMMDD`: then n years before it is a subtraction, on 29 February too. */
function dayAsNumber(day: string): string {
  return `CAST(extract(YEAR FROM ${day}) * 10000 + extract(MONTH FROM ${day}) * 100 + extract(DAY FROM ${day}) AS INTEGER)`;
}

/** The members: their facts, and one row a household with what its tests come to. */
function memberParts(context: Context): readonly QueryPart[] {
  const { members, households, isRange, isByRow, readsBirths, facts, writer, on } = context;
  const reviewDay = reviewDayOf(context);
  const parts: QueryPart[] = [];
  if (isByRow)
    parts.push({
      name: "reviews",
      comment: comment("The day as of which the members of a household are looked at, as a number YYYYMMDD."),
      sql: `SELECT DISTINCT\n  ${households.column("id", "h") ?? ""} AS household_id,\n  ${reviewDay ?? "NULL"} AS review_day\nFROM ${households.name} AS h`,
    });
  const day = (column: string | null): string => (column === null ? "CAST(NULL AS DATE)" : column);
  const asKnown = (column: string): string => (isByRow ? dayAsNumber(column) : column);
  const today = isByRow ? "reviews.review_day" : dayLiteral(on ?? 10101);
  const births = (): readonly SelectItem[] => {
    if (!isRange) return [{ sql: asKnown(day(members.column("bornOn", "m"))), as: "born_on" }];
    const [from, to] = [asKnown(day(members.column("bornFrom", "m"))), asKnown(day(members.column("bornTo", "m")))];
    // Who is there on the review day was born by then.
    return [{ sql: from, as: "born_from" }, { sql: `CASE WHEN ${to} > ${today} THEN ${today} ELSE ${to} END`, as: "born_to" }];
  };
  const read = (Object.keys(memberFacts) as MemberFactName[]).filter((name) => name !== "bornOn" && facts.has(name));
  const by = isByRow ? ["household_id", "review_day"] : ["household_id"];
  parts.push(
    {
      name: "member_facts",
      comment: comment("The members with the facts that the standard reads, words as numbers; a word that the catalogue does not hold is unknown."),
      sql: select(
        [
          { sql: members.column("householdId", "m") ?? "NULL", as: "household_id" },
          ...(isByRow ? [{ sql: "reviews.review_day", as: "review_day" }] : []),
          ...(readsBirths ? births() : []),
          ...read.map((name) => factItem(name, members.column(name, "m"))),
        ],
        `FROM ${members.name} AS m${isByRow ? `\nJOIN reviews ON reviews.household_id = ${members.column("householdId", "m") ?? "NULL"}` : ""}`,
      ),
    },
    {
      name: "member_verdicts",
      comment: comment("What is asked of each member; NULL where that is not known."),
      sql: select(
        [
          ...by.map((name) => ({ sql: name, as: name })),
          ...(readsBirths ? [{ sql: isRange ? "born_from" : "born_on", as: "earliest_birth" }] : []),
          ...(readsBirths && isRange ? [{ sql: "born_from > born_to", as: "is_out_of_order" }] : []),
          ...writer.memberTests.map(({ name, part, comment: note }) => ({ comment: note, sql: part, as: `member_${name}` })),
        ],
        "FROM member_facts",
      ),
    },
    {
      name: "member_tests",
      comment: comment("One row a household. Whether a test holds for one of its members, NULL where that is not known; of a share: for how many it holds, and of how many that is known."),
      sql: select(
        [
          ...by.map((name) => ({ sql: name, as: name })),
          { sql: "count(*)", as: "listed" },
          ...(readsBirths ? [{ sql: "max(earliest_birth)", as: "latest_birth" }] : []),
          ...(readsBirths && isRange ? [{ sql: "count(CASE WHEN is_out_of_order THEN 1 END)", as: "births_out_of_order" }] : []),
          ...writer.memberTests.flatMap(({ name, isCounted }): readonly SelectItem[] =>
            isCounted
              ? [{ sql: `count(CASE WHEN member_${name} THEN 1 END)`, as: `yes_${name}` }, { sql: `count(member_${name})`, as: `known_${name}` }]
              : [{ sql: `CASE WHEN bool_or(member_${name}) THEN TRUE WHEN count(member_${name}) = count(*) THEN FALSE END`, as: `some_${name}` }],
          ),
        ],
        `FROM member_verdicts\nGROUP BY ${by.join(", ")}`,
      ),
    },
  );
  return parts;
}

/** The review day of a row, as a number; `null` where all have the same. */
function reviewDayOf({ households, on, isReviewed }: Context): string | null {
  if (!isReviewed) return null;
  const column = households.column("reviewedOn", "h") ?? "NULL";
  return dayAsNumber(on === null ? column : `coalesce(${column}, ${dayLiteral(on)})`);
}

/** Each household with its facts and what the tests of its members come to. */
function householdPart(context: Context): QueryPart {
  const { households, isReviewed, isRange, isByRow, readsBirths, facts, writer, dialect } = context;
  const reviewDay = reviewDayOf(context);
  const column = (key: HouseholdColumn): string | null => households.column(key, "h");
  const persons = column("persons");
  const optional = (key: HouseholdColumn): readonly SelectItem[] => {
    const name = column(key);
    return name === null ? [] : [{ sql: name, as: columnName(key) }];
  };
  const id = column("id") ?? "NULL";
  const read = (Object.keys(householdFacts) as HouseholdFactName[]).filter((name) => facts.has(name));
  const on = joined([`m.household_id = ${id}`, ...(isByRow && reviewDay !== null ? [`m.review_day = ${reviewDay}`] : [])], "AND");
  return {
    name: "household_facts",
    comment: comment("The households with their facts, members joined. Who is not listed is known from the number of persons."),
    sql: select(
      [
        { sql: id, as: "id" },
        { sql: column("areaCode") ?? `CAST(NULL AS ${traitsOf(dialect).text})`, as: "area_code" },
        { sql: column("residence") ?? `CAST(NULL AS ${traitsOf(dialect).text})`, as: "residence" },
        { sql: "coalesce(m.listed, 0)", as: "listed" },
        { sql: persons === null ? "m.listed" : `CASE WHEN ${persons} IS NULL THEN m.listed ELSE ${checkedPersons(persons)} END`, as: "persons" },
        ...optional("annualIncomeVnd"),
        ...optional("monthlyIncomePerPersonVnd"),
        ...optional("recordedClass"),
        ...(isReviewed && reviewDay !== null ? [{ sql: reviewDay, as: "review_day" }] : []),
        ...read.map((name) => factItem(name, column(name))),
        ...(readsBirths ? [{ sql: "m.latest_birth", as: "latest_birth" }] : []),
        ...(readsBirths && isRange ? [{ sql: "coalesce(m.births_out_of_order, 0)", as: "births_out_of_order" }] : []),
        ...writer.memberTests.flatMap(({ name, isCounted }): readonly SelectItem[] =>
          isCounted
            ? ["yes", "known"].map((what) => ({ sql: `coalesce(m.${what}_${name}, 0)`, as: `${what}_${name}` }))
            : [{ sql: `m.some_${name}`, as: `some_${name}` }],
        ),
      ],
      `FROM ${households.name} AS h\nLEFT JOIN member_tests AS m ON ${on}`,
    ),
  };
}
