import { checkedList, unexpected } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";
import { daysInMonth, type Day, type DayNumber } from "../core/plain-date.js";
import type { PovertyClass } from "../law/standard.js";
import type { MovementCode } from "./movement-columns.js";
import type { ListName } from "./movement-step.js";
import { checkedDay, checkedRecognition, type CheckedRecognition } from "./recognition.js";

/** How relapsed and newly arising households are told apart. */
export interface EntryOptions {
  /**
   * The day since which every recognition of a household is given; that it was never listed before counts only with
   * such a day. Missing where the history may have holes.
   */
  readonly historyCompleteSince?: Day | null | undefined;
  /**
   * How many months before the entry an earlier listing may be and still count, the corresponding day included. Missing:
   * no limit; no official one was found.
   */
  readonly relapseWithinMonths?: number | null | undefined;
}

/** {@link EntryOptions} after the check. */
export interface EntryRule {
  readonly completeSince: DayNumber | null;
  readonly months: number | null;
}

/**
 * Checks how entries are told apart.
 *
 * @param options - What came.
 * @throws {@link PovertyStandardError} `invalid-input` at the option that is wrong.
 */
export function entryRule({ historyCompleteSince, relapseWithinMonths }: EntryOptions): EntryRule {
  const months = relapseWithinMonths ?? null;
  if (months !== null && (!Number.isSafeInteger(months) || months < 1)) throw unexpected("relapseWithinMonths", "expected a whole number of months, 1 or more, or null", months);
  const since = historyCompleteSince ?? null;
  return { completeSince: since === null ? null : checkedDay(since, "historyCompleteSince"), months };
}

/** Classes that make an entry into a list a relapse, if the household was in one of them before. */
const relapseAfter: Readonly<Record<ListName, readonly PovertyClass[]>> = {
  // Into poverty relapses only who was poor; near-poor before, it is newly poor (a reading).
  poor: ["poor"],
  "near-poor": ["poor", "near-poor"],
};

/**
 * The first day on which an earlier listing counts.
 *
 * @param rule - With its limit.
 * @param enteredOn - The day of the recognition that puts the household on a list.
 */
export function listingsCountFrom({ months }: EntryRule, enteredOn: DayNumber): DayNumber {
  return months === null ? 0 : monthsBefore(enteredOn, months);
}

/** The corresponding day some months earlier, or the last one of a shorter month; before all days a number below theirs. */
function monthsBefore(day: DayNumber, months: number): DayNumber {
  const total = Math.floor(day / 10000) * 12 + (Math.floor(day / 100) % 100) - 1 - months;
  const year = Math.floor(total / 12);
  const month = (total % 12) + 1;
  return year * 10000 + month * 100 + Math.min(day % 100, daysInMonth(year, month));
}

/**
 * Whether an earlier listing in this class makes the entry into a list a relapse.
 *
 * @param list - The list that is entered.
 * @param found - The earlier class.
 */
export function makesRelapse(list: ListName, found: PovertyClass): boolean {
  return relapseAfter[list].includes(found);
}

/**
 * The last listing before an entry that makes it a relapse; `null` where none is known.
 *
 * @param list - The list that is entered.
 * @param enteredOn - When.
 * @param history - Known recognitions, under whatever standard: that a household was on a list is compared with nothing.
 * @param rule - How entries are told apart.
 */
export function earlierListing(list: ListName, enteredOn: DayNumber, history: readonly CheckedRecognition[], rule: EntryRule): CheckedRecognition | null {
  const from = listingsCountFrom(rule, enteredOn);
  return history.reduce<CheckedRecognition | null>((last, recognition) => {
    const counts = makesRelapse(list, recognition.class) && recognition.day >= from && recognition.day < enteredOn;
    return counts && (last === null || recognition.day >= last.day) ? recognition : last;
  }, null);
}

const relapsed: readonly MovementCode[] = ["relapsed"];
const newlyArising: readonly MovementCode[] = ["newly-arising"];
const eitherOfBoth: readonly MovementCode[] = ["relapsed", "newly-arising"];

/**
 * What an entry from outside both lists is. A known earlier listing settles it, however many others are not known; that
 * there was none is known only where the history is complete. Complete it must be since the first day that counts under
 * a limit in months; without one since the review before, or any day before the entry where the household was not in
 * the records then: how far back a register looks is for its keeper to state.
 *
 * @param wasListed - Whether an earlier listing is known that makes it a relapse.
 * @param reviewedBefore - Day of the review before; `null` where the household was not in the records then.
 * @param enteredOn - Day of the recognition that puts it on the list.
 * @param rule - How entries are told apart.
 * @returns One code, or two where it is undetermined between them.
 */
export function entryCodes(wasListed: boolean, reviewedBefore: DayNumber | null, enteredOn: DayNumber, rule: EntryRule): readonly MovementCode[] {
  if (wasListed) return relapsed;
  const { completeSince, months } = rule;
  if (completeSince === null) return eitherOfBoth;
  if (months !== null) return completeSince <= listingsCountFrom(rule, enteredOn) ? newlyArising : eitherOfBoth;
  return completeSince <= (reviewedBefore ?? enteredOn - 1) ? newlyArising : eitherOfBoth;
}

const noHistory: readonly CheckedRecognition[] = [];

/**
 * Checks the known recognitions of a household.
 *
 * @param history - What came; nothing is an empty history.
 * @param reviews - The reviews between which the household moved.
 * @throws {@link PovertyStandardError} `invalid-input` with the path of what is wrong, for example `history[2].on`; also
 *   when it gives another class on the day and under the standard of another entry or of one of the reviews.
 */
export function checkedHistory(history: unknown, reviews: readonly (CheckedRecognition | null)[]): readonly CheckedRecognition[] {
  if (history === null || history === undefined) return noHistory;
  const classes = new Map<string, PovertyClass>();
  const record = ({ day, standard, class: found }: CheckedRecognition): void => {
    const key = `${day} ${standard ?? ""}`;
    if ((classes.get(key) ?? found) !== found)
      throw new PovertyStandardError("invalid-input", "expected one class on one day under one standard; another recognition has another", "class");
    classes.set(key, found);
  };
  for (const review of reviews) if (review !== null) record(review);
  return checkedList(history, "history", (element) => {
    const recognition = checkedRecognition(element);
    record(recognition);
    return recognition;
  });
}
