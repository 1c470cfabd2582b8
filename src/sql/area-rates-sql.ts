import { checkedRecord, unexpected } from "../core/checked-record.js";
import { columnName } from "../core/column-name.js";
import { version } from "../core/version.js";
import { fingerprint } from "../law/fingerprint.js";
import { standardTables, type PovertyClass, type Standard } from "../law/standard.js";
import { checkedPersons } from "./class-columns.js";
import { comment, literal, traitsOf, type SqlDialect, type TableName } from "./dialect.js";
import { SourceNames, type ColumnNames } from "./source-tables.js";
import { joined, query, select, type QueryPart, type SelectItem } from "./sql-text.js";
import { classificationQuery, type HouseholdColumn, type MemberColumn, type ToSqlOptions } from "./to-sql.js";

/** What a column of classified households can hold. */
export type ClassifiedColumn = "id" | "areaCode" | "persons" | "class" | "possible";
/** What a column of areas can hold. */
export type AreaColumn = "code" | "name" | "level" | "parent";
/** What a column of residents can hold. */
export type ResidentsColumn = "areaCode" | "households" | "persons";

/** From which tables rates are made. */
export interface AreaRatesSqlOptions {
  /** The dialect. */
  readonly dialect: SqlDialect;
  /** The review day, where households are classified in the same query; as of {@link toSql}. */
  readonly on?: ToSqlOptions["on"];
  /**
   * Names of the tables: `areas` and `residents` unless they are given. With `classified`, a table or view that has the
   * columns of {@link toSql}, households are counted from there; without it they are classified in the same query, from
   * `households` and `members`.
   */
  readonly tables?:
    | { readonly classified?: TableName; readonly areas?: TableName; readonly residents?: TableName; readonly households?: TableName; readonly members?: TableName }
    | undefined;
  /** Names of the columns: snake_case unless they are given, `null` for a column that is not there. */
  readonly columns?:
    | {
        readonly classified?: ColumnNames<ClassifiedColumn>;
        readonly areas?: ColumnNames<AreaColumn>;
        readonly residents?: ColumnNames<ResidentsColumn>;
        readonly households?: ColumnNames<HouseholdColumn>;
        readonly members?: ColumnNames<MemberColumn>;
      }
    | undefined;
}

const optionNames: ReadonlySet<keyof AreaRatesSqlOptions> = /* @__PURE__ */ new Set<keyof AreaRatesSqlOptions>(["dialect", "on", "tables", "columns"]);
const tableNames = ["classified", "areas", "residents", "households", "members"] as const;

/** How many areas may be within each other. */
const LEVELS = 8;

/** Households or persons. */
type Measure = "households" | "persons";
const measures: readonly Measure[] = ["households", "persons"];

/** Groups of classes with a rate; multidimensional: poor and near-poor together (Decision 71/QĐ-LĐTBXH of 2023). */
const groups: readonly (readonly [name: string, classes: readonly PovertyClass[]])[] = [
  ["poor", ["poor"]],
  ["near_poor", ["near-poor"]],
  ["multidimensional", ["poor", "near-poor"]],
  ["average", ["average-living-standard"]],
];

/**
 * Poverty rates of areas as one SQL query, with the answers of `areaRates`.
 *
 * It reads `areas` (`code`, `name`, `level`, `parent`), `residents` (`area_code`, `households`, `persons`: all who live
 * there, poor or not) and the classified households, and gives a row for every area, parents after their parts:
 * `area_code`, `name`, `level`, the counts of `households_…` and `persons_…` (`residents`, `poor`, `near_poor`,
 * `average`, `undetermined`), each rate in percent as `…_low` and `…_high`, `households_without_persons`,
 * `households_refused` (rows without possible classes, which are not counted) and `problem`.
 *
 * A household in several possible classes widens a rate to a range. An `id` that comes again is counted once. A rate is
 * null where there is no such statistic: residents unknown, more counted than resident, a class that the standard does
 * not hold. `problem` is also `unknown-area`, in a last row without code, where households have a code that no area has;
 * and `areas-too-deep`, without any rate, where more than eight areas are within each other, or areas contain
 * themselves. An area whose residents are given twice has none.
 *
 * @param standard - The standard of the classes.
 * @param options - `dialect`, and what the tables and columns are called.
 * @returns One `SELECT`, without a semicolon.
 * @throws {@link PovertyStandardError} as {@link toSql}.
 *
 * @example
 * ```ts
 * const sql = areaRatesSql(standardById("vn/decree-07-2021"), { dialect: "spark", tables: { classified: "review_2023" } });
 * sql.includes("FROM `review_2023` AS c"); // => true
 * ```
 */
