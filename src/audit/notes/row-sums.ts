import { appendTo } from "../../core/append-to.js";
import { pathOfValue, type AdditionClaim, type ClaimTable } from "../claim-table.js";
import { sentence } from "../audit-text.js";
import type { Finding } from "../claims.js";
import { amountAt } from "../share-check.js";

/**
 * Row sums beside column sums: where one column's total is the sum of other columns' totals, each row must add up too.
 * Rows are matched by their place in the lists of parts; where most rows do not add up, the lists are not in one order and
 * nothing is said.
 *
 * @param table - The table.
 */
export function rowSums(table: ClaimTable): readonly Finding[] {
  if (table.additions.length < 3) return [];
  const columns = new Map<number, AdditionClaim[]>();
  for (const addition of table.additions) {
    if (addition.kind === "sum") appendTo(columns, addition.total, addition);
  }
  return table.additions.flatMap((across) => (across.complete ? rowsOf(across, columns) : []).flatMap((rows) => rowFinding(rows, across, table)));
}

/** A row: the places of its total and its terms. */
interface Row {
  readonly total: number;
  readonly terms: readonly { readonly sign: 1 | -1; readonly place: number }[];
}

/** The rows of the columns whose totals `across` adds up, once for each way in which all columns have equally many. */
function rowsOf(across: AdditionClaim, columns: ReadonlyMap<number, readonly AdditionClaim[]>): readonly (readonly Row[])[] {
  return (columns.get(across.total) ?? []).flatMap((totals) => {
    if (totals === across) return [];
    const parts = across.terms.map(({ sign, place }) => ({
      sign,
      column: (columns.get(place) ?? []).find((column) => column !== across && column.terms.length === totals.terms.length),
    }));
    if (!parts.every((part): part is { sign: 1 | -1; column: AdditionClaim } => part.column !== undefined)) return [];
    return [totals.terms.map(({ place }, row) => ({
      total: place,
      terms: parts.map(({ sign, column }) => ({ sign, place: column.terms[row]?.place ?? 0 })),
    }))];
  });
}

function rowFinding(rows: readonly Row[], across: AdditionClaim, { names, numbers }: ClaimTable): readonly Finding[] {
  const expected = (row: Row): bigint => row.terms.reduce((sum, { sign, place }) => sum + BigInt(sign) * BigInt(amountAt(numbers, place)), 0n);
  const wrong = rows.filter((row) => expected(row) !== BigInt(amountAt(numbers, row.total)));
  if (wrong.length === 0 || 2 * wrong.length >= rows.length) return [];
  const name = (place: number): string => names[place] ?? "";
  return [{
    code: "rows-do-not-add",
    severity: "warning",
    claims: [across.path, ...wrong.map(({ total }) => pathOfValue(name(total)))],
    computed: null,
    ...sentence(
      ({ count }) => `Các dòng không cộng đúng: ${wrong.map((row) => `${name(row.total)} in ${count(amountAt(numbers, row.total))}, các cột cộng lại là ${count(expected(row))}`).join("; ")}.`,
      ({ count }) => `These rows do not add up: ${wrong.map((row) => `${name(row.total)} is printed as ${count(amountAt(numbers, row.total))}, its columns give ${count(expected(row))}`).join("; ")}.`,
    ),
  }];
}
