import { auditClaims, type Audit } from "../audit/audit-claims.js";
import { claimKeys } from "../audit/claim-table.js";
import type { AuditVerdict, Claims } from "../audit/claims.js";
import type { Repair } from "../audit/repair/repair.js";
import { suggestRepairs, type RepairOptions } from "../audit/repair/suggest-repairs.js";
import type { FormProblem } from "../audit/forms/form-problem.js";
import { auditToHtml } from "../audit/report/audit-to-html.js";
import { auditToText, betweenToText } from "../audit/report/audit-to-text.js";
import type { AuditBetween, AuditedTable } from "../audit/report/audited-table.js";
import { TableAudit } from "../audit/table-audit.js";
import { areaTree } from "../area/area-tree.js";
import { isGiven } from "../core/is-given.js";
import { groupedNumber, type Locale } from "../core/text.js";
import type { Arguments, OptionSpec } from "./arguments.js";
import type { Command, Run } from "./command.js";
import { formClaimOptions, formClaims } from "./form-claims.js";
import { knownKeys } from "./known-keys.js";
import { noMapping } from "./mapping.js";
import { readAreas } from "./place-rows.js";
import { problemOf } from "./problem.js";
import { openRecords } from "./read-records.js";
import { recordShape } from "./record-shape.js";
import { UsageError } from "./usage-error.js";

const details = `Input, one table a line: its counts, and how they hang together.
  {"id":"VN-2014","values":{"poor":1442261,"poor_minority":663563},
   "shares":[{"part":"poor","whole":"households","printed":"5.97"},
             {"part":"poor_minority","whole":"poor","printed":"46.66"}]}
"shares": percent as text, since the number of decimals counts; "whole" may be a name without a value, and "part" a list
of names of which one is meant. "sums": {"total","parts"}; "balances": {"closing","terms":[[1,"opening"],[-1,"left"]],
"complete"}; "rateSums": {"total","terms"}, places in "shares"; "approximate": true for rounded counts, which are not
checked. "area", "level", "period", "source" and "meta" are carried through; "expect", a known verdict, is compared.

Output: {"id","area","level","period","source","meta","verdict","findings","implied","repairs","stopped","unchecked",
"problems","approximate","expect","asExpected"}. "verdict" is
  inconsistent    not all of this can be true; "repairs" lists the smallest edits that would make it so
  consistent      every check that could be made has passed; "unchecked" names the counts that no check has used
  not-checkable   there is nothing to check
"findings" tell each error with the claims that it used, in Vietnamese and English. A repair is a guess.
How many tables came to which verdict follows on standard error.

--across: the last line is {"tables","verdict","findings"}; "tables[15].shares[0]" in it is the first share of the 16th
line. Where parts are to be added up, "area" of the tables must be a code of --areas.

--form N: the input is an official form as CSV, whoever wrote it; its columns are known by their numbers (3, 4 = 3/1) or
titles, its numbers are read as printed (1.829; 1,22%). It is one table; its counts are named after area and column
("31: poor"). What cannot be read is reported and left out, never guessed; "problems" tells all that is in no claim.

An inconsistent table is a good line. With --fail-on inconsistent the exit code is 1 if there is one.`;

const formats = ["jsonl", "text", "html", "claims"] as const;

const options: readonly OptionSpec[] = [
  { name: "format", value: "FORMAT", choices: formats, summary: "what is written: jsonl (without it), text for a terminal, html for one page to read\nand print, or claims: the form of --form as a line for another run" },
  { name: "locale", value: "LANGUAGE", choices: ["vi", "en"], summary: "text and html: vi (without it) or en" },
  { name: "subtitle", value: "TEXT", summary: "html: a line under the title, for example the place and the year" },
  { name: "fail-on", value: "VERDICT", choices: ["inconsistent"], summary: "inconsistent: exit code 1 if a table is" },
  { name: "max-steps", value: "N", summary: "how far the search for repairs goes: N numbers are tried for a table at most,\n100000 without it" },
  { name: "no-repairs", value: null, summary: "looks for no repairs" },
  { name: "across", value: null, summary: "also compares the tables with each other: equal cells, a year with the one before,\nand with --areas parts with their whole; the numbers of all are kept in memory" },
  { name: "baseline-years", value: "YEARS", summary: "across: years that open anew under another standard, for example 2021,2026" },
  ...formClaimOptions,
  { name: "allow-unknown", value: null, summary: "leaves out keys that are not known, with a warning for each" },
];

/** Finds what cannot be true in published tables. */
export const auditCommand: Command = {
  name: "audit",
  summary: "what cannot be true in published tables, why, and the smallest repairs",
  options,
  takesFile: true,
  details,
  run: auditTablesOfFile,
};

