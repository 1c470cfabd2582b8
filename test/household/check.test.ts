import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  classify, classifyDeprivations, classifyPoints, householdFacts, isPovertyStandardError, memberFacts, povertyClasses, PovertyStandardError, standardById,
  type Household, type RecordedDeprivations, type RecordedPoints, type Standard,
} from "../../src/index.js";
import { reviewedHouseholds } from "../arbitraries.js";
import { adult, atEase, reviewDay } from "./households.js";
import { refusal, type Refusal } from "./refusal.js";

const standard = standardById("vn/decree-07-2021");
const invalid = "chuan-ngheo/invalid-input";

const refusedFacts = (record: unknown, on: unknown = reviewDay): Refusal => refusal(() => classify(record as Household, { standard, on: on as string }));
const refusedFlags = (record: unknown, under = standard): Refusal => refusal(() => classifyDeprivations(record as RecordedDeprivations, { standard: under }));
const refusedPoints = (record: unknown): Refusal => refusal(() => classifyPoints(record as RecordedPoints, { standard }));

const catalogue: readonly object[] = [...Object.values(householdFacts), ...Object.values(memberFacts)];
/** Words that a message lists as expected, so that it may hold them whatever came. */
const words = new Set(["rural", "urban", "true", "false", ...povertyClasses, ...catalogue.flatMap((fact) => ("values" in fact ? Object.keys(fact.values as object) : []))]);

/** Texts and long numbers of a record: what no message may show. */
function offending(value: unknown): readonly string[] {
  if (typeof value === "string" || typeof value === "number") return String(value).length > 3 && !words.has(String(value)) ? [String(value)] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(offending) : [];
}

function expectSilent({ message, path }: Refusal, record: unknown): void {
  for (const text of offending(record)) expect(`${message} ${path ?? ""}`).not.toContain(text);
}

const one = { residence: "rural", persons: 1 };
const withMember = (facts: object): object => ({ residence: "rural", members: [adult, facts] });
/** The row as text, so that an own `__proto__` stands in it as JSON.parse makes it. */
const parsed = (text: string): unknown => JSON.parse(text);

