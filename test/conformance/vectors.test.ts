import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FALSE, TRUE, UNKNOWN } from "../../src/core/kleene.js";
import { dayNumber } from "../../src/core/plain-date.js";
import { truthOf } from "../../src/household/evidence.js";
import {
  assess, classify, classifyDeprivations, classifyPoints, standardById, standards, type Classification, type Household, type PovertyClass,
  type RecordedDeprivations, type RecordedPoints, type Standard,
} from "../../src/index.js";
import { oracle, oracleIndicators, oracleOfFlags, oracleOfPoints, type Recorded } from "../household/oracle.js";
import { refusal } from "../household/refusal.js";

interface Found {
  readonly status: string;
  readonly class: PovertyClass | null;
  readonly possible: readonly PovertyClass[];
  readonly count: readonly [number, number];
  readonly deprived?: readonly string[];
  readonly unknown?: readonly string[];
}
interface Case {
  readonly id: string;
  readonly standard: string;
  readonly kind: "facts" | "deprivations" | "points";
  readonly on?: string;
  readonly input: Recorded;
  readonly expected: Found | { readonly error: { readonly code: string; readonly path?: string | null } };
  readonly why: string;
}

// Read as text and parsed here, as another implementation would: what a bundler makes of JSON is not what stands in the file.
const file = JSON.parse(readFileSync(new URL("vectors.json", import.meta.url), "utf8")) as { readonly about: string; readonly format: object; readonly cases: readonly Case[] };
const { cases } = file;

function classified({ kind, input, on }: Case, standard: Standard): Classification {
  const options = { standard, ...(on === undefined ? {} : { on }) };
  if (kind === "facts") return classify(input as unknown as Household, options);
  return kind === "deprivations" ? classifyDeprivations(input as unknown as RecordedDeprivations, { standard }) : classifyPoints(input as unknown as RecordedPoints, { standard });
}

/** What a case expects, of a result. */
function summary({ status, class: found, possible, count, deprived, unknown }: Classification): Found {
  return { status, class: found, possible, count, ...(deprived === null ? {} : { deprived }), ...(unknown === null ? {} : { unknown }) };
}

describe("the conformance vectors", () => {
  it.each(cases.map((each) => [each.id, each.why, each] as const))("%s: %s", (_id, _why, each) => {
    const standard = standardById(each.standard);
    const { expected, input, on } = each;
    if ("error" in expected) {
      const { code, path } = refusal(() => classified(each, standard));
      expect(code).toBe(expected.error.code);
      if (expected.error.path !== undefined) expect(path).toBe(expected.error.path);
      if (each.kind === "facts") expect(refusal(() => assess(input as unknown as Household, { standard, on })).code).toBe(code);
      return;
    }
    expect(summary(classified(each, standard))).toEqual(expected);
    const day = ((input["reviewedOn"] as string | undefined) ?? on)!;
    if (each.kind === "facts") {
      const household = input as unknown as Household;
      // The path with evidence, and the reference that walks over the record.
      expect(summary(assess(household, { standard, on }))).toEqual(expected);
      const truths = standard.indicators.map(({ deprivedWhen }) => (deprivedWhen === null ? UNKNOWN : truthOf(deprivedWhen, household, dayNumber(day)!)));
      expect(truths).toEqual(standard.indicators.map(({ id }) => (expected.deprived!.includes(id) ? TRUE : expected.unknown!.includes(id) ? UNKNOWN : FALSE)));
    }
    // And the reading of the law by hand.
    if (each.kind === "points") {
      expect(oracleOfPoints(input)).toEqual(expected.possible);
      return;
    }
    const { possible, count, verdicts } = each.kind === "facts" ? oracle(input, each.standard, day) : oracleOfFlags(input, each.standard);
    expect([possible, count]).toEqual([expected.possible, expected.count]);
    if (expected.deprived === undefined) return;
    const ids = oracleIndicators(each.standard);
    expect([ids.filter((id) => verdicts[id] === true), ids.filter((id) => verdicts[id] === null)]).toEqual([expected.deprived, expected.unknown]);
  });
});

describe("the file of vectors", () => {
  it("names each case once, in its standard, and says why in a sentence", () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    for (const { id, standard, why, kind } of cases) {
      expect(standard).toContain(id.slice(0, id.indexOf("/")));
      expect(["facts", "deprivations", "points"]).toContain(kind);
      expect(why).toMatch(/^[A-Z0-9].{10,}\.$/u);
    }
    expect(Object.keys(file)).toEqual(["about", "format", "cases"]);
    const keys = new Set(cases.flatMap((each) => Object.keys(each)));
    expect([...keys].sort()).toEqual(["expected", "id", "input", "kind", "on", "standard", "why"]);
    expect(Object.keys(file.format).sort()).toEqual([...keys].sort());
  });

  it("expects what can be expected", () => {
    for (const { expected } of cases) {
      if ("error" in expected) continue;
      const { status, class: found, possible, count } = expected;
      expect(status).toBe(possible.length === 1 ? "determined" : "undetermined");
      expect(found).toBe(possible.length === 1 ? possible[0] : null);
      expect(count[0]).toBeLessThanOrEqual(count[1]);
      if (expected.deprived) expect(count).toEqual([expected.deprived.length, expected.deprived.length + expected.unknown!.length]);
    }
  });

  it.each(standards.map((standard) => [standard.id, standard] as const))("meets every class, line and residence of %s", (id, standard) => {
    const of = cases.filter((each) => each.standard === id);
    const found = (each: Case): PovertyClass | null => ("error" in each.expected ? null : each.expected.class);
    for (const rule of standard.classes) {
      expect(of.some((each) => found(each) === rule.class)).toBe(true);
      for (const tile of rule.tiles)
        for (const line of [tile.incomeUpTo, tile.incomeOver]) {
          if (line === undefined) continue;
          for (const beside of [-1, 0, 1])
            expect(of.some(({ input }) => input["monthlyIncomePerPersonVnd"] === line.amount + beside && input["residence"] === tile.residence)).toBe(true);
        }
    }
  });

  it.each(["vn/decree-07-2021", "vn/decision-59-2015"])("meets every indicator of %s deprived, not deprived and unknown", (id) => {
    const verdicts = new Set(cases.flatMap((each) => {
      if (each.standard !== id || each.kind !== "facts" || "error" in each.expected) return [];
      const { deprived, unknown } = each.expected;
      return oracleIndicators(id).map((indicator) => `${indicator} ${deprived!.includes(indicator) ? "deprived" : unknown!.includes(indicator) ? "unknown" : "not deprived"}`);
    }));
    for (const indicator of oracleIndicators(id)) for (const verdict of ["deprived", "not deprived", "unknown"]) expect(verdicts).toContain(`${indicator} ${verdict}`);
  });
});
