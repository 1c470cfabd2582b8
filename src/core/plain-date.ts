/** A calendar day as text, `YYYY-MM-DD`. */
export type Day = string;

/**
 * A day as the whole number `YYYYMMDD`. Comparing two of them compares the days, and `day - years * 10000` is the
 * bound of an age, so that no other date arithmetic is needed: born on 29 February, the year is complete on 1 March in
 * common years.
 */
export type DayNumber = number;

/** First and last day that a full or partial date can mean, both included. */
export interface DayInterval {
  /** The earliest day. */
  readonly from: DayNumber;
  /** The latest day. */
  readonly to: DayNumber;
}

/**
 * How many days a month has in the proleptic Gregorian calendar.
 *
 * @param year - For example 2024.
 * @param month - 1 to 12.
 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The number of a day, or `null` for anything that is no text of a day of the calendar.
 *
 * @param text - `YYYY-MM-DD`, the year from 0001.
 */
export function dayNumber(text: unknown): DayNumber | null {
  if (typeof text !== "string" || text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  // `digits` is negative where a character is no digit.
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return year * 10000 + month * 100 + day;
}

/**
 * The days that a full or partial date can mean, or `null` for anything that is no text of one.
 *
 * @param text - `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; the year from 0001.
 */
export function dayInterval(text: unknown): DayInterval | null {
  if (typeof text !== "string") return null;
  if (text.length === 4) return between(`${text}-01-01`, `${text}-12-31`);
  if (text.length === 7) {
    const from = dayNumber(`${text}-01`);
    return from === null ? null : { from, to: from - 1 + daysInMonth(Math.floor(from / 10000), Math.floor(from / 100) % 100) };
  }
  return between(text, text);
}

function between(first: string, last: string): DayInterval | null {
  const from = dayNumber(first);
  const to = dayNumber(last);
  return from === null || to === null ? null : { from, to };
}

const HYPHEN = 45;
const ZERO = 48;

/** The number that some digits of a text write; negative when one is no digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * The text of a day.
 *
 * @param day - A day as a number.
 */
export function dayText(day: DayNumber): Day {
  const text = String(day).padStart(8, "0");
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/**
 * The corresponding day some months later; the last day of the month where it has no such day (Civil Code 2015,
 * Arts. 147–148).
 *
 * @param day - A day as a number.
 * @param months - How many months, 0 or more.
 */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const total = Math.floor(day / 10000) * 12 + (Math.floor(day / 100) % 100) - 1 + months;
  const year = Math.floor(total / 12);
  const month = (total % 12) + 1;
  return year * 10000 + month * 100 + Math.min(day % 100, daysInMonth(year, month));
}

/**
 * The day after.
 *
 * @param day - A day as a number.
 */
export function nextDay(day: DayNumber): DayNumber {
  const year = Math.floor(day / 10000);
  const month = Math.floor(day / 100) % 100;
  if (day % 100 < daysInMonth(year, month)) return day + 1;
  return month < 12 ? year * 10000 + (month + 1) * 100 + 1 : (year + 1) * 10000 + 101;
}
