import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyColumns, type ClassifyColumnsOptions, type HouseholdColumns } from "../../src/columns.js";
import { cite, defineStandard, standardById, type Standard, type Tile } from "../../src/index.js";
import { hoChiMinhCity } from "../fixtures/local-standards.js";
import { classBoundaries } from "../household/class-boundaries.js";
import { refusal } from "../household/refusal.js";
import { annual, monthly } from "../law/small-standard.js";

const standard = standardById("vn/decree-07-2021");
const bits: Readonly<Record<string, number>> = { poor: 1, "near-poor": 2, "average-living-standard": 4, "not-poor": 8 };

interface Row {
  readonly residence?: number;
  readonly monthly?: number;
  readonly annual?: number;
  readonly persons?: number;
  readonly deprived?: number;
  readonly unknown?: number;
}

/** Columns of one row. What is not given: rural, no persons column, nothing deprived, nothing unknown. */
function columnsOf({ residence = 0, monthly: perMonth, annual: perYear, persons, deprived = 0, unknown = 0 }: Row): HouseholdColumns {
  return {
    residence: Uint8Array.of(residence),
    ...(perYear === undefined ? { monthlyIncomePerPersonVnd: Float64Array.of(perMonth ?? NaN) } : { annualIncomeVnd: Float64Array.of(perYear) }),
    ...(persons === undefined ? {} : { persons: Int32Array.of(persons) }),
    deprived: Uint16Array.of(deprived),
    unknown: Uint16Array.of(unknown),
  };
}

const codeOf = (row: Row, of: Standard = standard): number => classifyColumns(columnsOf(row), { standard: of })[0]!;

describe("classifyColumns at the lines", () => {
  it.each(classBoundaries)("%s, %s, %d: %s with two, %s with three: %s", (id, residence, income, withTwo, withThree) => {
    const of = standardById(id);
    const some = of.indicators.length > 0;
    const at = { residence: residence === "rural" ? 0 : 1, monthly: income };
    expect(codeOf({ ...at, deprived: some ? 0b11 : 0 }, of)).toBe(bits[withTwo]);
    expect(codeOf({ ...at, deprived: some ? 0b10101 : 0 }, of)).toBe(bits[withThree]);
    // The same household by its income of a year; and whole numbers by way of 32 bits.
    expect(codeOf({ residence: at.residence, annual: income * 36, persons: 3, deprived: some ? 0b11 : 0 }, of)).toBe(bits[withTwo]);
    expect(classifyColumns({ ...columnsOf({ ...at, deprived: some ? 0b10101 : 0 }), monthlyIncomePerPersonVnd: Int32Array.of(income) }, { standard: of })[0]).toBe(bits[withThree]);
  });

  const beside: readonly (readonly [why: string, row: Row, code: number])[] = [
    ["The double below 46 million a year by twelve; times 12 it is 46 million as a double, and under it as a decimal.", { monthly: 3_833_333.333333333 }, 2],
    ["The next double is over the line, by its decimal text.", { monthly: 3_833_333.3333333335 }, 8],
    ["36 million a year is 3 million a month: the line itself.", { monthly: 3_000_000 }, 1],
    ["The next double over 3 million is over the line.", { monthly: 3_000_000.0000000005 }, 2],
    ["The double below it is not.", { monthly: 2_999_999.9999999995 }, 1],
    ["Seven persons on the annual line.", { annual: 322_000_000, persons: 7 }, 2],
    ["A VND over it is over it for all seven.", { annual: 322_000_001, persons: 7 }, 8],
    ["So is the next double.", { annual: 322_000_000.00000006, persons: 7 }, 8],
    ["The highest whole income, of one person.", { annual: 9_007_199_254_740_991, persons: 1 }, 8],
    ["The same of as many persons as 32 bits hold is under the line.", { annual: 9_007_199_254_740_991, persons: 2_147_483_647 }, 1],
    ["A loss is under every line.", { monthly: -0.5 }, 1],
    ["The greatest whole loss.", { annual: -9_007_199_254_740_991, persons: 1 }, 1],
    ["Nothing, with a sign.", { monthly: -0 }, 1],
    ["A number with an exponent in its text.", { monthly: 1e-7 }, 1],
  ];
  it.each(beside)("Ho Chi Minh City: %s", (_why, row, code) => {
    expect(codeOf(row, hoChiMinhCity)).toBe(code);
  });
});

