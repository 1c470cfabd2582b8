import { describe, expect, it } from "vitest";
import { checkedList, checkedRecord, placed, unexpected } from "../../src/core/checked-record.js";
import { PovertyStandardError } from "../../src/core/errors.js";

const keys = new Set(["code", "name"]);
const check = (value: unknown): unknown => checkedRecord(value, keys, "key of a thing");

describe("checkedRecord", () => {
  it.each([
    ["all keys", { code: 1, name: 2 }],
    ["none", {}],
    ["no prototype", Object.assign(Object.create(null) as object, { code: 1 })],
    ["a prototype with methods only", new (class Thing { code = 1; method(): void { this.code++; } })()],
  ])("hands back an object with %s", (_why, value) => {
    expect(check(value)).toBe(value);
  });

  it.each([
    ["nothing", null, null, "expected an object; got nothing"],
    ["a list", [], null, "expected an object; got a list"],
    ["text", "code", null, "expected an object; got text"],
    ["inherited keys", Object.create({ code: 1 }), null, "expected an object whose keys are its own; got an object"],
    ["an unknown key", { cod: 1 }, "cod", 'cod: a key "cod" is no key of a thing; the nearest is "code"'],
    ["one without a value", { cod: undefined }, "cod", 'cod: a key "cod" is no key of a thing; the nearest is "code"'],
    ["one that is near none", { residence: 1 }, "residence", 'residence: a key "residence" is no key of a thing'],
    ["one that may be a person's data", { "012 345": 1 }, null, "a key that is no identifier is no key of a thing"],
    ["an own __proto__", JSON.parse('{"__proto__":1}'), "__proto__", '__proto__: a key "__proto__" is no key of a thing'],
  ])("refuses %s", (_why, value, path, message) => {
    expect(() => check(value)).toThrow(expect.objectContaining({ code: "chuan-ngheo/invalid-input", path, message }));
  });

  it("refuses with the code that is asked for", () => {
    expect(() => checkedRecord(1, keys, "key", "invalid-area")).toThrow(expect.objectContaining({ code: "chuan-ngheo/invalid-area" }));
  });
});

describe("checkedList", () => {
  const read = (element: unknown): number => {
    if (typeof element === "number") return element;
    throw element === "all" ? unexpected(null, "expected a number", element) : unexpected("day", "expected a number", element, "invalid-area");
  };

  it("reads every element", () => {
    expect(checkedList([1, 2], "things", read)).toEqual([1, 2]);
  });

  it.each([
    ["a part of an element", [1, true], "chuan-ngheo/invalid-area", "things[1].day", "things[1].day: expected a number; got true or false"],
    ["a whole element", ["all"], "chuan-ngheo/invalid-input", "things[0]", "things[0]: expected a number; got text"],
    ["a hole", new Array<unknown>(1), "chuan-ngheo/invalid-area", "things[0].day", "things[0].day: expected a number; got nothing"],
    ["no list", "12", "chuan-ngheo/invalid-input", "things", "things: expected a list; got text"],
  ])("names the place of %s", (_why, list, code, path, message) => {
    expect(() => checkedList(list, "things", read)).toThrow(expect.objectContaining({ code, path, message }));
  });
});

describe("placed", () => {
  it("leaves other errors alone", () => {
    const error = new TypeError("other");
    expect(placed(error, "things[0]")).toBe(error);
  });

  it("can be done twice", () => {
    const error = placed(placed(new PovertyStandardError("invalid-input", "expected a day", "on"), "b[1]"), "a[0]");
    expect(error).toMatchObject({ path: "a[0].b[1].on", message: "a[0].b[1].on: expected a day" });
  });
});
