import { PovertyStandardError } from "../core/errors.js";
import { amountText, exactAmount } from "../core/exact-amount.js";
import { columnName } from "../core/column-name.js";
import type { DayNumber } from "../core/plain-date.js";
import { birthTest, partsOf, type Comparison, type Expression } from "../law/expression.js";
import { factByName, type FactName } from "../law/facts.js";
import { comment, dayAtOrBefore, dayLiteral, literal, traitsOf, type SqlDialect } from "./dialect.js";
import { caseWhen, joined, negated } from "./sql-text.js";

/** How births and the review day are known. */
export interface BirthColumns {
  /** The review day of all rows; `null` where each row has its own, and days are then numbers, `YYYYMMDD`. */
  readonly on: DayNumber | null;
  /** Whether a birth is a first and a last possible day, rather than one day. */
  readonly isRange: boolean;
}

/** A test of the members of a household: one part, true, false or unknown of each of them. */
export interface MemberTest {
  /** What its columns are called, behind a word that tells them apart. */
  readonly name: string;
  /** The part, over the facts of a member. */
  readonly part: string;
  /** Whether members are counted, rather than only looked for. */
  readonly isCounted: boolean;
  /** Which indicator it belongs to, as a comment. */
  readonly comment: string;
}

/** The most persons of a household that SQL takes; their products with lines and areas then fit 64 bits. */
export const MOST_PERSONS = 999_999;
/** Lines and bounds stay below this for the same reason. */
const LEAST_TOO_LARGE = 1_000_000_000_000;

/**
 * Writes expressions of a standard as SQL conditions with three truth values, over columns that have the names of the
 * facts in snake_case, and gathers the tests of the members on the way.
 */
export class ExpressionWriter {
  readonly #dialect: SqlDialect;
  readonly #births: BirthColumns;
  readonly #tests = new Map<string, MemberTest>();
  #indicator = "";
  #comment = "";
  #testsOfIndicator = 0;

  /**
   * @param dialect - The dialect.
   * @param births - How births are known.
   */
  constructor(dialect: SqlDialect, births: BirthColumns) {
    this.#dialect = dialect;
    this.#births = births;
  }

