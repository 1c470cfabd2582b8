import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  classify, classifyDeprivations, classifyPoints, defineStandard, standardById, standards, type Household, type IncomeVnd, type PovertyClass, type Residence, type Standard,
} from "../../src/index.js";
import { bacNinh, hoChiMinhCity } from "../fixtures/local-standards.js";
import { refusal } from "../support/refusal.js";

const on = "2024-11-30";

describe("Ho Chi Minh City, 2021–2025: annual lines for the whole city", () => {
  const rows: readonly (readonly [why: string, persons: number, annualIncomeVnd: IncomeVnd, name: PovertyClass])[] = [
    ["1 person, one VND under the line of poverty", 1, 35_999_999, "poor"],
    ["1 person on it", 1, 36_000_000, "poor"],
    ["1 person, one VND over it", 1, 36_000_001, "near-poor"],
    ["1 person, one VND under the higher line", 1, 45_999_999, "near-poor"],
    ["1 person on it", 1, 46_000_000, "near-poor"],
    ["1 person, one VND over it", 1, 46_000_001, "not-poor"],
    ["3 persons, one VND under the line of poverty together", 3, 107_999_999, "poor"],
    ["3 persons on it", 3, 108_000_000, "poor"],
    ["3 persons, one VND over it together", 3, 108_000_001, "near-poor"],
    ["3 persons, one VND under the higher line together", 3, 137_999_999, "near-poor"],
    ["3 persons on it", 3, 138_000_000, "near-poor"],
    ["3 persons, one VND over it together", 3, 138_000_001, "not-poor"],
    ["7 persons, one VND under the higher line together", 7, 321_999_999, "near-poor"],
    ["7 persons on it", 7, 322_000_000, "near-poor"],
    ["7 persons, one VND over it together", 7, 322_000_001, "not-poor"],
    ["a fraction of a VND under it", 3, "137999999.9999999999", "near-poor"],
    ["a fraction of a VND over it", 3, "138000000.0000000001", "not-poor"],
    ["a loss", 3, -5_000_000, "poor"],
  ];
  it.each(rows)("%s", (_why, persons, annualIncomeVnd, name) => {
    for (const residence of ["rural", "urban"] as const) {
      expect(classify({ residence, persons, annualIncomeVnd }, { standard: hoChiMinhCity, on }).class).toBe(name);
      expect(classifyDeprivations({ residence, persons, annualIncomeVnd }, { standard: hoChiMinhCity }).class).toBe(name);
    }
  });

  // 46,000,000 / 12 is no whole number: years are compared, nothing is divided.
  const months: readonly (readonly [why: string, monthlyIncomePerPersonVnd: IncomeVnd, name: PovertyClass])[] = [
    ["under 46,000,000 a year, by the last of forty decimals", "3833333.3333333333333333333333333333333333333333", "near-poor"],
    ["over it by the last of forty decimals", "3833333.3333333333333333333333333333333333333334", "not-poor"],
    ["a whole VND under it", 3_833_333, "near-poor"],
    ["a whole VND over it", 3_833_334, "not-poor"],
    ["a double that times 12 is rounded onto the line lies over it", 3_833_333.3333333335, "not-poor"],
    ["and one that lies under it", 3_833_333.333333333, "near-poor"],
    ["on the line of poverty, which is 3,000,000 a month", 3_000_000, "poor"],
    ["just under it", 2_999_999, "poor"],
    ["just over it", "3000000.01", "near-poor"],
  ];
  it.each(months)("income per month: %s", (_why, monthlyIncomePerPersonVnd, name) => {
    expect(classify({ residence: "urban", persons: 4, monthlyIncomePerPersonVnd }, { standard: hoChiMinhCity, on }).class).toBe(name);
    expect(classifyDeprivations({ residence: "urban", monthlyIncomePerPersonVnd }, { standard: hoChiMinhCity }).class).toBe(name);
  });

  it("is decided by fractions of whole numbers, for any household", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.constantFrom(36_000_000, 46_000_000), fc.integer({ min: -40, max: 40 }), (persons, line, beside) => {
        const annualIncomeVnd = line * persons + beside;
        const expected = annualIncomeVnd <= 36_000_000 * persons ? "poor" : annualIncomeVnd <= 46_000_000 * persons ? "near-poor" : "not-poor";
        expect(classify({ residence: "urban", persons, annualIncomeVnd }, { standard: hoChiMinhCity, on }).class).toBe(expected);
      }),
    );
  });

  it("names its lines as they are stated, and a tile without a residence", () => {
    const result = classify({ residence: "urban", persons: 3, annualIncomeVnd: 138_000_001 }, { standard: hoChiMinhCity, on });
    expect(result.margin.income).toEqual({ vnd: 1, line: { amount: 46_000_000, per: "year" }, then: ["near-poor"] });
    expect(result.because).toEqual([
      { tile: { class: "not-poor", incomeOver: { amount: 46_000_000, per: "year" } }, document: "995/QĐ-UBND", provision: "", provenance: "reported" },
    ]);
    expect(result.notHeld).toEqual(["average-living-standard"]);
    expect(result.law.standard).toBe("example/ho-chi-minh-city-2021");
  });
});

