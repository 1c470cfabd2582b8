import { describe, expect, it } from "vitest";
import { classCodes, classOfCode, possibleOfCode } from "../../src/columns.js";
import { povertyClasses, type PovertyClass } from "../../src/index.js";
import { refusal } from "../household/refusal.js";

const average = "average-living-standard";

describe("a code", () => {
  const rows: readonly (readonly [why: string, code: number, found: PovertyClass | null, possible: readonly PovertyClass[]])[] = [
    ["An invalid row has no class, and none is possible.", 0, null, []],
    ["The lowest bit is the poorest class.", 1, "poor", ["poor"]],
    ["The second bit.", 2, "near-poor", ["near-poor"]],
    ["Two bits: undetermined between the two, poorest first.", 3, null, ["poor", "near-poor"]],
    ["The third bit.", 4, average, [average]],
    ["Bits need not be neighbours.", 5, null, ["poor", average]],
    ["The fourth bit.", 8, "not-poor", ["not-poor"]],
    ["Any class.", 15, null, ["poor", "near-poor", average, "not-poor"]],
  ];
  it.each(rows)("%s", (_why, code, found, possible) => {
    expect([classOfCode(code), possibleOfCode(code)]).toEqual([found, possible]);
  });

  it.each([-1, 16, 255, 0.5, NaN])("%d is none", (code) => {
    for (const read of [classOfCode, possibleOfCode]) expect(refusal(() => read(code))).toMatchObject({ code: "chuan-ngheo/invalid-input", path: "code" });
  });

  it("stands for every class that there is, one bit each", () => {
    expect(Object.keys(classCodes)).toEqual(povertyClasses);
    expect(povertyClasses.map((each) => classOfCode(classCodes[each]))).toEqual(povertyClasses);
  });

  it("cannot be changed by who reads it", () => {
    expect(() => (possibleOfCode(1) as PovertyClass[]).push("near-poor")).toThrow(TypeError);
  });
});
