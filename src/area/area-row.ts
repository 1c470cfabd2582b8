import type { Ratio } from "../core/ratio.js";
import { classMask, sumWhere, type ClassCounts, type ClassMask } from "./class-counts.js";
import type { KnownResidents } from "./residents.js";

/** Counted households of an area and its parts. */
export interface HouseholdCounts {
  /** Resident households, poor or not; `null` where that is not known. */
  readonly residents: number | null;
  /** Poor households. */
  readonly poor: number;
  /** Near-poor households. */
  readonly nearPoor: number;
  /** Households of average living standard. */
  readonly average: number;
  /** Households of which more than one class is possible; they are in none of the other counts. */
  readonly undetermined: number;
}

/** Persons in the counted households; a count is `null` where a household in it was given without its persons. */
export interface PersonCounts {
  /** Resident persons; `null` where that is not known. */
  readonly residents: number | null;
  /** Persons in poor households. */
  readonly poor: number | null;
  /** Persons in near-poor households. */
  readonly nearPoor: number | null;
  /** Persons in households of average living standard. */
  readonly average: number | null;
  /** Persons in undetermined households. */
  readonly undetermined: number | null;
}

/** A rate as a range: `low` counts those whose every possible class is in the group, `high` those with one in it. */
export interface RateRange {
  /** The least that the rate can be. */
  readonly low: Ratio;
  /** The most. The same as `low` where every class is determined. */
  readonly high: Ratio;
}

/** The name of a rate: of which classes, and whether of households or of persons. */
export type RateName =
  | "poorHouseholds" | "nearPoorHouseholds" | "multidimensionalHouseholds" | "averageHouseholds"
  | "poorPersons" | "nearPoorPersons" | "multidimensionalPersons" | "averagePersons";

/**
 * What is wrong with the counts of an area.
 *
 * - `count-exceeds-residents`: more households (persons) were counted than are resident, so the resident total is wrong,
 *   and no rate of households (persons) rests on it.
 * - `residents-differ-from-children`: the residents given for the area are not those of its parts, or fewer than those
 *   of the parts that are known. Its rates rest on what was given.
 */
export type AreaProblem = "count-exceeds-residents" | "residents-differ-from-children";

/** Counts and rates of an area with all its parts. */
export interface AreaRates {
  /** Code of the area. */
  readonly areaCode: string;
  /** Its households. */
  readonly households: HouseholdCounts;
  /** Its persons. */
  readonly persons: PersonCounts;
  /**
   * Its rates, each out of all residents; multidimensional: poor and near-poor together. `null` where there is no such
   * statistic: residents unknown or none, more counted than resident, a class that the standard does not hold, and for
   * persons a household that could be in the group but whose persons were not given.
   */
  readonly rates: Readonly<Record<RateName, RateRange | null>>;
  /** How many households were given without their persons; missing where all had them. */
  readonly householdsWithoutPersons?: number;
  /** What is wrong with it; missing where nothing is. */
  readonly problem?: AreaProblem;
}

const poor = /* @__PURE__ */ classMask(["poor"]);
const nearPoor = /* @__PURE__ */ classMask(["near-poor"]);
const average = /* @__PURE__ */ classMask(["average-living-standard"]);
// Multidimensional poverty rate = (poor + near-poor) / all households: Decision 71/QĐ-LĐTBXH of 2023.
const multidimensional = poor | nearPoor;

/** What is known of the households or the persons of an area. */
interface Measure {
  readonly counts: PersonCounts;
  /** Whether more were counted than live there; a household of unknown size has at least one person. */
  readonly exceeds: boolean;
  /** The rate of a group of classes. */
  readonly rate: (group: ClassMask) => RateRange | null;
}

/**
 * The row of an area.
 *
 * @param areaCode - Its code.
 * @param counts - What was counted in it and its parts.
 * @param residents - Its residents.
 * @param held - The classes that the standard holds.
 */
export function areaRow(areaCode: string, counts: ClassCounts, residents: KnownResidents, held: ClassMask): AreaRates {
  const households = measure(residents.households, counts.households, [], held);
  const persons = measure(residents.persons, counts.persons, counts.withoutPersons, held);
  const withoutPersons = sumWhere(counts.withoutPersons, () => true);
  const problem = households.exceeds || persons.exceeds ? "count-exceeds-residents" : residents.differ ? "residents-differ-from-children" : null;
  return {
    areaCode,
    // No household lacks itself, so its counts are all known.
    households: households.counts as HouseholdCounts,
    persons: persons.counts,
    rates: {
      poorHouseholds: households.rate(poor),
      nearPoorHouseholds: households.rate(nearPoor),
      multidimensionalHouseholds: households.rate(multidimensional),
      averageHouseholds: households.rate(average),
      poorPersons: persons.rate(poor),
      nearPoorPersons: persons.rate(nearPoor),
      multidimensionalPersons: persons.rate(multidimensional),
      averagePersons: persons.rate(average),
    },
    ...(withoutPersons === 0 ? {} : { householdsWithoutPersons: withoutPersons }),
    ...(problem === null ? {} : { problem }),
  };
}

/** `missing`: households that should be in `counts` but whose size is not known. */
function measure(residents: number | null, counts: readonly number[], missing: readonly number[], held: ClassMask): Measure {
  const known = (condition: (mask: ClassMask) => boolean): number | null => (sumWhere(missing, condition) > 0 ? null : sumWhere(counts, condition));
  const only = (found: ClassMask): number | null => known((mask) => mask === found);
  const all = (): boolean => true;
  const exceeds = residents !== null && sumWhere(counts, all) + sumWhere(missing, all) > residents;
  return {
    counts: { residents, poor: only(poor), nearPoor: only(nearPoor), average: only(average), undetermined: known((mask) => (mask & (mask - 1)) !== 0) },
    exceeds,
    rate: (group) => {
      const most = known((mask) => (mask & group) !== 0);
      // No denominator, no rate: never 0 %, never the register.
      if ((group & ~held) !== 0 || residents === null || residents === 0 || exceeds || most === null) return null;
      const least = sumWhere(counts, (mask) => (mask & ~group) === 0);
      return { low: { numerator: least, denominator: residents }, high: { numerator: most, denominator: residents } };
    },
  };
}
