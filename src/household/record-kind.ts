import { isGiven } from "../core/is-given.js";
import { householdFacts } from "../law/facts.js";
import type { RecordKind } from "./check.js";

const factKeys: readonly string[] = ["members", "persons", ...Object.keys(householdFacts)];
const flagKeys: readonly string[] = ["deprivations", "deprivationCount"];
const pointKeys: readonly string[] = ["pointsA", "pointsB"];

/** What a record must hold for its kind to be told. */
export const kindsExpected = "expected one kind of record: members or persons (facts), deprivations or deprivationCount, or pointsA and pointsB";

/**
 * What a record is of: facts, recorded deprivations or points; `null` where nothing tells.
 *
 * Values tell first; a key that is there but empty tells only where no value does. A number of deprivations beside
 * points A, also where these are empty and no income is given, belongs to the points. That a record holds no values of
 * two kinds is left to the checker of its kind.
 *
 * @param record - The record.
 */
export function recordKind(record: Readonly<Record<string, unknown>>): RecordKind | null {
  const given = (key: string): boolean => isGiven(record[key]);
  const present = (key: string): boolean => Object.hasOwn(record, key);
  if (pointKeys.some(given)) return "points";
  if (flagKeys.some(given)) {
    const income = given("annualIncomeVnd") || given("monthlyIncomePerPersonVnd");
    return present("pointsA") && !given("deprivations") && !income ? "points" : "deprivations";
  }
  if (factKeys.some((key) => key !== "persons" && given(key))) return "facts";
  if (pointKeys.some(present)) return "points";
  if (flagKeys.some(present)) return "deprivations";
  return factKeys.some(present) ? "facts" : null;
}
