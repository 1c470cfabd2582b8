import { householdFacts, memberFacts } from "chuan-ngheo";

/**
 * The facts that a rule reads, in the order of the catalogue.
 *
 * @param expression - The `deprivedWhen` of an indicator; `null` reads none.
 */
export function factsOf(expression) {
  const read = new Set(expression === null ? [] : namesIn(expression));
  return [...Object.keys(householdFacts), ...Object.keys(memberFacts)].filter((name) => read.has(name));
}

function namesIn(part) {
  if (Array.isArray(part)) return part.flatMap(namesIn);
  if (typeof part !== "object" || part === null) return [];
  const own = [part.fact, part.perMember, "age" in part || "bornOnOrAfter" in part ? "bornOn" : undefined].filter((name) => typeof name === "string");
  return [...own, ...Object.values(part).flatMap(namesIn)];
}

/** A fact of the catalogue by its name. */
export function factNamed(name) {
  return householdFacts[name] ?? memberFacts[name];
}

/** Whether a fact is one of a member. */
export function isOfMember(name) {
  return Object.hasOwn(memberFacts, name);
}
