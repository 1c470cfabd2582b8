import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newlyEscaped, type PovertyClass } from "../../src/index.js";
import { panel, Panel, tabulateMovements, type AreaMovements, type MovementCode, type MovementReason, type MovingHousehold, type PanelOptions, type PanelRecord, type ReviewRecord } from "../../src/forms.js";
import { refusal } from "../support/refusal.js";
import { columnsOf, expectFormsToCloseAndAgree, fourLines } from "./movement-forms.js";

const years = ["2021-12-14", "2022-12-14", "2023-12-14", "2024-12-14", "2025-12-14"] as const;

/** `"2022-12-14 poor 4 A decree-07-2021"`; `-` for a class or persons that there are not. */
function record(id: string | number, line: string, reason: MovementReason | null = null): PanelRecord {
  const [on = "", found = "-", persons = "-", areaCode = "-", standard = "-"] = line.split(" ");
  return {
    id, on, reason,
    class: found === "-" ? null : (found as PovertyClass),
    persons: persons === "-" ? null : Number(persons),
    areaCode: areaCode === "-" ? null : areaCode,
    standard: standard === "-" ? null : `vn/${standard}`,
  };
}

const codesOf = (all: Panel, id: string | number): readonly (readonly [string, string, MovementCode | null, MovementCode | null])[] =>
  all.household(id)!.movements.map(({ from, to, form2, form3 }) => [from.from, to.from, form2.code, form3.code]);

describe("panel, a household over the years", () => {
  const records = [
    record("A", "2021-12-14 poor 4"), record("A", "2022-12-14 near-poor 4"), record("A", "2023-12-14 not-poor 4"), record("A", "2024-12-14 poor 5"),
    record("B", "2021-12-14 near-poor 2"), record("B", "2023-12-14 near-poor 2"), record("B", "2024-12-14 -", "died"),
    record("C", "2024-12-14 poor 3", "moved-in"),
  ];
  const all = panel(records, { historyCompleteSince: "2021-12-14" });

  it("gives classes, recognitions and movements", () => {
    expect(all.household("A")!.classes).toEqual(["poor", "near-poor", "not-poor", "poor"]);
    expect(all.household("A")!.recognitions).toEqual([
      { on: "2021-12-14", class: "poor", standard: null }, { on: "2022-12-14", class: "near-poor", standard: null },
      { on: "2023-12-14", class: "not-poor", standard: null }, { on: "2024-12-14", class: "poor", standard: null },
    ]);
    expect(codesOf(all, "A")).toEqual([
      ["2021-12-14", "2022-12-14", "became-near-poor", "poor-became-near-poor"],
      ["2022-12-14", "2023-12-14", "not-listed", "escaped-near-poverty"],
      ["2023-12-14", "2024-12-14", "relapsed", "not-listed"],
    ]);
    expect(all.household("A")!.gaps).toEqual([]);
  });

  it("reports a gap and guesses nothing: it left unexplained, and came back from outside", () => {
    expect(all.household("B")!.classes).toEqual(["near-poor", null, "near-poor", null]);
    expect(all.household("B")!.gaps.map(({ from }) => from)).toEqual(["2022-12-14"]);
    expect(codesOf(all, "B")).toEqual([
      ["2021-12-14", "2022-12-14", "not-listed", "unexplained"],
      ["2022-12-14", "2023-12-14", "not-listed", "relapsed"],
      // The record without a class tells why it left, and is no gap.
      ["2023-12-14", "2024-12-14", "not-listed", "other-decrease"],
    ]);
    expect(all.tables().map(({ rows }) => rows[0]!.open)).toEqual([true, false, false]);
  });

  it("leaves out the movements between reviews at which it was not in the records", () => {
    expect(codesOf(all, "C")).toEqual([["2023-12-14", "2024-12-14", "other-increase", "not-listed"]]);
    expect(all.household("C")!.gaps.map(({ from }) => from)).toEqual(["2021-12-14", "2022-12-14", "2023-12-14"]);
  });

  it("counts records and gaps of each review", () => {
    expect(all.reviews()).toEqual([
      { from: "2021-12-14", to: "2021-12-14", standard: null, households: 2, gaps: 1 },
      { from: "2022-12-14", to: "2022-12-14", standard: null, households: 1, gaps: 2 },
      { from: "2023-12-14", to: "2023-12-14", standard: null, households: 2, gaps: 1 },
      { from: "2024-12-14", to: "2024-12-14", standard: null, households: 3, gaps: 0 },
    ]);
  });

  it("tells who is newly escaped on any day, as newlyEscaped does", () => {
    for (const on of ["2022-12-13", "2023-12-14", "2024-06-01", "2024-12-14", "2026-12-15"])
      for (const definition of ["credit", "programme"] as const) {
        const found = [...all.newlyEscaped({ on, definition })];
        expect(found.map(({ id }) => id)).toEqual(["A", "B", "C"]);
        for (const { id, ...status } of found) expect(status).toEqual(newlyEscaped(all.household(id)!.recognitions, { on, definition }));
      }
    expect([...all.newlyEscaped({ on: "2024-06-01", definition: "credit" })].map(({ why }) => why)).toEqual(["within-window", "still-listed", "never-listed"]);
    expect(refusal(() => [...all.newlyEscaped({ on: "2024", definition: "credit" })])).toMatchObject({ path: "on" });
  });

  it("knows a household by its name alone", () => {
    expect(all.household("D")).toBeNull();
    expect([...all.households()].map(({ id }) => id)).toEqual(["A", "B", "C"]);
    const numbered = panel([record(1, "2021-12-14 poor"), record("1", "2022-12-14 poor")]);
    expect(numbered.household(1)!.id).toBe("1");
    expect(numbered.reviews().map(({ gaps }) => gaps)).toEqual([0, 0]);
  });

  it("uses no reason of a household that was in the records at both reviews", () => {
    const stayed = panel([record("A", "2021-12-14 poor"), record("A", "2022-12-14 near-poor", "moved-in")]);
    expect(codesOf(stayed, "A")).toEqual([["2021-12-14", "2022-12-14", "became-near-poor", "poor-became-near-poor"]]);
    expect(fourLines(stayed.tables()[0]!.rows[0]!)[0]).toBe("1 1 0 0 0 0 0 0 0");
  });

  it("has no tables without two reviews", () => {
    expect(panel([]).tables()).toEqual([]);
    expect(panel([record("A", "2021-12-14 poor")]).tables()).toEqual([]);
    expect(panel([]).reviews()).toEqual([]);
  });
});

