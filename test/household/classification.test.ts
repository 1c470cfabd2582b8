import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assess, classify, classifyDeprivations, classifyPoints, defineStandard, fingerprint, standardById, standards, version, type Classification, type Household,
  type IncomeLine, type Margin, type MissingFacts, type PovertyClass, type Reason, type RecordedDeprivations, type StatedLine,
} from "../../src/index.js";
import { recordedDeprivations, recordedPoints, reviewedHouseholds } from "../arbitraries.js";
import { adult, atEase, child, deprivedIn, reviewDay } from "./households.js";

const decree07 = standardById("vn/decree-07-2021");
const decision59 = standardById("vn/decision-59-2015");
const decree351 = standardById("vn/decree-351-2025");

const onFacts = (household: Household, standard = decree07): Classification => classify(household, { standard, on: reviewDay });
const onFlags = (record: Omit<RecordedDeprivations, "residence">, id = "vn/decree-07-2021", residence: "rural" | "urban" = "rural"): Classification =>
  classifyDeprivations({ residence, ...record }, { standard: standardById(id) });

type MissingRow = readonly [indicator: string, facts: readonly string[]];
const missingFacts = (rows: readonly MissingRow[]): readonly MissingFacts[] => rows.map(([indicator, facts]) => ({ indicator, facts }));

/** Two indicators deprived and an income on the line: whatever is open can decide. */
const twoDeprived: Household = { ...deprivedIn(2), monthlyIncomePerPersonVnd: 1_500_000 };
const someone = (facts: Partial<typeof adult>): Household => ({ ...twoDeprived, members: [{ ...adult, ...facts }, adult, adult] });

