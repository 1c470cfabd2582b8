import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainDisagreement, type Disagreement } from "../../src/audit.js";
import {
  classify, classifyDeprivations, classifyPoints, defineStandard, povertyClasses, standardById, standards, type Household, type PovertyClass, type RecordedDeprivations,
  type RecordedPoints, type Residence, type Standard,
} from "../../src/index.js";
import { recordedDeprivations, recordedPoints, reviewedHouseholds } from "../arbitraries.js";
import { bacNinh, hoChiMinhCity } from "../fixtures/local-standards.js";
import { atEase, deprivedIn, reviewDay } from "./households.js";
import { refusal } from "./refusal.js";

const decree07 = standardById("vn/decree-07-2021");
const [poor, near, average, not] = povertyClasses as [PovertyClass, PovertyClass, PovertyClass, PovertyClass];

type Recorded = Household | RecordedDeprivations | RecordedPoints;

function causesOf(household: Recorded, recorded: PovertyClass, standard: Standard = decree07, on?: string): readonly string[] {
  return explainDisagreement(household, recorded, { standard, ...(on === undefined ? {} : { on }) }).causes.map(({ mistake }) => mistake);
}

const byCount = (residence: Residence, monthlyIncomePerPersonVnd: number | string | null, deprivationCount: number | readonly [number, number]): RecordedDeprivations =>
  ({ residence, monthlyIncomePerPersonVnd, deprivationCount });
const byFlags = (residence: Residence, income: number, ...deprived: readonly string[]): RecordedDeprivations =>
  ({ residence, monthlyIncomePerPersonVnd: income, deprivations: Object.fromEntries(decree07.indicators.map(({ id }) => [id, deprived.includes(id)])) });
const olderLines = (...names: readonly string[]): string[] => names.map((name) => `older-line:vn/decision-${name}`);
/** Of a household under the present line and over every older one, the average living standard up to 1,500,000 rural. */
const allOlder = olderLines("170-2005", "09-2011#1", "09-2011#2", "59-2015#1", "59-2015#2");

