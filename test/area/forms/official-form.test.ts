import { describe, expect, it } from "vitest";
import { areaRates, areaTree, classifyDeprivations, classifyPoints, standardById, type Area, type AreaResidents, type CountedHousehold, type PovertyClass } from "../../../src/index.js";
import { rollUpMovements, tabulateMovements, type MovingHousehold } from "../../../src/forms.js";
import { officialForm, tabulateDeprivations, type AnalysedHousehold, type OfficialForm, type RecognisedAverage } from "../../../src/forms.js";
import { refusal } from "../../support/refusal.js";

const city: readonly Area[] = [{ code: "436", name: "Thành phố Hà Tĩnh", level: "city" }];

/** A commune of two villages, the parts given before the whole. */
const commune: readonly Area[] = [
  { code: "v1", name: "Thôn 1", level: "village", parent: "c" },
  { code: "v2", name: "Thôn 2", level: "village", parent: "c" },
  { code: "c", name: "Xã", level: "commune" },
];

const many = (count: number, found: PovertyClass, areaCode: string, persons = 2): readonly CountedHousehold[] =>
  Array.from({ length: count }, () => ({ areaCode, class: found, persons }));

const share = (numerator: number, denominator: number): object => ({ numerator, denominator });
const cellsOf = (form: OfficialForm, row = 0): unknown => form.rows[row]!.cells;
const codesOf = (form: OfficialForm, row = 0): readonly string[] => form.rows[row]!.notes.map(({ code }) => code);

// ------------------------------------------------------------------------------------------------ titles and columns

const indicators = [
  "Việc làm", "Người phụ thuộc trong hộ gia đình", "Dinh dưỡng", "Bảo hiểm y tế", "Trình độ giáo dục của người lớn", "Tình trạng đi học của trẻ em",
  "Chất lượng nhà ở", "Diện tích nhà ở bình quân đầu người", "Nguồn nước sinh hoạt", "Nhà tiêu hợp vệ sinh", "Sử dụng dịch vụ viễn thông",
  "Phương tiện phục vụ tiếp cận thông tin",
];

/** Typed from the sheets: the title, then each column as "number formula: title". */
const sheets: readonly (readonly [form: OfficialForm, title: string, columns: readonly string[]])[] = [
  [
    officialForm(1, { areas: city, rates: areaRates([], { areas: city, residents: [] }) }),
    "Tổng hợp kết quả chính thức rà soát hộ nghèo, hộ cận nghèo, hộ làm nông nghiệp, lâm nghiệp, ngư nghiệp có mức sống trung bình",
    [
      "1: Số hộ", "2: Số nhân khẩu", "3: Số hộ", "4 = 3/1: Tỷ lệ", "5: Số hộ", "6 = 5/1: Tỷ lệ", "7: Số hộ", "8 = 7/1: Tỷ lệ",
      "9: Số nhân khẩu", "10 = 9/2: Tỷ lệ", "11: Số nhân khẩu", "12 = 11/2: Tỷ lệ", "13: Số nhân khẩu", "14 = 13/2: Tỷ lệ",
    ],
  ],
  [
    officialForm(2, { areas: city, movements: rollUpMovements([], areaTree(city)) }),
    "Tổng hợp diễn biến hộ nghèo",
    [
      "1: Tổng số hộ nghèo đầu kỳ", "2: Trở thành hộ cận nghèo", "3: Vượt chuẩn cận nghèo", "4: Hộ khác (giảm)", "5: Hộ cận nghèo trở thành hộ nghèo",
      "6: Tái nghèo", "7: Phát sinh mới", "8: Hộ khác (tăng)", "9 = 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8: Tổng số hộ nghèo cuối kỳ",
    ],
  ],
  [
    officialForm(3, { areas: city, movements: rollUpMovements([], areaTree(city)) }),
    "Tổng hợp diễn biến hộ cận nghèo",
    [
      "1: Tổng số hộ cận nghèo đầu kỳ", "2: Thoát cận nghèo", "3: Trở thành hộ nghèo", "4: Hộ khác (giảm)", "5: Hộ nghèo trở thành hộ cận nghèo",
      "6: Tái cận nghèo", "7: Phát sinh mới", "8: Hộ khác (tăng)", "9 = 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8: Tổng số hộ cận nghèo cuối kỳ",
    ],
  ],
  ...([
    [4, "Phân tích các chỉ số thiếu hụt dịch vụ xã hội cơ bản của hộ nghèo", "Tổng số hộ nghèo"],
    [5, "Phân tích tỷ lệ các chỉ số thiếu hụt dịch vụ xã hội cơ bản của hộ nghèo", "Tổng số hộ nghèo"],
    [6, "Phân tích các chỉ số thiếu hụt dịch vụ xã hội cơ bản của hộ cận nghèo", "Tổng số hộ cận nghèo"],
    [7, "Phân tích tỷ lệ các chỉ số thiếu hụt dịch vụ xã hội cơ bản của hộ cận nghèo", "Tổng số hộ cận nghèo"],
  ] as const).map(([number, title, total]) => [
    officialForm(number, { areas: city, deprivations: tabulateDeprivations([], { areas: city }) }),
    title,
    [`–: ${total}`, ...indicators.map((label, index) => `${index + 1}: ${label}`)],
  ] as const),
];

