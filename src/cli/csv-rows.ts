import type { Line } from "./line-splitter.js";

/** A row of a CSV file. */
export interface CsvRow {
  /** Number of the line on which it starts. */
  readonly line: number;
  /** Its cells; of a row that cannot be read, what can be made of its first line. */
  readonly cells: readonly string[];
  /** Why it cannot be read; `null` where it can. */
  readonly broken: string | null;
}

/** What one call of the parser makes of a text. */
export interface ParsedText {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly code: string }[];
}

/** The parser of CSV text, for one delimiter. */
export type ParseCsv = (text: string, delimiter: string) => ParsedText;

/** A row that goes over more lines, or is longer, is taken for one with a quote that was never closed. */
const MOST_LINES = 100;
const MOST_CHARACTERS = 1024 * 1024;

const delimiters: readonly string[] = [",", ";", "\t"];
const unclosed = `expected a quote at the end of the quoted cell, within ${MOST_LINES} lines, in a row with as many cells as the header`;

/**
 * The delimiter of a CSV file: the one that splits its header into most cells.
 *
 * @param header - The first line.
 * @param parse - The parser.
 */
export function delimiterOf(header: string, parse: ParseCsv): string {
  const cells = (delimiter: string): number => parse(header, delimiter).data[0]?.length ?? 0;
  return delimiters.reduce((best, delimiter) => (cells(delimiter) > cells(best) ? delimiter : best));
}

/**
 * Puts lines together to rows: a quoted cell may go on over several lines.
 *
 * A quote that is never closed must not swallow what follows. So a row over several lines is accepted only if it reads
 * cleanly and has as many cells as the header; else its first line alone is broken, and the next line is read anew.
 */
export class CsvRows {
  readonly #parse: (text: string) => ParsedText;
  readonly #columns: number;
  /** The lines of a row whose quote is still open. */
  #open: Line[] = [];
  #openText = "";

  /**
   * @param columns - How many cells the header has.
   * @param delimiter - What stands between cells.
   * @param parse - The parser.
   */
  constructor(columns: number, delimiter: string, parse: ParseCsv) {
    this.#columns = columns;
    this.#parse = (text) => parse(text, delimiter);
  }

  /**
   * The rows that are complete with the next line.
   *
   * @param line - The line.
   */
  push(line: Line): readonly CsvRow[] {
    return this.#open.length === 0 ? this.#started(line) : this.#continued(line);
  }

  /** What is left at the end of the file. */
  end(): readonly CsvRow[] {
    const rows: CsvRow[] = [];
    while (this.#open.length > 0) rows.push(...this.#givenUp());
    return rows;
  }

  #started(line: Line): readonly CsvRow[] {
    if (line.broken !== null) return [{ line: line.number, cells: this.#parse(line.text).data[0] ?? [], broken: line.broken }];
    const { data, errors } = this.#parse(line.text);
    const cells = data[0] ?? [];
    // A table program writes rows of blank cells below its table.
    if (errors.length === 0 && cells.every((cell) => cell.trim() === "")) return [];
    if (errors.length === 0) return [{ line: line.number, cells, broken: this.#ragged(cells) }];
    if (!isOpen(errors)) return [{ line: line.number, cells, broken: "expected quotes only around a whole cell, and doubled inside it" }];
    this.#open = [line];
    this.#openText = line.text;
    return [];
  }

  #continued(line: Line): readonly CsvRow[] {
    const text = `${this.#openText}\n${line.text}`;
    if (this.#open.length >= MOST_LINES || text.length > MOST_CHARACTERS || line.broken !== null) return this.#givenUp([line]);
    const { data, errors } = line.text.includes('"') ? this.#parse(text) : stillOpen;
    const [cells = []] = data;
    if (errors.length === 0 && data.length === 1 && cells.length === this.#columns) {
      const row: CsvRow = { line: this.#open[0]?.number ?? 0, cells, broken: null };
      this.#open = [];
      return [row];
    }
    if (!isOpen(errors) || this.#isRowByItself(line.text)) return this.#givenUp([line]);
    this.#open.push(line);
    this.#openText = text;
    return [];
  }

  /** Whether a line is a whole row with no open quote before it: what a text within a quoted cell hardly ever is. */
  #isRowByItself(text: string): boolean {
    if (this.#columns < 3) return false;
    const { data, errors } = this.#parse(text);
    return errors.length === 0 && data[0]?.length === this.#columns && !data[0].some((cell) => cell.includes('"'));
  }

  /** The first line of the open row is broken; the others are read anew. */
  #givenUp(next: readonly Line[] = []): readonly CsvRow[] {
    const [first, ...others] = this.#open;
    this.#open = [];
    const rows: CsvRow[] = first === undefined ? [] : [{ line: first.number, cells: this.#parse(first.text).data[0] ?? [], broken: unclosed }];
    for (const line of [...others, ...next]) rows.push(...this.push(line));
    return rows;
  }

  #ragged(cells: readonly string[]): string | null {
    return cells.length === this.#columns ? null : `expected ${this.#columns} cells, as in the header; got ${cells.length}`;
  }
}

/** What the parser would make of a text whose quote is open and stays so. */
const stillOpen: ParsedText = { data: [], errors: [{ code: "MissingQuotes" }] };

/** Whether the only thing wrong is a quote that is still open. */
function isOpen(errors: ParsedText["errors"]): boolean {
  return errors.length > 0 && errors.every(({ code }) => code === "MissingQuotes");
}
