import { PovertyStandardError } from "../../core/errors.js";
import type { LocalizedText } from "../../core/text.js";
import { formClaimColumns, formHeadings, type PrintedFormNumber } from "./form-columns.js";

/** A column left of the form's own, or right of them. */
export type SideColumn = "code" | "area" | "sum-row" | "measure" | "notes" | "ignored";

/** What the head of a sheet says. */
export interface SheetHead {
  /** How many lines it takes. */
  readonly lines: number;
  /** For each column of the form its place in a line; `null` where the sheet does not have it. */
  readonly places: readonly (number | null)[];
  /** The places of other columns. */
  readonly side: ReadonlyMap<SideColumn, number>;
  /** The line and place of headings that are not known. */
  readonly unknown: readonly (readonly [row: number, column: number])[];
}

const sideTitles: Readonly<Record<SideColumn, readonly string[]>> = {
  code: ["mã", "mã đơn vị", "mã địa phương", "code", "area code"],
  area: ["khu vực, đơn vị", "khu vực", "đơn vị", "địa phương", "tên đơn vị", "area"],
  "sum-row": ["dòng cộng", "sum row"],
  measure: ["hộ, nhân khẩu", "counted"],
  notes: ["ghi chú", "notes"],
  ignored: ["stt", "tt", "số tt", "no."],
};

/** The total of forms 4 to 7 has no number on the sheet, and is often headed by one word. */
const totalTitles: readonly string[] = ["tổng số", "tổng số hộ", "tổng", "total"];

/** So many lines a head has at most: titles of the sheet, headings over headings, numbers. */
const mostLines = 20;
/** A line with fewer of the form's columns is no head. */
const fewestColumns = 3;

/**
 * Finds the head of a sheet: the first line that names at least three columns of the form by number or title, in their
 * order, and the lines of numbers below it. What it does not name is looked for in the lines above.
 *
 * @param lines - The lines.
 * @param form - Which form it is.
 * @throws {@link PovertyStandardError} `invalid-input` where there is no such line, none that names the areas, or a
 *   heading is that of another form or of another column.
 */
export function sheetHead(lines: readonly (readonly string[])[], form: PrintedFormNumber): SheetHead {
  const known = new KnownHeadings(form);
  const row = lines.slice(0, mostLines).findIndex((line) => known.namesColumns(line));
  if (row < 0) throw new PovertyStandardError("invalid-input", `expected a line of headings with the numbers or titles of the columns of form ${form}, in their order`, "lines");
  const places: (number | null)[] = formClaimColumns[form].map(() => null);
  const side = new Map<SideColumn, number>();
  const unknown: (readonly [number, number])[] = [];
  const width = Math.max(...lines.slice(0, row + 1).map((line) => line.length));
  for (let column = 0; column < width; column++) {
    const [heading = "", ...above] = lines.slice(0, row + 1).map((line) => folded(line[column] ?? "")).reverse();
    for (const each of [heading, ...above]) known.requireThisForm(each, `lines[${row}][${column}]`);
    const index = known.columnNamed(heading);
    if (index !== null) {
      places[index] = column;
      continue;
    }
    const found = [heading, ...above].map(sideNamed).find((each) => each !== null);
    if (found !== undefined && !side.has(found)) side.set(found, column);
    else if (found !== "ignored" && heading !== "") unknown.push([row, column]);
  }
  if (!side.has("code") && !side.has("area")) throw new PovertyStandardError("invalid-input", "expected a column of areas, headed Mã or Khu vực, đơn vị (Code or Area)", `lines[${row}]`);
  let end = row + 1;
  while (end < lines.length && known.isNumbering(lines[end] ?? [], places)) end++;
  return { lines: end, places, side, unknown };
}

/** A column of some form; `index` is `null` for a heading over several columns. */
interface HeadingHome {
  readonly form: PrintedFormNumber;
  readonly index: number | null;
}

/** What headings name on one form; those of the others are known too, so that no sheet is taken for another. */
class KnownHeadings {
  readonly #form: PrintedFormNumber;
  readonly #homes = new Map<string, HeadingHome[]>();

