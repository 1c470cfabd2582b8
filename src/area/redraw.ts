import { placed, unexpected } from "../core/checked-record.js";
import { areaSuccession, type AreaSuccession, type RedrawOptions } from "./area-succession.js";
import type { Crosswalk } from "./crosswalk.js";
import { redrawnCounts, type IncompleteArea, type LocatedRow, type RedrawnCounts } from "./redrawn-counts.js";
import type { AreaResidents } from "./residents.js";

/** What is to be restated; each list may be missing. */
export interface OldMapData<Household extends LocatedRow, Counts extends LocatedRow> {
  /** Classified households, as `areaRates` counts them, in any iterable. */
  readonly households?: Iterable<Household> | undefined;
  /** Residents by area. */
  readonly residents?: readonly (AreaResidents & LocatedRow)[] | undefined;
  /** Any other counts by area, each under a name of its own: whole numbers, or `null` where not known. */
  readonly counts?: readonly Counts[] | undefined;
}

/** What was restated; a list that was missing is empty. */
export interface NewMapData<Household extends LocatedRow, Counts extends LocatedRow> {
  /** The households in their order, each with the code of its area on the new map. */
  readonly households: readonly Omit<Household, "newAreaCode">[];
  /** The residents of the areas of the new map, by code. */
  readonly residents: readonly RedrawnCounts<AreaResidents>[];
  /** The counts of the areas of the new map, by code. */
  readonly counts: readonly RedrawnCounts<Counts>[];
  /** The areas whose residents or counts are `null` because an old area that went into them has no row. */
  readonly incomplete: readonly IncompleteArea[];
}

/**
 * Restates households, residents and counts on a later map, so that years compare.
 *
 * Counts are added and rates come from the sums: a rate of a merged area is not the mean of the old rates. A sum is
 * `null` where a part of it is not known. A code that the crosswalk does not mention, or that is of the new map already,
 * stays. Nothing is divided: a household, or a row of counts, of an area that was split must carry `newAreaCode`.
 *
 * @param data - `households`, `residents` and `counts` on the old map.
 * @param crosswalk - Which old areas went into which new ones.
 * @param options - `on`: the day of the new map; `codedOn`: that of the old one.
 * @returns The same on the new map, ready for `areaRates`.
 * @throws {@link PovertyStandardError} with a path like `households[12].newAreaCode`: `invalid-area` for an area that was
 *   split (the message says when and into which), a new code that the old area did not become, a code that was not in
 *   use on these days, an area that comes twice or beside its parts; `invalid-input` for the rest.
 *
 * @example
 * Two provinces that became one: poor households as published, all households as the published rates imply them.
 * ```ts
 * const merged = crosswalk([
 *   { on: "2025-07-01", from: "51", to: "51" },
 *   { on: "2025-07-01", from: "62", to: "51" },
 * ]);
 * const counts = [
 *   { areaCode: "51", poor: 16368, households: 446721 },
 *   { areaCode: "62", poor: 6557, households: 60456 },
 * ];
 * const [row] = redraw({ counts }, merged, { on: "2025-12-31" }).counts;
 * row; // => { areaCode: "51", poor: 22925, households: 507177 }
 * percentText({ numerator: row.poor, denominator: row.households }); // => "4.52"
 * ```
 */
export function redraw<Household extends LocatedRow = LocatedRow, Counts extends LocatedRow = LocatedRow>(
  data: OldMapData<Household, Counts>,
  crosswalk: Crosswalk,
  options: RedrawOptions,
): NewMapData<Household, Counts> {
  const succession = areaSuccession(crosswalk, options);
  const households: Omit<Household, "newAreaCode">[] = [];
  for (const household of data.households ?? []) {
    try {
      households.push(redrawnHousehold(household, succession));
    } catch (error) {
      throw placed(error, `households[${households.length}]`);
    }
  }
  const residents = redrawnCounts<AreaResidents>(data.residents ?? [], "residents", succession);
  const counts = redrawnCounts(data.counts ?? [], "counts", succession);
  return { households, residents: residents.rows, counts: counts.rows, incomplete: [...residents.incomplete, ...counts.incomplete] };
}

/**
 * A copy of a household with the code of its area on the new map.
 *
 * @param household - The household.
 * @param succession - What became of the areas.
 * @throws {@link PovertyStandardError} as `redraw`, with the path in the household.
 */
export function redrawnHousehold<Household extends LocatedRow>(household: Household, succession: AreaSuccession): Omit<Household, "newAreaCode"> {
  if (typeof household !== "object" || (household as unknown) === null) throw unexpected(null, "expected an object", household);
  const { newAreaCode, ...rest } = household;
  return { ...rest, areaCode: succession.successor(household.areaCode, newAreaCode) };
}
