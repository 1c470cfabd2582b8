import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import type { Area } from "../../src/area/area-tree.js";
import type { CountedHousehold } from "../../src/area/counted-household.js";
import type { AreaResidents } from "../../src/area/residents.js";
import type { Recognition } from "../../src/history/recognition.js";
import {
  classify, standardById, standards, type Household, type Member, type RecordedDeprivations, type RecordedPoints, type Standard,
} from "../../src/index.js";
import {
  type areaSchema, type classifiedHouseholdSchema, householdSchema, type recognitionsLineSchema, type recognitionsSchema, recordedDeprivationsSchema, recordedPointsSchema,
  type residentsSchema, type standardSchema, type HouseholdInput, type MemberInput,
} from "../../src/schema.js";

const decree07 = standardById("vn/decree-07-2021");
const on = householdSchema({ on: "2023-12-14" });
const own = householdSchema();
const flags = recordedDeprivationsSchema(decree07);
const points = recordedPointsSchema(decree07);
const home = { residence: "rural", persons: 3 };
const fromJson = (text: string): unknown => JSON.parse(text) as unknown;

const sparse: unknown[] = [];
sparse[1] = 3;

const accepted: readonly (readonly [why: string, schema: z.ZodType, input: unknown])[] = [
  ["a household of which nothing is known but where it lives and that it is there", on, home],
  ["nothing known, in each way of saying so", on, { ...home, members: null, floorAreaM2: undefined, waterSource: null, annualIncomeVnd: null }],
  ["persons counted as members", on, { residence: "urban", members: [{}] }],
  ["an object without a prototype", on, Object.assign(Object.create(null), home)],
  ["a birth on the day of the review", on, { ...home, members: [{ bornOn: "2023-12-14" }] }],
  ["a birth in the year of the review, of which part is still to come", on, { ...home, members: [{ bornOn: "2023" }, { bornOn: "2023-12" }] }],
  ["29 February of a leap year", on, { ...home, members: [{ bornOn: "2000-02-29" }] }],
  ["an income with more digits than a number holds", on, { ...home, annualIncomeVnd: "9007199254740993.25" }],
  ["a loss", on, { ...home, annualIncomeVnd: -1 }],
  ["its own day, which goes before that of the call", on, { ...home, reviewedOn: "2025-01-01", members: [{ bornOn: "2024-06-01" }] }],
  ["its own day alone", own, { ...home, reviewedOn: "2025-01-01" }],
  ["keys of other kinds of record that stand empty", on, { ...home, deprivations: null, pointsA: undefined, deprivationCount: null }],
  ["anything in meta", on, { ...home, meta: { __proto__: null, name: NaN } }],
  ["flags, some unknown", flags, { residence: "rural", deprivations: { employment: true, water: null } }],
  ["a number between two", flags, { residence: "rural", deprivationCount: [2, 3] }],
  ["keys of facts that stand empty beside flags", flags, { residence: "rural", members: null, waterSource: null }],
  ["no points B", points, { residence: "rural", pointsA: 140, pointsB: null }],
];