describe("missing", () => {
  it.each<readonly [why: string, household: Household, missing: readonly MissingRow[]]>([
    ["a determined class misses nothing, though facts are missing", { ...atEase, monthlyIncomePerPersonVnd: 1_500_000, waterSource: null }, []],
    ["over the line nothing is missing", { residence: "rural", persons: 3, monthlyIncomePerPersonVnd: 9_000_000 }, []],
    ["an income can be told in two ways", atEase, [["income", ["annualIncomeVnd", "monthlyIncomePerPersonVnd"]]]],
    ["open indicators that cannot make three are not asked for", { ...atEase, waterSource: null, toiletType: null }, [["income", ["annualIncomeVnd", "monthlyIncomePerPersonVnd"]]]],
    ["those that can are, after the income, in the official order", { ...deprivedIn(2), roofDurable: null, pillarDurable: false, hasTelevision: null, hasTelephone: false, hasSmartphone: false, annualIncomeVnd: null }, [
      ["income", ["annualIncomeVnd", "monthlyIncomePerPersonVnd"]],
      ["housingQuality", ["roofDurable"]],
      ["informationMeans", ["hasTelevision"]],
    ]],
    ["several facts of one indicator stand in the order of the catalogue", { ...twoDeprived, roofDurable: null, wallDurable: null, pillarDurable: null }, [["housingQuality", ["wallDurable", "pillarDurable", "roofDurable"]]]],
    ["one durable part of three leaves the other two", { ...twoDeprived, roofDurable: null, wallDurable: null }, [["housingQuality", ["wallDurable", "roofDurable"]]]],
    ["a fact of a member, by its place", { ...twoDeprived, members: [adult, { ...adult, hasHealthInsurance: null }, child] }, [["healthInsurance", ["members[1].hasHealthInsurance"]]]],
    ["a fact that decides beside an open one is not missing: jobless is enough", someone({ jobless: true, wageWorkWithoutContract: null, bornOn: null, attending: "higher", completed: "higher" }), [
      ["employment", ["members[0].bornOn"]],
    ]],
    ["a fact on which several indicators rest is named by each", someone({ bornOn: null, jobless: true, stunted: true, hasHealthInsurance: false, attending: "higher" }), [
      ["employment", ["members[0].bornOn"]],
      ["nutrition", ["members[0].bornOn"]],
      ["healthInsurance", ["members[0].bornOn"]],
    ]],
    ["a birth of which only the year is known is missing its day", someone({ bornOn: "2017", attending: "primary", hasHealthInsurance: false, completed: "none" }), [["healthInsurance", ["members[0].bornOn"]]]],
    ["household before members, members by place, facts by the catalogue", {
      ...twoDeprived, floorAreaM2: null, members: [{ bornOn: "1990", hasHealthInsurance: true, usesInternet: true, monthlySocialAllowance: "none", stunted: false, underweight: false }, adult, child],
    }, [
      ["employment", ["members[0].jobless", "members[0].wageWorkWithoutContract"]],
      ["housingArea", ["floorAreaM2"]],
    ]],
    ["schooling of the young adult: completed, and the training that would excuse", someone({ bornOn: "2003-01-01", attending: "none", completed: null, certifiedOnTheJobTraining: null }), [
      ["adultEducation", ["members[0].completed", "members[0].certifiedOnTheJobTraining"]],
    ]],
    ["who is not listed is missing as such", { ...twoDeprived, persons: 4, floorAreaM2: 60 }, [
      ["employment", ["members"]], ["nutrition", ["members"]], ["healthInsurance", ["members"]], ["adultEducation", ["members"]], ["childSchooling", ["members"]],
    ]],
    ["listed members before those who are not", { ...twoDeprived, persons: 4, floorAreaM2: 60, members: [{ ...adult, hasHealthInsurance: null }, adult, child] }, [
      ["employment", ["members"]], ["nutrition", ["members"]], ["healthInsurance", ["members[0].hasHealthInsurance", "members"]], ["adultEducation", ["members"]], ["childSchooling", ["members"]],
    ]],
  ])("from facts: %s", (_why, household, missing) => {
    expect(onFacts(household).missing).toEqual(missingFacts(missing));
  });

  it("of very many persons names each fact of each member once, and those who are not listed once", () => {
    const members = Array.from({ length: 3000 }, () => ({ ...adult, hasHealthInsurance: null, stunted: null }));
    const { missing } = onFacts({ ...twoDeprived, floorAreaM2: 99_999_999, persons: 1_000_000, members });
    const insurance = missing.find(({ indicator }) => indicator === "healthInsurance");
    expect(insurance).toEqual({ indicator: "healthInsurance", facts: [...members.map((_, index) => `members[${index}].hasHealthInsurance`), "members"] });
  });

  it("from facts under a standard whose thresholds are not held: no fact helps", () => {
    const { missing } = onFacts({ ...atEase, monthlyIncomePerPersonVnd: 2_200_000 }, decree351);
    expect(missing).toEqual(decree351.indicators.map(({ id }) => ({ indicator: id, facts: [] })));
  });

  it.each<readonly [why: string, record: Omit<RecordedDeprivations, "residence">, missing: readonly MissingRow[]]>([
    ["an open flag is named as it stands in the record", { monthlyIncomePerPersonVnd: 1, deprivations: { ...all(false), water: true, toilet: true, telecom: null } }, [["telecom", ["deprivations.telecom"]]]],
    ["a number that is open", { monthlyIncomePerPersonVnd: 1, deprivationCount: [2, 3] }, [["deprivationCount", ["deprivationCount"]]]],
    ["an open number that cannot matter", { monthlyIncomePerPersonVnd: 1, deprivationCount: [3, 12] }, []],
    ["income alone", { deprivationCount: 3 }, [["income", ["annualIncomeVnd", "monthlyIncomePerPersonVnd"]]]],
    ["both", { deprivationCount: [0, 3] }, [["income", ["annualIncomeVnd", "monthlyIncomePerPersonVnd"]], ["deprivationCount", ["deprivationCount"]]]],
  ])("from flags: %s", (_why, record, missing) => {
    expect(onFlags(record).missing).toEqual(missingFacts(missing));
  });

  it("is empty when and only when the class is determined", () => {
    const check = (found: Classification): void => {
      expect(found.missing.length === 0).toBe(found.status === "determined");
      expect(found.status === "determined").toBe(found.class !== null);
    };
    for (const standard of standards) {
      fc.assert(fc.property(reviewedHouseholds(), ({ household, on }) => { check(classify(household, { standard, on })); }), { numRuns: 150, seed: 31 });
      fc.assert(fc.property(recordedDeprivations(standard), (record) => { check(classifyDeprivations(record, { standard })); }), { numRuns: 150, seed: 32 });
    }
    fc.assert(fc.property(recordedPoints, (record) => { check(classifyPoints(record, { standard: decree07 })); }), { numRuns: 150, seed: 33 });
  });
});

/** A flag for every indicator. */
function all(value: boolean): Record<string, boolean> {
  return Object.fromEntries(decree07.indicators.map(({ id }) => [id, value]));
}

