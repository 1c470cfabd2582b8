import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addedCounts, countByArea, possibleOfCode, type AreaCounts, type CodeColumns, type CountBounds, type CountByAreaOptions } from "../../src/columns.js";
import { areaRates, percentText, standardById, standards, type CountedHousehold, type RateRange, type Standard } from "../../src/index.js";
import { refusal } from "../household/refusal.js";

const standard = standardById("vn/decree-07-2021");
const listed = (bounds: CountBounds | null): readonly (readonly number[])[] | null => bounds && [[...bounds.low], [...bounds.high]];

describe("countByArea", () => {
  const groups: readonly (readonly [why: string, code: number, poor: string, nearPoor: string, multidimensional: string, average: string, undetermined: number])[] = [
    ["A poor household is multidimensionally poor too.", 1, "1 1", "0 0", "1 1", "0 0", 0],
    ["So is a near-poor one.", 2, "0 0", "1 1", "1 1", "0 0", 0],
    ["Poor or near-poor: certainly multidimensionally poor, but neither for certain.", 3, "0 1", "0 1", "1 1", "0 0", 1],
    ["The average living standard is no kind of poverty.", 4, "0 0", "0 0", "0 0", "1 1", 0],
    ["Poor or average.", 5, "0 1", "0 0", "0 1", "0 1", 1],
    ["Near-poor or not poor.", 10, "0 0", "0 1", "0 1", "0 0", 1],
    ["Not poor: in no group.", 8, "0 0", "0 0", "0 0", "0 0", 0],
    ["Any class.", 15, "0 1", "0 1", "0 1", "0 1", 1],
  ];
  it.each(groups)("%s", (_why, code, poor, nearPoor, multidimensional, average, undetermined) => {
    const { households, persons, withoutPersons } = countByArea({ codes: Uint8Array.of(code), area: Uint8Array.of(0), persons: Uint8Array.of(5) }, { standard, areas: 1 });
    const shown = (bounds: CountBounds | null, times: number): string => `${bounds!.low[0]! / times} ${bounds!.high[0]! / times}`;
    for (const [counts, times] of [[households, 1], [persons, 5]] as const) {
      expect([shown(counts.poor, times), shown(counts.nearPoor, times), shown(counts.multidimensional, times), shown(counts.average, times)]).toEqual([poor, nearPoor, multidimensional, average]);
      expect([counts.undetermined[0], counts.invalid[0], counts.all[0]]).toEqual([undetermined * times, 0, times]);
    }
    expect(withoutPersons.all[0]).toBe(0);
  });

  it("counts invalid rows apart, and what has nobody among them", () => {
    const found = countByArea({ codes: Uint8Array.of(0, 1, 3, 1), area: Int32Array.of(1, 1, 1, 0), persons: Int32Array.of(3, 0, -2, 4) }, { standard, areas: 3 });
    expect([found.standard, found.areas]).toEqual(["vn/decree-07-2021", 3]);
    expect([...found.households.invalid]).toEqual([0, 3, 0]);
    expect([...found.households.all]).toEqual([1, 3, 0]);
    expect(listed(found.households.poor)).toEqual([[1, 0, 0], [1, 0, 0]]);
    expect([...found.households.undetermined]).toEqual([0, 0, 0]);
    // Persons of a row that is no household are no persons of a class.
    expect([...found.persons.invalid]).toEqual([0, 3, 0]);
    expect(listed(found.persons.poor)).toEqual([[4, 0, 0], [4, 0, 0]]);
  });

  it("tells how many households are without their persons, so that no total of persons is taken for whole", () => {
    const persons = { values: Uint16Array.of(7, 9, 9), nullBitmap: Uint8Array.of(0b0101) };
    const found = countByArea({ codes: Uint8Array.of(1, 3, 2), area: Uint32Array.of(0, 0, 0), persons }, { standard, areas: 1 });
    expect(listed(found.households.poor)).toEqual([[1], [2]]);
    expect(listed(found.persons.poor)).toEqual([[7], [7]]);
    expect(listed(found.withoutPersons.poor)).toEqual([[0], [1]]);
    expect(listed(found.withoutPersons.multidimensional)).toEqual([[1], [1]]);
    const none = countByArea({ codes: Uint8Array.of(1), area: Uint8Array.of(0) }, { standard, areas: 1 });
    expect([none.persons.all[0], none.withoutPersons.all[0]]).toEqual([0, 1]);
  });

  it.each(standards.map((each) => [each.id, each] as const))("%s: no count of a class that it does not hold", (_id, of) => {
    const { households } = countByArea({ codes: Uint8Array.of(1), area: Uint8Array.of(0) }, { standard: of, areas: 1 });
    const held = new Set(of.classes.map((rule) => rule.class));
    expect(households.poor).not.toBeNull();
    expect([households.nearPoor !== null, households.multidimensional !== null]).toEqual([held.has("near-poor"), held.has("near-poor")]);
    expect(households.average !== null).toBe(held.has("average-living-standard"));
  });

  it("gives no near-poor under Decision 170/2005, and no average living standard under Decree 351/2025", () => {
    const counts = (id: string): AreaCounts["households"] => countByArea({ codes: Uint8Array.of(8), area: Uint8Array.of(0) }, { standard: standardById(id), areas: 1 }).households;
    expect(counts("vn/decision-170-2005")).toMatchObject({ nearPoor: null, multidimensional: null, average: null });
    expect(counts("vn/decree-351-2025").average).toBeNull();
  });

  it("has no area where there is none, and zeros where nobody lives", () => {
    expect(countByArea({ codes: new Uint8Array(0), area: new Uint8Array(0) }, { standard, areas: 0 }).households.all).toEqual(new Float64Array(0));
    expect([...countByArea({ codes: new Uint8Array(0), area: new Uint8Array(0) }, { standard, areas: 2 }).households.poor!.high]).toEqual([0, 0]);
  });

  it("counts exactly up to 2⁵³ persons of an area, and refuses more", () => {
    // 2²¹ households of 2³² − 1 persons are 2⁵³ − 2²¹; 2²¹ − 1 more are the last that is safe.
    const rows = 2 ** 21 + 2;
    const persons = new Uint32Array(rows).fill(2 ** 32 - 1, 0, 2 ** 21);
    persons[2 ** 21] = 2 ** 21 - 2;
    persons[2 ** 21 + 1] = 1;
    const columns: CodeColumns = { codes: new Uint8Array(rows).fill(1), area: new Uint8Array(rows), persons };
    expect(countByArea(columns, { standard, areas: 1 }).persons.poor!.low[0]).toBe(9_007_199_254_740_991);
    persons[2 ** 21 + 1] = 2;
    expect(refusal(() => countByArea(columns, { standard, areas: 1 }))).toMatchObject({ code: "chuan-ngheo/invalid-input", path: "persons" });
  });
});

