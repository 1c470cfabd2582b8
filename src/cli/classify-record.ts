import { PovertyStandardError } from "../core/errors.js";
import type { Day } from "../core/plain-date.js";
import type { Locale } from "../core/text.js";
import { agreesWith } from "../household/agreement.js";
import { assess, type Assessment, type IndicatorVerdict } from "../household/assess.js";
import type { RecordKind } from "../household/check.js";
import type { Classification } from "../household/classification.js";
import { classify } from "../household/classify.js";
import { classifyDeprivations } from "../household/classify-deprivations.js";
import { classifyPoints } from "../household/classify-points.js";
import { explain } from "../household/explain.js";
import type { Household, RecordedDeprivations, RecordedPoints } from "../household/types.js";
import type { PovertyClass, Standard } from "../law/standard.js";
import { isGiven } from "../core/is-given.js";
import type { Keyed } from "./read-records.js";

/** The output line of a household: the classification with what was carried along. Keys that hold nothing are left out. */
export interface ClassifiedHousehold extends Omit<Classification, "toJSON"> {
  readonly id?: unknown;
  readonly areaCode?: unknown;
  readonly persons?: number;
  readonly standard: string;
  readonly on?: Day;
  readonly recordedClass?: PovertyClass;
  readonly agrees?: boolean | null;
  readonly meta?: unknown;
  readonly text?: string;
  readonly evidence?: readonly IndicatorVerdict[];
}

/** A household that was classified. */
export interface ClassifiedRecord {
  /** The classification itself, which can be explained. */
  readonly classification: Classification;
  /** The output line. */
  readonly answer: ClassifiedHousehold;
}

/** How households are classified in a run. */
export interface ClassifyRecordOptions {
  readonly standard: Standard;
  /** The day for facts that have none of their own; `null` if none was given. */
  readonly on: Day | null;
  /** The language of explanations; `null` for none. */
  readonly locale: Locale | null;
  /** Whether the verdicts with members and facts are added. */
  readonly evidence: boolean;
}

/**
 * Classifies one record.
 *
 * @param record - What came.
 * @param kind - What it is of.
 * @param options - How.
 * @throws {@link PovertyStandardError} as the classifying functions, and where a fact line has no day.
 */
export function classifyRecord(record: Keyed, kind: RecordKind, { standard, on, locale, evidence }: ClassifyRecordOptions): ClassifiedRecord {
  checkReviewDay(record, kind, on);
  const day = (record["reviewedOn"] ?? (kind === "facts" ? on : null)) as Day | null;
  const found = classified(record, kind, standard, day, evidence);
  // Checked by now: what is there is of its type.
  const { id, areaCode, recordedClass, meta } = record as Omit<Household, "residence">;
  const persons = (record["persons"] ?? (kind === "facts" ? (record as unknown as Household).members?.length : null)) as number | null | undefined;
  // One object, filled in the order of the output: on a million lines copies would cost more than the decision.
  const answer: Partial<Writable<ClassifiedHousehold>> = {};
  if (isGiven(id)) answer.id = id;
  if (isGiven(areaCode)) answer.areaCode = areaCode;
  if (isGiven(persons)) answer.persons = persons;
  answer.standard = standard.id;
  if (day !== null) answer.on = day;
  for (const field of fields) answer[field] = found[field] as never;
  if (isGiven(recordedClass)) {
    answer.recordedClass = recordedClass;
    answer.agrees = agreesWith(found, recordedClass, standard);
  }
  if (isGiven(meta)) answer.meta = meta;
  if (locale !== null) answer.text = explain(found, { locale });
  if (evidence && kind === "facts") answer.evidence = (found as Assessment).verdicts;
  return { classification: found, answer: answer as ClassifiedHousehold };
}

/**
 * Refuses facts without a day, in the words of the command line.
 *
 * @param record - What came.
 * @param kind - What it is of.
 * @param on - The day of `--on`; `null` without it.
 * @throws {@link PovertyStandardError} `invalid-input` at `reviewedOn`.
 */
export function checkReviewDay(record: Keyed, kind: RecordKind, on: Day | null): void {
  if (kind === "facts" && on === null && !isGiven(record["reviewedOn"]))
    throw new PovertyStandardError("invalid-input", "expected the day of the review in the line, or --on DAY for all lines without one", "reviewedOn");
}

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** What the classification itself gives; each is computed when it is read. */
const fields = ["status", "class", "possible", "count", "deprived", "unknown", "missing", "because", "notHeld", "margin", "law"] as const satisfies readonly (keyof Classification)[];

function classified(record: Keyed, kind: RecordKind, standard: Standard, day: Day | null, evidence: boolean): Classification {
  if (kind === "points") return classifyPoints(record as unknown as RecordedPoints, { standard });
  if (kind === "deprivations") return classifyDeprivations(record as unknown as RecordedDeprivations, { standard });
  const household = record as unknown as Household;
  const options = { standard, ...(day === null ? {} : { on: day }) };
  return evidence ? assess(household, options) : classify(household, options);
}
