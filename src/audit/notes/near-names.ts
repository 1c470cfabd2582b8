import { editDistance } from "../../core/nearest-name.js";
import { sentence } from "../audit-text.js";
import type { ClaimTable } from "../claim-table.js";
import type { Finding } from "../claims.js";

/** So near a name is likely the same one misspelt. */
const nearDistance = 2;

/**
 * Wholes without a value whose name is nearly that of a printed count: a misspelt name would turn a check into none.
 *
 * @param table - The table.
 */
export function nearNames({ names, shares }: ClaimTable): readonly Finding[] {
  const unprinted = new Map<string, string[]>();
  for (const { whole, wholeName, path } of shares) {
    if (whole !== null) continue;
    const paths = unprinted.get(wholeName);
    if (paths === undefined) unprinted.set(wholeName, [path]);
    else paths.push(path);
  }
  return Array.from(unprinted).flatMap(([wholeName, claims]) =>
    names.filter((name) => isNear(name, wholeName)).map((name): Finding => ({
      code: "name-nearly-printed",
      severity: "warning",
      claims,
      computed: null,
      ...sentence(
        () => `${wholeName} không có giá trị, nhưng tên gần giống ${name}: có thể gõ nhầm tên.`,
        () => `${wholeName} has no value, but its name is nearly ${name}: it may be misspelt.`,
      ),
    })),
  );
}

function isNear(name: string, other: string): boolean {
  return Math.abs(name.length - other.length) <= nearDistance && editDistance(name, other) <= nearDistance;
}