describe("panel, where the standard changes", () => {
  // Autumn 2021: reviewed under the old standard for the year that ends, and under the new one as the baseline.
  const all = panel([
    record("A", "2020-12-14 poor 4 - decision-59-2015"), record("A", "2021-12-14 not-poor 4 - decision-59-2015"),
    record("A", "2021-12-14 not-poor 4 - decree-07-2021"), record("A", "2022-12-14 poor 4 - decree-07-2021"),
    record("B", "2021-12-14 poor 2 - decision-59-2015"), record("B", "2021-12-14 near-poor 2 - decree-07-2021"), record("B", "2022-12-14 near-poor 2 - decree-07-2021"),
  ]);

  it("moves within a series only", () => {
    expect(all.tables().map(({ from, to }) => [from.from, to.from, to.standard])).toEqual([
      ["2020-12-14", "2021-12-14", "vn/decision-59-2015"], ["2021-12-14", "2022-12-14", "vn/decree-07-2021"],
    ]);
    expect(codesOf(all, "B")).toEqual([
      // Not in the records of 2020: not known whether it was ever poor before.
      ["2020-12-14", "2021-12-14", null, "not-listed"],
      ["2021-12-14", "2022-12-14", "not-listed", "stays"],
    ]);
  });

  it("relapses by a listing under the older standard", () => {
    expect(codesOf(all, "A").map(([, , form2]) => form2)).toEqual(["passed-near-poor-line", "relapsed"]);
  });

  it("reports gaps of each series", () => {
    expect(all.household("B")!.gaps.map(({ from, standard }) => [from, standard])).toEqual([["2020-12-14", "vn/decision-59-2015"]]);
  });
});

