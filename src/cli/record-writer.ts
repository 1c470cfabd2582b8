import type { Format } from "./read-records.js";
import type { TextOutput } from "./text-output.js";

/** What a cell of a CSV file can hold; nothing is a blank cell. */
type Cell = string | number | boolean | null | undefined;

/** A column of the CSV that a command writes. */
export interface Column<Answer> {
  /** Its heading. */
  readonly name: string;
  /** Its cell of an answer. */
  readonly cell: (answer: Answer) => Cell;
}

/** Writes answers as lines. */
export interface RecordWriter<Answer> {
  /**
   * The text of an answer.
   *
   * @param answer - Plain data.
   */
  readonly text: (answer: Answer) => string;
  /**
   * Writes a text.
   *
   * @param text - From `text`.
   */
  readonly write: (text: string) => void;
  /** Ends the file: one without answers still has its header. */
  readonly finish: () => void;
}

/**
 * A writer of answers.
 *
 * @param format - JSON Lines or CSV.
 * @param columns - The columns of the CSV; the same for every run with the same options.
 * @param output - Where it writes.
 */
export async function recordWriter<Answer extends object>(format: Format, columns: readonly Column<Answer>[], output: TextOutput): Promise<RecordWriter<Answer>> {
  if (format === "jsonl") {
    return {
      text: (answer) => `${JSON.stringify(answer)}\n`,
      write: (text) => {
        output.write(text);
      },
      finish: () => undefined,
    };
  }
  const { default: Papa } = await import("papaparse");
  const row = (cells: readonly Cell[]): string => `${Papa.unparse([[...cells]], { newline: "\n" })}\n`;
  let started = false;
  const start = (): void => {
    if (!started) output.write(row(columns.map(({ name }) => name)));
    started = true;
  };
  return {
    text: (answer) => row(columns.map(({ cell }) => cell(answer))),
    write: (text) => {
      start();
      output.write(text);
    },
    finish: start,
  };
}
