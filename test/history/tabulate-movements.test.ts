import { describe, expect, it } from "vitest";
import { type PovertyClass } from "../../src/index.js";
import { MovementTally, tabulateMovements, type MovementReason, type MovingHousehold, type ReviewRecord, type TabulateMovementsOptions } from "../../src/forms.js";
import { refusal } from "../support/refusal.js";
import { history } from "./histories.js";
import { expectFormsToCloseAndAgree, fourLines } from "./movement-forms.js";

const days = { before: "2023-12-14", after: "2024-12-14" } as const;
const classes = { poor: "poor", near: "near-poor", above: "not-poor", average: "average-living-standard" } as const satisfies Readonly<Record<string, PovertyClass>>;

/** `"poor 4 A"`: class, persons (`?` not known), area; `-` not in the records. */
function review(text: string, on: string): ReviewRecord | null {
  if (text === "-") return null;
  const [found, persons, areaCode = null] = text.split(" ");
  return { on, class: classes[found as keyof typeof classes], persons: persons === "?" ? null : Number(persons), areaCode };
}

/** `"poor 4 > near 3"`, `"poor 4 > - moved-away"`, `"above 3 > poor 4 after 2019-12-14 poor"`. */
function moving(line: string): MovingHousehold {
  const [reviews = "", earlier] = line.split(" after ");
  const [before = "", rest = ""] = reviews.split(" > ");
  const reason = /(moved-in|moved-away|died|split|merged)$/.exec(rest)?.[0] ?? null;
  const after = reason === null ? rest : rest.slice(0, -reason.length - 1);
  return {
    before: review(before, days.before), after: review(after, days.after), reason: reason as MovementReason | null,
    history: earlier === undefined ? null : history(earlier),
  };
}

const complete: TabulateMovementsOptions = { historyCompleteSince: "2020-01-01" };

const rowOf = (lines: readonly string[], options = complete): readonly string[] => fourLines(tabulateMovements(lines.map(moving), options)[0]!);

const nothing = "0 0 0 0 0 0 0 0 0";

// ------------------------------------------------------------------------------------------------ each transition

