import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaTree, isPovertyStandardError, type Area } from "../../src/index.js";

const area = (code: string, parent?: string | null): Area => ({ code, name: `Area ${code}`, level: "unit", ...(parent === undefined ? {} : { parent }) });

describe("areaTree", () => {
  const rows: readonly (readonly [why: string, areas: readonly Area[], order: readonly string[]])[] = [
    ["No areas make an empty tree.", [], []],
    ["A parent comes after its parts, which keep their order.", [area("p"), area("b", "p"), area("a", "p")], ["b", "a", "p"]],
    ["It may be given before or after them.", [area("b", "p"), area("p"), area("a", "p")], ["b", "a", "p"]],
    ["Each subtree stays together.", [area("p"), area("d1", "p"), area("d2", "p"), area("c2", "d2"), area("c1", "d1")], ["c1", "d1", "c2", "d2", "p"]],
    ["There may be several areas at the top, null or missing.", [area("p", null), area("q"), area("c", "q")], ["p", "c", "q"]],
    ["Names of methods are codes like others.", [area("constructor"), area("__proto__", "constructor")], ["__proto__", "constructor"]],
  ];

  it.each(rows)("%s", (_why, areas, order) => {
    expect(areaTree(areas).areas.map(({ code }) => code)).toEqual(order);
  });

  it("finds parents and parts by code", () => {
    const { parents, children } = areaTree([area("p"), area("a", "p"), area("b", "p")]);
    expect([...parents]).toEqual([["p", null], ["a", "p"], ["b", "p"]]);
    expect([...children]).toEqual([["p", ["a", "b"]], ["a", []], ["b", []]]);
  });

  const wrong: readonly (readonly [why: string, areas: unknown, path: string | null, message: RegExp])[] = [
    ["no list", { code: "a" }, "areas", /expected a list; got an object/],
    ["an element that is no object", ["a"], "areas[0]", /expected an object; got text/],
    ["a code as a number, which has lost its zeros", [{ ...area("a"), code: 17 }], "areas[0].code", /expected a code as text; got a whole number/],
    ["an empty code", [area("")], "areas[0].code", /expected a code/],
    ["no name", [{ code: "a", level: "unit" }], "areas[0].name", /expected text; got nothing/],
    ["no level", [{ code: "a", name: "A" }], "areas[0].level", /expected text; got nothing/],
    ["a parent as a number", [{ ...area("a"), parent: 1 }], "areas[0].parent", /expected the code of an area as text/],
    ["an unknown key", [{ ...area("a"), parnet: "b" }], "areas[0].parnet", /"parnet" is no key of an area; the nearest is "parent"/],
    ["an own __proto__", [JSON.parse('{"code":"a","name":"","level":"","__proto__":1}')], "areas[0].__proto__", /is no key/],
    ["a code that was there before", [area("a"), area("b"), area("a")], "areas[2].code", /an earlier area has "a"/],
    ["a parent that is not there", [area("a"), area("b", "20194")], "areas[1].parent", /none has "20194"/],
    ["a parent that may be a person's data", [area("b", "Nguyễn Văn A")], "areas[0].parent", /none has this/],
    ["a parent of more than 40 characters", [area("b", "1".repeat(41))], "areas[0].parent", /none has this/],
    ["an area that is part of itself", [area("p"), area("a", "a")], "areas[1].parent", /no part of itself/],
    ["two areas that contain each other", [area("p"), area("a", "b"), area("b", "a")], "areas[1].parent", /no part of itself/],
    ["a circle, named by one of its own areas and not by one below it", [area("x", "c"), area("y", "x"), area("b", "c"), area("c", "b")], "areas[2].parent", /no part of itself/],
    ["one of two circles", [area("a", "b"), area("b", "a"), area("c", "d"), area("d", "c")], "areas[0].parent", /no part of itself/],
  ];

  it.each(wrong)("refuses %s", (_why, areas, path, message) => {
    const act = (): unknown => areaTree(areas as readonly Area[]);
    expect(act).toThrow(message);
    expect(act).toThrow(expect.objectContaining({ code: "chuan-ngheo/invalid-area", path }));
    expect(act).not.toThrow(/Nguyễn/);
    expect(act).toThrow(expect.toSatisfy(isPovertyStandardError));
  });

  it("can be as deep as it likes, and so can a circle", () => {
    const chain = Array.from({ length: 100_000 }, (_, index) => area(String(index), index === 0 ? null : String(index - 1)));
    const { areas } = areaTree(chain);
    expect([areas[0]!.code, areas.at(-1)!.code]).toEqual(["99999", "0"]);
    const circle = chain.map((each, index) => (index === 0 ? { ...each, parent: "99999" } : each));
    expect(() => areaTree(circle)).toThrow("areas[0].parent");
  });

  /** Every area has an earlier one or none as parent; then the list is shuffled. */
  const trees = fc
    .array(fc.nat(), { maxLength: 20 })
    .map((seeds) => seeds.map((seed, index) => area(`a${index}`, seed % (index + 1) === index ? null : `a${seed % (index + 1)}`)))
    .chain((areas) => fc.shuffledSubarray(areas, { minLength: areas.length }));

  it("holds every area once, each after its parts, whatever the order", () => {
    fc.assert(
      fc.property(trees, (given) => {
        const copy = structuredClone(given);
        const { areas, parents, children } = areaTree(given);
        expect(given).toEqual(copy);
        expect(areas.map(({ code }) => code).sort()).toEqual(given.map(({ code }) => code).sort());
        const place = new Map(areas.map(({ code }, index) => [code, index]));
        for (const { code, parent = null } of given) {
          expect(parents.get(code)).toBe(parent);
          if (parent !== null) expect(place.get(code)!).toBeLessThan(place.get(parent)!);
          expect(children.get(code)).toEqual(given.filter((each) => each.parent === code).map((each) => each.code));
        }
      }),
    );
  });

  it("refuses a tree as soon as one area at the top is put below one of its parts", () => {
    fc.assert(
      fc.property(trees.filter((areas) => areas.length > 0), fc.nat(), (given, seed) => {
        const below = given[seed % given.length]!;
        const parents = new Map(given.map(({ code, parent = null }) => [code, parent]));
        let top = below.code;
        for (let parent = parents.get(top); typeof parent === "string"; parent = parents.get(top)) top = parent;
        const bent = given.map((each) => (each.code === top ? { ...each, parent: below.code } : each));
        expect(() => areaTree(bent)).toThrow("no part of itself");
      }),
    );
  });
});
