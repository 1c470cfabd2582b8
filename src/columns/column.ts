import { unexpected } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";

/** The typed arrays of whole numbers, by which persons and areas are given. */
export type WholeNumbers = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array;

/** Their names. */
export const wholeNumberKinds: readonly string[] = ["Int8Array", "Uint8Array", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array"];

/**
 * A column that may hold nulls, in the layout of Arrow; Arrow's `Data` (`table.getChild("income").data[0]`) is one.
 *
 * A null is a missing value, whatever stands in its place among the values.
 */
export interface NullableColumn<Values> {
  /** The values, beginning with the first row. */
  readonly values: Values;
  /** A bit for each row, the lowest of a byte first; 0 is null. Missing or empty: no row is null. */
  readonly nullBitmap?: Uint8Array | null | undefined;
  /** The bit of the first row in `nullBitmap`; 0 unless told. */
  readonly offset?: number;
  /** How many rows it has; as many as there are values unless told. */
  readonly length?: number;
}

/** A column: a typed array, on a SharedArrayBuffer too, or one with nulls. It is read where it is, never copied as a whole. */
export type Column<Values> = Values | NullableColumn<Values>;

/** A column after the check. */
export interface CheckedColumn<Values> {
  readonly values: Values;
  /** `null` where no row is null. */
  readonly nullBitmap: Uint8Array | null;
  readonly offset: number;
  readonly rows: number;
}

// Ids of Arrow's types, as its format numbers them: other types have other meanings for the same bytes.
const ARROW_INT = 2;
const ARROW_FLOAT = 3;

/**
 * Checks that a column is one, of a kind that its values may have.
 *
 * @param column - What came.
 * @param kinds - Names of the typed arrays.
 * @param path - Its name.
 * @throws {@link PovertyStandardError} `invalid-input` with the path.
 */
export function checkedColumn<Values extends WholeNumbers | Float64Array>(column: Column<Values>, kinds: readonly string[], path: string): CheckedColumn<Values> {
  const expected = `expected ${kinds.join(" or ")}, or Arrow data that hold it`;
  if (typeof column !== "object" || (column as unknown) === null) return refuse(path, expected, column);
  const given: NullableColumn<Values> & { readonly typeId?: unknown } = ArrayBuffer.isView(column) ? { values: column } : column;
  const { values, nullBitmap, typeId } = given;
  const kind = kindOfArray(values);
  if (kind === null || !kinds.includes(kind)) return refuse(path, expected, values);
  if (typeId !== undefined && typeId !== (kind === "Float64Array" ? ARROW_FLOAT : ARROW_INT)) throw new PovertyStandardError("invalid-input", `${expected} as plain numbers; got another type of Arrow`, path);
  const { offset = 0, length = values.length } = given;
  if (!isIndex(length) || length > values.length) return refuse(`${path}.length`, "expected a whole number, no more than there are values", length);
  if (!isIndex(offset)) return refuse(`${path}.offset`, "expected a whole number, 0 or more", offset);
  if (nullBitmap === undefined || nullBitmap === null || (nullBitmap.length as unknown) === 0) return { values, nullBitmap: null, offset, rows: length };
  if (kindOfArray(nullBitmap) !== "Uint8Array" || nullBitmap.length * 8 < offset + length) return refuse(`${path}.nullBitmap`, "expected a Uint8Array with a bit for each row", nullBitmap);
  return { values, nullBitmap, offset, rows: length };
}

/**
 * Calls back for each null among some rows.
 *
 * @param column - The column.
 * @param from - The first row.
 * @param end - The row behind the last.
 * @param act - Is given the place of the null, counted from the first row.
 */
export function forEachNull({ nullBitmap, offset }: CheckedColumn<unknown>, from: number, end: number, act: (place: number) => void): void {
  if (nullBitmap === null) return;
  for (let row = from; row < end; row++) {
    const bit = offset + row;
    const byte = nullBitmap[Math.floor(bit / 8)] as number;
    // Most columns have few nulls: eight rows without one are passed over at once.
    if (byte === 0xff && bit % 8 === 0) row += 7;
    else if (((byte >> (bit % 8)) & 1) === 0) act(row - from);
  }
}

/**
 * Checks a range of rows.
 *
 * @param offset - The first row; 0 unless told.
 * @param length - How many rows; all that are left unless told.
 * @param rows - How many there are.
 * @returns The first row, and the one behind the last.
 * @throws {@link PovertyStandardError} `invalid-input` with the path.
 */
export function checkedRange(offset: number | undefined, length: number | undefined, rows: number): readonly [from: number, end: number] {
  const first = offset ?? 0;
  if (!isIndex(first) || first > rows) return refuse("offset", `expected a row from 0 to ${rows}`, offset);
  const count = length ?? rows - first;
  if (!isIndex(count) || first + count > rows) return refuse("length", `expected from 0 to ${rows - first} rows`, length);
  return [first, first + count];
}

/**
 * Fails unless all columns have as many rows as the first.
 *
 * @param columns - The columns by their names.
 * @returns How many rows they have.
 * @throws {@link PovertyStandardError} `invalid-input` that names the column.
 */
export function commonRows(columns: readonly (readonly [name: string, column: CheckedColumn<unknown> | null])[]): number {
  let rows: number | null = null;
  for (const [name, column] of columns) {
    if (column === null) continue;
    rows ??= column.rows;
    if (column.rows !== rows) throw new PovertyStandardError("invalid-input", `expected as many rows as the first column has, ${rows}; got ${column.rows}`, name);
  }
  return rows ?? 0;
}

/**
 * The name of a typed array, of another realm too; `null` for anything else.
 *
 * @param value - Anything.
 */
export function kindOfArray(value: unknown): string | null {
  return ArrayBuffer.isView(value) ? Object.prototype.toString.call(value).slice("[object ".length, -1) : null;
}

function isIndex(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function refuse(path: string, expected: string, value: unknown): never {
  const array = kindOfArray(value);
  throw array === null ? unexpected(path, expected, value) : new PovertyStandardError("invalid-input", `${expected}; got a ${array}`, path);
}
