import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printedRate } from "../../src/audit/printed-rate.js";
import { intersection, partsOf, ratesOf, roundsTo, wholesOf, type Bounds } from "../../src/audit/rounding.js";

/** What the contract says of one share, in whole numbers of any size: within half a unit of the last digit, both ends allowed. */
function isWithinHalfAUnit(part: number, whole: number, units: number, decimals: number): boolean {
  const scale = 10n ** BigInt(decimals);
  const off = 100n * scale * BigInt(part) - BigInt(units) * BigInt(whole);
  return 2n * (off < 0n ? -off : off) <= BigInt(whole);
}

const rate = (text: string): { units: number; decimals: number } => printedRate(text)!;

const numbersWhere = (holds: (number: number) => boolean, first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(holds);

const within = ({ low, high }: Bounds, first: number, last: number): number[] => numbersWhere((number) => low <= number && number <= high, first, last);

describe("roundsTo", () => {
  const cases: readonly (readonly [why: string, part: number, whole: number, printed: string, holds: boolean])[] = [
    ["0.99495 is under the lower end of 1.00.", 19_899, 2_000_000, "1.00", false],
    ["0.995 is the lower end of 1.00.", 19_900, 2_000_000, "1.00", true],
    ["0.99505 is inside.", 19_901, 2_000_000, "1.00", true],
    ["1.00495 is inside.", 20_099, 2_000_000, "1.00", true],
    ["1.005 is the upper end of 1.00.", 20_100, 2_000_000, "1.00", true],
    ["1.00505 is over the upper end of 1.00.", 20_101, 2_000_000, "1.00", false],
    ["1.005 is the lower end of 1.01 as well: an exact half goes both ways.", 20_100, 2_000_000, "1.01", true],
    ["1.00495 is under the lower end of 1.01.", 20_099, 2_000_000, "1.01", false],
    ["6.25 is the upper end of 6.2.", 1, 16, "6.2", true],
    ["6.25 is the lower end of 6.3.", 1, 16, "6.3", true],
    ["12.5 is the upper end of 12.", 1, 8, "12", true],
    ["12.5 is the lower end of 13.", 1, 8, "13", true],
    ["1.5625 is the upper end of 1.562.", 1, 64, "1.562", true],
    ["1.5625 is the lower end of 1.563.", 1, 64, "1.563", true],
    ["0.5025… is over the upper end of 0.", 1, 199, "0", false],
    ["0.5 is the upper end of 0.", 1, 200, "0", true],
    ["0.4975… is inside.", 1, 201, "0", true],
    ["99.497… is under the lower end of 100.", 198, 199, "100", false],
    ["99.5 is the lower end of 100.", 199, 200, "100", true],
    ["15.376 is not 15.40, as Bắc Giang printed it in 2010.", 63_379, 412_204, "15.40", false],
    ["15.376 is 15.38.", 63_379, 412_204, "15.38", true],
  ];

  it.each(cases)("%s", (_why, part, whole, printed, holds) => {
    expect(roundsTo(part, whole, rate(printed))).toBe(holds);
  });
});

describe("wholesOf", () => {
  const cases: readonly (readonly [why: string, part: number, printed: string, wholes: Bounds])[] = [
    ["37,700/1.225 is 30,775.5…, 37,700/1.215 is 31,028.8….", 377, "1.22", { low: 30_776, high: 31_028 }],
    ["54,900/1.785 is 30,756.3…, 54,900/1.775 is 30,929.5….", 549, "1.78", { low: 30_757, high: 30_929 }],
    ["100/12.5 is 8 exactly, an end that is allowed; 100/11.5 is 8.69….", 1, "12", { low: 8, high: 8 }],
    ["300/38.5 is 7.79…; 300/37.5 is 8 exactly, an end that is allowed.", 3, "38", { low: 8, high: 8 }],
    ["What is printed as zero has no upper end: 1 of 200 is 0.5.", 1, "0", { low: 200, high: Infinity }],
    ["Nothing printed as zero fits any whole from 1.", 0, "0.00", { low: 1, high: Infinity }],
    ["The whole is no less than the part, though 198.01… would do.", 199, "100", { low: 199, high: 200 }],
  ];

  it.each(cases)("%s", (_why, part, printed, wholes) => {
    expect(wholesOf(part, rate(printed))).toEqual(wholes);
  });

  it.each([
    ["1 printed 66.67 needs a whole from 1.4998… to 1.5000….", 1, "66.67"],
    ["Nothing printed as 0.01 fits no whole.", 0, "0.01"],
    ["6 printed 120 needs 5, which is less than the part.", 6, "120"],
  ])("%s", (_why, part, printed) => {
    const { low, high } = wholesOf(part, rate(printed));
    expect(low).toBeGreaterThan(high);
  });

  it("are those, and all of those, that a scan of every whole finds", () => {
    const shares = fc.record({ part: fc.integer({ min: 0, max: 60 }), decimals: fc.integer({ min: 0, max: 3 }), percent: fc.nat(1_100_000) });
    fc.assert(
      fc.property(shares, ({ part, decimals, percent }) => {
        const units = Math.floor(percent / 10 ** (4 - decimals));
        const found = wholesOf(part, { units, decimals });
        const scanned = numbersWhere((whole) => whole >= part && isWithinHalfAUnit(part, whole, units, decimals), 1, 3_000);
        expect(within(found, 1, 3_000)).toEqual(scanned);
      }),
      { numRuns: 300, seed: 11 },
    );
  });
});

describe("partsOf", () => {
  const one = (whole: number): Bounds => ({ low: whole, high: whole });
  const cases: readonly (readonly [why: string, wholes: Bounds, printed: string, parts: Bounds])[] = [
    ["1.215 % of 30,776 is 373.9…, 1.225 % is 377.006.", one(30_776), "1.22", { low: 374, high: 377 }],
    ["11.5 % of 8 is 0.92, 12.5 % is 1 exactly.", one(8), "12", { low: 1, high: 1 }],
    ["No part is more than its whole, though 100.5 % of 200 is 201.", one(200), "100", { low: 199, high: 200 }],
    ["1.215 % of 30,776 is 373.9…, 1.225 % of 30,929 is 378.8….", { low: 30_776, high: 30_929 }, "1.22", { low: 374, high: 378 }],
    ["With no last whole there is no last part.", { low: 200, high: Infinity }, "50", { low: 99, high: Infinity }],
  ];

  it.each(cases)("%s", (_why, wholes, printed, parts) => {
    expect(partsOf(wholes, rate(printed))).toEqual(parts);
  });

  const shares = fc.record({ whole: fc.integer({ min: 1, max: 400 }), more: fc.nat(12), decimals: fc.integer({ min: 0, max: 3 }), percent: fc.nat(1_100_000) });

  it("of one whole are those, and all of those, that a scan of every part finds", () => {
    fc.assert(
      fc.property(shares, ({ whole, decimals, percent }) => {
        const units = Math.floor(percent / 10 ** (4 - decimals));
        const scanned = numbersWhere((part) => isWithinHalfAUnit(part, whole, units, decimals), 0, whole);
        expect(within(partsOf(one(whole), { units, decimals }), 0, 500)).toEqual(scanned);
      }),
      { numRuns: 500, seed: 12 },
    );
  });

  it("of several wholes leave out none that fits one of them", () => {
    fc.assert(
      fc.property(shares, ({ whole, more, decimals, percent }) => {
        const units = Math.floor(percent / 10 ** (4 - decimals));
        const wholes = { low: whole, high: whole + more };
        const found = partsOf(wholes, { units, decimals });
        const fits = (part: number): boolean => numbersWhere((each) => part <= each && isWithinHalfAUnit(part, each, units, decimals), wholes.low, wholes.high).length > 0;
        for (const part of numbersWhere(fits, 0, wholes.high)) expect([part, part >= found.low && part <= found.high]).toEqual([part, true]);
        expect(found.high).toBeLessThanOrEqual(wholes.high);
      }),
      { numRuns: 300, seed: 13 },
    );
  });
});

describe("ratesOf", () => {
  const one = (whole: number): Bounds => ({ low: whole, high: whole });
  const cases: readonly (readonly [why: string, part: number, wholes: Bounds, decimals: number, rates: Bounds])[] = [
    ["1 of 8 is 12.5, which is printed as 12 or as 13.", 1, one(8), 0, { low: 12, high: 13 }],
    ["1 of 7 is 14.28….", 1, one(7), 1, { low: 143, high: 143 }],
    ["377 of 30,776 to 30,929 is 1.2189… to 1.2249….", 377, { low: 30_776, high: 30_929 }, 3, { low: 1219, high: 1225 }],
    ["377 of 377 and more is 100 % and less.", 377, { low: 377, high: Infinity }, 1, { low: 0, high: 1000 }],
    ["Nothing is 0 % of any whole.", 0, { low: 1, high: Infinity }, 2, { low: 0, high: 0 }],
  ];

  it.each(cases)("%s", (_why, part, wholes, decimals, rates) => {
    expect(ratesOf(part, wholes, decimals)).toEqual(rates);
  });

  it("go from the least to the greatest that a scan of every percentage finds", () => {
    const shares = fc.record({ part: fc.nat(50), above: fc.nat(60), more: fc.nat(8), decimals: fc.integer({ min: 0, max: 1 }) });
    fc.assert(
      fc.property(shares, ({ part, above, more, decimals }) => {
        const wholes = { low: Math.max(1, part + above), high: Math.max(1, part + above) + more };
        const fits = (units: number): boolean => numbersWhere((whole) => isWithinHalfAUnit(part, whole, units, decimals), wholes.low, wholes.high).length > 0;
        const scanned = numbersWhere(fits, 0, 101 * 10 ** decimals);
        expect(ratesOf(part, wholes, decimals)).toEqual({ low: Math.min(...scanned), high: Math.max(...scanned) });
      }),
      { numRuns: 200, seed: 14 },
    );
  });
});

describe("intersection", () => {
  it.each([
    ["Two that overlap.", { low: 1, high: 5 }, { low: 3, high: Infinity }, { low: 3, high: 5 }],
    ["Two that touch.", { low: 1, high: 3 }, { low: 3, high: 5 }, { low: 3, high: 3 }],
  ])("%s", (_why, left, right, both) => {
    expect(intersection(left, right)).toEqual(both);
    expect(intersection(right, left)).toEqual(both);
  });

  it("of two that are apart is empty", () => {
    const { low, high } = intersection({ low: 1, high: 2 }, { low: 3, high: 5 });
    expect(low).toBeGreaterThan(high);
  });
});

describe("where products pass 2^53, what was a number and what was a BigInt agree", () => {
  const decimals = fc.integer({ min: 0, max: 12 });
  /** Parts whose product with 200·10^d lies around 2^53, where the one way of counting hands over to the other. */
  const around = fc.tuple(decimals, fc.integer({ min: -40, max: 40 })).map(([places, off]) => ({
    decimals: places,
    part: Math.max(0, Math.floor(2 ** 53 / (200 * 10 ** places)) + off),
  }));
  /** Percentages from almost nothing to a hundred. */
  const unitsOf = (places: number, seed: number): number => Math.floor((100 * 10 ** places * seed) / 1_000_000);

  it("roundsTo, at the percentage next to the true one and its neighbours", () => {
    const answers = new Set<boolean>();
    fc.assert(
      fc.property(around, fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: -1, max: 1 }), ({ part, decimals: places }, seed, off) => {
        const whole = Math.min(Number.MAX_SAFE_INTEGER, part + Math.floor(part / (seed / 100_000)));
        if (whole === 0) return;
        const nearest = Number((200n * 10n ** BigInt(places) * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole)));
        const units = nearest + off;
        if (units < 0) return;
        const expected = isWithinHalfAUnit(part, whole, units, places);
        answers.add(expected);
        expect(roundsTo(part, whole, { units, decimals: places })).toBe(expected);
      }),
      { numRuns: 3_000, seed: 15 },
    );
    expect(answers.size).toBe(2);
  });

  it("roundsTo, at the ends of what a percentage allows", () => {
    const answers = new Set<boolean>();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: -1, max: 1 }), (units, off, step) => {
        const whole = Number.MAX_SAFE_INTEGER - off;
        // The part at the upper end of the percentage, and those beside it.
        const part = Number((BigInt(2 * units + 1) * BigInt(whole)) / 20_000n) + step;
        const expected = isWithinHalfAUnit(part, whole, units, 2);
        answers.add(expected);
        expect(roundsTo(part, whole, { units, decimals: 2 })).toBe(expected);
      }),
      { numRuns: 2_000, seed: 16 },
    );
    expect(answers.size).toBe(2);
  });

  it("wholesOf: the ends fit, and the numbers next to them do not", () => {
    let ends = 0;
    fc.assert(
      fc.property(around, fc.integer({ min: 1, max: 1_000_000 }), ({ part, decimals: places }, seed) => {
        const units = unitsOf(places, seed);
        const { low, high } = wholesOf(part, { units, decimals: places });
        if (units === 0 || low > high) return;
        for (const [end, beside] of [[low, low - 1], [high, high + 1]] as const) {
          if (!Number.isSafeInteger(beside) || beside < Math.max(1, part)) continue;
          ends++;
          expect([isWithinHalfAUnit(part, end, units, places), isWithinHalfAUnit(part, beside, units, places)]).toEqual([true, false]);
        }
      }),
      { numRuns: 3_000, seed: 17 },
    );
    expect(ends).toBeGreaterThan(2_000);
  });

  it("partsOf: the ends fit, and the numbers next to them do not", () => {
    let ends = 0;
    fc.assert(
      fc.property(decimals, fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000 }), fc.boolean(), (places, seed, off, isLargest) => {
        const units = unitsOf(places, seed);
        const whole = isLargest ? Number.MAX_SAFE_INTEGER - off : Math.max(1, Math.floor(2 ** 53 / (2 * units + 1)) + off - 500);
        const { low, high } = partsOf({ low: whole, high: whole }, { units, decimals: places });
        if (low > high) return;
        for (const [end, beside] of [[low, low - 1], [high, high + 1]] as const) {
          if (beside < 0 || beside > whole) continue;
          ends++;
          expect([isWithinHalfAUnit(end, whole, units, places), isWithinHalfAUnit(beside, whole, units, places)]).toEqual([true, false]);
        }
      }),
      { numRuns: 3_000, seed: 18 },
    );
    expect(ends).toBeGreaterThan(2_000);
  });

  it("ratesOf: the ends fit, and the numbers next to them do not", () => {
    fc.assert(
      fc.property(around, fc.integer({ min: 0, max: 10 ** 9 }), ({ part, decimals: places }, above) => {
        const whole = Math.max(1, part) + above;
        const { low, high } = ratesOf(part, { low: whole, high: whole }, places);
        expect([low - 1, low, high, high + 1].map((units) => units >= 0 && isWithinHalfAUnit(part, whole, units, places))).toEqual([false, true, true, false]);
      }),
      { numRuns: 2_000, seed: 19 },
    );
  });
});