describe("a household of facts is refused", () => {
  it.each<readonly [why: string, record: unknown, path: string | null]>([
    ["nobody lives in it", { residence: "rural" }, "persons"],
    ["an empty list of members is nobody", { residence: "rural", members: [] }, "persons"],
    ["no persons are nobody", { residence: "rural", persons: 0 }, "persons"],
    ["fewer persons than members", { residence: "rural", persons: 1, members: [adult, adult] }, "persons"],
    ["persons are whole", { residence: "rural", persons: 2.5 }, "persons"],
    ["persons are not negative", { residence: "rural", persons: -3 }, "persons"],
    ["persons as text", { residence: "rural", persons: "3000" }, "persons"],
    ["more persons than a double can count", { residence: "rural", persons: 9_007_199_254_740_992 }, "persons"],
    ["persons that are no number", { residence: "rural", persons: NaN }, "persons"],

    ["a missing residence is never rural", { persons: 1 }, "residence"],
    ["nor is null", { ...one, residence: null }, "residence"],
    ["a Vietnamese word is mapped by the caller, never guessed", { ...one, residence: "Thành thị" }, "residence"],
    ["a word in capitals is another word", { ...one, residence: "RURAL" }, "residence"],
    ["a special zone is neither rural nor urban by itself", { ...one, residence: "Đặc khu Phú Quốc" }, "residence"],
    ["a number stands for nothing", { ...one, residence: 1 }, "residence"],

    ["NaN is no income, and not an unknown one", { ...one, monthlyIncomePerPersonVnd: NaN }, "monthlyIncomePerPersonVnd"],
    ["nor is Infinity", { ...one, annualIncomeVnd: Infinity }, "annualIncomeVnd"],
    ["nor its opposite", { ...one, annualIncomeVnd: -Infinity }, "annualIncomeVnd"],
    ["a number that has lost its last digits must come as text", { ...one, annualIncomeVnd: 1e20 }, "annualIncomeVnd"],
    ["the first whole number that may have lost some", { ...one, annualIncomeVnd: 9_007_199_254_740_992 }, "annualIncomeVnd"],
    ["grouped thousands are not read", { ...one, monthlyIncomePerPersonVnd: "1.500.000" }, "monthlyIncomePerPersonVnd"],
    ["one grouped thousand is not read as a thousandth of it", { ...one, monthlyIncomePerPersonVnd: "950.000" }, "monthlyIncomePerPersonVnd"],
    ["nor with commas", { ...one, monthlyIncomePerPersonVnd: "1,500,000" }, "monthlyIncomePerPersonVnd"],
    ["a decimal comma is not read", { ...one, monthlyIncomePerPersonVnd: "1500000,5" }, "monthlyIncomePerPersonVnd"],
    ["nor an exponent in text", { ...one, monthlyIncomePerPersonVnd: "15e5" }, "monthlyIncomePerPersonVnd"],
    ["nor a unit", { ...one, monthlyIncomePerPersonVnd: "1500000 đ" }, "monthlyIncomePerPersonVnd"],
    ["nor blanks", { ...one, monthlyIncomePerPersonVnd: " 1500000" }, "monthlyIncomePerPersonVnd"],
    ["nor a plus", { ...one, monthlyIncomePerPersonVnd: "+1500000" }, "monthlyIncomePerPersonVnd"],
    ["nor a bare point", { ...one, monthlyIncomePerPersonVnd: "1500000." }, "monthlyIncomePerPersonVnd"],
    ["an empty text is not null", { ...one, monthlyIncomePerPersonVnd: "" }, "monthlyIncomePerPersonVnd"],
    ["the word NaN", { ...one, monthlyIncomePerPersonVnd: "NaN" }, "monthlyIncomePerPersonVnd"],
    ["a bigint is no JSON", { ...one, annualIncomeVnd: 15_000_000n }, "annualIncomeVnd"],
    ["true is no income", { ...one, annualIncomeVnd: true }, "annualIncomeVnd"],
    ["two incomes at once", { ...one, annualIncomeVnd: 18_000_000, monthlyIncomePerPersonVnd: 1_500_000 }, "monthlyIncomePerPersonVnd"],
    ["two incomes at once, in the other order", { ...one, monthlyIncomePerPersonVnd: 1_500_000, annualIncomeVnd: 18_000_000 }, "annualIncomeVnd"],

    ["a floor area below nothing", { ...one, floorAreaM2: -0.5 }, "floorAreaM2"],
    ["a floor area with a decimal comma", { ...one, floorAreaM2: "23,9" }, "floorAreaM2"],
    ["a floor area that is no number", { ...one, floorAreaM2: NaN }, "floorAreaM2"],
    ["a word that the water source cannot have", { ...one, waterSource: "giếng khơi" }, "waterSource"],
    ["a label in place of a word", { ...one, toiletType: "tự hoại" }, "toiletType"],
    ["a word in another case", { ...one, houseGrade: "Solid" }, "houseGrade"],
    ["yes in a word", { ...one, hasRadio: "true" }, "hasRadio"],
    ["yes in a number", { ...one, wallDurable: 1 }, "wallDurable"],

    ["members that are no list", { residence: "rural", members: { 0: adult } }, "members"],
    ["a member that is null", { residence: "rural", members: [adult, null] }, "members[1]"],
    ["a hole in the list", { residence: "rural", members: [adult, , adult] }, "members[1]"], // eslint-disable-line no-sparse-arrays
    ["a member that is a list", { residence: "rural", members: [[adult]] }, "members[0]"],
    ["a member that is a name", { residence: "rural", members: ["Nguyễn Văn An"] }, "members[0]"],
    ["31 February", withMember({ bornOn: "2008-02-31" }), "members[1].bornOn"],
    ["29 February of a common year", withMember({ bornOn: "2007-02-29" }), "members[1].bornOn"],
    ["a 13th month", withMember({ bornOn: "2008-13" }), "members[1].bornOn"],
    ["a month 00", withMember({ bornOn: "2008-00" }), "members[1].bornOn"],
    ["a birth as Vietnam writes it", withMember({ bornOn: "14/12/2008" }), "members[1].bornOn"],
    ["a year of two digits", withMember({ bornOn: "1908".slice(2) }), "members[1].bornOn"],
    ["a year as a number", withMember({ bornOn: 2008 }), "members[1].bornOn"],
    ["a time of day", withMember({ bornOn: "2008-12-14T00:00:00Z" }), "members[1].bornOn"],
    ["a Date", withMember({ bornOn: new Date("2008-12-14") }), "members[1].bornOn"],
    ["the year 0", withMember({ bornOn: "0000-01-01" }), "members[1].bornOn"],
    ["a birth on the day after the review", withMember({ bornOn: "2023-12-15" }), "members[1].bornOn"],
    ["a birth in a month after the review", withMember({ bornOn: "2024-01" }), "members[1].bornOn"],
    ["a birth in a year after the review", withMember({ bornOn: "2024" }), "members[1].bornOn"],
    ["a level that cannot be completed", withMember({ completed: "preschool" }), "members[1].completed"],
    ["an allowance in Vietnamese", withMember({ monthlySocialAllowance: "người cao tuổi" }), "members[1].monthlySocialAllowance"],
    ["yes of a member in a word", withMember({ jobless: "không" }), "members[1].jobless"],
    ["a name in place of an id", withMember({ id: { name: "Nguyễn Văn An" } }), "members[1].id"],
    ["an id with a fraction", { ...one, id: 36_099_001_234.5 }, "id"],
    ["a code that is a number", { ...one, areaCode: 28_340 }, "areaCode"],
    ["a class in Vietnamese", { ...one, recordedClass: "Hộ nghèo" }, "recordedClass"],
    ["a review day of its own that is none", { ...one, reviewedOn: "2023-11-31" }, "reviewedOn"],

    ["flags beside facts", { ...atEase, deprivations: { employment: true } }, "deprivations"],
    ["a number of deprivations beside facts", { ...atEase, deprivationCount: 3 }, "deprivationCount"],
    ["points beside facts", { ...atEase, pointsA: 140 }, "pointsA"],

    ["null is no household", null, null],
    ["nor is nothing", undefined, null],
    ["nor a list", [atEase], null],
    ["nor a text", "Nguyễn Văn An", null],
    ["an own __proto__ from JSON is a key like any other, and unknown", parsed('{"residence":"rural","persons":1,"__proto__":{"floorAreaM2":9000}}'), "__proto__"],
    ["of a member too", parsed('{"residence":"rural","members":[{"__proto__":{"jobless":true}}]}'), "members[0].__proto__"],
    ["an own constructor likewise", parsed('{"residence":"rural","persons":1,"constructor":null}'), "constructor"],
    ["inherited facts are nobody's record", Object.assign(Object.create({ residence: "urban", persons: 5 }) as object, one), null],
    ["of a member too", { residence: "rural", members: [Object.create({ bornOn: "1990-01-01" })] }, "members[0]"],
    ["a heading that is a person's data is not shown", { ...one, "Nguyễn Văn An, CCCD 036099001234": true }, null],
    ["of a member too", withMember({ "Nguyễn Văn An": true }), "members[1]"],
    ["a key of 41 characters is not shown", { ...one, [`k${"1".repeat(40)}`]: true }, null],
  ])("%s", (_why, record, path) => {
    const refused = refusedFacts(record);
    expect(refused).toMatchObject({ code: invalid, path });
    expectSilent(refused, record);
    for (const name of ["Nguyễn", "036099001234", "1111"]) expect(refused.message).not.toContain(name);
  });

  it.each<readonly [why: string, on: unknown, path: string]>([
    ["without a day there is no age", undefined, "on"],
    ["null is no day", null, "on"],
    ["30 February", "2024-02-30", "on"],
    ["29 February of a common year", "2023-02-29", "on"],
    ["a month alone", "2023-12", "on"],
    ["as Vietnam writes it", "14/12/2023", "on"],
    ["as a number", 20_231_214, "on"],
    ["a Date", new Date("2023-12-14"), "on"],
    ["without leading zeros", "2023-1-01", "on"],
    ["with blanks", "2023-12-14 ", "on"],
  ])("by its day: %s", (_why, on, path) => {
    const refused = refusedFacts(atEase, on === undefined ? null : on);
    expect(refused).toMatchObject({ code: invalid, path });
    expectSilent(refused, { on });
    expect(refusal(() => classify(atEase, { standard })).path).toBe("on");
  });

  it.each<readonly [why: string, record: object, path: string, nearest: string | null]>([
    ["snake case", withMember({ born_on: "1990-01-01" }), "members[1].born_on", "bornOn"],
    ["a prefix left out", withMember({ healthInsurance: true }), "members[1].healthInsurance", "hasHealthInsurance"],
    ["a letter too many", withMember({ joblesss: true }), "members[1].joblesss", "jobless"],
    ["a fact of a household at a member", withMember({ hasRadioo: true }), "members[1].hasRadioo", null],
    ["two letters exchanged", { ...one, recidence: "rural" }, "recidence", "residence"],
    ["another case", { ...one, watersource: "tap" }, "watersource", "waterSource"],
    ["the unit left out", { ...one, floorArea: 60 }, "floorArea", "floorAreaM2"],
    ["nothing near", { ...one, xyz: 60 }, "xyz", null],
  ])("a misspelt key names the nearest fact: %s", (_why, record, path, nearest) => {
    const refused = refusedFacts(record);
    expect(refused).toMatchObject({ code: invalid, path });
    if (nearest === null) expect(refused.message).not.toContain("nearest");
    else expect(refused.message).toContain(`the nearest is "${nearest}"`);
  });
});

