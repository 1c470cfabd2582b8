import type { PrintedRate } from "./printed-rate.js";

// A percentage P/10^d is printed for part p of whole N where 100·p/N is within half a unit of it, both ends allowed:
//   (2P − 1)·N ≤ 200·10^d·p ≤ (2P + 1)·N
// All of it is cross-multiplied: in numbers while they are safe integers, in BigInt beyond. A product of numbers that is
// above 2^53 is never rounded below it, so the test for safety cannot be fooled.

/**
 * Whether a part of a whole can be printed as a percentage.
 *
 * @param part - A count.
 * @param whole - A count, 1 or more.
 * @param rate - The percentage.
 */
export function roundsTo(part: number, whole: number, { units, decimals }: PrintedRate): boolean {
  const scaled = 200 * 10 ** decimals * part;
  const most = (2 * units + 1) * whole;
  if (Number.isSafeInteger(scaled) && Number.isSafeInteger(most)) return scaled <= most && (2 * units - 1) * whole <= scaled;
  const exact = 200n * 10n ** BigInt(decimals) * BigInt(part);
  return exact <= BigInt(2 * units + 1) * BigInt(whole) && BigInt(2 * units - 1) * BigInt(whole) <= exact;
}

/** Whole numbers between two bounds, both included; without a last one `high` is `Infinity`. Empty where `low > high`. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** No number at all. */
export const nothing: Bounds = { low: 1, high: 0 };

/**
 * The numbers in both.
 *
 * @param one - Some numbers.
 * @param other - Some numbers.
 */
export function intersection(one: Bounds, other: Bounds): Bounds {
  return { low: Math.max(one.low, other.low), high: Math.min(one.high, other.high) };
}

/**
 * The wholes, 1 or more and no less than the part, of which a part can be printed as a percentage; bounds beyond 2⁵³ are
 * rounded.
 *
 * @param part - A count.
 * @param rate - The percentage.
 */
export function wholesOf(part: number, { units, decimals }: PrintedRate): Bounds {
  const scaled = [200, 10 ** decimals, part] as const;
  return {
    low: Math.max(1, part, quotientUp(scaled, 2 * units + 1)),
    high: units === 0 ? Infinity : quotientDown(scaled, 2 * units - 1),
  };
}

/**
 * The same without rounding, for wholes beyond 2⁵³.
 *
 * @param part - A count.
 * @param rate - The percentage.
 */
export function exactWholesOf(part: number, { units, decimals }: PrintedRate): { readonly low: bigint; readonly high: bigint | null } {
  const scaled = 200n * 10n ** BigInt(decimals) * BigInt(part);
  const low = ceiling(scaled, BigInt(2 * units + 1));
  return { low: low > BigInt(part) ? low : BigInt(part), high: units === 0 ? null : scaled / BigInt(2 * units - 1) };
}

/**
 * The parts, no more than the whole, that can be printed as a percentage of some whole between two bounds.
 *
 * @param wholes - The bounds; `low` is 1 or more.
 * @param rate - The percentage.
 */
export function partsOf(wholes: Bounds, { units, decimals }: PrintedRate): Bounds {
  const unit = 200 * 10 ** decimals;
  const high = wholes.high === Infinity ? Infinity : Math.min(wholes.high, quotientDown([2 * units + 1, wholes.high], unit));
  return { low: units === 0 ? 0 : quotientUp([2 * units - 1, wholes.low], unit), high };
}

/**
 * The percentages, in units of their last decimal, that a part can be printed as of some whole between two bounds.
 *
 * @param part - A count.
 * @param wholes - The bounds; `low` is 1 or more and no less than the part.
 * @param decimals - How many decimals the percentage has.
 */
export function ratesOf(part: number, wholes: Bounds, decimals: number): Bounds {
  const scaled = 200n * 10n ** BigInt(decimals) * BigInt(part);
  const [least, most] = [BigInt(wholes.low), wholes.high === Infinity ? null : BigInt(wholes.high)];
  return {
    low: most === null ? 0 : Math.max(0, Number(ceiling(scaled - most, 2n * most))),
    high: Number((scaled + least) / (2n * least)),
  };
}

function quotientDown(factors: readonly number[], divisor: number): number {
  const product = factors.reduce((left, right) => left * right);
  // Exact for safe integers: the remainder is taken off first.
  if (Number.isSafeInteger(product)) return (product - (product % divisor)) / divisor;
  return Number(exactProduct(factors) / BigInt(divisor));
}

function quotientUp(factors: readonly number[], divisor: number): number {
  const product = factors.reduce((left, right) => left * right);
  if (Number.isSafeInteger(product)) return (product - (product % divisor)) / divisor + (product % divisor === 0 ? 0 : 1);
  return Number(ceiling(exactProduct(factors), BigInt(divisor)));
}

function exactProduct(factors: readonly number[]): bigint {
  return factors.reduce((product, factor) => product * BigInt(factor), 1n);
}

/** Rounded up; BigInt's own division cuts towards zero, which is up for what is below it. */
function ceiling(dividend: bigint, divisor: bigint): bigint {
  const cut = dividend / divisor;
  return dividend > cut * divisor ? cut + 1n : cut;
}