describe("rows that cannot be counted", () => {
  const good: CodeColumns = { codes: Uint8Array.of(1, 2), area: Uint16Array.of(0, 1), persons: Uint8Array.of(1, 1) };
  const broken: readonly (readonly [why: string, columns: unknown, options: Partial<CountByAreaOptions>, code: string, path: string])[] = [
    ["An area beyond the last.", { ...good, area: Uint16Array.of(0, 2) }, {}, "invalid-area", "area[1]"],
    ["An area before the first.", { ...good, area: Int32Array.of(-1, 0) }, {}, "invalid-area", "area[0]"],
    ["A household without area is not dropped.", { ...good, area: { values: good.area, nullBitmap: Uint8Array.of(1) } }, {}, "invalid-area", "area[1]"],
    ["A code that is none.", { ...good, codes: Uint8Array.of(1, 16) }, {}, "invalid-input", "codes[1]"],
    ["A code that is missing.", { ...good, codes: { values: good.codes, nullBitmap: Uint8Array.of(2) } }, {}, "invalid-input", "codes[0]"],
    ["A class that the standard does not hold: the codes are another standard's.", { ...good, codes: Uint8Array.of(1, 6) }, { standard: standardById("vn/decree-351-2025") }, "invalid-input", "codes[1]"],
    ["Codes as numbers of 16 bits.", { ...good, codes: Uint16Array.of(1, 2) }, {}, "invalid-input", "codes"],
    ["Areas in halves.", { ...good, area: Float64Array.of(0, 1) }, {}, "invalid-input", "area"],
    ["Areas of 8 bits with a sign.", { ...good, area: Int8Array.of(0, 1) }, {}, "invalid-input", "area"],
    ["Persons in halves.", { ...good, persons: Float64Array.of(1, 1) }, {}, "invalid-input", "persons"],
    ["Columns of two lengths.", { ...good, persons: Uint8Array.of(1) }, {}, "invalid-input", "persons"],
    ["No codes.", { area: good.area }, {}, "invalid-input", "codes"],
    ["A misspelt column.", { ...good, areas: good.area }, {}, "invalid-input", "areas"],
    ["No number of areas.", good, { areas: undefined as unknown as number }, "invalid-input", "areas"],
    ["Half an area.", good, { areas: 1.5 }, "invalid-input", "areas"],
    ["More areas than fit.", good, { areas: 2 ** 24 + 1 }, "invalid-input", "areas"],
    ["Fewer than none.", good, { areas: -1 }, "invalid-input", "areas"],
    ["A range behind the rows.", good, { offset: 1, length: 2 }, "invalid-input", "length"],
    ["No standard.", good, { standard: {} as Standard }, "invalid-standard", "standard"],
  ];
  it.each(broken)("%s", (_why, columns, options, code, path) => {
    expect(refusal(() => countByArea(columns as CodeColumns, { standard, areas: 2, ...options }))).toMatchObject({ code: `chuan-ngheo/${code}`, path });
  });

  it("do not matter outside the range", () => {
    const found = countByArea({ codes: Uint8Array.of(99, 1, 99), area: Uint8Array.of(0, 0, 9) }, { standard, areas: 1, offset: 1, length: 1 });
    expect(found.households.all[0]).toBe(1);
  });
});

