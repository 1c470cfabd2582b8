import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { areaRates } from "../../src/area/area-rates.js";
import { areaTree } from "../../src/area/area-tree.js";
import { newlyEscaped } from "../../src/history/newly-escaped.js";
import { classify, classifyDeprivations, classifyPoints, isPovertyStandardError, standardById } from "../../src/index.js";
import {
  areaSchema, classifiedHouseholdSchema, householdSchema, recognitionsSchema, recordedDeprivationsSchema, recordedPointsSchema, residentsSchema,
} from "../../src/schema.js";
import { areas, classified, corrupted, deprivations, households, recognitions, residents, scored, type AnyRecord } from "./corruptions.js";

const seed = 20260101;
const standard = standardById("vn/decree-07-2021");
const on = "2023-12-14";

/** A schema beside the function that reads the same input. */
interface Pair {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly check: (input: never) => unknown;
  readonly valid: fc.Arbitrary<unknown>;
  /** Right values for required keys. */
  readonly good: AnyRecord;
  /** What paths begin with when several inputs are read at once. */
  readonly prefix?: string;
  /** Messages about what is beyond one input. */
  readonly beyond?: RegExp;
}

const household = { residence: "rural", persons: 40, members: [] };
const [recognition, place] = [{ on, class: "poor" }, [{ code: "42", name: "Hà Tĩnh", level: "province" }]];

const pairs: readonly Pair[] = [
  { name: "a household, with the day of the call", schema: householdSchema({ on }), check: (it) => classify(it, { standard, on }), valid: households, good: household },
  { name: "a household, with its own day", schema: householdSchema(), check: (it) => classify(it, { standard }), valid: households.map((it) => ({ ...it, reviewedOn: on })), good: household },
  { name: "recorded deprivations", schema: recordedDeprivationsSchema(standard), check: (it) => classifyDeprivations(it, { standard }), valid: deprivations(standard), good: household },
  { name: "points", schema: recordedPointsSchema(standard), check: (it) => classifyPoints(it, { standard }), valid: scored(standard), good: household },
  { name: "recognitions", schema: recognitionsSchema(), check: (it) => newlyEscaped(it, { on, definition: "credit" }), valid: recognitions, good: recognition, prefix: "recognitions" },
  { name: "an area", schema: areaSchema(), check: (it) => areaTree([it]), valid: areas, good: { code: "1", name: "", level: "" }, prefix: "areas[0]", beyond: /none has|no part of itself/ },
  {
    name: "residents", schema: residentsSchema(), check: (it) => areaRates([], { areas: place, residents: [it] }), valid: residents, good: { areaCode: "42" },
    prefix: "residents[0]", beyond: /none has/,
  },
  {
    name: "a classified household", schema: classifiedHouseholdSchema(), check: (it) => areaRates([it], { areas: place, residents: [] }), valid: classified,
    good: { areaCode: "42", class: null }, prefix: "households[0]", beyond: /none has|a class that the standard holds/,
  },
];

/** What is wrong with an input, and where. */
interface Refusal {
  readonly path: string;
  readonly message: string;
}

function refusalOf({ check, prefix = "", beyond }: Pair, input: unknown): Refusal | null {
  try {
    check(input as never);
    return null;
  } catch (error) {
    if (!isPovertyStandardError(error)) throw error;
    const path = error.path ?? "";
    const message = path === "" ? error.message : error.message.slice(path.length + 2);
    return beyond?.test(message) === true ? null : { path: path.slice(prefix.length).replace(/^\./, ""), message };
  }
}

/** The first issue as the checker would word it. */
function firstIssue({ error }: z.ZodSafeParseResult<unknown>): Refusal | null {
  const [issue] = error?.issues ?? [];
  if (issue === undefined) return null;
  const path = issue.path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
  return { path: path.replace(/^\./, ""), message: issue.message };
}

/** The input with another value where the checker found the fault; when it is accepted then, that was the only one. */
function repaired(input: unknown, path: readonly string[], good: AnyRecord): unknown {
  const [key, ...rest] = path;
  if (key === undefined || typeof input !== "object" || input === null) return input;
  if (Array.isArray(input)) return input.map((each: unknown, index) => (index === Number(key) ? repaired(each, rest, good) : each));
  if (key === "on" && !("on" in good)) return { ...input, reviewedOn: on };
  const others = Object.fromEntries(Object.entries(input).filter(([other]) => other !== key));
  if (rest.length > 0) return { ...input, [key]: repaired((input as AnyRecord)[key], rest, good) };
  return key in good ? { ...others, [key]: good[key] } : others;
}

describe.each(pairs)("$name", (pair) => {
  it("is accepted as the checker accepts it, and given back", () => {
    fc.assert(
      fc.property(pair.valid, (input) => {
        expect(refusalOf(pair, input)).toBeNull();
        expect(pair.schema.parse(input)).toEqual(input);
      }),
      { numRuns: 150, seed },
    );
  });

  it("when corrupted, is refused as the checker refuses it; a single fault in the same words", () => {
    const seen = { accepted: 0, refused: 0, single: 0 };
    fc.assert(
      fc.property(corrupted(pair.valid), (input) => {
        const refusal = refusalOf(pair, input);
        const result = pair.schema.safeParse(input);
        // Of a standard that is named in `law` only what is used is read by the checker.
        if (result.error?.issues.some(({ path }) => path.includes("law")) === true) return;
        expect(result.success).toBe(refusal === null);
        seen[refusal === null ? "accepted" : "refused"]++;
        if (refusal === null || refusalOf(pair, repaired(input, refusal.path.split(/[.[\]]+/).filter((key) => key !== ""), pair.good)) !== null) return;
        seen.single++;
        // Of two keys that exclude each other one may be wrong by itself, which the schema says first.
        if (refusal.message.endsWith("not both")) expect(firstIssue(result)?.path).toBe(refusal.path);
        else expect(firstIssue(result)).toEqual(refusal);
      }),
      { numRuns: 800, seed },
    );
    // The samples are worth something.
    expect(seen.accepted).toBeGreaterThan(40);
    expect(seen.single).toBeGreaterThan(80);
  });

  it("shows nothing of a person in an issue", () => {
    const secret = "Nguyễn Văn A 012345678901";
    fc.assert(
      fc.property(corrupted(pair.valid), fc.nat(), (input, at) => {
        if (typeof input !== "object" || input === null) return;
        const key = Object.keys(input)[at % Math.max(1, Object.keys(input).length)] ?? "x";
        for (const marked of [{ ...input, [key]: secret }, { ...input, [secret]: 1 }, { ...input, [key]: { [secret]: secret } }, [{ ...input, [key]: [secret, { [secret]: 1 }] }]]) {
          const { error } = pair.schema.safeParse(marked);
          expect(JSON.stringify([error?.issues, error?.message])).not.toContain("Nguyễn");
        }
      }),
      { numRuns: 100, seed },
    );
  });
});
