import { isPovertyStandardError } from "../../src/core/errors.js";

/** What a refusal says. */
export interface Refusal {
  readonly code: string;
  readonly path: string | null;
  readonly message: string;
}

/**
 * The typed error that an act throws, or "accepted". Any other error is a defect and goes through.
 *
 * @param act - What is tried.
 */
export function refusal(act: () => unknown): Refusal | "accepted" {
  try {
    act();
  } catch (error) {
    if (!isPovertyStandardError(error)) throw error;
    const { code, path, message } = error;
    return { code, path, message };
  }
  return "accepted";
}
