import fc, { type Arbitrary } from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { auditClaims, claimsFromForm, type Claims, type FormClaims, type FormSheet, type FormTable, type FormTableRow, type PrintedFormNumber } from "../../src/audit.js";
import { formClaimColumns } from "../../src/audit/forms/form-columns.js";
import {
  formToCsv, officialForm, rollUpMovements, tabulateDeprivations, tabulateMovements, type AnalysedHousehold, type FormRow, type MovingHousehold, type OfficialForm,
  type RecognisedAverage,
} from "../../src/forms.js";
import { areaRates, areaTree, standardById, type Area, type AreaResidents, type PovertyClass } from "../../src/index.js";
import { csvRows } from "../area/forms/csv.js";
import { refusal } from "../support/refusal.js";

const codesOf = ({ problems }: FormClaims): readonly (readonly [string, number | null, number | null])[] => problems.map(({ code, row, column }) => [code, row, column]);
const verdictOf = ({ claims }: FormClaims): string => auditClaims(claims).verdict;

it("takes what officialForm makes", () => {
  expectTypeOf<OfficialForm>().toExtend<FormTable>();
  expectTypeOf<FormRow>().toExtend<FormTableRow>();
});

// ------------------------------------------------------------------------------------------------ forms as data

const row = (areaCode: string, depth: number, cells: FormTableRow["cells"], more: Partial<FormTableRow> = {}): FormTableRow =>
  ({ areaCode, name: `Xã ${areaCode}`, depth, measure: null, atLeast: [], notes: [], cells, ...more });
const of = (numerator: number, denominator: number): FormTableRow["cells"][number] => ({ numerator, denominator });

describe("form 1", () => {
  // Hà Tĩnh city, end of 2023; 30,900 is one of the totals that its rates allow, the persons of all residents are not known.
  const city = row("436", 0, [30_900, null, 377, of(377, 30_900), 549, of(549, 30_900), null, null, 943, null, 1829, null, null, null]);

  it("claims its counts and rates by area, households and persons apart, and nothing of blank cells", () => {
    expect(claimsFromForm({ number: 1, rows: [city] }, { id: "HTI", area: "436", period: "2023" })).toEqual({
      claims: {
        id: "HTI", area: "436", period: "2023",
        values: { "436: households": 30_900, "436: poor": 377, "436: near": 549, "436: poor_people": 943, "436: near_people": 1829 },
        shares: [
          { part: "436: poor", whole: "436: households", printed: "1.22" },
          { part: "436: near", whole: "436: households", printed: "1.78" },
        ],
        sums: [], balances: [],
      },
      problems: [],
    });
  });

  it("gives names that the notes on persons and households understand", () => {
    const cells = city.cells.with(8, 9430).with(1, 20_000);
    const found = auditClaims(claimsFromForm({ number: 1, rows: [{ ...city, cells }] }).claims).findings;
    expect(found.map(({ code, claims }) => [code, ...claims])).toEqual([
      ["persons-per-household", `values["436: households"]`, `values["436: people"]`],
      ["persons-per-household", `values["436: poor"]`, `values["436: poor_people"]`],
    ]);
  });

  it("adds up the parts of every area, level by level", () => {
    const poor = (count: number): FormTableRow["cells"] => [null, null, count, ...new Array<null>(11).fill(null)];
    const rows = [row("p", 0, poor(9)), row("d1", 1, poor(3)), row("a", 2, poor(1)), row("b", 2, poor(2)), row("d2", 1, poor(6)), row("c", 2, poor(6)), row("q", 0, poor(4))];
    expect(claimsFromForm({ number: 1, rows }).claims.sums).toEqual([
      { total: "p: poor", parts: ["d1: poor", "d2: poor"] },
      { total: "d1: poor", parts: ["a: poor", "b: poor"] },
      { total: "d2: poor", parts: ["c: poor"] },
    ]);
  });

  it("adds up no column in which a part is blank: blank is not 0", () => {
    const rows = [row("p", 0, [10, 40, 3, of(3, 10), 2, null, ...new Array<null>(8).fill(null)]), row("a", 1, [10, 40, 3, of(3, 10), null, null, ...new Array<null>(8).fill(null)])];
    expect(claimsFromForm({ number: 1, rows }).claims.sums?.map(({ total }) => total)).toEqual(["p: households", "p: people", "p: poor"]);
  });

  it("calls an area without a code by its name", () => {
    expect(Object.keys(claimsFromForm({ number: 1, rows: [{ ...city, areaCode: " " }] }).claims.values)[0]).toBe("Xã 436: households");
  });

  it("adds up what parents say, all parts or none", () => {
    const rows = [row("p", 0, city.cells), row("a", 0, city.cells)];
    const sums = (parents: ReadonlyMap<string, string | null>): unknown => claimsFromForm({ number: 1, rows }, { parents }).claims.sums?.map(({ total, parts }) => [total, ...parts])[0];
    expect(sums(new Map([["a", "p"], ["p", null]]))).toEqual(["p: households", "a: households"]);
    expect(sums(new Map([["a", "p"], ["elsewhere", "p"]]))).toBeUndefined();
    expect(sums(new Map())).toBeUndefined();
  });
});

