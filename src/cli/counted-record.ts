import { countedHouseholdKeys, type CountedHousehold } from "../area/counted-household.js";
import { povertyClasses } from "../law/standard.js";
import { classifyColumns } from "./classify-columns.js";
import type { Keyed } from "./read-records.js";
import { recordShape, type FieldSpec, type RecordShape } from "./record-shape.js";

/**
 * What the line of a counted household can hold.
 *
 * @param more - Fields that only some commands read.
 */
export function countedShape(more: Readonly<Record<string, FieldSpec>> = {}): RecordShape {
  return recordShape(
    "a counted household",
    {
      id: { type: "word" },
      areaCode: { type: "word" },
      class: { type: "word", words: povertyClasses },
      possible: { type: "words" },
      persons: { type: "whole" },
      standard: { type: "word" },
      meta: { type: "text" },
      ...more,
    },
    classifyColumns({ text: true, evidence: true }).map(({ name }) => name),
  );
}

/** What `classify` writes and a count does not look at, beside what it knows. */
export const countedKeys: ReadonlySet<string> = new Set([...countedHouseholdKeys, "evidence"]);

/**
 * A record as a household to be counted.
 *
 * @param record - What came.
 */
export function countedRecord(record: Keyed): CountedHousehold {
  const kept: Record<string, unknown> = { ...record, id: ownId(record["id"]) };
  delete kept["evidence"];
  return kept as unknown as CountedHousehold;
}

/**
 * A copy of an id that is kept: one cut out of the text of many lines would keep all of it alive.
 *
 * @param id - What came.
 */
export function ownId(id: unknown): unknown {
  return typeof id === "string" ? Buffer.from(id).toString() : id;
}
