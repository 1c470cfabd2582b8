import { percentText } from "../core/ratio.js";
import type { AreaRates, RateName, RateRange } from "./area-row.js";

/** A rate as it is printed: percent with two decimals, rounded half up, `"1.22"`. */
export interface PrintedRange {
  /** The least that the rate can be. */
  readonly low: string;
  /** The most. */
  readonly high: string;
}

/** A row of `areaRates` with its rates as they are printed. */
export interface PrintedAreaRates extends Omit<AreaRates, "rates"> {
  /** Its rates; `null` where there is none. */
  readonly rates: Readonly<Record<RateName, PrintedRange | null>>;
}

/**
 * A row with its rates in percent as text, two decimals, rounded half up, as the official tables print.
 *
 * @param row - From `areaRates`.
 *
 * @example
 * ```ts
 * const areas = [{ code: "42", name: "Hà Tĩnh", level: "province" }];
 * const [row] = areaRates([{ areaCode: "42", class: "poor" }], { areas, residents: [{ areaCode: "42", households: 3 }] });
 * printedAreaRates(row).rates.poorHouseholds; // => { low: "33.33", high: "33.33" }
 * ```
 */
export function printedAreaRates(row: AreaRates): PrintedAreaRates {
  const { rates } = row;
  return {
    ...row,
    rates: {
      poorHouseholds: printed(rates.poorHouseholds),
      nearPoorHouseholds: printed(rates.nearPoorHouseholds),
      multidimensionalHouseholds: printed(rates.multidimensionalHouseholds),
      averageHouseholds: printed(rates.averageHouseholds),
      poorPersons: printed(rates.poorPersons),
      nearPoorPersons: printed(rates.nearPoorPersons),
      multidimensionalPersons: printed(rates.multidimensionalPersons),
      averagePersons: printed(rates.averagePersons),
    },
  };
}

function printed(range: RateRange | null): PrintedRange | null {
  return range === null ? null : { low: percentText(range.low), high: percentText(range.high) };
}
