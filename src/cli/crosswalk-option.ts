import { areaSuccession, type AreaSuccession } from "../area/area-succession.js";
import { shownCode } from "../area/area-tree.js";
import { crosswalk, type AreaChange } from "../area/crosswalk.js";
import type { IncompleteArea } from "../area/redrawn-counts.js";
import type { Arguments, OptionSpec } from "./arguments.js";
import type { Run } from "./command.js";
import type { Mapping } from "./mapping.js";
import { madeOfAllRows, readAllRows } from "./place-rows.js";
import { recordShape, type RecordShape } from "./record-shape.js";
import { dayOption } from "./shared-options.js";
import { UsageError } from "./usage-error.js";

/** The options that restate areas on a later map. */
export const crosswalkOptions: readonly OptionSpec[] = [
  { name: "crosswalk", value: "FILE", summary: "which old areas went into which new ones: all is restated on the map of --on" },
  { name: "on", value: "DAY", summary: "with --crosswalk: the day of the new map, that of --areas" },
  { name: "coded-on", value: "DAY", summary: "with --crosswalk: the day of the old map; what changed until then is in the codes already" },
];

/** What a change of an area can hold. */
export const changeShape: RecordShape = recordShape("a change", { on: { type: "word" }, from: { type: "word" }, to: { type: "word" } });

/**
 * What became of the areas by `--crosswalk`; `null` without it.
 *
 * @param args - The arguments.
 * @param run - What the command works with.
 * @param mappings - The mappings of `--map`.
 * @throws {@link UsageError} for the first row that is wrong: without it a split would be read as a whole move.
 */
export async function readSuccession(args: Arguments, run: Run, mappings: ReadonlyMap<string, Mapping>): Promise<AreaSuccession | null> {
  const on = dayOption(args);
  const codedOn = dayOption(args, "coded-on");
  if (!args.options.has("crosswalk")) {
    if (on !== null || codedOn !== null) throw new UsageError(`--${on === null ? "coded-on" : "on"} belongs to --crosswalk FILE`);
    return null;
  }
  if (on === null) throw new UsageError("--crosswalk needs --on DAY, the day of the new map");
  // Days of this form are in the order of their text.
  if (codedOn !== null && codedOn > on) throw new UsageError("--coded-on: expected a day no later than --on");
  const rows = await readAllRows("crosswalk", changeShape, args, run, mappings);
  const changes = madeOfAllRows("crosswalk", "changes", rows, (records) => crosswalk(records as unknown as readonly AreaChange[]));
  return areaSuccession(changes, { on, codedOn });
}

/** So many codes are named in a note at most. */
const MOST_CODES = 20;

/**
 * Tells of which new areas the residents are not known, since some old area has no row.
 *
 * @param incomplete - These areas.
 * @param run - What the command works with.
 */
export function noteIncomplete(incomplete: readonly IncompleteArea[], { reporter }: Run): void {
  for (const { areaCode, missing } of incomplete) {
    const named = missing.slice(0, MOST_CODES).map((code) => shownCode(code).trim() || "a code that is not shown");
    const more = missing.length > MOST_CODES ? ` and ${missing.length - MOST_CODES} more` : "";
    reporter.say(`note: the residents of area${shownCode(areaCode) || " of some code"} are not known: no row for ${named.join(", ")}${more}, which went into it`);
  }
}
