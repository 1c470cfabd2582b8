import type { PovertyClass, Residence } from "../../src/index.js";

/** An income beside a line, and the classes that the law gives with it. */
export type BoundaryRow = readonly [
  standard: string, residence: Residence, monthlyIncomePerPersonVnd: number,
  /** Class with 2 deprived indicators, and with 3; the same where a standard has no indicators. */
  withTwo: PovertyClass, withThree: PovertyClass,
  why: string,
];

const average = "average-living-standard";

/** Every line of every national standard: a dong under it, on it, a dong over it. */
export const classBoundaries: readonly BoundaryRow[] = [
  ["vn/decision-170-2005", "rural", 199_999, "poor", "poor", "a dong under the line of 2006–2010"],
  ["vn/decision-170-2005", "rural", 200_000, "poor", "poor", "the line itself"],
  ["vn/decision-170-2005", "rural", 200_001, "not-poor", "not-poor", "a dong over the line, where there is no near-poor class"],
  ["vn/decision-170-2005", "urban", 259_999, "poor", "poor", "a dong under the urban line"],
  ["vn/decision-170-2005", "urban", 260_000, "poor", "poor", "the urban line itself"],
  ["vn/decision-170-2005", "urban", 260_001, "not-poor", "not-poor", "a dong over the urban line"],

  ["vn/decision-09-2011", "rural", 399_999, "poor", "poor", "a dong under the poverty line of 2011–2015"],
  ["vn/decision-09-2011", "rural", 400_000, "poor", "poor", "the poverty line itself"],
  ["vn/decision-09-2011", "rural", 400_001, "near-poor", "near-poor", "a dong over the poverty line; the text writes from 401,000, read as over 400,000 so that no income is left out"],
  ["vn/decision-09-2011", "rural", 400_999, "near-poor", "near-poor", "between 400,000 and 401,000, in the hole that the wording would leave"],
  ["vn/decision-09-2011", "rural", 519_999, "near-poor", "near-poor", "a dong under the near-poverty line"],
  ["vn/decision-09-2011", "rural", 520_000, "near-poor", "near-poor", "the near-poverty line itself"],
  ["vn/decision-09-2011", "rural", 520_001, "not-poor", "not-poor", "a dong over the near-poverty line"],
  ["vn/decision-09-2011", "urban", 499_999, "poor", "poor", "a dong under the urban poverty line"],
  ["vn/decision-09-2011", "urban", 500_000, "poor", "poor", "the urban poverty line itself"],
  ["vn/decision-09-2011", "urban", 500_001, "near-poor", "near-poor", "a dong over the urban poverty line"],
  ["vn/decision-09-2011", "urban", 649_999, "near-poor", "near-poor", "a dong under the urban near-poverty line"],
  ["vn/decision-09-2011", "urban", 650_000, "near-poor", "near-poor", "the urban near-poverty line itself"],
  ["vn/decision-09-2011", "urban", 650_001, "not-poor", "not-poor", "a dong over the urban near-poverty line"],

  ["vn/decision-59-2015", "rural", 699_999, "poor", "poor", "a dong under the low line, where income alone makes poor"],
  ["vn/decision-59-2015", "rural", 700_000, "poor", "poor", "the low line itself, whatever the indicators"],
  ["vn/decision-59-2015", "rural", 700_001, "near-poor", "poor", "a dong over the low line, where three indicators make poor"],
  ["vn/decision-59-2015", "rural", 999_999, "near-poor", "poor", "a dong under the high line"],
  ["vn/decision-59-2015", "rural", 1_000_000, "near-poor", "poor", "the high line itself"],
  ["vn/decision-59-2015", "rural", 1_000_001, average, average, "a dong over the high line, where the indicators do not count"],
  ["vn/decision-59-2015", "rural", 1_499_999, average, average, "a dong under the average line"],
  ["vn/decision-59-2015", "rural", 1_500_000, average, average, "the average line itself"],
  ["vn/decision-59-2015", "rural", 1_500_001, "not-poor", "not-poor", "a dong over the average line"],
  ["vn/decision-59-2015", "urban", 899_999, "poor", "poor", "a dong under the urban low line"],
  ["vn/decision-59-2015", "urban", 900_000, "poor", "poor", "the urban low line itself"],
  ["vn/decision-59-2015", "urban", 900_001, "near-poor", "poor", "a dong over the urban low line"],
  ["vn/decision-59-2015", "urban", 1_299_999, "near-poor", "poor", "a dong under the urban high line"],
  ["vn/decision-59-2015", "urban", 1_300_000, "near-poor", "poor", "the urban high line itself"],
  ["vn/decision-59-2015", "urban", 1_300_001, average, average, "a dong over the urban high line"],
  ["vn/decision-59-2015", "urban", 1_949_999, average, average, "a dong under the urban average line"],
  ["vn/decision-59-2015", "urban", 1_950_000, average, average, "the urban average line itself"],
  ["vn/decision-59-2015", "urban", 1_950_001, "not-poor", "not-poor", "a dong over the urban average line"],

  ["vn/decree-07-2021", "rural", 1_499_999, "near-poor", "poor", "a dong under the poverty line"],
  ["vn/decree-07-2021", "rural", 1_500_000, "near-poor", "poor", "the poverty line itself"],
  ["vn/decree-07-2021", "rural", 1_500_001, average, average, "a dong over the poverty line, where the indicators do not count"],
  ["vn/decree-07-2021", "rural", 2_249_999, average, average, "a dong under the average line"],
  ["vn/decree-07-2021", "rural", 2_250_000, average, average, "the average line itself"],
  ["vn/decree-07-2021", "rural", 2_250_001, "not-poor", "not-poor", "a dong over the average line, however deprived"],
  ["vn/decree-07-2021", "urban", 1_999_999, "near-poor", "poor", "a dong under the urban poverty line"],
  ["vn/decree-07-2021", "urban", 2_000_000, "near-poor", "poor", "the urban poverty line itself"],
  ["vn/decree-07-2021", "urban", 2_000_001, average, average, "a dong over the urban poverty line"],
  ["vn/decree-07-2021", "urban", 2_999_999, average, average, "a dong under the urban average line"],
  ["vn/decree-07-2021", "urban", 3_000_000, average, average, "the urban average line itself"],
  ["vn/decree-07-2021", "urban", 3_000_001, "not-poor", "not-poor", "a dong over the urban average line"],

  ["vn/decree-351-2025", "rural", 2_199_999, "near-poor", "poor", "a dong under the line of 2027–2030"],
  ["vn/decree-351-2025", "rural", 2_200_000, "near-poor", "poor", "the line itself"],
  ["vn/decree-351-2025", "rural", 2_200_001, "not-poor", "not-poor", "a dong over the line, where no average class is held"],
  ["vn/decree-351-2025", "urban", 2_799_999, "near-poor", "poor", "a dong under the urban line"],
  ["vn/decree-351-2025", "urban", 2_800_000, "near-poor", "poor", "the urban line itself"],
  ["vn/decree-351-2025", "urban", 2_800_001, "not-poor", "not-poor", "a dong over the urban line"],
];
