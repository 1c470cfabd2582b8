import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditClaims, type Claims } from "../../src/audit.js";
import { standardById, standards, type Expression, type Standard } from "../../src/index.js";
import { factsOf as factsInLibrary } from "../../src/law/expression.js";

type Row = Readonly<Record<"name" | "households" | "persons" | "percent" | "personsPercent", string>>;
interface Table { readonly rows: readonly Row[]; readonly percentOf: string; readonly lastIsTotal: boolean; readonly households: string; readonly persons: string; readonly chosen: Readonly<Record<string, string>> }
type Form = Readonly<Record<string, unknown>>;
interface Outcome { readonly possible: readonly string[]; readonly problems: ReadonlyMap<string, unknown>; readonly results: readonly { readonly record: object }[] }
interface Parts {
  readonly words: Readonly<Record<"vi" | "en", { readonly audit: object }>>;
  readonly readSettings: (text: string, known: Readonly<Record<string, (value: string | null) => boolean>>) => object;
  readonly readDay: (text: string) => string | null;
  readonly isDay: (text: unknown) => boolean;
  readonly writtenDay: (day: string, locale: "vi" | "en") => string;
  readonly readAmount: (text: string) => object;
  readonly factsOf: (expression: Expression | null) => readonly string[];
  readonly routesOf: (standard: Standard) => readonly string[];
  readonly emptyForm: () => Form;
  readonly outcome: (form: Form, standard: Standard, route: string, day: string) => Outcome;
  readonly pastedRows: (text: string) => { readonly rows: readonly Row[]; readonly dropped: readonly string[] };
  readonly emptyTable: () => Table;
  readonly tableClaims: (table: Table, names: object) => { readonly claims: Claims | null; readonly open: ReadonlyMap<string, object>; readonly cells: ReadonlyMap<string, string> };
}

// The page is plain JavaScript.
const modules = ["words", "settings", "written-day", "read-amount", "facts-of", "household-form-data", "outcome", "pasted-rows", "table-claims"];
const loaded = await Promise.all(modules.map((name) => import(`../../docs/playground/${name}.mjs`) as Promise<Partial<Parts>>));
const parts = Object.assign({}, ...loaded) as Parts;
const decree07 = standardById("vn/decree-07-2021");

describe("the words of the page", () => {
  /** Every key with its path and the kind of its value, and of a function how many values it takes. */
  const shape = (value: unknown, path = ""): readonly string[] =>
    typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, inner]) => shape(inner, `${path}.${key}`)) : [`${path}: ${typeof value}${typeof value === "function" ? value.length : ""}`];

  it("are alike in both languages", () => {
    expect(shape(parts.words.vi)).toEqual(shape(parts.words.en));
    expect(shape(parts.words.vi).length).toBeGreaterThan(100);
  });

  it("are composed letters, with no text left empty in one language alone", () => {
    const empty = (value: unknown): readonly string[] => (value === "" ? ["empty"] : typeof value === "object" && value !== null ? Object.values(value).flatMap(empty) : []);
    expect(empty(parts.words.vi)).toEqual(empty(parts.words.en));
    expect(JSON.stringify(parts.words)).toBe(JSON.stringify(parts.words).normalize("NFC"));
  });
});

describe("the settings", () => {
  const known = { standard: (id: string | null) => id === "a/b", day: () => true, lang: (locale: string | null) => locale === "vi", tab: () => false };
  it.each([
    ["are read from an address", "#standard=a%2Fb&day=2025-01-02&lang=vi", { standard: "a/b", day: "2025-01-02", lang: "vi" }],
    ["are read from a link that asks for a language", "?lang=vi", { day: null, lang: "vi" }],
    ["leave out what is not known, and what is no setting", "standard=c&lang=fr&day=1&income=5&__proto__=1", { day: "1" }],
  ])("%s", (_why, text, read) => {
    expect(parts.readSettings(text, known)).toEqual(read);
  });
});

