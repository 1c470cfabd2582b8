import type { Claims, PrintedShare } from "../../src/audit/claims.js";

/** Random tables that were printed honestly, and misprints of them. The same seed gives the same tables everywhere. */

/** A number from 0 up to, but not including, `below`. */
export type Random = (below: number) => number;

/** Numbers that look random (mulberry32). */
export function randomNumbers(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** A number from `low` to `high`, of every length alike. */
export function ofAnyLength(random: Random, low: number, high: number): number {
  const fraction = random(1 << 20) / (1 << 20);
  return Math.min(high, Math.floor(low * (high / low) ** fraction));
}

/** The percentage of a part of a whole, below a thousand million, as an honest printer rounds it; exact halves go as told. */
export function printedPercent(part: number, whole: number, decimals: number, halves: "up" | "down"): string {
  const twice = 2 * whole;
  const raised = 200 * 10 ** decimals * part + whole;
  const rest = raised % twice;
  const up = (raised - rest) / twice;
  return withDecimals(String(rest === 0 && halves === "down" ? up - 1 : up), decimals);
}

/** Digits with a point before the last so many. */
export function withDecimals(digits: string, decimals: number): string {
  const padded = digits.padStart(decimals + 1, "0");
  return decimals === 0 ? padded : `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
}

/** A table in the making. */
interface Draft {
  readonly values: Record<string, number>;
  readonly shares: PrintedShare[];
  readonly sums: { total: string; parts: string[] }[];
  readonly balances: { closing: string; terms: [sign: 1 | -1, name: string][]; complete?: boolean }[];
  readonly rateSums: { total: number; terms: number[] }[];
}

const halvesOf = (random: Random): "up" | "down" => (random(2) === 0 ? "up" : "down");

/** A whole in parts that add up to it or leave something over. */
function partsOf(random: Random, whole: number, count: number): number[] {
  let left = whole;
  return Array.from({ length: count }, () => {
    const part = random(4) === 0 ? 0 : random(left + 1);
    left -= part;
    return part;
  });
}

/** Wholes of which many parts are exactly half a unit away from a percentage. */
const wholesOfHalves = [8, 16, 40, 64, 80, 200, 400, 800, 2_000, 20_000];

/** Nothing, few, those that meet exact halves, or as many as a country has. */
function someWhole(random: Random): number {
  if (random(20) === 0) return 0;
  return [() => 1 + random(400), () => wholesOfHalves[random(wholesOfHalves.length)]!, () => ofAnyLength(random, 1, 30_000_000)][random(3)]!();
}

/** Parts of one whole with their percentages, their sum and its percentage, and the sum of percentages. */
function addGroup(draft: Draft, random: Random, group: number): void {
  const whole = someWhole(random);
  const wholeName = `whole${group}`;
  const parts = partsOf(random, whole, 1 + random(4));
  const names = parts.map((_, index) => `part${group}-${index}`);
  const readings = random(6) === 0 ? 2 : 1;
  const meant = random(readings);
  const halves = halvesOf(random);
  const share = (name: string, count: number): PrintedShare => {
    const decimals = random(4);
    // 0 of 0 has no percentage: whatever is printed claims nothing.
    const printed = whole === 0 ? withDecimals(String(random(2)), decimals) : printedPercent(count, whole, decimals, halves);
    if (readings === 1) return { part: name, whole: wholeName, printed };
    const other = `${name}-other`;
    draft.values[other] = random(2) === 0 ? count : random(2 * count + 2);
    return { part: meant === 0 ? [name, other] : [other, name], whole: wholeName, printed };
  };
  names.forEach((name, index) => (draft.values[name] = parts[index]!));
  // Of nothing there is no unprinted whole: it is at least 1.
  if (whole === 0 || random(2) === 0) draft.values[wholeName] = whole;
  const first = draft.shares.length;
  names.forEach((name, index) => draft.shares.push(share(name, parts[index]!)));
  if (random(3) > 0) {
    const total = parts.reduce((sum, part) => sum + part);
    const totalName = `total${group}`;
    draft.values[totalName] = total;
    draft.sums.push({ total: totalName, parts: names });
    draft.shares.push(share(totalName, total));
    if (whole > 0) draft.rateSums.push({ total: first + names.length, terms: names.map((_, index) => first + index) });
  }
}

function addBalance(draft: Draft, random: Random, index: number): void {
  const opening = random(2_000_000);
  const escaped = random(opening + 1);
  const joined = random(50_000);
  const name = (text: string): string => `${text}${index}`;
  const complete = random(3) > 0;
  Object.assign(draft.values, {
    [name("opening")]: opening, [name("escaped")]: escaped, [name("joined")]: joined,
    [name("closing")]: complete ? opening - escaped + joined : random(2_000_000),
  });
  draft.balances.push({
    closing: name("closing"),
    terms: [[1, name("opening")], [-1, name("escaped")], [1, name("joined")]],
    ...(complete && random(2) === 0 ? {} : { complete }),
  });
}

/** A table of one or two wholes and a balance, rounded honestly: nothing in it can be found false. */
export function honestTable(random: Random): Claims {
  const draft: Draft = { values: {}, shares: [], sums: [], balances: [], rateSums: [] };
  for (let group = random(4) === 0 ? 1 : 0; group >= 0; group--) addGroup(draft, random, group);
  if (random(4) === 0) addBalance(draft, random, 0);
  return draft;
}

/** A number of a table: a count by its name or a percentage by its place. */
export type Place = string | number;

/** Every number of a table. */
export function placesOf({ values, shares }: Claims): readonly Place[] {
  return [...Object.keys(values), ...(shares ?? []).keys()];
}

/** A number of a table as text. */
export function textAt({ values, shares }: Claims, place: Place): string {
  return typeof place === "string" ? String(values[place]) : shares![place]!.printed;
}

/** The table with another number. */
export function withText(claims: Claims, place: Place, text: string): Claims {
  if (typeof place === "string") return { ...claims, values: { ...claims.values, [place]: Number(text) } };
  return { ...claims, shares: claims.shares!.map((share, index) => (index === place ? { ...share, printed: text } : share)) };
}

/** The path of a number in findings and repairs. */
export function pathOf(place: Place): string {
  return typeof place === "string" ? `values.${place}` : `shares[${place}].printed`;
}

/** Where a number has its digits. */
export function digitsOf(text: string): readonly number[] {
  return Array.from(text, (letter, index) => (letter === "." ? -1 : index)).filter((index) => index >= 0);
}

/** A text with one digit replaced by another. */
export function withAnotherDigit(random: Random, text: string): string {
  const digits = digitsOf(text);
  const index = digits[random(digits.length)]!;
  const digit = (Number(text[index]) + 1 + random(9)) % 10;
  return `${text.slice(0, index)}${digit}${text.slice(index + 1)}`;
}
