import { describe, expect, it } from "vitest";
import { appendTo } from "../../src/core/append-to.js";

describe("appendTo", () => {
  it("begins a list at a new key and keeps the order of what comes after", () => {
    const lists = new Map<string, number[]>();
    appendTo(lists, "a", 1);
    appendTo(lists, "b", 2);
    appendTo(lists, "a", 3);
    expect([...lists]).toEqual([["a", [1, 3]], ["b", [2]]]);
  });
});