describe("forms 2 and 3", () => {
  const cells = [7, 2, 1, 1, 2, 1, 1, 1, 8];
  const movements = (more: Partial<FormTableRow> = {}): FormTableRow => row("31", 0, cells, { measure: "households", ...more });

  it("claim the balance of each line; the two forms call one movement alike", () => {
    const [second, third] = ([2, 3] as const).map((number) => claimsFromForm({ number, rows: [movements(), movements({ measure: "persons" })] }).claims);
    expect(second?.balances?.[0]).toEqual({
      closing: "31: poor",
      terms: [
        [1, "31: poor_open"], [-1, "31: poor_to_near"], [-1, "31: poor_escaped"], [-1, "31: poor_other_decrease"],
        [1, "31: near_to_poor"], [1, "31: poor_relapsed"], [1, "31: poor_new"], [1, "31: poor_other_increase"],
      ],
    });
    expect(third?.balances?.[1]).toEqual({
      closing: "31: near_people",
      terms: [
        [1, "31: near_open_people"], [-1, "31: near_escaped_people"], [-1, "31: near_to_poor_people"], [-1, "31: near_other_decrease_people"],
        [1, "31: poor_to_near_people"], [1, "31: near_relapsed_people"], [1, "31: near_new_people"], [1, "31: near_other_increase_people"],
      ],
    });
  });

  const balances: readonly (readonly [why: string, row: FormTableRow, verdict: string, codes: readonly string[]])[] = [
    ["7 − 2 − 1 − 1 + 2 + 1 + 1 + 1 = 8 closes.", movements(), "consistent", []],
    ["With 9 at the end it does not.", movements({ cells: cells.with(8, 9) }), "inconsistent", ["balance-differs"]],
    ["While columns 6 and 7 are blank, what is left over is a note.", movements({ cells: cells.with(5, null as never).with(6, null as never) }), "not-checkable", ["balance-remainder"]],
    ["A form that calls itself open is not wrong for it.", movements({ cells: cells.with(8, 7), notes: [{ code: "unexplained" }] }), "not-checkable", ["balance-remainder"]],
    ["Without a closing count nothing can be said.", movements({ cells: cells.with(8, null as never) }), "not-checkable", []],
  ];

  it.each(balances)("%s", (_why, line, verdict, codes) => {
    const audit = auditClaims(claimsFromForm({ number: 2, rows: [line] }).claims);
    expect([audit.verdict, audit.findings.map(({ code }) => code)]).toEqual([verdict, codes]);
  });
});

