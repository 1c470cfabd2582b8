import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amountText, compareExactly, exactAmount, wholeDistance, type ExactAmount } from "../../src/core/exact-amount.js";

const LAST_SAFE = 9_007_199_254_740_991;
/** A line of 1,500,000 a month, per year. */
const YEAR = 18_000_000;

const amount = (value: number | string): ExactAmount => exactAmount(value)!;

describe("exactAmount", () => {
  const read: readonly (readonly [why: string, value: number | string, text: string])[] = [
    ["a whole number", 1_500_000, "1500000"],
    ["a loss", -2_000_000, "-2000000"],
    ["nothing earned", 0, "0"],
    ["a number is read by its shortest text", 0.1, "0.1"],
    ["not by the binary fraction behind it", 0.1 + 0.2, "0.30000000000000004"],
    ["a tiny number", 5e-324, `0.${"0".repeat(323)}5`],
    ["the last safe number", LAST_SAFE, String(LAST_SAFE)],
    ["the last safe loss", -LAST_SAFE, String(-LAST_SAFE)],
    ["a text", "1500000", "1500000"],
    ["a text with decimals", "1500000.0000000001", "1500000.0000000001"],
    ["decimals that are zero are not kept", "1500000.00", "1500000"],
    ["a decimal below one", "0.05", "0.05"],
    ["a loss below one", "-0.05", "-0.05"],
    ["zeros around a decimal", "0001.50", "1.5"],
    ["a zero within the decimals", "10.010", "10.01"],
    ["a tenth of a millionth, which a number writes with an exponent", 1e-7, "0.0000001"],
    ["more digits with an exponent", 1.25e-7, "0.000000125"],
    ["leading zeros", "0001500000", "1500000"],
    ["the first number that a double loses", "9007199254740993", "9007199254740993"],
    ["forty digits and forty decimals", `${"9".repeat(40)}.${"9".repeat(40)}`, `${"9".repeat(40)}.${"9".repeat(40)}`],
    ["sixty digits in all", `${"1".repeat(30)}.${"7".repeat(30)}`, `${"1".repeat(30)}.${"7".repeat(30)}`],
    ["a loss as text", "-0.5", "-0.5"],
    ["minus nothing is nothing", "-0", "0"],
    ["minus nothing with decimals", "-0.00", "0"],
    ["minus nothing as a number", -0, "0"],
  ];
  it.each(read)("reads: %s", (_why, value, text) => {
    const found = exactAmount(value);
    expect(found).not.toBeNull();
    expect(amountText(found!)).toBe(text);
  });

  it("keeps a safe whole number a number, so that the fast path is taken", () => {
    expect([exactAmount("1500000"), exactAmount(1_500_000), exactAmount(String(LAST_SAFE))]).toEqual([1_500_000, 1_500_000, LAST_SAFE]);
    expect(typeof exactAmount("9007199254740992")).toBe("object");
  });

  const refused: readonly (readonly [why: string, value: unknown])[] = [
    ["a number whose last digits are lost", 2 ** 53],
    ["the same below zero", -(2 ** 53)],
    ["a number far beyond", 1e300],
    ["NaN", Number.NaN],
    ["infinity", Infinity],
    ["minus infinity", -Infinity],
    ["grouped with points", "1.500.000"],
    ["grouped with commas", "1,500,000"],
    ["a decimal comma", "1500000,5"],
    ["an exponent", "1.5e6"],
    ["a plus", "+5"],
    ["two signs", "--5"],
    ["no digit before the point", ".5"],
    ["no digit behind it", "5."],
    ["blanks", " 5"],
    ["a blank behind it", "5 "],
    ["a line break behind it", "5\n"],
    ["a line before it", "x\n5"],
    ["a currency", "5đ"],
    ["an empty text", ""],
    ["forty-one digits", "1".repeat(41)],
    ["sixty digits without a point", "1".repeat(60)],
    ["forty-one decimals", `0.${"1".repeat(41)}`],
    ["hexadecimal", "0x10"],
    ["words of JavaScript", "Infinity"],
    ["full-width digits", "１２"],
    ["null", null],
    ["undefined", undefined],
    ["true", true],
    ["a bigint", 5n],
    ["a list", [5]],
    ["an object", { value: 5 }],
    ["a number object", Object(5)],
  ];
  it.each(refused)("refuses: %s", (_why, value) => {
    expect(exactAmount(value)).toBeNull();
  });
});

