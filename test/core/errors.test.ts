import { afterEach, describe, expect, it, vi } from "vitest";
import { isPovertyStandardError, PovertyStandardError, type ErrorWord } from "../../src/core/errors.js";

afterEach(() => {
  vi.resetModules();
});

describe("PovertyStandardError", () => {
  const words: readonly (readonly [why: string, word: ErrorWord, code: string])[] = [
    ["a broken input", "invalid-input", "chuan-ngheo/invalid-input"],
    ["a day or rule that no standard holds", "law-not-held", "chuan-ngheo/law-not-held"],
    ["a standard that is none", "invalid-standard", "chuan-ngheo/invalid-standard"],
    ["an area that does not fit the tree", "invalid-area", "chuan-ngheo/invalid-area"],
    ["results of two standards in one table", "standards-differ", "chuan-ngheo/standards-differ"],
    ["members that come before their household", "members-out-of-order", "chuan-ngheo/members-out-of-order"],
  ];
  it.each(words)("has a stable code: %s", (_why, word, code) => {
    expect(new PovertyStandardError(word, "expected something").code).toBe(code);
  });

  it("names the place before the message, and keeps it apart", () => {
    const error = new PovertyStandardError("invalid-input", "expected a day", "members[0].bornOn");
    expect(error.message).toBe("members[0].bornOn: expected a day");
    expect(error.path).toBe("members[0].bornOn");
    expect(error.name).toBe("PovertyStandardError");
    expect(error).toBeInstanceOf(Error);
  });

  it("has no place when the whole input is meant", () => {
    const error = new PovertyStandardError("invalid-input", "expected an object");
    expect(error.message).toBe("expected an object");
    expect(error.path).toBeNull();
  });

  it("shows a logger its name, code and path, and no mark of ours", () => {
    const error = new PovertyStandardError("invalid-area", "expected a parent", "areas[3]");
    expect(JSON.parse(JSON.stringify(error))).toEqual({ name: "PovertyStandardError", code: "chuan-ngheo/invalid-area", path: "areas[3]" });
    expect(Reflect.ownKeys(error).filter((key) => typeof key === "symbol" && Object.prototype.propertyIsEnumerable.call(error, key))).toEqual([]);
  });
});

describe("isPovertyStandardError", () => {
  it("knows an error of this copy", () => {
    expect(isPovertyStandardError(new PovertyStandardError("invalid-input", "expected text"))).toBe(true);
  });

  it("knows an error of another copy of the package, in both directions, where instanceof fails", async () => {
    vi.resetModules();
    const copy = await import("../../src/core/errors.js");
    const theirs = new copy.PovertyStandardError("law-not-held", "not held", "day");
    const ours = new PovertyStandardError("law-not-held", "not held", "day");
    expect(theirs).not.toBeInstanceOf(PovertyStandardError);
    expect(ours).not.toBeInstanceOf(copy.PovertyStandardError);
    expect(isPovertyStandardError(theirs)).toBe(true);
    expect(copy.isPovertyStandardError(ours)).toBe(true);
  });

  it("knows it by a mark that every version has registered under one name", () => {
    expect(isPovertyStandardError({ [Symbol.for("chuan-ngheo/error")]: true })).toBe(true);
  });

  const others: readonly (readonly [why: string, error: unknown])[] = [
    ["nothing was thrown", undefined],
    ["null was thrown", null],
    ["a text was thrown", "chuan-ngheo/invalid-input"],
    ["a number was thrown", 1],
    ["an error of someone else", new TypeError("other")],
    ["an error that only looks like ours", Object.assign(new Error("x"), { name: "PovertyStandardError", code: "chuan-ngheo/invalid-input", path: null })],
    ["a mark of the same name that is not registered", { [Symbol("chuan-ngheo/error")]: true }],
    ["a mark that says no", { [Symbol.for("chuan-ngheo/error")]: false }],
    ["a function, whatever it carries", Object.assign(() => 0, { [Symbol.for("chuan-ngheo/error")]: true })],
  ];
  it.each(others)("is false: %s", (_why, error) => {
    expect(isPovertyStandardError(error)).toBe(false);
  });
});