describe("forms 4 to 7", () => {
  const counts = (found: readonly number[], atLeast: readonly number[] = []): FormTable => ({ number: 4, rows: [row("31", 0, [37, ...found, ...new Array<number>(12 - found.length).fill(0)], { atLeast })] });
  const shares = (found: readonly number[], atLeast: readonly number[] = []): FormTable =>
    ({ number: 5, rows: [row("31", 0, [37, ...[...found, ...new Array<number>(12 - found.length).fill(0)].map((count) => of(count, 37))], { atLeast })] });

  it("alone, form 5 claims its total, and tells that its shares have no counts", () => {
    const alone = claimsFromForm(shares([5, 9]));
    expect(alone.claims).toEqual({ values: { "31: poor": 37 }, shares: [], sums: [], balances: [] });
    expect(alone.problems.map(({ en }) => en)).toEqual(["12 percentages have no count beside, and could not be compared with one."]);
  });

  it("with form 4 beside it, claims the shares", () => {
    const { claims, problems } = claimsFromForm(shares([5, 9]), { counts: counts([5, 9]) });
    expect(problems).toEqual([]);
    expect([claims.values["31: poor_deprived_2"], claims.shares?.[1]]).toEqual([9, { part: "31: poor_deprived_2", whole: "31: poor", printed: "24.32" }]);
    expect(auditClaims(claims).verdict).toBe("consistent");
    expect(verdictOf(claimsFromForm(shares([5, 9]), { counts: counts([5, 8]) }))).toBe("inconsistent");
  });

  it("leaves out what is only the least, and says where", () => {
    const least = claimsFromForm(counts([5, 9], [2]));
    expect([codesOf(least), Object.keys(least.claims.values).includes("31: poor_deprived_2")]).toEqual([[["at-least", 0, 2]], false]);
    const { claims, problems } = claimsFromForm(shares([5, 9], [2]), { counts: counts([5, 9], [2]) });
    expect([problems.map(({ code }) => code), claims.shares?.length]).toEqual([["at-least"], 11]);
  });

  it("tells of a share that no count has, though no claim can", () => {
    // Of 37, 4 are 10.81 % and 5 are 13.51 %.
    const lines = [["Mã", "Tổng số hộ nghèo", "1", "2", "3"], ["31", "37", "13,51%", "12,51%", "0,00%"]];
    const found = claimsFromForm({ number: 5, lines });
    expect(codesOf(found)).toEqual([["impossible-rate", 1, 3], ["shares-without-counts", null, null]]);
    expect(found.problems[0]?.en).toBe("Line 2, cell 4: no count out of 37 has this percentage: it or the total is wrong.");
    expect(found.problems[0]?.vi).toBe("Dòng 2, ô 4: không có số nào trên 37 cho tỷ lệ này: tỷ lệ hoặc tổng sai.");
  });
});

const wrong: readonly (readonly [why: string, table: unknown, options: object, code: string, path: string | null])[] = [
  ["form 8, whose columns are not known", { number: 8, rows: [] }, {}, "law-not-held", "number"],
  ["a number as text", { number: "1", rows: [] }, {}, "invalid-input", "number"],
  ["a misspelt key", { number: 1, row: [] }, {}, "invalid-input", "row"],
  ["neither rows nor lines", { number: 1 }, {}, "invalid-input", "rows"],
  ["both", { number: 1, rows: [], lines: [] }, {}, "invalid-input", "rows"],
  ["a row of 13 cells", { number: 1, rows: [row("1", 0, new Array<null>(13).fill(null))] }, {}, "invalid-input", "rows[0].cells"],
  ["a share among counts", { number: 4, rows: [row("1", 0, [1, of(1, 2), ...new Array<null>(11).fill(null)])] }, {}, "invalid-input", "rows[0].cells[1]"],
  ["a count among shares", { number: 5, rows: [row("1", 0, [1, 1, ...new Array<null>(11).fill(null)])] }, {}, "invalid-input", "rows[0].cells[1]"],
  ["a negative count", { number: 4, rows: [row("1", 0, [-1, ...new Array<null>(12).fill(null)])] }, {}, "invalid-input", "rows[0].cells[0]"],
  ["a share out of nothing", { number: 5, rows: [row("1", 0, [0, of(0, 0), ...new Array<null>(11).fill(null)])] }, {}, "invalid-input", "rows[0].cells[1].share.denominator"],
  ["a part before its whole", { number: 4, rows: [row("1", 1, new Array<null>(13).fill(null))] }, {}, "invalid-input", "rows[0].depth"],
  ["no list of lines", { number: 1, lines: "a,b" }, {}, "invalid-input", "lines"],
  ["a line that is no list", { number: 1, lines: [["Mã", "1", "2", "3"], "31,1"] }, {}, "invalid-input", "lines[1]"],
  ["a number in a sheet, whose printed form is lost", { number: 1, lines: [["Mã", "1", "2", "3"], ["31", 1.5]] }, {}, "invalid-input", "lines[1][1]"],
  ["parents as an object", { number: 1, rows: [] }, { parents: { a: "b" } }, "invalid-input", "parents"],
  ["a misspelt option", { number: 1, rows: [] }, { parent: new Map() }, "invalid-input", "parent"],
  ["counts beside a form that has its own", { number: 1, rows: [] }, { counts: { number: 4, rows: [] } }, "invalid-input", "counts"],
  ["the counts of the near-poor beside the shares of the poor", { number: 5, rows: [] }, { counts: { number: 6, rows: [] } }, "invalid-input", "counts.number"],
];

it.each(wrong)("refuses %s", (_why, table, options, code, path) => {
  expect(refusal(() => claimsFromForm(table as FormTable, options))).toMatchObject({ code: `chuan-ngheo/${code}`, path });
});

// ------------------------------------------------------------------------------------------------ sheets

