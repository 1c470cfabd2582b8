import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { dayNumber } from "../../src/core/plain-date.js";
import {
  age, all, any, atLeastOf, birthTest, bornOnOrAfter, checkExpression, compared, fact, factsOf, holds, householdFactNames, memberFactNames, noMember, not, oneOf,
  partsOf, perMember, shareOfMembers, someMember, type Comparison, type Expression,
} from "../../src/law/expression.js";
import { refusal } from "../support/refusal.js";

const jobless = fact("jobless");
const radio = fact("hasRadio");

describe("the language", () => {
  const forms: readonly (readonly [why: string, expression: Expression, json: unknown])[] = [
    ["a boolean fact", radio, { fact: "hasRadio" }],
    ["an enumerated fact is one of some words", oneOf("waterSource", ["tap", "other"]), { fact: "waterSource", oneOf: ["tap", "other"] }],
    ["a number compares with a bound", compared("floorAreaM2", "<", 8), { fact: "floorAreaM2", is: "<", value: 8 }],
    ["a number per person does", perMember("floorAreaM2", ">=", 7.5), { perMember: "floorAreaM2", is: ">=", value: 7.5 }],
    ["all", all(radio, radio), { all: [{ fact: "hasRadio" }, { fact: "hasRadio" }] }],
    ["any", any(radio), { any: [{ fact: "hasRadio" }] }],
    ["not", not(radio), { not: { fact: "hasRadio" } }],
    ["at least some number of parts", atLeastOf(1, radio, radio), { atLeast: 1, of: [{ fact: "hasRadio" }, { fact: "hasRadio" }] }],
    ["some member", someMember(jobless), { someMember: { fact: "jobless" } }],
    ["no member", noMember(age(">=", 16)), { noMember: { age: ">=", years: 16 } }],
    ["a birth", someMember(bornOnOrAfter("1986-01-01")), { someMember: { bornOnOrAfter: "1986-01-01" } }],
    ["a share of the members", shareOfMembers(jobless, ">", [1, 2]), { shareOfMembers: { fact: "jobless" }, is: ">", share: [1, 2] }],
    ["everything of a member within", someMember(all(any(jobless), not(jobless), atLeastOf(2, jobless, oneOf("attending", ["none"])))), {
      someMember: { all: [{ any: [{ fact: "jobless" }] }, { not: { fact: "jobless" } }, { atLeast: 2, of: [{ fact: "jobless" }, { fact: "attending", oneOf: ["none"] }] }] },
    }],
  ];
  it.each(forms)("is plain data, and well formed: %s", (_why, expression, json) => {
    expect(expression).toEqual(json);
    expect(refusal(() => { checkExpression(JSON.parse(JSON.stringify(json)), "deprivedWhen"); })).toBe("accepted");
  });

  const nested = (depth: number): unknown => (depth === 0 ? { fact: "hasRadio" } : { not: nested(depth - 1) });

  const malformed: readonly (readonly [why: string, expression: unknown, path: string, says: string])[] = [
    ["null", null, "d", "expected an expression"],
    ["absent", undefined, "d", "expected an expression"],
    ["a text", "hasRadio", "d", "expected an expression"],
    ["a number", 3, "d", "expected an expression"],
    ["a list", [{ fact: "hasRadio" }], "d", "expected an expression"],
    ["an empty object", {}, "d", "expected an expression of the language"],
    ["an unknown form", { none: [] }, "d", "expected an expression of the language"],
    ["a form with a key too many", { fact: "hasRadio", not: { fact: "hasRadio" } }, "d", "expected an expression of the language"],
    ["a form with a key too few", { age: ">=" }, "d", "expected an expression of the language"],
    ["keys in one", { "fact oneOf": "hasRadio" }, "d", "expected a fact of the household"],
    ["keys in one, of a number", { "fact is value": "floorAreaM2" }, "d", "expected a fact of the household"],
    ["keys in one, of an age", { someMember: { "age years": 3 } }, "d.someMember", "expected one of <, <=, >, >="],
    ["keys in one, of a count", { "atLeast of": 3 }, "d", "expected at least one expression in of"],
    ["keys in one, of a share", { "is share shareOfMembers": 3 }, "d", "expected one of <, <=, >, >="],
    ["keys in one, per member", { "is perMember value": 3 }, "d", "expected a fact of the household"],
    ["an own __proto__ is a key like others", JSON.parse('{"__proto__":{"fact":"hasRadio"}}'), "d", "expected an expression of the language"],
    ["an own __proto__ beside a form", JSON.parse('{"fact":"hasRadio","__proto__":{}}'), "d", "expected an expression of the language"],
    ["a fact that is none", { fact: "hasCar" }, "d", "expected a fact of the household"],
    ["a fact that every object inherits", { fact: "constructor" }, "d", "expected a fact of the household"],
    ["a fact named __proto__", { fact: "__proto__" }, "d", "expected a fact of the household"],
    ["the same of a member", { someMember: { fact: "toString" } }, "d.someMember", "expected a fact of the member"],
    ["a fact that is no text", { fact: 3 }, "d", "expected a fact of the household"],
    ["a fact that is a list", { fact: ["hasRadio"] }, "d", "expected a fact of the household"],
    ["a number as if it were true or false", { fact: "floorAreaM2" }, "d", "expected a fact of type boolean, not number"],
    ["words as if they were true or false", { fact: "waterSource" }, "d", "expected a fact of type boolean, not enum"],
    ["a birth as if it were true or false", { someMember: { fact: "bornOn" } }, "d.someMember", "expected a fact of type boolean, not birth"],
    ["a fact of a member outside of a test of the members", { fact: "jobless" }, "d", "expected a fact of the household"],
    ["a fact of the household inside of one", { someMember: { fact: "hasRadio" } }, "d.someMember", "expected a fact of the member"],
    ["words of a boolean fact", { fact: "hasRadio", oneOf: ["yes"] }, "d", "expected a fact of type enum, not boolean"],
    ["words of a fact of the wrong level", { fact: "attending", oneOf: ["none"] }, "d", "expected a fact of the household"],
    ["words of a household inside of a test of the members", { someMember: { fact: "waterSource", oneOf: ["tap"] } }, "d.someMember", "expected a fact of the member"],
    ["a word that the fact cannot have", { fact: "waterSource", oneOf: ["tap", "well"] }, "d", "expected words that the fact can have"],
    ["a word that every object inherits", { fact: "waterSource", oneOf: ["constructor"] }, "d", "expected words that the fact can have"],
    ["a word named __proto__", { fact: "waterSource", oneOf: ["__proto__"] }, "d", "expected words that the fact can have"],
    ["a word that is none", { fact: "waterSource", oneOf: [3] }, "d", "expected words that the fact can have"],
    ["a word in a list", { fact: "waterSource", oneOf: [["tap"]] }, "d", "expected words that the fact can have"],
    ["no word at all", { fact: "waterSource", oneOf: [] }, "d", "expected words that the fact can have"],
    ["words that are no list", { fact: "waterSource", oneOf: "tap" }, "d", "expected words that the fact can have"],
    ["words that are null", { fact: "waterSource", oneOf: null }, "d", "expected words that the fact can have"],
    ["a comparison of a boolean fact", { fact: "hasRadio", is: "<", value: 8 }, "d", "expected a fact of type number, not boolean"],
    ["an unknown comparison", { fact: "floorAreaM2", is: "=", value: 8 }, "d", "expected one of <, <=, >, >="],
    ["no comparison", { fact: "floorAreaM2", is: null, value: 8 }, "d", "expected one of <, <=, >, >="],
    ["a bound that is no number", { fact: "floorAreaM2", is: "<", value: "8" }, "d", "expected a finite number"],
    ["a bound that JSON lost", { fact: "floorAreaM2", is: "<", value: null }, "d", "expected a finite number"],
    ["an infinite bound", { fact: "floorAreaM2", is: "<", value: Infinity }, "d", "expected a finite number"],
    ["a comparison inside of a test of the members", { someMember: { fact: "floorAreaM2", is: "<", value: 8 } }, "d.someMember", "expected outside of another test of the members"],
    ["a member's fact per member", { perMember: "jobless", is: "<", value: 8 }, "d", "expected a fact of the household"],
    ["true or false per member", { perMember: "hasRadio", is: "<", value: 8 }, "d", "expected a fact of type number, not boolean"],
    ["an unknown comparison per member", { perMember: "floorAreaM2", is: "≤", value: 8 }, "d", "expected one of <, <=, >, >="],
    ["a bound per member that is no number", { perMember: "floorAreaM2", is: "<", value: {} }, "d", "expected a finite number"],
    ["per member inside of a test of the members", { noMember: { perMember: "floorAreaM2", is: "<", value: 8 } }, "d.noMember", "expected outside of another test of the members"],
    ["an age outside", { age: ">=", years: 6 }, "d", "expected inside of a test of the members"],
    ["an age in parts of a year", { someMember: { age: ">=", years: 6.5 } }, "d.someMember", "expected a whole number, 0 or more"],
    ["a negative age", { someMember: { age: ">=", years: -1 } }, "d.someMember", "expected a whole number, 0 or more"],
    ["an age as text", { someMember: { age: ">=", years: "6" } }, "d.someMember", "expected a whole number, 0 or more"],
    ["an age with an unknown comparison", { someMember: { age: "over", years: 6 } }, "d.someMember", "expected one of <, <=, >, >="],
    ["a birth outside", { bornOnOrAfter: "1986-01-01" }, "d", "expected inside of a test of the members"],
    ["a birth that is no day of the calendar", { someMember: { bornOnOrAfter: "1986-02-29" } }, "d.someMember", "expected a day of the calendar, YYYY-MM-DD"],
    ["a birth in a year only", { someMember: { bornOnOrAfter: "1986" } }, "d.someMember", "expected a day of the calendar, YYYY-MM-DD"],
    ["a birth that is no text", { someMember: { bornOnOrAfter: 19860101 } }, "d.someMember", "expected a day of the calendar, YYYY-MM-DD"],
    ["an empty all", { all: [] }, "d", "expected at least one expression in all"],
    ["an empty any", { any: [] }, "d", "expected at least one expression in any"],
    ["an all that is no list", { all: { fact: "hasRadio" } }, "d", "expected at least one expression in all"],
    ["an any that is null", { any: null }, "d", "expected at least one expression in any"],
    ["a wrong part of an all is named by its place", { all: [{ fact: "hasRadio" }, { fact: "hasCar" }] }, "d.all[1]", "expected a fact of the household"],
    ["a part of an all that is null", { all: [{ fact: "hasRadio" }, null] }, "d.all[1]", "expected an expression"],
    ["a wrong part of an any", { any: [{ any: [{ fact: "hasCar" }] }] }, "d.any[0].any[0]", "expected a fact of the household"],
    ["a wrong part of a not", { not: { fact: "hasCar" } }, "d.not", "expected a fact of the household"],
    ["no part of a not", { not: null }, "d.not", "expected an expression"],
    ["at least none", { atLeast: 0, of: [{ fact: "hasRadio" }] }, "d", "expected a whole number, 1 or more"],
    ["at least a half", { atLeast: 0.5, of: [{ fact: "hasRadio" }] }, "d", "expected a whole number, 1 or more"],
    ["at least more than there are", { atLeast: 2, of: [{ fact: "hasRadio" }] }, "d", "expected no more than there are parts"],
    ["at least one of none", { atLeast: 1, of: [] }, "d", "expected at least one expression in of"],
    ["a wrong part of them", { atLeast: 1, of: [{ fact: "hasRadio" }, {}] }, "d.of[1]", "expected an expression of the language"],
    ["a test of the members inside of another", { someMember: { someMember: { fact: "jobless" } } }, "d.someMember", "expected outside of another test of the members"],
    ["deeper inside", { someMember: { all: [{ not: { noMember: { fact: "jobless" } } }] } }, "d.someMember.all[0].not", "expected outside of another test of the members"],
    ["a share inside of a test", { noMember: { shareOfMembers: { fact: "jobless" }, is: ">", share: [1, 2] } }, "d.noMember", "expected outside of another test of the members"],
    ["a test inside of a share", { shareOfMembers: { someMember: { fact: "jobless" } }, is: ">", share: [1, 2] }, "d.shareOfMembers", "expected outside of another test of the members"],
    ["a wrong part of a share", { shareOfMembers: { fact: "hasRadio" }, is: ">", share: [1, 2] }, "d.shareOfMembers", "expected a fact of the member"],
    ["a wrong part of a test", { noMember: {} }, "d.noMember", "expected an expression of the language"],
    ["a share with an unknown comparison", { shareOfMembers: { fact: "jobless" }, is: "more", share: [1, 2] }, "d", "expected one of <, <=, >, >="],
    ["a share that is a number", { shareOfMembers: { fact: "jobless" }, is: ">", share: 0.5 }, "d", "expected a numerator and a denominator"],
    ["a share of three numbers", { shareOfMembers: { fact: "jobless" }, is: ">", share: [1, 2, 3] }, "d", "expected a numerator and a denominator"],
    ["a share of nothing", { shareOfMembers: { fact: "jobless" }, is: ">", share: [1, 0] }, "d", "expected a whole number, 1 or more"],
    ["a negative share", { shareOfMembers: { fact: "jobless" }, is: ">", share: [-1, 2] }, "d", "expected a whole number, 0 or more"],
    ["a fractional share", { shareOfMembers: { fact: "jobless" }, is: ">", share: [0.5, 1] }, "d", "expected a whole number, 0 or more"],
    ["fifty-one expressions within each other", nested(51), `d${".not".repeat(51)}`, "expected at most 50 expressions within each other"],
    ["so many that the stack would end", nested(4000), `d${".not".repeat(51)}`, "expected at most 50 expressions within each other"],
    ["as many within a share", { shareOfMembers: { all: [nested(60)] }, is: ">", share: [1, 2] }, `d.shareOfMembers.all[0]${".not".repeat(49)}`, "expected at most 50 expressions within each other"],
    ["as many within at least some", { atLeast: 1, of: [nested(60)] }, `d.of[0]${".not".repeat(50)}`, "expected at most 50 expressions within each other"],
    ["as many of a member", { someMember: all(not(nested(60) as Expression)) }, `d.someMember.all[0]${".not".repeat(49)}`, "expected at most 50 expressions within each other"],
  ];
  it.each(malformed)("refuses: %s", (_why, expression, path, says) => {
    expect(refusal(() => { checkExpression(expression, "d"); })).toEqual({ code: "chuan-ngheo/invalid-standard", path, message: `${path}: ${says}` });
  });

  it("takes fifty expressions within each other, zero years and a share of none", () => {
    for (const expression of [nested(50), someMember(age(">", 0)), shareOfMembers(jobless, ">", [0, 1]), atLeastOf(2, radio, radio)])
      expect(refusal(() => { checkExpression(expression, "d"); })).toBe("accepted");
  });

  it.each(["<", "<=", ">", ">="] as const)("takes the comparison %s wherever one stands", (is) => {
    for (const expression of [compared("floorAreaM2", is, 8), perMember("floorAreaM2", is, 8), someMember(age(is, 16)), shareOfMembers(age(is, 16), is, [1, 2])])
      expect(refusal(() => { checkExpression(expression, "d"); })).toBe("accepted");
  });

  it("never throws anything but its own error, whatever JSON comes", () => {
    const key = fc.constantFrom("fact", "oneOf", "is", "value", "age", "years", "bornOnOrAfter", "all", "any", "not", "atLeast", "of", "someMember", "noMember", "shareOfMembers", "share", "perMember", "__proto__");
    const leaf = fc.constantFrom<unknown>("hasRadio", "jobless", "floorAreaM2", "bornOn", "tap", "none", ">=", "1986-01-01", 1, 2, 0, -1, null, true, "__proto__");
    const { json } = fc.letrec<{ json: unknown }>((tie) => ({
      json: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie("json"), { maxLength: 3 }), fc.array(fc.tuple(key, tie("json")), { maxLength: 3 }).map((entries) => Object.fromEntries(entries))),
    }));
    fc.assert(
      fc.property(json, (value) => {
        const refused = refusal(() => { checkExpression(value, "d"); });
        if (refused !== "accepted") expect(refused).toMatchObject({ code: "chuan-ngheo/invalid-standard", path: expect.stringMatching(/^d/) as string });
      }),
      { numRuns: 2000 },
    );
  });
});

