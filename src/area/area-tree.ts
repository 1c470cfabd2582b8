import { checkedList, checkedRecord, unexpected } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";

/** An administrative area. */
export interface Area {
  /** Its code: text, since leading zeros count. Areas are joined by code, never by name. */
  readonly code: string;
  /** What it is called. */
  readonly name: string;
  /** Its level in the caller's own word: `province`, `commune`, `village`; districts where the data have them. */
  readonly level: string;
  /** Code of the area that it is part of; missing or `null` for one at the top. */
  readonly parent?: string | null | undefined;
}

/** Areas with their places in one another; there may be several at the top, and any number of levels. */
export interface AreaTree {
  /** All areas, every one after the areas that are part of it; among neighbours in the order in which they were given. */
  readonly areas: readonly Area[];
  /** Code of the area that each one is part of, by its code; `null` at the top. */
  readonly parents: ReadonlyMap<string, string | null>;
  /** Codes of the areas that are directly part of each one, by its code; none for the smallest. */
  readonly children: ReadonlyMap<string, readonly string[]>;
}

const keys: ReadonlySet<keyof Area> = /* @__PURE__ */ new Set<keyof Area>(["code", "name", "level", "parent"]);

function checkedArea(value: unknown): Area {
  const { code, name, level, parent = null } = checkedRecord(value, keys, "key of an area", "invalid-area");
  if (typeof code !== "string" || code === "") throw unexpected("code", "expected a code as text", code, "invalid-area");
  if (typeof name !== "string") throw unexpected("name", "expected text", name, "invalid-area");
  if (typeof level !== "string") throw unexpected("level", "expected text", level, "invalid-area");
  if (parent !== null && typeof parent !== "string") throw unexpected("parent", "expected the code of an area as text", parent, "invalid-area");
  return { code, name, level, parent };
}

/**
 * A code for a message: ` "20194"`, or nothing where it does not look like a code of at most 40 characters.
 *
 * @param code - A code that came.
 */
export function shownCode(code: string): string {
  return /^[A-Za-z0-9][\w.-]{0,39}$/.test(code) ? ` "${code}"` : "";
}

/**
 * The error for a code that no area has.
 *
 * @param code - The code.
 * @param path - Where it stands.
 */
export function unknownArea(code: string, path: string): PovertyStandardError {
  return new PovertyStandardError("invalid-area", `expected the code of an area; none has${shownCode(code) || " this one"}`, path);
}

/**
 * Puts areas into a tree by their codes.
 *
 * @param areas - The areas, in any order.
 * @throws {@link PovertyStandardError} `invalid-area` with the path of what is wrong, for example `areas[3].parent`: an
 *   unknown key, a code that was there before, a parent that is not among the areas, areas that contain one another.
 *
 * @example
 * ```ts
 * const tree = areaTree([
 *   { code: "42", name: "Hà Tĩnh", level: "province" },
 *   { code: "18070", name: "Trần Phú", level: "commune", parent: "42" },
 * ]);
 * tree.areas.map(({ name }) => name); // => ["Trần Phú", "Hà Tĩnh"]
 * tree.children.get("42"); // => ["18070"]
 * ```
 */
export function areaTree(areas: readonly Area[]): AreaTree {
  const byCode = new Map<string, Area>();
  const given = checkedList(
    areas,
    "areas",
    (element) => {
      const area = checkedArea(element);
      if (byCode.has(area.code)) throw new PovertyStandardError("invalid-area", `expected each code once; an earlier area has${shownCode(area.code)}`, "code");
      byCode.set(area.code, area);
      return area;
    },
    "invalid-area",
  );
  const parents = new Map<string, string | null>();
  const children = new Map<string, string[]>(given.map(({ code }) => [code, []]));
  given.forEach(({ code, parent = null }, index) => {
    parents.set(code, parent);
    if (parent === null) return;
    const siblings = children.get(parent);
    if (siblings === undefined) throw unknownArea(parent, `areas[${index}].parent`);
    siblings.push(code);
  });
  const ordered = partsFirst(given.filter(({ parent }) => parent === null), byCode, children);
  if (ordered.length < given.length) throw circle(given, parents, new Set(ordered.map(({ code }) => code)));
  return { areas: ordered, parents, children };
}

/** All areas at or below the given ones, each after its parts; without recursion, since a tree may be deep. */
function partsFirst(tops: readonly Area[], byCode: ReadonlyMap<string, Area>, children: ReadonlyMap<string, readonly string[]>): Area[] {
  // A walk that comes to the last part first and to an area before its parts, read backwards.
  const open = [...tops];
  const backwards: Area[] = [];
  for (let area = open.pop(); area !== undefined; area = open.pop()) {
    backwards.push(area);
    for (const code of children.get(area.code) ?? []) open.push(byCode.get(code) as Area);
  }
  return backwards.reverse();
}

/** The error for areas that contain one another: it names the first of a circle. */
function circle(given: readonly Area[], parents: ReadonlyMap<string, string | null>, placed: ReadonlySet<string>): PovertyStandardError {
  const up = (code: unknown): unknown => parents.get(code as string);
  // What was not placed is in a circle or hangs below one: climbing long enough ends inside.
  let code = given.reduce<unknown>(up, given.find((area) => !placed.has(area.code))?.code);
  const inside = new Set<unknown>();
  for (; !inside.has(code); code = up(code)) inside.add(code);
  const index = given.findIndex((area) => inside.has(area.code));
  return new PovertyStandardError("invalid-area", "expected an area that is no part of itself", `areas[${index}].parent`);
}
