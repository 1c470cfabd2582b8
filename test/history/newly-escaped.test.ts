import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  isPovertyStandardError, newlyEscaped, newlyEscapedDefinitions, type NewlyEscaped, type NewlyEscapedDefinitionId, type NewlyEscapedReason, type Recognition,
} from "../../src/index.js";
import { days, histories, history } from "./histories.js";

const definitions: readonly NewlyEscapedDefinitionId[] = ["credit", "programme"];

/** The answer in short: the reason, and the days where there are any. */
type Short = readonly [why: NewlyEscapedReason, since?: string, lastDay?: string];

function short({ newlyEscaped: yes, why, since, lastDay }: NewlyEscaped): Short {
  expect(yes).toBe(why === "within-window");
  expect([since === null, lastDay === null]).toEqual([!yes, !yes]);
  return since === null || lastDay === null ? [why] : [why, since, lastDay];
}

describe("newlyEscaped, the table of definitions", () => {
  const no = (why: NewlyEscapedReason): Short => [why];
  const yes = (since: string, lastDay: string): Short => ["within-window", since, lastDay];

  const rows: readonly (readonly [why: string, recognitions: readonly Recognition[], on: string, credit: Short, programme: Short])[] = [
    [
      "A poor household that rises above the lines is newly escaped by both.",
      history("2021-12-14 poor", "2022-12-14 not-poor"), "2023-06-01",
      yes("2022-12-14", "2025-12-14"), yes("2022-12-14", "2025-12-14"),
    ],
    [
      "An average living standard is above the lines too.",
      history("2021-12-14 poor", "2022-12-14 average-living-standard"), "2023-06-01",
      yes("2022-12-14", "2025-12-14"), yes("2022-12-14", "2025-12-14"),
    ],
    [
      "A near-poor household that rises has left both lists, but it escaped near-poverty, not poverty.",
      history("2021-12-14 near-poor", "2022-12-14 not-poor"), "2023-06-01",
      yes("2022-12-14", "2025-12-14"), no("not-an-escape"),
    ],
    [
      "A poor household that becomes near-poor has escaped poverty, but is still on a list.",
      history("2021-12-14 poor", "2022-12-14 near-poor"), "2023-06-01",
      no("still-listed"), yes("2022-12-14", "2025-12-14"),
    ],
    [
      "In two steps credit counts from the second, the programme from the first.",
      history("2021-12-14 poor", "2022-12-14 near-poor", "2023-12-14 not-poor"), "2024-06-01",
      yes("2023-12-14", "2026-12-14"), yes("2022-12-14", "2025-12-14"),
    ],
    [
      "Poor again, it is newly escaped no more, though the months have not passed.",
      history("2021-12-14 poor", "2022-12-14 not-poor", "2023-12-14 poor"), "2024-06-01",
      no("listed-again"), no("listed-again"),
    ],
    [
      "Near-poor again, it is back on a list for credit; for the programme the months go on.",
      history("2021-12-14 poor", "2022-12-14 not-poor", "2023-12-14 near-poor"), "2024-06-01",
      no("listed-again"), yes("2022-12-14", "2025-12-14"),
    ],
    [
      "The months count from the last escape.",
      history("2020-12-14 poor", "2021-12-14 not-poor", "2022-12-14 poor", "2023-12-14 not-poor"), "2024-06-01",
      yes("2023-12-14", "2026-12-14"), yes("2023-12-14", "2026-12-14"),
    ],
    ["A household that was never on a list has nothing to escape from.", history("2021-12-14 not-poor", "2022-12-14 average-living-standard"), "2023-06-01", no("never-listed"), no("never-listed")],
    ["Without any recognition nothing is known that lists it.", [], "2023-06-01", no("never-listed"), no("never-listed")],
    ["A household that is still poor has not escaped.", history("2021-12-14 poor", "2022-12-14 poor"), "2023-06-01", no("still-listed"), no("still-listed")],
    ["A household that is still near-poor and was never poor has not escaped either.", history("2021-12-14 near-poor"), "2023-06-01", no("still-listed"), no("still-listed")],
    ["A household that came to a list from outside is on it.", history("2021-12-14 not-poor", "2022-12-14 poor"), "2023-06-01", no("still-listed"), no("still-listed")],
    ["From near-poor to poor is no escape.", history("2021-12-14 near-poor", "2022-12-14 poor"), "2023-06-01", no("still-listed"), no("still-listed")],
    [
      "Recognised as above the lines a second time, it has not escaped a second time.",
      history("2021-12-14 poor", "2022-12-14 not-poor", "2023-12-14 not-poor"), "2024-06-01",
      yes("2022-12-14", "2025-12-14"), yes("2022-12-14", "2025-12-14"),
    ],
    [
      "Near-poor, above, and the programme's months are long over.",
      history("2018-12-14 poor", "2019-12-14 near-poor", "2023-12-14 not-poor"), "2024-06-01",
      yes("2023-12-14", "2026-12-14"), no("window-ended"),
    ],
    [
      "Back on the list for a while, then off by an escape: the second counts.",
      history("2018-12-14 poor", "2019-12-14 not-poor", "2020-12-14 near-poor", "2021-12-14 not-poor"), "2022-06-01",
      yes("2021-12-14", "2024-12-14"), yes("2019-12-14", "2022-12-14"),
    ],
    [
      "Listed again after the months had passed: the later fact is named.",
      history("2015-12-14 poor", "2016-12-14 not-poor", "2020-12-14 poor"), "2021-06-01",
      no("listed-again"), no("listed-again"),
    ],
  ];

  it.each(rows)("%s", (_why, recognitions, on, credit, programme) => {
    expect(short(newlyEscaped(recognitions, { on, definition: "credit" }))).toEqual(credit);
    expect(short(newlyEscaped(recognitions, { on, definition: "programme" }))).toEqual(programme);
  });
});