describe("what is unknown", () => {
  const rows: readonly (readonly [why: string, row: Row, code: number])[] = [
    ["Three deprived decide whatever else is unknown.", { monthly: 900_000, deprived: 0b111, unknown: 0b1000 }, 1],
    ["Two deprived and one unknown: poor or near-poor.", { monthly: 900_000, deprived: 0b11, unknown: 0b1000 }, 3],
    ["One deprived and one unknown are two at most.", { monthly: 900_000, deprived: 0b1, unknown: 0b1000 }, 2],
    ["All twelve unknown.", { monthly: 900_000, unknown: 0xfff }, 3],
    ["All twelve deprived.", { monthly: 900_000, deprived: 0xfff }, 1],
    ["Over the lines the unknown do not matter.", { monthly: 2_250_001, unknown: 0xfff }, 8],
    ["An unknown income with three deprived is not near-poor.", { monthly: NaN, deprived: 0b111 }, 13],
    ["An unknown income with none deprived is not poor.", { monthly: NaN }, 14],
    ["Nothing is known at all.", { monthly: NaN, unknown: 0xfff }, 15],
    ["An unknown income of a year likewise.", { annual: NaN, persons: 4, unknown: 0xfff }, 15],
    ["In the town the lines are other ones.", { residence: 1, monthly: 2_000_000, unknown: 0xfff }, 3],
  ];
  it.each(rows)("%s", (_why, row, code) => {
    expect(codeOf(row)).toBe(code);
  });

  it("flags alone decide under a standard whose thresholds are not held", () => {
    const of = standardById("vn/decree-351-2025");
    expect([0b111, 0b11].map((deprived) => codeOf({ monthly: 2_200_000, deprived }, of))).toEqual([1, 2]);
  });
});

describe("a row that is no household", () => {
  const rows: readonly (readonly [why: string, row: Row])[] = [
    ["Residence 2 is neither rural nor urban.", { residence: 2, monthly: 1 }],
    ["Nor is 255.", { residence: 255, monthly: NaN }],
    ["An endless income.", { monthly: Infinity }],
    ["An endless loss.", { monthly: -Infinity }],
    ["From 2⁵³ on a number has lost its last digits.", { monthly: 2 ** 53 }],
    ["So has a loss.", { annual: -(2 ** 53), persons: 3 }],
    ["Nobody is in the household.", { annual: 1, persons: 0 }],
    ["Fewer than nobody.", { annual: 1, persons: -1 }],
    ["Nobody, where the income is unknown too.", { annual: NaN, persons: 0 }],
    ["Nobody, where the income is a month's and a person's.", { monthly: 1, persons: 0 }],
    ["Fewer than nobody, likewise.", { monthly: NaN, persons: -3 }],
    ["A thirteenth indicator of twelve is deprived.", { monthly: 1, deprived: 0x1000 }],
    ["… or unknown.", { monthly: 5_000_000, unknown: 0x8000 }],
    ["An indicator that is both.", { monthly: 1, deprived: 0b110, unknown: 0b011 }],
    ["Any indicator beyond them, where the income is unknown.", { monthly: NaN, unknown: 0xffff }],
  ];
  it.each(rows)("has the code 0: %s", (_why, row) => {
    expect(codeOf(row)).toBe(0);
  });

  it("has it beside rows that are, which keep their classes", () => {
    const found = classifyColumns(
      {
        residence: Uint8Array.of(0, 9, 1),
        monthlyIncomePerPersonVnd: Float64Array.of(1_500_000, 1_500_000, 2_000_001),
        deprived: Uint8Array.of(7, 7, 7),
        unknown: Uint16Array.of(0, 0, 0),
      },
      { standard },
    );
    expect([...found]).toEqual([1, 0, 4]);
  });

  it("has no indicator under a standard without any", () => {
    const of = standardById("vn/decision-170-2005");
    expect([0, 1].map((deprived) => codeOf({ monthly: 1, deprived }, of))).toEqual([1, 0]);
  });
});

