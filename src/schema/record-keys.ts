import * as z from "zod";
import { householdFacts } from "../law/facts.js";
import type { PovertyClass } from "../law/standard.js";
import type { Residence } from "../law/tiling.js";
import { labelled } from "./labelled.js";
import { classSchema, daySchema, idSchema, incomeSchema, maybe, personsSchema, residenceSchema, type Maybe, type Same } from "./leaf-schemas.js";
import { refused } from "./refused.js";

const keysOf = {
  facts: ["members", "annualIncomeVnd", "monthlyIncomePerPersonVnd", ...Object.keys(householdFacts)],
  deprivations: ["annualIncomeVnd", "monthlyIncomePerPersonVnd", "deprivations", "deprivationCount"],
  points: ["pointsA", "pointsB", "deprivationCount"],
} as const;

/** The three kinds of record of a household; each has keys that the others do not know. */
export type RecordKind = keyof typeof keysOf;

/**
 * The keys of the other kinds of record, each with the message when it holds something: a form may send them empty.
 *
 * @param kind - The kind of the record.
 */
export function foreignKeys(kind: RecordKind): ReadonlyMap<string, string> {
  const own = new Set<string>(keysOf[kind]);
  const foreign = new Map<string, string>();
  for (const [other, keys] of Object.entries(keysOf))
    for (const key of keys)
      // What two other kinds know is said to belong to the first.
      if (!own.has(key) && !foreign.has(key)) foreign.set(key, `expected one kind of record: this key belongs to ${other}, the record is of ${kind}`);
  return foreign;
}

/** The keys that every record of a household may hold. */
export type CarriedShape = {
  readonly id: Maybe<string | number>;
  readonly areaCode: Maybe<string>;
  readonly meta: z.ZodOptional<z.ZodUnknown>;
  readonly recordedClass: Maybe<PovertyClass>;
  readonly residence: Same<Residence>;
  readonly persons: Maybe<number>;
};

/** The keys that every record of a household may hold. */
export function carriedShape(): CarriedShape {
  return {
    id: labelled(maybe(idSchema()), { vi: "mã hộ", en: "id" }, "The caller's name of the household; no message shows it."),
    areaCode: labelled(maybe(z.string(refused("expected a code as text"))), { vi: "mã đơn vị hành chính", en: "area code" }),
    meta: labelled(z.unknown().optional(), { vi: "dữ liệu kèm theo", en: "meta" }, "Anything to keep beside the record; it decides nothing."),
    recordedClass: labelled(maybe(classSchema()), { vi: "kết quả phân loại đã ghi", en: "recorded class" }, "The class that a register holds; compared, never used."),
    residence: labelled(residenceSchema(), { vi: "khu vực", en: "residence" }, "rural: nông thôn; urban: thành thị. It is never assumed."),
    persons: labelled(maybe(personsSchema()), { vi: "số nhân khẩu", en: "persons" }),
  };
}

/** Income, given in one of two ways or not at all. */
export type IncomeShape = {
  readonly annualIncomeVnd: Maybe<number | string>;
  readonly monthlyIncomePerPersonVnd: Maybe<number | string>;
};

/** Income, given in one of two ways or not at all. */
export function incomeShape(): IncomeShape {
  return {
    annualIncomeVnd: labelled(
      maybe(incomeSchema()), { vi: "tổng thu nhập của hộ trong 12 tháng", en: "income of the household over 12 months (VND)" },
      "Negative for a loss; text where a number would lose digits.",
    ),
    monthlyIncomePerPersonVnd: labelled(
      maybe(incomeSchema()), { vi: "thu nhập bình quân đầu người một tháng", en: "income per person per month (VND)" },
      "Negative for a loss; text where a number would lose digits.",
    ),
  };
}

/** The two ways to give income, of which at most one may be used. */
export const eitherIncome = ["annualIncomeVnd", "monthlyIncomePerPersonVnd"] as const;

/** The day of the review. */
export function reviewedOnSchema(): Maybe<string> {
  return labelled(maybe(daySchema()), { vi: "ngày rà soát", en: "day of the review" }, "YYYY-MM-DD.");
}
