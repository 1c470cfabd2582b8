import * as z from "zod";
import { PovertyStandardError } from "../core/errors.js";
import { dayInterval, dayNumber, type Day, type DayNumber } from "../core/plain-date.js";
import { householdFacts, memberFacts } from "../law/facts.js";
import { factsShape } from "./facts-shape.js";
import { labelled } from "./labelled.js";
import { idSchema, maybe, type Same } from "./leaf-schemas.js";
import { carriedShape, eitherIncome, foreignKeys, incomeShape, reviewedOnSchema } from "./record-keys.js";
import { refused } from "./refused.js";
import { strictRecord, type RecordOf } from "./strict-record.js";

const memberShape = () => ({
  id: labelled(maybe(idSchema()), { vi: "mã thành viên", en: "id" }, "The caller's name of the member; no message shows it."),
  ...factsShape(memberFacts),
});

const householdShape = () => ({
  ...carriedShape(),
  ...incomeShape(),
  reviewedOn: reviewedOnSchema(),
  members: labelled(
    maybe(z.array(strictRecord(memberShape(), { what: "fact of a member" }), refused("expected a list of members"))),
    { vi: "các thành viên của hộ", en: "members" }, "Of a person who is counted but not listed nothing is known.",
  ),
  ...factsShape(householdFacts),
});

/** A member of a household as {@link householdSchema} reads it. */
export type MemberInput = RecordOf<ReturnType<typeof memberShape>>;
/** A household as {@link householdSchema} reads it: a `Household`. */
export type HouseholdInput = RecordOf<ReturnType<typeof householdShape>>;

let record: Same<HouseholdInput> | undefined;

/**
 * A schema that accepts exactly the households that `classify` accepts under the same day, and says the same of others.
 *
 * Nothing is changed or filled in: what it gives back is the household, whose missing facts stay missing. Wrong values
 * are all reported; rules about the whole household are checked once each value is right.
 *
 * @param options - `on`, the review day, where the household has no `reviewedOn`, as for `classify`. Without it a
 *   household needs its own.
 * @throws `PovertyStandardError` `invalid-input` when `on` is no day.
 *
 * @example
 * ```ts
 * const schema = householdSchema({ on: "2023-12-14" });
 * schema.parse({ residence: "rural", persons: 3 }); // => { residence: "rural", persons: 3 }
 * const wrong = schema.safeParse({ residence: "rural", members: [{ bornOn: "2024-01-01" }] });
 * wrong.error.issues[0].path; // => ["members", 0, "bornOn"]
 * wrong.error.issues[0].message; // => "expected a birth on or before the review day"
 * householdSchema().safeParse({ residence: "rural", persons: 3 }).success; // => false
 * ```
 */
export function householdSchema({ on }: { readonly on?: Day | undefined } = {}): z.ZodType<HouseholdInput, HouseholdInput> {
  const day = on === undefined ? null : dayNumber(on);
  if (on !== undefined && day === null) throw new PovertyStandardError("invalid-input", "expected a day of the calendar, YYYY-MM-DD", "on");
  record ??= strictRecord(householdShape(), { what: "key of a household", foreign: foreignKeys("facts"), notBoth: eitherIncome });
  return record
    .superRefine((household, context) => {
      const refuse = (message: string, ...path: (string | number)[]): void => {
        context.addIssue({ code: "custom", message, path });
      };
      checkPersons(household, refuse);
      checkDays(household, day, refuse);
    })
    .meta({
      title: "Household",
      description: "Hộ gia đình. A household as an enumerator records it. Whatever is missing or null is unknown; nothing is ever assumed.",
      $comment:
        "Beyond this schema: not both annualIncomeVnd and monthlyIncomePerPersonVnd; at least one person, listed in members or counted in persons; " +
        "no fewer persons than members; a review day, reviewedOn or one given with the call; no birth after it.",
    });
}

type Refuse = (message: string, ...path: (string | number)[]) => void;

function checkPersons({ persons, members }: HouseholdInput, refuse: Refuse): void {
  const listed = members?.length ?? 0;
  if ((persons ?? listed) === 0) refuse("expected at least one person, listed in members or counted in persons", "persons");
  else if ((persons ?? listed) < listed) refuse("expected no fewer persons than there are members", "persons");
}

function checkDays({ reviewedOn, members }: HouseholdInput, on: DayNumber | null, refuse: Refuse): void {
  const day = typeof reviewedOn === "string" ? dayNumber(reviewedOn) : on;
  if (day === null) return refuse("expected the review day: reviewedOn of the household, or on", "on");
  members?.forEach(({ bornOn }, index) => {
    const birth = typeof bornOn === "string" ? dayInterval(bornOn) : null;
    if (birth !== null && birth.from > day) refuse("expected a birth on or before the review day", "members", index, "bornOn");
  });
}
