import type { Check } from "./check.js";
import type { AdditionClaim, TableNumbers } from "./claim-table.js";
import { nothing } from "./rounding.js";
import { amountAt } from "./share-check.js";

/** A sum, or a balance that nothing may be left over from: the total must be equal to the signed terms. */
export interface AdditionCheck extends Check {
  readonly kind: "addition";
  readonly claim: AdditionClaim;
}

/**
 * The check of a sum or a complete balance.
 *
 * @param claim - The sum or the balance.
 */
export function additionCheck(claim: AdditionClaim): AdditionCheck {
  // How often the number counts in "terms − total"; a name may stand on both sides.
  const factors = new Map<number, number>([[claim.total, -1]]);
  for (const { sign, place } of claim.terms) factors.set(place, (factors.get(place) ?? 0) + sign);
  return {
    kind: "addition",
    claim,
    claims: [claim.path],
    places: [...factors.keys()],
    canPass: true,
    holds: (numbers) => remainder(claim, numbers) === 0n,
    fitting: (place, numbers) => {
      const factor = BigInt(factors.get(place) ?? 0);
      const open = remainder(claim, numbers);
      if (factor === 0n || open % factor !== 0n) return [nothing];
      const value = Number(BigInt(amountAt(numbers, place)) + open / factor);
      return [Number.isSafeInteger(value) && value >= 0 ? { low: value, high: value } : nothing];
    },
  };
}

/**
 * The total without its signed terms: 0 where they add up, more where the terms are too few.
 *
 * @param claim - The sum or the balance.
 * @param numbers - The numbers of the table.
 */
export function remainder(claim: AdditionClaim, numbers: TableNumbers): bigint {
  let rest = amountAt(numbers, claim.total);
  for (const { sign, place } of claim.terms) {
    rest -= sign * amountAt(numbers, place);
    // Beyond 2^53 a number may be rounded.
    if (!Number.isSafeInteger(rest)) return exactRemainder(claim, numbers);
  }
  return BigInt(rest);
}

function exactRemainder({ total, terms }: AdditionClaim, numbers: TableNumbers): bigint {
  return terms.reduce((rest, { sign, place }) => rest - BigInt(sign) * BigInt(amountAt(numbers, place)), BigInt(amountAt(numbers, total)));
}
