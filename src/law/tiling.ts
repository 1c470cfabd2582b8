import { PovertyStandardError } from "../core/errors.js";
import type { Citation } from "./citation.js";
import { expectInStandard } from "./shape.js";

/** Where a household lives, in the sense of the income lines. */
export type Residence = "rural" | "urban";

/** Both residences, in the order of the codes 0 and 1. */
export const residences: readonly Residence[] = ["rural", "urban"];

/** An income line as the document states it. */
export interface IncomeLine {
  /** Whole VND per person. */
  readonly amount: number;
  /** Per month or per year. */
  readonly per: "month" | "year";
  /** Where the amount stands. */
  readonly citation: Citation;
}

/**
 * A rectangle of the plane income per person × number of deprived indicators.
 *
 * Bounds of income: over (excluded) and up to (included); bounds of the number: both included; a missing bound is open.
 */
export interface Tile {
  /** The residence it speaks of; both where it is missing. */
  readonly residence?: Residence;
  /** Income is over this line. */
  readonly incomeOver?: IncomeLine;
  /** Income is up to this line, the line itself included ("từ … trở xuống"). */
  readonly incomeUpTo?: IncomeLine;
  /** At least so many deprived indicators. */
  readonly deprivationsFrom?: number;
  /** At most so many deprived indicators. */
  readonly deprivationsTo?: number;
  /** Where this tile stands, if elsewhere than its class or less surely known. */
  readonly citation?: Citation;
}

/**
 * The tiles of one residence as a table: income bands between the lines × number of deprived indicators → class.
 * Undetermined results, points and columns are look-ups in it.
 */
export interface TileTable {
  /** The income lines in VND per person per year, rising. Band `b` is the income over `lines[b-1]`, up to `lines[b]`. */
  readonly lines: readonly number[];
  /** Each line as it is stated. */
  readonly statedLines: readonly IncomeLine[];
  /** How many indicators there are; counts run from 0 to it. */
  readonly indicators: number;
  /** Index of the class at band × count: `classAt[band * (indicators + 1) + count]`. */
  readonly classAt: Uint8Array;
  /** Index of the tile within its class, likewise. */
  readonly tileAt: Uint16Array;
  /** Bit mask of the classes that a rectangle meets; see {@link rectangleIndex}. */
  readonly possible: Uint8Array;
}

/**
 * Where a rectangle stands in `possible` of a {@link TileTable}.
 *
 * @param table - The table.
 * @param bandFrom - Lowest band.
 * @param bandTo - Highest band.
 * @param least - Fewest deprived indicators.
 * @param most - Most deprived indicators.
 */
export function rectangleIndex(table: TileTable, bandFrom: number, bandTo: number, least: number, most: number): number {
  const bands = table.lines.length + 1;
  const counts = table.indicators + 1;
  return ((bandFrom * bands + bandTo) * counts + least) * counts + most;
}

/**
 * A line in VND per person per year, so that monthly and annual lines compare alike.
 *
 * @param line - The line as stated.
 */
export function annualVnd(line: IncomeLine): number {
  return line.per === "month" ? line.amount * 12 : line.amount;
}

/**
 * The lines of a tile.
 *
 * @param tile - The tile.
 */
export function linesOf({ incomeUpTo, incomeOver }: Tile): readonly IncomeLine[] {
  return [incomeUpTo, incomeOver].filter((line) => line !== undefined);
}

/**
 * Proves that the tiles of a residence cover the plane once and lays them out as a table.
 *
 * @param classes - The classes with their tiles.
 * @param residence - The residence.
 * @param indicators - How many indicators the standard has.
 * @throws {@link PovertyStandardError} `invalid-standard` that names a point of the plane without a class or with two.
 */
export function tileTable(classes: readonly { readonly class: string; readonly tiles: readonly Tile[] }[], residence: Residence, indicators: number): TileTable {
  const here = classes.flatMap((rule, classIndex) => rule.tiles.map((tile, tileIndex) => ({ ...tile, name: rule.class, classIndex, tileIndex })));
  const tiles = here.filter((tile) => (tile.residence ?? residence) === residence);
  // Of lines that come to the same, the first is the one that is stated.
  const stated = new Map(tiles.flatMap(linesOf).reverse().map((line) => [annualVnd(line), line]));
  const lines = [...stated.keys()].sort((a, b) => a - b);
  expectInStandard(lines.length <= 30, `at most 30 income lines for ${residence}`, "classes");
  /** The band whose upper end a line is. */
  const bandUpTo = (line: IncomeLine): number => lines.indexOf(annualVnd(line));
  const counts = indicators + 1;
  const bands = lines.length + 1;
  const classAt = new Uint8Array(bands * counts);
  const tileAt = new Uint16Array(bands * counts);
  for (let band = 0; band < bands; band++)
    for (let count = 0; count < counts; count++) {
      const covering = tiles.filter(
        ({ incomeOver, incomeUpTo, deprivationsFrom = 0, deprivationsTo = indicators }) =>
          (incomeOver === undefined || band > bandUpTo(incomeOver)) && (incomeUpTo === undefined || band <= bandUpTo(incomeUpTo)) && count >= deprivationsFrom && count <= deprivationsTo,
      );
      const [only] = covering;
      if (only === undefined || covering.length > 1) {
        const found = only === undefined ? "no class" : `two tiles (${covering.map(({ name }) => name).join(" and ")})`;
        throw new PovertyStandardError("invalid-standard", `${found} at: ${residence}, ${bandText(lines, band)}, ${count} deprived`, "classes");
      }
      classAt[band * counts + count] = only.classIndex;
      tileAt[band * counts + count] = only.tileIndex;
    }
  const table: TileTable = {
    lines, statedLines: lines.map((line) => stated.get(line) as IncomeLine), indicators, classAt, tileAt,
    possible: new Uint8Array(bands * bands * counts * counts),
  };
  for (let from = 0; from < bands; from++)
    for (let to = from; to < bands; to++)
      for (let least = 0; least < counts; least++)
        for (let most = least, mask = 0; most < counts; most++) {
          for (let band = from; band <= to; band++) mask |= 1 << (classAt[band * counts + most] as number);
          table.possible[rectangleIndex(table, from, to, least, most)] = mask;
        }
  return table;
}

function bandText(lines: readonly number[], band: number): string {
  if (lines.length === 0) return "any income";
  const [over, upTo] = [lines[band - 1], lines[band]];
  return `income${over === undefined ? "" : ` over ${over}`}${upTo === undefined ? "" : ` up to ${upTo}`} VND per person per year`;
}