const poorOf = (text: string): FormClaims => claimsFromForm({ number: 1, lines: [["Mã", "1", "3", "4"], ["31", "9.999.999", text, ""]] });
const rateOf = (text: string): FormClaims => claimsFromForm({ number: 1, lines: [["Mã", "1", "3", "4"], ["31", "2000", "44", text]] });

const cells: readonly (readonly [why: string, read: FormClaims, expected: unknown])[] = [
  ["Digits are a count.", poorOf("377"), 377],
  ["Among counts a point groups.", poorOf("1.829"), 1829],
  ["So does a comma.", poorOf("1,442,261"), 1_442_261],
  ["Zero is a count.", poorOf("0"), 0],
  ["The unit of the column may be said again.", poorOf("377 hộ"), 377],
  ["Blank is not 0.", poorOf("  "), undefined],
  ["A dash may be none or not known, and is not read.", poorOf("-"), "unreadable"],
  ["Persons are no households.", poorOf("943 nhân khẩu"), "other-unit"],
  ["A percentage is no count.", poorOf("1,22%"), "other-unit"],
  ["Nor are decimals: the mark may be misplaced, and no reading is guessed.", poorOf("67.39"), "not-whole"],
  ["Nor with the unit.", poorOf("67.39 hộ"), "not-whole"],
  ["About so many is no claim.", poorOf("khoảng 400"), "approximate"],
  ["Nor are millions.", poorOf("1,5 triệu"), "approximate"],
  ["The least that it can be is no claim.", poorOf("≥ 12"), "at-least"],
  ["A range is none.", poorOf("20 – 30"), "unreadable"],
  ["Words that are not known may change it.", poorOf("377 (tạm tính)"), "unreadable"],
  ["Sixteen nines are too many.", poorOf("9999999999999999"), "too-large"],
  ["A rate in Vietnamese.", rateOf("2,20%"), "2.20"],
  ["A rate in English.", rateOf("2.20%"), "2.20"],
  ["A rate without its sign; the decimals stay as printed.", rateOf("2,2"), "2.2"],
  ["A rate without decimals.", rateOf("2"), "2"],
  ["Three decimals may be thousands.", rateOf("2,200"), "ambiguous"],
  ["A count among rates is only seen by its unit.", rateOf("44 hộ"), "other-unit"],
];

it.each(cells)("%s", (_why, { claims, problems }, expected) => {
  const found = problems[0]?.code ?? claims.shares?.[0]?.printed ?? claims.values["31: poor"];
  expect(found).toBe(expected);
  expect(problems.map(({ row, column }) => [row, column])).toEqual(problems.length === 0 ? [] : [[1, problems[0]?.code === "ambiguous" || found === "other-unit" && claims.values["31: poor"] === 44 ? 3 : 2]]);
});

const titles = ["Tổng số hộ nghèo đầu kỳ", "Trở thành hộ cận nghèo", "Vượt chuẩn cận nghèo", "Hộ khác (giảm)", "Hộ cận nghèo trở thành hộ nghèo", "Tái nghèo", "Phát sinh mới", "Hộ khác (tăng)", "Tổng số hộ nghèo cuối kỳ"];
const balance = ["7", "2", "1", "1", "2", "1", "1", "1", "8"];

