import { unexpected } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";
import { dayNumber, dayText, type DayNumber } from "../core/plain-date.js";

/** A kind of SQL: DuckDB, PostgreSQL from 12, Spark from 3.2 (ANSI mode or not). */
export type SqlDialect = "duckdb" | "postgres" | "spark";

/** Where a table is: its name, or the names of its catalog, its schema and itself; each is taken as it stands. */
export type TableName = string | readonly string[];

/** What differs between the dialects. */
interface DialectTraits {
  /** The sign around an identifier, doubled inside one. */
  readonly quote: string;
  /** How many bytes of an identifier count: what is longer would be cut, and two names would become one. */
  readonly longestName: number;
  /** The whole numbers beyond 64 bits. */
  readonly wideInteger: string;
  /** Text. */
  readonly text: string;
  /** Division of whole numbers, cut off. */
  readonly wholeDivision: string;
  /** Decimals that hold an income with 20 decimals and 12 times as much. */
  readonly exactIncome: string;
}

const traits: Readonly<Record<SqlDialect, DialectTraits>> = {
  duckdb: { quote: '"', longestName: Infinity, wideInteger: "HUGEINT", text: "VARCHAR", wholeDivision: "//", exactIncome: "DECIMAL(38, 20)" },
  postgres: { quote: '"', longestName: 63, wideInteger: "NUMERIC", text: "TEXT", wholeDivision: "/", exactIncome: "NUMERIC" },
  spark: { quote: "`", longestName: Infinity, wideInteger: "DECIMAL(38, 0)", text: "STRING", wholeDivision: "div", exactIncome: "DECIMAL(32, 20)" },
};

/**
 * What differs in a dialect.
 *
 * @param dialect - What came.
 * @throws {@link PovertyStandardError} `invalid-input` for another dialect.
 */
export function traitsOf(dialect: SqlDialect): DialectTraits {
  const known: unknown = dialect;
  if (typeof known !== "string" || !Object.hasOwn(traits, known)) throw unexpected("dialect", `expected one of ${Object.keys(traits).join(", ")}`, known);
  return traits[dialect];
}

/**
 * An identifier in quotes, which nothing inside can leave.
 *
 * @param name - Any text without line breaks and other control characters, and without halves of signs.
 * @param dialect - The dialect.
 * @param path - Where it stands in the options, for the message.
 * @throws {@link PovertyStandardError} `invalid-input` for what cannot be a name.
 */
export function quotedName(name: unknown, dialect: SqlDialect, path: string): string {
  const { quote, longestName } = traitsOf(dialect);
  if (typeof name !== "string" || name === "") throw unexpected(path, "expected a name as text", name);
  // Spark puts variables into the text before it reads it, and nothing escapes them in a name.
  const isUnwritable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(name) || (dialect === "spark" && name.includes("${"));
  if (isUnwritable || byteLength(name) > longestName) throw new PovertyStandardError("invalid-input", `expected a name that ${dialect} can hold`, path);
  return quote + name.replaceAll(quote, quote + quote) + quote;
}

function byteLength(text: string): number {
  // Each half of a sign beyond U+FFFF counts 2.
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).reduce((sum, unit) => sum + (unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3), 0);
}

/**
 * The name of a table in quotes.
 *
 * @param table - What came.
 * @param dialect - The dialect.
 * @param path - Where it stands in the options, for the message.
 * @throws {@link PovertyStandardError} `invalid-input` for what cannot be a name.
 */
export function quotedTable(table: unknown, dialect: SqlDialect, path: string): string {
  if (!Array.isArray(table)) return quotedName(table, dialect, path);
  if (table.length === 0 || table.length > 3) throw new PovertyStandardError("invalid-input", "expected the names of a catalog, a schema and a table, or the last of them", path);
  return Array.from(table as readonly unknown[], (part, index) => quotedName(part, dialect, `${path}[${index}]`)).join(".");
}

/**
 * A text as a block comment that ends where it should. A line comment would swallow what follows where a tool joins
 * lines.
 *
 * @param text - Any text.
 */
export function comment(text: string): string {
  // No sign that cannot be seen, no start or end of a comment, and nothing that Spark takes for a variable.
  const harmless = text.replace(/[\p{C}\p{Z}]+/gu, " ").replace(/\*(?=\/)|\/(?=\*)|\$(?=\{)/g, "$& ");
  return `/* ${harmless.trim()} */`;
}

/**
 * A word as a literal.
 *
 * @param word - A word of the catalogue or a class: letters, digits and hyphens.
 */
export function literal(word: string): string {
  if (!/^[A-Za-z0-9-]+$/.test(word)) throw new PovertyStandardError("invalid-standard", "expected words of letters, digits and hyphens");
  return `'${word}'`;
}

/**
 * A day as a literal.
 *
 * @param day - A day of the calendar.
 */
export function dayLiteral(day: DayNumber): string {
  return `DATE '${dayText(day)}'`;
}

/**
 * The last day of the calendar that is not after a number, or `null` where there is none.
 *
 * @param bound - A number like those of days, for example 20230229.
 */
export function dayAtOrBefore(bound: number): DayNumber | null {
  for (let day = bound; day > 10000; day--) if (dayNumber(dayText(day)) !== null) return day;
  return null;
}
