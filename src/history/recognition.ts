import { checkedList, checkedRecord, unexpected } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";
import { dayNumber, dayText, type Day, type DayNumber } from "../core/plain-date.js";
import { povertyClasses, type PovertyClass } from "../law/standard.js";
import { succeeds } from "../law/succession.js";

/**
 * The decision by which the chairman of the commune-level People's Committee recognises the class of a household. A
 * review result without a decision is no recognition.
 */
export interface Recognition {
  /** The day of the decision. */
  readonly on: Day;
  /** The class. */
  readonly class: PovertyClass;
  /**
   * Id of the standard by which it was decided. Recognitions under different standards are never compared; all those
   * without one are taken to be under one standard.
   */
  readonly standard?: string | null | undefined;
}

/** A recognition after the check. */
export interface CheckedRecognition {
  readonly day: DayNumber;
  readonly class: PovertyClass;
  readonly standard: string | null;
}

/** The recognitions of a household under one standard, by day, each day once; at least one. */
export type Series = readonly CheckedRecognition[];

const keys: ReadonlySet<keyof Recognition> = /* @__PURE__ */ new Set<keyof Recognition>(["on", "class", "standard"]);

/**
 * A day of the calendar as a number.
 *
 * @param value - What came.
 * @param path - Where.
 * @throws {@link PovertyStandardError} `invalid-input` when it is none.
 */
export function checkedDay(value: unknown, path: string): DayNumber {
  const day = typeof value === "string" ? dayNumber(value) : null;
  if (day === null) throw unexpected(path, "expected a day of the calendar, YYYY-MM-DD", value);
  return day;
}

/**
 * Checks a recognition.
 *
 * @param value - What came.
 * @throws {@link PovertyStandardError} `invalid-input` with the path of what is wrong.
 */
export function checkedRecognition(value: unknown): CheckedRecognition {
  const { on, class: found, standard } = checkedRecord(value, keys, "key of a recognition");
  return { day: checkedDay(on, "on"), class: checkedClass(found), standard: checkedStandard(standard) };
}

/**
 * A class.
 *
 * @param value - What came.
 */
export function checkedClass(value: unknown): PovertyClass {
  const found = povertyClasses.find((known) => known === value);
  if (found === undefined) throw unexpected("class", `expected one of ${povertyClasses.join(", ")}`, value);
  return found;
}

/**
 * The id of a standard, or `null`.
 *
 * @param value - What came.
 */
export function checkedStandard(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== "string" || value === "") throw unexpected("standard", "expected the id of a standard", value);
  return value;
}

/**
 * Checks the recognitions of a household and groups them by standard.
 *
 * @param recognitions - What came, in any order. Two that are the same are one.
 * @param day - Later ones are checked and then left out.
 * @returns A series for each standard, in an order that does not depend on that of the input.
 * @throws {@link PovertyStandardError} `invalid-input` with the path of what is wrong, for example `recognitions[2].on`;
 *   also when one standard has two classes on one day.
 */
export function seriesUpTo(recognitions: unknown, day: DayNumber): readonly Series[] {
  const seen = new Map<string | null, Map<DayNumber, CheckedRecognition>>();
  checkedList(recognitions, "recognitions", (element) => {
    const recognition = checkedRecognition(element);
    const ofStandard = seen.get(recognition.standard) ?? new Map<DayNumber, CheckedRecognition>();
    seen.set(recognition.standard, ofStandard);
    const other = ofStandard.get(recognition.day);
    if (other !== undefined && other.class !== recognition.class)
      throw new PovertyStandardError("invalid-input", "expected one class on one day under one standard; an earlier entry has another", "class");
    ofStandard.set(recognition.day, recognition);
  });
  return [...seen.values()]
    .map((ofStandard) => [...ofStandard.values()].filter((recognition) => recognition.day <= day).sort((a, b) => a.day - b.day))
    .filter((series) => series.length > 0)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** No two series have the same: it is their standard, the one without a name before all others. */
function keyOf([first]: Series): string {
  return first?.standard ?? "";
}

/**
 * The recognitions that stand: in each series the last one, less those whose standard was succeeded by that of another
 * (the baseline under a new national standard takes the place of the old list from its own day, a reading); of these the
 * ones of the latest day. So it is one, unless two standards that do not succeed each other speak on that day; none only
 * where there is no recognition.
 *
 * @param series - From {@link seriesUpTo}.
 */
export function standing(series: readonly Series[]): readonly CheckedRecognition[] {
  const last = series.flatMap((each) => each.slice(-1));
  const current = last.filter(({ standard }) => !last.some((other) => succeeds(other.standard, standard)));
  const latest = current.reduce((day, recognition) => Math.max(day, recognition.day), 0);
  return current.filter(({ day }) => day === latest);
}

/**
 * A checked recognition as plain data.
 *
 * @param recognition - The recognition.
 */
export function asRecognition({ day, class: found, standard }: CheckedRecognition): Recognition {
  return { on: dayText(day), class: found, standard };
}
