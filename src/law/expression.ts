import { PovertyStandardError } from "../core/errors.js";
import { dayNumber, type Day, type DayNumber } from "../core/plain-date.js";
import {
  householdFacts, memberFacts, type FactCatalogue, type FactName, type FactNameOfType, type FactValue, type HouseholdFactName, type MemberFactName,
} from "./facts.js";

/** A comparison of numbers. */
export type Comparison = "<" | "<=" | ">" | ">=";

/**
 * When a household is deprived, as plain data over the fact catalogue; read with three truth values.
 *
 * Facts of members stand inside `someMember`, `noMember` or `shareOfMembers`, facts of the household outside.
 */
export type Expression =
  | { readonly fact: FactName }
  | { readonly fact: FactName; readonly oneOf: readonly string[] }
  | { readonly fact: FactName; readonly is: Comparison; readonly value: number }
  | { readonly age: Comparison; readonly years: number }
  | { readonly bornOnOrAfter: Day }
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] }
  | { readonly not: Expression }
  | { readonly atLeast: number; readonly of: readonly Expression[] }
  | { readonly someMember: Expression }
  | { readonly noMember: Expression }
  | { readonly shareOfMembers: Expression; readonly is: Comparison; readonly share: readonly [number, number] }
  | { readonly perMember: HouseholdFactName; readonly is: Comparison; readonly value: number };

/**
 * A boolean fact.
 * @param name - Its name in the catalogue.
 */
export function fact(name: FactNameOfType<"boolean">): Expression {
  return { fact: name };
}

/**
 * An enumerated fact is one of some words.
 * @param name - Its name in the catalogue.
 * @param values - The words.
 */
export function oneOf<Name extends FactNameOfType<"enum">>(name: Name, values: readonly FactValue<FactCatalogue[Name]>[]): Expression {
  return { fact: name, oneOf: values };
}

/**
 * A number compares with a bound.
 * @param name - Its name in the catalogue.
 * @param is - The comparison.
 * @param value - The bound, in the unit of the fact.
 */
export function compared(name: FactNameOfType<"number">, is: Comparison, value: number): Expression {
  return { fact: name, is, value };
}

/**
 * The age of a member in completed years on the review day compares with a bound.
 * @param is - The comparison.
 * @param years - Whole years.
 */
export function age(is: Comparison, years: number): Expression {
  return { age: is, years };
}

/**
 * A member was born on a day or after it.
 * @param day - The day.
 */
export function bornOnOrAfter(day: Day): Expression {
  return { bornOnOrAfter: day };
}

/**
 * All hold.
 * @param parts - At least one.
 */
export function all(...parts: readonly Expression[]): Expression {
  return { all: parts };
}

/**
 * At least one holds.
 * @param parts - At least one.
 */
export function any(...parts: readonly Expression[]): Expression {
  return { any: parts };
}

/**
 * It does not hold.
 * @param part - What does not.
 */
export function not(part: Expression): Expression {
  return { not: part };
}

/**
 * At least some number hold.
 * @param least - How many.
 * @param parts - Out of which.
 */
export function atLeastOf(least: number, ...parts: readonly Expression[]): Expression {
  return { atLeast: least, of: parts };
}

/**
 * It holds for at least one member of the household.
 * @param part - Over facts of a member.
 */
export function someMember(part: Expression): Expression {
  return { someMember: part };
}

/**
 * It holds for no member of the household.
 * @param part - Over facts of a member.
 */
export function noMember(part: Expression): Expression {
  return { noMember: part };
}

/**
 * The share of the members for whom it holds compares with a fraction.
 * @param part - Over facts of a member.
 * @param is - The comparison.
 * @param share - Numerator and denominator.
 */
export function shareOfMembers(part: Expression, is: Comparison, share: readonly [number, number]): Expression {
  return { shareOfMembers: part, is, share };
}

/**
 * A number of the household, divided by its persons, compares with a bound.
 * @param name - A number fact of the household.
 * @param is - The comparison.
 * @param value - The bound, in the unit of the fact.
 */