describe("a recorded class that the law excludes", () => {
  it.each<readonly [why: string, household: Recorded, recorded: PovertyClass, right: PovertyClass | null, causes: readonly string[]]>([
    ["a dong under the rural line: older lines alone make it average", byCount("rural", 1_499_999, 3), average, poor, allOlder],
    ["on the line: '<' for '≤' too", byCount("rural", 1_500_000, 3), average, poor, ["line-excluded", ...allOlder]],
    ["a dong over the line it is average", byCount("rural", 1_500_001, 3), average, average, []],
    ["on the urban line, which is over the older urban average line of 1,950,000", byCount("urban", 2_000_000, 1), average, near, ["line-excluded", ...allOlder.slice(0, 3), "other-residence"]],
    ["on the average line", byCount("rural", 2_250_000, 0), not, average, ["line-excluded", ...allOlder.slice(3)]],
    ["a dong under the average line", byCount("rural", 2_249_999, 0), not, average, allOlder.slice(3)],
    ["an annual income on the line of four persons", { residence: "rural", persons: 4, annualIncomeVnd: 72_000_000, deprivationCount: 3 }, average, poor, ["line-excluded", ...allOlder]],
    ["a dong less in the whole year is under it", { residence: "rural", persons: 4, annualIncomeVnd: 71_999_999, deprivationCount: 3 }, average, poor, allOlder],
    ["so is a fraction of a dong", byCount("rural", "1499999.9999999999999999999999999999999999", 3), average, poor, allOlder],
    ["also as a number", byCount("rural", 1_499_999.9999999998, 3), average, poor, allOlder],
    ["the line with zeros behind it is the line", byCount("rural", "1500000.0000", 3), average, poor, ["line-excluded", ...allOlder]],
    ["'or' for 'and', well off", byCount("rural", 3_000_000, 3), poor, not, ["or-for-and"]],
    ["with two deprivations 'or' gives nothing", byCount("rural", 3_000_000, 2), poor, not, []],
    ["'or' for 'and', poor in income alone", byCount("rural", 1_000_000, 0), poor, near, ["or-for-and"]],
    ["three indicators in two dimensions", byFlags("rural", 900_000, "nutrition", "healthInsurance", "water"), near, poor, ["dimensions-for-indicators"]],
    ["three indicators in three dimensions", byFlags("rural", 900_000, "nutrition", "adultEducation", "water"), near, poor, []],
    ["of a mere number the dimensions are not known", byCount("rural", 900_000, 3), near, poor, []],
    ["near-poor without deprivation, put on no list", byCount("rural", 900_000, 0), not, near, ["near-poor-needs-deprivation"]],
    ["with one deprivation that mistake gives nothing", byCount("rural", 900_000, 1), not, near, []],
    ["near-poor as a band of income over the line", byCount("rural", 2_250_000, 0), near, average, ["near-poor-as-band"]],
    ["a dong over that band", byCount("rural", 2_250_001, 0), near, not, []],
    ["average only without deprivations", byCount("rural", 1_500_001, 1), not, average, ["average-needs-no-deprivation", ...allOlder.slice(3)]],
    ["without deprivations only the older average line of 1,500,000 gives it", byCount("rural", 1_500_001, 0), not, average, allOlder.slice(3)],
    ["the rural line for an urban household; older urban lines too", byCount("urban", 1_900_000, 3), average, poor, [...allOlder, "other-residence"]],
    ["the urban line for a rural household", byCount("rural", 2_000_000, 2), near, average, ["near-poor-as-band", "other-residence"]],
    ["a dong over the urban line too", byCount("rural", 2_000_001, 2), near, average, ["near-poor-as-band"]],
    ["deprived in five, poor, and recorded as not poor: no known mistake", byCount("rural", 900_000, 5), not, poor, []],
    ["under every older line nothing excuses average", byCount("rural", 200_000, 3), average, poor, []],
    ["a dong over the line of 2006–2010 that one does", byCount("rural", 200_001, 3), average, poor, olderLines("170-2005")],
    ["between the two lines of 2011–2015 the lower one does too", byCount("rural", 400_001, 3), average, poor, olderLines("170-2005", "09-2011#1")],
    ["points A on the line counted as over it, and so 'not poor'", { residence: "rural", pointsA: 140, pointsB: 20 }, not, near, ["line-excluded"]],
    ["a point under the line: read the other way round", { residence: "rural", pointsA: 139, pointsB: 20 }, not, near, ["points-inverted"]],
    ["few points read as well off", { residence: "rural", pointsA: 60, pointsB: 30 }, not, poor, ["points-inverted"]],
    ["many points read as poor; or 'or' for 'and'", { residence: "rural", pointsA: 200, pointsB: 30 }, poor, null, ["or-for-and", "points-inverted", "points-exchanged"]],
    ["A and B exchanged: B is few, A is three indicators", { residence: "rural", pointsA: 200, pointsB: 20 }, poor, null, ["points-exchanged"]],
    ["exchanged with A of two indicators", { residence: "rural", pointsA: 29, pointsB: 30 }, near, poor, ["points-exchanged"]],
    ["exchanged with A of exactly three it is poor, as it should be", { residence: "rural", pointsA: 30, pointsB: 30 }, near, poor, []],
    ["the urban line of points for a rural household", { residence: "rural", pointsA: 175, pointsB: 20 }, near, null, ["other-residence", "points-inverted"]],
    ["a point over the urban line too", { residence: "rural", pointsA: 176, pointsB: 20 }, near, null, ["points-inverted"]],
    ["20 points taken for 20 indicators", { residence: "rural", pointsA: 29, pointsB: 20 }, poor, near, ["or-for-and", "points-unit"]],
    ["3 indicators taken for 3 points", { residence: "rural", pointsA: 100, deprivationCount: 3 }, near, poor, ["points-unit"]],
    ["no points B are none in either unit", { residence: "rural", pointsA: 29, pointsB: 0 }, poor, near, ["or-for-and"]],
    ["near-poor without points B", { residence: "rural", pointsA: 100, pointsB: 0 }, not, near, ["near-poor-needs-deprivation", "points-inverted"]],
    ["facts, deprived in water, toilet and floor area", { ...deprivedIn(3), monthlyIncomePerPersonVnd: 1_500_000, reviewedOn: reviewDay }, average, poor, ["line-excluded", ...allOlder]],
    ["facts of two dimensions", { ...deprivedIn(2), wallDurable: false, pillarDurable: false, floorAreaM2: 20, monthlyIncomePerPersonVnd: 900_000, reviewedOn: reviewDay }, near, poor, ["dimensions-for-indicators"]],
  ])("%s", (_why, household, recorded, right, causes) => {
    const { agrees, classification, causes: found } = explainDisagreement(household, recorded, { standard: decree07 });
    expect(found.map(({ mistake }) => mistake)).toEqual(causes);
    expect([agrees, classification.class]).toEqual([recorded === right, right]);
    // What a cause gives is the recorded class, or over the line of points no class on a list.
    for (const cause of found) expect([recorded, null]).toContain(cause.class);
  });

  it("is null in a cause only where points tell no more than 'on no list'", () => {
    const given = (household: Recorded, recorded: PovertyClass): readonly (PovertyClass | null)[] => explainDisagreement(household, recorded, { standard: decree07 }).causes.map((cause) => cause.class);
    expect(given({ residence: "rural", pointsA: 100, pointsB: 0 }, not)).toEqual([not, null]);
    expect(given(byCount("rural", 1_499_999, 0), not)).toEqual([not]);
  });

  it("though the class is open: five deprivations and no income are not near-poor", () => {
    const found = explainDisagreement(byCount("rural", null, 5), near, { standard: decree07 });
    expect([found.agrees, found.classification.class, found.causes]).toEqual([false, null, []]);
    // Under the line, with two to four deprivations, it is poor or near-poor; on it an excluded line makes it average.
    expect(causesOf(byCount("rural", 1_500_000, [2, 4]), average)).toEqual(["line-excluded", ...allOlder]);
  });
});

