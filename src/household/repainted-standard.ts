import { defineStandard, standardTables, type PovertyClass, type Standard } from "../law/standard.js";
import { residences, type Residence, type Tile, type TileTable } from "../law/tiling.js";

/** A point of the plane of a standard: between two of its income lines, at a number of deprived indicators. */
export interface Cell {
  /** The residence. */
  readonly residence: Residence;
  /** The income band, 0 up to the first line. */
  readonly band: number;
  /** How many indicators are deprived. */
  readonly count: number;
  /** The class that the standard gives there. */
  readonly class: PovertyClass;
}

/**
 * A standard with the same lines and indicators in which some points of the plane belong to another of its classes.
 *
 * @param standard - The standard.
 * @param paint - The class of each point.
 * @returns A standard whose tiles are proven to cover the plane once; `null` where no point changes its class.
 */
export function repaintedStandard(standard: Standard, paint: (cell: Cell) => PovertyClass): Standard | null {
  const tiles = new Map<PovertyClass, Tile[]>(standard.classes.map((rule) => [rule.class, []]));
  let changed = false;
  for (const residence of residences) {
    const table = standardTables(standard).byResidence[residence];
    for (let band = 0; band <= table.lines.length; band++) {
      const runs: { readonly class: PovertyClass; readonly from: number; to: number }[] = [];
      for (let count = 0; count <= table.indicators; count++) {
        const held = classOf(standard, table, band, count);
        const painted = paint({ residence, band, count, class: held });
        changed ||= painted !== held;
        const last = runs.at(-1);
        if (last?.class === painted) last.to = count;
        else runs.push({ class: painted, from: count, to: count });
      }
      for (const run of runs) tiles.get(run.class)?.push(tileOf(residence, table, band, run));
    }
  }
  if (!changed) return null;
  return defineStandard({ ...standard, classes: standard.classes.map((rule) => ({ ...rule, tiles: tiles.get(rule.class) ?? [] })) });
}

/**
 * The class at a point of the plane.
 *
 * @param standard - The standard.
 * @param table - Its table of the residence.
 * @param band - The income band.
 * @param count - How many indicators are deprived.
 */
export function classOf(standard: Standard, table: TileTable, band: number, count: number): PovertyClass {
  return (standard.classes[table.classAt[band * (table.indicators + 1) + count] ?? 0] as { readonly class: PovertyClass }).class;
}

/** Every line stays a bound of some tile, also where no class changes at it: the points route stands on one. */
function tileOf(residence: Residence, { statedLines, indicators }: TileTable, band: number, { from, to }: { readonly from: number; readonly to: number }): Tile {
  const [over, upTo] = [statedLines[band - 1], statedLines[band]];
  return {
    residence,
    ...(over === undefined ? {} : { incomeOver: over }),
    ...(upTo === undefined ? {} : { incomeUpTo: upTo }),
    ...(from === 0 ? {} : { deprivationsFrom: from }),
    ...(to === indicators ? {} : { deprivationsTo: to }),
  };
}
