import { isUtf8 } from "node:buffer";
import { UsageError } from "./usage-error.js";

/** A line of a sheet: what a table program shows as one row. */
export interface SheetLine {
  /** Number of the line of the file on which it starts; a quoted cell may go over several. */
  readonly line: number;
  readonly cells: readonly string[];
}

const delimiters: readonly string[] = [",", ";", "\t"];

/**
 * The lines of a CSV file that is read as a sheet: any line may have any number of cells, and none is a header yet.
 *
 * @param source - Its bytes.
 * @param name - What the file is called in messages.
 * @throws {@link UsageError} when it is no UTF-8, or has a quote that is not closed.
 */
export async function sheetLines(source: AsyncIterable<Uint8Array>, name: string): Promise<readonly SheetLine[]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  if (!isUtf8(bytes)) throw new UsageError(`${name} is no UTF-8; save it as CSV in UTF-8`);
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const { default: Papa } = await import("papaparse");
  const parsed = delimiters.map((delimiter) => new Papa.Parser({ delimiter, newline: "\n" }).parse(text, 0, false) as { readonly data: readonly (readonly string[])[]; readonly errors: readonly unknown[] });
  // The delimiter is the one that splits the widest line into most cells.
  const widths = parsed.map(({ data }) => data.reduce((widest, { length }) => Math.max(widest, length), 0));
  const best = parsed[widths.indexOf(Math.max(...widths))];
  if (best === undefined || best.errors.length > 0) throw new UsageError(`${name}: expected quotes only around a whole cell, doubled inside it, and closed`);
  let line = 1;
  return best.data.map((cells) => {
    const start = line;
    line += 1 + cells.reduce((breaks, cell) => breaks + cell.split("\n").length - 1, 0);
    return { line: start, cells };
  });
}
