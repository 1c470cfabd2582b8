import { isPovertyStandardError } from "../core/errors.js";
import type { Locale } from "../core/text.js";
import { AreaTally } from "../area/area-tally.js";
import { areaTree, type Area } from "../area/area-tree.js";
import { DeprivationTally, type AnalysedHousehold } from "../area/forms/deprivation-tally.js";
import type { OfficialForm, OfficialFormNumber } from "../area/forms/form-table.js";
import { formToCsv } from "../area/forms/form-to-csv.js";
import { formToHtml } from "../area/forms/form-to-html.js";
import { formToMarkdown } from "../area/forms/form-to-markdown.js";
import { officialForm } from "../area/forms/official-form.js";
import { averageByArea, type RecognisedAverage } from "../area/forms/recognised-average.js";
import type { CountedHousehold } from "../area/counted-household.js";
import { residentsByArea, type AreaResidents } from "../area/residents.js";
import type { PanelTables } from "../history/panel.js";
import { rollUpMovements } from "../history/roll-up-movements.js";
import type { Arguments, OptionSpec } from "./arguments.js";
import type { Command, Run } from "./command.js";
import { countedKeys, countedRecord, countedShape } from "./counted-record.js";
import { isGiven } from "../core/is-given.js";
import { knownKeys } from "./known-keys.js";
import type { Mapping } from "./mapping.js";
import { mappingsOf, openMain } from "./open-input.js";
import { panelDetails, panelOptions, panelShape, readPanel, reviewShape, tellReviews } from "./panel-input.js";
import { areaShape, countsShape, goodRows, readAreas, readRows } from "./place-rows.js";
import { problemOf } from "./problem.js";
import type { Keyed } from "./read-records.js";
import type { RecordShape } from "./record-shape.js";
import { dayOption, recordOptions, standardOption } from "./shared-options.js";
import { UsageError } from "./usage-error.js";

const details = `Forms 1 and 4 to 7 are filled from classified households: what classify writes, or for form 1 a register (rates --help).
Forms 4 to 7 need "deprived" and "unknown", both null where only the number of deprivations is known. In CSV two blank
cells are that, unless count_most is 0.

Forms 2 and 3 are filled from a panel. Where it holds more than two reviews, --on names a day of the later one.
${panelDetails}

--areas and --residents: as for rates. Only form 1 reads the residents, and needs them.
--recognised-average: {"areaCode":"18070","households":12,"persons":50}, the recognised households of average living
standard (columns 7, 8, 13 and 14 of form 1); without it these are blank, since an income band is no recognition.

--map: {"columns": {…}, "values": {…}, "areas": {"columns": {…}}, "residents": {"columns": {…}},
        "recognised-average": {"columns": {…}}, "reviews": {"columns": {…}}}

Output: the whole sheet for people, with its notes and warnings. CSV has a byte order mark and printed numbers, and names
that a spreadsheet would take for formulas are made harmless; programs should read rates and movements instead.`;

const formats = ["csv", "md", "html"] as const;

const ownOptions: readonly OptionSpec[] = [
  { name: "form", value: "N", required: true, summary: "1 rates; 2 and 3 movements of the poor and the near-poor;\n4 to 7 deprivations: poor, as shares, near-poor, as shares" },
  { name: "areas", value: "FILE", required: true, summary: "the areas and what they are part of" },
  { name: "format", value: "FORMAT", choices: formats, required: true, summary: "csv, md or html" },
  { name: "residents", value: "FILE", summary: "form 1: how many households and persons live in each area" },
  { name: "recognised-average", value: "FILE", summary: "form 1: recognised households of average living standard by area" },
  { name: "standard", value: "ID", summary: "the standard of the classes, where the households do not name it;\nforms 2 and 3: the one whose reviews are meant" },
  { name: "on", value: "DAY", summary: "forms 2 and 3: a day of the later review" },
  ...panelOptions,
  { name: "locale", value: "LANGUAGE", choices: ["vi", "en"], summary: "vi (without it) or en" },
  { name: "subtitle", value: "TEXT", summary: "md and html: a line under the title, for example the place and the year" },
  { name: "out", value: "FILE", summary: "writes the sheet into a file, not to standard output" },
];

