/** A language that explanations, labels and printed numbers are given in. */
export type Locale = "vi" | "en";

/** One text in the two languages of the package. */
export interface LocalizedText {
  /** Vietnamese, with the official terms. */
  readonly vi: string;
  /** English. */
  readonly en: string;
}

/**
 * One text in both languages.
 *
 * @param vi - Vietnamese.
 * @param en - English.
 */
export function bilingual(vi: string, en: string): LocalizedText {
  return { vi, en };
}

/**
 * A whole number with its thousands grouped: `1.500.000` in Vietnamese, `1,500,000` in English.
 *
 * @param value - Digits with an optional sign and an optional decimal part after a point, as text or as a number.
 * @param locale - The language.
 */
export function groupedNumber(value: number | string | bigint, locale: Locale): string {
  const [whole = "", fraction] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === "vi" ? "." : ",");
  return fraction === undefined ? grouped : grouped + (locale === "vi" ? "," : ".") + fraction;
}

/**
 * A day as people write it: `14/12/2023` in Vietnamese, `2023-12-14` in English; a partial one likewise (`12/2023`, `2023`).
 *
 * @param day - `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.
 * @param locale - The language.
 */
export function writtenDay(day: string, locale: Locale): string {
  return locale === "vi" ? day.split("-").reverse().join("/") : day;
}