describe("the sheet", () => {
  it.each(sheets)("%$ has its title, columns and formulas", (form, title, columns) => {
    expect(form.title.vi).toBe(title);
    expect(form.columns.map(({ number, formula, label }) => `${formula ?? number ?? "–"}: ${label.vi}`)).toEqual(columns);
    expect(form.rows.every(({ cells }) => cells.length === columns.length)).toBe(true);
    expect(form.columns.every(({ label, group }) => [label, ...group].every(({ vi, en }) => vi !== "" && en !== ""))).toBe(true);
    expect(form.citation.provenance).toBe("reported");
  });

  it.each([0, 8, 9, 10, 11, 12, -1])("is not held for form %d", (number) => {
    expect(refusal(() => officialForm(number as 1, { areas: city, rates: [] }))).toMatchObject({ code: "chuan-ngheo/law-not-held", path: "number" });
  });

  it.each(["1", 1.5, null, undefined, "__proto__"])("has a whole number, not %s", (number) => {
    expect(refusal(() => officialForm(number as unknown as 1, { areas: city, rates: [] }))).toMatchObject({ code: "chuan-ngheo/invalid-input", path: "number" });
  });
});

// ------------------------------------------------------------------------------------------------ form 1

const form1 = (households: Iterable<CountedHousehold>, residents: readonly AreaResidents[], recognisedAverage?: readonly RecognisedAverage[], areas = city): OfficialForm =>
  officialForm(1, { areas, rates: areaRates(households, { areas, residents }), recognisedAverage });