export function perMember(name: FactNameOfType<"number"> & HouseholdFactName, is: Comparison, value: number): Expression {
  return { perMember: name, is, value };
}

/**
 * The parts of which an expression is made, one step down.
 *
 * @param expression - Any expression.
 */
export function partsOf(expression: Expression): readonly Expression[] {
  if ("all" in expression) return expression.all;
  if ("any" in expression) return expression.any;
  if ("of" in expression) return expression.of;
  if ("not" in expression) return [expression.not];
  if ("someMember" in expression) return [expression.someMember];
  if ("noMember" in expression) return [expression.noMember];
  if ("shareOfMembers" in expression) return [expression.shareOfMembers];
  return [];
}

/**
 * The facts that an expression reads, each once, in the order of the catalogue (household before members).
 *
 * @param expression - Any expression.
 */
export function factsOf(expression: Expression): readonly FactName[] {
  const found = new Set<FactName>();
  const visit = (part: Expression): void => {
    if ("fact" in part) found.add(part.fact);
    else if ("perMember" in part) found.add(part.perMember);
    else if ("age" in part || "bornOnOrAfter" in part) found.add("bornOn");
    partsOf(part).forEach(visit);
  };
  visit(expression);
  return [...Object.keys(householdFacts), ...Object.keys(memberFacts)].filter((name): name is FactName => found.has(name as FactName));
}

/** A birth test that every interpreter can use: whether a birth is on or before a day; `negated` turns it round. */
export interface BirthTest {
  /** The bound as a day number; it need not be a day of the calendar, only comparisons matter. */
  readonly bound: DayNumber;
  /** Whether the test holds when the birth is after the bound. */
  readonly negated: boolean;
}

/**
 * Turns an age or a birth bound into "born on or before a day", once the review day is known.
 *
 * Age ≥ n on a day means: born on or before the same calendar day n years earlier. As `YYYYMMDD` that is a subtraction,
 * also for 29 February: born on 29 February 2008, age 18 is reached on 1 March 2026.
 *
 * @param expression - An `age` or `bornOnOrAfter` expression.
 * @param on - The review day.
 */
export function birthTest(expression: Extract<Expression, { age: Comparison } | { bornOnOrAfter: Day }>, on: DayNumber): BirthTest {
  // Born on or after a day = not born on or before the number below it.
  if ("bornOnOrAfter" in expression) return { bound: (dayNumber(expression.bornOnOrAfter) ?? 0) - 1, negated: true };
  const { age: is, years } = expression;
  const atLeast = is === ">=" || is === "<" ? years : years + 1;
  return { bound: on - atLeast * 10000, negated: is === "<" || is === "<=" };
}

/**
 * Whether a number that is measured as `amount − bound` (or its sign) satisfies a comparison with 0.
 *
 * @param difference - Negative below the bound, 0 on it, positive above it.
 * @param is - The comparison.
 */
export function holds(difference: number, is: Comparison): boolean {
  switch (is) {
    case "<":
      return difference < 0;
    case "<=":
      return difference <= 0;
    case ">":
      return difference > 0;
    case ">=":
      return difference >= 0;
  }
}

const comparisons: readonly unknown[] = ["<", "<=", ">", ">="];

/**
 * Checks that an expression is well formed: known facts of the right type at the right level, no empty `all` or `any`,
 * no member test inside another, no more than 50 parts within each other.
 *
 * @param expression - What came, typed or parsed from JSON.
 * @param path - Where it stands in the standard, for the message.
 * @throws {@link PovertyStandardError} `invalid-standard` with the path of the part that is wrong.
 */
export function checkExpression(expression: unknown, path: string): asserts expression is Expression {
  checkPart(expression, path, "household", 0);
}

