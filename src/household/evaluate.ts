import { bitCount } from "../core/bit-count.js";
import { compareExactly } from "../core/exact-amount.js";
import { FALSE, TRUE, UNKNOWN, type Kleene } from "../core/kleene.js";
import { dayNumber, type DayNumber } from "../core/plain-date.js";
import { birthTest, holds, partsOf, type Comparison, type Expression } from "../law/expression.js";
import type { Standard } from "../law/standard.js";
import { householdSlots, masksInRow, memberSlots, MEMBERS_A_ROW, MISSING, type FactSheet } from "./fact-sheet.js";

/**
 * A standard's indicators as a small program.
 *
 * A truth value is a pair of bit masks: at an even place those for whom it is true, at the odd place behind it those
 * for whom it is false; who is in neither is unknown. All members are so evaluated at once, a bit each, and the
 * household as one more level of a single bit. `not` is then the neighbouring place (`place ^ 1`), `any` is a negated
 * `all` of negated parts, and two kinds of step are left.
 */
export interface IndicatorProgram {
  /** The indicators' places at the household level, -1 where the threshold is not held. */
  readonly indicators: readonly number[];
  readonly members: Level;
  readonly household: Level;
  readonly births: readonly BirthAtom[];
  readonly numbers: readonly NumberAtom[];
  readonly memberTests: readonly MemberTest[];
}

/** One level of a program. */
interface Level {
  /** Boolean and enumerated facts. */
  readonly atoms: WordAtom[];
  /** In an order in which the parts of each stand before it. */
  readonly steps: Step[];
  /** The pairs of masks. */
  masks: Int32Array;
}

/** A boolean or enumerated fact: the numbers of the words with which it is true, and with which it is false. */
interface WordAtom {
  readonly place: number;
  readonly fact: number;
  readonly yes: readonly number[];
  readonly no: readonly number[];
  /** Its truth value by the code of a household's fact. */
  readonly truth: Uint8Array;
}

/** Whether a birth is on or before a bound that follows the review day. */
interface BirthAtom {
  readonly place: number;
  readonly expression: Parameters<typeof birthTest>[0];
  day: DayNumber;
  bound: DayNumber;
}

/** A number of the household, as it is or per person. */
interface NumberAtom {
  readonly place: number;
  readonly fact: number;
  readonly perMember: boolean;
  readonly is: Comparison;
  readonly value: number;
}

/** A test of the members: the part that is counted, and for how many persons it is true and unknown. */
interface MemberTest {
  readonly place: number;
  readonly part: number;
  readonly rule: CountRule;
  yes: number;
  open: number;
}

/** `all` of its parts, or at least some number of them where `least` is not 0. */
interface Step {
  readonly place: number;
  readonly of: readonly number[];
  readonly least: number;
}

const programs = new WeakMap<Standard, IndicatorProgram>();

/**
 * The indicators of a standard as a program, compiled once.
 *
 * @param standard - The standard.
 */
export function indicatorProgram(standard: Standard): IndicatorProgram {
  const known = programs.get(standard);
  if (known !== undefined) return known;
  const program = compile(standard);
  programs.set(standard, program);
  return program;
}

