import { unexpected } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";

/**
 * Why a household is in the records at one of two reviews alone: it came from elsewhere, it went elsewhere, it ended by
 * death, it was split into several or formed by a split, it was merged into another or formed by a merger.
 */
export type MovementReason = "moved-in" | "moved-away" | "died" | "split" | "merged";

/**
 * Which way a reason leads: into the records, out of them, or from one area to another. Nothing is to be explained for
 * a household that is in the records of one area at both reviews.
 */
export type ReasonDirection = "arrival" | "departure" | "relocation" | "none";

const directions: Readonly<Record<MovementReason, readonly ReasonDirection[]>> = {
  "moved-in": ["arrival", "relocation"],
  "moved-away": ["departure", "relocation"],
  died: ["departure"],
  split: ["arrival", "departure"],
  merged: ["arrival", "departure"],
};

/** All reasons. */
export const movementReasons: readonly MovementReason[] = /* @__PURE__ */ Object.keys(directions) as MovementReason[];

const expectations: Readonly<Record<ReasonDirection, string>> = {
  arrival: "for a household that is in the records only after",
  departure: "for a household that is in the records only before",
  relocation: "for a household that went from one area to another",
  none: "",
};

/**
 * Checks a reason and that it fits.
 *
 * @param value - What came; nothing is no reason.
 * @param direction - What is to be explained.
 * @throws {@link PovertyStandardError} `invalid-input` at `reason` for another word, and for a reason that does not fit.
 */
export function checkedReason(value: unknown, direction: ReasonDirection): MovementReason | null {
  if (value === null || value === undefined) return null;
  const reason = movementReasons.find((known) => known === value);
  if (reason === undefined) throw unexpected("reason", `expected one of ${movementReasons.join(", ")}, or null`, value);
  if (directions[reason].includes(direction)) return reason;
  const fitting = movementReasons.filter((known) => directions[known].includes(direction));
  const expected = fitting.length > 0 ? `expected one of ${fitting.join(", ")}, ${expectations[direction]}` : "expected no reason, since the household is in the records at both reviews or at none";
  throw new PovertyStandardError("invalid-input", expected, "reason");
}
