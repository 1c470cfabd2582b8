import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PovertyClass, type Recognition } from "../../src/index.js";
import { movement, movementColumns, Panel, type Movement, type MovementInForm, type MovementOptions, type MovementReason } from "../../src/forms.js";
import { refusal } from "../support/refusal.js";
import { histories, history } from "./histories.js";

const days = ["2022-12-14", "2023-12-14", "2024-12-14"] as const;

type Place = "absent" | "poor" | "near-poor" | "above";

const places: readonly Place[] = ["absent", "poor", "near-poor", "above"];

const at = (index: number, place: Place): Recognition | null =>
  place === "absent" ? null : { on: days[index]!, class: place === "above" ? "not-poor" : place };

const one = (line: string): Recognition => history(line)[0]!;

/** `·` on the list of the form neither before nor after, `=` stays, `?` unexplained, else the columns that are possible. */
function mark({ possible, column, code }: MovementInForm): string {
  const columnOf = { relapsed: "6", "newly-arising": "7" } as Readonly<Record<string, string>>;
  if (code === null) return possible.map((each) => columnOf[each] ?? each).join("/");
  if (column !== null) return String(column);
  return ({ "not-listed": "·", stays: "=", unexplained: "?" } as Readonly<Record<string, string>>)[code] ?? code;
}

/** Both forms: `2 5`. */
const marks = ({ form2, form3 }: Movement): string => `${mark(form2)} ${mark(form3)}`;

// ------------------------------------------------------------------------------------------------ every history

/** What the forms say of each step, where the history is complete. */
const everyHistory: readonly (readonly [positions: string, first: string, second: string, why?: string])[] = [
  ["absent absent absent", "· ·", "· ·"],
  ["absent absent poor", "· ·", "7 ·", "Who comes to the records without a reason comes from outside both lists."],
  ["absent absent near-poor", "· ·", "· 7"],
  ["absent absent above", "· ·", "· ·", "Above the lines it is on no list."],
  ["absent poor absent", "7 ·", "? ·", "It vanished without a reason: in no column, never in “other”."],
  ["absent poor poor", "7 ·", "= ·"],
  ["absent poor near-poor", "7 ·", "2 5", "One household in two forms: out of the first, into the second."],
  ["absent poor above", "7 ·", "3 ·"],
  ["absent near-poor absent", "· 7", "· ?"],
  ["absent near-poor poor", "· 7", "5 3", "From list to list is no entry from outside, whatever came before."],
  ["absent near-poor near-poor", "· 7", "· ="],
  ["absent near-poor above", "· 7", "· 2"],
  ["absent above absent", "· ·", "· ·", "Who leaves the records from above the lines leaves no list."],
  ["absent above poor", "· ·", "7 ·"],
  ["absent above near-poor", "· ·", "· 7"],
  ["absent above above", "· ·", "· ·"],

  ["poor absent absent", "? ·", "· ·", "The review at which it vanished counts it, not the next."],
  ["poor absent poor", "? ·", "6 ·", "It was poor before, and it comes from outside: relapsed."],
  ["poor absent near-poor", "? ·", "· 6", "Into near-poverty relapses also who was poor."],
  ["poor absent above", "? ·", "· ·"],
  ["poor poor absent", "= ·", "? ·"],
  ["poor poor poor", "= ·", "= ·"],
  ["poor poor near-poor", "= ·", "2 5"],
  ["poor poor above", "= ·", "3 ·"],
  ["poor near-poor absent", "2 5", "· ?", "It vanished from the list on which it was last."],
  ["poor near-poor poor", "2 5", "5 3", "Poor again, but from the near-poor list: column 5, no relapse."],
  ["poor near-poor near-poor", "2 5", "· ="],
  ["poor near-poor above", "2 5", "· 2", "Escaped poverty in the first step, near-poverty in the second."],
  ["poor above absent", "3 ·", "· ·"],
  ["poor above poor", "3 ·", "6 ·", "The plain relapse."],
  ["poor above near-poor", "3 ·", "· 6"],
  ["poor above above", "3 ·", "· ·", "An escape is counted once."],

  ["near-poor absent absent", "· ?", "· ·"],
  ["near-poor absent poor", "· ?", "7 ·", "Near-poor before, never poor: newly arising among the poor."],
  ["near-poor absent near-poor", "· ?", "· 6"],
  ["near-poor absent above", "· ?", "· ·"],
  ["near-poor poor absent", "5 3", "? ·"],
  ["near-poor poor poor", "5 3", "= ·"],
  ["near-poor poor near-poor", "5 3", "2 5"],
  ["near-poor poor above", "5 3", "3 ·"],
  ["near-poor near-poor absent", "· =", "· ?"],
  ["near-poor near-poor poor", "· =", "5 3"],
  ["near-poor near-poor near-poor", "· =", "· ="],
  ["near-poor near-poor above", "· =", "· 2"],
  ["near-poor above absent", "· 2", "· ·"],
  ["near-poor above poor", "· 2", "7 ·", "It fell further than it ever was: newly arising (a reading)."],
  ["near-poor above near-poor", "· 2", "· 6"],
  ["near-poor above above", "· 2", "· ·"],

  ["above absent absent", "· ·", "· ·"],
  ["above absent poor", "· ·", "7 ·"],
  ["above absent near-poor", "· ·", "· 7"],
  ["above absent above", "· ·", "· ·"],
  ["above poor absent", "7 ·", "? ·"],
  ["above poor poor", "7 ·", "= ·"],
  ["above poor near-poor", "7 ·", "2 5"],
  ["above poor above", "7 ·", "3 ·"],
  ["above near-poor absent", "· 7", "· ?"],
  ["above near-poor poor", "· 7", "5 3"],
  ["above near-poor near-poor", "· 7", "· ="],
  ["above near-poor above", "· 7", "· 2"],
  ["above above absent", "· ·", "· ·"],
  ["above above poor", "· ·", "7 ·"],
  ["above above near-poor", "· ·", "· 7"],
  ["above above above", "· ·", "· ·"],
];

