import { compareExactly, exactAmount } from "../core/exact-amount.js";
import { FALSE, kleeneAnd, kleeneAtLeast, kleeneNot, kleeneOr, TRUE, UNKNOWN, type Kleene } from "../core/kleene.js";
import { dayInterval, type DayNumber } from "../core/plain-date.js";
import { birthTest, factsOf, holds, householdFactNames, memberFactNames, partsOf, type Expression } from "../law/expression.js";
import type { FactName } from "../law/facts.js";
import type { Indicator } from "../law/standard.js";
import { countRule, truthOfCount } from "./evaluate.js";
import type { Household } from "./types.js";

/** A fact that a verdict rests on. */
export interface EvidenceFact {
  /** Its name in the catalogue. */
  readonly fact: FactName;
  /** Place of the member among `members`, from 0; `null` for a fact of the household. */
  readonly member: number | null;
  /** What was recorded. */
  readonly value: unknown;
}

type Facts = Readonly<Record<string, unknown>>;

/** One level of facts: the household, or one of its members (`-1`: a person who is not listed). */
interface Place {
  readonly household: Household;
  readonly on: DayNumber;
  readonly persons: number;
  readonly member: number | null;
}

/**
 * The truth value of an expression, read straight from the record: the reference for every faster interpreter, and the
 * walk that finds evidence.
 *
 * @param expression - Of an indicator.
 * @param household - After the check.
 * @param on - The review day.
 */
export function truthOf(expression: Expression, household: Household, on: DayNumber): Kleene {
  return truthAt(expression, placeOf(household, on));
}

function placeOf(household: Household, on: DayNumber): Place {
  return { household, on, persons: household.persons ?? household.members?.length ?? 0, member: null };
}

/** The listed members, and one more for all who are not listed. */
function membersAt(place: Place): readonly Place[] {
  const listed = (place.household.members ?? []).map((_, member) => ({ ...place, member }));
  return listed.length < place.persons ? [...listed, { ...place, member: -1 }] : listed;
}

function factAt(name: string, { household, member }: Place): unknown {
  const record = (member === null ? household : (household.members?.[member] ?? {})) as Facts;
  return record[name] ?? null;
}

function truthAt(expression: Expression, place: Place): Kleene {
  const parts = (): readonly Kleene[] => partsOf(expression).map((part) => truthAt(part, place));
  if ("all" in expression) return kleeneAnd(parts());
  if ("any" in expression) return kleeneOr(parts());
  if ("of" in expression) return kleeneAtLeast(expression.atLeast, parts());
  if ("not" in expression) return kleeneNot(truthAt(expression.not, place));
  if ("age" in expression || "bornOnOrAfter" in expression) {
    const born = factAt("bornOn", place);
    const days = typeof born === "string" ? dayInterval(born) : null;
    if (days === null) return UNKNOWN;
    const { bound, negated } = birthTest(expression, place.on);
    const before = Math.min(days.to, place.on) <= bound ? TRUE : days.from > bound ? FALSE : UNKNOWN;
    return negated ? kleeneNot(before) : before;
  }
  if ("someMember" in expression || "noMember" in expression || "shareOfMembers" in expression) {
    const [part] = partsOf(expression);
    const truths = membersAt(place).map((member) => ({ truth: part === undefined ? UNKNOWN : truthAt(part, member), persons: member.member === -1 ? unlisted(place) : 1 }));
    const count = (wanted: Kleene): number => truths.filter(({ truth }) => truth === wanted).reduce((sum, { persons }) => sum + persons, 0);
    const truth = truthOfCount(countRule(expression), count(TRUE), count(UNKNOWN), place.persons);
    return "noMember" in expression ? kleeneNot(truth) : truth;
  }
  const value = factAt("perMember" in expression ? expression.perMember : expression.fact, place);
  if (value === null) return UNKNOWN;
  if ("oneOf" in expression) return expression.oneOf.includes(value as string) ? TRUE : FALSE;
  if (!("is" in expression)) return value === true ? TRUE : FALSE;
  const amount = exactAmount(value);
  const persons = "perMember" in expression ? place.persons : 1;
  return amount === null ? UNKNOWN : holds(compareExactly(amount, 1, expression.value, persons), expression.is) ? TRUE : FALSE;
}

