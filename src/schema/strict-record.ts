import * as z from "zod";
import { kindOf, shownKey } from "../core/kind-of.js";
import { nearestName } from "../core/nearest-name.js";
import type { Same } from "./leaf-schemas.js";

/** What a record accepts beside the shape of its values. */
export interface RecordRules {
  /** What an unknown key is not, for example `fact of a member`. */
  readonly what: string;
  /** Keys of another kind of record, each with the message when it holds something; they may stand there empty. */
  readonly foreign?: ReadonlyMap<string, string>;
  /** Two keys of which at most one may hold something. */
  readonly notBoth?: readonly [string, string];
}

/** The value that an object schema of this shape gives back. */
export type RecordOf<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape, z.core.$strict>>;

/** After so many unknown keys the rest is not listed: naming the nearest key costs more than reading one. */
const MOST_LISTED = 20;

type Report = (message: string, key?: string) => void;

/**
 * An object schema that accepts the keys of its shape and no others, none of them inherited.
 *
 * zod's own issue for unknown keys lists them as they came; here a key is shown only if it looks like an identifier,
 * since anything else may be a person's data.
 *
 * @param shape - A schema for each key.
 * @param rules - What an unknown key is not; keys of other records; keys that exclude each other.
 */
export function strictRecord<Shape extends z.ZodRawShape>(shape: Shape, rules: RecordRules): Same<RecordOf<Shape>> {
  const empty = [...(rules.foreign ?? [])].map(([key, error]) => [key, z.null({ error }).optional().meta({ description: "Of another kind of record; it may stand here empty." })] as const);
  const object = z.strictObject({ ...shape, ...Object.fromEntries(empty) });
  const known = Object.keys(shape);
  const accepted = new Set(Object.keys(object.shape));
  const record = z.preprocess((input, context) => {
    const report: Report = (message, key) => {
      context.addIssue({ code: "custom", message, path: key === undefined ? [] : [key] });
    };
    return ownValues(input, known, accepted, rules, report);
  }, object);
  // The keys of other records are no part of the type: nothing can stand there.
  return record as unknown as Same<RecordOf<Shape>>;
}

/** The values under the accepted keys, as an object with no others; whatever is against the rules is reported. */
function ownValues(input: unknown, known: readonly string[], accepted: ReadonlySet<string>, { what, notBoth }: RecordRules, report: Report): unknown {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    report(`expected an object; got ${kindOf(input)}`);
    return input;
  }
  const prototype: unknown = Object.getPrototypeOf(input);
  if (prototype !== Object.prototype && hasKeys(prototype)) {
    report(`expected an object whose keys are its own; got ${kindOf(input)}`);
    return input;
  }
  const record = input as Readonly<Record<string, unknown>>;
  const values: Record<string, unknown> = {};
  let unknown = 0;
  let first = true;
  for (const key in record) {
    if (!accepted.has(key)) {
      reportUnknown(key, known, what, report);
      if (++unknown === MOST_LISTED) break;
      continue;
    }
    const value = record[key];
    values[key] = value;
    if (notBoth?.includes(key) !== true || value === null || value === undefined) continue;
    if (!first) report(`expected ${notBoth.join(" or ")}, not both`, key);
    first = false;
  }
  return values;
}

function hasKeys(prototype: unknown): boolean {
  let keys = 0;
  for (const key in prototype as object) keys += key.length + 1;
  return keys > 0;
}

function reportUnknown(key: string, known: readonly string[], what: string, report: Report): void {
  const shown = shownKey(key);
  if (!shown.startsWith('"')) {
    report(`a key ${shown} is no ${what}`);
    return;
  }
  const near = nearestName(key, known);
  report(`a key ${shown} is no ${what}${near === null ? "" : `; the nearest is "${near}"`}`, key);
}
