import { parsePrintedNumber } from "chuan-ngheo/audit";
import { emptyRow } from "./pasted-rows.mjs";

/** A table in which nothing is written. */
export function emptyTable() {
  return { rows: [emptyRow(), emptyRow()], percentOf: "unknown", lastIsTotal: false, households: "", persons: "", chosen: {} };
}

/** What the column of a cell says that its number counts; where the cell has its own unit, that one stands. */
const unitOf = { households: "hộ", persons: "người", percent: "%", personsPercent: "%" };

/**
 * One cell read as the library reads printed numbers, never guessed.
 *
 * @param text - As it is printed.
 * @param column - `households`, `persons`, `percent` or `personsPercent`.
 * @param chosen - What was answered before, where the number can be two.
 * @returns `value` as decimal text, or `choices`, or `problem` in both languages; nothing for an empty cell.
 */
function readCell(text, column, chosen) {
  if (text.trim() === "") return {};
  const own = parsePrintedNumber(text);
  const read = own.status !== "unreadable" && own.unit === null && own.rest === "" ? parsePrintedNumber(`${text.trim()} ${unitOf[column]}`) : own;
  if (read.status === "unreadable") return { problem: { vi: read.vi, en: read.en } };
  const isPercent = column === "percent" || column === "personsPercent";
  const unit = isPercent ? "percent" : column;
  if (read.unit !== unit || read.approximate !== null || read.rounded || read.rest !== "") return { problem: "cell" };
  const values = read.readings.map(({ value }) => value);
  const value = values.length === 1 ? values[0] : values.find((each) => each === chosen);
  if (value === undefined) return { choices: values };
  return isPercent || /^\d{1,15}$/.test(value) ? { value } : { problem: "cell" };
}

/**
 * The claims that a table makes.
 *
 * @param table - `rows`; `percentOf`: `unknown`, `households`, `persons` or `both`; `households` and `persons`, the printed totals
 *   that the percentages are shares of; `lastIsTotal`; `chosen`, answers by the place of a cell.
 * @param names - What the counts and totals are called: `row(number)`, `count(label, column)`, `whole[column]`.
 * @returns `claims`, or `null` where there is no number; `open`: what each cell that is no number yet asks for, by place;
 *   `cells`: the place of each number by its path in a repair.
 */
export function tableClaims(table, names) {
  const { rows, percentOf } = table;
  const open = new Map();
  const read = (place, text, column) => {
    const { value, ...asked } = readCell(text, column, table.chosen[place]);
    if (value === undefined && Object.keys(asked).length > 0) open.set(place, asked);
    return value;
  };
  const labels = distinctLabels(rows, names);
  const values = {};
  const cells = new Map();
  const count = (name, place, text, column) => {
    const value = read(place, text, column);
    if (value === undefined) return undefined;
    values[name] = Number(value);
    cells.set(`values[${JSON.stringify(name)}]`, place);
    return name;
  };
  for (const column of wholesOf(percentOf)) count(names.whole[column], column, table[column], column);

  const shares = [];
  const filled = rows.map((row, index) => {
    const [households, persons] = ["households", "persons"].map((column) => count(names.count(labels[index], column), `${index}.${column}`, row[column], column));
    const place = (column, part, whole) => {
      const printed = read(`${index}.${column}`, row[column], column);
      if (printed === undefined || part.length === 0) return undefined;
      cells.set(`shares[${shares.length}].printed`, `${index}.${column}`);
      return shares.push({ part: part.length === 1 ? part[0] : part, whole, printed }) - 1;
    };
    const known = [households, persons].filter((name) => name !== undefined);
    if (percentOf === "unknown") return { households, persons, shares: [place("percent", known, names.whole.unknown)] };
    const first = percentOf === "persons" ? "persons" : "households";
    const own = { households: households === undefined ? [] : [households], persons: persons === undefined ? [] : [persons] };
    return { households, persons, shares: [place("percent", own[first], names.whole[first]), ...(percentOf === "both" ? [place("personsPercent", own.persons, names.whole.persons)] : [])] };
  });
  const sums = [];
  const rateSums = [];
  if (table.lastIsTotal && filled.length > 2) {
    const last = filled.at(-1);
    const others = filled.slice(0, -1);
    const added = (of, add) => {
      const [total, parts] = [of(last), others.map(of)];
      if (total !== undefined && parts.every((part) => part !== undefined)) add(total, parts);
    };
    for (const column of ["households", "persons"]) added((row) => row[column], (total, parts) => sums.push({ total, parts }));
    last.shares.forEach((_, place) => added((row) => row.shares[place], (total, terms) => rateSums.push({ total, terms })));
  }
  return { claims: Object.keys(values).length === 0 ? null : { values, shares, sums, rateSums }, open, cells };
}

/** Which totals a table may print. Of what the percentages are unknown, so is of which total. */
export function wholesOf(percentOf) {
  return { unknown: [], households: ["households"], persons: ["persons"], both: ["households", "persons"] }[percentOf];
}

/** The names of the rows, each once. */
function distinctLabels(rows, names) {
  const seen = new Map();
  return rows.map(({ name }, index) => {
    const label = name.trim().normalize("NFC") || names.row(index + 1);
    const times = (seen.get(label) ?? 0) + 1;
    seen.set(label, times);
    return times === 1 ? label : `${label} (${times})`;
  });
}
