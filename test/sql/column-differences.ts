import { isGiven } from "../../src/core/is-given.js";
import { classifyColumns, possibleOfCode } from "../../src/columns.js";
import type { Household, Standard } from "../../src/index.js";
import { differences, refused } from "./answers.js";

/** A row of columns: what `classify` said of a household, and its means as numbers. */
interface Row {
  readonly answer: string;
  readonly residence: number;
  readonly annual: number;
  readonly monthly: number;
  readonly persons: number;
}

/** A number as a column of doubles holds it; `NaN` is unknown, and `null` what no double is, or none below 2^53. */
function asDouble(value: unknown): number | null {
  if (!isGiven(value)) return NaN;
  const double = Number(value);
  return Math.abs(double) < 2 ** 53 && (typeof value === "number" || String(double) === value) ? double : null;
}

/** The row of a household that is not refused and whose incomes are doubles. */
function rowOf({ residence, persons, members, annualIncomeVnd, monthlyIncomePerPersonVnd }: Household, answer: string): readonly Row[] {
  const [annual, monthly] = [asDouble(annualIncomeVnd), asDouble(monthlyIncomePerPersonVnd)];
  if (answer === refused || annual === null || monthly === null) return [];
  return [{ answer, residence: residence === "rural" ? 0 : 1, annual, monthly, persons: Number(persons ?? members?.length) }];
}

/**
 * The households of which the columns say something else than `classify`, from the flags that it gave; none.
 *
 * @returns Also how many households were rows of columns.
 */
export function columnDifferences(households: readonly Household[], answers: readonly string[], standard: Standard): { readonly found: readonly string[]; readonly rows: number } {
  const all = households.flatMap((household, index) => rowOf(household, answers[index]!));
  const kinds = [all.filter(({ monthly }) => Number.isNaN(monthly)), all.filter(({ monthly }) => !Number.isNaN(monthly))] as const;
  const found = kinds.flatMap((rows, isMonthly) => {
    const mask = (sign: string): Uint16Array => Uint16Array.from(rows, ({ answer }) => {
      const signs = answer.slice(answer.lastIndexOf("v") + 1);
      return Array.from(signs).reduce((bits, each, index) => bits | (each === sign ? 1 << index : 0), 0);
    });
    const codes = classifyColumns(
      {
        residence: Uint8Array.from(rows, ({ residence }) => residence),
        persons: Int32Array.from(rows, ({ persons }) => persons),
        ...(isMonthly === 1 ? { monthlyIncomePerPersonVnd: Float64Array.from(rows, ({ monthly }) => monthly) } : { annualIncomeVnd: Float64Array.from(rows, ({ annual }) => annual) }),
        deprived: mask("y"), unknown: mask("?"),
      },
      { standard },
    );
    return differences(rows.map(({ answer }) => answer.split(" ")[1]!), Array.from(codes, (code) => possibleOfCode(code).join(",")));
  });
  return { found, rows: all.length };
}
