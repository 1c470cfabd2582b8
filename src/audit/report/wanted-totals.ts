import { interval } from "../check-errors.js";
import { claimTable } from "../claim-table.js";
import type { Claims, WholeInterval } from "../claims.js";
import type { PrintedRate } from "../printed-rate.js";
import { wholesOf } from "../rounding.js";
import { amountAt, commonWhole, partPlace, rateAt, shareChecks } from "../share-check.js";

/** What one share wants the total to be. */
export interface WantedByShare {
  /** Name of the count. */
  readonly part: string;
  /** The count. */
  readonly count: number;
  /** Its percentage as printed. */
  readonly rate: PrintedRate;
  /** The totals of which the count has this percentage; `null` where there is none. */
  readonly wanted: WholeInterval | null;
}

/** What the shares of a total without value want it to be, if their counts are read in one way. */
export interface WantedTotal {
  /** Name of the total. */
  readonly name: string;
  /** In how many ways the counts may be read. */
  readonly readings: number;
  /** The shares. */
  readonly shares: readonly WantedByShare[];
  /** The totals that all of them allow; `null` where there is none. */
  readonly common: WholeInterval | null;
}

/**
 * What the shares of each total without value want it to be, once for each way of reading them.
 *
 * @param claims - The table.
 */
export function wantedTotals(claims: Claims): readonly WantedTotal[] {
  const table = claimTable(claims);
  const { numbers, names } = table;
  return shareChecks(table)
    .filter(({ whole }) => whole === null)
    .flatMap((check) => Array.from({ length: check.readings }, (_, reading) => ({
      name: check.wholeName,
      readings: check.readings,
      common: interval(commonWhole(check, reading, numbers)),
      shares: check.shares.map((share) => {
        const place = partPlace(share, reading);
        const [count, rate] = [amountAt(numbers, place), rateAt(numbers, share.rate)];
        return { part: names[place] ?? "", count, rate, wanted: interval(wholesOf(count, rate)) };
      }),
    })));
}
