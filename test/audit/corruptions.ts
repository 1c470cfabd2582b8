import type { Claims, PrintedShare } from "../../src/audit/claims.js";
import { digitsOf, ofAnyLength, placesOf, printedPercent, textAt, withAnotherDigit, withText, type Place, type Random } from "./random-tables.js";

/** Consistent tables shaped like published ones, and single misprints of them. */

const decimalsOf = (random: Random): number => [2, 2, 2, 2, 1, 1][random(6)]!;

/** A part of a whole such as poor households are: from one in two hundred to one in three. */
const somePart = (random: Random, whole: number): number => Math.max(1, Math.floor((whole * ofAnyLength(random, 5, 330)) / 1_000));

/** A news report: two to six counts with their percentages of a printed or unprinted whole, and the sum of two of them. */
export function newsTable(random: Random): Claims {
  const whole = ofAnyLength(random, 2_000, 28_000_000);
  const decimals = decimalsOf(random);
  const [poor, near] = [somePart(random, whole), somePart(random, whole)];
  const values: Record<string, number> = { poor, near };
  const shares: PrintedShare[] = [];
  const printed = (part: string, wholeName: string, of: number): void => {
    shares.push({ part, whole: wholeName, printed: printedPercent(values[part]!, of, decimals, "up") });
  };
  printed("poor", "households", whole);
  printed("near", "households", whole);
  const hasSum = random(3) > 0;
  if (hasSum) {
    values["multi"] = poor + near;
    if (random(2) === 0) printed("multi", "households", whole);
  }
  if (random(2) === 0) values["households"] = whole;
  if (random(2) === 0) {
    values["poor_minority"] = random(poor + 1);
    printed("poor_minority", "poor", poor);
  }
  if (random(4) === 0) {
    values["near_minority"] = random(near + 1);
    printed("near_minority", "near", near);
  }
  return { values, shares, sums: hasSum ? [{ total: "multi", parts: ["poor", "near"] }] : [] };
}

/** A form: rows of households, poor and near-poor households with their percentages, and a row of totals. */
export function formTable(random: Random, rows = 5 + random(16)): Claims {
  const values: Record<string, number> = {};
  const shares: PrintedShare[] = [];
  const decimals = decimalsOf(random);
  const columns = ["households", "poor", "near"];
  const names = Array.from({ length: rows }, (_, row) => `row${row}`);
  const totals = { households: 0, poor: 0, near: 0 };
  for (const name of names) {
    const households = ofAnyLength(random, 400, 60_000);
    const row = { households, poor: somePart(random, households), near: somePart(random, households) };
    for (const column of ["households", "poor", "near"] as const) {
      values[`${name}_${column}`] = row[column];
      totals[column] += row[column];
    }
  }
  Object.assign(values, { total_households: totals.households, total_poor: totals.poor, total_near: totals.near });
  for (const name of [...names, "total"]) {
    for (const column of ["poor", "near"]) {
      const [part, whole] = [`${name}_${column}`, `${name}_households`];
      shares.push({ part, whole, printed: printedPercent(values[part]!, values[whole]!, decimals, "up") });
    }
  }
  const sums = columns.map((column) => ({ total: `total_${column}`, parts: names.map((name) => `${name}_${column}`) }));
  return { values, shares, sums };
}

/** How a number is misprinted. */
type Misprint = "digit" | "swap" | "zero-added" | "zero-dropped";

const misprints: readonly Misprint[] = ["digit", "swap", "zero-added", "zero-dropped"];

/** A table with one number misprinted. */
export interface Misprinted {
  readonly claims: Claims;
  readonly place: Place;
  /** The number as it was. */
  readonly truth: string;
  readonly misprint: Misprint;
}

const isPrintable = (text: string, place: Place): boolean =>
  (typeof place === "string" ? /^(0|[1-9]\d*)$/ : /^(0|[1-9]\d*)(\.\d+)?$/).test(text) && text.replace(".", "").length <= 15;

function misprinted(random: Random, text: string, misprint: Misprint): string {
  const places = digitsOf(text);
  if (misprint === "digit") return withAnotherDigit(random, text);
  if (misprint === "zero-added") {
    const place = random(text.length + 1);
    return `${text.slice(0, place)}0${text.slice(place)}`;
  }
  if (misprint === "zero-dropped") {
    const zeros = places.filter((place) => text[place] === "0");
    const place = zeros[random(Math.max(1, zeros.length))];
    return place === undefined ? text : text.slice(0, place) + text.slice(place + 1);
  }
  const index = random(Math.max(1, places.length - 1));
  const [one, next] = [places[index]!, places[index + 1]];
  if (next === undefined) return text;
  return text.slice(0, one) + text[next]! + text.slice(one + 1, next) + text[one]! + text.slice(next + 1);
}

/** A table with one number misprinted in some way that leaves it a number, and another one. */
export function withMisprint(random: Random, claims: Claims): Misprinted {
  const places = placesOf(claims);
  for (;;) {
    const place = places[random(places.length)]!;
    const misprint = misprints[random(misprints.length)]!;
    const truth = textAt(claims, place);
    const text = misprinted(random, truth, misprint);
    if (text !== truth && isPrintable(text, place)) return { claims: withText(claims, place, text), place, truth, misprint };
  }
}
