import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assess, classify, classifyDeprivations, classifyPoints, explain, povertyClasses, standardById, standards, type Classification, type Household, type Member,
  type PovertyClass, type Residence,
} from "../../src/index.js";
import { recordedDeprivations, recordedPoints, reviewedHouseholds, shiftedDay } from "../arbitraries.js";
import { adult, atEase, child } from "./households.js";
import { birthRange } from "./oracle.js";

const decree07 = standardById("vn/decree-07-2021");
const decision59 = standardById("vn/decision-59-2015");

type Recorded = Record<string, unknown>;

// ---- every way of filling the holes of a household, over a reduced set of values ------------------------------------------------------

/** For each fact values on both sides of every rule. */
const values: Readonly<Record<string, readonly unknown[]>> = {
  floorAreaM2: ["0", "7.9", 8, 1000],
  houseGrade: ["solid", "semi-solid", "semi-temporary", "temporary"],
  waterSource: ["tap", "other"],
  toiletType: ["septic", "none"],
  monthlySocialAllowance: ["none", "elderly", "disabled", "other"],
  attending: ["none", "preschool", "primary", "lower-secondary", "upper-secondary"],
  completed: ["none", "primary", "lower-secondary", "upper-secondary"],
};
const ages = [0, 2, 3, 5, 6, 11, 12, 14, 15, 16, 17, 18, 30, 31, 38, 80];

const day = (text: string): { readonly year: number; readonly month: number; readonly day: number } => {
  const [year, month, date] = text.split("-").map(Number);
  return { year: year!, month: month!, day: date! };
};

/** The days on both sides of every birthday that a birth can be: its first and last day, and the day of the review in its year. */
function birthsOf(birth: string | null | undefined, on: string): readonly string[] {
  if (birth === null || birth === undefined) return ages.map((years) => shiftedDay(on, { years: -years }));
  if (birth.length === 10) return [birth];
  const range = birthRange(birth, day(on));
  const [first, last] = range.map((each) => [String(each.year).padStart(4, "0"), String(each.month).padStart(2, "0"), String(each.day).padStart(2, "0")].join("-"));
  const birthday = shiftedDay(on, { years: Number(birth.slice(0, 4)) - Number(on.slice(0, 4)) });
  const days = [first!, last!, birthday, shiftedDay(birthday, { days: 1 }), shiftedDay(birthday, { days: -1 })];
  return [...new Set(days)].filter((each) => each >= first! && each <= last!);
}

/** Who a person that is not listed may be. */
const strangers: readonly Member[] = [
  adult,
  { ...adult, jobless: true, hasHealthInsurance: false, usesInternet: false, usesPhoneSubscription: false },
  { ...child, stunted: true, attending: "none", usesInternet: false, wentWithoutCare: true },
  { ...adult, bornOn: "2003-01-01", completed: "none", monthlySocialAllowance: "disabled" },
];

interface Hole { readonly at: readonly (string | number)[]; readonly values: readonly unknown[] }

/** The holes of a household: unknown facts, partial births, persons who are not listed, income. */
function holesOf(household: Household, on: string, lines: readonly number[]): readonly Hole[] {
  const holes: Hole[] = [];
  const add = (at: Hole["at"], name: string, value: unknown): void => {
    if (name === "bornOn") {
      const days = birthsOf(value as string | null | undefined, on);
      if (days.length > 1 || days[0] !== value) holes.push({ at: [...at, name], values: days });
    } else if (value === null || value === undefined) holes.push({ at: [...at, name], values: values[name] ?? [true, false] });
  };
  for (const name of Object.keys(atEase)) if (name !== "residence" && name !== "members") add([], name, household[name as keyof Household]);
  const members = household.members ?? [];
  members.forEach((member, index) => {
    for (const name of Object.keys(adult)) add(["members", index], name, member[name as keyof Member]);
  });
  for (let index = members.length; index < (household.persons ?? members.length); index++) holes.push({ at: ["members", index], values: strangers });
  if ((household.monthlyIncomePerPersonVnd ?? household.annualIncomeVnd ?? null) === null)
    holes.push({ at: ["monthlyIncomePerPersonVnd"], values: lines.flatMap((line) => [line, line + 1]) });
  return holes;
}

/** Each filling of the holes, on one and the same object. */
function* fillings(household: Household, holes: readonly Hole[]): Generator<Household> {
  const filled = structuredClone(household) as unknown as Recorded;
  filled["members"] ??= [];
  const fill = function* (from: number): Generator<Household> {
    const hole = holes[from];
    if (hole === undefined) {
      yield filled as unknown as Household;
      return;
    }
    let target: Recorded = filled;
    for (const step of hole.at.slice(0, -1)) target = target[step] as Recorded;
    for (const value of hole.values) {
      target[hole.at.at(-1)!] = value;
      yield* fill(from + 1);
    }
  };
  yield* fill(0);
}

