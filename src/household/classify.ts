import { bitCount } from "../core/bit-count.js";
import type { Day } from "../core/plain-date.js";
import { standardTables, type Standard } from "../law/standard.js";
import { residences } from "../law/tiling.js";
import { readFacts } from "./check.js";
import { DecidedClassification, incomeBand, tableOf, type Classification, type Decision } from "./classification.js";
import { evaluateIndicators, indicatorProgram, type Verdicts } from "./evaluate.js";
import { factSheet } from "./fact-sheet.js";
import type { Household } from "./types.js";

/** Under which standard and, for facts, on which day a household is classified. */
export interface ClassifyOptions {
  /** The standard. */
  readonly standard: Standard;
  /** The review day, `YYYY-MM-DD`; the household's own `reviewedOn` goes before it. One of the two is needed. */
  readonly on?: Day | undefined;
}

// One sheet for all calls: a call fills every place that it reads.
const sheet = /* @__PURE__ */ factSheet();

/**
 * Decides on a household from its recorded facts; the shared step of `classify` and `assess`.
 *
 * @param household - What came.
 * @param options - The standard and the day.
 * @throws {@link PovertyStandardError} as {@link classify}.
 */
export function decide(household: Household, { standard, on }: ClassifyOptions): Decision {
  const tables = standardTables(standard);
  readFacts(household, on, sheet);
  const program = indicatorProgram(standard);
  const verdicts: Verdicts = { deprivedMask: 0, unknownMask: 0 };
  evaluateIndicators(program, sheet, verdicts);
  const { residence, income, annual, persons } = sheet;
  const table = tables.byResidence[residences[residence] ?? "rural"];
  const band = income === null ? 0 : incomeBand(table, income, annual, persons);
  const least = bitCount(verdicts.deprivedMask);
  return {
    standard, basis: "facts", residence, income, annual, persons,
    bandFrom: band, bandTo: income === null ? table.lines.length : band,
    least, most: least + bitCount(verdicts.unknownMask),
    deprivedMask: verdicts.deprivedMask, unknownMask: verdicts.unknownMask,
    on: sheet.on, record: household, pointsA: null, countKey: "deprivationCount",
  };
}

/**
 * The class of a household from its recorded facts, with the provisions that decided.
 *
 * Facts that are missing or `null` are unknown: the class is determined only where they cannot matter.
 *
 * @param household - The record; a birth may be partial, members may be fewer than `persons`.
 * @param options - `standard`, and `on`, the review day, where the household has no `reviewedOn`.
 * @throws {@link PovertyStandardError} `invalid-input` with the path of what is wrong; `invalid-standard` for a
 *   standard that {@link defineStandard} did not make.
 *
 * @example
 * ```ts
 * const household = { residence: "rural", persons: 3, monthlyIncomePerPersonVnd: 2_250_001 } as const;
 * classify(household, { standard: standardById("vn/decree-07-2021"), on: "2023-12-14" }).class; // => "not-poor"
 * ```
 */
export function classify(household: Household, options: ClassifyOptions): Classification {
  const decision = decide(household, options);
  return new DecidedClassification(decision, tableOf(decision));
}
