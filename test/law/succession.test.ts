import { expect, it } from "vitest";
import { standards } from "../../src/index.js";
import { nationalSuccession, succeeds } from "../../src/law/succession.js";

it("names the national standards in the order of their periods", () => {
  const byPeriod = [...standards].sort((a, b) => (a.inForce[0]!.from < b.inForce[0]!.from ? -1 : 1));
  expect(nationalSuccession).toEqual(byPeriod.map(({ id }) => id));
});

it.each([
  ["the next one", "vn/decree-07-2021", "vn/decision-59-2015", true],
  ["a later one", "vn/decree-351-2025", "vn/decision-170-2005", true],
  ["an earlier one", "vn/decision-59-2015", "vn/decree-07-2021", false],
  ["the same", "vn/decree-07-2021", "vn/decree-07-2021", false],
  ["a local one", "local/a", "vn/decree-07-2021", false],
  ["one after a local one", "vn/decree-07-2021", "local/a", false],
  ["one without a name", null, "vn/decree-07-2021", false],
  ["one after one without a name", "vn/decree-07-2021", null, false],
])("knows whether %s took its place", (_why, later, earlier, expected) => {
  expect(succeeds(later, earlier)).toBe(expected);
});