function unlisted({ household, persons }: Place): number {
  return persons - (household.members?.length ?? 0);
}

/** A fact of the record that an expression was decided by, or left open by. */
interface Leaf {
  readonly fact: FactName;
  readonly member: number | null;
}

/** The recorded or missing facts to which the truth value of an expression is due. */
function leavesBehind(expression: Expression, place: Place): readonly Leaf[] {
  const truth = truthAt(expression, place);
  const due = (part: Expression): boolean => truthAt(part, place) === truth;
  if ("all" in expression || "any" in expression) {
    // One part decides a false `all` or a true `any`; what agrees with the whole stands behind it.
    return partsOf(expression).filter(due).flatMap((part) => leavesBehind(part, place));
  }
  if ("of" in expression) return expression.of.filter(due).flatMap((part) => leavesBehind(part, place));
  if ("not" in expression) return leavesBehind(expression.not, place);
  if ("someMember" in expression || "noMember" in expression || "shareOfMembers" in expression) {
    const [part] = partsOf(expression);
    if (part === undefined) return [];
    // A verdict rests on the members for whom the part is true, else on all of them; an open one on those left open.
    const members = membersAt(place);
    const wanted = truth === UNKNOWN ? UNKNOWN : members.some((member) => truthAt(part, member) === TRUE) ? TRUE : FALSE;
    return members.filter((member) => truthAt(part, member) === wanted).flatMap((member) => leavesBehind(part, member));
  }
  return factsOf(expression).map((fact) => ({ fact, member: place.member }));
}

/**
 * The recorded facts on which a verdict rests: those that made a household deprived, or not.
 *
 * @param indicator - With its expression.
 * @param household - After the check.
 * @param on - The review day.
 */
export function evidenceOf(indicator: Indicator, household: Household, on: DayNumber): readonly EvidenceFact[] {
  const place = placeOf(household, on);
  return leavesOf(indicator, place).flatMap(({ fact, member }) => {
    const value = factAt(fact, { ...place, member });
    return value === null ? [] : [{ fact, member, value }];
  });
}

/**
 * Paths of the unknown facts that leave an indicator open, household before members, in the order of the catalogue;
 * `members` where persons are not listed.
 *
 * @param indicator - With its expression; without one no fact helps, and the list is empty.
 * @param household - After the check.
 * @param on - The review day.
 */
export function missingFacts(indicator: Indicator, household: Household, on: DayNumber): readonly string[] {
  const place = placeOf(household, on);
  const paths = leavesOf(indicator, place)
    .filter(({ fact, member }) => isOpen(factAt(fact, { ...place, member })))
    .map(({ fact, member }) => (member === null ? fact : member === -1 ? "members" : `members[${member}].${fact}`));
  // Whoever is not listed lacks several facts, and is one path.
  return [...new Set(paths)];
}

/** Whether a fact is missing, or a birth of which only the month or year is known. */
function isOpen(value: unknown): boolean {
  return value === null || (typeof value === "string" && /^\d{4}(-\d{2})?$/.test(value));
}

function leavesOf(indicator: Indicator, place: Place): readonly Leaf[] {
  if (indicator.deprivedWhen === null) return [];
  const order = ({ fact, member }: Leaf): number =>
    member === null ? householdFactNames.indexOf(fact as never) : 1000 * (member === -1 ? place.persons : member + 1) + memberFactNames.indexOf(fact as never);
  const seen = new Map(leavesBehind(indicator.deprivedWhen, place).map((leaf) => [order(leaf), leaf]));
  return [...seen.entries()].sort(([a], [b]) => a - b).map(([, leaf]) => leaf);
}
