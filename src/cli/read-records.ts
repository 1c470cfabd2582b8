import { isPovertyStandardError } from "../core/errors.js";
import { shownKey } from "../core/kind-of.js";
import { cellValue } from "./cell.js";
import { CsvRows, delimiterOf, type CsvRow, type ParseCsv } from "./csv-rows.js";
import { LineSplitter, type Line } from "./line-splitter.js";
import { decoded, mapped, oneSpelling, type Mapping } from "./mapping.js";
import { invalidInput, problemOf, type Problem } from "./problem.js";
import { fieldNamed, nearestField, put, type Field, type RecordShape } from "./record-shape.js";
import { UsageError } from "./usage-error.js";

/** A record of JSON or CSV: keys that may be anything, values that are still to be checked. */
export type Keyed = Readonly<Record<string, unknown>>;

/** A record that could be read. */
export interface GoodRecord {
  /** The line on which it starts. */
  readonly line: number;
  readonly record: Keyed;
  readonly problem: null;
  /** The line of each of its members, where these were read from a file of their own. */
  readonly memberLines?: readonly number[];
}

/** A line that could not be read, with what could be made of it: perhaps the household to which it belongs. */
interface BrokenRecord {
  /** The line on which it starts. */
  readonly line: number;
  readonly record: Keyed | null;
  readonly problem: Problem;
}

/** What a line of a file came to. */
export type ReadRecord = GoodRecord | BrokenRecord;

/** A format of records. */
export type Format = "jsonl" | "csv";

/** How a file is read. */
export interface ReadOptions {
  /** The format; `null` to tell it by the first character. */
  readonly format: Format | null;
  /** What its records can hold. */
  readonly shape: RecordShape;
  /** How its names and codes are mapped. */
  readonly mapping: Mapping;
  /** What is done with a column that is not known: it is an error, or it is left out and told. */
  readonly leaveOut: ((line: number, column: string) => void) | null;
  /** What the file is called in a message: "the members file". */
  readonly name: string;
}

/** An open file of records. */
export interface OpenRecords {
  /** Its format. */
  readonly format: Format;
  /** Its records in order. */
  readonly records: AsyncIterable<ReadRecord>;
}

type Bytes = AsyncIterable<Uint8Array>;

/**
 * Opens a file of records: JSON Lines or CSV, in UTF-8 with or without a byte order mark.
 *
 * @param source - Its bytes.
 * @param options - How it is read.
 * @throws {@link UsageError} when the whole file cannot be read: no UTF-8, a JSON list, a wrong header.
 */
export async function openRecords(source: Bytes, options: ReadOptions): Promise<OpenRecords> {
  const { first, bytes } = await peeked(source, options.name);
  if (first === "[" && options.format !== "csv") throw new UsageError(`${options.name}: expected one JSON object on each line, not a list (jq -c '.[]' makes lines of a list)`);
  const format = options.format ?? (first === "{" || first === "" ? "jsonl" : "csv");
  return { format, records: format === "csv" ? csvRecords(bytes, options) : jsonRecords(bytes, options) };
}

const byteOrderMark = "\xEF\xBB\xBF";
const utf16Marks: readonly string[] = ["\xFF\xFE", "\xFE\xFF"];

