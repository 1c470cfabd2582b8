import { noticePage, noticesEnd, noticesStart } from "../household/notice.js";
import { AgreementTable } from "./agreement-table.js";
import type { Arguments } from "./arguments.js";
import { classifyColumns } from "./classify-columns.js";
import { classifyRecord, type ClassifiedRecord, type ClassifyRecordOptions } from "./classify-record.js";
import type { Command, Run } from "./command.js";
import { householdOptions, locatedProblem, openHouseholds } from "./household-input.js";
import { idText } from "./members-join.js";
import type { OutputFile } from "./output-file.js";
import { problemOf } from "./problem.js";
import { recordWriter } from "./record-writer.js";
import { dayOption, explainOption, formatOption, localeOption, recordOptions, standardOption } from "./shared-options.js";
import { UsageError } from "./usage-error.js";

const details = `Input, one household a line, of one of three kinds:
  facts   {"id":"h1","residence":"rural","annualIncomeVnd":40000000,"members":[{"bornOn":"1990","hasHealthInsurance":false}]}
          "persons" where not all members are listed; a day is needed: "reviewedOn" in the line, or --on
  flags   {"id":"h2","residence":"urban","monthlyIncomePerPersonVnd":1800000,"deprivations":{"water":true,"toilet":false}}
          or "deprivationCount": 3, or [2, 4] for the least and the most
  points  {"id":"h3","residence":"rural","pointsA":120,"pointsB":30}
What is missing or null is unknown, never a default. Any line may carry "areaCode", "recordedClass" (compared with the
class by the rule; a table of agreement follows on standard error) and "meta" (anything; it is kept beside the answer).

CSV: a header, then one household a row; comma, semicolon or tab. Columns are named as above or in snake_case:
residence, floor_area_m2, deprived_water (or deprivations.water), deprivation_count_least and deprivation_count_most,
meta or meta.anything. Cells: true or false; numbers without grouping, with a point before decimals; blank is unknown.
Members come in a file of their own, one member a row, with a column household_id.

--members: the rows of a household follow each other, and households come in the same order in both files; with --sort
they may come in any order, and the whole file is held in memory. A household without rows has only its persons.

--map: {"columns": {"MaHo": "id", "KhuVuc": "residence", "GhiChu": null},
        "values": {"residence": {"1": "urban", "2": "rural"}, "*": {"x": true, "": false}},
        "members": {"columns": {"MaHo": "household_id"}}}
A column that is mapped to null is left out. "*" gives the codes of all yes-or-no fields; "" is a blank cell.

--notice: a page of HTML for each household that is answered, in Vietnamese, to print on A4: the class, the reasons with
their provisions, what to do if one disagrees. It shows the id, and what the line says of the household: keep it as safe
as the input. A file of that name is written over.

Output: {"id","areaCode","persons","standard","on","status","class","possible","count","deprived","unknown","missing",
"because","notHeld","margin","law","recordedClass","agrees","meta","text","evidence"}; the keys up to "on" and those after
"law" are there only where they hold something. "class" is null while more than one class is possible.
With --format csv lists are joined by commas, and reasons are short texts.`;

/** Classifies households. */
export const classifyCommand: Command = {
  name: "classify",
  summary: "the class of each household, with the provisions that gave it",
  options: [
    ...householdOptions,
    explainOption,
    { name: "notice", value: "FILE", summary: "writes a printable page for each household into an HTML file" },
    { name: "evidence", value: null, summary: "adds the verdict on each indicator with the members and facts behind it" },
    ...recordOptions,
  ],
  takesFile: true,
  details,
  run: classifyHouseholds,
};

async function classifyHouseholds(args: Arguments, run: Run): Promise<void> {
  const { output, reporter, progress } = run;
  const standard = standardOption(args);
  if (standard === null) throw new UsageError("expected --standard ID");
  const options: ClassifyRecordOptions = { standard, on: dayOption(args), locale: localeOption(args), evidence: args.options.has("evidence") };
  const households = await openHouseholds(args, run, standard);
  const writer = await recordWriter(formatOption(args, "format") ?? "jsonl", classifyColumns({ text: options.locale !== null, evidence: options.evidence }), output);
  const agreement = new AgreementTable();
  const notices = await noticesFile(args, run);
  for await (const read of households.records) {
    let page = "";
    progress.tick();
    try {
      if (read.problem !== null) reporter.problem(read.line, read.problem);
      else {
        const { record, kind } = households.prepared(read);
        const found = classifyRecord(record, kind, options);
        const { answer } = found;
        const text = writer.text(answer);
        if (notices !== null) page = noticeOf(found);
        writer.write(text);
        if (answer.recordedClass !== undefined) agreement.add(answer.recordedClass, answer.class, answer.agrees ?? null);
      }
    } catch (error) {
      reporter.problem(read.line, locatedProblem(problemOf(error), read));
    }
    if (page !== "") await notices?.write(page);
    if (output.full) await output.drained();
    if (reporter.full) await reporter.drained();
    // Who reads only the first answers still wants all pages.
    if (output.closed && notices === null) return;
  }
  writer.finish();
  await notices?.write(noticesEnd);
  await notices?.finish();
  const table = agreement.text();
  if (table !== null) reporter.say(table);
}

/** The file of `--notice`, begun; `null` without it. */
async function noticesFile({ options }: Arguments, run: Run): Promise<OutputFile | null> {
  const path = options.get("notice");
  if (path === undefined) return null;
  if (path === "-") throw new UsageError("--notice: expected a file; standard output holds the answers");
  const file = await run.create(path);
  await file.write(noticesStart());
  return file;
}

function noticeOf({ classification, answer }: ClassifiedRecord): string {
  const reference = idText(answer.id);
  return noticePage(classification, reference === null ? {} : { reference });
}
