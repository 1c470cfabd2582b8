import { describe, expect, it } from "vitest";
import { inProcess, lines, type Given } from "./in-process.js";

const base = ["classify", "--standard", "vn/decree-07-2021"];
const facts = { id: "f", residence: "rural", monthlyIncomePerPersonVnd: 1_500_000, persons: 2, members: [{ bornOn: "1990", hasHealthInsurance: false }] };
const flags = { id: "g", residence: "urban", monthlyIncomePerPersonVnd: 2_000_000, deprivationCount: 3 };
const points = { id: "p", residence: "rural", pointsA: 140, pointsB: 20 };
const json = (...records: readonly object[]): string => lines(...records.map((record) => JSON.stringify(record)));

const computed = ["status", "class", "possible", "count", "deprived", "unknown", "missing", "because", "notHeld", "margin", "law"];

describe("an answer of classify", () => {
  it("has its keys in the order of the contract", async () => {
    const carried = { areaCode: "a", recordedClass: "poor", meta: [1] };
    const { answers, code } = await inProcess([...base, "--on", "2023-12-14", "--explain", "en", "--evidence"], { stdin: json({ ...facts, ...carried }, flags) });
    expect(code).toBe(0);
    expect(Object.keys(answers[0]!)).toEqual(["id", "areaCode", "persons", "standard", "on", ...computed, "recordedClass", "agrees", "meta", "text", "evidence"]);
    expect(Object.keys(answers[1]!)).toEqual(["id", "standard", ...computed, "text"]);
  });

  it.each([
    ["persons of facts are those given", { residence: "rural", persons: 4, members: [{}] }, { persons: 4 }],
    ["or the members that are listed", { residence: "rural", members: [{}, {}] }, { persons: 2 }],
    ["persons of flags are carried", { residence: "rural", persons: 4, deprivationCount: 1 }, { persons: 4 }],
    ["and not made up", { residence: "rural", deprivationCount: 1 }, { persons: undefined }],
    ["the day of facts is that of the call", { residence: "rural", persons: 1 }, { on: "2023-12-14" }],
    ["or their own", { residence: "rural", persons: 1, reviewedOn: "2022-11-01" }, { on: "2022-11-01" }],
    ["flags need no day", { residence: "rural", deprivationCount: 1 }, { on: undefined }],
    ["but keep theirs", { residence: "rural", deprivationCount: 1, reviewedOn: "2022-11-01" }, { on: "2022-11-01" }],
    ["null is not carried", { id: null, areaCode: null, meta: null, recordedClass: null, residence: "rural", deprivationCount: 1 }, { id: undefined, areaCode: undefined, meta: undefined, agrees: undefined }],
    ["an id may be a number", { id: 7, residence: "rural", deprivationCount: 1 }, { id: 7 }],
    ["what is carried is not what was computed", { meta: { class: "poor", status: "x" }, residence: "rural", monthlyIncomePerPersonVnd: 9e6, deprivationCount: 1 }, { class: "not-poor", status: "determined", meta: { class: "poor", status: "x" } }],
    ["points have no lists of indicators", points, { deprived: null, unknown: null, count: [2, 2], class: "near-poor" }],
    ["the line itself is poor", { ...flags, monthlyIncomePerPersonVnd: "2000000.0" }, { class: "poor" }],
    ["one thousandth of a dong over it is not", { ...flags, monthlyIncomePerPersonVnd: "2000000.001" }, { class: "average-living-standard" }],
    ["undetermined", { ...flags, deprivationCount: [2, 3] }, { status: "undetermined", class: null, possible: ["poor", "near-poor"], count: [2, 3] }],
    ["a recorded class that agrees", { ...flags, recordedClass: "poor" }, { recordedClass: "poor", agrees: true }],
    ["one that does not", { ...flags, recordedClass: "not-poor" }, { agrees: false }],
    ["one that may", { ...flags, deprivationCount: [2, 3], recordedClass: "poor" }, { agrees: null }],
  ])("%s", async (_why, record, expected) => {
    const { answers, reports } = await inProcess([...base, "--on", "2023-12-14"], { stdin: json(record) });
    expect(reports).toEqual([]);
    expect(answers).toHaveLength(1);
    for (const [key, value] of Object.entries(expected)) expect(answers[0]![key], key).toEqual(value);
  });

  it("has a text in the language that was asked for, of every kind", async () => {
    const { answers } = await inProcess([...base, "--on", "2023-12-14", "--explain", "vi"], { stdin: json(facts, flags, points) });
    expect(answers.map(({ text }) => String(text).split("\n")[0])).toEqual([
      expect.stringContaining("chưa xác định được diện của hộ"), expect.stringContaining("hộ này là hộ nghèo"), expect.stringContaining("hộ này là hộ cận nghèo"),
    ]);
  });

  it("has evidence only where it was asked for, and only of facts", async () => {
    const asked = await inProcess([...base, "--on", "2023-12-14", "--evidence"], { stdin: json(facts, flags) });
    const evidence = asked.answers[0]!["evidence"] as readonly Record<string, unknown>[];
    expect(evidence).toHaveLength(12);
    expect(evidence[3]).toMatchObject({ indicator: "healthInsurance", verdict: "deprived", evidence: [{ fact: "bornOn", member: 0, value: "1990" }, { fact: "hasHealthInsurance", member: 0, value: false }] });
    expect(asked.answers[1]).not.toHaveProperty("evidence");
    const not = await inProcess([...base, "--on", "2023-12-14"], { stdin: json(facts) });
    expect(not.answers[0]).not.toHaveProperty("evidence");
  });
});

