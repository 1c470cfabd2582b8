import { Temporal } from "temporal-polyfill";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  classify, classifyDeprivations, classifyPoints, defineStandard, standardById, standards, type Household, type Member, type PovertyClass, type Residence, type Standard,
} from "../../src/index.js";
import { refusal } from "../support/refusal.js";
import { jsonOf, placesIn, withAt, written, type Json, type JsonPath } from "./small-standard.js";

// Each number of each national standard is changed, in its JSON and nowhere else: either the plane no longer holds
// together, or a household at the boundary gets another class. So no number of the law lives anywhere but in its data.

/** The numbers and days by which a standard decides, wherever they stand in its JSON. */
const numbersOf = (standard: Standard): readonly JsonPath[] =>
  placesIn(jsonOf(standard))
    .filter(({ path, value }) => (typeof value === "number" || path.at(-1) === "bornOnOrAfter") && !path.includes("citation"))
    .map(({ path }) => path);

const valueAt = (standard: Standard, path: JsonPath): Json => path.reduce((value, key) => (value as Record<string | number, Json>)[key]!, jsonOf(standard));
const defined = (spec: Json): Standard => defineStandard(spec as unknown as Standard);
const counts = (standard: Standard): readonly number[] => Array.from({ length: standard.indicators.length + 1 }, (_, count) => count);

/** The class at each number of deprived indicators. */
const classesAt = (standard: Standard, residence: Residence, monthlyIncomePerPersonVnd: number): readonly (PovertyClass | null)[] =>
  counts(standard).map((deprivationCount) => classifyDeprivations({ residence, monthlyIncomePerPersonVnd, deprivationCount }, { standard }).class);

/** All places of a residence's tiles and points that hold a value under a key. */
const placesOf = (standard: Standard, residence: Residence, fits: (path: JsonPath, value: Json) => boolean): readonly JsonPath[] =>
  placesIn(jsonOf(standard))
    .filter(({ path, value }) => !path.includes("citation") && fits(path, value))
    .map(({ path }) => path)
    .filter((path) => path.some((_, index) => index > 1 && (valueAt(standard, path.slice(0, index)) as { residence?: Json }).residence === residence));

const moved = (standard: Standard, paths: readonly JsonPath[], by: number): Standard =>
  defined(paths.reduce((spec, path) => withAt(spec, path, Number(valueAt(standard, path)) + by), jsonOf(standard)));

const residences = ["rural", "urban"] as const;
const lines = standards.flatMap((standard) =>
  residences.flatMap((residence) => {
    const paths = placesOf(standard, residence, (path) => path.at(-1) === "amount");
    return [...new Set(paths.map((path) => Number(valueAt(standard, path))))].map((line) => [standard.id, residence, line, paths.filter((path) => valueAt(standard, path) === line)] as const);
  }),
);

describe("a line of income", () => {
  it.each(lines)("%s, %s, %d: the class follows it up and down by one VND", (id, residence, line, paths) => {
    const standard = standardById(id);
    const [higher, lower] = [moved(standard, paths, 1), moved(standard, paths, -1)];
    const [on, over] = [classesAt(standard, residence, line), classesAt(standard, residence, line + 1)];
    expect(on).not.toEqual(over);
    expect(classesAt(higher, residence, line + 1)).toEqual(on);
    expect(classesAt(higher, residence, line + 2)).toEqual(over);
    expect(classesAt(lower, residence, line)).toEqual(over);
    expect(classesAt(lower, residence, line - 1)).toEqual(on);
    // A household of three, per year.
    const [atLine, together] = [{ residence, persons: 3, annualIncomeVnd: line * 36 + 36, deprivationCount: standard.indicators.length }, counts(standard).length - 1];
    expect(classifyDeprivations(atLine, { standard: higher }).class).toBe(on[together]);
    expect(classifyDeprivations(atLine, { standard }).class).toBe(over[together]);
  });

  it("of the other residence does not matter", () => {
    for (const [id, residence, line, paths] of lines) {
      const other = residence === "rural" ? "urban" : "rural";
      const standard = standardById(id);
      for (const income of [line, line + 1]) expect(classesAt(moved(standard, paths, 1), other, income)).toEqual(classesAt(standard, other, income));
    }
  });
});

const cutoffs = standards.flatMap((standard) =>
  residences.flatMap((residence) => {
    const paths = placesOf(standard, residence, (path) => path.at(-1) === "deprivationsFrom" || path.at(-1) === "deprivationsTo");
    return paths.length === 0 ? [] : [[standard.id, residence, paths] as const];
  }),
);

