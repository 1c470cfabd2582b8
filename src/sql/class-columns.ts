import { PovertyStandardError } from "../core/errors.js";
import { columnName } from "../core/column-name.js";
import { provisionText, type Citation } from "../law/citation.js";
import { povertyClasses, standardTables, type Indicator, type PovertyClass, type Standard } from "../law/standard.js";
import { annualVnd, residences, type IncomeLine, type Residence, type Tile } from "../law/tiling.js";
import { comment, literal, traitsOf, type SqlDialect } from "./dialect.js";
import { checkedNumber, MOST_PERSONS, timesPersons } from "./expression-sql.js";
import { caseWhen, indented, joined, select, type QueryPart, type SelectItem } from "./sql-text.js";

/** Which incomes the households have. */
export interface IncomeColumns {
  /** Whether there is a column of the annual total of the household. */
  readonly annual: boolean;
  /** Whether there is one per person and month. */
  readonly monthly: boolean;
}

/**
 * Where a value of the law stands and how surely it is known.
 *
 * @param citation - Its citation.
 */
export function cited({ document, provision, provenance }: Citation): string {
  return [document.number, provisionText(provision, "en"), provenance].filter((part) => part !== "").join(", ");
}

/**
 * The name of the column with the verdict on an indicator.
 *
 * @param indicator - The indicator.
 */
export function deprivedColumn({ id }: Indicator): string {
  return `deprived_${columnName(id)}`;
}

/**
 * The persons that a column gives, `NULL` where it gives no number of persons.
 *
 * @param column - The column.
 */
export function checkedPersons(column: string): string {
  return `CASE WHEN ${column} BETWEEN 1 AND ${MOST_PERSONS} AND ${column} = floor(${column}) THEN CAST(${column} AS BIGINT) END`;
}

/**
 * Conditions for rows that the checker of `classify` accepts, on residence and incomes.
 *
 * @param incomes - The incomes.
 */
export function acceptedMeans({ annual, monthly }: IncomeColumns): readonly string[] {
  // NaN is above all numbers, for each dialect; what has more than 40 digits is no amount of money.
  const finite = (name: string): string => `(${name} IS NULL OR ${name} BETWEEN -1e40 AND 1e40)`;
  return [
    `residence IN (${residences.map(literal).join(", ")})`,
    ...(annual ? [finite("annual_income_vnd")] : []),
    ...(monthly ? [finite("monthly_income_per_person_vnd")] : []),
    ...(annual && monthly ? ["(annual_income_vnd IS NULL OR monthly_income_per_person_vnd IS NULL)"] : []),
  ];
}

/**
 * The columns `deprived_at_least` and `deprived_at_most` from the verdicts.
 *
 * @param standard - The standard.
 */
export function countColumns({ indicators }: Standard): readonly SelectItem[] {
  const sum = (signs: (column: string) => string): string => (indicators.length === 0 ? "0" : indicators.map((indicator) => signs(deprivedColumn(indicator))).join("\n  + "));
  return [
    { sql: sum((column) => `CASE WHEN ${column} THEN 1 ELSE 0 END`), as: "deprived_at_least" },
    { sql: sum((column) => `CASE WHEN NOT ${column} THEN 0 ELSE 1 END`), as: "deprived_at_most" },
  ];
}

/**
 * For each income line of a standard whether income is within it: `within_line_1` for the lowest.
 *
 * @param standard - The standard.
 * @param incomes - The incomes.
 * @param dialect - The dialect.
 * @throws {@link PovertyStandardError} `invalid-standard` for a line that SQL does not compare exactly.
 */
export function lineColumns(standard: Standard, incomes: IncomeColumns, dialect: SqlDialect): readonly SelectItem[] {
  const { byResidence } = standardTables(standard);
  const most = Math.max(...residences.map((residence) => byResidence[residence].lines.length));
  return Array.from({ length: most }, (_, index) => {
    const lines = residences.flatMap((residence) => {
      const line = byResidence[residence].statedLines[index];
      return line === undefined ? [] : [{ residence, line, sql: withinLine(line, incomes, dialect) }];
    });
    const [first] = lines;
    const isShared = lines.length === residences.length && lines.every(({ sql }) => sql === first?.sql);
    const notes = lines.map(({ residence, line }) => `${residence}: ${line.amount} VND per person per ${line.per} (${cited(line.citation)})`);
    return {
      comment: notes.map(comment).join("\n"),
      sql: isShared && first !== undefined ? first.sql : `CASE residence\n  ${lines.map(({ residence, sql }) => `WHEN ${literal(residence)} THEN ${indented(sql, 4)}`).join("\n  ")}\nEND`,
      as: lineName(index),
    };
  });
}

