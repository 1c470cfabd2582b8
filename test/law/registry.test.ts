import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { dayNumber } from "../../src/core/plain-date.js";
import { standardById, standardInForce, standards } from "../../src/law/registry.js";
import { refusal } from "../support/refusal.js";

describe("standardInForce", () => {
  // The day before each period, its first, its last, the day after.
  const rows: readonly (readonly [why: string, day: string, id: string | null])[] = [
    ["before all that is held", "2005-12-31", null],
    ["first day of Decision 170/2005", "2006-01-01", "vn/decision-170-2005"],
    ["its last", "2010-12-31", "vn/decision-170-2005"],
    ["the day after it", "2011-01-01", "vn/decision-09-2011"],
    ["the day before Decision 09/2011", "2010-12-31", "vn/decision-170-2005"],
    ["its first day, though it was issued on 30 January", "2011-01-01", "vn/decision-09-2011"],
    ["its last", "2015-12-31", "vn/decision-09-2011"],
    ["the day after it", "2016-01-01", "vn/decision-59-2015"],
    ["the day before Decision 59/2015", "2015-12-31", "vn/decision-09-2011"],
    ["its first day, though it came into force on the 5th", "2016-01-01", "vn/decision-59-2015"],
    ["the last of 2016–2020", "2020-12-31", "vn/decision-59-2015"],
    ["the day after it", "2021-01-01", "vn/decision-59-2015"],
    ["the day before the carried-over year", "2020-12-31", "vn/decision-59-2015"],
    ["first day of the carried-over year", "2021-01-01", "vn/decision-59-2015"],
    ["its last", "2021-12-31", "vn/decision-59-2015"],
    ["the day after it", "2022-01-01", "vn/decree-07-2021"],
    ["the day on which Decree 07/2021 came into force", "2021-03-15", "vn/decision-59-2015"],
    ["the day before Decree 07/2021", "2021-12-31", "vn/decision-59-2015"],
    ["its first day", "2022-01-01", "vn/decree-07-2021"],
    ["the last of 2022–2025", "2025-12-31", "vn/decree-07-2021"],
    ["the day after it", "2026-01-01", "vn/decree-07-2021"],
    ["the day before the carried-over year", "2025-12-31", "vn/decree-07-2021"],
    ["first day of the carried-over year", "2026-01-01", "vn/decree-07-2021"],
    ["its last", "2026-12-31", "vn/decree-07-2021"],
    ["the day after it", "2027-01-01", "vn/decree-351-2025"],
    ["the day before Decree 351/2025", "2026-12-31", "vn/decree-07-2021"],
    ["its first day", "2027-01-01", "vn/decree-351-2025"],
    ["the last that is held", "2030-12-31", "vn/decree-351-2025"],
    ["after all that is held", "2031-01-01", null],
    ["a leap day", "2024-02-29", "vn/decree-07-2021"],
  ];
  it.each(rows)("%s: %s", (_why, day, id) => {
    if (id !== null) expect(standardInForce(day).id).toBe(id);
    else
      expect(refusal(() => standardInForce(day))).toEqual({
        code: "chuan-ngheo/law-not-held", path: "day", message: "day: no standard is held for this day; held are 2006-01-01 to 2030-12-31",
      });
  });

  it("covers every day of 2006 to 2030 exactly once, and no day outside", () => {
    const expected = (day: string): string | null => {
      const year = Number(day.slice(0, 4));
      if (year < 2006 || year > 2030) return null;
      if (year <= 2010) return "vn/decision-170-2005";
      if (year <= 2015) return "vn/decision-09-2011";
      if (year <= 2021) return "vn/decision-59-2015";
      return year <= 2026 ? "vn/decree-07-2021" : "vn/decree-351-2025";
    };
    const wrong: string[] = [];
    let days = 0;
    for (let date = Temporal.PlainDate.from("2005-12-31"); date.toString() <= "2031-01-01"; date = date.add({ days: 1 }), days++) {
      const day = date.toString();
      const covering = standards.flatMap(({ id, inForce }) => inForce.filter(({ from, to }) => from <= day && day <= to).map(() => id));
      const wanted = expected(day);
      const found = refusal(() => standardInForce(day)) === "accepted" ? standardInForce(day).id : null;
      if (found !== wanted || covering.length !== (wanted === null ? 0 : 1) || (covering[0] ?? null) !== wanted) wrong.push(day);
    }
    expect(wrong).toEqual([]);
    expect(days).toBe(9133);
  });

  it("answers a day outside 2006 to 2030 with a typed error, never with a default", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("0002-01-01"), max: new Date("9998-12-31"), noInvalidDate: true }), (date) => {
        const day = date.toISOString().slice(0, 10);
        const answer = refusal(() => standardInForce(day));
        expect(answer === "accepted" ? answer : answer.code).toBe(day >= "2006-01-01" && day <= "2030-12-31" ? "accepted" : "chuan-ngheo/law-not-held");
      }),
    );
  });

  const noDays: readonly (readonly [why: string, day: unknown])[] = [
    ["29 February of a common year", "2023-02-29"],
    ["a year", "2023"],
    ["a Vietnamese date", "14/12/2023"],
    ["a time", "2023-12-14T00:00:00Z"],
    ["a date object", new Date("2023-12-14")],
    ["a number", 20231214],
    ["nothing", undefined],
    ["null", null],
    ["an empty text", ""],
  ];
  it.each(noDays)("refuses what is no day: %s", (_why, day) => {
    expect(refusal(() => standardInForce(day as string))).toEqual({ code: "chuan-ngheo/invalid-input", path: "day", message: "day: expected a day of the calendar, YYYY-MM-DD" });
  });
});

describe("standards", () => {
  it("are listed oldest first, and the list is frozen", () => {
    const firstDays = standards.map(({ inForce }) => inForce[0]!.from);
    expect(firstDays).toEqual([...firstDays].sort());
    expect(Object.isFrozen(standards)).toBe(true);
  });

  it("have periods that follow each other without a hole", () => {
    const periods = standards.flatMap(({ inForce }) => inForce);
    for (const [index, { from }] of periods.entries())
      if (index > 0) expect(Temporal.PlainDate.from(periods[index - 1]!.to).add({ days: 1 }).toString()).toBe(from);
    expect(periods.every(({ from, to }) => dayNumber(from)! < dayNumber(to)!)).toBe(true);
  });

  it.each(standards.map(({ id }, index) => [id, index] as const))("are found by their id: %s", (id, index) => {
    expect(standardById(id)).toBe(standards[index]);
  });

  it.each([
    ["another spelling", "vn/Decree-07-2021"],
    ["a name that every object inherits", "constructor"],
    ["nothing", ""],
  ])("are not guessed: %s", (_why, id) => {
    expect(refusal(() => standardById(id))).toEqual({
      code: "chuan-ngheo/law-not-held", path: "standard",
      message: "standard: no standard has this id; held are vn/decision-170-2005, vn/decision-09-2011, vn/decision-59-2015, vn/decree-07-2021, vn/decree-351-2025",
    });
  });
});
