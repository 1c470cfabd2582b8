import { assess, classifyDeprivations, classifyPoints, isPovertyStandardError, povertyClasses } from "chuan-ngheo";
import { householdRecord } from "./household-record.mjs";

/**
 * What the library says of a form. Where the residence is open, both are worked out and neither is taken.
 *
 * @param form - What is typed.
 * @param standard - By which it is classified.
 * @param route - One of `routesOf(standard)`.
 * @param day - The review day.
 * @returns `results`, one for each residence that is possible (`residence`, `classification`, `record`); `possible`, the classes of
 *   all of them, poorest first; `problems` by path; `asks`: `persons` where no indicator can be told without them.
 */
export function outcome(form, standard, route, day) {
  const { record, problems } = householdRecord(form, standard, route);
  const asks = route === "facts" && record.persons === undefined ? ["persons"] : route !== "points" && form.income !== "" && form.incomeKind === "annualIncomeVnd" && record.persons === undefined ? ["persons"] : [];
  const residences = form.residence === "" ? ["rural", "urban"] : [form.residence];
  const results = residences.map((residence) => decided({ residence, ...record }, standard, route, day, problems));
  return { results, possible: povertyClasses.filter((each) => results.some(({ classification }) => classification.possible.includes(each))), problems, asks };
}

/** The classification of a record, less what the library refuses. */
function decided(record, standard, route, day, problems) {
  try {
    return { residence: record.residence, record, classification: classified(record, standard, route, day) };
  } catch (error) {
    if (!isPovertyStandardError(error) || typeof error.path !== "string") throw error;
    const [, path] = /^((?:members\[\d+\]\.)?\w+)/.exec(error.path);
    const less = without(record, path);
    if (less === null) throw error;
    problems.set(path, { kind: "refused", choices: [] });
    return decided(less, standard, route, day, problems);
  }
}

function classified(record, standard, route, day) {
  if (route === "points") return classifyPoints(record, { standard });
  if (route !== "facts") return classifyDeprivations(record, { standard });
  if (record.persons !== undefined) return assess(record, { standard, on: day });
  // Without a number of persons no indicator is told; income may still tell the class.
  const { residence, monthlyIncomePerPersonVnd } = record;
  return classifyDeprivations({ residence, monthlyIncomePerPersonVnd, deprivations: {} }, { standard });
}

function without(record, path) {
  const [, index, name] = /^members\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
  if (index !== undefined) return { ...record, members: record.members.map((member, place) => (place === Number(index) ? omitted(member, name) : member)) };
  return Object.hasOwn(record, path) && path !== "residence" ? omitted(record, path) : null;
}

function omitted(record, name) {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}