function lineName(index: number): string {
  return `within_line_${index + 1}`;
}

/** Whether income is up to a line, itself included; unknown where income is. */
function withinLine(line: IncomeLine, { annual, monthly }: IncomeColumns, dialect: SqlDialect): string {
  const perYear = annualVnd(line);
  const known = [
    ...(monthly ? [withinMonthly(perYear, dialect)] : []),
    // Income of the household against the line times its persons: nothing is divided.
    ...(annual ? [`annual_income_vnd <= ${timesPersons(checkedNumber(perYear), dialect)}`] : []),
  ];
  return known.length === 0 ? "CAST(NULL AS BOOLEAN)" : known.length === 1 ? (known[0] as string) : `coalesce(${known.join(", ")})`;
}

function withinMonthly(perYear: number, dialect: SqlDialect): string {
  const income = "monthly_income_per_person_vnd";
  const whole = Math.floor(perYear / 12);
  if (whole * 12 === perYear) return `${income} <= ${checkedNumber(whole)}`;
  // A twelfth of the line is no decimal: next to it 12 times the income is compared, by its decimal text.
  const { text, exactIncome } = traitsOf(dialect);
  return caseWhen([
    [`${income} <= ${checkedNumber(whole)}`, "TRUE"],
    [`${income} < ${checkedNumber(whole + 1)}`, `CAST(CAST(${income} AS ${text}) AS ${exactIncome}) * 12 <= ${checkedNumber(perYear)}`],
  ], `CASE WHEN ${income} IS NOT NULL THEN FALSE END`);
}

/**
 * For each class of a standard whether the household can be in it: whether what is known of it meets one of its tiles.
 *
 * @param standard - The standard.
 */
export function classColumns(standard: Standard): readonly SelectItem[] {
  return standard.classes.map((rule) => {
    const byResidence = residences.map((residence) => ({
      residence,
      tiles: rule.tiles.filter((tile) => (tile.residence ?? residence) === residence).map((tile) => tileCondition(standard, tile, residence)),
    }));
    const [first] = byResidence;
    const isShared = byResidence.every(({ tiles }) => tiles.join() === first?.tiles.join());
    const conditions = isShared
      ? (first?.tiles ?? [])
      : byResidence.flatMap(({ residence, tiles }) => tiles.map((tile) => joined([`residence = ${literal(residence)}`, tile], "AND")));
    return { comment: comment(`${rule.class} (${cited(rule.citation)})`), sql: conditions.length === 0 ? "FALSE" : joined(conditions, "OR"), as: canBe(rule.class) };
  });
}

function canBe(name: PovertyClass): string {
  return `can_be_${name.replaceAll("-", "_")}`;
}

/** Whether the rectangle of a household, from its least to its most of income and deprivations, meets a tile. */
function tileCondition(standard: Standard, tile: Tile, residence: Residence): string {
  const { lines } = standardTables(standard).byResidence[residence];
  const name = (line: IncomeLine): string => lineName(lines.indexOf(annualVnd(line)));
  const { incomeOver, incomeUpTo, deprivationsFrom = 0, deprivationsTo = standard.indicators.length } = tile;
  return joined([
    ...(incomeOver === undefined ? [] : [`${name(incomeOver)} IS NOT TRUE`]),
    ...(incomeUpTo === undefined ? [] : [`${name(incomeUpTo)} IS NOT FALSE`]),
    ...(deprivationsFrom === 0 ? [] : [`deprived_at_most >= ${deprivationsFrom}`]),
    ...(deprivationsTo === standard.indicators.length ? [] : [`deprived_at_least <= ${deprivationsTo}`]),
  ], "AND");
}

/**
 * The columns of the result behind the counts: `class`, `possible` and, where a recorded class is given, `agrees`.
 *
 * @param standard - The standard.
 * @param hasRecordedClass - Whether there is a column `recorded_class`.
 */
