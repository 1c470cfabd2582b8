import { nearestName } from "../core/nearest-name.js";
import type { CellType } from "./cell.js";
import { columnName } from "../core/column-name.js";

/** Where a value stands in a record: a key, or a key of an object (or a place of a list) below a key. */
export type Place = readonly [key: string, below: string | number | null];

/** A value that records of a shape can hold. */
export interface Field {
  /** Its name, for example `floorAreaM2` or `deprivations.water`. */
  readonly name: string;
  /** Where it stands in the record. */
  readonly place: Place;
  /** How a cell of it is read. */
  readonly type: CellType;
  /** The words it can be, where they are fixed. */
  readonly words: readonly string[] | null;
}

/** What the records of a file can hold. */
export interface RecordShape {
  /** What one record is called: "a household". */
  readonly what: string;
  /** The fields by each name that a column may have: camelCase and snake_case. */
  readonly fields: ReadonlyMap<string, Field>;
  /** Columns that are known but not read. */
  readonly unread: ReadonlySet<string>;
  /** Whether columns `meta.…` of any name are known. */
  readonly meta: boolean;
}

/** A field as the tables of shapes write it: name, type, and where needed the words, the place and another column name. */
export interface FieldSpec {
  readonly type: CellType;
  readonly words?: readonly string[];
  readonly place?: Place;
  readonly column?: string;
}

/**
 * A shape from the table of its fields.
 *
 * @param what - What one record is called.
 * @param specs - The fields by name.
 * @param unread - Columns that are known but not read.
 */
export function recordShape(what: string, specs: Readonly<Record<string, FieldSpec>>, unread: readonly string[] = []): RecordShape {
  const fields = new Map<string, Field>();
  for (const [name, { type, words, place, column }] of Object.entries(specs)) {
    const field: Field = { name, place: place ?? [name, null], type, words: words ?? null };
    fields.set(name, field).set(column ?? columnName(name), field);
  }
  return { what, fields, unread: new Set(unread.filter((name) => !fields.has(name))), meta: fields.has("meta") };
}

/**
 * The field that a column name means, or `null`.
 *
 * @param shape - What the records can hold.
 * @param name - The name of a column, or the target of a mapping.
 */
export function fieldNamed(shape: RecordShape, name: string): Field | null {
  const known = shape.fields.get(name);
  if (known !== undefined) return known;
  return shape.meta && name.startsWith("meta.") && name.length > "meta.".length
    ? { name, place: ["meta", name.slice("meta.".length)], type: "text", words: null }
    : null;
}

/**
 * The end of a sentence that names the nearest field: `; the nearest is "floor_area_m2"`. Empty where none is near.
 *
 * @param shape - What the records can hold.
 * @param name - The name that is not known.
 */
export function nearestField(shape: RecordShape, name: string): string {
  // In the spelling of the one who asks.
  const snake = name.includes("_") || name === name.toLowerCase();
  const names = [...shape.fields].filter(([key, field]) => (key === field.name) !== snake || columnName(field.name) === field.name).map(([key]) => key);
  const near = nearestName(name, names);
  return near === null ? "" : `; the nearest is "${near}"`;
}

/**
 * Puts a value into a record.
 *
 * @param record - The record that is being made.
 * @param place - Where.
 * @param value - The value.
 */
export function put(record: Record<string, unknown>, [key, below]: Place, value: unknown): void {
  if (below === null) record[key] = value;
  else if (value === null) record[key] ??= null;
  else {
    // Without a prototype an object can hold any name as its own, `__proto__` too.
    const container = (record[key] ??= typeof below === "number" ? [] : (Object.create(null) as object)) as Record<string | number, unknown>;
    container[below] = value;
  }
}