describe("recorded deprivations are refused", () => {
  it.each<readonly [why: string, record: unknown, path: string | null]>([
    ["an indicator that the standard does not have", { residence: "rural", deprivations: { wasteTreatment: true } }, "deprivations.wasteTreatment"],
    ["a flag in words", { residence: "rural", deprivations: { water: "true" } }, "deprivations.water"],
    ["a flag in numbers", { residence: "rural", deprivations: { water: 1 } }, "deprivations.water"],
    ["flags in a list", { residence: "rural", deprivations: ["water"] }, "deprivations"],
    ["flags in a text", { residence: "rural", deprivations: "water, toilet" }, "deprivations"],
    ["an own __proto__ among the flags", parsed('{"residence":"rural","deprivations":{"__proto__":{"water":true}}}'), "deprivations.__proto__"],
    ["inherited flags", { residence: "rural", deprivations: Object.create({ water: true }) as object }, "deprivations"],
    ["flags and their number", { residence: "rural", deprivations: { water: true }, deprivationCount: 1 }, "deprivationCount"],
    ["fewer than none", { residence: "rural", deprivationCount: -1 }, "deprivationCount"],
    ["more than there are", { residence: "rural", deprivationCount: 13 }, "deprivationCount"],
    ["points in place of a number", { residence: "rural", deprivationCount: 30 }, "deprivationCount"],
    ["half an indicator", { residence: "rural", deprivationCount: 2.5 }, "deprivationCount"],
    ["a number as text", { residence: "rural", deprivationCount: "3" }, "deprivationCount"],
    ["a list of one", { residence: "rural", deprivationCount: [3] }, "deprivationCount"],
    ["most before least", { residence: "rural", deprivationCount: [4, 3] }, "deprivationCount"],
    ["three bounds", { residence: "rural", deprivationCount: [1, 2, 3] }, "deprivationCount"],
    ["a bound past all", { residence: "rural", deprivationCount: [0, 13] }, "deprivationCount"],
    ["an annual income of nobody knows how many", { residence: "rural", annualIncomeVnd: 18_000_000, deprivationCount: 3 }, "persons"],
    ["two incomes", { residence: "rural", persons: 1, annualIncomeVnd: 18_000_000, monthlyIncomePerPersonVnd: 1_500_000 }, "monthlyIncomePerPersonVnd"],
    ["grouped thousands", { residence: "rural", monthlyIncomePerPersonVnd: "1.500.000" }, "monthlyIncomePerPersonVnd"],
    ["an unknown residence", { residence: "nông thôn", deprivationCount: 3 }, "residence"],
    ["no residence", { deprivationCount: 3 }, "residence"],
    ["facts beside flags", { residence: "rural", deprivations: {}, members: [adult] }, "members"],
    ["a fact of the household beside flags", { residence: "rural", deprivations: {}, waterSource: "tap" }, "waterSource"],
    ["points beside flags", { residence: "rural", deprivations: {}, pointsA: 140 }, "pointsA"],
    ["a day that is none", { residence: "rural", deprivations: {}, reviewedOn: "2023-02-30" }, "reviewedOn"],
    ["an unknown key", { residence: "rural", deprivation: { water: true } }, "deprivation"],
    ["no household", null, null],
  ])("%s", (_why, record, path) => {
    const refused = refusedFlags(record);
    expect(refused).toMatchObject({ code: invalid, path });
    expectSilent(refused, record);
  });

  it("a misspelt indicator names the nearest one of the standard", () => {
    expect(refusedFlags({ residence: "rural", deprivations: { healthInsurence: true } }).message).toContain('the nearest is "healthInsurance"');
  });

  it("an indicator that another standard has is unknown to this one", () => {
    const decree351 = standardById("vn/decree-351-2025");
    expect(refusedFlags({ residence: "rural", deprivations: { informationMeans: true } }, decree351).path).toBe("deprivations.informationMeans");
    expect(refusedFlags({ residence: "rural", deprivations: { employment: true } }, standardById("vn/decision-09-2011")).path).toBe("deprivations.employment");
    expect(refusedFlags({ residence: "rural", deprivationCount: 1 }, standardById("vn/decision-09-2011")).path).toBe("deprivationCount");
  });
});