export function resultColumns({ classes, notHeld }: Standard, hasRecordedClass: boolean): readonly SelectItem[] {
  const isOne = `${classes.map((rule) => `CAST(${canBe(rule.class)} AS INTEGER)`).join(" + ")} = 1`;
  const found = caseWhen(classes.map((rule) => [canBe(rule.class), literal(rule.class)]));
  const met = classes.map((rule) => `CASE WHEN ${canBe(rule.class)} THEN ${literal(rule.class)} END`);
  // A class that the standard does not hold is neither confirmed nor refuted within the one that stands for it.
  const agrees = povertyClasses.map((word): readonly [string, string] => {
    const gap = notHeld.find((each) => each.class === word);
    const counted = gap === undefined ? word : gap.within;
    if (!classes.some((rule) => rule.class === counted)) return [literal(word), "FALSE"];
    return [literal(word), `CASE WHEN NOT ${canBe(counted)} THEN FALSE${gap === undefined ? ` WHEN ${isOne} THEN TRUE` : ""} END`];
  });
  return [
    { sql: `CASE WHEN is_accepted AND ${isOne} THEN\n  ${indented(found)}\nEND`, as: "class" },
    { sql: `CASE WHEN is_accepted THEN\n  concat_ws(',',\n    ${met.join(",\n    ")})\nEND`, as: "possible" },
    ...(hasRecordedClass
      ? [{ sql: `CASE WHEN is_accepted THEN\n  CASE recorded_class\n    ${agrees.map(([word, sql]) => `WHEN ${word} THEN ${sql}`).join("\n    ")}\n  END\nEND`, as: "agrees" }]
      : []),
  ];
}

/**
 * The last parts of a query, from verdicts or counts to the classes, and the `SELECT` that gives the result.
 *
 * @param from - The part that holds what is known of each household.
 * @param standard - The standard.
 * @param incomes - The incomes.
 * @param options - The dialect, the conditions of an accepted row, the columns that are still to be counted, and the
 *   columns of the result before the classes.
 */
export function classParts(
  from: string,
  standard: Standard,
  incomes: IncomeColumns,
  options: {
    readonly dialect: SqlDialect;
    readonly accepted: readonly string[];
    readonly counts: readonly SelectItem[];
    readonly carried: readonly string[];
    readonly hasRecordedClass: boolean;
  },
): { readonly parts: readonly QueryPart[]; readonly last: string } {
  const { dialect, accepted, counts, carried, hasRecordedClass } = options;
  const all: SelectItem = { sql: `${from}.*`, as: "" };
  const isAccepted: SelectItem = {
    comment: comment("whether the row can be read at all; otherwise it has no class"),
    sql: joined(accepted, "AND"),
    as: "is_accepted",
  };
  return {
    parts: [
      {
        name: "placed",
        comment: comment("How many indicators, at least and at most, and whether income is within each line."),
        sql: select([all, ...counts, ...lineColumns(standard, incomes, dialect), isAccepted], `FROM ${from}`),
      },
      {
        name: "possible_classes",
        comment: comment("A class is possible where what is known meets its part of the plane income x deprivations."),
        sql: select([{ sql: "placed.*", as: "" }, ...classColumns(standard)], "FROM placed"),
      },
    ],
    last: select(
      [
        ...carried.map((name) => ({ sql: name, as: name })),
        { sql: "deprived_at_least", as: "deprived_at_least" },
        { sql: "deprived_at_most", as: "deprived_at_most" },
        ...resultColumns(standard, hasRecordedClass),
      ],
      "FROM possible_classes",
    ),
  };
}

/**
 * Fails where a column of the result has a name that the dialect would cut.
 *
 * @param standard - The standard.
 * @param dialect - The dialect.
 * @throws {@link PovertyStandardError} `invalid-standard`.
 */
export function checkIndicatorNames(standard: Standard, dialect: SqlDialect): void {
  standard.indicators.forEach((indicator, index) => {
    if (deprivedColumn(indicator).length > traitsOf(dialect).longestName)
      throw new PovertyStandardError("invalid-standard", `expected a name that ${dialect} does not cut`, `indicators[${index}].id`);
  });
}
