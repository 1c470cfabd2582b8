import { appendTo } from "../core/append-to.js";
import { checkedList, checkedRecord, unexpected } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";
import { dayNumber, type Day } from "../core/plain-date.js";
import { shownCode } from "./area-tree.js";

/** One row of a crosswalk: an area, or with other rows of its day a part of it, went into another. */
export interface AreaChange {
  /** The first day of the new map. */
  readonly on: Day;
  /** Code of the old area. */
  readonly from: string;
  /** Code of the new area; that of the old one where it keeps its code. */
  readonly to: string;
}

/** All changes of one day. */
export interface Redrawing {
  /** The first day of the new map. */
  readonly on: Day;
  /** The codes of the new areas by that of the old one: one where it went whole, more where it was split. */
  readonly becomes: ReadonlyMap<string, readonly string[]>;
  /** The codes of the old areas by that of the new one. */
  readonly comesFrom: ReadonlyMap<string, readonly string[]>;
}

/** Which old areas went into which new ones. */
export interface Crosswalk {
  /** The redrawings in the order of their days. */
  readonly redrawings: readonly Redrawing[];
  /** The first day of each code that a redrawing brought, by the code. */
  readonly created: ReadonlyMap<string, Day>;
  /** The day on which there was no such area any more, by its code. */
  readonly ended: ReadonlyMap<string, Day>;
}

const keys: ReadonlySet<keyof AreaChange> = /* @__PURE__ */ new Set<keyof AreaChange>(["on", "from", "to"]);

function checkedChange(value: unknown): AreaChange {
  const { on, from, to } = checkedRecord(value, keys, "key of a change", "invalid-area");
  if (typeof on !== "string" || dayNumber(on) === null) throw unexpected("on", "expected a day, YYYY-MM-DD", on, "invalid-area");
  if (typeof from !== "string" || from === "") throw unexpected("from", "expected the code of the old area as text", from, "invalid-area");
  if (typeof to !== "string" || to === "") throw unexpected("to", "expected the code of the new area as text", to, "invalid-area");
  return { on, from, to };
}

/**
 * Records which old areas went into which new ones, so that `redraw` can restate counts on a later map.
 *
 * An old area with one row on a day went whole; with several it was split. The rows of a day happen at once, those of
 * several days one after another. An area that keeps its code while others join it, or while a part leaves it, has a
 * row to itself; areas that do not change need none. A code is not used again once its area has ended; where that was
 * done, make one crosswalk for the time before and another for the time after.
 *
 * @param changes - The rows, in any order.
 * @returns The changes by day.
 * @throws {@link PovertyStandardError} `invalid-area` with the path of what is wrong, for example `changes[3].from`: a
 *   row that was there before, an area that has ended already, an area that goes on to another on the day on which one
 *   goes into it (so that areas cannot go round in a circle), a code that is used again.
 *
 * @example
 * Kon Tum (62) went into Quảng Ngãi, which kept its code.
 * ```ts
 * const merged = crosswalk([
 *   { on: "2025-07-01", from: "51", to: "51" },
 *   { on: "2025-07-01", from: "62", to: "51" },
 * ]);
 * merged.redrawings[0].comesFrom.get("51"); // => ["51", "62"]
 * merged.ended.get("62"); // => "2025-07-01"
 * ```
 */
export function crosswalk(changes: readonly AreaChange[]): Crosswalk {
  const byDay = new Map<Day, Indexed[]>();
  checkedList(changes, "changes", checkedChange, "invalid-area").forEach((change, index) => {
    appendTo(byDay, change.on, { ...change, index });
  });
  const created = new Map<string, Day>();
  const ended = new Map<string, Day>();
  const known = new Set<string>();
  const redrawings = [...byDay.keys()].sort().map((on): Redrawing => {
    const rows = byDay.get(on) ?? [];
    const redrawing = redrawingOf(on, rows);
    checkPlaces(redrawing, rows, ended);
    // A code that was not heard of before and that no area brings along is new.
    for (const code of redrawing.comesFrom.keys()) if (!known.has(code) && !redrawing.becomes.has(code)) created.set(code, on);
    for (const code of redrawing.becomes.keys()) if (goes(redrawing, code)) ended.set(code, on);
    for (const { from, to } of rows) known.add(from).add(to);
    return redrawing;
  });
  return { redrawings, created, ended };
}

/** A change and its place in the list that was given. */
interface Indexed extends AreaChange {
  readonly index: number;
}

function redrawingOf(on: Day, rows: readonly Indexed[]): Redrawing {
  const becomes = new Map<string, string[]>();
  const comesFrom = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const { from, to, index } of rows) {
    const pair = JSON.stringify([from, to]);
    if (seen.has(pair)) throw new PovertyStandardError("invalid-area", "expected each change once; an earlier row has the same day and codes", `changes[${index}]`);
    seen.add(pair);
    appendTo(becomes, from, to);
    appendTo(comesFrom, to, from);
  }
  for (const lists of [becomes, comesFrom]) for (const codes of lists.values()) codes.sort();
  return { on, becomes, comesFrom };
}

function goes({ becomes }: Redrawing, code: string): boolean {
  return becomes.get(code)?.includes(code) === false;
}

function checkPlaces(redrawing: Redrawing, rows: readonly Indexed[], ended: ReadonlyMap<string, Day>): void {
  const refuse = (index: number, end: "from" | "to", expected: string, rest: string, code: string): PovertyStandardError =>
    new PovertyStandardError("invalid-area", `${expected};${shownCode(code) || " this one"} ${rest}`, `changes[${index}].${end}`);
  for (const { from, to, index } of rows) {
    const fromEnded = ended.get(from);
    const toEnded = ended.get(to);
    if (fromEnded !== undefined) throw refuse(index, "from", "expected an area that there still is", `ended on ${fromEnded}`, from);
    if (toEnded !== undefined) throw refuse(index, "to", "expected a code that is not used again", `ended on ${toEnded}`, to);
    if (goes(redrawing, to)) throw refuse(index, "to", "expected an area of the new map", "goes into another on the same day", to);
  }
}