describe("points are refused", () => {
  it.each<readonly [why: string, record: unknown, path: string | null]>([
    ["points B between two steps", { residence: "urban", pointsA: 100, pointsB: 61 }, "pointsB"],
    ["points B of one indicator as a number of indicators", { residence: "urban", pointsA: 100, pointsB: 1 }, "pointsB"],
    ["points B below nothing", { residence: "urban", pointsA: 100, pointsB: -10 }, "pointsB"],
    ["points B of a 13th indicator", { residence: "urban", pointsA: 100, pointsB: 130 }, "pointsB"],
    ["points B as text", { residence: "urban", pointsA: 100, pointsB: "30" }, "pointsB"],
    ["points B that are no number", { residence: "urban", pointsA: 100, pointsB: NaN }, "pointsB"],
    ["half a point A", { residence: "urban", pointsA: 174.5, pointsB: 30 }, "pointsA"],
    ["points A below nothing", { residence: "urban", pointsA: -1, pointsB: 30 }, "pointsA"],
    ["points A as text", { residence: "urban", pointsA: "1750", pointsB: 30 }, "pointsA"],
    ["points A without end", { residence: "urban", pointsA: Infinity, pointsB: 30 }, "pointsA"],
    ["points B and a number", { residence: "urban", pointsA: 100, pointsB: 30, deprivationCount: 3 }, "deprivationCount"],
    ["points in place of a number", { residence: "urban", pointsA: 100, deprivationCount: 30 }, "deprivationCount"],
    ["income beside points", { residence: "urban", pointsA: 100, pointsB: 30, monthlyIncomePerPersonVnd: 1_000_000 }, "monthlyIncomePerPersonVnd"],
    ["facts beside points", { residence: "urban", pointsA: 100, pointsB: 30, members: [adult] }, "members"],
    ["flags beside points", { residence: "urban", pointsA: 100, pointsB: 30, deprivations: { water: true } }, "deprivations"],
    ["an unknown residence", { residence: "Thành thị", pointsA: 160, pointsB: 40 }, "residence"],
    ["no residence", { pointsA: 160, pointsB: 40 }, "residence"],
    ["the score as the forms call it", { residence: "urban", b1: 160, b2: 40 }, "b1"],
    ["no household", [], null],
  ])("%s", (_why, record, path) => {
    const refused = refusedPoints(record);
    expect(refused).toMatchObject({ code: invalid, path });
    expectSilent(refused, record);
  });
});

