import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentText, printedPercent } from "../../src/core/ratio.js";
import { refusal } from "../support/refusal.js";

describe("percentText", () => {
  const rows: readonly (readonly [why: string, numerator: number, denominator: number, decimals: number | undefined, text: string])[] = [
    ["Hà Tĩnh city, end of 2023: poor households", 377, 30_900, undefined, "1.22"],
    ["two decimals unless told", 1, 3, undefined, "33.33"],
    ["just under a half of the last digit", 12_499, 10_000_000, 2, "0.12"],
    ["an exact half goes up", 1, 800, 2, "0.13"],
    ["an exact half goes up also after an odd digit", 3, 800, 2, "0.38"],
    ["just over a half", 12_501, 10_000_000, 2, "0.13"],
    ["a half of the last hundredth", 1, 20_000, 2, "0.01"],
    ["under it nothing is left", 1, 20_001, 2, "0.00"],
    ["1.005 % is a half, which a double would round down", 201, 20_000, 2, "1.01"],
    ["all", 5, 5, 2, "100.00"],
    ["a half that carries through the nines", 99_995, 100_000, 2, "100.00"],
    ["a carry with a half in the last place", 199_999, 200_000, 2, "100.00"],
    ["none", 0, 7, 2, "0.00"],
    ["no decimals, an exact half", 1, 200, 0, "1"],
    ["no decimals, below one half", 1, 201, 0, "0"],
    ["no decimals, one digit", 7, 100, 0, "7"],
    ["one decimal", 1, 8, 1, "12.5"],
    ["many decimals", 1, 7, 10, "14.2857142857"],
    ["more than the whole is printed as it is", 3, 2, 2, "150.00"],
    ["counts near 2^53", 9_007_199_254_740_991, 9_007_199_254_740_990, 20, "100.00000000000001110223"],
  ];
  it.each(rows)("%s", (_why, numerator, denominator, decimals, text) => {
    expect(decimals === undefined ? percentText({ numerator, denominator }) : percentText({ numerator, denominator }, decimals)).toBe(text);
  });

  const refused: readonly (readonly [why: string, numerator: number, denominator: number, decimals: number, path: string])[] = [
    ["nothing is no whole", 0, 0, 2, "denominator"],
    ["a negative whole", 1, -1, 2, "denominator"],
    ["a fraction of a household", 1.5, 3, 2, "numerator"],
    ["a negative count", -1, 3, 2, "numerator"],
    ["no number", Number.NaN, 3, 2, "numerator"],
    ["a count whose digits are lost", 2 ** 53, 2 ** 53, 2, "denominator"],
    ["decimals are counted", 1, 2, 1.5, "decimals"],
    ["fewer than none", 1, 2, -1, "decimals"],
    ["more than a hundred", 1, 2, 101, "decimals"],
  ];
  it.each(refused)("refuses: %s", (_why, numerator, denominator, decimals, path) => {
    expect(refusal(() => percentText({ numerator, denominator }, decimals))).toMatchObject({
      code: "chuan-ngheo/invalid-input", path, message: expect.stringContaining(`${path}: expected a whole number from ${path === "denominator" ? 1 : 0} to `) as string,
    });
  });

  it("takes a hundred decimals", () => {
    expect(percentText({ numerator: 1, denominator: 3 }, 100)).toBe(`33.${"3".repeat(100)}`);
  });

  it("is the long division, digit by digit, rounded half up at the end", () => {
    const longDivision = (numerator: number, denominator: number, decimals: number): string => {
      const by = BigInt(denominator);
      let rest = 100n * BigInt(numerator);
      let units = rest / by;
      rest %= by;
      for (let digit = 0; digit < decimals; digit++) {
        rest *= 10n;
        units = units * 10n + rest / by;
        rest %= by;
      }
      if (2n * rest >= by) units += 1n;
      const digits = units.toString().padStart(decimals + 1, "0");
      return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
    };
    const counts = fc.oneof(fc.nat({ max: 2000 }), fc.maxSafeNat());
    fc.assert(
      fc.property(counts, counts, fc.nat({ max: 6 }), (numerator, other, decimals) => {
        const denominator = Math.max(1, other);
        expect(percentText({ numerator, denominator }, decimals)).toBe(longDivision(numerator, denominator, decimals));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("printedPercent", () => {
  it.each([
    ["a comma in Vietnamese", "vi", undefined, "1,22%"],
    ["a point in English", "en", undefined, "1.22%"],
    ["without decimals there is none", "vi", 0, "1%"],
    ["more decimals", "vi", 4, "1,2201%"],
  ] as const)("%s", (_why, locale, decimals, text) => {
    expect(printedPercent({ numerator: 377, denominator: 30_900 }, decimals === undefined ? { locale } : { locale, decimals })).toBe(text);
  });
});