const heads: readonly (readonly [why: string, number: PrintedFormNumber, lines: readonly (readonly string[])[], values: number, problems: readonly unknown[]])[] = [
  ["Titles name the columns, and no number is needed.", 2, [["Khu vực, đơn vị", ...titles], ["Xã A", ...balance]], 9, []],
  ["Numbers do, in brackets and with formulas.", 2, [["Đơn vị", "(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9) = (1)-(2)-(3)-(4)+(5)+(6)+(7)+(8)"], ["Xã A", ...balance]], 9, []],
  ["A line of numbers below the titles is no area.", 2, [["Đơn vị", ...titles], ["B", "1", "2", "3", "4", "5", "6", "7", "8", "9"], ["Xã A", ...balance]], 9, []],
  ["Lines above are titles of the sheet; letters count the columns on the left.", 1, [["BIỂU 1", "", "", "", ""], ["STT", "Địa phương", "Tổng số hộ", "Hộ nghèo", ""], ["A", "B", "1", "3", "4=3/1"], ["1", "Xã A", "100", "2", "2,00"]], 2, []],
  ["Blank lines and remarks at the end are no areas.", 1, [["Mã", "1", "3", "4", "Ghi chú"], ["31", "100", "2", "2,00"], [], ["", "", "", "", "Ô trống: không có số liệu."]], 2, []],
  ["The total of form 4 may be headed by one word.", 4, [["Mã", "Tổng số", "1", "2", "3"], ["31", "9", "1", "2", "3"]], 4, []],
  ["A column that is not known is told of.", 1, [["Mã", "1", "3", "4", "Dân tộc"], ["31", "100", "2", "2,00", "7"]], 2, [["unknown-column", 0, 4]]],
  ["A misspelt sum row is told of, and so is that nothing is added up.", 1, [["Mã", "Dòng công", "1", "3", "5"], ["31", "x", "5", "2", "0"], ["32", "", "5", "2", "0"]], 6, [["unknown-column", 0, 1], ["sum-rows-unknown", null, null]]],
  ["Numbers of no area are left out.", 1, [["Mã", "1", "3", "4"], ["", "100", "2", "2,00"]], 0, [["no-area", 1, null]]],
  ["Of two lines for one area neither is known to be right.", 1, [["Mã", "Dòng cộng", "1", "3", "5"], ["30", "x", "100", "2", "1"], ["31", "", "100", "2", "1"], ["31", "", "100", "3", "1"]], 3, [["repeated-area", 2, null], ["repeated-area", 3, null]]],
  ["A line of form 2 that says neither households nor persons is left out.", 2, [["Mã", "Hộ, nhân khẩu", ...titles], ["31", "Hộ", ...balance], ["31", "Người cao tuổi", ...balance]], 9, [["no-measure", 2, null]]],
];

it.each(heads)("%s", (_why, number, lines, values, problems) => {
  const read = claimsFromForm({ number, lines });
  expect([Object.keys(read.claims.values).length, codesOf(read)]).toEqual([values, problems]);
  expect(verdictOf(read)).not.toBe("inconsistent");
});

const noHeads: readonly (readonly [why: string, number: PrintedFormNumber, lines: readonly (readonly string[])[], path: string])[] = [
  ["no headings", 1, [["31", "100", "2", "2,00%"]], "lines"],
  ["a line of small counts instead of headings", 4, [["31", "1", "2", "3"], ["32", "0", "1", "1"]], "lines"],
  ["columns in another order", 1, [["Mã", "3", "1", "4"]], "lines"],
  ["no column of areas", 1, [["1", "2", "3"], ["100", "400", "2"]], "lines[0]"],
  ["13 numbers over 12 indicators and a total", 4, [["Mã", ...Array.from({ length: 13 }, (_, index) => String(index + 1))]], "lines"],
  ["the headings of form 3", 2, [["Mã", "Tổng số hộ cận nghèo đầu kỳ (1)", "Thoát cận nghèo (2)", "Trở thành hộ nghèo (3)"]], "lines[0][1]"],
  ["a title over the number of another column", 2, [["Mã", "Tổng số hộ nghèo đầu kỳ (1)", "Vượt chuẩn cận nghèo (2)", "Hộ khác (giảm) (4)"]], "lines[0][2]"],
  ["shares for counts", 4, [["Mã", "Tổng số hộ nghèo", "Tỷ lệ hộ nghèo thiếu hụt chỉ số so với tổng số hộ nghèo – Việc làm (1)", "(2)", "(3)"]], "lines[0][2]"],
];

it.each(noHeads)("refuses a sheet with %s", (_why, number, lines, path) => {
  expect(refusal(() => claimsFromForm({ number, lines }))).toMatchObject({ code: "chuan-ngheo/invalid-input", path });
});

it("takes a name as it was before it was kept from being computed by a spreadsheet", () => {
  const { claims } = claimsFromForm({ number: 1, lines: [["Khu vực, đơn vị", "1", "3", "5"], ["'=Hà Tĩnh", "5", "2", "0"], ["'Hà Tĩnh", "5", "2", "0"]] });
  expect(Object.keys(claims.values).filter((name) => name.endsWith("poor"))).toEqual(["=Hà Tĩnh: poor", "'Hà Tĩnh: poor"]);
});

