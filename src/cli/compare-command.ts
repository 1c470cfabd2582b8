import { isGiven } from "../core/is-given.js";
import type { Day } from "../core/plain-date.js";
import { groupedNumber, type Locale, type LocalizedText } from "../core/text.js";
import type { RecordKind } from "../household/check.js";
import { caseOf, disagreementOf, mistakesThatChange, type Disagreement } from "../household/disagreement.js";
import type { MistakeId } from "../household/known-mistakes.js";
import type { Household } from "../household/types.js";
import type { PovertyClass, Standard } from "../law/standard.js";
import { AgreementTable } from "./agreement-table.js";
import type { Arguments } from "./arguments.js";
import { CauseCounts } from "./cause-counts.js";
import { checkReviewDay } from "./classify-record.js";
import type { Command, Run } from "./command.js";
import { householdOptions, locatedProblem, openHouseholds } from "./household-input.js";
import { idText } from "./members-join.js";
import { problemOf } from "./problem.js";
import type { Keyed } from "./read-records.js";
import { recordWriter, type Column } from "./record-writer.js";
import { dayOption, explainOption, localeOption, recordOptions, standardOption } from "./shared-options.js";
import { UsageError } from "./usage-error.js";

const details = `Input: the households of a register as classify reads them (classify --help), each with its "recordedClass": poor, near-poor,
average-living-standard or not-poor. One without it is counted and otherwise left alone. --map gives foreign codes their
meaning: {"columns": {"PhanLoai": "recordedClass"}, "values": {"recordedClass": {"N": "poor", "CN": "near-poor"}}}

Output, a line for each household whose recorded class the rule excludes:
  {"line":7,"id":"h7","areaCode":"01","recordedClass":"near-poor","class":"poor","possible":["poor"],"agrees":false,
   "causes":["dimensions-for-indicators"],"text":"…"}
"causes" are all single known mistakes that give the recorded class; that one gives it does not prove that it was made.
[] means that no known mistake gives it. With --all there is a line for every household: "agrees" is null where the
recorded class is possible but not certain, and then "causes" tells which ways of filling what is missing give it.
"line" is that of the input; "text" is there with --explain.

The rule misread: line-excluded, or-for-and, dimensions-for-indicators, near-poor-needs-deprivation, near-poor-as-band,
average-needs-no-deprivation; older-line, newer-line and national-line with the id of the standard whose lines are taken,
and #1, #2 where one of several may be. The record misread: other-residence, points-inverted, points-exchanged,
points-unit. What is missing filled: missing-as-zero, missing-income-as-not-poor, missing-as-no. A mistake that means
nothing for a line is left out: points for flags, dimensions where only a number is recorded.

At the end a report follows on standard error: how recorded classes and those by the rule agree, and the disagreements by
cause, each with how many households it would change had it been made throughout. --format text writes the report alone,
on standard output, with the ids of a few households of each group: keep it as safe as the register.`;

/** Compares recorded classes with the rule. */
export const compareCommand: Command = {
  name: "compare",
  summary: "which recorded classes of a register the rule excludes, and which known mistakes give them",
  options: [
    ...householdOptions,
    { name: "all", value: null, summary: "writes a line for every household, not only for disagreements" },
    { ...explainOption, summary: "vi or en: adds what each cause is, and what the law says instead" },
    { name: "locale", value: "LANGUAGE", choices: ["vi", "en"], summary: "of the report: vi (without it) or en" },
    ...recordOptions.map((option) =>
      option.name === "format" ? { ...option, choices: ["jsonl", "csv", "text"], summary: "what is written: jsonl (without it), csv, or text: the report for people" } : option),
  ],
  takesFile: true,
  details,
  run: compareRegister,
};

/** The output line of a household. */
interface Answer {
  readonly line: number;
  readonly id?: unknown;
  readonly areaCode?: unknown;
  readonly recordedClass: PovertyClass | null;
  readonly class: PovertyClass | null;
  readonly possible: readonly PovertyClass[];
  readonly agrees: boolean | null;
  readonly causes: readonly MistakeId[];
  readonly text?: string;
}

