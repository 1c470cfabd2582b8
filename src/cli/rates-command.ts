import { checkedList, checkedRecord } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";
import type { RateName } from "../area/area-row.js";
import type { AreaSuccession } from "../area/area-succession.js";
import { AreaTally } from "../area/area-tally.js";
import { areaTree, shownCode, type Area } from "../area/area-tree.js";
import type { CountedHousehold } from "../area/counted-household.js";
import { printedAreaRates, type PrintedAreaRates } from "../area/printed-area-rates.js";
import { redrawnHousehold } from "../area/redraw.js";
import { redrawnCounts, type LocatedRow } from "../area/redrawn-counts.js";
import { residentsByArea, type AreaResidents } from "../area/residents.js";
import type { Arguments } from "./arguments.js";
import { columnName } from "../core/column-name.js";
import type { Command, Run } from "./command.js";
import { countedKeys, countedRecord, countedShape } from "./counted-record.js";
import { changeShape, crosswalkOptions, noteIncomplete, readSuccession } from "./crosswalk-option.js";
import { knownKeys } from "./known-keys.js";
import { mappingsOf, openMain } from "./open-input.js";
import { areaShape, countsShape, goodRows, readAreas, readRows, type PlaceRow } from "./place-rows.js";
import { problemOf } from "./problem.js";
import type { Keyed } from "./read-records.js";
import { recordShape, type RecordShape } from "./record-shape.js";
import { recordWriter, type Column } from "./record-writer.js";
import { formatOption, recordOptions, standardOption } from "./shared-options.js";

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

--crosswalk: {"on":"2025-07-01","from":"62","to":"51"}, one change a line: from that day the area "from" is in "to". One
that keeps its code while others join it goes to itself; one with several rows of a day was split, and then its households
and residents must carry "newAreaCode". --areas is the new map; households and residents may have codes of both. A new
area has no residents where an old one that went into it has none; a note tells. A row that is wrong ends the run.

--map: {"columns": {"MaXa": "area_code", "PhanLoai": "class"}, "values": {"class": {"N": "poor"}},
        "areas": {"columns": {…}}, "residents": {"columns": {…}}, "crosswalk": {"columns": {…}}}

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
    ...crosswalkOptions,
    { name: "standard", value: "ID", summary: "the standard of the classes, where the households do not name it" },
    ...recordOptions,
  ],
  takesFile: true,
  details,
  run: areaRatesOfHouseholds,
};

const shape: RecordShape = countedShape();
const locatedShape: RecordShape = countedShape({ newAreaCode: { type: "word" } });
const locatedCountsShape: RecordShape = recordShape("a row of residents", { areaCode: { type: "word" }, newAreaCode: { type: "word" }, households: { type: "whole" }, persons: { type: "whole" } });
const locatedKeys: ReadonlySet<string> = new Set([...countedKeys, "newAreaCode"]);

async function areaRatesOfHouseholds(args: Arguments, run: Run): Promise<void> {
  const { output, reporter, progress } = run;
  const standard = standardOption(args);
  const isRedrawn = args.options.has("crosswalk");
  const [householdShape, residentsShape, known] = isRedrawn ? [locatedShape, locatedCountsShape, locatedKeys] : [shape, countsShape, countedKeys];
  const mappings = await mappingsOf(args, run, new Map([["", householdShape], ["areas", areaShape], ["residents", residentsShape], ["crosswalk", changeShape]]));
  const writer = await recordWriter(formatOption(args, "format") ?? "jsonl", columns, output);
  const succession = await readSuccession(args, run, mappings);
  const areas = await readAreas(args, run, mappings);
  const rows = await readRows("residents", residentsShape, args, run, mappings);
  const residents = succession === null ? residentsOf(rows, areas, run) : redrawnResidentsOf(rows, areas, run, succession);
  const tally = new AreaTally({ areas, residents, ...(standard === null ? {} : { standard }) });
  const { records } = await openMain(args, run, householdShape, mappings);
  for await (const { line, record, problem } of records) {
    progress.tick();
    try {
      if (problem !== null) reporter.problem(line, problem);
      else {
        const household = countedRecord(args.options.has("allow-unknown") ? knownKeys(record, known, (key) => reporter.leftOut(line, key)) : record);
        tally.add(succession === null ? household : onNewMap(household, succession));
      }
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

function onNewMap(household: CountedHousehold & Pick<LocatedRow, "newAreaCode">, succession: AreaSuccession): CountedHousehold {
  // A misspelt key is told before the code that it misses.
  checkedRecord(household, locatedKeys, "key of a counted household");
  return redrawnHousehold(household, succession);
}

/** The residents without the rows that are wrong; these are reported. */
function residentsOf(rows: readonly PlaceRow[], areas: readonly Area[], run: Run): readonly AreaResidents[] {
  const tree = areaTree(areas);
  return goodRows("residents", "residents", rows, run, (records) => residentsByArea(tree, records as unknown as readonly AreaResidents[])) as unknown as readonly AreaResidents[];
}

type LocatedResidents = AreaResidents & LocatedRow;

const residentsKeys: ReadonlySet<keyof LocatedResidents> = new Set<keyof LocatedResidents>(["areaCode", "newAreaCode", "households", "persons"]);

/** The same, restated on the new map; of which areas they are not known is told. */
function redrawnResidentsOf(rows: readonly PlaceRow[], areas: readonly Area[], run: Run, succession: AreaSuccession): readonly AreaResidents[] {
  const tree = areaTree(areas);
  const redrawn = (records: readonly Keyed[]): ReturnType<typeof redrawnCounts<LocatedResidents>> => redrawnCounts(records as unknown as readonly LocatedResidents[], "residents", succession);
  const records = goodRows("residents", "residents", rows, run, (all) => {
    // Of the areas of the new map only here it is known from which lines they come.
    checkedList(all, "residents", (element) => {
      const { areaCode, newAreaCode } = checkedRecord(element, residentsKeys, "key of residents");
      const code = succession.successor(areaCode, newAreaCode);
      if (!tree.parents.has(code)) throw new PovertyStandardError("invalid-area", `expected an area of the new map; none has${shownCode(code) || " this code"}`, "areaCode");
    });
    residentsByArea(tree, redrawn(all).rows);
  });
  const { rows: residents, incomplete } = redrawn(records);
  noteIncomplete(incomplete, run);
  return residents;
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