describe("tabulateMovements, one household", () => {
  const rows: readonly (readonly [why: string, household: string, form2: readonly [households: string, persons: string], form3: readonly [households: string, persons: string]])[] = [
    ["stays poor", "poor 4 > poor 4", ["1 0 0 0 0 0 0 0 1", "4 0 0 0 0 0 0 0 4"], [nothing, nothing]],
    ["stays poor and grows: other increase of persons, no household", "poor 4 > poor 6", ["1 0 0 0 0 0 0 0 1", "4 0 0 0 0 0 0 2 6"], [nothing, nothing]],
    ["stays poor and shrinks: other decrease of persons", "poor 4 > poor 1", ["1 0 0 0 0 0 0 0 1", "4 0 0 3 0 0 0 0 1"], [nothing, nothing]],
    ["stays near-poor and grows", "near 4 > near 5", [nothing, nothing], ["1 0 0 0 0 0 0 0 1", "4 0 0 0 0 0 0 1 5"]],
    ["stays near-poor and shrinks", "near 4 > near 2", [nothing, nothing], ["1 0 0 0 0 0 0 0 1", "4 0 0 2 0 0 0 0 2"]],

    ["becomes near-poor", "poor 4 > near 4", ["1 1 0 0 0 0 0 0 0", "4 4 0 0 0 0 0 0 0"], ["0 0 0 0 1 0 0 0 1", "0 0 0 0 4 0 0 0 4"]],
    ["becomes near-poor and grows: with its size before in both forms, the rest enters form 3", "poor 4 > near 6", ["1 1 0 0 0 0 0 0 0", "4 4 0 0 0 0 0 0 0"], ["0 0 0 0 1 0 0 0 1", "0 0 0 0 4 0 0 2 6"]],
    ["becomes near-poor and shrinks: the rest leaves form 3", "poor 4 > near 3", ["1 1 0 0 0 0 0 0 0", "4 4 0 0 0 0 0 0 0"], ["0 0 0 0 1 0 0 0 1", "0 0 0 1 4 0 0 0 3"]],
    ["becomes poor", "near 4 > poor 4", ["0 0 0 0 1 0 0 0 1", "0 0 0 0 4 0 0 0 4"], ["1 0 1 0 0 0 0 0 0", "4 0 4 0 0 0 0 0 0"]],
    ["becomes poor and grows: the rest enters form 2", "near 4 > poor 7", ["0 0 0 0 1 0 0 0 1", "0 0 0 0 4 0 0 3 7"], ["1 0 1 0 0 0 0 0 0", "4 0 4 0 0 0 0 0 0"]],
    ["becomes poor and shrinks: the rest leaves form 2", "near 4 > poor 1", ["0 0 0 0 1 0 0 0 1", "0 0 0 3 4 0 0 0 1"], ["1 0 1 0 0 0 0 0 0", "4 0 4 0 0 0 0 0 0"]],

    ["passes the near-poor line, its size after no matter", "poor 4 > above 9", ["1 0 1 0 0 0 0 0 0", "4 0 4 0 0 0 0 0 0"], [nothing, nothing]],
    ["passes it to the average living standard", "poor 4 > average ?", ["1 0 1 0 0 0 0 0 0", "4 0 4 0 0 0 0 0 0"], [nothing, nothing]],
    ["escapes near-poverty", "near 4 > above 1", [nothing, nothing], ["1 1 0 0 0 0 0 0 0", "4 4 0 0 0 0 0 0 0"]],

    ["newly poor, with its size after", "above 3 > poor 5", ["0 0 0 0 0 0 1 0 1", "0 0 0 0 0 0 5 0 5"], [nothing, nothing]],
    ["relapses, with its size after", "average ? > poor 5 after 2019-12-14 poor", ["0 0 0 0 0 1 0 0 1", "0 0 0 0 0 5 0 0 5"], [nothing, nothing]],
    ["newly near-poor, from outside the records", "- > near 2", [nothing, nothing], ["0 0 0 0 0 0 1 0 1", "0 0 0 0 0 0 2 0 2"]],
    ["relapses into near-poverty", "above 3 > near 2 after 2019-12-14 poor", [nothing, nothing], ["0 0 0 0 0 1 0 0 1", "0 0 0 0 0 2 0 0 2"]],

    ["moved away", "poor 4 > - moved-away", ["1 0 0 1 0 0 0 0 0", "4 0 0 4 0 0 0 0 0"], [nothing, nothing]],
    ["died out", "near 1 > - died", [nothing, nothing], ["1 0 0 1 0 0 0 0 0", "1 0 0 1 0 0 0 0 0"]],
    ["merged into another", "poor 2 > - merged", ["1 0 0 1 0 0 0 0 0", "2 0 0 2 0 0 0 0 0"], [nothing, nothing]],
    ["moved in", "- > poor 4 moved-in", ["0 0 0 0 0 0 0 1 1", "0 0 0 0 0 0 0 4 4"], [nothing, nothing]],
    ["split off", "- > near 3 split", [nothing, nothing], ["0 0 0 0 0 0 0 1 1", "0 0 0 0 0 0 0 3 3"]],

    ["vanished: in column 1 and in no other", "poor 4 > -", ["1 0 0 0 0 0 0 0 0", "4 0 0 0 0 0 0 0 0"], [nothing, nothing]],
    ["above the lines throughout", "above 4 > average 5", [nothing, nothing], [nothing, nothing]],
    ["gone from above the lines", "above 4 > -", [nothing, nothing], [nothing, nothing]],
    ["come above the lines", "- > above 4", [nothing, nothing], [nothing, nothing]],
  ];

  it.each(rows)("%s", (_why, household, form2, form3) => {
    expect(rowOf([household])).toEqual([...form2, ...form3]);
    expectFormsToCloseAndAgree(tabulateMovements([moving(household)], complete)[0]!);
  });

  it("is open while one vanished without a reason", () => {
    const [row] = tabulateMovements(["poor 4 > -", "poor 3 > poor 3", "near 2 > above 2"].map(moving));
    expect([row!.form2.households.unexplained, row!.form2.persons.unexplained, row!.form2.open]).toEqual([1, 4, true]);
    expect([row!.form3.households.unexplained, row!.form3.open, row!.open]).toEqual([0, false, true]);
  });

  it("is closed again once the reason is known", () => {
    expect(tabulateMovements([moving("poor 4 > - died")])[0]!.open).toBe(false);
  });
});