describe("newlyEscaped, where the standard changes", () => {
  const rows: readonly (readonly [why: string, recognitions: readonly Recognition[], on: string, expected: Short])[] = [
    [
      "An escape under the old standard lasts when the baseline under the new one is above the lines.",
      history("2019-12-14 poor decision-59-2015", "2020-12-14 not-poor decision-59-2015", "2021-12-14 not-poor decree-07-2021"), "2022-06-01",
      ["within-window", "2020-12-14", "2023-12-14"],
    ],
    [
      "A baseline on the list ends it.",
      history("2019-12-14 poor decision-59-2015", "2020-12-14 not-poor decision-59-2015", "2021-12-14 poor decree-07-2021"), "2022-06-01",
      ["listed-again"],
    ],
    [
      "So does one of the same day as the escape.",
      history("2020-12-14 poor decision-59-2015", "2021-12-14 not-poor decision-59-2015", "2021-12-14 poor decree-07-2021"), "2022-06-01",
      ["listed-again"],
    ],
    [
      "And one that was recognised some days before the last decision under the old standard.",
      history("2020-12-14 poor decision-59-2015", "2021-12-01 not-poor decision-59-2015", "2021-11-20 near-poor decree-07-2021"), "2022-06-01",
      ["listed-again"],
    ],
    [
      "Poor by the old standard and not poor by the new one in the same autumn: two measures, no escape.",
      history("2021-12-14 poor decision-59-2015", "2021-12-14 not-poor decree-07-2021"), "2022-06-01",
      ["not-an-escape"],
    ],
    [
      "The same with the decision under the old standard some days later.",
      history("2021-12-20 poor decision-59-2015", "2021-12-14 not-poor decree-07-2021"), "2022-06-01",
      ["not-an-escape"],
    ],
    [
      "Not poor by the old standard and poor by the new one: on the list that stands.",
      history("2021-12-20 not-poor decision-59-2015", "2021-12-14 poor decree-07-2021"), "2022-06-01",
      ["still-listed"],
    ],
    [
      "Poor by both in the autumn, escaped under the new one a year later; that the old list never said so does not matter.",
      history("2021-12-14 poor decision-59-2015", "2021-12-14 poor decree-07-2021", "2022-12-14 not-poor decree-07-2021"), "2023-06-01",
      ["within-window", "2022-12-14", "2025-12-14"],
    ],
    [
      "Listed again under one standard, off the list by the next baseline: no escape followed.",
      history(
        "2019-12-14 poor decision-59-2015", "2020-12-14 not-poor decision-59-2015", "2021-12-14 poor decree-07-2021", "2026-12-14 not-poor decree-351-2025",
      ),
      "2027-06-01",
      ["listed-again"],
    ],
    [
      "Recognitions without a standard are one series of their own, not part of another.",
      [...history("2022-12-14 poor decree-07-2021"), { on: "2023-12-14", class: "not-poor", standard: null }], "2024-06-01",
      ["not-an-escape"],
    ],
    [
      "A missing standard and null are the same.",
      [{ on: "2022-12-14", class: "poor" }, { on: "2023-12-14", class: "not-poor", standard: null }], "2024-06-01",
      ["within-window", "2023-12-14", "2026-12-14"],
    ],
    [
      "A local standard was used for a year and dropped: the national series goes on over it.",
      [...history("2022-12-14 poor decree-07-2021", "2024-12-14 not-poor decree-07-2021"), { on: "2023-12-14", class: "poor", standard: "local/a" }], "2025-06-01",
      ["within-window", "2024-12-14", "2027-12-14"],
    ],
    [
      "Two standards that do not succeed each other on one day: one of them lists it.",
      [...history("2023-12-14 not-poor decree-07-2021"), { on: "2023-12-14", class: "poor", standard: "local/a" }], "2024-06-01",
      ["still-listed"],
    ],
  ];

  it.each(rows)("%s", (_why, recognitions, on, expected) => {
    expect(short(newlyEscaped(recognitions, { on, definition: "credit" }))).toEqual(expected);
  });
});