const ways = (holes: readonly Hole[]): number => holes.reduce((product, hole) => product * hole.values.length, 1);

const linesOf: Readonly<Record<string, readonly number[]>> = {
  "vn/decree-07-2021": [0, 1_500_000, 2_000_000, 2_250_000, 3_000_000],
  "vn/decision-59-2015": [0, 700_000, 900_000, 1_000_000, 1_300_000, 1_500_000, 1_950_000],
};

describe("a result that holds with holes holds however they are filled", () => {
  it.each(["vn/decree-07-2021", "vn/decision-59-2015"])("under %s, every way of filling them", (id) => {
    const standard = standardById(id);
    const met = { determined: 0, undetermined: 0, births: 0, unlisted: 0 };
    /** A household at ease into which some losses and some holes are put. */
    const holed = fc.record({
      on: fc.constantFrom("2023-12-14", "2024-02-29"),
      residence: fc.constantFrom<Residence>("rural", "urban"),
      income: fc.constantFrom(null, 0, 700_001, 1_000_000, 1_500_000, 1_500_001, 2_000_000),
      losses: fc.subarray<Partial<Household>>([{ waterSource: "other" }, { toiletType: "none" }, { floorAreaM2: 7.9 }, { houseGrade: "temporary", wallDurable: false }, { hasTelevision: false, hasTelephone: false }]),
      members: fc.array(fc.constantFrom<Member>(...strangers, { ...child, bornOn: "2017" }, { ...adult, bornOn: "2005", completed: "lower-secondary" }, { ...adult, bornOn: "2008-12" }), { minLength: 0, maxLength: 2 }),
      unlisted: fc.constantFrom(0, 0, 1),
      holes: fc.array(fc.tuple(fc.constantFrom("household", "member"), fc.nat()), { minLength: 1, maxLength: 5 }),
    }).map(({ on, residence, income, losses, members, unlisted, holes }) => {
      const household = structuredClone(Object.assign({}, atEase, ...losses, { residence, monthlyIncomePerPersonVnd: income, members, persons: Math.max(1, members.length + unlisted) })) as unknown as Recorded & { members: Recorded[] };
      for (const [where, pick] of holes) {
        const target = where === "household" || household.members.length === 0 ? household : household.members[pick % household.members.length]!;
        const names = Object.keys(target === household ? atEase : adult).filter((name) => !["residence", "members"].includes(name));
        target[names[pick % names.length]!] = null;
      }
      return { on, household: household as unknown as Household };
    });
    fc.assert(
      fc.property(holed, ({ household, on }) => {
        const holes = holesOf(household, on, linesOf[id]!);
        fc.pre(ways(holes) <= 1500);
        const before = classify(household, { standard, on });
        const [deprived, unknown] = [before.deprived!, before.unknown!];
        const possible = new Set(before.possible);
        for (const filled of fillings(household, holes)) {
          const after = classify(filled, { standard, on });
          const found = after.deprived!;
          // Nothing is open any more; the class was possible; what was known stays.
          if (after.class === null || !possible.has(after.class) || after.count[0] < before.count[0] || after.count[1] > before.count[1]
            || deprived.some((each) => !found.includes(each)) || found.some((each) => !deprived.includes(each) && !unknown.includes(each)))
            expect({ filled, class: after.class, deprived: found }).toEqual({ possible: before.possible, count: before.count, deprived, unknown });
        }
        met[before.status] += 1;
        if (holes.some(({ at, values: days }) => at.at(-1) === "bornOn" && days.length < ages.length)) met.births += 1;
        if (household.persons! > household.members!.length) met.unlisted += 1;
      }),
      { numRuns: 300, seed: 61 },
    );
    for (const times of Object.values(met)) expect(times).toBeGreaterThan(30);
  });

  it("and what is called missing is enough to tell the class", () => {
    let told = 0;
    fc.assert(
      fc.property(reviewedHouseholds(), fc.constantFrom(decree07, decision59), fc.nat(), ({ household, on }, standard, pick) => {
        const { missing } = classify(household, { standard, on });
        const paths = missing.flatMap(({ facts }) => facts);
        fc.pre(!paths.includes("members"));
        const filled = structuredClone(household) as unknown as Recorded & { members: Recorded[] };
        for (const path of paths) {
          if (path === "annualIncomeVnd") continue;
          const [, index, name = path] = /^(?:members\[(\d+)\]\.)?(\w+)$/.exec(path)!;
          const target = index === undefined ? filled : filled.members[Number(index)]!;
          const choice = name === "bornOn" ? birthsOf(target[name] as string | null | undefined, on) : name === "monthlyIncomePerPersonVnd" ? [0, 1_500_000, 9_000_000] : (values[name] ?? [true, false]);
          target[name] = choice[pick % choice.length];
        }
        const after = classify(filled as unknown as Household, { standard, on });
        expect([after.status, after.missing]).toEqual(["determined", []]);
        if (paths.length > 0) told += 1;
      }),
      { numRuns: 800, seed: 62 },
    );
    expect(told).toBeGreaterThan(100);
  });
});

