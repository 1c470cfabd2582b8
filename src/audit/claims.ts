import type { LocalizedText } from "../core/text.js";

/** What an audit finds of a table. */
export type AuditVerdict = "consistent" | "inconsistent" | "not-checkable";

/** A printed percentage of a published table. */
export interface PrintedShare {
  /**
   * Name of the count that it is a share of the whole; or several names, of which one is meant and the table does not
   * say which: `["poor", "poor_people"]`. Within one whole the same place of the lists counts for all its shares.
   */
  readonly part: string | readonly string[];
  /** Name of the whole; it may be a name without a value, when the table does not print the total. */
  readonly whole: string;
  /** Percent as text, for example `46.66`: the number of decimals is part of the claim. At most 15 digits. */
  readonly printed: string;
}

/** A total and the counts that must add up to it. */
export interface PrintedSum {
  /** Name of the total. */
  readonly total: string;
  /** Names of the parts. */
  readonly parts: readonly string[];
}

/** A count at the end of a period and the signed counts that lead to it. */
export interface PrintedBalance {
  /** Name of the count at the end. */
  readonly closing: string;
  /** A sign and the name of a count, for example `[[1, "opening"], [-1, "escaped"]]`. */
  readonly terms: readonly (readonly [sign: 1 | -1, name: string])[];
  /** Whether the table prints every term; unless told, it does. With `false` a remainder is a note. */
  readonly complete?: boolean | null | undefined;
}

/** A printed rate that other printed rates must add up to, within the half units that rounding may have moved them. */
export interface PrintedRateSum {
  /** Place in `shares` of the total. */
  readonly total: number;
  /** Places in `shares` of the terms. */
  readonly terms: readonly number[];
}

/** A published table as data: what it prints and how its numbers hang together. */
export interface Claims {
  /** The caller's key. */
  readonly id?: string | number | null | undefined;
  /** Which area the table is about. */
  readonly area?: string | null | undefined;
  /** The level of the area in the caller's own word. */
  readonly level?: string | null | undefined;
  /** Which day or year it is about; it begins with the year. */
  readonly period?: string | null | undefined;
  /** Where it was published. */
  readonly source?: string | null | undefined;
  /** The counts by name: non-negative whole numbers below 2⁵³. Names are compared in Unicode's composed form (NFC). */
  readonly values: Readonly<Record<string, number>>;
  /** The percentages. */
  readonly shares?: readonly PrintedShare[] | null | undefined;
  /** Totals and their parts. */
  readonly sums?: readonly PrintedSum[] | null | undefined;
  /** Counts at the end of a period. */
  readonly balances?: readonly PrintedBalance[] | null | undefined;
  /** Rates that add up. */
  readonly rateSums?: readonly PrintedRateSum[] | null | undefined;
  /** Whether the table rounds its counts ("about 2.3 million"); then no check is made. */
  readonly approximate?: boolean | null | undefined;
  /** A verdict that somebody else reached; compared by whoever wants to, never used here. */
  readonly expect?: AuditVerdict | null | undefined;
  /** Anything that should come back with the answer. */
  readonly meta?: unknown;
}

/** Whole numbers from the first to the last, both included; `null` where there is no last. */
export type WholeInterval = readonly [low: number, high: number | null];

/**
 * What a finding is about.
 *
 * Errors, which alone decide the verdict:
 * - `share-differs`: a percentage is not that of its part and whole.
 * - `part-exceeds-whole`, `whole-is-zero`: a share that cannot be.
 * - `no-common-whole`: no whole number fits all shares of an unprinted total.
 * - `no-whole-fits`: no whole number fits the only share of an unprinted total.
 * - `no-reading-fits`: whatever the shares are read as, they do not fit.
 * - `sum-differs`, `balance-differs`, `rate-sum-differs`.
 *
 * Notes and warnings, which help to find the place:
 * - `reading-fits`: only one reading of the shares fits; `several-readings-fit`: more than one does.
 * - `sum-of-rounded-rates`: a wrong rate is the sum of rounded rates.
 * - `only-unrounded-rates-add`: printed rates do not add up as printed, but do before rounding.
 * - `impossible-rate`: no count out of the whole has the printed percentage.
 * - `rows-do-not-add`: the rows where one column is not the sum of others whose totals are claimed to add up.
 * - `wholes-do-not-add`: parts add up, the totals they are shares of do not.
 * - `persons-per-household`: fewer than 2 or more than 7.
 * - `name-nearly-printed`: a total without value has nearly the name of a printed count.
 * - `balance-remainder`: what an incomplete balance leaves open.
 * - `approximate`: no check was made.
 *
 * Between tables (`auditTables`):
 * - `cells-differ`: the same count or percentage is printed differently (an error).
 * - `total-jumps`: a total is far from that of the year before (a warning).
 */
export type FindingCode =
  | "share-differs" | "part-exceeds-whole" | "whole-is-zero" | "no-common-whole" | "no-whole-fits" | "no-reading-fits"
  | "sum-differs" | "balance-differs" | "rate-sum-differs"
  | "reading-fits" | "several-readings-fit" | "sum-of-rounded-rates" | "only-unrounded-rates-add" | "impossible-rate" | "rows-do-not-add"
  | "wholes-do-not-add" | "persons-per-household" | "name-nearly-printed" | "balance-remainder" | "approximate"
  | "cells-differ" | "total-jumps";

/**
 * What the claims would have to be: a count, a percentage as text, an interval, or one interval for each claim (`null`
 * where nothing fits); `null` where there is nothing to compute.
 */
export type Computed = number | string | WholeInterval | readonly (WholeInterval | null)[] | null;

/** Something that an audit tells, as a sentence that can be pasted into a report. */
export interface Finding extends LocalizedText {
  /** What it is about. */
  readonly code: FindingCode;
  /** Only an `error` makes a table inconsistent; a `warning` deserves a look; a `note` explains. */
  readonly severity: "error" | "warning" | "note";
  /** The claims that were used, for example `shares[1]`, `sums[0]`, `values.poor`. */
  readonly claims: readonly string[];
  /** What was computed. */
  readonly computed: Computed;
}
