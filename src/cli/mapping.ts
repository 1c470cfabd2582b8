import { kindOf, shownKey } from "../core/kind-of.js";
import { nearestName } from "../core/nearest-name.js";
import { fieldNamed, nearestField, put, type Field, type RecordShape } from "./record-shape.js";
import { UsageError } from "./usage-error.js";

/** The name under which a map file gives the codes of all yes-or-no fields at once. */
const EVERY_YES_OR_NO = "*";

/** How the names and codes of a foreign file become those of this library. */
export interface Mapping {
  /** What each foreign name means; `null` for a column that is dropped on purpose. */
  readonly columns: ReadonlyMap<string, Field | null>;
  /** What each code of a field means, by the name of the field, or `*` for every yes-or-no field without codes of its own. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
}

/** A mapping of nothing. */
export const noMapping: Mapping = { columns: new Map(), values: new Map() };

/**
 * Reads the text of a map file.
 *
 * @param text - `{"columns": {"MaHo": "id"}, "values": {"residence": {"1": "urban", "2": "rural"}}}`, and the same for
 *   another file of the run under its name: `{"members": {"columns": {…}}}`.
 * @param shapes - What the records of each file can hold; that of the main input is the one named "".
 * @returns The mapping of each file, by its name.
 * @throws {@link UsageError} for anything that is not so, naming the nearest known name.
 */
export function readMapping(text: string, shapes: ReadonlyMap<string, RecordShape>): ReadonlyMap<string, Mapping> {
  const parsed = parsedObject(text);
  const parts = [...shapes.keys()].filter((name) => name !== "");
  checkKeys(parsed, ["columns", "values", ...parts], "the map file");
  return new Map(
    [...shapes].map(([name, shape]) => {
      const part = name === "" ? parsed : objectAt(parsed, name, "the map file");
      if (name !== "") checkKeys(part, ["columns", "values"], `"${name}" of the map file`);
      return [name, mappingOf(part, shape)];
    }),
  );
}

/**
 * A record of JSON with its names and codes mapped; one that needs no mapping is handed back as it is.
 *
 * @param record - The record.
 * @param mapping - How.
 * @param shape - What the records can hold.
 * @returns The record, and the name of a field that two of its keys give, or `null`.
 */
export function mapped(record: Keyed, mapping: Mapping, shape: RecordShape): { readonly record: Keyed; readonly twice: string | null } {
  if (mapping === noMapping) return { record, twice: null };
  const result: Record<string, unknown> = {};
  // Keys that are there as a whole, and keys of which there is a part: none may be both.
  const wholes = new Set<string>();
  const parts = new Set<string>();
  let twice: string | null = null;
  for (const [key, value] of Object.entries(record)) {
    const mappedTo = mapping.columns.get(oneSpelling(key));
    if (mappedTo === null) continue;
    const field = mappedTo ?? shape.fields.get(key);
    const isField = field !== undefined && (mappedTo !== undefined || field.name === key);
    const [whole, part] = isField ? field.place : [key, null];
    const name = isField ? field.name : key;
    const isThere = wholes.has(whole) || parts.has(part === null ? whole : name);
    if (isThere && value === null) continue;
    if (isThere) twice = name;
    else if (isField) put(result, field.place, decoded(field, value, mapping));
    // No field: an unknown key is left for the checker, under any name; below it there may be fields.
    else Object.defineProperty(result, key, { value: belowMapped(key, value, mapping, shape), enumerable: true, configurable: true, writable: true });
    if (value === null) continue;
    if (part === null) wholes.add(whole);
    else parts.add(whole).add(name);
  }
  return { record: result, twice };
}

/** The object below a key, such as `deprivations`, with the codes of its fields mapped. */
function belowMapped(key: string, value: unknown, mapping: Mapping, shape: RecordShape): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([below, code]: [string, unknown]) => {
      const field = shape.fields.get(`${key}.${below}`);
      return [below, field === undefined ? code : decoded(field, code, mapping)];
    }),
  );
}

/**
 * What a code means.
 *
 * @param field - The field in which it stands.
 * @param value - The code: text (empty for a blank cell), a number, true or false.
 * @param mapping - The mapping.
 * @returns The meaning, or the value itself where the mapping does not name it.
 */
