import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyDeprivations } from "../../src/household/classify-deprivations.js";
import { classifyPoints } from "../../src/household/classify-points.js";
import { standards } from "../../src/law/registry.js";
import { classLabels, defineStandard, povertyClasses, standardTables, type ClassRule, type Standard } from "../../src/law/standard.js";
import type { Tile } from "../../src/law/tiling.js";
import { refusal } from "../support/refusal.js";
import { annual, jsonOf, monthly, placesIn, smallStandard, withAt, type Json, type JsonPath } from "./small-standard.js";

const small = jsonOf(smallStandard);
const define = (spec: Json): ReturnType<typeof refusal> => refusal(() => defineStandard(spec as unknown as Standard));
const changed = (path: JsonPath, value: Json | undefined): Json => withAt(small, path, value);

describe("defineStandard", () => {
  it("returns an equal copy, frozen throughout, and leaves what came as it was", () => {
    const spec = jsonOf(smallStandard);
    const standard = defineStandard(spec as unknown as Standard);
    expect(standard).not.toBe(spec);
    expect(standard).toEqual(spec);
    expect(spec).toEqual(small);
    const objects = placesIn(standard as unknown as Json).filter(({ value }) => typeof value === "object" && value !== null);
    expect(objects.length).toBeGreaterThan(100);
    expect(objects.filter(({ value }) => !Object.isFrozen(value))).toEqual([]);
    expect(placesIn(spec).filter(({ value }) => Object.isFrozen(value) && typeof value === "object" && value !== null)).toEqual([]);
  });

  it("takes no notice of later changes of what came", () => {
    const spec = jsonOf(smallStandard) as { id: string };
    const standard = defineStandard(spec as unknown as Standard);
    spec.id = "example/other";
    expect(standard.id).toBe("example/small");
  });

  it.each(standards.map((standard) => [standard.id, standard] as const))("%s comes back from JSON as it was", (_id, standard) => {
    const again = defineStandard(JSON.parse(JSON.stringify(standard)) as Standard);
    expect(again).toEqual(standard);
    expect(JSON.stringify(again)).toBe(JSON.stringify(standard));
  });

  it("takes a standard of income only", () => {
    const spec = { ...smallStandard, dimensions: [], indicators: [], points: null, classes: [{ ...smallStandard.classes[0]!, tiles: [{}] }], notHeld: [] };
    expect(refusal(() => defineStandard(spec))).toBe("accepted");
  });

  const refused: readonly (readonly [why: string, spec: Json, path: string | null, says: string])[] = [
    ["two indicators of one name", changed(["indicators", 1, "id"], "healthInsurance"), "indicators", "expected each name once"],
    ["two dimensions of one name", changed(["dimensions"], [small, small].map((each) => (each as { dimensions: Json[] }).dimensions[0]!)), "dimensions", "expected each name once"],
    ["a class that no one knows", changed(["classes", 2, "class"], "rich"), "classes", "expected the known classes, poorest first"],
    ["classes out of order", changed(["classes", 0, "class"], "average-living-standard"), "classes", "expected the known classes, poorest first"],
    ["a class twice", changed(["classes", 1, "class"], "poor"), "classes", "expected each name once"],
    ["a gap named __proto__", changed(["notHeld", 0, "class"], "__proto__"), "notHeld[0].class", "expected a class that the standard does not hold"],
    ["a gap in a class that is held", changed(["notHeld", 0, "class"], "near-poor"), "notHeld[0].class", "expected a class that the standard does not hold"],
    ["a gap within a class that is not held", changed(["notHeld", 0, "within"], "average-living-standard"), "notHeld[0].within", "expected a class of the standard"],
    ["a gap twice", changed(["notHeld"], [0, 1].map(() => (small as { notHeld: Json[] }).notHeld[0]!)), "notHeld", "expected each name once"],
    ["a period that ends before it begins", changed(["inForce", 0, "to"], "2020-02-29"), "inForce[0]", "expected two days in order"],
    ["a dimension that the standard does not have", changed(["indicators", 0, "dimension"], "housing"), "indicators[0].dimension", "expected a dimension of the standard"],
    ["more deprivations than indicators", changed(["classes", 0, "tiles", 0, "deprivationsFrom"], 3), "classes[0].tiles[0].deprivationsFrom", "expected a whole number from 0 to 2, the number of indicators"],
    ["the same at the other end", changed(["classes", 1, "tiles", 1, "deprivationsTo"], 3), "classes[1].tiles[1].deprivationsTo", "expected a whole number from 0 to 2, the number of indicators"],
    ["a tile from more deprivations than to", changed(["classes", 0, "tiles", 0, "deprivationsTo"], 1), "classes[0].tiles[0]", "expected a tile that is not empty"],
    ["a tile over a line up to the same line, once per month, once per year", changed(["classes", 2, "tiles", 1, "incomeUpTo"], jsonOf(annual(1200))), "classes[2].tiles[1]", "expected a tile that is not empty"],
    ["a tile over a line up to a lower one", changed(["classes", 2, "tiles", 1, "incomeUpTo"], jsonOf(monthly(99))), "classes[2].tiles[1]", "expected a tile that is not empty"],
    ["no class at all", changed(["classes"], []), "notHeld[0].within", "expected a class of the standard"],
    ["points of one residence only", withAt(small, ["points", "lines", 1], undefined), "points.lines", "expected one line for urban"],
    ["points twice for one residence", changed(["points", "lines", 1, "residence"], "rural"), "points.lines", "expected one line for rural"],
    ["points without a line", changed(["points", "lines"], []), "points.lines", "expected one line for rural"],
    ["points for an income that is no line of the classes", changed(["points", "lines", 0, "incomeUpTo", "amount"], 101), "points.lines", "expected an income line of the classes for rural"],
    ["points for a line of the other residence only", changed(["points", "lines", 0, "incomeUpTo"], jsonOf(annual(2400))), "points.lines", "expected an income line of the classes for rural"],
    ["31 indicators", changed(["indicators"], Array.from({ length: 31 }, (_, index) => withAt((small as { indicators: Json[] }).indicators[1]!, ["id"], `waste${index}`))), "indicators", "expected at most 30 indicators"],
    ["junk inside", JSON.parse('{"classes":[{}]}') as Json, "id", "expected text"],
    ["a text", "<html>", null, "expected an object"],
  ];
  it.each(refused)("refuses: %s", (_why, spec, path, says) => {
    expect(define(spec)).toEqual({ code: "chuan-ngheo/invalid-standard", path, message: path === null ? says : `${path}: ${says}` });
  });

  it("takes thirty indicators and a period of one day", () => {
    const indicators = Array.from({ length: 30 }, (_, index) => withAt((small as { indicators: Json[] }).indicators[1]!, ["id"], `waste${index}`));
    expect(define(changed(["indicators"], indicators))).toBe("accepted");
    expect(define(changed(["inForce", 0, "to"], "2020-03-01"))).toBe("accepted");
  });

  const noData: readonly (readonly [why: string, spec: unknown])[] = [
    ["a circle", (() => { const circle: Record<string, unknown> = { ...smallStandard }; circle["title"] = circle; return circle; })()],
    ["a bigint", { ...smallStandard, id: 1n }],
    ["a value that throws when it is read", Object.defineProperty({ ...smallStandard }, "id", { enumerable: true, get: () => { throw new Error("secret"); } })],
    ["nothing", undefined],
    ["a function", () => smallStandard],
    ["a symbol", Symbol("standard")],
  ];
  it.each(noData)("refuses what JSON cannot hold: %s", (_why, spec) => {
    expect(refusal(() => defineStandard(spec as Standard))).toEqual({ code: "chuan-ngheo/invalid-standard", path: null, message: "expected plain data that JSON can hold" });
  });

  it("refuses what is nested so deep that the stack would end", () => {
    const nested = (depth: number, inner: Json): Json => Array.from({ length: depth }).reduce<Json>((value) => ({ not: value }), inner);
    for (const depth of [100, 2000, 4000])
      for (const path of [["indicators", 0, "deprivedWhen"], ["indicators", 0, "label"], ["title", "vi"], ["meta"]])
        expect(define(changed(path, nested(depth, { fact: "hasRadio" })))).toMatchObject({ code: "chuan-ngheo/invalid-standard" });
  });

  it("refuses a line that JSON cannot hold, rather than reading it as 0", () => {
    for (const amount of [Number.NaN, Infinity]) {
      const spec = { ...smallStandard, classes: smallStandard.classes.map((rule): ClassRule => ({ ...rule, tiles: [{ incomeUpTo: { ...monthly(1), amount } }] })) };
      expect(refusal(() => defineStandard(spec))).toMatchObject({ code: "chuan-ngheo/invalid-standard", path: "classes[0].tiles[0].incomeUpTo.amount" });
    }
  });

  it("whatever is spoilt in it, answers with its own error or accepts", () => {
    const places = placesIn(small);
    const junk = fc.constantFrom<Json | undefined>(undefined, null, "", "poor", "rural", 0, 1, 2, 3, -1, 0.5, 1e300, true, [], {}, [[]], { class: "poor" });
    fc.assert(
      fc.property(fc.constantFrom(...places), junk, fc.constantFrom(...places), junk, (first, one, second, other) => {
        let spec = withAt(small, first.path, one);
        try {
          spec = withAt(spec, second.path, other);
        } catch {
          // The second place went with the first.
        }
        const answer = define(spec);
        if (answer !== "accepted") expect(answer.code).toBe("chuan-ngheo/invalid-standard");
      }),
      { numRuns: 3000 },
    );
  });
});