const good = JSON.stringify({ residence: "rural", deprivationCount: 1 });

const badLines: readonly (readonly [why: string, line: string, report: string])[] = [
  ["no JSON", "{secret", "2 invalid-input"],
  ["half a line", '{"residence":"rural","depriv', "2 invalid-input"],
  ["a list", '["secret"]', "2 invalid-input"],
  ["a number", "5", "2 invalid-input"],
  ["null", "null", "2 invalid-input"],
  ["a misspelt key", '{"residence":"rural","deprivationCuont":1}', "2 invalid-input"],
  ["a misspelt key beside good ones", '{"residense":"rural","deprivationCount":1}', "2 invalid-input residense"],
  ["a key that may be somebody's name", '{"residence":"rural","deprivationCount":1,"Nguyễn Văn secret":1}', "2 invalid-input"],
  ["an own __proto__", '{"residence":"rural","deprivationCount":1,"__proto__":{"residence":"urban"}}', "2 invalid-input __proto__"],
  ["a residence inherited from __proto__", '{"deprivationCount":1,"__proto__":{"residence":"urban"}}', "2 invalid-input __proto__"],
  ["no residence", '{"deprivationCount":1}', "2 invalid-input residence"],
  ["an unknown residence", '{"residence":"secret","deprivationCount":1}', "2 invalid-input residence"],
  ["no kind", '{"residence":"rural"}', "2 invalid-input"],
  ["two kinds", '{"residence":"rural","deprivationCount":1,"members":[{}]}', "2 invalid-input members"],
  ["points and flags", '{"residence":"rural","pointsA":1,"deprivations":{"water":true}}', "2 invalid-input deprivations"],
  ["points and income", '{"residence":"rural","pointsA":1,"pointsB":10,"annualIncomeVnd":1}', "2 invalid-input annualIncomeVnd"],
  ["facts without a day", '{"residence":"rural","persons":1}', "2 invalid-input reviewedOn"],
  ["facts without a person", '{"residence":"rural","members":[],"reviewedOn":"2023-12-14"}', "2 invalid-input persons"],
  ["a member's fact", '{"residence":"rural","reviewedOn":"2023-12-14","members":[{},{"jobless":"secret"}]}', "2 invalid-input members[1].jobless"],
  ["an income beyond what a number holds", '{"residence":"rural","deprivationCount":1,"monthlyIncomePerPersonVnd":9007199254740993}', "2 invalid-input monthlyIncomePerPersonVnd"],
  ["an id that is no text", '{"id":{"secret":1},"residence":"rural","deprivationCount":1}', "2 invalid-input id"],
  ["a recorded class that is none", '{"residence":"rural","deprivationCount":1,"recordedClass":"secret"}', "2 invalid-input recordedClass"],
  ["a meta that is nested too deeply to be written", `{"residence":"rural","deprivationCount":1,"meta":${"[".repeat(200_000)}${"]".repeat(200_000)}}`, "2 unexpected-error"],
];

