import fc, { type Arbitrary } from "fast-check";
import { describe, expect, it } from "vitest";
import { areaRates, classify, classifyDeprivations, defineStandard, isPovertyStandardError, povertyClasses, standardById, type Area, type AreaRates, type AreaResidents, type CountedHousehold, type PovertyClass, type RateName } from "../../src/index.js";
import { printedAreaRates, type PrintedAreaRates } from "../../src/forms.js";
import { AreaTally, type AreaRatesOptions } from "../../src/area/area-tally.js";

const area = (code: string, parent: string | null = null): Area => ({ code, name: code, level: "unit", parent });
const one: readonly Area[] = [area("a")];

/** So many households of a class, each of so many persons. */
const many = (count: number, found: PovertyClass | null, areaCode = "a", persons: number | null = 1): readonly CountedHousehold[] =>
  Array.from({ length: count }, () => ({ areaCode, class: found, persons }));

const open = (...possible: readonly PovertyClass[]): CountedHousehold => ({ areaCode: "a", class: null, possible, persons: 2 });

const rowOf = (households: Iterable<CountedHousehold>, residents: readonly AreaResidents[], options: Partial<AreaRatesOptions> = {}): PrintedAreaRates =>
  printedAreaRates(areaRates(households, { areas: one, residents, ...options })[0]!);

const same = (text: string): { low: string; high: string } => ({ low: text, high: text });

