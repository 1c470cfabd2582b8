import { checkedRecord, unexpected } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";
import { standardTables, type Standard } from "../law/standard.js";
import { checkTotals, groupCounts, heldCode, type AreaCounts } from "./area-counts.js";
import { CODES, INVALID } from "./class-code.js";
import { checkedColumn, checkedRange, commonRows, forEachNull, wholeNumberKinds, type CheckedColumn, type Column, type WholeNumbers } from "./column.js";

/** Classified households as columns, all of one length: a row is a household. */
export interface CodeColumns {
  /** Codes from `classifyColumns`. */
  readonly codes: Column<Uint8Array>;
  /** The number of its area, from 0. */
  readonly area: Column<Uint8Array | Uint16Array | Uint32Array | Int32Array>;
  /** Persons of the household; null where not known, and so for all where the column is missing. */
  readonly persons?: Column<WholeNumbers> | undefined;
}

/** By which standard households were classified, and where they are. */
export interface CountByAreaOptions {
  /** The standard of the codes. */
  readonly standard: Standard;
  /** How many areas there are. */
  readonly areas: number;
  /** The first row; 0 unless told. */
  readonly offset?: number | undefined;
  /** How many rows; all that are left unless told. */
  readonly length?: number | undefined;
}

const knownNames: ReadonlySet<"codes" | "area" | "persons"> = /* @__PURE__ */ new Set(["codes", "area", "persons"] as const);
const areaKinds = ["Uint8Array", "Uint16Array", "Uint32Array", "Int32Array"];

/** Most areas whose counts fit one array. */
const MOST_AREAS = 2 ** 24;

/**
 * Households and persons of each area, by group of classes, as `areaRates` counts them.
 *
 * An undetermined household is in the `high` of every group in which it may be, and in the `low` of a group that holds
 * all its possible classes. Invalid rows are counted apart; a row with persons, but none or fewer, is one too. Totals
 * of parts, such as workers or batches, are added by `addedCounts`; areas of areas and rates are the caller's: a rate
 * has the residents below, never the rows counted here.
 *
 * @param columns - `codes`, `area` and `persons`.
 * @param options - `standard` and `areas`; `offset` and `length` for some of the rows.
 * @throws {@link PovertyStandardError} `invalid-input` with the name of the column that is wrong, `codes[12]` for a code
 *   that is none of the standard, and for persons whose sum is not below 2⁵³; `invalid-area` at `area[12]` for a row
 *   without area or one beyond `areas`; `invalid-standard` for a standard that `defineStandard` did not make.
 *
 * @example
 * Two areas; in the first a poor household of four and one of two that is poor or near-poor.
 * ```ts
 * const columns = { codes: Uint8Array.of(1, 3, 8), area: Uint16Array.of(0, 0, 1), persons: Uint8Array.of(4, 2, 5) };
 * const { households, persons } = countByArea(columns, { standard: standardById("vn/decree-07-2021"), areas: 2 });
 * [...households.poor.low]; // => [1, 0]
 * [...households.poor.high]; // => [2, 0]
 * [...persons.multidimensional.low]; // => [6, 0]
 * const residents = 300;
 * percentText({ numerator: households.poor.low[0], denominator: residents }); // => "0.33"
 * percentText({ numerator: households.poor.high[0], denominator: residents }); // => "0.67"
 * ```
 */
export function countByArea(columns: CodeColumns, { standard, areas, offset, length }: CountByAreaOptions): AreaCounts {
  standardTables(standard);
  if (!Number.isSafeInteger(areas) || areas < 0 || areas > MOST_AREAS) throw unexpected("areas", `expected a whole number from 0 to ${MOST_AREAS}`, areas);
  checkedRecord(columns, knownNames, "column of codes");
  const checked = {
    codes: checkedColumn(columns.codes, ["Uint8Array"], "codes"),
    area: checkedColumn(columns.area, areaKinds, "area"),
    persons: columns.persons === undefined ? null : checkedColumn(columns.persons, wholeNumberKinds, "persons"),
  };
  const rows = commonRows([["codes", checked.codes], ["area", checked.area], ["persons", checked.persons]]);
  const [from, end] = checkedRange(offset, length, rows);
  const held = heldCode(standard);
  const tally: Tally = { households: zeros(areas), persons: zeros(areas), withoutPersons: zeros(areas) };
  countRows(checked, from, end, areas, held, tally);
  const counts = {
    standard: standard.id,
    areas,
    households: groupCounts(tally.households, areas, held),
    persons: groupCounts(tally.persons, areas, held),
    withoutPersons: groupCounts(tally.withoutPersons, areas, held),
  };
  checkTotals(counts);
  return counts;
}

/** Counts of each code in each area, at `area * CODES + code`. */
interface Tally {
  readonly households: Float64Array;
  readonly persons: Float64Array;
  readonly withoutPersons: Float64Array;
}

interface CheckedCodes {
  readonly codes: CheckedColumn<Uint8Array>;
  readonly area: CheckedColumn<Uint8Array | Uint16Array | Uint32Array | Int32Array>;
  readonly persons: CheckedColumn<WholeNumbers> | null;
}

function zeros(areas: number): Float64Array {
  return new Float64Array(areas * CODES);
}

const BLOCK = 2048;

/** Rows pass in blocks, as in `rowClassifier`: so the loop meets one kind of array, whatever the columns are. */
function countRows({ codes, area, persons }: CheckedCodes, from: number, end: number, areas: number, held: number, tally: Tally): void {
  const blockCodes = new Uint8Array(BLOCK);
  // A negative number, and what stands for null, is beyond every area.
  const blockAreas = new Uint32Array(BLOCK);
  const blockPersons = new Float64Array(BLOCK).fill(NaN);
  for (let first = from; first < end; first += BLOCK) {
    const last = Math.min(first + BLOCK, end);
    blockCodes.set(codes.values.subarray(first, last));
    blockAreas.set(area.values.subarray(first, last));
    if (persons !== null) blockPersons.set(persons.values.subarray(first, last));
    forEachNull(codes, first, last, (row) => (blockCodes[row] = 0xff));
    forEachNull(area, first, last, (row) => (blockAreas[row] = 0xffffffff));
    if (persons !== null) forEachNull(persons, first, last, (row) => (blockPersons[row] = NaN));
    for (let row = 0; row < last - first; row++) {
      const size = blockPersons[row] as number;
      const code = blockCodes[row] as number;
      const place = blockAreas[row] as number;
      if ((code & ~held) !== 0) throw new PovertyStandardError("invalid-input", "expected a code of the standard's classes", `codes[${first + row}]`);
      if (place >= areas) throw new PovertyStandardError("invalid-area", "expected the number of an area", `area[${first + row}]`);
      const at = place * CODES + (size < 1 ? INVALID : code);
      add(tally.households, at, 1);
      if (size >= 1) add(tally.persons, at, size);
      else if (Number.isNaN(size)) add(tally.withoutPersons, at, 1);
    }
  }
}

function add(counts: Float64Array, at: number, amount: number): void {
  counts[at] = (counts[at] as number) + amount;
}