describe("a bad line", () => {
  it.each(badLines)("is reported, and its neighbours are answered: %s", async (_why, line, report) => {
    const { answers, reports, code, err } = await inProcess(base, { stdin: lines(good, line, good) });
    expect(reports).toEqual([report]);
    expect(answers).toHaveLength(2);
    expect(code).toBe(1);
    expect(err).not.toContain("secret");
  });

  it("is a report of one line in the form of the contract", async () => {
    const { err } = await inProcess(base, { stdin: '{"residence":"city","deprivationCount":1}' });
    expect(err).toBe('{"line":1,"error":{"code":"chuan-ngheo/invalid-input","path":"residence","message":"expected \\"rural\\" or \\"urban\\"; got text"}}\n');
  });

  it("may have other bytes than UTF-8", async () => {
    const stdin = Buffer.concat([Buffer.from(`${good}\n{"id":"`), Buffer.from([0xff]), Buffer.from(`","residence":"rural","deprivationCount":1}\n${good}`)]);
    const { answers, reports } = await inProcess(base, { stdin });
    expect([answers.length, reports]).toEqual([2, ["2 invalid-input"]]);
  });

  it("names the nearest key", async () => {
    const { err } = await inProcess(base, { stdin: '{"residense":"rural","deprivationCount":1}' });
    expect(err).toContain('the nearest is \\"residence\\"');
  });
});

describe("JSON Lines", () => {
  const stdin = `\uFEFF\r\n${JSON.stringify({ ...facts, id: "hộ 🏠" })}\r\n\r\n  \n${JSON.stringify(flags)}`;

  it("may have a byte order mark, CRLF, blank lines and no line break at the end", async () => {
    const { answers, code } = await inProcess([...base, "--on", "2023-12-14"], { stdin });
    expect(answers.map(({ id }) => id)).toEqual(["hộ 🏠", "g"]);
    expect(code).toBe(0);
  });

  it.each([1, 2, 3, 5, 64])("give the same answers in pieces of %i bytes", async (pieces) => {
    const argv = [...base, "--on", "2023-12-14"];
    expect(await inProcess(argv, { stdin, pieces })).toEqual(await inProcess(argv, { stdin }));
  });

  it("blank lines count", async () => {
    expect((await inProcess(base, { stdin: "\n\n{}\n" })).reports).toEqual(["3 invalid-input"]);
  });

  it.each([["nothing", ""], ["blank lines", "\n \n"]])("an input of %s is no mistake", async (_why, text) => {
    expect(await inProcess(base, { stdin: text })).toMatchObject({ code: 0, out: "", err: "" });
  });

  it("may be a file", async () => {
    const files = { "h.jsonl": json(flags) };
    expect((await inProcess([...base, "h.jsonl"], { files })).answers[0]).toMatchObject({ id: "g", class: "poor" });
  });

  it("carries a meta of any shape as it is, under any name", async () => {
    const meta = '{"__proto__":{"a":1},"x":[null,"<b>",1.5],"class":"poor"}';
    const { out } = await inProcess(base, { stdin: `{"residence":"rural","deprivationCount":1,"meta":${meta}}` });
    expect(out).toContain(`"meta":${meta}`);
  });
});

const csvFlags = {
  header: ["id", "area_code", "residence", "monthly_income_per_person_vnd", "deprived_water", "deprived_health_insurance", "recorded_class", "meta"],
  rows: [["h1", "01", "rural", "1500000", "true", "FALSE", "poor", "a,b;c\td"], ["h2", "02", "urban", "", "", "", "", ""]],
};
const csvOf = ({ header, rows }: typeof csvFlags, delimiter: string, newline: string): string =>
  [header, ...rows].map((row) => row.map((cell) => (/[,;\t]/.test(cell) ? `"${cell}"` : cell)).join(delimiter) + newline).join("");

