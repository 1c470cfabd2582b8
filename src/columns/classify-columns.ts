import { checkedRecord } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";
import type { Standard } from "../law/standard.js";
import { classifyRows, type CheckedHouseholds } from "./classify-rows.js";
import { codeTables } from "./code-tables.js";
import { checkedColumn, checkedRange, commonRows, kindOfArray, wholeNumberKinds, type CheckedColumn, type Column, type WholeNumbers } from "./column.js";

/**
 * Households as columns, all of one length: a row is a household.
 *
 * An income is per person and month, or the household's total of a year beside its persons; one of the two columns.
 */
export interface HouseholdColumns {
  /** 0 rural, 1 urban. */
  readonly residence: Column<Uint8Array>;
  /** VND per person and month. `NaN` or null is unknown; an Int32Array without nulls knows every income. */
  readonly monthlyIncomePerPersonVnd?: Column<Float64Array | Int32Array> | undefined;
  /** VND of the whole household in the 12 months before the review. `NaN` or null is unknown. */
  readonly annualIncomeVnd?: Column<Float64Array | Int32Array> | undefined;
  /** Persons of the household; needed beside an annual income. */
  readonly persons?: Column<WholeNumbers> | undefined;
  /** Indicators in which it is deprived: bit `i` is `standard.indicators[i]`. */
  readonly deprived: Column<Uint8Array | Uint16Array>;
  /** Indicators of which that is unknown, likewise. A null in either mask: nothing is recorded of any indicator. */
  readonly unknown: Column<Uint8Array | Uint16Array>;
}

/** By which standard columns are classified, and which rows. */
export interface ClassifyColumnsOptions {
  /** The standard. */
  readonly standard: Standard;
  /** Where the codes are written, a place for each row of the columns; a new array unless told. Workers may share one. */
  readonly out?: Uint8Array | undefined;
  /** The first row; 0 unless told. A range needs `out`. */
  readonly offset?: number | undefined;
  /** How many rows; all that are left unless told. */
  readonly length?: number | undefined;
}

const columnNames = ["residence", "monthlyIncomePerPersonVnd", "annualIncomeVnd", "persons", "deprived", "unknown"] as const;
const knownNames: ReadonlySet<(typeof columnNames)[number]> = /* @__PURE__ */ new Set(columnNames);

const incomeKinds = ["Float64Array", "Int32Array"];
const maskKinds = ["Uint8Array", "Uint16Array"];

/**
 * The class of every household of some columns, as codes: what `classifyDeprivations` gives each of them.
 *
 * A code is a set of possible classes, see {@link classCodes}; `classOfCode` and `possibleOfCode` read it. A row that
 * `classifyDeprivations` would refuse has the code 0 and no class: a residence that is neither, an infinite income or
 * one of 2⁵³ and more, no person, no persons beside an annual income, an indicator that the standard does not have or
 * that is both deprived and unknown. An income may be a loss, and a fraction, which is read by its shortest decimal text.
 *
 * @param columns - The columns; typed arrays are read where they are, and Arrow's `Data` as it is.
 * @param options - `standard`; `out`, `offset` and `length` where workers share the rows of one table.
 * @returns `out`, or a new array, with a code for each row.
 * @throws {@link PovertyStandardError} `invalid-input` with the name of the column that is wrong; `invalid-standard` for
 *   a standard that `defineStandard` did not make or that has more than 16 indicators.
 *
 * @example
 * On the line with three deprivations; a VND over it; income unknown; a flag unknown that matters; no residence.
 * ```ts
 * const codes = classifyColumns(
 *   {
 *     residence: Uint8Array.of(0, 0, 0, 0, 7),
 *     monthlyIncomePerPersonVnd: Float64Array.of(1_500_000, 1_500_001, NaN, 900_000, 900_000),
 *     deprived: Uint16Array.of(0b111, 0b111, 0, 0b11, 0b11),
 *     unknown: Uint16Array.of(0, 0, 0, 0b100, 0),
 *   },
 *   { standard: standardById("vn/decree-07-2021") },
 * );
 * [...codes]; // => [1, 4, 14, 3, 0]
 * [...codes].map(classOfCode); // => ["poor", "average-living-standard", null, null, null]
 * possibleOfCode(codes[3]); // => ["poor", "near-poor"]
 * ```
 */
export function classifyColumns(columns: HouseholdColumns, { standard, out, offset, length }: ClassifyColumnsOptions): Uint8Array {
  const tables = codeTables(standard);
  const { checked, rows } = checkedHouseholds(columns);
  const [from, end] = checkedRange(offset, length, rows);
  if (out === undefined && end - from !== rows) throw new PovertyStandardError("invalid-input", "expected an array for all codes beside a range of rows", "out");
  const codes = out ?? new Uint8Array(rows);
  if (kindOfArray(codes) !== "Uint8Array" || codes.length !== rows) throw new PovertyStandardError("invalid-input", `expected a Uint8Array with a place for each of ${rows} rows`, "out");
  classifyRows(checked, tables, from, end, codes);
  return codes;
}

function checkedHouseholds(columns: HouseholdColumns): { readonly checked: CheckedHouseholds; readonly rows: number } {
  checkedRecord(columns, knownNames, "column of households");
  const { residence, monthlyIncomePerPersonVnd, annualIncomeVnd, persons, deprived, unknown } = columns;
  const annual = annualIncomeVnd !== undefined;
  const incomeName = annual ? "annualIncomeVnd" : "monthlyIncomePerPersonVnd";
  if (annual && monthlyIncomePerPersonVnd !== undefined) throw new PovertyStandardError("invalid-input", "expected annualIncomeVnd or monthlyIncomePerPersonVnd, not both", incomeName);
  if (annual && persons === undefined) throw new PovertyStandardError("invalid-input", "expected the number of persons beside an annual income", "persons");
  const checked = {
    residence: checkedColumn(residence, ["Uint8Array"], "residence"),
    // A column that is not there is refused like any other that is wrong.
    income: checkedColumn((annualIncomeVnd ?? monthlyIncomePerPersonVnd) as Column<Float64Array | Int32Array>, incomeKinds, incomeName),
    annual,
    persons: persons === undefined ? null : checkedColumn(persons, wholeNumberKinds, "persons"),
    deprived: checkedColumn(deprived, maskKinds, "deprived"),
    unknown: checkedColumn(unknown, maskKinds, "unknown"),
  };
  const named: readonly (readonly [string, CheckedColumn<unknown> | null])[] = [
    ["residence", checked.residence], [incomeName, checked.income], ["persons", checked.persons], ["deprived", checked.deprived], ["unknown", checked.unknown],
  ];
  return { checked, rows: commonRows(named) };
}
