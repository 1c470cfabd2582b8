import type { FormRow, OfficialForm } from "./form-table.js";
import { cellTexts, columnHeading, hasMeasures, measureWords, sheetText, sheetWords, type FormLocale } from "./sheet-text.js";

/** Without it spreadsheets read UTF-8 as something else. */
const byteOrderMark = "\uFEFF";

/**
 * A form as CSV for people with a spreadsheet: numbers as they are printed, and no text that would be taken for a formula.
 *
 * It has a byte order mark, one line of headings, lines that end in CR LF, and a last column of notes; notes and warnings
 * about all of it stand in lines of their own at the end. Programs should read the data of the form instead.
 *
 * @param form - From `officialForm`.
 * @param options - The language.
 * @source RFC 4180.
 *
 * @example
 * ```ts
 * const areas = [{ code: "436", name: "=Hà Tĩnh", level: "city" }];
 * const rates = areaRates([{ areaCode: "436", class: "poor" }], { areas, residents: [{ areaCode: "436", households: 1500 }] });
 * const [, line] = formToCsv(officialForm(1, { areas, rates }), { locale: "vi" }).split("\r\n");
 * line.slice(0, 41); // => `436,'=Hà Tĩnh,,1.500,,1,"0,07%",0,"0,00%"`
 * ```
 */
export function formToCsv(form: OfficialForm, { locale }: FormLocale): string {
  const measured = hasMeasures(form);
  const leading = [sheetWords.code, sheetWords.area, sheetWords.sumRow, ...(measured ? [sheetWords.measure] : [])].map((word) => word[locale]);
  const heading = [...leading, ...form.columns.map((column) => columnHeading(column, locale)), sheetWords.note[locale]];
  const line = (row: FormRow): string[] => [
    sheetText(row.areaCode), sheetText(row.name), row.isParent ? "x" : "",
    ...(measured ? [row.measure === null ? "" : measureWords[row.measure][locale]] : []),
    ...cellTexts(row, locale),
    row.notes.map((note) => note[locale]).join(" "),
  ];
  const remarks = [...form.warnings.map((warning) => `${sheetWords.warning[locale]}: ${warning[locale]}`), ...form.notes.map((note) => note[locale])];
  const atTheEnd = remarks.map((remark) => [...heading.slice(1).map(() => ""), remark]);
  return byteOrderMark + [heading, ...form.rows.map(line), ...atTheEnd].map((fields) => `${fields.map(csvField).join(",")}\r\n`).join("");
}

/** Quoted where a comma, a quotation mark, the end of a line or a space at an edge would be misread. */
function csvField(text: string): string {
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
