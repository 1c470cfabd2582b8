import { describe, expect, it } from "vitest";
import { classifyDeprivations, standardById, standards, type DeprivationCount, type PovertyClass, type RecordedDeprivations } from "../../src/index.js";
import { classBoundaries } from "./class-boundaries.js";

const decree07 = standardById("vn/decree-07-2021");
const low = { residence: "rural", monthlyIncomePerPersonVnd: 1_000_000 } as const;

const result = (record: Omit<RecordedDeprivations, "residence"> & { readonly residence?: "rural" | "urban" }, id = "vn/decree-07-2021"): ReturnType<typeof classifyDeprivations> =>
  classifyDeprivations({ residence: "rural", ...record }, { standard: standardById(id) });

describe("every line of every standard, from flags and from their number", () => {
  it.each(classBoundaries)("%s, %s, %d: %s or %s (%s)", (id, residence, income, withTwo, withThree) => {
    const { indicators } = standardById(id);
    for (const [count, expected] of [[2, withTwo], [3, withThree]] as const) {
      // The last indicators, so that a cut or shifted list of flags shows.
      const deprivations = Object.fromEntries(indicators.map((indicator, index) => [indicator.id, index >= indicators.length - count]));
      const deprivationCount = indicators.length === 0 ? 0 : count;
      expect(result({ residence, monthlyIncomePerPersonVnd: income, deprivations }, id).class).toBe(expected);
      expect(result({ residence, monthlyIncomePerPersonVnd: income, deprivationCount }, id).class).toBe(expected);
      expect(result({ residence, persons: 7, annualIncomeVnd: String(income * 84), deprivationCount }, id).class).toBe(expected);
    }
  });
});

describe("recorded flags", () => {
  const none = Object.fromEntries(decree07.indicators.map(({ id }) => [id, false]));

  it.each<readonly [why: string, flags: RecordedDeprivations["deprivations"], count: readonly [number, number], possible: readonly PovertyClass[]]>([
    ["all recorded, none deprived", none, [0, 0], ["near-poor"]],
    ["three deprived of one dimension or of three, it does not matter", { ...none, nutrition: true, healthInsurance: true, water: true }, [3, 3], ["poor"]],
    ["two deprived and one missing", { ...none, nutrition: true, healthInsurance: true, water: null }, [2, 3], ["poor", "near-poor"]],
    ["an absent flag is unknown, not false", { nutrition: true, healthInsurance: true, water: true }, [3, 12], ["poor"]],
    ["two deprived and all others absent", { nutrition: true, healthInsurance: true }, [2, 12], ["poor", "near-poor"]],
    ["no flag at all", {}, [0, 12], ["poor", "near-poor"]],
    ["null in place of the flags", null, [0, 12], ["poor", "near-poor"]],
    ["one missing beside none", { ...none, water: undefined }, [0, 1], ["near-poor"]],
    ["all deprived", Object.fromEntries(decree07.indicators.map(({ id }) => [id, true])), [12, 12], ["poor"]],
  ])("%s", (_why, deprivations, count, possible) => {
    const found = result({ ...low, deprivations });
    expect(found.count).toEqual(count);
    expect(found.possible).toEqual(possible);
    const entries = Object.entries(deprivations ?? {});
    expect(found.deprived).toEqual(decree07.indicators.map(({ id }) => id).filter((id) => entries.some(([key, value]) => key === id && value === true)));
    expect(found.unknown).toEqual(decree07.indicators.map(({ id }) => id).filter((id) => !entries.some(([key, value]) => key === id && typeof value === "boolean")));
  });

  it("are of the standard that is named: 351/2025 counts waste treatment", () => {
    const deprivations = { wasteTreatment: true, telecom: true, toilet: true };
    const found = result({ ...low, deprivations }, "vn/decree-351-2025");
    expect([found.class, found.deprived]).toEqual(["poor", ["telecom", "toilet", "wasteTreatment"]]);
  });
});

describe("a number of deprivations", () => {
  it.each<readonly [why: string, count: DeprivationCount | null, standard: string, possible: readonly PovertyClass[]]>([
    ["none is near-poor too", 0, "vn/decree-07-2021", ["near-poor"]],
    ["two", 2, "vn/decree-07-2021", ["near-poor"]],
    ["three", 3, "vn/decree-07-2021", ["poor"]],
    ["twelve, the most there are", 12, "vn/decree-07-2021", ["poor"]],
    ["eleven is kept, not clamped", 11, "vn/decree-07-2021", ["poor"]],
    ["0 to 2 is below three", [0, 2], "vn/decree-07-2021", ["near-poor"]],
    ["2 to 3 may be both", [2, 3], "vn/decree-07-2021", ["poor", "near-poor"]],
    ["3 to 12 is three or more", [3, 12], "vn/decree-07-2021", ["poor"]],
    ["3 to 3 is three", [3, 3], "vn/decree-07-2021", ["poor"]],
    ["not recorded", null, "vn/decree-07-2021", ["poor", "near-poor"]],
    ["ten, the most of 59/2015", 10, "vn/decision-59-2015", ["poor"]],
    ["two under 59/2015", 2, "vn/decision-59-2015", ["near-poor"]],
    ["none of none", 0, "vn/decision-170-2005", ["not-poor"]],
    ["not recorded where there are none", null, "vn/decision-170-2005", ["not-poor"]],
  ])("%s", (_why, deprivationCount, standard, possible) => {
    const found = result({ ...low, deprivationCount }, standard);
    expect(found.possible).toEqual(possible);
    const most = standardById(standard).indicators.length;
    expect(found.count).toEqual(deprivationCount === null ? [0, most] : typeof deprivationCount === "number" ? [deprivationCount, deprivationCount] : deprivationCount);
    // Which ones they are is not known from a number; without one, each is unknown.
    expect(found.deprived).toEqual(deprivationCount === null ? [] : null);
    expect(found.unknown).toEqual(deprivationCount === null ? standardById(standard).indicators.map(({ id }) => id) : null);
  });

  it("decides nothing without an income, except what no income changes", () => {
    expect(result({ deprivationCount: 3 }).possible).toEqual(["poor", "average-living-standard", "not-poor"]);
    expect(result({ deprivationCount: 0 }, "vn/decision-59-2015").possible).toEqual(["poor", "near-poor", "average-living-standard", "not-poor"]);
    expect(result({ deprivationCount: 3 }, "vn/decision-59-2015").possible).toEqual(["poor", "average-living-standard", "not-poor"]);
  });
});

describe("an annual income", () => {
  it("is shared by the persons", () => {
    const three = { residence: "rural", persons: 3, deprivationCount: 3 } as const;
    expect(result({ ...three, annualIncomeVnd: 54_000_000 }).class).toBe("poor");
    expect(result({ ...three, annualIncomeVnd: 54_000_001 }).class).toBe("average-living-standard");
    expect(result({ ...three, persons: 4, annualIncomeVnd: 54_000_001 }).class).toBe("poor");
  });

  it("a monthly one per person is not", () => {
    for (const standard of standards) {
      const alone = classifyDeprivations({ residence: "urban", monthlyIncomePerPersonVnd: 650_000, deprivationCount: 0 }, { standard });
      const together = classifyDeprivations({ residence: "urban", persons: 9, monthlyIncomePerPersonVnd: 650_000, deprivationCount: 0 }, { standard });
      expect(together.class).toBe(alone.class);
    }
  });
});
