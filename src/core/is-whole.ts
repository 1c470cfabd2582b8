/**
 * Whether a value is a whole number between two bounds, small enough to be exact.
 *
 * @param value - Anything.
 * @param least - The least that it may be.
 * @param most - The most that it may be.
 */
export function isWhole(value: unknown, least: number, most: number = Number.MAX_SAFE_INTEGER): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}
