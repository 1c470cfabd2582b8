import { defineStandard, standardTables, type PovertyClass, type Standard } from "../law/standard.js";
import { annualVnd, residences, type IncomeLine, type Residence, type Tile, type TileTable } from "../law/tiling.js";
import { classOf } from "./repainted-standard.js";

/** The lines of one residence by what they bound. */
interface BoundingLines {
  /** Of the poor and the near-poor, rising. */
  readonly list: readonly IncomeLine[];
  /** Of the average living standard; `null` where the standard does not hold that class. */
  readonly average: IncomeLine | null;
}

/**
 * A standard with its own rule and the income lines of another one.
 *
 * Lines take the place of those that bound the same classes: of the poor and near-poor by rank, of the average living
 * standard. Where one of the two has fewer lines for the poor and the near-poor, they may have been taken for several of
 * the other's, and there is a standard for each way. A line without a counterpart stays.
 *
 * @param standard - Whose rule stays.
 * @param other - Whose lines are taken.
 * @returns None where the lines would not rise, or are the same.
 */
export function standardsWithOtherLines(standard: Standard, other: Standard): readonly Standard[] {
  const own = byResidence((residence) => boundingLines(standard, residence));
  const theirs = byResidence((residence) => boundingLines(other, residence));
  const readings = 1 + Math.max(...residences.map((residence) => Math.abs(own[residence].list.length - theirs[residence].list.length)));
  const found: Standard[] = [];
  for (let reading = 0; reading < readings; reading++) {
    const lines = byResidence((residence) => substitutes(own[residence], theirs[residence], reading));
    const rising = residences.every((residence) => isRising(standardTables(standard).byResidence[residence].lines.map((line) => lines[residence].get(line)?.annual ?? line)));
    const changed = residences.some((residence) => [...lines[residence]].some(([line, { annual }]) => annual !== line));
    if (rising && changed) found.push(withLines(standard, lines));
  }
  return found;
}

/** What takes the place of a line, by its VND per year. */
type Substitutes = ReadonlyMap<number, { readonly line: IncomeLine; readonly annual: number }>;

function byResidence<Value>(of: (residence: Residence) => Value): Readonly<Record<Residence, Value>> {
  return { rural: of("rural"), urban: of("urban") };
}

function boundingLines(standard: Standard, residence: Residence): BoundingLines {
  const table = standardTables(standard).byResidence[residence];
  const listed = highestBand(standard, table, ["poor", "near-poor"]);
  const average = highestBand(standard, table, ["average-living-standard"]);
  return { list: table.statedLines.slice(0, listed + 1), average: table.statedLines[average] ?? null };
}

/** The highest band with one of some classes; -1 without any. */
function highestBand(standard: Standard, table: TileTable, classes: readonly PovertyClass[]): number {
  let highest = -1;
  for (let band = 0; band <= table.lines.length; band++)
    for (let count = 0; count <= table.indicators; count++) if (classes.includes(classOf(standard, table, band, count))) highest = band;
  return highest;
}

/** `reading` is how many lines the shorter of the two lists is moved up along the longer one. */
function substitutes(own: BoundingLines, theirs: BoundingLines, reading: number): Substitutes {
  const shift = Math.min(reading, Math.abs(own.list.length - theirs.list.length)) * Math.sign(theirs.list.length - own.list.length);
  const pairs = [...own.list.map((line, rank) => [line, theirs.list[rank + shift]] as const), [own.average, theirs.average] as const];
  return new Map(pairs.flatMap(([line, taken]) => (line === null || taken === null || taken === undefined ? [] : [[annualVnd(line), { line: taken, annual: annualVnd(taken) }] as const])));
}

function isRising(lines: readonly number[]): boolean {
  return lines.every((line, index) => index === 0 || line > (lines[index - 1] ?? 0));
}

function withLines(standard: Standard, lines: Readonly<Record<Residence, Substitutes>>): Standard {
  const taken = (line: IncomeLine, residence: Residence): IncomeLine => lines[residence].get(annualVnd(line))?.line ?? line;
  const tileWith = (tile: Tile, residence: Residence): Tile => ({
    ...tile,
    residence,
    ...(tile.incomeOver === undefined ? {} : { incomeOver: taken(tile.incomeOver, residence) }),
    ...(tile.incomeUpTo === undefined ? {} : { incomeUpTo: taken(tile.incomeUpTo, residence) }),
  });
  return defineStandard({
    ...standard,
    // A tile that speaks of both residences becomes one for each: the other lines may differ between them.
    classes: standard.classes.map((rule) => ({ ...rule, tiles: rule.tiles.flatMap((tile) => (tile.residence === undefined ? residences : [tile.residence]).map((residence) => tileWith(tile, residence))) })),
    points: standard.points === null ? null : { ...standard.points, lines: standard.points.lines.map((line) => ({ ...line, incomeUpTo: taken(line.incomeUpTo, line.residence) })) },
  });
}
