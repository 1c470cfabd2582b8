import * as z from "zod";
import { povertyClasses, type PovertyClass } from "../law/standard.js";
import { labelled } from "./labelled.js";
import { classSchema, maybe, type Same } from "./leaf-schemas.js";
import { carriedShape } from "./record-keys.js";
import { refused } from "./refused.js";
import { strictRecord, type RecordOf } from "./strict-record.js";

/** What else `classify` writes; it is carried along and not looked at. */
const carriedKeys = [
  "on", "reviewedOn", "residence", "status", "count", "deprived", "unknown", "missing", "because", "notHeld", "margin",
  "recordedClass", "agrees", "text", "verdicts", "evidence", "facts", "members", "meta",
] as const;

const classifiedShape = () => {
  const standard = refused("expected the id of a standard");
  const id = z.string(standard).min(1, standard);
  const found: Same<PovertyClass | null> = z.enum(povertyClasses, refused(`expected one of ${povertyClasses.join(", ")}, or null`)).nullable();
  const several = refused("expected a list of one class or more");
  const carried = Object.fromEntries(carriedKeys.map((key) => [key, z.unknown().optional()])) as Record<(typeof carriedKeys)[number], z.ZodOptional<z.ZodUnknown>>;
  const { id: household, persons } = carriedShape();
  return {
    id: household,
    areaCode: labelled(z.string(refused("expected the code of an area as text")), { vi: "mã đơn vị hành chính", en: "area code" }),
    class: labelled(found, { vi: "kết quả phân loại", en: "class" }, "null while undetermined."),
    possible: labelled(
      maybe(z.array(classSchema(), several).min(1, several)), { vi: "các kết quả còn có thể", en: "possible classes" },
      "While undetermined; all where they are missing.",
    ),
    persons,
    standard: labelled(maybe(id), { vi: "chuẩn nghèo áp dụng", en: "standard" }, "Id of the standard of the class."),
    law: labelled(maybe(z.looseObject({ standard: id }, refused("expected an object"))), { vi: "căn cứ", en: "law" }, "Its standard counts where standard is missing."),
    ...carried,
  };
};

/** A classified household as {@link classifiedHouseholdSchema} reads it: a `CountedHousehold`. */
export type ClassifiedHouseholdInput = RecordOf<ReturnType<typeof classifiedShape>>;

let schema: Same<ClassifiedHouseholdInput> | undefined;

/**
 * A schema of a classified household, as `areaRates` counts it; what the command `classify` writes is one, if it has an
 * area code.
 *
 * @example
 * ```ts
 * const household = { residence: "rural", persons: 3, monthlyIncomePerPersonVnd: 5_000_000 } as const;
 * const result = classify(household, { standard: standardById("vn/decree-07-2021"), on: "2023-12-14" });
 * classifiedHouseholdSchema().safeParse({ ...result.toJSON(), areaCode: "42", persons: 3 }).success; // => true
 * classifiedHouseholdSchema().safeParse({ areaCode: "42", class: "rich" }).success; // => false
 * ```
 */
export function classifiedHouseholdSchema(): z.ZodType<ClassifiedHouseholdInput, ClassifiedHouseholdInput> {
  schema ??= strictRecord(classifiedShape(), { what: "key of a counted household" })
    .superRefine(({ class: found, possible }, context) => {
      if (found !== null && possible?.every((each) => each === found) === false)
        context.addIssue({ code: "custom", message: "expected no other class than that of the household", path: ["possible"] });
    })
    .meta({
      title: "Classified household",
      description: "Hộ đã phân loại. A household as it is counted in rates: a class, where, and how many persons.",
      $comment: "Beyond this schema: possible names no other class than class, where that is not null; each id once; areaCode is the code of an area; one standard for all.",
    });
  return schema;
}