describe("areaRates, one area", () => {
  it("gives the whole row", () => {
    const households = [...many(2, "poor", "a", 4), ...many(3, "near-poor", "a", 3), ...many(1, "average-living-standard", "a", 5), ...many(4, "not-poor", "a", 2), open("poor", "near-poor")];
    expect(rowOf(households, [{ areaCode: "a", households: 200, persons: 1000 }])).toEqual({
      areaCode: "a",
      households: { residents: 200, poor: 2, nearPoor: 3, average: 1, undetermined: 1 },
      persons: { residents: 1000, poor: 8, nearPoor: 9, average: 5, undetermined: 2 },
      rates: {
        poorHouseholds: { low: "1.00", high: "1.50" }, nearPoorHouseholds: { low: "1.50", high: "2.00" },
        multidimensionalHouseholds: same("3.00"), averageHouseholds: same("0.50"),
        poorPersons: { low: "0.80", high: "1.00" }, nearPoorPersons: { low: "0.90", high: "1.10" },
        multidimensionalPersons: same("1.90"), averagePersons: same("0.50"),
      },
    });
  });

  const rates: readonly (readonly [why: string, households: readonly CountedHousehold[], name: RateName, printed: { low: string; high: string } | null])[] = [
    ["Poor or near-poor is certainly multidimensionally poor.", [open("poor", "near-poor")], "multidimensionalHouseholds", same("10.00")],
    ["… but not certainly poor.", [open("poor", "near-poor")], "poorHouseholds", { low: "0.00", high: "10.00" }],
    ["Near-poor or above the lines may be multidimensionally poor.", [open("near-poor", "not-poor")], "multidimensionalHouseholds", { low: "0.00", high: "10.00" }],
    ["… but it is not poor.", [open("near-poor", "not-poor")], "poorHouseholds", same("0.00")],
    ["Without possible classes every class is possible.", [{ areaCode: "a", class: null }], "averageHouseholds", { low: "0.00", high: "10.00" }],
    ["So it is with null.", [{ areaCode: "a", class: null, possible: null }], "nearPoorHouseholds", { low: "0.00", high: "10.00" }],
    ["One possible class is that class.", [open("poor")], "poorHouseholds", same("10.00")],
    ["The order of possible classes says nothing.", [open("near-poor", "poor", "near-poor")], "multidimensionalPersons", same("10.00")],
    ["The average living standard is no kind of poverty.", many(1, "average-living-standard"), "multidimensionalHouseholds", same("0.00")],
    ["No poor household among ten is 0 %, since the residents are known.", [], "poorHouseholds", same("0.00")],
    ["Ten of ten are 100 %.", many(10, "poor"), "poorHouseholds", same("100.00")],
  ];

  it.each(rates)("%s", (_why, households, name, printed) => {
    expect(rowOf(households, [{ areaCode: "a", households: 10, persons: 20 }]).rates[name]).toEqual(printed);
  });

  const missing: readonly (readonly [why: string, households: number | null, poor: number, printed: string | null, problem: string | null])[] = [
    ["Residents that are not known give no rate, never 0 %.", null, 5, null, null],
    ["One less than were counted: the total is wrong.", 4, 5, null, "count-exceeds-residents"],
    ["Exactly as many as were counted.", 5, 5, "100.00", null],
    ["One more.", 6, 5, "83.33", null],
    ["None of none is no rate.", 0, 0, null, null],
    ["Some of none: the total is wrong.", 0, 1, null, "count-exceeds-residents"],
  ];

  it.each(missing)("%s", (_why, households, poor, printed, problem) => {
    const row = rowOf(many(poor, "poor"), [{ areaCode: "a", households, persons: 1000 }]);
    expect(row.rates.poorHouseholds).toEqual(printed === null ? null : same(printed));
    expect(row.problem ?? null).toBe(problem);
    expect(row.rates.poorPersons).toEqual(same((poor / 10).toFixed(2)));
  });

  it("gives no rate of households where more were counted in all than are resident, though no class exceeds them", () => {
    const row = rowOf([...many(4, "poor"), ...many(4, "near-poor"), ...many(3, "not-poor")], [{ areaCode: "a", households: 10, persons: 100 }]);
    expect(row.problem).toBe("count-exceeds-residents");
    expect([row.rates.poorHouseholds, row.rates.averageHouseholds]).toEqual([null, null]);
    expect(row.rates.poorPersons).toEqual(same("4.00"));
  });

  it("tells persons that exceed their residents, and leaves the households alone", () => {
    const row = rowOf(many(5, "poor", "a", 3), [{ areaCode: "a", households: 10, persons: 14 }]);
    expect(row.problem).toBe("count-exceeds-residents");
    expect([row.rates.poorHouseholds, row.rates.poorPersons]).toEqual([same("50.00"), null]);
  });

  const unsized: readonly (readonly [why: string, households: readonly CountedHousehold[], persons: object, rates: object, without: number | undefined])[] = [
    [
      "Poor persons are not known where a poor household has no size, the others are.",
      [...many(1, "poor", "a", null), ...many(1, "poor", "a", 4), ...many(2, "near-poor", "a", 3)],
      { poor: null, nearPoor: 6, average: 0, undetermined: 0 }, { poorPersons: null, nearPoorPersons: same("6.00"), multidimensionalPersons: null, averagePersons: same("0.00") }, 1,
    ],
    [
      "A household above the lines has no part in them.",
      [...many(3, "not-poor", "a", null), ...many(1, "poor", "a", 4)],
      { poor: 4, nearPoor: 0, average: 0, undetermined: 0 }, { poorPersons: same("4.00"), multidimensionalPersons: same("4.00") }, 3,
    ],
    [
      "An undetermined one has a part in every class that it may be in.",
      [{ ...open("poor", "near-poor"), persons: null }, ...many(1, "average-living-standard", "a", 5)],
      { poor: 0, nearPoor: 0, average: 5, undetermined: null }, { poorPersons: null, nearPoorPersons: null, multidimensionalPersons: null, averagePersons: same("5.00") }, 1,
    ],
    ["With every size known nothing is said.", many(1, "poor", "a", 4), { poor: 4 }, { poorPersons: same("4.00") }, undefined],
  ];

  it.each(unsized)("%s", (_why, households, persons, printed, without) => {
    const row = rowOf(households, [{ areaCode: "a", households: 100, persons: 100 }]);
    expect(row.persons).toMatchObject(persons);
    expect(row.rates).toMatchObject(printed);
    expect(row.householdsWithoutPersons).toBe(without);
    expect(row.households.poor).toBe(households.filter((each) => each.class === "poor").length);
  });

  it("counts one person at least for a household without size", () => {
    const households = [...many(1, "poor", "a", 9), ...many(2, "not-poor", "a", null)];
    expect(rowOf(households, [{ areaCode: "a", persons: 10 }]).problem).toBe("count-exceeds-residents");
    expect(rowOf(households, [{ areaCode: "a", persons: 11 }])).not.toHaveProperty("problem");
  });

  it("keeps the two counts of a rate", () => {
    const [row] = areaRates(many(377, "poor"), { areas: one, residents: [{ areaCode: "a", households: 30900 }] });
    expect(row!.rates.poorHouseholds).toEqual({ low: { numerator: 377, denominator: 30900 }, high: { numerator: 377, denominator: 30900 } });
  });
});