describe("a day", () => {
  it.each([
    ["as Vietnam writes it", "14/2/1985", "1985-02-14"],
    ["with points", "14.02.1985", "1985-02-14"],
    ["a month", "2/1985", "1985-02"],
    ["a year", " 1985 ", "1985"],
    ["as data", "1985-02-14", "1985-02-14"],
    ["two digits for the year", "14/2/85", null],
    ["words", "năm 1985", null],
  ])("is read %s", (_why, text, day) => {
    expect(parts.readDay(text)).toBe(day);
  });

  it("is read again as it is written, in both languages", () => {
    for (const day of ["1985-02-14", "1985-02", "1985"]) for (const locale of ["vi", "en"] as const) expect(parts.readDay(parts.writtenDay(day, locale))).toBe(day);
  });

  it.each([["2024-02-29", true], ["2023-02-29", false], ["1900-02-29", false], ["2023-04-31", false], ["2023-13-01", false], ["2023-00-10", false], ["2023-1-1", false], [null, false]])("%s is of the calendar: %s", (day, is) => {
    expect(parts.isDay(day)).toBe(is);
  });
});

describe("an amount", () => {
  it.each([
    ["grouped", "1.500.000", { value: "1500000" }],
    ["in words", "1,5 triệu đồng", { value: "1500000" }],
    ["a loss", "-200000", { value: "-200000" }],
    ["that can be two", "1.500", { choices: ["1500", "1.500"] }],
    ["that is about one", "khoảng 2 triệu", {}],
    ["a percentage", "5%", {}],
    ["with words that are not read", "2 con bò", {}],
    ["nothing", "x", {}],
  ])("is read: %s", (_why, text, read) => {
    expect(parts.readAmount(text)).toEqual(read);
  });
});

describe("the form of a standard", () => {
  it("asks for the facts that the library reads, of every indicator", () => {
    for (const { indicators } of standards) for (const { deprivedWhen } of indicators) expect([...parts.factsOf(deprivedWhen)].sort()).toEqual(deprivedWhen === null ? [] : [...factsInLibrary(deprivedWhen)].sort());
  });

  it("offers what the standard holds", () => {
    expect(standards.map((standard) => [standard.id, parts.routesOf(standard)])).toEqual([
      ["vn/decision-170-2005", ["income"]],
      ["vn/decision-09-2011", ["income"]],
      ["vn/decision-59-2015", ["facts", "flags", "count"]],
      ["vn/decree-07-2021", ["facts", "flags", "count", "points"]],
      ["vn/decree-351-2025", ["flags", "count"]],
    ]);
  });
});