describe("a number of deprived indicators", () => {
  it.each(cutoffs)("%s, %s: the class follows it up and down by one", (id, residence, paths) => {
    const standard = standardById(id);
    const from = Number(valueAt(standard, paths.find((path) => path.at(-1) === "deprivationsFrom")!));
    const income = Math.max(...lines.filter(([of, where, line]) => of === id && where === residence && new Set(classesAt(standard, residence, line)).size > 1).map(([, , line]) => line));
    const before = classesAt(standard, residence, income);
    expect(before[from]).not.toBe(before[from - 1]);
    const [more, fewer] = [1, -1].map((by) => classesAt(moved(standard, paths, by), residence, income));
    expect(more!.slice(1)).toEqual(before.slice(0, -1));
    expect(fewer!.slice(0, -1)).toEqual(before.slice(1));
  });
});

describe("a number of the plane changed alone", () => {
  const alone = standards.flatMap((standard) => numbersOf(standard).filter((path) => path[0] === "classes" || path.at(-1) === "amount").map((path) => [standard.id, written(path), path] as const));

  it.each(alone)("%s, %s: the standard no longer holds together", (id, _written, path) => {
    const standard = standardById(id);
    for (const by of [1, -1]) {
      const refused = refusal(() => moved(standard, [path], by));
      expect(refused).toMatchObject({ code: "chuan-ngheo/invalid-standard" });
      expect(refused).toHaveProperty("message", expect.stringMatching(/^classes: (no class|two tiles .*) at: (rural|urban), |^points\.lines: expected an income line of the classes/));
    }
  });
});

describe("the points", () => {
  const standard = standardById("vn/decree-07-2021");
  it.each([["rural", 0], ["urban", 1]] as const)("of %s: the class follows the line", (residence, index) => {
    const path: JsonPath = ["points", "lines", index, "pointsUpTo"];
    const line = Number(valueAt(standard, path));
    const at = (pointsA: number, under: Standard): PovertyClass | null => classifyPoints({ residence, pointsA, pointsB: 30 }, { standard: under }).class;
    expect([at(line, standard), at(line + 1, standard)]).toEqual(["poor", null]);
    expect([at(line + 1, moved(standard, [path], 1)), at(line + 2, moved(standard, [path], 1))]).toEqual(["poor", null]);
    expect([at(line - 1, moved(standard, [path], -1)), at(line, moved(standard, [path], -1))]).toEqual(["poor", null]);
  });

  it("of one indicator: what counts as three indicators follows them", () => {
    const eleven = moved(standard, [["points", "pointsPerIndicator"]], 1);
    const at = (pointsB: number, under: Standard): unknown => {
      const household = { residence: "rural", pointsA: 0, pointsB } as const;
      const refused = refusal(() => classifyPoints(household, { standard: under }));
      return refused === "accepted" ? classifyPoints(household, { standard: under }).class : refused.path;
    };
    expect([at(20, standard), at(30, standard), at(33, standard)]).toEqual(["near-poor", "poor", "pointsB"]);
    expect([at(22, eleven), at(33, eleven), at(30, eleven)]).toEqual(["near-poor", "poor", "pointsB"]);
  });
});

// ---- the numbers of the indicators ---------------------------------------------------------------------------------------------------

const adult: Member = {
  bornOn: "1970-01-01", jobless: false, wageWorkWithoutContract: false, monthlySocialAllowance: "none", stunted: false, underweight: false, hasHealthInsurance: true,
  attending: "none", completed: "higher", certifiedOnTheJobTraining: false, usesInternet: true, usesPhoneSubscription: true, wentWithoutCare: false,
};
/** Someone whose birthday is the review day. */
const aged = (years: number, on: string, facts: Partial<Member> = {}): Member => ({ ...adult, attending: "higher", bornOn: `${Number(on.slice(0, 4)) - years}${on.slice(4)}`, ...facts });