describe("CSV", () => {
  const expected = json(
    { id: "h1", areaCode: "01", residence: "rural", monthlyIncomePerPersonVnd: "1500000", deprivations: { water: true, healthInsurance: false }, recordedClass: "poor", meta: "a,b;c\td" },
    { id: "h2", areaCode: "02", residence: "urban", deprivations: null },
  );

  it.each([
    ["commas", ",", "\n"], ["semicolons", ";", "\n"], ["tabs", "\t", "\n"], ["semicolons and CRLF, as Excel writes in Vietnam", ";", "\r\n"],
  ])("with %s gives what JSON Lines give", async (_why, delimiter, newline) => {
    const argv = [...base, "--on", "2023-12-14"];
    const { out } = await inProcess(argv, { stdin: expected });
    for (const start of ["", "\uFEFF", "\uFEFF\r\n"])
      expect((await inProcess(argv, { stdin: start + csvOf(csvFlags, delimiter, newline), pieces: 3 })).out).toBe(out);
  });

  it.each([
    ["names in camelCase", "id,residence,monthlyIncomePerPersonVnd,deprivationCount\na,rural,1500000,3\n"],
    ["names in snake_case", "id,residence,monthly_income_per_person_vnd,deprivation_count\na,rural,1500000,3\n"],
    ["the least and the most in two columns", "id,residence,monthly_income_per_person_vnd,deprivation_count_least,deprivation_count_most\na,rural,1500000,3,4\n"],
    ["points", "id,residence,points_a,points_b\na,rural,140,30\n"],
    ["points and a number", "id,residence,points_a,deprivation_count\na,rural,140,3.0\n"],
    ["facts", "id,residence,reviewed_on,persons,monthly_income_per_person_vnd,wall_durable,pillar_durable,water_source,toilet_type,floor_area_m2\na,rural,2023-12-14,3,1500000,false,false,surface-water,none,23.9\n"],
    ["columns of several kinds, of which one has values", "id,residence,points_a,points_b,deprivation_count,persons\na,rural,140,30,,4\n"],
    ["no need for a line break at the end", "id,residence,points_a,points_b\na,rural,140,30"],
    ["blank rows below the table", "id,residence,points_a,points_b\na,rural,140,30\n,,,\n\n"],
  ])("%s", async (_why, stdin) => {
    const { answers, reports, code } = await inProcess(base, { stdin });
    expect(reports).toEqual([]);
    expect(answers).toEqual([expect.objectContaining({ id: "a", class: "poor" })]);
    expect(code).toBe(0);
  });

  it("blank cells are unknown, never false", async () => {
    const { answers } = await inProcess(base, { stdin: "id,residence,deprived_water,deprived_toilet\na,rural,,\nb,rural,false,\n" });
    expect(answers.map(({ count }) => count)).toEqual([[0, 12], [0, 11]]);
  });

  it("meta.… columns become an object, under any name", async () => {
    const { out } = await inProcess(base, { stdin: "residence,deprivation_count,meta.note,meta.__proto__\nrural,1, x ,y\nrural,1,,\n" });
    expect(out.split("\n").map((line) => /"meta":.*/.exec(line)?.[0])).toEqual(['"meta":{"note":" x ","__proto__":"y"}}', undefined, undefined]);
  });

  it("reports bad rows at the line on which they start, and answers the others in order", async () => {
    const stdin = lines(
      "id;residence;monthly_income_per_person_vnd;deprivation_count;meta", // 1
      'a;rural;1500000;3;"two', // 2
      'lines"', // 3
      "b;rural;1.500.000;3;", // 4
      "c;rural;1500000;3", // 5
      'd;rural;1500000;3;"never closed', // 6
      "e;rural;1500000;3;", // 7
      "f;rural;1500000;x;", // 8
      'g;rural;1500000;3;a "quoted" word', // 9
      "h;city;1500000;3;", // 10
      "i;rural;950.000;3;", // 11
      'j;rural;"1500000"x;3;', // 12
      "k;rural;1500000;3;", // 13
    );
    const { answers, reports, code } = await inProcess(base, { stdin });
    expect(answers.map(({ id }) => id)).toEqual(["a", "e", "g", "k"]);
    expect(reports).toEqual([
      "4 invalid-input monthlyIncomePerPersonVnd", "5 invalid-input", "6 invalid-input", "8 invalid-input deprivationCount",
      "10 invalid-input residence", "11 invalid-input monthlyIncomePerPersonVnd", "12 invalid-input",
    ]);
    expect(code).toBe(1);
  });

  it.each([
    ["a misspelt column", "id,residense,deprivation_count", 'column 2 "residense" is no field of a household; the nearest is "residence"'],
    ["the nearest in the spelling of the file", "id,residence,floor_aera_m2", 'the nearest is "floor_area_m2"'],
    ["or in camelCase", "id,residence,floorAeraM2", 'the nearest is "floorAreaM2"'],
    ["a column whose name is no identifier is told by its place", "id,residence,Họ và tên", "column 3 is no field of a household"],
    ["members inside", "id,residence,members", "--members FILE"],
    ["a name twice", "id,residence,id", 'column 3 gives "id", as column 1 does'],
    ["a name in both spellings", "residence,floorAreaM2,floor_area_m2", 'column 3 gives "floorAreaM2", as column 2 does'],
    ["a column without a name", "id,residence,", "column 3 has no name"],
    ["a value and its part", "residence,meta,meta.a", 'column 3 gives a part of "meta", which column 2 gives'],
    ["no header at all", "h1,rural,150000", "expected a header"],
    ["a header whose quote is not closed", 'id,"residence', "the header has a quote that is not closed"],
    ["lines that end in CR alone", "id,residence\rh1,rural\r", "not in CR alone"],
  ])("a header with %s stops the run", async (_why, stdin, message) => {
    const { code, out, err } = await inProcess(base, { stdin });
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(message);
    expect(err).not.toContain("Họ");
  });

  it("can be asked for where the first character misleads", async () => {
    expect((await inProcess([...base, "--input", "csv"], { stdin: "{,residence\n" })).err).toContain("column 1 is no field");
    expect((await inProcess([...base, "--input", "jsonl"], { stdin: "id,residence\n" })).reports).toEqual(["1 invalid-input"]);
  });
});

