import { PovertyStandardError } from "../core/errors.js";
import { compareExactly } from "../core/exact-amount.js";
import { standardTables, type Standard } from "../law/standard.js";
import { rectangleIndex, residences } from "../law/tiling.js";
import { classCodes } from "./class-code.js";

/** The most indicators whose flags fit the masks. */
const MOST_INDICATORS = 16;

/** The band of an unknown income, which is any. Those of known ones are below it, since a residence has at most 30 lines. */
export const ANY_INCOME = 31;

/** The band of what is no income. */
export const NO_INCOME = 32;

/** How many places the codes have. */
export const CODE_PLACES = (NO_INCOME + 1) << 11;

/** Places for the lines of a residence. */
export const LINES = 32;

/** A standard as look-ups for columns. */
export interface CodeTables {
  /**
   * Code at `band << 11 | residence << 10 | deprived << 5 | unknown`, the last two the numbers of indicators; that of an
   * invalid row where there is no such household.
   */
  readonly codes: Uint8Array;
  /** Highest income per person and month of each band at `residence * LINES + band`; endless from the last band on. */
  readonly monthly: Float64Array;
  /** Likewise per person and year. */
  readonly annual: Float64Array;
  /** The most lines that a residence has. */
  readonly lines: number;
  /** A bit for each indicator. */
  readonly indicators: number;
}

const tablesOf = new WeakMap<Standard, CodeTables>();

/**
 * The look-ups of a standard, made once.
 *
 * @param standard - From `defineStandard`.
 * @throws {@link PovertyStandardError} `invalid-standard` when it was not made by `defineStandard`, or has more
 *   indicators than fit the masks.
 */
export function codeTables(standard: Standard): CodeTables {
  const { byResidence } = standardTables(standard);
  const known = tablesOf.get(standard);
  if (known !== undefined) return known;
  if (standard.indicators.length > MOST_INDICATORS) throw new PovertyStandardError("invalid-standard", `expected at most ${MOST_INDICATORS} indicators, as many as a mask has bits`, "indicators");
  const endless = (): Float64Array => new Float64Array(residences.length * LINES).fill(Infinity);
  const tables: CodeTables = {
    codes: new Uint8Array(CODE_PLACES), monthly: endless(), annual: endless(),
    lines: Math.max(...residences.map((residence) => byResidence[residence].lines.length)), indicators: (1 << standard.indicators.length) - 1,
  };
  for (const [residence, name] of residences.entries()) {
    const table = byResidence[name];
    table.lines.forEach((line, band) => {
      tables.annual[residence * LINES + band] = line;
      tables.monthly[residence * LINES + band] = highestMonthly(line);
    });
    const bands: readonly (readonly [place: number, from: number, to: number])[] = [
      ...Array.from({ length: table.lines.length + 1 }, (_, band) => [band, band, band] as const),
      [ANY_INCOME, 0, table.lines.length],
    ];
    for (const [place, from, to] of bands)
      for (let deprived = 0; deprived <= table.indicators; deprived++)
        for (let unknown = 0; deprived + unknown <= table.indicators; unknown++) {
          const classes = table.possible[rectangleIndex(table, from, to, deprived, deprived + unknown)] ?? 0;
          tables.codes[(place << 11) | (residence << 10) | (deprived << 5) | unknown] = standard.classes.reduce(
            (code, rule, index) => ((classes >> index) & 1 ? code | classCodes[rule.class] : code),
            0,
          );
        }
  }
  tablesOf.set(standard, tables);
  return tables;
}

/**
 * The highest number that, read by its shortest decimal text and times 12, is not over an annual line: a column compares
 * its doubles with it and so decides as the exact reading of each would.
 */
function highestMonthly(line: number): number {
  const isOver = (monthly: number): boolean => compareExactly(monthly, 12, line, 1) > 0;
  let highest = line / 12;
  while (isOver(highest)) highest = neighbour(highest, -1n);
  for (let next = neighbour(highest, 1n); !isOver(next); next = neighbour(highest, 1n)) highest = next;
  return highest;
}

/** The next double above a number that is 0 or more, or the next below one that is more than 0. */
function neighbour(value: number, step: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigUint64(0, view.getBigUint64(0) + step);
  return view.getFloat64(0);
}
