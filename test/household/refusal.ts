import { refusal as refusalOrAcceptance, type Refusal } from "../support/refusal.js";

export type { Refusal };

/** The typed error of a call that must be refused; one that is accepted fails the test. */
export function refusal(call: () => unknown): Refusal {
  const found = refusalOrAcceptance(call);
  if (found === "accepted") throw new Error("expected a refusal");
  return found;
}