describe("a standard is refused", () => {
  it.each<readonly [why: string, standard: unknown]>([
    ["a copy is not proven", { ...standard }],
    ["nor is one from JSON", JSON.parse(JSON.stringify(standard))],
    ["an id is no standard", "vn/decree-07-2021"],
    ["nothing", undefined],
    ["null", null],
    ["a frozen object that is no standard", Object.freeze({})],
    ["a function", (): null => null],
  ])("%s", (_why, given) => {
    for (const call of [
      (): unknown => classify(atEase, { standard: given as Standard, on: reviewDay }),
      (): unknown => classifyDeprivations({ residence: "rural" }, { standard: given as Standard }),
      (): unknown => classifyPoints({ residence: "rural" }, { standard: given as Standard }),
    ])
      expect(refusal(call).code).toBe("chuan-ngheo/invalid-standard");
  });

  it("one that is not held is not made up", () => {
    expect(refusal(() => standardById("vn/decree-99-2031"))).toMatchObject({ code: "chuan-ngheo/law-not-held", path: "standard" });
    expect(refusal(() => standardById("vn/decree-99-2031")).message).not.toContain("99");
    expect(refusal(() => standardById("__proto__")).code).toBe("chuan-ngheo/law-not-held");
  });
});

describe("what is accepted", () => {
  it.each<readonly [why: string, record: object]>([
    ["null is missing, everywhere", { ...one, annualIncomeVnd: null, floorAreaM2: null, waterSource: null, members: null, id: null, areaCode: null, recordedClass: null, reviewedOn: null }],
    ["so is undefined", { ...one, annualIncomeVnd: undefined, hasRadio: undefined, members: undefined }],
    ["a key of another kind may stand there empty, as a CSV column does", { ...one, deprivations: null, deprivationCount: undefined, pointsA: null, pointsB: null }],
    ["one of two incomes may be null", { ...one, annualIncomeVnd: null, monthlyIncomePerPersonVnd: 1 }],
    ["a household without a prototype", Object.assign(Object.create(null) as object, one)],
    ["a loss is an income", { ...one, annualIncomeVnd: -5_000_000 }],
    ["a fraction as a number", { ...one, monthlyIncomePerPersonVnd: 1_500_000.5 }],
    ["an income of 40 digits as text", { ...one, annualIncomeVnd: "9".repeat(40) }],
    ["the largest safe number", { ...one, annualIncomeVnd: 9_007_199_254_740_991 }],
    ["no floor at all", { ...one, floorAreaM2: 0 }],
    ["born on the day of the review", { residence: "rural", members: [{ bornOn: reviewDay }] }],
    ["born in the month of the review", { residence: "rural", members: [{ bornOn: "2023-12" }] }],
    ["born in the year of the review", { residence: "rural", members: [{ bornOn: "2023" }] }],
    ["anything as meta", { ...one, meta: { anything: [NaN, "Nguyễn Văn An"] } }],
    ["an id that is a number", { ...one, id: 36_099_001_234 }],
    ["a member of whom nothing is known", { residence: "urban", members: [{}] }],
    ["as many persons as members", { residence: "urban", persons: 1, members: [{}] }],
  ])("%s", (_why, record) => {
    expect(classify(record as Household, { standard, on: reviewDay }).possible.length).toBeGreaterThan(0);
  });

  it("the household's own day goes before the day of the call", () => {
    const household: Household = { residence: "rural", members: [{ ...adult, bornOn: "2008-12-15", jobless: true }] };
    // 14 years on the day of the call, 15 on the household's own.
    expect(classify(household, { standard, on: "2023-12-14" }).deprived).not.toContain("employment");
    expect(classify({ ...household, reviewedOn: "2023-12-15" }, { standard, on: "2023-12-14" }).deprived).toContain("employment");
    expect(classify({ ...household, reviewedOn: "2023-12-15" }, { standard }).deprived).toContain("employment");
  });
});