describe("the lines of another time", () => {
  const between = byCount("rural", 2_000_000, 3);

  it.each<readonly [why: string, on: string | undefined, causes: readonly string[]]>([
    ["the decree of the next period is not yet issued", "2025-12-29", ["or-for-and", "other-residence"]],
    ["it was issued on this day", "2025-12-30", ["or-for-and", "newer-line:vn/decree-351-2025", "other-residence"]],
    ["the last review of the old period", "2026-12-14", ["or-for-and", "newer-line:vn/decree-351-2025", "other-residence"]],
    ["on a day that is not known nothing is said of it", undefined, ["or-for-and", "other-residence"]],
  ])("%s", (_why, on, causes) => {
    expect(causesOf(between, poor, decree07, on)).toEqual(causes);
    if (on !== undefined) expect(causesOf({ ...between, reviewedOn: on }, poor, decree07, "2023-12-14")).toEqual(causes);
  });

  it.each<readonly [why: string, id: string, household: Recorded, recorded: PovertyClass, causes: readonly string[]]>([
    ["2016–2021: the poverty line of 2006–2010 below a near-poverty line that it did not have", "vn/decision-59-2015", byCount("rural", 700_000, 0), near, ["line-excluded", "older-line:vn/decision-170-2005"]],
    ["2016–2021: 520,000 was the near-poverty line", "vn/decision-59-2015", byCount("rural", 700_000, 0), average, ["older-line:vn/decision-09-2011"]],
    ["2016–2021: the near-poor are those over the low line, with none deprived too", "vn/decision-59-2015", byCount("rural", 700_001, 0), average, ["older-line:vn/decision-09-2011"]],
    ["2016–2021: 'or' for the 'and' between the lines", "vn/decision-59-2015", byCount("rural", 1_000_000, 2), poor, ["or-for-and"]],
    ["2016–2021: and three indicators over them", "vn/decision-59-2015", byCount("rural", 1_000_001, 3), poor, ["or-for-and", "other-residence"]],
    ["2016–2021: the low line joins no two conditions, so 'or' gives nothing over the lines without three", "vn/decision-59-2015", byCount("rural", 1_000_001, 2), poor, []],
    ["2011–2015: nor where income alone decides", "vn/decision-09-2011", byCount("rural", 520_001, 0), poor, []],
    ["2016–2021: near-poor is a band by the law, so that is no mistake", "vn/decision-59-2015", byCount("rural", 1_500_000, 0), near, []],
    ["2011–2015: on the near-poverty line", "vn/decision-09-2011", byCount("urban", 650_000, 0), not, ["line-excluded", "other-residence"]],
    ["2011–2015: the poverty line of 2006–2010", "vn/decision-09-2011", byCount("rural", 200_001, 0), near, ["older-line:vn/decision-170-2005"]],
    ["2011–2015: up to it the household is poor in both", "vn/decision-09-2011", byCount("rural", 200_000, 0), near, []],
    ["2006–2010 has no older line", "vn/decision-170-2005", byCount("rural", 200_000, 0), not, ["line-excluded"]],
    ["2027–2030: the line of 2022–2026", "vn/decree-351-2025", byCount("rural", 1_500_001, 3), not, [...allOlder, "older-line:vn/decree-07-2021"]],
    ["2027–2030: under it too", "vn/decree-351-2025", byCount("rural", 1_500_000, 3), not, allOlder],
    ["2027–2030: a class that is not held is never given", "vn/decree-351-2025", byCount("rural", 1_500_001, 3), average, []],
  ])("%s", (_why, id, household, recorded, causes) => {
    expect(causesOf(household, recorded, standardById(id))).toEqual(causes);
  });

  it("2021: the decree was issued on 27 January, and the old standard still applied", () => {
    const standard = standardById("vn/decision-59-2015");
    expect(causesOf(byCount("rural", 1_400_000, 2), near, standard, "2021-01-26")).toEqual([]);
    expect(causesOf(byCount("rural", 1_400_000, 2), near, standard, "2021-01-27")).toEqual(["newer-line:vn/decree-07-2021"]);
  });
});