const monthly = (amount: number): StatedLine => ({ amount, per: "month" });
type MarginRow = readonly [why: string, income: number | string, count: number | readonly [number, number], margin: Margin];

describe("margin", () => {
  it.each<MarginRow>([
    ["under the line: the way to it, and one indicator less would be near-poor", 1_400_000, 3, { income: { vnd: -100_000, line: monthly(1_500_000), then: ["average-living-standard"] }, indicators: { change: -1, then: ["near-poor"] } }],
    ["a dong under it", 1_499_999, 3, { income: { vnd: -1, line: monthly(1_500_000), then: ["average-living-standard"] }, indicators: { change: -1, then: ["near-poor"] } }],
    ["on it: 0", 1_500_000, 3, { income: { vnd: 0, line: monthly(1_500_000), then: ["average-living-standard"] }, indicators: { change: -1, then: ["near-poor"] } }],
    ["a dong over it: below lies poverty, and no indicator changes the class", 1_500_001, 3, { income: { vnd: 1, line: monthly(1_500_000), then: ["poor"] }, indicators: null }],
    ["the same with two indicators: below lies near-poverty", 1_500_001, 2, { income: { vnd: 1, line: monthly(1_500_000), then: ["near-poor"] }, indicators: null }],
    ["with a number that is open, both lie below", 1_500_001, [0, 12], { income: { vnd: 1, line: monthly(1_500_000), then: ["poor", "near-poor"] }, indicators: null }],
    ["nearer to the average line", 2_249_000, 3, { income: { vnd: -1000, line: monthly(2_250_000), then: ["not-poor"] }, indicators: null }],
    ["on the average line", 2_250_000, 0, { income: { vnd: 0, line: monthly(2_250_000), then: ["not-poor"] }, indicators: null }],
    ["over it", 2_250_001, 12, { income: { vnd: 1, line: monthly(2_250_000), then: ["average-living-standard"] }, indicators: null }],
    ["near-poor without any deprivation: three more would be poor", 1_000_000, 0, { income: { vnd: -500_000, line: monthly(1_500_000), then: ["average-living-standard"] }, indicators: { change: 3, then: ["poor"] } }],
    ["with two: one more", 1_000_000, 2, { income: { vnd: -500_000, line: monthly(1_500_000), then: ["average-living-standard"] }, indicators: { change: 1, then: ["poor"] } }],
    ["0 to 2: one more than the most", 1_000_000, [0, 2], { income: { vnd: -500_000, line: monthly(1_500_000), then: ["average-living-standard"] }, indicators: { change: 1, then: ["poor"] } }],
    ["5 to 12: three fewer than the least", 1_000_000, [5, 12], { income: { vnd: -500_000, line: monthly(1_500_000), then: ["average-living-standard"] }, indicators: { change: -3, then: ["near-poor"] } }],
    ["a loss", -1, 3, { income: { vnd: -1_500_001, line: monthly(1_500_000), then: ["average-living-standard"] }, indicators: { change: -1, then: ["near-poor"] } }],
    ["a third of a dong over is not on the line", "1500000.33", 3, { income: { vnd: 1, line: monthly(1_500_000), then: ["poor"] }, indicators: null }],
    ["a third of a dong under neither", "1499999.67", 0, { income: { vnd: -1, line: monthly(1_500_000), then: ["average-living-standard"] }, indicators: { change: 3, then: ["poor"] } }],
    ["nor is a hair", "1500000.00000000000000000001", 3, { income: { vnd: 1, line: monthly(1_500_000), then: ["poor"] }, indicators: null }],
    ["an undetermined class has no margin", 1_000_000, [2, 3], { income: null, indicators: null }],
  ])("of Decree 07/2021: %s", (_why, income, deprivationCount, margin) => {
    expect(onFlags({ monthlyIncomePerPersonVnd: income, deprivationCount }).margin).toEqual(margin);
  });

  it.each<MarginRow>([
    ["under the low line with three indicators the low line separates nothing: the high one does", 690_000, 3, { income: { vnd: -310_000, line: monthly(1_000_000), then: ["average-living-standard"] }, indicators: null }],
    ["with two it does", 690_000, 2, { income: { vnd: -10_000, line: monthly(700_000), then: ["near-poor"] }, indicators: null }],
    ["between the lines with three: poor below as here, so the high line", 701_000, 3, { income: { vnd: -299_000, line: monthly(1_000_000), then: ["average-living-standard"] }, indicators: { change: -1, then: ["near-poor"] } }],
    ["with two: the low line is near", 701_000, 2, { income: { vnd: 1000, line: monthly(700_000), then: ["poor"] }, indicators: { change: 1, then: ["poor"] } }],
    ["with two and nearer to the high line", 999_000, 2, { income: { vnd: -1000, line: monthly(1_000_000), then: ["average-living-standard"] }, indicators: { change: 1, then: ["poor"] } }],
    ["average: over the high line", 1_000_001, 3, { income: { vnd: 1, line: monthly(1_000_000), then: ["poor"] }, indicators: null }],
    ["with 2 to 3 both lie below", 1_000_001, [2, 3], { income: { vnd: 1, line: monthly(1_000_000), then: ["poor", "near-poor"] }, indicators: null }],
    ["on the low line", 700_000, 0, { income: { vnd: 0, line: monthly(700_000), then: ["near-poor"] }, indicators: null }],
  ])("of Decision 59/2015: %s", (_why, income, deprivationCount, margin) => {
    expect(onFlags({ monthlyIncomePerPersonVnd: income, deprivationCount }, "vn/decision-59-2015").margin).toEqual(margin);
  });

  it.each<readonly [why: string, annual: number | string, vnd: number]>([
    ["on the line of three persons", 54_000_000, 0],
    ["a dong a year over it is a 36th of a dong, and not 0", 54_000_001, 1],
    ["36 dong a year are one each a month", 54_000_036, 1],
    ["37 are more than one", 54_000_037, 2],
    ["a dong a year under it", 53_999_999, -1],
    ["36 under it", 53_999_964, -1],
    ["37 under it", 53_999_963, -2],
    ["a hair over it", "54000000.00000000000000000001", 1],
    ["a hair under it", "53999999.99999999999999999999", -1],
    ["twice the line", 108_000_000, 1_500_000 - 750_000],
  ])("of an annual income is per person and month: %s", (_why, annualIncomeVnd, vnd) => {
    expect(onFlags({ persons: 3, annualIncomeVnd, deprivationCount: 3 }).margin.income?.vnd).toBe(vnd);
  });

  it("of an income-only standard knows no indicators", () => {
    expect(onFlags({ monthlyIncomePerPersonVnd: 250_000 }, "vn/decision-170-2005").margin).toEqual({ income: { vnd: 50_000, line: monthly(200_000), then: ["poor"] }, indicators: null });
    expect(onFlags({ monthlyIncomePerPersonVnd: 500_000 }, "vn/decision-09-2011").margin).toEqual({ income: { vnd: -20_000, line: monthly(520_000), then: ["not-poor"] }, indicators: null });
  });

  it("of points knows no income", () => {
    const of = (pointsA: number, pointsB: number): Margin => classifyPoints({ residence: "rural", pointsA, pointsB }, { standard: decree07 }).margin;
    expect(of(140, 30)).toEqual({ income: null, indicators: { change: -1, then: ["near-poor"] } });
    expect(of(140, 10)).toEqual({ income: null, indicators: { change: 2, then: ["poor"] } });
    expect(of(141, 10)).toEqual({ income: null, indicators: null });
  });

  it("of lines a year is per month, and names the line as it is stated", () => {
    const line = (amount: number): IncomeLine => ({ amount, per: "year", citation: decree07.classes[0]!.citation });
    const [low, high] = [line(36_000_000), line(46_000_000)];
    const annual = defineStandard({
      ...standardById("vn/decision-09-2011"), id: "example/annual", inForce: [], notHeld: [],
      classes: [
        { class: "poor", tiles: [{ incomeUpTo: low }], citation: low.citation },
        { class: "near-poor", tiles: [{ incomeOver: low, incomeUpTo: high }], citation: low.citation },
        { class: "not-poor", tiles: [{ incomeOver: high }], citation: low.citation },
      ],
    });
    const of = (income: number): Classification => classifyDeprivations({ residence: "urban", monthlyIncomePerPersonVnd: income }, { standard: annual });
    // 46,000,000 / 12 is no whole number.
    expect([of(3_833_333).class, of(3_833_333).margin.income]).toEqual(["near-poor", { vnd: -1, line: { amount: 46_000_000, per: "year" }, then: ["not-poor"] }]);
    expect([of(3_833_334).class, of(3_833_334).margin.income]).toEqual(["not-poor", { vnd: 1, line: { amount: 46_000_000, per: "year" }, then: ["near-poor"] }]);
    expect([of(3_000_000).class, of(3_000_000).margin.income?.vnd]).toEqual(["poor", 0]);
  });

  it("is told rightly: a step over the line, or the indicators it names, give the classes it names", () => {
    for (const standard of standards)
      fc.assert(
        fc.property(recordedDeprivations(standard), (record) => {
          const found = classifyDeprivations(record, { standard });
          const { income, indicators } = found.margin;
          const { possible } = found;
          if (income !== null) {
            const moved = { residence: record.residence, deprivationCount: found.count, monthlyIncomePerPersonVnd: income.line.amount + (income.vnd > 0 ? 0 : 1) };
            expect(classifyDeprivations(moved, { standard }).possible).toEqual(income.then);
            expect(income.then).not.toEqual(possible);
          }
          if (indicators !== null) {
            const to = indicators.change > 0 ? found.count[1] + indicators.change : found.count[0] + indicators.change;
            const counted = (deprivationCount: number): readonly PovertyClass[] =>
              classifyDeprivations({ ...record, deprivations: null, deprivationCount }, { standard }).possible;
            expect(counted(to)).toEqual(indicators.then);
            expect(counted(to - Math.sign(indicators.change))).toEqual(possible);
          }
        }),
        { numRuns: 250, seed: 34 },
      );
  });
});