export function decoded(field: Field, value: unknown, mapping: Mapping): unknown {
  const meanings = mapping.values.get(field.name) ?? (field.type === "boolean" ? mapping.values.get(EVERY_YES_OR_NO) : undefined);
  if (meanings === undefined || value === null || typeof value === "object") return value;
  const code = typeof value === "string" ? value : JSON.stringify(value);
  const known = oneSpelling(code);
  return meanings.has(known) ? meanings.get(known) : value;
}

/**
 * A name in the one spelling by which names are compared: "Hộ" can be written with one character for ộ, or with three.
 *
 * @param name - A name or code of a foreign file.
 */
export function oneSpelling(name: string): string {
  return name.normalize("NFC");
}

type Keyed = Readonly<Record<string, unknown>>;

function parsedObject(text: string): Keyed {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
  } catch {
    throw new UsageError("the map file is no JSON");
  }
  return asObject(parsed, "the map file");
}

function asObject(value: unknown, where: string): Keyed {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new UsageError(`${where}: expected an object; got ${kindOf(value)}`);
  return value as Keyed;
}

function objectAt(parent: Keyed, key: string, where: string): Keyed {
  return Object.hasOwn(parent, key) ? asObject(parent[key], `"${key}" of ${where}`) : {};
}

function checkKeys(object: Keyed, known: readonly string[], where: string): void {
  for (const key of Object.keys(object)) {
    if (known.includes(key)) continue;
    const near = nearestName(key, known);
    throw new UsageError(`${where}: a key ${shownKey(key)} is not known; expected ${known.map((each) => `"${each}"`).join(", ")}${near === null ? "" : ` (the nearest is "${near}")`}`);
  }
}

const yesOrNo: Field = { name: EVERY_YES_OR_NO, place: [EVERY_YES_OR_NO, null], type: "boolean", words: null };

function mappingOf(part: Keyed, shape: RecordShape): Mapping {
  const columns = new Map<string, Field | null>();
  const givenBy = new Map<string, string>();
  for (const [source, target] of Object.entries(objectAt(part, "columns", "the map file"))) {
    const where = `the map file, column ${shownKey(source)}`;
    if (target === null) {
      columns.set(oneSpelling(source), null);
      continue;
    }
    if (typeof target !== "string") throw new UsageError(`${where}: expected the name of a field, or null to drop the column; got ${kindOf(target)}`);
    const field = targetOf(target, shape, where);
    if (givenBy.has(field.name)) throw new UsageError(`${where}: another column is already mapped to "${field.name}"`);
    givenBy.set(field.name, source);
    columns.set(oneSpelling(source), field);
  }
  const values = new Map<string, ReadonlyMap<string, unknown>>();
  for (const [target, codes] of Object.entries(objectAt(part, "values", "the map file"))) {
    const where = `the map file, values of ${shownKey(target)}`;
    const field = target === EVERY_YES_OR_NO ? yesOrNo : targetOf(target, shape, where);
    values.set(field.name, new Map(Object.entries(asObject(codes, where)).map(([code, meaning]) => [oneSpelling(code), checkedMeaning(meaning, field, where)])));
  }
  return { columns, values };
}

function targetOf(target: string, shape: RecordShape, where: string): Field {
  const field = fieldNamed(shape, target);
  if (field === null) throw new UsageError(`${where}: ${shownKey(target)} is no field of ${shape.what}${nearestField(shape, target)}`);
  return field;
}

/** A meaning that no record could hold is a mistake in the map, and not in each line. */
function checkedMeaning(meaning: unknown, { type, words }: Field, where: string): unknown {
  if (meaning === null) return null;
  if (type === "boolean" && typeof meaning !== "boolean") throw new UsageError(`${where}: expected true, false or null; got ${kindOf(meaning)}`);
  if (words !== null && !words.includes(meaning as string)) throw new UsageError(`${where}: expected one of ${words.join(", ")}, or null`);
  if (typeof meaning === "object") throw new UsageError(`${where}: expected text, a number, true, false or null; got ${kindOf(meaning)}`);
  return meaning;
}