describe("unknown keys and columns", () => {
  it("are left out with one warning each for the whole run", async () => {
    const stdin = json(
      { residence: "rural", deprivationCount: 1, colour: 1, "họ tên": 2 },
      { residence: "rural", deprivationCount: 2, colour: 1, __: 3 },
      { residence: "rural", reviewedOn: "2023-12-14", members: [{ hobby: 1 }, { hobby: 2, jobless: false }] },
      { residence: "rural", deprivations: { water: true, light: true } },
    );
    const { answers, reports, code } = await inProcess([...base, "--allow-unknown"], { stdin });
    expect(reports).toEqual(["1 unknown-key colour", "1 unknown-key …", "2 unknown-key __", "3 unknown-key members[0].hobby", "4 unknown-key deprivations.light"]);
    expect(answers).toHaveLength(4);
    expect(code).toBe(0);
  });

  it("do not hide two kinds in one line", async () => {
    const { reports } = await inProcess([...base, "--allow-unknown"], { stdin: json({ residence: "rural", deprivationCount: 1, members: [{}] }) });
    expect(reports).toEqual(["1 invalid-input members"]);
  });

  it("columns too", async () => {
    const { answers, reports, code } = await inProcess([...base, "--allow-unknown"], { stdin: "id,colour,residence,Họ tên,deprivation_count\na,red,rural,An,1\n" });
    expect(reports).toEqual(["1 unknown-key colour", "1 unknown-key column 4"]);
    expect(answers).toEqual([expect.objectContaining({ id: "a", count: [1, 1] })]);
    expect(code).toBe(0);
  });
});

