import { checkedRecord, unexpected } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";
import { positionOf, type Position } from "./movement-step.js";
import { checkedClass, checkedDay, checkedStandard, type CheckedRecognition, type Recognition } from "./recognition.js";

/** A household at one review: its recognition, where it lived, and how many persons it had. */
export interface ReviewRecord extends Recognition {
  /** Code of the area. Either every household has one or none. */
  readonly areaCode?: string | null | undefined;
  /** How many persons it had; where that is missing, the person counts that it is in are not known. */
  readonly persons?: number | null | undefined;
}

/** A household at one review after the check. */
export interface CheckedReviewRecord extends CheckedRecognition {
  readonly areaCode: string | null;
  /** 0 where unknown. */
  readonly persons: number;
}

type Key = keyof ReviewRecord;

const reviewKeys: ReadonlySet<Key> = /* @__PURE__ */ new Set<Key>(["on", "class", "standard", "areaCode", "persons"]);

/**
 * Checks a household at one review.
 *
 * @param value - What came.
 * @throws {@link PovertyStandardError} `invalid-input` with the path of what is wrong.
 */
export function checkedReviewRecord(value: unknown): CheckedReviewRecord {
  const { on, class: found, standard, areaCode, persons } = checkedRecord(value, reviewKeys, "key of a household at a review");
  return {
    day: checkedDay(on, "on"), class: checkedClass(found), standard: checkedStandard(standard),
    areaCode: checkedAreaCode(areaCode), persons: checkedPersons(persons),
  };
}

/**
 * The code of an area, or `null`.
 *
 * @param value - What came.
 */
export function checkedAreaCode(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== "string" || value === "") throw unexpected("areaCode", "expected the code of an area as text", value);
  return value;
}

/**
 * A number of persons; 0 where it is unknown.
 *
 * @param value - What came.
 */
export function checkedPersons(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (!Number.isSafeInteger(value) || (value as number) < 1) throw unexpected("persons", "expected a whole number of persons, 1 or more", value);
  return value as number;
}

/**
 * The caller's name of a household as text, or `null`. 1 and "1" are one name: the same household from two programs.
 *
 * @param value - What came.
 */
export function checkedId(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (typeof value !== "number" || !Number.isSafeInteger(value)) throw unexpected("id", "expected text or a whole number", value);
  return String(value);
}

/**
 * Where a household stood.
 *
 * @param record - At a review; `null` where it was not in the records.
 */
export function positionAt(record: CheckedRecognition | null): Position {
  return record === null ? "absent" : positionOf[record.class];
}

/**
 * Checks that two reviews of a household can be compared.
 *
 * @param before - The earlier one, or `null`.
 * @param after - The later one, or `null`.
 * @throws {@link PovertyStandardError} `standards-differ` when they are under different standards; `invalid-input` when
 *   the second is not later than the first.
 */
export function requireComparable(before: CheckedRecognition | null, after: CheckedRecognition | null): void {
  if (before === null || after === null) return;
  // The baseline under a new standard opens a new series.
  if (before.standard !== after.standard)
    throw new PovertyStandardError("standards-differ", "expected the standard of the recognition before; recognitions under different standards are not compared", "after.standard");
  if (after.day <= before.day) throw new PovertyStandardError("invalid-input", "expected a day after that of the recognition before", "after.on");
}
