import { bitCount } from "../core/bit-count.js";
import { compareExactly } from "../core/exact-amount.js";
import { FALSE, TRUE, UNKNOWN } from "../core/kleene.js";
import type { DayNumber } from "../core/plain-date.js";
import { birthTest, holds, partsOf, type Comparison, type Expression } from "../law/expression.js";
import type { Standard } from "../law/standard.js";
import { householdSlots, memberFactCount, memberSlots, MISSING, type FactSheet } from "./fact-sheet.js";

/**
 * A standard's indicators as a small program over slots.
 *
 * Members are evaluated all at once: a slot of the member level is two bit masks, the members for whom it is true and
 * those for whom it is false; in neither, it is unknown. `and` is then `true & true`, `false | false`. A slot of the
 * household level is one truth value. A test of the members turns counts of bits into one.
 */
export interface IndicatorProgram {
  /** The indicators' slots at the household level, -1 where the threshold is not held. */
  readonly indicators: readonly number[];
  readonly codes: readonly CodeAtom[];
  readonly births: readonly BirthAtom[];
  readonly memberSteps: readonly Step[];
  readonly memberTests: readonly MemberTest[];
  readonly householdCodes: readonly CodeAtom[];
  readonly numbers: readonly NumberAtom[];
  readonly householdSteps: readonly Step[];
  /** The masks of the member level: true, false. */
  readonly isTrue: Int32Array;
  readonly isFalse: Int32Array;
  /** Members of the household for whom each test is true, and unknown. */
  readonly trueCount: Float64Array;
  readonly unknownCount: Float64Array;
  /** The truth values of the household level. */
  readonly truth: Uint8Array;
}

/** A boolean or enumerated fact: truth value by code. */
interface CodeAtom {
  readonly slot: number;
  readonly fact: number;
  readonly truth: Uint8Array;
}

/** A birth test; its bound follows the review day. */
interface BirthAtom {
  readonly slot: number;
  readonly expression: Parameters<typeof birthTest>[0];
  day: DayNumber;
  bound: DayNumber;
  negated: boolean;
}

/** A number of the household, as it is or per person. */
interface NumberAtom {
  readonly slot: number;
  readonly fact: number;
  readonly perMember: boolean;
  readonly is: Comparison;
  readonly value: number;
}

/** `someMember`, `noMember` or `shareOfMembers`. */
interface MemberTest {
  readonly slot: number;
  readonly of: number;
  readonly expression: Expression;
}

/** One operation on slots. */
interface Step {
  readonly does: "and" | "or" | "not" | "atLeast";
  readonly slot: number;
  readonly of: readonly number[];
  readonly least: number;
}

/** Members that fit in one mask. */
const CHUNK = 31;

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
  const parts = {
    codes: [] as CodeAtom[], births: [] as BirthAtom[], memberSteps: [] as Step[], memberTests: [] as MemberTest[],
    householdCodes: [] as CodeAtom[], numbers: [] as NumberAtom[], householdSteps: [] as Step[],
  };
  const slots = { member: new Map<string, number>(), household: new Map<string, number>() };
  const place = (expression: Expression, level: "member" | "household"): number => {
    // The same part of two indicators is computed once.
    const name = JSON.stringify(expression);
    const seen = slots[level].get(name);
    if (seen !== undefined) return seen;
    const of = partsOf(expression).map((part) => place(part, "someMember" in expression || "noMember" in expression || "shareOfMembers" in expression ? "member" : level));
    const slot = slots[level].size;
    slots[level].set(name, slot);
    const steps = level === "member" ? parts.memberSteps : parts.householdSteps;
    if ("all" in expression) steps.push({ does: "and", slot, of, least: 0 });
    else if ("any" in expression) steps.push({ does: "or", slot, of, least: 0 });
    else if ("not" in expression) steps.push({ does: "not", slot, of, least: 0 });
    else if ("of" in expression) steps.push({ does: "atLeast", slot, of, least: expression.atLeast });
    else if ("age" in expression || "bornOnOrAfter" in expression) parts.births.push({ slot, expression, day: 0, bound: 0, negated: false });
    else if ("perMember" in expression)
      parts.numbers.push({ slot, fact: slotOf(expression.perMember, "household").index, perMember: true, is: expression.is, value: expression.value });
    else if ("fact" in expression && "is" in expression)
      parts.numbers.push({ slot, fact: slotOf(expression.fact, "household").index, perMember: false, is: expression.is, value: expression.value });
    else if ("fact" in expression) {
      const { index, codes } = slotOf(expression.fact, level);
      const truth = new Uint8Array(codes.size + 3).fill(FALSE);
      truth[MISSING] = UNKNOWN;
      if ("oneOf" in expression) for (const word of expression.oneOf) truth[codes.get(word) ?? MISSING] = TRUE;
      else truth[2] = TRUE;
      (level === "member" ? parts.codes : parts.householdCodes).push({ slot, fact: index, truth });
    } else parts.memberTests.push({ slot, of: of[0] ?? 0, expression });
    return slot;
  };
  const indicators = standard.indicators.map(({ deprivedWhen }) => (deprivedWhen === null ? -1 : place(deprivedWhen, "household")));
  return {
    ...parts, indicators,
    isTrue: new Int32Array(slots.member.size), isFalse: new Int32Array(slots.member.size),
    trueCount: new Float64Array(parts.memberTests.length), unknownCount: new Float64Array(parts.memberTests.length),
    truth: new Uint8Array(slots.household.size),
  };
}