describe("standards of other shapes", () => {
  const [first] = standard.indicators;
  const citation = cite(standard.document, null, "reported");
  const shaped = (indicators: number, poor: readonly Tile[], notPoor: readonly Tile[]): Standard =>
    defineStandard({
      ...standard, id: "example/shape", inForce: [], points: null, notHeld: [],
      indicators: Array.from({ length: indicators }, (_, index) => ({ ...first!, id: `indicator${index}` })),
      classes: [{ class: "poor", tiles: poor, citation }, { class: "not-poor", tiles: notPoor, citation }],
    });

  it("with thirty lines: every band has its class", () => {
    // Poor and not poor take turns over thirty lines of 100 to 3,000 VND.
    const tile = (band: number): Tile => ({ ...(band > 0 && { incomeOver: monthly(band * 100) }), ...(band < 30 && { incomeUpTo: monthly((band + 1) * 100) }) });
    const tiles = Array.from({ length: 31 }, (_, band) => tile(band));
    const of = shaped(0, tiles.filter((_, band) => band % 2 === 0), tiles.filter((_, band) => band % 2 === 1));
    for (let line = 1; line <= 30; line++)
      for (const [step, over] of [[-1, 0], [0, 0], [1, 1]] as const) {
        const code = (line - 1 + over) % 2 === 0 ? 1 : 8;
        expect(codeOf({ monthly: line * 100 + step }, of)).toBe(code);
        expect(codeOf({ annual: (line * 100 + step) * 60, persons: 5, residence: 1 }, of)).toBe(code);
      }
    expect(codeOf({ monthly: NaN }, of)).toBe(9);
  });

  it("with sixteen indicators, all that a mask holds", () => {
    const line = annual(12);
    const of = shaped(16, [{ incomeUpTo: line, deprivationsFrom: 16 }], [{ incomeOver: line }, { incomeUpTo: line, deprivationsTo: 15 }]);
    expect([0xffff, 0x7fff].map((deprived) => codeOf({ monthly: 1, deprived }, of))).toEqual([1, 8]);
    expect(codeOf({ monthly: 1, deprived: 0x7fff, unknown: 0x8000 }, of)).toBe(9);
  });

  it("with seventeen is refused, since their flags fit no mask", () => {
    const of = shaped(17, [{ incomeUpTo: annual(12) }], [{ incomeOver: annual(12) }]);
    expect(refusal(() => codeOf({ monthly: 1 }, of))).toMatchObject({ code: "chuan-ngheo/invalid-standard", path: "indicators" });
  });

  it("with a line of nothing: only what is over it is over it", () => {
    const of = shaped(0, [{ incomeUpTo: monthly(0) }], [{ incomeOver: monthly(0) }]);
    expect([-1, -0, 0, 5e-324, 1].map((income) => codeOf({ monthly: income }, of))).toEqual([1, 1, 1, 8, 8]);
  });
});

