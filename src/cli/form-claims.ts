import { areaTree } from "../area/area-tree.js";
import { claimsFromForm, type ClaimsFromFormOptions, type FormSheet } from "../audit/claims-from-form.js";
import type { PrintedFormNumber } from "../audit/forms/form-columns.js";
import type { FormProblem } from "../audit/forms/form-problem.js";
import type { Claims } from "../audit/claims.js";
import { isPovertyStandardError } from "../core/errors.js";
import type { Arguments, OptionSpec } from "./arguments.js";
import type { Run } from "./command.js";
import { readAreas } from "./place-rows.js";
import { problemOf } from "./problem.js";
import { sheetLines, type SheetLine } from "./sheet-lines.js";
import { UsageError } from "./usage-error.js";

/** A form as claims, with what is in none of them. */
export interface FormClaimsOfFile {
  readonly claims: Claims;
  readonly problems: readonly FormProblem[];
}

const carried = ["id", "period", "source"] as const;

/** The options that go with a form. */
export const formClaimOptions: readonly OptionSpec[] = [
  { name: "form", value: "N", summary: "the input is the official form N, 1 to 7, as CSV: one table" },
  { name: "areas", value: "FILE", summary: "form and across: the areas and what they are part of, so that parts are added up" },
  { name: "counts", value: "FILE", summary: "forms 5 and 7: the form with the counts, 4 or 6, as CSV" },
  ...carried.map((name) => ({ name, value: "TEXT", summary: `form: "${name}" of the table` })),
];

/** Problems of a form that are no fault of a cell or a line: they come with the answer alone. */
const remarks: ReadonlySet<FormProblem["code"]> = new Set<FormProblem["code"]>(["at-least", "impossible-rate", "unknown-column", "sum-rows-unknown", "shares-without-counts"]);

const countsOf: Readonly<Record<number, PrintedFormNumber>> = { 5: 4, 7: 6 };

/**
 * The official form of the input as claims. Cells and lines that cannot be read are reported, and left out.
 *
 * @param args - The arguments; `--form` is given.
 * @param run - What the command works with.
 * @returns `null` where the input is no such form, which has been reported.
 * @throws {@link UsageError} for options or files that do not fit.
 */
export async function formClaims(args: Arguments, run: Run): Promise<FormClaimsOfFile | null> {
  const { options, file } = args;
  const number = formNumber(args);
  const beside = countsOf[number];
  if (options.has("counts") && beside === undefined) throw new UsageError("--counts belongs to forms 5 and 7");
  const parents = options.has("areas") ? areaTree(await readAreas(args, run, new Map())).parents : null;
  const lines = await sheetLines(run.open(file), file ?? "the input");
  const counts = beside === undefined || !options.has("counts") ? null : await countsSheet(beside, options.get("counts") ?? "", run);
  const given: ClaimsFromFormOptions = { ...Object.fromEntries(carried.filter((name) => options.has(name)).map((name) => [name, options.get(name)])), parents, counts };
  return claimsOfSheet(number, lines, given, run, null);
}

/** The form with the counts; one that is no such form is reported, and is as good as none. */
async function countsSheet(number: PrintedFormNumber, path: string, run: Run): Promise<FormSheet | null> {
  const lines = await sheetLines(run.open(path === "-" ? null : path), path);
  return claimsOfSheet(number, lines, {}, run, "counts") === null ? null : sheet(number, lines);
}

function claimsOfSheet(number: PrintedFormNumber, lines: readonly SheetLine[], options: ClaimsFromFormOptions, { reporter }: Run, file: string | null): FormClaimsOfFile | null {
  const lineOf = (row: number): number => lines[row]?.line ?? row + 1;
  try {
    const { claims, problems } = claimsFromForm(sheet(number, lines), options);
    for (const { code, row, column, en } of problems) {
      if (row === null || remarks.has(code)) continue;
      const message = en.replace(/^Line \d+(?:, cell \d+)?: /, "");
      reporter.problem(lineOf(row), { code: "chuan-ngheo/invalid-input", path: column === null ? null : `column ${column + 1}`, message }, file);
    }
    return { claims, problems };
  } catch (error) {
    if (!isPovertyStandardError(error)) throw error;
    const place = /^lines\[(\d+)\](?:\[(\d+)\])?/.exec(error.path ?? "");
    const path = place?.[2] === undefined ? null : `column ${Number(place[2]) + 1}`;
    reporter.problem(place === null ? 1 : lineOf(Number(place[1])), { ...problemOf(error), path }, file);
    return null;
  }
}

function formNumber({ options }: Arguments): PrintedFormNumber {
  const given = options.get("form") ?? "";
  if (!/^[1-7]$/.test(given)) throw new UsageError("--form: forms 1 to 7 are held; the columns of others are not known");
  return Number(given) as PrintedFormNumber;
}

function sheet(number: PrintedFormNumber, lines: readonly SheetLine[]): FormSheet {
  return { number, lines: lines.map(({ cells }) => cells) };
}
