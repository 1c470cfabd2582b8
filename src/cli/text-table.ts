/**
 * Rows as text for people: the first column to the left, the others to the right.
 *
 * @param rows - Cells of text; all rows have as many.
 * @param leftColumns - How many columns are set to the left.
 */
export function textTable(rows: readonly (readonly string[])[], leftColumns = 1): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => (column < leftColumns ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}