/** What `areaRates` counts, by the same groups: a rate out of a number of residents that is never reached shows its count. */
function byAreaRates(rows: readonly CountedHousehold[], areas: number, of: Standard): readonly (readonly (readonly [number, number] | null)[])[] {
  const residents = 1_000_000_000;
  const codes = Array.from({ length: areas }, (_, area) => String(area));
  const found = areaRates(rows, {
    areas: codes.map((code) => ({ code, name: code, level: "commune" })), residents: codes.map((areaCode) => ({ areaCode, households: residents, persons: residents })), standard: of,
  });
  const counted = (range: RateRange | null): readonly [number, number] | null => range && [range.low.numerator, range.high.numerator];
  const byCode = new Map(found.map((row) => [row.areaCode, row.rates]));
  return codes.map((code) => {
    const rates = byCode.get(code)!;
    return [
      counted(rates.poorHouseholds), counted(rates.nearPoorHouseholds), counted(rates.multidimensionalHouseholds), counted(rates.averageHouseholds),
      counted(rates.poorPersons), counted(rates.nearPoorPersons), counted(rates.multidimensionalPersons), counted(rates.averagePersons),
    ];
  });
}

describe("countByArea and areaRates", () => {
  it.each(standards.map((each) => [each.id, each] as const))("count alike under %s", (_id, of) => {
    const held = of.classes.reduce((mask, rule) => mask | { poor: 1, "near-poor": 2, "average-living-standard": 4, "not-poor": 8 }[rule.class], 0);
    const row = fc.record({ code: fc.integer({ min: 1, max: 15 }).map((code) => (code & held) || 1), area: fc.nat(4), persons: fc.option(fc.integer({ min: 1, max: 12 }), { freq: 30 }) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 300, size: "max" }), fc.nat(300), (rows, cut) => {
        const columns: CodeColumns = {
          codes: Uint8Array.from(rows, ({ code }) => code),
          area: Uint16Array.from(rows, ({ area }) => area),
          persons: { values: Int32Array.from(rows, ({ persons }) => persons ?? 99), nullBitmap: Uint8Array.from({ length: rows.length / 8 + 1 }, (_, byte) => rows.slice(byte * 8, byte * 8 + 8).reduce((bits, { persons }, bit) => bits | (persons === null ? 0 : 1 << bit), 0)) },
        };
        const counted = countByArea(columns, { standard: of, areas: 5 });
        const { households, persons, withoutPersons } = counted;
        const at = (bounds: CountBounds | null, area: number): readonly [number, number] | null => bounds && [bounds.low[area]!, bounds.high[area]!];
        // No count of persons in a group where some are not known.
        const whole = (name: "poor" | "nearPoor" | "multidimensional" | "average", area: number): readonly [number, number] | null =>
          (withoutPersons[name]?.high[area] ?? 0) > 0 ? null : at(persons[name], area);
        const found = [0, 1, 2, 3, 4].map((area) => [
          at(households.poor, area), at(households.nearPoor, area), at(households.multidimensional, area), at(households.average, area),
          whole("poor", area), whole("nearPoor", area), whole("multidimensional", area), whole("average", area),
        ]);
        const expected = byAreaRates(
          rows.map(({ code, area, persons: size }) => {
            const possible = possibleOfCode(code);
            return { areaCode: String(area), class: possible.length === 1 ? possible[0]! : null, possible, persons: size };
          }),
          5, of,
        );
        expect(found).toEqual(expected);

        const first = Math.min(cut, rows.length);
        const parts = [countByArea(columns, { standard: of, areas: 5, length: first }), countByArea(columns, { standard: of, areas: 5, offset: first })];
        expect(addedCounts(parts)).toEqual(counted);
      }),
      { numRuns: 60 },
    );
  });
});

