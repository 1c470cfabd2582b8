import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newlyEscaped, supportGroups, type NewlyEscapedDefinitionId, type Recognition } from "../../src/index.js";
import { days, histories, history } from "./histories.js";

type Short = readonly [group: string, since: string, lastDay: string | null];

const rows: readonly (readonly [why: string, recognitions: readonly Recognition[], on: string, credit: readonly Short[], programme: readonly Short[]])[] = [
  ["Without a recognition it belongs to no group.", [], "2023-06-01", [], []],
  ["A household above the lines belongs to none.", history("2022-12-14 average-living-standard"), "2023-06-01", [], []],
  [
    "A list holds from the first recognition in that class until another comes.",
    history("2020-12-14 near-poor", "2021-12-14 poor", "2022-12-14 poor"), "2023-06-01",
    [["poor", "2021-12-14", null]], [["poor", "2021-12-14", null]],
  ],
  [
    "Only the unbroken run counts.",
    history("2020-12-14 poor", "2021-12-14 near-poor", "2022-12-14 poor", "2023-12-14 poor"), "2024-06-01",
    [["poor", "2022-12-14", null]], [["poor", "2022-12-14", null]],
  ],
  [
    "From poor to near-poor: for the programme it is near-poor and newly escaped at once.",
    history("2022-12-14 poor", "2023-12-14 near-poor"), "2024-06-01",
    [["near-poor", "2023-12-14", null]], [["near-poor", "2023-12-14", null], ["newly-escaped", "2023-12-14", "2026-12-14"]],
  ],
  [
    "Above the lines it is newly escaped only.",
    history("2022-12-14 poor", "2023-12-14 not-poor"), "2026-12-14",
    [["newly-escaped", "2023-12-14", "2026-12-14"]], [["newly-escaped", "2023-12-14", "2026-12-14"]],
  ],
  ["The day after the last it belongs to none.", history("2022-12-14 poor", "2023-12-14 not-poor"), "2026-12-15", [], []],
  [
    "The baseline under the new standard takes the place of the old list, whichever decision came first.",
    history("2021-12-20 poor decision-59-2015", "2021-12-14 near-poor decree-07-2021"), "2022-06-01",
    [["near-poor", "2021-12-14", null]], [["near-poor", "2021-12-14", null]],
  ],
  [
    "A new standard begins a new run.",
    history("2020-12-14 poor decision-59-2015", "2021-12-14 poor decision-59-2015", "2021-12-14 poor decree-07-2021", "2022-12-14 poor decree-07-2021"), "2023-06-01",
    [["poor", "2021-12-14", null]], [["poor", "2021-12-14", null]],
  ],
  [
    "An old list stands until something replaces it.",
    history("2021-12-14 poor decision-59-2015"), "2024-06-01",
    [["poor", "2021-12-14", null]], [["poor", "2021-12-14", null]],
  ],
  [
    "Two standards of which neither succeeds the other speak on one day: both count.",
    [...history("2023-12-14 near-poor decree-07-2021"), { on: "2023-12-14", class: "poor", standard: "local/a" }], "2024-06-01",
    [["poor", "2023-12-14", null], ["near-poor", "2023-12-14", null]], [["poor", "2023-12-14", null], ["near-poor", "2023-12-14", null]],
  ],
  [
    "Two such standards with one class are one group, since the earlier day.",
    [...history("2022-12-14 poor decree-07-2021", "2023-12-14 poor decree-07-2021"), { on: "2023-12-14", class: "poor", standard: "local/a" }], "2024-06-01",
    [["poor", "2022-12-14", null]], [["poor", "2022-12-14", null]],
  ],
];

describe("supportGroups", () => {
  it.each(rows)("%s", (_why, recognitions, on, credit, programme) => {
    const short = (definition: NewlyEscapedDefinitionId): readonly Short[] =>
      supportGroups(recognitions, { on, definition }).map(({ group, since, lastDay }) => [group, since, lastDay]);
    expect(short("credit")).toEqual(credit);
    expect(short("programme")).toEqual(programme);
  });

  it("names the standard of the recognition, and the definition of newly escaped only", () => {
    const recognitions = history("2022-12-14 poor decree-07-2021", "2023-12-14 near-poor decree-07-2021");
    expect(supportGroups(recognitions, { on: "2024-06-01", definition: "programme" })).toEqual([
      { group: "near-poor", since: "2023-12-14", lastDay: null, standard: "vn/decree-07-2021", because: null },
      {
        group: "newly-escaped", since: "2023-12-14", lastDay: "2026-12-14", standard: "vn/decree-07-2021",
        because: { document: "90/QĐ-TTg", provision: "", provenance: "unverified" },
      },
    ]);
  });

  it("refuses what newlyEscaped refuses", () => {
    expect(() => supportGroups([{ on: "2022", class: "poor" }], { on: "2024-06-01", definition: "credit" })).toThrow("recognitions[0].on");
    expect(() => supportGroups([], { on: "x", definition: "credit" })).toThrow("on: expected a day");
    expect(() => supportGroups([], { on: "2024-06-01", definition: "loan" as never })).toThrow("definition: expected one of");
  });

  const question = fc.record({ on: days, definition: fc.constantFrom<NewlyEscapedDefinitionId>("credit", "programme") });

  it("holds each group at most once, on the day asked, newly escaped as newlyEscaped says", () => {
    fc.assert(
      fc.property(histories, question, (recognitions, options) => {
        const groups = supportGroups(recognitions, options);
        const names = groups.map(({ group }) => group);
        expect(new Set(names).size).toBe(names.length);
        for (const { since, lastDay } of groups) expect(since <= options.on && (lastDay === null || options.on <= lastDay)).toBe(true);
        const { newlyEscaped: escaped, since, lastDay } = newlyEscaped(recognitions, options);
        expect(groups.filter(({ group }) => group === "newly-escaped").map((group) => [group.since, group.lastDay])).toEqual(escaped ? [[since, lastDay]] : []);
      }),
      { numRuns: 2000 },
    );
  });

  it("never has a household both poor and newly escaped, nor near-poor and newly escaped for credit", () => {
    fc.assert(
      fc.property(histories, question, (recognitions, options) => {
        const names = supportGroups(recognitions, options).map(({ group }) => group);
        if (!names.includes("newly-escaped")) return;
        expect(names).not.toContain("poor");
        if (options.definition === "credit") expect(names).toEqual(["newly-escaped"]);
      }),
      { numRuns: 5000 },
    );
  });

  it("does not depend on the order", () => {
    const shuffled = histories.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, question, ([recognitions, others], options) => {
        expect(supportGroups(others, options)).toEqual(supportGroups(recognitions, options));
      }),
    );
  });
});