describe("areaRates, standards", () => {
  const residents = [{ areaCode: "a", households: 10, persons: 10 }];
  const under = (standard: string): readonly CountedHousehold[] => [{ areaCode: "a", class: "poor", persons: 1, standard }];

  it.each([
    ["The standard of 2022–2025 holds all classes.", "vn/decree-07-2021", ["10.00", "0.00", "10.00", "0.00"]],
    ["That of 2027–2030 holds no average living standard.", "vn/decree-351-2025", ["10.00", "0.00", "10.00", null]],
    ["That of 2006–2010 knew only the poor.", "vn/decision-170-2005", ["10.00", null, null, null]],
    ["A standard that cannot be looked up counts as holding all.", "local/a", ["10.00", "0.00", "10.00", "0.00"]],
  ])("%s", (_why, id, expected) => {
    const { rates } = rowOf(under(id), residents);
    const low = [rates.poorHouseholds, rates.nearPoorHouseholds, rates.multidimensionalHouseholds, rates.averageHouseholds].map((rate) => rate?.low ?? null);
    expect(low).toEqual(expected);
    const persons = [rates.poorPersons, rates.nearPoorPersons, rates.multidimensionalPersons, rates.averagePersons].map((rate) => rate?.low ?? null);
    expect(persons).toEqual(expected);
  });

  it("goes by the standard of the call, a local one too", () => {
    const base = standardById("vn/decree-351-2025");
    const local = defineStandard({ ...base, id: "local/a", inForce: [], notHeld: [] });
    expect(rowOf(many(1, "poor"), residents, { standard: local }).rates.averageHouseholds).toBeNull();
    expect(rowOf(under("local/a"), residents, { standard: local }).rates.averageHouseholds).toBeNull();
    expect(rowOf([], residents, { standard: base }).rates.averageHouseholds).toBeNull();
  });

  it("takes a household of which nothing is known, whatever the standard holds", () => {
    const { rates } = rowOf([{ areaCode: "a", class: null, standard: "vn/decree-351-2025" }], residents);
    expect([rates.poorHouseholds, rates.averageHouseholds]).toEqual([{ low: "0.00", high: "10.00" }, null]);
  });

  it("takes results of classify as they are", () => {
    const standard = standardById("vn/decree-351-2025");
    const poor = classifyDeprivations({ residence: "rural", monthlyIncomePerPersonVnd: 1_000_000, deprivationCount: 5 }, { standard });
    const unknown = classify({ residence: "rural", persons: 2 }, { standard, on: "2027-12-14" });
    const row = rowOf([{ ...poor, areaCode: "a", persons: 1 }, { ...unknown.toJSON(), areaCode: "a", persons: 2 }], residents);
    expect(row.rates.poorPersons).toEqual({ low: "10.00", high: "30.00" });
    expect(row.rates.averageHouseholds).toBeNull();
  });

  const wrong: readonly (readonly [why: string, households: readonly CountedHousehold[], standard: string | null, code: string, path: string])[] = [
    ["two standards", [...under("vn/decree-07-2021"), ...under("vn/decree-351-2025")], null, "standards-differ", "households[1].standard"],
    ["two standards with one between that names none", [...under("local/a"), ...many(1, "poor"), ...under("local/b")], null, "standards-differ", "households[2].standard"],
    ["another standard than that of the call", under("vn/decree-351-2025"), "vn/decree-07-2021", "standards-differ", "households[0].standard"],
    ["a second standard in the law of a classification", [...under("local/a"), { areaCode: "a", class: "poor", law: { standard: "local/b" } }], null, "standards-differ", "households[1].standard"],
    ["a class that the household's standard does not hold", [{ areaCode: "a", class: "average-living-standard", standard: "vn/decree-351-2025" }], null, "invalid-input", "households[0].class"],
    ["a class that the standard of the call does not hold", many(1, "average-living-standard"), "vn/decree-351-2025", "invalid-input", "households[0].class"],
    ["a possible class that the standard does not hold", [{ ...open("near-poor", "average-living-standard"), standard: "vn/decree-351-2025" }], null, "invalid-input", "households[0].class"],
  ];

  it.each(wrong)("refuses %s", (_why, households, id, code, path) => {
    const options = { areas: one, residents, ...(id === null ? {} : { standard: standardById(id) }) };
    expect(() => areaRates(households, options)).toThrow(expect.objectContaining({ code: `chuan-ngheo/${code}`, path }));
  });

  it("refuses a standard that is none", () => {
    expect(() => areaRates([], { areas: one, residents, standard: {} as never })).toThrow(expect.objectContaining({ code: "chuan-ngheo/invalid-standard" }));
  });
});

