import { readFileSync } from "node:fs";
import fc, { type Arbitrary } from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyColumns, classOfCode, possibleOfCode, type HouseholdColumns } from "../../src/columns.js";
import { annualVnd } from "../../src/law/tiling.js";
import {
  assess, classify, classifyDeprivations, defineStandard, isPovertyStandardError, standardById, standards, type PovertyClass, type RecordedDeprivations,
  type Residence, type Standard,
} from "../../src/index.js";
import { reviewedHouseholds } from "../arbitraries.js";
import { bacNinh, hoChiMinhCity } from "../fixtures/local-standards.js";

const seed = 20_231_214;
const everyStandard = [...standards, bacNinh, hoChiMinhCity].map((standard) => [standard.id, standard] as const);
const classes: readonly PovertyClass[] = ["poor", "near-poor", "average-living-standard", "not-poor"];

/** A household as a row of columns. */
interface Row {
  readonly residence: number;
  /** `NaN` is unknown. */
  readonly income: number;
  /** 0 where there is nobody. */
  readonly persons: number;
  readonly deprived: number;
  readonly unknown: number;
}

const words: readonly Residence[] = ["rural", "urban"];

/** The same household as a record. */
function recordOf({ residence, income, persons, deprived, unknown }: Row, standard: Standard, annual: boolean): RecordedDeprivations {
  const known = Number.isNaN(income) ? null : income;
  return {
    residence: words[residence] ?? ("elsewhere" as Residence),
    ...(annual ? { annualIncomeVnd: known } : { monthlyIncomePerPersonVnd: known }),
    persons,
    deprivations: Object.fromEntries(standard.indicators.map(({ id }, index) => [id, (unknown >> index) & 1 ? null : ((deprived >> index) & 1) === 1])),
  };
}

/** What one household is found to be, or "invalid" where it is refused; flags that no record can hold are refused here. */
function foundOne(row: Row, standard: Standard, annual: boolean): string {
  if ((row.deprived & row.unknown) !== 0 || (row.deprived | row.unknown) >> standard.indicators.length !== 0) return "invalid";
  try {
    return classifyDeprivations(recordOf(row, standard, annual), { standard }).possible.join(" ");
  } catch (error) {
    if (!isPovertyStandardError(error)) throw error;
    return "invalid";
  }
}

function columnsOf(rows: readonly Row[], annual: boolean): HouseholdColumns {
  const incomes = Float64Array.from(rows, ({ income }) => income);
  return {
    residence: Uint8Array.from(rows, ({ residence }) => residence),
    ...(annual ? { annualIncomeVnd: incomes } : { monthlyIncomePerPersonVnd: incomes }),
    persons: Int32Array.from(rows, ({ persons }) => persons),
    deprived: Uint16Array.from(rows, ({ deprived }) => deprived),
    unknown: Uint16Array.from(rows, ({ unknown }) => unknown),
  };
}

function foundAll(rows: readonly Row[], standard: Standard, annual: boolean): readonly string[] {
  return Array.from(classifyColumns(columnsOf(rows, annual), { standard }), (code) => (code === 0 ? "invalid" : possibleOfCode(code).join(" ")));
}

/** A mask of named indicators. */
const maskOf = (standard: Standard, ids: readonly string[]): number => ids.reduce((mask, id) => mask | (1 << standard.indicators.findIndex((each) => each.id === id)), 0);

/** So many doubles above a number, or below it. */
function doublesOn(value: number, steps: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(value < 0 ? -steps : steps));
  return view.getFloat64(0);
}

/** Incomes on every line of a standard, some VND or some doubles beside it, and anywhere else. */
function incomes(standard: Standard, annual: boolean, persons: number): Arbitrary<number> {
  const lines = standard.classes.flatMap((rule) => rule.tiles.flatMap((tile) => [tile.incomeUpTo, tile.incomeOver].flatMap((line) => (line === undefined ? [] : [annualVnd(line)]))));
  const line = fc.constantFrom(...lines.map((yearly) => (annual ? yearly * persons : yearly / 12)));
  return fc.oneof(
    { weight: 6, arbitrary: fc.tuple(line, fc.constantFrom(-1, 0, 1, -0.5, 0.5, 1 / 3, -1 / 12)).map(([at, beside]) => at + beside) },
    { weight: 3, arbitrary: fc.tuple(line, fc.integer({ min: -3, max: 3 })).map(([at, steps]) => doublesOn(at, steps)) },
    { weight: 2, arbitrary: fc.integer({ min: -1_000_000, max: 60_000_000 * (annual ? persons : 1) }) },
    { weight: 2, arbitrary: fc.constant(NaN) },
    { weight: 1, arbitrary: fc.double({ noNaN: true }) },
    { weight: 1, arbitrary: fc.constantFrom(Infinity, -Infinity, 2 ** 53, 2 ** 53 - 1, -(2 ** 53), 1 - 2 ** 53, 0, -0, 5e-324, 1e21, 1e-7) },
  );
}