describe("recorded flags are decided exactly", () => {
  it("of Decision 59/2015: possible is what the fillings give, for every way of recording ten flags", () => {
    const ids = decision59.indicators.map(({ id }) => id);
    // Each digit a flag: 0 no, 1 yes, 2 not recorded. A hole is filled by numbers that come before it.
    const patterns = 3 ** ids.length;
    for (const monthlyIncomePerPersonVnd of [700_000, 700_001, 1_000_001, 1_500_001, null]) {
      const masks = new Uint8Array(patterns);
      for (let pattern = 0; pattern < patterns; pattern++) {
        const deprivations: Record<string, boolean> = {};
        let hole = 0;
        for (let rest = pattern, place = 1, index = 0; index < ids.length; index++, place *= 3, rest = Math.floor(rest / 3)) {
          if (rest % 3 === 2) hole = place;
          else deprivations[ids[index]!] = rest % 3 === 1;
        }
        const found = classifyDeprivations({ residence: "rural", monthlyIncomePerPersonVnd, deprivations }, { standard: decision59 });
        let mask = 0;
        for (const each of found.possible) mask |= 1 << povertyClasses.indexOf(each);
        masks[pattern] = mask;
        if (hole > 0) {
          const filled = masks[pattern - hole]! | masks[pattern - 2 * hole]!;
          if (mask !== filled) expect([deprivations, found.possible]).toEqual(["by its fillings", povertyClasses.filter((_, index) => (filled >> index) & 1)]);
        } else if (monthlyIncomePerPersonVnd !== null) expect(found.status).toBe("determined");
      }
    }
  });

  it("of every standard: undetermined means that two fillings differ", () => {
    const income = (id: string): readonly number[] => (id === "vn/decision-170-2005" ? [0, 9_000_000] : [0, 450_000, 600_000, 800_000, 950_000, 1_400_000, 1_800_000, 2_500_000, 9_000_000]);
    for (const standard of standards)
      fc.assert(
        fc.property(recordedDeprivations(standard), (record) => {
          const found = classifyDeprivations(record, { standard });
          const counts = Array.from({ length: found.count[1] - found.count[0] + 1 }, (_, index) => found.count[0] + index);
          const known = record.monthlyIncomePerPersonVnd ?? record.annualIncomeVnd ?? null;
          const incomes = known === null ? income(standard.id) : [null];
          const classes = new Set<PovertyClass>();
          for (const deprivationCount of counts)
            for (const each of incomes) {
              const filled = { ...record, ...(each === null ? {} : { monthlyIncomePerPersonVnd: each }), deprivations: null, deprivationCount };
              classes.add(classifyDeprivations(filled, { standard }).class!);
            }
          expect(povertyClasses.filter((each) => classes.has(each))).toEqual(found.possible);
        }),
        { numRuns: 150, seed: 63 },
      );
  });
});