describe("movement, every history of three reviews", () => {
  const parsed = everyHistory.map(([positions, first, second]) => ({ positions, at: positions.split(" ") as Place[], first, second }));

  it("has every one of them once", () => {
    const all = places.flatMap((a) => places.flatMap((b) => places.map((c) => `${a} ${b} ${c}`)));
    expect(everyHistory.map(([positions]) => positions).sort()).toEqual(all.sort());
  });

  it.each(parsed)("$positions", ({ at: [a, b, c], first, second }) => {
    const [one, two, three] = [at(0, a!), at(1, b!), at(2, c!)];
    const earlier = one === null ? [] : [one];
    const known = { historyCompleteSince: days[0] };
    expect(marks(movement(one, two, known))).toBe(first);
    expect(marks(movement(two, three, { ...known, history: earlier }))).toBe(second);
    // Without a complete history a known listing still settles it, and nothing tells that there was none.
    expect(marks(movement(one, two))).toBe(first.replace("7", "6/7"));
    expect(marks(movement(two, three, { history: earlier }))).toBe(second.replace("7", "6/7"));
  });

  it("says the same as a panel of all of them", () => {
    const all = new Panel({ historyCompleteSince: days[0] });
    for (const { positions: id, at: stands } of parsed)
      stands.forEach((place, index) => {
        const record = at(index, place);
        if (record !== null) all.add({ id, ...record });
      });
    for (const { positions: id, at: stands, first, second } of parsed) {
      const expected = [first, second].filter((_, index) => stands[index] !== "absent" || stands[index + 1] !== "absent");
      expect([id, (all.household(id)?.movements ?? []).map(marks)]).toEqual([id, expected]);
    }
  });
});

// ------------------------------------------------------------------------------------------------ relapsed or newly arising

