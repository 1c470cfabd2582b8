import { checkedList, checkedRecord, unexpected, type CheckedRecord } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";
import { shownKey } from "../core/kind-of.js";
import { nearestName } from "../core/nearest-name.js";
import type { AuditVerdict, Claims } from "./claims.js";
import { checkedRate } from "./printed-rate.js";

/** A share after the check: places of numbers instead of names. */
export interface ShareClaim {
  /** `shares[1]`. */
  readonly path: string;
  /** Places of the counts that the part may be; more than one where the table does not say which. */
  readonly readings: readonly number[];
  /** Name of the whole. */
  readonly wholeName: string;
  /** Place of the whole, `null` where its value is not printed. */
  readonly whole: number | null;
  /** Place of the percentage. */
  readonly rate: number;
}

/** A total and its signed terms: a sum or a balance. */
export interface AdditionClaim {
  /** `sums[0]` or `balances[0]`. */
  readonly path: string;
  readonly kind: "sum" | "balance";
  /** Place of the total. */
  readonly total: number;
  readonly terms: readonly { readonly sign: 1 | -1; readonly place: number }[];
  /** Whether nothing may be left over. */
  readonly complete: boolean;
}

/** A total rate and its terms, as places of percentages. */
export interface RateSumClaim {
  readonly path: string;
  readonly total: number;
  readonly terms: readonly number[];
}

/**
 * The numbers of a table: the counts in the order of `values`, then the percentages in the order of `shares`. Where a
 * repair is tried, they change; nothing else of the table does.
 */
export interface TableNumbers {
  /** A count, or a percentage in units of its last digit. */
  readonly amounts: number[];
  /** The decimals of a percentage; 0 for a count. */
  readonly decimals: number[];
}

/** Claims after the check. */
export interface ClaimTable {
  /** The names of the counts; a name's place is its number's. */
  readonly names: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  readonly numbers: TableNumbers;
  readonly shares: readonly ShareClaim[];
  readonly additions: readonly AdditionClaim[];
  readonly rateSums: readonly RateSumClaim[];
  readonly approximate: boolean;
}

/** The keys of a table of claims. */
export const claimKeys: ReadonlySet<keyof Claims> = /* @__PURE__ */ new Set<keyof Claims>([
  "id", "area", "level", "period", "source", "values", "shares", "sums", "balances", "rateSums", "approximate", "expect", "meta",
]);
const shareKeys: ReadonlySet<string> = /* @__PURE__ */ new Set(["part", "whole", "printed"]);
const sumKeys: ReadonlySet<string> = /* @__PURE__ */ new Set(["total", "parts"]);
const balanceKeys: ReadonlySet<string> = /* @__PURE__ */ new Set(["closing", "terms", "complete"]);
const rateSumKeys: ReadonlySet<string> = /* @__PURE__ */ new Set(["total", "terms"]);

const verdicts: readonly (AuditVerdict | undefined | null)[] = ["consistent", "inconsistent", "not-checkable", undefined, null];

/**
 * Checks the claims of a table and puts places in the stead of names.
 *
 * @param claims - What came.
 * @throws {@link PovertyStandardError} `invalid-input` with the path of what is wrong; a name without a value that is no
 *   whole is wrong too.
 */
export function claimTable(claims: unknown): ClaimTable {
  const record = checkedRecord(claims, claimKeys, "key of a table of claims");
  checkCarried(record);
  const places = new Map<string, number>();
  const amounts = valuesOf(record.values, places);
  const counts = amounts.length;
  const decimals = amounts.map(() => 0);
  const shares = listOf(record.shares, "shares", (share, index) => {
    const { part, whole, printed } = checkedRecord(share, shareKeys, "key of a share");
    const wholeName = nameOf(whole, "whole", places);
    const rate = checkedRate(printed, "printed");
    amounts.push(rate.units);
    decimals.push(rate.decimals);
    return { path: `shares[${index}]`, readings: readingsOf(part, places), wholeName, whole: places.get(wholeName) ?? null, rate: counts + index };
  });
  checkReadings(shares);
  return {
    names: [...places.keys()],
    places,
    numbers: { amounts, decimals },
    shares,
    additions: [
      ...listOf(record.sums, "sums", (sum, index) => sumOf(sum, `sums[${index}]`, places)),
      ...listOf(record.balances, "balances", (balance, index) => balanceOf(balance, `balances[${index}]`, places)),
    ],
    rateSums: listOf(record.rateSums, "rateSums", (sum, index) => rateSumOf(sum, `rateSums[${index}]`, counts, shares.length)),
    approximate: flag(record.approximate, "approximate") ?? false,
  };
}

function checkCarried({ id, area, level, period, source, expect }: CheckedRecord<keyof Claims>): void {
  if (id !== undefined && id !== null && typeof id !== "string" && !Number.isSafeInteger(id)) throw unexpected("id", "expected text or a whole number", id);
  checkText(area, "area");
  checkText(level, "level");
  checkText(period, "period");
  checkText(source, "source");
  if (!verdicts.includes(expect as AuditVerdict)) throw unexpected("expect", "expected consistent, inconsistent or not-checkable", expect);
}