const withAnnualLine = (amount: number): Standard => defineStandard(JSON.parse(JSON.stringify(hoChiMinhCity).replaceAll('"amount":46000000', `"amount":${amount}`)) as Standard);

describe("a local standard", () => {
  it.each<readonly [why: string, standard: Standard, household: Recorded, recorded: PovertyClass, on: string | undefined, causes: readonly string[]]>([
    ["on its own line", bacNinh, byCount("rural", 1_750_000, 3), not, "2024-12-14", ["line-excluded", ...["decision-170-2005", "decision-09-2011#1", "decision-09-2011#2", "decision-59-2015#1", "decision-59-2015#2", "decree-07-2021"].map((id) => `national-line:vn/${id}`)]],
    ["over the national line", bacNinh, byCount("rural", 1_500_001, 2), not, "2016-01-01", ["decision-170-2005", "decision-09-2011#1", "decision-09-2011#2", "decision-59-2015#1", "decision-59-2015#2"].map((id) => `national-line:vn/${id}`)],
    ["and up to it, with the national line no mistake", bacNinh, byCount("rural", 1_500_000, 2), not, "2010-12-31", ["national-line:vn/decision-170-2005"]],
    ["the national line of a later period is higher", bacNinh, byCount("rural", 1_750_001, 3), poor, undefined, ["or-for-and", "national-line:vn/decree-351-2025", "other-residence"]],
    ["annual lines: 46 million is on the line", hoChiMinhCity, { residence: "urban", persons: 1, annualIncomeVnd: 46_000_000, deprivationCount: 0 }, not, "2005-12-31", ["line-excluded"]],
    ["per month that line is no whole number; just under it", hoChiMinhCity, byCount("urban", "3833333.33", 0), not, "2005-12-31", []],
    ["a line per year that is a quarter of a dong per month", withAnnualLine(46_000_005), byCount("urban", "3833333.75", 0), not, "2005-12-31", ["line-excluded"]],
    ["a hundredth under it", withAnnualLine(46_000_005), byCount("urban", "3833333.74", 0), not, "2005-12-31", []],
    ["one line for both residences: the other one is no mistake", hoChiMinhCity, byCount("rural", 3_000_000, 0), near, "2005-12-31", ["line-excluded"]],
  ])("%s", (_why, standard, household, recorded, on, causes) => {
    expect(causesOf(household, recorded, standard, on)).toEqual(causes);
  });

  it("has its own dimensions, cutoff and average line", () => {
    const dimensions = [{ id: "first", label: { vi: "một", en: "first" } }, { id: "second", label: { vi: "hai", en: "second" } }];
    const local = defineStandard({
      ...bacNinh, id: "example/two-dimensions", dimensions,
      indicators: bacNinh.indicators.map((indicator, index) => ({ ...indicator, dimension: index < 9 ? "first" : "second" })),
    });
    // Nine indicators of one dimension: never three dimensions, whatever the number.
    expect(causesOf(byFlags("rural", 900_000, "employment", "water", "housingArea"), near, local, "2005-12-31")).toEqual(["dimensions-for-indicators"]);
    expect(causesOf(byFlags("rural", 900_000, "employment", "toilet", "telecom"), near, local, "2005-12-31")).toEqual(["dimensions-for-indicators"]);
  });
});

