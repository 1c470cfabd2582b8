/**
 * Whether a value is there; `null` is as good as missing.
 *
 * @param value - Anything.
 */
export function isGiven<Value>(value: Value): value is NonNullable<Value> {
  return value !== null && value !== undefined;
}
