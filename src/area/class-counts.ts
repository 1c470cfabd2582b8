import { povertyClasses, type PovertyClass } from "../law/standard.js";

/** A set of classes as bits: bit `i` is `povertyClasses[i]`. Of a household, the classes that are possible. */
export type ClassMask = number;

/** Every class. */
export const everyClass: ClassMask = /* @__PURE__ */ classMask(povertyClasses);

/**
 * Some classes as bits.
 *
 * @param classes - The classes.
 */
export function classMask(classes: readonly PovertyClass[]): ClassMask {
  return classes.reduce((mask, each) => mask | (1 << povertyClasses.indexOf(each)), 0);
}

/** Households and persons of an area, each list by the mask of the possible classes. */
export interface ClassCounts {
  /** Households. */
  readonly households: number[];
  /** Persons of those whose size is known. */
  readonly persons: number[];
  /** Households whose size is not known. */
  readonly withoutPersons: number[];
}

/** Counts of nothing yet. */
export function noCounts(): ClassCounts {
  const zeros = (): number[] => new Array<number>(everyClass + 1).fill(0);
  return { households: zeros(), persons: zeros(), withoutPersons: zeros() };
}

/**
 * Adds counts to others.
 *
 * @param counts - Is changed.
 * @param more - Is added.
 */
export function addCounts(counts: ClassCounts, more: ClassCounts): void {
  for (const list of ["households", "persons", "withoutPersons"] as const)
    more[list].forEach((count, mask) => {
      counts[list][mask] = (counts[list][mask] as number) + count;
    });
}

/**
 * The sum over the masks that meet a condition.
 *
 * @param list - Counts by mask.
 * @param condition - Which masks.
 */
export function sumWhere(list: readonly number[], condition: (mask: ClassMask) => boolean): number {
  return list.reduce((sum, count, mask) => (condition(mask) ? sum + count : sum), 0);
}