describe("movement, relapsed and newly arising", () => {
  const rows: readonly (readonly [why: string, before: string | null, after: string, options: MovementOptions, expected: string])[] = [
    ["Complete since the review before: how far back is for its keeper to state.", "2022-12-14 not-poor", "2023-12-14 poor", { historyCompleteSince: "2022-12-14" }, "7 ·"],
    ["… since the day after it: that review itself is not covered.", "2022-12-14 not-poor", "2023-12-14 poor", { historyCompleteSince: "2022-12-15" }, "6/7 ·"],
    ["Not in the records before: complete since the day before the entry.", null, "2023-12-14 poor", { historyCompleteSince: "2023-12-13" }, "7 ·"],
    ["… since the day of the entry: nothing before it is covered.", null, "2023-12-14 poor", { historyCompleteSince: "2023-12-14" }, "6/7 ·"],
    ["… since the day after the entry.", null, "2023-12-14 poor", { historyCompleteSince: "2023-12-15" }, "6/7 ·"],
    ["An average living standard is outside both lists.", "2022-12-14 average-living-standard", "2023-12-14 near-poor", { historyCompleteSince: "2021-12-14" }, "· 7"],
    ["A known listing settles it, though others are not known.", "2022-12-14 not-poor", "2023-12-14 poor", { history: history("2017-12-14 poor") }, "6 ·"],
    ["A known near-poor listing does not settle an entry among the poor.", "2022-12-14 not-poor", "2023-12-14 poor", { history: history("2017-12-14 near-poor") }, "6/7 ·"],
    ["It does settle one among the near-poor.", "2022-12-14 not-poor", "2023-12-14 near-poor", { history: history("2017-12-14 near-poor") }, "· 6"],
    ["So does one from before the day since which the history is complete.", "2022-12-14 not-poor", "2023-12-14 poor", { history: history("2017-12-14 poor"), historyCompleteSince: "2021-12-14" }, "6 ·"],
    ["A listing in between counts, by an in-year review.", "2022-12-14 not-poor", "2023-12-14 poor", { history: history("2023-04-15 poor", "2023-08-15 not-poor") }, "6 ·"],
    ["One on the day of the entry is not earlier.", "2022-12-14 not-poor", "2023-12-14 poor", { history: history("2023-12-14 poor") }, "6/7 ·"],
    ["One after the entry does not count.", "2022-12-14 not-poor", "2023-12-14 poor", { history: history("2024-12-14 poor"), historyCompleteSince: "2022-01-01" }, "7 ·"],
    ["One under an older standard counts: it is compared with nothing.", "2022-12-14 not-poor decree-07-2021", "2023-12-14 poor decree-07-2021", { history: history("2019-12-14 poor decision-59-2015") }, "6 ·"],
    ["The order of the history says nothing.", "2022-12-14 not-poor", "2023-12-14 poor", { history: history("2021-12-14 near-poor", "2019-12-14 poor", "2020-12-14 not-poor") }, "6 ·"],
    ["Between the lists no history matters.", "2022-12-14 near-poor", "2023-12-14 poor", { history: history("2019-12-14 poor") }, "5 3"],

    ["A limit: one day too old for twelve months.", "2023-12-14 not-poor", "2024-12-14 poor", { history: history("2023-12-13 poor"), relapseWithinMonths: 12 }, "6/7 ·"],
    ["… on the corresponding day: it counts.", "2023-12-20 not-poor", "2024-12-14 poor", { history: history("2023-12-14 poor"), relapseWithinMonths: 12 }, "6 ·"],
    ["… a day younger.", "2023-12-20 not-poor", "2024-12-14 poor", { history: history("2023-12-15 poor"), relapseWithinMonths: 12 }, "6 ·"],
    ["Too old, and nothing else can be: newly arising by the limit.", "2023-12-14 not-poor", "2024-12-14 poor", { history: history("2023-12-13 poor"), relapseWithinMonths: 12, historyCompleteSince: "2023-12-13" }, "7 ·"],
    ["With a limit the history must be complete since the first day that counts.", "2023-12-14 not-poor", "2024-12-14 poor", { relapseWithinMonths: 24, historyCompleteSince: "2022-12-14" }, "7 ·"],
    ["… one day later it is not.", "2023-12-14 not-poor", "2024-12-14 poor", { relapseWithinMonths: 24, historyCompleteSince: "2022-12-15" }, "6/7 ·"],
    ["… it may also begin after the review before, if no more counts.", "2023-06-14 not-poor", "2024-12-14 poor", { relapseWithinMonths: 12, historyCompleteSince: "2023-12-14" }, "7 ·"],
    ["A month without the day: the last day of the shorter one counts.", "2023-12-14 not-poor", "2024-03-31 poor", { history: history("2024-02-29 poor"), relapseWithinMonths: 1 }, "6 ·"],
    ["… the day before it does not.", "2023-12-14 not-poor", "2024-03-31 poor", { history: history("2024-02-28 poor"), relapseWithinMonths: 1 }, "6/7 ·"],
    ["Months over the turn of a year.", "2023-06-14 not-poor", "2024-01-15 poor", { history: history("2023-11-15 poor"), relapseWithinMonths: 2 }, "6 ·"],
    ["Twelve months back from January are the January before.", "2023-06-14 not-poor", "2024-01-15 poor", { history: history("2023-01-14 poor"), relapseWithinMonths: 12 }, "6/7 ·"],
    ["A limit that reaches before all days is none.", "2023-12-14 not-poor", "2024-12-14 poor", { history: history("0001-01-01 poor"), relapseWithinMonths: 99_999 }, "6 ·"],
  ];

  it.each(rows)("%s", (_why, before, after, options, expected) => {
    expect(marks(movement(before === null ? null : one(before), one(after), options))).toBe(expected);
  });

  it("names the last earlier listing, the provision and the reading", () => {
    const known = history("2019-12-14 poor decision-59-2015", "2021-12-14 poor decree-07-2021", "2022-12-14 near-poor decree-07-2021");
    const { form2, standard } = movement(one("2023-12-14 not-poor decree-07-2021"), one("2024-12-14 poor decree-07-2021"), { history: known });
    expect(standard).toBe("vn/decree-07-2021");
    expect(form2).toMatchObject({
      status: "determined", code: "relapsed", possible: ["relapsed"], column: 6, label: { vi: "Tái nghèo", en: "Relapsed into poverty" },
      evidence: { on: "2021-12-14", class: "poor", standard: "vn/decree-07-2021" },
      because: { document: "07/2021/TT-BLĐTBXH", provision: "", provenance: "unverified" },
    });
    expect(form2.because?.note?.en).toMatch(/^A reading: /);
  });

  it("names both where it is undetermined", () => {
    expect(movement(null, one("2024-12-14 near-poor")).form3).toMatchObject({
      status: "undetermined", code: null, possible: ["relapsed", "newly-arising"], column: null, evidence: null,
      label: { vi: "Tái cận nghèo / Phát sinh mới", en: "Relapsed into near-poverty / Newly arising" }, because: { provenance: "unverified" },
    });
  });

  it("never loses certainty by more knowledge, and a complete history decides", () => {
    const day = fc.constantFrom("2018-12-14", "2021-12-14", "2022-12-14", "2023-12-14", "2023-12-15");
    fc.assert(
      fc.property(histories, day, fc.option(fc.integer({ min: 1, max: 60 })), fc.constantFrom<PovertyClass>("poor", "near-poor"), (known, since, months, found) => {
        const after = { on: "2023-12-14", class: found, standard: "vn/other" };
        const without = movement(null, after, { history: known, relapseWithinMonths: months });
        const complete = movement(null, after, { history: known, historyCompleteSince: since, relapseWithinMonths: months });
        const longer = movement(null, after, { history: known, historyCompleteSince: "2010-01-01", relapseWithinMonths: months });
        for (const form of ["form2", "form3"] as const) {
          expect(without[form].possible).toEqual(expect.arrayContaining([...complete[form].possible]));
          expect(complete[form].possible).toEqual(expect.arrayContaining([...longer[form].possible]));
          expect(longer[form].status).toBe("determined");
          if (without[form].status === "determined") expect(longer[form]).toEqual(without[form]);
        }
      }),
    );
  });
});

