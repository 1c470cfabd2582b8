import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assess, classify, standardById, standards, type EvidenceFact, type FactName, type Household, type IndicatorVerdict, type Member, type Verdict } from "../../src/index.js";
import { reviewedHouseholds } from "../arbitraries.js";
import { adult, atEase, child, reviewDay } from "./households.js";

const decree07 = standardById("vn/decree-07-2021");
const decision59 = standardById("vn/decision-59-2015");

function verdictOn(indicator: string, household: Household, standard = decree07): IndicatorVerdict {
  return assess(household, { standard, on: reviewDay }).verdicts.find((each) => each.indicator === indicator)!;
}

/** A fact of a member by its place, or of the household. */
const of = (member: number | null, fact: FactName, value: unknown): EvidenceFact => ({ fact, member, value });
const people = (...members: readonly Member[]): Household => ({ ...atEase, members });
const young = (facts: Member): Member => ({ ...adult, bornOn: "2003-01-01", attending: "none", completed: "none", ...facts });

type Row = readonly [indicator: string, why: string, household: Household, verdict: Verdict, evidence: readonly EvidenceFact[], missing: readonly string[]];

describe("each verdict stands on the facts that made it", () => {
  it.each<Row>([
    ["employment", "the jobless member, and the age", people(adult, { ...adult, jobless: true }), "deprived", [of(1, "bornOn", "1985-05-20"), of(1, "jobless", true)], []],
    ["employment", "two ways at once", people({ ...adult, jobless: true, wageWorkWithoutContract: true }), "deprived", [of(0, "bornOn", "1985-05-20"), of(0, "jobless", true), of(0, "wageWorkWithoutContract", true)], []],
    ["employment", "a child without work is a child", people({ ...child, jobless: true }), "not-deprived", [of(0, "bornOn", "2013-09-05")], []],
    ["employment", "everybody has work", people(adult), "not-deprived", [of(0, "jobless", false), of(0, "wageWorkWithoutContract", false)], []],
    ["employment", "only the age is open", people({ jobless: true }), "unknown", [], ["members[0].bornOn"]],
    ["employment", "a year that holds the 15th birthday to come", people({ bornOn: "2008", jobless: true }), "unknown", [of(0, "bornOn", "2008")], ["members[0].bornOn"]],
    ["employment", "who is known to have work is not asked about", people(adult, { bornOn: "1990", jobless: false }), "unknown", [], ["members[1].wageWorkWithoutContract"]],
    ["employment", "a listed member decides, whoever is not listed", { ...people({ ...adult, jobless: true }), persons: 3 }, "deprived", [of(0, "bornOn", "1985-05-20"), of(0, "jobless", true)], []],
    ["employment", "nobody listed decides", { ...people(adult), persons: 3 }, "unknown", [], ["members"]],

    ["dependents", "two of three, by age and by allowance", people(adult, child, { ...adult, monthlySocialAllowance: "elderly" }), "deprived", [of(1, "bornOn", "2013-09-05"), of(2, "monthlySocialAllowance", "elderly")], []],
    ["dependents", "a disabled child, by both", people({ ...child, monthlySocialAllowance: "disabled" }), "deprived", [of(0, "bornOn", "2013-09-05"), of(0, "monthlySocialAllowance", "disabled")], []],
    ["dependents", "exactly half is not more", people(adult, child), "not-deprived", [of(1, "bornOn", "2013-09-05")], []],
    ["dependents", "an allowance on other grounds is none", people(adult, { ...adult, monthlySocialAllowance: "other" }), "not-deprived", [
      of(0, "bornOn", "1985-05-20"), of(0, "monthlySocialAllowance", "none"), of(1, "bornOn", "1985-05-20"), of(1, "monthlySocialAllowance", "other"),
    ], []],
    ["dependents", "one child of two, and one of whom nothing is known", people(child, {}), "unknown", [], ["members[1].bornOn", "members[1].monthlySocialAllowance"]],
    ["dependents", "one child of two persons, one not listed", { ...people(child), persons: 2 }, "unknown", [], ["members"]],

    ["nutrition", "the stunted child", people(adult, { ...child, stunted: true }), "deprived", [of(1, "bornOn", "2013-09-05"), of(1, "stunted", true)], []],
    ["nutrition", "an underweight adult does not count", people({ ...adult, underweight: true }), "not-deprived", [of(0, "bornOn", "1985-05-20")], []],

    ["healthInsurance", "the member without", people({ ...adult, hasHealthInsurance: false }, adult), "deprived", [of(0, "bornOn", "1985-05-20"), of(0, "hasHealthInsurance", false)], []],
    ["healthInsurance", "a child under six", people({ ...child, bornOn: "2017-12-15", hasHealthInsurance: false }), "not-deprived", [of(0, "bornOn", "2017-12-15")], []],
    ["healthInsurance", "everybody has one", people(adult, child), "not-deprived", [of(0, "hasHealthInsurance", true), of(1, "hasHealthInsurance", true)], []],

    ["adultEducation", "no schooling at all", people(young({})), "deprived", [of(0, "bornOn", "2003-01-01"), of(0, "attending", "none"), of(0, "completed", "none"), of(0, "certifiedOnTheJobTraining", false)], []],
    ["adultEducation", "lower secondary is enough at 17", people(young({ bornOn: "2005-12-15", completed: "lower-secondary" })), "not-deprived", [of(0, "bornOn", "2005-12-15"), of(0, "completed", "lower-secondary")], []],
    ["adultEducation", "but not from 18", people(young({ bornOn: "2005-12-14", completed: "lower-secondary" })), "deprived", [
      of(0, "bornOn", "2005-12-14"), of(0, "attending", "none"), of(0, "completed", "lower-secondary"), of(0, "certifiedOnTheJobTraining", false),
    ], []],
    ["adultEducation", "training excuses", people(young({ certifiedOnTheJobTraining: true })), "not-deprived", [of(0, "certifiedOnTheJobTraining", true)], []],
    ["adultEducation", "of an unknown age, schooling is known to lack", people(young({ bornOn: null })), "unknown", [], ["members[0].bornOn"]],

    ["childSchooling", "a child of ten in preschool", people({ ...child, attending: "preschool" }), "deprived", [of(0, "bornOn", "2013-09-05"), of(0, "attending", "preschool")], []],
    ["childSchooling", "a child of ten in primary school", people(child), "not-deprived", [of(0, "bornOn", "2013-09-05"), of(0, "attending", "primary")], []],
    ["childSchooling", "at an open age between 5 and 6, preschool is open", people({ bornOn: "2017-12", attending: "preschool" }), "unknown", [of(0, "bornOn", "2017-12")], ["members[0].bornOn"]],
    ["childSchooling", "at an open age between 5 and 6, no school is not", people({ bornOn: "2017-12", attending: "none" }), "deprived", [of(0, "bornOn", "2017-12"), of(0, "attending", "none")], []],

    ["housingQuality", "the two that are not durable", { ...atEase, wallDurable: false, roofDurable: false }, "deprived", [of(null, "wallDurable", false), of(null, "roofDurable", false)], []],
    ["housingQuality", "the two that are", { ...atEase, wallDurable: false }, "not-deprived", [of(null, "pillarDurable", true), of(null, "roofDurable", true)], []],
    ["housingQuality", "one bad, one open", { ...atEase, wallDurable: false, roofDurable: null }, "unknown", [], ["roofDurable"]],

    ["housingArea", "the area as it was written", { ...atEase, floorAreaM2: "23.9" }, "deprived", [of(null, "floorAreaM2", "23.9")], []],
    ["housingArea", "exactly eight each", { ...atEase, floorAreaM2: 24 }, "not-deprived", [of(null, "floorAreaM2", 24)], []],
    ["housingArea", "not recorded", { ...atEase, floorAreaM2: null }, "unknown", [], ["floorAreaM2"]],
    ["water", "the source", { ...atEase, waterSource: "unprotected-well" }, "deprived", [of(null, "waterSource", "unprotected-well")], []],
    ["toilet", "a clean one", { ...atEase, toiletType: "double-vault" }, "not-deprived", [of(null, "toiletType", "double-vault")], []],

    ["telecom", "nobody uses the internet", people({ ...adult, usesInternet: false }, { ...child, usesInternet: false }), "deprived", [of(0, "usesInternet", false), of(1, "usesInternet", false)], []],
    ["telecom", "one does", people({ ...adult, usesInternet: false }, child), "not-deprived", [of(1, "usesInternet", true)], []],
    ["telecom", "one may", people({ ...adult, usesInternet: false }, {}), "unknown", [], ["members[1].usesInternet"]],
    ["informationMeans", "none of seven, in the order of the catalogue", { ...atEase, hasTelevision: false, hasTelephone: false, hasSmartphone: false }, "deprived", [
      of(null, "hasTelevision", false), of(null, "hasRadio", false), of(null, "hasDesktopComputer", false), of(null, "hasTelephone", false),
      of(null, "hasLaptop", false), of(null, "hasTablet", false), of(null, "hasSmartphone", false),
    ], []],
    ["informationMeans", "any one", { ...atEase, hasTelevision: null, hasTelephone: null }, "not-deprived", [of(null, "hasSmartphone", true)], []],
    ["informationMeans", "the open ones only", { ...atEase, hasTelevision: false, hasTelephone: null, hasSmartphone: null }, "unknown", [], ["hasTelephone", "hasSmartphone"]],
  ])("Decree 07/2021, %s: %s", (indicator, _why, household, verdict, evidence, missing) => {
    expect(verdictOn(indicator, household)).toEqual({ indicator, verdict, evidence, missing });
  });

  it.each<Row>([
    ["medicalCare", "the member who went without", people(adult, { ...adult, wentWithoutCare: true }), "deprived", [of(1, "wentWithoutCare", true)], []],
    ["housingQuality", "the grade of the house", { ...atEase, houseGrade: "temporary" }, "deprived", [of(null, "houseGrade", "temporary")], []],
    ["telecom", "a telephone is enough", people({ ...adult, usesInternet: false }), "not-deprived", [of(0, "usesPhoneSubscription", true)], []],
    ["informationMeans", "the loudspeaker is heard", { ...atEase, hasTelevision: false }, "not-deprived", [of(null, "hearsLoudspeaker", true)], []],
    ["informationMeans", "nothing, and it is not", { ...atEase, hasTelevision: false, hearsLoudspeaker: false }, "deprived", [
      of(null, "hasTelevision", false), of(null, "hasRadio", false), of(null, "hasDesktopComputer", false), of(null, "hasLaptop", false),
      of(null, "hasTablet", false), of(null, "hearsLoudspeaker", false),
    ], []],
    ["adultEducation", "born in 1986 or later", people({ ...adult, bornOn: "1986", completed: "primary" }), "deprived", [of(0, "bornOn", "1986"), of(0, "attending", "none"), of(0, "completed", "primary")], []],
    ["adultEducation", "born before", people({ ...adult, bornOn: "1985-12-31", completed: "primary" }), "not-deprived", [of(0, "bornOn", "1985-12-31")], []],
    ["childSchooling", "14 years and no school", people({ ...child, bornOn: "2008-12-15", attending: "none" }), "deprived", [of(0, "bornOn", "2008-12-15"), of(0, "attending", "none")], []],
    ["childSchooling", "15 that day", people({ ...child, bornOn: "2008-12-14", attending: "none" }), "not-deprived", [of(0, "bornOn", "2008-12-14")], []],
  ])("Decision 59/2015, %s: %s", (indicator, _why, household, verdict, evidence, missing) => {
    expect(verdictOn(indicator, household, decision59)).toEqual({ indicator, verdict, evidence, missing });
  });

  it("Decree 351/2025 holds no threshold: no fact is evidence, and none is missing", () => {
    const { verdicts } = assess(atEase, { standard: standardById("vn/decree-351-2025"), on: reviewDay });
    expect(verdicts).toHaveLength(12);
    for (const { verdict, evidence, missing } of verdicts) expect([verdict, evidence, missing]).toEqual(["unknown", [], []]);
  });

  it("an income-only standard has no verdicts", () => {
    expect(assess(atEase, { standard: standardById("vn/decision-170-2005"), on: reviewDay }).verdicts).toEqual([]);
  });
});