const refused: readonly (readonly [why: string, schema: z.ZodType, input: unknown, path: readonly (string | number)[], message: string])[] = [
  ["no object", on, "rural", [], "expected an object; got text"],
  ["a list", on, [home], [], "expected an object; got a list"],
  ["inherited keys", on, Object.create(home), [], "expected an object whose keys are its own; got an object"],
  ["an own __proto__ from JSON", on, fromJson('{"residence":"rural","persons":1,"__proto__":{}}'), ["__proto__"], 'a key "__proto__" is no key of a household'],
  ["no residence", on, { persons: 3 }, ["residence"], 'expected "rural" or "urban"; a residence is never assumed'],
  ["another residence", on, { ...home, residence: "town" }, ["residence"], 'expected "rural" or "urban"; got text'],
  ["a misspelt fact", on, { ...home, waterSorce: "tap" }, ["waterSorce"], 'a key "waterSorce" is no key of a household; the nearest is "waterSource"'],
  ["a heading that may name a person", on, { ...home, "Nguyễn Văn A": 1 }, [], "a key that is no identifier is no key of a household"],
  ["an identifier of 41 characters", on, { ...home, ["a".repeat(41)]: 1 }, [], "a key that is no identifier is no key of a household"],
  ["a misspelt fact of a member", on, { ...home, members: [{}, { born_on: "2000" }] }, ["members", 1, "born_on"], 'a key "born_on" is no fact of a member; the nearest is "bornOn"'],
  ["text for true", on, { ...home, wallDurable: "true" }, ["wallDurable"], "expected true or false; got text"],
  ["NaN", on, { ...home, floorAreaM2: NaN }, ["floorAreaM2"], "expected a number, 0 or more; got a number that is not finite"],
  ["a negative area", on, { ...home, floorAreaM2: "-0.1" }, ["floorAreaM2"], "expected a number, 0 or more; got text"],
  ["grouped digits", on, { ...home, annualIncomeVnd: "1.500.000" }, ["annualIncomeVnd"], "expected VND as a finite number up to 2^53, or as decimal text without grouping; three digits behind a point may be a grouped thousand; got text"],
  ["a number that has lost its last digits", on, { ...home, annualIncomeVnd: 2 ** 53 }, ["annualIncomeVnd"], "expected VND as a finite number up to 2^53, or as decimal text without grouping; three digits behind a point may be a grouped thousand; got a number"],
  ["two incomes", on, { ...home, monthlyIncomePerPersonVnd: 1, annualIncomeVnd: 1 }, ["annualIncomeVnd"], "expected annualIncomeVnd or monthlyIncomePerPersonVnd, not both"],
  ["nobody", on, { residence: "rural" }, ["persons"], "expected at least one person, listed in members or counted in persons"],
  ["fewer persons than members", on, { residence: "rural", persons: 1, members: [{}, {}] }, ["persons"], "expected no fewer persons than there are members"],
  ["a hole among the members", on, { ...home, members: new Array(1) }, ["members", 0], "expected an object; got nothing"],
  ["a birth after the review", on, { ...home, members: [{ bornOn: "2023-12-15" }] }, ["members", 0, "bornOn"], "expected a birth on or before the review day"],
  ["a month of birth after the review", on, { ...home, members: [{ bornOn: "2024-01" }] }, ["members", 0, "bornOn"], "expected a birth on or before the review day"],
  ["29 February of a common year", on, { ...home, members: [{ bornOn: "1900-02-29" }] }, ["members", 0, "bornOn"], "expected a day YYYY-MM-DD of the calendar, a month YYYY-MM or a year YYYY; got text"],
  ["no day", own, home, ["on"], "expected the review day: reviewedOn of the household, or on"],
  ["a key of another kind of record", on, { ...home, pointsA: 1 }, ["pointsA"], "expected one kind of record: this key belongs to points, the record is of facts"],
  ["an unknown indicator", flags, { residence: "rural", deprivations: { employmnt: true } }, ["deprivations", "employmnt"], 'a key "employmnt" is no indicator of vn/decree-07-2021; the nearest is "employment"'],
  ["flags and a number", flags, { residence: "rural", deprivations: {}, deprivationCount: 1 }, ["deprivationCount"], "expected deprivations or deprivationCount, not both"],
  ["annual income without persons", flags, { residence: "rural", annualIncomeVnd: 1 }, ["persons"], "expected the number of persons beside an annual income"],
  ["more deprivations than indicators", flags, { residence: "rural", deprivationCount: 13 }, ["deprivationCount"], "expected a whole number from 0 to 12, or the least and the most; got a whole number"],
  ["the most before the least", flags, { residence: "rural", deprivationCount: [3, 2] }, ["deprivationCount"], "expected a whole number from 0 to 12, or the least and the most; got a list"],
  ["a hole for the least", flags, { residence: "rural", deprivationCount: sparse }, ["deprivationCount"], "expected a whole number from 0 to 12, or the least and the most; got a list"],
  ["half an indicator", points, { residence: "rural", pointsB: 35 }, ["pointsB"], "expected points from 0 to 120 in steps of 10; got a whole number"],
  ["points B and a number", points, { residence: "rural", pointsB: 30, deprivationCount: 3 }, ["deprivationCount"], "expected pointsB or deprivationCount, not both"],
  ["points below 0", points, { residence: "rural", pointsA: -1 }, ["pointsA"], "expected whole points, 0 or more; got a whole number"],
];

