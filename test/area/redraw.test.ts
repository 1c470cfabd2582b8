import fc, { type Arbitrary } from "fast-check";
import { describe, expect, it } from "vitest";
import { areaRates, percentText, type CountedHousehold } from "../../src/index.js";
import { crosswalk, printedAreaRates, redraw, type AreaChange, type Crosswalk, type LocatedRow, type OldMapData, type RedrawOptions } from "../../src/forms.js";
import { refusal } from "../support/refusal.js";

const on = "2025-12-31";
const walk = (...rows: readonly (readonly [on: string, from: string, to: string])[]): Crosswalk => crosswalk(rows.map(([day, from, to]) => ({ on: day, from, to })));
/** Quảng Ngãi keeps its code and takes in Kon Tum. */
const quangNgai = walk(["2025-07-01", "51", "51"], ["2025-07-01", "62", "51"]);
const split = walk(["2025-07-01", "a", "x"], ["2025-07-01", "a", "y"], ["2025-07-01", "b", "y"]);

const codes = (areaCodes: readonly string[], made: Crosswalk, options: RedrawOptions): readonly string[] =>
  redraw({ households: areaCodes.map((areaCode) => ({ areaCode })) }, made, options).households.map(({ areaCode }) => areaCode);

describe("Kon Tum and Quảng Ngãi, merged on 1 July 2025", () => {
  // Poor households of 2024 as published; all households are implied: the nearest whole number to poor / rate.
  const published = [{ areaCode: "51", poor: 16_368, rate: 0.03664034 }, { areaCode: "62", poor: 6_557, rate: 0.1084592 }];
  const counts = published.map(({ areaCode, poor, rate }) => ({ areaCode, poor, households: Math.round(poor / rate) }));

  it("is 4.52 % by added counts, not the mean of the rates, 7.25 %", () => {
    expect(counts.map(({ households }) => households)).toEqual([446_721, 60_456]);
    const [row] = redraw({ counts }, quangNgai, { on }).counts;
    expect(row).toEqual({ areaCode: "51", poor: 22_925, households: 507_177 });
    expect(percentText({ numerator: row?.poor ?? 0, denominator: row?.households ?? 0 })).toBe("4.52");
  });

  it("needs both: of one province alone the merged one has no counts", () => {
    for (const [given, missing] of [[counts.slice(0, 1), "62"], [counts.slice(1), "51"]] as const)
      expect(redraw({ counts: given }, quangNgai, { on })).toMatchObject({
        counts: [{ areaCode: "51", poor: null, households: null }],
        incomplete: [{ rows: "counts", areaCode: "51", missing: [missing] }],
      });
  });

  it("refuses a merged area beside its parts, since without the row from 51 to 51 the crosswalk takes 51 for new", () => {
    expect(refusal(() => redraw({ counts }, walk(["2025-07-01", "62", "51"]), { on }))).toMatchObject({ code: "chuan-ngheo/invalid-area", path: "counts[0].areaCode" });
  });

  it.each([
    ["the day before", "2025-06-30", ["51", "62"]],
    ["the first day", "2025-07-01", ["51", "51"]],
    ["the day after", "2025-07-02", ["51", "51"]],
  ])("the map of %s", (_when, day, expected) => {
    expect(codes(["51", "62"], quangNgai, { on: day })).toEqual(expected);
  });
});

describe("mistakes seen in tables of redrawn areas", () => {
  it("a published total of a merged area that is not the sum of its parts is not accepted beside them", () => {
    const merged = walk(["2025-07-01", "a", "n"], ["2025-07-01", "b", "n"]);
    // Two years: the parts add up to the first number (how they share it is made up), the second was published.
    for (const [sum, publishedTotal, difference] of [[99_562, 68_678, -30_884], [28_369, 28_702, 333]] as const) {
      const parts = [{ areaCode: "a", poor: sum - 10_000 }, { areaCode: "b", poor: 10_000 }];
      expect(refusal(() => redraw({ counts: [...parts, { areaCode: "n", poor: publishedTotal }] }, merged, { on }))).toMatchObject({ path: "counts[2].areaCode" });
      expect(publishedTotal - (redraw({ counts: parts }, merged, { on }).counts[0]?.poor ?? 0)).toBe(difference);
      // As residents of a whole with its parts the two are compared.
      const areas = ["n", "a", "b"].map((code) => ({ code, name: code, level: "unit", parent: code === "n" ? null : "n" }));
      const residents = [...parts.map(({ areaCode, poor }) => ({ areaCode, households: poor })), { areaCode: "n", households: publishedTotal }];
      expect(areaRates([], { areas, residents }).at(-1)?.problem).toBe("residents-differ-from-children");
    }
  });

  it("makes years compare: rates of both on the new map", () => {
    const areas = [{ code: "51", name: "Quảng Ngãi", level: "province" }];
    const households: readonly (CountedHousehold & LocatedRow)[] = [{ id: 1, areaCode: "62", class: "poor", persons: 4 }, { id: 2, areaCode: "51", class: "near-poor", persons: 2 }];
    const old = redraw({ households, residents: [{ areaCode: "51", households: 30 }, { areaCode: "62", households: 10, persons: 50 }] }, quangNgai, { on, codedOn: "2024-12-31" });
    expect(old.residents).toEqual([{ areaCode: "51", households: 40, persons: null }]);
    const [row] = areaRates(old.households, { areas, residents: old.residents }).map(printedAreaRates);
    expect(row?.rates.poorHouseholds).toEqual({ low: "2.50", high: "2.50" });
    expect(row?.rates.poorPersons).toBeNull();
  });
});

