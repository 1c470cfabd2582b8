import { isPovertyStandardError } from "../core/errors.js";
import type { RateName } from "../area/area-row.js";
import { AreaTally, type AreaRatesOptions } from "../area/area-tally.js";
import { areaTree, type Area } from "../area/area-tree.js";
import { countedHouseholdKeys, type CountedHousehold } from "../area/counted-household.js";
import { printedAreaRates, type PrintedAreaRates } from "../area/printed-area-rates.js";
import { residentsByArea, type AreaResidents } from "../area/residents.js";
import { povertyClasses } from "../law/standard.js";
import type { Arguments } from "./arguments.js";
import { classifyColumns } from "./classify-columns.js";
import { columnName } from "./column-name.js";
import type { Command, Run } from "./command.js";
import { knownKeys } from "./known-keys.js";
import type { Mapping } from "./mapping.js";
import { mappingsOf, openMain, openOther } from "./open-input.js";
import { problemOf } from "./problem.js";
import type { Keyed } from "./read-records.js";
import { recordShape, type RecordShape } from "./record-shape.js";
import { recordWriter, type Column } from "./record-writer.js";
import { formatOption, recordOptions, standardOption } from "./shared-options.js";
import { UsageError } from "./usage-error.js";

const details = `Input, one household a line: what classify writes, or a register:
  {"id":"h1","areaCode":"18070","class":"poor","persons":4}
"class" null is undetermined, between the classes of "possible" (all, where that is missing). A household without
"persons" leaves the person counts of its class unknown. A repeated id is reported and counted once. Households may not
be classified by different standards. Everything else that classify writes is passed over.

--areas: {"code":"18070","name":"Trần Phú","level":"commune","parent":"42"}, one area a line; "parent" where it is part
of another. A row that is wrong is reported; an area whose parent is not in the file is counted by itself.
--residents: {"areaCode":"18070","households":1250,"persons":4800}, all who live there, poor or not; either may be null.
An area that has none here has those of its parts, where all are known. Without residents there is no rate.
Both files are JSON Lines or CSV (code, name, level, parent; area_code, households, persons).

--map: {"columns": {"MaXa": "area_code", "PhanLoai": "class"}, "values": {"class": {"N": "poor"}},
        "areas": {"columns": {…}}, "residents": {"columns": {…}}}

Output, one line an area, parents after their parts:
  {"areaCode","households":{"residents","poor","nearPoor","average","undetermined"},"persons":{…},
   "rates":{"poorHouseholds":{"low":"1.22","high":"1.22"},…},"householdsWithoutPersons","problem"}
Rates are percent of all residents; multidimensional: poor and near-poor together. "low" counts the households that are
certainly in the group, "high" those that may be. A rate is null where there is no such statistic. "problem":
  count-exceeds-residents          more were counted than live there, so there is no rate
  residents-differ-from-children   the residents given are not those of the parts; the rates rest on what was given`;

/** Adds households up to poverty rates of areas. */
export const ratesCommand: Command = {
  name: "rates",
  summary: "poverty rates by area, from classified households",
  options: [
    { name: "areas", value: "FILE", required: true, summary: "the areas and what they are part of" },
    { name: "residents", value: "FILE", required: true, summary: "how many households and persons live in each area" },
    { name: "standard", value: "ID", summary: "the standard of the classes, where the households do not name it" },
    ...recordOptions,
  ],
  takesFile: true,
  details,
  run: areaRatesOfHouseholds,
};

const householdShape: RecordShape = recordShape(
  "a counted household",
  {
    id: { type: "word" },
    areaCode: { type: "word" },
    class: { type: "word", words: povertyClasses },
    possible: { type: "words" },
    persons: { type: "whole" },
    standard: { type: "word" },
    meta: { type: "text" },
  },
  classifyColumns({ text: true, evidence: true }).map(({ name }) => name),
);
const areaShape: RecordShape = recordShape("an area", { code: { type: "word" }, name: { type: "word" }, level: { type: "word" }, parent: { type: "word" } });
const residentsShape: RecordShape = recordShape("a row of residents", { areaCode: { type: "word" }, households: { type: "whole" }, persons: { type: "whole" } });

/** What `classify` writes and rates do not look at, beside what they know. */
const knownHere: ReadonlySet<string> = new Set([...countedHouseholdKeys, "evidence"]);

async function areaRatesOfHouseholds(args: Arguments, run: Run): Promise<void> {
  const { output, reporter, progress } = run;
  const standard = standardOption(args);
  const mappings = await mappingsOf(args, run, new Map([["", householdShape], ["areas", areaShape], ["residents", residentsShape]]));
  const writer = await recordWriter(formatOption(args, "format") ?? "jsonl", columns, output);
  const tally = new AreaTally({ ...(await readPlaces(args, run, mappings)), ...(standard === null ? {} : { standard }) });
  const { records } = await openMain(args, run, householdShape, mappings);
  for await (const { line, record, problem } of records) {
    progress.tick();
    try {
      if (problem !== null) reporter.problem(line, problem);
      else tally.add(counted(args.options.has("allow-unknown") ? knownKeys(record, knownHere, (key) => reporter.leftOut(line, key)) : record));
    } catch (error) {
      reporter.problem(line, problemOf(error));
    }
    if (reporter.full) await reporter.drained();
  }
  for (const row of tally.rows()) {
    writer.write(writer.text(printedAreaRates(row)));
    if (output.full) await output.drained();
    if (output.closed) return;
  }
  writer.finish();
}

