import type { Check } from "./check.js";
import type { RateSumClaim, TableNumbers } from "./claim-table.js";
import { nothing, type Bounds } from "./rounding.js";
import { rateAt } from "./share-check.js";

/** Printed rates that add up to another one, but for what rounding has moved them. */
export interface RateSumCheck extends Check {
  readonly kind: "rate-sum";
  readonly claim: RateSumClaim;
}

/** A difference of percentages and how large rounding may make it, in units of the finest of them, halved. */
export interface RateDifference {
  /** The terms' sum without the total, twice, in units of `decimals`. */
  readonly twice: bigint;
  /** The half units added, twice. */
  readonly tolerance: bigint;
  /** The most decimals among the percentages. */
  readonly decimals: number;
}

/**
 * The check of a sum of rates: they may differ by the half units of all of them, the total's included.
 *
 * @param claim - The sum.
 */
export function rateSumCheck(claim: RateSumClaim): RateSumCheck {
  const places = [...new Set([claim.total, ...claim.terms])];
  return {
    kind: "rate-sum",
    claim,
    claims: [claim.path],
    places,
    canPass: true,
    holds: (numbers) => {
      const { twice, tolerance } = rateDifference(claim, numbers);
      return twice <= tolerance && -twice <= tolerance;
    },
    fitting: (place, numbers) => [fittingRate(claim, place, numbers)],
  };
}

/**
 * How far the terms are from the total.
 *
 * @param claim - The sum of rates.
 * @param numbers - The numbers of the table.
 */
export function rateDifference({ total, terms }: RateSumClaim, numbers: TableNumbers): RateDifference {
  const rates = [total, ...terms].map((place) => rateAt(numbers, place));
  const decimals = Math.max(...rates.map((rate) => rate.decimals));
  let twice = 0n;
  let tolerance = 0n;
  for (const [index, rate] of rates.entries()) {
    const unit = 10n ** BigInt(decimals - rate.decimals);
    tolerance += unit;
    twice += (index === 0 ? -2n : 2n) * unit * BigInt(rate.units);
  }
  return { twice, tolerance, decimals };
}

function fittingRate(claim: RateSumClaim, place: number, numbers: TableNumbers): Bounds {
  const { twice, tolerance, decimals } = rateDifference(claim, numbers);
  const rate = rateAt(numbers, place);
  const times = claim.terms.filter((term) => term === place).length - (claim.total === place ? 1 : 0);
  if (times === 0) return nothing;
  // twice + 2·unit·times·change must be from −tolerance to tolerance; both bounds are taken a little wide.
  const step = 2n * 10n ** BigInt(decimals - rate.decimals) * BigInt(times);
  const ends = [(-tolerance - twice) / step, (tolerance - twice) / step].map((change) => rate.units + Number(change));
  return { low: Math.max(0, Math.min(...ends) - 1), high: Math.max(...ends) + 1 };
}
