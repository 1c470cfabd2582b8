import { addEach } from "../../history/add-each.js";
import { DeprivationTally, type AnalysedHousehold, type AreaDeprivations, type DeprivationOptions } from "./deprivation-tally.js";

/**
 * Forms 4 to 7: in which indicators the poor and the near-poor households of each area are deprived.
 *
 * @param households - Any iterable, read once: results of `classify` or `classifyDeprivations` with an `areaCode`. Those
 *   above the lines may be left out.
 * @param options - The areas, and the standard where it is a local one.
 * @returns A row for every area, parents after their parts. A household of undetermined class is in no count but
 *   `undetermined`, an unknown indicator widens its count to a range.
 * @throws {@link PovertyStandardError} at the first thing that is wrong, with a path like `households[12].deprived[0]`:
 *   `invalid-area` for a code that no area has, `standards-differ` for households classified by another standard,
 *   `law-not-held` for a standard with other indicators, `invalid-input` for the rest, an `id` that comes again among it.
 * @source Circular 07/2021/TT-BLĐTBXH, forms 4 to 7.
 *
 * @example
 * ```ts
 * const areas = [{ code: "42", name: "Hà Tĩnh", level: "province" }];
 * const households = [
 *   { areaCode: "42", class: "poor", deprived: ["employment", "water", "toilet"], unknown: ["nutrition"] },
 *   { areaCode: "42", class: null, possible: ["poor", "near-poor"], deprived: ["water"], unknown: ["toilet", "telecom"] },
 * ] as const;
 * const [{ poor, nearPoor }] = tabulateDeprivations(households, { areas });
 * [poor.households, poor.undetermined, poor.indicators[0], poor.indicators[2]]; // => [1, 1, { low: 1, high: 1 }, { low: 0, high: 1 }]
 * [nearPoor.households, nearPoor.undetermined]; // => [0, 1]
 * ```
 */
export function tabulateDeprivations(households: Iterable<AnalysedHousehold>, options: DeprivationOptions): readonly AreaDeprivations[] {
  const tally = new DeprivationTally(options);
  addEach(households, "households", (household) => {
    tally.add(household);
  });
  return tally.rows();
}
