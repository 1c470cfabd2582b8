import { checkedRecord, unexpected } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";
import type { Day, DayNumber } from "../core/plain-date.js";
import type { PovertyClass } from "../law/standard.js";
import { addEach } from "./add-each.js";
import { entryCodes, entryRule, listingsCountFrom, makesRelapse, type EntryOptions, type EntryRule } from "./entry.js";
import type { MovementCode } from "./movement-columns.js";
import { MovementCounts } from "./movement-counts.js";
import { checkedReason, type MovementReason } from "./movement-reason.js";
import type { AreaMovements } from "./movement-row.js";
import { listEntered, type ListName } from "./movement-step.js";
import { movement, type Movement } from "./movement.js";
import { newlyEscaped, type NewlyEscaped, type NewlyEscapedOptions } from "./newly-escaped.js";
import { checkedPeriods, ReviewColumns, type CheckedPeriod, type PanelReview, type ReviewPeriod } from "./panel-review.js";
import { asRecognition, checkedClass, checkedDay, checkedStandard, type Recognition } from "./recognition.js";
import { requireArea } from "./required-area.js";
import { checkedAreaCode, checkedId, checkedPersons } from "./review-record.js";

/** A household at one review of a panel. */
export interface PanelRecord {
  /** The caller's name of the household, the same at every review. No message shows it. */
  readonly id: string | number;
  /** The day of the recognition. */
  readonly on: Day;
  /** The class; `null` for a household that was reviewed before and is recorded as not in the records any more. */
  readonly class: PovertyClass | null;
  /** Id of the standard of the review; missing or `null` where none is named. */
  readonly standard?: string | null | undefined;
  /** Code of the area. Either every record with a class has one or none. */
  readonly areaCode?: string | null | undefined;
  /** How many persons it has; where that is missing, the person counts that it is in are not known. */
  readonly persons?: number | null | undefined;
  /**
   * With a class, why it came to the records since the review before; without, why it left them. Of a household that
   * was in the records at both it explains nothing, and then it is not used.
   */
  readonly reason?: MovementReason | null | undefined;
}

/** What a panel rests on. */
export interface PanelOptions extends EntryOptions {
  /**
   * The reviews, where their recognitions bear several days: a record belongs to the one that holds its day, and to none
   * is an error. Where they are missing, every day under a standard is a review.
   */
  readonly reviews?: readonly ReviewPeriod[] | null | undefined;
  /** The codes that there are, for example `areaTree(areas).parents.keys()`; any where they are missing. */
  readonly areaCodes?: Iterable<string> | null | undefined;
}

/** The movement of a household between two reviews that follow each other under one standard. */
export interface PanelMovement extends Movement {
  /** The earlier review. */
  readonly from: PanelReview;
  /** The later one. */
  readonly to: PanelReview;
}

/** A household of a panel. */
export interface PanelHousehold {
  /** Its name, as text. */
  readonly id: string;
  /** Its class at every review, in the order of `reviews()`; `null` where it was not in the records. */
  readonly classes: readonly (PovertyClass | null)[];
  /** Its recognitions, in the same order: what `newlyEscaped` and `supportGroups` take. */
  readonly recognitions: readonly Recognition[];
  /** Reviews at which it has no record, neither a class nor that it left. What it was then is not guessed. */
  readonly gaps: readonly PanelReview[];
  /** Its movements, less those between two reviews at neither of which it was in the records. */
  readonly movements: readonly PanelMovement[];
}

/** Forms 2 and 3 between two reviews that follow each other under one standard. */
export interface PanelTables {
  /** The earlier review. */
  readonly from: PanelReview;
  /** The later one. */
  readonly to: PanelReview;
  /** A row for every area that was met, by code, as from `tabulateMovements`. */
  readonly rows: readonly AreaMovements[];
}

const keys: ReadonlySet<keyof PanelRecord> = /* @__PURE__ */ new Set<keyof PanelRecord>(["id", "on", "class", "standard", "areaCode", "persons", "reason"]);

const noEntry: readonly MovementCode[] = [];

/** Two reviews that follow each other under one standard. */
interface Step {
  readonly from: ReviewColumns;
  readonly to: ReviewColumns;
}

