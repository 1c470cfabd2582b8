import { Bool, Dictionary, Float32, Float64, Int32, Table, tableFromIPC, tableToIPC, Uint16, Uint8, Utf8, vectorFromArray, type DataType, type RecordBatch, type TypeMap, type Vector } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { addedCounts, classifyColumns, countByArea, type HouseholdColumns } from "../../src/columns.js";
import { classifyDeprivations, standardById, type RecordedDeprivations } from "../../src/index.js";
import { refusal } from "../household/refusal.js";

const standard = standardById("vn/decree-07-2021");

/** A household as it stands in a table; `null` is missing. */
interface Row {
  readonly residence: number | null;
  readonly income: number | null;
  readonly deprived: number | null;
  readonly unknown: number | null;
  readonly persons: number | null;
}

const rows: readonly Row[] = Array.from({ length: 300 }, (_, row) => ({
  residence: row % 41 === 40 ? null : row % 2,
  income: row % 5 === 4 ? null : 12 * (1_490_000 + row * 5_000) * ((row % 6) + 1),
  deprived: row % 23 === 22 ? null : (row * 37) & (row % 3 === 0 ? 0x003 : 0xfff),
  unknown: row % 29 === 28 ? null : ~(row * 37) & (row % 9 === 0 ? 0 : 0x030),
  persons: row % 31 === 30 ? null : (row % 6) + 1,
}));

const column = <Type extends DataType>(name: keyof Row, type: Type): Vector<Type> => vectorFromArray(rows.map((row) => row[name]), type) ;
const table = new Table<Types>({
  residence: column("residence", new Uint8()), income: column("income", new Float64()), deprived: column("deprived", new Uint16()),
  unknown: column("unknown", new Uint16()), persons: column("persons", new Int32()),
});

interface Types extends TypeMap { residence: Uint8; income: Float64; deprived: Uint16; unknown: Uint16; persons: Int32 }

/** The data of each column of a batch, as Arrow holds them. */
function columnsOf(batch: Table<Types> | RecordBatch<Types>): HouseholdColumns {
  return {
    residence: batch.getChild("residence")!.data[0]!, annualIncomeVnd: batch.getChild("income")!.data[0]!, persons: batch.getChild("persons")!.data[0]!,
    deprived: batch.getChild("deprived")!.data[0]!, unknown: batch.getChild("unknown")!.data[0]!,
  };
}

/** One household at a time; where it is refused, "invalid". */
function foundOne({ residence, income, deprived, unknown, persons }: Row): number {
  const flags = deprived === null || unknown === null ? null : Object.fromEntries(standard.indicators.map(({ id }, index) => [id, (unknown >> index) & 1 ? null : ((deprived >> index) & 1) === 1]));
  if (residence === null || (income !== null && persons === null)) {
    const record = { residence: residence === null ? null : residence === 0 ? "rural" : "urban", annualIncomeVnd: income, persons, deprivations: flags };
    expect(refusal(() => classifyDeprivations(record as unknown as RecordedDeprivations, { standard })).code).toBe("chuan-ngheo/invalid-input");
    return 0;
  }
  const { possible } = classifyDeprivations({ residence: residence === 0 ? "rural" : "urban", annualIncomeVnd: income, persons, deprivations: flags }, { standard });
  return possible.reduce((sum, name) => sum + { poor: 1, "near-poor": 2, "average-living-standard": 4, "not-poor": 8 }[name], 0);
}

const expected = rows.map(foundOne);

describe("the data of Arrow", () => {
  it("hold every kind of null, and every kind of answer", () => {
    for (const name of ["residence", "income", "persons", "deprived", "unknown"] as const) expect(table.getChild(name)!.nullCount).toBeGreaterThan(5);
    expect(new Set(expected)).toEqual(new Set([0, 1, 2, 3, 4, 8, 13, 14, 15]));
  });

  it("are classified as they are", () => {
    expect([...classifyColumns(columnsOf(table), { standard })]).toEqual(expected);
  });

  it("are classified as they come from a file, whose arrays end where Arrow pads them", () => {
    const read = tableFromIPC<Types>(tableToIPC(table));
    expect([...classifyColumns(columnsOf(read), { standard })]).toEqual(expected);
  });

  it.each([1, 7, 8, 13, 290])("are classified from row %d on, where the bits of a slice begin within a byte", (from) => {
    expect([...classifyColumns(columnsOf(table.slice(from)), { standard })]).toEqual(expected.slice(from));
    expect([...classifyColumns(columnsOf(table.slice(from, from + 9)), { standard })]).toEqual(expected.slice(from, from + 9));
  });

  it("are classified and counted batch by batch", () => {
    const batches = table.slice(0, 101).concat(table.slice(101)).batches;
    expect(batches).toHaveLength(2);
    const codes = batches.map((batch) => classifyColumns(columnsOf(batch), { standard }));
    expect(codes.flatMap((part) => [...part])).toEqual(expected);
    const parts = batches.map((batch, index) =>
      countByArea({ codes: codes[index]!, area: new Uint8Array(batch.numRows), persons: batch.getChild("persons")!.data[0]! }, { standard, areas: 1 }));
    const total = addedCounts(parts);
    expect(total.households.poor!.low[0]).toBe(expected.filter((code) => code === 1).length);
    expect(total.withoutPersons.all[0]).toBe(rows.filter(({ persons }) => persons === null).length);
  });

  it("of a whole number of 32 bits tell an unknown income by its bit", () => {
    const incomes = vectorFromArray([1_500_000, null, 1_500_001, -1], new Int32());
    const columns = { residence: new Uint8Array(4), monthlyIncomePerPersonVnd: incomes.data[0]!, deprived: new Uint16Array(4), unknown: new Uint16Array(4) };
    expect([...classifyColumns(columns, { standard })]).toEqual([2, 14, 4, 2]);
  });

  it.each<readonly [why: string, residence: Vector]>([
    ["true and false are packed eight to a byte", vectorFromArray([true, false], new Bool())],
    ["words are read through a dictionary of their own order", vectorFromArray(["urban", "rural"], new Dictionary(new Utf8(), new Uint8()))],
    ["numbers of four bytes", vectorFromArray([0, 1], new Int32())],
    ["fractions of four bytes", vectorFromArray([0, 1], new Float32())],
    ["text", vectorFromArray(["rural", "urban"], new Utf8())],
  ])("are refused where their bytes mean something else: %s", (_why, residence) => {
    const columns = { residence: residence.data[0], monthlyIncomePerPersonVnd: new Float64Array(2), deprived: new Uint16Array(2), unknown: new Uint16Array(2) };
    expect(refusal(() => classifyColumns(columns as unknown as HouseholdColumns, { standard }))).toMatchObject({ code: "chuan-ngheo/invalid-input", path: "residence" });
  });
});