describe("newlyEscaped, the days", () => {
  const rows: readonly (readonly [why: string, escaped: string, on: string, expected: Short])[] = [
    ["The day before the escape it is still poor.", "2023-12-14", "2023-12-13", ["still-listed"]],
    ["The status begins on the day of the recognition.", "2023-12-14", "2023-12-14", ["within-window", "2023-12-14", "2026-12-14"]],
    ["Its last day is the corresponding day three years later, included.", "2023-12-14", "2026-12-14", ["within-window", "2023-12-14", "2026-12-14"]],
    ["The day after it has ended.", "2023-12-14", "2026-12-15", ["window-ended"]],
    ["The day before an escape on 29 February it is still poor.", "2024-02-29", "2024-02-28", ["still-listed"]],
    ["The status begins on 29 February.", "2024-02-29", "2024-02-29", ["within-window", "2024-02-29", "2027-02-28"]],
    ["A month without the day ends on its last day.", "2024-02-29", "2027-02-28", ["within-window", "2024-02-29", "2027-02-28"]],
    ["1 March is the day after.", "2024-02-29", "2027-03-01", ["window-ended"]],
    ["The day before an escape on 28 February it is still poor.", "2021-02-28", "2021-02-27", ["still-listed"]],
    ["The status begins on 28 February.", "2021-02-28", "2021-02-28", ["within-window", "2021-02-28", "2024-02-28"]],
    ["The last day of a month is no more than its number: 28 February in a leap year too.", "2021-02-28", "2024-02-28", ["within-window", "2021-02-28", "2024-02-28"]],
    ["29 February is the day after.", "2021-02-28", "2024-02-29", ["window-ended"]],
  ];

  it.each(rows)("%s (escaped %s, asked for %s)", (_why, escaped, on, expected) => {
    const recognitions = history("2020-12-14 poor", `${escaped} not-poor`);
    for (const definition of definitions) expect(short(newlyEscaped(recognitions, { on, definition }))).toEqual(expected);
  });

  it("stops at the last day that can be written", () => {
    const recognitions = history("9998-01-01 poor", "9999-01-01 not-poor");
    expect(short(newlyEscaped(recognitions, { on: "9999-12-31", definition: "credit" }))).toEqual(["within-window", "9999-01-01", "9999-12-31"]);
  });
});

describe("newlyEscaped, what an answer rests on", () => {
  it("names the recognitions that decided", () => {
    const recognitions = history("2021-12-14 not-poor", "2023-12-14 not-poor", "2022-12-14 poor", "2024-12-14 near-poor");
    const { evidence } = newlyEscaped(recognitions, { on: "2025-06-01", definition: "credit" });
    expect(evidence).toEqual([
      { on: "2022-12-14", class: "poor", standard: null },
      { on: "2023-12-14", class: "not-poor", standard: null },
      { on: "2024-12-14", class: "near-poor", standard: null },
    ]);
  });

  it("names the first of those that list it again, under whatever standard", () => {
    const recognitions = history(
      "2019-12-14 poor decision-59-2015", "2020-12-14 not-poor decision-59-2015", "2022-12-14 near-poor decision-59-2015", "2021-12-14 poor decree-07-2021",
    );
    expect(newlyEscaped(recognitions, { on: "2024-06-01", definition: "credit" }).evidence.map(({ on }) => on)).toEqual(["2019-12-14", "2020-12-14", "2021-12-14"]);
  });

  it("names the last list and what stands where it left without an escape", () => {
    const recognitions = history("2020-12-14 poor decision-59-2015", "2021-12-14 poor decision-59-2015", "2021-12-14 not-poor decree-07-2021");
    expect(newlyEscaped(recognitions, { on: "2022-06-01", definition: "credit" }).evidence).toEqual([
      { on: "2021-12-14", class: "poor", standard: "vn/decision-59-2015" },
      { on: "2021-12-14", class: "not-poor", standard: "vn/decree-07-2021" },
    ]);
  });

  it.each(definitions)("cites the document of %s with its provenance, and the question", (definition) => {
    const { because, on, definition: asked } = newlyEscaped([], { on: "2025-06-01", definition });
    const { document, provenance } = newlyEscapedDefinitions[definition].citation;
    expect(because).toEqual({ document: document.number, provision: "", provenance });
    expect([on, asked]).toEqual(["2025-06-01", definition]);
  });
});

