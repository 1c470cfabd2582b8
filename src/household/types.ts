import type { Day } from "../core/plain-date.js";
import type { RecordedHouseholdFacts, RecordedMemberFacts } from "../law/facts.js";
import type { PovertyClass } from "../law/standard.js";
import type { Residence } from "../law/tiling.js";

/** A household income: whole or fractional VND; a decimal text where a number would lose digits. Negative for a loss. */
export type IncomeVnd = number | string;

/** What any record may carry along. */
export interface CarriedKeys {
  /** The caller's name of the household; often a citizen number, so no message ever shows it. */
  readonly id?: string | number | null | undefined;
  /** Code of the area it lives in. */
  readonly areaCode?: string | null | undefined;
  /** The day of the review. Facts are read as of this day, which goes before the `on` of a call. */
  readonly reviewedOn?: Day | null | undefined;
  /** The class that a register holds; compared, never used. */
  readonly recordedClass?: PovertyClass | null | undefined;
  /** Anything else the caller wants to keep beside it. */
  readonly meta?: unknown;
}

/** Income, given in one of two ways or not at all. */
export interface RecordedIncome {
  /** Total income of the household over the 12 months before the review, in VND. */
  readonly annualIncomeVnd?: IncomeVnd | null | undefined;
  /** Income per person per month, in VND. */
  readonly monthlyIncomePerPersonVnd?: IncomeVnd | null | undefined;
}

/** A member of a household: recorded facts, each of which may be missing. */
export interface Member extends RecordedMemberFacts {
  /** The caller's name of the member; no message ever shows it. */
  readonly id?: string | number | null | undefined;
}

/** A household as an enumerator records it. Whatever is missing or `null` is unknown; nothing is ever assumed. */
export interface Household extends CarriedKeys, RecordedIncome, RecordedHouseholdFacts {
  /** Where it lives; never guessed. */
  readonly residence: Residence;
  /** How many persons it has; needed only where not all are listed as members. */
  readonly persons?: number | null | undefined;
  /** The members. Of a person who is not listed nothing is known. */
  readonly members?: readonly Member[] | null | undefined;
}

/** How many indicators a household is deprived in: a number, or the least and the most. */
export type DeprivationCount = number | readonly [number, number];

/** A household whose deprivations were already decided and recorded. */
export interface RecordedDeprivations extends CarriedKeys, RecordedIncome {
  /** Where it lives. */
  readonly residence: Residence;
  /** How many persons it has; needed with an annual income. */
  readonly persons?: number | null | undefined;
  /** For each indicator of the standard whether the household is deprived; a missing one is unknown. */
  readonly deprivations?: Readonly<Record<string, boolean | null | undefined>> | null | undefined;
  /** The number of deprived indicators, where only that was recorded. */
  readonly deprivationCount?: DeprivationCount | null | undefined;
}

/** A household scored in the yearly review. */
export interface RecordedPoints extends CarriedKeys {
  /** Where it lives. */
  readonly residence: Residence;
  /** How many persons it has; carried along. */
  readonly persons?: number | null | undefined;
  /** Points A (forms call them B1), in points; they stand for income, and few mean poor. */
  readonly pointsA?: number | null | undefined;
  /** Points B (B2), in points: a multiple of the points of one indicator. */
  readonly pointsB?: number | null | undefined;
  /** The number of deprived indicators, in place of points B. */
  readonly deprivationCount?: DeprivationCount | null | undefined;
}
