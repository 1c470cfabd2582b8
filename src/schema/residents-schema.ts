import * as z from "zod";
import { labelled } from "./labelled.js";
import { maybe, wholeSchema, type Same } from "./leaf-schemas.js";
import { refused } from "./refused.js";
import { strictRecord, type RecordOf } from "./strict-record.js";

const residentsShape = () => {
  const count = maybe<number>(wholeSchema("expected a whole number, 0 or more, or null", 0));
  return {
    areaCode: labelled(z.string(refused("expected the code of an area as text")), { vi: "mã đơn vị hành chính", en: "area code" }),
    households: labelled(count, { vi: "tổng số hộ dân cư", en: "resident households" }, "All of them, poor or not; null where that is not known."),
    persons: labelled(count, { vi: "tổng số nhân khẩu", en: "resident persons" }, "All of them, poor or not; null where that is not known."),
  };
};

/** The residents of an area as {@link residentsSchema} reads them: `AreaResidents`. */
export type ResidentsInput = RecordOf<ReturnType<typeof residentsShape>>;

let schema: Same<ResidentsInput> | undefined;

/**
 * A schema of the residents of one area, as `areaRates` reads them: the denominators of its rates.
 *
 * @example
 * ```ts
 * residentsSchema().safeParse({ areaCode: "42", households: 30900, persons: null }).success; // => true
 * residentsSchema().safeParse({ areaCode: "42", households: "30.900" }).success; // => false
 * ```
 */
export function residentsSchema(): z.ZodType<ResidentsInput, ResidentsInput> {
  schema ??= strictRecord(residentsShape(), { what: "key of residents" }).meta({
    title: "Residents",
    description: "Dân cư. How many live in an area at the time of the review, poor or not.",
    $comment: "Beyond this schema: each area once; areaCode is the code of an area.",
  });
  return schema;
}
