/** What a count counts. */
export type Measure = "households" | "persons";

/**
 * Words at the end of a name that say that it counts persons: `poor_people`, `người nghèo` does not, `nghèo_người` does.
 */
const personsName = /(^|[_\s-])(people|persons|người|nhân khẩu)$/iu;

/** The last letters of these words: most names end otherwise, which is cheaper to see. */
const personsEnds: readonly string[] = ["e", "s", "i", "u", "E", "S", "I", "U"];

/**
 * What some counts count, as far as their names say; `null` where they do not.
 *
 * A name that ends in `people` or `persons` (`người`, `nhân khẩu`) counts persons. Any other name counts households.
 *
 * @param names - The names of counts that are read alike.
 */
export function measureOf(names: readonly string[]): Measure | null {
  const persons = names.filter((name) => personsName.test(name)).length;
  return persons === names.length ? "persons" : persons === 0 ? "households" : null;
}

/**
 * The names that a count of households has beside one of persons: `poor` or `poor_households` beside `poor_people`,
 * `households` beside `people`.
 *
 * @param name - A name.
 * @returns No name when this one does not count persons.
 */
export function householdNamesBeside(name: string): readonly string[] {
  const found = personsEnds.includes(name.at(-1) ?? "") ? personsName.exec(name) : null;
  if (found === null) return [];
  const stem = name.slice(0, found.index);
  const joint = found[1] ?? "";
  return stem === "" ? ["households", "hộ"] : [stem, `${stem}${joint}households`, `${stem}${joint}hộ`];
}