describe("panel, reviews of several days", () => {
  const reviews = [
    { from: "2023-09-01", to: "2023-12-31" },
    { from: "2022-09-01", to: "2022-12-31", standard: null },
    { from: "2024-09-01", to: "2024-12-31" },
  ];

  it("takes the recognitions of one review together, each commune on its day", () => {
    const all = panel([record("A", "2022-12-05 poor"), record("A", "2023-11-30 not-poor"), record("B", "2022-12-14 poor"), record("B", "2023-12-14 poor")], { reviews });
    expect(all.reviews().map(({ from, to, households, gaps }) => [from, to, households, gaps])).toEqual([
      ["2022-09-01", "2022-12-31", 2, 0], ["2023-09-01", "2023-12-31", 2, 0], ["2024-09-01", "2024-12-31", 0, 2],
    ]);
    expect(fourLines(all.tables()[0]!.rows[0]!)[0]).toBe("2 0 1 0 0 0 0 0 1");
    // A review that was stated and of which no record came: both are gone, and nobody says why.
    expect(all.tables()[1]!.rows[0]!.form2.households.unexplained).toBe(1);
    expect(all.household("A")!.recognitions.map(({ on }) => on)).toEqual(["2022-12-05", "2023-11-30"]);
  });

  it.each([
    ["the day before", "2022-08-31", false], ["the first day", "2022-09-01", true], ["the last day", "2022-12-31", true], ["the day after", "2023-01-01", false],
  ])("%s", (_why, on, fits) => {
    const found = refusal(() => panel([record("A", `${on} poor`)], { reviews }));
    expect(found === "accepted").toBe(fits);
    if (!fits) expect(found).toMatchObject({ code: "chuan-ngheo/invalid-input", path: "records[0].on" });
  });

  it("refuses a day under another standard than that of the review", () => {
    expect(refusal(() => panel([record("A", "2022-12-14 poor 1 - decree-07-2021")], { reviews }))).toMatchObject({ path: "records[0].on" });
  });

  it.each([
    ["in the wrong order", [{ from: "2022-12-31", to: "2022-09-01" }], "reviews[0].to"],
    ["that share a day", [{ from: "2022-09-01", to: "2022-12-31" }, { from: "2022-12-31", to: "2023-12-31" }], "reviews[1].from"],
    ["one in the other", [{ from: "2022-09-01", to: "2022-12-31" }, { from: "2022-01-01", to: "2023-12-31" }], "reviews[1].from"],
    ["without an end", [{ from: "2022-09-01" }], "reviews[0].to"],
    ["with an unknown key", [{ from: "2022-09-01", to: "2022-12-31", name: "2022" }], "reviews[0].name"],
  ])("refuses reviews %s", (_why, given, path) => {
    expect(refusal(() => panel([], { reviews: given as never }))).toMatchObject({ code: "chuan-ngheo/invalid-input", path });
  });

  it("takes two reviews on one day under two standards, and one of one day", () => {
    const given = [{ from: "2021-12-14", to: "2021-12-14", standard: "a" }, { from: "2021-12-14", to: "2021-12-14", standard: "b" }];
    expect(panel([], { reviews: given }).reviews().map(({ standard }) => standard)).toEqual(["a", "b"]);
  });
});