describe("the proof that the tiles cover the plane once", () => {
  const [l, h] = [monthly(100), monthly(200)];
  const rule = (name: ClassRule["class"], ...tiles: readonly Tile[]): ClassRule => ({ ...smallStandard.classes[0]!, class: name, tiles });
  const base = { ...smallStandard, notHeld: [], points: null };
  const rows: readonly (readonly [why: string, classes: readonly ClassRule[], says: string])[] = [
    ["a gap above the line", [rule("poor", { incomeUpTo: l })], "no class at: rural, income over 1200 VND per person per year, 0 deprived"],
    ["a gap up to the line", [rule("not-poor", { incomeOver: l })], "no class at: rural, income up to 1200 VND per person per year, 0 deprived"],
    ["a gap between the lines", [rule("poor", { incomeUpTo: l }), rule("not-poor", { incomeOver: h })], "no class at: rural, income over 1200 up to 2400 VND per person per year, 0 deprived"],
    ["a gap in one residence only", [rule("poor", { incomeUpTo: l }), rule("not-poor", { residence: "rural", incomeOver: l })], "no class at: urban, income over 1200 VND per person per year, 0 deprived"],
    ["a gap at one number of deprivations", [rule("poor", { deprivationsFrom: 2 }), rule("not-poor", { deprivationsTo: 0 })], "no class at: rural, any income, 1 deprived"],
    ["the 401,000 of Decision 09/2011 read to the letter", [rule("poor", { incomeUpTo: monthly(400_000) }), rule("near-poor", { incomeOver: monthly(401_000), incomeUpTo: monthly(520_000) }), rule("not-poor", { incomeOver: monthly(520_000) })], "no class at: rural, income over 4800000 up to 4812000 VND per person per year, 0 deprived"],
    ["two classes at the most deprived", [rule("poor", { deprivationsFrom: 2 }), rule("not-poor", {})], "two tiles (poor and not-poor) at: rural, any income, 2 deprived"],
    ["two tiles of one class", [rule("poor", {}, { incomeUpTo: l })], "two tiles (poor and poor) at: rural, income up to 1200 VND per person per year, 0 deprived"],
    ["three at one point", [rule("poor", {}), rule("near-poor", {}), rule("not-poor", { incomeOver: l })], "two tiles (poor and near-poor) at: rural, income up to 1200 VND per person per year, 0 deprived"],
    ["lines that cross by one VND a year", [rule("poor", { incomeUpTo: annual(1201) }), rule("not-poor", { incomeOver: l })], "two tiles (poor and not-poor) at: rural, income over 1200 up to 1201 VND per person per year, 0 deprived"],
    ["an overlap in one residence only", [rule("poor", {}), rule("not-poor", { residence: "urban", deprivationsFrom: 1, deprivationsTo: 1 })], "two tiles (poor and not-poor) at: urban, any income, 1 deprived"],
    ["one residence without a tile", [rule("poor", { residence: "urban" })], "no class at: rural, any income, 0 deprived"],
    ["classes without tiles", [rule("poor"), rule("not-poor")], "no class at: rural, any income, 0 deprived"],
    ["31 income lines", [rule("poor", ...Array.from({ length: 32 }, (_, n): Tile => ({ ...(n > 0 && { incomeOver: annual(n) }), ...(n < 31 && { incomeUpTo: annual(n + 1) }) })))], "expected at most 30 income lines for rural"],
  ];
  it.each(rows)("refuses: %s", (_why, classes, says) => {
    expect(refusal(() => defineStandard({ ...base, classes }))).toEqual({ code: "chuan-ngheo/invalid-standard", path: "classes", message: `classes: ${says}` });
  });

  it("takes tiles that meet exactly, thirty lines, and a line stated per month and per year", () => {
    expect(refusal(() => defineStandard({ ...base, classes: [rule("poor", { incomeUpTo: annual(1200) }), rule("not-poor", { incomeOver: l })] }))).toBe("accepted");
    const thirty = Array.from({ length: 31 }, (_, n): Tile => ({ ...(n > 0 && { incomeOver: annual(n) }), ...(n < 30 && { incomeUpTo: annual(n + 1) }) }));
    expect(refusal(() => defineStandard({ ...base, classes: [rule("poor", ...thirty)] }))).toBe("accepted");
  });
});