function counted(record: Keyed): CountedHousehold {
  const { id } = record;
  // A copy of the id, which is kept: not cut out of the text of many lines.
  const kept: Record<string, unknown> = { ...record, id: typeof id === "string" ? Buffer.from(id).toString() : id };
  delete kept["evidence"];
  return kept as unknown as CountedHousehold;
}

/** A row of the areas or residents, with the line on which it stands. */
interface Row {
  readonly line: number;
  readonly record: Keyed;
}

/** A second file of the run, and the name of the option that gives it. */
type PlacesFile = "areas" | "residents";

/** So many wrong rows are reported one by one; a file with more is not the one that was meant. */
const MOST_WRONG_ROWS = 1000;

/** The areas and their residents without the rows that are wrong; these are reported. */
async function readPlaces(args: Arguments, run: Run, mappings: ReadonlyMap<string, Mapping>): Promise<AreaRatesOptions> {
  const areaRows = await readRows("areas", areaShape, args, run, mappings);
  const residentRows = await readRows("residents", residentsShape, args, run, mappings);
  const areas = goodRows("areas", areaRows, run, (records) => areaTree(records as unknown as readonly Area[])) as unknown as readonly Area[];
  const tree = areaTree(areas);
  const residents = goodRows("residents", residentRows, run, (records) => residentsByArea(tree, records as unknown as readonly AreaResidents[]));
  return { areas, residents: residents as unknown as readonly AreaResidents[] };
}

async function readRows(file: PlacesFile, shape: RecordShape, args: Arguments, run: Run, mappings: ReadonlyMap<string, Mapping>): Promise<readonly Row[]> {
  const { reporter } = run;
  const rows: Row[] = [];
  const { records } = await openOther(file, args.options.get(file) ?? "", args, run, shape, mappings);
  const known = new Set([...shape.fields.values()].map(({ name }) => name));
  for await (const { line, record, problem } of records) {
    if (problem !== null) reporter.problem(line, problem, file);
    else rows.push({ line, record: args.options.has("allow-unknown") ? knownKeys(record, known, (key) => reporter.leftOut(line, key, file)) : record });
    if (reporter.full) await reporter.drained();
  }
  return rows;
}

/** The rows without those that the check names, one after another; each is reported. */
function goodRows(file: PlacesFile, all: readonly Row[], { reporter }: Run, check: (records: readonly Keyed[]) => unknown): readonly Keyed[] {
  const rows = [...all];
  for (let wrong = 0; ; wrong++) {
    const records = rows.map(({ record }) => record);
    try {
      check(records);
      return records;
    } catch (error) {
      if (!isPovertyStandardError(error)) throw error;
      const place = new RegExp(`^${file}\\[(\\d+)\\](?:\\.(.*))?$`).exec(error.path ?? "");
      const index = Number(place?.[1] ?? -1);
      const row = rows[index];
      if (row === undefined) throw new UsageError(`the ${file} file: ${error.message}`);
      if (wrong === MOST_WRONG_ROWS) throw new UsageError(`the ${file} file: more than ${MOST_WRONG_ROWS} rows are wrong`);
      const problem = { ...problemOf(error), path: place?.[2] ?? null };
      const orphan = problem.path === "parent" && !records.some(({ code }) => code === row.record["parent"]);
      reporter.problem(row.line, orphan ? { ...problem, message: `${problem.message}; the area is counted by itself` } : problem, file);
      if (orphan) rows[index] = { ...row, record: { ...row.record, parent: null } };
      else rows.splice(index, 1);
    }
  }
}

const counts = ["residents", "poor", "nearPoor", "average", "undetermined"] as const;
const rateNames: readonly RateName[] = [
  "poorHouseholds", "nearPoorHouseholds", "multidimensionalHouseholds", "averageHouseholds",
  "poorPersons", "nearPoorPersons", "multidimensionalPersons", "averagePersons",
];

/** The columns of `rates --format csv`: a rate has two. */
const columns: readonly Column<PrintedAreaRates>[] = [
  { name: "area_code", cell: ({ areaCode }) => areaCode },
  ...(["households", "persons"] as const).flatMap((what) =>
    counts.map((count): Column<PrintedAreaRates> => ({ name: `${what}_${columnName(count)}`, cell: (row) => row[what][count] })),
  ),
  ...rateNames.flatMap((rate) =>
    (["low", "high"] as const).map((end): Column<PrintedAreaRates> => ({ name: `${columnName(rate)}_${end}`, cell: ({ rates }) => rates[rate]?.[end] })),
  ),
  { name: "households_without_persons", cell: ({ householdsWithoutPersons }) => householdsWithoutPersons },
  { name: "problem", cell: ({ problem }) => problem },
];
