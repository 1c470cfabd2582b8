import type { FormRow, OfficialForm } from "./form-table.js";
import { cellTexts, columnHeading, hasMeasures, measureSuffix, measureWords, numberedNotes, sheetText, sheetWords, sourceText, type FormPageOptions } from "./sheet-text.js";

/**
 * A form as Markdown (tables as GitHub writes them): parents bold, notes under the table.
 *
 * @param form - From `officialForm`.
 * @param options - The language, and a line under the title.
 *
 * @example
 * ```ts
 * const areas = [{ code: "436", name: "Hà_Tĩnh", level: "city" }];
 * const rows = tabulateMovements([{ before: { on: "2023-12-14", class: "poor", persons: 4, areaCode: "436" }, after: { on: "2024-12-14", class: "near-poor", persons: 4, areaCode: "436" } }]);
 * const form = officialForm(2, { areas, movements: rollUpMovements(rows, areaTree(areas)) });
 * const lines = formToMarkdown(form, { locale: "vi", subtitle: "Năm 2024" }).split("\n");
 * lines.slice(0, 3); // => ["### Biểu số 2. Tổng hợp diễn biến hộ nghèo", "", "Năm 2024"]
 * lines[6]; // => "| 436 | Hà\\_Tĩnh | Hộ | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"
 * ```
 */
export function formToMarkdown(form: OfficialForm, { locale, subtitle = "" }: FormPageOptions): string {
  const measured = hasMeasures(form);
  const numbered = numberedNotes(form.rows);
  const leading = [sheetWords.code, sheetWords.area, ...(measured ? [sheetWords.measure] : [])].map((word) => word[locale]);
  const row = (each: FormRow): string => {
    const { areaCode, isParent, measure } = each;
    const name = nameOf(each);
    const marks = (numbered.get(each) ?? []).map(({ number }) => ` \\[${number}\\]`).join("");
    const words = measured ? [measure === null ? "" : measureWords[measure][locale]] : [];
    return tableLine([escaped(sheetText(areaCode)), (isParent && name !== "" ? `**${name}**` : name) + marks, ...words, ...cellTexts(each, locale)]);
  };
  const remarks = [
    ...form.notes.map((note) => `- ${note[locale]}`),
    ...[...numbered.values()].flat().map(({ number, note, row: place }) => `- \\[${number}\\] ${nameOf(place)} (${escaped(sheetText(place.areaCode))})${measureSuffix(place, locale)}: ${note[locale]}`),
  ];
  return [
    `### ${sheetWords.form[locale]} ${form.number}. ${form.title[locale]}\n`,
    ...(subtitle === "" ? [] : [`${escaped(sheetText(subtitle))}\n`]),
    ...form.warnings.map((warning) => `> **${sheetWords.warning[locale]}:** ${warning[locale]}\n`),
    tableLine([...leading.map(escaped), ...form.columns.map((column) => escaped(columnHeading(column, locale)))]),
    tableLine([...leading.map(() => "---"), ...form.columns.map(() => "--:")]),
    ...form.rows.map(row),
    ...(remarks.length === 0 ? [] : [`\n${sheetWords.note[locale]}:\n`, ...remarks]),
    `\n${sourceText(form, locale)}\n`,
  ].join("\n");
}

/** A name from the data, safe in a cell. */
function nameOf({ name }: FormRow): string {
  return escaped(sheetText(name));
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Text that Markdown leaves as it is: no markup, no HTML, no end of the cell or of the line. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#!~&$]/g, "\\$&").replace(/[\s\p{Cc}]+/gu, " ").trim();
}
