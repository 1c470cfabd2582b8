import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { classify, classifyDeprivations, classifyPoints, isPovertyStandardError, standardById } from "../../src/index.js";
import { householdSchema, recordedDeprivationsSchema, recordedPointsSchema } from "../../src/schema.js";
import { corrupted, deprivations, households, scored, type AnyRecord } from "./corruptions.js";

const standard = standardById("vn/decree-07-2021");
const seed = 20260101;

/** What is wrong with a record, and where. */
interface Refusal {
  readonly path: string | null;
  readonly message: string;
}

function refusalOf(check: () => unknown): Refusal | null {
  try {
    check();
    return null;
  } catch (error) {
    if (!isPovertyStandardError(error) || error.code !== "chuan-ngheo/invalid-input") throw error;
    return { path: error.path, message: error.message };
  }
}

/** The first issue as the checker would word it. */
function firstIssue({ error }: z.ZodSafeParseResult<unknown>): Refusal | null {
  const [issue] = error?.issues ?? [];
  if (issue === undefined) return null;
  const path = issue.path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("").replace(/^\./, "");
  return path === "" ? { path: null, message: issue.message } : { path, message: `${path}: ${issue.message}` };
}

const good: AnyRecord = { residence: "rural", persons: 40, on: undefined, members: [] };

/** The record with another value where the checker found the fault; when it is accepted then, that was the only one. */
function repaired(record: unknown, path: string | null): unknown {
  if (path === null || typeof record !== "object" || record === null) return record;
  const [key = "", ...rest] = path.split(/[.[\]]+/).filter((part) => part !== "");
  if (key === "on") return { ...record, reviewedOn: "2023-12-14" };
  const value = (record as AnyRecord)[key];
  if (rest.length > 0) {
    if (!Array.isArray(value)) return { ...record, [key]: repaired(value, rest.join(".")) };
    const index = Number(rest[0]);
    return { ...record, [key]: value.map((each: unknown, place) => (place === index ? repaired(each, rest.slice(1).join(".")) : each)) };
  }
  const { [key]: _, ...others } = record as AnyRecord;
  return key in good ? { ...others, [key]: good[key] } : others;
}

describe.each([
  { name: "a household, with the day of the call", schema: householdSchema({ on: "2023-12-14" }), check: (it: never) => classify(it, { standard, on: "2023-12-14" }), valid: households },
  { name: "a household, with its own day", schema: householdSchema(), check: (it: never) => classify(it, { standard }), valid: households.map((it) => ({ ...it, reviewedOn: "2023-12-14" })) },
  { name: "recorded deprivations", schema: recordedDeprivationsSchema(standard), check: (it: never) => classifyDeprivations(it, { standard }), valid: deprivations(standard) },
  { name: "points", schema: recordedPointsSchema(standard), check: (it: never) => classifyPoints(it, { standard }), valid: scored(standard) },
] as const)("$name", ({ schema, check, valid }) => {
  it("accepts what the checker accepts, and gives it back", () => {
    fc.assert(
      fc.property(valid, (record) => {
        expect(refusalOf(() => check(record as never))).toBeNull();
        expect(schema.parse(record)).toEqual(record);
      }),
      { numRuns: 300, seed },
    );
  });

  it("agrees with the checker on corrupted records, and words a single fault alike", () => {
    const seen = { accepted: 0, refused: 0, single: 0 };
    fc.assert(
      fc.property(corrupted(valid), (record) => {
        const refusal = refusalOf(() => check(record as never));
        const result = schema.safeParse(record);
        expect(result.success).toBe(refusal === null);
        seen[refusal === null ? "accepted" : "refused"]++;
        if (refusal === null || refusalOf(() => check(repaired(record, refusal.path) as never)) !== null) return;
        // Of two keys that exclude each other one may be wrong by itself, which the schema says first.
        if (refusal.message.endsWith("not both")) expect(firstIssue(result)?.path).toBe(refusal.path);
        else expect(firstIssue(result)).toEqual(refusal);
        seen.single++;
      }),
      { numRuns: 3000, seed },
    );
    // The samples are worth something.
    expect(seen.accepted).toBeGreaterThan(100);
    expect(seen.single).toBeGreaterThan(700);
  });
});
