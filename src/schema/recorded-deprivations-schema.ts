import * as z from "zod";
import { standardTables, type Standard } from "../law/standard.js";
import { labelled } from "./labelled.js";
import { deprivationCountSchema, maybe, type Same } from "./leaf-schemas.js";
import { carriedShape, eitherIncome, foreignKeys, incomeShape, reviewedOnSchema } from "./record-keys.js";
import { refused } from "./refused.js";
import { strictRecord, type RecordOf } from "./strict-record.js";

/** Flags by indicator, each of which may be missing. */
export type RecordedFlags = Record<string, boolean | null | undefined>;

const shapeOf = (flags: Same<RecordedFlags>, indicators: number) => ({
  ...carriedShape(),
  ...incomeShape(),
  reviewedOn: reviewedOnSchema(),
  deprivations: labelled(
    maybe(flags), { vi: "thiếu hụt theo từng chỉ số", en: "deprivations" },
    "For each indicator of the standard whether the household is deprived; a missing one is unknown.",
  ),
  deprivationCount: labelled(
    maybe(deprivationCountSchema(indicators)), { vi: "số chỉ số thiếu hụt", en: "number of deprived indicators" },
    "Where only that was recorded: the number, or the least and the most.",
  ),
});

/** Recorded deprivations as {@link recordedDeprivationsSchema} reads them: `RecordedDeprivations`. */
export type RecordedDeprivationsInput = RecordOf<ReturnType<typeof shapeOf>>;

const schemas = new WeakMap<Standard, z.ZodType<RecordedDeprivationsInput, RecordedDeprivationsInput>>();

/**
 * A schema that accepts exactly the recorded deprivations that `classifyDeprivations` accepts under the same standard,
 * and says the same of others.
 *
 * @param standard - The standard whose indicators the flags name.
 * @throws `PovertyStandardError` `invalid-standard` for a standard that `defineStandard` did not make.
 *
 * @example
 * ```ts
 * const schema = recordedDeprivationsSchema(standardById("vn/decree-07-2021"));
 * const { error } = schema.safeParse({ residence: "rural", deprivations: { employmnt: true } });
 * error.issues[0].path; // => ["deprivations", "employmnt"]
 * error.issues[0].message.includes('the nearest is "employment"'); // => true
 * ```
 */
export function recordedDeprivationsSchema(standard: Standard): z.ZodType<RecordedDeprivationsInput, RecordedDeprivationsInput> {
  standardTables(standard);
  const known = schemas.get(standard);
  if (known !== undefined) return known;
  const flag = z.boolean(refused("expected true or false"));
  const indicators = standard.indicators.map(({ id, label }) => [id, labelled(maybe(flag), label)] as const);
  const schema = deprivationsSchema(strictRecord(Object.fromEntries(indicators), { what: `indicator of ${standard.id}` }), indicators.length);
  schemas.set(standard, schema);
  return schema;
}

/**
 * The schema of recorded deprivations around that of their flags.
 *
 * @param flags - The schema of the flags.
 * @param indicators - How many indicators there are at most.
 */
export function deprivationsSchema(flags: Same<RecordedFlags>, indicators: number): z.ZodType<RecordedDeprivationsInput, RecordedDeprivationsInput> {
  const rules = { what: "key of a household", foreign: foreignKeys("deprivations"), notBoth: eitherIncome };
  return strictRecord(shapeOf(flags, indicators), rules)
    .superRefine(({ annualIncomeVnd, persons, deprivations, deprivationCount }, context) => {
      if (isGiven(annualIncomeVnd) && !isGiven(persons))
        context.addIssue({ code: "custom", message: "expected the number of persons beside an annual income", path: ["persons"] });
      if (isGiven(deprivations) && isGiven(deprivationCount))
        context.addIssue({ code: "custom", message: "expected deprivations or deprivationCount, not both", path: ["deprivationCount"] });
    })
    .meta({
      title: "Recorded deprivations",
      description: "Thiếu hụt đã ghi của hộ. A household whose deprivations were already decided: a flag for each indicator, or only their number.",
      $comment:
        "Beyond this schema: not both annualIncomeVnd and monthlyIncomePerPersonVnd; not both deprivations and deprivationCount; persons beside annualIncomeVnd; " +
        "the least number of deprived indicators before the most.",
    });
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined;
}
