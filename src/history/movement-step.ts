import type { PovertyClass } from "../law/standard.js";
import type { MovementCode, MovementForm } from "./movement-columns.js";

/** A list that a form follows. */
export type ListName = "poor" | "near-poor";

/** Where a household stands at a review: on a list, above the lines, or not in the records. */
export type Position = ListName | "above" | "absent";

/** The position of each class. Average living standard and not poor are both above the near-poor line. */
export const positionOf: Readonly<Record<PovertyClass, Exclude<Position, "absent">>> = {
  poor: "poor",
  "near-poor": "near-poor",
  "average-living-standard": "above",
  "not-poor": "above",
};

/** The list that each form follows. */
export const listOfForm: Readonly<Record<MovementForm, ListName>> = { 2: "poor", 3: "near-poor" };

/** `vanishes` and `enters` are codes only once it is known why a household left, or whether it was listed before. */
type Step = MovementCode | "vanishes" | "enters";

/** The step from a position before (row) to one after (column): form 2, form 3. */
const steps: Readonly<Record<Position, Readonly<Record<Position, readonly [form2: Step, form3: Step]>>>> = {
  poor: {
    poor: ["stays", "not-listed"],
    // Both escapes are counted: a poor household that becomes near-poor, and one that passes the near-poor line.
    "near-poor": ["became-near-poor", "poor-became-near-poor"],
    above: ["passed-near-poor-line", "not-listed"],
    absent: ["vanishes", "not-listed"],
  },
  "near-poor": {
    poor: ["near-poor-became-poor", "became-poor"],
    "near-poor": ["not-listed", "stays"],
    above: ["not-listed", "escaped-near-poverty"],
    absent: ["not-listed", "vanishes"],
  },
  above: {
    poor: ["enters", "not-listed"],
    "near-poor": ["not-listed", "enters"],
    above: ["not-listed", "not-listed"],
    absent: ["not-listed", "not-listed"],
  },
  absent: {
    poor: ["enters", "not-listed"],
    "near-poor": ["not-listed", "enters"],
    above: ["not-listed", "not-listed"],
    absent: ["not-listed", "not-listed"],
  },
};

/** Two reviews of a household, as far as its movement depends on them. */
export interface MovementStep {
  /** Where it stood. */
  readonly before: Position;
  /** Where it stands. */
  readonly after: Position;
  /** Whether a reason tells why it is in the records at one of the two alone. */
  readonly isExplained: boolean;
  /** What it does if it enters a list from outside both: relapsed or newly arising, or both where that is not known. */
  readonly entry: readonly MovementCode[];
}

/**
 * The movement as one form sees it; two codes where it is undetermined between them.
 *
 * @param form - The form.
 * @param step - The two reviews.
 */
export function formCodes(form: MovementForm, { before, after, isExplained, entry }: MovementStep): readonly MovementCode[] {
  const step = steps[before][after][form - 2] as Step;
  // A household that vanishes without a reason is never put into "other".
  if (step === "vanishes") return [isExplained ? "other-decrease" : "unexplained"];
  if (step === "enters") return isExplained ? ["other-increase"] : entry;
  return [step];
}

/**
 * The list that a household enters from outside both lists; `null` where it enters none.
 *
 * @param before - Where it stood.
 * @param after - Where it stands.
 */
export function listEntered(before: Position, after: Position): ListName | null {
  return !isListed(before) && isListed(after) ? after : null;
}

/**
 * Whether a position is on a list.
 *
 * @param position - The position.
 */
export function isListed(position: Position): position is ListName {
  return position === "poor" || position === "near-poor";
}