/** Rows with every indicator deprived, not deprived or unknown, now and then both or one beyond them. */
function rowsOf(standard: Standard, annual: boolean): Arbitrary<Row> {
  const count = standard.indicators.length;
  const masks = fc.oneof(
    { weight: 12, arbitrary: fc.array(fc.constantFrom(0, 0, 0, 1, 2), { minLength: count, maxLength: count }).map((flags) => flags.reduce<readonly [number, number]>(([yes, open], flag, index) => [yes | (flag === 1 ? 1 << index : 0), open | (flag === 2 ? 1 << index : 0)], [0, 0])) },
    { weight: 1, arbitrary: fc.tuple(fc.nat(0xffff), fc.nat(0xffff)) },
  );
  return fc
    .tuple(fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 255), fc.oneof({ weight: 30, arbitrary: fc.integer({ min: 1, max: 9 }) }, { weight: 1, arbitrary: fc.constantFrom(0, -1, 1_000_000_007, 2_147_483_647) }), masks)
    .chain(([residence, persons, [deprived, unknown]]) => incomes(standard, annual, Math.max(1, persons)).map((income) => ({ residence, income, persons, deprived, unknown })));
}

describe("columns and one household agree", () => {
  it.each(everyStandard)("on 20,000 random rows under %s", (_id, standard) => {
    const met = new Map<string, number>();
    for (const annual of [false, true]) {
      const rows = fc.sample(rowsOf(standard, annual), { numRuns: 10_000, seed });
      const found = foundAll(rows, standard, annual);
      rows.forEach((row, index) => {
        const expected = foundOne(row, standard, annual);
        if (found[index] !== expected) expect.fail(`row ${index}: columns "${String(found[index])}", one household "${expected}": ${JSON.stringify({ ...row, annual })}`);
        met.set(expected, (met.get(expected) ?? 0) + 1);
      });
    }
    // What was never met was not compared: every class, an undetermined household, an invalid one.
    for (const rule of standard.classes) expect(met.get(rule.class)).toBeGreaterThan(150);
    expect([...met.keys()].some((possible) => possible.includes(" "))).toBe(true);
    expect(met.get("invalid")).toBeGreaterThan(150);
  });

  it.each(everyStandard)("on every pair of masks, of the whole standard or of its first five indicators: %s", (_id, whole) => {
    const standard = whole.indicators.length > 5 ? defineStandard({ ...whole, id: "example/five", inForce: [], indicators: whole.indicators.slice(0, 5) }) : whole;
    const ends = 1 << (standard.indicators.length + 1);
    const lines = standard.classes.flatMap((rule) => rule.tiles.flatMap((tile) => (tile.incomeUpTo === undefined ? [] : [annualVnd(tile.incomeUpTo) / 12])));
    const rows: Row[] = [];
    for (const residence of [0, 1])
      for (const income of new Set([NaN, ...lines, Math.max(...lines) * 2]))
        // One bit more than there are indicators.
        for (let deprived = 0; deprived < ends; deprived++) for (let unknown = 0; unknown < ends; unknown++) rows.push({ residence, income, persons: 1, deprived, unknown });
    const found = foundAll(rows, standard, false);
    expect(rows.filter((row, index) => found[index] !== foundOne(row, standard, false))).toEqual([]);
  });

  it.each(["vn/decree-07-2021", "vn/decision-59-2015"])("on 10,000 households from their facts, by the flags that these give: %s", (id) => {
    const standard = standardById(id);
    // An income may be written with more digits than a double has; such a household has no row.
    const fits = (income: number | string | null | undefined): boolean => typeof income !== "string" || String(Number(income)) === income;
    const reviewed = fc.sample(reviewedHouseholds().filter(({ household }) => fits(household.monthlyIncomePerPersonVnd) && fits(household.annualIncomeVnd)), { numRuns: 10_000, seed });
    const halves = [false, true].map((annual) => reviewed.filter(({ household }) => (typeof (household.annualIncomeVnd ?? null) !== "object") === annual));
    const met = new Set<string>();
    for (const [half, annual] of [[halves[0]!, false], [halves[1]!, true]] as const) {
      const rows = half.map(({ household, on }, place): Row => {
        // Every eighth with evidence, which takes its time.
        const { deprived, unknown } = (place % 8 === 0 ? assess : classify)(household, { standard, on });
        const masks = { deprived: maskOf(standard, deprived!), unknown: maskOf(standard, unknown!) };
        const income = annual ? household.annualIncomeVnd : household.monthlyIncomePerPersonVnd;
        return { residence: words.indexOf(household.residence), income: Number(income ?? NaN), persons: household.persons ?? household.members!.length, ...masks };
      });
      const found = foundAll(rows, standard, annual);
      half.forEach(({ household, on }, index) => {
        const expected = classify(household, { standard, on }).possible.join(" ");
        if (found[index] !== expected) expect.fail(`columns "${String(found[index])}", classify "${expected}": ${JSON.stringify({ household, on })}`);
        met.add(expected);
      });
      expect(half.length).toBeGreaterThan(1_000);
    }
    for (const rule of standard.classes) expect(met).toContain(rule.class);
  });
});