describe("compareExactly", () => {
  const rows: readonly (readonly [why: string, value: number | string, times: number, bound: number, boundTimes: number, sign: -1 | 0 | 1])[] = [
    ["a month just under the line", 1_499_999, 12, YEAR, 1, -1],
    ["a month on the line", 1_500_000, 12, YEAR, 1, 0],
    ["a month just over it", 1_500_001, 12, YEAR, 1, 1],
    ["a household of 3 on the line", 54_000_000, 1, YEAR, 3, 0],
    ["a household of 3 one VND over it", 54_000_001, 1, YEAR, 3, 1],
    ["a household of 3 one VND under it", 53_999_999, 1, YEAR, 3, -1],
    ["ten decimals over the line", "1500000.0000000001", 12, YEAR, 1, 1],
    ["ten decimals under it", "1499999.9999999999", 12, YEAR, 1, -1],
    ["forty decimals over it", `1500000.${"0".repeat(39)}1`, 12, YEAR, 1, 1],
    ["forty decimals under it", `1499999.${"9".repeat(40)}`, 12, YEAR, 1, -1],
    ["decimals that are zero", "1500000.0000000000", 12, YEAR, 1, 0],
    ["a number whose double product is rounded onto the line", 3_833_333.3333333335, 12, 46_000_000, 1, 1],
    ["the same from below", 3_833_333.333333333, 12, 46_000_000, 1, -1],
    ["a total just over the line, as a fraction", 54_000_000.00000001, 1, YEAR, 3, 1],
    ["46 million a year has no whole month", "3833333.3333333333333333333333333333333333", 12, 46_000_000, 1, -1],
    ["and one unit more is over it", "3833333.3333333333333333333333333333333334", 12, 46_000_000, 1, 1],
    ["an amount beyond 2^53, exactly the line of as many", "9007199254740993", 1, 3_002_399_751_580_331, 3, 0],
    ["one less, which a double cannot tell", "9007199254740992", 1, 3_002_399_751_580_331, 3, -1],
    ["an amount that becomes unsafe when multiplied", LAST_SAFE, 12, LAST_SAFE, 12, 0],
    ["the same, one apart", LAST_SAFE - 1, 12, LAST_SAFE, 12, -1],
    ["a bound that becomes unsafe when multiplied", LAST_SAFE, 1, LAST_SAFE, 3, -1],
    ["a huge amount over it", "9".repeat(40), 12, YEAR, 1, 1],
    ["a huge loss below it", `-${"9".repeat(40)}.${"9".repeat(40)}`, 12, YEAR, 1, -1],
    ["a loss is under a line of nothing", -1, 1, 0, 5, -1],
    ["nothing is on it", 0, 1, 0, 5, 0],
    ["minus nothing is on it", "-0.0", 12, 0, 5, 0],
    ["the smallest number is over it", 5e-324, 1, 0, 1, 1],
    ["8 m² a person is on the bound", 32, 1, 8, 4, 0],
    ["a little less is under it", 31.99, 1, 8, 4, -1],
    ["a bound that is a fraction", 22.5, 1, 7.5, 3, 0],
    ["a bound whose double product is a whole number by rounding", 1, 1, 0.3333333333333333, 3, 1],
    ["another, over four times as large", 4, 1, 0.4444444444444444, 9, 1],
    ["0.1 is read as a tenth", "0.3", 1, 0.1, 3, 0],
    ["a bound that a number writes with an exponent", "1000000000000000000000000", 1, 1e21, 1000, 0],
    ["a share of persons: one of two is a half", 1, 2, 1, 2, 0],
  ];
  it.each(rows)("%s", (_why, value, times, bound, boundTimes, sign) => {
    expect(Math.sign(compareExactly(amount(value), times, bound, boundTimes))).toBe(sign);
  });

  it("the double products of those rows really are rounded onto the bound: the rows can fail", () => {
    expect(3_833_333.3333333335 * 12).toBe(46_000_000);
    expect(3_833_333.333333333 * 12).toBe(46_000_000);
    expect(0.3333333333333333 * 3).toBe(1);
    expect(0.4444444444444444 * 9).toBe(4);
  });
});

describe("wholeDistance", () => {
  const rows: readonly (readonly [why: string, value: number | string, times: number, bound: number, boundTimes: number, share: number, distance: number])[] = [
    ["on the line", 1_500_000, 12, YEAR, 1, 12, 0],
    ["one VND a month over it", 1_500_001, 12, YEAR, 1, 12, 1],
    ["one VND a month under it", 1_499_999, 12, YEAR, 1, 12, -1],
    ["a fraction over it is not 0", "1500000.0000000001", 12, YEAR, 1, 12, 1],
    ["a fraction under it is not 0", "1499999.9999999999", 12, YEAR, 1, 12, -1],
    ["forty decimals over it", `1500000.${"0".repeat(39)}1`, 12, YEAR, 1, 12, 1],
    ["one VND a year of three persons is a part of one VND a month", 54_000_001, 1, YEAR, 3, 36, 1],
    ["the same below", 53_999_999, 1, YEAR, 3, 36, -1],
    ["36 of them are one", 54_000_036, 1, YEAR, 3, 36, 1],
    ["37 are rounded away from zero", 54_000_037, 1, YEAR, 3, 36, 2],
    ["36 below are one", 53_999_964, 1, YEAR, 3, 36, -1],
    ["37 below are rounded away from zero", 53_999_963, 1, YEAR, 3, 36, -2],
    ["a loss", "-1000000.5", 12, YEAR, 1, 12, -2_500_001],
    ["nothing to a line of nothing", "-0.0", 12, 0, 1, 12, 0],
    ["far beyond what a double product holds", "9007199254740991", 12, 0, 1, 12, LAST_SAFE],
  ];
  it.each(rows)("%s", (_why, value, times, bound, boundTimes, share, distance) => {
    expect(Object.is(wholeDistance(amount(value), times, bound, boundTimes, share), distance)).toBe(true);
  });
});

