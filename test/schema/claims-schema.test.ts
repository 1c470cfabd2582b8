import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import * as z from "zod";
import { auditClaims } from "../../src/audit/audit-claims.js";
import type { Claims } from "../../src/audit/claims.js";
import { isPovertyStandardError } from "../../src/core/errors.js";
import { claimsSchema, type ClaimsInput } from "../../src/schema.js";
import { corrupted, type AnyRecord } from "./corruptions.js";

const schema = claimsSchema();
const seed = 20260101;

/** What is wrong, and the way to it as zod writes it. */
interface Refusal {
  readonly path: string;
  readonly message: string;
}

function refusalOf(input: unknown): Refusal | null {
  try {
    auditClaims(input as Claims);
    return null;
  } catch (error) {
    if (!isPovertyStandardError(error)) throw error;
    const path = error.path ?? "";
    return { path: keysOf(path), message: path === "" ? error.message : error.message.slice(path.length + 2) };
  }
}

/** `values["TP Kon Tum"]` and `shares[1].part` as JSON of their keys. */
function keysOf(path: string): string {
  const [, quoted] = /^values\[(".*")\]$/s.exec(path) ?? [];
  if (quoted !== undefined) return JSON.stringify(["values", JSON.parse(quoted)]);
  const keys = path.startsWith("values.") ? ["values", path.slice("values.".length)] : path.split(/[.[\]]+/).filter((key) => key !== "");
  return JSON.stringify(keys.map((key) => (/^\d+$/.test(key) && !path.startsWith("values") ? Number(key) : key)));
}

function firstIssue({ error }: z.ZodSafeParseResult<unknown>): Refusal | null {
  const [issue] = error?.issues ?? [];
  return issue === undefined ? null : { path: JSON.stringify(issue.path), message: issue.message };
}

// ------------------------------------------------------------------------------------------------ tables that are accepted

const maybe = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null | undefined> => fc.oneof({ weight: 5, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom(null, undefined) });
const anyName = fc.oneof(fc.constantFrom("poor", "poor_people", "near", "households", "TP Kon Tum", "hộ nghèo", "ho\u0323\u0302", "__proto__", "constructor", ""), fc.string({ maxLength: 6 }));
const count = fc.oneof(fc.nat(3_000_000), fc.constantFrom(0, -0, 2 ** 53 - 1));
const percent = fc.oneof(fc.nat(100).map(String), fc.tuple(fc.nat(100), fc.nat(99)).map(([whole, part]) => `${whole}.${String(part).padStart(2, "0")}`), fc.constantFrom("0", "0.00", "007", "12345678901234.5", "123456789012345"));

/** Objects as JSON.parse makes them: also `__proto__` is a key like any other. */
const countsOf = (names: readonly string[], counts: readonly number[]): AnyRecord => Object.fromEntries(names.map((each, index) => [each, counts[index]!]));

const tables: fc.Arbitrary<AnyRecord> = fc
  .uniqueArray(anyName, { selector: (each) => each.normalize("NFC"), minLength: 1, maxLength: 5 })
  .chain((names) => {
    const known = fc.constantFrom(...names);
    const share = fc.record({ part: fc.oneof(known, known.map((each) => [each]), fc.tuple(known, known)), whole: fc.oneof(known, fc.constantFrom("all", "residents")), printed: percent }, { noNullPrototype: true });
    const sum = fc.record({ total: known, parts: fc.array(known, { minLength: 1, maxLength: 3 }) }, { noNullPrototype: true });
    const term = fc.tuple(fc.constantFrom(1, -1), known);
    const balance = fc.record({ closing: known, terms: fc.array(term, { minLength: 1, maxLength: 3 }), complete: maybe(fc.boolean()) }, { noNullPrototype: true, requiredKeys: ["closing", "terms"] });
    return fc.tuple(fc.array(count, { minLength: names.length, maxLength: names.length }), fc.array(share, { maxLength: 3 })).chain(([counts, shares]) => {
      const place = fc.nat(Math.max(0, shares.length - 1));
      const rateSum = fc.record({ total: place, terms: fc.array(place, { minLength: 1, maxLength: 3 }) }, { noNullPrototype: true });
      return fc.record(
        {
          id: maybe(fc.oneof(fc.string(), fc.integer())),
          area: maybe(fc.string()), level: maybe(fc.string()), period: maybe(fc.string()), source: maybe(fc.string()),
          values: fc.constant(countsOf(names, counts)),
          shares: maybe(fc.constant(shares)),
          sums: maybe(fc.array(sum, { maxLength: 2 })),
          balances: maybe(fc.array(balance, { maxLength: 2 })),
          approximate: maybe(fc.boolean()),
          expect: maybe(fc.constantFrom("consistent", "inconsistent", "not-checkable")),
          meta: fc.anything(),
          rateSums: maybe(fc.array(rateSum, { maxLength: shares.length === 0 ? 0 : 2 })),
        },
        { requiredKeys: shares.length === 0 ? ["values"] : ["values", "shares"], noNullPrototype: true },
      ).map((table): AnyRecord => (table.shares === null || table.shares === undefined ? { ...table, rateSums: null } : table));
    });
  });

