import { describe, expect, it } from "vitest";
import { isWhole } from "../../src/core/is-whole.js";

describe("isWhole", () => {
  const rows: readonly (readonly [why: string, value: unknown, is: boolean])[] = [
    ["just under the least", 1, false],
    ["the least itself", 2, true],
    ["just over it", 3, true],
    ["just under the most", 4, true],
    ["the most itself", 5, true],
    ["just over the most", 6, false],
    ["a part between them", 2.5, false],
    ["a number that is none", Number.NaN, false],
    ["digits as text are no number", "3", false],
    ["a bigint is no number", 3n, false],
    ["null, which compares as 0", null, false],
    ["a list of one, which compares as its element", [3], false],
  ];
  it.each(rows)("from 2 to 5: %s", (_why, value, is) => {
    expect(isWhole(value, 2, 5)).toBe(is);
  });

  it("ends where numbers are no longer exact, if no end is given", () => {
    expect(isWhole(2 ** 53 - 1, 0)).toBe(true);
    expect(isWhole(2 ** 53, 0)).toBe(false);
  });
});