const columns: readonly Column<Answer>[] = [
  { name: "line", cell: ({ line }) => line },
  { name: "id", cell: ({ id }) => id as string | number | undefined },
  { name: "area_code", cell: ({ areaCode }) => areaCode as string | undefined },
  { name: "recorded_class", cell: ({ recordedClass }) => recordedClass },
  { name: "class", cell: (answer) => answer.class },
  { name: "possible", cell: ({ possible }) => possible.join(",") },
  { name: "agrees", cell: ({ agrees }) => agrees },
  { name: "causes", cell: ({ causes }) => causes.join(",") },
];
const textColumn: Column<Answer> = { name: "text", cell: ({ text }) => text };

/** What is counted over a register. */
interface Counts {
  readonly agreement: AgreementTable;
  readonly disagreements: CauseCounts;
  readonly open: CauseCounts;
  withoutClass: number;
  wrong: number;
}

const noKnownMistake: LocalizedText = { vi: "Không lỗi đã biết nào một mình cho ra diện đã ghi", en: "No single known mistake gives the recorded class" };
const noKnownFilling: LocalizedText = { vi: "Không rõ diện đã ghi dựa vào đâu", en: "What the recorded class rests on is not known" };

async function compareRegister(args: Arguments, run: Run): Promise<void> {
  const { output, reporter, progress } = run;
  const standard = standardOption(args);
  if (standard === null) throw new UsageError("expected --standard ID");
  const format = (args.options.get("format") ?? "jsonl") as "jsonl" | "csv" | "text";
  const locale = (args.options.get("locale") ?? "vi") as Locale;
  const explained = localeOption(args);
  const isReport = format === "text";
  for (const option of ["all", "explain"]) if (isReport && args.options.has(option)) throw new UsageError(`--${option} belongs to --format jsonl or csv`);
  const options: ComparedRecordOptions = { standard, on: dayOption(args) };
  const households = await openHouseholds(args, run, standard);
  const writer = await recordWriter(isReport ? "jsonl" : format, explained === null ? columns : [...columns, textColumn], output);
  const counts: Counts = { agreement: new AgreementTable(), disagreements: new CauseCounts(noKnownMistake), open: new CauseCounts(noKnownFilling), withoutClass: 0, wrong: 0 };
  for await (const read of households.records) {
    progress.tick();
    try {
      if (read.problem !== null) {
        counts.wrong++;
        reporter.problem(read.line, read.problem);
      } else {
        const { record, kind } = households.prepared(read);
        const found = comparedRecord(record, kind, options);
        const wanted = args.options.has("all") || found.disagreement?.agrees === false;
        // What cannot be written is not counted either.
        const text = wanted && !isReport ? writer.text(answerOf(read.line, record, found, explained)) : "";
        count(counts, read.line, record, found);
        if (text !== "") writer.write(text);
      }
    } catch (error) {
      counts.wrong++;
      reporter.problem(read.line, locatedProblem(problemOf(error), read));
    }
    if (output.full) await output.drained();
    if (reporter.full) await reporter.drained();
    if (output.closed) return;
  }
  if (isReport) output.write(`${reportText(counts, standard, locale, true)}\n`);
  else {
    writer.finish();
    reporter.say(reportText(counts, standard, locale, false));
  }
}

/** How records are compared in a run. */
interface ComparedRecordOptions {
  readonly standard: Standard;
  readonly on: Day | null;
}

/** A household against the rule. */
interface Compared {
  readonly classification: Disagreement["classification"];
  readonly recordedClass: PovertyClass | null;
  /** `null` without a recorded class. */
  readonly disagreement: Disagreement | null;
  /** The mistakes that would change it. */
  readonly changed: readonly MistakeId[];
}