describe("because", () => {
  const decree = "07/2021/NĐ-CP";
  const poorTile: Reason = {
    tile: { class: "poor", residence: "rural", incomeUpTo: monthly(1_500_000), deprivationsFrom: 3 }, document: decree, provision: "Article 3(2)(a)", provenance: "reported",
  };
  const nearPoorTile: Reason = {
    tile: { class: "near-poor", residence: "rural", incomeUpTo: monthly(1_500_000), deprivationsTo: 2 }, document: decree, provision: "Article 3(2)(b)", provenance: "reported",
  };
  const averageTile: Reason = {
    tile: { class: "average-living-standard", residence: "rural", incomeOver: monthly(1_500_000), incomeUpTo: monthly(2_250_000) },
    document: decree, provision: "Article 3(2)(c)", provenance: "unverified",
  };
  const aboveTile: Reason = { tile: { class: "not-poor", residence: "rural", incomeOver: monthly(2_250_000) }, document: decree, provision: "", provenance: "unverified" };
  const indicator = (id: string, number: number, provenance: Reason["provenance"] = "reported"): Reason => ({ indicator: id, document: decree, provision: `Appendix, indicator ${number}`, provenance });

  it.each<readonly [why: string, found: () => Classification, because: readonly Reason[]]>([
    ["poor: the rule, then the indicators", () => onFacts({ ...deprivedIn(3), monthlyIncomePerPersonVnd: 1_500_000 }), [poorTile, indicator("housingArea", 8), indicator("water", 9), indicator("toilet", 10, "unverified")]],
    ["near-poor with one indicator", () => onFacts({ ...deprivedIn(1), monthlyIncomePerPersonVnd: 1_500_000 }), [nearPoorTile, indicator("water", 9)]],
    ["near-poor without", () => onFacts({ ...atEase, monthlyIncomePerPersonVnd: 1_500_000 }), [nearPoorTile]],
    ["above the line indicators are no reason", () => onFacts({ ...deprivedIn(4), monthlyIncomePerPersonVnd: 1_500_001 }), [averageTile]],
    ["above every line there is no provision of its own", () => onFacts({ ...atEase, monthlyIncomePerPersonVnd: 2_250_001 }), [aboveTile]],
    ["undetermined: every rule it may lie in, poorest first", () => onFacts({ ...deprivedIn(2), monthlyIncomePerPersonVnd: 1_500_000, floorAreaM2: null }), [poorTile, nearPoorTile, indicator("water", 9), indicator("toilet", 10, "unverified")]],
    ["an unknown income: all rules of its number", () => onFacts(atEase), [nearPoorTile, averageTile, aboveTile]],
    ["an unknown income and three deprivations: their number counts in one of the rules", () => onFacts(deprivedIn(3)), [
      poorTile, averageTile, aboveTile, indicator("housingArea", 8), indicator("water", 9), indicator("toilet", 10, "unverified"),
    ]],
    ["flags give their indicators", () => onFlags({ monthlyIncomePerPersonVnd: 1, deprivations: { employment: true, telecom: true, water: true } }), [poorTile, indicator("employment", 1), indicator("water", 9), indicator("telecom", 11)]],
    ["a number gives none", () => onFlags({ monthlyIncomePerPersonVnd: 1, deprivationCount: 3 }), [poorTile]],
    ["points name their line", () => classifyPoints({ residence: "rural", pointsA: 140, pointsB: 30 }, { standard: decree07 }), [
      poorTile, { points: { residence: "rural", pointsUpTo: 140 }, document: "07/2021/TT-BLĐTBXH", provision: "", provenance: "reported" },
    ]],
    ["above the line of points", () => classifyPoints({ residence: "rural", pointsA: 141, pointsB: 30 }, { standard: decree07 }), [
      averageTile, aboveTile, { points: { residence: "rural", pointsUpTo: 140 }, document: "07/2021/TT-BLĐTBXH", provision: "", provenance: "reported" },
    ]],
    ["unknown points are no reason", () => classifyPoints({ residence: "rural", pointsB: 0 }, { standard: decree07 }), [nearPoorTile, averageTile, aboveTile]],
  ])("of Decree 07/2021: %s", (_why, found, because) => {
    expect(found().because).toEqual(because);
  });

  const decision = "59/2015/QĐ-TTg";
  it.each<readonly [why: string, found: () => Classification, because: readonly Reason[]]>([
    ["59/2015 under the low line: income alone, no indicators", () => onFacts({ ...deprivedIn(3), monthlyIncomePerPersonVnd: 700_000 }, decision59), [
      { tile: { class: "poor", residence: "rural", incomeUpTo: monthly(700_000) }, document: decision, provision: "", provenance: "reported" },
    ]],
    ["59/2015 between the lines: with its indicators, whose thresholds nobody has compared", () => onFacts({ ...deprivedIn(3), monthlyIncomePerPersonVnd: 700_001 }, decision59), [
      { tile: { class: "poor", residence: "rural", incomeOver: monthly(700_000), incomeUpTo: monthly(1_000_000), deprivationsFrom: 3 }, document: decision, provision: "", provenance: "reported" },
      { indicator: "housingArea", document: decision, provision: "indicator 6", provenance: "unverified" },
      { indicator: "water", document: decision, provision: "indicator 7", provenance: "unverified" },
      { indicator: "toilet", document: decision, provision: "indicator 8", provenance: "unverified" },
    ]],
    ["351/2025 in towns: fewer than three is by symmetry only", () => onFlags({ monthlyIncomePerPersonVnd: 2_800_000, deprivationCount: 2 }, "vn/decree-351-2025", "urban"), [
      { tile: { class: "near-poor", residence: "urban", incomeUpTo: monthly(2_800_000), deprivationsTo: 2 }, document: "351/2025/NĐ-CP", provision: "", provenance: "unverified" },
    ]],
    ["351/2025 in the country is reported", () => onFlags({ monthlyIncomePerPersonVnd: 2_200_000, deprivationCount: 2 }, "vn/decree-351-2025"), [
      { tile: { class: "near-poor", residence: "rural", incomeUpTo: monthly(2_200_000), deprivationsTo: 2 }, document: "351/2025/NĐ-CP", provision: "", provenance: "reported" },
    ]],
    ["09/2011: the urban near-poverty line was not read anywhere", () => onFlags({ monthlyIncomePerPersonVnd: 650_000 }, "vn/decision-09-2011", "urban"), [
      { tile: { class: "near-poor", residence: "urban", incomeOver: monthly(500_000), incomeUpTo: monthly(650_000) }, document: "09/2011/QĐ-TTg", provision: "", provenance: "unverified" },
    ]],
    ["170/2005", () => onFlags({ monthlyIncomePerPersonVnd: 260_000 }, "vn/decision-170-2005", "urban"), [
      { tile: { class: "poor", residence: "urban", incomeUpTo: monthly(260_000) }, document: "170/2005/QĐ-TTg", provision: "", provenance: "reported" },
    ]],
  ])("of %s", (_why, found, because) => {
    expect(found().because).toEqual(because);
  });
});