describe("the table of agreement", () => {
  it("follows on standard error", async () => {
    const stdin = json(
      { ...flags, recordedClass: "poor" }, { ...flags, recordedClass: "poor" }, { ...flags, recordedClass: "near-poor" },
      { ...flags, deprivationCount: [2, 3], recordedClass: "near-poor" }, flags, { ...flags, residence: "x", recordedClass: "poor" },
    );
    const { err } = await inProcess(base, { stdin });
    expect(err.split("\n").slice(1).join("\n")).toBe(
      lines(
        "Recorded class (rows) against the class by the rule (columns), in households:",
        "           poor  near-poor  average-living-standard  not-poor  undetermined",
        "poor          2          0                        0         0             0",
        "near-poor     1          0                        0         0             1",
        "2 agree, 1 disagree, 1 open",
      ),
    );
  });

  it("is left out where no class was recorded", async () => {
    expect((await inProcess(base, { stdin: json(flags) })).err).toBe("");
  });
});

describe("classify --format csv", () => {
  it("has the same columns for every input", async () => {
    const inputs = [json(facts), json(flags, points), "", "{}"];
    const headers = await Promise.all(inputs.map(async (stdin) => (await inProcess([...base, "--format", "csv", "--on", "2023-12-14"], { stdin })).out.split("\n")[0]));
    expect(new Set(headers).size).toBe(1);
    expect(headers[0]).toBe(
      "id,area_code,persons,standard,on,status,class,possible,count_least,count_most,deprived,unknown,missing,because,not_held,margin_vnd,margin_line,margin_line_per," +
        "margin_then,margin_indicators,margin_indicators_then,law_fingerprint,law_version,recorded_class,agrees,meta",
    );
  });

  it("joins lists by commas and tells reasons in short", async () => {
    const record = { id: "=1+1", residence: "rural", monthlyIncomePerPersonVnd: 1_500_001, deprivations: { water: true, toilet: false }, meta: { a: '"' }, recordedClass: "poor" };
    const { out } = await inProcess([...base, "--format", "csv"], { stdin: json(record) });
    const [, row = ""] = out.split("\n");
    // Cells are not made safe for a table program: this is a pipe.
    expect(row.startsWith("=1+1,,,vn/decree-07-2021,,determined,average-living-standard,average-living-standard,1,11,water,\"employment,dependents,")).toBe(true);
    expect(row).toContain("average-living-standard by Article 3(2)(c) of 07/2021/NĐ-CP (unverified)");
    expect(row).toMatch(/,1,1500000,month,"poor,near-poor",,,[0-9a-f]{16},\d+\.\d+\.\d+,poor,false,"{""a"":""\\""""}"$/);
  });

  it("adds columns for text and evidence where they are asked for", async () => {
    const { out } = await inProcess([...base, "--format", "csv", "--on", "2023-12-14", "--explain", "en", "--evidence"], { stdin: json(facts) });
    expect(out.split("\n")[0]!.endsWith(",meta,text,evidence")).toBe(true);
  });
});

describe("--map", () => {
  const map = JSON.stringify({
    columns: { MaHo: "id", KhuVuc: "residence", ThuNhap: "monthly_income_per_person_vnd", Nuoc: "deprivations.water", Nha: "deprived_housing_quality", Toilet: "deprived_toilet", GhiChu: "meta.note", CMND: null },
    values: { residence: { 1: "urban", 2: "rural" }, "*": { x: true, "": false, 0: false }, "deprivations.toilet": { "?": null } },
  });
  const run = (stdin: string, text = map, more: Given = {}) => inProcess([...base, "--map", "map.json"], { stdin, ...more, files: { "map.json": text, ...more.files } });

  it("gives foreign columns and codes their meaning", async () => {
    const { answers, reports } = await run("MaHo;KhuVuc;ThuNhap;Nuoc;Nha;Toilet;GhiChu;CMND\na;2;1500000;x;;?;n;012345678901\n");
    expect(reports).toEqual([]);
    expect(answers[0]).toMatchObject({ id: "a", count: [1, 11], deprived: ["water"], meta: { note: "n" } });
    expect(JSON.stringify(answers)).not.toContain("012345678901");
  });

  it("does so in JSON Lines", async () => {
    const { answers, reports } = await run(json({ MaHo: "a", KhuVuc: 2, ThuNhap: 1500000, Nuoc: "x", Nha: 0, CMND: "0123" }, { id: "b", residence: "1", deprivations: { water: "x", toilet: "?" } }));
    expect(reports).toEqual([]);
    expect(answers).toEqual([expect.objectContaining({ id: "a", count: [1, 11], deprived: ["water"] }), expect.objectContaining({ id: "b", count: [1, 12], deprived: ["water"] })]);
  });

  it("knows a name by either spelling of its letters", async () => {
    const text = JSON.stringify({ columns: { "Khu vực": "residence" }, values: { residence: { "Đô thị": "urban" } } }).normalize("NFC");
    for (const form of ["NFC", "NFD"] as const) {
      expect((await run("Khu vực,deprivation_count\nĐô thị,1\n".normalize(form), text)).reports).toEqual([]);
      expect((await run('{"Khu vực":"Đô thị","deprivationCount":1}'.normalize(form), text)).reports).toEqual([]);
    }
  });

  it("two keys of one line for one thing are an error of that line", async () => {
    const rural = { residence: "rural", deprivationCount: 1 };
    const stdin = json(
      { MaHo: "a", id: "b", ...rural }, { id: "c", ...rural }, { Nuoc: "x", deprivations: { toilet: true }, residence: "rural" },
      { deprivations: 5, Nuoc: "x", residence: "rural" }, { deprivations: null, Nuoc: "x", residence: "rural" }, { MaHo: null, id: "d", ...rural },
      { id: "e", MaHo: null, Nuoc: "x", deprivations: null, residence: "rural" },
    );
    const { answers, reports } = await run(stdin);
    expect(reports).toEqual(["1 invalid-input id", "3 invalid-input deprivations", "4 invalid-input deprivations.water"]);
    expect(answers.map(({ id }) => id)).toEqual(["c", undefined, "d", "e"]);
    expect([answers[1], answers[3]]).toMatchObject([{ deprived: ["water"] }, { deprived: ["water"] }]);
  });

  it("maps members inside a line and in a file of their own alike, and only once", async () => {
    const swapped = JSON.stringify({ members: { columns: { HoId: "household_id", BH: "has_health_insurance" }, values: { "*": { true: false, false: true } } } });
    const inside = await run(json({ id: "a", residence: "rural", reviewedOn: "2023-12-14", members: [{ bornOn: "1990", BH: true }] }), swapped);
    expect(inside.answers[0]).toMatchObject({ deprived: ["healthInsurance"] });
    const argv = [...base, "--map", "map.json", "--members", "m"];
    const household = json({ id: "a", residence: "rural", reviewedOn: "2023-12-14" });
    for (const m of [json({ HoId: "a", bornOn: "1990", BH: true }), "HoId,born_on,BH\na,1990,true\n"])
      expect((await inProcess(argv, { stdin: household, files: { "map.json": swapped, m } })).answers[0]).toMatchObject({ deprived: ["healthInsurance"] });
  });

  it.each([
    ["no JSON", "{", "the map file is no JSON"],
    ["no object", "[]", "the map file: expected an object; got a list"],
    ["an unknown part", '{"colums":{}}', '"colums" is not known'],
    ["an unknown field", '{"columns":{"MaHo":"residense"}}', 'column "MaHo": "residense" is no field of a household; the nearest is "residence"'],
    ["a field that is no text", '{"columns":{"MaHo":1}}', "expected the name of a field, or null"],
    ["two columns for one field", '{"columns":{"A":"id","B":"id"}}', 'already mapped to "id"'],
    ["codes of an unknown field", '{"values":{"residense":{}}}', "values of"],
    ["a word that the field cannot be", '{"values":{"residence":{"1":"city"}}}', "expected one of rural, urban"],
    ["a word for a yes-or-no field", '{"values":{"wallDurable":{"1":"yes"}}}', "expected true, false or null"],
    ["a list for a field", '{"values":{"id":{"1":[]}}}', "expected text, a number, true, false or null"],
    ["a word for all yes-or-no fields", '{"values":{"*":{"1":"yes"}}}', "expected true, false or null"],
    ["a member's column that is none", '{"members":{"columns":{"A":"residence"}}}', "is no field of a member"],
  ])("with %s stops the run", async (_why, text, message) => {
    const { code, err, out } = await run(json(flags), text);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toContain(message);
  });
});