function comparedRecord(record: Keyed, kind: RecordKind, { standard, on }: ComparedRecordOptions): Compared {
  checkReviewDay(record, kind, on);
  const its = caseOf(record as unknown as Household, { standard, ...(on === null ? {} : { on }) });
  const recordedClass = (record["recordedClass"] ?? null) as PovertyClass | null;
  if (recordedClass === null) return { classification: its.classification, recordedClass, disagreement: null, changed: [] };
  return { classification: its.classification, recordedClass, disagreement: disagreementOf(its, recordedClass), changed: mistakesThatChange(its) };
}

function count(counts: Counts, line: number, record: Keyed, { classification, recordedClass, disagreement, changed }: Compared): void {
  if (recordedClass === null || disagreement === null) {
    counts.withoutClass++;
    return;
  }
  const { agrees, causes } = disagreement;
  counts.agreement.add(recordedClass, classification.class, agrees);
  counts.disagreements.addChanged(changed);
  if (agrees === true) return;
  (agrees === false ? counts.disagreements : counts.open).add(causes, { line, id: idText(record["id"]) });
}

function answerOf(line: number, { id, areaCode }: Keyed, { classification, recordedClass, disagreement }: Compared, locale: Locale | null): Answer {
  const { agrees, causes } = disagreement ?? { agrees: null, causes: [] };
  return {
    line,
    ...(isGiven(id) ? { id } : {}),
    ...(isGiven(areaCode) ? { areaCode } : {}),
    recordedClass,
    class: classification.class,
    possible: classification.possible,
    agrees,
    causes: causes.map(({ mistake }) => mistake),
    ...(locale === null || causes.length === 0 ? {} : { text: causes.map((cause) => cause[locale]).join("\n") }),
  };
}

function reportText({ agreement, disagreements, open, withoutClass, wrong }: Counts, standard: Standard, locale: Locale, names: boolean): string {
  const vi = locale === "vi";
  const number = (amount: number): string => groupedNumber(amount, locale);
  const table = agreement.text(locale);
  const parts: (readonly string[])[] = [
    [standard.title[locale]],
    table === null ? [vi ? "Không có hộ nào có diện đã ghi." : "No household has a recorded class."] : [table],
  ];
  const rest = [
    ...(withoutClass > 0 ? [`${vi ? "Số hộ không có diện đã ghi" : "Households without a recorded class"}: ${number(withoutClass)}`] : []),
    ...(wrong > 0 ? [`${vi ? "Số dòng không đọc được, không tính ở trên" : "Lines that could not be read and are not counted above"}: ${number(wrong)}`] : []),
  ];
  if (rest.length > 0) parts.push(rest);
  if (disagreements.households > 0)
    parts.push(
      vi
        ? [`Không khớp: ${number(disagreements.households)} hộ, theo lỗi có thể đã mắc. Hộ có nhiều cách giải thích được tính ở từng cách.`, "Lỗi lặp lại với mọi hộ sẽ thấy ở tất cả các hộ mà nó làm đổi diện."]
        : [`Disagreements by likely cause: ${number(disagreements.households)}. A household with several is counted under each.`, "A mistake that was made throughout shows in all the households that it would change."],
      disagreements.lines(locale, names),
    );
  if (open.households > 0)
    parts.push(
      [vi ? `Chưa rõ: ${number(open.households)} hộ. Diện đã ghi có thể đúng, nhưng thông tin đã ghi chưa đủ để xác định.` : `Open: ${number(open.households)}. The recorded class is possible, but the record does not tell.`],
      open.lines(locale, names),
    );
  parts.push([
    vi
      ? "Lỗi cho ra diện đã ghi chưa chắc là lỗi đã mắc. Diện có hiệu lực là diện được Chủ tịch Ủy ban nhân dân cấp xã công nhận."
      : "A mistake that gives the recorded class need not be the one that was made. The class in force is the one that the chairman of the commune-level People's Committee recognises.",
  ]);
  return parts.map((part) => part.join("\n")).join("\n\n");
}
