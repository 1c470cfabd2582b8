import { escapedHtml, pageEnd, pageStart } from "../../core/html.js";
import type { Locale } from "../../core/text.js";
import { formStyle, formStyleHash } from "./form-style.js";
import type { FormRow, OfficialForm } from "./form-table.js";
import { headingRows } from "./heading-rows.js";
import {
  cellTexts, columnMark, hasMeasures, measureSuffix, measureWords, numberedNotes, sheetText, sheetWords, sourceText, type FormPageOptions, type NumberedNote,
} from "./sheet-text.js";

/** Deeper areas are not moved in any further. */
const deepestIndent = 4;

/**
 * A form as a page of HTML that looks like the official sheet and prints on A4 landscape.
 *
 * It needs no other file, runs no script, and its policy allows nothing but its own style. Every text of the data is
 * escaped. Headings have their scope, rows of the head and the title come again on every printed page.
 *
 * @param form - From `officialForm`.
 * @param options - The language, and a line under the title.
 *
 * @example
 * ```ts
 * const areas = [{ code: "436", name: "<script>", level: "city" }];
 * const rates = areaRates([], { areas, residents: [{ areaCode: "436", households: 1500 }] });
 * const html = formToHtml(officialForm(1, { areas, rates }), { locale: "vi" });
 * [html.includes("<script>"), html.includes("&lt;script&gt;"), html.includes("<td>1.500</td>")]; // => [false, true, true]
 * ```
 */
export function formToHtml(form: OfficialForm, { locale, subtitle = "" }: FormPageOptions): string {
  const numbered = numberedNotes(form.rows);
  const number = `${sheetWords.form[locale]} ${form.number}`;
  const title = `${number}. ${form.title[locale]}`;
  return `${pageStart({ language: locale, title, style: formStyle, styleHash: formStyleHash })}<p class="number">${number}</p>
${form.warnings.map((warning) => `<p class="warning" role="note"><strong>${sheetWords.warning[locale]}:</strong> ${escapedHtml(warning[locale])}</p>\n`).join("")}<div class="sheet" role="region" aria-labelledby="title" tabindex="0">
<table>
<caption id="title">${escapedHtml(form.title[locale])}${subtitle === "" ? "" : `<span>${escapedHtml(sheetText(subtitle))}</span>`}</caption>
${head(form, locale)}
${body(form, locale, numbered)}
</table>
</div>
${notesSection(form, locale, [...numbered.values()].flat())}<p class="source">${escapedHtml(sourceText(form, locale))}</p>
${pageEnd}`;
}

function head(form: OfficialForm, locale: Locale): string {
  const leading = [sheetWords.code, sheetWords.area, ...(hasMeasures(form) ? [sheetWords.measure] : [])];
  const rows = headingRows(form.columns);
  const first = leading.map((word) => `<th scope="col"${span("row", rows.length)}>${word[locale]}</th>`).join("");
  const lines = rows.map((cells) =>
    cells.map((cell) => `<th scope="${cell.isGroup ? "colgroup" : "col"}"${span("col", cell.columns)}${span("row", cell.rows)}>${escapedHtml(cell.text[locale])}</th>`).join(""));
  // The official sheet numbers its columns: A, B, 1, 2, 3, 4 = 3/1, …
  const marks = [...["A", "B", "C"].slice(0, leading.length), ...form.columns.map(columnMark)];
  const markCells = marks.map((mark) => (mark === "" ? "<td></td>" : `<th scope="col">${mark}</th>`)).join("");
  return `<thead>\n${lines.map((line, index) => `<tr>${index === 0 ? first : ""}${line}</tr>`).join("\n")}\n<tr class="marks">${markCells}</tr>\n</thead>`;
}

function span(direction: "row" | "col", count: number): string {
  return count === 1 ? "" : ` ${direction}span="${count}"`;
}

type Numbered = ReadonlyMap<FormRow, readonly NumberedNote[]>;

function body(form: OfficialForm, locale: Locale, numbered: Numbered): string {
  if (!hasMeasures(form)) return `<tbody>\n${form.rows.map((row) => line(row, locale, areaCells(row, locale, marksOf(row, numbered)), "")).join("\n")}\n</tbody>`;
  return linesByArea(form.rows).map((rows) => {
    const lines = rows.map((row, index) => {
      const first = index === 0 ? areaCells(row, locale, "", rows.length) : "";
      const measure = row.measure === null ? "" : measureWords[row.measure][locale];
      return line(row, locale, first, `<th class="measure" scope="row">${measure}${marksOf(row, numbered)}</th>`);
    });
    return `<tbody class="pair">\n${lines.join("\n")}\n</tbody>`;
  }).join("\n");
}

/** Lines of one area stand one after the other. */
function linesByArea(rows: readonly FormRow[]): readonly (readonly FormRow[])[] {
  const groups: FormRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.[0]?.areaCode === row.areaCode) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

function line(row: FormRow, locale: Locale, areas: string, measure: string): string {
  return `<tr${row.isParent ? ' class="sum"' : ""}>${areas}${measure}${cellTexts(row, locale).map((text) => `<td>${text}</td>`).join("")}</tr>`;
}

function areaCells({ areaCode, name, depth, isParent }: FormRow, locale: Locale, marks: string, lines = 0): string {
  const rows = span("row", Math.max(1, lines));
  const indent = depth === 0 ? "" : ` d${Math.min(depth, deepestIndent)}`;
  const said = isParent ? ` <span class="said">(${sheetWords.sumRow[locale].toLowerCase()})</span>` : "";
  return `<th class="code"${rows}${lines > 1 ? ' scope="rowgroup"' : ' scope="row"'}>${escapedHtml(sheetText(areaCode))}</th>` +
    `<th class="name${indent}"${rows} scope="${lines > 1 ? "rowgroup" : "row"}">${escapedHtml(sheetText(name))}${said}${marks}</th>`;
}

function marksOf(row: FormRow, numbered: Numbered): string {
  const marks = (numbered.get(row) ?? []).map(({ number }) => `<a href="#note-${number}">[${number}]</a>`);
  return marks.length === 0 ? "" : ` <sup>${marks.join("")}</sup>`;
}

function notesSection(form: OfficialForm, locale: Locale, ofRows: readonly NumberedNote[]): string {
  if (form.notes.length === 0 && ofRows.length === 0) return "";
  const general = form.notes.length === 0 ? "" : `<ul>\n${form.notes.map((note) => `<li>${escapedHtml(note[locale])}</li>`).join("\n")}\n</ul>\n`;
  const numbered = ofRows.map(({ number, note, row }) => `<li id="note-${number}">${escapedHtml(sheetText(row.name))} (${escapedHtml(sheetText(row.areaCode))})${measureSuffix(row, locale)}: ${escapedHtml(note[locale])}</li>`);
  return `<section class="notes">\n<h2>${sheetWords.note[locale]}</h2>\n${general}${numbered.length === 0 ? "" : `<ol>\n${numbered.join("\n")}\n</ol>\n`}</section>\n`;
}
