import { PovertyStandardError } from "../core/errors.js";
import { standards } from "../law/registry.js";
import { standardTables, type Standard } from "../law/standard.js";
import { areaRow, type AreaRates } from "./area-row.js";
import { areaTree, shownCode, type Area, type AreaTree } from "./area-tree.js";
import { addCounts, classMask, everyClass, noCounts, type ClassCounts, type ClassMask } from "./class-counts.js";
import { checkedHousehold, type CheckedHousehold, type CountedHousehold } from "./counted-household.js";
import { residentsByArea, type AreaResidents, type KnownResidents } from "./residents.js";

/** The areas, their residents and the standard by which households were classified. */
export interface AreaRatesOptions {
  /** The areas. */
  readonly areas: readonly Area[];
  /** Their residents; an area that is missing here has those of its parts, where all are known. */
  readonly residents: readonly AreaResidents[];
  /**
   * The standard of the classes. Where it is missing, the one that the households name; a local one cannot be looked up,
   * and then, as where none is named, every class counts as held.
   */
  readonly standard?: Standard | undefined;
}

/**
 * Counts households one by one, so that a caller who reads them line by line can leave out a bad one and go on.
 *
 * It keeps the counts of every area and the ids of the households, nothing else of them.
 */
export class AreaTally {
  readonly #tree: AreaTree;
  readonly #residents: ReadonlyMap<string, KnownResidents>;
  readonly #counts = new Map<string, ClassCounts>();
  readonly #ids = new Set<string>();
  #standard: string | null;
  #held: ClassMask;
  readonly #isGiven: boolean;
  #allPersons = 0;

  /**
   * Starts at nothing.
   *
   * @param options - As for `areaRates`.
   * @throws {@link PovertyStandardError} as `areaRates`, for what is wrong with the options.
   */
  constructor({ areas, residents, standard }: AreaRatesOptions) {
    if (standard !== undefined) standardTables(standard);
    this.#tree = areaTree(areas);
    this.#residents = residentsByArea(this.#tree, residents);
    this.#isGiven = standard !== undefined;
    this.#standard = standard?.id ?? null;
    this.#held = standard === undefined ? everyClass : classesOf(standard);
  }

  /**
   * Counts a household once.
   *
   * @param household - The household.
   * @throws {@link PovertyStandardError} when it cannot be counted, and then nothing was changed: `invalid-input` with
   *   the path of what is wrong, `invalid-area` for a code that no area has, `standards-differ` when another household
   *   was classified by another standard.
   */
  add(household: CountedHousehold): void {
    const checked = checkedHousehold(household);
    const { id, areaCode, mask, persons, standard } = checked;
    if (!this.#tree.parents.has(areaCode)) throw new PovertyStandardError("invalid-area", `expected the code of an area; none has${shownCode(areaCode) || " this one"}`, "areaCode");
    this.#checkStandard(checked);
    if (id !== null && this.#ids.has(id)) throw new PovertyStandardError("invalid-input", "expected each household once; one with this id was counted before", "id");
    if (!Number.isSafeInteger(this.#allPersons + persons)) throw new PovertyStandardError("invalid-input", "expected persons whose sum is below 2^53", "persons");

    if (id !== null) this.#ids.add(id);
    if (this.#standard === null && standard !== null) {
      this.#standard = standard;
      this.#held = heldBy(standard);
    }
    this.#allPersons += persons;
    let counts = this.#counts.get(areaCode);
    if (counts === undefined) this.#counts.set(areaCode, (counts = noCounts()));
    addOne(counts.households, mask, 1);
    addOne(counts.persons, mask, persons);
    if (persons === 0) addOne(counts.withoutPersons, mask, 1);
  }

  #checkStandard({ standard, mask }: CheckedHousehold): void {
    if (standard !== null && this.#standard !== null && standard !== this.#standard)
      throw new PovertyStandardError("standards-differ", "expected one standard for all; classes under two are not counted together", "standard");
    // A household goes by the standard that it names itself, not by that of one before: their order must not matter.
    const held = this.#isGiven || standard === this.#standard ? this.#held : standard === null ? everyClass : heldBy(standard);
    if (mask !== everyClass && (mask & ~held) !== 0) throw new PovertyStandardError("invalid-input", "expected a class that the standard holds", "class");
  }

  /** A row for every area, parents after their parts, of the households counted so far. */
  rows(): readonly AreaRates[] {
    const totals = new Map<string, ClassCounts>();
    return this.#tree.areas.map(({ code }) => {
      const total = noCounts();
      const own = this.#counts.get(code);
      if (own !== undefined) addCounts(total, own);
      // Counts are added and never rates: a rate of the whole is not the mean of those of its parts.
      for (const part of this.#tree.children.get(code) ?? []) addCounts(total, totals.get(part) ?? noCounts());
      totals.set(code, total);
      return areaRow(code, total, this.#residents.get(code) ?? { households: null, persons: null, differ: false }, this.#held);
    });
  }
}

function addOne(list: number[], mask: ClassMask, amount: number): void {
  list[mask] = (list[mask] ?? 0) + amount;
}

function classesOf({ classes }: Standard): ClassMask {
  return classMask(classes.map((rule) => rule.class));
}

/** The classes of a national standard; every class for an id that is none. */
function heldBy(id: string): ClassMask {
  const found = standards.find((standard) => standard.id === id);
  return found === undefined ? everyClass : classesOf(found);
}
