// Forms 1, 2 and 3 of the Hà Tĩnh example as sheets of one Excel file: npm run build && node examples/forms-to-xlsx/forms-to-xlsx.mjs

import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import writeExcelFile from "write-excel-file/node";
import { cityResults } from "../ha-tinh-2023/lib/results.mjs";
import { fileNames, readCity } from "../ha-tinh-2023/lib/read-city.mjs";

/**
 * A form as a sheet: the title, the headings, the numbers of the columns, then a row for each line of the form.
 *
 * Every text is a cell of type text, which a spreadsheet never reads as a formula; counts and rates are numbers.
 *
 * @param form - From `officialForm`.
 */
export function sheetOf(form) {
  const hasMeasures = form.rows.some(({ measure }) => measure !== null);
  const leading = ["Mã", "Khu vực, đơn vị", ...(hasMeasures ? ["Hộ, nhân khẩu"] : [])];
  const text = (value, style = {}) => ({ type: String, value, wrap: true, ...style });
  const heading = { fontWeight: "bold", align: "center", alignVertical: "center" };
  const data = [
    [text(`Biểu số ${form.number}. ${form.title.vi}`, { fontWeight: "bold", wrap: false })],
    [...leading.map((label) => text(label, heading)), ...form.columns.map(({ label }) => text(label.vi, heading))],
    [...leading.map(() => null), ...form.columns.map(({ formula, number }) => text(formula ?? (number === null ? "" : String(number)), { align: "center" }))],
    ...form.rows.map(({ areaCode, name, isParent, measure, cells }) => {
      const style = isParent ? { fontWeight: "bold" } : {};
      const words = { households: "Hộ", persons: "Nhân khẩu" };
      return [text(areaCode, style), text(name, style), ...(hasMeasures ? [text(words[measure], style)] : []), ...cells.map((cell) => numberCell(cell, style))];
    }),
    [],
    ...form.rows.flatMap((row) => row.notes.map((note) => [text(`${row.name}: ${note.vi}`, { wrap: false })])),
    ...form.notes.map((note) => [text(note.vi, { wrap: false })]),
  ];
  return {
    data,
    sheet: `Biểu ${form.number}`,
    columns: [{ width: 12 }, { width: 28 }, ...Array.from({ length: leading.length - 2 + form.columns.length }, () => ({ width: 14 }))],
    orientation: "landscape",
    stickyRowsCount: 3,
  };
}

/** A count, or a rate that keeps all its digits and shows two decimals; blank where the form is blank. */
function numberCell(cell, style) {
  if (cell === null) return null;
  if (typeof cell === "number") return { type: Number, value: cell, format: "#,##0", ...style };
  return { type: Number, value: cell.numerator / cell.denominator, format: "0.00%", ...style };
}

/** The forms of the Hà Tĩnh example as one Excel file. */
export function workbook() {
  const folder = new URL("../ha-tinh-2023/", import.meta.url);
  const texts = Object.fromEntries(fileNames.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
  return writeExcelFile(cityResults(readCity(texts)).forms.map(sheetOf));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL("out/ha-tinh-2023.xlsx", import.meta.url));
  mkdirSync(new URL("out/", import.meta.url), { recursive: true });
  await workbook().toFile(file);
  console.log(file);
}