/** A household that lacks clean water and a sanitary toilet and nothing else, so that a third indicator makes it poor. */
const home = {
  residence: "rural", floorAreaM2: 1000, wallDurable: true, pillarDurable: true, roofDurable: true, houseGrade: "solid", waterSource: "surface-water", toiletType: "open-pit",
  hasTelevision: true, hasRadio: true, hasDesktopComputer: true, hasTelephone: true, hasLaptop: true, hasTablet: true, hasSmartphone: true, hearsLoudspeaker: true,
} as const;
const reviews: Readonly<Record<string, { readonly on: string; readonly monthlyIncomePerPersonVnd: number }>> = {
  "vn/decree-07-2021": { on: "2023-12-14", monthlyIncomePerPersonVnd: 1_500_000 },
  "vn/decision-59-2015": { on: "2018-12-14", monthlyIncomePerPersonVnd: 1_000_000 },
};
const D07 = "vn/decree-07-2021";
const D59 = "vn/decision-59-2015";
const none = { attending: "none", completed: "none" } as const;

type Row = readonly [why: string, id: string, indicator: string, path: string, to: number | string, who: readonly Member[], becomes: PovertyClass, facts: Partial<Household>];

/** For each number what it becomes, and a household (an adult, and who is listed) at its boundary. */
const rows: readonly Row[] = (() => {
  const now = (years: number, facts: Partial<Member> = {}): Member => aged(years, reviews[D07]!.on, facts);
  const then = (years: number, facts: Partial<Member> = {}): Member => aged(years, reviews[D59]!.on, facts);
  return [
    ["15 today and looking for work", D07, "employment", "someMember.all[0].years", 16, [now(15, { jobless: true })], "near-poor", {}],
    ["two of three are 16 today", D07, "dependents", "shareOfMembers.any[0].years", 17, [now(16), now(16)], "poor", {}],
    ["one of two is a child: exactly half", D07, "dependents", "share[0]", 0, [now(5)], "poor", {}],
    ["one of two is a child: more than a third", D07, "dependents", "share[1]", 3, [now(5)], "poor", {}],
    ["16 today and stunted", D07, "nutrition", "someMember.all[0].years", 17, [now(16, { stunted: true })], "poor", {}],
    ["6 today and uninsured", D07, "healthInsurance", "someMember.all[0].years", 7, [now(6, { hasHealthInsurance: false })], "near-poor", {}],
    ["16 today and never at school", D07, "adultEducation", "someMember.all[0].years", 17, [now(16, none)], "near-poor", {}],
    ["31 today and never at school", D07, "adultEducation", "someMember.all[1].years", 31, [now(31, none)], "poor", {}],
    ["18 today with lower secondary only", D07, "adultEducation", "someMember.all[3].any[1].all[0].years", 19, [now(18, { attending: "none", completed: "lower-secondary" })], "near-poor", {}],
    ["3 today and at home", D07, "childSchooling", "someMember.all[0].years", 4, [now(3, none)], "near-poor", {}],
    ["16 today, out of school after lower secondary", D07, "childSchooling", "someMember.all[1].years", 16, [now(16, { attending: "none", completed: "lower-secondary" })], "poor", {}],
    ["6 today and at preschool", D07, "childSchooling", "someMember.all[2].any[1].all[0].years", 7, [now(6, { attending: "preschool" })], "near-poor", {}],
    ["12 today and in primary school", D07, "childSchooling", "someMember.all[2].any[2].all[0].years", 13, [now(12, { attending: "primary" })], "near-poor", {}],
    ["two of wall, pillar and roof", D07, "housingQuality", "atLeast", 3, [], "near-poor", { wallDurable: false, roofDurable: false }],
    ["8 m² for one", D07, "housingArea", "value", 9, [], "poor", { floorAreaM2: 8 }],
    ["6 today and uninsured", D59, "healthInsurance", "someMember.all[0].years", 7, [then(6, { hasHealthInsurance: false })], "near-poor", {}],
    ["15 today, out of school without lower secondary", D59, "adultEducation", "someMember.all[0].years", 16, [then(15, none)], "near-poor", {}],
    ["born on the first day of 1986", D59, "adultEducation", "someMember.all[1].bornOnOrAfter", "1986-01-02", [{ ...adult, ...none, bornOn: "1986-01-01" }], "near-poor", {}],
    ["5 today and at home", D59, "childSchooling", "someMember.all[0].years", 6, [then(5, none)], "near-poor", {}],
    ["15 today, out of school after lower secondary", D59, "childSchooling", "someMember.all[1].years", 15, [then(15, { attending: "none", completed: "lower-secondary" })], "poor", {}],
    ["8 m² for one", D59, "housingArea", "value", 9, [], "poor", { floorAreaM2: 8 }],
  ];
})();

const pathOf = (standard: Standard, indicator: string, path: string): JsonPath => [
  "indicators", standard.indicators.findIndex(({ id }) => id === indicator), "deprivedWhen", ...path.split(/[.[\]]+/).filter((key) => key !== "").map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
];