describe("partsOf and factsOf", () => {
  const forms: readonly (readonly [why: string, expression: Expression, parts: readonly Expression[]])[] = [
    ["a fact has none", radio, []],
    ["nor have words", oneOf("waterSource", ["tap"]), []],
    ["nor an age", age("<", 3), []],
    ["nor a birth", bornOnOrAfter("1986-01-01"), []],
    ["nor a number per member", perMember("floorAreaM2", "<", 8), []],
    ["all", all(radio, not(radio)), [radio, not(radio)]],
    ["any", any(radio, not(radio)), [radio, not(radio)]],
    ["at least", atLeastOf(1, radio, not(radio)), [radio, not(radio)]],
    ["not", not(radio), [radio]],
    ["some member", someMember(jobless), [jobless]],
    ["no member", noMember(jobless), [jobless]],
    ["a share", shareOfMembers(jobless, "<", [1, 3]), [jobless]],
  ];
  it.each(forms)("parts: %s", (_why, expression, parts) => {
    expect(partsOf(expression)).toEqual(parts);
  });

  it("facts stand once, household before members, in the order of the catalogue", () => {
    const rule = any(
      someMember(all(oneOf("attending", ["none"]), age(">=", 3), jobless)),
      shareOfMembers(bornOnOrAfter("1986-01-01"), ">", [1, 2]),
      noMember(fact("usesInternet")),
      atLeastOf(1, not(fact("roofDurable")), fact("wallDurable")),
      perMember("floorAreaM2", "<", 8),
      oneOf("waterSource", ["tap"]),
      fact("wallDurable"),
    );
    expect(factsOf(rule)).toEqual(["floorAreaM2", "wallDurable", "roofDurable", "waterSource", "bornOn", "jobless", "attending", "usesInternet"]);
    expect(factsOf(compared("floorAreaM2", "<", 8))).toEqual(["floorAreaM2"]);
    expect(factsOf(not(any(all(radio), someMember(jobless))))).toEqual(["hasRadio", "jobless"]);
    expect(factsOf(someMember(age("<", 16)))).toEqual(["bornOn"]);
    expect(factsOf(noMember(bornOnOrAfter("1986-01-01")))).toEqual(["bornOn"]);
  });

  it("the names of the catalogue are listed in its order", () => {
    expect([householdFactNames[0], householdFactNames.at(-1), memberFactNames[0], memberFactNames.at(-1)]).toEqual(["floorAreaM2", "hearsLoudspeaker", "bornOn", "wentWithoutCare"]);
  });
});

