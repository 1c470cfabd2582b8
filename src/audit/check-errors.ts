import { percentText } from "../core/ratio.js";
import { remainder, type AdditionCheck } from "./addition-check.js";
import type { AuditCheck } from "./audit-checks.js";
import { sentence } from "./audit-text.js";
import type { ClaimTable, ShareClaim } from "./claim-table.js";
import type { Finding, FindingCode, WholeInterval } from "./claims.js";
import { finite } from "./implied-total.js";
import { rateText } from "./printed-rate.js";
import { rateDifference, type RateSumCheck } from "./rate-sum-check.js";
import { wholesOf, type Bounds } from "./rounding.js";
import { amountAt, partPlace, rateAt, type ShareCheck } from "./share-check.js";

/**
 * What a failed check has found.
 *
 * @param check - The check.
 * @param table - Its table.
 * @returns One error, or of shares that are read alike one error in all.
 */
export function checkError(check: AuditCheck, table: ClaimTable): Finding {
  if (check.kind === "addition") return additionError(check, table);
  if (check.kind === "rate-sum") return rateSumError(check, table);
  if (check.readings > 1) return readingsError(check, table);
  return check.whole === null ? unprintedWholeError(check, table) : printedWholeError(check, check.whole, table);
}

function printedWholeError({ shares, claims }: ShareCheck, wholePlace: number, { names, numbers }: ClaimTable): Finding {
  const share = shares[0] as ShareClaim;
  const partName = names[partPlace(share, 0)] ?? "";
  const part = amountAt(numbers, partPlace(share, 0));
  const whole = amountAt(numbers, wholePlace);
  const rate = rateAt(numbers, share.rate);
  const error = (code: FindingCode, computed: Finding["computed"], text: Pick<Finding, "vi" | "en">): Finding => ({ code, severity: "error", claims, computed, ...text });
  if (whole === 0) {
    return error("whole-is-zero", null, sentence(
      ({ count }) => `${partName} là ${count(part)}, nhưng ${share.wholeName} là 0: không thể có tỷ lệ.`,
      ({ count }) => `${partName} is ${count(part)}, but ${share.wholeName} is 0: there can be no percentage.`,
    ));
  }
  const computed = percentText({ numerator: part, denominator: whole }, rate.decimals);
  if (part > whole) {
    return error("part-exceeds-whole", computed, sentence(
      ({ count }) => `${partName} (${count(part)}) lớn hơn ${share.wholeName} (${count(whole)}), là tổng của nó.`,
      ({ count }) => `${partName} (${count(part)}) is more than ${share.wholeName} (${count(whole)}), the whole that it is a part of.`,
    ));
  }
  return error("share-differs", computed, sentence(
    ({ count, percent }) => `${partName} (${count(part)}) là ${percent(computed)} của ${share.wholeName} (${count(whole)}), không phải ${percent(rate)} như đã in.`,
    ({ count, percent }) => `${partName} (${count(part)}) is ${percent(computed)} of ${share.wholeName} (${count(whole)}), not ${percent(rate)} as printed.`,
  ));
}

function unprintedWholeError(check: ShareCheck, table: ClaimTable): Finding {
  const { names, numbers } = table;
  const fits = check.shares.map((share) => wholesOf(amountAt(numbers, partPlace(share, 0)), rateAt(numbers, share.rate)));
  const claimed = check.shares.map((share) => ({ name: names[partPlace(share, 0)] ?? "", part: amountAt(numbers, partPlace(share, 0)), rate: rateAt(numbers, share.rate) }));
  const isLone = check.shares.length === 1;
  return {
    code: isLone ? "no-whole-fits" : "no-common-whole",
    severity: "error",
    claims: check.claims,
    computed: fits.map(interval),
    ...sentence(
      ({ count, percent, range }) => {
        const each = claimed.map(({ name, part, rate }, index) => `tỷ lệ ${percent(rate)} của ${name} (${count(part)}) ứng với ${totalIn(fits[index], range, "một tổng không tồn tại", "tổng ")}`);
        return `${isLone ? `Không có số nguyên nào làm ${check.wholeName} cho tỷ lệ này` : `Không có một số ${check.wholeName} chung cho các tỷ lệ này`}: ${each.join("; ")}.`;
      },
      ({ count, percent, range }) => {
        const each = claimed.map(({ name, part, rate }, index) => `${percent(rate)} for ${name} (${count(part)}) needs ${totalIn(fits[index], range, "a total that does not exist", "a total ")}`);
        return `${isLone ? `No whole number as ${check.wholeName} gives this percentage` : `No one number of ${check.wholeName} gives all these percentages`}: ${each.join("; ")}.`;
      },
    ),
  };
}