/** The output line of a table; keys that hold nothing are left out. */
interface Answer extends Omit<Audit, "approximate"> {
  readonly id?: string | number;
  readonly area?: string;
  readonly level?: string;
  readonly period?: string;
  readonly source?: string;
  readonly meta?: unknown;
  /** What of a form is in no claim. */
  readonly problems?: readonly FormProblem[];
  /** Missing where none were looked for. */
  readonly repairs?: readonly Repair[];
  readonly stopped?: true;
  readonly approximate?: true;
  readonly expect?: AuditVerdict;
  readonly asExpected?: boolean;
}

async function auditTablesOfFile(args: Arguments, run: Run): Promise<void> {
  const { output, reporter, progress } = run;
  checkOptions(args);
  const writer = tableWriter(args, run);
  const repairs = repairOptions(args);
  const tally = new VerdictTally();
  const across = await acrossTables(args, run);
  for await (const { line, claims, problems } of tablesOf(args, run)) {
    progress.tick();
    try {
      const table = audited(claims, problems, repairs, across);
      writer.add(table);
      tally.add(table);
    } catch (error) {
      reporter.problem(line, problemOf(error));
    }
    if (output.full) await output.drained();
    if (reporter.full) await reporter.drained();
    if (output.closed) return;
  }
  const between = across === null ? undefined : { verdict: across.verdict(), findings: across.findings() };
  writer.finish(between);
  reporter.say(tally.text(between));
  const isInconsistent = tally.count("inconsistent") > 0 || between?.verdict === "inconsistent";
  if (args.options.get("fail-on") === "inconsistent" && isInconsistent) reporter.fail();
}

/** A table that could be read; its claims are still to be checked. */
interface ReadTable {
  readonly line: number;
  readonly claims: Claims;
  /** What of a form is in no claim. */
  readonly problems: readonly FormProblem[];
}

/** The tables of the input: one a line, or one form. Lines that cannot be read are reported. */
async function* tablesOf(args: Arguments, run: Run): AsyncGenerator<ReadTable> {
  const { options: given, file } = args;
  if (given.has("form")) {
    const form = await formClaims(args, run);
    if (form !== null) yield { line: 1, ...form };
    return;
  }
  const { reporter } = run;
  const name = file ?? "the input";
  const { format, records } = await openRecords(run.open(file), { format: null, shape: recordShape("a table of claims", {}), mapping: noMapping, leaveOut: null, name });
  if (format === "csv") throw new UsageError(`${name}: expected one JSON object on each line; of an official form as CSV tell the number, --form N`);
  for await (const { line, record, problem } of records) {
    if (problem !== null) reporter.problem(line, problem);
    else {
      const kept = given.has("allow-unknown") ? knownKeys(record, claimKeys, (key) => reporter.leftOut(line, key)) : record;
      yield { line, claims: kept as unknown as Claims, problems: [] };
    }
    if (reporter.full) await reporter.drained();
  }
}

function checkOptions({ options: given }: Arguments): void {
  const format = given.get("format") ?? "jsonl";
  if (given.has("locale") && format !== "text" && format !== "html") throw new UsageError("--locale belongs to --format text or html; jsonl holds both languages");
  if (given.has("subtitle") && format !== "html") throw new UsageError("--subtitle belongs to --format html");
  if (given.has("max-steps") && given.has("no-repairs")) throw new UsageError("--max-steps belongs to the search for repairs, which --no-repairs leaves out");
  if (given.has("across") && given.has("form")) throw new UsageError("--across compares tables with each other, and a form is one; make a line of each with --format claims");
  if (given.has("baseline-years") && !given.has("across")) throw new UsageError("--baseline-years belongs to --across");
  const ofForm = formClaimOptions.find(({ name }) => name !== "form" && given.has(name) && !(name === "areas" && given.has("across")));
  if (given.has("form")) return;
  if (ofForm !== undefined) throw new UsageError(`--${ofForm.name} belongs to --form N${ofForm.name === "areas" ? " or --across" : ""}`);
  if (format === "claims") throw new UsageError("--format claims belongs to --form N");
}

/** How repairs are looked for; `null` for not at all. */
function repairOptions({ options: given }: Arguments): RepairOptions | null {
  const steps = given.get("max-steps");
  if (given.has("no-repairs")) return null;
  if (steps === undefined) return {};
  if (!/^\d{1,15}$/.test(steps)) throw new UsageError("--max-steps: expected a whole number, 0 or more");
  return { maxSteps: Number(steps) };
}

