import { PovertyStandardError } from "../core/errors.js";
import { checkTotals, type AreaCounts, type CountBounds, type GroupCounts } from "./area-counts.js";

/**
 * Counts of parts as counts of the whole: what workers counted over ranges of rows, or batches of a table one by one.
 *
 * @param parts - From `countByArea`, over the same areas; at least one.
 * @throws {@link PovertyStandardError} `standards-differ` for parts under two standards; `invalid-input` for parts with
 *   other areas, for none at all, and for persons whose sum is not below 2⁵³.
 *
 * @example
 * ```ts
 * const standard = standardById("vn/decree-07-2021");
 * const batch = (codes) => countByArea({ codes, area: new Uint16Array(codes.length) }, { standard, areas: 1 });
 * const { households } = addedCounts([batch(Uint8Array.of(1, 2)), batch(Uint8Array.of(1))]);
 * [...households.poor.low]; // => [2]
 * ```
 */
export function addedCounts(parts: Iterable<AreaCounts>): AreaCounts {
  const [first, ...others] = parts;
  if (first === undefined) throw new PovertyStandardError("invalid-input", "expected the counts of one part or more", "parts");
  const total = others.reduce((sum, part, index) => {
    const path = `parts[${index + 1}]`;
    if (part.standard !== sum.standard) throw new PovertyStandardError("standards-differ", "expected one standard for all; classes under two are not counted together", `${path}.standard`);
    if (part.areas !== sum.areas) throw new PovertyStandardError("invalid-input", "expected the same areas in every part", `${path}.areas`);
    return {
      standard: sum.standard,
      areas: sum.areas,
      households: addedGroups(sum.households, part.households),
      persons: addedGroups(sum.persons, part.persons),
      withoutPersons: addedGroups(sum.withoutPersons, part.withoutPersons),
    };
  }, first);
  checkTotals(total);
  return total;
}

function addedGroups(a: GroupCounts, b: GroupCounts): GroupCounts {
  return {
    poor: addedBounds(a.poor, b.poor),
    nearPoor: addedBounds(a.nearPoor, b.nearPoor),
    multidimensional: addedBounds(a.multidimensional, b.multidimensional),
    average: addedBounds(a.average, b.average),
    undetermined: added(a.undetermined, b.undetermined),
    invalid: added(a.invalid, b.invalid),
    all: added(a.all, b.all),
  };
}

function addedBounds(a: CountBounds | null, b: CountBounds | null): CountBounds | null {
  return a === null || b === null ? null : { low: added(a.low, b.low), high: added(a.high, b.high) };
}

function added(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((count, area) => count + (b[area] as number));
}
