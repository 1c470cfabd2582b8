import type { ExactAmount } from "../core/exact-amount.js";
import type { DayNumber } from "../core/plain-date.js";
import { householdFactNames, memberFactNames } from "../law/expression.js";
import { householdFacts, memberFacts, type EnumFact, type Fact } from "../law/facts.js";

/** Code of a fact that is missing. In the sheet 1 stands for false or the first word, 2 for true or the second, and so on. */
export const MISSING = 0;

/** How many facts a member has; the members' codes stand in rows of this length. */
export const memberFactCount = memberFactNames.length;

/** Income, persons and residence as the checker read them: what decides beside the deprivations. */
export interface Means {
  /** 0 rural, 1 urban; -1 until it is read. */
  residence: number;
  /** How many persons; 0 where it is not given. */
  persons: number;
  /** Income, or `null` where it is unknown. */
  income: ExactAmount | null;
  /** Whether `income` is the household's annual total rather than per person and month. */
  annual: boolean;
}

/** A household after the check: every fact as a small code, ready to be evaluated under any standard. */
export interface FactSheet extends Means {
  /** The review day. */
  on: DayNumber;
  /** How many members are listed. */
  listed: number;
  /** Code of each fact of the household, in the order of the catalogue. */
  readonly householdCodes: Uint8Array;
  /** Each number of the household, in the order of the catalogue; `null` where unknown or no number. */
  readonly numbers: (ExactAmount | null)[];
  /** Code of each fact of each listed member, a row a member. */
  memberCodes: Uint8Array;
  /** Earliest and latest birth of each listed member; the bounds are so wide that every test is unknown where it is. */
  bornFrom: Int32Array;
  /** See `bornFrom`. */
  bornTo: Int32Array;
}

/** An empty sheet; one is reused for all households, since a run of the checker fills every place it reads. */
export function factSheet(): FactSheet {
  return {
    residence: 0, persons: 0, income: null, annual: false, on: 0, listed: 0,
    householdCodes: new Uint8Array(householdFactNames.length),
    numbers: householdFactNames.map(() => null),
    memberCodes: new Uint8Array(8 * memberFactCount),
    bornFrom: new Int32Array(8),
    bornTo: new Int32Array(8),
  };
}

/**
 * Makes room for more members.
 *
 * @param sheet - The sheet.
 * @param members - How many must fit.
 */
export function growSheet(sheet: FactSheet, members: number): void {
  if (sheet.bornFrom.length >= members) return;
  const room = members * 2;
  const grown = new Uint8Array(room * memberFactCount);
  grown.set(sheet.memberCodes);
  sheet.memberCodes = grown;
  const from = new Int32Array(room);
  from.set(sheet.bornFrom);
  sheet.bornFrom = from;
  const to = new Int32Array(room);
  to.set(sheet.bornTo);
  sheet.bornTo = to;
}

/** The words of each enumerated fact, in the order of their codes. */
export function wordsOf(fact: EnumFact): readonly string[] {
  return Object.keys(fact.values);
}

/** What the checker needs to know of a fact. */
export interface FactSlot {
  /** Its type. */
  readonly type: Fact["type"];
  /** Its place in the order of the catalogue, within its level. */
  readonly index: number;
  /** Code of each word of an enumerated fact. */
  readonly codes: ReadonlyMap<unknown, number>;
}

const slotsOf = (facts: Readonly<Record<string, Fact>>): ReadonlyMap<string, FactSlot> =>
  new Map(
    Object.entries(facts).map(([name, fact], index) => [
      name,
      { type: fact.type, index, codes: new Map(fact.type === "enum" ? wordsOf(fact).map((word, code) => [word, code + 1]) : []) },
    ]),
  );

/** Slots of the facts of a household by name. */
export const householdSlots = /* @__PURE__ */ slotsOf(householdFacts);
/** Slots of the facts of a member by name. */
export const memberSlots = /* @__PURE__ */ slotsOf(memberFacts);