describe("areaRates, parents", () => {
  const areas = [area("p"), area("a", "p"), area("b", "p")];
  const residents = (a: number | null, b: number | null, p?: number | null): readonly AreaResidents[] => [
    { areaCode: "a", households: a }, { areaCode: "b", households: b }, ...(p === undefined ? [] : [{ areaCode: "p", households: p }]),
  ];
  const households = [...many(10, "poor", "a"), ...many(30, "poor", "b")];

  const rows: readonly (readonly [why: string, residents: readonly AreaResidents[], total: number | null, rate: string | null, problem: string | null])[] = [
    ["Counts are added, numerators and denominators.", residents(100, 900), 1000, "4.00", null],
    ["A total that is given and agrees changes nothing.", residents(100, 900, 1000), 1000, "4.00", null],
    ["A total that is given goes before the sum, and the difference is told.", residents(100, 900, 2000), 2000, "2.00", "residents-differ-from-children"],
    ["Also when it is less.", residents(100, 900, 999), 999, "4.00", "residents-differ-from-children"],
    ["A part whose residents are not known leaves no sum.", residents(100, null), null, null, null],
    ["Then a given total is all there is.", residents(100, null, 1000), 1000, "4.00", null],
    ["It may be no less than the parts that are known.", residents(100, null, 99), 99, "40.40", "residents-differ-from-children"],
    ["Just as much leaves none for the other.", residents(100, null, 100), 100, "40.00", null],
    ["A total that is given as null is not given.", residents(100, 900, null), 1000, "4.00", null],
    ["Parts of which nothing was given leave no sum.", [], null, null, null],
    ["Fewer residents than were counted.", residents(null, null, 39), 39, null, "count-exceeds-residents"],
    ["That is worse than a difference.", residents(100, 900, 39), 39, null, "count-exceeds-residents"],
  ];

  it.each(rows)("%s", (_why, given, total, rate, problem) => {
    const row = printedAreaRates(areaRates(households, { areas, residents: given })[2]!);
    expect(row.areaCode).toBe("p");
    expect(row.households).toMatchObject({ residents: total, poor: 40 });
    expect(row.rates.poorHouseholds).toEqual(rate === null ? null : same(rate));
    expect(row.problem ?? null).toBe(problem);
  });

  it("keeps a problem to the row that has it", () => {
    const found = areaRates(households, { areas, residents: residents(5, 900) });
    expect(found.map(({ problem }) => problem ?? null)).toEqual(["count-exceeds-residents", null, null]);
    expect(found[2]!.households.residents).toBe(905);
  });

  it("counts a household in the area that it names, of any level, and in those above", () => {
    const found = areaRates([...households, ...many(2, "poor", "p")], { areas, residents: residents(100, 900) });
    expect(found.map((row) => row.households.poor)).toEqual([10, 30, 42]);
  });

  it("adds households and persons each for themselves", () => {
    const given = [{ areaCode: "a", households: 100, persons: null }, { areaCode: "b", households: null, persons: 90 }, { areaCode: "p", persons: 100 }];
    const { households: found, persons, problem } = areaRates(households, { areas, residents: given })[2]!;
    expect([found.residents, persons.residents, problem]).toEqual([null, 100, undefined]);
  });

  it("comes to the same with districts and without", () => {
    const villages = (parents: readonly [string, string, string]): readonly Area[] => parents.map((parent, index) => area(`v${index}`, parent));
    const old = [area("p"), area("d1", "p"), area("d2", "p"), area("c1", "d1"), area("c2", "d2"), ...villages(["c1", "c1", "c2"])];
    const since2025 = [area("p"), area("c1", "p"), area("c2", "p"), ...villages(["c1", "c1", "c2"])];
    const given = ["v0", "v1", "v2"].map((areaCode, index) => ({ areaCode, households: 100 + index, persons: 400 }));
    const counted = [...many(3, "poor", "v0"), ...many(4, "near-poor", "v1", 5), ...many(1, null, "v2"), ...many(1, "poor", "c2")];
    const before = areaRates(counted, { areas: old, residents: given });
    const after = areaRates(counted, { areas: since2025, residents: given });
    expect(before.filter(({ areaCode }) => !areaCode.startsWith("d"))).toEqual(after);
    expect(after.at(-1)!.households).toEqual({ residents: 303, poor: 4, nearPoor: 4, average: 0, undetermined: 1 });
  });

  it("can be as deep as it likes", () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => area(String(index), index === 0 ? null : String(index - 1)));
    const found = areaRates(many(1, "poor", "19999"), { areas: chain, residents: [{ areaCode: "19999", households: 4 }] });
    expect(printedAreaRates(found.at(-1)!).rates.poorHouseholds).toEqual(same("25.00"));
  });
});

