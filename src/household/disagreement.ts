import { unexpected } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";
import { dayNumber } from "../core/plain-date.js";
import type { LocalizedText } from "../core/text.js";
import type { PovertyClass, Standard } from "../law/standard.js";
import { agreesWith } from "./agreement.js";
import type { RecordKind } from "./check.js";
import type { Classification } from "./classification.js";
import { classify, type ClassifyOptions } from "./classify.js";
import { classifyDeprivations } from "./classify-deprivations.js";
import { classifyPoints } from "./classify-points.js";
import { knownMistakes, type Case, type KnownMistake, type MistakeId } from "./known-mistakes.js";
import { mistakeText } from "./mistake-text.js";
import { kindsExpected, recordKind } from "./record-kind.js";
import type { Household, RecordedDeprivations, RecordedPoints } from "./types.js";

/** A known mistake that by itself gives the recorded class. */
export interface LikelyCause extends LocalizedText {
  /** The mistake. */
  readonly mistake: MistakeId;
  /** The class that it gives; `null` where it gives points over the line, which tell no more than that the household is on no list. */
  readonly class: PovertyClass | null;
}

/** How a recorded class compares with the rule, and what would explain it. */
export interface Disagreement {
  /** As {@link agreesWith}: `false` when the recorded class is impossible, `null` when it is open. */
  readonly agrees: boolean | null;
  /** What the rule gives. */
  readonly classification: Classification;
  /**
   * Every single known mistake that gives the recorded class, in a fixed order; none is likelier than another. Empty
   * when the classes agree and when no known mistake gives the recorded one. Where the recorded class is open because
   * something is missing, those mistakes that put something in its place.
   */
  readonly causes: readonly LikelyCause[];
}

/**
 * Compares the class of a register with the rule and names the single known mistakes that give it: a line excluded,
 * "or" for "and", lines of another time or residence, misread points, what is missing taken for 0.
 *
 * Since the law is data, each mistake is a variant of the standard or of the record, run by the interpreters that run
 * the law. That one of them gives the recorded class does not prove that it was made.
 *
 * @param household - Facts, recorded deprivations or points.
 * @param recordedClass - The class that the register holds.
 * @param options - As for {@link classify}; only facts need a day.
 * @throws {@link PovertyStandardError} as the function that classifies such a record; `invalid-input` for a record of no
 *   kind and for a word that is no class.
 *
 * @example
 * ```ts
 * const standard = standardById("vn/decree-07-2021");
 * const onTheLine = { residence: "rural", monthlyIncomePerPersonVnd: 1_500_000, deprivationCount: 3 } as const;
 * const { agrees, classification, causes } = explainDisagreement(onTheLine, "average-living-standard", { standard });
 * [agrees, classification.class]; // => [false, "poor"]
 * causes.map(({ mistake }) => mistake); // => ["line-excluded", "older-line:vn/decision-170-2005", …]
 * explainDisagreement(onTheLine, "poor", { standard }).causes; // => []
 * ```
 */
export function explainDisagreement(household: Household | RecordedDeprivations | RecordedPoints, recordedClass: PovertyClass, options: ClassifyOptions): Disagreement {
  return disagreementOf(caseOf(household, options), recordedClass);
}

/**
 * A household, classified, with what the known mistakes change.
 *
 * @param household - Facts, recorded deprivations or points.
 * @param options - As for {@link explainDisagreement}.
 * @throws {@link PovertyStandardError} as {@link explainDisagreement}.
 */
export function caseOf(household: Household | RecordedDeprivations | RecordedPoints, options: ClassifyOptions): Case {
  const { standard, on } = options;
  const given: unknown = household;
  if (typeof given !== "object" || given === null || Array.isArray(given)) throw unexpected(null, "expected a household", given);
  if (on !== undefined && dayNumber(on) === null) throw unexpected("on", "expected a day of the calendar, YYYY-MM-DD", on);
  const kind = recordKind(given as Readonly<Record<string, unknown>>);
  if (kind === null) throw new PovertyStandardError("invalid-input", kindsExpected);
  const classification = classified(household, kind, options);
  // What decides the class, from the record's own keys, which were checked by now.
  const own = { ...household } as Household & RecordedDeprivations & RecordedPoints;
  const { residence, pointsA, pointsB, deprivationCount, annualIncomeVnd, monthlyIncomePerPersonVnd } = own;
  const shared = { standard, classification, on: own.reviewedOn ?? on ?? null, facts: kind === "facts" ? own : null };
  if (kind === "points") return { ...shared, route: "points", record: { residence, pointsA, pointsB, deprivationCount } };
  const persons = own.persons ?? own.members?.length;
  // The indicators are counted as the law counts them; their number and the income decide from here.
  return { ...shared, route: "income", record: { residence, persons, annualIncomeVnd, monthlyIncomePerPersonVnd, deprivationCount: classification.count } };
}

function classified(household: Household | RecordedDeprivations | RecordedPoints, kind: RecordKind, options: ClassifyOptions): Classification {
  if (kind === "points") return classifyPoints(household, options);
  return kind === "facts" ? classify(household, options) : classifyDeprivations(household, options);
}

/**
 * The second half of {@link explainDisagreement}.
 *
 * @param its - From {@link caseOf}.
 * @param recordedClass - The class that the register holds.
 */
export function disagreementOf(its: Case, recordedClass: PovertyClass): Disagreement {
  const { standard, classification } = its;
  const agrees = agreesWith(classification, recordedClass, standard);
  const isOpen = agrees === null;
  if (agrees === true) return { agrees, classification, causes: [] };
  // What is missing may be filled in many ways; all of them lie within the possible classes, so they explain no other.
  const causes = knownMistakes(standard).filter(({ fills }) => fills === isOpen).flatMap((mistake) => {
    const variant = mistake.classification(its);
    return variant !== null && gives(variant, recordedClass, its) ? [{ mistake: mistake.id, class: variant.class, ...textOf(mistake, standard) }] : [];
  });
  return { agrees, classification, causes };
}

/**
 * The mistakes that would give a household certainly another class than the rule: what a register would show of each,
 * had it been made throughout.
 *
 * @param its - From {@link caseOf}.
 */
export function mistakesThatChange(its: Case): readonly MistakeId[] {
  return knownMistakes(its.standard).flatMap((mistake) => {
    const variant = mistake.fills ? null : mistake.classification(its);
    return variant !== null && !variant.possible.some((each) => its.classification.possible.includes(each)) ? [mistake.id] : [];
  });
}

/** Whether a variant gives the recorded class. One that is undetermined gives none, unless points could not tell more. */
function gives(variant: Classification, recordedClass: PovertyClass, { route, classification: { possible } }: Case): boolean {
  if (!variant.possible.includes(recordedClass)) return false;
  if (variant.status === "determined") return true;
  // Over the line of points the class needs income: a register that holds one of those above says no more than "on no list".
  const isOnNoList = route === "points" && !variant.possible.some((each) => each === "poor" || each === "near-poor");
  return isOnNoList && (!possible.includes(recordedClass) || variant.possible.length < possible.length);
}

const texts = new WeakMap<KnownMistake, LocalizedText>();

function textOf(mistake: KnownMistake, standard: Standard): LocalizedText {
  let text = texts.get(mistake);
  if (text === undefined) {
    text = mistakeText(mistake, standard);
    texts.set(mistake, text);
  }
  return text;
}
