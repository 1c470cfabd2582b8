import { describe, expect, it } from "vitest";
import {
  agreesWith, classify, classifyDeprivations, classifyPoints, standardById, standardInForce, type Classification, type Household, type PovertyClass,
  type RecordedDeprivations, type RecordedPoints, type Residence,
} from "../../src/index.js";
import { refusal } from "../household/refusal.js";

/** Mistakes seen in systems that apply the standards, each with the right answer by the law. */

const standard = standardById("vn/decree-07-2021");
const byPoints = (record: RecordedPoints): Classification => classifyPoints(record, { standard });
const byCount = (residence: Residence, monthlyIncomePerPersonVnd: number | null, deprivationCount: number): Classification =>
  classifyDeprivations({ residence, monthlyIncomePerPersonVnd, deprivationCount }, { standard });

describe("points are misread", () => {
  it.each<readonly [mistake: string, record: RecordedPoints, right: readonly PovertyClass[]]>([
    ["A and B added up, and many points taken for poverty", { residence: "rural", pointsA: 200, pointsB: 0 }, ["average-living-standard", "not-poor"]],
    ["the same sum is poor where A is low", { residence: "rural", pointsA: 60, pointsB: 30 }, ["poor"]],
    ["the urban line is 175, not the rural 140", { residence: "urban", pointsA: 160, pointsB: 40 }, ["poor"]],
    ["and the rural one 140, not 175", { residence: "rural", pointsA: 160, pointsB: 40 }, ["average-living-standard", "not-poor"]],
    ["missing points A taken for 0, the poorest of all", { residence: "rural", pointsA: null, deprivationCount: 1 }, ["near-poor", "average-living-standard", "not-poor"]],
    ["missing points B taken for none", { residence: "rural", pointsA: 140 }, ["poor", "near-poor"]],
  ])("%s", (_mistake, record, right) => {
    expect(byPoints(record).possible).toEqual(right);
  });

  it("the unit stands in the name: 10 points are one indicator, 10 indicators are ten", () => {
    expect(byPoints({ residence: "rural", pointsA: 140, pointsB: 10 }).count).toEqual([1, 1]);
    expect(byPoints({ residence: "rural", pointsA: 140, deprivationCount: 10 }).count).toEqual([10, 10]);
    expect(refusal(() => byPoints({ residence: "rural", pointsA: 140, b2: 10 } as RecordedPoints))).toMatchObject({ code: "chuan-ngheo/invalid-input", path: "b2" });
  });

  it("61 points B are no whole number of indicators: an error, neither 6 nor 60", () => {
    expect(refusal(() => byPoints({ residence: "urban", pointsA: 100, pointsB: 61 }))).toMatchObject({ code: "chuan-ngheo/invalid-input", path: "pointsB" });
    expect(byPoints({ residence: "urban", pointsA: 100, pointsB: 60 }).class).toBe("poor");
  });

  it.each(["vn/decision-170-2005", "vn/decision-09-2011", "vn/decision-59-2015", "vn/decree-351-2025"])("the points of Decree 07/2021 are not used under %s", (id) => {
    expect(refusal(() => classifyPoints({ residence: "rural", pointsA: 140, deprivationCount: 3 }, { standard: standardById(id) })).code).toBe("chuan-ngheo/law-not-held");
  });
});

describe("residence is guessed", () => {
  it.each(["Thành thị", "thanh thi", "Urban", "phường", "Đặc khu Phú Quốc", "xã", "unknown", ""])("%j is an error, never rural", (residence) => {
    for (const call of [
      (): unknown => byPoints({ residence: residence as Residence, pointsA: 160, deprivationCount: 4 }),
      (): unknown => byCount(residence as Residence, 1_000_000, 4),
      (): unknown => classify({ residence: residence as Residence, persons: 1 }, { standard, on: "2023-12-14" }),
    ])
      expect(refusal(call)).toMatchObject({ code: "chuan-ngheo/invalid-input", path: "residence" });
  });
});

describe("the rule of Decree 07/2021 is misread", () => {
  it.each<readonly [mistake: string, residence: Residence, income: number, count: number, right: PovertyClass]>([
    ["'<' in place of '≤', urban", "urban", 2_000_000, 3, "poor"],
    ["'<' in place of '≤', rural", "rural", 1_500_000, 3, "poor"],
    ["near-poor only with one or two deprivations", "rural", 1_000_000, 0, "near-poor"],
    ["average only without deprivations", "rural", 2_000_000, 5, "average-living-standard"],
    ["average only with deprivations", "rural", 2_000_000, 0, "average-living-standard"],
    ["'or' in place of 'and': deprived but well off", "rural", 5_000_000, 4, "not-poor"],
    ["'or' in place of 'and': poor in income alone", "rural", 1_000_000, 0, "near-poor"],
    ["near-poor as a band of higher income, as in 2016–2021", "rural", 1_500_001, 0, "average-living-standard"],
    ["all indicators deprived, and a share of 1 that sums to 0.9999999999999999", "rural", 1_000_000, 12, "poor"],
    ["all indicators deprived, on the urban line", "urban", 2_000_000, 12, "poor"],
  ])("%s", (_mistake, residence, income, count, right) => {
    expect(byCount(residence, income, count).class).toBe(right);
  });

  it("three dimensions in place of three indicators", () => {
    const deprivations = { ...Object.fromEntries(standard.indicators.map(({ id }) => [id, false])), nutrition: true, healthInsurance: true, water: true };
    const found = classifyDeprivations({ residence: "rural", monthlyIncomePerPersonVnd: 1_000_000, deprivations }, { standard });
    // Health twice and water once: two dimensions, three indicators.
    expect(new Set(standard.indicators.filter(({ id }) => found.deprived!.includes(id)).map(({ dimension }) => dimension)).size).toBe(2);
    expect(found.class).toBe("poor");
  });

  it("weights: twelve flags are counted, not weighed and summed", () => {
    for (const id of ["vn/decree-07-2021", "vn/decision-59-2015", "vn/decree-351-2025"]) {
      const held = standardById(id);
      const deprivations = Object.fromEntries(held.indicators.map((indicator) => [indicator.id, true]));
      const record: RecordedDeprivations = { residence: "rural", monthlyIncomePerPersonVnd: 1, deprivations };
      expect([classifyDeprivations(record, { standard: held }).class, classifyDeprivations(record, { standard: held }).count[0]]).toEqual(["poor", held.indicators.length]);
    }
  });
});

