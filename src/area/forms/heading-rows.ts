import type { LocalizedText } from "../../core/text.js";
import type { FormColumn } from "./form-table.js";

/** A cell of the head of a table. */
export interface HeadingCell {
  /** What it says. */
  readonly text: LocalizedText;
  /** How many columns it spans. */
  readonly columns: number;
  /** How many rows of the head it spans. */
  readonly rows: number;
  /** Whether it stands over other headings. */
  readonly isGroup: boolean;
}

/**
 * The rows of the head of a table: neighbours under one heading share its cell, and titles reach down to the last row.
 *
 * @param columns - The columns.
 */
export function headingRows(columns: readonly FormColumn[]): readonly (readonly HeadingCell[])[] {
  const depth = Math.max(0, ...columns.map(({ group }) => group.length));
  return Array.from({ length: depth + 1 }, (_, level) => headingRow(columns, level, depth));
}

function headingRow(columns: readonly FormColumn[], level: number, depth: number): readonly HeadingCell[] {
  const cells: HeadingCell[] = [];
  for (let index = 0; index < columns.length; ) {
    const column = columns[index] as FormColumn;
    const own = column.group[level];
    const from = index++;
    if (own === undefined) {
      if (column.group.length === level) cells.push({ text: column.label, columns: 1, rows: depth - level + 1, isGroup: false });
      continue;
    }
    while (sharesHeadings(column, columns[index], level)) index++;
    cells.push({ text: own, columns: index - from, rows: 1, isGroup: true });
  }
  return cells;
}

function sharesHeadings(column: FormColumn, next: FormColumn | undefined, level: number): boolean {
  return next !== undefined && column.group.slice(0, level + 1).every((heading, index) => next.group[index]?.vi === heading.vi);
}
