import Papa from "papaparse";
import { householdFacts, memberFacts } from "chuan-ngheo";

/** The files that the example reads. */
export const fileNames = ["areas.csv", "residents.csv", "households.csv", "members.csv", "recognitions.csv"];

/**
 * The rows of the example's CSV files as the library takes them: facts by their names in the catalogue, blank is
 * unknown, and a decimal number stays text, so that no digit is lost.
 *
 * @param {Readonly<Record<string, string>>} texts - The text of each file by its name.
 */
export function readCity(texts) {
  const rows = (name) => Papa.parse(texts[name], { header: true, skipEmptyLines: true }).data;
  const members = grouped(rows("members.csv"), (row) => record(row, memberFacts));
  return {
    areas: rows("areas.csv").map(({ parent, ...area }) => (parent === "" ? area : { ...area, parent })),
    residents: rows("residents.csv").map((row) => ({ areaCode: row.area_code, households: count(row.households), persons: count(row.persons) })),
    households: rows("households.csv").map((row) => ({ ...record(row, householdFacts), members: members.get(row.id) ?? [] })),
    recognitions: grouped(rows("recognitions.csv"), (row) => row),
  };
}

/** Rows by their household. */
function grouped(rows, ofRow) {
  const groups = new Map();
  for (const { household_id: id, ...row } of rows) groups.set(id, [...(groups.get(id) ?? []), ofRow(row)]);
  return groups;
}

function record(row, facts) {
  return Object.fromEntries(Object.entries(row).map(([column, text]) => {
    const name = column.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
    return [name, name === "persons" ? count(text) : factValue(text, facts[name]?.type)];
  }));
}

function factValue(text, type) {
  if (text === "") return null;
  // Any other word stays as it is, for the library to refuse.
  return type === "boolean" ? ({ true: true, false: false }[text] ?? text) : text;
}

function count(text) {
  return text === "" ? null : Number(text);
}