describe("a recorded class that is possible but open", () => {
  it.each<readonly [why: string, household: Recorded, recorded: PovertyClass, causes: readonly string[]]>([
    ["missing income taken for 0, the poorest of all", byCount("rural", null, 1), near, ["missing-as-zero"]],
    ["or for more than every line", byCount("rural", null, 1), not, ["missing-income-as-not-poor"]],
    ["which is not the average", byCount("rural", null, 1), average, []],
    ["missing points A taken for 0", { residence: "rural", pointsA: null, pointsB: 30 }, poor, ["missing-as-zero"]],
    ["missing points A taken for many", { residence: "rural", pointsA: null, pointsB: 30 }, not, ["missing-income-as-not-poor"]],
    ["missing points B taken for 0", { residence: "rural", pointsA: 140 }, near, ["missing-as-zero"]],
    ["and not for many", { residence: "rural", pointsA: 140 }, poor, []],
    ["missing flags taken for 'not deprived'", { residence: "rural", monthlyIncomePerPersonVnd: 900_000, deprivations: { water: true, toilet: true } }, near, ["missing-as-zero"]],
    ["not for 'deprived'", { residence: "rural", monthlyIncomePerPersonVnd: 900_000, deprivations: { water: true, toilet: true } }, poor, []],
    ["income and flags, both taken for 0", { residence: "urban", deprivations: {} }, near, ["missing-as-zero"]],
    ["a blank answer taken for 'no': nobody is insured, nothing is owned, no wall is durable", { residence: "rural", monthlyIncomePerPersonVnd: 900_000, reviewedOn: reviewDay, waterSource: "tap", members: [{ bornOn: "1980" }] }, poor, ["missing-as-no"]],
    ["null is a blank too", { residence: "rural", monthlyIncomePerPersonVnd: 900_000, reviewedOn: reviewDay, waterSource: "tap", toiletType: "septic", floorAreaM2: null, wallDurable: null, pillarDurable: null, roofDurable: null, hasTelevision: null, members: [{ bornOn: "1980", hasHealthInsurance: null, usesInternet: null }] }, poor, ["missing-as-no"]],
    ["an answer that is there stays", { residence: "rural", monthlyIncomePerPersonVnd: 900_000, reviewedOn: reviewDay, waterSource: "tap", toiletType: "septic", floorAreaM2: 20, wallDurable: true, pillarDurable: true, hasTelevision: true, members: [{ bornOn: "1980", hasHealthInsurance: true }] }, poor, []],
    ["the same household without its blanks as deprivations", { residence: "rural", monthlyIncomePerPersonVnd: 900_000, reviewedOn: reviewDay, waterSource: "tap", members: [{ bornOn: "1980" }] }, near, ["missing-as-zero"]],
    ["over the line of points nothing is missing that a mistake could fill", { residence: "rural", pointsA: 150, pointsB: 30 }, not, []],
    ["nor by points B that do not count there", { residence: "rural", pointsA: 150 }, average, []],
    ["a class that the standard does not hold", byCount("rural", 2_250_001, 0), not, []],
  ])("%s", (_why, household, recorded, causes) => {
    const found = explainDisagreement(household, recorded, { standard: decree07 });
    expect(found.causes.map(({ mistake }) => mistake)).toEqual(causes);
    expect(found.agrees).toBe(found.classification.class === recorded ? true : null);
  });

  it("of a standard that does not hold it, nothing is missing", () => {
    const found = explainDisagreement(byCount("rural", 200_001, 0), near, { standard: standardById("vn/decision-170-2005") });
    expect([found.agrees, found.classification.class, found.causes]).toEqual([null, not, []]);
  });
});