describe("Bắc Ninh: higher lines, the rest as in the national standard", () => {
  const rows: readonly (readonly [why: string, residence: Residence, monthly: number, at2: PovertyClass, at3: PovertyClass])[] = [
    ["one VND under the rural line", "rural", 1_749_999, "near-poor", "poor"],
    ["on it", "rural", 1_750_000, "near-poor", "poor"],
    ["one VND over it", "rural", 1_750_001, "not-poor", "not-poor"],
    ["one VND under the urban line", "urban", 2_249_999, "near-poor", "poor"],
    ["on it", "urban", 2_250_000, "near-poor", "poor"],
    ["one VND over it", "urban", 2_250_001, "not-poor", "not-poor"],
    ["over the national rural line, which is not that of the province", "rural", 1_500_001, "near-poor", "poor"],
    ["over the national urban line", "urban", 2_000_001, "near-poor", "poor"],
  ];
  it.each(rows)("%s", (_why, residence, monthlyIncomePerPersonVnd, at2, at3) => {
    const at = (deprivationCount: number): PovertyClass | null => classifyDeprivations({ residence, monthlyIncomePerPersonVnd, deprivationCount }, { standard: bacNinh }).class;
    expect([at(0), at(2), at(3), at(12)]).toEqual([at2, at2, at3, at3]);
  });

  const homes: readonly (readonly [why: string, residence: Residence, annualIncomeVnd: number, name: PovertyClass])[] = [
    ["3 persons, one VND under the rural line together", "rural", 62_999_999, "poor"],
    ["3 persons on it", "rural", 63_000_000, "poor"],
    ["3 persons, one VND over it together", "rural", 63_000_001, "not-poor"],
    ["3 persons, one VND under the urban line together", "urban", 80_999_999, "poor"],
    ["3 persons on it", "urban", 81_000_000, "poor"],
    ["3 persons, one VND over it together", "urban", 81_000_001, "not-poor"],
  ];
  const adult = {
    bornOn: "1980", jobless: false, wageWorkWithoutContract: false, monthlySocialAllowance: "none", hasHealthInsurance: true, usesInternet: true,
  } as const;
  const facts = {
    floorAreaM2: 20, wallDurable: true, pillarDurable: true, roofDurable: true, waterSource: "surface-water", toiletType: "open-pit", hasRadio: true,
    members: [adult, adult, adult],
  } as const;
  it.each(homes)("from facts: %s", (_why, residence, annualIncomeVnd, name) => {
    // 20 m² for three, no clean water, no sanitary toilet: three indicators.
    const result = classify({ residence, annualIncomeVnd, ...facts }, { standard: bacNinh, on });
    expect(result.count).toEqual([3, 3]);
    expect(result.class).toBe(name);
  });

  it("counts as the national standard counts, and gives the class of its own lines", () => {
    const household: Household = { residence: "rural", monthlyIncomePerPersonVnd: 1_600_000, ...facts };
    const [local, national] = [bacNinh, standardById("vn/decree-07-2021")].map((standard) => classify(household, { standard, on }));
    expect(local!.deprived).toEqual(national!.deprived);
    expect([local!.class, national!.class]).toEqual(["poor", "average-living-standard"]);
    expect(local!.because[0]).toMatchObject({ document: "06/2024/NQ-HĐND", provenance: "reported" });
    expect(local!.because[1]).toMatchObject({ indicator: "housingArea", document: "07/2021/NĐ-CP" });
  });

  it("may have more indicators than the national standard", () => {
    const { indicators } = bacNinh;
    const wider = defineStandard({ ...bacNinh, id: "example/wider", indicators: [...indicators, { ...indicators[0]!, id: "wasteTreatment", deprivedWhen: null }] });
    const household = { residence: "rural", monthlyIncomePerPersonVnd: 1_750_000 } as const;
    expect(classifyDeprivations({ ...household, deprivationCount: 13 }, { standard: wider }).class).toBe("poor");
    expect(refusal(() => classifyDeprivations({ ...household, deprivationCount: 13 }, { standard: bacNinh }))).toMatchObject({ code: "chuan-ngheo/invalid-input" });
  });
});

describe("both", () => {
  it.each<readonly [string, Standard]>([["Bắc Ninh", bacNinh], ["Ho Chi Minh City", hoChiMinhCity]])("%s is no national standard and has no points", (_name, standard) => {
    expect(standards).not.toContain(standard);
    expect(refusal(() => standardById(standard.id))).toMatchObject({ code: "chuan-ngheo/law-not-held" });
    expect(refusal(() => classifyPoints({ residence: "rural", pointsA: 100, pointsB: 0 }, { standard }))).toMatchObject({ code: "chuan-ngheo/law-not-held" });
    expect(standard.inForce).toEqual([]);
  });
});
