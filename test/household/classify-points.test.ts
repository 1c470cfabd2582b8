import { describe, expect, it } from "vitest";
import { classifyPoints, standardById, standards, type PovertyClass, type RecordedPoints, type Residence } from "../../src/index.js";
import { refusal } from "./refusal.js";

const standard = standardById("vn/decree-07-2021");
const aboveLine: readonly PovertyClass[] = ["average-living-standard", "not-poor"];

describe("points of the yearly review", () => {
  it.each<readonly [residence: Residence, pointsA: number | null, pointsB: number | null, possible: readonly PovertyClass[], why: string]>([
    ["rural", 139, 30, ["poor"], "a point under the rural line"],
    ["rural", 140, 30, ["poor"], "the rural line itself"],
    ["rural", 141, 30, aboveLine, "a point over it: neither poor nor near-poor, and points tell no more"],
    ["rural", 139, 20, ["near-poor"], "two indicators, under the line"],
    ["rural", 140, 20, ["near-poor"], "two indicators, on the line"],
    ["rural", 141, 20, aboveLine, "two indicators, over the line"],
    ["urban", 174, 30, ["poor"], "a point under the urban line"],
    ["urban", 175, 30, ["poor"], "the urban line itself"],
    ["urban", 176, 30, aboveLine, "a point over it"],
    ["urban", 175, 20, ["near-poor"], "two indicators on the urban line"],
    ["urban", 141, 30, ["poor"], "the rural line does not hold in a ward"],
    ["rural", 175, 30, aboveLine, "nor the urban one in a commune"],
    ["rural", 0, 0, ["near-poor"], "no points B are fewer than 30"],
    ["rural", 0, 10, ["near-poor"], "one indicator"],
    ["rural", 0, 40, ["poor"], "four indicators"],
    ["rural", 0, 120, ["poor"], "all twelve"],
    ["rural", 60, 30, ["poor"], "few points mean poor, they are not added up"],
    ["rural", 200, 0, aboveLine, "many points mean well off"],
    ["rural", null, 0, ["near-poor", "average-living-standard", "not-poor"], "missing points A are not 0"],
    ["rural", null, 30, ["poor", "average-living-standard", "not-poor"], "nor with three indicators"],
    ["rural", 140, null, ["poor", "near-poor"], "missing points B are not 0"],
    ["rural", 141, null, aboveLine, "above the line points B do not matter"],
    ["rural", null, null, ["poor", "near-poor", "average-living-standard", "not-poor"], "nothing is known"],
  ])("%s, A %j, B %j: %j (%s)", (residence, pointsA, pointsB, possible) => {
    const found = classifyPoints({ residence, pointsA, pointsB }, { standard });
    expect(found.possible).toEqual(possible);
    expect(found.class).toBe(possible.length === 1 ? possible[0] : null);
    expect(found.status).toBe(possible.length === 1 ? "determined" : "undetermined");
    expect(found.count).toEqual(pointsB === null ? [0, 12] : [pointsB / 10, pointsB / 10]);
    expect([found.deprived, found.unknown]).toEqual([null, null]);
  });

  it("may come as a number of deprivations instead", () => {
    const line = { residence: "rural", pointsA: 140 } as const;
    expect(classifyPoints({ ...line, deprivationCount: 3 }, { standard }).class).toBe("poor");
    expect(classifyPoints({ ...line, deprivationCount: 2 }, { standard }).class).toBe("near-poor");
    expect(classifyPoints({ ...line, deprivationCount: [2, 3] }, { standard }).possible).toEqual(["poor", "near-poor"]);
    expect(classifyPoints({ ...line, deprivationCount: [0, 2] }, { standard }).class).toBe("near-poor");
  });

  it.each(standards.filter(({ id }) => id !== "vn/decree-07-2021").map(({ id }) => id))("are not held under %s, whatever they are", (id) => {
    for (const record of [{ residence: "rural", pointsA: 140, pointsB: 30 }, {}] as RecordedPoints[])
      expect(refusal(() => classifyPoints(record, { standard: standardById(id) }))).toMatchObject({ code: "chuan-ngheo/law-not-held", path: "standard" });
  });
});

describe("what points leave open", () => {
  it.each<readonly [why: string, record: RecordedPoints, missing: readonly (readonly [string, readonly string[]])[]]>([
    ["a class that is determined misses nothing", { residence: "rural", pointsA: 140, pointsB: 30 }, []],
    ["points B are missing under the key that would hold them", { residence: "rural", pointsA: 140 }, [["deprivationCount", ["pointsB"]]]],
    ["a number that is open under its own", { residence: "rural", pointsA: 140, deprivationCount: [2, 3] }, [["deprivationCount", ["deprivationCount"]]]],
    ["points A stand for income", { residence: "rural", pointsB: 30 }, [["income", ["pointsA"]]]],
    ["both", { residence: "rural" }, [["income", ["pointsA"]], ["deprivationCount", ["pointsB"]]]],
    ["above the line no points help: income itself is needed", { residence: "rural", pointsA: 141, pointsB: 30 }, [["income", ["monthlyIncomePerPersonVnd"]]]],
    ["and points B do not matter there", { residence: "rural", pointsA: 141 }, [["income", ["monthlyIncomePerPersonVnd"]]]],
  ])("%s", (_why, record, missing) => {
    expect(classifyPoints(record, { standard }).missing).toEqual(missing.map(([indicator, facts]) => ({ indicator, facts })));
  });
});
