import { checkedList, checkedRecord } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";
import { dayText, type Day, type DayNumber } from "../core/plain-date.js";
import { povertyClasses, type PovertyClass } from "../law/standard.js";
import { movementReasons, type MovementReason } from "./movement-reason.js";
import { positionOf, type Position } from "./movement-step.js";
import { checkedDay, checkedStandard } from "./recognition.js";

/** The days of a review under a standard: of its recognitions, each commune has its own. */
export interface ReviewPeriod {
  /** First day. */
  readonly from: Day;
  /** Last day, that day included. */
  readonly to: Day;
  /** Id of the standard; missing or `null` for that of records without one. */
  readonly standard?: string | null | undefined;
}

/** A review of a panel. */
export interface PanelReview {
  /** First day. */
  readonly from: Day;
  /** Last day, that day included. */
  readonly to: Day;
  /** Id of the standard; `null` where the records name none. */
  readonly standard: string | null;
  /** How many households have a record at it. */
  readonly households: number;
  /** How many households of the panel have none: gaps. */
  readonly gaps: number;
}

/** A review period after the check. */
export interface CheckedPeriod {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly standard: string | null;
}

const keys: ReadonlySet<keyof ReviewPeriod> = /* @__PURE__ */ new Set<keyof ReviewPeriod>(["from", "to", "standard"]);

/**
 * Checks the reviews of a panel.
 *
 * @param reviews - What came.
 * @throws {@link PovertyStandardError} `invalid-input` with the path of what is wrong, for example `reviews[1].to`; also
 *   when two under one standard share a day.
 */
export function checkedPeriods(reviews: unknown): readonly CheckedPeriod[] {
  const before: CheckedPeriod[] = [];
  return checkedList(reviews, "reviews", (element) => {
    const record = checkedRecord(element, keys, "key of a review");
    const from = checkedDay(record.from, "from");
    const to = checkedDay(record.to, "to");
    const standard = checkedStandard(record.standard);
    if (to < from) throw new PovertyStandardError("invalid-input", "expected a day that is not before the first one", "to");
    if (before.some((other) => other.standard === standard && from <= other.to && to >= other.from))
      throw new PovertyStandardError("invalid-input", "expected reviews under one standard that share no day", "from");
    const period = { from, to, standard };
    before.push(period);
    return period;
  });
}

/** A household at a review of the panel, as it is stored. */
export interface PanelEntry {
  /** Day of the recognition, or on which its absence was recorded. */
  readonly day: DayNumber;
  /** The class; `null` for a household that is recorded as not in the records any more. */
  readonly class: PovertyClass | null;
  /** Why it came to the records or left them. */
  readonly reason: MovementReason | null;
  /** Number of its area. */
  readonly area: number;
  /** 0 where unknown. */
  readonly persons: number;
}

/** What a state holds: 0 no record, 1 to 4 a class, 5 a recorded absence; a reason in the bits above. */
const absenceRecorded = 5;
const stateBits = 3;
const stateMask = (1 << stateBits) - 1;

const positions: readonly Position[] = /* @__PURE__ */ ["absent", ...povertyClasses.map((each) => positionOf[each]), "absent"] as Position[];

/**
 * The households of a panel at one review, in columns by the number of the household: a household takes the same few
 * bytes however many come.
 */
export class ReviewColumns {
  /** Days and standard of the review. */
  readonly period: CheckedPeriod;
  #states = new Uint8Array(0);
  #days = new Int32Array(0);
  #persons = new Float64Array(0);
  #areas = new Int32Array(0);
  #recorded = 0;

  /**
   * Starts without households.
   *
   * @param period - Days and standard of the review.
   */
  constructor(period: CheckedPeriod) {
    this.period = period;
  }

  /** Whether a household has a record. */
  has(household: number): boolean {
    return this.#state(household) !== 0;
  }

  /** Stores the record of a household that has none. */
  put(household: number, { day, class: found, reason, area, persons }: PanelEntry): void {
    if (household >= this.#states.length) this.#grow(household + 1);
    const state = found === null ? absenceRecorded : povertyClasses.indexOf(found) + 1;
    this.#states[household] = state | ((reason === null ? 0 : movementReasons.indexOf(reason) + 1) << stateBits);
    this.#days[household] = day;
    this.#persons[household] = persons;
    this.#areas[household] = area;
    this.#recorded++;
  }

  #grow(least: number): void {
    const length = Math.max(least, this.#states.length * 2, 1024);
    const moved = <Column extends Uint8Array | Int32Array | Float64Array>(from: Column, to: Column): Column => {
      to.set(from);
      return to;
    };
    this.#states = moved(this.#states, new Uint8Array(length));
    this.#days = moved(this.#days, new Int32Array(length));
    this.#persons = moved(this.#persons, new Float64Array(length));
    this.#areas = moved(this.#areas, new Int32Array(length));
  }

  #state(household: number): number {
    return this.#states[household] ?? 0;
  }

  /** Where a household stood. */
  position(household: number): Position {
    return positions[this.#state(household) & stateMask] as Position;
  }

  /** Its class; `null` where it is not in the records. */
  classOf(household: number): PovertyClass | null {
    return povertyClasses[(this.#state(household) & stateMask) - 1] ?? null;
  }

  /** Its reason, or `null`. */
  reasonOf(household: number): MovementReason | null {
    return movementReasons[(this.#state(household) >> stateBits) - 1] ?? null;
  }

  /** The day of its record; 0 without one. */
  dayOf(household: number): DayNumber {
    return this.#days[household] ?? 0;
  }

  /** Its persons; 0 where unknown. */
  personsOf(household: number): number {
    return this.#persons[household] ?? 0;
  }

  /** The number of its area; 0 without a record. */
  areaOf(household: number): number {
    return this.#areas[household] ?? 0;
  }

  /**
   * The review, as users see it.
   *
   * @param households - How many households the panel has.
   */
  review(households: number): PanelReview {
    const { from, to, standard } = this.period;
    return { from: dayText(from), to: dayText(to), standard, households: this.#recorded, gaps: households - this.#recorded };
  }
}