function compile(standard: Standard): IndicatorProgram {
  const births: BirthAtom[] = [];
  const numbers: NumberAtom[] = [];
  const memberTests: MemberTest[] = [];
  const members: Level = { atoms: [], steps: [], masks: new Int32Array(0) };
  const household: Level = { atoms: [], steps: [], masks: new Int32Array(0) };
  const places = new Map<Level, Map<string, number>>([[members, new Map()], [household, new Map()]]);

  /** The place of what is called `name`; `fill` says how to fill it, the first time: what two indicators share is computed once. */
  const placed = (level: Level, name: string, fill: (place: number) => void): number => {
    const known = places.get(level) ?? new Map<string, number>();
    const seen = known.get(name);
    if (seen !== undefined) return seen;
    const place = known.size * 2;
    known.set(name, place);
    fill(place);
    return place;
  };
  const step = (level: Level, of: readonly number[], least: number): number =>
    placed(level, `${least} of ${of.join(" ")}`, (place) => level.steps.push({ place, of, least }));

  const placeOf = (expression: Expression, level: Level): number => {
    const parts = (inside: Level): number[] => partsOf(expression).map((part) => placeOf(part, inside));
    if ("not" in expression) return placeOf(expression.not, level) ^ 1;
    if ("all" in expression) return step(level, parts(level), 0);
    if ("any" in expression) return step(level, parts(level).map((part) => part ^ 1), 0) ^ 1;
    if ("of" in expression) return step(level, parts(level), expression.atLeast);
    if ("noMember" in expression) return placeOf({ someMember: expression.noMember }, level) ^ 1;
    if ("someMember" in expression || "shareOfMembers" in expression) {
      const [part = 0] = parts(members);
      return placed(level, JSON.stringify(expression), (place) => memberTests.push({ place, part, rule: countRule(expression), yes: 0, open: 0 }));
    }
    if ("age" in expression || "bornOnOrAfter" in expression) {
      // Which side of the bound is meant does not depend on the day; "under 16" shares the place of "16 or over".
      const { bound, negated } = birthTest(expression, 0);
      const name = "age" in expression ? `age ${bound}` : `born ${Number(dayNumber(expression.bornOnOrAfter))}`;
      return placed(level, name, (place) => births.push({ place, expression, day: 0, bound: 0 })) ^ (negated ? 1 : 0);
    }
    const name = "perMember" in expression ? expression.perMember : expression.fact;
    const { index, words } = (level === members ? memberSlots : householdSlots).get(name) ?? { index: -1, words: new Map<unknown, number>() };
    if ("is" in expression) {
      const { is, value } = expression;
      return placed(level, JSON.stringify(expression), (place) => numbers.push({ place, fact: index, perMember: "perMember" in expression, is, value }));
    }
    const wanted: readonly unknown[] = "oneOf" in expression ? expression.oneOf : [true];
    const numbersOf = (held: boolean): number[] => [...words].filter(([word]) => wanted.includes(word) === held).map(([, number]) => number);
    const [yes, no] = [numbersOf(true), numbersOf(false)];
    const truth = new Uint8Array(words.size + 1).fill(FALSE);
    truth[MISSING] = UNKNOWN;
    for (const number of yes) truth[1 + number] = TRUE;
    return placed(level, JSON.stringify(expression), (place) => level.atoms.push({ place, fact: index, yes, no, truth }));
  };

  const indicators = standard.indicators.map(({ deprivedWhen }) => (deprivedWhen === null ? -1 : placeOf(deprivedWhen, household)));
  for (const [level, known] of places) level.masks = new Int32Array(known.size * 2);
  return { indicators, members, household, births, numbers, memberTests };
}

/** The verdicts on a household: which indicators it is deprived in, and of which that is not known. */
export interface Verdicts {
  /** Bit per indicator. */
  deprivedMask: number;
  /** Bit per indicator. */
  unknownMask: number;
}

/**
 * Evaluates every indicator on a household.
 *
 * @param program - From {@link indicatorProgram}.
 * @param sheet - A household after the check.
 * @param verdicts - Where the answer is written.
 */
export function evaluateIndicators(program: IndicatorProgram, sheet: FactSheet, verdicts: Verdicts): void {
  const { indicators, household, numbers, memberTests } = program;
  const { masks } = household;
  for (const { place, fact, truth } of household.atoms) write(masks, place, truth[sheet.householdCodes[fact] as number] as Kleene);
  for (const { place, fact, perMember, is, value } of numbers) {
    const amount = sheet.householdCodes[fact] === MISSING ? null : (sheet.numbers[fact] ?? null);
    write(masks, place, amount === null ? UNKNOWN : holds(compareExactly(amount, 1, value, perMember ? sheet.persons : 1), is) ? TRUE : FALSE);
  }
  countMembers(program, sheet);
  for (const { place, rule, yes, open } of memberTests) write(masks, place, truthOfCount(rule, yes, open, sheet.persons));
  run(household);
  let deprived = 0;
  let unknown = 0;
  for (let index = 0; index < indicators.length; index++) {
    const place = indicators[index] ?? -1;
    if (place >= 0 && masks[place] === 1) deprived |= 1 << index;
    else if (place < 0 || masks[place ^ 1] === 0) unknown |= 1 << index;
  }
  verdicts.deprivedMask = deprived;
  verdicts.unknownMask = unknown;
}

function write(masks: Int32Array, place: number, truth: Kleene): void {
  masks[place] = truth === TRUE ? 1 : 0;
  masks[place + 1] = truth === FALSE ? 1 : 0;
}

