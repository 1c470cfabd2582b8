import { percentText } from "../../core/ratio.js";
import { groupedNumber, type Locale } from "../../core/text.js";
import { remainder } from "../addition-check.js";
import { auditChecks } from "../audit-checks.js";
import type { CheckResult } from "../check.js";
import { claimTable, pathOfValue, type AdditionClaim, type ClaimTable, type RateSumClaim, type ShareClaim } from "../claim-table.js";
import type { Claims } from "../claims.js";
import { rateText } from "../printed-rate.js";
import { rateDifference } from "../rate-sum-check.js";
import { amountAt, rateAt } from "../share-check.js";
import { written } from "./written.js";

/** A claim of a table as a row of a report. */
export interface ClaimRow {
  /** Path of the claim, as findings name it. */
  readonly path: string;
  /** What is claimed: a name, or how the number follows from others. */
  readonly claim: string;
  /** Terms that follow the claim; a list that can be long. */
  readonly terms: readonly string[];
  /** As printed. */
  readonly printed: string;
  /** The same worked out from the other numbers; empty where it cannot be. */
  readonly computed: string;
  /** Whether its check has passed; `null` where there was none. Of a count: `null` where no check has used it. */
  readonly holds: CheckResult;
}

/** Rows of one kind. */
export interface ClaimRows {
  readonly kind: "values" | "shares" | "sums" | "rateSums";
  readonly rows: readonly ClaimRow[];
}

/**
 * The claims of a table as rows, those of one kind together.
 *
 * @param claims - The table.
 * @param unchecked - Names of the counts that no check has used.
 * @param locale - The language of the numbers.
 */
export function claimRows(claims: Claims, unchecked: readonly string[], locale: Locale): readonly ClaimRows[] {
  const table = claimTable(claims);
  const results = new Map<string, CheckResult>();
  for (const check of table.approximate ? [] : auditChecks(table)) {
    const result = check.holds(table.numbers);
    for (const path of check.claims) results.set(path, result);
  }
  const holds = (path: string): CheckResult => results.get(path) ?? null;
  const idle = new Set(unchecked);
  const groups: readonly ClaimRows[] = [
    { kind: "values", rows: table.names.map((name, place) => valueRow(name, place, !idle.has(name), table, locale)) },
    { kind: "shares", rows: table.shares.map((share) => shareRow(share, table, locale, holds(share.path))) },
    { kind: "sums", rows: table.additions.map((addition) => additionRow(addition, table, locale, holds(addition.path))) },
    { kind: "rateSums", rows: table.rateSums.map((sum) => rateSumRow(sum, table, locale, holds(sum.path))) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

function valueRow(name: string, place: number, isUsed: boolean, { numbers }: ClaimTable, locale: Locale): ClaimRow {
  return { path: pathOfValue(name), claim: name, terms: [], printed: groupedNumber(amountAt(numbers, place), locale), computed: "", holds: isUsed ? true : null };
}

function shareRow(share: ShareClaim, table: ClaimTable, locale: Locale, holds: CheckResult): ClaimRow {
  const { path, readings, whole } = share;
  const { numbers } = table;
  const rate = rateAt(numbers, share.rate);
  const [part = 0] = readings;
  const denominator = whole === null ? 0 : amountAt(numbers, whole);
  const isComputed = readings.length === 1 && denominator > 0;
  const computed = isComputed ? percentText({ numerator: amountAt(numbers, part), denominator }, rate.decimals) : null;
  return {
    path, terms: [], holds,
    claim: shareName(share, table, locale),
    printed: written(locale, ({ percent }) => percent(rate)),
    computed: computed === null ? "" : written(locale, ({ percent }) => percent(computed)),
  };
}

function shareName({ readings, wholeName }: ShareClaim, { names }: ClaimTable, locale: Locale): string {
  const parts = readings.map((place) => names[place] ?? "").join(locale === "vi" ? " hoặc " : " or ");
  return `${parts} ${locale === "vi" ? "trên" : "of"} ${wholeName}`;
}

function additionRow(addition: AdditionClaim, { names, numbers }: ClaimTable, locale: Locale, holds: CheckResult): ClaimRow {
  const printed = amountAt(numbers, addition.total);
  const terms = addition.terms.map(({ sign, place }, index) => `${sign === -1 ? "− " : index === 0 ? "" : "+ "}${names[place] ?? ""}`);
  if (!addition.complete) terms.push(locale === "vi" ? "+ khoản không in" : "+ what is not printed");
  return {
    path: addition.path, holds, terms,
    claim: `${names[addition.total] ?? ""} =`,
    printed: groupedNumber(printed, locale),
    computed: groupedNumber(BigInt(printed) - remainder(addition, numbers), locale),
  };
}

function rateSumRow(sum: RateSumClaim, table: ClaimTable, locale: Locale, holds: CheckResult): ClaimRow {
  const { numbers, names, shares } = table;
  const { twice, decimals } = rateDifference(sum, numbers);
  const total = rateAt(numbers, sum.total);
  const units = BigInt(total.units) * 10n ** BigInt(decimals - total.decimals) + twice / 2n;
  const nameAt = (place: number): string => {
    const share = shares[place - names.length];
    return share === undefined ? "" : `% ${shareName(share, table, locale)}`;
  };
  return {
    path: sum.path, holds,
    claim: `${nameAt(sum.total)} =`,
    terms: sum.terms.map((place, index) => `${index === 0 ? "" : "+ "}${nameAt(place)}`),
    printed: written(locale, ({ percent }) => percent(total)),
    computed: written(locale, ({ percent }) => percent(rateText({ units: Number(units), decimals }))),
  };
}
