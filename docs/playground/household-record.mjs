import { factNamed } from "./facts-of.mjs";
import { mostListed } from "./household-form-data.mjs";
import { dataNumber, readAmount } from "./read-amount.mjs";
import { readDay } from "./written-day.mjs";

/**
 * The record that the library is given: what is typed and can be read. What cannot be read is left open, and named.
 *
 * @param form - What is typed.
 * @param standard - By which it is classified.
 * @param route - One of `routesOf(standard)`.
 * @returns `record` without residence, and `problems`: for each path what is asked for, `choices` where a number can be two.
 */
export function householdRecord(form, standard, route) {
  const problems = new Map();
  const read = (path, text, kind) => {
    if (text === undefined || text.trim() === "") return undefined;
    const value = readers[kind](text);
    if (value !== null && !Array.isArray(value)) return value;
    problems.set(path, { kind, choices: value ?? [] });
    return undefined;
  };
  const persons = read("persons", form.persons, "persons");
  const known = (record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
  if (route === "points") return { record: known({ pointsA: read("pointsA", form.pointsA, "points"), pointsB: read("pointsB", form.pointsB, "points") }), problems };

  const amount = read(form.incomeKind, form.income, "money");
  // A household's income is one per person only where the number of persons is known.
  const income = form.incomeKind === "annualIncomeVnd" && persons === undefined ? undefined : amount;
  const means = known({ persons, [form.incomeKind]: income });
  if (route === "income") return { record: { ...means, deprivations: {} }, problems };
  if (route === "flags") {
    const flags = standard.indicators.map(({ id }) => [id, read(`deprivations.${id}`, form.flags[id], "boolean")]);
    return { record: { ...means, deprivations: known(Object.fromEntries(flags)) }, problems };
  }
  if (route === "count") {
    const least = read("deprivationCount", form.least, "whole") ?? 0;
    const most = read("deprivationCount", form.most, "whole") ?? standard.indicators.length;
    return { record: { ...means, deprivationCount: least === most ? least : [least, most] }, problems };
  }
  const factsAt = (path, typed) => known(Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, read(`${path}${name}`, text, factNamed(name).type)])));
  const listed = Array.from({ length: Math.min(persons ?? 0, mostListed) }, (_, index) => factsAt(`members[${index}].`, form.members[index] ?? {}));
  return { record: { ...means, ...factsAt("", form.facts), members: listed }, problems };
}

/** What each kind of field is read as: a value, `null` for none, or a list where it can be two. */
const readers = {
  boolean: (text) => text === "true",
  enum: (text) => text,
  birth: readDay,
  money: (text) => amountOf(text, () => true),
  number: (text) => amountOf(text, (value) => !value.startsWith("-")),
  points: (text) => amountOf(text, (value) => /^\d+(?:\.\d+)?$/.test(value)),
  persons: (text) => amountOf(text, (value) => /^[1-9]\d{0,5}$/.test(value)),
  whole: (text) => amountOf(text, (value) => /^\d{1,6}$/.test(value)),
};

function amountOf(text, isFit) {
  const { value, choices } = readAmount(text);
  if (choices !== undefined) return choices;
  return value !== undefined && isFit(value) ? dataNumber(value) : null;
}