describe("the conformance vectors", () => {
  interface Case {
    readonly id: string;
    readonly standard: string;
    readonly kind: string;
    readonly input: Readonly<Record<string, unknown>>;
    readonly expected: { readonly possible: readonly PovertyClass[]; readonly class: PovertyClass | null; readonly count: readonly [number, number]; readonly deprived?: readonly string[]; readonly unknown?: readonly string[] } | { readonly error: { readonly path?: string | null } };
    readonly why: string;
  }
  const { cases } = JSON.parse(readFileSync(new URL("../conformance/vectors.json", import.meta.url), "utf8")) as { readonly cases: readonly Case[] };

  /** A mask of so many indicators. */
  const first = (count: number): number => (1 << count) - 1;
  const inputIncome = ({ input }: Case): { readonly income: number; readonly annual: boolean } | null => {
    const annual = typeof (input["annualIncomeVnd"] ?? null) !== "object";
    const written = (annual ? input["annualIncomeVnd"] : input["monthlyIncomePerPersonVnd"]) ?? NaN;
    return typeof written === "string" && String(Number(written)) !== written ? null : { income: Number(written), annual };
  };

  const representable = cases.filter((each) => each.kind !== "points" && !("error" in each.expected) && inputIncome(each) !== null);

  it("are nearly all rows of columns", () => {
    expect(representable.filter(({ kind }) => kind === "deprivations").length).toBeGreaterThan(110);
    expect(representable.filter(({ kind }) => kind === "facts").length).toBeGreaterThan(190);
  });

  it.each(representable.map((each) => [each.id, each.why, each] as const))("%s: %s", (_id, _why, each) => {
    if ("error" in each.expected) throw new Error("expected a result");
    const { possible, class: found, count: [least, most], deprived, unknown } = each.expected;
    const standard = standardById(each.standard);
    const { income, annual } = inputIncome(each)!;
    const row = {
      residence: words.indexOf(each.input["residence"] as Residence),
      income,
      persons: (each.input["persons"] as number | undefined) ?? (each.input["members"] as readonly unknown[] | undefined)?.length ?? 1,
      deprived: deprived === undefined ? first(least) : maskOf(standard, deprived),
      unknown: unknown === undefined ? first(most) & ~first(least) : maskOf(standard, unknown),
    };
    const [code = -1] = classifyColumns(columnsOf([row], annual), { standard });
    expect([classOfCode(code), possibleOfCode(code)]).toEqual([found, possible]);
    expect(code).toBe(possible.reduce((sum, name) => sum + 2 ** classes.indexOf(name), 0));
  });

  it.each(["residence", "persons"])("that are refused for their %s are invalid rows", (path) => {
    const refused = cases.filter(({ expected, kind }) => kind !== "points" && "error" in expected && expected.error.path === path);
    expect(refused.length).toBeGreaterThan(0);
    for (const each of refused) {
      const { income = NaN, annual = false } = inputIncome(each) ?? {};
      const persons = each.input["persons"];
      const row: Row = {
        residence: each.input["residence"] === "rural" ? 0 : each.input["residence"] === "urban" ? 1 : 2,
        income, persons: Number.isSafeInteger(persons) ? (persons as number) : 0, deprived: 0, unknown: 0,
      };
      // More members than persons: a row does not list members.
      if (row.persons > 0 && path === "persons") continue;
      expect(foundAll([row], standardById(each.standard), annual), each.id).toEqual(["invalid"]);
    }
  });
});