/** Fills the official tables. */
export const formsCommand: Command = {
  name: "forms",
  summary: "an official table (forms 1 to 7) as a sheet for people",
  options: [...ownOptions, ...recordOptions.filter(({ name }) => name !== "format")],
  takesFile: true,
  details,
  run: formOfHouseholds,
};

const shape: RecordShape = countedShape({
  deprived: { type: "words" },
  unknown: { type: "words" },
  countMost: { type: "whole", place: ["count", 1], column: "count_most" },
});

/** Which forms an option belongs to, where it is not all of them. */
const formsOfOption: readonly (readonly [option: string, forms: readonly OfficialFormNumber[]])[] = [
  ["recognised-average", [1]],
  ...["on", ...panelOptions.map(({ name }) => name)].map((name): readonly [string, readonly OfficialFormNumber[]] => [name, [2, 3]]),
];

async function formOfHouseholds(args: Arguments, run: Run): Promise<void> {
  const { options } = args;
  const number = formOption(args);
  for (const [option, forms] of formsOfOption)
    if (options.has(option) && !forms.includes(number)) throw new UsageError(`--${option} belongs to form ${forms.join(" and ")}`);
  if (number === 1 && !options.has("residents")) throw new UsageError("form 1 needs --residents FILE");
  if (options.has("subtitle") && options.get("format") === "csv") throw new UsageError("--subtitle belongs to --format md or html");
  const isOfPanel = number === 2 || number === 3;
  const mappings = await mappingsOf(args, run, new Map([
    ["", isOfPanel ? panelShape : shape], ["areas", areaShape], ["residents", countsShape], ["recognised-average", countsShape], ["reviews", reviewShape],
  ]));
  const areas = await readAreas(args, run, mappings);
  const form = await (number === 1 ? ratesSheet : isOfPanel ? movementsSheet(number) : deprivationsSheet(number))(areas, args, run, mappings);
  await writeSheet(sheetText(form, args), args, run);
}

function formOption({ options }: Arguments): OfficialFormNumber {
  const given = options.get("form") ?? "";
  if (!/^[1-7]$/.test(given)) throw new UsageError("--form: forms 1 to 7 are held; the columns of others are not known");
  return Number(given) as OfficialFormNumber;
}

function sheetText(form: OfficialForm, { options }: Arguments): string {
  const locale = (options.get("locale") ?? "vi") as Locale;
  const format = options.get("format");
  if (format === "csv") return formToCsv(form, { locale });
  const subtitle = options.get("subtitle");
  return (format === "md" ? formToMarkdown : formToHtml)(form, { locale, subtitle });
}

async function writeSheet(text: string, { options }: Arguments, run: Run): Promise<void> {
  const path = options.get("out") ?? "-";
  if (path === "-") run.output.write(text);
  else {
    const file = await run.create(path);
    await file.write(text);
    await file.finish();
  }
}

/** How a form is filled from the input. */
type Sheet = (areas: readonly Area[], args: Arguments, run: Run, mappings: ReadonlyMap<string, Mapping>) => Promise<OfficialForm>;

const ratesSheet: Sheet = async (areas, args, run, mappings) => {
  const tree = areaTree(areas);
  const standard = standardOption(args);
  const residentRows = await readRows("residents", countsShape, args, run, mappings);
  const residents = goodRows("residents", "residents", residentRows, run, (records) => residentsByArea(tree, records as unknown as readonly AreaResidents[])) as unknown as readonly AreaResidents[];
  const recognisedAverage = args.options.has("recognised-average") ? await readAverage(areas, args, run, mappings) : null;
  const tally = new AreaTally({ areas, residents, ...(standard === null ? {} : { standard }) });
  await addHouseholds(args, run, mappings, (household) => {
    tally.add(household);
  });
  return officialForm(1, { areas, rates: tally.rows(), recognisedAverage });
};