describe("areaRates, the input", () => {
  const residents = [{ areaCode: "a", households: 100, persons: 100 }];
  const good = { areaCode: "a", class: "poor", persons: 3 };
  const households: readonly (readonly [why: string, household: unknown, word: string, path: string, message: RegExp])[] = [
    ["an area that is not there", { ...good, areaCode: "b-7" }, "invalid-area", "households[1].areaCode", /none has "b-7"/],
    ["an area that may be a person's data", { ...good, areaCode: "Nguyễn Văn A" }, "invalid-area", "households[1].areaCode", /none has this one/],
    ["no area", { class: "poor" }, "invalid-input", "households[1].areaCode", /as text; got nothing/],
    ["an area as a number", { ...good, areaCode: 7 }, "invalid-input", "households[1].areaCode", /as text; got a whole number/],
    ["no class at all, which is no null", { areaCode: "a" }, "invalid-input", "households[1].class", /expected one of .*, or null; got nothing/],
    ["an unknown class", { ...good, class: "Hộ nghèo" }, "invalid-input", "households[1].class", /expected one of poor, .*; got text/],
    ["no persons", { ...good, persons: 0 }, "invalid-input", "households[1].persons", /1 or more/],
    ["half a person", { ...good, persons: 2.5 }, "invalid-input", "households[1].persons", /got a number/],
    ["persons as text", { ...good, persons: "3" }, "invalid-input", "households[1].persons", /got text/],
    ["persons beyond number", { ...good, persons: Number.NaN }, "invalid-input", "households[1].persons", /not finite/],
    ["more persons in all than a number can hold", { ...good, persons: Number.MAX_SAFE_INTEGER - 2 }, "invalid-input", "households[1].persons", /below 2\^53/],
    ["an empty list of possible classes", { ...good, class: null, possible: [] }, "invalid-input", "households[1].possible", /one class or more/],
    ["possible classes as text", { ...good, class: null, possible: "poor,near-poor" }, "invalid-input", "households[1].possible", /expected a list/],
    ["an unknown possible class", { ...good, class: null, possible: ["poor", "rich"] }, "invalid-input", "households[1].possible[1]", /expected one of/],
    ["a class and others that are possible", { ...good, possible: ["poor", "near-poor"] }, "invalid-input", "households[1].possible", /no other class/],
    ["a standard that is no text", { ...good, standard: 7 }, "invalid-input", "households[1].standard", /id of a standard/],
    ["an id that is neither text nor a number", { ...good, id: {} }, "invalid-input", "households[1].id", /expected text or a whole number/],
    ["a misspelt key", { ...good, person: 3 }, "invalid-input", "households[1].person", /the nearest is "persons"/],
    ["an own __proto__", JSON.parse('{"areaCode":"a","class":"poor","__proto__":1}'), "invalid-input", "households[1].__proto__", /is no key/],
    ["no object", null, "invalid-input", "households[1]", /expected an object; got nothing/],
  ];

  it.each(households)("refuses %s", (_why, household, word, path, message) => {
    const act = (): unknown => areaRates([good, household] as readonly CountedHousehold[], { areas: one, residents });
    expect(act).toThrow(message);
    expect(act).toThrow(expect.objectContaining({ code: `chuan-ngheo/${word}`, path }));
    expect(act).toThrow(expect.toSatisfy(isPovertyStandardError));
    expect(act).not.toThrow(/Nguyễn|Hộ nghèo|rich/);
  });

  const given: readonly (readonly [why: string, residents: unknown, word: string, path: string])[] = [
    ["an area that is not there", [{ areaCode: "b", households: 1 }], "invalid-area", "residents[0].areaCode"],
    ["an area twice", [...residents, ...residents], "invalid-area", "residents[1].areaCode"],
    ["no area", [{ households: 1 }], "invalid-input", "residents[0].areaCode"],
    ["less than none", [{ areaCode: "a", households: -1 }], "invalid-input", "residents[0].households"],
    ["half a person", [{ areaCode: "a", persons: 0.5 }], "invalid-input", "residents[0].persons"],
    ["a number as text", [{ areaCode: "a", persons: "10" }], "invalid-input", "residents[0].persons"],
    ["a misspelt key", [{ areaCode: "a", household: 10 }], "invalid-input", "residents[0].household"],
    ["no list", { a: 10 }, "invalid-input", "residents"],
  ];

  it.each(given)("refuses residents with %s", (_why, wrong, word, path) => {
    const act = (): unknown => areaRates([], { areas: one, residents: wrong as readonly AreaResidents[] });
    expect(act).toThrow(expect.objectContaining({ code: `chuan-ngheo/${word}`, path }));
  });

  it("refuses residents whose sum no number holds", () => {
    const areas = [area("p"), area("a", "p"), area("b", "p")];
    const tooMany = ["a", "b"].map((areaCode) => ({ areaCode, persons: Number.MAX_SAFE_INTEGER }));
    expect(() => areaRates([], { areas, residents: tooMany })).toThrow("below 2^53");
  });

  it.each([["text", "a"], ["an object", {}], ["nothing", null]])("refuses %s for households", (_why, wrong) => {
    expect(() => areaRates(wrong as never, { areas: one, residents })).toThrow(expect.objectContaining({ path: "households" }));
  });

  it("refuses areas that make no tree", () => {
    expect(() => areaRates([], { areas: [area("a", "b")], residents: [] })).toThrow("areas[0].parent");
  });

  it("takes all keys that a classification carries along", () => {
    const full = {
      ...good, id: 1, on: "2023-12-14", status: "determined", possible: ["poor"], standard: "vn/decree-07-2021", count: [3, 4], deprived: [], unknown: [],
      missing: [], because: [], notHeld: [], margin: {}, law: { standard: "vn/decree-07-2021" }, recordedClass: "poor", agrees: true, text: "", meta: 1,
    } as unknown as CountedHousehold;
    expect(rowOf([full], residents).households.poor).toBe(1);
  });

  it("reads any iterable, once", () => {
    const read = areaRates(new Set(many(2, "poor")).values(), { areas: one, residents });
    expect(read[0]!.households.poor).toBe(2);
  });
});

