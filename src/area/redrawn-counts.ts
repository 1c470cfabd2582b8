import { checkedList, checkedRecord, unexpected } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";
import { shownKey } from "../core/kind-of.js";
import type { AreaSuccession } from "./area-succession.js";
import { shownCode } from "./area-tree.js";

/** Something with the code of its area, and with that on the new map where the old area was split. */
export interface LocatedRow {
  /** Code of the area, on the old map or already on the new one. */
  readonly areaCode: string;
  /** Code of the area on the new map; needed where the old area was split. */
  readonly newAreaCode?: string | null | undefined;
}

/** A row of counts on the new map: a count is `null` where it is not known of all that went into the area. */
export type RedrawnCounts<Row extends LocatedRow> = { readonly areaCode: string } & {
  readonly [Name in Exclude<keyof Row, keyof LocatedRow>]-?: number | null;
};

/** An area of the new map of which not all was given. */
export interface IncompleteArea {
  /** Which rows. */
  readonly rows: "counts" | "residents";
  /** Its code on the new map. */
  readonly areaCode: string;
  /** Codes of the old areas that went into it and have no row. */
  readonly missing: readonly string[];
}

/** Rows of counts on the new map, and the areas of which some were missing. */
interface Redrawn<Row extends LocatedRow> {
  readonly rows: readonly RedrawnCounts<Row>[];
  readonly incomplete: readonly IncompleteArea[];
}

/** What went into an area of the new map. */
interface Gathered {
  /** Place of each row in the list, by the code of its area. */
  readonly given: Map<string, number>;
  readonly counts: ReadonlyMap<string, number | null>[];
}

/**
 * Adds rows of counts up to the areas of the new map.
 *
 * @param list - Rows with a code and counts.
 * @param what - The name of the list in paths.
 * @param succession - What became of the areas.
 * @returns A row for each area that something went into, by code.
 * @throws {@link PovertyStandardError} `invalid-input` or `invalid-area` with a path like `residents[3].households`.
 */
export function redrawnCounts<Row extends LocatedRow>(list: readonly Row[], what: IncompleteArea["rows"], succession: AreaSuccession): Redrawn<Row> {
  const names = new Set<string>();
  const gathered = new Map<string, Gathered>();
  checkedList(list, what, (value, index) => {
    const row = checkedRecord(value, new Set(Object.keys(value ?? {})), "key of a row");
    const areaCode = row["areaCode"] as string;
    const to = succession.successor(areaCode, row["newAreaCode"]);
    let into = gathered.get(to);
    if (into === undefined) gathered.set(to, (into = { given: new Map(), counts: [] }));
    if (into.given.has(areaCode)) throw new PovertyStandardError("invalid-area", `expected each area once; an earlier row has${shownCode(areaCode) || " this one"}`, "areaCode");
    into.given.set(areaCode, index);
    const counts = countsOf(row);
    into.counts.push(counts);
    for (const name of counts.keys()) names.add(name);
  });

  const incomplete: IncompleteArea[] = [];
  const rows = [...gathered].sort(byCode).map(([areaCode, { given, counts }]) => {
    const missing = missingParts(areaCode, given, what, succession);
    if (missing.length > 0) incomplete.push({ rows: what, areaCode, missing });
    const values = [...names].map((name) => [name, missing.length > 0 ? null : sumOf(counts.map((each) => each.get(name) ?? null), what)]);
    return { areaCode, ...Object.fromEntries(values) } as RedrawnCounts<Row>;
  });
  return { rows, incomplete };
}

function byCode([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function countsOf(row: Readonly<Record<string, unknown>>): ReadonlyMap<string, number | null> {
  const counts = new Map<string, number | null>();
  for (const [name, value = null] of Object.entries(row)) {
    if (name === "areaCode" || name === "newAreaCode") continue;
    if (value !== null && (!Number.isSafeInteger(value) || (value as number) < 0))
      throw unexpected(shownKey(name) === `"${name}"` ? name : null, "expected a whole number, 0 or more, or null", value);
    counts.set(name, value as number | null);
  }
  return counts;
}

/** What is not known of one is not known of the sum. */
function sumOf(counts: readonly (number | null)[], what: string): number | null {
  if (counts.includes(null)) return null;
  const sum = counts.reduce<number>((total, count) => total + (count ?? 0), 0);
  if (!Number.isSafeInteger(sum)) throw new PovertyStandardError("invalid-input", "expected counts whose sum is below 2^53", what);
  return sum;
}

/**
 * The old areas that went into a new one and have no row, read from the last map back to the first. An area that a
 * redrawing brought may have a row itself in place of its parts, but not beside them.
 */
function missingParts(areaCode: string, given: ReadonlyMap<string, number>, what: string, { redrawings, created }: AreaSuccession): readonly string[] {
  // By the code of each part, that of the area above it which has a row itself; null where none has.
  let parts = new Map<string, string | null>([[areaCode, null]]);
  const covered = (code: string, whole: string | null): string | null => {
    if (!given.has(code)) return whole;
    if (whole === null) return code;
    const problem = `expected an area or what went into it, not both;${shownCode(whole) || " this one"} has a row beside its parts (one that kept its code goes to itself in the crosswalk)`;
    throw new PovertyStandardError("invalid-area", problem, `${what}[${given.get(whole) ?? 0}].areaCode`);
  };
  for (const { on, becomes, comesFrom } of [...redrawings].reverse()) {
    const before = new Map<string, string | null>();
    for (const [code, whole] of parts) {
      const isNew = created.get(code) === on;
      const under = isNew ? covered(code, whole) : whole;
      const stays = isNew || becomes.has(code) ? [] : [code];
      for (const part of [...(comesFrom.get(code) ?? []), ...stays]) before.set(part, before.get(part) === null ? null : under);
    }
    parts = before;
  }
  return [...parts].filter(([code, whole]) => covered(code, whole) === null).map(([code]) => code).sort();
}
