import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bitCount } from "../../src/core/bit-count.js";

describe("bitCount", () => {
  it.each([
    ["no bit", 0, 0],
    ["the lowest", 1, 1],
    ["two beside each other", 0b11, 2],
    ["every second one", 0x55555555, 16],
    ["the highest of 31", 0x40000000, 1],
    ["31 members", 0x7fffffff, 31],
    ["the sign bit", -0x80000000, 1],
    ["all 32", -1, 32],
    ["twelve indicators", 0xfff, 12],
  ])("%s", (_why, mask, count) => {
    expect(bitCount(mask)).toBe(count);
  });

  it("counts the ones of the binary digits", () => {
    fc.assert(
      fc.property(fc.integer(), (mask) => {
        expect(bitCount(mask)).toBe((mask >>> 0).toString(2).replaceAll("0", "").length);
      }),
      { numRuns: 1000 },
    );
  });
});
