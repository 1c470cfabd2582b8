import { describe, expect, it } from "vitest";
import { agreesWith, classify, classifyDeprivations, classifyPoints, povertyClasses, standardById, type Classification, type PovertyClass } from "../../src/index.js";
import { atEase, reviewDay } from "./households.js";
import { refusal } from "./refusal.js";

const of = (id: string, income: number | null, deprivationCount: number | readonly [number, number]): readonly [Classification, string] =>
  [classifyDeprivations({ residence: "urban", monthlyIncomePerPersonVnd: income, deprivationCount }, { standard: standardById(id) }), id];

describe("a recorded class agrees with the rule", () => {
  it.each<readonly [why: string, found: readonly [Classification, string], recorded: PovertyClass, agrees: boolean | null]>([
    ["the same class", of("vn/decree-07-2021", 2_000_000, 3), "poor", true],
    ["another one: the number is kept as it is, and the conflict told", of("vn/decree-07-2021", 2_000_000, 1), "poor", false],
    ["a label that contradicts the income", of("vn/decree-07-2021", 1_800_000, 1), "not-poor", false],
    ["one of two possible ones can neither be affirmed nor denied", of("vn/decree-07-2021", 2_000_000, [2, 3]), "poor", null],
    ["the other likewise", of("vn/decree-07-2021", 2_000_000, [2, 3]), "near-poor", null],
    ["an impossible one is denied, though the class is open", of("vn/decree-07-2021", 2_000_000, [2, 3]), "not-poor", false],
    ["without income, three deprivations exclude near-poor", of("vn/decree-07-2021", null, 3), "near-poor", false],
    ["170/2005 has no near-poor class: above the line it cannot be judged", of("vn/decision-170-2005", 260_001, 0), "near-poor", null],
    ["nor the average", of("vn/decision-170-2005", 260_001, 0), "average-living-standard", null],
    ["but a poor household is not near-poor", of("vn/decision-170-2005", 260_000, 0), "near-poor", false],
    ["not poor is what it says there", of("vn/decision-170-2005", 260_001, 0), "not-poor", true],
    ["09/2011: average lies within not poor", of("vn/decision-09-2011", 650_001, 0), "average-living-standard", null],
    ["09/2011: not within near-poor", of("vn/decision-09-2011", 650_000, 0), "average-living-standard", false],
    ["351/2025: average lies within not poor", of("vn/decree-351-2025", 2_800_001, 0), "average-living-standard", null],
    ["351/2025: not within poor", of("vn/decree-351-2025", 2_800_000, 3), "average-living-standard", false],
    ["351/2025 without income: open", of("vn/decree-351-2025", null, 3), "average-living-standard", null],
  ])("%s", (_why, [found, id], recorded, agrees) => {
    expect(agreesWith(found, recorded, standardById(id))).toBe(agrees);
    // Only the class and what is possible are looked at, so that a parsed line will do.
    expect(agreesWith({ class: found.class, possible: found.possible }, recorded, standardById(id))).toBe(agrees);
  });

  it("on facts and on points too", () => {
    const standard = standardById("vn/decree-07-2021");
    expect(agreesWith(classify({ ...atEase, monthlyIncomePerPersonVnd: 1 }, { standard, on: reviewDay }), "near-poor", standard)).toBe(true);
    expect(agreesWith(classifyPoints({ residence: "urban", pointsA: 176, pointsB: 30 }, { standard }), "poor", standard)).toBe(false);
    expect(agreesWith(classifyPoints({ residence: "urban", pointsA: 176, pointsB: 30 }, { standard }), "not-poor", standard)).toBeNull();
  });

  it("a determined class agrees with itself alone", () => {
    const [found, id] = of("vn/decree-07-2021", 2_500_000, 0);
    expect(povertyClasses.map((each) => agreesWith(found, each, standardById(id)))).toEqual([false, false, true, false]);
  });

  it.each(["Hộ nghèo", "near_poor", "at_risk", "", null, undefined, 1])("%j is no class", (recorded) => {
    const [found, id] = of("vn/decree-07-2021", 1_800_000, 1);
    const refused = refusal(() => agreesWith(found, recorded as PovertyClass, standardById(id)));
    expect(refused).toMatchObject({ code: "chuan-ngheo/invalid-input", path: "recordedClass" });
    if (typeof recorded === "string" && recorded !== "") expect(refused.message).not.toContain(recorded);
  });

  it("a class carried in the record decides nothing, and is checked", () => {
    const standard = standardById("vn/decree-07-2021");
    const record = { residence: "urban", monthlyIncomePerPersonVnd: 1_800_000, deprivationCount: 1 } as const;
    expect(classifyDeprivations({ ...record, recordedClass: "poor" }, { standard }).class).toBe("near-poor");
    expect(refusal(() => classifyDeprivations({ ...record, recordedClass: "at_risk" as PovertyClass }, { standard })).path).toBe("recordedClass");
  });
});
