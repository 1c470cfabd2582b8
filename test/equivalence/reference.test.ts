import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FALSE, TRUE, UNKNOWN, type Kleene } from "../../src/core/kleene.js";
import { dayNumber } from "../../src/core/plain-date.js";
import { truthOf } from "../../src/household/evidence.js";
import {
  age, all, any, atLeastOf, bornOnOrAfter, classify, compared, defineStandard, fact, noMember, not, oneOf, perMember, shareOfMembers, someMember,
  standardById, standards, type Expression, type Household, type Member, type Standard,
} from "../../src/index.js";
import { expressions, members, reviewedHouseholds } from "../arbitraries.js";

const decree07 = standardById("vn/decree-07-2021");

/** A standard whose indicators are these rules and nothing else. */
function standardOf(rules: readonly Expression[]): Standard {
  const [model] = decree07.indicators;
  return defineStandard({
    ...decree07,
    id: "example/rules",
    inForce: [],
    points: null,
    // The tiles speak of up to three deprivations, so there are never fewer indicators.
    indicators: [...rules, ...Array.from({ length: Math.max(0, 3 - rules.length) }, () => null)].map((deprivedWhen, index) => ({ ...model!, id: `rule${index}`, deprivedWhen })),
  });
}

/** The truth values of the rules of a standard by the compiled program, in order. */
function compiled(standard: Standard, household: Household, on: string): readonly Kleene[] {
  const { deprived, unknown } = classify(household, { standard, on });
  return standard.indicators.map(({ id }) => (deprived!.includes(id) ? TRUE : unknown!.includes(id) ? UNKNOWN : FALSE));
}

/** The same, read straight from the record. */
function walked(standard: Standard, household: Household, on: string): readonly Kleene[] {
  return standard.indicators.map(({ deprivedWhen }) => (deprivedWhen === null ? UNKNOWN : truthOf(deprivedWhen, household, dayNumber(on)!)));
}