/** What compares the tables of the run with each other; `null` where nothing is to. */
async function acrossTables(args: Arguments, run: Run): Promise<TableAudit | null> {
  const { options: given } = args;
  if (!given.has("across")) return null;
  const years = given.get("baseline-years");
  if (years !== undefined && !/^\d{4}(?:,\d{4})*$/.test(years)) throw new UsageError("--baseline-years: expected years with commas between them, for example 2021,2026");
  const parents = given.has("areas") ? areaTree(await readAreas(args, run, new Map())).parents : null;
  return new TableAudit({ parents, baselineYears: years?.split(",").map(Number) ?? null });
}

function audited(claims: Claims, problems: readonly FormProblem[], options: RepairOptions | null, across: TableAudit | null): AuditedTable {
  const audit = across === null ? auditClaims(claims) : across.add(claims);
  if (options === null) return { claims, audit, repairs: null, problems };
  return { claims, audit, repairs: audit.verdict === "inconsistent" ? suggestRepairs(claims, options) : { repairs: [], stopped: false }, problems };
}

/** Writes tables in a format. */
interface TableWriter {
  readonly add: (table: AuditedTable) => void;
  readonly finish: (between: AuditBetween | undefined) => void;
}

function tableWriter({ options: given }: Arguments, { output }: Run): TableWriter {
  const format = given.get("format") ?? "jsonl";
  const locale = (given.get("locale") ?? "vi") as Locale;
  if (format === "html") {
    // The page begins with a table of all verdicts, so it is held until they are known.
    const tables: AuditedTable[] = [];
    return {
      add: (table) => tables.push(table),
      finish: (between) => {
        output.write(auditToHtml(tables, { locale, subtitle: given.get("subtitle"), between }));
      },
    };
  }
  let before = "";
  let tables = 0;
  return {
    add: (table) => {
      tables += 1;
      if (format === "text") output.write(`${before}${auditToText(table, { locale })}\n`);
      else output.write(`${JSON.stringify(format === "claims" ? table.claims : answerOf(table))}\n`);
      before = "\n";
    },
    finish: (between) => {
      if (between === undefined) return;
      output.write(format === "text" ? `${before}${betweenToText(between, { locale })}\n` : `${JSON.stringify({ tables, ...between })}\n`);
    },
  };
}

function answerOf({ claims, audit, repairs, problems = [] }: AuditedTable): Answer {
  const { id, area, level, period, source, meta, expect } = claims;
  const { verdict, findings, implied, unchecked, approximate } = audit;
  return {
    ...(isGiven(id) ? { id } : {}),
    ...(isGiven(area) ? { area } : {}),
    ...(isGiven(level) ? { level } : {}),
    ...(isGiven(period) ? { period } : {}),
    ...(isGiven(source) ? { source } : {}),
    ...(isGiven(meta) ? { meta } : {}),
    verdict, findings, implied,
    ...(repairs === null ? {} : { repairs: repairs.repairs }),
    ...(repairs?.stopped === true ? { stopped: true } : {}),
    unchecked,
    ...(problems.length > 0 ? { problems } : {}),
    ...(approximate ? { approximate } : {}),
    ...(isGiven(expect) ? { expect, asExpected: expect === verdict } : {}),
  };
}

/** How many tables came to which verdict. */
class VerdictTally {
  readonly #counts = new Map<AuditVerdict, number>();
  #expected = 0;
  #differing = 0;

  /** @param table - A table that was audited. */
  add({ claims: { expect }, audit: { verdict } }: AuditedTable): void {
    this.#counts.set(verdict, this.count(verdict) + 1);
    if (!isGiven(expect)) return;
    this.#expected += 1;
    if (expect !== verdict) this.#differing += 1;
  }

  /** @param verdict - A verdict. */
  count(verdict: AuditVerdict): number {
    return this.#counts.get(verdict) ?? 0;
  }

  /**
   * The counts in words.
   *
   * @param between - What was found between the tables.
   */
  text(between: AuditBetween | undefined): string {
    const number = (count: number): string => groupedNumber(count, "en");
    const [consistent, inconsistent, unknown] = (["consistent", "inconsistent", "not-checkable"] as const).map((verdict) => this.count(verdict)) as [number, number, number];
    const all = consistent + inconsistent + unknown;
    const verdicts = `${number(all)} ${all === 1 ? "table" : "tables"}: ${number(consistent)} consistent, ${number(inconsistent)} inconsistent, ${number(unknown)} not checkable`;
    const lines = [verdicts];
    if (this.#expected > 0) lines.push(`${number(this.#expected)} with a known verdict: ${number(this.#differing)} ${this.#differing === 1 ? "differs" : "differ"}`);
    if (between !== undefined) {
      const errors = between.findings.filter(({ severity }) => severity === "error").length;
      const warnings = between.findings.length - errors;
      lines.push(`between them: ${number(errors)} ${errors === 1 ? "error" : "errors"}, ${number(warnings)} ${warnings === 1 ? "warning" : "warnings"}`);
    }
    return lines.join("\n");
  }
}