export function areaRatesSql(standard: Standard, options: AreaRatesSqlOptions): string {
  standardTables(standard);
  const { dialect, on, tables, columns } = checkedRecord(options, optionNames, "option") as Partial<AreaRatesSqlOptions>;
  if (dialect === undefined) throw unexpected("dialect", "expected a dialect", dialect);
  const { text } = traitsOf(dialect);
  const names = new SourceNames(dialect, tables, columns, tableNames);
  const areas = names.table<AreaColumn>("areas", ["code", "name", "level", "parent"], [], ["code", "parent"]);
  const residents = names.table<ResidentsColumn>("residents", ["areaCode", "households", "persons"], [], ["areaCode"]);
  const isClassified = names.isNamed("classified");
  const column = (name: string | null, type: string): string => `CAST(${name ?? "NULL"} AS ${type})`;
  // A number of residents, or null: nothing else is guessed from what is no number of them.
  const residentsOf = (measure: Measure): string => {
    const name = residents.column(measure, "r");
    return name === null ? "CAST(NULL AS BIGINT)" : `CASE WHEN count(*) = 1 THEN max(CASE WHEN ${name} BETWEEN 0 AND 1e15 AND ${name} = floor(${name}) THEN CAST(${name} AS BIGINT) END) END`;
  };

  const parts: readonly QueryPart[] = [
    ...classifiedParts(standard, { dialect, on, tables, columns }, names, isClassified),
    {
      name: "given_residents",
      comment: comment("Residents by area; an area that comes twice has none."),
      sql: select(
        [{ sql: column(residents.column("areaCode", "r"), text), as: "area_code" }, ...measures.map((measure) => ({ sql: residentsOf(measure), as: measure }))],
        `FROM ${residents.name} AS r\nGROUP BY ${column(residents.column("areaCode", "r"), text)}`,
      ),
    },
    {
      name: "area",
      comment: comment("The areas with their residents."),
      sql: `SELECT a.*, r.households, r.persons\nFROM (\n  ${select(
        [
          { sql: column(areas.column("code", "a"), text), as: "code" },
          ...(["name", "level", "parent"] as const).map((key) => ({ sql: `max(${column(areas.column(key, "a"), text)})`, as: key })),
        ],
        `FROM ${areas.name} AS a\nGROUP BY ${column(areas.column("code", "a"), text)}`,
      ).replaceAll("\n", "\n  ")}\n) AS a\nLEFT JOIN given_residents AS r ON r.area_code = a.code`,
    },
    ...placeParts(),
    {
      name: "own_counts",
      comment: comment("Households by area and possible classes, each id once; an empty code for those in no known area."),
      sql: `SELECT\n  coalesce(area.code, '') AS area_code,\n  n.possible_mask,\n  count(*) AS households,\n  sum(n.persons) AS persons,\n  count(*) - count(n.persons) AS without_persons\nFROM (\n  SELECT\n    area_code, possible_mask, persons,\n    CASE WHEN id IS NULL THEN 1 ELSE row_number() OVER (PARTITION BY id ORDER BY area_code, possible_mask, persons) END AS occurrence\n  FROM counted\n) AS n\nLEFT JOIN area ON area.code = n.area_code\nWHERE n.occurrence = 1\nGROUP BY coalesce(area.code, ''), n.possible_mask`,
    },
    { name: "totals", comment: comment("The counts of each area with all its parts."), sql: select([{ sql: "part.within", as: "code" }, ...totals(standard)], "FROM part\nJOIN own_counts AS n ON n.area_code = part.code\nGROUP BY part.within") },
    {
      name: "place",
      comment: comment("Every area, and an empty code where households are in no known one."),
      sql: "SELECT code_1 AS code, depth, max(is_too_deep) OVER () AS is_too_deep\nFROM up\nUNION ALL\nSELECT DISTINCT '', 0, 0\nFROM own_counts\nWHERE area_code = ''",
    },
  ];
  const title = comment(`Poverty rates of areas; ${standard.title.en} / ${standard.title.vi}: ${standard.id}, ${fingerprint(standard)}, chuan-ngheo ${version}.`);
  return query(title, parts, ratesSelect(standard, dialect));
}

