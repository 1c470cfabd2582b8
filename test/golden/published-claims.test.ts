import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { auditClaims } from "../../src/audit/audit-claims.js";
import type { AuditVerdict, Claims } from "../../src/audit/claims.js";

/**
 * Published tables as data, each with the verdict it must get: 103 that were printed, with their sources, and others
 * made by hand for what those do not reach. The verdicts follow from the definition of the checks, worked out exactly.
 */

type GoldenCase = Claims & { readonly id: string; readonly expect: AuditVerdict; readonly meta?: { readonly why?: string } };

const linesOf = (name: string): readonly string[] => readFileSync(new URL(name, import.meta.url), "utf8").trimEnd().split("\n");
const casesOf = (name: string): readonly GoldenCase[] => linesOf(name).map((line) => JSON.parse(line) as GoldenCase);

const published = casesOf("published-claims.jsonl");
const handMade = casesOf("hand-made-claims.jsonl");
const all = [...published, ...handMade];
const verdicts: readonly AuditVerdict[] = ["consistent", "inconsistent", "not-checkable"];

const tally = (cases: readonly GoldenCase[]): readonly number[] => verdicts.map((verdict) => cases.filter((golden) => golden.expect === verdict).length);

describe("the published tables", () => {
  it("are 103: 66 consistent, 13 inconsistent, 24 not checkable", () => {
    expect(tally(published)).toEqual([66, 13, 24]);
  });

  it("each name their source, in NFC", () => {
    expect(published.filter(({ source }) => (source ?? "") === "").map(({ id }) => id)).toEqual([]);
    expect(linesOf("published-claims.jsonl").filter((line) => line !== line.normalize("NFC"))).toEqual([]);
  });

  it.each(published)("$id is $expect", (golden) => {
    expect(auditClaims(golden).verdict).toBe(golden.expect);
  });
});

describe("the tables made by hand", () => {
  it("each say in a sentence why, and hold every verdict", () => {
    expect(handMade.filter(({ meta }) => !/^\S.*\.$/u.test(meta?.why ?? "")).map(({ id }) => id)).toEqual([]);
    expect(Math.min(...tally(handMade))).toBeGreaterThan(20);
  });

  it.each(handMade)("$id is $expect: $meta.why", (golden) => {
    expect(auditClaims(golden).verdict).toBe(golden.expect);
  });
});

describe("the expected verdict", () => {
  it("belongs to one case, named once", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  const others = (golden: GoldenCase): readonly AuditVerdict[] => verdicts.filter((verdict) => verdict !== golden.expect);

  it("is never what the verdict is read from: with any other, or none, the verdict is the same", () => {
    const changed = all.flatMap((golden) => {
      const corrupted = [null, ...others(golden)].map((verdict) => ({ ...golden, expect: verdict }));
      return corrupted.map((claims) => ({ id: golden.id, expect: golden.expect, claims }));
    });
    expect(changed).toHaveLength(3 * all.length);
    expect(changed.filter((one) => auditClaims(one.claims).verdict !== one.expect).map(({ id }) => id)).toEqual([]);
  });

  it("would fail every case if it were corrupted", () => {
    const passing = all.flatMap((golden) => others(golden).map((verdict) => ({ ...golden, expect: verdict }))).filter((golden) => auditClaims(golden).verdict === golden.expect);
    expect(passing.map(({ id }) => id)).toEqual([]);
  });
});
