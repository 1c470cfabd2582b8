import { PovertyStandardError } from "../../core/errors.js";
import { checkedList, unexpected } from "../../core/checked-record.js";
import { shownCode, type AreaTree } from "../area-tree.js";
import type { FormRow } from "./form-table.js";

/** An area as a form lists it. */
export type FormPlace = Pick<FormRow, "areaCode" | "name" | "level" | "depth" | "isParent">;

/**
 * The areas in the order of a form: each before its parts, and those as they were given.
 *
 * @param tree - The areas.
 */
export function formPlaces({ areas, parents, children }: AreaTree): readonly FormPlace[] {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const depths = new Map<string, number>();
  const places: FormPlace[] = [];
  // Without recursion, since a tree may be deep.
  const open = areas.filter(({ code }) => parents.get(code) === null).reverse();
  for (let area = open.pop(); area !== undefined; area = open.pop()) {
    const { code, name, level, parent = null } = area;
    const depth = parent === null ? 0 : (depths.get(parent) ?? 0) + 1;
    depths.set(code, depth);
    const parts = children.get(code) ?? [];
    places.push({ areaCode: code, name, level, depth, isParent: parts.length > 0 });
    for (const part of [...parts].reverse()) {
      const found = byCode.get(part);
      if (found !== undefined) open.push(found);
    }
  }
  return places;
}

/**
 * The rows of a table by their areas: one for every area, no other.
 *
 * @param tree - The areas.
 * @param rows - What came.
 * @param name - The name of the rows in paths.
 * @param maker - The function that makes them, for the message.
 * @throws {@link PovertyStandardError} `invalid-area` for a code that no area has, `invalid-input` for a row that comes
 *   twice or is missing.
 */
export function rowsByArea<Row extends { readonly areaCode: string | null }>(
  tree: AreaTree,
  rows: readonly Row[],
  name: string,
  maker: string,
): ReadonlyMap<string, Row> {
  const byArea = new Map<string, Row>();
  checkedList(rows, name, (element) => {
    if (typeof element !== "object" || element === null) throw unexpected(null, `expected a row of ${maker}`, element);
    const row = element as Row;
    if (row.areaCode === null || !tree.parents.has(row.areaCode)) throw new PovertyStandardError("invalid-area", "expected the code of an area; none has this one", "areaCode");
    if (byArea.has(row.areaCode)) throw new PovertyStandardError("invalid-input", "expected each area once; an earlier row has this code", "areaCode");
    byArea.set(row.areaCode, row);
  });
  const missing = tree.areas.find(({ code }) => !byArea.has(code));
  if (missing !== undefined) throw new PovertyStandardError("invalid-input", `expected a row for every area, as ${maker} gives them; none is for the area${shownCode(missing.code) || " of some code"}`, name);
  return byArea;
}