describe("form 1", () => {
  it("is that of Hà Tĩnh city, end of 2023: columns 1 to 14", () => {
    // Persons typed by hand: 943 in 377 households, 1,829 in 549.
    const sized = (count: number, persons: number, found: PovertyClass): readonly CountedHousehold[] => [
      ...many(count - 1, found, "436", 2), ...many(1, found, "436", persons - 2 * (count - 1)),
    ];
    const form = form1([...sized(377, 943, "poor"), ...sized(549, 1829, "near-poor")], [{ areaCode: "436", households: 30_900, persons: 108_000 }], [
      { areaCode: "436", households: 103, persons: 360 },
    ]);
    expect(cellsOf(form)).toEqual([
      30_900, 108_000,
      377, share(377, 30_900), 549, share(549, 30_900), 103, share(103, 30_900),
      943, share(943, 108_000), 1829, share(1829, 108_000), 360, share(360, 108_000),
    ]);
    expect([form.notes, form.warnings, form.rows[0]!.notes]).toEqual([[], [], []]);
  });

  it("takes column 7 from recognitions, never from the income band", () => {
    const households = [...many(9, "average-living-standard", "436"), ...many(1, "poor", "436")];
    const residents = [{ areaCode: "436", households: 100, persons: 400 }];
    const without = form1(households, residents);
    expect(without.rows[0]!.cells.slice(6, 8)).toEqual([null, null]);
    expect(without.rows[0]!.cells.slice(12)).toEqual([null, null]);
    expect(without.notes.map(({ code }) => code)).toEqual(["average-not-recognised", "blank-cells"]);
    expect(form1(households, residents, [{ areaCode: "436", households: 4 }]).rows[0]!.cells.slice(6, 8)).toEqual([4, share(4, 100)]);
  });

  it("tells the number of undetermined households, and counts them nowhere", () => {
    const open = { areaCode: "436", class: null, possible: ["poor", "near-poor"], persons: 3 } as const;
    const form = form1([...many(10, "poor", "436"), open, open], [{ areaCode: "436", households: 100, persons: 400 }]);
    expect(form.rows[0]!.cells.slice(2, 6)).toEqual([10, share(10, 100), 0, share(0, 100)]);
    const [note] = form.rows[0]!.notes;
    expect(note!.vi).toBe("Số hộ chưa xác định được loại hộ: 2 (6 nhân khẩu); không tính vào cột 3, 5, 9, 11. Nếu tính cả những hộ có thể thuộc loại đó thì cột 3 nhiều nhất là 12, cột 5 nhiều nhất là 2.");
    expect(note!.en).toContain("2 (6 persons)");
  });

  it("has no rate without residents, and none of residents that are too few", () => {
    expect(cellsOf(form1(many(5, "poor", "436"), [], [{ areaCode: "436", households: 0, persons: 0 }]))).toEqual([null, null, 5, null, 0, null, 0, null, 10, null, 0, null, 0, null]);
    const few = form1(many(5, "poor", "436"), [{ areaCode: "436", households: 4, persons: 100 }], [{ areaCode: "436", households: 0, persons: 0 }]);
    expect(few.rows[0]!.cells.slice(0, 10)).toEqual([4, 100, 5, null, 0, null, 0, null, 10, share(10, 100)]);
    expect(codesOf(few)).toContain("count-exceeds-residents");
  });

  const recognised: readonly (readonly [why: string, households: number, eight: unknown, codes: readonly string[]])[] = [
    ["one less than all who are left", 94, share(94, 100), []],
    ["all who are left", 95, share(95, 100), []],
    ["one more", 96, null, ["average-exceeds-residents"]],
  ];

  it.each(recognised)("has as many recognised households as are neither poor nor near-poor: %s", (_why, households, eight, codes) => {
    const form = form1(many(5, "poor", "436"), [{ areaCode: "436", households: 100, persons: 400 }], [{ areaCode: "436", households, persons: 200 }]);
    expect([form.rows[0]!.cells[6], form.rows[0]!.cells[7], codesOf(form)]).toEqual([households, eight, codes]);
  });

  it("puts parents first, marked, and adds their parts", () => {
    const residents = [{ areaCode: "v1", households: 30, persons: 100 }, { areaCode: "v2", households: 70, persons: 300 }];
    const form = form1([...many(6, "poor", "v1"), ...many(8, "near-poor", "v2")], residents, [{ areaCode: "v1", households: 10, persons: 20 }, { areaCode: "v2", households: 20, persons: 50 }], commune);
    expect(form.rows.map(({ areaCode, depth, isParent }) => [areaCode, depth, isParent])).toEqual([["c", 0, true], ["v1", 1, false], ["v2", 1, false]]);
    expect(cellsOf(form)).toEqual([
      100, 400, 6, share(6, 100), 8, share(8, 100), 30, share(30, 100), 12, share(12, 400), 16, share(16, 400), 70, share(70, 400),
    ]);
  });

  it("leaves a parent blank where recognised households of a part are not known, and tells where they contradict", () => {
    const residents = [{ areaCode: "v1", households: 30 }, { areaCode: "v2", households: 70 }];
    expect(form1([], residents, [{ areaCode: "v1", households: 5 }], commune).rows[0]!.cells[6]).toBeNull();
    const given = form1([], residents, [{ areaCode: "v1", households: 5 }, { areaCode: "v2", households: 6 }, { areaCode: "c", households: 12 }], commune);
    expect([given.rows[0]!.cells[6], codesOf(given)]).toEqual([12, ["average-differs-from-children"]]);
  });

  const wrong: readonly (readonly [why: string, data: object, code: string, path: string])[] = [
    ["a misspelt key", { areas: city, rates: [], recognizedAverage: [] }, "invalid-input", "recognizedAverage"],
    ["a row that is missing", { areas: city, rates: [] }, "invalid-input", "rates"],
    ["a row of no area", { areas: city, rates: areaRates([], { areas: commune, residents: [] }) }, "invalid-area", "rates[0].areaCode"],
    ["no rows", { areas: city }, "invalid-input", "rates"],
    ["recognised households of no area", { areas: city, rates: areaRates([], { areas: city, residents: [] }), recognisedAverage: [{ areaCode: "x" }] }, "invalid-area", "recognisedAverage[0].areaCode"],
    ["fewer persons than households", { areas: city, rates: areaRates([], { areas: city, residents: [] }), recognisedAverage: [{ areaCode: "436", households: 2, persons: 1 }] }, "invalid-input", "recognisedAverage[0].persons"],
    ["a negative count", { areas: city, rates: areaRates([], { areas: city, residents: [] }), recognisedAverage: [{ areaCode: "436", households: -1 }] }, "invalid-input", "recognisedAverage[0].households"],
  ];

  it.each(wrong)("refuses %s", (_why, data, code, path) => {
    expect(refusal(() => officialForm(1, data as never))).toMatchObject({ code: `chuan-ngheo/${code}`, path });
  });
});