describe("nulls, a bit for each row", () => {
  const rows = 20;
  const plain = {
    residence: new Uint8Array(rows),
    monthlyIncomePerPersonVnd: new Int32Array(rows).fill(900_000),
    deprived: new Uint16Array(rows).fill(0b111),
    unknown: new Uint16Array(rows),
  };
  /** A bitmap whose only null is that row's, the first row at bit 3. */
  const nullAt = (row: number): { nullBitmap: Uint8Array; offset: number } => {
    const nullBitmap = new Uint8Array(4).fill(0xff);
    nullBitmap[(row + 3) >> 3]! &= ~(1 << ((row + 3) & 7));
    return { nullBitmap, offset: 3 };
  };
  const codesWith = (columns: object): number[] => [...classifyColumns({ ...plain, ...columns }, { standard })];
  const onlyAt = (row: number, code: number): number[] => Array.from({ length: rows }, (_, index) => (index === row ? code : 1));

  it.each([0, 4, 5, 12, 13, 19])("at row %d", (row) => {
    const bits07 = nullAt(row);
    expect(codesWith({ monthlyIncomePerPersonVnd: { values: plain.monthlyIncomePerPersonVnd, ...bits07 } }), "an unknown income").toEqual(onlyAt(row, 13));
    expect(codesWith({ residence: { values: plain.residence, ...bits07 } }), "a residence is never assumed").toEqual(onlyAt(row, 0));
    expect(codesWith({ deprived: { values: plain.deprived, ...bits07 } }), "nothing recorded").toEqual(onlyAt(row, 3));
    expect(codesWith({ unknown: { values: plain.unknown, ...bits07 } }), "nothing recorded").toEqual(onlyAt(row, 3));
    expect(codesWith({ persons: { values: new Uint8Array(rows), nullBitmap: new Uint8Array(rows) } }), "a month's income needs no persons").toEqual(onlyAt(-1, 1));
    const { monthlyIncomePerPersonVnd: income, ...others } = plain;
    const yearly = { ...others, annualIncomeVnd: income, persons: { values: new Uint8Array(rows).fill(1), ...bits07 } };
    expect([...classifyColumns(yearly, { standard })], "an income of a year does").toEqual(onlyAt(row, 0));
    const unknownToo = { ...yearly, annualIncomeVnd: { values: income, ...bits07 } };
    expect([...classifyColumns(unknownToo, { standard })], "where it is unknown too, nothing is shared out").toEqual(onlyAt(row, 13));
  });

  it("count for more than what stands in their places", () => {
    expect(codesWith({ monthlyIncomePerPersonVnd: { values: Float64Array.from(plain.monthlyIncomePerPersonVnd).fill(Infinity, 4, 5), ...nullAt(4) } })).toEqual(onlyAt(4, 13));
    expect(codesWith({ deprived: { values: plain.deprived.map((mask, row) => (row === 4 ? 0xffff : mask)), ...nullAt(4) } })).toEqual(onlyAt(4, 3));
  });

  it.each([[undefined], [null], [new Uint8Array(0)]])("are none without a bitmap: %s", (nullBitmap) => {
    expect(codesWith({ monthlyIncomePerPersonVnd: { values: plain.monthlyIncomePerPersonVnd, nullBitmap } })).toEqual(onlyAt(-1, 1));
  });

  it("a longer array of values is read up to the length", () => {
    const padded = new Uint8Array(64).fill(9, rows);
    expect(codesWith({ residence: { values: padded, length: rows } })).toEqual(onlyAt(-1, 1));
  });
});

