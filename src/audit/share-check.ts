import type { Check, CheckResult } from "./check.js";
import type { ClaimTable, ShareClaim, TableNumbers } from "./claim-table.js";
import type { PrintedRate } from "./printed-rate.js";
import { exactWholesOf, intersection, nothing, partsOf, ratesOf, roundsTo, wholesOf, type Bounds } from "./rounding.js";

/**
 * Shares that are checked together: one share of a printed whole; those shares of a printed whole whose part may be read
 * in several ways, since all are read alike; or all shares of an unprinted whole, since all have the same.
 */
export interface ShareCheck extends Check {
  readonly kind: "shares";
  readonly shares: readonly ShareClaim[];
  /** In how many ways the parts may be read. */
  readonly readings: number;
  /** Name of the whole. */
  readonly wholeName: string;
  /** Place of the whole, `null` where it is not printed. */
  readonly whole: number | null;
}

const anyWhole: Bounds = { low: 1, high: Infinity };

/**
 * The checks of the shares of a table.
 *
 * @param table - The table.
 */
export function shareChecks(table: ClaimTable): readonly ShareCheck[] {
  const groups: ShareClaim[][] = [];
  const ofWhole = new Map<string, ShareClaim[]>();
  for (const share of table.shares) {
    const { whole, wholeName, readings } = share;
    const group = whole !== null && readings.length === 1 ? undefined : ofWhole.get(wholeName);
    if (group !== undefined) {
      group.push(share);
      continue;
    }
    const begun = [share];
    groups.push(begun);
    if (whole === null || readings.length > 1) ofWhole.set(wholeName, begun);
  }
  return groups.map(shareCheck);
}

function shareCheck(shares: readonly ShareClaim[]): ShareCheck {
  const { whole, wholeName } = shares[0] as ShareClaim;
  let readings = 1;
  const places = new Set<number>();
  for (const share of shares) {
    readings = Math.max(readings, share.readings.length);
    for (const place of share.readings) places.add(place);
    places.add(share.rate);
  }
  if (whole !== null) places.add(whole);
  const check: ShareCheck = {
    kind: "shares",
    claims: shares.map(({ path }) => path),
    places: [...places],
    canPass: whole !== null || shares.length > 1,
    shares,
    readings,
    wholeName,
    whole,
    holds: (numbers) => {
      let found: CheckResult = false;
      for (let reading = 0; reading < readings; reading++) {
        const result = readingHolds(check, reading, numbers);
        if (result === true) return result;
        // A reading in which there is nothing to check cannot be excluded.
        if (result === null) found = null;
      }
      return found;
    },
    fitting: (place, numbers) => Array.from({ length: readings }, (_, reading) => fittingRead(check, reading, place, numbers)),
  };
  return check;
}

/**
 * The place of the part of a share in one reading.
 *
 * @param share - The share.
 * @param reading - The reading; a share that has only one has it in all.
 */
export function partPlace(share: ShareClaim, reading: number): number {
  return (share.readings.length === 1 ? share.readings[0] : share.readings[reading]) as number;
}

/**
 * The number at a place.
 *
 * @param numbers - The numbers of a table.
 * @param place - The place.
 */
export function amountAt(numbers: TableNumbers, place: number): number {
  return numbers.amounts[place] as number;
}

/**
 * The percentage at a place.
 *
 * @param numbers - The numbers of a table.
 * @param place - The place.
 */
export function rateAt(numbers: TableNumbers, place: number): PrintedRate {
  return { units: numbers.amounts[place] as number, decimals: numbers.decimals[place] as number };
}

/**
 * Whether the shares of a check hold when they are read in one way; `null` where there is nothing to check.
 *
 * @param check - The check.
 * @param reading - The reading.
 * @param numbers - The numbers of the table.
 */
export function readingHolds(check: ShareCheck, reading: number, numbers: TableNumbers): CheckResult {
  if (check.whole === null) {
    return !hasCommonWhole(check, reading, numbers) ? false : check.canPass ? true : null;
  }
  const whole = amountAt(numbers, check.whole);
  let found: CheckResult = null;
  for (const share of check.shares) {
    const part = amountAt(numbers, partPlace(share, reading));
    // 0 of 0 is no check.
    if (part === 0 && whole === 0) continue;
    if (part > whole || !roundsTo(part, whole, rateAt(numbers, share.rate))) return false;
    found = true;
  }
  return found;
}

/**
 * The whole numbers that the unprinted whole of some shares can be.
 *
 * @param check - The check.
 * @param reading - How its parts are read.
 * @param numbers - The numbers of the table.
 * @param without - The place of a number whose shares are left out.
 */
export function commonWhole(check: ShareCheck, reading: number, numbers: TableNumbers, without?: number): Bounds {
  let common = anyWhole;
  for (const share of check.shares) {
    const part = partPlace(share, reading);
    if (part === without || share.rate === without) continue;
    common = intersection(common, wholesOf(amountAt(numbers, part), rateAt(numbers, share.rate)));
  }
  return common;
}

function hasCommonWhole(check: ShareCheck, reading: number, numbers: TableNumbers): boolean {
  const { low, high } = commonWhole(check, reading, numbers);
  if (low <= Number.MAX_SAFE_INTEGER) return low <= high;
  // Beyond 2^53 the bounds are rounded.
  const exact = check.shares.map((share) => exactWholesOf(amountAt(numbers, partPlace(share, reading)), rateAt(numbers, share.rate)));
  return exact.every((one) => exact.every((other) => other.high === null || one.low <= other.high));
}

function fittingRead(check: ShareCheck, reading: number, place: number, numbers: TableNumbers): Bounds {
  const isWhole = check.whole === place;
  const wholes = check.whole === null || isWhole ? commonWhole(check, reading, numbers, place) : exactly(amountAt(numbers, check.whole));
  if (wholes.low > wholes.high) return nothing;
  let fitting: Bounds = isWhole ? wholes : { low: 0, high: Infinity };
  let isRead = isWhole;
  for (const share of check.shares) {
    const part = partPlace(share, reading);
    if (part === place) {
      isRead = true;
      // A part of itself is all of it, whatever its value.
      if (!isWhole) fitting = intersection(fitting, partsOf(wholes, rateAt(numbers, share.rate)));
    } else if (share.rate === place) {
      isRead = true;
      const counted = amountAt(numbers, part);
      const possible = intersection(wholes, { low: counted, high: Infinity });
      fitting = intersection(fitting, possible.low > possible.high || wholes.low < 1 ? nothing : ratesOf(counted, possible, rateAt(numbers, place).decimals));
    }
  }
  // In this reading the number plays no part, so it can mend nothing.
  return isRead ? fitting : nothing;
}

function exactly(value: number): Bounds {
  return { low: value, high: value };
}