  constructor(form: PrintedFormNumber) {
    this.#form = form;
    for (const each of formNumbers) {
      formClaimColumns[each].forEach(({ titles }, index) => titles.forEach((title) => this.#keep(title, { form: each, index })));
    }
    for (const { form: each, title } of formHeadings) this.#keep(title, { form: each, index: null });
  }

  #keep({ vi, en }: LocalizedText, home: HeadingHome): void {
    for (const title of [vi, en].map(folded)) this.#homes.set(title, [...(this.#homes.get(title) ?? []), home]);
  }

  /** The index of the column that a heading names by its number, else by its title; `null` for none. */
  columnNamed(heading: string): number | null {
    const columns = formClaimColumns[this.#form];
    const number = (wholeNumber.exec(heading) ?? numberBehind.exec(heading))?.[1];
    if (number !== undefined) {
      const index = columns.findIndex((column) => column.number === Number(number));
      return index < 0 ? null : index;
    }
    const title = partsOf(heading).at(-1) ?? "";
    const home = this.#homes.get(title)?.find(({ form, index }) => form === this.#form && index !== null);
    return home?.index ?? (totalTitles.includes(title) && columns[0]?.number === null ? 0 : null);
  }

  /** Whether a line is the head. */
  namesColumns(line: readonly string[]): boolean {
    const headings = line.map(folded);
    // A line of small counts could pass for numbers of columns, were it not for the others in it.
    if (headings.some((heading) => isBareNumber(heading) && this.columnNamed(heading) === null)) return false;
    const named = headings.map((heading) => this.columnNamed(heading)).filter((index) => index !== null);
    return named.length >= fewestColumns && named.every((index, place) => place === 0 || index > (named[place - 1] ?? 0));
  }

  /** Whether a line below the titles only numbers them. */
  isNumbering(line: readonly string[], places: readonly (number | null)[]): boolean {
    let numbered = 0;
    for (const [index, place] of places.entries()) {
      const heading = place === null ? "" : folded(line[place] ?? "");
      if (heading === "") continue;
      if (this.columnNamed(heading) !== index) return false;
      numbered++;
    }
    return numbered >= fewestColumns;
  }

  /** A sheet of form 3 that is read as form 2 would be taken for wrong where it is right. */
  requireThisForm(heading: string, path: string): void {
    const named = this.columnNamed(heading);
    for (const part of partsOf(heading)) {
      const homes = this.#homes.get(part) ?? [];
      const isHere = homes.some(({ form, index }) => form === this.#form && (named === null || index === null || index === named));
      if (homes.length > 0 && !isHere) throw new PovertyStandardError("invalid-input", `expected the headings of form ${this.#form}; this is one of another form or of another column`, path);
    }
  }
}

const formNumbers: readonly PrintedFormNumber[] = [1, 2, 3, 4, 5, 6, 7];

function folded(heading: string): string {
  return heading.replace(/^\uFEFF/, "").normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}

const formulaPart = String.raw`(?:\s*=[\s\d()=/+*×x:.%−–-]*)?`;
const wholeNumber = /* @__PURE__ */ new RegExp(String.raw`^[([]?(?:cột )?(\d{1,2})[)\]]?${formulaPart}[)\]]?$`);
const numberBehind = /* @__PURE__ */ new RegExp(String.raw` [([](\d{1,2})${formulaPart}[)\]]$`);

function isBareNumber(heading: string): boolean {
  return /^\d+$/.test(heading);
}

/** `hộ – nghèo – tỷ lệ (4 = 3/1)` without its number, as a list. */
function partsOf(heading: string): readonly string[] {
  return heading.replace(numberBehind, "").split(" – ").map((part) => part.trim());
}

function sideNamed(heading: string): SideColumn | null {
  const found = Object.entries(sideTitles).find(([, titles]) => titles.includes(heading));
  return found === undefined ? null : (found[0] as SideColumn);
}