describe("panel, what it refuses", () => {
  const good = record("HH", "2021-12-14 poor 3 A");

  const rows: readonly (readonly [why: string, second: unknown, path: string, code?: string])[] = [
    ["a second record at a review", good, "id"],
    ["a second record that says that it left", { ...good, class: null }, "id"],
    ["no id", { ...good, id: null }, "id"],
    ["no class, though null is none", { id: "X", on: "2021-12-14", areaCode: "A" }, "class"],
    ["a class that there is not", { ...good, id: "X", class: "rich" }, "class"],
    ["a day that there is not", { ...good, id: "X", on: "2021-02-29" }, "on"],
    ["an unknown key", { ...good, id: "X", household: 1 }, "household"],
    ["a record without an area", { ...good, id: "X", areaCode: null }, "areaCode"],
    ["an area that there is not", { ...good, id: "X", areaCode: "Z" }, "areaCode", "chuan-ngheo/invalid-area"],
    ["no person", { ...good, id: "X", persons: 0 }, "persons"],
    ["persons that cannot be added", { ...good, id: "X", persons: Number.MAX_SAFE_INTEGER }, "persons"],
    ["a reason to leave of one that is there", { ...good, id: "X", reason: "died" }, "reason"],
    ["a reason to come of one that is not", { ...good, id: "X", class: null, reason: "moved-in" }, "reason"],
  ];

  it.each(rows.map(([why, second, path, code]) => ({ why, second, path, code: code ?? "chuan-ngheo/invalid-input" })))("$why, and nothing is lost", ({ second, path, code }) => {
    const options = { areaCodes: ["A", "B"] };
    expect(refusal(() => panel([good, second as PanelRecord], options))).toMatchObject({ code, path: `records[1].${path}` });
    const all = new Panel(options);
    all.add(good);
    refusal(() => all.add(second as PanelRecord));
    expect(all.reviews()).toEqual(panel([good], options).reviews());
    all.add(record("HH", "2022-12-14 poor 3 B"));
    expect(all.tables()).toEqual(panel([good, record("HH", "2022-12-14 poor 3 B")], options).tables());
  });

  it("keeps no review of a record that was refused", () => {
    const all = new Panel();
    expect(refusal(() => all.add({ ...good, on: "2030-12-14", persons: -1 }))).not.toBe("accepted");
    expect(all.reviews()).toEqual([]);
  });

  it("refuses an area where there were none", () => {
    expect(refusal(() => panel([record("A", "2021-12-14 poor"), record("B", "2021-12-14 poor 1 A")]))).toMatchObject({ path: "records[1].areaCode" });
    // Who left lives in none of the areas.
    const gone: PanelRecord = { id: "HH", on: "2022-12-14", class: null };
    expect(refusal(() => panel([good, gone]))).toBe("accepted");
    expect(refusal(() => panel([gone, good]))).toBe("accepted");
  });

  it("refuses what is no list, and wrong options", () => {
    expect(refusal(() => panel(7 as never))).toMatchObject({ path: "records" });
    expect(refusal(() => panel([], { historyCompleteSince: "2021" }))).toMatchObject({ path: "historyCompleteSince" });
    expect(refusal(() => panel([], { reviews: {} as never }))).toMatchObject({ path: "reviews" });
  });
});

// ------------------------------------------------------------------------------------------------ random panels

const cell = fc.option(
  fc.record({
    class: fc.constantFrom<PovertyClass | null>("poor", "poor", "near-poor", "near-poor", "average-living-standard", "not-poor", null),
    persons: fc.integer({ min: 1, max: 9 }),
    areaCode: fc.constantFrom("A", "A", "A", "B"),
    isExplained: fc.boolean(),
  }),
  { freq: 4 },
);

/** Households over five reviews, some with gaps, with recorded departures, moving between two areas. */
const panels = fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 25 }).map((households) =>
  households.flatMap((cells, household) =>
    cells.flatMap((found, index): readonly PanelRecord[] => {
      if (found === null) return [];
      const { class: is, isExplained, ...rest } = found;
      return [{ id: household, on: years[index]!, class: is, ...rest, reason: !isExplained ? null : is === null ? "moved-away" : "split" }];
    }),
  ),
);

const options: fc.Arbitrary<PanelOptions> = fc.record({
  historyCompleteSince: fc.constantFrom(null, "2021-12-14", "2022-12-14", "2024-01-01"),
  relapseWithinMonths: fc.constantFrom(null, 12, 24),
});

/** The households of a period as tabulateMovements takes them, straight from the records. */
function moving(records: readonly PanelRecord[], from: string, to: string): readonly MovingHousehold[] {
  const ids = [...new Set(records.map(({ id }) => id))];
  const recordOn = (id: string | number, on: string): PanelRecord | undefined => records.find((each) => each.id === id && each.on === on);
  const review = (found: PanelRecord | undefined): ReviewRecord | null =>
    found === undefined || found.class === null ? null : { on: found.on, class: found.class, persons: found.persons, areaCode: found.areaCode };
  return ids.flatMap((id): readonly MovingHousehold[] => {
    const [before, after] = [review(recordOn(id, from)), review(recordOn(id, to))];
    if (before === null && after === null) return [];
    const history = records.filter((each) => each.id === id && each.class !== null).map(({ on, class: found }) => ({ on, class: found! }));
    return [{ id, before, after, history, reason: before === null || after === null ? recordOn(id, to)?.reason : null }];
  });
}

const sum = (counts: readonly (number | null)[]): number => counts.reduce<number>((total, count) => total + count!, 0);

