import { PovertyStandardError } from "../core/errors.js";
import { addedMovements, type AreaMovements } from "./movement-row.js";

/** Areas in one another, as `areaTree` gives them. */
export interface AreasWithParts {
  /** The areas, every one after those that are part of it. */
  readonly areas: readonly { readonly code: string }[];
  /** Codes of the areas that are directly part of each one. */
  readonly children: ReadonlyMap<string, readonly string[]>;
}

/**
 * The movements of areas with all their parts: counts are added.
 *
 * A household that went from one part of an area to another stays an other decrease and an other increase of the whole,
 * as in a table that is added up from those of the communes. For movements of the whole alone, tabulate households by
 * its code.
 *
 * @param rows - From `tabulateMovements`, areas of any level.
 * @param tree - From `areaTree`; districts where it has them.
 * @returns A row for every area of the tree, parents after their parts; zeros for one of which no household came.
 * @throws {@link PovertyStandardError} with a path like `rows[3].areaCode`: `invalid-area` for a code that no area has,
 *   or none; `invalid-input` for an area that has a row already.
 *
 * @example
 * ```ts
 * const tree = areaTree([
 *   { code: "42", name: "Hà Tĩnh", level: "province" },
 *   { code: "18070", name: "Trần Phú", level: "commune", parent: "42" },
 *   { code: "18073", name: "Nam Hà", level: "commune", parent: "42" },
 * ]);
 * const poor = (on: string, areaCode: string) => ({ on, areaCode, class: "poor", persons: 3 }) as const;
 * const rows = tabulateMovements([
 *   { before: poor("2023-12-14", "18070"), after: null },
 *   { before: poor("2023-12-14", "18073"), after: poor("2024-12-14", "18073") },
 * ]);
 * const opening = rollUpMovements(rows, tree).map(({ areaCode, form2 }) => [areaCode, form2.households.columns[1], form2.open]);
 * opening; // => [["18070", 1, true], ["18073", 1, false], ["42", 2, true]]
 * ```
 */
export function rollUpMovements(rows: readonly AreaMovements[], { areas, children }: AreasWithParts): readonly AreaMovements[] {
  const own = new Map<string | null, AreaMovements>();
  rows.forEach((row, index) => {
    const { areaCode } = row;
    const path = `rows[${index}].areaCode`;
    if (areaCode === null || !children.has(areaCode)) throw new PovertyStandardError("invalid-area", "expected the code of an area; none has this one", path);
    if (own.has(areaCode)) throw new PovertyStandardError("invalid-input", "expected each area once; an earlier row has this code", path);
    own.set(areaCode, row);
  });
  const totals = new Map<string, AreaMovements>();
  return areas.map(({ code }) => {
    const parts = [own.get(code), ...(children.get(code) ?? []).map((part) => totals.get(part))];
    const total = addedMovements(code, parts.filter((part) => part !== undefined));
    totals.set(code, total);
    return total;
  });
}
