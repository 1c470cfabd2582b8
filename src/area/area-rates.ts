import { addEach } from "../history/add-each.js";
import type { AreaRates } from "./area-row.js";
import { AreaTally, type AreaRatesOptions } from "./area-tally.js";
import type { CountedHousehold } from "./counted-household.js";

/**
 * Poverty rates of areas: poor (near-poor, average) households out of all resident households, and persons likewise.
 *
 * Numerators and denominators of parts are added; rates are never averaged. An undetermined household widens a rate to
 * a range and is in none of the counts of a class. Residents of an area are those given for it, else the sum of its
 * parts where all are known; without residents there is no rate. Counted households need not be all residents: a
 * register of the poor is enough.
 *
 * @param households - Any iterable, read once: results of `classify` with an `areaCode`, or a register.
 * @param options - `areas`, `residents`, and the `standard` where the households do not name it.
 * @returns A row for every area, parents after their parts; rates keep their two counts.
 * @throws {@link PovertyStandardError} at the first thing that is wrong, with a path like `households[12].areaCode`:
 *   `invalid-area` for a code that no area has and for areas that make no tree, `standards-differ` for households
 *   classified by different standards, `invalid-input` for the rest, an `id` that comes again among it.
 * @source Circular 07/2021/TT-BLĐTBXH, form 1; for the multidimensional rate Decision 71/QĐ-LĐTBXH of 2023.
 *
 * @example
 * ```ts
 * const areas = [{ code: "42", name: "Hà Tĩnh", level: "province" }];
 * const residents = [{ areaCode: "42", households: 3 }];
 * const households = [
 *   { areaCode: "42", class: "poor", persons: 4 },
 *   { areaCode: "42", class: null, possible: ["poor", "near-poor"], persons: 2 },
 * ] as const;
 * const [row] = areaRates(households, { areas, residents });
 * row.rates.poorHouseholds; // => { low: { numerator: 1, denominator: 3 }, high: { numerator: 2, denominator: 3 } }
 * printedAreaRates(row).rates.multidimensionalHouseholds; // => { low: "66.67", high: "66.67" }
 * row.rates.poorPersons; // => null
 * ```
 */
export function areaRates(households: Iterable<CountedHousehold>, options: AreaRatesOptions): readonly AreaRates[] {
  const tally = new AreaTally(options);
  addEach(households, "households", (household) => {
    tally.add(household);
  });
  return tally.rows();
}