function slotOf(name: string, level: "member" | "household"): { readonly index: number; readonly codes: ReadonlyMap<unknown, number> } {
  return (level === "member" ? memberSlots : householdSlots).get(name) ?? { index: -1, codes: new Map() };
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
  countMembers(program, sheet);
  const { truth } = program;
  for (const atom of program.householdCodes) truth[atom.slot] = atom.truth[sheet.householdCodes[atom.fact] ?? MISSING] ?? UNKNOWN;
  for (const atom of program.numbers) {
    const amount = sheet.householdCodes[atom.fact] === MISSING ? null : (sheet.numbers[atom.fact] ?? null);
    truth[atom.slot] = amount === null ? UNKNOWN : holds(compareExactly(amount, 1, atom.value, atom.perMember ? sheet.persons : 1), atom.is) ? TRUE : FALSE;
  }
  for (let index = 0; index < program.memberTests.length; index++) {
    const test = program.memberTests[index] as MemberTest;
    truth[test.slot] = truthOfTest(test.expression, program.trueCount[index] ?? 0, program.unknownCount[index] ?? 0, sheet.persons);
  }
  for (const step of program.householdSteps) runHouseholdStep(step, truth);
  let deprived = 0;
  let unknown = 0;
  for (let index = 0; index < program.indicators.length; index++) {
    const slot = program.indicators[index] ?? -1;
    const value = slot < 0 ? UNKNOWN : truth[slot];
    if (value === TRUE) deprived |= 1 << index;
    else if (value === UNKNOWN) unknown |= 1 << index;
  }
  verdicts.deprivedMask = deprived;
  verdicts.unknownMask = unknown;
}

/** Fills `trueCount` and `unknownCount` for all persons, those not listed included. */
function countMembers(program: IndicatorProgram, sheet: FactSheet): void {
  const { memberTests, trueCount, unknownCount, isTrue, isFalse, births } = program;
  trueCount.fill(0);
  unknownCount.fill(0);
  if (memberTests.length === 0) return;
  for (const birth of births)
    if (birth.day !== sheet.on) {
      birth.day = sheet.on;
      ({ bound: birth.bound, negated: birth.negated } = birthTest(birth.expression, sheet.on));
    }
  for (let start = 0; start < sheet.listed; start += CHUNK) {
    const size = Math.min(CHUNK, sheet.listed - start);
    fillAtoms(program, sheet, start, size);
    runMemberSteps(program);
    const everyone = size === 31 ? 0x7fffffff : (1 << size) - 1;
    for (let index = 0; index < memberTests.length; index++) {
      const { of } = memberTests[index] as MemberTest;
      trueCount[index] = (trueCount[index] ?? 0) + bitCount((isTrue[of] ?? 0) & everyone);
      unknownCount[index] = (unknownCount[index] ?? 0) + bitCount(everyone & ~((isTrue[of] ?? 0) | (isFalse[of] ?? 0)));
    }
  }
  // Of a person who is not listed nothing is known, and an expression over nothing known is unknown.
  const unlisted = sheet.persons - sheet.listed;
  for (let index = 0; index < memberTests.length; index++) unknownCount[index] = (unknownCount[index] ?? 0) + unlisted;
}