// ------------------------------------------------------------------------------------------------ reasons

describe("movement, reasons", () => {
  const poor = one("2023-12-14 poor");
  const later = one("2024-12-14 near-poor");
  const reasons: readonly MovementReason[] = ["moved-in", "moved-away", "died", "split", "merged"];

  const rows: readonly (readonly [why: string, before: Recognition | null, after: Recognition | null, fitting: readonly MovementReason[], expected: string])[] = [
    ["It came to the near-poor list for a reason: other increase, no matter what it was before.", null, later, ["moved-in", "split", "merged"], "· 8"],
    ["It left the poor list for a reason: other decrease.", poor, null, ["moved-away", "died", "split", "merged"], "4 ·"],
    ["At both reviews there is nothing to explain.", poor, later, [], ""],
    ["At neither review there is nothing to explain either.", null, null, [], ""],
    ["Who came above the lines came to no list.", null, one("2024-12-14 not-poor"), ["moved-in", "split", "merged"], "· ·"],
    ["Who left from above the lines left none.", one("2023-12-14 average-living-standard"), null, ["moved-away", "died", "split", "merged"], "· ·"],
  ];

  it.each(rows)("%s", (_why, before, after, fitting, expected) => {
    for (const reason of reasons) {
      if (fitting.includes(reason)) expect([reason, marks(movement(before, after, { reason, history: history("2019-12-14 poor") }))]).toEqual([reason, expected]);
      else expect(refusal(() => movement(before, after, { reason }))).toMatchObject({ code: "chuan-ngheo/invalid-input", path: "reason" });
    }
  });

  it("takes no reason as none", () => {
    expect(marks(movement(poor, null, { reason: null }))).toBe("? ·");
    expect(marks(movement(poor, null, { reason: undefined, history: null, historyCompleteSince: null, relapseWithinMonths: null }))).toBe("? ·");
  });
});

// ------------------------------------------------------------------------------------------------ what is refused

