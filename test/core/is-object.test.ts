import { describe, expect, it } from "vitest";
import { isObject } from "../../src/core/is-object.js";

describe("isObject", () => {
  const rows: readonly (readonly [why: string, value: unknown, is: boolean])[] = [
    ["an object", {}, true],
    ["an object without a prototype", Object.create(null), true],
    ["a date is an object with keys, though it has none", new Date(0), true],
    ["null is called an object by typeof", null, false],
    ["a list is one too", [], false],
    ["nothing", undefined, false],
    ["a text", "a", false],
    ["a function", () => 1, false],
  ];
  it.each(rows)("%s", (_why, value, is) => {
    expect(isObject(value)).toBe(is);
  });
});