// ------------------------------------------------------------------------------------------------ forms 2 and 3

const at = (year: number, areaCode: string, found: PovertyClass, persons: number) => ({ on: `${year}-12-14`, areaCode, class: found, persons });
const moved = (areaCode: string, before: PovertyClass, after: PovertyClass, persons: readonly [number, number] = [3, 3]): MovingHousehold => ({
  before: at(2023, areaCode, before, persons[0]), after: at(2024, areaCode, after, persons[1]),
});
const movementsOf = (households: readonly MovingHousehold[], areas: readonly Area[], historyCompleteSince?: string) =>
  rollUpMovements(tabulateMovements(households, { historyCompleteSince }), areaTree(areas));

describe("forms 2 and 3", () => {
  // By hand: v1 has 3 poor (3 + 4 + 5 persons), of whom one stays, one becomes near-poor (4 → 3), one passes the line.
  const closed = [
    moved("v1", "poor", "poor"), moved("v1", "poor", "near-poor", [4, 3]), moved("v1", "poor", "not-poor", [5, 5]),
    moved("v2", "near-poor", "poor", [2, 2]), moved("v2", "near-poor", "not-poor", [6, 6]), moved("v2", "not-poor", "poor", [1, 1]),
  ];

  it("close, a line for households and one for persons of each area, parents added", () => {
    const data = { areas: commune, movements: movementsOf(closed, commune, "2020-01-01") };
    expect(officialForm(2, data).rows.map(({ areaCode, measure, cells }) => [areaCode, measure, ...cells])).toEqual([
      ["c", "households", 3, 1, 1, 0, 1, 0, 1, 0, 3],
      ["c", "persons", 12, 4, 5, 0, 2, 0, 1, 0, 6],
      ["v1", "households", 3, 1, 1, 0, 0, 0, 0, 0, 1],
      ["v1", "persons", 12, 4, 5, 0, 0, 0, 0, 0, 3],
      ["v2", "households", 0, 0, 0, 0, 1, 0, 1, 0, 2],
      ["v2", "persons", 0, 0, 0, 0, 2, 0, 1, 0, 3],
    ]);
    expect(officialForm(3, data).rows.slice(0, 2).map(({ cells }) => cells)).toEqual([
      [2, 1, 1, 0, 1, 0, 0, 0, 1],
      [8, 6, 2, 1, 4, 0, 0, 0, 3],
    ]);
    expect(officialForm(2, data).rows.flatMap(({ notes }) => notes)).toEqual([]);
  });

  it("mark an open table on its rows, and those of its parents, and no other", () => {
    const movements = movementsOf([...closed, { before: at(2023, "v2", "poor", 7), after: null }], commune, "2020-01-01");
    const form = officialForm(2, { areas: commune, movements });
    expect(form.rows.map((_, index) => codesOf(form, index))).toEqual([["unexplained"], ["unexplained"], [], [], ["unexplained"], ["unexplained"]]);
    expect(form.rows[5]!.cells).toEqual([7, 0, 0, 0, 2, 0, 1, 0, 3]);
    expect(form.rows[5]!.notes[0]!.vi).toContain("(số nhân khẩu: 7); cột 9 = 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8 − 7.");
    expect(officialForm(3, { areas: commune, movements }).rows.flatMap(({ notes }) => notes)).toEqual([]);
  });

  it("leave columns 6 and 7 blank while they cannot be told apart, and tell their sum", () => {
    const form = officialForm(2, { areas: commune, movements: movementsOf(closed, commune) });
    expect([cellsOf(form), cellsOf(form, 2)]).toEqual([[3, 1, 1, 0, 1, null, null, 0, 3], [3, 1, 1, 0, 0, 0, 0, 0, 1]]);
    expect(form.rows[0]!.notes[0]!.vi).toBe("Cột 6 và cột 7 cộng lại là 1, chưa tách được vì thiếu lịch sử công nhận: cột 6 từ 0 đến 1, cột 7 từ 0 đến 1.");
    expect([codesOf(form), codesOf(form, 2), form.notes.map(({ code }) => code)]).toEqual([["entered-undetermined"], [], ["blank-cells"]]);
  });

  it("tell of households without their persons on the line of persons alone", () => {
    const form = officialForm(2, { areas: city, movements: movementsOf([{ before: { on: "2023-12-14", areaCode: "436", class: "poor" }, after: at(2024, "436", "not-poor", 2) }], city) });
    expect([codesOf(form, 0), codesOf(form, 1), form.rows[1]!.cells[0]]).toEqual([[], ["without-persons"], null]);
  });

  it("refuse rows that were not added up", () => {
    const rows = tabulateMovements(closed);
    expect(refusal(() => officialForm(2, { areas: commune, movements: rows }))).toMatchObject({ code: "chuan-ngheo/invalid-input", path: "movements" });
    const [zero] = rollUpMovements([], areaTree(city));
    expect(refusal(() => officialForm(2, { areas: commune, movements: [...rows, { ...zero!, areaCode: "c" }] }))).toMatchObject({ path: "movements" });
    expect(refusal(() => officialForm(2, { areas: commune, movements: [{ ...zero!, areaCode: null }] }))).toMatchObject({ code: "chuan-ngheo/invalid-area" });
  });
});

