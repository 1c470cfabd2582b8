import { standards, type Household, type Standard } from "../../src/index.js";
import { standardTables } from "../../src/law/standard.js";
import { toSql, type ToSqlOptions } from "../../src/sql.js";
import { bacNinh, hoChiMinhCity } from "../fixtures/local-standards.js";
import { answerOfFacts, differences, readerFor } from "./answers.js";
import { answersOf, type SqlEngine } from "./engine.js";
import type { SurveyPair } from "./random-survey.js";
import { withFullBirths } from "./survey-tables.js";

const born = { members: { bornFrom: "born_from", bornTo: "born_to" } } as const;
const reviewed = { households: { reviewedOn: "reviewed_on" } } as const;

/** A standard, and how the day and the births of the tables are read. */
export interface Manner {
  readonly standard: Standard;
  readonly why: string;
  readonly options: Pick<ToSqlOptions, "on" | "columns">;
  /** The household as such tables hold it. */
  readonly record: (household: Household) => Household;
}

const manners: readonly Omit<Manner, "standard">[] = [
  { why: "one day for all, full births", options: { on: "2024-02-29" }, record: (household) => withFullBirths({ ...household, reviewedOn: null }) },
  { why: "one day for all, births between two days", options: { on: "2023-12-14", columns: born }, record: (household) => ({ ...household, reviewedOn: null }) },
  { why: "a day for each row, full births", options: { columns: reviewed }, record: withFullBirths },
  { why: "a day for each row or else one, births between two days", options: { on: "2025-02-28", columns: { ...born, ...reviewed } }, record: (household) => household },
];

/** All standards in the manners in which they can differ: where no birth is read, days and births matter little. */
export const standardsInManners: readonly Manner[] = [...standards, bacNinh, hoChiMinhCity].flatMap((standard) => {
  const readsBirths = standardTables(standard).factsOfIndicator.flat().includes("bornOn");
  const isNational = standards.includes(standard);
  return manners.filter((_, index) => index === 0 || (isNational && (readsBirths || index === 3))).map((manner) => ({ ...manner, standard }));
});

/** The answers of `classify` for households as tables hold them. */
export function expectedAnswers(pairs: readonly SurveyPair[], { standard, options, record }: Manner): readonly string[] {
  const read = readerFor(standard);
  return pairs.map((pair) => answerOfFacts(read(record(pair.record)), standard, options.on ?? null));
}

/** The households of an engine of which it says something else; none. */
export async function differencesOnSurvey(engine: SqlEngine, expected: readonly string[], { standard, options }: Manner): Promise<readonly string[]> {
  return differences(expected, await answersOf(engine, toSql(standard, { dialect: engine.dialect, ...options }), standard));
}