describe("addedCounts", () => {
  const part = (of = standard, areas = 1, code = 1, persons = 1): AreaCounts => countByArea({ codes: Uint8Array.of(code), area: Uint8Array.of(0), persons: Uint32Array.of(persons) }, { standard: of, areas });

  /** The counts of an area with more than half of the persons that can be counted. */
  const huge = (): AreaCounts => {
    let sum = part(standard, 1, 1, 2 ** 32 - 1);
    while (sum.persons.all[0]! < 2 ** 52) sum = addedCounts([sum, sum]);
    return sum;
  };

  it("of one part is that part", () => {
    expect(addedCounts([part()])).toEqual(part());
  });

  it("adds every count, of three parts too", () => {
    const found = addedCounts(new Set([part(), part(standard, 1, 3, 4), part(standard, 1, 0)]));
    expect([listed(found.households.poor), listed(found.persons.multidimensional), [...found.households.undetermined], [...found.persons.invalid], [...found.households.all]])
      .toEqual([[[1], [2]], [[5], [5]], [1], [1], [3]]);
  });

  it("does not change the parts", () => {
    const [a, b] = [part(), part()];
    addedCounts([a, b]);
    expect([a, b]).toEqual([part(), part()]);
  });

  it("keeps what a standard does not hold", () => {
    const of = standardById("vn/decision-170-2005");
    expect(addedCounts([part(of), part(of)]).households.nearPoor).toBeNull();
  });

  it("survives a message between workers", () => {
    expect(addedCounts([structuredClone(part()), part()]).households.poor!.low[0]).toBe(2);
  });

  it.each<readonly [why: string, parts: () => readonly AreaCounts[], code: string, path: string]>([
    ["No part has no standard.", () => [], "invalid-input", "parts"],
    ["Classes of two standards are not the same classes.", () => [part(), part(), part(standardById("vn/decision-59-2015"))], "standards-differ", "parts[2].standard"],
    ["Areas of two maps are not the same areas.", () => [part(), part(standard, 2)], "invalid-input", "parts[1].areas"],
    ["A sum that is not exact.", () => [huge(), huge()], "invalid-input", "persons"],
  ])("%s", (_why, parts, code, path) => {
    expect(refusal(() => addedCounts(parts()))).toMatchObject({ code: `chuan-ngheo/${code}`, path });
  });
});

it("a rate is a count out of the residents, as text", () => {
  const { households } = countByArea({ codes: new Uint8Array(377).fill(1), area: new Uint8Array(377) }, { standard, areas: 1 });
  expect(percentText({ numerator: households.poor!.low[0]!, denominator: 30_900 })).toBe("1.22");
});
