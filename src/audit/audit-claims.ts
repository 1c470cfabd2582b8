import { auditChecks, type AuditCheck } from "./audit-checks.js";
import { sentence } from "./audit-text.js";
import type { CheckResult } from "./check.js";
import type { CheckedTable } from "./checked-table.js";
import { checkError } from "./check-errors.js";
import { claimTable, type ClaimTable } from "./claim-table.js";
import type { AuditVerdict, Claims, Finding, WholeInterval } from "./claims.js";
import { finite } from "./implied-total.js";
import { balanceRemainders } from "./notes/balance-remainders.js";
import { householdSizes } from "./notes/household-sizes.js";
import { impossibleRates } from "./notes/impossible-rates.js";
import { nearNames } from "./notes/near-names.js";
import { readingNotes } from "./notes/reading-notes.js";
import { roundedRateSums } from "./notes/rounded-rate-sums.js";
import { rowSums } from "./notes/row-sums.js";
import { wholeSums } from "./notes/whole-sums.js";
import { commonWhole, partPlace, readingHolds, type ShareCheck } from "./share-check.js";

/** What an audit finds of one table. */
export interface Audit {
  /** `inconsistent` if any check fails, else `consistent` if any could be made, else `not-checkable`. */
  readonly verdict: AuditVerdict;
  /** Errors in the order of the checks, then warnings and notes, which never change the verdict. */
  readonly findings: readonly Finding[];
  /**
   * What the totals without a printed value can be, by name; a total that nothing below 2⁵³ fits is left out. Where the parts may
   * be read in several ways, all of them that fit are within.
   */
  readonly implied: Readonly<Record<string, WholeInterval>>;
  /** Names of the counts that no check has used: a consistent table says nothing about them. */
  readonly unchecked: readonly string[];
  /** Whether the table rounds its counts; then nothing was checked, and what is implied is only near. */
  readonly approximate: boolean;
}

/**
 * Finds what cannot be true in a published table, and says why.
 *
 * @param claims - The table as data.
 * @returns The verdict, which only errors decide, and what helps to find the place.
 * @throws {@link PovertyStandardError} `invalid-input` with the path of what is no claim; a table that contradicts itself
 *   is no such error.
 * @source A percentage is printed to half a unit of its last digit, both ends allowed; everything else is equality. Exact
 *   integer arithmetic.
 *
 * @example
 * Hà Tĩnh city, end of 2023: are 1.22 % and 1.78 % shares of households or of persons?
 * ```ts
 * const audit = auditClaims({
 *   values: { poor: 377, poor_people: 943, near: 549, near_people: 1829 },
 *   shares: [
 *     { part: ["poor", "poor_people"], whole: "residents", printed: "1.22" },
 *     { part: ["near", "near_people"], whole: "residents", printed: "1.78" },
 *   ],
 * });
 * audit.verdict; // => "consistent"
 * audit.implied; // => { residents: [30776, 30929] }
 * audit.findings[0]?.en; // => "The percentages of residents are shares of households (poor, near), not of persons (poor_people, near_people): only so do they fit one total, from 30,776 to 30,929."
 * ```
 */
export function auditClaims(claims: Claims): Audit {
  return auditTable(claimTable(claims));
}

/**
 * The audit of claims that were checked already.
 *
 * @param table - The table.
 */
export function auditTable(table: ClaimTable): Audit {
  const checks = auditChecks(table);
  const implied = impliedWholes(checks, table);
  if (table.approximate) {
    return { verdict: "not-checkable", findings: [approximateNote(), ...nearNames(table)], implied, unchecked: table.names, approximate: true };
  }
  const results = checks.map((check) => check.holds(table.numbers));
  const checked = { table, checks, results };
  return { verdict: verdictOf(results), findings: findingsOf(checked), implied, unchecked: uncheckedNames(checked), approximate: false };
}

function verdictOf(results: readonly CheckResult[]): AuditVerdict {
  return results.includes(false) ? "inconsistent" : results.includes(true) ? "consistent" : "not-checkable";
}

function findingsOf(checked: CheckedTable): readonly Finding[] {
  const { checks, results, table } = checked;
  const errors = results.includes(false) ? checks.filter((_, index) => results[index] === false).map((check) => checkError(check, table)) : [];
  const asides = [
    ...readingNotes(checked),
    ...impossibleRates(checked),
    ...roundedRateSums(checked),
    ...rowSums(table),
    ...wholeSums(checked),
    ...householdSizes(table),
    ...nearNames(table),
    ...balanceRemainders(table),
  ];
  if (asides.length === 0) return errors;
  const warnings = asides.filter(({ severity }) => severity === "warning");
  return [...errors, ...warnings, ...asides.filter(({ severity }) => severity !== "warning")];
}

function approximateNote(): Finding {
  return {
    code: "approximate",
    severity: "note",
    claims: [],
    computed: null,
    ...sentence(
      () => "Bảng ghi số gần đúng, nên không kiểm tra; các tổng suy ra cũng chỉ là gần đúng.",
      () => "The table rounds its counts, so nothing was checked, and the totals that it implies are only near.",
    ),
  };
}

function impliedWholes(checks: readonly AuditCheck[], { numbers }: ClaimTable): Readonly<Record<string, WholeInterval>> {
  const implied: [name: string, bounds: WholeInterval][] = [];
  for (const check of checks) {
    if (check.kind !== "shares" || check.whole !== null) continue;
    const hull = { low: Infinity, high: -Infinity };
    for (let reading = 0; reading < check.readings; reading++) {
      const { low, high } = commonWhole(check, reading, numbers);
      if (low > high || low > Number.MAX_SAFE_INTEGER) continue;
      hull.low = Math.min(low, hull.low);
      hull.high = Math.max(high, hull.high);
    }
    if (hull.low <= hull.high) implied.push([check.wholeName, [hull.low, finite(hull)]]);
  }
  // Makes own properties, also of a name like "__proto__".
  return Object.fromEntries(implied);
}

/** A check of shares that fits one reading of several has said nothing about the counts of the others. */
function uncheckedNames({ table, checks, results }: CheckedTable): readonly string[] {
  const checked = table.names.map(() => false);
  for (const [index, check] of checks.entries()) {
    if (results[index] === null) continue;
    const places = check.kind === "shares" && results[index] === true ? placesOfFittingReadings(check, table) : check.places;
    for (const place of places) checked[place] = true;
  }
  return table.names.filter((_, place) => checked[place] !== true);
}

function placesOfFittingReadings(check: ShareCheck, { numbers }: ClaimTable): readonly number[] {
  if (check.readings === 1) return check.places;
  const places = check.whole === null ? [] : [check.whole];
  for (let reading = 0; reading < check.readings; reading++) {
    if (readingHolds(check, reading, numbers) === true) places.push(...check.shares.map((share) => partPlace(share, reading)));
  }
  return places;
}