describe("the rules go one way", () => {
  const ranks = (found: Classification): readonly [number, number] => {
    const places = found.possible.map((each) => povertyClasses.indexOf(each));
    return [Math.min(...places), Math.max(...places)];
  };
  const expectNoPoorer = (before: Classification, after: Classification): void => {
    expect(ranks(after)[0]).toBeGreaterThanOrEqual(ranks(before)[0]);
    expect(ranks(after)[1]).toBeGreaterThanOrEqual(ranks(before)[1]);
  };

  it("more income never gives a poorer class", () => {
    fc.assert(
      fc.property(reviewedHouseholds(), fc.constantFrom(...standards), fc.integer({ min: -500_000, max: 4_000_000 }), fc.integer({ min: 0, max: 1_500_000 }), ({ household, on }, standard, income, more) => {
        const of = (monthlyIncomePerPersonVnd: number): Classification => classify({ ...household, annualIncomeVnd: null, monthlyIncomePerPersonVnd }, { standard, on });
        expectNoPoorer(of(income), of(income + more));
      }),
      { numRuns: 500, seed: 64 },
    );
  });

  it("one more deprivation never gives a better one", () => {
    for (const standard of standards.filter(({ indicators }) => indicators.length > 0))
      fc.assert(
        fc.property(recordedDeprivations(standard), fc.nat(), (record, pick) => {
          fc.pre(record.deprivations !== null && record.deprivations !== undefined);
          const { id } = standard.indicators[pick % standard.indicators.length]!;
          const of = (flag: boolean | null): Classification => classifyDeprivations({ ...record, deprivations: { ...record.deprivations, [id]: flag } }, { standard });
          expectNoPoorer(of(true), of(false));
          // What is open lies between the two.
          expectNoPoorer(of(true), of(null));
          expectNoPoorer(of(null), of(false));
        }),
        { numRuns: 200, seed: 65 },
      );
  });

  it("fewer points A never give a better class, and more points B neither", () => {
    fc.assert(
      fc.property(recordedPoints, fc.nat({ max: 200 }), fc.integer({ min: 0, max: 11 }), ({ residence }, pointsA, count) => {
        const of = (a: number, b: number): Classification => classifyPoints({ residence, pointsA: a, pointsB: b }, { standard: decree07 });
        expectNoPoorer(of(pointsA, count * 10), of(pointsA + 1, count * 10));
        expectNoPoorer(of(pointsA, count * 10 + 10), of(pointsA, count * 10));
      }),
      { numRuns: 300, seed: 66 },
    );
  });
});

describe("a household", () => {
  it("is the same household in whatever order its members stand", () => {
    fc.assert(
      fc.property(reviewedHouseholds(), fc.constantFrom(...standards), fc.nat(), ({ household, on }, standard, pick) => {
        const { members = [] } = household;
        const turned = members!.map((_, index) => members![(index + pick) % members!.length]!).reverse();
        const [before, after] = [classify(household, { standard, on }), classify({ ...household, members: turned }, { standard, on })];
        for (const field of ["class", "possible", "count", "deprived", "unknown", "margin", "because"] as const) expect(after[field]).toEqual(before[field]);
        expect(after.missing.map(({ indicator }) => indicator)).toEqual(before.missing.map(({ indicator }) => indicator));
      }),
      { numRuns: 300, seed: 67 },
    );
  });

  it("is left as it was, also where it is frozen through and through", () => {
    const frozen = <Value>(value: Value): Value => {
      if (typeof value === "object" && value !== null) {
        Object.values(value).forEach(frozen);
        Object.freeze(value);
      }
      return value;
    };
    fc.assert(
      fc.property(reviewedHouseholds(), ({ household, on }) => {
        const record = frozen(structuredClone(household));
        const options = Object.freeze({ standard: decree07, on });
        const found = assess(record, options);
        const text = explain(found, { locale: "vi" });
        expect(record).toEqual(household);
        expect(JSON.stringify(found)).toBe(JSON.stringify(assess(household, options)));
        expect(text).toBe(explain(assess(household, options), { locale: "vi" }));
      }),
      { numRuns: 150, seed: 68 },
    );
    const flags = frozen({ residence: "rural" as const, deprivations: { water: true }, deprivationCount: null });
    expect(classifyDeprivations(flags, { standard: decree07 }).count).toEqual([1, 12]);
    expect(classifyPoints(frozen({ residence: "rural" as const, pointsA: 1, pointsB: 30 }), { standard: decree07 }).class).toBe("poor");
  });

  it("parsed from JSON gives the same result", () => {
    fc.assert(
      fc.property(reviewedHouseholds(), fc.constantFrom(...standards), ({ household, on }, standard) => {
        const parsed = JSON.parse(JSON.stringify(household)) as Household;
        expect(JSON.stringify(assess(parsed, { standard, on }))).toBe(JSON.stringify(assess(household, { standard, on })));
      }),
      { numRuns: 200, seed: 69 },
    );
  });

  it("splits and joins by its persons only: twice the persons with twice the income and floor are decided alike", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 200_000_000 }), fc.integer({ min: 0, max: 100 }), (persons, annualIncomeVnd, floorAreaM2) => {
        const of = (times: number): Classification =>
          classify({ residence: "rural", persons: persons * times, annualIncomeVnd: annualIncomeVnd * times, floorAreaM2: floorAreaM2 * times }, { standard: decree07, on: "2023-12-14" });
        expect([of(2).possible, of(2).count, of(2).margin]).toEqual([of(1).possible, of(1).count, of(1).margin]);
      }),
      { numRuns: 200, seed: 70 },
    );
  });
});