  /** The tests of the members met so far, in the order of the indicators; two indicators may share one. */
  get memberTests(): readonly MemberTest[] {
    return [...this.#tests.values()];
  }

  /**
   * The condition of an indicator, over the facts of a household and the columns of its member tests.
   *
   * @param expression - When a household is deprived.
   * @param indicator - The name of the indicator in snake_case.
   * @param note - What it is and where it stands, as a comment.
   */
  condition(expression: Expression, indicator: string, note: string): string {
    this.#indicator = indicator;
    this.#comment = note;
    this.#testsOfIndicator = 0;
    return this.#written(expression);
  }

  #written(expression: Expression): string {
    if ("all" in expression) return joined(this.#parts(expression), "AND");
    if ("any" in expression) return joined(this.#parts(expression), "OR");
    if ("not" in expression) return negated(this.#written(expression.not));
    if ("of" in expression) return atLeastOf(expression.atLeast, this.#parts(expression));
    if ("someMember" in expression) return this.#someMember(expression.someMember);
    if ("noMember" in expression) return negated(this.#someMember(expression.noMember));
    if ("shareOfMembers" in expression) return this.#share(expression.shareOfMembers, expression.is, expression.share);
    if ("age" in expression || "bornOnOrAfter" in expression) return this.#birth(expression);
    if ("perMember" in expression) return `${columnName(expression.perMember)} ${expression.is} ${timesPersons(checkedNumber(expression.value), this.#dialect)}`;
    const name = columnName(expression.fact);
    if ("oneOf" in expression) return oneOfWords(expression.fact, expression.oneOf);
    return "is" in expression ? `${name} ${expression.is} ${checkedNumber(expression.value)}` : name;
  }

  #parts(expression: Expression): readonly string[] {
    return partsOf(expression).map((part) => this.#written(part));
  }

  #test(part: Expression, isCounted: boolean): string {
    const key = `${isCounted ? "count" : "some"} ${JSON.stringify(part)}`;
    let test = this.#tests.get(key);
    if (test === undefined) {
      this.#testsOfIndicator++;
      const name = `${this.#indicator}${this.#testsOfIndicator === 1 ? "" : `_${this.#testsOfIndicator}`}`;
      test = { name, part: this.#written(part), isCounted, comment: this.#comment };
      this.#tests.set(key, test);
    }
    return test.name;
  }

  #someMember(part: Expression): string {
    // Of a person who is not listed nothing is known.
    return `(some_${this.#test(part, false)} OR nullif(persons > listed, TRUE))`;
  }

  #share(part: Expression, is: Comparison, [numerator, denominator]: readonly [number, number]): string {
    const name = this.#test(part, true);
    const least = `yes_${name}`;
    const most = `(yes_${name} + persons - known_${name})`;
    // Cross-multiplied: nothing is divided.
    const share = (count: string): string => `${this.#times(denominator, count)} ${is} ${this.#times(numerator, "persons")}`;
    // The comparison is monotonic in the count: what holds at one end and not at the other is unknown.
    const [surest, loosest] = is === ">" || is === ">=" ? [least, most] : [most, least];
    return caseWhen([[share(surest), "TRUE"], [negated(share(loosest)), "FALSE"]]);
  }

  #times(factor: number, count: string): string {
    if (factor === 1) return count;
    return factor <= MOST_PERSONS ? `${factor} * ${count}` : `${factor} * CAST(${count} AS ${traitsOf(this.#dialect).wideInteger})`;
  }

  #birth(expression: Extract<Expression, { age: Comparison } | { bornOnOrAfter: string }>): string {
    const { on, isRange } = this.#births;
    const note = comment("age" in expression ? `age ${expression.age} ${expression.years}` : `born on or after ${expression.bornOnOrAfter}`);
    const { bound, negated: isAfter } = birthTest(expression, on ?? 0);
    let before: (column: string) => string;
    let after: (column: string) => string;
    if (on === null) {
      // Nobody reaches such an age; the number must stay within 32 bits.
      const limit = "age" in expression ? `review_day - ${Math.min(-bound, 10000 * 10000)}` : String(bound);
      before = (column) => `${column} <= ${limit}`;
      after = (column) => `${column} > ${limit}`;
    } else {
      // Only days of the calendar can be written; before the first one nobody was born.
      const day = dayAtOrBefore(bound);
      before = (column) => (day === null ? `${column} < ${dayLiteral(10101)}` : `${column} <= ${dayLiteral(day)}`);
      after = (column) => (day === null ? `${column} >= ${dayLiteral(10101)}` : `${column} > ${dayLiteral(day)}`);
    }
    if (!isRange) return `${(isAfter ? after : before)("born_on")} ${note}`;
    return caseWhen([[`${before("born_to")} ${note}`, isAfter ? "FALSE" : "TRUE"], [after("born_from"), isAfter ? "TRUE" : "FALSE"]]);
  }
}

/**
 * The words of a fact as a column of text, as their numbers in the catalogue: to compare numbers is quick. A word that
 * the catalogue does not hold is unknown.
 *
 * @param name - The fact.
 * @param column - The column of text.
 */
export function wordNumber(name: FactName, column: string): string {
  return `CASE ${column} ${wordsOf(name).map((word, index) => `WHEN ${literal(word)} THEN ${index}`).join(" ")} END`;
}

function wordsOf(name: FactName): readonly string[] {
  const fact = factByName(name);
  return fact.type === "enum" ? Object.keys(fact.values) : [];
}

function oneOfWords(name: FactName, words: readonly string[]): string {
  const numbers = words.map((word) => wordsOf(name).indexOf(word)).sort((a, b) => a - b);
  const [least = 0] = numbers;
  const most = numbers.at(-1) ?? 0;
  const isRun = new Set(numbers).size === most - least + 1;
  const test = least === most ? `= ${least}` : isRun ? `BETWEEN ${least} AND ${most}` : `IN (${numbers.join(", ")})`;
  return `${columnName(name)} ${test} ${comment(words.join(", "))}`;
}

/** True where enough parts are true, false where too many are false; counted, since an unknown one is neither. */
function atLeastOf(least: number, parts: readonly string[]): string {
  const count = (conditions: readonly string[]): string => conditions.map((part) => `CASE WHEN ${part} THEN 1 ELSE 0 END`).join(" + ");
  return caseWhen([
    [`${count(parts)} >= ${least}`, "TRUE"],
    [`${count(parts.map(negated))} >= ${parts.length - least + 1}`, "FALSE"],
  ]);
}

/**
 * A number times the persons of a household, exactly, in a type that can be compared with decimals of 20 places.
 *
 * @param number - Plain decimal text.
 * @param dialect - The dialect.
 */
export function timesPersons(number: string, dialect: SqlDialect): string {
  const product = `${number} * persons`;
  if (dialect !== "spark") return product;
  // Spark would round the other side to make room for the digits of 64 bits.
  const decimals = (number.split(".")[1] ?? "").length;
  return `CAST(${product} AS DECIMAL(${18 + decimals}, ${decimals}))`;
}

/**
 * A number of a standard as plain decimal text, where every dialect compares it exactly.
 *
 * @param value - The number.
 * @throws {@link PovertyStandardError} `invalid-standard` for one that is too large or has too many digits.
 */
export function checkedNumber(value: number): string {
  const amount = exactAmount(value);
  const text = amount === null ? "" : amountText(amount);
  const decimals = text.split(".")[1] ?? "";
  if (amount === null || Math.abs(value) >= LEAST_TOO_LARGE || decimals.length > 15 || text.replace(/\D/g, "").length > 16)
    throw new PovertyStandardError("invalid-standard", "expected numbers below 10^12 of at most 16 digits; SQL compares no others exactly");
  return text;
}