describe("sum rows of a sheet", () => {
  const sheet = (marks: readonly string[]): FormSheet => ({ number: 1, lines: [["Mã", "Dòng cộng", "1", "3", "5"], ...marks.map((mark, index) => [`a${index}`, mark, "4", "2", "1"])] });
  const sums = ({ claims }: FormClaims): unknown => claims.sums?.[0];

  it("one is the sum of all others, wherever it stands", () => {
    expect(sums(claimsFromForm(sheet(["x", "", ""])))).toEqual({ total: "a0: households", parts: ["a1: households", "a2: households"] });
    expect(sums(claimsFromForm(sheet(["", "", "X"])))).toEqual({ total: "a2: households", parts: ["a0: households", "a1: households"] });
  });

  const unknown: readonly (readonly [why: string, marks: readonly string[]])[] = [
    ["Of two, which is part of which cannot be told.", ["x", "", "x"]],
    ["Without one, nothing is said to be a sum.", ["", "", ""]],
    ["Another mark may mean anything.", ["x", "?", ""]],
  ];

  it.each(unknown)("%s", (_why, marks) => {
    const told = claimsFromForm(sheet(marks));
    expect([sums(told), codesOf(told)]).toEqual([undefined, [["sum-rows-unknown", null, null]]]);
    const parents = claimsFromForm(sheet(marks), { parents: new Map([["a1", "a0"], ["a2", "a1"]]) });
    expect([sums(parents), codesOf(parents)]).toEqual([{ total: "a0: households", parts: ["a1: households"] }, []]);
  });

  it("a line of no area may be part of the sum, which then is not claimed", () => {
    const [head = [], ...lines] = sheet(["x", "", ""]).lines;
    expect(sums(claimsFromForm({ number: 1, lines: [head, ...lines, ["", "", "4", "2", "1"]] }))).toBeUndefined();
  });
});

// ------------------------------------------------------------------------------------------------ the round trip

/** A province of communes, some with villages; households live in the smallest areas. */
const trees: Arbitrary<readonly Area[]> = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 4 }).map((villages) => [
  { code: "42", name: "=Hà Tĩnh", level: "province" },
  ...villages.flatMap((count, commune): Area[] => [
    { code: `42.${commune}`, name: `Xã ${commune}`, level: "commune", parent: "42" },
    ...Array.from({ length: count }, (_, village) => ({ code: `42.${commune}.${village}`, name: "Thôn, \"tổ\"", level: "village", parent: `42.${commune}` })),
  ]),
]);
const smallest = (areas: readonly Area[]): readonly string[] => areas.filter(({ code }) => !areas.some(({ parent }) => parent === code)).map(({ code }) => code);

const classes = fc.constantFrom<PovertyClass>("poor", "near-poor", "average-living-standard", "not-poor");
const persons = fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined, freq: 20 });

function rates(areas: readonly Area[]): Arbitrary<OfficialForm> {
  const area = fc.constantFrom(...smallest(areas));
  const household = fc.oneof(
    { weight: 20, arbitrary: fc.record({ areaCode: area, class: classes, persons }) },
    { weight: 1, arbitrary: area.map((areaCode) => ({ areaCode, class: null, possible: ["poor", "near-poor"], persons: 3 }) as const) },
  );
  // Sometimes too few, so that there is no rate, sometimes none at all.
  const given = fc.option(fc.record({ households: fc.integer({ min: 0, max: 3000 }), persons: fc.integer({ min: 0, max: 9000 }) }), { freq: 5 });
  return fc.record({ households: fc.array(household, { maxLength: 80 }), residents: fc.tuple(...smallest(areas).map(() => given)) }).map(({ households, residents }) => {
    const rows = smallest(areas).flatMap((areaCode, index): AreaResidents[] => (residents[index] ? [{ areaCode, ...residents[index] }] : []));
    const average = rows.map(({ areaCode, households: all }): RecognisedAverage => ({ areaCode, households: Math.min(7, all ?? 0), persons: 20 }));
    return officialForm(1, { areas, rates: areaRates(households, { areas, residents: rows }), recognisedAverage: average });
  });
}

function movements(areas: readonly Area[]): Arbitrary<readonly OfficialForm[]> {
  const review = (year: number): Arbitrary<MovingHousehold["before"]> => fc.record({ on: fc.constant(`${year}-12-14`), class: classes, persons });
  const household = fc.record({ area: fc.constantFrom(...smallest(areas)), before: fc.option(review(2023), { freq: 8 }), after: fc.option(review(2024), { freq: 8 }), isExplained: fc.boolean() });
  return fc.record({ households: fc.array(household, { maxLength: 60 }), since: fc.constantFrom("2010-01-01", undefined) }).map(({ households, since }) => {
    const moving = households.flatMap(({ area, before, after, isExplained }): MovingHousehold[] => {
      if (!before && !after) return [];
      const at = (found: MovingHousehold["before"]): MovingHousehold["before"] => (found ? { ...found, areaCode: area } : null);
      const reason = before && after ? null : before ? (isExplained ? "moved-away" : null) : isExplained ? "moved-in" : null;
      return [{ before: at(before), after: at(after), reason }];
    });
    const data = { areas, movements: rollUpMovements(tabulateMovements(moving, { historyCompleteSince: since }), areaTree(areas)) };
    return [officialForm(2, data), officialForm(3, data)];
  });
}

