import { kindOf } from "../core/kind-of.js";

/** How a zod schema or check fails: with the checker's words, and for good. */
export interface Refusal {
  /** The message for an issue. */
  readonly error: (issue: { readonly input?: unknown }) => string;
  /** A value that is wrong is checked no further, and no rule that reads it is. */
  readonly abort: true;
}

/**
 * Options for a zod schema or check, by which its message says what was expected and, of what came, only its kind.
 *
 * @param expected - What was expected, for example `expected true or false`.
 */
export function refused(expected: string): Refusal {
  return { error: ({ input }) => `${expected}; got ${kindOf(input)}`, abort: true };
}
