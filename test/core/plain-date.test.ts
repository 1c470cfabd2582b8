import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { addMonths, dayInterval, dayNumber, daysInMonth, dayText, nextDay } from "../../src/core/plain-date.js";

describe("the calendar by hand", () => {
  it.each([
    ["January", 2023, 1, 31],
    ["February of a common year", 2023, 2, 28],
    ["February of a leap year", 2024, 2, 29],
    ["a full century is no leap year", 1900, 2, 28],
    ["nor is 2100", 2100, 2, 28],
    ["but every fourth century is", 2000, 2, 29],
    ["and 1600 was", 1600, 2, 29],
    ["March", 2023, 3, 31],
    ["April", 2023, 4, 30],
    ["May", 2023, 5, 31],
    ["June", 2023, 6, 30],
    ["July", 2023, 7, 31],
    ["August", 2023, 8, 31],
    ["September", 2023, 9, 30],
    ["October", 2023, 10, 31],
    ["November", 2023, 11, 30],
    ["December", 2023, 12, 31],
  ])("%s", (_why, year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days);
  });

  const days: readonly (readonly [why: string, text: string, day: number | null])[] = [
    ["a day", "2023-12-14", 20231214],
    ["the first of all", "0001-01-01", 10101],
    ["the last of all", "9999-12-31", 99991231],
    ["29 February of a leap year", "2024-02-29", 20240229],
    ["29 February of a common year is none", "2023-02-29", null],
    ["29 February of 1900 is none", "1900-02-29", null],
    ["29 February of 2000 is one", "2000-02-29", 20000229],
    ["30 February is never one", "2024-02-30", null],
    ["31 April is none", "2023-04-31", null],
    ["the last of a month", "2023-04-30", 20230430],
    ["the last of a long month", "2023-03-31", 20230331],
    ["one past it", "2023-03-32", null],
    ["day 0", "2023-03-00", null],
    ["day 1", "2023-03-01", 20230301],
    ["month 0", "2023-00-14", null],
    ["month 13", "2023-13-14", null],
    ["month 12", "2023-12-01", 20231201],
    ["year 0", "0000-01-01", null],
    ["a Vietnamese date", "14/12/2023", null],
    ["slashes", "2023/12/14", null],
    ["the second hyphen is none", "2023-12/14", null],
    ["one digit of a month", "2023-1-014", null],
    ["no leading zero", "2023-3-1", null],
    ["a sign", "-023-12-14", null],
    ["a sign before the day", "2023-12-+4", null],
    ["a blank for a digit", "2023-12- 4", null],
    ["a character below the digits", "2023-12-1/", null],
    ["a character above them", "2023-12-1:", null],
    ["a time behind it", "2023-12-14T00:00", null],
    ["a line break behind it", "2023-12-14\n", null],
    ["a line break for the last digit", "2023-12-1\n", null],
    ["full-width digits", "２０２３-12-14", null],
    ["Arabic digits", "٢٠٢٣-12-14", null],
    ["a month only", "2023-12", null],
    ["nothing", "", null],
    ["a number in exponents", "1e3-12-14", null],
    ["null as text", "null", null],
  ];
  it.each(days)("dayNumber: %s", (_why, text, day) => {
    expect(dayNumber(text)).toBe(day);
  });

  const intervals: readonly (readonly [why: string, text: string, from: number | null, to: number | null])[] = [
    ["a day is one day", "2008-05-17", 20080517, 20080517],
    ["a year is all of it", "2008", 20080101, 20081231],
    ["a month is all of it", "2008-05", 20080501, 20080531],
    ["a short month", "2008-04", 20080401, 20080430],
    ["February of a leap year", "2008-02", 20080201, 20080229],
    ["February of a common year", "2009-02", 20090201, 20090228],
    ["December ends with the year", "2008-12", 20081201, 20081231],
    ["the first year", "0001", 10101, 11231],
    ["year 0 is none", "0000", null, null],
    ["month 0 is none", "2008-00", null, null],
    ["month 13 is none", "2008-13", null, null],
    ["two digits of a year", "08", null, null],
    ["five digits of a year", "20085", null, null],
    ["a month without a zero", "2008-5", null, null],
    ["a hyphen too many", "2008-5-", null, null],
    ["a year that is none", "200x", null, null],
    ["a month that is none", "2008/05", null, null],
    ["29 February of a common year", "2009-02-29", null, null],
    ["nothing", "", null, null],
    ["a Vietnamese month", "05/2008", null, null],
  ];
  it.each(intervals)("dayInterval: %s", (_why, text, from, to) => {
    expect(dayInterval(text)).toEqual(from === null ? null : { from, to });
  });

  it.each([["a number", 20231214], ["null", null], ["nothing", undefined], ["a day in a list", ["2023-12-14"]], ["a date", new Date(0)], ["an object of ten", { length: 10 }]])(
    "neither is anything but text: %s",
    (_why, value) => {
      expect(dayNumber(value)).toBeNull();
      expect(dayInterval(value)).toBeNull();
    },
  );

  it.each([
    ["a day", 20231214, "2023-12-14"],
    ["an early year keeps its zeros", 10101, "0001-01-01"],
    ["a year of three digits", 9991231, "0999-12-31"],
  ])("dayText: %s", (_why, day, text) => {
    expect(dayText(day)).toBe(text);
  });

  it.each([
    ["the next of a month", 20231214, 20231215],
    ["the first of the next month", 20230430, 20230501],
    ["not yet: April has 30 days", 20230429, 20230430],
    ["the first of the next year", 20231231, 20240101],
    ["29 February of a leap year", 20240228, 20240229],
    ["1 March after it", 20240229, 20240301],
    ["1 March of a common year", 20230228, 20230301],
    ["out of November", 20231130, 20231201],
  ])("nextDay: %s", (_why, day, next) => {
    expect(nextDay(day)).toBe(next);
  });

  it.each([
    ["36 months from the day of an escape", 20231214, 36, 20261214],
    ["36 months from 29 February: the month has no such day", 20240229, 36, 20270228],
    ["48 months from 29 February: it has", 20240229, 48, 20280229],
    ["31 January and a month", 20230131, 1, 20230228],
    ["31 January and a month, in a leap year", 20240131, 1, 20240229],
    ["31 March and a month", 20230331, 1, 20230430],
    ["30 April and a month stays the 30th", 20230430, 1, 20230530],
    ["no months", 20230331, 0, 20230331],
    ["into December, not the next year", 20231114, 1, 20231214],
    ["into January", 20231214, 1, 20240114],
    ["twelve months from January", 20230101, 12, 20240101],
  ])("addMonths: %s", (_why, day, months, later) => {
    expect(addMonths(day, months)).toBe(later);
  });
});

