import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kindOf, shownKey } from "../../src/core/kind-of.js";

describe("kindOf", () => {
  const rows: readonly (readonly [why: string, value: unknown, kind: string])[] = [
    ["null is nothing", null, "nothing"],
    ["so is an absent key", undefined, "nothing"],
    ["a list is no object", [1], "a list"],
    ["a text is never shown", "Nguyễn Văn A", "text"],
    ["a whole number", 3, "a whole number"],
    ["a negative one", -3, "a whole number"],
    ["a fraction", 3.5, "a number"],
    ["a whole number whose last digits are lost is no whole number", 2 ** 53, "a number"],
    ["the last whole number that is safe", 2 ** 53 - 1, "a whole number"],
    ["NaN", Number.NaN, "a number that is not finite"],
    ["infinity", -Infinity, "a number that is not finite"],
    ["a boolean", false, "true or false"],
    ["an object", { a: 1 }, "an object"],
    ["a date", new Date(0), "an object"],
    ["a function", () => 1, "a function"],
    ["a bigint", 1n, "a bigint"],
    ["a symbol", Symbol("x"), "a symbol"],
  ];
  it.each(rows)("%s", (_why, value, kind) => {
    expect(kindOf(value)).toBe(kind);
  });

  it("never repeats a value, whatever it is", () => {
    const kinds = new Set(rows.map(([, , kind]) => kind));
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true }), (value) => {
        expect(kinds).toContain(kindOf(value));
      }),
    );
  });
});

describe("shownKey", () => {
  it.each([
    ["an identifier is shown", "waterSorce", '"waterSorce"'],
    ["so is snake case", "water_source", '"water_source"'],
    ["and kebab case", "water-source", '"water-source"'],
    ["and a key that starts with _ or $", "$meta", '"$meta"'],
    ["forty characters are shown", "a".repeat(40), `"${"a".repeat(40)}"`],
    ["forty-one are not", "a".repeat(41), "that is no identifier"],
    ["a name of a person is not", "Nguyễn Văn A", "that is no identifier"],
    ["nor are digits, which may be a citizen number", "038203004567", "that is no identifier"],
    ["nor words", "a b", "that is no identifier"],
    ["nor an empty key", "", "that is no identifier"],
    ["nor a key with a line break behind it", "abc\n", "that is no identifier"],
    ["nor one with more before it", "\nabc", "that is no identifier"],
  ])("%s", (_why, key, shown) => {
    expect(shownKey(key)).toBe(shown);
  });
});
