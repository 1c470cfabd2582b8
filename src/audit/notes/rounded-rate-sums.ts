import { appendTo } from "../../core/append-to.js";
import { remainder } from "../addition-check.js";
import { sentence } from "../audit-text.js";
import type { CheckedTable } from "../checked-table.js";
import type { ClaimTable, ShareClaim } from "../claim-table.js";
import type { Finding } from "../claims.js";
import { amountAt, rateAt, readingHolds, type ShareCheck } from "../share-check.js";

/** A share whose percentage should be the signed sum of others of the same whole. */
interface RateAddition {
  readonly total: ShareClaim;
  readonly terms: readonly { readonly sign: 1 | -1; readonly share: ShareClaim }[];
}

/**
 * Rates that were added up after rounding, and rates that add up only before it.
 *
 * @param checked - The table with its checks.
 */
export function roundedRateSums(checked: CheckedTable): readonly Finding[] {
  const { table } = checked;
  if (table.shares.length < 2 || table.additions.length + table.rateSums.length === 0) return [];
  const wrong = wrongShares(checked);
  return rateAdditions(checked).flatMap((addition): Finding[] => {
    const shares = [addition.total, ...addition.terms.map(({ share }) => share)];
    const found = shares.filter((share) => wrong.has(share));
    const [culprit] = found;
    const adds = printedDifference(addition, table) === 0n;
    const rate = (share: ShareClaim): ReturnType<typeof rateAt> => rateAt(table.numbers, share.rate);
    const claims = shares.map(({ path }) => path);
    if (adds && culprit !== undefined && found.length === 1) {
      return [{
        code: "sum-of-rounded-rates",
        severity: "note",
        claims,
        computed: null,
        ...sentence(
          ({ percent }) => `${percent(rate(culprit))} được tính bằng cách cộng, trừ các tỷ lệ đã làm tròn; phải tính từ số đếm.`,
          ({ percent }) => `${percent(rate(culprit))} was worked out by adding or subtracting rounded percentages; it must be worked out from the counts.`,
        ),
      }];
    }
    if (adds || culprit !== undefined) return [];
    return [{
      code: "only-unrounded-rates-add",
      severity: "note",
      claims,
      computed: null,
      ...sentence(
        ({ percent }) => `${percent(rate(addition.total))} không bằng tổng (hiệu) các tỷ lệ đã in, nhưng đúng khi tính từ tỷ lệ chưa làm tròn.`,
        ({ percent }) => `${percent(rate(addition.total))} is not the sum or difference of the percentages as printed, but right from unrounded ones.`,
      ),
    }];
  });
}

/** Additions that hold: counts or rates that do not add up say nothing of how the rates were worked out. */
function rateAdditions({ table, checks, results }: CheckedTable): readonly RateAddition[] {
  const byPart = new Map<number, ShareClaim[]>();
  for (const share of table.shares) if (share.readings.length === 1) appendTo(byPart, share.readings[0] as number, share);
  const found: RateAddition[] = [];
  for (const addition of table.additions) {
    const totals = byPart.get(addition.total);
    if (totals === undefined || remainder(addition, table.numbers) !== 0n) continue;
    for (const total of totals) {
      const terms = addition.terms.map(({ sign, place }) => ({ sign, share: byPart.get(place)?.find(({ wholeName }) => wholeName === total.wholeName) }));
      if (terms.every((term): term is RateAddition["terms"][number] => term.share !== undefined)) found.push({ total, terms });
    }
  }
  const shareAt = (place: number): ShareClaim => table.shares[place - table.names.length] as ShareClaim;
  for (const [index, check] of checks.entries()) {
    if (check.kind !== "rate-sum" || results[index] === false) continue;
    const { total, terms } = check.claim;
    found.push({ total: shareAt(total), terms: terms.map((place) => ({ sign: 1, share: shareAt(place) })) });
  }
  return found;
}

/** The signed terms without the total, as printed. */
function printedDifference({ total, terms }: RateAddition, { numbers }: ClaimTable): bigint {
  const positive = terms.filter(({ sign }) => sign === 1).map(({ share }) => share.rate);
  const negative = terms.filter(({ sign }) => sign === -1).map(({ share }) => share.rate);
  const rates = [total.rate, ...positive, ...negative];
  const decimals = Math.max(...rates.map((place) => numbers.decimals[place] ?? 0));
  const finest = (place: number): bigint => BigInt(amountAt(numbers, place)) * 10n ** BigInt(decimals - (numbers.decimals[place] ?? 0));
  const sum = (places: readonly number[]): bigint => places.reduce((found, place) => found + finest(place), 0n);
  return sum(positive) - sum(negative) - finest(total.rate);
}

/** The shares that are wrong by their counts; of an unprinted whole the one without which the others fit. */
function wrongShares({ table, checks, results }: CheckedTable): ReadonlySet<ShareClaim> {
  const wrong = new Set<ShareClaim>();
  if (!results.includes(false)) return wrong;
  for (const [index, check] of checks.entries()) {
    if (check.kind !== "shares" || results[index] !== false) continue;
    const alone = check.whole !== null || check.shares.length < 3 ? [] : check.shares.filter((share) => fitsWithout(check, share, table));
    for (const share of alone.length === 1 ? alone : check.shares) wrong.add(share);
  }
  return wrong;
}

function fitsWithout(check: ShareCheck, share: ShareClaim, { numbers }: ClaimTable): boolean {
  return readingHolds({ ...check, shares: check.shares.filter((each) => each !== share) }, 0, numbers) !== false;
}
