import { appendTo } from "../../core/append-to.js";
import { editDistance } from "../../core/nearest-name.js";
import { sentence } from "../audit-text.js";
import type { ClaimTable } from "../claim-table.js";
import type { Finding } from "../claims.js";

/** So near a name is likely the same one misspelt. */
const nearDistance = 2;

/**
 * Wholes without a value whose name is nearly that of a printed count: a misspelt name would turn a check into none.
 * Names with other digits are other names, not misspelt ones: the codes of areas differ by little.
 *
 * @param table - The table.
 */
export function nearNames({ names, shares }: ClaimTable): readonly Finding[] {
  const unprinted = new Map<string, string[]>();
  for (const { whole, wholeName, path } of shares) {
    if (whole === null) appendTo(unprinted, wholeName, path);
  }
  if (unprinted.size === 0) return [];
  const among = namesBeside(names, unprinted.size);
  return Array.from(unprinted).flatMap(([wholeName, claims]) =>
    among(wholeName).filter((name) => isNear(name, wholeName)).map((name): Finding => ({
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

/** Where many totals are not printed, as in a form of many areas, only names with the same digits are looked at. */
function namesBeside(names: readonly string[], wholes: number): (wholeName: string) => readonly string[] {
  if (wholes < 16) return () => names;
  const byDigits = new Map<string, string[]>();
  for (const name of names) appendTo(byDigits, digitsOf(name), name);
  return (wholeName) => byDigits.get(digitsOf(wholeName)) ?? [];
}

function digitsOf(name: string): string {
  return name.replace(/\P{N}+/gu, " ");
}

function isNear(name: string, other: string): boolean {
  if (Math.abs(name.length - other.length) > nearDistance || !sharesAStretch(name, other)) return false;
  return digitsOf(name) === digitsOf(other) && editDistance(name, other) <= nearDistance;
}

/** Two edits leave one of three stretches of a name as it was; this is cheaper than to count the edits of every pair. */
function sharesAStretch(name: string, other: string): boolean {
  const stretch = Math.floor(name.length / 3);
  const middle = name.slice(stretch, 2 * stretch);
  return other.startsWith(name.slice(0, stretch)) || other.endsWith(name.slice(name.length - stretch)) || other.includes(middle);
}
