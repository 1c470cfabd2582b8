/**
 * The kind of a value in a word for an error message: what came is never shown, only its kind.
 *
 * @param value - Anything.
 */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "string":
      return "text";
    case "number":
      return Number.isFinite(value) ? (Number.isSafeInteger(value) ? "a whole number" : "a number") : "a number that is not finite";
    case "boolean":
      return "true or false";
    case "object":
      return "an object";
    default:
      return `a ${typeof value}`;
  }
}

/**
 * A key for an error message: shown only if it looks like an identifier of at most 40 characters, since anything else
 * may be a person's data that slipped into a heading.
 *
 * @param key - A key of the input that is not known.
 */
export function shownKey(key: string): string {
  return /^[A-Za-z_$][\w$-]{0,39}$/.test(key) ? `"${key}"` : "that is no identifier";
}
