import type { Day } from "../core/plain-date.js";
import { newlyEscaped, type DefinitionReference, type NewlyEscapedOptions } from "./newly-escaped.js";
import { asRecognition, checkedDay, seriesUpTo, standing, type CheckedRecognition, type Recognition, type Series } from "./recognition.js";

/** A group of households that support programmes name. */
export type SupportGroupName = "poor" | "near-poor" | "newly-escaped";

/** A group to which a household belongs on a day. */
export interface SupportGroup {
  /** The group. */
  readonly group: SupportGroupName;
  /** First day: of a list, the first of the unbroken recognitions in that class under that standard. */
  readonly since: Day;
  /** Last day, that day included; `null` for a list, which holds until another recognition. */
  readonly lastDay: Day | null;
  /** Id of the standard of the recognition that it rests on; `null` where it was not given. */
  readonly standard: string | null;
  /** The definition of newly escaped; `null` for a list, which rests on the recognition alone. */
  readonly because: DefinitionReference | null;
}

/**
 * The groups to which a household belongs on a day: poor, near-poor, newly escaped, in this order.
 *
 * Poor and near-poor go by the recognition that stands: the last one up to the day, where a new national standard takes
 * the place of the one before from its baseline on (a reading). A recognition stands until another replaces it, however
 * old. Where two standards that do not succeed each other speak on the same last day, both count, since nothing tells
 * which holds: the household may then be listed twice. Near-poor and newly escaped overlap under `programme`; on a list
 * that the definition names, a household is never newly escaped.
 *
 * @param recognitions - The household's recognitions, in any order.
 * @param options - As for `newlyEscaped`.
 * @returns The groups; empty for a household in none.
 * @throws {@link PovertyStandardError} as `newlyEscaped`.
 *
 * @example
 * ```ts
 * const recognitions = [{ on: "2022-12-14", class: "poor" }, { on: "2023-12-14", class: "near-poor" }] as const;
 * const groups = supportGroups(recognitions, { on: "2024-06-01", definition: "programme" });
 * groups.map(({ group, since }) => [group, since]); // => [["near-poor", "2023-12-14"], ["newly-escaped", "2023-12-14"]]
 * ```
 */
export function supportGroups(recognitions: readonly Recognition[], options: NewlyEscapedOptions): readonly SupportGroup[] {
  const series = seriesUpTo(recognitions, checkedDay(options.on, "on"));
  const { since, lastDay, because, evidence } = newlyEscaped(recognitions, options);
  const now = standing(series);
  const escaped: readonly SupportGroup[] =
    since === null ? [] : [{ group: "newly-escaped", since, lastDay, standard: evidence[1]?.standard ?? null, because }];
  return [...listGroup("poor", now, series), ...listGroup("near-poor", now, series), ...escaped];
}

/** A list as a group, with the standard that has held the household on it the longest; none when it is not on it. */
function listGroup(group: "poor" | "near-poor", now: readonly CheckedRecognition[], series: readonly Series[]): readonly SupportGroup[] {
  const [first] = now
    .filter((recognition) => recognition.class === group)
    .map((recognition) => firstOfRun(series.find((each) => each.includes(recognition)) ?? [recognition]))
    .sort((a, b) => a.day - b.day);
  return first === undefined ? [] : [{ group, since: asRecognition(first).on, lastDay: null, standard: first.standard, because: null }];
}

/** The first of the recognitions at the end of a series that are all in one class. */
function firstOfRun(series: Series): CheckedRecognition {
  const start = series.findLastIndex((recognition, index) => series[index - 1]?.class !== recognition.class);
  return series[start] as CheckedRecognition;
}
