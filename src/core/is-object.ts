/**
 * Whether a value is an object with keys: neither `null` nor a list.
 *
 * @param value - Anything.
 */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
