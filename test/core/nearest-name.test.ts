import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, nearestName } from "../../src/core/nearest-name.js";

describe("nearestName", () => {
  const known = ["bornOn", "waterSource", "toiletType", "hasTablet", "persons", "id"];
  const rows: readonly (readonly [why: string, name: string, nearest: string | null])[] = [
    ["snake case is the same name", "born_on", "bornOn"],
    ["so is kebab case", "water-source", "waterSource"],
    ["and another case", "TOILETTYPE", "toiletType"],
    ["marks do not count as letters", "i-_-d", "id"],
    ["one letter is missing", "waterSorce", "waterSource"],
    ["two letters are swapped, which is two edits", "toiletTyep", "toiletType"],
    ["three edits in eleven letters", "wetterSouce", "waterSource"],
    ["four edits in twelve letters are the most that is forgiven", "watXXXXource", "waterSource"],
    ["four edits in eleven letters are too many", "waXXXXource", null],
    ["two edits in six letters", "bornAt", "bornOn"],
    ["three edits in six letters are too many", "bonXXn", null],
    ["one edit in a short name", "ld", "id"],
    ["two edits in a short name are too many", "ix9", null],
    ["nothing is near", "incomeTotal", null],
  ];
  it.each(rows)("%s", (_why, name, nearest) => {
    expect(nearestName(name, known)).toBe(nearest);
  });

  it("takes the nearer of two, and the first of two that are as near", () => {
    expect(nearestName("hasTablot", ["hasTabloid", "hasTablet"])).toBe("hasTablet");
    expect(nearestName("ab", ["ac", "ad"])).toBe("ac");
    expect(nearestName("ab", [])).toBeNull();
  });

  it("reads a list that can be read only once", () => {
    expect(nearestName("persns", new Map([["persons", 1]]).keys())).toBe("persons");
  });

  it("finds a known name by itself, and by any one edit of it", () => {
    fc.assert(
      fc.property(fc.constantFrom("bornOn", "waterSource", "persons"), fc.nat({ max: 20 }), fc.constantFrom("", "x", "é"), (name, place, put) => {
        expect(nearestName(name, known)).toBe(name);
        const at = place % name.length;
        expect(nearestName(name.slice(0, at) + put + name.slice(at + 1), known)).toBe(name);
      }),
    );
  });
});

describe("editDistance", () => {
  it.each([
    ["the same text", "abc", "abc", 0],
    ["one letter more", "abc", "abcd", 1],
    ["one letter fewer", "abc", "bc", 1],
    ["another letter", "abc", "axc", 1],
    ["swapped letters are two edits", "ab", "ba", 2],
    ["all letters", "", "abc", 3],
    ["kitten, sitting", "kitten", "sitting", 3],
    ["two empty texts", "", "", 0],
  ])("%s", (_why, from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
    expect(editDistance(to, from)).toBe(distance);
  });

  it("is what trying every edit finds", () => {
    const tried = (from: string, to: string): number => {
      if (from === "" || to === "") return from.length + to.length;
      const [rest, other] = [from.slice(1), to.slice(1)];
      return Math.min(tried(rest, other) + (from[0] === to[0] ? 0 : 1), tried(rest, to) + 1, tried(from, other) + 1);
    };
    const short = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 });
    fc.assert(
      fc.property(short, short, (from, to) => {
        expect(editDistance(from, to)).toBe(tried(from, to));
      }),
      { numRuns: 300 },
    );
  });
});