/** Counts for each test of the members the persons for whom it is true and unknown, those not listed included. */
function countMembers({ members, births, memberTests }: IndicatorProgram, sheet: FactSheet): void {
  // Of a person who is not listed nothing is known, and an expression over nothing known is unknown.
  for (const test of memberTests) {
    test.yes = 0;
    test.open = sheet.persons - sheet.listed;
  }
  for (const birth of births)
    if (birth.day !== sheet.on) {
      birth.day = sheet.on;
      // An age that nobody reaches lies before all days: an unknown birth, which stands as from 0 on, must stay unknown.
      birth.bound = Math.max(0, birthTest(birth.expression, sheet.on).bound);
    }
  const { masks } = members;
  for (let start = 0; start < sheet.listed; start += MEMBERS_A_ROW) {
    const size = Math.min(MEMBERS_A_ROW, sheet.listed - start);
    const row = (start / MEMBERS_A_ROW) * masksInRow;
    for (const { place, fact, yes, no } of members.atoms) {
      masks[place] = union(sheet.memberMasks, row + fact, yes);
      masks[place + 1] = union(sheet.memberMasks, row + fact, no);
    }
    for (const { place, bound } of births) fillBirths(masks, place, bound, sheet, start, size);
    run(members);
    const everyone = 0x7fffffff >>> (MEMBERS_A_ROW - size);
    for (const test of memberTests) {
      const yes = masks[test.part] ?? 0;
      const no = masks[test.part ^ 1] ?? 0;
      test.yes += bitCount(yes & everyone);
      test.open += bitCount(everyone & ~(yes | no));
    }
  }
}

/** The members in any of some masks. */
function union(masks: Int32Array, start: number, words: readonly number[]): number {
  let found = 0;
  for (let index = 0; index < words.length; index++) found |= masks[start + (words[index] as number)] as number;
  return found;
}

/** Who was surely born on or before a day, and who surely after it. */
function fillBirths(masks: Int32Array, place: number, bound: DayNumber, { bornFrom, bornTo }: FactSheet, start: number, size: number): void {
  let before = 0;
  let after = 0;
  for (let member = 0; member < size; member++) {
    if ((bornTo[start + member] ?? 0) <= bound) before |= 1 << member;
    else if ((bornFrom[start + member] ?? 0) > bound) after |= 1 << member;
  }
  masks[place] = before;
  masks[place + 1] = after;
}

function run({ steps, masks }: Level): void {
  for (const { place, of, least } of steps) {
    let yes = -1;
    let no = 0;
    if (least === 0)
      for (let index = 0; index < of.length; index++) {
        const part = of[index] as number;
        yes &= masks[part] as number;
        no |= masks[part ^ 1] as number;
      }
    else {
      yes = atLeast(masks, of, 0, least);
      // Not at least k of n is true where at least n − k + 1 are false.
      no = atLeast(masks, of, 1, of.length - least + 1);
    }
    masks[place] = yes;
    masks[place + 1] = no;
  }
}

/** For `atLeast`: in place `k` the bits met in at least `k` of the masks so far. */
let met = /* @__PURE__ */ new Int32Array(32);

/** The bits that are set in at least some number of masks; `side` 1 takes the neighbouring masks. */
function atLeast(masks: Int32Array, of: readonly number[], side: 0 | 1, least: number): number {
  if (met.length <= least) met = new Int32Array(least + 1);
  met.fill(0, 1, least + 1);
  met[0] = -1;
  for (const part of of) for (let count = least; count > 0; count--) met[count] = (met[count] as number) | ((met[count - 1] as number) & (masks[part ^ side] as number));
  return met[least] as number;
}

/** How a count of members decides: over a share of them, or, where there is none, as soon as it is not 0. */
export interface CountRule {
  /** Numerator and denominator of the share; `null` for `someMember`. */
  readonly share: readonly [number, number] | null;
  /** How the count compares with the share. */
  readonly is: Comparison;
}

/**
 * The rule of a test of the members; `noMember` has that of `someMember`, turned round.
 *
 * @param test - `someMember`, `noMember` or `shareOfMembers`.
 */
export function countRule(test: Expression): CountRule {
  return "shareOfMembers" in test ? { share: test.share, is: test.is } : { share: null, is: ">" };
}

/**
 * The truth value of a test of the members.
 *
 * @param rule - How the count decides.
 * @param yes - Persons for whom the part is true.
 * @param open - Persons for whom it is unknown.
 * @param persons - All persons.
 */
export function truthOfCount({ share, is }: CountRule, yes: number, open: number, persons: number): Kleene {
  if (share === null) return yes > 0 ? TRUE : open > 0 ? UNKNOWN : FALSE;
  // The comparisons are monotonic in the count: alike at both ends, alike between.
  const low = holds(compareExactly(yes, share[1], share[0], persons), is);
  const high = open === 0 ? low : holds(compareExactly(yes + open, share[1], share[0], persons), is);
  return low === high ? (low ? TRUE : FALSE) : UNKNOWN;
}