/**
 * Households over several reviews. Records are added one by one, in any order, so that a caller who reads them line by
 * line can leave out a bad one and go on.
 *
 * Movements run between reviews that follow each other under one standard; the baseline under a new standard opens a new
 * series. A household without a record at a review was not in the records then, which is reported as a gap: it leaves a
 * list `unexplained`, unless a record without class gives the reason, and comes back from outside both lists. Earlier
 * records under every standard tell whether it relapsed.
 */
export class Panel {
  readonly #rule: EntryRule;
  readonly #entryOptions: EntryOptions;
  readonly #knownAreas: ReadonlySet<string> | null;
  /** `null` where every day under a standard is a review. */
  readonly #periods: readonly CheckedPeriod[] | null;
  readonly #columns: ReviewColumns[] = [];
  /** The review of a day, by standard. */
  readonly #byDay = new Map<string | null, Map<DayNumber, ReviewColumns>>();
  /** The number of each household, by its name, and the names by the numbers. */
  readonly #numbers = new Map<string, number>();
  readonly #ids: string[] = [];
  /** The household of the last record. */
  #last = -1;
  readonly #areaCodes: (string | null)[] = [];
  readonly #areaNumbers = new Map<string | null, number>();
  #hasAreas: boolean | null = null;
  #allPersons = 0;