describe("notHeld", () => {
  it.each<readonly [why: string, found: () => Classification, notHeld: readonly string[]]>([
    ["Decree 07/2021 holds all classes and thresholds", () => onFacts(atEase), []],
    ["Decision 59/2015 too", () => onFacts(atEase, decision59), []],
    ["170/2005 above the line: near-poor and average are not told apart", () => onFlags({ monthlyIncomePerPersonVnd: 200_001 }, "vn/decision-170-2005"), ["near-poor", "average-living-standard"]],
    ["170/2005, poor: nothing that could matter", () => onFlags({ monthlyIncomePerPersonVnd: 200_000 }, "vn/decision-170-2005"), []],
    ["170/2005, income unknown: it may matter", () => onFlags({}, "vn/decision-170-2005"), ["near-poor", "average-living-standard"]],
    ["09/2011 above the lines: average", () => onFlags({ monthlyIncomePerPersonVnd: 520_001 }, "vn/decision-09-2011"), ["average-living-standard"]],
    ["09/2011, near-poor", () => onFlags({ monthlyIncomePerPersonVnd: 520_000 }, "vn/decision-09-2011"), []],
    ["351/2025 from flags above the line: average", () => onFlags({ monthlyIncomePerPersonVnd: 2_200_001, deprivationCount: 0 }, "vn/decree-351-2025"), ["average-living-standard"]],
    ["351/2025 from flags, poor", () => onFlags({ monthlyIncomePerPersonVnd: 2_200_000, deprivationCount: 3 }, "vn/decree-351-2025"), []],
    ["351/2025 from facts under the line: every threshold", () => onFacts({ ...atEase, monthlyIncomePerPersonVnd: 2_200_000 }, decree351), decree351.indicators.map(({ id }) => id)],
    ["351/2025 from facts over the line: no threshold could matter", () => onFacts({ ...atEase, monthlyIncomePerPersonVnd: 2_200_001 }, decree351), ["average-living-standard"]],
    ["351/2025 from facts without income: average and every threshold", () => onFacts(atEase, decree351), ["average-living-standard", ...decree351.indicators.map(({ id }) => id)]],
  ])("%s", (_why, found, notHeld) => {
    expect(found().notHeld).toEqual(notHeld);
  });
});

