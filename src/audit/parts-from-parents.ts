import { appendTo } from "../core/append-to.js";
import { unexpected } from "../core/checked-record.js";

/**
 * The parts of each area, from the area that each one is part of.
 *
 * @param parents - By area; `null` for one that is part of none.
 * @returns In the order of `parents`; names in Unicode's composed form (NFC).
 * @throws {@link PovertyStandardError} `invalid-input` when it is no such map.
 */
export function partsFromParents(parents: ReadonlyMap<string, string | null>): ReadonlyMap<string, readonly string[]> {
  const given: unknown = parents;
  if (!(given instanceof Map)) throw unexpected("parents", "expected a Map from each area to the one it is part of", given);
  const parts = new Map<string, string[]>();
  for (const [part, whole] of given as ReadonlyMap<unknown, unknown>) {
    if (typeof part !== "string") throw unexpected("parents", "expected areas as text", part);
    if (whole === null) continue;
    if (typeof whole !== "string") throw unexpected("parents", "expected areas as text, or null", whole);
    appendTo(parts, whole.normalize("NFC"), part.normalize("NFC"));
  }
  return parts;
}