const names = standardById("vn/decree-07-2021").indicators.map(({ id }) => id);

function deprivations(areas: readonly Area[], unknowns: number): Arbitrary<readonly OfficialForm[]> {
  const household = fc.record({
    areaCode: fc.constantFrom(...smallest(areas)), class: fc.constantFrom<PovertyClass>("poor", "near-poor", "not-poor"),
    deprived: fc.subarray(names), unknown: fc.subarray(names, { maxLength: unknowns }),
  }).map(({ deprived, unknown, ...rest }): AnalysedHousehold => ({ ...rest, deprived, unknown: unknown.filter((name) => !deprived.includes(name)) }));
  return fc.array(household, { maxLength: 60 }).map((households) => {
    const data = { areas, deprivations: tabulateDeprivations(households, { areas }) };
    return [officialForm(4, data), officialForm(5, data), officialForm(6, data), officialForm(7, data)];
  });
}

const forms: Arbitrary<{ readonly areas: readonly Area[]; readonly forms: readonly OfficialForm[] }> = trees.chain((areas) =>
  fc.tuple(rates(areas), movements(areas), deprivations(areas, 1)).map(([first, ...others]) => ({ areas, forms: [first, ...others.flat()] })),
);

/** Problems of forms as data, in the places of their sheets. */
const ownProblems = ["at-least", "shares-without-counts"];

