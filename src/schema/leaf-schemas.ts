import * as z from "zod";
import { povertyClasses, type PovertyClass } from "../law/standard.js";
import { residences, type Residence } from "../law/tiling.js";
import { refused } from "./refused.js";

/** A schema of which input and output are the same. */
export type Same<Value> = z.ZodType<Value, Value>;

/** A key that may be missing or `null`; both mean that it is not known. */
export type Maybe<Value> = z.ZodOptional<z.ZodNullable<Same<Value>>>;

/**
 * A key that may be missing or `null`.
 *
 * @param schema - What stands there otherwise.
 */
export function maybe<Value>(schema: Same<Value>): Maybe<Value> {
  return schema.nullish();
}

// Written for every dialect of regular expressions: no look-ahead, no \d.
const year = "(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})";
const leapYear = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)";
const month = "(?:0[1-9]|1[0-2])";
const monthAndDay = "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))";
const wholeDay = `${year}-${monthAndDay}|${leapYear}-02-29`;

/** A day of the calendar, `YYYY-MM-DD`. */
export function daySchema(): Same<string> {
  const refusal = refused("expected a day of the calendar, YYYY-MM-DD");
  return z.string(refusal).regex(new RegExp(`^(?:${wholeDay})$`), refusal);
}

/** A day, or only its month or year. */
export function partialDaySchema(): Same<string> {
  const refusal = refused("expected a day YYYY-MM-DD of the calendar, a month YYYY-MM or a year YYYY");
  return z.string(refusal).regex(new RegExp(`^(?:${wholeDay}|${year}-${month}|${year})$`), refusal);
}

/** VND as a number that has lost no digit, or as decimal text; negative for a loss. */
export function incomeSchema(): Same<number | string> {
  const refusal = refused("expected VND as a finite number up to 2^53, or as decimal text without grouping; three digits behind a point may be a grouped thousand");
  // A double beyond 2^53 is whole, so these bounds are those of the safe integers for fractions, too.
  const number = z.number(refusal).min(Number.MIN_SAFE_INTEGER, refusal).max(Number.MAX_SAFE_INTEGER, refusal);
  return z.union([number, z.string(refusal).regex(/^-?(?:[0-9]{1,40}(?:\.(?:[0-9]{1,2}|[0-9]{4,40}))?|[0-9]{4,40}\.[0-9]{3})$/, refusal)], refusal);
}

/** A number, 0 or more, that has lost no digit, or its decimal text. */
export function amountSchema(): Same<number | string> {
  const refusal = refused("expected a number, 0 or more");
  const number = z.number(refusal).min(0, refusal).max(Number.MAX_SAFE_INTEGER, refusal);
  return z.union([number, z.string(refusal).regex(/^(?:[0-9]{1,40}(?:\.[0-9]{1,40})?|-0{1,40}(?:\.0{1,40})?)$/, refusal)], refusal);
}

/**
 * A whole number between bounds, both included.
 *
 * @param expected - The message when it is none.
 * @param least - The lower bound.
 * @param most - The upper bound.
 */
export function wholeSchema(expected: string, least: number, most: number = Number.MAX_SAFE_INTEGER): z.ZodInt {
  const refusal = refused(expected);
  return z.int(refusal).min(least, refusal).max(most, refusal);
}

/** A number of persons, 1 or more. */
export function personsSchema(): Same<number> {
  return wholeSchema("expected a whole number of persons, 1 or more", 1);
}

/** The caller's name of something: text or a whole number. */
export function idSchema(): Same<string | number> {
  const refusal = refused("expected text or a whole number");
  return z.union([z.string(refusal), z.int(refusal)], refusal);
}

/** A class, by its name in data. */
export function classSchema(): Same<PovertyClass> {
  return z.enum(povertyClasses, refused(`expected one of ${povertyClasses.join(", ")}`));
}

/** Where a household lives; required, since it is never assumed. */
export function residenceSchema(): Same<Residence> {
  const refusal = refused('expected "rural" or "urban"');
  return z.enum(residences, {
    error: (issue) => (issue.input === null || issue.input === undefined ? 'expected "rural" or "urban"; a residence is never assumed' : refusal.error(issue)),
  });
}

/**
 * How many indicators a household is deprived in: a number, or the least and the most.
 *
 * @param indicators - How many indicators there are.
 */
export function deprivationCountSchema(indicators: number): Same<number | [number, number]> {
  const expected = `expected a whole number from 0 to ${indicators}, or the least and the most`;
  const bound = wholeSchema(expected, 0, indicators);
  const refusal = refused(expected);
  return z.union([bound, z.tuple([bound, bound], refusal).refine(([least, most]) => least <= most, refusal)], refusal);
}
