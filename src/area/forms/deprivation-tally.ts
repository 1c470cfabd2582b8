import { checkedList, unexpected } from "../../core/checked-record.js";
import { PovertyStandardError } from "../../core/errors.js";
import type { CountRange } from "../../history/movement-row.js";
import type { Standard } from "../../law/standard.js";
import { decree07 } from "../../law/vietnam/decree-07-2021.js";
import { areaTree, shownCode, type Area, type AreaTree } from "../area-tree.js";
import { classMask } from "../class-counts.js";
import { checkedHousehold, type CountedHousehold } from "../counted-household.js";

/** A household whose deprivations are counted. What `classify` gives, with an `areaCode`, is one. */
export interface AnalysedHousehold extends CountedHousehold {
  /** Ids of the indicators in which it is deprived; `null` where only their number is known. */
  readonly deprived: readonly string[] | null;
  /** Ids of the indicators of which that is not known, `[]` where there are none; `null` with `deprived`. */
  readonly unknown: readonly string[] | null;
}

/** Poor or near-poor households of an area, by indicator. */
export interface DeprivedHouseholds {
  /** The households that certainly are of the class. */
  readonly households: number;
  /** Households that may be of it and are in no other number here. */
  readonly undetermined: number;
  /**
   * How many of `households` are deprived in each of the twelve indicators, in the official order: `low` those that
   * certainly are, `high` with those of which it is not known.
   */
  readonly indicators: readonly CountRange[];
}

/** Deprivations in an area with all its parts. */
export interface AreaDeprivations {
  /** Code of the area. */
  readonly areaCode: string;
  /** Of its poor households. */
  readonly poor: DeprivedHouseholds;
  /** Of its near-poor households. */
  readonly nearPoor: DeprivedHouseholds;
}

/** The areas, and by which standard the households were classified. */
export interface DeprivationOptions {
  /** The areas. */
  readonly areas: readonly Area[];
  /** A standard with the twelve indicators of Decree 07/2021/NĐ-CP; that decree where it is missing, or a local one. */
  readonly standard?: Standard | undefined;
}

const indicatorIds = /* @__PURE__ */ decree07.indicators.map(({ id }) => id);
const size = indicatorIds.length;
const placeOfIndicator: ReadonlyMap<unknown, number> = /* @__PURE__ */ new Map(indicatorIds.map((id, index) => [id, index]));

/** Counts of a class have places: its households, undetermined ones, then the deprived and the unknown by indicator. */
const width = 2 + 2 * size;
const poor = /* @__PURE__ */ classMask(["poor"]);
const nearPoor = /* @__PURE__ */ classMask(["near-poor"]);

/**
 * Counts deprivations of households one by one, so that a caller who reads them line by line can leave out a bad one and
 * go on. It keeps the counts of every area and the ids of the households, nothing else of them.
 */
export class DeprivationTally {
  readonly #tree: AreaTree;
  readonly #standard: string;
  readonly #counts = new Map<string, number[]>();
  readonly #ids = new Set<string>();

  /**
   * Starts at nothing.
   *
   * @param options - As for `tabulateDeprivations`.
   * @throws {@link PovertyStandardError} as `tabulateDeprivations`, for what is wrong with the options.
   */
  constructor({ areas, standard = decree07 }: DeprivationOptions) {
    if (standard.indicators.length !== size || standard.indicators.some(({ id }, index) => id !== indicatorIds[index]))
      throw new PovertyStandardError("law-not-held", "forms 4 to 7 are held for the twelve indicators of Decree 07/2021/NĐ-CP alone", "standard");
    this.#tree = areaTree(areas);
    this.#standard = standard.id;
  }