async function readAverage(areas: readonly Area[], args: Arguments, run: Run, mappings: ReadonlyMap<string, Mapping>): Promise<readonly RecognisedAverage[]> {
  const tree = areaTree(areas);
  const rows = await readRows("recognised-average", countsShape, args, run, mappings);
  return goodRows("recognised-average", "recognisedAverage", rows, run, (records) => averageByArea(tree, records as unknown as readonly RecognisedAverage[])) as unknown as readonly RecognisedAverage[];
}

function movementsSheet(number: 2 | 3): Sheet {
  return async (areas, args, run, mappings) => {
    const standard = standardOption(args);
    const on = dayOption(args);
    const tree = areaTree(areas);
    const panel = await readPanel(args, run, mappings, tree);
    const tables = panel.tables();
    tellReviews(panel.reviews(), tables, run);
    const fitting = tables.filter(({ to }) => (standard === null || to.standard === standard.id) && (on === null || (on >= to.from && on <= to.to)));
    return officialForm(number, { areas, movements: rollUpMovements(onlyPair(fitting).rows, tree) });
  };
}

/** The pair of reviews that is meant; which of several is not guessed. */
function onlyPair(tables: readonly PanelTables[]): PanelTables {
  const [table, ...others] = tables;
  if (table === undefined) throw new UsageError("expected two reviews that follow each other under one standard, the later one of --on DAY and --standard ID where these are given");
  if (others.length === 0) return table;
  const later = tables.map(({ to }) => `${to.from}${to.to === to.from ? "" : ` to ${to.to}`}`);
  throw new UsageError(`there are movements up to several reviews (${later.join(", ")}); name one by --on DAY, and by --standard ID where a day has two`);
}

function deprivationsSheet(number: 4 | 5 | 6 | 7): Sheet {
  return async (areas, args, run, mappings) => {
    const tally = deprivationTally(areas, args);
    await addHouseholds(args, run, mappings, (household) => {
      tally.add(household as AnalysedHousehold);
    });
    return officialForm(number, { areas, deprivations: tally.rows() });
  };
}

function deprivationTally(areas: readonly Area[], args: Arguments): DeprivationTally {
  const standard = standardOption(args);
  try {
    return new DeprivationTally({ areas, ...(standard === null ? {} : { standard }) });
  } catch (error) {
    if (!isPovertyStandardError(error)) throw error;
    throw new UsageError(`--standard: ${problemOf(error).message}`);
  }
}

/** Hands on the households of the main input; lines that are wrong are reported. */
async function addHouseholds(args: Arguments, run: Run, mappings: ReadonlyMap<string, Mapping>, add: (household: CountedHousehold) => void): Promise<void> {
  const { reporter, progress } = run;
  const { format, records } = await openMain(args, run, shape, mappings);
  for await (const { line, record, problem } of records) {
    progress.tick();
    try {
      if (problem !== null) reporter.problem(line, problem);
      else {
        const known = args.options.has("allow-unknown") ? knownKeys(record, countedKeys, (key) => reporter.leftOut(line, key)) : record;
        add(countedRecord(format === "csv" ? withLists(known) : known));
      }
    } catch (error) {
      reporter.problem(line, problemOf(error));
    }
    if (reporter.full) await reporter.drained();
  }
}

/** CSV has one blank cell for an empty list and for none: beside a list, or a count of 0, it is an empty one. */
function withLists(record: Keyed): Keyed {
  const { deprived, unknown, count } = record;
  const isKnown = isGiven(deprived) || isGiven(unknown) || (Array.isArray(count) && count[1] === 0);
  return isKnown ? { ...record, deprived: deprived ?? [], unknown: unknown ?? [] } : record;
}
