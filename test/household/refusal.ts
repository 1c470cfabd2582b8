import { isPovertyStandardError, type ErrorCode } from "../../src/index.js";

/** What a call that must fail says. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly path: string | null;
  readonly message: string;
}

/** The typed error of a call; a call that succeeds, or fails in another way, fails the test. */
export function refusal(call: () => unknown): Refusal {
  try {
    call();
  } catch (error) {
    if (isPovertyStandardError(error)) return { code: error.code, path: error.path, message: error.message };
    throw error;
  }
  throw new Error("expected a refusal");
}
