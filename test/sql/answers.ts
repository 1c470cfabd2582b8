import { columnName } from "../../src/core/column-name.js";
import { classify, householdFacts, isPovertyStandardError, memberFacts, type Classification, type Household, type Standard } from "../../src/index.js";
import { standardTables } from "../../src/law/standard.js";

/** What is said of a household that `classify` refuses, and of a row without possible classes. */
export const refused = "refused";

/**
 * The answer of the library in one line: class, possible classes, interval, and a sign for the verdict on each indicator
 * (`y`es, `n`o, `?`), or none where only their number is known.
 */
export function answerOf(classification: () => Classification, standard: Standard): string {
  try {
    const { deprived, unknown, count, class: found, possible } = classification();
    const signs = deprived === null || unknown === null ? [] : standard.indicators.map(({ id }) => (deprived.includes(id) ? "y" : unknown.includes(id) ? "?" : "n"));
    return [found ?? "-", possible.join(","), ...count, `v${signs.join("")}`].join(" ");
  } catch (error) {
    if (!isPovertyStandardError(error)) throw error;
    return refused;
  }
}

/** The answer of `classify`. */
export function answerOfFacts(household: Household, standard: Standard, on: string | null): string {
  return answerOf(() => classify(household, { standard, ...(on === null ? {} : { on }) }), standard);
}

/** An expression that gives the same line for a row of `toSql`, in every dialect; the verdicts only where there are any. */
export function answerColumn(standard: Standard, byIndicator = true): string {
  const signs = (byIndicator ? standard.indicators : []).map(({ id }) => `deprived_${columnName(id)}`).map((name) => `CASE WHEN ${name} THEN 'y' WHEN NOT ${name} THEN 'n' ELSE '?' END`);
  const verdicts = `concat(${["'v'", ...signs].join(", ")})`;
  const counts = ["deprived_at_least", "deprived_at_most"].map((name) => `CAST(${name} AS CHAR(2))`).map((text) => `trim(${text})`);
  return `CASE WHEN possible IS NULL THEN coalesce(class, '${refused}') ELSE concat_ws(' ', coalesce(class, '-'), possible, ${counts.join(", ")}, ${verdicts}) END`;
}

/** The households whose two answers are not the same, at most a few. */
export function differences(expected: readonly string[], found: readonly string[]): readonly string[] {
  const all: string[] = [];
  expected.forEach((answer, index) => {
    if (all.length < 3 && answer !== found[index]) all.push(`${index}: ${answer} | ${found[index] ?? "nothing"}`);
  });
  return found.length === expected.length ? all : [`${found.length} rows in place of ${expected.length}`, ...all];
}

/** Reads of a household only the facts that a standard reads: SQL does not look at other columns, right or wrong. */
export function readerFor(standard: Standard): (household: Household) => Household {
  const read: ReadonlySet<string> = new Set(standardTables(standard).factsOfIndicator.flat());
  const kept = (catalogue: object): ((record: object) => object) => {
    const left = Object.keys(catalogue).filter((name) => !read.has(name));
    const nothing = Object.fromEntries(left.map((name) => [name, null]));
    return left.length === 0 ? (record) => record : (record) => ({ ...record, ...nothing });
  };
  const [household, member] = [kept(householdFacts), kept(memberFacts)];
  return (record) => ({ ...household(record), members: record.members?.map(member) }) as Household;
}
