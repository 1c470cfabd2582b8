/** The last word of an {@link ErrorCode}. */
export type ErrorWord = "invalid-input" | "law-not-held" | "invalid-standard" | "invalid-area" | "standards-differ" | "members-out-of-order";

/** What went wrong, as a stable word that programs can branch on; the text of a message may change, the code does not. */
export type ErrorCode = `chuan-ngheo/${ErrorWord}`;

const brand = Symbol.for("chuan-ngheo/error");

/**
 * The one error that this package throws on purpose.
 *
 * Its message says what was expected and, of what came, only its kind ("text", "number"): never a person's data.
 */
export class PovertyStandardError extends Error {
  override readonly name = "PovertyStandardError";
  /** Stable code, for example `chuan-ngheo/invalid-input`. */
  readonly code: ErrorCode;
  /** Where in the input, for example `members[0].bornOn`; `null` when the whole input is meant. */
  readonly path: string | null;

  /**
   * @param word - The part of the code after `chuan-ngheo/`.
   * @param message - What was expected; never a value of the input.
   * @param path - Where in the input, if there is a place.
   */
  constructor(word: ErrorWord, message: string, path: string | null = null) {
    super(path === null ? message : `${path}: ${message}`);
    this.code = `chuan-ngheo/${word}`;
    this.path = path;
    Object.defineProperty(this, brand, { value: true });
  }
}

/**
 * Whether a caught value is a {@link PovertyStandardError}, also one thrown by another copy of this package
 * (ESM beside CommonJS, two versions), where `instanceof` fails.
 *
 * @param error - Anything that was caught.
 *
 * @example
 * ```ts
 * isPovertyStandardError(new TypeError("other")); // => false
 * ```
 */
export function isPovertyStandardError(error: unknown): error is PovertyStandardError {
  return typeof error === "object" && error !== null && (error as Record<symbol, unknown>)[brand] === true;
}