describe("no message shows a person's data", () => {
  const secret = "Nguyễn Thị Bé 036099001234";
  const kinds = fc.constantFrom<unknown>(secret, [secret], { [secret]: secret }, 36_099_001_234.5, Number.NaN);

  it("whatever stands in whichever place", () => {
    let refusals = 0;
    fc.assert(
      fc.property(reviewedHouseholds(), fc.nat(), kinds, fc.boolean(), ({ household, on }, pick, wrong, asKey) => {
        const record = structuredClone(household) as unknown as Record<string, unknown> & { readonly members: Record<string, unknown>[] };
        const objects = [record, ...record.members];
        const target = objects[pick % objects.length]!;
        const keys = Object.keys(target);
        if (asKey || keys.length === 0) target[secret] = wrong;
        else target[keys[pick % keys.length]!] = wrong;
        try {
          classify({ ...record, id: "036099001234" } as unknown as Household, { standard, on });
        } catch (error) {
          refusals += 1;
          expect(isPovertyStandardError(error)).toBe(true);
          const { message, path, stack } = error as PovertyStandardError;
          for (const text of [message, path ?? "", JSON.stringify(error), (stack ?? "").split("\n")[0]!])
            for (const part of ["Nguyễn", "036099", "36099001234", "NaN"]) expect(text).not.toContain(part);
        }
      }),
      { numRuns: 1500, seed: 11 },
    );
    expect(refusals).toBeGreaterThan(1000);
  });

  it("and a refused record leaves nothing behind in the next one", () => {
    fc.assert(
      fc.property(reviewedHouseholds(), reviewedHouseholds(), fc.nat(), ({ household, on }, other, pick) => {
        const before = JSON.stringify(classify(household, { standard, on }));
        const broken = structuredClone(other.household) as unknown as Record<string, unknown>;
        const keys = Object.keys(broken).filter((key) => key !== "meta");
        broken[keys[pick % keys.length]!] = { wrong: true };
        expect(() => classify(broken as unknown as Household, { standard, on: other.on })).toThrow(PovertyStandardError);
        expect(JSON.stringify(classify(household, { standard, on }))).toBe(before);
        classify(other.household, { standard, on: other.on });
        expect(JSON.stringify(classify(household, { standard, on }))).toBe(before);
      }),
      { numRuns: 300, seed: 12 },
    );
  });
});