  /**
   * Starts without records.
   *
   * @param options - What the panel rests on.
   * @throws {@link PovertyStandardError} `invalid-input` for what is wrong with the options.
   */
  constructor(options: PanelOptions = {}) {
    const { areaCodes, reviews, historyCompleteSince, relapseWithinMonths } = options;
    this.#entryOptions = { historyCompleteSince, relapseWithinMonths };
    this.#rule = entryRule(options);
    this.#knownAreas = areaCodes === null || areaCodes === undefined ? null : new Set(areaCodes);
    this.#periods = reviews === null || reviews === undefined ? null : checkedPeriods(reviews);
    for (const period of this.#periods ?? []) this.#columns.push(new ReviewColumns(period));
  }

  /**
   * Adds the record of a household at a review.
   *
   * @param record - The record.
   * @throws {@link PovertyStandardError} when it cannot be added, and then nothing was changed: `invalid-input` with the
   *   path of what is wrong, for a second record of the household at the review too; `invalid-area` for a code that no
   *   area has.
   */
  add(record: PanelRecord): void {
    const given = checkedRecord(record, keys, "key of a record of a panel");
    const id = checkedId(given.id);
    if (id === null) throw unexpected("id", "expected text or a whole number", given.id);
    const day = checkedDay(given.on, "on");
    const found = given.class === null ? null : checkedClass(given.class);
    const standard = checkedStandard(given.standard);
    const areaCode = checkedAreaCode(given.areaCode);
    // Who left the records lives in none of the areas.
    if (found !== null) requireArea(areaCode, this.#knownAreas, this.#hasAreas);
    const persons = checkedPersons(given.persons);
    if (!Number.isSafeInteger(this.#allPersons + persons)) throw new PovertyStandardError("invalid-input", "expected persons whose sum is below 2^53", "persons");
    const reason = checkedReason(given.reason, found === null ? "departure" : "arrival");
    const review = this.#reviewOn(day, standard);
    const known = this.#numberOf(id);
    if (known !== undefined && review?.has(known) === true)
      throw new PovertyStandardError("invalid-input", "expected one record of a household at a review; one with this id was added before", "id");

    if (found !== null) this.#hasAreas = areaCode !== null;
    this.#allPersons += persons;
    const household = known ?? this.#ids.push(id) - 1;
    if (known === undefined) this.#numbers.set(id, household);
    this.#last = household;
    (review ?? this.#newReview(day, standard)).put(household, { day, class: found, reason, area: this.#areaNumber(areaCode), persons });
  }

  #numberOf(id: string): number | undefined {
    // In a file that is sorted by household or by review it is mostly the last one or the one after.
    if (this.#ids[this.#last] === id) return this.#last;
    return this.#ids[this.#last + 1] === id ? this.#last + 1 : this.#numbers.get(id);
  }

  /** The review of a day; `null` where there is none yet. */
  #reviewOn(day: DayNumber, standard: string | null): ReviewColumns | null {
    const ofStandard = this.#byDay.get(standard);
    const cached = ofStandard?.get(day);
    if (cached !== undefined || this.#periods === null) return cached ?? null;
    const found = this.#columns.find(({ period }) => period.standard === standard && day >= period.from && day <= period.to);
    if (found === undefined) throw new PovertyStandardError("invalid-input", "expected a day of one of the reviews under the standard of the record", "on");
    return this.#remembered(found, day, standard);
  }

  #newReview(day: DayNumber, standard: string | null): ReviewColumns {
    const review = new ReviewColumns({ from: day, to: day, standard });
    this.#columns.push(review);
    return this.#remembered(review, day, standard);
  }

  #remembered(review: ReviewColumns, day: DayNumber, standard: string | null): ReviewColumns {
    const ofStandard = this.#byDay.get(standard) ?? new Map<DayNumber, ReviewColumns>();
    this.#byDay.set(standard, ofStandard.set(day, review));
    return review;
  }

  #areaNumber(areaCode: string | null): number {
    const known = this.#areaNumbers.get(areaCode);
    if (known !== undefined) return known;
    this.#areaNumbers.set(areaCode, this.#areaCodes.length);
    return this.#areaCodes.push(areaCode) - 1;
  }

  /** The reviews by day, those of one day by standard; also those of which no record came, where they were stated. */
  reviews(): readonly PanelReview[] {
    return this.#ordered().map((columns) => columns.review(this.#ids.length));
  }

  /**
   * A household of the panel.
   *
   * @param id - Its name.
   * @returns `null` for one without a record.
   */
  household(id: string | number): PanelHousehold | null {
    const household = this.#numbers.get(String(id));
    return household === undefined ? null : this.#householdAt(String(id), household, this.#view());
  }

  /** All households, each made when it is asked for, in the order in which they came. */
  *households(): Generator<PanelHousehold, void, undefined> {
    const view = this.#view();
    for (const [id, household] of this.#numbers) yield this.#householdAt(id, household, view);
  }

  /**
   * Whether each household is newly escaped on a day, as `newlyEscaped` tells it from its recognitions.
   *
   * @param options - The day and the definition.
   * @throws {@link PovertyStandardError} `invalid-input` for what is no day, and for another definition.
   */
  *newlyEscaped(options: NewlyEscapedOptions): Generator<NewlyEscaped & { readonly id: string }, void, undefined> {
    const columns = this.#ordered();
    for (const [id, household] of this.#numbers) yield { id, ...newlyEscaped(recognitionsOf(columns, household), options) };
  }

  /** Forms 2 and 3 between every two reviews that follow each other under one standard. */
  tables(): readonly PanelTables[] {
    const { reviews, steps } = this.#view();
    return steps.map(({ from, to }) => ({ from: reviews.get(from) as PanelReview, to: reviews.get(to) as PanelReview, rows: this.#tabulated(from, to) }));
  }

  #tabulated(from: ReviewColumns, to: ReviewColumns): readonly AreaMovements[] {
    const counts = new MovementCounts();
    for (let household = 0; household < this.#ids.length; household++) {
      const before = from.position(household);
      const after = to.position(household);
      if (before === "absent" && after === "absent") continue;
      const isPresentAtOne = before === "absent" || after === "absent";
      const list = listEntered(before, after);
      counts.count({
        before, after,
        areaBefore: this.#areaCodes[from.areaOf(household)] ?? null, areaAfter: this.#areaCodes[to.areaOf(household)] ?? null,
        personsBefore: from.personsOf(household), personsAfter: to.personsOf(household),
        isExplained: isPresentAtOne && to.reasonOf(household) !== null,
        entry: list === null ? noEntry : this.#entry(household, list, before === "absent" ? null : from.dayOf(household), to.dayOf(household)),
      });
    }
    return counts.rows();
  }

  #entry(household: number, list: ListName, reviewedBefore: DayNumber | null, enteredOn: DayNumber): readonly MovementCode[] {
    const countsFrom = listingsCountFrom(this.#rule, enteredOn);
    const wasListed = this.#columns.some((columns) => {
      const found = columns.classOf(household);
      const day = columns.dayOf(household);
      return found !== null && day >= countsFrom && day < enteredOn && makesRelapse(list, found);
    });
    return entryCodes(wasListed, reviewedBefore, enteredOn, this.#rule);
  }

  #ordered(): readonly ReviewColumns[] {
    // No two under one standard begin on one day.
    return [...this.#columns].sort(({ period: a }, { period: b }) => a.from - b.from || ((a.standard ?? "") < (b.standard ?? "") ? -1 : 1));
  }

  #view(): View {
    const columns = this.#ordered();
    const reviews = new Map(columns.map((each) => [each, each.review(this.#ids.length)]));
    const steps = columns.flatMap((to, index): readonly Step[] => {
      const from = columns.findLast((each, place) => place < index && each.period.standard === to.period.standard);
      return from === undefined ? [] : [{ from, to }];
    });
    return { columns, reviews, steps };
  }

  #householdAt(id: string, household: number, { columns, reviews, steps }: View): PanelHousehold {
    const recognitions = recognitionsOf(columns, household);
    const at = (review: ReviewColumns): Recognition | null => recognitionAt(review, household);
    return {
      id,
      classes: columns.map((each) => each.classOf(household)),
      recognitions,
      gaps: columns.filter((each) => !each.has(household)).map((each) => reviews.get(each) as PanelReview),
      movements: steps.flatMap(({ from, to }): readonly PanelMovement[] => {
        const [before, after] = [at(from), at(to)];
        if (before === null && after === null) return [];
        const reason = before === null || after === null ? to.reasonOf(household) : null;
        const found = movement(before, after, { ...this.#entryOptions, history: recognitions, reason });
        return [{ from: reviews.get(from) as PanelReview, to: reviews.get(to) as PanelReview, ...found }];
      }),
    };
  }
}

/** The reviews in order, as users see them, and the steps between them. */
interface View {
  readonly columns: readonly ReviewColumns[];
  readonly reviews: ReadonlyMap<ReviewColumns, PanelReview>;
  readonly steps: readonly Step[];
}

function recognitionAt(review: ReviewColumns, household: number): Recognition | null {
  const found = review.classOf(household);
  return found === null ? null : asRecognition({ day: review.dayOf(household), class: found, standard: review.period.standard });
}

function recognitionsOf(columns: readonly ReviewColumns[], household: number): readonly Recognition[] {
  return columns.map((each) => recognitionAt(each, household)).filter((recognition) => recognition !== null);
}

/**
 * A panel of all records at once.
 *
 * @param records - Any iterable, read once, in any order.
 * @param options - What the panel rests on.
 * @throws {@link PovertyStandardError} at the first record that cannot be added, with a path like `records[12].class`;
 *   as `Panel.add`.
 *
 * @example
 * ```ts
 * const of2022 = { on: "2022-12-14", standard: "vn/decree-07-2021" };
 * const of2023 = { on: "2023-12-14", standard: "vn/decree-07-2021" };
 * const records = [
 *   { id: "A", class: "poor", persons: 4, ...of2022 }, { id: "A", class: "not-poor", persons: 4, ...of2023 },
 *   { id: "B", class: "near-poor", persons: 3, ...of2023 },
 * ] as const;
 * const years = panel(records, { historyCompleteSince: "2022-12-14" });
 * years.household("A").movements.map(({ form2 }) => form2.code); // => ["passed-near-poor-line"]
 * years.household("B").gaps.map(({ from }) => from); // => ["2022-12-14"]
 * years.reviews().map(({ households, gaps }) => [households, gaps]); // => [[1, 1], [2, 0]]
 *
 * const [{ rows }] = years.tables();
 * rows[0].form2.persons.columns; // => { 1: 4, 2: 0, 3: 4, 4: 0, 5: 0, 6: 0, 7: 0, 8: 0, 9: 0 }
 * rows[0].form3.households.columns[7]; // => 1
 * [...years.newlyEscaped({ on: "2024-06-01", definition: "credit" })].map(({ id, newlyEscaped }) => [id, newlyEscaped]);
 * // => [["A", true], ["B", false]]
 * ```
 */
export function panel(records: Iterable<PanelRecord>, options: PanelOptions = {}): Panel {
  const all = new Panel(options);
  addEach(records, "records", (record) => {
    all.add(record);
  });
  return all;
}
