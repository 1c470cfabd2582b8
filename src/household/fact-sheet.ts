import type { ExactAmount } from "../core/exact-amount.js";
import type { DayNumber } from "../core/plain-date.js";
import { householdFacts, memberFacts, type Fact } from "../law/facts.js";

/** Code of a household's fact that is missing; the words of a fact have the codes 1, 2, …, false before true. */
export const MISSING = 0;

/** How many members one row of bit masks holds. */
export const MEMBERS_A_ROW = 31;

/** What the checker needs to know of a fact. */
export interface FactSlot {
  /** Its type. */
  readonly type: Fact["type"];
  /** Of a household's fact: its place in the order of the catalogue. Of a member's: where the masks of its words start. */
  readonly index: number;
  /** Number of each word that it can have, from 0: false and true, or the words of an enumerated fact. */
  readonly words: ReadonlyMap<unknown, number>;
}

function wordsOf(fact: Fact): readonly unknown[] {
  return fact.type === "boolean" ? [false, true] : fact.type === "enum" ? Object.keys(fact.values) : [];
}

function slotsOf(facts: Readonly<Record<string, Fact>>, width: (words: number) => number): ReadonlyMap<string, FactSlot> {
  let next = 0;
  return new Map(
    Object.entries(facts).map(([name, fact]) => {
      const words = wordsOf(fact);
      const index = next;
      next += width(words.length);
      return [name, { type: fact.type, index, words: new Map(words.map((word, number) => [word, number])) }];
    }),
  );
}

/** Slots of the facts of a household by name. */
export const householdSlots = /* @__PURE__ */ slotsOf(householdFacts, () => 1);
/** Slots of the facts of a member by name. */
export const memberSlots = /* @__PURE__ */ slotsOf(memberFacts, (words) => words);

/** Masks in a row: one for each word of each fact of a member. */
export const masksInRow: number = /* @__PURE__ */ [...memberSlots.values()].reduce((sum, { words }) => sum + words.size, 0);

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

/** A household after the check, ready to be evaluated under any standard. */
export interface FactSheet extends Means {
  /** The review day. */
  on: DayNumber;
  /** How many members are listed. */
  listed: number;
  /** Code of each fact of the household, in the order of the catalogue. */
  readonly householdCodes: Uint8Array;
  /** Each number of the household, at its place in the catalogue; read only where its code is not {@link MISSING}. */
  readonly numbers: (ExactAmount | null)[];
  /**
   * For each word of each fact of a member, the listed members of whom it was recorded, a bit each; a row of masks for
   * every {@link MEMBERS_A_ROW} members. A member in no mask of a fact is one of whom it is unknown.
   */
  memberMasks: Int32Array;
  /** Earliest and latest birth of each listed member, so far apart that every test is unknown where the birth is. */
  bornFrom: Int32Array;
  /** See `bornFrom`. */
  bornTo: Int32Array;
}

/** An empty sheet; one is reused for all households, since a run of the checker fills every place that is read later. */
export function factSheet(): FactSheet {
  const households = Object.keys(householdFacts);
  return {
    residence: -1, persons: 0, income: null, annual: false, on: 0, listed: 0,
    householdCodes: new Uint8Array(households.length),
    numbers: households.map(() => null),
    memberMasks: new Int32Array(masksInRow),
    bornFrom: new Int32Array(MEMBERS_A_ROW),
    bornTo: new Int32Array(MEMBERS_A_ROW),
  };
}

/**
 * Empties a sheet for a household with so many members listed.
 *
 * @param sheet - The sheet.
 * @param members - How many members must fit.
 */
export function clearMembers(sheet: FactSheet, members: number): void {
  const rows = Math.max(1, Math.ceil(members / MEMBERS_A_ROW));
  if (rows * MEMBERS_A_ROW > sheet.bornFrom.length) {
    sheet.memberMasks = new Int32Array(rows * masksInRow);
    sheet.bornFrom = new Int32Array(rows * MEMBERS_A_ROW);
    sheet.bornTo = new Int32Array(rows * MEMBERS_A_ROW);
  } else sheet.memberMasks.fill(0, 0, rows * masksInRow);
  sheet.listed = members;
}