describe("AreaTally", () => {
  const start = (): AreaTally => new AreaTally({ areas: one, residents: [{ areaCode: "a", households: 100, persons: 1000 }] });

  it("loses nothing but a bad household, and counts the first of a repeated id", () => {
    const tally = start();
    const add = (household: object): string | null => {
      try {
        tally.add(household as CountedHousehold);
        return null;
      } catch (error) {
        return isPovertyStandardError(error) ? error.path : "another error";
      }
    };
    expect(add({ id: "1", areaCode: "b", class: "poor", persons: 3, standard: "local/b" })).toBe("areaCode");
    expect(add({ id: "1", areaCode: "a", class: "poor", persons: 3, standard: "local/a" })).toBeNull();
    expect(add({ id: "1", areaCode: "a", class: "near-poor", persons: 5 })).toBe("id");
    expect(add({ id: 1, areaCode: "a", class: "near-poor", persons: 5 })).toBe("id");
    expect(add({ id: "2", areaCode: "a", class: "near-poor", persons: 5, standard: "local/b" })).toBe("standard");
    expect(add({ id: "2", areaCode: "a", class: "near-poor", persons: -5 })).toBe("persons");
    expect(add({ id: "2", areaCode: "a", class: "near-poor", persons: 5 })).toBeNull();
    expect(add({ areaCode: "a", class: "near-poor", persons: 5 })).toBeNull();
    expect(add({ areaCode: "a", class: "near-poor", persons: 5 })).toBeNull();
    const [row] = tally.rows();
    expect([row!.households, row!.persons]).toEqual([
      { residents: 100, poor: 1, nearPoor: 3, average: 0, undetermined: 0 },
      { residents: 1000, poor: 3, nearPoor: 15, average: 0, undetermined: 0 },
    ]);
  });

  it("can be asked again, and goes on", () => {
    const tally = start();
    tally.add({ areaCode: "a", class: "poor", persons: 1 });
    const first = tally.rows();
    expect(tally.rows()).toEqual(first);
    tally.add({ areaCode: "a", class: "poor", persons: 1 });
    expect([first[0]!.households.poor, tally.rows()[0]!.households.poor]).toEqual([1, 2]);
  });
});

// ------------------------------------------------------------------------------------------------ properties

interface Country {
  readonly areas: readonly Area[];
  readonly residents: readonly AreaResidents[];
  readonly households: readonly CountedHousehold[];
}

const classes: Arbitrary<Pick<CountedHousehold, "class" | "possible">> = fc.oneof(
  fc.constantFrom(...povertyClasses).map((found) => ({ class: found })),
  fc.subarray([...povertyClasses], { minLength: 1 }).map((possible) => ({ class: null, possible })),
  fc.constant({ class: null }),
);
const persons = fc.option(fc.integer({ min: 1, max: 9 }), { freq: 12 });
const total = fc.option(fc.integer({ min: 0, max: 60 }));