const numberOf = ({ year, month, day }: Temporal.PlainDate): number => year * 10_000 + month * 100 + day;
const anyDay = fc
  .tuple(fc.integer({ min: 1, max: 9900 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 2, 27, 28, 29, 30, 31))
  .map(([year, month, day]) => Temporal.PlainDate.from({ year, month, day }));

describe("against Temporal", () => {
  it("every day of 1890 to 2110, and its next day, month and text", () => {
    let date = Temporal.PlainDate.from("1890-01-01");
    let count = 0;
    const wrong: string[] = [];
    while (date.year <= 2110) {
      const [text, day] = [date.toString(), numberOf(date)];
      const next = date.add({ days: 1 });
      const right =
        dayNumber(text) === day &&
        dayText(day) === text &&
        nextDay(day) === numberOf(next) &&
        dayInterval(text)?.from === day &&
        dayInterval(text)?.to === day &&
        daysInMonth(date.year, date.month) === date.daysInMonth;
      if (!right) wrong.push(text);
      date = next;
      count++;
    }
    expect(wrong).toEqual([]);
    expect(count).toBe(80_718);
  });

  it("every text of the shape YYYY-MM-DD is a day exactly when Temporal takes it", () => {
    const year = fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(1900, 2000, 2023, 2024, 2100));
    fc.assert(
      fc.property(year, fc.nat({ max: 14 }), fc.nat({ max: 33 }), (y, month, day) => {
        const text = [String(y).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
        let expected: number | null = null;
        try {
          expected = numberOf(Temporal.PlainDate.from({ year: y, month, day }, { overflow: "reject" }));
        } catch {
          // No day of the calendar.
        }
        expect(dayNumber(text)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it("a partial date runs from its first day to its last", () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const text = date.toString();
        const lastOfYear = date.with({ month: 12, day: 31 });
        const lastOfMonth = date.with({ day: date.daysInMonth });
        expect(dayInterval(text.slice(0, 4))).toEqual({ from: numberOf(date.with({ month: 1, day: 1 })), to: numberOf(lastOfYear) });
        expect(dayInterval(text.slice(0, 7))).toEqual({ from: numberOf(date.with({ day: 1 })), to: numberOf(lastOfMonth) });
        expect(dayInterval(text)).toEqual({ from: numberOf(date), to: numberOf(date) });
      }),
      { numRuns: 1000 },
    );
  });

  it("months are added as Temporal adds them, cut to the last day", () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 1000 }), (date, months) => {
        expect(addMonths(numberOf(date), months)).toBe(numberOf(date.add({ months }, { overflow: "constrain" })));
      }),
      { numRuns: 2000 },
    );
  });

  it("numbers stand in the order of the days", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(Math.sign(numberOf(a) - numberOf(b)) + 0).toBe(Temporal.PlainDate.compare(a, b));
        expect(Math.sign(dayNumber(a.toString())! - dayNumber(b.toString())!) + 0).toBe(Temporal.PlainDate.compare(a, b));
      }),
    );
  });

  it("anything else is no day and never throws", () => {
    const junk = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.string({ unit: fc.constantFrom("0", "1", "2", "-", "/", " ", "é"), minLength: 4, maxLength: 10 }),
    );
    fc.assert(
      fc.property(junk, (text) => {
        const shape = /^\d{4}-\d{2}-\d{2}$/.test(text);
        if (!shape) expect(dayNumber(text)).toBeNull();
        const interval = dayInterval(text);
        if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) expect(interval).toBeNull();
        if (interval !== null) expect(interval.from).toBeLessThanOrEqual(interval.to);
      }),
      { numRuns: 1000 },
    );
  });
});
