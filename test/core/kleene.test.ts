import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FALSE, kleeneAnd, kleeneAtLeast, kleeneNot, kleeneOr, TRUE, UNKNOWN, type Kleene } from "../../src/core/kleene.js";

/** T true, F false, U unknown. */
const read: Readonly<Record<string, Kleene>> = { T: TRUE, U: UNKNOWN, F: FALSE };
const values = (letters: string): Kleene[] => Array.from(letters, (letter) => read[letter]!);
const value = (letter: string): Kleene => values(letter)[0]!;

describe("the truth tables", () => {
  it("tells the three values apart, in the order false, unknown, true", () => {
    expect([FALSE, UNKNOWN, TRUE]).toEqual([0, 1, 2]);
  });

  it.each([
    ["what is true is not false", "T", "F"],
    ["what is not known stays unknown", "U", "U"],
    ["what is false is not true", "F", "T"],
  ])("not: %s", (_why, of, expected) => {
    expect(kleeneNot(value(of))).toBe(value(expected));
  });

  it.each([
    ["both hold", "TT", "T"],
    ["one is open, and decides", "TU", "U"],
    ["one fails", "TF", "F"],
    ["one is open, and decides", "UT", "U"],
    ["both are open", "UU", "U"],
    ["one fails, whatever the open one is", "UF", "F"],
    ["one fails", "FT", "F"],
    ["one fails, whatever the open one is", "FU", "F"],
    ["both fail", "FF", "F"],
  ])("and: %s (%s)", (_why, of, expected) => {
    expect(kleeneAnd(values(of))).toBe(value(expected));
  });

  it.each([
    ["both hold", "TT", "T"],
    ["one holds, whatever the open one is", "TU", "T"],
    ["one holds", "TF", "T"],
    ["one holds, whatever the open one is", "UT", "T"],
    ["both are open", "UU", "U"],
    ["one is open, and decides", "UF", "U"],
    ["one holds", "FT", "T"],
    ["one is open, and decides", "FU", "U"],
    ["both fail", "FF", "F"],
  ])("or: %s (%s)", (_why, of, expected) => {
    expect(kleeneOr(values(of))).toBe(value(expected));
  });

  it.each([
    ["two of three hold", 2, "TTF", "T"],
    ["two hold, the open one cannot matter", 2, "TTU", "T"],
    ["all three hold", 2, "TTT", "T"],
    ["one holds, the open one decides", 2, "TUF", "U"],
    ["none holds yet, two are open", 2, "UUF", "U"],
    ["one can still hold, which is too few", 2, "UFF", "F"],
    ["one holds, which is too few", 2, "TFF", "F"],
    ["none of none is at least none", 0, "", "T"],
    ["one of none cannot be", 1, "", "F"],
  ])("at least: %s (%s of %s)", (_why, least, of, expected) => {
    expect(kleeneAtLeast(least, values(of))).toBe(value(expected));
  });
});

describe("the laws", () => {
  const kleene = fc.constantFrom<Kleene>(FALSE, UNKNOWN, TRUE);
  const several = fc.array(kleene, { minLength: 1, maxLength: 6 });

  it("De Morgan: not all = some not; none = all not", () => {
    fc.assert(
      fc.property(several, (of) => {
        expect(kleeneNot(kleeneAnd(of))).toBe(kleeneOr(of.map(kleeneNot)));
        expect(kleeneNot(kleeneOr(of))).toBe(kleeneAnd(of.map(kleeneNot)));
      }),
    );
  });

  it("at least one is or, at least all is and", () => {
    fc.assert(
      fc.property(several, (of) => {
        expect(kleeneAtLeast(1, of)).toBe(kleeneOr(of));
        expect(kleeneAtLeast(of.length, of)).toBe(kleeneAnd(of));
      }),
    );
  });

  it("is known exactly when every way of filling the holes gives the same", () => {
    const fillings = (of: readonly Kleene[]): Kleene[][] =>
      of.reduce<Kleene[][]>((done, each) => done.flatMap((start) => (each === UNKNOWN ? [FALSE, TRUE] : [each]).map((filled) => [...start, filled as Kleene])), [[]]);
    fc.assert(
      fc.property(several, fc.integer({ min: 0, max: 6 }), (of, least) => {
        const reference = (count: (filled: readonly Kleene[]) => boolean): Kleene => {
          const answers = new Set(fillings(of).map(count));
          return answers.size === 2 ? UNKNOWN : answers.has(true) ? TRUE : FALSE;
        };
        expect(kleeneAnd(of)).toBe(reference((filled) => filled.every((each) => each === TRUE)));
        expect(kleeneOr(of)).toBe(reference((filled) => filled.includes(TRUE)));
        expect(kleeneAtLeast(least, of)).toBe(reference((filled) => filled.filter((each) => each === TRUE).length >= least));
      }),
    );
  });
});
