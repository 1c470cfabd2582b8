import { printedPercent } from "../../core/ratio.js";
import { groupedNumber, type Locale, type LocalizedText } from "../../core/text.js";
import type { FormCell, FormColumn, FormNote, FormRow, OfficialForm } from "./form-table.js";

/** In which language a form is written. */
export interface FormLocale {
  /** The language. */
  readonly locale: Locale;
}

/** How a form is written as a page. */
export interface FormPageOptions extends FormLocale {
  /** A line under the title, for example the place and the year. */
  readonly subtitle?: string | undefined;
}

/** Words of a sheet beside its columns. */
export const sheetWords = {
  form: { vi: "Biểu số", en: "Form" },
  code: { vi: "Mã", en: "Code" },
  area: { vi: "Khu vực, đơn vị", en: "Area" },
  measure: { vi: "Hộ, nhân khẩu", en: "Counted" },
  sumRow: { vi: "Dòng cộng", en: "Sum row" },
  note: { vi: "Ghi chú", en: "Notes" },
  warning: { vi: "Cảnh báo", en: "Warning" },
  source: { vi: "Theo", en: "After" },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** What a line of forms 2 and 3 counts. */
export const measureWords: Readonly<Record<NonNullable<FormRow["measure"]>, LocalizedText>> = {
  households: { vi: "Hộ", en: "Households" },
  persons: { vi: "Nhân khẩu", en: "Persons" },
};

/**
 * What a note of a row says after the area: `, nhân khẩu`; nothing where all lines count alike.
 *
 * @param row - The row.
 * @param locale - The language.
 */
export function measureSuffix({ measure }: FormRow, locale: Locale): string {
  return measure === null ? "" : `, ${measureWords[measure][locale].toLowerCase()}`;
}

/** A text that a spreadsheet could take for a formula: its first sign, full-width ones and those behind spaces included. */
const formula = /^(?:[\t\r]|\s*[=+\-@＝＋－＠])/;

/**
 * A text that came with the data, as it may stand in a sheet for people: `'=1+1`, which no spreadsheet computes.
 *
 * @param text - A name or a code.
 */
export function sheetText(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/**
 * The cells of a row as they are printed: `1.829` and `1,22%` in Vietnamese, `≥ 12` for the least, nothing where one is blank.
 *
 * @param row - The row.
 * @param locale - The language.
 */
export function cellTexts({ cells, atLeast }: FormRow, locale: Locale): readonly string[] {
  return cells.map((cell, place) => (atLeast.includes(place) ? "≥ " : "") + cellText(cell, locale));
}

function cellText(cell: FormCell, locale: Locale): string {
  if (cell === null) return "";
  if (typeof cell === "object") return printedPercent(cell, { locale });
  // Most counts of a commune are small, and have nothing to group.
  return cell < 1000 ? String(cell) : groupedNumber(cell, locale);
}

/**
 * What stands under a column: `3`, or how it is worked out, `4 = 3/1`; nothing without a number.
 *
 * @param column - The column.
 */
export function columnMark({ number, formula: workedOut }: FormColumn): string {
  return workedOut ?? (number === null ? "" : String(number));
}

/**
 * The whole heading of a column on one line: `Hộ – Nghèo – Tỷ lệ (4 = 3/1)`.
 *
 * @param column - The column.
 * @param locale - The language.
 */
export function columnHeading(column: FormColumn, locale: Locale): string {
  const mark = columnMark(column);
  return [...column.group, column.label].map((text) => text[locale]).join(" – ") + (mark === "" ? "" : ` (${mark})`);
}

/**
 * Whether the lines of a form say what they count, so that a column must.
 *
 * @param form - The form.
 */
export function hasMeasures(form: OfficialForm): boolean {
  return form.rows.some(({ measure }) => measure !== null);
}

/** A note of a row, with the number by which the row refers to it. */
export interface NumberedNote {
  /** From 1, in the order of the rows. */
  readonly number: number;
  /** The note. */
  readonly note: FormNote;
  /** Its row. */
  readonly row: FormRow;
}

/**
 * The notes of all rows, numbered.
 *
 * @param rows - The rows.
 */
export function numberedNotes(rows: readonly FormRow[]): ReadonlyMap<FormRow, readonly NumberedNote[]> {
  let last = 0;
  return new Map(rows.map((row) => [row, row.notes.map((note) => ({ number: ++last, note, row }))]));
}

/**
 * From which document the form is.
 *
 * @param form - The form.
 * @param locale - The language.
 */
export function sourceText({ citation }: OfficialForm, locale: Locale): string {
  const note = citation.note === null ? "" : ` ${citation.note[locale]}`;
  return `${sheetWords.source[locale]} ${citation.document.title[locale]}.${note}`;
}
