/** A period as its year and what follows: `2022-06` is 2022 and `-06`. */
export interface YearOfPeriod {
  readonly year: number;
  /** Nothing where the period is the year. */
  readonly rest: string;
}

/**
 * The year with which a period begins, `null` where it begins with none.
 *
 * @param period - For example `2023` or `2023-12-14`.
 */
export function yearOf(period: string): YearOfPeriod | null {
  return /^\d{4}(?!\d)/.test(period) ? { year: Number(period.slice(0, 4)), rest: period.slice(4) } : null;
}

/**
 * A period as text.
 *
 * @param period - Its year and the rest.
 */
export function periodText({ year, rest }: YearOfPeriod): string {
  return String(year).padStart(4, "0") + rest;
}