describe("a missing income", () => {
  it("is neither an exception nor 'not poor'", () => {
    const found = byCount("rural", null, 5);
    expect([found.status, found.class, found.possible]).toEqual(["undetermined", null, ["poor", "average-living-standard", "not-poor"]]);
    expect(found.missing).toEqual([{ indicator: "income", facts: ["annualIncomeVnd", "monthlyIncomePerPersonVnd"] }]);
  });

  it("and fewer than three deprivations is undetermined too, without 'poor'", () => {
    expect(byCount("rural", null, 1).possible).toEqual(["near-poor", "average-living-standard", "not-poor"]);
  });
});

describe("the law of another time", () => {
  it.each<readonly [day: string, id: string, ruralLine: number]>([
    ["2006-01-01", "vn/decision-170-2005", 200_000],
    ["2010-12-31", "vn/decision-170-2005", 200_000],
    ["2011-01-01", "vn/decision-09-2011", 400_000],
    ["2015-12-31", "vn/decision-09-2011", 400_000],
    ["2016-01-01", "vn/decision-59-2015", 700_000],
    ["2020-12-31", "vn/decision-59-2015", 700_000],
    ["2021-01-01", "vn/decision-59-2015", 700_000],
    ["2021-12-31", "vn/decision-59-2015", 700_000],
    ["2022-01-01", "vn/decree-07-2021", 1_500_000],
    ["2025-12-31", "vn/decree-07-2021", 1_500_000],
    ["2026-01-01", "vn/decree-07-2021", 1_500_000],
    ["2026-06-01", "vn/decree-07-2021", 1_500_000],
    ["2026-12-31", "vn/decree-07-2021", 1_500_000],
    ["2027-01-01", "vn/decree-351-2025", 2_200_000],
    ["2030-12-31", "vn/decree-351-2025", 2_200_000],
  ])("%s: %s, and its rural line of %d", (day, id, ruralLine) => {
    const inForce = standardInForce(day);
    expect(inForce.id).toBe(id);
    const deprivationCount = inForce.indicators.length === 0 ? 0 : 3;
    const of = (income: number): PovertyClass | null => classifyDeprivations({ residence: "rural", monthlyIncomePerPersonVnd: income, deprivationCount }, { standard: inForce }).class;
    expect(of(ruralLine)).toBe("poor");
    if (id === "vn/decision-59-2015") expect(of(ruralLine + 1)).toBe("poor"); // over the low line three indicators make poor
    else expect(of(ruralLine + 1)).not.toBe("poor");
  });

  it.each(["2005-12-31", "2031-01-01"])("%s: nothing is held, and nothing is assumed", (day) => {
    expect(refusal(() => standardInForce(day))).toMatchObject({ code: "chuan-ngheo/law-not-held", path: "day" });
  });
});

describe("a stored label against the facts", () => {
  it.each<readonly [mistake: string, found: Classification, label: PovertyClass, kept: number]>([
    ["a count of 1 raised to 3 to fit the label 'poor'", byCount("rural", 1_000_000, 1), "poor", 1],
    ["near-poor recorded beside six deprivations", byCount("urban", 1_500_000, 6), "near-poor", 6],
    ["not poor recorded beside an income under the line", byCount("urban", 1_800_000, 0), "not-poor", 0],
  ])("%s: the number is kept and the conflict told", (_mistake, found, label, kept) => {
    expect(found.count).toEqual([kept, kept]);
    expect(agreesWith(found, label, standard)).toBe(false);
  });

  it("a count of 11 is not cut to 8", () => {
    const found = byCount("rural", 1_000_000, 11);
    expect(found.count).toEqual([11, 11]);
    expect(agreesWith(found, "poor", standard)).toBe(true);
  });

  it("a label that is no class is an error, wherever it stands", () => {
    const record: Household = { residence: "urban", persons: 1, monthlyIncomePerPersonVnd: 1_800_000, recordedClass: "at_risk" as PovertyClass };
    expect(refusal(() => classify(record, { standard, on: "2023-12-14" })).path).toBe("recordedClass");
    expect(refusal(() => agreesWith(byCount("urban", 1_800_000, 0), "at_risk" as PovertyClass, standard)).path).toBe("recordedClass");
  });
});
