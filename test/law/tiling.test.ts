import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annualVnd, rectangleIndex, residences, tileTable, type IncomeLine, type Tile, type TileTable } from "../../src/law/tiling.js";
import { refusal } from "../support/refusal.js";
import { annual, monthly } from "./small-standard.js";

describe("annualVnd", () => {
  it.each([
    ["a line per month counts twelve times", monthly(1_500_000), 18_000_000],
    ["a line per year counts once", annual(46_000_000), 46_000_000],
    ["a line of nothing", monthly(0), 0],
  ])("%s", (_why, line, vnd) => {
    expect(annualVnd(line)).toBe(vnd);
  });
});

interface Cell {
  readonly band: number;
  readonly count: number;
}

/** A plane cut into one tile per cell, each of a random class; ends are left open where they may be. */
interface Plane {
  readonly lines: readonly number[];
  readonly indicators: number;
  readonly cells: readonly (Cell & { readonly classIndex: number; readonly tile: Tile })[];
}

const planes: fc.Arbitrary<Plane> = fc
  .record({
    lines: fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { maxLength: 3 }).map((lines) => lines.sort((a, b) => a - b)),
    indicators: fc.integer({ min: 0, max: 4 }),
    classes: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 20, maxLength: 20 }),
    open: fc.boolean(),
    spoken: fc.boolean(),
    perYear: fc.boolean(),
  })
  .map(({ lines, indicators, classes, open, spoken, perYear }) => {
    const stated = (amount: number): IncomeLine => (perYear ? annual(amount * 12) : monthly(amount));
    const cells = Array.from({ length: lines.length + 1 }, (_, band) => Array.from({ length: indicators + 1 }, (__, count) => ({ band, count }))).flat();
    return {
      lines: lines.map((line) => line * 12),
      indicators,
      cells: cells.map(({ band, count }) => ({
        band,
        count,
        classIndex: classes[(band * 5 + count) % 20]!,
        tile: {
          ...(spoken ? { residence: "urban" } : {}),
          ...(band > 0 ? { incomeOver: stated(lines[band - 1]!) } : {}),
          ...(band < lines.length ? { incomeUpTo: stated(lines[band]!) } : {}),
          ...(open && count === 0 ? {} : { deprivationsFrom: count }),
          ...(open && count === indicators ? {} : { deprivationsTo: count }),
        },
      })),
    };
  });

const names = ["poor", "near-poor", "not-poor"];
const classesOf = (cells: Plane["cells"]): { class: string; tiles: Tile[] }[] =>
  names.map((name, index) => ({ class: name, tiles: cells.filter(({ classIndex }) => classIndex === index).map(({ tile }) => tile) }));

/** The cell that a message names. */
function cellNamed(message: string, { lines }: Plane): Cell {
  const [, over, upTo, count] = /urban, (?:any income|income(?: over (\d+))?(?: up to (\d+))? VND per person per year), (\d+) deprived$/.exec(message)!;
  const band = over !== undefined ? lines.indexOf(Number(over)) + 1 : upTo !== undefined ? lines.indexOf(Number(upTo)) : 0;
  return { band, count: Number(count) };
}

const at = (table: TileTable, { band, count }: Cell): readonly [classIndex: number, tileIndex: number] => [
  table.classAt[band * (table.indicators + 1) + count]!,
  table.tileAt[band * (table.indicators + 1) + count]!,
];

describe("tileTable", () => {
  it("lists both residences in the order of their codes", () => {
    expect(residences).toEqual(["rural", "urban"]);
  });

  it("gives every cell the class and tile that were laid there", () => {
    fc.assert(
      fc.property(planes, (plane) => {
        const classes = classesOf(plane.cells);
        const table = tileTable(classes, "urban", plane.indicators);
        expect(table.lines).toEqual(plane.lines);
        expect(table.statedLines.map(annualVnd)).toEqual(plane.lines);
        expect(table.indicators).toBe(plane.indicators);
        for (const cell of plane.cells) {
          const [classIndex, tileIndex] = at(table, cell);
          expect(classIndex).toBe(cell.classIndex);
          expect(classes[classIndex]!.tiles[tileIndex]).toBe(cell.tile);
        }
      }),
    );
  });

  it("every rectangle meets the classes of its cells, and no other", () => {
    fc.assert(
      fc.property(planes, (plane) => {
        const table = tileTable(classesOf(plane.cells), "urban", plane.indicators);
        for (const low of plane.cells)
          for (const high of plane.cells) {
            if (low.band > high.band || low.count > high.count) continue;
            const inside = plane.cells.filter(({ band, count }) => band >= low.band && band <= high.band && count >= low.count && count <= high.count);
            const mask = inside.reduce((met, { classIndex }) => met | (1 << classIndex), 0);
            expect(table.possible[rectangleIndex(table, low.band, high.band, low.count, high.count)]).toBe(mask);
          }
      }),
    );
  });

  it("a missing tile is refused at its own cell", () => {
    fc.assert(
      fc.property(planes, fc.nat(), (plane, pick) => {
        const gone = plane.cells[pick % plane.cells.length]!;
        const rest = plane.cells.filter((cell) => cell !== gone);
        const refused = refusal(() => tileTable(classesOf(rest), "urban", plane.indicators));
        // Without the tile its lines may be gone too, so the hole may be named by fewer bounds.
        expect(refused).toMatchObject({ code: "chuan-ngheo/invalid-standard", path: "classes" });
        expect(refused).toHaveProperty("message", expect.stringMatching(/^classes: no class at: urban, /));
        const lines = [...new Set(rest.flatMap(({ tile }) => [tile.incomeOver, tile.incomeUpTo].flatMap((line) => (line ? [annualVnd(line)] : []))))];
        if (lines.length === plane.lines.length && refused !== "accepted") expect(cellNamed(refused.message, plane)).toEqual({ band: gone.band, count: gone.count });
      }),
    );
  });

  it("a tile laid twice is refused at its own cell", () => {
    fc.assert(
      fc.property(planes, fc.nat(), (plane, pick) => {
        const twice = plane.cells[pick % plane.cells.length]!;
        const refused = refusal(() => tileTable(classesOf([...plane.cells, { ...twice, classIndex: 2 }]), "urban", plane.indicators));
        expect(refused).toMatchObject({ code: "chuan-ngheo/invalid-standard", path: "classes" });
        expect(refused).toHaveProperty("message", expect.stringMatching(/^classes: two tiles \(/));
        if (refused !== "accepted") expect(cellNamed(refused.message, plane)).toEqual({ band: twice.band, count: twice.count });
      }),
    );
  });

  it("tiles of the other residence do not count", () => {
    fc.assert(
      fc.property(planes, (plane) => {
        const here = plane.cells[0]!.tile.residence === "urban";
        const rural = refusal(() => tileTable(classesOf(plane.cells), "rural", plane.indicators));
        if (here) expect(rural).toHaveProperty("message", expect.stringContaining("no class at: rural"));
        else expect(rural).toBe("accepted");
      }),
    );
  });

  it("tells more than 255 tiles of one class apart", () => {
    const tiles = Array.from({ length: 11 }, (_, band) =>
      Array.from({ length: 31 }, (__, count): Tile => ({ ...(band > 0 && { incomeOver: annual(band) }), ...(band < 10 && { incomeUpTo: annual(band + 1) }), deprivationsFrom: count, deprivationsTo: count })),
    ).flat();
    const table = tileTable([{ class: "poor", tiles }], "rural", 30);
    expect(at(table, { band: 10, count: 30 })).toEqual([0, 340]);
  });
});
