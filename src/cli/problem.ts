import { isPovertyStandardError, type ErrorCode, type PovertyStandardError } from "../core/errors.js";

/** What is wrong with a line, as it is reported on standard error. Nothing in it is taken from the line itself. */
export interface Problem {
  /** A stable word; `unexpected-error` is a fault of the program or a limit of the machine. */
  readonly code: ErrorCode | "chuan-ngheo/unexpected-error";
  /** Where in the line; `null` when the whole line is meant. */
  readonly path: string | null;
  /** What was expected. */
  readonly message: string;
}

/**
 * What is wrong, from a caught error.
 *
 * @param error - Anything that was caught. Of what is no error of this library only its kind is told: its message may
 *   quote the line.
 */
export function problemOf(error: unknown): Problem {
  if (isPovertyStandardError(error)) return { code: error.code, path: error.path, message: messageOf(error) };
  const kind = error instanceof RangeError ? "it is nested too deeply or too long" : "this is a fault of the program";
  return { code: "chuan-ngheo/unexpected-error", path: null, message: `this line cannot be processed: ${kind}` };
}

/**
 * The message of an error without its path, which is told beside it.
 *
 * @param error - The error.
 */
function messageOf({ path, message }: Pick<PovertyStandardError, "path" | "message">): string {
  return path !== null && message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message;
}

/**
 * A problem with the input.
 *
 * @param message - What was expected.
 * @param path - Where in the line.
 */
export function invalidInput(message: string, path: string | null = null): Problem {
  return { code: "chuan-ngheo/invalid-input", path, message };
}
