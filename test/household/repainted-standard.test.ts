import { describe, expect, it } from "vitest";
import { repaintedStandard, type Cell } from "../../src/household/repainted-standard.js";
import { classifyDeprivations, classifyPoints, standardById, standards } from "../../src/index.js";
import { bacNinh, hoChiMinhCity } from "../fixtures/local-standards.js";

const decree07 = standardById("vn/decree-07-2021");

describe("repaintedStandard", () => {
  it.each([...standards, bacNinh, hoChiMinhCity].map((standard) => ({ id: standard.id, standard })))("asks for each point of $id once, and is null where nothing changes", ({ standard }) => {
    const seen: Cell[] = [];
    const found = repaintedStandard(standard, (cell) => {
      seen.push(cell);
      return cell.class;
    });
    expect(found).toBeNull();
    expect(new Set(seen.map(({ residence, band, count }) => `${residence} ${band} ${count}`)).size).toBe(seen.length);
    expect(seen.filter(({ residence, band }) => residence === "urban" && band === 0)).toHaveLength(standard.indicators.length + 1);
  });

  it("changes the painted points and no others, and leaves the given standard as it was", () => {
    const before = JSON.stringify(decree07);
    const painted = repaintedStandard(decree07, (cell) => (cell.residence === "urban" && cell.band === 1 && (cell.count === 0 || cell.count === 12) ? "near-poor" : cell.class))!;
    const classOf = (residence: "rural" | "urban", income: number, deprivationCount: number): string | null =>
      classifyDeprivations({ residence, monthlyIncomePerPersonVnd: income, deprivationCount }, { standard: painted }).class;
    expect([[2_000_000, 0], [2_000_001, 0], [2_000_001, 1], [2_000_001, 11], [2_000_001, 12], [3_000_000, 12], [3_000_001, 12]].map(([income = 0, count = 0]) => classOf("urban", income, count)))
      .toEqual(["near-poor", "near-poor", "average-living-standard", "average-living-standard", "near-poor", "near-poor", "not-poor"]);
    expect(classOf("rural", 2_000_000, 0)).toBe("average-living-standard");
    expect(JSON.stringify(decree07)).toBe(before);
  });

  it("keeps a line at which no class changes any more, so that points still stand for it", () => {
    const painted = repaintedStandard(decree07, () => "poor")!;
    expect(classifyPoints({ residence: "rural", pointsA: 400, pointsB: 0 }, { standard: painted }).class).toBe("poor");
    expect(painted.classes.map((rule) => [rule.class, rule.tiles.length])).toEqual([["poor", 6], ["near-poor", 0], ["average-living-standard", 0], ["not-poor", 0]]);
  });
});