describe("the compiled program and the walk over the record agree", () => {
  it("on every standard", () => {
    fc.assert(
      fc.property(reviewedHouseholds(), ({ household, on }) => {
        for (const standard of standards) expect(compiled(standard, household, on)).toEqual(walked(standard, household, on));
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  it("on random rules", () => {
    const met = new Set<Kleene>();
    fc.assert(
      fc.property(fc.array(expressions, { minLength: 1, maxLength: 8 }), fc.array(reviewedHouseholds(), { minLength: 6, maxLength: 6 }), (rules, households) => {
        const standard = standardOf(rules);
        for (const { household, on } of households) {
          const truths = compiled(standard, household, on);
          expect(truths).toEqual(walked(standard, household, on));
          truths.forEach((truth) => met.add(truth));
        }
      }),
      { numRuns: 1000, seed: 8 },
    );
    expect(met).toEqual(new Set([FALSE, UNKNOWN, TRUE]));
  });

  const on = "2023-12-14";
  const crowd = fc
    .record({
      few: fc.array(members(on), { minLength: 1, maxLength: 3 }),
      // Around the number of members that fit in one mask, and twice that.
      listed: fc.constantFrom(1, 30, 31, 32, 33, 61, 62, 63, 64, 93, 94),
      unlisted: fc.constantFrom(0, 0, 1, 31, 62, 1_000_000, Number.MAX_SAFE_INTEGER),
      at: fc.nat({ max: 93 }),
      odd: members(on),
    })
    .map(({ few, listed, unlisted, at, odd }): Household => ({
      residence: "rural",
      floorAreaM2: 500,
      persons: Math.min(listed + unlisted, Number.MAX_SAFE_INTEGER),
      members: Array.from({ length: listed }, (_, index) => (index === at % listed ? odd : few[index % few.length]!)),
    }));

  it("on households that do not fit in one mask, and on up to 2^53 - 1 persons", () => {
    fc.assert(
      fc.property(fc.array(expressions, { minLength: 3, maxLength: 8 }), crowd, (rules, household) => {
        for (const standard of [standardOf(rules), decree07, standardById("vn/decision-59-2015")])
          expect(compiled(standard, household, on)).toEqual(walked(standard, household, on));
      }),
      { numRuns: 400, seed: 9 },
    );
  });

  /** So many parts that follow `jobless`, and so many that follow `stunted`. */
  const parts = (first: number, second: number): readonly Expression[] =>
    [...Array.from({ length: first }, () => fact("jobless")), ...Array.from({ length: second }, () => fact("stunted"))];

  it.each([
    ["a birth that is unknown is not told by an age that nobody reaches", someMember(age(">=", 2100)), [{}], UNKNOWN],
    ["nor by its opposite", noMember(age(">", 9000)), [{}], UNKNOWN],
    ["a birth that is known is", someMember(age(">=", 2100)), [{ bornOn: "2000" }], FALSE],
    ["nor is an unknown birth told by age 0, which everybody has reached", someMember(age(">=", 0)), [{}], UNKNOWN],
    ["at least 33 of 40 parts: 33 are true", someMember(atLeastOf(33, ...parts(33, 7))), [{ jobless: true, stunted: false }], TRUE],
    ["at least 34 of 40 parts: 33 are true", someMember(atLeastOf(34, ...parts(33, 7))), [{ jobless: true, stunted: false }], FALSE],
    ["at least 34 of 40 parts: 33 are true and 7 unknown", someMember(atLeastOf(34, ...parts(33, 7))), [{ jobless: true }], UNKNOWN],
    ["at least one of 40 parts: all are false", someMember(atLeastOf(1, ...parts(33, 7))), [{ jobless: false, stunted: false }], FALSE],
  ] as const)("%s", (_why, rule, listed, truth) => {
    const household: Household = { residence: "rural", members: listed };
    const standard = standardOf([rule]);
    expect(walked(standard, household, on)[0]).toBe(truth);
    expect(compiled(standard, household, on)[0]).toBe(truth);
  });
});

describe("the walk over the record", () => {
  const on = "2023-12-14";
  const child: Member = { bornOn: "2010-01-01" };
  const adult: Member = { bornOn: "1990-01-01" };
  const someone: Member = {};
  const area = (floorAreaM2: number | string): Partial<Household> => ({ floorAreaM2 });
  const under16 = age("<", 16);

  // The reference itself, by hand: what the fast program is compared with must be right.
  it.each<readonly [string, Expression, Partial<Household>, Kleene]>([
    ["a recorded yes is true", fact("hasRadio"), { hasRadio: true }, TRUE],
    ["a recorded no is false", fact("hasRadio"), { hasRadio: false }, FALSE],
    ["what is not recorded is unknown, not false", fact("hasRadio"), {}, UNKNOWN],
    ["null is not recorded", fact("hasRadio"), { hasRadio: null }, UNKNOWN],
    ["one of the words", oneOf("waterSource", ["tap", "bottled"]), { waterSource: "bottled" }, TRUE],
    ["none of the words", oneOf("waterSource", ["tap", "bottled"]), { waterSource: "other" }, FALSE],
    ["no word at all", oneOf("waterSource", ["tap", "bottled"]), {}, UNKNOWN],
    ["below the bound", compared("floorAreaM2", "<", 24), area(23.99), TRUE],
    ["on the bound", compared("floorAreaM2", "<", 24), area(24), FALSE],
    ["on the bound, included", compared("floorAreaM2", "<=", 24), area(24), TRUE],
    ["over the bound by less than a double can tell", compared("floorAreaM2", "<=", 24), area("24.00000000000000000001"), FALSE],
    ["over, and so >", compared("floorAreaM2", ">", 24), area("24.00000000000000000001"), TRUE],
    ["on the bound, and so >=", compared("floorAreaM2", ">=", 24), area("24.0"), TRUE],
    ["false decides all", all(fact("hasRadio"), fact("hasTablet")), { hasTablet: false }, FALSE],
    ["true and unknown leave all open", all(fact("hasRadio"), fact("hasTablet")), { hasTablet: true }, UNKNOWN],
    ["true decides any", any(fact("hasRadio"), fact("hasTablet")), { hasTablet: true }, TRUE],
    ["false and unknown leave any open", any(fact("hasRadio"), fact("hasTablet")), { hasTablet: false }, UNKNOWN],
    ["the opposite of unknown is unknown", not(fact("hasRadio")), {}, UNKNOWN],
    ["two of three true", atLeastOf(2, fact("hasRadio"), fact("hasTablet"), fact("hasLaptop")), { hasRadio: true, hasLaptop: true }, TRUE],
    ["one true and one unknown may be two", atLeastOf(2, fact("hasRadio"), fact("hasTablet"), fact("hasLaptop")), { hasRadio: true, hasLaptop: false }, UNKNOWN],
    ["two false cannot be two true", atLeastOf(2, fact("hasRadio"), fact("hasTablet"), fact("hasLaptop")), { hasRadio: false, hasLaptop: false }, FALSE],
    ["a child among the members", someMember(under16), { members: [adult, child] }, TRUE],
    ["no child, one birth unknown", someMember(under16), { members: [adult, someone] }, UNKNOWN],
    ["no child, one member not listed", someMember(under16), { persons: 2, members: [adult] }, UNKNOWN],
    ["no child at all", someMember(under16), { members: [adult, adult] }, FALSE],
    ["a child decides that not no member is a child", noMember(under16), { persons: 9, members: [child] }, FALSE],
    ["nobody is a child", noMember(under16), { members: [adult] }, TRUE],
    ["one of two is not more than half", shareOfMembers(under16, ">", [1, 2]), { members: [adult, child] }, FALSE],
    ["one of two is half at least", shareOfMembers(under16, ">=", [1, 2]), { members: [adult, child] }, TRUE],
    ["one of two is not under half", shareOfMembers(under16, "<", [1, 2]), { members: [adult, child] }, FALSE],
    ["one of two is half at most", shareOfMembers(under16, "<=", [1, 2]), { members: [adult, child] }, TRUE],
    ["two of three are more than half, whoever the third is", shareOfMembers(under16, ">", [1, 2]), { members: [child, someone, child] }, TRUE],
    ["one of three and one unknown may be", shareOfMembers(under16, ">", [1, 2]), { members: [child, someone, adult] }, UNKNOWN],
    ["two of three and more than half: a member who is not listed may not matter", shareOfMembers(under16, ">", [1, 2]), { persons: 3, members: [child, child] }, TRUE],
    ["under half is open while it may become half", shareOfMembers(under16, "<", [1, 2]), { persons: 3, members: [child, adult] }, UNKNOWN],
    ["floor area is shared by all persons, listed or not", perMember("floorAreaM2", "<", 8), { persons: 3, members: [adult], ...area(23.9) }, TRUE],
    ["exactly the bound for each", perMember("floorAreaM2", "<", 8), { persons: 3, members: [adult], ...area(24) }, FALSE],
    ["born on the day", someMember(bornOnOrAfter("1986-01-01")), { members: [{ bornOn: "1986-01-01" }] }, TRUE],
    ["born the day before", someMember(bornOnOrAfter("1986-01-01")), { members: [{ bornOn: "1985-12-31" }] }, FALSE],
    ["born in the year before", someMember(bornOnOrAfter("1986-01-01")), { members: [{ bornOn: "1985" }] }, FALSE],
    ["born in the year", someMember(bornOnOrAfter("1986-01-01")), { members: [{ bornOn: "1986" }] }, TRUE],
    ["of the month of a birthday to come only the month is known", someMember(age(">=", 18)), { members: [{ bornOn: "2005-12" }] }, UNKNOWN],
    ["the month is over", someMember(age(">=", 18)), { members: [{ bornOn: "2005-11" }] }, TRUE],
    ["the month is yet to come", someMember(age(">=", 18)), { members: [{ bornOn: "2006-01" }] }, FALSE],
    ["more than 18 is 19 in completed years", someMember(age(">", 18)), { members: [{ bornOn: "2005-12-14" }] }, FALSE],
    ["18 at most", someMember(age("<=", 18)), { members: [{ bornOn: "2004-12-15" }] }, TRUE],
    ["19 is not 18 at most", someMember(age("<=", 18)), { members: [{ bornOn: "2004-12-14" }] }, FALSE],
    ["born in the year of the review is born by the day of the review", someMember(bornOnOrAfter("2023-12-15")), { members: [{ bornOn: "2023" }] }, FALSE],
  ])("%s", (_why, rule, facts, truth) => {
    const household: Household = { residence: "rural", persons: facts.members?.length ?? 1, ...facts };
    const standard = standardOf([rule]);
    expect(walked(standard, household, on)[0]).toBe(truth);
    expect(compiled(standard, household, on)[0]).toBe(truth);
  });
});