describe("newlyEscaped, the input", () => {
  const good = { on: "2022-12-14", class: "poor" };
  const options = { on: "2024-06-01", definition: "credit" } as const;
  const rows: readonly (readonly [why: string, recognitions: unknown, path: string | null, message: RegExp])[] = [
    ["no list", "poor", "recognitions", /expected a list; got text/],
    ["nothing", null, "recognitions", /expected a list; got nothing/],
    ["an element that is no object", [good, "poor"], "recognitions[1]", /expected an object; got text/],
    ["a hole in the list", new Array<unknown>(1), "recognitions[0]", /expected an object; got nothing/],
    ["a list in the list", [[]], "recognitions[0]", /expected an object; got a list/],
    ["a day that is not in the calendar", [good, good, { ...good, on: "2023-02-29" }], "recognitions[2].on", /expected a day of the calendar/],
    ["a time of day", [{ ...good, on: "2022-12-14T00:00" }], "recognitions[0].on", /got text/],
    ["a day as a number", [{ ...good, on: 20221214 }], "recognitions[0].on", /got a whole number/],
    ["a missing day", [{ class: "poor" }], "recognitions[0].on", /got nothing/],
    ["a partial day", [{ ...good, on: "2022-12" }], "recognitions[0].on", /expected a day/],
    ["an unknown class", [{ ...good, class: "hộ nghèo" }], "recognitions[0].class", /expected one of poor, near-poor, average-living-standard, not-poor; got text/],
    ["a missing class", [{ on: "2022-12-14" }], "recognitions[0].class", /got nothing/],
    ["a name of a method for a class", [{ ...good, class: "constructor" }], "recognitions[0].class", /expected one of/],
    ["a standard that is no text", [{ ...good, standard: 7 }], "recognitions[0].standard", /expected the id of a standard; got a whole number/],
    ["an empty standard", [{ ...good, standard: "" }], "recognitions[0].standard", /expected the id/],
    ["a misspelt key", [{ ...good, standrad: "x" }], "recognitions[0].standrad", /"standrad" is no key of a recognition; the nearest is "standard"/],
    ["a key that may be a person's name", [{ ...good, "Nguyễn Văn A": 1 }], "recognitions[0]", /a key that is no identifier is no key/],
    ["an own __proto__", [JSON.parse('{"on":"2022-12-14","class":"poor","__proto__":{}}')], "recognitions[0].__proto__", /"__proto__" is no key/],
    ["inherited keys", [Object.create(good)], "recognitions[0]", /keys are its own/],
    ["two classes on one day under one standard", [good, { ...good, class: "near-poor" }], "recognitions[1].class", /expected one class on one day under one standard/],
    ["the same after the day that is asked", [{ ...good, on: "2025-12-14" }, { on: "2025-12-14", class: "not-poor" }], "recognitions[1].class", /one class/],
  ];

  it.each(rows)("refuses %s", (_why, recognitions, path, message) => {
    const found = caught(() => newlyEscaped(recognitions as readonly Recognition[], options));
    expect(found).toMatchObject({ code: "chuan-ngheo/invalid-input", path });
    expect(String(found)).toMatch(message);
    expect(String(found)).not.toMatch(/hộ nghèo|Nguyễn|2023-02-29/);
  });

  it.each([
    ["no day of the calendar", { on: "2024-02-30", definition: "credit" }, "on"],
    ["no day at all", { definition: "credit" }, "on"],
    ["no definition", { on: "2024-06-01" }, "definition"],
    ["an unknown definition", { on: "2024-06-01", definition: "credits" }, "definition"],
    ["a name of a method for a definition", { on: "2024-06-01", definition: "toString" }, "definition"],
  ])("refuses %s", (_why, wrong, path) => {
    expect(caught(() => newlyEscaped([], wrong as never))).toMatchObject({ code: "chuan-ngheo/invalid-input", path });
  });

  it("takes the same recognition twice as one, and two standards on one day as two", () => {
    const twice = history("2022-12-14 poor", "2022-12-14 poor", "2023-12-14 not-poor", "2023-12-14 not-poor");
    expect(newlyEscaped(twice, options).why).toBe("within-window");
    expect(newlyEscaped(history("2022-12-14 poor decree-07-2021", "2022-12-14 near-poor decision-59-2015"), options).why).toBe("still-listed");
  });
});

