import fc from "fast-check";
import type { Household } from "../../src/index.js";
import { reviewedHouseholds } from "../arbitraries.js";
import type { SurveyRow } from "./survey-tables.js";

type Recorded = Readonly<Record<string, unknown>>;

/** A household as a table holds it, and as a record for `classify`: the two differ only where a table can hold what a record cannot. */
export interface SurveyPair {
  readonly row: SurveyRow;
  readonly record: Household;
}

/** Ways to spoil a household: each is refused by `classify`, or is a word of which SQL knows nothing. */
const spoilers: readonly ((household: Recorded) => { readonly row?: Recorded; readonly record?: Recorded })[] = [
  () => ({ row: { residence: "Rural" } }),
  () => ({ row: { residence: null } }),
  () => ({ row: { persons: 0 } }),
  () => ({ row: { persons: -1 } }),
  () => ({ row: { persons: 2.5 } }),
  ({ members }) => ({ row: { persons: (members as readonly unknown[]).length - 1 } }),
  () => ({ row: { persons: null, members: [] } }),
  () => ({ row: { annualIncomeVnd: 18_000_000, monthlyIncomePerPersonVnd: 1_500_000 } }),
  () => ({ row: { floorAreaM2: "-0.5" } }),
  () => ({ row: { members: [{ bornOn: "2031-01-01" }] } }),
  () => ({ row: { members: [{}, { bornOn: "2031" }] } }),
  () => ({ row: { waterSource: "river" }, record: { waterSource: null } }),
  () => ({ row: { toiletType: "" }, record: { toiletType: null } }),
  () => ({ row: { members: [{ attending: "university", completed: "preschool" }] }, record: { members: [{}] } }),
];

/** Beyond the digits of a table of decimals; both are far above every line. */
function fitting(income: unknown): unknown {
  return income === "123456789012345678901234567890.5" ? "123456789012345678.5" : income;
}

/**
 * Random households near every line, with holes, partial births and members who are not listed; some are spoilt, and
 * some have no review day of their own.
 *
 * @param size - How many.
 * @param seed - Which ones.
 * @param on - One review day for all; without it many.
 */
export function randomSurvey(size: number, seed: number, on?: string): readonly SurveyPair[] {
  return fc.sample(on === undefined ? reviewedHouseholds() : reviewedHouseholds(fc.constant(on)), { seed, numRuns: size }).map(({ household, on: day }, index) => {
    const own = household as unknown as Recorded;
    const fits = { ...own, ...("annualIncomeVnd" in own ? { annualIncomeVnd: fitting(own["annualIncomeVnd"]) } : {}), ...("monthlyIncomePerPersonVnd" in own ? { monthlyIncomePerPersonVnd: fitting(own["monthlyIncomePerPersonVnd"]) } : {}) };
    // Every twentieth is spoilt, in each way in turn.
    const { row = {}, record = row } = index % 20 === 7 ? spoilers[Math.floor(index / 20) % spoilers.length]!(own) : {};
    const reviewedOn = index % 50 === 11 ? null : day;
    return {
      row: { household: { ...fits, ...row } as unknown as Household, on: reviewedOn },
      record: { ...fits, ...record, ...(reviewedOn === null ? {} : { reviewedOn }) } as unknown as Household,
    };
  });
}
