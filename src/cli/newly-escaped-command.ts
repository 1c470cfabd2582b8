import { checkedRecord, unexpected } from "../core/checked-record.js";
import type { Locale } from "../core/text.js";
import { explainNewlyEscaped } from "../history/explain-newly-escaped.js";
import { newlyEscaped, type NewlyEscaped, type NewlyEscapedOptions } from "../history/newly-escaped.js";
import type { Recognition } from "../history/recognition.js";
import { povertyClasses } from "../law/standard.js";
import { newlyEscapedDefinitions, type NewlyEscapedDefinitionId } from "../law/vietnam/newly-escaped-definitions.js";
import type { Arguments } from "./arguments.js";
import type { Command, Run } from "./command.js";
import { consecutiveGroups, type Group } from "./consecutive-groups.js";
import { isGiven } from "../core/is-given.js";
import { knownKeys } from "./known-keys.js";
import { idText } from "./members-join.js";
import { mappingsOf, openMain } from "./open-input.js";
import { invalidInput, problemOf, type Problem } from "./problem.js";
import type { Keyed, ReadRecord } from "./read-records.js";
import { recordShape, type RecordShape } from "./record-shape.js";
import { recordWriter, type Column } from "./record-writer.js";
import { dayOption, explainOption, formatOption, localeOption, recordOptions } from "./shared-options.js";
import { UsageError } from "./usage-error.js";

const details = `Input, one household a line, with the decisions that recognised its class, in any order:
  {"id":"h1","recognitions":[{"on":"2022-12-14","class":"poor"},{"on":"2023-12-14","class":"not-poor"}]}
A recognition may name its "standard"; those under different standards are never compared. Recognitions after the day
are ignored. A line may carry "areaCode", "persons" and "meta".

CSV: one recognition a row, with the columns id (or household_id), on, class and standard. The rows of a household follow
each other. A household of which a row is wrong is not answered. What else a household carries is read from its first row.

Output: {"id","areaCode","persons","newlyEscaped","since","lastDay","why","on","definition","because","meta","text"};
"since" and "lastDay" (itself included) are null unless newly escaped. "why":
  within-window   yes: it left the lists and the months have not passed
  window-ended    it left the lists, but the months have passed
  still-listed    it is on a list and has never left the lists
  listed-again    it left the lists and was listed again
  never-listed    no recognition up to the day puts it on a list
  not-an-escape   it is on no list, but did not leave the lists of this definition

--map: {"columns": {"MaHo": "id", "NgayCongNhan": "on", "PhanLoai": "class"},
        "values": {"class": {"N": "poor", "CN": "near-poor"}}}
Codes are mapped in CSV; in JSON Lines only the keys beside "recognitions" are.`;

/** Tells which households are newly escaped. */
export const newlyEscapedCommand: Command = {
  name: "newly-escaped",
  summary: "whether each household is newly escaped (mới thoát nghèo) on a day",
  options: [
    { name: "on", value: "DAY", required: true, summary: "the day, YYYY-MM-DD" },
    {
      name: "definition", value: "NAME", required: true, choices: Object.keys(newlyEscapedDefinitions),
      summary: "credit (preferential loans: left the poor and the near-poor list)\nor programme (National Target Programme 2021-2025: left the poor list)",
    },
    explainOption,
    ...recordOptions,
  ],
  takesFile: true,
  details,
  run: newlyEscapedHouseholds,
};

/** The output line of a household. */
interface Answer extends Omit<NewlyEscaped, "evidence"> {
  readonly id?: unknown;
  readonly areaCode?: unknown;
  readonly persons?: unknown;
  readonly meta?: unknown;
  readonly text?: string;
}

const columns: readonly Column<Answer>[] = [
  { name: "id", cell: ({ id }) => id as string | number | undefined },
  { name: "area_code", cell: ({ areaCode }) => areaCode as string | undefined },
  { name: "persons", cell: ({ persons }) => persons as number | undefined },
  { name: "newly_escaped", cell: (answer) => answer.newlyEscaped },
  { name: "since", cell: ({ since }) => since },
  { name: "last_day", cell: ({ lastDay }) => lastDay },
  { name: "why", cell: ({ why }) => why },
  { name: "on", cell: ({ on }) => on },
  { name: "definition", cell: ({ definition }) => definition },
  { name: "because", cell: ({ because: { document, provision, provenance } }) => `${provision === "" ? "" : `${provision} of `}${document} (${provenance})` },
  { name: "meta", cell: ({ meta }) => (meta === undefined || typeof meta === "string" ? meta : JSON.stringify(meta)) },
];
const textColumn: Column<Answer> = { name: "text", cell: ({ text }) => text };

const historyShape: RecordShape = recordShape("a recognition", {
  id: { type: "word", column: "household_id" },
  on: { type: "word" },
  class: { type: "word", words: povertyClasses },
  standard: { type: "word" },
  areaCode: { type: "word" },
  persons: { type: "whole" },
  meta: { type: "text" },
});

const householdKeys: ReadonlySet<string> = new Set(["id", "recognitions", "areaCode", "persons", "meta"]);

