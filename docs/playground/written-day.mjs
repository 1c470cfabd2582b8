/** A day, month or year as people write it: `14/12/2023` in Vietnamese, `2023-12-14` in English. */
export function writtenDay(day, locale) {
  return locale === "vi" ? day.split("-").reverse().join("/") : day;
}

/**
 * A day, month or year as data; the calendar is left to the library.
 *
 * @param text - `14/12/2023`, `12/2023`, `2023`, or `2023-12-14`, `2023-12`.
 * @returns `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; `null` for anything else.
 */
export function readDay(text) {
  const trimmed = text.trim();
  if (/^\d{4}(?:-\d{2}){0,2}$/.test(trimmed)) return trimmed;
  // Day before month, as Vietnam writes it in both languages.
  const [, day, month, year] = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/.exec(trimmed) ?? [];
  if (year === undefined) return null;
  return [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, "0")).join("-");
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text) {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = text.split("-").map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
}