function totalIn(fit: Bounds | undefined, range: (bounds: Bounds) => string, none: string, before: string): string {
  return fit === undefined || fit.low > fit.high ? none : before + range(fit);
}

/**
 * Some numbers as an answer gives them; `null` for none.
 *
 * @param bounds - The numbers.
 */
export function interval(bounds: Bounds): WholeInterval | null {
  return bounds.low > bounds.high ? null : [bounds.low, finite(bounds)];
}

function readingsError(check: ShareCheck, table: ClaimTable): Finding {
  const readings = Array.from({ length: check.readings }, (_, reading) => readingNames(check, reading, table));
  return {
    code: "no-reading-fits",
    severity: "error",
    claims: check.claims,
    computed: null,
    ...sentence(
      ({ names }) => `Các tỷ lệ trên ${check.wholeName} không khớp với cách đọc nào: ${readings.map(names).join("; ")}.`,
      ({ names }) => `The percentages of ${check.wholeName} fit no reading: ${readings.map(names).join("; ")}.`,
    ),
  };
}

/**
 * The names of the parts of some shares in one reading.
 *
 * @param check - The shares.
 * @param reading - The reading.
 * @param table - Their table.
 */
export function readingNames(check: ShareCheck, reading: number, table: ClaimTable): readonly string[] {
  return check.shares.map((share) => table.names[partPlace(share, reading)] ?? "");
}

function additionError({ claim, claims }: AdditionCheck, { names, numbers }: ClaimTable): Finding {
  const printed = BigInt(amountAt(numbers, claim.total));
  const rest = remainder(claim, numbers);
  const computed = printed - rest;
  const total = names[claim.total] ?? "";
  const isSum = claim.kind === "sum";
  const [gap, isMore] = rest < 0n ? [-rest, false] : [rest, true];
  return {
    code: isSum ? "sum-differs" : "balance-differs",
    severity: "error",
    claims,
    computed: Number(computed),
    ...sentence(
      ({ count }) => `${isSum ? "Các thành phần cộng lại là" : "Các khoản tăng, giảm cho kết quả"} ${count(computed)}, còn ${total} đã in là ${count(printed)}: ${isMore ? "thừa" : "thiếu"} ${count(gap)}.`,
      ({ count }) => `${isSum ? "The parts add up to" : "The terms lead to"} ${count(computed)}, but ${total} is printed as ${count(printed)}: ${count(gap)} too ${isMore ? "many" : "few"}.`,
    ),
  };
}

function rateSumError({ claim, claims }: RateSumCheck, { numbers }: ClaimTable): Finding {
  const { decimals } = rateDifference(claim, numbers);
  const finest = (place: number): bigint => {
    const rate = rateAt(numbers, place);
    return BigInt(rate.units) * 10n ** BigInt(decimals - rate.decimals);
  };
  const computed = rateText({ units: Number(claim.terms.reduce((sum, place) => sum + finest(place), 0n)), decimals });
  const printed = rateAt(numbers, claim.total);
  return {
    code: "rate-sum-differs",
    severity: "error",
    claims,
    computed,
    ...sentence(
      ({ percent }) => `Các tỷ lệ cộng lại là ${percent(computed)}, tỷ lệ chung đã in là ${percent(printed)}: chênh lệch lớn hơn mức mà làm tròn có thể gây ra.`,
      ({ percent }) => `The rates add up to ${percent(computed)}, the rate for all is printed as ${percent(printed)}: more apart than rounding can make them.`,
    ),
  };
}