async function newlyEscapedHouseholds(args: Arguments, run: Run): Promise<void> {
  const { output, reporter, progress } = run;
  const on = dayOption(args);
  if (on === null) throw new UsageError("expected --on DAY");
  const options: NewlyEscapedOptions = { on, definition: args.options.get("definition") as NewlyEscapedDefinitionId };
  const locale = localeOption(args);
  const mappings = await mappingsOf(args, run, new Map([["", historyShape]]));
  const writer = await recordWriter(formatOption(args, "format") ?? "jsonl", locale === null ? columns : [...columns, textColumn], output);
  const { format, records } = await openMain(args, run, historyShape, mappings);
  const households = format === "csv" ? householdsOfRows(records, run) : householdsOfLines(records);
  for await (const { line, rowLines, record, problem } of households) {
    progress.tick();
    try {
      if (problem !== null) reporter.problem(line, problem);
      else {
        const kept = args.options.has("allow-unknown") ? knownKeys(record, householdKeys, (key) => reporter.leftOut(line, key)) : record;
        writer.write(writer.text(answered(kept, options, locale)));
      }
    } catch (error) {
      report(error, line, rowLines, run);
    }
    if (output.full) await output.drained();
    if (reporter.full) await reporter.drained();
    if (output.closed) return;
  }
  writer.finish();
}

/** A household to be answered. */
interface History {
  /** The line on which it starts. */
  readonly line: number;
  /** The line of each recognition, where these have lines of their own. */
  readonly rowLines: readonly number[] | null;
  readonly record: Keyed;
  readonly problem: Problem | null;
}

async function* householdsOfLines(records: AsyncIterable<ReadRecord>): AsyncGenerator<History> {
  for await (const { line, record, problem } of records) yield { line, rowLines: null, record: record ?? {}, problem };
}

/** The households of a CSV file, of which every row is one recognition. */
async function* householdsOfRows(rows: AsyncIterable<ReadRecord>, { reporter }: Run): AsyncGenerator<History> {
  const seen = new Set<string>();
  const groups = consecutiveGroups(
    rows,
    ({ record }) => idText(record?.["id"]),
    ({ line, problem }) => reporter.problem(line, problem ?? invalidInput("expected the id of the household; the rows of a household are told by it", "id")),
  );
  for await (const group of groups) {
    const { line, brokenAt } = group;
    const rowLines = group.rows.map((row) => row.line);
    if (seen.has(group.id)) for (const late of rowLines) reporter.problem(late, comesLater);
    else if (brokenAt === null) yield { line, rowLines, record: historyOf(group), problem: null };
    // A row that is wrong was reported; where it is the first one, so was the household.
    else if (brokenAt !== line) yield { line, rowLines, record: {}, problem: invalidInput(`line ${brokenAt} cannot be read, and may be a recognition of this household`, "recognitions") };
    seen.add(ownText(group.id));
  }
}

const comesLater: Problem = {
  code: "chuan-ngheo/members-out-of-order",
  path: "id",
  message: "expected the rows of a household to follow each other; others with this id came before, without this one",
};

/** A copy that does not keep the text of which it was cut alive. */
function ownText(text: string): string {
  return Buffer.from(text).toString();
}

function historyOf({ rows }: Group): Keyed {
  const first = rows[0]?.record ?? {};
  const recognitions = rows.map(({ record: { on, class: found, standard } }) => ({ on, class: found, standard }));
  return { id: first["id"], areaCode: first["areaCode"], persons: first["persons"], meta: first["meta"], recognitions };
}

function answered(record: Keyed, options: NewlyEscapedOptions, locale: Locale | null): Answer {
  const { id, areaCode, persons, meta, recognitions } = checkedRecord(record, householdKeys as ReadonlySet<"id" | "recognitions" | "areaCode" | "persons" | "meta">, "key of a household's recognitions");
  if (isGiven(id) && typeof id !== "string" && !Number.isSafeInteger(id)) throw unexpected("id", "expected text or a whole number", id);
  if (isGiven(areaCode) && typeof areaCode !== "string") throw unexpected("areaCode", "expected a code as text", areaCode);
  if (isGiven(persons) && (!Number.isSafeInteger(persons) || (persons as number) < 1)) throw unexpected("persons", "expected a whole number of persons, 1 or more", persons);
  const found = newlyEscaped(recognitions as readonly Recognition[], options);
  return {
    ...(isGiven(id) ? { id } : {}),
    ...(isGiven(areaCode) ? { areaCode } : {}),
    ...(isGiven(persons) ? { persons } : {}),
    newlyEscaped: found.newlyEscaped, since: found.since, lastDay: found.lastDay, why: found.why,
    on: found.on, definition: found.definition, because: found.because,
    ...(isGiven(meta) ? { meta } : {}),
    ...(locale === null ? {} : { text: explainNewlyEscaped(found, { locale }) }),
  };
}

/** Reports an error at the line of the recognition that it names. */
function report(error: unknown, line: number, rowLines: readonly number[] | null, { reporter }: Run): void {
  const problem = problemOf(error);
  const place = /^recognitions\[(\d+)\](?:\.(\w+))?$/.exec(problem.path ?? "");
  const rowLine = rowLines?.[Number(place?.[1] ?? -1)];
  if (rowLine === undefined) reporter.problem(line, problem);
  else reporter.problem(rowLine, { ...problem, path: place?.[2] ?? null });
}
