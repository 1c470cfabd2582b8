import type { TableNumbers } from "./claim-table.js";
import type { Bounds } from "./rounding.js";

/** What a check finds: `null` where there is nothing to check, as with 0 of 0. */
export type CheckResult = boolean | null;

/** A condition that the numbers of a table must meet. Which numbers are meant is fixed, their values are not. */
export interface Check {
  /** The claims that it is made of, for example `["shares[0]", "shares[1]"]`. */
  readonly claims: readonly string[];
  /** The places of the numbers that it reads, each once. */
  readonly places: readonly number[];
  /** Whether it can be passed at all: a lone share of an unprinted whole can only fail. */
  readonly canPass: boolean;
  /**
   * Whether the condition is met.
   *
   * @param numbers - The numbers of the table.
   */
  holds(numbers: TableNumbers): CheckResult;
  /**
   * The values of one number with which the condition may be met, the others as they are: no value outside the bounds
   * meets it; one inside them need not.
   *
   * @param place - Which number; one of `places`.
   * @param numbers - The numbers of the table; of a percentage, the decimals that it shall have.
   */
  fitting(place: number, numbers: TableNumbers): readonly Bounds[];
}