describe("the plain data of a classification", () => {
  const fields = ["status", "class", "possible", "count", "deprived", "unknown", "missing", "because", "notHeld", "margin", "law"];
  const household: Household = { ...deprivedIn(3), monthlyIncomePerPersonVnd: 1_500_000 };

  it("has every field, computed ones too", () => {
    const found = onFacts(household);
    const data = found.toJSON();
    expect(Object.keys(data)).toEqual(fields);
    for (const field of fields as (keyof typeof data)[]) expect(data[field]).toEqual(found[field]);
    expect(JSON.parse(JSON.stringify(found))).toEqual(data);
    expect(Object.keys(assess(household, { standard: decree07, on: reviewDay }).toJSON())).toEqual([...fields, "verdicts"]);
  });

  it("is what the console shows", () => {
    const shown = inspect(onFacts(household));
    for (const field of fields) expect(shown).toContain(`${field}:`);
    expect(inspect(assess(household, { standard: decree07, on: reviewDay }))).toContain("verdicts:");
  });

  it("names the standard, its content and the version of the package", () => {
    for (const standard of standards)
      expect(classifyDeprivations({ residence: "rural" }, { standard }).law).toEqual({ standard: standard.id, fingerprint: fingerprint(standard), version });
    expect(new Set(standards.map(fingerprint)).size).toBe(standards.length);
    expect(fingerprint(decree07)).toMatch(/^[0-9a-f]{16}$/);
  });

  it("of random records holds no undefined and no NaN, and survives JSON", () => {
    const plain = (value: unknown): void => {
      expect(JSON.parse(JSON.stringify(value))).toEqual(value);
    };
    fc.assert(fc.property(reviewedHouseholds(), ({ household: record, on }) => { plain(classify(record, { standard: decree07, on }).toJSON()); }), { numRuns: 200, seed: 35 });
    fc.assert(fc.property(recordedPoints, (record) => { plain(classifyPoints(record, { standard: decree07 }).toJSON()); }), { numRuns: 100, seed: 36 });
  });

  it("lists possible classes poorest first", () => {
    const order: readonly PovertyClass[] = ["poor", "near-poor", "average-living-standard", "not-poor"];
    fc.assert(
      fc.property(reviewedHouseholds(), fc.constantFrom(...standards), ({ household: record, on }, standard) => {
        const { possible } = classify(record, { standard, on });
        expect(possible).toEqual(order.filter((each) => possible.includes(each)));
      }),
      { numRuns: 300, seed: 37 },
    );
  });
});