function checkPart(part: unknown, path: string, level: "household" | "member", depth: number): void {
  const refuse = (message: string): never => {
    throw new PovertyStandardError("invalid-standard", message, path);
  };
  if (depth > 50) refuse("expected at most 50 expressions within each other");
  if (typeof part !== "object" || part === null || Array.isArray(part)) refuse("expected an expression");
  const it = part as Readonly<Record<string, unknown>>;
  const keys = Object.keys(it).sort().join(" ");
  const factIs = (name: unknown, type: string, where: "household" | "member"): void => {
    const facts: Readonly<Record<string, { readonly type: string }>> = where === "household" ? householdFacts : memberFacts;
    const known = typeof name === "string" && Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (known === undefined) refuse(`expected a fact of the ${where}`);
    else if (known.type !== type) refuse(`expected a fact of type ${type}, this one is of type ${known.type}`);
  };
  const comparison = (is: unknown): void => {
    if (!comparisons.includes(is)) refuse("expected one of the comparisons < <= > >=");
  };
  const number = (value: unknown): void => {
    if (typeof value !== "number" || !Number.isFinite(value)) refuse("expected a finite number");
  };
  const count = (value: unknown, least: number): void => {
    if (!Number.isSafeInteger(value) || (value as number) < least) refuse(`expected a whole number, ${least} or more`);
  };
  const memberOnly = (): void => {
    if (level !== "member") refuse("expected inside someMember, noMember or shareOfMembers: it is about one member");
  };
  const householdOnly = (): void => {
    if (level !== "household") refuse("expected outside of another test of the members");
  };
  const several = (parts: unknown, key: string): void => {
    if (!Array.isArray(parts) || parts.length === 0) refuse(`expected at least one expression in ${key}`);
    (parts as readonly unknown[]).forEach((each, index) => {
      checkPart(each, `${path}.${key}[${index}]`, level, depth + 1);
    });
  };
  switch (keys) {
    case "fact":
      return factIs(it["fact"], "boolean", level);
    case "fact oneOf": {
      factIs(it["fact"], "enum", level);
      const facts: Readonly<Record<string, unknown>> = level === "household" ? householdFacts : memberFacts;
      const { values } = facts[it["fact"] as string] as { readonly values: object };
      const words: unknown = it["oneOf"];
      if (!Array.isArray(words) || words.length === 0 || !words.every((word) => typeof word === "string" && Object.hasOwn(values, word)))
        refuse("expected words that the fact can have");
      return;
    }
    case "fact is value":
      householdOnly();
      factIs(it["fact"], "number", "household");
      comparison(it["is"]);
      return number(it["value"]);
    case "age years":
      memberOnly();
      comparison(it["age"]);
      return count(it["years"], 0);
    case "bornOnOrAfter":
      memberOnly();
      if (typeof it["bornOnOrAfter"] !== "string" || dayNumber(it["bornOnOrAfter"]) === null) refuse("expected a day, YYYY-MM-DD");
      return;
    case "all":
    case "any":
      return several(it[keys], keys);
    case "atLeast of":
      several(it["of"], "of");
      count(it["atLeast"], 1);
      if ((it["atLeast"] as number) > (it["of"] as readonly unknown[]).length) refuse("expected no more than there are parts");
      return;
    case "not":
      return checkPart(it["not"], `${path}.not`, level, depth + 1);
    case "someMember":
    case "noMember":
      householdOnly();
      return checkPart(it[keys], `${path}.${keys}`, "member", depth + 1);
    case "is share shareOfMembers": {
      householdOnly();
      comparison(it["is"]);
      const share: unknown = it["share"];
      if (!Array.isArray(share) || share.length !== 2) refuse("expected a numerator and a denominator");
      count((share as readonly unknown[])[0], 0);
      count((share as readonly unknown[])[1], 1);
      return checkPart(it["shareOfMembers"], `${path}.shareOfMembers`, "member", depth + 1);
    }
    case "is perMember value":
      householdOnly();
      factIs(it["perMember"], "number", "household");
      comparison(it["is"]);
      return number(it["value"]);
    default:
      refuse("expected an expression of the language");
  }
}

/** Names of the facts that stand for a member. */
export const memberFactNames = Object.keys(memberFacts) as readonly MemberFactName[];
/** Names of the facts that stand for a household. */
export const householdFactNames = Object.keys(householdFacts) as readonly HouseholdFactName[];