describe("a schema", () => {
  it.each(accepted)("accepts %s", (_why, schema, input) => {
    expect(schema.safeParse(input).error?.issues).toBeUndefined();
  });

  it.each(refused)("refuses %s", (_why, schema, input, path, message) => {
    const [issue, ...others] = schema.safeParse(input).error!.issues;
    expect([issue!.path, issue!.message]).toEqual([path, message]);
    expect(others).toEqual([]);
  });

  it("names every wrong value, and the first of very many unknown keys", () => {
    const wrong = { residence: "town", persons: 0, members: [{ stunted: 1 }, { bornOn: 2000 }] };
    expect(on.safeParse(wrong).error!.issues.map(({ path }) => path.join("."))).toEqual(["residence", "persons", "members.0.stunted", "members.1.bornOn"]);
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`x${index}`, 1]));
    expect(on.safeParse(many).error!.issues).toHaveLength(20);
  });

  it("gives back a fresh copy, fills nothing in and freezes nothing", () => {
    const member = { id: 1 };
    const given = { ...home, members: [member] };
    const parsed = on.parse(given);
    expect(parsed).toStrictEqual(given);
    expect(parsed).not.toBe(given);
    expect(parsed.members![0]).not.toBe(member);
    expect([given, member, parsed, parsed.members].some(Object.isFrozen)).toBe(false);
  });

  it("is made once for each standard, and for each only with what it holds", () => {
    expect(recordedDeprivationsSchema(decree07)).toBe(flags);
    for (const standard of standards) {
      expect(recordedDeprivationsSchema(standard).safeParse({ residence: "rural", deprivationCount: standard.indicators.length }).success).toBe(true);
      expect(recordedDeprivationsSchema(standard).safeParse({ residence: "rural", deprivationCount: standard.indicators.length + 1 }).success).toBe(false);
      if (standard.points === null) expect(() => recordedPointsSchema(standard)).toThrow("no points route");
      else expect(recordedPointsSchema(standard).safeParse({ residence: "rural", pointsA: 0 }).success).toBe(true);
    }
  });

  it.each(["2023-02-29", "14/12/2023", ""])("is not made for a day that is none", (day) => {
    expect(() => householdSchema({ on: day })).toThrow("on: expected a day of the calendar, YYYY-MM-DD");
  });

  it("is not made for a standard that nobody checked", () => {
    expect(() => recordedDeprivationsSchema({ ...decree07 })).toThrow("defineStandard");
    expect(() => recordedPointsSchema({ ...decree07 })).toThrow("defineStandard");
  });

  it("does not stop at many members", () => {
    const many = { residence: "rural", members: Array.from({ length: 200 }, () => ({ bornOn: "1990" })) };
    expect(on.safeParse(many).success).toBe(true);
    expect(classify(many as Household, { standard: decree07, on: "2023-12-14" }).count[0]).toBe(0);
  });
});

describe("the type of a schema", () => {
  it("is that of the input which the library takes", () => {
    expectTypeOf<z.infer<ReturnType<typeof householdSchema>>>().toExtend<Household>();
    expectTypeOf<MemberInput>().toExtend<Member>();
    expectTypeOf<z.infer<ReturnType<typeof recordedDeprivationsSchema>>>().toExtend<RecordedDeprivations>();
    expectTypeOf<z.infer<ReturnType<typeof recordedPointsSchema>>>().toExtend<RecordedPoints>();
    expectTypeOf<z.infer<ReturnType<typeof recognitionsSchema>>>().toExtend<readonly Recognition[]>();
    expectTypeOf<z.infer<ReturnType<typeof recognitionsLineSchema>>["recognitions"]>().toExtend<readonly Recognition[]>();
    expectTypeOf<z.infer<ReturnType<typeof areaSchema>>>().toExtend<Area>();
    expectTypeOf<z.infer<ReturnType<typeof residentsSchema>>>().toExtend<AreaResidents>();
    expectTypeOf<z.infer<ReturnType<typeof classifiedHouseholdSchema>>>().toExtend<CountedHousehold>();
    expectTypeOf<z.infer<ReturnType<typeof standardSchema>>>().toEqualTypeOf<Standard>();
    expectTypeOf<z.input<ReturnType<typeof householdSchema>>>().toEqualTypeOf<HouseholdInput>();
  });

  it("has every key of that input", () => {
    expectTypeOf<keyof HouseholdInput>().toEqualTypeOf<keyof Household>();
    expectTypeOf<keyof MemberInput>().toEqualTypeOf<keyof Member>();
    expectTypeOf<keyof z.infer<typeof flags>>().toEqualTypeOf<keyof RecordedDeprivations>();
    expectTypeOf<keyof z.infer<typeof points>>().toEqualTypeOf<keyof RecordedPoints>();
    // Read-only lists aside, a household of the library is one of the schema.
    expectTypeOf<Omit<Household, "members">>().toExtend<Omit<HouseholdInput, "members">>();
  });
});
