import type { AuditVerdict, Claims, PrintedBalance, PrintedRateSum, PrintedShare, PrintedSum } from "../../src/audit/claims.js";

/**
 * The checks of the contract, written a second time: whole numbers of any size, nothing divided, nothing shared with
 * the sources but the type of a table. The least and the greatest whole are found by halving, straight from what
 * "within half a unit" says of one whole.
 */

/** What a check finds; `null` where there is nothing to check. */
export type Found = boolean | null;

interface Rate {
  /** All digits. */
  readonly digits: bigint;
  /** 10 to the number of decimals. */
  readonly scale: bigint;
}

type Counts = ReadonlyMap<string, bigint>;

function rateOf(printed: string): Rate {
  const [whole = "", decimals = ""] = printed.split(".");
  return { digits: BigInt(whole + decimals), scale: 10n ** BigInt(decimals.length) };
}

/** Whether `100·part/whole` lies more than half a unit of the last digit above the percentage. */
const above = (part: bigint, whole: bigint, { digits, scale }: Rate): boolean => 2n * (100n * part * scale - digits * whole) > whole;

/** Whether it lies more than half a unit below. */
const below = (part: bigint, whole: bigint, { digits, scale }: Rate): boolean => 2n * (digits * whole - 100n * part * scale) > whole;

/** A count as a percentage of a count. */
function shareHolds(part: bigint, whole: bigint, printed: string): Found {
  if (whole === 0n) return part === 0n ? null : false;
  const rate = rateOf(printed);
  return part <= whole && !above(part, whole, rate) && !below(part, whole, rate);
}

/** Past every whole that a percentage of 15 digits can need. */
const endless = 1n << 90n;

/** The least number from 1 on that meets a condition which every greater one meets. */
function least(meets: (number: bigint) => boolean): bigint {
  let [under, from] = [0n, 1n];
  while (from < endless && !meets(from)) [under, from] = [from, from * 2n];
  while (from - under > 1n) {
    const middle = (under + from) >> 1n;
    if (meets(middle)) from = middle;
    else under = middle;
  }
  return from;
}

/** The whole numbers, no less than each part, of which all parts have their percentages; `null` when there is none. */
export function commonWholes(shares: readonly { readonly part: bigint; readonly printed: string }[]): { low: bigint; high: bigint | null } | null {
  const rates = shares.map(({ part, printed }) => ({ part, rate: rateOf(printed) }));
  const low = least((whole) => rates.every(({ part, rate }) => whole >= part && !above(part, whole, rate)));
  const past = least((whole) => rates.some(({ part, rate }) => below(part, whole, rate)));
  if (low >= past) return null;
  return { low, high: past === endless ? null : past - 1n };
}

const nameOf = (name: string): string => name.normalize("NFC");

/** The shares of one whole, in each way to read their parts; a part with one name is the same in all. */
function sharesOfOneWhole(whole: string, shares: readonly PrintedShare[], counts: Counts): Found {
  const readings = Math.max(...shares.map(({ part }) => (typeof part === "string" ? 1 : part.length)));
  const partIn = ({ part }: PrintedShare, reading: number): bigint => counts.get(nameOf(typeof part === "string" ? part : part.length === 1 ? part[0]! : part[reading]!))!;
  const printedWhole = counts.get(whole);
  const found = Array.from({ length: readings }, (_, reading): Found => {
    const parts = shares.map((share) => ({ part: partIn(share, reading), printed: share.printed }));
    if (printedWhole === undefined) return commonWholes(parts) === null ? false : parts.length > 1 ? true : null;
    const each = parts.map(({ part, printed }) => shareHolds(part, printedWhole, printed));
    return each.includes(false) ? false : each.includes(true) ? true : null;
  });
  return found.includes(true) ? true : found.includes(null) ? null : false;
}

const sumHolds = ({ total, parts }: PrintedSum, counts: Counts): Found =>
  counts.get(nameOf(total)) === parts.reduce((sum, part) => sum + counts.get(nameOf(part))!, 0n);

function balanceHolds({ closing, terms, complete }: PrintedBalance, counts: Counts): Found {
  if (complete === false) return null;
  return counts.get(nameOf(closing)) === terms.reduce((sum, [sign, name]) => sum + BigInt(sign) * counts.get(nameOf(name))!, 0n);
}

/** All on one scale of 10⁻¹⁵, doubled, so that half a unit is a whole number. */
function ratesAdd({ total, terms }: PrintedRateSum, shares: readonly PrintedShare[]): Found {
  const fine = 10n ** 15n;
  const rate = (index: number): Rate => rateOf(shares[index]!.printed);
  const amount = ({ digits, scale }: Rate): bigint => (2n * digits * fine) / scale;
  const half = ({ scale }: Rate): bigint => fine / scale;
  const difference = terms.reduce((left, index) => left - amount(rate(index)), amount(rate(total)));
  const allowed = terms.reduce((sum, index) => sum + half(rate(index)), half(rate(total)));
  return (difference < 0n ? -difference : difference) <= allowed;
}

/**
 * What every check of a table finds, in the order of the claims.
 *
 * A printed whole whose parts can be read in one way only makes one check for each share; one that can be read in
 * several, or that is not printed, makes one check for all of its shares.
 */
export function checksByTheContract(claims: Claims): readonly Found[] {
  if (claims.approximate === true) return [];
  const counts = new Map(Object.entries(claims.values).map(([name, count]) => [nameOf(name), BigInt(count)]));
  const shares = claims.shares ?? [];
  const wholes = [...new Set(shares.map(({ whole }) => nameOf(whole)))];
  return [
    ...wholes.flatMap((whole) => {
      const own = shares.filter((share) => nameOf(share.whole) === whole);
      const apart = counts.has(whole) && own.every(({ part }) => typeof part === "string" || part.length === 1);
      return (apart ? own.map((share) => [share]) : [own]).map((group) => sharesOfOneWhole(whole, group, counts));
    }),
    ...(claims.sums ?? []).map((sum) => sumHolds(sum, counts)),
    ...(claims.balances ?? []).map((balance) => balanceHolds(balance, counts)),
    ...(claims.rateSums ?? []).map((sum) => ratesAdd(sum, shares)),
  ];
}

/** The verdict that follows from them. */
function verdictOf(checks: readonly Found[]): AuditVerdict {
  return checks.includes(false) ? "inconsistent" : checks.includes(true) ? "consistent" : "not-checkable";
}

/** The verdict on a table. */
export function verdictByTheContract(claims: Claims): AuditVerdict {
  return verdictOf(checksByTheContract(claims));
}