function fillAtoms(program: IndicatorProgram, sheet: FactSheet, start: number, size: number): void {
  const { isTrue, isFalse } = program;
  const { memberCodes, bornFrom, bornTo } = sheet;
  for (const { slot, fact, truth } of program.codes) {
    let yes = 0;
    let no = 0;
    for (let member = 0, place = start * memberFactCount + fact; member < size; member++, place += memberFactCount) {
      const value = truth[memberCodes[place] ?? MISSING];
      if (value === TRUE) yes |= 1 << member;
      else if (value === FALSE) no |= 1 << member;
    }
    isTrue[slot] = yes;
    isFalse[slot] = no;
  }
  for (const { slot, bound, negated } of program.births) {
    let yes = 0;
    let no = 0;
    for (let member = 0; member < size; member++) {
      if ((bornTo[start + member] ?? 0) <= bound) yes |= 1 << member;
      else if ((bornFrom[start + member] ?? 0) > bound) no |= 1 << member;
    }
    isTrue[slot] = negated ? no : yes;
    isFalse[slot] = negated ? yes : no;
  }
}

function runMemberSteps({ memberSteps, isTrue, isFalse }: IndicatorProgram): void {
  for (const { does, slot, of, least } of memberSteps) {
    const first = of[0] ?? 0;
    let yes = isTrue[first] ?? 0;
    let no = isFalse[first] ?? 0;
    if (does === "and") {
      for (let index = 1; index < of.length; index++) {
        yes &= isTrue[of[index] ?? 0] ?? 0;
        no |= isFalse[of[index] ?? 0] ?? 0;
      }
    } else if (does === "or") {
      for (let index = 1; index < of.length; index++) {
        yes |= isTrue[of[index] ?? 0] ?? 0;
        no &= isFalse[of[index] ?? 0] ?? 0;
      }
    } else if (does === "not") {
      [yes, no] = [no, yes];
    } else {
      [yes, no] = [0, 0];
      for (let bit = 0; bit < CHUNK; bit++) {
        const trues = of.filter((part) => ((isTrue[part] ?? 0) >>> bit) & 1).length;
        const falses = of.filter((part) => ((isFalse[part] ?? 0) >>> bit) & 1).length;
        if (trues >= least) yes |= 1 << bit;
        else if (of.length - falses < least) no |= 1 << bit;
      }
    }
    isTrue[slot] = yes;
    isFalse[slot] = no;
  }
}

function runHouseholdStep({ does, slot, of, least }: Step, truth: Uint8Array): void {
  let value = truth[of[0] ?? 0] ?? UNKNOWN;
  if (does === "and") for (let index = 1; index < of.length; index++) value = Math.min(value, truth[of[index] ?? 0] ?? UNKNOWN);
  else if (does === "or") for (let index = 1; index < of.length; index++) value = Math.max(value, truth[of[index] ?? 0] ?? UNKNOWN);
  else if (does === "not") value = TRUE - value;
  else {
    let yes = 0;
    let open = 0;
    for (const part of of) {
      if (truth[part] === TRUE) yes++;
      else if (truth[part] === UNKNOWN) open++;
    }
    value = yes >= least ? TRUE : yes + open >= least ? UNKNOWN : FALSE;
  }
  truth[slot] = value;
}

/**
 * The truth value of a test of the members.
 *
 * @param test - `someMember`, `noMember` or `shareOfMembers`.
 * @param yes - Persons for whom its part is true.
 * @param open - Persons for whom it is unknown.
 * @param persons - All persons.
 */
export function truthOfTest(test: Expression, yes: number, open: number, persons: number): 0 | 1 | 2 {
  if ("someMember" in test) return yes > 0 ? TRUE : open > 0 ? UNKNOWN : FALSE;
  if ("noMember" in test) return yes > 0 ? FALSE : open > 0 ? UNKNOWN : TRUE;
  if (!("shareOfMembers" in test)) return UNKNOWN;
  const [numerator, denominator] = test.share;
  // The comparisons are monotonic in the count: alike at both ends, alike between.
  const low = holds(compareExactly(yes, denominator, numerator, persons), test.is);
  const high = holds(compareExactly(yes + open, denominator, numerator, persons), test.is);
  return low === high ? (low ? TRUE : FALSE) : UNKNOWN;
}
