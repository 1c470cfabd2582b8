import { ANY_INCOME, CODE_PLACES, LINES, NO_INCOME, type CodeTables } from "./code-tables.js";
import { forEachNull, type CheckedColumn, type WholeNumbers } from "./column.js";

/** The columns of households after the check. */
export interface CheckedHouseholds {
  readonly residence: CheckedColumn<Uint8Array>;
  readonly income: CheckedColumn<Float64Array | Int32Array>;
  /** Whether the income is the annual total of the household, rather than per person and month. */
  readonly annual: boolean;
  readonly persons: CheckedColumn<WholeNumbers> | null;
  readonly deprived: CheckedColumn<Uint8Array | Uint16Array>;
  readonly unknown: CheckedColumn<Uint8Array | Uint16Array>;
}

/**
 * Writes the codes of some households; `rowClassifier` says how.
 *
 * @param columns - The columns.
 * @param tables - The look-ups of the standard.
 * @param from - The first row.
 * @param end - The row behind the last.
 * @param out - Where the codes are written, in the places of their rows.
 */
export const classifyRows = /* @__PURE__ */ rowClassifier();

/**
 * Rows pass in blocks through arrays that stay where they are, each of one kind: the engine compiles the loop for these
 * alone, whatever kinds the columns of a program have, and it is nearly twice as fast as one over the columns.
 */
function rowClassifier(): (columns: CheckedHouseholds, tables: CodeTables, from: number, end: number, out: Uint8Array) => void {
  // What the loop needs stands in here as constants: imported, or at the top of the file, it would be read anew for every row.
  const block = 2048; // a power of two
  const last = block - 1;
  const firstInexact = 2 ** 53; // from here on whole numbers have lost their last digits
  const [linesOfOne, anyIncome, noIncome] = [LINES, ANY_INCOME, NO_INCOME];

  const residences = new Uint8Array(block);
  const incomes = new Float64Array(block);
  const persons = new Float64Array(block);
  const deprived = new Uint16Array(block);
  const unknown = new Uint16Array(block);
  const found = new Uint8Array(block);
  const lines = new Float64Array(2 * LINES);
  const codes = new Uint8Array(CODE_PLACES);
  const bitCounts = bitCountsOf16();

  return (columns, tables, from, end, out) => {
    codes.set(tables.codes);
    lines.set(columns.annual ? tables.annual : tables.monthly);
    persons.fill(1);
    for (let first = from; first < end; first += block) {
      const rows = Math.min(block, end - first);
      read(columns, first, first + rows, tables.indicators);
      decide(rows, tables.lines, ~tables.indicators);
      out.set(rows === block ? found : found.subarray(0, rows), first);
    }
  };

  function read(columns: CheckedHouseholds, from: number, end: number, indicators: number): void {
    residences.set(columns.residence.values.subarray(from, end));
    incomes.set(columns.income.values.subarray(from, end));
    deprived.set(columns.deprived.values.subarray(from, end));
    unknown.set(columns.unknown.values.subarray(from, end));

    forEachNull(columns.residence, from, end, (row) => (residences[row] = 0xff));
    forEachNull(columns.income, from, end, (row) => (incomes[row] = NaN));
    const nothingRecorded = (row: number): void => {
      deprived[row] = 0;
      unknown[row] = indicators;
    };
    forEachNull(columns.deprived, from, end, nothingRecorded);
    forEachNull(columns.unknown, from, end, nothingRecorded);
    if (columns.persons !== null) readPersons(columns.persons, columns.annual, from, end);
  }

  function readPersons(column: CheckedColumn<WholeNumbers>, annual: boolean, from: number, end: number): void {
    persons.set(column.values.subarray(from, end));
    // A monthly income is already one person's, however many there are.
    if (!annual) for (let row = 0; row < end - from; row++) persons[row] = Math.min(persons[row] as number, 1);
    // An annual income cannot be shared out among persons who were not counted; where there is none, they do not matter.
    forEachNull(column, from, end, (row) => (persons[row] = annual && !Number.isNaN(incomes[row]) ? 0 : 1));
  }

  function decide(rows: number, lineCount: number, others: number): void {
    for (let row = 0; row < rows; row++) {
      // A row is never beyond the block; written so, no look-up need check it.
      const at = row & last;
      const residence = residences[at] as number;
      const income = incomes[at] as number;
      const sharers = persons[at] as number;
      const yes = deprived[at] as number;
      const open = unknown[at] as number;
      let code = 0;
      if (((yes & open) | ((yes | open) & others) | (residence >> 1)) === 0 && sharers > 0) {
        const line = residence * linesOfOne;
        // "từ … trở xuống": the line itself belongs to the band below. Each line that the income is over counts 1: no
        // branch, since nothing foretells it.
        let band = +(income > (lines[line] as number) * sharers) + +(income > (lines[line + 1] as number) * sharers) + +(income > (lines[line + 2] as number) * sharers);
        if (band === 3 && lineCount > 3) band = bandBeyond(line, income, sharers);
        if (!(Math.abs(income) < firstInexact)) band = Number.isNaN(income) ? anyIncome : noIncome;
        code = codes[(band << 11) | (residence << 10) | ((bitCounts[yes] as number) << 5) | (bitCounts[open] as number)] as number;
      }
      found[at] = code;
    }
  }

  function bandBeyond(line: number, income: number, sharers: number): number {
    let band = 3;
    while (income > (lines[line + band] as number) * sharers) band++;
    return band;
  }
}

function bitCountsOf16(): Uint8Array {
  const counts = new Uint8Array(1 << 16);
  for (let mask = 1; mask < counts.length; mask++) counts[mask] = (counts[mask >> 1] as number) + (mask & 1);
  return counts;
}