// ------------------------------------------------------------------------------------------------ a commune, by hand

const commune: readonly string[] = [
  "poor 4 > poor 4", "poor 5 > poor 7", "poor 6 > poor 3",
  "poor 5 > near 4", "poor 2 > near 5", "poor 3 > average 3", "poor 4 > - moved-away",
  "near 4 > poor 6", "near 3 > poor 2", "near 5 > near 6", "near 2 > above 9", "near 1 > - died",
  "above 3 > poor 4 after 2019-12-14 poor", "above 2 > poor 2", "- > poor 5 moved-in",
  "above 6 > near 5 after 2019-12-14 near-poor", "- > near 3", "- > near 2 split",
];

describe("tabulateMovements, a commune", () => {
  // 29 persons: 4 5 6 5 2 3 4. Column 4: 4 who moved away, 3 and 1 by which two shrank. Column 8: 5 who moved in, 2 and 2.
  const form2 = ["7 2 1 1 2 1 1 1 8", "29 7 3 8 7 4 2 9 33"];
  // 15 persons: 4 3 5 2 1. Column 4: 1 who died, 1 by which one shrank. Column 8: 2 of a split, 1 and 3 by which two grew.
  const form3 = ["5 1 2 1 2 1 1 1 6", "15 2 7 2 7 5 3 6 25"];

  it("closes and agrees as typed by hand", () => {
    const [row] = tabulateMovements(commune.map(moving), complete);
    expect(fourLines(row!)).toEqual([...form2, ...form3]);
    expect(row!.open).toBe(false);
    expectFormsToCloseAndAgree(row!);
    expect(row).not.toHaveProperty("householdsWithoutPersons");
    expect(row!.areaCode).toBeNull();
  });

  it("keeps relapsed and newly arising open without a complete history, their sum known", () => {
    const [row] = tabulateMovements(commune.map(moving));
    expect(fourLines(row!)).toEqual(["7 2 1 1 2 - - 1 8", "29 7 3 8 7 - - 9 33", "5 1 2 1 2 - - 1 6", "15 2 7 2 7 - - 6 25"]);
    const { households, persons } = row!.form2;
    expect([households.entered, households.relapsed, households.newlyArising]).toEqual([2, { low: 1, high: 2 }, { low: 0, high: 1 }]);
    expect([persons.entered, persons.relapsed, persons.newlyArising]).toEqual([6, { low: 4, high: 6 }, { low: 0, high: 2 }]);
    expectFormsToCloseAndAgree(row!);
  });

  it("counts a limit in months", () => {
    expect(rowOf(["above 3 > poor 4 after 2019-12-14 poor"], { ...complete, relapseWithinMonths: 36 })[0]).toBe("0 0 0 0 0 0 1 0 1");
  });
});

// ------------------------------------------------------------------------------------------------ sizes that are not known