function caught(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    expect(isPovertyStandardError(error)).toBe(true);
    return error;
  }
  return expect.unreachable("no error was thrown");
}

/**
 * A second answer, written from the law and not from the code: it looks at every pair of recognitions, works on the
 * texts of days, and leaves month arithmetic to Temporal.
 */
function twin(all: readonly Recognition[], on: string, definition: NewlyEscapedDefinitionId): Short {
  const lists = definition === "credit" ? ["poor", "near-poor"] : ["poor"];
  const national = ["vn/decision-170-2005", "vn/decision-09-2011", "vn/decision-59-2015", "vn/decree-07-2021", "vn/decree-351-2025"];
  const past = all.filter((each) => each.on <= on);
  const sameStandard = (a: Recognition, b: Recognition): boolean => (a.standard ?? null) === (b.standard ?? null);
  const escapes: string[] = [];
  for (const before of past)
    for (const after of past)
      if (
        sameStandard(before, after) && before.on < after.on && lists.includes(before.class) && !lists.includes(after.class) &&
        !past.some((between) => sameStandard(between, after) && before.on < between.on && between.on < after.on)
      )
        escapes.push(after.on);
  const isLastOfItsStandard = (each: Recognition): boolean => !past.some((other) => sameStandard(each, other) && other.on > each.on);
  const isReplaced = (each: Recognition): boolean =>
    national.includes(each.standard ?? "") && past.some((other) => national.indexOf(other.standard ?? "") > national.indexOf(each.standard ?? ""));
  const open = past.filter((each) => isLastOfItsStandard(each) && !isReplaced(each));
  const stands = open.filter((each) => open.every((other) => other.on <= each.on));
  const since = escapes.sort().at(-1);
  if (since !== undefined) {
    if (past.some((each) => each.on >= since && lists.includes(each.class)) || stands.some((each) => lists.includes(each.class))) return ["listed-again"];
    const lastDay = Temporal.PlainDate.from(since).add({ months: 36 }).toString();
    return on <= lastDay ? ["within-window", since, lastDay] : ["window-ended"];
  }
  const listed = (each: Recognition): boolean => each.class === "poor" || each.class === "near-poor";
  if (!past.some(listed)) return ["never-listed"];
  return stands.some(listed) ? ["still-listed"] : ["not-an-escape"];
}

describe("newlyEscaped, properties", () => {
  const question = fc.record({ on: days, definition: fc.constantFrom(...definitions) });

  it("agrees with the twin", () => {
    const reasons = new Set<string>();
    fc.assert(
      fc.property(histories, question, (recognitions, { on, definition }) => {
        const answer = newlyEscaped(recognitions, { on, definition });
        reasons.add(answer.why);
        expect(short(answer)).toEqual(twin(recognitions, on, definition));
      }),
      { numRuns: 5000 },
    );
    expect(reasons.size).toBe(6);
  });

  it("does not depend on the order", () => {
    const shuffled = histories.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, question, ([recognitions, others], options) => {
        expect(newlyEscaped(others, options)).toEqual(newlyEscaped(recognitions, options));
      }),
    );
  });

  it("ignores what comes after the day", () => {
    fc.assert(
      fc.property(histories, question, (recognitions, options) => {
        const past = recognitions.filter(({ on }) => on <= options.on);
        expect(newlyEscaped(recognitions, options)).toEqual(newlyEscaped(past, options));
      }),
    );
  });

  it("gives days around the one that was asked, and leaves the input as it was", () => {
    fc.assert(
      fc.property(histories, question, (recognitions, options) => {
        const copy = structuredClone(recognitions);
        const { since, lastDay, evidence } = newlyEscaped(recognitions, options);
        if (since !== null) expect(since <= options.on && options.on <= lastDay!).toBe(true);
        expect(evidence.every(({ on }) => on <= options.on)).toBe(true);
        expect(recognitions).toEqual(copy);
      }),
    );
  });
});
