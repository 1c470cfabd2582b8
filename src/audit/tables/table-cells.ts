import type { Audit } from "../audit-claims.js";
import { pathOfValue, type ClaimTable } from "../claim-table.js";
import type { Claims } from "../claims.js";
import type { PrintedRate } from "../printed-rate.js";
import { intersection, type Bounds } from "../rounding.js";
import { amountAt, rateAt } from "../share-check.js";

/** Where a count stands: the same area, period and name is the same number. */
export interface CellPlace {
  readonly area: string;
  readonly period: string;
  readonly name: string;
}

/** What one table says of a count. */
export interface CellEntry {
  readonly table: number;
  /** The claims that say it. */
  readonly paths: readonly string[];
  /** One number where it is printed, else what the percentages imply. */
  readonly bounds: Bounds;
  readonly isPrinted: boolean;
}

/** A count with all that is said of it. */
export interface Cell extends CellPlace {
  readonly entries: CellEntry[];
}

/** A percentage with all that is printed for it. */
export interface RateCell {
  readonly area: string;
  readonly period: string;
  /** The names that the part may have. */
  readonly parts: readonly string[];
  readonly whole: string;
  readonly entries: { readonly table: number; readonly paths: readonly string[]; readonly rate: PrintedRate }[];
}

/**
 * The numbers of several tables by where they stand. A table without area or period is in none: what is not known is
 * not the same. The name of a count may say the area itself, as those of forms do: `31: poor`.
 */
export class TableCells {
  readonly cells = new Map<string, Cell>();
  readonly rates = new Map<string, RateCell>();
  /** Names of counts that are a whole of some share, and those that are a part. */
  readonly wholes = new Set<string>();
  readonly parts = new Set<string>();
  readonly #addedAreas = new Set<string>();

  /**
   * Keeps the numbers of a table.
   *
   * @param table - The place of the table.
   * @param claims - Its claims.
   * @param checked - The same after the check.
   * @param implied - What its percentages imply.
   */
  add(table: number, { area, period }: Claims, checked: ClaimTable, implied: Audit["implied"]): void {
    if (period === null || period === undefined) return;
    const at = (name: string): CellPlace | null => placeOf(name, area, period);
    checked.names.forEach((name, place) => {
      const amount = amountAt(checked.numbers, place);
      this.#keep(at(name), { table, paths: [pathOfValue(name)], bounds: { low: amount, high: amount }, isPrinted: true });
    });
    for (const [name, [low, high]] of Object.entries(implied)) {
      const paths = checked.shares.filter(({ wholeName }) => wholeName === name).map(({ path }) => path);
      this.#keep(at(name), { table, paths, bounds: { low, high: high ?? Infinity }, isPrinted: false });
    }
    for (const { path, readings, wholeName, rate } of checked.shares) {
      const names = readings.map((place) => checked.names[place] ?? "");
      this.#keepRate(names.map(at), at(wholeName), { table, paths: [path], rate: rateAt(checked.numbers, rate) });
    }
    for (const { kind, total, terms } of checked.additions) {
      const [whole, ...parts] = [total, ...terms.map(({ place }) => place)].map((place) => at(checked.names[place] ?? ""));
      if (kind === "sum" && whole !== null && whole !== undefined && parts.every((part) => part !== null && part.area !== whole.area)) this.#addedAreas.add(JSON.stringify([table, keyOf(whole)]));
    }
  }

  #keep(place: CellPlace | null, entry: CellEntry): void {
    if (place === null) return;
    const cell = this.cells.get(keyOf(place));
    if (cell === undefined) this.cells.set(keyOf(place), { ...place, entries: [entry] });
    else cell.entries.push(entry);
  }

  #keepRate(parts: readonly (CellPlace | null)[], whole: CellPlace | null, entry: RateCell["entries"][number]): void {
    const names = parts.flatMap((part) => (part === null ? [] : [part.name]));
    for (const name of names) this.parts.add(name);
    if (whole === null) return;
    this.wholes.add(whole.name);
    const { area, period } = whole;
    // A share of another area's whole is no cell of either.
    if (parts.some((part) => part?.area !== area)) return;
    const key = JSON.stringify([area, period, names, whole.name]);
    const cell = this.rates.get(key);
    if (cell === undefined) this.rates.set(key, { area, period, parts: names, whole: whole.name, entries: [entry] });
    else cell.entries.push(entry);
  }

  /**
   * The count at a place, `null` where no table has it.
   *
   * @param place - The place.
   */
  at(place: CellPlace): Cell | null {
    return this.cells.get(keyOf(place)) ?? null;
  }

  /**
   * Whether a table adds areas up to a count itself, so that its own audit has told what is wrong.
   *
   * @param table - The table.
   * @param place - The count.
   */
  addsAreas(table: number, place: CellPlace): boolean {
    return this.#addedAreas.has(JSON.stringify([table, keyOf(place)]));
  }
}

function keyOf({ area, period, name }: CellPlace): string {
  return JSON.stringify([area, period, name]);
}

/** `31: poor` stands in area 31; a name without an area in that of its table. */
function placeOf(name: string, area: string | null | undefined, period: string): CellPlace | null {
  const mark = name.lastIndexOf(": ");
  if (mark > 0) return { area: name.slice(0, mark), period, name: name.slice(mark + 2) };
  return area === null || area === undefined ? null : { area: area.normalize("NFC"), period, name };
}

/**
 * What a count can be by all that is said of it; empty where tables differ.
 *
 * @param cell - The count.
 */
export function agreed({ entries }: Cell): Bounds {
  return entries.map(({ bounds }) => bounds).reduce(intersection);
}

/**
 * The one number that is printed for a count; `null` where none is, or more than one.
 *
 * @param cell - The count.
 */
export function printedCount(cell: Cell | null): { readonly value: number; readonly entry: CellEntry } | null {
  const printed = (cell?.entries ?? []).filter(({ isPrinted }) => isPrinted);
  const [entry] = printed;
  return entry === undefined || printed.some(({ bounds }) => bounds.low !== entry.bounds.low) ? null : { value: entry.bounds.low, entry };
}
