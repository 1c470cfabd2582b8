import { shownKey } from "../core/kind-of.js";
import type { Keyed } from "./read-records.js";

/**
 * The record without the keys that are not known; each is told.
 *
 * @param record - The record.
 * @param known - The keys that are known.
 * @param leftOut - Is told of each other key.
 */
export function knownKeys(record: Keyed, known: ReadonlySet<string>, leftOut: (key: string) => void): Keyed {
  if (Object.keys(record).every((key) => known.has(key))) return record;
  return Object.fromEntries(
    Object.entries(record).filter(([key]) => {
      if (known.has(key)) return true;
      leftOut(shownKey(key).startsWith('"') ? key : "…");
      return false;
    }),
  );
}