describe("redraw", () => {
  it("composes the changes of several days", () => {
    const chain = walk(["2008-08-01", "a", "b"], ["2020-01-01", "b", "c"], ["2020-01-01", "d", "c"], ["2025-07-01", "c", "e"]);
    expect(codes(["a", "b", "c", "d", "e", "other"], chain, { on })).toEqual(["e", "e", "e", "e", "e", "other"]);
    expect(codes(["a", "b", "d"], chain, { on: "2020-01-01" })).toEqual(["c", "c", "c"]);
    expect(codes(["c"], chain, { on, codedOn: "2020-01-01" })).toEqual(["e"]);
  });

  it("takes an area of a map between for what went into it", () => {
    const chain = walk(["2020-01-01", "a", "c"], ["2020-01-01", "b", "c"], ["2025-07-01", "c", "e"], ["2025-07-01", "d", "e"]);
    const sums = (areaCodes: readonly string[]): unknown => redraw({ counts: areaCodes.map((areaCode) => ({ areaCode, poor: 1 })) }, chain, { on });
    expect(sums(["c", "d"])).toMatchObject({ counts: [{ areaCode: "e", poor: 2 }], incomplete: [] });
    expect(sums(["a", "d"])).toMatchObject({ counts: [{ poor: null }], incomplete: [{ missing: ["b"] }] });
    expect(sums(["d"])).toMatchObject({ incomplete: [{ missing: ["a", "b"] }] });
    expect(sums(["e"])).toMatchObject({ counts: [{ areaCode: "e", poor: 1 }], incomplete: [] });
    expect(refusal(() => sums(["a", "b", "c", "d"]))).toMatchObject({ path: "counts[2].areaCode" });
    expect(refusal(() => sums(["e", "a"]))).toMatchObject({ path: "counts[0].areaCode" });
  });

  it("refuses an area that was split, and says which, when and into which", () => {
    expect(refusal(() => redraw({ households: [{ areaCode: "b" }, { areaCode: "a" }] }, split, { on }))).toEqual({
      code: "chuan-ngheo/invalid-area", path: "households[1].newAreaCode",
      message: 'households[1].newAreaCode: expected the code of the new area; "a" was split on 2025-07-01 into "x", "y"',
    });
    const later = walk(["2020-01-01", "o", "a"], ["2025-07-01", "a", "x"], ["2025-07-01", "a", "y"]);
    expect(refusal(() => codes(["o"], later, { on }))).toMatchObject({ message: expect.stringContaining('"o" became "a", which was split on 2025-07-01 into "x", "y"') as string });
    expect(refusal(() => redraw({ residents: [{ areaCode: "a", households: 5 }] }, split, { on }))).toMatchObject({ path: "residents[0].newAreaCode" });
  });

  it("takes the households of a split area that carry their new code, or have it already", () => {
    const households = [{ id: "h", areaCode: "a", newAreaCode: "y" }, { areaCode: "x" }, { areaCode: "b", newAreaCode: "y" }, { areaCode: "b", newAreaCode: null }];
    const result = redraw({ households }, split, { on }).households;
    expect(result).toEqual([{ id: "h", areaCode: "y" }, { areaCode: "x" }, { areaCode: "y" }, { areaCode: "y" }]);
    expect(result.some((household) => "newAreaCode" in household)).toBe(false);
  });

  it("adds the rows of a split area by their new codes", () => {
    const residents = [{ areaCode: "a", newAreaCode: "x", households: 5 }, { areaCode: "a", newAreaCode: "y", households: 7 }, { areaCode: "b", households: 10 }];
    expect(redraw({ residents }, split, { on })).toMatchObject({ residents: [{ areaCode: "x", households: 5 }, { areaCode: "y", households: 17 }], incomplete: [] });
    expect(redraw({ residents: residents.slice(2) }, split, { on }).incomplete).toEqual([{ rows: "residents", areaCode: "y", missing: ["a"] }]);
  });

  it("asks for no new code before the split, after it, or where the parts came together again", () => {
    const kept = walk(["2025-07-01", "a", "a"], ["2025-07-01", "a", "b"]);
    expect(codes(["a"], kept, { on: "2025-06-30" })).toEqual(["a"]);
    expect(refusal(() => codes(["a"], kept, { on }))).toMatchObject({ path: "households[0].newAreaCode" });
    expect(refusal(() => codes(["a"], kept, { on, codedOn: "2025-06-30" }))).toMatchObject({ path: "households[0].newAreaCode" });
    expect(codes(["a"], kept, { on, codedOn: "2025-07-01" })).toEqual(["a"]);
    expect(codes(["a", "b"], walk(["2020-01-01", "a", "a"], ["2020-01-01", "a", "b"], ["2025-07-01", "a", "c"], ["2025-07-01", "b", "c"]), { on })).toEqual(["c", "c"]);
  });

  it("knows an area that a redrawing brought when others join it without a row to itself", () => {
    const joined = walk(["2020-01-01", "a", "n"], ["2025-07-01", "b", "n"]);
    expect(redraw({ counts: [{ areaCode: "b", poor: 1 }] }, joined, { on }).incomplete).toEqual([{ rows: "counts", areaCode: "n", missing: ["a"] }]);
    expect(redraw({ counts: [{ areaCode: "n", poor: 2 }, { areaCode: "b", poor: 1 }] }, joined, { on }).counts).toEqual([{ areaCode: "n", poor: 3 }]);
  });

  it("keeps names that objects have for other things", () => {
    const [row] = redraw({ counts: [JSON.parse('{"areaCode":"b","__proto__":1,"constructor":2}') as LocatedRow] }, split, { on: "2024-12-31" }).counts;
    expect(Object.entries(row ?? {})).toEqual([["areaCode", "b"], ["__proto__", 1], ["constructor", 2]]);
  });

  it.each<readonly [why: string, data: unknown, options: unknown, code: string, path: string | null]>([
    ["No day.", {}, {}, "invalid-input", "on"],
    ["No day of the calendar.", {}, { on: "2025-02-29" }, "invalid-input", "on"],
    ["The old map is later than the new one.", {}, { on: "2025-07-01", codedOn: "2025-07-02" }, "invalid-input", "codedOn"],
    ["A household that is none.", { households: [null] }, { on }, "invalid-input", "households[0]"],
    ["A code as a number.", { households: [{ areaCode: 51 }] }, { on }, "invalid-input", "households[0].areaCode"],
    ["A new code as a number.", { households: [{ areaCode: "a", newAreaCode: 51 }] }, { on }, "invalid-input", "households[0].newAreaCode"],
    ["A new code that the old area did not become.", { households: [{ areaCode: "a", newAreaCode: "b" }] }, { on }, "invalid-area", "households[0].newAreaCode"],
    ["A new code against the crosswalk, of an area that went whole.", { households: [{ areaCode: "b", newAreaCode: "x" }] }, { on }, "invalid-area", "households[0].newAreaCode"],
    ["A code that is new after the day: there is no way back.", { households: [{ areaCode: "x" }] }, { on: "2025-06-30" }, "invalid-area", "households[0].areaCode"],
    ["A code that had ended on the day of the old map.", { households: [{ areaCode: "b" }] }, { on, codedOn: "2025-07-01" }, "invalid-area", "households[0].areaCode"],
    ["An area that comes twice.", { residents: [{ areaCode: "b" }, { areaCode: "b" }] }, { on }, "invalid-area", "residents[1].areaCode"],
    ["A count that is none.", { counts: [{ areaCode: "b", poor: 1.5 }] }, { on }, "invalid-input", "counts[0].poor"],
    ["A name is no count.", { counts: [{ areaCode: "b", name: "Kon Tum" }] }, { on }, "invalid-input", "counts[0].name"],
    ["A key that is no identifier is not shown.", { counts: [{ areaCode: "b", "Nguyễn Văn A": -1 }] }, { on }, "invalid-input", "counts[0]"],
    ["A sum that is not exact.", { counts: [{ areaCode: "b", poor: 2 ** 53 - 1 }, { areaCode: "a", newAreaCode: "y", poor: 1 }] }, { on }, "invalid-input", "counts"],
  ])("refuses: %s", (_why, data, options, code, path) => {
    expect(refusal(() => redraw(data as OldMapData<LocatedRow, LocatedRow>, split, options as RedrawOptions))).toMatchObject({ code: `chuan-ngheo/${code}`, path });
  });

  it("refuses the rows of a crosswalk in place of what crosswalk gives", () => {
    expect(refusal(() => redraw({}, [{ on, from: "a", to: "b" }] as unknown as Crosswalk, { on }))).toMatchObject({ path: "crosswalk" });
  });
});