// ------------------------------------------------------------------------------------------------ worked cases

const share = { part: "poor", whole: "all", printed: "1.22" };
const table = { values: { poor: 377, near: 549 }, shares: [share] };

const refused: readonly (readonly [why: string, input: unknown, path: readonly (string | number)[], message: string])[] = [
  ["no object", "x", [], "expected an object; got text"],
  ["no counts", {}, ["values"], "expected an object of counts; got nothing"],
  ["counts as a list", { values: [1] }, ["values"], "expected an object of counts; got a list"],
  ["a count with decimals", { values: { poor: 1.5 } }, ["values", "poor"], "expected a whole number of 0 or more, below 2^53; got a number"],
  ["one name in two spellings", { values: { "h\u1ed9": 1, "ho\u0323\u0302": 1 } }, ["values", "h\u1ed9"], "expected each name once; two spellings of it are the same letters"],
  ["a misspelt key", { ...table, share: [] }, ["share"], 'a key "share" is no key of a table of claims; the nearest is "shares"'],
  ["a misspelt key of a share", { ...table, shares: [{ ...share, printd: "1" }] }, ["shares", 0, "printd"], 'a key "printd" is no key of a share; the nearest is "printed"'],
  ["a percentage as a number", { ...table, shares: [{ ...share, printed: 1.22 }] }, ["shares", 0, "printed"], "expected a percentage as text, digits with decimals after a point, 15 digits at most; got a number"],
  ["a percentage with a comma", { ...table, shares: [{ ...share, printed: "1,22" }] }, ["shares", 0, "printed"], "expected a percentage as text, digits with decimals after a point, 15 digits at most; got text"],
  ["a part without value", { ...table, shares: [{ ...share, part: "por" }] }, ["shares", 0, "part"], 'expected a name that has a value in values; the nearest is "poor"'],
  ["a reading without value", { ...table, shares: [{ ...share, part: ["poor", "rich"] }] }, ["shares", 0, "part", 1], "expected a name that has a value in values"],
  ["no reading", { ...table, shares: [{ ...share, part: [] }] }, ["shares", 0, "part"], "expected a name or at least one of them; got a list"],
  ["lists of names of one whole that are not equally long", { ...table, shares: [{ ...share, part: ["poor", "near"] }, { ...share, part: ["poor", "near", "poor"] }] }, ["shares", 1, "part"], "expected 2 names, as many as before for the same whole; got 3"],
  ["a sum of nothing", { ...table, sums: [{ total: "poor", parts: [] }] }, ["sums", 0, "parts"], "expected at least one name; got a list"],
  ["a total without value", { ...table, sums: [{ total: "all", parts: ["poor"] }] }, ["sums", 0, "total"], "expected a name that has a value in values"],
  ["a sign that is none", { ...table, balances: [{ closing: "poor", terms: [[2, "near"]] }] }, ["balances", 0, "terms", 0], "expected 1 or -1 and a name; got a list"],
  ["a term that is no name", { ...table, balances: [{ closing: "poor", terms: [[1, 1]] }] }, ["balances", 0, "terms", 0], "expected a name; got a whole number"],
  ["a balance without closing", { ...table, balances: [{ closing: "end", terms: [[1, "near"]] }] }, ["balances", 0, "closing"], "expected a name that has a value in values"],
  ["text for true", { ...table, approximate: "true" }, ["approximate"], "expected true or false; got text"],
  ["a place where no share is", { ...table, rateSums: [{ total: 0, terms: [1] }] }, ["rateSums", 0, "terms", 0], "expected a whole number from 0 to 0; got a whole number"],
  ["places of a table without shares", { values: { poor: 1 }, rateSums: [{ total: 0, terms: [0] }] }, ["rateSums", 0], "expected shares to add up; the table has none"],
  ["a verdict that is none", { ...table, expect: "wrong" }, ["expect"], "expected consistent, inconsistent or not-checkable; got text"],
  ["a number for the source", { ...table, source: 1 }, ["source"], "expected text; got a whole number"],
];