/** A decimal text as a fraction of two whole numbers: an oracle without doubles. */
function fraction(text: string): readonly [numerator: bigint, denominator: bigint] {
  const [mantissa = "", exponent = "0"] = text.split("e");
  const [whole = "", decimals = ""] = mantissa.split(".");
  const places = decimals.length - Number(exponent);
  const digits = BigInt(whole + decimals);
  return places >= 0 ? [digits, 10n ** BigInt(places)] : [digits * 10n ** BigInt(-places), 1n];
}

const digits = (least: number, most: number): fc.Arbitrary<string> => fc.array(fc.nat({ max: 9 }), { minLength: least, maxLength: most }).map((each) => each.join(""));
const decimalTexts = fc
  .tuple(fc.constantFrom("", "-"), digits(1, 40), fc.option(digits(1, 40), { nil: "" }))
  .map(([sign, whole, decimals]) => `${sign}${whole}${decimals === "" ? "" : `.${decimals}`}`);
const times = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constant(12), fc.integer({ min: 1, max: LAST_SAFE }));
/** Amounts that lie on a bound or within a breath of it. */
const nearCases = fc
  .tuple(fc.integer({ min: 0, max: 40_000_000 }), fc.integer({ min: 1, max: 40 }), fc.constantFrom("", ".0", ".0000000001", `.${"0".repeat(39)}1`, ".5", ".9999999999"), fc.integer({ min: -1, max: 1 }))
  .map(([bound, persons, decimals, beside]) => ({ value: `${Math.max(0, bound * persons + beside)}${decimals}`, amountTimes: 1, bound, boundTimes: persons }));
const monthlyCases = fc
  .tuple(fc.integer({ min: 0, max: 4_000_000 }), fc.constantFrom(0, 1e-10, -1e-10, 0.5, -0.5, 1, -1, 2 ** -30))
  .map(([line, beside]) => ({ value: line + beside, amountTimes: 12, bound: line * 12, boundTimes: 1 }));
const wildCases = fc.record({
  value: fc.oneof(decimalTexts, fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), fc.maxSafeInteger()),
  amountTimes: times,
  bound: fc.oneof(fc.integer({ min: 0, max: LAST_SAFE }), fc.double({ min: 0, max: 1e6, noNaN: true }), fc.double({ min: 1e21, max: 1e30, noNaN: true })),
  boundTimes: times,
});
const cases = fc.oneof(nearCases, monthlyCases, wildCases);

type Case = { readonly value: number | string; readonly amountTimes: number; readonly bound: number; readonly boundTimes: number };

function oracleDifference({ value, amountTimes, bound, boundTimes }: Case): readonly [numerator: bigint, denominator: bigint] {
  const [a, b] = fraction(String(value));
  const [c, d] = fraction(String(bound));
  return [a * BigInt(amountTimes) * d - c * BigInt(boundTimes) * b, b * d];
}

describe("against fractions of BigInt", () => {
  it("a comparison has the sign of the exact difference", () => {
    fc.assert(
      fc.property(cases, (it) => {
        const [numerator] = oracleDifference(it);
        const sign = numerator > 0n ? 1 : numerator < 0n ? -1 : 0;
        expect(Math.sign(compareExactly(amount(it.value), it.amountTimes, it.bound, it.boundTimes)) + 0).toBe(sign);
      }),
      { numRuns: 5000 },
    );
  });

  it("a distance is rounded away from zero and 0 only exactly on the bound", () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 500 }), (it, share) => {
        const [numerator, denominator] = oracleDifference(it);
        const by = denominator * BigInt(share);
        const size = numerator < 0n ? -numerator : numerator;
        const away = (size + by - 1n) / by;
        const distance = wholeDistance(amount(it.value), it.amountTimes, it.bound, it.boundTimes, share);
        // Beyond 2⁵³ a result is the nearest double; up to it, every digit.
        if (away <= BigInt(LAST_SAFE)) expect(BigInt(distance)).toBe(numerator < 0n ? -away : away);
        else expect(Math.abs(distance)).toBeGreaterThanOrEqual(LAST_SAFE);
        expect(distance === 0).toBe(numerator === 0n);
      }),
      { numRuns: 3000 },
    );
  });

  it("the text of an amount is the amount", () => {
    fc.assert(
      fc.property(decimalTexts, (text) => {
        const [a, b] = fraction(text);
        const [c, d] = fraction(amountText(amount(text)));
        expect(a * d).toBe(c * b);
      }),
      { numRuns: 1000 },
    );
  });
});
