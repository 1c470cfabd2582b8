/** So many members are listed one by one; of more persons nothing is recorded. */
export const mostListed = 30;

/** A form in which everything is open; what is typed stays text, and `""` is not known. */
export function emptyForm() {
  return { residence: "", incomeKind: "monthlyIncomePerPersonVnd", income: "", persons: "", facts: {}, members: [], flags: {}, least: "", most: "", pointsA: "", pointsB: "" };
}

/** A household to try: three persons, exactly on the line of 2022–2025, with much that nobody asked. */
export function exampleForm() {
  return {
    ...emptyForm(),
    residence: "rural", incomeKind: "annualIncomeVnd", income: "54000000", persons: "3",
    facts: { waterSource: "surface-water", toiletType: "open-pit" },
    members: [{ bornOn: "1985-02-01", hasHealthInsurance: "true" }, { bornOn: "1988", hasHealthInsurance: "false" }, { bornOn: "2016-05" }],
  };
}

/**
 * How the deprivations of a household can be recorded under a standard, the first one first shown.
 *
 * @param standard - Thresholds that it does not hold leave recorded flags and counts; a points route adds points.
 * @returns `facts`, `flags`, `count`, `points`; `income` alone where the standard has no indicators.
 */
export function routesOf({ indicators, points }) {
  if (indicators.length === 0) return ["income"];
  const hasThresholds = indicators.some(({ deprivedWhen }) => deprivedWhen !== null);
  return [...(hasThresholds ? ["facts"] : []), "flags", "count", ...(points === null ? [] : ["points"])];
}
