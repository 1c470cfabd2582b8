import { describe, expect, it } from "vitest";
import { recordKind } from "../../src/household/record-kind.js";

const cases: readonly (readonly [why: string, record: Record<string, unknown>, kind: string | null])[] = [
  ["listed members are facts", { members: [] }, "facts"],
  ["so are persons alone", { persons: 3 }, "facts"],
  ["so is a fact of the household", { waterSource: "tap" }, "facts"],
  ["flags", { deprivations: {} }, "deprivations"],
  ["a number of deprivations", { deprivationCount: 3 }, "deprivations"],
  ["persons are carried by flags", { persons: 3, deprivations: { water: true } }, "deprivations"],
  ["persons are carried by points", { persons: 3, pointsA: 100 }, "points"],
  ["points A alone", { pointsA: 100 }, "points"],
  ["points B alone", { pointsB: 0 }, "points"],
  ["a number of deprivations beside points A belongs to the points", { pointsA: 100, deprivationCount: 3 }, "points"],
  ["also where points A are empty", { pointsA: null, deprivationCount: 3 }, "points"],
  ["but not where an income is given", { pointsA: null, deprivationCount: 3, monthlyIncomePerPersonVnd: 1 }, "deprivations"],
  ["flags beside empty points", { pointsA: null, pointsB: null, deprivations: { water: true } }, "deprivations"],
  ["facts beside empty points and flags", { pointsA: null, deprivations: null, members: [] }, "facts"],
  ["empty points tell where nothing else does", { pointsA: null, pointsB: null }, "points"],
  ["persons do not outweigh empty points", { persons: 3, pointsA: null }, "points"],
  ["nor empty flags", { persons: 3, deprivations: null }, "deprivations"],
  ["empty members tell where nothing else does", { members: null }, "facts"],
  ["nothing tells", { residence: "rural", monthlyIncomePerPersonVnd: 1 }, null],
  ["an empty record", {}, null],
  ["points and flags: one is chosen, and the checker refuses the other", { pointsA: 1, deprivations: {} }, "points"],
  ["flags and members likewise", { deprivations: {}, members: [] }, "deprivations"],
];

describe("recordKind", () => {
  it.each(cases)("%s", (_why, record, kind) => {
    expect(recordKind(record)).toBe(kind);
  });
});