describe("panel, random panels of five reviews", () => {
  it("close and agree, in households and persons, and each closing is the next opening", () => {
    fc.assert(
      fc.property(panels, options, (records, given) => {
        const tables = panel(records, given).tables();
        tables.forEach(({ rows }) => rows.forEach(expectFormsToCloseAndAgree));
        const counts = (rows: readonly AreaMovements[], area: string, column: 1 | 9): readonly (number | null)[] => {
          const row = rows.find(({ areaCode }) => areaCode === area);
          return row === undefined ? [0, 0, 0, 0] : [row.form2.households, row.form2.persons, row.form3.households, row.form3.persons].map(({ columns }) => columns[column]);
        };
        for (const [index, { rows }] of tables.entries())
          for (const area of ["A", "B"]) if (index > 0) expect(counts(rows, area, 1)).toEqual(counts(tables[index - 1]!.rows, area, 9));
      }),
    );
  });

  it("count the lists of the records at either end", () => {
    fc.assert(
      fc.property(panels, (records) => {
        for (const { from, to, rows } of panel(records).tables())
          for (const { areaCode, form2, form3 } of rows)
            for (const [form, list] of [[form2, "poor"], [form3, "near-poor"]] as const)
              for (const [column, review] of [[1, from], [9, to]] as const) {
                const listed = records.filter((each) => each.areaCode === areaCode && each.on === review.from && each.class === list);
                expect([form.households.columns[column], form.persons.columns[column]]).toEqual([listed.length, sum(listed.map(({ persons }) => persons!))]);
              }
      }),
    );
  });

  it("give the tables that tabulateMovements gives of each period", () => {
    fc.assert(
      fc.property(panels, options, (records, given) => {
        for (const { from, to, rows } of panel(records, given).tables()) expect(rows).toEqual(tabulateMovements(moving(records, from.from, to.from), given));
      }),
    );
  });

  it("count the movements of their households, moves between areas apart", () => {
    fc.assert(
      fc.property(panels, options, (all, given) => {
        const records = all.map((each) => ({ ...each, areaCode: "A" }));
        const whole = panel(records, given);
        const households = [...whole.households()];
        for (const { from, rows } of whole.tables()) {
          const movements = households.flatMap((household) => household.movements.filter((each) => each.from.from === from.from));
          for (const form of ["form2", "form3"] as const) {
            const line = rows[0]?.[form].households;
            const codes = movements.map((each) => each[form]);
            const counted = [2, 3, 4, 5, 6, 7, 8].map((column) => codes.filter((each) => each.column === column).length);
            const undetermined = codes.filter(({ status }) => status === "undetermined").length;
            const expected = line === undefined ? [0, 0, 0, 0, 0, 0, 0] : columnsOf(line).slice(1, 8);
            expect(counted.map((count, index) => (undetermined > 0 && (index === 4 || index === 5) ? null : count))).toEqual(expected);
            expect(codes.filter(({ code }) => code === "unexplained")).toHaveLength(line?.unexplained ?? 0);
            expect(undetermined).toBe(line === undefined ? 0 : line.relapsed!.high - line.relapsed!.low);
          }
        }
      }),
    );
  });

  it("do not depend on the order of the records, and leave them as they were", () => {
    const shuffled = panels.chain((records) => fc.tuple(fc.constant(records), fc.shuffledSubarray([...records], { minLength: records.length, maxLength: records.length })));
    fc.assert(
      fc.property(shuffled, options, ([records, others], given) => {
        const copy = structuredClone(records);
        const [one, other] = [panel(records, given), panel(others, given)];
        expect(other.tables()).toEqual(one.tables());
        expect(other.reviews()).toEqual(one.reviews());
        for (const household of one.households()) expect(other.household(household.id)).toEqual(household);
        expect(records).toEqual(copy);
      }),
    );
  });
});

describe("panel, many households", () => {
  it("keeps every one of more than it first has room for", () => {
    const all = new Panel();
    for (const on of years.slice(0, 2)) for (let id = 0; id < 5_000; id++) all.add({ id, on, class: id % 2 === 0 ? "poor" : "near-poor", persons: id % 2 === 0 ? 3 : 4 });
    const [{ rows } = { rows: [] }] = all.tables();
    expect(fourLines(rows[0]!)).toEqual(["2500 0 0 0 0 0 0 0 2500", "7500 0 0 0 0 0 0 0 7500", "2500 0 0 0 0 0 0 0 2500", "10000 0 0 0 0 0 0 0 10000"]);
    expect(all.household(4_999)!.classes).toEqual(["near-poor", "near-poor"]);
  });
});