// ------------------------------------------------------------------------------------------------ on random maps

const days = ["2020-01-01", "2022-01-01", "2025-07-01"] as const;
const oldCodes = ["a", "b", "c", "d", "e", "f"] as const;

/** Areas that went whole over three days, and where each old one is after each day, kept by hand. */
interface RandomMap {
  readonly changes: readonly AreaChange[];
  readonly after: readonly ReadonlyMap<string, string>[];
}

const maps: Arbitrary<RandomMap> = fc.array(fc.array(fc.nat({ max: 4 }), { minLength: 6, maxLength: 6 }), { minLength: 3, maxLength: 3 }).map((choices) => {
  let now = new Map<string, string>(oldCodes.map((code) => [code, code]));
  const changes: AreaChange[] = [];
  const after = choices.map((choice, index) => {
    const day = days[index] ?? "";
    const areas = [...new Set(now.values())].sort();
    // 0 and 1: into a new area; 2: into the first that stays; 3 and 4: stays.
    const chosen = areas.map((code, place) => ({ code, pick: choice[place] ?? 4 }));
    const host = chosen.find(({ pick }) => pick > 2)?.code ?? null;
    const to = new Map(chosen.map(({ code, pick }) => [code, pick < 2 ? `n${index}${pick}` : pick === 2 ? (host ?? code) : code]));
    for (const [from, target] of to) changes.push({ on: day, from, to: target });
    now = new Map([...now].map(([old, code]) => [old, to.get(code) ?? ""]));
    return now;
  });
  return { changes, after };
});
const amounts = fc.array(fc.nat({ max: 1000 }), { minLength: 6, maxLength: 6 });

