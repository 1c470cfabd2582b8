import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { impliedTotal, type CountedShare, type ImpliedTotal } from "../../src/audit/implied-total.js";
import { refusal } from "../support/refusal.js";
import { printedPercent } from "./random-tables.js";
import { commonWholes } from "./twin.js";

const share = (count: number, printed: string): CountedShare => ({ count, printed });

describe("impliedTotal", () => {
  const cases: readonly (readonly [why: string, shares: readonly CountedShare[], total: ImpliedTotal | null])[] = [
    ["Hà Tĩnh city, end of 2023, as households: from 37,700/1.225 to 54,900/1.775.", [share(377, "1.22"), share(549, "1.78")], { low: 30_776, high: 30_929 }],
    ["The order of the shares says nothing.", [share(549, "1.78"), share(377, "1.22")], { low: 30_776, high: 30_929 }],
    ["As persons 943 need 76,980 to 77,613 and 1,829 need 102,465 to 103,042.", [share(943, "1.22"), share(1_829, "1.78")], null],
    ["One share alone has a total too: 37,700/1.215 is 31,028.8….", [share(377, "1.22")], { low: 30_776, high: 31_028 }],
    ["The same share twice says nothing new.", [share(377, "1.22"), share(377, "1.22")], { low: 30_776, high: 31_028 }],
    ["What is printed as zero has no upper end: 1 of 200 is 0.5.", [share(1, "0")], { low: 200, high: null }],
    ["One decimal more: 1 of 2,000 is 0.05.", [share(1, "0.0")], { low: 2_000, high: null }],
    ["Nothing printed as zero fits every total from 1.", [share(0, "0.00")], { low: 1, high: null }],
    ["Nothing and something: 500/10.05 is 49.7…, 500/9.95 is 50.2….", [share(0, "0.00"), share(5, "10.0")], { low: 50, high: 50 }],
    ["Nothing is never printed as 0.01.", [share(0, "0.01")], null],
    ["1 printed 12 allows 8 to 8.69…, 3 printed 38 allows 7.79… to 8: they touch at 8, each with its end.", [share(1, "12"), share(3, "38")], { low: 8, high: 8 }],
    ["3 printed 39 allows 7.59… to 7.79….", [share(1, "12"), share(3, "39")], null],
    ["1 printed 3.2 and 10 printed 31 touch in 31.746…, where no whole number is.", [share(1, "3.2"), share(10, "31")], null],
    ["A total is no less than its part, though 19,900/100.5 is 198.01….", [share(199, "100")], { low: 199, high: 200 }],
    ["A total is no less than any part: 25 printed 13 needs 200 at most.", [share(25, "13"), share(201, "100")], null],
    ["… and 200 may be a part of 200.", [share(25, "13"), share(200, "100")], { low: 200, high: 200 }],
    ["A part that is the total.", [share(7, "100.00")], { low: 7, high: 7 }],
    ["More than a hundred per cent is never right.", [share(6, "120")], null],
    ["A zero more at the end is a claim more: 1,549 of 10,000 is 15.49.", [share(1_549, "15")], { low: 9_994, high: 10_682 }],
    ["15.0 allows 154,900/15.05 to 154,900/14.95.", [share(1_549, "15.0")], { low: 10_293, high: 10_361 }],
    ["A zero before the digits claims nothing.", [share(1_549, "015.0")], { low: 10_293, high: 10_361 }],
    ["No upper end below 2^53 is none: half of a total near 2^54.", [share(9_007_199_254_740_991, "100")], { low: 9_007_199_254_740_991, high: null }],
  ];

  it.each(cases)("%s", (_why, shares, total) => {
    expect(impliedTotal(shares)).toEqual(total);
  });

  const malformed: readonly (readonly [why: string, shares: unknown, path: string | null])[] = [
    ["One share is no list of shares.", share(1, "1"), "shares"],
    ["Nothing is no list.", null, "shares"],
    ["No share implies nothing, not even any total.", [], "shares"],
    ["A share is an object.", [share(1, "1"), 5], "shares[1]"],
    ["A hole is no share.", Object.assign(new Array(2), { 1: share(1, "1") }), "shares[0]"],
    ["A key that is not known may be a fact that is lost.", [{ ...share(1, "1"), whole: 7 }], "shares[0].whole"],
    ["A count below zero.", [share(-1, "1")], "shares[0].count"],
    ["A count between two whole numbers.", [share(1.5, "1")], "shares[0].count"],
    ["No number.", [share(Number.NaN, "1")], "shares[0].count"],
    ["2^53 may have been another number.", [share(2 ** 53, "1")], "shares[0].count"],
    ["A count as text.", [{ count: "1", printed: "1" }], "shares[0].count"],
    ["A count that is missing.", [share(1, "1"), { printed: "1" }], "shares[1].count"],
    ["A percentage as a number has lost its decimals.", [{ count: 1, printed: 1.2 }], "shares[0].printed"],
    ["A percentage with a comma is to be read first.", [share(1, "1,22")], "shares[0].printed"],
    ["A percentage that begins with a point.", [share(1, ".5")], "shares[0].printed"],
    ["A percentage that ends with a point.", [share(1, "5.")], "shares[0].printed"],
    ["A percentage below zero.", [share(1, "-5")], "shares[0].printed"],
    ["A power of ten.", [share(1, "1e2")], "shares[0].printed"],
    ["A per cent sign is to be taken off first.", [share(1, "5%")], "shares[0].printed"],
    ["A line feed after the digits.", [share(1, "5\n")], "shares[0].printed"],
    ["Digits that are not 0 to 9.", [share(1, "٥")], "shares[0].printed"],
    ["No text.", [share(1, "")], "shares[0].printed"],
    ["Sixteen digits.", [share(1, "1.000000000000000")], "shares[0].printed"],
    ["A percentage that is missing.", [{ count: 1 }], "shares[0].printed"],
  ];

  it.each(malformed)("refuses with a path: %s", (_why, shares, path) => {
    const found = refusal(() => impliedTotal(shares as CountedShare[]));
    expect(found).toMatchObject({ code: "chuan-ngheo/invalid-input", path });
  });

  it("takes fifteen digits", () => {
    expect(impliedTotal([share(1, "1.00000000000000")])).toEqual({ low: 100, high: 100 });
  });

  it("never tells what came", () => {
    const found = refusal(() => impliedTotal([share(1, "91283 hộ")]));
    expect(JSON.stringify(found)).not.toContain("91283");
  });

  it("ends where totals stop to fit, and is none where a scan of totals finds none", () => {
    const met = new Set<string>();
    const shares = fc.array(fc.record({ count: fc.nat(40), decimals: fc.nat(2), percent: fc.nat(1_000_000) }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(shares, fc.option(fc.integer({ min: 40, max: 400 })), (drafts, honest) => {
        const claims = drafts.map(({ count, decimals, percent }) => share(count, honest === null ? String(Math.floor(percent / 10_000)) : printedPercent(count, honest, decimals, "up")));
        const fits = (total: number): boolean => claims.every(({ count, printed }) => {
          const [decimals, units] = [(printed.split(".")[1] ?? "").length, Number(printed.replace(".", ""))];
          return total >= count && Math.abs(200 * 10 ** decimals * count - 2 * units * total) <= total;
        });
        // Where there is no last one, a very large one must fit, and the next too.
        const last = 900_000;
        const found = impliedTotal(claims);
        if (found === null) {
          for (let total = 1; total <= 20_000; total++) if (fits(total)) expect.fail(`${total} fits ${JSON.stringify(claims)}`);
          met.add("none");
          return;
        }
        met.add(found.high === null ? "open" : "closed");
        const high = found.high ?? last;
        expect([found.low - 1, found.low, high, high + 1].map((total) => total > 0 && fits(total))).toEqual([false, true, true, found.high === null]);
      }),
      { numRuns: 500, seed: 21 },
    );
    expect([...met].sort()).toEqual(["closed", "none", "open"]);
  });

  it("is what the twin finds, up to 2^53", () => {
    let bounded = 0;
    const share15 = fc.record({ count: fc.integer({ min: 0, max: 10 ** 12 }), units: fc.integer({ min: 1, max: 10 ** 6 }), decimals: fc.integer({ min: 0, max: 6 }) });
    fc.assert(
      fc.property(share15, fc.integer({ min: 0, max: 10 ** 12 }), ({ count, units, decimals }, other) => {
        const whole = Math.min(10 ** 14, count * 100 + 7);
        const printed = (part: number, places: number): string => {
          const digits = String((200n * 10n ** BigInt(places) * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole)));
          return places === 0 ? digits : `${digits.padStart(places + 1, "0").slice(0, -places)}.${digits.padStart(places + 1, "0").slice(-places)}`;
        };
        const part = Math.min(other, whole);
        const claims = [share(count, printed(count, decimals)), share(part, printed(part, units % 7))];
        const expected = commonWholes(claims.map((claim) => ({ part: BigInt(claim.count), printed: claim.printed })));
        if (expected === null || expected.low > BigInt(Number.MAX_SAFE_INTEGER)) return;
        const high = expected.high === null || expected.high > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(expected.high);
        if (high !== null) bounded++;
        expect(impliedTotal(claims)).toEqual({ low: Number(expected.low), high });
      }),
      { numRuns: 1_000, seed: 22 },
    );
    expect(bounded).toBeGreaterThan(400);
  });
});
