import { PovertyStandardError } from "../core/errors.js";
import type { PovertyClass, Standard } from "../law/standard.js";
import { classCodes, CODES, INVALID } from "./class-code.js";

/** Counts of a group of classes, each array by area; the same where every class is determined. */
export interface CountBounds {
  /** Those whose every possible class is in the group. */
  readonly low: Float64Array;
  /** Those with a possible class in the group. */
  readonly high: Float64Array;
}

/** Counts by group, each array by area. A group is `null` where the standard does not hold its classes. */
export interface GroupCounts {
  /** Poor. */
  readonly poor: CountBounds | null;
  /** Near-poor. */
  readonly nearPoor: CountBounds | null;
  /** Poor and near-poor together, the multidimensional poor. */
  readonly multidimensional: CountBounds | null;
  /** Of average living standard. */
  readonly average: CountBounds | null;
  /** Of which more than one class is possible. */
  readonly undetermined: Float64Array;
  /** Rows that are no household, and are in no group. */
  readonly invalid: Float64Array;
  /** All rows, the invalid ones among them. */
  readonly all: Float64Array;
}

/** What `countByArea` counts; every total is exact. */
export interface AreaCounts {
  /** Id of the standard by which the households were classified. */
  readonly standard: string;
  /** How many areas there are; they are numbered from 0. */
  readonly areas: number;
  /** Households. */
  readonly households: GroupCounts;
  /** Persons of the households whose size is known. */
  readonly persons: GroupCounts;
  /** Households whose size is not known: where a group has any, its persons are not all counted, and make no rate. */
  readonly withoutPersons: GroupCounts;
}

type GroupName = "poor" | "nearPoor" | "multidimensional" | "average";

const groups: readonly (readonly [name: GroupName, classes: readonly PovertyClass[]])[] = [
  ["poor", ["poor"]],
  ["nearPoor", ["near-poor"]],
  // Multidimensional poverty rate = (poor + near-poor) / all households: Decision 71/QĐ-LĐTBXH of 2023.
  ["multidimensional", ["poor", "near-poor"]],
  ["average", ["average-living-standard"]],
];

/**
 * The code of all classes that a standard holds.
 *
 * @param standard - The standard.
 */
export function heldCode(standard: Standard): number {
  return codeOf(standard.classes.map((rule) => rule.class));
}

function codeOf(classes: readonly PovertyClass[]): number {
  return classes.reduce((code, each) => code | classCodes[each], 0);
}

/**
 * Counts by group, from counts by code.
 *
 * @param byCode - The count of a code in an area at `area * CODES + code`.
 * @param areas - How many areas.
 * @param held - The code of all classes that the standard holds.
 */
export function groupCounts(byCode: Float64Array, areas: number, held: number): GroupCounts {
  const sum = (isIn: (code: number) => boolean): Float64Array => {
    const places = Array.from({ length: CODES }, (_, code) => code).filter(isIn);
    return Float64Array.from({ length: areas }, (_, area) => places.reduce((total, code) => total + (byCode[area * CODES + code] as number), 0));
  };
  const bounds = ([, classes]: (typeof groups)[number]): CountBounds | null => {
    const group = codeOf(classes);
    if ((group & ~held) !== 0) return null;
    return { low: sum((code) => code !== INVALID && (code & ~group) === 0), high: sum((code) => (code & group) !== 0) };
  };
  return {
    ...(Object.fromEntries(groups.map((group) => [group[0], bounds(group)])) as Record<GroupName, CountBounds | null>),
    undetermined: sum((code) => (code & (code - 1)) !== 0),
    invalid: sum((code) => code === INVALID),
    all: sum(() => true),
  };
}

/**
 * Fails when a total is too high to be exact.
 *
 * @param counts - The counts.
 * @throws {@link PovertyStandardError} `invalid-input`.
 */
export function checkTotals({ persons }: AreaCounts): void {
  // Sums of whole numbers are exact below 2⁵³; and one beyond it stays so, however it was rounded.
  if (!persons.all.every(Number.isSafeInteger)) throw new PovertyStandardError("invalid-input", "expected persons whose sum is below 2^53", "persons");
}