describe("on random maps", () => {
  it("conserves totals, as counted by hand, in any order, and leaves its input as it was", () => {
    fc.assert(
      fc.property(maps, amounts, fc.nat({ max: 2 }), ({ changes, after }, poor, at) => {
        const counts = oldCodes.map((areaCode, index) => ({ areaCode, poor: poor[index] ?? 0 }));
        const data = { counts, households: oldCodes.map((areaCode) => ({ areaCode })), residents: counts.map(({ areaCode, poor: households }) => ({ areaCode, households })) };
        const before = structuredClone({ changes, data });
        const options = { on: days[at] ?? on };
        const result = redraw(data, crosswalk(changes), options);
        const expected = new Map<string, number>();
        for (const each of counts) {
          const code = after[at]?.get(each.areaCode) ?? "";
          expected.set(code, (expected.get(code) ?? 0) + each.poor);
        }
        expect(new Map(result.counts.map((row) => [row.areaCode, row.poor]))).toEqual(expected);
        expect(result.incomplete).toEqual([]);
        expect(result.households.map(({ areaCode }) => areaCode)).toEqual(oldCodes.map((code) => after[at]?.get(code)));
        expect(result.residents.reduce((sum, { households }) => sum + (households ?? 0), 0)).toBe(poor.reduce((sum, each) => sum + each, 0));
        const turned = redraw({ counts: [...counts].reverse(), residents: [...data.residents].reverse() }, crosswalk([...changes].reverse()), options);
        expect([turned.counts, turned.residents]).toEqual([result.counts, result.residents]);
        expect({ changes, data }).toEqual(before);
      }),
    );
  });

  it("comes to the same in two steps as in one", () => {
    fc.assert(
      fc.property(maps, amounts, fc.nat({ max: 1 }), ({ changes }, poor, at) => {
        const made = crosswalk(changes);
        const data = { counts: oldCodes.map((areaCode, index) => ({ areaCode, poor: poor[index] ?? 0 })), households: oldCodes.map((areaCode) => ({ areaCode })) };
        const codedOn = days[at] ?? on;
        const first = redraw(data, made, { on: codedOn });
        const whole = redraw(data, made, { on });
        expect(redraw({ counts: first.counts, households: first.households }, made, { on, codedOn })).toEqual(whole);
        // Households that went whole find their way also where the day of their codes is not told.
        expect(redraw({ households: first.households }, made, { on }).households).toEqual(whole.households);
      }),
    );
  });

  it("has no count of an area of which an old one is missing", () => {
    fc.assert(
      fc.property(maps, fc.nat({ max: 5 }), ({ changes, after }, left) => {
        const gone = oldCodes[left] ?? "a";
        const last = after.at(-1);
        const counts = oldCodes.filter((code) => code !== gone).map((areaCode) => ({ areaCode, poor: 1 }));
        const holed = last?.get(gone) ?? "";
        const isShared = counts.some(({ areaCode }) => last?.get(areaCode) === holed);
        const result = redraw({ counts }, crosswalk(changes), { on });
        expect(result.incomplete).toEqual(isShared ? [{ rows: "counts", areaCode: holed, missing: [gone] }] : []);
        for (const { areaCode, poor } of result.counts) expect(poor === null).toBe(areaCode === holed);
      }),
    );
  });
});
