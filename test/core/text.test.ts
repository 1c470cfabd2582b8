import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bilingual, groupedNumber, writtenDay } from "../../src/core/text.js";

describe("bilingual", () => {
  it("takes Vietnamese first", () => {
    expect(bilingual("hộ nghèo", "poor household")).toEqual({ vi: "hộ nghèo", en: "poor household" });
  });
});

describe("groupedNumber", () => {
  const rows: readonly (readonly [why: string, value: number | string | bigint, vi: string, en: string])[] = [
    ["three digits stay together", 999, "999", "999"],
    ["four are grouped", 1000, "1.000", "1,000"],
    ["six have one mark, none in front", 100_000, "100.000", "100,000"],
    ["a line of the law", 1_500_000, "1.500.000", "1,500,000"],
    ["a sign is no digit", -100_000, "-100.000", "-100,000"],
    ["four digits with a sign", "-1000", "-1.000", "-1,000"],
    ["a fraction is not grouped", "1500000.00001", "1.500.000,00001", "1,500,000.00001"],
    ["a small fraction", 30.5, "30,5", "30.5"],
    ["a number that no double holds", 123456789012345678901n, "123.456.789.012.345.678.901", "123,456,789,012,345,678,901"],
    ["nothing", 0, "0", "0"],
  ];
  it.each(rows)("%s", (_why, value, vi, en) => {
    expect(groupedNumber(value, "vi")).toBe(vi);
    expect(groupedNumber(value, "en")).toBe(en);
  });

  it("loses no digit, and every mark stands before three digits", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (value) => {
        const text = groupedNumber(value, "vi");
        expect(text.replaceAll(".", "")).toBe(String(value));
        expect(text).toMatch(/^-?\d{1,3}(\.\d{3})*$/);
        expect(groupedNumber(value, "en")).toBe(text.replaceAll(".", ","));
      }),
    );
  });
});

describe("writtenDay", () => {
  it.each([
    ["a day", "2023-12-14", "14/12/2023", "2023-12-14"],
    ["a month", "2023-12", "12/2023", "2023-12"],
    ["a year", "2023", "2023", "2023"],
  ])("%s", (_why, day, vi, en) => {
    expect(writtenDay(day, "vi")).toBe(vi);
    expect(writtenDay(day, "en")).toBe(en);
  });
});