describe("movement, what it refuses", () => {
  const before = one("2022-12-14 poor decree-07-2021");
  const after = one("2023-12-14 poor decree-07-2021");

  const rows: readonly (readonly [why: string, act: () => unknown, code: string, path: string | null])[] = [
    ["two standards", () => movement(one("2021-12-01 poor decision-59-2015"), one("2021-12-14 poor decree-07-2021")), "standards-differ", "after.standard"],
    ["a standard and none", () => movement(one("2021-12-14 poor"), after), "standards-differ", "after.standard"],
    ["a day that is not later", () => movement(before, { ...after, on: "2022-12-14" }), "invalid-input", "after.on"],
    ["days in the wrong order", () => movement(after, before), "invalid-input", "after.on"],
    ["no recognition, though none is null", () => movement(undefined as never, after), "invalid-input", "before"],
    ["a class that there is not", () => movement(before, { ...after, class: "rich" as never }), "invalid-input", "after.class"],
    ["a day that there is not", () => movement({ ...before, on: "2022-02-30" }, after), "invalid-input", "before.on"],
    ["an unknown key", () => movement({ ...before, clas: "poor" } as never, after), "invalid-input", "before.clas"],
    ["an empty standard", () => movement({ ...before, standard: "" }, null), "invalid-input", "before.standard"],
    ["a history that is no list", () => movement(before, after, { history: "poor" as never }), "invalid-input", "history"],
    ["a bad entry of the history", () => movement(before, after, { history: [before, { on: "2020", class: "poor" }] }), "invalid-input", "history[1].on"],
    ["two classes on one day in the history", () => movement(before, after, { history: history("2020-12-14 poor", "2020-12-14 near-poor") }), "invalid-input", "history[1].class"],
    ["a history that contradicts the review before", () => movement(before, after, { history: [{ ...before, class: "near-poor" }] }), "invalid-input", "history[0].class"],
    ["a history that contradicts the review after", () => movement(before, after, { history: [{ ...after, class: "not-poor" }] }), "invalid-input", "history[0].class"],
    ["a day since which that is none", () => movement(before, after, { historyCompleteSince: "2021" }), "invalid-input", "historyCompleteSince"],
    ["no months", () => movement(before, after, { relapseWithinMonths: 0 }), "invalid-input", "relapseWithinMonths"],
    ["half a month", () => movement(before, after, { relapseWithinMonths: 1.5 }), "invalid-input", "relapseWithinMonths"],
    ["another reason", () => movement(before, null, { reason: "moved" as never }), "invalid-input", "reason"],
    ["a word that every object knows", () => movement(before, null, { reason: "constructor" as never }), "invalid-input", "reason"],
  ];

  it.each(rows)("%s", (_why, act, code, path) => {
    expect(refusal(act)).toMatchObject({ code: `chuan-ngheo/${code}`, path });
  });

  it("takes a history that holds the reviews, and the same recognition twice", () => {
    expect(marks(movement(before, after, { history: [after, before, before] }))).toBe("= ·");
  });

  it("takes two classes on one day under two standards", () => {
    const known = history("2021-12-14 poor decision-59-2015", "2021-12-14 not-poor decree-07-2021");
    expect(marks(movement({ ...before, class: "not-poor" }, after, { history: known }))).toBe("6 ·");
  });
});

// ------------------------------------------------------------------------------------------------ columns

describe("movementColumns", () => {
  it.each([2, 3] as const)("numbers the columns of form %i", (form) => {
    expect(movementColumns[form].map(({ column }) => column)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(movementColumns[form].every((column) => column.form === form)).toBe(true);
  });

  it("gives the official titles", () => {
    expect(movementColumns[2].map(({ label }) => label.vi)).toEqual([
      "Tổng số hộ nghèo đầu kỳ", "Trở thành hộ cận nghèo", "Vượt chuẩn cận nghèo", "Hộ khác (giảm)", "Hộ cận nghèo trở thành hộ nghèo",
      "Tái nghèo", "Phát sinh mới", "Hộ khác (tăng)", "Tổng số hộ nghèo cuối kỳ",
    ]);
    expect(movementColumns[3].map(({ label }) => label.vi)).toEqual([
      "Tổng số hộ cận nghèo đầu kỳ", "Thoát cận nghèo", "Trở thành hộ nghèo", "Hộ khác (giảm)", "Hộ nghèo trở thành hộ cận nghèo",
      "Tái cận nghèo", "Phát sinh mới", "Hộ khác (tăng)", "Tổng số hộ cận nghèo cuối kỳ",
    ]);
  });
});