describe("tabulateMovements, sizes that are not known", () => {
  const rows: readonly (readonly [why: string, household: string, form2: string, form3: string, without: number | undefined])[] = [
    ["stays poor, size before not known: neither are columns 1, 4 and 8", "poor ? > poor 3", "- 0 0 - 0 0 0 - 3", nothing, 1],
    ["stays poor, size after not known", "poor 3 > poor ?", "3 0 0 - 0 0 0 - -", nothing, 1],
    ["becomes near-poor, size before not known", "poor ? > near 3", "- - 0 0 0 0 0 0 0", "0 0 0 - - 0 0 - 3", 1],
    ["becomes near-poor, size after not known: form 2 does not need it", "poor 3 > near ?", "3 3 0 0 0 0 0 0 0", "0 0 0 - 3 0 0 - -", 1],
    ["passes the line, size after not needed", "poor 3 > above ?", "3 0 3 0 0 0 0 0 0", nothing, undefined],
    ["enters, size before not needed", "above ? > poor 3", "0 0 0 0 0 0 3 0 3", nothing, undefined],
    ["enters, size not known: relapsed is known to be none", "- > poor ?", "0 0 0 0 0 0 - 0 -", nothing, 1],
    ["vanished, size not known", "near ? > -", nothing, "- 0 0 0 0 0 0 0 0", 1],
    ["above the lines nobody asks", "above ? > average ?", nothing, nothing, undefined],
  ];

  it.each(rows)("%s", (_why, household, form2, form3, without) => {
    const [row] = tabulateMovements([moving(household)], complete);
    expect([fourLines(row!)[1], fourLines(row!)[3]]).toEqual([form2, form3]);
    expect(row!.householdsWithoutPersons).toBe(without);
  });

  it("gives no range of persons where an undetermined one has no size", () => {
    const { households, persons } = tabulateMovements(["- > poor ?", "above 1 > poor 3 after 2019-12-14 poor"].map(moving))[0]!.form2;
    expect([households.relapsed, households.entered]).toEqual([{ low: 1, high: 2 }, 2]);
    expect([persons.relapsed, persons.newlyArising, persons.entered]).toEqual([null, null, null]);
    expect(tabulateMovements([moving("near ? > -")])[0]!.form3.persons.unexplained).toBeNull();
  });
});

// ------------------------------------------------------------------------------------------------ areas

describe("tabulateMovements, areas", () => {
  const rowsOf = (lines: readonly string[]): readonly (readonly [string | null, ...string[]])[] =>
    tabulateMovements(lines.map(moving), complete).map((row) => [row.areaCode, ...fourLines(row)]);

  it("counts each area for itself, in the order of the codes", () => {
    expect(rowsOf(["poor 3 B > poor 3 B", "near 2 A > above 2 A", "poor 1 B > above 1 B"])).toEqual([
      ["A", nothing, nothing, "1 1 0 0 0 0 0 0 0", "2 2 0 0 0 0 0 0 0"],
      ["B", "2 0 1 0 0 0 0 0 1", "4 0 1 0 0 0 0 0 3", nothing, nothing],
    ]);
  });

  const moves: readonly (readonly [why: string, household: string, a: readonly string[], b: readonly string[]])[] = [
    ["poor here and there", "poor 4 A > poor 5 B", ["1 0 0 1 0 0 0 0 0", "4 0 0 4 0 0 0 0 0", nothing, nothing], ["0 0 0 0 0 0 0 1 1", "0 0 0 0 0 0 0 5 5", nothing, nothing]],
    ["near-poor there: no column 2 or 5, neither list saw how", "poor 4 A > near 5 B", ["1 0 0 1 0 0 0 0 0", "4 0 0 4 0 0 0 0 0", nothing, nothing], [nothing, nothing, "0 0 0 0 0 0 0 1 1", "0 0 0 0 0 0 0 5 5"]],
    ["above the lines there: it left the list of A by moving", "poor 4 A > above 5 B", ["1 0 0 1 0 0 0 0 0", "4 0 0 4 0 0 0 0 0", nothing, nothing], [nothing, nothing, nothing, nothing]],
    ["above the lines here: it came to B by moving, and is not newly arising there", "above 4 A > near 5 B", [nothing, nothing, nothing, nothing], [nothing, nothing, "0 0 0 0 0 0 0 1 1", "0 0 0 0 0 0 0 5 5"]],
    ["with the reason that it moved in", "poor 4 A > poor 4 B moved-in", ["1 0 0 1 0 0 0 0 0", "4 0 0 4 0 0 0 0 0", nothing, nothing], ["0 0 0 0 0 0 0 1 1", "0 0 0 0 0 0 0 4 4", nothing, nothing]],
    ["with the reason that it moved away", "near 4 A > near 4 B moved-away", [nothing, nothing, "1 0 0 1 0 0 0 0 0", "4 0 0 4 0 0 0 0 0"], [nothing, nothing, "0 0 0 0 0 0 0 1 1", "0 0 0 0 0 0 0 4 4"]],
  ];

  it.each(moves)("moves: %s", (_why, household, a, b) => {
    expect(rowsOf([household])).toEqual([["A", ...a], ["B", ...b]]);
    tabulateMovements([moving(household)], complete).forEach(expectFormsToCloseAndAgree);
  });

  it("needs no size of who comes or goes beyond that of the list", () => {
    const rows = tabulateMovements([moving("poor 4 A > above ? B"), moving("above ? A > poor 4 B")]);
    expect(rows.map((row) => row.householdsWithoutPersons)).toEqual([undefined, undefined]);
    expect(tabulateMovements([moving("poor ? A > near 4 B")]).map((row) => row.householdsWithoutPersons)).toEqual([1, undefined]);
  });

  it("takes one household as two, each at one review", () => {
    const [left, come] = [moving("poor 4 A > - moved-away"), moving("- > poor 4 B moved-in")];
    const rows = tabulateMovements([{ ...left, id: 7 }, { ...come, id: "7" }]);
    expect(rows.map((row) => fourLines(row)[0])).toEqual(["1 0 0 1 0 0 0 0 0", "0 0 0 0 0 0 0 1 1"]);
  });

  it("knows which codes there are", () => {
    const options = { areaCodes: ["A"] };
    expect(refusal(() => tabulateMovements([moving("poor 1 A > poor 1 B")], options))).toMatchObject({ code: "chuan-ngheo/invalid-area", path: "households[0].after.areaCode" });
    expect(refusal(() => tabulateMovements([moving("poor 1 > poor 1")], options))).toMatchObject({ code: "chuan-ngheo/invalid-input", path: "households[0].before.areaCode" });
    expect(tabulateMovements([moving("poor 1 A > poor 1 A")], options)).toHaveLength(1);
  });
});