const countries: Arbitrary<Country> = fc
  .array(fc.nat(), { minLength: 1, maxLength: 8 })
  .map((seeds) => seeds.map((seed, index) => area(`a${index}`, seed % (index + 1) === index ? null : `a${seed % (index + 1)}`)))
  .chain((areas) => {
    const code = fc.constantFrom(...areas.map((each) => each.code));
    const household = fc.tuple(code, classes, persons).map(([areaCode, found, size]) => ({ areaCode, ...found, persons: size }));
    const residents = fc.tuple(fc.subarray(areas), fc.array(fc.tuple(total, total), { minLength: 8, maxLength: 8 }));
    return fc.record({
      areas: fc.constant(areas),
      residents: residents.map(([known, totals]) => known.map((each, index) => ({ areaCode: each.code, households: totals[index]![0], persons: totals[index]![1] }))),
      households: fc.array(household, { maxLength: 30 }),
    });
  });

const groups: Readonly<Record<string, readonly PovertyClass[]>> = {
  poor: ["poor"], nearPoor: ["near-poor"], multidimensional: ["poor", "near-poor"], average: ["average-living-standard"],
};

/** Codes at or below an area, found from below. */
function within(areas: readonly Area[], code: string): ReadonlySet<string> {
  const parents = new Map(areas.map((each) => [each.code, each.parent ?? null]));
  const isBelow = (start: string): boolean => {
    for (let next: string | null = start; next !== null; next = parents.get(next) ?? null) if (next === code) return true;
    return false;
  };
  return new Set(areas.map((each) => each.code).filter(isBelow));
}

