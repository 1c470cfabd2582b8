import { checkedList, checkedRecord, unexpected } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";
import { checkedRate } from "./printed-rate.js";
import { intersection, wholesOf, type Bounds } from "./rounding.js";

/** A count with the percentage that is printed for it. */
export interface CountedShare {
  /** How many households or persons: a non-negative whole number below 2⁵³. */
  readonly count: number;
  /** Percent as text, for example `1.22`; the number of decimals matters. */
  readonly printed: string;
}

/** The whole numbers that a total can be, both ends included. */
export interface ImpliedTotal {
  /** The lowest. */
  readonly low: number;
  /** The highest; `null` when there is none, or none below 2⁵³. */
  readonly high: number | null;
}

const shareKeys: ReadonlySet<string> = /* @__PURE__ */ new Set(["count", "printed"]);

/**
 * Whole numbers that the unprinted total of some printed shares can be.
 *
 * @param shares - Counts with their percentages as printed.
 * @returns The lowest and highest total, at least 1 and at least each count; `null` when no whole number fits all shares.
 * @throws {@link PovertyStandardError} `invalid-input` when a count is not a non-negative safe integer, a percentage is no
 *   such text, there is no share, or the total would be 2⁵³ or more.
 * @source Rounding to half a unit of the last printed digit, both ends allowed; exact integer arithmetic.
 *
 * @example
 * Hà Tĩnh city, end of 2023: 377 poor households are 1.22 %, 549 near-poor households 1.78 %.
 * ```ts
 * impliedTotal([{ count: 377, printed: "1.22" }, { count: 549, printed: "1.78" }]); // => { low: 30776, high: 30929 }
 * ```
 * As persons, 943 and 1,829, no total has these percentages.
 * ```ts
 * impliedTotal([{ count: 943, printed: "1.22" }, { count: 1829, printed: "1.78" }]); // => null
 * ```
 */
export function impliedTotal(shares: readonly CountedShare[]): ImpliedTotal | null {
  const bounds = checkedList(shares, "shares", (share) => {
    const { count, printed } = checkedRecord(share, shareKeys, "key of a counted share");
    if (typeof count !== "number" || !Number.isSafeInteger(count) || count < 0) {
      throw unexpected("count", "expected a whole number of 0 or more, below 2^53", count);
    }
    return wholesOf(count, checkedRate(printed, "printed"));
  });
  if (bounds.length === 0) throw unexpected("shares", "expected at least one share", shares);
  const total = bounds.reduce(intersection);
  if (total.low > Number.MAX_SAFE_INTEGER) throw new PovertyStandardError("invalid-input", "expected shares of a total below 2^53", "shares");
  return total.low > total.high ? null : { low: total.low, high: finite(total) };
}

/**
 * The upper bound as an answer gives it: `null` where there is none below 2⁵³.
 *
 * @param bounds - Some numbers.
 */
export function finite({ high }: Bounds): number | null {
  return high <= Number.MAX_SAFE_INTEGER ? high : null;
}
