import { isObject } from "../core/is-object.js";
import { dayNumber, type Day, type DayNumber } from "../core/plain-date.js";
import {
  householdFacts, memberFacts, type EnumFact, type Fact, type FactCatalogue, type FactName, type FactNameOfType, type FactValue, type HouseholdFactName, type MemberFactName,
} from "./facts.js";
import { day as dayShape, expectInStandard, oneOf as oneOfWords, that, whole, type Shape } from "./shape.js";

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
  // Whatever is an object in an expression is a part of it: words, bounds and comparisons are none.
  const values: readonly unknown[] = Object.values(expression).flat();
  return values.filter((each): each is Expression => typeof each === "object");
}

/**
 * The facts that an expression reads, each once, in the order of the catalogue (household before members).
 *
 * @param expression - Any expression.
 */
export function factsOf(expression: Expression): readonly FactName[] {
  const found = new Set<FactName>();
  const visit = (part: Expression): void => {
    const parts = partsOf(part);
    // What has no parts is about a fact: by its name, or about the birth.
    if (parts.length === 0) found.add("fact" in part ? part.fact : "perMember" in part ? part.perMember : "bornOn");
    parts.forEach(visit);
  };
  visit(expression);
  return [...householdFactNames, ...memberFactNames].filter((name) => found.has(name));
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
  if ("bornOnOrAfter" in expression) return { bound: Number(dayNumber(expression.bornOnOrAfter)) - 1, negated: true };
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
  if (difference === 0) return is === "<=" || is === ">=";
  return difference < 0 === (is === "<" || is === "<=");
}

type Level = "household" | "member";

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

/** A check that is told also the key under which the value stands. */
type Check = (value: unknown, path: string, key: string) => void;

function checkPart(it: unknown, path: string, level: Level, depth: number): void {
  const facts: Readonly<Record<string, Fact>> = level === "household" ? householdFacts : memberFacts;
  const factOf = (type: Fact["type"]): Shape => (name) => {
    const found = new Map<unknown, Fact>(Object.entries(facts)).get(name);
    expectInStandard(found !== undefined, `a fact of the ${level}`, path);
    expectInStandard(found.type === type, `a fact of type ${type}, not ${found.type}`, path);
  };
  const comparison = oneOfWords(["<", "<=", ">", ">="]);
  const bound = that("a finite number", Number.isFinite);
  const partAt = (inside: Level): Check => (part, _, key) => {
    checkPart(part, `${path}.${key}`, inside, depth + 1);
  };
  const parts: Check = (several, _, key) => {
    expectInStandard(Array.isArray(several) && several.length > 0, `at least one expression in ${key}`, path);
    several.forEach((part, index) => {
      partAt(level)(part, path, `${key}[${index}]`);
    });
  };
  /** Every form: the one level at which it may stand, if not at both, and what its keys hold, in the order of the checks. */
  const forms: readonly (readonly [only: Level | null, checks: Readonly<Record<string, Check>>])[] = [
    [null, { fact: factOf("boolean") }],
    [null, {
      fact: factOf("enum"),
      oneOf: (words) => {
        const known: readonly unknown[] = Object.keys((facts[(it as { readonly fact: string }).fact] as EnumFact).values);
        expectInStandard(Array.isArray(words) && words.length > 0 && words.every((word) => known.includes(word)), "words that the fact can have", path);
      },
    }],
    ["household", { fact: factOf("number"), is: comparison, value: bound }],
    ["household", { perMember: factOf("number"), is: comparison, value: bound }],
    ["member", { age: comparison, years: whole(0) }],
    ["member", { bornOnOrAfter: dayShape }],
    [null, { all: parts }],
    [null, { any: parts }],
    [null, {
      of: parts,
      atLeast: (least) => {
        whole(1)(least, path);
        expectInStandard((least as number) <= (it as { readonly of: readonly unknown[] }).of.length, "no more than there are parts", path);
      },
    }],
    [null, { not: partAt(level) }],
    ["household", { someMember: partAt("member") }],
    ["household", { noMember: partAt("member") }],
    ["household", {
      is: comparison,
      share: (share) => {
        expectInStandard(Array.isArray(share) && share.length === 2, "a numerator and a denominator", path);
        whole(0)(share[0], path);
        whole(1)(share[1], path);
      },
      shareOfMembers: partAt("member"),
    }],
  ];
  expectInStandard(depth <= 50, "at most 50 expressions within each other", path);
  expectInStandard(isObject(it), "an expression", path);
  const sorted = (keys: object): string => Object.keys(keys).sort().join(" ");
  const form = forms.find(([, checks]) => sorted(checks) === sorted(it));
  expectInStandard(form !== undefined, "an expression of the language", path);
  const [only, checks] = form;
  expectInStandard(only !== "member" || level === only, "inside of a test of the members", path);
  expectInStandard(only !== "household" || level === only, "outside of another test of the members", path);
  for (const [key, check] of Object.entries(checks)) check(it[key], path, key);
}

/** Names of the facts that stand for a member. */
export const memberFactNames = Object.keys(memberFacts) as readonly MemberFactName[];
/** Names of the facts that stand for a household. */
export const householdFactNames = Object.keys(householdFacts) as readonly HouseholdFactName[];
