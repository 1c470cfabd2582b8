import { PovertyStandardError } from "../core/errors.js";
import { standards } from "../law/registry.js";
import { standardTables, type Standard } from "../law/standard.js";
import { areaRow, type AreaRates } from "./area-row.js";
import { areaTree, unknownArea, type Area, type AreaTree } from "./area-tree.js";
import { addCounts, classMask, everyClass, noCounts, type ClassCounts, type ClassMask } from "./class-counts.js";
import { checkedHousehold, type CountedHousehold } from "./counted-household.js";
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
  readonly #given: Standard | undefined;
  #standard: string | null;
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
    this.#given = standard;
    this.#standard = standard?.id ?? null;
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
    const { id, areaCode, mask, persons, standard } = checkedHousehold(household);
    if (!this.#tree.parents.has(areaCode)) throw unknownArea(areaCode, "areaCode");
    if (standard !== null && this.#standard !== null && standard !== this.#standard)
      throw new PovertyStandardError("standards-differ", "expected one standard for all households", "standard");
    // A household goes by the standard that it names itself, not by that of one before: their order must not matter.
    if (mask !== everyClass && (mask & ~this.#held(standard)) !== 0) throw new PovertyStandardError("invalid-input", "expected a class that the standard holds", "class");
    if (id !== null && this.#ids.has(id)) throw new PovertyStandardError("invalid-input", "expected each household once; an earlier one has this id", "id");
    if (!Number.isSafeInteger(this.#allPersons + persons)) throw new PovertyStandardError("invalid-input", "expected persons whose sum is below 2^53", "persons");

    if (id !== null) this.#ids.add(id);
    this.#standard ??= standard;
    this.#allPersons += persons;
    let counts = this.#counts.get(areaCode);
    if (counts === undefined) this.#counts.set(areaCode, (counts = noCounts()));
    addOne(counts.households, mask, 1);
    addOne(counts.persons, mask, persons);
    if (persons === 0) addOne(counts.withoutPersons, mask, 1);
  }

  /** The classes of the standard that was given, else of a national one; every class where none is known. */
  #held(id: string | null): ClassMask {
    const found = this.#given ?? standards.find((standard) => standard.id === id);
    return found === undefined ? everyClass : classMask(found.classes.map((rule) => rule.class));
  }

  /** A row for every area, parents after their parts, of the households counted so far. */
  rows(): readonly AreaRates[] {
    const totals = new Map<string, ClassCounts>();
    const held = this.#held(this.#standard);
    return this.#tree.areas.map(({ code }) => {
      const total = noCounts();
      // Counts are added and never rates: a rate of the whole is not the mean of those of its parts.
      const parts = (this.#tree.children.get(code) ?? []).map((part) => totals.get(part));
      for (const each of [this.#counts.get(code), ...parts]) if (each !== undefined) addCounts(total, each);
      totals.set(code, total);
      return areaRow(code, total, this.#residents.get(code) as KnownResidents, held);
    });
  }
}

function addOne(list: number[], mask: ClassMask, amount: number): void {
  list[mask] = (list[mask] as number) + amount;
}