function checkText(value: unknown, path: string): void {
  if (value !== undefined && value !== null && typeof value !== "string") throw unexpected(path, "expected text", value);
}

/** Reads the counts; the names go into `places` in their order. */
function valuesOf(values: unknown, places: Map<string, number>): number[] {
  // A Map has no keys of its own: it would be read as an empty table.
  if (typeof values !== "object" || values === null || Symbol.iterator in values) throw unexpected("values", "expected an object of counts", values);
  return Object.entries(values as Record<string, unknown>).map(([key, value], place) => {
    const name = key.normalize("NFC");
    if (places.has(name)) throw new PovertyStandardError("invalid-input", "expected each name once; two spellings of it are the same letters", pathOfValue(name));
    places.set(name, place);
    return isCount(value) ? value : wholeNumber(value, pathOfValue(name));
  });
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function wholeNumber(value: unknown, path: string | null, most = Number.MAX_SAFE_INTEGER): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0 || value > most) {
    throw unexpected(path, most === Number.MAX_SAFE_INTEGER ? "expected a whole number of 0 or more, below 2^53" : `expected a whole number from 0 to ${most}`, value);
  }
  return value === 0 ? 0 : value;
}

/**
 * The path of a count, by its name also in errors, since names of counts are labels of a published table: `values.poor`, or `values["TP Kon Tum"]` where the name is more than a word.
 *
 * @param name - The name.
 */
export function pathOfValue(name: string): string {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name) ? `values.${name}` : `values[${JSON.stringify(name)}]`;
}

function listOf<Element>(list: unknown, name: string, read: (element: unknown, index: number) => Element): Element[] {
  return list === undefined || list === null ? [] : checkedList(list, name, read);
}

function nameOf(value: unknown, path: string | null, places: ReadonlyMap<string, number>): string {
  if (typeof value !== "string") throw unexpected(path, "expected a name", value);
  // What is a name already need not be composed again.
  return places.has(value) ? value : value.normalize("NFC");
}

function placeOf(value: unknown, path: string | null, places: ReadonlyMap<string, number>): number {
  const name = nameOf(value, path, places);
  const place = places.get(name);
  if (place !== undefined) return place;
  const near = nearestName(name, places.keys());
  const nearest = near === null || !shownKey(near).startsWith('"') ? "" : `; the nearest is ${shownKey(near)}`;
  throw new PovertyStandardError("invalid-input", `expected a name that has a value in values${nearest}`, path);
}

function readingsOf(part: unknown, places: ReadonlyMap<string, number>): readonly number[] {
  if (!Array.isArray(part)) return [placeOf(part, "part", places)];
  if (part.length === 0) throw unexpected("part", "expected a name or at least one of them", part);
  return checkedList(part, "part", (name) => placeOf(name, null, places));
}

/** "The same place counts within one whole", so lists of names must be equally long there. */
function checkReadings(shares: readonly ShareClaim[]): void {
  const lengths = new Map<string, number>();
  for (const { path, wholeName, readings } of shares) {
    if (readings.length === 1) continue;
    const length = lengths.get(wholeName) ?? readings.length;
    if (length !== readings.length) {
      throw new PovertyStandardError("invalid-input", `expected ${length} names, as many as before for the same whole; got ${readings.length}`, `${path}.part`);
    }
    lengths.set(wholeName, length);
  }
}

function sumOf(sum: unknown, path: string, places: ReadonlyMap<string, number>): AdditionClaim {
  const { total, parts } = checkedRecord(sum, sumKeys, "key of a sum");
  const terms = checkedList(parts, "parts", (part) => ({ sign: 1 as const, place: placeOf(part, null, places) }));
  if (terms.length === 0) throw unexpected("parts", "expected at least one name", parts);
  return { path, kind: "sum", total: placeOf(total, "total", places), terms, complete: true };
}

function balanceOf(balance: unknown, path: string, places: ReadonlyMap<string, number>): AdditionClaim {
  const { closing, terms: list, complete } = checkedRecord(balance, balanceKeys, "key of a balance");
  const terms = checkedList(list, "terms", (term) => {
    const [sign, name] = Array.isArray(term) && term.length === 2 ? (term as [unknown, unknown]) : [];
    if (sign !== 1 && sign !== -1) throw unexpected(null, "expected 1 or -1 and a name", term);
    return { sign, place: placeOf(name, null, places) } as const;
  });
  if (terms.length === 0) throw unexpected("terms", "expected at least one signed name", list);
  return { path, kind: "balance", total: placeOf(closing, "closing", places), terms, complete: flag(complete, "complete") ?? true };
}

function rateSumOf(sum: unknown, path: string, counts: number, shares: number): RateSumClaim {
  const { total, terms: list } = checkedRecord(sum, rateSumKeys, "key of a sum of rates");
  if (shares === 0) throw new PovertyStandardError("invalid-input", "expected shares to add up; the table has none");
  const terms = checkedList(list, "terms", (term) => counts + wholeNumber(term, null, shares - 1));
  if (terms.length === 0) throw unexpected("terms", "expected at least one place in shares", list);
  return { path, total: counts + wholeNumber(total, "total", shares - 1), terms };
}

function flag(value: unknown, path: string): boolean | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== "boolean") throw unexpected(path, "expected true or false", value);
  return value;
}