describe("a number of an indicator", () => {
  it.each(rows)("%s (%s, %s, %s → %s)", (_why, id, indicator, path, to, who, becomes, facts) => {
    const standard = standardById(id);
    const { on, monthlyIncomePerPersonVnd } = reviews[id]!;
    const household: Household = { ...home, monthlyIncomePerPersonVnd, members: [adult, ...who], ...facts };
    const changed = defined(withAt(jsonOf(standard), pathOf(standard, indicator, path), to));
    const [before, after] = [classify(household, { standard, on }), classify(household, { standard: changed, on })];
    const [poor, nearPoor] = becomes === "poor" ? [after, before] : [before, after];
    expect([nearPoor.class, nearPoor.deprived]).toEqual(["near-poor", ["water", "toilet"]]);
    expect(poor.class).toBe("poor");
    expect([...poor.deprived!].sort()).toEqual([indicator, "toilet", "water"].sort());
  });
});

describe("together they are all", () => {
  it.each(standards.map((standard) => [standard.id, standard] as const))("%s: every number of its JSON was changed above", (id, standard) => {
    const changed = [
      ...lines.filter(([of]) => of === id).flatMap(([, , , paths]) => paths),
      ...cutoffs.filter(([of]) => of === id).flatMap(([, , paths]) => paths),
      ...rows.filter(([, of]) => of === id).map(([, , indicator, path]) => pathOf(standard, indicator, path)),
      ...(standard.points === null ? [] : [["points", "lines", 0, "pointsUpTo"], ["points", "lines", 1, "pointsUpTo"], ["points", "pointsPerIndicator"]]),
    ];
    const all = numbersOf(standard).map(written);
    expect(all.length).toBeGreaterThan(0);
    expect([...new Set(changed.map(written))].sort()).toEqual([...all].sort());
  });
});

// ---- days and provisions ---------------------------------------------------------------------------------------------------------------

const files: Readonly<Record<string, readonly [file: string, name: string]>> = {
  "vn/decision-170-2005": ["../../src/law/vietnam/decision-170-2005.js", "decision170"],
  "vn/decision-09-2011": ["../../src/law/vietnam/decision-09-2011.js", "decision09"],
  "vn/decision-59-2015": ["../../src/law/vietnam/decision-59-2015.js", "decision59"],
  "vn/decree-07-2021": ["../../src/law/vietnam/decree-07-2021.js", "decree07"],
  "vn/decree-351-2025": ["../../src/law/vietnam/decree-351-2025.js", "decree351"],
};

describe("a day of a period", () => {
  afterEach(() => {
    for (const [file] of Object.values(files)) vi.doUnmock(file);
    vi.resetModules();
  });

  const days = standards.flatMap(({ id, inForce }) => inForce.flatMap(({ from, to }, index) => [[id, from, ["inForce", index, "from"], 1] as const, [id, to, ["inForce", index, "to"], -1] as const]));
  it.each(days)("%s, %s: moved by a day, that day is held no more", async (id, day, path, by) => {
    const [file, name] = files[id]!;
    const beside = Temporal.PlainDate.from(day).add({ days: by }).toString();
    vi.resetModules();
    vi.doMock(file, () => ({ [name]: defined(withAt(jsonOf(standardById(id)), path, beside)) }));
    const { standardInForce } = await import("../../src/law/registry.js");
    expect(refusal(() => standardInForce(day))).toMatchObject({ code: "chuan-ngheo/law-not-held" });
    expect(standardInForce(beside).id).toBe(id);
  });
});

describe("a provision", () => {
  it.each([D07, D59])("%s: the number of an indicator in a reason follows its citation", (id) => {
    const standard = standardById(id);
    const deprivations = Object.fromEntries(standard.indicators.map((indicator) => [indicator.id, true]));
    standard.indicators.forEach((indicator, index) => {
      const changed = defined(withAt(jsonOf(standard), ["indicators", index, "citation", "provision", "indicator"], 99));
      const { monthlyIncomePerPersonVnd } = reviews[id]!;
      const reasons = classifyDeprivations({ residence: "rural", monthlyIncomePerPersonVnd, deprivations }, { standard: changed }).because;
      expect(reasons.filter(({ provision }) => provision.endsWith("indicator 99")).map((reason) => reason.indicator)).toEqual([indicator.id]);
    });
  });
});