describe("the sentences", () => {
  const textOf = (household: Recorded, recorded: PovertyClass, mistake: string, on?: string, standard = decree07): { vi: string; en: string } =>
    explainDisagreement(household, recorded, { standard, ...(on === undefined ? {} : { on }) }).causes.find((cause) => cause.mistake === mistake)!;

  it("say what the mistake is and what the provision says instead", () => {
    expect(textOf(byCount("rural", 3_000_000, 3), poor, "or-for-and")).toMatchObject({
      en: 'The recorded class results if the two conditions for a poor household (income not over the line "and" enough deprived indicators) are joined by "or". By Article 3(2)(a), Decree 07/2021/NĐ-CP, both must hold.',
      vi: 'Diện đã ghi khớp với cách tính sai sau: hai điều kiện của hộ nghèo (thu nhập không vượt mức quy định "và" thiếu hụt đủ số chỉ số) được nối bằng "hoặc". Theo điểm a khoản 2 Điều 3 Nghị định 07/2021/NĐ-CP, phải có cả hai điều kiện này.',
    });
    expect(textOf(byCount("rural", 1_500_000, 3), average, "line-excluded").vi).toContain("Theo điểm a khoản 2 Điều 3, điểm b khoản 2 Điều 3, điểm c khoản 2 Điều 3 Nghị định 07/2021/NĐ-CP, ");
    // Its rule has no provision of its own that is held, so the document stands alone.
    expect(textOf(byCount("rural", 1_000_000, 2), poor, "or-for-and", undefined, standardById("vn/decision-59-2015")).en).toContain("By Decision 59/2015/QĐ-TTg, both");
  });

  it("name only the lines that were taken from the other standard", () => {
    const { vi, en } = textOf(byCount("rural", 1_400_000, 3), average, "older-line:vn/decision-09-2011#2");
    expect(en).toContain("(Decision 09/2011/QĐ-TTg: rural 520,000 VND per person per month; urban 650,000 VND per person per month)");
    expect(vi).toContain("mức thu nhập là nông thôn 1.500.000, 2.250.000 đồng/người/tháng; thành thị 2.000.000, 3.000.000 đồng/người/tháng.");
    const city = textOf({ residence: "urban", persons: 1, annualIncomeVnd: 7_000_000, deprivationCount: 0 }, near, "national-line:vn/decision-09-2011", undefined, hoChiMinhCity);
    expect(city.en).toContain("the lines are 36,000,000, 46,000,000 VND per person per year.");
  });

  it("have both languages, no open slot and no name of a household, for every mistake of every standard", () => {
    const records: readonly Recorded[] = [
      ...standards.flatMap((standard) => [0, 3].flatMap((count) => [199_999, 200_000, 900_000, 1_500_000, 2_000_000, 3_000_000].map((income) => ({ ...byCount("rural", income, Math.min(count, standard.indicators.length)), id: "secret" })))),
      { id: "secret", residence: "rural", pointsA: 29, pointsB: 20 }, { id: "secret", residence: "rural", pointsA: 200, pointsB: 30 },
    ];
    let found = 0;
    for (const standard of [...standards, bacNinh, hoChiMinhCity])
      for (const record of records)
        for (const recorded of povertyClasses) {
          if (("pointsA" in record && standard.points === null) || ("deprivationCount" in record && Number(record.deprivationCount) > standard.indicators.length)) continue;
          for (const { vi, en } of explainDisagreement(record, recorded, { standard, on: "2030-01-01" }).causes) {
            found++;
            for (const text of [vi, en]) expect(text).toMatch(/^[^{}]{40,}\.$/);
            expect(vi + en).not.toMatch(/secret|undefined|null|, ,|\(\)/);
            expect(vi).not.toBe(en);
          }
        }
    expect(found).toBeGreaterThan(500);
  });
});

describe("what it refuses", () => {
  it.each<readonly [why: string, call: () => unknown, path: string | null]>([
    ["a word that is no class", (): unknown => explainDisagreement(byCount("rural", 1, 1), "hộ nghèo" as PovertyClass, { standard: decree07 }), "recordedClass"],
    ["no household", (): unknown => explainDisagreement(null as unknown as Household, poor, { standard: decree07 }), null],
    ["a list", (): unknown => explainDisagreement([] as unknown as Household, poor, { standard: decree07 }), null],
    ["a record of no kind", (): unknown => explainDisagreement({ residence: "rural" }, poor, { standard: decree07 }), null],
    ["facts without a day", (): unknown => explainDisagreement(atEase, poor, { standard: decree07 }), "on"],
    ["flags with a day that is none", (): unknown => explainDisagreement(byCount("rural", 1, 1), poor, { standard: decree07, on: "2023-02-29" }), "on"],
    ["an unknown residence", (): unknown => explainDisagreement(byCount("xã" as Residence, 1, 1), poor, { standard: decree07 }), "residence"],
    ["two kinds in one", (): unknown => explainDisagreement({ ...byCount("rural", 1, 1), pointsA: 1 }, poor, { standard: decree07 }), "monthlyIncomePerPersonVnd"],
  ])("%s", (_why, call, path) => {
    expect(refusal(call)).toMatchObject({ code: "chuan-ngheo/invalid-input", path });
  });

  it("points under a standard without them", () => {
    expect(refusal(() => explainDisagreement({ residence: "rural", pointsA: 1 }, poor, { standard: standardById("vn/decree-351-2025") })).code).toBe("chuan-ngheo/law-not-held");
  });
});

// ---- the mistakes, written by hand a second time ----

