/**
 * Ids of the national standards, each before the one that took its place; kept apart from the standards themselves, so
 * that a history can be read without loading their rules.
 */
export const nationalSuccession: readonly string[] = [
  "vn/decision-170-2005",
  "vn/decision-09-2011",
  "vn/decision-59-2015",
  "vn/decree-07-2021",
  "vn/decree-351-2025",
];

/**
 * Whether one standard took the place of another, at once or after others. Of a standard that is not national, or not
 * named, that is not known.
 *
 * @param later - Id of a standard, or `null`.
 * @param earlier - Id of another, or `null`.
 *
 * @example
 * ```ts
 * succeeds("vn/decree-07-2021", "vn/decision-59-2015"); // => true
 * succeeds("vn/decision-59-2015", "vn/decree-07-2021"); // => false
 * ```
 */
export function succeeds(later: string | null, earlier: string | null): boolean {
  const place = nationalSuccession.indexOf(earlier ?? "");
  return place >= 0 && nationalSuccession.indexOf(later ?? "") > place;
}
