import { sentence } from "../audit-text.js";
import type { CheckedTable } from "../checked-table.js";
import type { Finding } from "../claims.js";
import { finite } from "../implied-total.js";
import { amountAt, commonWhole } from "../share-check.js";
import type { Bounds } from "../rounding.js";

/**
 * Wholes of parts that must add up to the whole: where a count is the sum of parts, and each of them is a share of its own
 * whole, these wholes must add up too (urban and rural households to all households).
 *
 * @param checked - The table with its checks.
 */
export function wholeSums({ table, checks }: CheckedTable): readonly Finding[] {
  const [first] = table.shares;
  if (table.additions.length === 0 || table.shares.every(({ wholeName }) => wholeName === first?.wholeName)) return [];
  const wholes = new Map<string, Bounds>();
  for (const check of checks) {
    if (check.kind !== "shares" || check.readings > 1) continue;
    const printed = check.whole === null ? null : amountAt(table.numbers, check.whole);
    wholes.set(check.wholeName, printed === null ? commonWhole(check, 0, table.numbers) : { low: printed, high: printed });
  }
  const wholesOfPart = new Map<number, string>();
  const claimsOfPart = new Map<number, string>();
  for (const { readings, wholeName, path } of table.shares) {
    const [part] = readings;
    if (part === undefined || readings.length > 1 || wholesOfPart.has(part)) continue;
    wholesOfPart.set(part, wholeName);
    claimsOfPart.set(part, path);
  }
  const told = new Set<string>();
  return table.additions.flatMap(({ kind, path, total, terms }): Finding[] => {
    if (kind !== "sum") return [];
    const places = [total, ...terms.map(({ place }) => place)];
    const names = places.map((place) => wholesOfPart.get(place));
    if (!names.every((name) => name !== undefined) || new Set(names).size < names.length) return [];
    const [whole, ...parts] = names.map((name) => ({ name, bounds: wholes.get(name) }));
    if (whole?.bounds === undefined) return [];
    const bounds = { low: 0, high: 0 };
    for (const part of parts) {
      if (part.bounds === undefined || part.bounds.low > part.bounds.high) return [];
      bounds.low += part.bounds.low;
      bounds.high += part.bounds.high;
    }
    if (whole.bounds.low > whole.bounds.high || (bounds.low <= whole.bounds.high && bounds.high >= whole.bounds.low)) return [];
    const key = JSON.stringify(names);
    if (told.has(key)) return [];
    told.add(key);
    const [wholeBounds, partNames] = [whole.bounds, parts.map(({ name }) => name)];
    return [{
      code: "wholes-do-not-add",
      severity: "warning",
      claims: [path, ...places.map((place) => claimsOfPart.get(place) ?? "")],
      computed: [bounds.low, finite(bounds)],
      ...sentence(
        ({ range, names: list }) => `${list(partNames)} cộng lại là ${range(bounds)}, không thể bằng ${whole.name} (${range(wholeBounds)}).`,
        ({ range, names: list }) => `${list(partNames)} add up to ${bounds.low === bounds.high ? "" : "a number "}${range(bounds)}, which cannot be ${whole.name} (${range(wholeBounds)}).`,
      ),
    }];
  });
}