interface Lines { readonly poor: number; readonly average: number }
const present: Readonly<Record<Residence, Lines>> = { rural: { poor: 1_500_000, average: 2_250_000 }, urban: { poor: 2_000_000, average: 3_000_000 } };
const other = (residence: Residence): Residence => (residence === "rural" ? "urban" : "rural");
const byRule = (lines: Lines, income: number, count: number): PovertyClass => (income <= lines.poor ? (count >= 3 ? poor : near) : income <= lines.average ? average : not);
const older: Readonly<Record<string, Readonly<Record<Residence, Lines>>>> = {
  "170-2005": { rural: { poor: 200_000, average: 2_250_000 }, urban: { poor: 260_000, average: 3_000_000 } },
  "09-2011#1": { rural: { poor: 400_000, average: 2_250_000 }, urban: { poor: 500_000, average: 3_000_000 } },
  "09-2011#2": { rural: { poor: 520_000, average: 2_250_000 }, urban: { poor: 650_000, average: 3_000_000 } },
  "59-2015#1": { rural: { poor: 700_000, average: 1_500_000 }, urban: { poor: 900_000, average: 1_950_000 } },
  "59-2015#2": { rural: { poor: 1_000_000, average: 1_500_000 }, urban: { poor: 1_300_000, average: 1_950_000 } },
};

const mistaken: readonly (readonly [id: string, rule: (residence: Residence, income: number, count: number) => PovertyClass])[] = [
  ["line-excluded", (residence, income, count): PovertyClass => {
    const { poor: low, average: high } = present[residence];
    return income < low ? (count >= 3 ? poor : near) : income < high ? average : not;
  }],
  ["or-for-and", (residence, income, count): PovertyClass => (income <= present[residence].poor || count >= 3 ? poor : income <= present[residence].average ? average : not)],
  ["near-poor-needs-deprivation", (residence, income, count): PovertyClass => (income <= present[residence].poor && count === 0 ? not : byRule(present[residence], income, count))],
  ["near-poor-as-band", (residence, income, count): PovertyClass => {
    const right = byRule(present[residence], income, count);
    return right === average ? near : right;
  }],
  ["average-needs-no-deprivation", (residence, income, count): PovertyClass => {
    const right = byRule(present[residence], income, count);
    return right === average && count > 0 ? not : right;
  }],
  ...Object.entries(older).map(([name, lines]) => [`older-line:vn/decision-${name}`, (residence: Residence, income: number, count: number): PovertyClass => byRule(lines[residence], income, count)] as const),
  ["other-residence", (residence, income, count): PovertyClass => byRule(present[other(residence)], income, count)],
];

const everyLine = [...Object.values(older), present].flatMap((lines) => [lines.rural, lines.urban]).flatMap((lines) => [lines.poor, lines.average]);
const residence = fc.constantFrom<Residence>("rural", "urban");
const recordedClass = fc.constantFrom(...povertyClasses);