describe("the schema of claims", () => {
  it.each(refused)("refuses %s, in the words of auditClaims", (_why, input, path, message) => {
    const found = { path: JSON.stringify(path), message };
    expect(schema.safeParse(input).error!.issues).toHaveLength(1);
    expect(firstIssue(schema.safeParse(input))).toEqual(found);
    expect(refusalOf(input)).toEqual(found);
  });

  it("accepts the published tables and gives them back as a copy", () => {
    const lines = readFileSync(new URL("../golden/published-claims.jsonl", import.meta.url), "utf8").trimEnd().split("\n");
    expect(lines).toHaveLength(103);
    for (const line of lines) {
      const claims = JSON.parse(line) as ClaimsInput;
      expect(schema.parse(claims)).toEqual(claims);
      expect(schema.parse(claims).values).not.toBe(claims.values);
    }
  });

  it("keeps a count named __proto__", () => {
    const parsed = schema.parse(JSON.parse('{"values":{"__proto__":1}}'));
    expect(Object.entries(parsed.values)).toEqual([["__proto__", 1]]);
  });

  it("has the type of what auditClaims reads", () => {
    expectTypeOf<ClaimsInput>().toExtend<Claims>();
    expectTypeOf<keyof ClaimsInput>().toEqualTypeOf<keyof Claims>();
  });
});

// ------------------------------------------------------------------------------------------------ equal to the checker

/** What `$comment` says that JSON Schema cannot. */
const beyond = /has a value in values|each name once|as many as before|expected a whole number from 0 to|the table has none/;

describe("beside auditClaims", () => {
  it("accepts what it accepts, and gives it back", () => {
    fc.assert(
      fc.property(tables, (input) => {
        expect(refusalOf(input)).toBeNull();
        expect(schema.parse(input)).toEqual(input);
      }),
      { numRuns: 500, seed },
    );
  });

  it("refuses what it refuses when corrupted; where there is one fault, at the same place in the same words", () => {
    const seen = { accepted: 0, refused: 0, single: 0 };
    fc.assert(
      fc.property(corrupted(tables), (input) => {
        const refusal = refusalOf(input);
        const result = schema.safeParse(input);
        expect(result.success).toBe(refusal === null);
        seen[refusal === null ? "accepted" : "refused"]++;
        if (refusal === null || result.error?.issues.length !== 1) return;
        const found = firstIssue(result)!;
        // The schema asks whether parts fit together only when all are right, so here are two faults.
        if (beyond.test(refusal.message) && !beyond.test(found.message)) return;
        seen.single++;
        expect(found.path).toBe(refusal.path);
        // How many shares there are, the schema of a place does not know.
        if (!refusal.message.startsWith("expected a whole number from 0 to")) expect(found.message).toBe(refusal.message);
      }),
      { numRuns: 5000, seed },
    );
    expect(seen.accepted).toBeGreaterThan(300);
    expect(seen.single).toBeGreaterThan(1500);
  });

  it("says in no message what came", () => {
    const secret = "Nguyễn Văn A 012345678901";
    fc.assert(
      fc.property(corrupted(tables), fc.nat(), (input, at) => {
        if (typeof input !== "object" || input === null) return;
        const keys = Object.keys(input);
        const key = keys[at % Math.max(1, keys.length)] ?? "x";
        for (const marked of [{ ...input, [key]: secret }, { ...input, [secret]: 1 }, { ...input, [key]: [secret, { [secret]: secret }] }]) {
          expect(JSON.stringify(schema.safeParse(marked).error?.issues.map(({ message }) => message) ?? [])).not.toContain("Nguyễn");
        }
      }),
      { numRuns: 300, seed },
    );
  });
});

describe("its JSON Schema", () => {
  const fits = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false }).compile(z.toJSONSchema(schema));

  it("says of data from JSON what the schema says, less the rules of $comment", () => {
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(corrupted(tables), (input) => {
        const data = asJson(input);
        const { error } = schema.safeParse(data);
        if (error?.issues.every(({ message }) => beyond.test(message)) === true) return;
        expect(fits(data)).toBe(error === undefined);
        seen[error === undefined ? "accepted" : "refused"]++;
      }),
      { numRuns: 1500, seed },
    );
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(100);
  });
});

function asJson(input: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(input, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))) as unknown;
  } catch {
    return null;
  }
}
