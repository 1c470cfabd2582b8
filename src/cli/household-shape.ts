import { householdFacts, memberFacts, type Fact } from "../law/facts.js";
import { povertyClasses, type Standard } from "../law/standard.js";
import { residences } from "../law/tiling.js";
import { columnName } from "../core/column-name.js";
import { recordShape, type FieldSpec, type RecordShape } from "./record-shape.js";

/**
 * What a household's line can hold in CSV, and what its columns can be mapped to.
 *
 * A flag has the columns `deprivations.healthInsurance` and `deprived_health_insurance`, the latter as in the SQL; a
 * number of deprivations that is not exactly known stands in `deprivation_count_least` and `deprivation_count_most`.
 *
 * @param standard - Whose indicators the flags are.
 */
export function householdShape(standard: Standard): RecordShape {
  const flags = standard.indicators.map(({ id }) => {
    const spec: FieldSpec = { type: "boolean", place: ["deprivations", id], column: `deprived_${columnName(id)}` };
    return [`deprivations.${id}`, spec] as const;
  });
  return recordShape("a household", {
    id: { type: "word" },
    areaCode: { type: "word" },
    residence: { type: "word", words: residences },
    reviewedOn: { type: "word" },
    persons: { type: "whole" },
    annualIncomeVnd: { type: "vnd" },
    monthlyIncomePerPersonVnd: { type: "vnd" },
    ...factFields(householdFacts),
    ...Object.fromEntries(flags),
    deprivationCount: { type: "whole" },
    "deprivationCount.least": { type: "whole", place: ["deprivationCount", 0], column: "deprivation_count_least" },
    "deprivationCount.most": { type: "whole", place: ["deprivationCount", 1], column: "deprivation_count_most" },
    pointsA: { type: "whole" },
    pointsB: { type: "whole" },
    recordedClass: { type: "word", words: povertyClasses },
    meta: { type: "text" },
  });
}

/** What a member's line can hold: the facts, and the id of the household to which the member belongs. */
export const memberShape: RecordShape = recordShape("a member", {
  householdId: { type: "word" },
  id: { type: "word" },
  ...factFields(memberFacts),
});

function factFields(facts: Readonly<Record<string, Fact>>): Readonly<Record<string, FieldSpec>> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]): [string, FieldSpec] => {
      if (fact.type === "enum") return [name, { type: "word", words: Object.keys(fact.values) }];
      return [name, { type: fact.type === "birth" ? "word" : fact.type }];
    }),
  );
}
