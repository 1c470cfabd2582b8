import { describe, expect, it } from "vitest";
import { inMask } from "../../src/core/in-mask.js";

describe("inMask", () => {
  const rows: readonly (readonly [why: string, mask: number, found: readonly string[]])[] = [
    ["no bit, no element", 0b000, []],
    ["the lowest bit is the first element", 0b001, ["a"]],
    ["the order is that of the list", 0b101, ["a", "c"]],
    ["all", 0b111, ["a", "b", "c"]],
    ["a bit beyond the list stands for nothing", 0b1000, []],
  ];
  it.each(rows)("%s", (_why, mask, found) => {
    expect(inMask(["a", "b", "c"], mask)).toEqual(found);
  });

  it("reaches the thirty-first element", () => {
    expect(inMask(Array.from({ length: 31 }, (_, index) => index), 2 ** 30)).toEqual([30]);
  });
});
