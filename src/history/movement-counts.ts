import { movementForms, type MovementCode, type MovementForm } from "./movement-columns.js";
import { areaMovements, movementLine, placeOfUndetermined, placeOfUnexplained, type AreaMovements, type MovementTable } from "./movement-row.js";
import { formCodes, isListed, listOfForm, type MovementStep } from "./movement-step.js";

/** A step of a household that is counted; the areas and sizes where it is in the records. */
export interface CountedStep extends MovementStep {
  readonly areaBefore: string | null;
  readonly areaAfter: string | null;
  /** Persons; 0 where unknown. */
  readonly personsBefore: number;
  readonly personsAfter: number;
}

const places = placeOfUnexplained + 1;

const placeOf: Readonly<Record<MovementCode, number>> = {
  "not-listed": 0, stays: 0,
  "became-near-poor": 2, "escaped-near-poverty": 2,
  "passed-near-poor-line": 3, "became-poor": 3,
  "other-decrease": 4,
  "near-poor-became-poor": 5, "poor-became-near-poor": 5,
  relapsed: 6, "newly-arising": 7,
  "other-increase": 8,
  unexplained: placeOfUnexplained,
};

/** Persons of who leaves a list or crosses from one to the other count by the size before, those of who enters by the size after. */
const countsBySizeBefore: readonly boolean[] = /* @__PURE__ */ Array.from({ length: places }, (_, place) => [2, 3, 4, 5, placeOfUnexplained].includes(place));

/** One form of one area, each list by place. */
interface FormCounts {
  readonly households: number[];
  /** Persons of households whose size is known. */
  readonly persons: number[];
  /** Households whose size the place needs and lacks. */
  readonly withoutPersons: number[];
}

interface AreaCounts {
  readonly byForm: Readonly<Record<MovementForm, FormCounts>>;
  householdsWithoutPersons: number;
}

/**
 * Counts of movements by area. What it counts is not checked.
 *
 * Persons, for a household of `b` persons before and `a` after; its difference is `a − b` in column 8 where it grew,
 * `b − a` in column 4 where it shrank, persons alone:
 *
 * | household | form that it leaves or stays in | form that it enters |
 * |---|---|---|
 * | stays on a list | 1: b, the difference in 8 or 4, 9: a | |
 * | poor → near-poor | form 2, 1: b, 2: b | form 3, 5: b, the difference in 8 or 4, 9: a |
 * | near-poor → poor | form 3, 1: b, 3: b | form 2, 5: b, the difference in 8 or 4, 9: a |
 * | poor → above | form 2, 1: b, 3: b | |
 * | near-poor → above | form 3, 1: b, 2: b | |
 * | enters from outside | | 6 or 7: a, 9: a |
 * | leaves the records with a reason | 1: b, 4: b | |
 * | … without one | 1: b, unexplained: b | |
 * | comes to the records with a reason | | 8: a, 9: a |
 * | moves from area to area | in the old one 1: b, 4: b | in the new one 8: a, 9: a |
 */
export class MovementCounts {
  readonly #areas = new Map<string | null, AreaCounts>();

  /**
   * Counts a step.
   *
   * @param step - The step.
   */
  count(step: CountedStep): void {
    const { before, after, areaBefore, areaAfter, personsBefore, personsAfter } = step;
    if (before !== "absent" && after !== "absent" && areaBefore !== areaAfter) {
      // A departure in one area, an arrival in the other, whatever the class became on the way.
      this.#countIn(areaBefore, { before, after: "absent", isExplained: true, entry: [] }, personsBefore, 0);
      this.#countIn(areaAfter, { before: "absent", after, isExplained: true, entry: [] }, 0, personsAfter);
    } else this.#countIn(before === "absent" ? areaAfter : areaBefore, step, personsBefore, personsAfter);
  }

  #countIn(areaCode: string | null, step: MovementStep, personsBefore: number, personsAfter: number): void {
    let counts = this.#areas.get(areaCode);
    if (counts === undefined) this.#areas.set(areaCode, (counts = noCounts()));
    const { before, after } = step;
    for (const form of movementForms) {
      const list = listOfForm[form];
      if (before === list || after === list) countInForm(counts.byForm[form], form, step, personsBefore, personsAfter);
    }
    if ((isListed(before) && personsBefore === 0) || (isListed(after) && personsAfter === 0)) counts.householdsWithoutPersons++;
  }

  /** A row for every area that was met, by code. */
  rows(): readonly AreaMovements[] {
    const codes = [...this.#areas.keys()].sort((a, b) => ((a ?? "") < (b ?? "") ? -1 : 1));
    return codes.map((code) => {
      const { byForm, householdsWithoutPersons } = this.#areas.get(code) as AreaCounts;
      return areaMovements(code, movementTable(byForm[2]), movementTable(byForm[3]), householdsWithoutPersons);
    });
  }
}

function noCounts(): AreaCounts {
  const zeros = (): number[] => new Array<number>(places).fill(0);
  const none = (): FormCounts => ({ households: zeros(), persons: zeros(), withoutPersons: zeros() });
  return { byForm: { 2: none(), 3: none() }, householdsWithoutPersons: 0 };
}

function countInForm(counts: FormCounts, form: MovementForm, step: MovementStep, personsBefore: number, personsAfter: number): void {
  const list = listOfForm[form];
  const codes = formCodes(form, step);
  const place = codes.length > 1 ? placeOfUndetermined : placeOf[codes[0] as MovementCode];
  if (step.before === list) addHousehold(counts, 1, personsBefore);
  if (place > 0) addHousehold(counts, place, countsBySizeBefore[place] === true ? personsBefore : personsAfter);
  if (step.after !== list) return;
  addHousehold(counts, 9, personsAfter);
  // Who stays on the list and who crosses over to it was counted with its size before.
  if (place === 0 || place === 5) addDifference(counts, personsBefore, personsAfter);
}

function addHousehold({ households, persons, withoutPersons }: FormCounts, place: number, size: number): void {
  add(households, place, 1);
  if (size === 0) add(withoutPersons, place, 1);
  else add(persons, place, size);
}

/** To "other increase" or "other decrease" of the list that the household is on now. */
function addDifference({ persons, withoutPersons }: FormCounts, before: number, after: number): void {
  if (before === 0 || after === 0) {
    add(withoutPersons, 4, 1);
    add(withoutPersons, 8, 1);
  } else add(persons, after > before ? 8 : 4, Math.abs(after - before));
}

function add(list: number[], place: number, amount: number): void {
  list[place] = (list[place] ?? 0) + amount;
}

function movementTable({ households, persons, withoutPersons }: FormCounts): MovementTable {
  const all = (place: number): number => households[place] ?? 0;
  const sized = (place: number): number | null => (withoutPersons[place] === 0 ? (persons[place] ?? 0) : null);
  return { households: movementLine(all), persons: movementLine(sized), open: all(placeOfUnexplained) > 0 };
}