describe("the known mistakes of Decree 07/2021", () => {
  const incomes = fc.tuple(fc.constantFrom(...everyLine), fc.constantFrom(-1, 0, 1)).map(([line, beside]) => line + beside);

  it("are those that explain, and no others, for every income beside a line and every number", () => {
    fc.assert(
      fc.property(residence, incomes, fc.integer({ min: 0, max: 12 }), recordedClass, fc.integer({ min: 1, max: 4 }), (where, income, count, recorded, persons) => {
        const right = byRule(present[where], income, count);
        const expected = recorded === right ? [] : mistaken.filter(([, rule]) => rule(where, income, count) === recorded).map(([id]) => id);
        expect(causesOf(byCount(where, income, count), recorded)).toEqual(expected);
        expect(causesOf({ residence: where, persons, annualIncomeVnd: income * 12 * persons, deprivationCount: count }, recorded)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it("count the dimensions of the twelve indicators", () => {
    const dimensionOf = { employment: 1, dependents: 1, nutrition: 2, healthInsurance: 2, adultEducation: 3, childSchooling: 3, housingQuality: 4, housingArea: 4, water: 5, toilet: 5, telecom: 6, informationMeans: 6 };
    fc.assert(
      fc.property(fc.subarray(Object.keys(dimensionOf) as (keyof typeof dimensionOf)[]), recordedClass, (deprived, recorded) => {
        const dimensions = new Set(deprived.map((id) => dimensionOf[id])).size;
        const explained = deprived.length >= 3 && dimensions < 3 && recorded === near;
        expect(causesOf(byFlags("rural", 100_000, ...deprived), recorded).includes("dimensions-for-indicators")).toBe(explained);
      }),
    );
  });

  it("read points", () => {
    type Points = readonly [a: number, count: number];
    const line = { rural: 140, urban: 175 };
    // Over the line: on no list.
    const byPoints = (limit: number, [a, count]: Points): PovertyClass | null => (a <= limit ? (count >= 3 ? poor : near) : null);
    const rules: readonly (readonly [id: string, rule: (where: Residence, points: Points) => PovertyClass | null])[] = [
      ["line-excluded", (where, points): PovertyClass | null => byPoints(line[where] - 1, points)],
      ["or-for-and", (where, [a, count]): PovertyClass | null => (a <= line[where] || count >= 3 ? poor : null)],
      ["near-poor-needs-deprivation", (where, [a, count]): PovertyClass | null => (a <= line[where] && count === 0 ? not : byPoints(line[where], [a, count]))],
      ["other-residence", (where, points): PovertyClass | null => byPoints(line[other(where)], points)],
      ["points-inverted", (where, [a, count]): PovertyClass | null => (a >= line[where] ? (count >= 3 ? poor : near) : null)],
      // B is at most 120, and so under both lines.
      ["points-exchanged", (_where, [a]): PovertyClass | null => (a >= 30 ? poor : near)],
      ["points-unit", (where, [a, count]): PovertyClass | null => byPoints(line[where], [a, count > 0 ? 3 : 0])],
    ];
    fc.assert(
      fc.property(residence, fc.oneof(fc.constantFrom(0, 29, 30, 139, 140, 141, 174, 175, 176), fc.nat({ max: 400 })), fc.integer({ min: 0, max: 12 }), recordedClass, (where, a, count, recorded) => {
        const right = byPoints(line[where], [a, count]);
        const isOnNoList = recorded === average || recorded === not;
        const gives = (found: PovertyClass | null): boolean => found === recorded || (found === null && isOnNoList);
        const expected = gives(right) ? [] : rules.filter(([, rule]) => gives(rule(where, [a, count]))).map(([id]) => id);
        expect(causesOf({ residence: where, pointsA: a, pointsB: count * 10 }, recorded)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("for every household", () => {
  const compared = (household: Recorded, recorded: PovertyClass, standard: Standard, on: string): Disagreement => explainDisagreement(household, recorded, { standard, on });

  function check(household: Recorded, standard: Standard, on: string, possible: readonly PovertyClass[]): void {
    const before = structuredClone(household);
    for (const recorded of povertyClasses) {
      const { agrees, classification, causes } = compared(household, recorded, standard, on);
      expect(classification.possible).toEqual(possible);
      if (agrees === true) expect(causes).toEqual([]);
      if (agrees === false) expect(possible).not.toContain(recorded);
      // What is missing explains no class that no filling gives; and a misread rule explains none that a filling gives.
      for (const { mistake } of causes) expect(mistake.startsWith("missing-")).toBe(agrees === null);
      expect(new Set(causes.map(({ mistake }) => mistake)).size).toBe(causes.length);
    }
    expect(household).toEqual(before);
  }

  it("classes that agree have no cause, and no input is changed: facts", () => {
    fc.assert(fc.property(reviewedHouseholds(), fc.constantFrom(...standards, bacNinh, hoChiMinhCity), ({ household, on }, standard) => {
      check(household, standard, on, classify(household, { standard, on }).possible);
    }), { numRuns: 150 });
  });

  it("recorded deprivations", () => {
    const records = fc.constantFrom(...standards, bacNinh, hoChiMinhCity).chain((standard) => recordedDeprivations(standard).map((record) => ({ standard, record })));
    fc.assert(fc.property(records, ({ standard, record }) => {
      if (!("deprivations" in record) && !("deprivationCount" in record)) return;
      check(record, standard, reviewDay, classifyDeprivations(record, { standard }).possible);
    }), { numRuns: 300 });
  });

  it("points", () => {
    fc.assert(fc.property(recordedPoints, (record) => {
      check(record, decree07, reviewDay, classifyPoints(record, { standard: decree07 }).possible);
    }));
  });

  it("a frozen record, one without a prototype and one with keys of its prototype are read alike", () => {
    const record = byCount("rural", 1_500_000, 3);
    const bare = Object.assign<object, RecordedDeprivations>(Object.create(null) as object, record);
    class Trap {
      get persons(): number {
        throw new Error("read from the prototype");
      }
    }
    const expected = causesOf(record, average);
    expect(causesOf(Object.freeze({ ...record }), average)).toEqual(expected);
    expect(causesOf(bare, average)).toEqual(expected);
    expect(causesOf(Object.assign(new Trap(), record), average)).toEqual(expected);
  });
});