/** The classified households, each with its possible classes as a number: a bit for each class of the standard. */
function classifiedParts(standard: Standard, options: AreaRatesSqlOptions, names: SourceNames, isClassified: boolean): readonly QueryPart[] {
  const { dialect, on, tables, columns } = options;
  const { text } = traitsOf(dialect);
  const keys: readonly ClassifiedColumn[] = ["id", "areaCode", "persons", "class", "possible"];
  const source = isClassified ? names.table("classified", keys, [], ["areaCode"]) : null;
  const cell = (key: ClassifiedColumn, type: string): string => (source === null ? `c.${columnName(key)}` : (source.column(key, "c") ?? `CAST(NULL AS ${type})`));
  const [found, possible, persons] = [cell("class", text), cell("possible", text), cell("persons", "BIGINT")];
  const masks = possibleMasks(standard).map(({ words, mask }) => `WHEN '${words.map((word) => literal(word).slice(1, -1)).join(",")}' THEN ${mask}`);
  // Two columns that contradict each other, and persons that are no number of persons, are no household that can be counted.
  const isWhole = [`(${found} IS NULL OR ${possible} IS NULL OR ${found} = ${possible})`, `(${persons} IS NULL OR ${checkedPersons(persons)} IS NOT NULL)`];
  const counted: QueryPart = {
    name: "counted",
    comment: comment(`The classified households; possible classes as a number: ${standard.classes.map((rule, index) => `${1 << index} ${rule.class}`).join(", ")}, and their sums.`),
    sql: select(
      [
        { sql: cell("id", text), as: "id" },
        { sql: `CAST(${cell("areaCode", text)} AS ${text})`, as: "area_code" },
        { sql: checkedPersons(persons), as: "persons" },
        { sql: `CASE WHEN ${joined(isWhole, "AND")} THEN\n  CASE coalesce(${possible}, ${found})\n    ${masks.join("\n    ")}\n  END\nEND`, as: "possible_mask" },
      ],
      `FROM ${source === null ? "classified" : source.name} AS c`,
    ),
  };
  if (source !== null) return [counted];
  // The options of the other tables are not those of the classification.
  const own = <Value>(record: Readonly<Partial<Record<(typeof tableNames)[number], Value>>> | undefined): Readonly<Partial<Record<"households" | "members", Value>>> => ({
    ...(record?.households === undefined ? {} : { households: record.households }),
    ...(record?.members === undefined ? {} : { members: record.members }),
  });
  const { parts, last } = classificationQuery(standard, { dialect, on, tables: own<TableName>(tables), columns: own<object>(columns) });
  return [...parts, { name: "classified", comment: comment("The households with their classes."), sql: last }, counted];
}

/** Every set of classes of a standard with its number, poorest class first. */
function possibleMasks({ classes }: Standard): readonly { readonly words: readonly PovertyClass[]; readonly mask: number }[] {
  return Array.from({ length: (1 << classes.length) - 1 }, (_, index) => ({
    words: classes.filter((__, bit) => ((index + 1) >> bit) & 1).map((rule) => rule.class),
    mask: index + 1,
  }));
}