describe("standardTables", () => {
  it("knows what defineStandard made, and a standard of another copy of the package by its frozen content", () => {
    const standard = defineStandard(smallStandard);
    expect(standardTables(standard)).toBe(standardTables(standard));
    const frozen = (value: Json): Json => {
      if (typeof value === "object" && value !== null) Object.values(value).forEach(frozen);
      Object.freeze(value);
      return value;
    };
    const foreign = frozen(jsonOf(smallStandard)) as unknown as Standard;
    expect(standardTables(foreign)).toEqual(standardTables(standard));
    expect(standardTables(foreign)).toBe(standardTables(foreign));
  });

  it("lists the facts of each indicator; none where the threshold is not held", () => {
    expect(standardTables(defineStandard(smallStandard)).factsOfIndicator).toEqual([["bornOn", "hasHealthInsurance"], []]);
  });

  const never = "standard: expected a standard that defineStandard returned";
  const surface = (spec: Json): Json => {
    Object.freeze(spec);
    return spec;
  };
  const wrong: readonly (readonly [why: string, standard: unknown, message: string])[] = [
    ["nothing", undefined, never],
    ["null", null, never],
    ["an id", "vn/decree-07-2021", never],
    ["plain data that was not checked", smallStandard, never],
    ["plain data that is frozen on the surface only", surface(jsonOf(smallStandard)), "standard: expected a standard that is frozen throughout"],
    ["frozen junk", Object.freeze({ classes: Object.freeze([Object.freeze({})]) }), "id: expected text"],
    ["an empty frozen list", Object.freeze([]), "expected an object"],
  ];
  it.each(wrong)("refuses: %s", (_why, standard, message) => {
    const refused = refusal(() => standardTables(standard as Standard));
    expect(refused).toMatchObject({ code: "chuan-ngheo/invalid-standard", message });
    if (message.startsWith("standard")) expect(refused).toHaveProperty("path", "standard");
  });

  it("so that who forgets defineStandard is told what was expected", () => {
    const household = { residence: "rural", deprivationCount: 1 } as const;
    expect(refusal(() => classifyDeprivations(household, { standard: smallStandard }))).toMatchObject({ path: "standard", message: expect.stringContaining("defineStandard") as string });
    expect(refusal(() => classifyPoints(household, { standard: undefined as unknown as Standard }))).toMatchObject({ path: "standard" });
  });
});

describe("the classes", () => {
  it("are four, poorest first, each with its names", () => {
    expect(povertyClasses).toEqual(["poor", "near-poor", "average-living-standard", "not-poor"]);
    expect(classLabels).toEqual({
      poor: { vi: "hộ nghèo", en: "poor household" },
      "near-poor": { vi: "hộ cận nghèo", en: "near-poor household" },
      "average-living-standard": { vi: "hộ có mức sống trung bình", en: "household of average living standard" },
      "not-poor": { vi: "hộ không nghèo", en: "household that is not poor" },
    });
  });
});
