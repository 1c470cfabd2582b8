import { checkedRecord, placed } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";
import { checkedHistory, earlierListing, entryCodes, entryRule, type EntryOptions, type EntryRule } from "./entry.js";
import type { MovementCode } from "./movement-columns.js";
import { MovementCounts } from "./movement-counts.js";
import { checkedReason, type MovementReason, type ReasonDirection } from "./movement-reason.js";
import type { AreaMovements } from "./movement-row.js";
import { listEntered } from "./movement-step.js";
import { reasonDirection } from "./movement.js";
import type { CheckedRecognition, Recognition } from "./recognition.js";
import { requireArea } from "./required-area.js";
import { checkedId, checkedReviewRecord, positionAt, requireComparable, type CheckedReviewRecord, type ReviewRecord } from "./review-record.js";

/** A household at the two reviews of a period. */
export interface MovingHousehold {
  /** The caller's name of the household: one that comes again at the same review is an error. No message shows it. */
  readonly id?: string | number | null | undefined;
  /** At the earlier review; `null` where it was not in the records. */
  readonly before?: ReviewRecord | null | undefined;
  /** At the later review; `null` where it is not in the records. */
  readonly after?: ReviewRecord | null | undefined;
  /** Its known recognitions, as for `movement`. */
  readonly history?: readonly Recognition[] | null | undefined;
  /** Why it is in the records at one of the two reviews alone, or in another area. */
  readonly reason?: MovementReason | null | undefined;
}

/** How movements are tabulated. */
export interface TabulateMovementsOptions extends EntryOptions {
  /** The codes that there are, for example `areaTree(areas).parents.keys()`; any where they are missing. */
  readonly areaCodes?: Iterable<string> | null | undefined;
}

const keys: ReadonlySet<keyof MovingHousehold> = /* @__PURE__ */ new Set<keyof MovingHousehold>(["id", "before", "after", "history", "reason"]);

/** Reviews at which a household of some id was met, as bits. */
const metBefore = 1;
const metAfter = 2;

/**
 * Counts the movements of households one by one, so that a caller who reads them line by line can leave out a bad one
 * and go on.
 *
 * It keeps the counts of every area and the ids of the households, nothing else of them.
 *
 * @example
 * ```ts
 * const tally = new MovementTally();
 * tally.add({ before: { on: "2023-12-14", class: "poor", persons: 4 }, after: null, reason: "moved-away" });
 * tally.add({ before: { on: "2023-12-14", class: "poor" }, after: null, reason: "moved-in" }); // => throws chuan-ngheo/invalid-input
 * const [row] = tally.rows();
 * [row.form2.households.columns[4], row.form2.persons.columns[4]]; // => [1, 4]
 * ```
 */
export class MovementTally {
  readonly #rule: EntryRule;
  readonly #areaCodes: ReadonlySet<string> | null;
  readonly #counts = new MovementCounts();
  readonly #met = new Map<string, number>();
  /** `undefined` while no household came. */
  #standard: string | null | undefined;
  #hasAreas: boolean | null = null;
  #allPersons = 0;

  /**
   * Starts at nothing.
   *
   * @param options - As for `tabulateMovements`.
   * @throws {@link PovertyStandardError} `invalid-input` for what is wrong with the options.
   */
  constructor(options: TabulateMovementsOptions = {}) {
    this.#rule = entryRule(options);
    const { areaCodes } = options;
    this.#areaCodes = areaCodes === null || areaCodes === undefined ? null : new Set(areaCodes);
  }

  /**
   * Counts a household once.
   *
   * @param household - The household.
   * @throws {@link PovertyStandardError} when it cannot be counted, and then nothing was changed: `invalid-input` with
   *   the path of what is wrong, `invalid-area` for a code that no area has, `standards-differ` for another standard
   *   than that of its other review or of another household.
   */
  add(household: MovingHousehold): void {
    const record = checkedRecord(household, keys, "key of a household that is to be counted");
    const id = checkedId(record.id);
    const before = reviewAt("before", record.before);
    const after = reviewAt("after", record.after);
    if (before === null && after === null) throw new PovertyStandardError("invalid-input", "expected a household that is in the records before or after");
    requireComparable(before, after);
    const history = checkedHistory(record.history, [before, after]);
    const hasAreas = this.#checkAreas(before, after);
    const reason = checkedReason(record.reason, direction(before, after));
    const standard = this.#checkStandard(before, after);
    const met = this.#checkId(id, before, after);
    const persons = this.#allPersons + (before?.persons ?? 0) + (after?.persons ?? 0);
    if (!Number.isSafeInteger(persons)) throw new PovertyStandardError("invalid-input", "expected persons whose sum is below 2^53", "persons");

    this.#hasAreas = hasAreas;
    this.#standard = standard;
    this.#allPersons = persons;
    if (id !== null) this.#met.set(id, met);
    this.#counts.count({
      before: positionAt(before), after: positionAt(after),
      areaBefore: before?.areaCode ?? null, areaAfter: after?.areaCode ?? null,
      personsBefore: before?.persons ?? 0, personsAfter: after?.persons ?? 0,
      isExplained: reason !== null,
      entry: this.#entry(before, after, history),
    });
  }

  #checkAreas(before: CheckedReviewRecord | null, after: CheckedReviewRecord | null): boolean {
    let isGiven = this.#hasAreas;
    const check = (place: string, review: CheckedReviewRecord): void => {
      try {
        requireArea(review.areaCode, this.#areaCodes, isGiven);
      } catch (error) {
        throw placed(error, place);
      }
      isGiven = review.areaCode !== null;
    };
    if (before !== null) check("before", before);
    if (after !== null) check("after", after);
    return isGiven === true;
  }

  #checkStandard(before: CheckedReviewRecord | null, after: CheckedReviewRecord | null): string | null {
    const standard = (before ?? after)?.standard ?? null;
    if (this.#standard !== undefined && standard !== this.#standard)
      throw new PovertyStandardError("standards-differ", "expected one standard for all; movements under two are not counted together", `${before === null ? "after" : "before"}.standard`);
    return standard;
  }

  #checkId(id: string | null, before: CheckedReviewRecord | null, after: CheckedReviewRecord | null): number {
    const known = id === null ? 0 : (this.#met.get(id) ?? 0);
    const met = (before === null ? 0 : metBefore) | (after === null ? 0 : metAfter);
    // Who left one area and came to another may come as two households, one for each review.
    if ((known & met) !== 0) throw new PovertyStandardError("invalid-input", "expected each household once at a review; one with this id was counted before", "id");
    return known | met;
  }

  #entry(before: CheckedReviewRecord | null, after: CheckedReviewRecord | null, history: readonly CheckedRecognition[]): readonly MovementCode[] {
    const list = listEntered(positionAt(before), positionAt(after));
    if (list === null || after === null) return [];
    const wasListed = earlierListing(list, after.day, history, this.#rule) !== null;
    return entryCodes(wasListed, before?.day ?? null, after.day, this.#rule);
  }

  /** A row for every area that was met, by code, of the households counted so far. */
  rows(): readonly AreaMovements[] {
    return this.#counts.rows();
  }
}

function reviewAt(place: "before" | "after", value: unknown): CheckedReviewRecord | null {
  if (value === null || value === undefined) return null;
  try {
    return checkedReviewRecord(value);
  } catch (error) {
    throw placed(error, place);
  }
}

function direction(before: CheckedReviewRecord | null, after: CheckedReviewRecord | null): ReasonDirection {
  const hasMoved = before !== null && after !== null && before.areaCode !== after.areaCode;
  return hasMoved ? "relocation" : reasonDirection(before, after);
}