/** Which areas are within which, and their residents: those given, else the sum of the parts where all are known. */
function placeParts(): readonly QueryPart[] {
  const levels = Array.from({ length: LEVELS }, (_, index) => index + 1);
  const above = levels.slice(1);
  const isThere = (level: number): string => `CASE WHEN a${level}.code IS NULL THEN 0 ELSE 1 END`;
  return [
    {
      name: "up",
      comment: comment("Each area with those that it is within, how many these are with itself, and the nearest of them with residents given."),
      sql: select(
        [
          ...levels.map((level) => ({ sql: `a${level}.code`, as: `code_${level}` })),
          { sql: levels.map(isThere).join(" + "), as: "depth" },
          ...measures.map((measure) => ({ sql: `CASE ${above.map((level) => `WHEN a${level}.${measure} IS NOT NULL THEN ${level}`).join(" ")} END`, as: `given_${measure}` })),
          { sql: isThere(LEVELS + 1), as: "is_too_deep" },
        ],
        `FROM area AS a1\n${[...above, LEVELS + 1].map((level) => `LEFT JOIN area AS a${level} ON a${level}.code = a${level - 1}.parent`).join("\n")}`,
      ),
    },
    {
      name: "part",
      comment: comment("Each area within itself and within those above it, and whether residents are given for one between."),
      sql: select(
        [
          { sql: "code_1", as: "code" },
          { sql: `CASE step ${levels.map((level) => `WHEN ${level} THEN code_${level}`).join(" ")} END`, as: "within" },
          ...measures.map((measure) => ({ sql: `coalesce(given_${measure} < step, FALSE)`, as: `is_behind_${measure}` })),
        ],
        `FROM up\nJOIN (VALUES ${levels.map((level) => `(${level})`).join(", ")}) AS steps(step) ON step <= depth\nUNION ALL\nSELECT '', '', FALSE, FALSE`,
      ),
    },
    {
      name: "part_residents",
      comment: comment("Residents of the parts of each area, as far as they are given, and of how many smallest parts they are not."),
      sql: select(
        [
          { sql: "part.within", as: "code" },
          ...measures.flatMap((measure) => [
            { sql: `sum(CASE WHEN part.code <> part.within AND NOT is_behind_${measure} THEN area.${measure} END)`, as: measure },
            { sql: `count(CASE WHEN whole.code IS NULL AND area.${measure} IS NULL AND NOT is_behind_${measure} THEN 1 END)`, as: `${measure}_open` },
          ]),
        ],
        "FROM part\nJOIN area ON area.code = part.code\nLEFT JOIN (SELECT DISTINCT parent AS code FROM area) AS whole ON whole.code = area.code\nGROUP BY part.within",
      ),
    },
    {
      name: "known_residents",
      comment: comment("Residents of each area: those given for it, else those of its parts where all are known."),
      sql: select(
        [
          { sql: "area.code", as: "code" }, { sql: "area.parent", as: "parent" },
          ...measures.map((measure) => ({ sql: `coalesce(area.${measure}, CASE WHEN p.${measure}_open = 0 THEN CAST(p.${measure} AS BIGINT) END)`, as: measure })),
        ],
        "FROM area\nJOIN part_residents AS p ON p.code = area.code",
      ),
    },
    {
      name: "children",
      comment: comment("What is known of the direct parts of an area."),
      sql: select(
        [{ sql: "parent", as: "code" }, ...measures.flatMap((measure) => [{ sql: `sum(${measure})`, as: measure }, { sql: `count(*) = count(${measure})`, as: `knows_all_${measure}` }])],
        "FROM known_residents\nWHERE parent IS NOT NULL\nGROUP BY parent",
      ),
    },
  ];
}

/** The sums that counts and rates are made of. */
function totals(standard: Standard): readonly SelectItem[] {
  const masks = possibleMasks(standard);
  const sum = (value: string, condition: string): string => `CAST(coalesce(sum(CASE WHEN ${condition} THEN ${value} END), 0) AS BIGINT)`;
  const among = (list: readonly { readonly mask: number }[]): string => (list.length === 0 ? "FALSE" : `n.possible_mask IN (${list.map(({ mask }) => mask).join(", ")})`);
  const columns: readonly (readonly [what: string, condition: string])[] = [
    ...groups.map(([name, classes]): readonly [string, string] => [`${name}_must`, among(masks.filter(({ words }) => words.every((word) => classes.includes(word))))]),
    ...groups.map(([name, classes]): readonly [string, string] => [`${name}_can`, among(masks.filter(({ words }) => words.some((word) => classes.includes(word))))]),
    ["undetermined", among(masks.filter(({ words }) => words.length > 1))],
    ["counted", "n.possible_mask IS NOT NULL"],
  ];
  return [
    ...["households", "persons", "without_persons"].flatMap((value) => columns.map(([what, condition]) => ({ sql: sum(`n.${value}`, condition), as: `${value}_${what}` }))),
    { sql: sum("n.households", "n.possible_mask IS NULL"), as: "households_refused" },
  ];
}

