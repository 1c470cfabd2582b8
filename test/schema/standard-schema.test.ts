import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyDeprivations, defineStandard, isPovertyStandardError, standardById, standards, type Standard } from "../../src/index.js";
import { standardSchema } from "../../src/schema.js";

const decree07 = standardById("vn/decree-07-2021");
const schema = standardSchema();
const copy = (): Standard => JSON.parse(JSON.stringify(decree07)) as Standard;
const [rule, second] = decree07.classes;
const [indicator] = decree07.indicators;

type Row = readonly [why: string, change: Record<string, unknown>, path: readonly (string | number)[], message: RegExp];

const refused: readonly Row[] = [
  ["a misspelt key", { notheld: [] }, ["notheld"], /the nearest is "notHeld"/],
  ["a text in one language", { title: { vi: "Chuẩn" } }, ["title", "en"], /expected text; got nothing/],
  ["a day that is none", { inForce: [{ ...decree07.inForce[0], from: "2022-02-30" }] }, ["inForce", 0, "from"], /day of the calendar/],
  ["an indicator in snake_case", { indicators: [{ ...indicator, id: "health_insurance" }] }, ["indicators", 0, "id"], /camelCase/],
  ["an expression of no form", { indicators: [{ ...indicator, deprivedWhen: { some: [] } }] }, ["indicators", 0, "deprivedWhen"], /expected an expression of the language/],
  [
    "a wrong part deep in an expression", { indicators: [{ ...indicator, deprivedWhen: { any: [{ fact: "hasRadio" }, { not: { fact: "jobless" } }] } }] },
    ["indicators", 0, "deprivedWhen", "any", 1, "not"], /expected a fact of the household/,
  ],
  ["a line of half a đồng", { classes: [{ ...rule, tiles: [{ incomeUpTo: { amount: 0.5, per: "month", citation: rule!.citation } }] }] }, ["classes", 0, "tiles", 0, "incomeUpTo", "amount"], /whole VND/],
  ["more indicators than any result could name", { indicators: Array.from({ length: 31 }, (_, index) => ({ ...indicator, id: `i${index}` })) }, ["indicators"], /at most 30/],
  ["a gap in the plane", { classes: [rule] }, ["classes"], /no class at: rural/],
  ["two classes at a point", { classes: [...decree07.classes.slice(0, 1), { ...second, tiles: [...second!.tiles, ...rule!.tiles] }, ...decree07.classes.slice(2)] }, ["classes"], /two tiles/],
  ["a dimension that is not there", { dimensions: [] }, ["indicators", 0, "dimension"], /expected a dimension of the standard/],
  ["one indicator twice", { indicators: [...decree07.indicators, indicator] }, ["indicators"], /each name once/],
];

describe("standardSchema", () => {
  it.each(standards.map(({ id }) => id))("accepts %s", (id) => {
    const standard = standardById(id);
    expect(schema.parse(JSON.parse(JSON.stringify(standard)))).toEqual(standard);
  });

  it.each(refused)("refuses %s", (_why, change, path, message) => {
    const [issue] = schema.safeParse({ ...copy(), ...change }).error!.issues;
    expect(issue!.path).toEqual(path);
    expect(issue!.message).toMatch(message);
  });

  it("names every part that is not of the right kind", () => {
    const { error } = schema.safeParse({ ...copy(), id: "", dimensions: [{ id: "a" }, 1], points: 3 });
    expect(error!.issues.map((issue) => issue.path.join("."))).toEqual(["id", "dimensions.0.label", "dimensions.1", "points"]);
  });

  it.each([["what is no data", undefined], ["a function", () => decree07], ["a whole number too large for JSON", { id: 1n }]])("refuses %s", (_why, input) => {
    expect(schema.safeParse(input).error!.issues).toMatchObject([{ path: [], message: "expected plain data that JSON can hold" }]);
  });

  it("refuses what contains itself", () => {
    const circle: Record<string, unknown> = { ...copy() };
    circle["title"] = circle;
    expect(schema.safeParse(circle).error!.issues).toMatchObject([{ path: [], message: "expected plain data that JSON can hold" }]);
  });

  it("refuses an expression too deep for the stack, and does not fall over it", () => {
    const deep = Array.from({ length: 3000 }).reduce<unknown>((part) => ({ not: part }), { fact: "hasRadio" });
    const [issue] = schema.safeParse({ ...copy(), indicators: [{ ...indicator, deprivedWhen: deep }] }).error!.issues;
    expect(issue!.message).toBe("expected at most 50 expressions within each other");
  });

  it("gives back plain data, from which a standard is defined", () => {
    const parsed = schema.parse({ ...copy(), id: "example/local", inForce: [] });
    expect(Object.isFrozen(parsed)).toBe(false);
    const standard = defineStandard(parsed);
    expect(classifyDeprivations({ residence: "rural", monthlyIncomePerPersonVnd: 0, deprivationCount: 12 }, { standard }).class).toBe("poor");
  });

  it("accepts exactly what defineStandard accepts", () => {
    const values: readonly unknown[] = [
      null, undefined, "", "x", "poor", "rural", "month", "2024-02-29", "2024-02-30", 0, 1, 3, 12, 31, -1, 1.5, NaN, 2 ** 53, true, [], {}, [null], [{}], () => 1, new Date(0),
      { vi: "a", en: "b" }, { fact: "hasRadio" }, { fact: "jobless" }, { any: [{ fact: "hasRadio" }] }, { someMember: { age: ">=", years: 6 } }, new Array(2),
      { fact: "waterSource", oneOf: ["tap", "river"] }, { fact: "waterSource", oneOf: ["tap"] }, { atLeast: 2, of: [{ fact: "hasRadio" }] }, { perMember: "floorAreaM2", is: "<", value: 8 },
      { shareOfMembers: { bornOnOrAfter: "2000-01-01" }, is: ">", share: [1, 0] }, { fact: "hasRadio", oneOf: undefined },
    ];
    const keys = ["__proto__", "residence", "note", "citation", "incomeOver", "x", "deprivationsFrom", "annex", "indicator"];
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...standards), fc.nat(), fc.constantFrom(...values), fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(...keys) }), (standard, at, value, added) => {
        const data = JSON.parse(JSON.stringify(standard)) as Record<string, unknown>;
        const places: (readonly [Record<string, unknown>, string])[] = [];
        JSON.stringify(data, function (this: Record<string, unknown>, key, each: unknown) {
          if (key !== "") places.push([this, key]);
          return each;
        });
        const [holder, key] = places[at % places.length]!;
        Object.defineProperty(holder, added ?? key, { value, enumerable: true, configurable: true, writable: true });
        let refusal: string | null = null;
        try {
          defineStandard(data as unknown as Standard);
        } catch (error) {
          if (!isPovertyStandardError(error)) throw error;
          refusal = error.message;
        }
        expect(schema.safeParse(data).success, refusal ?? "accepted").toBe(refusal === null);
        seen[refusal === null ? "accepted" : "refused"]++;
      }),
      { numRuns: 300, seed: 20260101 },
    );
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(20);
  });
});