describe("areaRates, properties", () => {
  it("counts an area as if all households of its parts lived in one", () => {
    let rates = 0;
    fc.assert(
      fc.property(countries, ({ areas, residents, households }) => {
        for (const row of areaRates(households, { areas, residents })) {
          const codes = within(areas, row.areaCode);
          const flat = households.filter((each) => codes.has(each.areaCode)).map((each) => ({ ...each, areaCode: "a" }));
          const [alone] = areaRates(flat, { areas: one, residents: [{ areaCode: "a", households: row.households.residents, persons: row.persons.residents }] });
          const { problem, ...rest } = row;
          const { problem: own, ...others } = alone!;
          expect({ ...rest, areaCode: "a" }).toEqual(others);
          expect(problem === "count-exceeds-residents").toBe(own === "count-exceeds-residents");
          rates += Object.values(row.rates).filter((rate) => rate !== null).length;
        }
      }),
      { numRuns: 300 },
    );
    expect(rates).toBeGreaterThan(100);
  });

  it("agrees with counting by hand", () => {
    fc.assert(
      fc.property(countries, ({ areas, residents, households }) => {
        for (const row of areaRates(households, { areas, residents })) {
          const codes = within(areas, row.areaCode);
          const here = households.filter((each) => codes.has(each.areaCode));
          const possible = (each: CountedHousehold): readonly PovertyClass[] => (each.class === null ? (each.possible ?? povertyClasses) : [each.class]);
          const people = here.reduce((sum, each) => sum + (each.persons ?? 1), 0);
          for (const [name, group] of Object.entries(groups)) {
            const certain = here.filter((each) => possible(each).every((found) => group.includes(found)));
            const maybe = here.filter((each) => possible(each).some((found) => group.includes(found)));
            const byHouseholds = row.rates[`${name}Households` as RateName];
            const all = row.households.residents;
            const none = all === null || all === 0 || here.length > all;
            expect(byHouseholds).toEqual(none ? null : { low: { numerator: certain.length, denominator: all }, high: { numerator: maybe.length, denominator: all } });
            const size = (list: readonly CountedHousehold[]): number => list.reduce((sum, each) => sum + each.persons!, 0);
            const allPersons = row.persons.residents;
            const noPersons = allPersons === null || allPersons === 0 || people > allPersons || maybe.some((each) => each.persons === null);
            const byPersons = row.rates[`${name}Persons` as RateName];
            expect(byPersons).toEqual(
              noPersons ? null : { low: { numerator: size(certain), denominator: allPersons }, high: { numerator: size(maybe), denominator: allPersons } },
            );
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gives residents that were given, else those of all parts", () => {
    fc.assert(
      fc.property(countries, ({ areas, residents }) => {
        const rows = areaRates([], { areas, residents });
        const found = new Map(rows.map((row) => [row.areaCode, row.households.residents]));
        for (const { code } of areas) {
          const given = residents.find((each) => each.areaCode === code)?.households ?? null;
          const parts = areas.filter((each) => each.parent === code).map((each) => found.get(each.code) ?? null);
          const sum = parts.length === 0 || parts.includes(null) ? null : parts.reduce<number>((total, part) => total + part!, 0);
          expect(found.get(code)).toBe(given ?? sum);
        }
      }),
    );
  });

  it("holds low ≤ high, finite numbers only, and says no more than 100 %", () => {
    fc.assert(
      fc.property(countries, (country) => {
        const rows = areaRates(country.households, country);
        expect(JSON.stringify(rows)).toBe(JSON.stringify(structuredClone(rows)));
        for (const { rates } of rows)
          for (const rate of Object.values(rates)) {
            if (rate === null) continue;
            expect(rate.low.denominator).toBe(rate.high.denominator);
            expect(rate.low.denominator).toBeGreaterThan(0);
            expect(rate.low.numerator).toBeLessThanOrEqual(rate.high.numerator);
            expect(rate.high.numerator).toBeLessThanOrEqual(rate.high.denominator);
          }
      }),
    );
  });

  it("does not depend on the order of households, areas or residents, and leaves them as they were", () => {
    const shuffled = countries.chain((country) => {
      const all = <Value>(list: readonly Value[]): Arbitrary<Value[]> => fc.shuffledSubarray([...list], { minLength: list.length });
      return fc.tuple(fc.constant(country), fc.record({ areas: all(country.areas), residents: all(country.residents), households: all(country.households) }));
    });
    const sorted = (rows: readonly AreaRates[]): readonly AreaRates[] => [...rows].sort((a, b) => (a.areaCode < b.areaCode ? -1 : 1));
    fc.assert(
      fc.property(shuffled, ([country, other]) => {
        const copy = structuredClone(country);
        expect(sorted(areaRates(other.households, other))).toEqual(sorted(areaRates(country.households, country)));
        expect(country).toEqual(copy);
      }),
    );
  });

  it("stays within low and high however the undetermined households turn out", () => {
    const filled = countries.chain((country) =>
      fc.tuple(
        fc.constant(country),
        fc.tuple(...country.households.map(({ class: found, possible }) => (found === null ? fc.constantFrom(...(possible ?? povertyClasses)) : fc.constant(found)))),
      ),
    );
    fc.assert(
      fc.property(filled, ([country, found]) => {
        const households = country.households.map(({ areaCode, persons: size }, index) => ({ areaCode, persons: size, class: found[index]! }));
        const open = areaRates(country.households, country);
        areaRates(households, country).forEach((row, index) => {
          for (const [name, rate] of Object.entries(open[index]!.rates)) {
            const now = row.rates[name as RateName];
            // Where a range was known the rate is; with sizes missing a rate may appear once the classes are known.
            if (rate === null) continue;
            expect(now!.low).toEqual(now!.high);
            expect(now!.low.numerator).toBeGreaterThanOrEqual(rate.low.numerator);
            expect(now!.low.numerator).toBeLessThanOrEqual(rate.high.numerator);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it("reaches low and high", () => {
    fc.assert(
      fc.property(countries, fc.constantFrom(...Object.keys(groups)), (country, name) => {
        const group = groups[name]!;
        const fill = (wanted: boolean): readonly AreaRates[] =>
          areaRates(
            country.households.map(({ areaCode, persons: size, class: found, possible }) => {
              const choices = found === null ? (possible ?? povertyClasses) : [found];
              return { areaCode, persons: size, class: choices.find((each) => group.includes(each) === wanted) ?? choices[0]! };
            }),
            country,
          );
        const [least, most] = [fill(false), fill(true)];
        areaRates(country.households, country).forEach((row, index) => {
          const key = `${name}Households` as RateName;
          expect([least[index]!.rates[key]?.low, most[index]!.rates[key]?.high]).toEqual([row.rates[key]?.low, row.rates[key]?.high]);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe("a country", () => {
  it("is counted in a few seconds", () => {
    const communes = Array.from({ length: 3000 }, (_, index) => area(`c${index}`, `p${index % 34}`));
    const areas = [...Array.from({ length: 34 }, (_, index) => area(`p${index}`)), ...communes];
    const tally = new AreaTally({ areas, residents: communes.map(({ code }) => ({ areaCode: code, households: 1000 })) });
    for (let index = 0; index < 200_000; index++)
      tally.add({ id: `h${index}`, areaCode: `c${index % 3000}`, class: povertyClasses[index % 4]!, persons: (index % 7) + 1, standard: "vn/decree-07-2021" });
    const rows = tally.rows();
    const top = rows.filter(({ areaCode }) => areaCode.startsWith("p"));
    expect(top.reduce((sum, row) => sum + row.households.poor, 0)).toBe(50_000);
  }, 20_000);
});