/** The rows of the result. */
function ratesSelect(standard: Standard, dialect: SqlDialect): string {
  const count = (name: string): string => `coalesce(t.${name}, 0)`;
  // A household of unknown size has at least one person.
  const counted: Readonly<Record<Measure, string>> = { households: count("households_counted"), persons: `${count("persons_counted")} + ${count("without_persons_counted")}` };
  const exceeds = (measure: Measure): string => `${counted[measure]} > k.${measure}`;
  const isHeld = (classes: readonly PovertyClass[]): boolean => classes.every((each) => standard.classes.some((rule) => rule.class === each));
  const countItem = (measure: Measure, name: string, what: string): SelectItem => {
    const sql = measure === "households" ? count(`households_${what}`) : `CASE WHEN ${count(`without_persons_${what}`)} = 0 THEN ${count(`persons_${what}`)} END`;
    return { sql, as: `${measure}_${name}` };
  };
  const rateItems = (measure: Measure, [name, classes]: (typeof groups)[number]): readonly SelectItem[] =>
    (["low", "high"] as const).map((end) => {
      const conditions = [`k.${measure} > 0`, `NOT ${exceeds(measure)}`, "place.is_too_deep = 0", ...(measure === "persons" ? [`${count(`without_persons_${name}_can`)} = 0`] : [])];
      const share = percent(count(`${measure}_${name}_${end === "low" ? "must" : "can"}`), `k.${measure}`, dialect);
      return { sql: isHeld(classes) ? `CASE WHEN ${conditions.join(" AND ")} THEN ${share} END` : "CAST(NULL AS DECIMAL(7, 2))", as: `${name}_${measure}_${end}` };
    });
  const differ = measures.map((measure) => `area.${measure} IS NOT NULL AND CASE WHEN c.knows_all_${measure} THEN area.${measure} <> c.${measure} ELSE area.${measure} < coalesce(c.${measure}, 0) END`);
  return `${select(
    [
      { sql: "CASE WHEN place.code <> '' THEN place.code END", as: "area_code" },
      { sql: "area.name", as: "name" },
      { sql: "area.level", as: "level" },
      ...measures.flatMap((measure) => [
        { sql: `k.${measure}`, as: `${measure}_residents` },
        ...groups.filter(([name]) => name !== "multidimensional").map(([name]) => countItem(measure, name, `${name}_must`)),
        countItem(measure, "undetermined", "undetermined"),
      ]),
      ...measures.flatMap((measure) => groups.flatMap((group) => rateItems(measure, group))),
      { sql: count("without_persons_counted"), as: "households_without_persons" },
      { sql: count("households_refused"), as: "households_refused" },
      {
        sql: `CASE\n  WHEN place.code = '' THEN 'unknown-area'\n  WHEN place.is_too_deep = 1 THEN 'areas-too-deep'\n  WHEN ${measures.map(exceeds).join(" OR ")} THEN 'count-exceeds-residents'\n  WHEN (${differ.join(")\n    OR (")}) THEN 'residents-differ-from-children'\nEND`,
        as: "problem",
      },
    ],
    "FROM place\nLEFT JOIN area ON area.code = place.code\nLEFT JOIN totals AS t ON t.code = place.code\nLEFT JOIN known_residents AS k ON k.code = place.code\nLEFT JOIN children AS c ON c.code = place.code",
  )}\nORDER BY place.depth DESC, place.code`;
}

/** A share in percent with two decimals, rounded half up, in whole numbers until the end. */
function percent(part: string, whole: string, dialect: SqlDialect): string {
  return `CAST(((20000 * ${part} + ${whole}) ${traitsOf(dialect).wholeDivision} (2 * ${whole})) * 0.01 AS DECIMAL(7, 2))`;
}