describe("a range of rows", () => {
  const rows = 10_000;
  const many: HouseholdColumns = {
    residence: Uint8Array.from({ length: rows }, (_, row) => row % 3),
    annualIncomeVnd: { values: Float64Array.from({ length: rows }, (_, row) => row * 20_000), nullBitmap: Uint8Array.from({ length: rows / 8 + 1 }, (_, byte) => (byte % 7 === 0 ? 0x7e : 0xff)), offset: 2 },
    persons: Uint32Array.from({ length: rows }, (_, row) => row % 6),
    deprived: Uint16Array.from({ length: rows }, (_, row) => row % 4096),
    unknown: Uint16Array.from({ length: rows }, (_, row) => (row % 5 === 0 ? ~row & 0xf0f : 0)),
  };
  const whole = classifyColumns(many, { standard });

  it("is written in its place, and nothing beside it", () => {
    fc.assert(
      fc.property(fc.nat(rows), fc.nat(rows), (a, b) => {
        const [offset, end] = [Math.min(a, b), Math.max(a, b)];
        const out = new Uint8Array(rows).fill(77);
        expect(classifyColumns(many, { standard, out, offset, length: end - offset })).toBe(out);
        expect(out.every((code, row) => code === (row >= offset && row < end ? whole[row] : 77))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("ends with the rows, unless told", () => {
    const out = new Uint8Array(rows).fill(77);
    classifyColumns(many, { standard, out, offset: 9_000 });
    expect([out[8_999], ...out.subarray(9_000)]).toEqual([77, ...whole.subarray(9_000)]);
  });

  it("may be empty, and so may a table", () => {
    const none: HouseholdColumns = { residence: new Uint8Array(0), monthlyIncomePerPersonVnd: new Float64Array(0), deprived: new Uint16Array(0), unknown: new Uint16Array(0) };
    expect(classifyColumns(none, { standard })).toEqual(new Uint8Array(0));
  });

  it("of one call does not touch what the call before found", () => {
    const kept = Uint8Array.from(whole);
    classifyColumns(columnsOf({ monthly: 1 }), { standard: hoChiMinhCity });
    expect(whole).toEqual(kept);
    expect(classifyColumns(many, { standard })).toEqual(kept);
  });

  it("reads the columns where they are", () => {
    const million = 1_000_000;
    const shared = <Kind>(Kind: new (buffer: SharedArrayBuffer) => Kind, bytes: number): Kind => new Kind(new SharedArrayBuffer(million * bytes));
    const columns = { residence: shared(Uint8Array, 1), monthlyIncomePerPersonVnd: shared(Float64Array, 8), deprived: shared(Uint16Array, 2), unknown: shared(Uint16Array, 2) };
    const out = shared(Uint8Array, 1);
    const before = process.memoryUsage().arrayBuffers;
    classifyColumns(columns, { standard, out });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(million);
    expect(out.every((code) => code === 2)).toBe(true);
  });
});

describe("columns that are none", () => {
  const good = columnsOf({ monthly: 1, persons: 1 });
  const two = new Uint8Array(2);
  const broken: readonly (readonly [why: string, columns: unknown, options: Partial<ClassifyColumnsOptions>, path: string | null, says: RegExp])[] = [
    ["Nothing at all.", null, {}, null, /expected an object/],
    ["A list of rows.", [good], {}, null, /expected an object/],
    ["A misspelt column is not lost.", { ...good, incomes: 1 }, {}, "incomes", /no column of households/],
    ["The name of a record is near to that of the column.", { ...good, person: two }, {}, "person", /nearest is "persons"/],
    ["Residence is missing.", { ...good, residence: undefined }, {}, "residence", /expected Uint8Array.*got nothing/],
    ["Residence as words.", { ...good, residence: ["rural"] }, {}, "residence", /Uint8Array/],
    ["Residence as one word.", { ...good, residence: "rural" }, {}, "residence", /got text/],
    ["A residence of four bytes would be cut.", { ...good, residence: Int32Array.of(256) }, {}, "residence", /got a Int32Array/],
    ["No income column, which is not the same as an unknown income.", { ...good, monthlyIncomePerPersonVnd: undefined }, {}, "monthlyIncomePerPersonVnd", /got nothing/],
    ["Two incomes.", { ...good, annualIncomeVnd: Float64Array.of(1) }, {}, "annualIncomeVnd", /not both/],
    ["A year's income without persons.", { ...good, monthlyIncomePerPersonVnd: undefined, annualIncomeVnd: Float64Array.of(1), persons: undefined }, {}, "persons", /beside an annual income/],
    ["Single precision has lost digits.", { ...good, monthlyIncomePerPersonVnd: Float32Array.of(1) }, {}, "monthlyIncomePerPersonVnd", /Float64Array or Int32Array.*got a Float32Array/],
    ["64-bit whole numbers are no numbers of JavaScript.", { ...good, monthlyIncomePerPersonVnd: BigInt64Array.of(1n) }, {}, "monthlyIncomePerPersonVnd", /got a BigInt64Array/],
    ["Persons in halves.", { ...good, persons: Float64Array.of(1.5) }, {}, "persons", /got a Float64Array/],
    ["Masks of 32 bits.", { ...good, deprived: Uint32Array.of(1) }, {}, "deprived", /Uint8Array or Uint16Array/],
    ["Masks as a view of bytes.", { ...good, unknown: new DataView(new ArrayBuffer(2)) }, {}, "unknown", /got a DataView/],
    ["An object without values.", { ...good, unknown: {} }, {}, "unknown", /got nothing/],
    ["Values that are a list.", { ...good, unknown: { values: [0] } }, {}, "unknown", /got a list/],
    ["A column that is too long.", { ...good, deprived: two }, {}, "deprived", /as many rows.*1; got 2/],
    ["A length beyond the values.", { ...good, deprived: { values: two, length: 3 } }, {}, "deprived.length", /no more than/],
    ["A length below nothing.", { ...good, deprived: { values: two, length: -1 } }, {}, "deprived.length", /whole number/],
    ["An offset in halves.", { ...good, deprived: { values: Uint16Array.of(1), nullBitmap: two, offset: 0.5 } }, {}, "deprived.offset", /whole number/],
    ["A bitmap of other numbers.", { ...good, deprived: { values: Uint16Array.of(1), nullBitmap: Uint16Array.of(1) } }, {}, "deprived.nullBitmap", /got a Uint16Array/],
    ["A bitmap that is a list.", { ...good, deprived: { values: Uint16Array.of(1), nullBitmap: [true] } }, {}, "deprived.nullBitmap", /got a list/],
    ["A bitmap that ends before the rows.", { ...good, deprived: { values: Uint16Array.of(1), nullBitmap: two, offset: 16 } }, {}, "deprived.nullBitmap", /a bit for each row/],
    ["An output that is too short.", good, { out: new Uint8Array(0) }, "out", /a place for each of 1 rows/],
    ["An output that is too long.", good, { out: two }, "out", /a place for each/],
    ["An output of other numbers.", good, { out: new Uint16Array(1) as unknown as Uint8Array }, "out", /expected a Uint8Array/],
    ["A range needs an output: the rest would have codes that nobody found.", good, { length: 0 }, "out", /beside a range/],
    ["A range that begins behind the end.", good, { out: new Uint8Array(1), offset: 2 }, "offset", /from 0 to 1/],
    ["A range that begins before the start.", good, { out: new Uint8Array(1), offset: -1 }, "offset", /from 0 to 1/],
    ["A range that ends behind the end.", good, { out: new Uint8Array(1), offset: 1, length: 1 }, "length", /from 0 to 0/],
    ["A range of half a row.", good, { out: new Uint8Array(1), length: 0.5 }, "length", /from 0 to 1/],
  ];
  it.each(broken)("%s", (_why, columns, options, path, says) => {
    const found = refusal(() => classifyColumns(columns as HouseholdColumns, { standard, ...options }));
    expect(found).toMatchObject({ code: "chuan-ngheo/invalid-input", path });
    expect(found.message).toMatch(says);
  });

  it("and a standard that is none", () => {
    for (const of of [undefined, { ...standard }]) expect(refusal(() => classifyColumns(good, { standard: of as Standard })).code).toBe("chuan-ngheo/invalid-standard");
  });

  it("a key of its own that JSON.parse makes is refused too", () => {
    const columns = { ...(JSON.parse('{"__proto__": 1}') as object), ...good };
    expect(refusal(() => classifyColumns(columns, { standard })).path).toBe("__proto__");
  });
});
