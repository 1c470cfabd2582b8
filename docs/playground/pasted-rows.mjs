import { parsePrintedNumber } from "chuan-ngheo/audit";

/** A row in which nothing is written. */
export function emptyRow() {
  return { name: "", households: "", persons: "", percent: "", personsPercent: "" };
}

/**
 * The rows of a pasted text: a table from a spreadsheet or a document, `name; 377; 943; 1,22%`, or a bare list as
 * `377, 943, 1.22 %, 549, 1,829, 1.78 %`. Numbers stay as they are printed.
 *
 * @param text - Cells parted by tabs, semicolons, bars or a comma with a space; a row ends with its line, or before a name
 *   or a count behind its percentage.
 * @returns Rows with at least one number, and `dropped`: the cells that have no place.
 */
export function pastedRows(text) {
  const rows = [];
  const dropped = [];
  for (const line of text.normalize("NFC").split(/\r?\n/)) {
    let row = null;
    for (const cell of cellsOf(line)) {
      const read = parsePrintedNumber(cell);
      const isPercent = read.unit === "percent";
      const isNumber = read.status !== "unreadable" || /^[+\-−]?[\d.,\s]+%?$/u.test(cell);
      if (row === null || (row.percent !== "" && !isPercent)) {
        row = emptyRow();
        rows.push(row);
      }
      const place = placeOf(cell, row, read, isNumber);
      if (place === null) dropped.push(cell);
      else row[place] = cell;
    }
  }
  return { rows: rows.filter(({ households, persons, percent }) => `${households}${persons}${percent}` !== ""), dropped };
}

function cellsOf(line) {
  return line
    .split(/[\t;|]|,\s+/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
}

/** The first free place that a cell can have, by its unit or by the order of the columns. */
function placeOf(cell, row, { unit }, isNumber) {
  const places = !isNumber ? ["name"] : unit === "percent" ? ["percent", "personsPercent"] : unit === "households" ? ["households"] : unit === "persons" ? ["persons"] : ["households", "persons", "percent"];
  return places.find((place) => row[place] === "") ?? null;
}