// ------------------------------------------------------------------------------------------------ what is refused

describe("tabulateMovements, what it refuses", () => {
  const good = { ...moving("poor 4 > near 3"), id: "HH-1" };
  const under = (standard: string | null, household: MovingHousehold): MovingHousehold => ({
    ...household,
    before: household.before ? { ...household.before, standard } : null,
    after: household.after ? { ...household.after, standard } : null,
  });

  const rows: readonly (readonly [why: string, households: readonly unknown[], code: string, path: string | null])[] = [
    ["the same household twice", [good, good], "invalid-input", "households[1].id"],
    ["the same household a third time", [{ ...moving("poor 1 > -"), id: 1 }, { ...moving("- > poor 1"), id: 1 }, { ...moving("poor 1 > -"), id: "1" }], "invalid-input", "households[2].id"],
    ["the same household twice at the earlier review", [good, { ...moving("poor 1 > -"), id: "HH-1" }], "invalid-input", "households[1].id"],
    ["the same household twice at the later review", [good, { ...moving("- > poor 1"), id: "HH-1" }], "invalid-input", "households[1].id"],
    ["a household of neither review", [{ id: 1 }], "invalid-input", "households[0]"],
    ["an unknown key", [{ ...good, areaCode: "A" }], "invalid-input", "households[0].areaCode"],
    ["an unknown key of a review", [{ ...good, after: { ...good.after, person: 3 } }], "invalid-input", "households[0].after.person"],
    ["no person", [{ ...good, after: { ...good.after, persons: 0 } }], "invalid-input", "households[0].after.persons"],
    ["half a person", [{ ...good, before: { ...good.before, persons: 0.5 } }], "invalid-input", "households[0].before.persons"],
    ["an area that is no text", [{ ...good, before: { ...good.before, areaCode: 7 } }], "invalid-input", "households[0].before.areaCode"],
    ["an area without a code", [{ ...good, before: { ...good.before, areaCode: "" } }], "invalid-input", "households[0].before.areaCode"],
    ["an area at one review alone", [moving("poor 1 A > poor 1")], "invalid-input", "households[0].after.areaCode"],
    ["an area of one household alone", [moving("poor 1 > poor 1"), moving("- > poor 1 A")], "invalid-input", "households[1].after.areaCode"],
    ["two standards of a household", [{ ...good, after: { ...good.after, standard: "vn/decree-07-2021" } }], "standards-differ", "households[0].after.standard"],
    ["two standards of two households", [under("a", moving("poor 1 > poor 1")), under("b", moving("- > poor 1"))], "standards-differ", "households[1].after.standard"],
    ["a standard and none", [moving("poor 1 > -"), under("b", moving("poor 1 > -"))], "standards-differ", "households[1].before.standard"],
    ["days in the wrong order", [{ before: review("poor 1", days.after), after: review("poor 1", days.before) }], "invalid-input", "households[0].after.on"],
    ["a reason that does not fit", [moving("poor 1 > - moved-in")], "invalid-input", "households[0].reason"],
    ["a reason where nothing is to be explained", [moving("poor 1 A > poor 1 A moved-in")], "invalid-input", "households[0].reason"],
    ["a death on the way from area to area", [moving("poor 1 A > poor 1 B died")], "invalid-input", "households[0].reason"],
    ["a bad history", [{ ...good, history: [{ on: "2020-12-14", class: "rich" }] }], "invalid-input", "households[0].history[0].class"],
    ["persons that cannot be added", [moving(`poor ${Number.MAX_SAFE_INTEGER} > -`), moving("poor 1 > -")], "invalid-input", "households[1].persons"],
    ["an id that is neither text nor whole", [{ ...good, id: 1.5 }], "invalid-input", "households[0].id"],
  ];

  it.each(rows)("%s", (_why, households, code, path) => {
    expect(refusal(() => tabulateMovements(households as never))).toMatchObject({ code: `chuan-ngheo/${code}`, path });
  });

  it("never shows an id", () => {
    const found = refusal(() => tabulateMovements([{ ...good, id: "038123456789" }, { ...good, id: "038123456789" }]));
    expect(JSON.stringify(found)).not.toContain("038123456789");
  });

  it("refuses what is no list", () => {
    expect(refusal(() => tabulateMovements(null as never))).toMatchObject({ path: "households" });
    expect(refusal(() => tabulateMovements([], { relapseWithinMonths: -1 }))).toMatchObject({ path: "relapseWithinMonths" });
  });

  it("loses nothing by a bad one: the tally goes on", () => {
    const tally = new MovementTally(complete);
    const bad = rows.flatMap(([, households]) => (households.length === 1 ? households : []));
    commune.map(moving).forEach((household, index) => {
      tally.add({ ...household, id: index });
      for (const other of [...bad, { ...moving("poor 9 > poor 9"), id: index }, under("b", moving("poor 9 > -")), moving("poor 9 A > poor 9 A")])
        if (index > 0 || bad.includes(other)) expect(refusal(() => tally.add(other as never))).not.toBe("accepted");
    });
    expect(tally.rows()).toEqual(tabulateMovements(commune.map(moving), complete));
  });

  it("leaves its input as it was, and reads it once", () => {
    const households = commune.map(moving);
    const copy = structuredClone(households);
    const once = households[Symbol.iterator]();
    tabulateMovements({ [Symbol.iterator]: () => once }, complete);
    expect(households).toEqual(copy);
    expect(tabulateMovements([])).toEqual([]);
  });

  it("gives fresh rows that later households do not change", () => {
    const tally = new MovementTally();
    tally.add(moving("poor 1 > poor 1"));
    const early = tally.rows();
    tally.add(moving("poor 2 > poor 2"));
    expect(fourLines(early[0]!)[1]).toBe("1 0 0 0 0 0 0 0 1");
    expect(fourLines(tally.rows()[0]!)[1]).toBe("3 0 0 0 0 0 0 0 3");
  });
});
