import type { Indicator } from "../law/standard.js";
import { decide, type ClassifyOptions } from "./classify.js";
import { DecidedClassification, tableOf, type Classification, type Decision } from "./classification.js";
import { evidenceOf, missingFacts, type EvidenceFact } from "./evidence.js";
import type { Household } from "./types.js";

/** Whether a household is deprived in an indicator. */
export type Verdict = "deprived" | "not-deprived" | "unknown";

/** The verdict on one indicator, with what it rests on. */
export interface IndicatorVerdict {
  /** The indicator. */
  readonly indicator: string;
  /** The verdict. */
  readonly verdict: Verdict;
  /** The recorded facts that it rests on, household before members. */
  readonly evidence: readonly EvidenceFact[];
  /** Paths of the facts that leave it open; empty unless unknown, and where the threshold is not held. */
  readonly missing: readonly string[];
}

/** A {@link Classification} with a verdict and its evidence for every indicator. */
export interface Assessment extends Classification {
  /** In the official order; computed when read, from the household as it is then. */
  readonly verdicts: readonly IndicatorVerdict[];
  /** All of it as plain data. */
  toJSON(): Omit<Assessment, "toJSON">;
}

class DecidedAssessment extends DecidedClassification implements Assessment {
  readonly #from: Decision;

  constructor(decision: Decision) {
    super(decision, tableOf(decision));
    this.#from = decision;
  }

  get verdicts(): readonly IndicatorVerdict[] {
    return this.#from.standard.indicators.map((indicator, index) => verdictOn(indicator, index, this.#from));
  }

  override toJSON(): Omit<Assessment, "toJSON"> {
    return { ...super.toJSON(), verdicts: this.verdicts };
  }
}

function verdictOn(indicator: Indicator, index: number, { deprivedMask, unknownMask, record, on }: Decision): IndicatorVerdict {
  const household = record as Household;
  const unknown = ((unknownMask >> index) & 1) === 1;
  return {
    indicator: indicator.id,
    verdict: unknown ? "unknown" : (deprivedMask >> index) & 1 ? "deprived" : "not-deprived",
    evidence: evidenceOf(indicator, household, on),
    missing: unknown ? missingFacts(indicator, household, on) : [],
  };
}

/**
 * Classifies a household from its facts and gives, for every indicator, the verdict with the member and the value
 * behind it.
 *
 * @param household - The record.
 * @param options - As in {@link classify}.
 * @throws {@link PovertyStandardError} as {@link classify}.
 *
 * @example
 * ```ts
 * const household = { residence: "rural", members: [{ bornOn: "1990", hasHealthInsurance: false }] } as const;
 * const { verdicts } = assess(household, { standard: standardById("vn/decree-07-2021"), on: "2023-12-14" });
 * verdicts[3].verdict; // => "deprived"
 * verdicts[3].evidence[1]; // => { fact: "hasHealthInsurance", member: 0, value: false }
 * ```
 */
export function assess(household: Household, options: ClassifyOptions): Assessment {
  return new DecidedAssessment(decide(household, options));
}