/** The first character that is not blank, and the bytes from the start. */
async function peeked(source: Bytes, name: string): Promise<{ readonly first: string; readonly bytes: Bytes }> {
  const iterator = source[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let first = "";
  while (first === "") {
    const next = await iterator.next();
    if (next.done === true) break;
    read.push(next.value);
    const start = Buffer.concat(read).toString("latin1");
    if (utf16Marks.some((mark) => start.startsWith(mark))) throw new UsageError(`${name} is UTF-16; save it as UTF-8`);
    // A mark may arrive in pieces.
    if (![byteOrderMark, ...utf16Marks].some((mark) => mark.startsWith(start))) first = (start.startsWith(byteOrderMark) ? start.slice(3) : start).trimStart().slice(0, 1);
  }
  return { first, bytes: continued(read, iterator) };
}

async function* continued(read: readonly Uint8Array[], iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* read;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

/** The lines of a file, as many at once as are at hand. */
async function* linesOf(bytes: Bytes): AsyncGenerator<readonly Line[]> {
  const splitter = new LineSplitter();
  for await (const piece of bytes) yield splitter.push(piece);
  yield splitter.end();
}

async function* jsonRecords(bytes: Bytes, { mapping, shape }: ReadOptions): AsyncGenerator<ReadRecord> {
  for await (const lines of linesOf(bytes))
    for (const line of lines) if (line.broken !== null || line.text.trim() !== "") yield jsonRecord(line, mapping, shape);
}

function jsonRecord({ number, text, broken }: Line, mapping: Mapping, shape: RecordShape): ReadRecord {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    // The error of JSON.parse quotes its input, so it is not passed on.
    return { line: number, record: null, problem: invalidInput(broken ?? "expected one JSON object on the line") };
  }
  if (typeof record !== "object" || record === null || Array.isArray(record)) return { line: number, record: null, problem: invalidInput(broken ?? "expected one JSON object on the line") };
  if (broken !== null) return { line: number, record: record as Keyed, problem: invalidInput(broken) };
  const result = mapped(record as Keyed, mapping, shape);
  if (result.twice === null) return { line: number, record: result.record, problem: null };
  return { line: number, record: result.record, problem: invalidInput("expected one key for this; two keys of the line are mapped to it", result.twice) };
}

async function* csvRecords(bytes: Bytes, options: ReadOptions): AsyncGenerator<ReadRecord> {
  const { default: Papa } = await import("papaparse");
  const parse: ParseCsv = (text, delimiter) => new Papa.Parser({ delimiter, newline: "\n" }).parse(text, 0, false) as ReturnType<ParseCsv>;
  let rows: CsvRows | null = null;
  let columns: readonly (Field | null)[] = [];
  for await (const lines of linesOf(bytes))
    for (const line of lines) {
      if (rows !== null) for (const row of rows.push(line)) yield csvRecord(row, columns, options.mapping);
      else if (line.broken !== null || line.text.trim() !== "") {
        const { delimiter, header } = headerOf(line, options.name, parse);
        columns = columnsOf(header, line.number, options);
        rows = new CsvRows(header.length, delimiter, parse);
      }
    }
  for (const row of rows?.end() ?? []) yield csvRecord(row, columns, options.mapping);
}

function headerOf(line: Line, name: string, parse: ParseCsv): { readonly delimiter: string; readonly header: readonly string[] } {
  if (line.broken !== null) throw new UsageError(`${name}, line ${line.number}: ${line.broken}`);
  if (line.text.includes("\r")) throw new UsageError(`${name}, line ${line.number}: expected lines that end in LF or CRLF, not in CR alone`);
  const delimiter = delimiterOf(line.text, parse);
  const { data, errors } = parse(line.text, delimiter);
  if (errors.length > 0) throw new UsageError(`${name}, line ${line.number}: the header has a quote that is not closed`);
  return { delimiter, header: (data[0] ?? []).map((cell) => cell.trim()) };
}

/** The field of each column; `null` for one that is left out. */
function columnsOf(header: readonly string[], line: number, { shape, mapping, leaveOut, name }: ReadOptions): readonly (Field | null)[] {
  const wrong: string[] = [];
  const givenBy = new Map<string, number>();
  const columns = header.map((heading, index): Field | null => {
    const mappedTo = mapping.columns.get(oneSpelling(heading));
    if (mappedTo === null || (mappedTo === undefined && shape.unread.has(heading))) return null;
    const field = mappedTo ?? fieldNamed(shape, heading);
    const before = field === null ? undefined : givenBy.get(field.name);
    if (heading === "") wrong.push(`column ${index + 1} has no name`);
    else if (before !== undefined) wrong.push(`column ${index + 1} gives "${field?.name ?? ""}", as column ${before + 1} does`);
    else if (field !== null) givenBy.set(field.name, index);
    else if (leaveOut === null) wrong.push(unknownColumn(heading, index, shape));
    else leaveOut(line, shownKey(heading).startsWith('"') ? heading : `column ${index + 1}`);
    return field;
  });
  // A value and a part of it, such as "meta" and "meta.note", cannot both be given.
  columns.forEach((field, index) => {
    const whole = field === null || field.place[1] === null ? undefined : givenBy.get(field.place[0]);
    if (whole !== undefined) wrong.push(`column ${index + 1} gives a part of "${field?.place[0] ?? ""}", which column ${whole + 1} gives`);
  });
  if (givenBy.size === 0) throw new UsageError(`${name}, line ${line}: expected a header with the names of the columns; none of these is a field of ${shape.what}`);
  const way = wrong.some((each) => each.includes(noField)) ? "\n--map gives a column a meaning; --allow-unknown leaves out what has none." : "";
  if (wrong.length > 0) throw new UsageError(`${name}, line ${line}:\n  ${wrong.join("\n  ")}${way}`);
  return columns;
}

const noField = "is no field of";

function unknownColumn(heading: string, index: number, shape: RecordShape): string {
  const shown = shownKey(heading);
  const isShown = shown.startsWith('"');
  const hint = heading === "members" ? "; members come in a file of their own, --members FILE" : isShown ? nearestField(shape, heading) : "";
  return `column ${index + 1}${isShown ? ` ${shown}` : ""} ${noField} ${shape.what}${hint}`;
}

function csvRecord({ line, cells, broken }: CsvRow, columns: readonly (Field | null)[], mapping: Mapping): ReadRecord {
  const record: Record<string, unknown> = {};
  let problem: Problem | null = broken === null ? null : invalidInput(broken);
  columns.forEach((field, index) => {
    if (field === null) return;
    try {
      put(record, field.place, valueOf(cells[index] ?? "", field, mapping));
    } catch (error) {
      if (!isPovertyStandardError(error)) throw error;
      problem ??= problemOf(error);
    }
  });
  return { line, record, problem };
}

/** The value of a cell by its code, else by its type; a blank one is unknown. */
function valueOf(cell: string, field: Field, mapping: Mapping): unknown {
  const trimmed = cell.trim();
  const meaning = mapping.values.size === 0 ? trimmed : decoded(field, trimmed, mapping);
  if (meaning !== trimmed) return meaning;
  return trimmed === "" ? null : cellValue(cell, field.type, field.name);
}
