import { checkedPeriods, type PanelReview, type ReviewPeriod } from "../history/panel-review.js";
import { movementReasons } from "../history/movement-reason.js";
import { Panel, type PanelRecord, type PanelTables } from "../history/panel.js";
import type { AreaTree } from "../area/area-tree.js";
import { povertyClasses } from "../law/standard.js";
import type { Arguments, OptionSpec } from "./arguments.js";
import type { Run } from "./command.js";
import { ownId } from "./counted-record.js";
import { knownKeys } from "./known-keys.js";
import type { Mapping } from "./mapping.js";
import { openMain } from "./open-input.js";
import { madeOfAllRows, readAllRows } from "./place-rows.js";
import { problemOf } from "./problem.js";
import type { Keyed } from "./read-records.js";
import { recordShape, type RecordShape } from "./record-shape.js";
import { dayOption } from "./shared-options.js";
import { textTable } from "./text-table.js";
import { UsageError } from "./usage-error.js";

/** The options of a panel. */
export const panelOptions: readonly OptionSpec[] = [
  { name: "complete-since", value: "DAY", summary: "since when every recognition is in the panel: tells newly arising from relapsed" },
  { name: "relapse-within", value: "MONTHS", summary: "how old an earlier listing may be to make a relapse; without it any" },
  { name: "reviews", value: "FILE", summary: "the reviews, where recognitions of one bear several days; without it each day is one" },
];

/** What the input of a panel is, for the usage of a command. */
export const panelDetails = `Input, one household at one review a line, in any order:
  {"id":"h1","on":"2023-12-14","class":"poor","standard":"vn/decree-07-2021","areaCode":"18070","persons":4}
"class" null is a household that is not in the records any more; its "reason" tells why, and one that came may carry one
too: ${movementReasons.join(", ")}. Without "persons" the person counts that it is in are not known.
Two reviews are compared that follow each other under one standard. A household without a record at a review was not in
the records then, also where its line was wrong: correct the lines that are reported before the tables are used.

--reviews: {"from":"2023-12-01","to":"2023-12-31","standard":"vn/decree-07-2021"}, one review a line, both days included.
All files are JSON Lines or CSV with these names, or in snake_case. A blank class of a CSV file is null.`;

/** What a record of a panel can hold. */
export const panelShape: RecordShape = recordShape("a household at a review", {
  id: { type: "word" },
  on: { type: "word" },
  class: { type: "word", words: povertyClasses },
  standard: { type: "word" },
  areaCode: { type: "word" },
  persons: { type: "whole" },
  reason: { type: "word", words: movementReasons },
  meta: { type: "text" },
});

/** What a review can hold. */
export const reviewShape: RecordShape = recordShape("a review", { from: { type: "word" }, to: { type: "word" }, standard: { type: "word" } });

const known: ReadonlySet<string> = new Set([...panelShape.fields.values()].map(({ name }) => name));

/**
 * The panel of the main input; lines that are wrong are reported and left out.
 *
 * @param args - The arguments.
 * @param run - What the command works with.
 * @param mappings - The mappings of `--map`.
 * @param tree - The areas that there are.
 */
export async function readPanel(args: Arguments, run: Run, mappings: ReadonlyMap<string, Mapping>, tree: AreaTree): Promise<Panel> {
  const { reporter, progress } = run;
  const codes = new Map(tree.areas.map(({ code }) => [code, code]));
  const panel = new Panel({
    areaCodes: codes.keys(),
    historyCompleteSince: dayOption(args, "complete-since"),
    relapseWithinMonths: monthsOption(args),
    reviews: await reviewsOption(args, run, mappings),
  });
  const { records } = await openMain(args, run, panelShape, mappings);
  for await (const { line, record, problem } of records) {
    progress.tick();
    try {
      if (problem !== null) reporter.problem(line, problem);
      else panel.add(panelRecord(args.options.has("allow-unknown") ? knownKeys(record, known, (key) => reporter.leftOut(line, key)) : record, codes));
    } catch (error) {
      reporter.problem(line, problemOf(error));
    }
    if (reporter.full) await reporter.drained();
  }
  return panel;
}

function panelRecord(record: Keyed, codes: ReadonlyMap<unknown, string>): PanelRecord {
  const { areaCode } = record;
  const kept: Record<string, unknown> = { ...record, id: ownId(record["id"]), areaCode: codes.get(areaCode) ?? areaCode };
  delete kept["meta"];
  return kept as unknown as PanelRecord;
}

function monthsOption({ options }: Arguments): number | null {
  const months = options.get("relapse-within");
  if (months === undefined) return null;
  if (!/^[1-9]\d{0,4}$/.test(months)) throw new UsageError("--relapse-within: expected a whole number of months, 1 or more");
  return Number(months);
}

async function reviewsOption(args: Arguments, run: Run, mappings: ReadonlyMap<string, Mapping>): Promise<readonly ReviewPeriod[] | null> {
  if (!args.options.has("reviews")) return null;
  const rows = await readAllRows("reviews", reviewShape, args, run, mappings);
  return madeOfAllRows("reviews", "reviews", rows, (records) => {
    checkedPeriods(records);
    return records as unknown as readonly ReviewPeriod[];
  });
}

/**
 * Tells the reviews of a panel, how many households have no record at each, and whether none are compared.
 *
 * @param reviews - The reviews.
 * @param tables - The pairs that are compared.
 * @param run - What the command works with.
 */
export function tellReviews(reviews: readonly PanelReview[], tables: readonly PanelTables[], { reporter }: Run): void {
  const rows = reviews.map(({ from, to, standard, households, gaps }) => [from, to, standard ?? "", String(households), String(gaps)]);
  if (rows.length > 0) reporter.say(`Reviews, households with a record and households of the panel without one:\n${textTable([["from", "to", "standard", "households", "gaps"], ...rows], 3)}`);
  if (tables.length === 0) reporter.say("There are no movements: no two reviews follow each other under one standard.");
}