describe("the outcome of a form", () => {
  const outcome = (typed: Form, route = "facts"): Outcome => parts.outcome({ ...parts.emptyForm(), ...typed }, decree07, route, "2023-12-14");
  const monthly = { incomeKind: "monthlyIncomePerPersonVnd" };

  it.each([
    ["nothing is known: every class", {}, "facts", ["poor", "near-poor", "average-living-standard", "not-poor"]],
    ["between the lines of both residences, neither is taken", { ...monthly, income: "1800000", persons: "1" }, "facts", ["poor", "near-poor", "average-living-standard"]],
    ["above all lines of both residences", { ...monthly, income: "3000001", persons: "1" }, "facts", ["not-poor"]],
    ["an income of the household tells nothing without the persons", { residence: "rural", incomeKind: "annualIncomeVnd", income: "1" }, "facts", ["poor", "near-poor", "average-living-standard", "not-poor"]],
    ["an income per person does", { residence: "rural", ...monthly, income: "5000000" }, "facts", ["not-poor"]],
    ["only the least number", { residence: "rural", ...monthly, income: "1500000", least: "3" }, "count", ["poor"]],
    ["only the greatest number", { residence: "rural", ...monthly, income: "1500000", most: "2" }, "count", ["near-poor"]],
    ["no points B", { residence: "rural", pointsA: "140" }, "points", ["poor", "near-poor"]],
  ])("%s", (_why, typed, route, possible) => {
    expect(outcome(typed, route).possible).toEqual(possible);
  });

  it.each([
    ["a birth after the review", { residence: "rural", persons: "1", members: [{ bornOn: "2024" }] }, "facts", "members[0].bornOn"],
    ["a day that is none", { residence: "rural", persons: "1", members: [{ bornOn: "2020-02-30" }] }, "facts", "members[0].bornOn"],
    ["an area below 0", { residence: "rural", persons: "1", facts: { floorAreaM2: "-5" } }, "facts", "floorAreaM2"],
    ["points B between two indicators", { residence: "rural", pointsA: "1", pointsB: "35" }, "points", "pointsB"],
    ["the least over the greatest", { residence: "rural", least: "5", most: "3" }, "count", "deprivationCount"],
    ["more indicators than there are", { residence: "rural", least: "13", most: "14" }, "count", "deprivationCount"],
    ["half a person", { residence: "rural", persons: "1,5" }, "facts", "persons"],
  ])("names what it left out: %s", (_why, typed, route, path) => {
    const found = outcome(typed, route);
    expect([...found.problems.keys()]).toEqual([path]);
    expect(found.possible.length).toBeGreaterThan(1);
  });

  it("never fails, and an open residence allows whatever either of them allows", () => {
    const typed = fc.constantFrom("", "0", "1", "3", "1.500", "-1", "x", "1500000", "2.000.001", "10", "140", "30");
    const form = fc.record({
      residence: fc.constantFrom("", "rural", "urban"), incomeKind: fc.constantFrom("annualIncomeVnd", "monthlyIncomePerPersonVnd"), income: typed, persons: typed, least: typed, most: typed, pointsA: typed, pointsB: typed,
      facts: fc.record({ floorAreaM2: typed, waterSource: fc.constantFrom("", "tap", "surface-water"), hasRadio: fc.constantFrom("", "true", "false") }),
      members: fc.array(fc.record({ bornOn: fc.constantFrom("", "1990", "2010-05", "2030", "x"), stunted: fc.constantFrom("", "true", "false") }), { maxLength: 3 }),
      flags: fc.record({ water: fc.constantFrom("", "true", "false"), toilet: fc.constantFrom("", "true", "false") }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...standards), form, (standard, typedForm) => {
        for (const route of parts.routesOf(standard)) {
          const all = parts.outcome({ ...parts.emptyForm(), ...typedForm }, standard, route, "2023-12-14").possible;
          const open = parts.outcome({ ...parts.emptyForm(), ...typedForm, residence: "" }, standard, route, "2023-12-14").possible;
          expect(all.length).toBeGreaterThan(0);
          expect(open).toEqual(expect.arrayContaining([...all]));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("a pasted text", () => {
  const row = (name: string, households: string, persons: string, percent: string): Row => ({ name, households, persons, percent, personsPercent: "" });
  it.each([
    ["cells of a spreadsheet", "Nghèo\t377\t943\t1,22%", [row("Nghèo", "377", "943", "1,22%")]],
    ["semicolons", "Poor; 377; 943; 1.22", [row("Poor", "377", "943", "1.22")]],
    ["a bare list, in which a percentage ends a row", "377, 943, 1.22 %, 549, 1,829, 1.78 %", [row("", "377", "943", "1.22 %"), row("", "549", "1,829", "1.78 %")]],
    ["units in words, out of order", "Nghèo; 943 nhân khẩu; 377 hộ; 1,22%", [row("Nghèo", "377 hộ", "943 nhân khẩu", "1,22%")]],
    ["two percentages", "A; 1; 2; 3%; 4%", [{ ...row("A", "1", "2", "3%"), personsPercent: "4%" }]],
    ["a heading is no row", "Tên; Số hộ\nA; 1", [row("A", "1", "", "")]],
    ["nothing", "không có gì", []],
  ])("becomes rows: %s", (_why, text, rows) => {
    expect(parts.pastedRows(text).rows).toEqual(rows);
  });

  it("loses no number", () => {
    const cell = fc.oneof(fc.integer({ min: 0, max: 99_999 }).map(String), fc.constantFrom("A", "1,22%", "1.829", "x y", "3 hộ"));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 5 }), (lines) => {
        const { rows, dropped } = parts.pastedRows(lines.map((cells) => cells.join("; ")).join("\n"));
        const placed = [...rows.flatMap((each) => Object.values(each)), ...dropped].filter((each) => /\d/.test(each)).sort();
        expect(placed).toEqual(lines.flat().filter((each) => /\d/.test(each)).sort());
      }),
    );
  });
});

describe("the claims of a table", () => {
  const founding = parts.pastedRows("Poor; 377; 943; 1.22%\nNear-poor; 549; 1,829; 1.78%").rows;
  const claimsOf = (table: Partial<Table>): ReturnType<Parts["tableClaims"]> => parts.tableClaims({ ...parts.emptyTable(), ...table }, parts.words.en.audit);

  it("are the founding case, in both readings", () => {
    const { claims, open } = claimsOf({ rows: founding });
    expect(claims).toEqual({
      values: { "Poor – households": 377, "Poor – persons": 943, "Near-poor – households": 549, "Near-poor – persons": 1829 },
      shares: [
        { part: ["Poor – households", "Poor – persons"], whole: "the total", printed: "1.22" },
        { part: ["Near-poor – households", "Near-poor – persons"], whole: "the total", printed: "1.78" },
      ],
      sums: [], rateSums: [],
    });
    expect(open.size).toBe(0);
    expect(auditClaims(claims!).implied).toEqual({ "the total": [30_776, 30_929] });
  });

  it("take the total that is printed, and the last row as the sum of the others", () => {
    const rows = parts.pastedRows("A; 10; 1%\nB; 20; 2%\nAll; 30; 3%").rows.map(({ name, households, persons, percent }) => ({ name, households, persons: "", percent: percent === "" ? persons : percent, personsPercent: "" }));
    const { claims } = claimsOf({ rows, percentOf: "households", households: "1.000", lastIsTotal: true });
    expect(claims?.shares?.[0]).toEqual({ part: "A – households", whole: "all resident households", printed: "1" });
    expect(claims?.values["all resident households"]).toBe(1000);
    expect(claims?.sums).toEqual([{ total: "All – households", parts: ["A – households", "B – households"] }]);
    expect(claims?.rateSums).toEqual([{ total: 2, terms: [0, 1] }]);
    expect(auditClaims(claims!).verdict).toBe("consistent");
  });

  it("ask for what is no number, or can be two, and leave it out", () => {
    const rows = [{ name: "A", households: "20 – 30", persons: "3,5", percent: "12.345", personsPercent: "" }];
    const { claims, open } = claimsOf({ rows });
    expect(claims).toBeNull();
    expect([...open.keys()]).toEqual(["0.households", "0.persons", "0.percent"]);
    expect(open.get("0.percent")).toEqual({ choices: ["12345", "12.345"] });
  });

  it("name each count once, whatever the rows are called", () => {
    const rows = ["A", "A", "", "__proto__"].map((name, index) => ({ name, households: String(index + 1), persons: "", percent: "", personsPercent: "" }));
    expect(Object.entries(claimsOf({ rows }).claims?.values ?? {})).toEqual([["A – households", 1], ["A (2) – households", 2], ["Row 3 – households", 3], ["__proto__ – households", 4]]);
  });

  it("tell the place of each number of a repair", () => {
    expect([...claimsOf({ rows: founding }).cells]).toContainEqual(['values["Poor – households"]', "0.households"]);
    expect([...claimsOf({ rows: founding }).cells]).toContainEqual(["shares[1].printed", "1.percent"]);
  });
});
