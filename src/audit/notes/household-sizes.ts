import { sentence } from "../audit-text.js";
import { pathOfValue, type ClaimTable } from "../claim-table.js";
import type { Finding } from "../claims.js";
import { householdNamesBeside } from "../measure.js";
import { amountAt } from "../share-check.js";

/** Averages outside are not impossible, but seldom right: of a count of households or persons one is likely misprinted. */
const usualSize = { least: 2, most: 7 };

/**
 * Counts of persons that are too few or too many for the households beside them, paired by name (`poor`, `poor_people`).
 *
 * @param table - The table.
 */
export function householdSizes({ names, places, numbers }: ClaimTable): readonly Finding[] {
  return names.flatMap((personsName, place): Finding[] => {
    const householdsName = householdNamesBeside(personsName).find((name) => places.has(name));
    if (householdsName === undefined) return [];
    const persons = amountAt(numbers, place);
    const households = amountAt(numbers, places.get(householdsName) ?? 0);
    // A product that is rounded is above 2^53, and so above every count: the comparison is exact all the same.
    if (persons >= usualSize.least * households && persons <= usualSize.most * households) return [];
    return [{
      code: "persons-per-household",
      severity: "warning",
      claims: [pathOfValue(householdsName), pathOfValue(personsName)],
      computed: null,
      ...sentence(
        ({ count }) => `${personsName} (${count(persons)}) so với ${householdsName} (${count(households)}) không đạt từ ${usualSize.least} đến ${usualSize.most} người một hộ.`,
        ({ count }) => `${personsName} (${count(persons)}) beside ${householdsName} (${count(households)}) is not ${usualSize.least} to ${usualSize.most} persons a household.`,
      ),
    }];
  });
}