describe("an assessment", () => {
  it("is the classification with a verdict for every indicator in the official order", () => {
    fc.assert(
      fc.property(reviewedHouseholds(), fc.constantFrom(...standards), ({ household, on }, standard) => {
        const { verdicts, ...rest } = assess(household, { standard, on }).toJSON();
        expect(rest).toEqual(classify(household, { standard, on }).toJSON());
        expect(verdicts.map(({ indicator }) => indicator)).toEqual(standard.indicators.map(({ id }) => id));
        expect(verdicts.filter(({ verdict }) => verdict === "deprived").map(({ indicator }) => indicator)).toEqual(rest.deprived);
        expect(verdicts.filter(({ verdict }) => verdict === "unknown").map(({ indicator }) => indicator)).toEqual(rest.unknown);
        for (const { indicator, verdict, missing } of verdicts) {
          const held = standard.indicators.find(({ id }) => id === indicator)!.deprivedWhen !== null;
          expect(missing.length > 0).toBe(verdict === "unknown" && held);
          // What the classification misses, it misses for the same facts.
          const asked = rest.missing.find((each) => each.indicator === indicator);
          if (asked !== undefined) expect(asked.facts).toEqual(missing);
        }
      }),
      { numRuns: 300, seed: 41 },
    );
  });

  it("gives as evidence what was recorded, and nothing else decides", () => {
    fc.assert(
      fc.property(reviewedHouseholds(), fc.constantFrom(decree07, decision59), ({ household, on }, standard) => {
        const { verdicts } = assess(household, { standard, on });
        for (const { indicator, verdict, evidence } of verdicts) {
          for (const { fact, member, value } of evidence)
            expect((member === null ? household : household.members![member]!)[fact as keyof Household & keyof Member]).toBe(value);
          if (verdict === "unknown") continue;
          // With only the evidence recorded, the verdict is the same.
          const kept = (member: number | null): object => Object.fromEntries(evidence.filter((each) => each.member === member).map(({ fact, value }) => [fact, value]));
          const { residence, persons, members } = household;
          const bare = { residence, persons, ...kept(null), members: members!.map((_, index) => kept(index)) } as Household;
          // Only a share that is not reached is told by who counts, though it took the others to know.
          const again = assess(bare, { standard, on }).verdicts.find((each) => each.indicator === indicator)!.verdict;
          if (!(indicator === "dependents" && verdict === "not-deprived")) expect([indicator, again]).toEqual([indicator, verdict]);
        }
      }),
      { numRuns: 150, seed: 42 },
    );
  });
});