  /**
   * Counts a household once; one that can be neither poor nor near-poor is in no count.
   *
   * @param household - The household.
   * @throws {@link PovertyStandardError} when it cannot be counted, and then nothing was changed: `invalid-input` with
   *   the path of what is wrong, `invalid-area` for a code that no area has, `standards-differ` for another standard.
   */
  add(household: AnalysedHousehold): void {
    const { id, areaCode, mask, standard } = checkedHousehold(household);
    if (!this.#tree.parents.has(areaCode)) throw new PovertyStandardError("invalid-area", `expected the code of an area; none has${shownCode(areaCode) || " this one"}`, "areaCode");
    if (standard !== null && standard !== this.#standard) throw new PovertyStandardError("standards-differ", "expected the standard of the form; households under another are not counted with it", "standard");
    if (id !== null && this.#ids.has(id)) throw new PovertyStandardError("invalid-input", "expected each household once; one with this id was counted before", "id");
    const verdicts = checkedVerdicts(household);

    if (id !== null) this.#ids.add(id);
    if ((mask & (poor | nearPoor)) === 0) return;
    let counts = this.#counts.get(areaCode);
    if (counts === undefined) this.#counts.set(areaCode, (counts = zeros()));
    if (mask === poor) addOne(counts, 0, verdicts);
    else if (mask === nearPoor) addOne(counts, width, verdicts);
    else {
      if ((mask & poor) !== 0) increase(counts, 1);
      if ((mask & nearPoor) !== 0) increase(counts, width + 1);
    }
  }

  /** A row for every area, parents after their parts, of the households counted so far. */
  rows(): readonly AreaDeprivations[] {
    const totals = new Map<string, readonly number[]>();
    return this.#tree.areas.map(({ code }) => {
      const total = zeros();
      for (const counts of [this.#counts.get(code), ...(this.#tree.children.get(code) ?? []).map((part) => totals.get(part))])
        counts?.forEach((count, place) => {
          increase(total, place, count);
        });
      totals.set(code, total);
      return { areaCode: code, poor: deprivedHouseholds(total, 0), nearPoor: deprivedHouseholds(total, width) };
    });
  }
}

/** Indicators as bits. */
interface Verdicts {
  readonly deprived: number;
  readonly unknown: number;
}

function zeros(): number[] {
  return new Array<number>(2 * width).fill(0);
}

function increase(counts: number[], place: number, by = 1): void {
  counts[place] = (counts[place] ?? 0) + by;
}

function addOne(counts: number[], start: number, { deprived, unknown }: Verdicts): void {
  increase(counts, start);
  for (let index = 0; index < size; index++) {
    increase(counts, start + 2 + index, (deprived >> index) & 1);
    increase(counts, start + 2 + size + index, (unknown >> index) & 1);
  }
}

function deprivedHouseholds(counts: readonly number[], start: number): DeprivedHouseholds {
  const at = (place: number): number => counts[start + place] ?? 0;
  return {
    households: at(0), undetermined: at(1),
    indicators: indicatorIds.map((_, index) => ({ low: at(2 + index), high: at(2 + index) + at(2 + size + index) })),
  };
}

function checkedVerdicts(household: { readonly deprived?: unknown; readonly unknown?: unknown }): Verdicts {
  const { deprived, unknown } = household;
  // Points and a bare number of deprivations do not say which: all twelve are unknown.
  if (deprived === null && unknown === null) return { deprived: 0, unknown: (1 << size) - 1 };
  const verdicts = { deprived: indicatorBits(deprived, "deprived"), unknown: indicatorBits(unknown, "unknown") };
  if ((verdicts.deprived & verdicts.unknown) !== 0) throw new PovertyStandardError("invalid-input", "expected no indicator that is deprived as well", "unknown");
  return verdicts;
}

function indicatorBits(list: unknown, name: string): number {
  if (!Array.isArray(list)) throw unexpected(name, "expected a list of indicators, empty where there are none, or null for both lists", list);
  let bits = 0;
  checkedList(list, name, (id) => {
    const place = placeOfIndicator.get(id);
    if (place === undefined) throw unexpected(null, "expected an indicator of Decree 07/2021/NĐ-CP", id);
    bits |= 1 << place;
  });
  return bits;
}
