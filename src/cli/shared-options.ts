import { dayNumber, type Day } from "../core/plain-date.js";
import type { Locale } from "../core/text.js";
import { nearestName } from "../core/nearest-name.js";
import { standards } from "../law/registry.js";
import type { Standard } from "../law/standard.js";
import type { Arguments, OptionSpec } from "./arguments.js";
import type { Format } from "./read-records.js";
import { UsageError } from "./usage-error.js";

/** Every command explains itself. */
export const helpOption: OptionSpec = { name: "help", value: null, summary: "prints this" };

/** How input is read and output written, alike for every command that does. */
export const recordOptions: readonly OptionSpec[] = [
  { name: "input", value: "FORMAT", choices: ["jsonl", "csv"], summary: "jsonl or csv; without it the first character tells: { is JSON Lines" },
  { name: "format", value: "FORMAT", choices: ["jsonl", "csv"], summary: "what is written: jsonl (without it) or csv" },
  { name: "map", value: "FILE", summary: "a JSON file that gives foreign names and codes their meaning" },
  { name: "allow-unknown", value: null, summary: "leaves out keys and columns that are not known, with a warning for each" },
];

/** Explanations beside each answer. */
export const explainOption: OptionSpec = { name: "explain", value: "LANGUAGE", choices: ["vi", "en"], summary: "vi or en: adds what an officer can tell the household" };

/**
 * The format that an option names, or `null`.
 *
 * @param args - The arguments.
 * @param name - `input` or `format`.
 */
export function formatOption({ options }: Arguments, name: "input" | "format"): Format | null {
  return (options.get(name) ?? null) as Format | null;
}

/**
 * The language of explanations; `null` for none.
 *
 * @param args - The arguments.
 */
export function localeOption({ options }: Arguments): Locale | null {
  return (options.get("explain") ?? null) as Locale | null;
}

/**
 * The day that an option names; `null` without it.
 *
 * @param args - The arguments.
 * @param name - The option.
 * @throws {@link UsageError} when it is no day of the calendar.
 */
export function dayOption({ options }: Arguments, name = "on"): Day | null {
  const day = options.get(name);
  if (day === undefined) return null;
  if (dayNumber(day) === null) throw new UsageError(`--${name}: expected a day of the calendar, YYYY-MM-DD`);
  return day;
}

/**
 * The standard that `--standard` names; `null` without it.
 *
 * @param args - The arguments.
 * @throws {@link UsageError} that lists the standards held when none has this id.
 */
export function standardOption({ options }: Arguments): Standard | null {
  const id = options.get("standard");
  if (id === undefined) return null;
  const ids = standards.map((standard) => standard.id);
  const found = standards.find((standard) => standard.id === id);
  if (found !== undefined) return found;
  const near = nearestName(id, ids);
  throw new UsageError(`--standard: no standard has this id${near === null ? "" : ` (the nearest is ${near})`}; held are:\n  ${ids.join("\n  ")}`);
}