// ------------------------------------------------------------------------------------------------ forms 4 to 7

const household = (areaCode: string, found: PovertyClass | null, deprived: readonly string[] | null, unknown: readonly string[] | null = deprived && []): AnalysedHousehold =>
  ({ areaCode, class: found, possible: found === null ? ["poor", "near-poor"] : [found], deprived, unknown });

describe("forms 4 to 7", () => {
  const households = [
    household("v1", "poor", ["employment", "water", "toilet"]),
    household("v1", "poor", ["water", "toilet", "informationMeans"], ["nutrition"]),
    household("v2", "near-poor", ["employment"]),
    household("v2", "not-poor", ["employment", "water"]),
    household("v2", null, ["water", "toilet"], ["telecom"]),
  ];
  const data = { areas: commune, deprivations: tabulateDeprivations(households, { areas: commune }) };

  it("count the certain deprivations, mark the least, and tell the most", () => {
    const form = officialForm(4, data);
    expect(form.rows.map(({ cells }) => cells)).toEqual([
      [2, 1, 0, 0, 0, 0, 0, 0, 0, 2, 2, 0, 1],
      [2, 1, 0, 0, 0, 0, 0, 0, 0, 2, 2, 0, 1],
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ]);
    expect(form.rows.map(({ atLeast }) => atLeast)).toEqual([[3], [3], []]);
    expect([codesOf(form, 0), codesOf(form, 1), codesOf(form, 2)]).toEqual([["undetermined-class", "unknown-indicators"], ["unknown-indicators"], ["undetermined-class"]]);
    expect(form.rows[1]!.notes[0]!.vi).toBe("Ô có dấu ≥ là số ít nhất, vì có hộ chưa rõ; số hộ thiếu hụt chỉ số 3: từ 0 đến 1.");
    expect(form.rows[2]!.notes[0]!.vi).toBe("Số hộ có thể là hộ nghèo nhưng chưa xác định được loại hộ: 1; không tính vào cột nào.");
  });

  it("give the shares of the poor, blank where there are none", () => {
    const of = (numerator: number): object => share(numerator, 2);
    expect(officialForm(5, data).rows.map(({ cells }) => cells)).toEqual([
      [2, of(1), of(0), of(0), of(0), of(0), of(0), of(0), of(0), of(2), of(2), of(0), of(1)],
      [2, of(1), of(0), of(0), of(0), of(0), of(0), of(0), of(0), of(2), of(2), of(0), of(1)],
      [0, ...new Array<null>(12).fill(null)],
    ]);
  });

  it("do the same for the near-poor", () => {
    expect(officialForm(6, data).rows.map(({ cells }) => cells.slice(0, 3))).toEqual([[1, 1, 0], [0, 0, 0], [1, 1, 0]]);
    expect(officialForm(7, data).rows.map(({ cells }) => cells.slice(0, 3))).toEqual([[1, share(1, 1), share(0, 1)], [0, null, null], [1, share(1, 1), share(0, 1)]]);
  });

  it("know nothing of the indicators of a household of which only their number is known", () => {
    const standard = standardById("vn/decree-07-2021");
    const points = { areaCode: "436", ...classifyPoints({ residence: "rural", pointsA: 100, pointsB: 40 }, { standard }).toJSON() };
    const flags = { areaCode: "436", ...classifyDeprivations({ residence: "rural", persons: 2, monthlyIncomePerPersonVnd: 0, deprivationCount: 3 }, { standard }).toJSON() };
    const [row] = tabulateDeprivations([points, flags], { areas: city });
    expect([row!.poor.households, row!.poor.indicators[0]]).toEqual([2, { low: 0, high: 2 }]);
    expect(row!.poor.indicators).toHaveLength(12);
  });

  const wrong: readonly (readonly [why: string, household: object, code: string, path: string])[] = [
    ["no area", { class: "poor", deprived: [], unknown: [] }, "invalid-input", "households[0].areaCode"],
    ["an area that is not there", household("x", "poor", []), "invalid-area", "households[0].areaCode"],
    ["an indicator of another standard", household("436", "poor", ["wasteTreatment"]), "invalid-input", "households[0].deprived[0]"],
    ["deprived and unknown at once", household("436", "poor", ["water"], ["water"]), "invalid-input", "households[0].unknown"],
    ["a list without the other: what is absent is not known", { areaCode: "436", class: "poor", deprived: ["water"] }, "invalid-input", "households[0].unknown"],
    ["no list at all", { areaCode: "436", class: "poor" }, "invalid-input", "households[0].deprived"],
    ["another standard", { ...household("436", "poor", []), standard: "vn/decree-351-2025" }, "standards-differ", "households[0].standard"],
  ];

  it.each(wrong)("refuse a household with %s", (_why, each, code, path) => {
    expect(refusal(() => tabulateDeprivations([each as AnalysedHousehold], { areas: city }))).toMatchObject({ code: `chuan-ngheo/${code}`, path });
  });

  it("count an id once, and no standard with other indicators", () => {
    const twice = { ...household("436", "poor", []), id: 1 };
    expect(refusal(() => tabulateDeprivations([twice, { ...twice, id: "1" }], { areas: city }))).toMatchObject({ code: "chuan-ngheo/invalid-input", path: "households[1].id" });
    expect(refusal(() => tabulateDeprivations([], { areas: city, standard: standardById("vn/decree-351-2025") }))).toMatchObject({ code: "chuan-ngheo/law-not-held", path: "standard" });
  });
});

// ------------------------------------------------------------------------------------------------ privacy

describe("the privacy warning", () => {
  const village = (level: string): readonly Area[] => [{ code: "v", name: "Thôn", level }];
  const rows: readonly (readonly [why: string, poor: number, level: string, warns: boolean])[] = [
    ["No poor household tells of nobody.", 0, "village", false],
    ["One does.", 1, "village", true],
    ["So do four.", 4, "village", true],
    ["Five do not.", 5, "village", false],
    ["Nor does one of a commune.", 1, "commune", false],
  ];

  it.each(rows)("%s", (_why, poor, level, warns) => {
    const areas = village(level);
    const form = form1(many(poor, "poor", "v", 5), [{ areaCode: "v", households: 100, persons: 400 }], undefined, areas);
    expect(form.warnings.map(({ code }) => code)).toEqual(warns ? ["small-cells"] : []);
    const deprivations = tabulateDeprivations(Array.from({ length: 9 }, (_, index) => household("v", "poor", index < poor ? ["water"] : [])), { areas });
    for (const number of [4, 5] as const) expect(officialForm(number, { areas, deprivations }).warnings).toHaveLength(warns ? 1 : 0);
  });
});
