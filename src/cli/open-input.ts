import type { Arguments } from "./arguments.js";
import type { Run } from "./command.js";
import { noMapping, readMapping, type Mapping } from "./mapping.js";
import { openRecords, type OpenRecords } from "./read-records.js";
import type { RecordShape } from "./record-shape.js";
import { formatOption } from "./shared-options.js";

/**
 * The mappings of `--map` by the file to which they apply; none without it. The main input is named "".
 *
 * @param args - The arguments.
 * @param run - What the command works with.
 * @param shapes - What the records of each file can hold.
 */
export async function mappingsOf({ options }: Arguments, run: Run, shapes: ReadonlyMap<string, RecordShape>): Promise<ReadonlyMap<string, Mapping>> {
  const path = options.get("map");
  if (path === undefined) return new Map();
  const pieces: Uint8Array[] = [];
  for await (const piece of run.open(pathOf(path))) pieces.push(piece);
  return readMapping(Buffer.concat(pieces).toString("utf8"), shapes);
}

/**
 * Opens the main input of a command.
 *
 * @param args - The arguments.
 * @param run - What the command works with.
 * @param shape - What its records can hold.
 * @param mappings - From {@link mappingsOf}.
 */
export function openMain(args: Arguments, run: Run, shape: RecordShape, mappings: ReadonlyMap<string, Mapping>): Promise<OpenRecords> {
  const { options, file } = args;
  return openRecords(run.open(file), {
    format: formatOption(args, "input"),
    shape,
    mapping: mappings.get("") ?? noMapping,
    leaveOut: options.has("allow-unknown") ? (line, column) => run.reporter.leftOut(line, column) : null,
    name: file ?? "the input",
  });
}

/**
 * Opens another input of a command; its format is told by its first character.
 *
 * @param file - What it is called in reports, and the option that names it: `members`.
 * @param path - Its path, or `-` for standard input.
 * @param args - The arguments.
 * @param run - What the command works with.
 * @param shape - What its records can hold.
 * @param mappings - From {@link mappingsOf}.
 */
export function openOther(file: string, path: string, { options }: Arguments, run: Run, shape: RecordShape, mappings: ReadonlyMap<string, Mapping>): Promise<OpenRecords> {
  return openRecords(run.open(pathOf(path)), {
    format: null,
    shape,
    mapping: mappings.get(file) ?? noMapping,
    leaveOut: options.has("allow-unknown") ? (line, column) => run.reporter.leftOut(line, column, file) : null,
    name: path === "-" ? `--${file}` : path,
  });
}

/** A lone dash is standard input. */
function pathOf(path: string): string | null {
  return path === "-" ? null : path;
}