describe("holds", () => {
  it.each([
    ["under the bound", -1, { "<": true, "<=": true, ">": false, ">=": false }],
    ["on the bound", 0, { "<": false, "<=": true, ">": false, ">=": true }],
    ["over the bound", 1, { "<": false, "<=": false, ">": true, ">=": true }],
    ["a breath under it", -1e-9, { "<": true, "<=": true, ">": false, ">=": false }],
  ])("%s", (_why, difference, truths) => {
    for (const [is, truth] of Object.entries(truths)) expect(holds(difference, is as Comparison)).toBe(truth);
  });
});

const passes = (test: { readonly bound: number; readonly negated: boolean }, born: string): boolean => dayNumber(born)! <= test.bound !== test.negated;

describe("birthTest", () => {
  const ages: readonly (readonly [why: string, born: string, on: string, years: number, reached: boolean])[] = [
    ["the day before the birthday", "2008-05-17", "2026-05-16", 18, false],
    ["the birthday itself", "2008-05-17", "2026-05-17", 18, true],
    ["the day after", "2008-05-17", "2026-05-18", 18, true],
    ["born on 29 February, on 28 February of a common year", "2008-02-29", "2026-02-28", 18, false],
    ["born on 29 February, on 1 March of a common year", "2008-02-29", "2026-03-01", 18, true],
    ["born on 29 February, on 28 February of a leap year", "2008-02-29", "2024-02-28", 16, false],
    ["born on 29 February, on 29 February of a leap year", "2008-02-29", "2024-02-29", 16, true],
    ["reviewed on 29 February, born on 28 February of a common year", "2006-02-28", "2024-02-29", 18, true],
    ["reviewed on 29 February, born on 1 March of a common year", "2006-03-01", "2024-02-29", 18, false],
    ["born on the last day of a year, on the day before", "2007-12-31", "2023-12-30", 16, false],
    ["born on the last day of a year, on that day", "2007-12-31", "2023-12-31", 16, true],
    ["born on New Year's Day, on the day before", "2008-01-01", "2023-12-31", 16, false],
    ["not a year old, on the day of birth", "2023-12-14", "2023-12-14", 0, true],
    ["before the birth no age is reached", "2023-12-15", "2023-12-14", 0, false],
  ];
  it.each(ages)("age ≥ n: %s", (_why, born, on, years, reached) => {
    const day = dayNumber(on)!;
    expect(passes(birthTest({ age: ">=", years }, day), born)).toBe(reached);
    expect(passes(birthTest({ age: "<", years }, day), born)).toBe(!reached);
  });

  const both: readonly (readonly [why: string, born: string, on: string, years: number, at: boolean])[] = [
    ["still 30, the day before the 31st birthday", "1992-12-15", "2023-12-14", 30, true],
    ["31 today", "1992-12-14", "2023-12-14", 30, false],
    ["30 today", "1993-12-14", "2023-12-14", 30, true],
    ["still 29", "1993-12-15", "2023-12-14", 30, true],
    ["born on 29 February, still 30 on 28 February", "1996-02-29", "2027-02-28", 30, true],
    ["born on 29 February, 31 on 1 March", "1996-02-29", "2027-03-01", 30, false],
  ];
  it.each(both)("age ≤ n: %s", (_why, born, on, years, at) => {
    const day = dayNumber(on)!;
    expect(passes(birthTest({ age: "<=", years }, day), born)).toBe(at);
    expect(passes(birthTest({ age: ">", years }, day), born)).toBe(!at);
  });

  it.each([
    ["the day before", "1986-01-01", "1985-12-31", false],
    ["that day", "1986-01-01", "1986-01-01", true],
    ["the day after", "1986-01-01", "1986-01-02", true],
    ["the day before one within a month", "1986-01-15", "1986-01-14", false],
    ["that day", "1986-01-15", "1986-01-15", true],
    ["the day after it", "1986-01-15", "1986-01-16", true],
  ])("born on or after a day: %s, whenever the review is", (_why, bornOnOrAfter, born, after) => {
    for (const on of ["2016-01-05", "2021-12-31"]) expect(passes(birthTest({ bornOnOrAfter }, dayNumber(on)!), born)).toBe(after);
  });

  it("completed years are those of Temporal, for every birth in a leap cycle and random ones", () => {
    const completed = (born: string, on: string): number => Temporal.PlainDate.from(born).until(Temporal.PlainDate.from(on), { largestUnit: "years" }).years;
    const check = (born: string, on: string): void => {
      const years = completed(born, on);
      const day = dayNumber(on)!;
      for (const bound of [years - 1, years, years + 1].filter((each) => each >= 0)) {
        const truths = (["<", "<=", ">", ">="] as const).map((is) => passes(birthTest({ age: is, years: bound }, day), born));
        expect([born, on, bound, ...truths]).toEqual([born, on, bound, years < bound, years <= bound, years > bound, years >= bound]);
      }
    };
    for (let born = Temporal.PlainDate.from("2006-12-01"); born.year < 2009; born = born.add({ days: 1 }))
      for (const on of ["2024-02-28", "2024-02-29", "2024-03-01", "2026-02-28", "2026-03-01"]) check(born.toString(), on);
    const days = fc.tuple(fc.integer({ min: 1900, max: 2024 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 28, 29, 30, 31)).map(([year, month, day]) => Temporal.PlainDate.from({ year, month, day }).toString());
    fc.assert(
      fc.property(days, days, (a, b) => {
        check(a < b ? a : b, a < b ? b : a);
      }),
      { numRuns: 1000 },
    );
  });
});
