import { areaTree } from "../area/area-tree.js";
import { movementForms, type MovementColumnNumber, type MovementForm } from "../history/movement-columns.js";
import type { AreaMovements, MovementLine, MovementTable } from "../history/movement-row.js";
import type { PanelReview } from "../history/panel-review.js";
import type { PanelTables } from "../history/panel.js";
import { rollUpMovements } from "../history/roll-up-movements.js";
import type { Arguments } from "./arguments.js";
import type { Command, Run } from "./command.js";
import { mappingsOf } from "./open-input.js";
import { panelDetails, panelOptions, panelShape, readPanel, reviewShape, tellReviews } from "./panel-input.js";
import { areaShape, readAreas } from "./place-rows.js";
import { recordWriter, type Column } from "./record-writer.js";
import { formatOption, recordOptions } from "./shared-options.js";

const details = `${panelDetails}

--map: {"columns": {"MaHo": "id", "PhanLoai": "class"}, "values": {"class": {"N": "poor"}},
        "areas": {"columns": {…}}, "reviews": {"columns": {…}}}

Output, one line an area and pair of reviews, parents after their parts:
  {"areaCode","before":{"from","to"},"after":{"from","to"},"standard","form2":{"households":{…},"persons":{…},"open"},
   "form3":{…},"open","householdsWithoutPersons"}
Form 2 follows the poor, form 3 the near-poor; households and persons each hold
  {"columns":{"1":…,…,"9":…},"entered","relapsed":{"low","high"},"newlyArising":{"low","high"},"unexplained"}
with the columns of the official form, 9 = 1 - 2 - 3 - 4 + 5 + 6 + 7 + 8. Columns 6 (relapsed) and 7 (newly arising) are
null while an entry may be either; "entered" is their sum. "unexplained" left the records without a reason, is in column
1 alone, and the form is "open". A count of persons is null where a size that it needs was not given; how many such
households there are is "householdsWithoutPersons". The reviews and their gaps are told on standard error.`;

/** Tabulates the movements between the reviews of a panel. */
export const movementsCommand: Command = {
  name: "movements",
  summary: "forms 2 and 3 by area: how households came to the lists and left them",
  options: [{ name: "areas", value: "FILE", required: true, summary: "the areas and what they are part of" }, ...panelOptions, ...recordOptions],
  takesFile: true,
  details,
  run: movementsOfPanel,
};

/** First and last day of a review. */
type Days = Pick<PanelReview, "from" | "to">;

/** The output line of an area between two reviews. */
interface Answer extends AreaMovements {
  readonly before: Days;
  readonly after: Days;
  readonly standard: string | null;
}

async function movementsOfPanel(args: Arguments, run: Run): Promise<void> {
  const { output } = run;
  const mappings = await mappingsOf(args, run, new Map([["", panelShape], ["areas", areaShape], ["reviews", reviewShape]]));
  const writer = await recordWriter(formatOption(args, "format") ?? "jsonl", columns, output);
  const tree = areaTree(await readAreas(args, run, mappings));
  const panel = await readPanel(args, run, mappings, tree);
  const tables = panel.tables();
  for (const { from, to, rows } of tables)
    for (const row of rollUpMovements(rows, tree)) {
      writer.write(writer.text(answered(row, { from, to })));
      if (output.full) await output.drained();
      if (output.closed) return;
    }
  writer.finish();
  tellReviews(panel.reviews(), tables, run);
}

function answered({ areaCode, ...row }: AreaMovements, { from, to }: Pick<PanelTables, "from" | "to">): Answer {
  return { areaCode, before: { from: from.from, to: from.to }, after: { from: to.from, to: to.to }, standard: to.standard, ...row };
}

const numbers: readonly MovementColumnNumber[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

function tableOf(row: AreaMovements, form: MovementForm): MovementTable {
  return form === 2 ? row.form2 : row.form3;
}

/** The columns of one line of a form: `form2_households_1` and so on. */
function lineColumns(form: MovementForm, measure: "households" | "persons"): readonly Column<Answer>[] {
  const column = (name: string, cell: (line: MovementLine) => number | null | undefined): Column<Answer> => ({
    name: `form${form}_${measure}_${name}`,
    cell: (row) => cell(tableOf(row, form)[measure]),
  });
  return [
    ...numbers.map((number) => column(String(number), (line) => line.columns[number])),
    column("entered", ({ entered }) => entered),
    column("relapsed_low", ({ relapsed }) => relapsed?.low),
    column("relapsed_high", ({ relapsed }) => relapsed?.high),
    column("newly_arising_low", ({ newlyArising }) => newlyArising?.low),
    column("newly_arising_high", ({ newlyArising }) => newlyArising?.high),
    column("unexplained", ({ unexplained }) => unexplained),
  ];
}

/** The columns of `movements --format csv`. */
const columns: readonly Column<Answer>[] = [
  { name: "area_code", cell: ({ areaCode }) => areaCode },
  { name: "before_from", cell: ({ before }) => before.from },
  { name: "before_to", cell: ({ before }) => before.to },
  { name: "after_from", cell: ({ after }) => after.from },
  { name: "after_to", cell: ({ after }) => after.to },
  { name: "standard", cell: ({ standard }) => standard },
  ...movementForms.flatMap((form): readonly Column<Answer>[] => [
    ...lineColumns(form, "households"),
    ...lineColumns(form, "persons"),
    { name: `form${form}_open`, cell: (row) => tableOf(row, form).open },
  ]),
  { name: "open", cell: ({ open }) => open },
  { name: "households_without_persons", cell: ({ householdsWithoutPersons }) => householdsWithoutPersons },
];