describe("forms of our own", () => {
  it("are consistent, or have nothing to check, and nothing in them is misread", () => {
    fc.assert(
      fc.property(forms, ({ forms: all }) => {
        for (const form of all) {
          const read = claimsFromForm(form);
          const audit = auditClaims(read.claims);
          expect(audit.verdict).not.toBe("inconsistent");
          expect(read.problems.map(({ code }) => code).filter((code) => !ownProblems.includes(code))).toEqual([]);
        }
        for (const [counts, shares] of [[3, 4], [5, 6]] as const) {
          const { claims } = claimsFromForm(all[shares]!, { counts: all[counts]! });
          expect(auditClaims(claims).verdict).not.toBe("inconsistent");
        }
      }),
      { numRuns: 80 },
    );
  });

  it("give the same claims from their CSV, in either language, where the areas are told", () => {
    fc.assert(
      fc.property(forms, fc.constantFrom("vi", "en"), ({ areas, forms: all }, locale) => {
        const { parents } = areaTree(areas);
        for (const form of all) {
          const sheet: FormSheet = { number: form.number, lines: csvRows(formToCsv(form, { locale })) };
          const [data, read] = [claimsFromForm(form, { parents }), claimsFromForm(sheet, { parents })];
          expect(read.claims).toEqual(data.claims);
          expect(read.problems.map(({ code }) => code).sort()).toEqual(data.problems.map(({ code }) => code).sort());
          expect(asSets(claimsFromForm(form).claims)).toEqual(asSets(data.claims));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("have the titles by which their columns are known", () => {
    const areas = [{ code: "42", name: "Hà Tĩnh", level: "province" }];
    const data = { areas, movements: rollUpMovements([], areaTree(areas)), deprivations: tabulateDeprivations([], { areas }) };
    for (const number of [2, 3] as const) expectTitles(officialForm(number, { areas, movements: data.movements }));
    for (const number of [4, 5, 6, 7] as const) expectTitles(officialForm(number, { areas, deprivations: data.deprivations }));
    const { columns } = officialForm(1, { areas, rates: areaRates([], { areas, residents: [] }) });
    expect(columns.map((column) => column.number)).toEqual(formClaimColumns[1].map((column) => column.number));
  });
});

function expectTitles(form: OfficialForm): void {
  expect(form.columns.map(({ number, label }) => ({ number, titles: [label] }))).toEqual(formClaimColumns[form.number].map(({ number, titles: known }) => ({ number, titles: known })));
}

/** Claims without the order of sums, which is that of the columns. */
function asSets({ values, shares, balances, sums }: Claims): unknown {
  return { values, shares, balances, sums: new Set(sums?.map(({ total, parts }) => JSON.stringify([total, [...parts].sort()]))) };
}

// ------------------------------------------------------------------------------------------------ one wrong digit

/** A form without blank cells, over two areas and their sum, as the lines of a sheet. */
const complete: Arbitrary<{ readonly number: PrintedFormNumber; readonly lines: readonly (readonly string[])[] }> = fc
  .record({
    number: fc.constantFrom<1 | 2 | 3 | 4>(1, 2, 3, 4),
    first: fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 13, maxLength: 13 }),
    second: fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 13, maxLength: 13 }),
    locale: fc.constantFrom<"vi" | "en">("vi", "en"),
  })
  .map(({ number, first, second, locale }) => {
    const parts = [first, second].map((counts) => countsOf(number, counts));
    const whole = (parts[0] ?? []).map((count, index) => count + (parts[1]?.[index] ?? 0));
    const rows = [whole, ...parts].map((counts, index) => row(`4${index}`, index === 0 ? 0 : 1, formCells(number, counts), number === 2 || number === 3 ? { measure: "households" } : {}));
    const areas = [{ code: "40", name: "Huyện", level: "district" }, { code: "41", name: "Xã", level: "commune", parent: "40" }, { code: "42", name: "Xã", level: "commune", parent: "40" }];
    // The head of an own form, over rows of these counts.
    const empty = number === 1
      ? officialForm(1, { areas, rates: areaRates([], { areas, residents: [] }) })
      : number === 4
        ? officialForm(4, { areas, deprivations: tabulateDeprivations([], { areas }) })
        : officialForm(number, { areas, movements: rollUpMovements([], areaTree(areas)) });
    const form = { ...empty, notes: [], warnings: [], rows: rows.map((each, index): FormRow => ({ ...each, level: "", isParent: index === 0, notes: [] })) };
    return { number, lines: csvRows(formToCsv(form, { locale })) };
  });

/** Counts of one area that hang together as those of the form do. */
function countsOf(number: 1 | 2 | 3 | 4, random: readonly number[]): readonly number[] {
  if (number === 4) return random;
  if (number !== 1) {
    const [, two = 0, three = 0, four = 0, ...added] = random.slice(0, 8);
    const opening = two + three + four + (random[0] ?? 0);
    return [opening, two, three, four, ...added, opening - two - three - four + added.reduce((sum, count) => sum + count, 0)];
  }
  const [poor = 0, near = 0, average = 0, others = 0] = random;
  const households = poor + near + average + others + 1;
  return [households, 4 * households, poor, near, average, 3 * poor, 3 * near, 3 * average];
}

function formCells(number: 1 | 2 | 3 | 4, counts: readonly number[]): FormTableRow["cells"] {
  if (number !== 1) return counts;
  const [households = 1, people = 1, poor = 0, near = 0, average = 0, poorPeople = 0, nearPeople = 0, averagePeople = 0] = counts;
  return [
    households, people, ...[poor, near, average].flatMap((count) => [count, of(count, households)]), ...[poorPeople, nearPeople, averagePeople].flatMap((count) => [count, of(count, people)]),
  ];
}

/** Whether a rate is exactly between two printed ones, both of which are right. */
function isHalf(text: string, line: readonly string[]): boolean {
  const counts = line.map((cell) => Number(cell.replace(/\D/g, "")));
  const units = Number(text.replace(/\D/g, ""));
  return counts.some((part) => counts.some((whole) => whole > 0 && Math.abs(20_000 * part - 2 * units * whole) === whole));
}

describe("a wrong digit", () => {
  it("in any cell of a complete form with a sum row is found, or the cell cannot be read and is told of", () => {
    fc.assert(
      fc.property(complete, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 }), ({ number, lines }, which, place, by) => {
        expect(verdictOf(claimsFromForm({ number, lines }))).toBe("consistent");
        const first = number === 2 || number === 3 ? 4 : 3;
        const cellsOf = lines.flatMap((line, at) => line.flatMap((cell, column) => (at > 0 && column >= first && /\d/.test(cell) && column < line.length - 1 ? [[at, column] as const] : [])));
        const [at, column] = cellsOf[which % cellsOf.length]!;
        const before = lines[at]![column]!;
        const digits = [...before.matchAll(/\d/g)].map(({ index }) => index);
        const digit = digits[place % digits.length]!;
        const after = `${before.slice(0, digit)}${(Number(before[digit]) + by) % 10}${before.slice(digit + 1)}`;
        fc.pre(!before.includes("%") || !isHalf(before, lines[at]!));
        const changed = lines.map((line, index) => (index === at ? line.with(column, after) : line));
        const read = claimsFromForm({ number, lines: changed });
        const isTold = read.problems.some((problem) => problem.row === at && problem.column === column);
        expect(isTold || verdictOf(read) === "inconsistent").toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
