import { checkedList, unexpected } from "../../core/checked-record.js";
import type { Measure } from "../measure.js";
import { readCell } from "./cell-text.js";
import { formClaimColumns, type FormClaimColumn, type PrintedFormNumber } from "./form-columns.js";
import { formProblem, type FormProblem } from "./form-problem.js";
import { areaKey, type AreaParts, type PrintedCell, type PrintedForm, type PrintedRow } from "./printed-row.js";
import { sheetHead, type SheetHead, type SideColumn } from "./sheet-head.js";

const measureWords: Readonly<Record<Measure, readonly string[]>> = {
  households: ["hộ", "số hộ", "households"],
  persons: ["nhân khẩu", "khẩu", "số nhân khẩu", "người", "persons"],
};

/** How `formToCsv` begins the note of a row whose balance is open. */
const openNote = /(?:^|\s)(?:Chưa khép|Open):/;
/** How `formToCsv` keeps a spreadsheet from computing a name. */
const guarded = /^'(?=[\t\r]|\s*[=+\-@＝＋－＠])/;

/**
 * The rows of a sheet with the official columns.
 *
 * @param lines - The lines of a sheet, headings first.
 * @param form - Which form it is.
 * @throws {@link PovertyStandardError} `invalid-input` with the path of what is no sheet of that form.
 */
export function sheetRows(lines: readonly (readonly string[])[], form: PrintedFormNumber): PrintedForm {
  const checked = checkedLines(lines);
  const columns = formClaimColumns[form];
  const head = sheetHead(checked, form);
  const problems = head.unknown.map(([row, column]) => formProblem("unknown-column", row, column));
  const sheet = new Sheet(checked, head, columns);
  const rows: PrintedRow[] = [];
  for (let place = head.lines; place < checked.length; place++) {
    if (!sheet.isBlank(place)) rows.push(sheet.row(place, problems));
  }
  const parts = partsByMark(rows, sheet);
  if (parts === null && new Set(rows.map(({ area }) => area)).size > 1) problems.push(formProblem("sum-rows-unknown", null, null));
  return { rows, parts, columns: head.places, problems };
}

function checkedLines(lines: unknown): readonly (readonly string[])[] {
  const lists = checkedList(lines, "lines", (line) => {
    if (!Array.isArray(line)) throw unexpected(null, "expected the cells of a line", line);
    return line as readonly unknown[];
  });
  return lists.map((line, row) =>
    Array.from(line, (cell, column) => {
      if (typeof cell !== "string") throw unexpected(`lines[${row}][${column}]`, "expected text, as it stands in the sheet", cell);
      return cell;
    }),
  );
}

class Sheet {
  readonly #lines: readonly (readonly string[])[];
  readonly #head: SheetHead;
  readonly #columns: readonly FormClaimColumn[];

  constructor(lines: readonly (readonly string[])[], head: SheetHead, columns: readonly FormClaimColumn[]) {
    this.#lines = lines;
    this.#head = head;
    this.#columns = columns;
  }

  /** A text beside the form's own columns; nothing where the sheet has no such column. */
  side(place: number, column: SideColumn): string {
    const at = this.#head.side.get(column);
    return at === undefined ? "" : this.#text(place, at).trim();
  }

  /** Whether a line has neither area nor numbers, as lines of remarks. */
  isBlank(place: number): boolean {
    return this.side(place, "code") === "" && this.side(place, "area") === "" && this.#head.places.every((at) => at === null || this.#text(place, at).trim() === "");
  }

  row(place: number, problems: FormProblem[]): PrintedRow {
    const area = areaKey(this.side(place, "code").replace(guarded, ""), this.side(place, "area").replace(guarded, ""));
    const told = this.#measure(place);
    const measure = told === "unknown" ? null : told;
    const isLost = area === null || told === "unknown";
    if (isLost) problems.push(formProblem(area === null ? "no-area" : "no-measure", place, null));
    return {
      place,
      area,
      measure,
      isOpen: openNote.test(this.side(place, "notes")),
      cells: this.#columns.map(({ holds }, index) => {
        const at = this.#head.places[index] ?? null;
        if (isLost || at === null) return null;
        return cell(this.#text(place, at), "name" in holds ? (holds.measure ?? measure) : null, [place, at], problems);
      }),
    };
  }

  /** What a line counts. Without a column that says it, forms 2 and 3 count households, as their titles do. */
  #measure(place: number): Measure | null | "unknown" {
    if (this.#columns.every(({ holds }) => !("name" in holds) || holds.measure !== null)) return null;
    if (!this.#head.side.has("measure")) return "households";
    const word = this.side(place, "measure").normalize("NFC").toLowerCase();
    return (Object.keys(measureWords) as Measure[]).find((measure) => measureWords[measure].includes(word)) ?? "unknown";
  }

  #text(place: number, at: number): string {
    return this.#lines[place]?.[at] ?? "";
  }
}

function cell(text: string, counts: Measure | null, [row, column]: readonly [number, number], problems: FormProblem[]): PrintedCell {
  const read = readCell(text, counts);
  if ("cell" in read) return read.cell;
  problems.push(formProblem(read.problem, row, column));
  return null;
}

/**
 * A sheet marks the rows that are sums, but not of which others. With one such row, it is the sum of all others; with
 * more, which of them is part of which cannot be told.
 */
function partsByMark(rows: readonly PrintedRow[], sheet: Sheet): AreaParts | null {
  const marks = rows.map(({ place }) => sheet.side(place, "sum-row").toLowerCase());
  if (marks.some((mark) => mark !== "" && mark !== "x")) return null;
  const sums = new Set(rows.filter((_, index) => marks[index] === "x").map(({ area }) => area));
  const [sum] = sums;
  if (sums.size !== 1 || sum === undefined || sum === null) return null;
  return new Map([[sum, [...new Set(rows.map(({ area }) => area))].filter((area) => area !== sum)]]);
}
