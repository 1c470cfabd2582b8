import { columnName } from "../../src/core/column-name.js";
import { dayInterval, dayText } from "../../src/core/plain-date.js";
import { householdFacts, memberFacts, type Household, type Member } from "../../src/index.js";
import { cell, type Columns, type SqlEngine, type Table } from "./engine.js";

/** A household as a row, with the day as of which it is read; `null` where the row has none. */
export interface SurveyRow {
  readonly household: Household;
  readonly on: string | null;
}

function typed(facts: Readonly<Record<string, { readonly type: string }>>): Columns {
  return Object.entries(facts).map(([name, { type }]) => [columnName(name), type === "birth" ? "date" : type === "enum" ? "text" : type === "number" ? "area" : "boolean"]);
}

const householdColumns: Columns = [
  ["id", "id"], ["area_code", "text"], ["residence", "text"], ["persons", "persons"], ["annual_income_vnd", "money"],
  ["monthly_income_per_person_vnd", "money"], ["reviewed_on", "date"], ["recorded_class", "text"], ...typed(householdFacts),
];
const memberColumns: Columns = [["household_id", "id"], ["born_from", "date"], ["born_to", "date"], ...typed(memberFacts)];

function householdCells({ household, on }: SurveyRow, id: number): readonly string[] {
  const facts = household as unknown as Readonly<Record<string, unknown>>;
  return [
    cell(id), ...["areaCode", "residence", "persons", "annualIncomeVnd", "monthlyIncomePerPersonVnd"].map((key) => cell(facts[key])), cell(on), cell(facts["recordedClass"]),
    ...Object.keys(householdFacts).map((name) => cell(facts[name])),
  ];
}

function memberCells(member: Member, household: number): readonly string[] {
  const interval = typeof member.bornOn === "string" ? dayInterval(member.bornOn) : null;
  const facts: Readonly<Record<string, unknown>> = { ...member, bornOn: member.bornOn?.length === 10 ? member.bornOn : null };
  return [cell(household), interval === null ? "" : dayText(interval.from), interval === null ? "" : dayText(interval.to), ...Object.keys(memberFacts).map((name) => cell(facts[name]))];
}

/** Households as the two tables that a database holds; the id of a household is its place in the list. */
export function surveyTables(rows: readonly SurveyRow[]): readonly [households: Table, members: Table] {
  return [
    { name: "households", columns: householdColumns, rows: rows.map(householdCells) },
    { name: "members", columns: memberColumns, rows: rows.flatMap(({ household }, index) => (household.members ?? []).map((member) => memberCells(member, index))) },
  ];
}

/** Puts households into the tables of an engine. */
export async function loadSurvey(engine: SqlEngine, rows: readonly SurveyRow[]): Promise<void> {
  for (const table of surveyTables(rows)) await engine.load(table);
}

/** The household as a table with full births only holds it: of a partial birth nothing is known. */
export function withFullBirths(household: Household): Household {
  return { ...household, members: (household.members ?? []).map((member) => (member.bornOn?.length === 10 ? member : { ...member, bornOn: null })) };
}
