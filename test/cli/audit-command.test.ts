import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inProcess, lines } from "./in-process.js";

const golden = readFileSync(new URL("../golden/published-claims.jsonl", import.meta.url), "utf8");

const wrong = { id: "w", values: { poor: 1_442_261, poor_minority: 663_563 }, shares: [{ part: "poor_minority", whole: "poor", printed: "46.66" }] };
const right = { id: "r", values: { poor: 663_563, poor_minority: 663_563 }, shares: [{ part: "poor_minority", whole: "poor", printed: "100" }] };
const bare = { values: { a: 1 } };
const jsonl = (...tables: readonly object[]): string => lines(...tables.map((table) => JSON.stringify(table)));

describe("audit", () => {
  it("answers in the form of the contract", async () => {
    const { out, code, err } = await inProcess(["audit", "--max-steps", "0"], {
      stdin: jsonl({ id: "Hà Tĩnh", area: "TP", level: "district", period: "2023", source: "Báo", meta: { a: [1] }, values: { poor: 377, near: 549 }, shares: [{ part: "poor", whole: "all", printed: "1.22" }, { part: "near", whole: "all", printed: "1.78" }] }),
    });
    expect(code).toBe(0);
    expect(out).toBe('{"id":"Hà Tĩnh","area":"TP","level":"district","period":"2023","source":"Báo","meta":{"a":[1]},"verdict":"consistent","findings":[],"implied":{"all":[30776,30929]},"repairs":[],"unchecked":[]}\n');
    expect(err).toBe("1 table: 1 consistent, 0 inconsistent, 0 not checkable\n");
  });

  it("tells the errors in both languages, and the repairs", async () => {
    const { answers } = await inProcess(["audit"], { stdin: jsonl(wrong) });
    expect(answers[0]).toMatchObject({
      id: "w", verdict: "inconsistent", unchecked: [],
      findings: [{ code: "share-differs", severity: "error", claims: ["shares[0]"], computed: "46.01", vi: expect.stringContaining("46,01%") as string, en: expect.stringContaining("46.01%") as string }],
    });
    expect((answers[0]!["repairs"] as { edits: unknown }[])[0]!.edits).toEqual([{ path: "values.poor", from: 1_442_261, to: 1_422_261, kind: "digit-replaced" }]);
  });

  it("leaves out keys that hold nothing, and says what is rounded", async () => {
    const { answers } = await inProcess(["audit"], { stdin: jsonl({ id: null, area: null, meta: null, expect: null, ...bare }, { ...bare, approximate: true }) });
    expect(Object.keys(answers[0]!)).toEqual(["verdict", "findings", "implied", "repairs", "unchecked"]);
    expect(answers[1]).toMatchObject({ verdict: "not-checkable", approximate: true });
  });

  it("gives each published table its known verdict", async () => {
    const { answers, err, code } = await inProcess(["audit", "--no-repairs"], { stdin: golden, pieces: 1000 });
    expect(answers).toHaveLength(103);
    expect(answers.filter(({ asExpected }) => asExpected !== true)).toEqual([]);
    expect(err).toBe("103 tables: 66 consistent, 13 inconsistent, 24 not checkable\n103 with a known verdict: 0 differ\n");
    expect(code).toBe(0);
  });

  it("compares a known verdict and never uses it", async () => {
    const { answers, err, code } = await inProcess(["audit"], { stdin: jsonl({ ...right, expect: "inconsistent" }, { ...wrong, expect: "inconsistent" }, right) });
    expect(answers.map(({ verdict, expect: known, asExpected }) => [verdict, known, asExpected])).toEqual([
      ["consistent", "inconsistent", false], ["inconsistent", "inconsistent", true], ["consistent", undefined, undefined],
    ]);
    expect(err).toBe("3 tables: 2 consistent, 1 inconsistent, 0 not checkable\n2 with a known verdict: 1 differs\n");
    expect(code).toBe(0);
  });

  it.each([
    ["no JSON", "secret", "2 invalid-input"],
    ["a list", "[]", "2 invalid-input"],
    ["no counts", "{}", "2 invalid-input values"],
    ["a misspelt key", '{"values":{},"share":[]}', "2 invalid-input share"],
    ["an own __proto__", '{"__proto__":{"values":{}}}', "2 invalid-input __proto__"],
    ["a percentage as a number", '{"values":{"a":1},"shares":[{"part":"a","whole":"b","printed":1.22}]}', "2 invalid-input shares[0].printed"],
    ["a part without value", '{"values":{"a":1},"shares":[{"part":"secret","whole":"b","printed":"1"}]}', "2 invalid-input shares[0].part"],
    ["a verdict that is none", '{"values":{},"expect":"secret"}', "2 invalid-input expect"],
  ])("reports %s, and answers the others", async (_why, line, report) => {
    for (const more of [[], ["--across"], ["--format", "text"]]) {
      const { out, reports, code, err } = await inProcess(["audit", ...more], { stdin: lines(JSON.stringify(right), line, JSON.stringify(right)) });
      expect([reports, code]).toEqual([[report], 1]);
      expect(out.match(/"id":"r"|^r: /gm)).toHaveLength(2);
      expect(err).not.toContain("secret");
      expect(err).toContain("2 tables: 2 consistent");
    }
  });

  it("leaves out unknown keys where they are allowed", async () => {
    const { answers, reports, code } = await inProcess(["audit", "--allow-unknown"], { stdin: jsonl({ ...right, note: 1 }, { ...right, note: 1 }) });
    expect([answers.length, reports, code]).toEqual([2, ["1 unknown-key note"], 0]);
  });

  it("fails on an inconsistent table only where it was asked to", async () => {
    const codes = async (...argv: readonly string[]): Promise<readonly number[]> => Promise.all([[right, wrong], [right, bare]].map(async (tables) => (await inProcess(["audit", ...argv], { stdin: jsonl(...tables) })).code));
    expect(await codes()).toEqual([0, 0]);
    expect(await codes("--fail-on", "inconsistent")).toEqual([1, 0]);
    const { out, err } = await inProcess(["audit", "--fail-on", "inconsistent"], { stdin: jsonl(wrong, right) });
    expect([out.match(/\n/g)?.length, err.includes("error")]).toEqual([2, false]);
  });

  it("bounds the search for repairs, or leaves it out", async () => {
    const { answers: bounded } = await inProcess(["audit", "--max-steps", "1"], { stdin: jsonl(wrong, right) });
    expect(bounded.map(({ stopped }) => stopped)).toEqual([true, undefined]);
    const { answers: none } = await inProcess(["audit", "--no-repairs"], { stdin: jsonl(wrong) });
    expect(Object.hasOwn(none[0]!, "repairs")).toBe(false);
  });

  it("keeps names as they are, also __proto__", async () => {
    const { answers } = await inProcess(["audit"], { stdin: '{"values":{"__proto__":377,"near":549},"shares":[{"part":"__proto__","whole":"constructor","printed":"1.22"},{"part":"near","whole":"constructor","printed":"1.78"}]}' });
    expect(Object.entries(answers[0]!["implied"] as object)).toEqual([["constructor", [30776, 30929]]]);
  });

  it("answers 20,000 tables that arrive in pieces", async () => {
    const { answers, err } = await inProcess(["audit", "--no-repairs"], { stdin: jsonl(right).repeat(20_000), pieces: 65_536 });
    expect(answers).toHaveLength(20_000);
    expect(err).toBe("20,000 tables: 20,000 consistent, 0 inconsistent, 0 not checkable\n");
  });

  it.each([
    ["--locale", ["--locale", "vi"]],
    ["--subtitle", ["--subtitle", "x", "--format", "text"]],
    ["--max-steps beside --no-repairs", ["--max-steps", "1", "--no-repairs"]],
    ["a bound that is no number", ["--max-steps", "-1"]],
    ["a bound in words", ["--max-steps", "many"]],
    ["--counts without --form", ["--counts", "x"]],
    ["--areas without --form or --across", ["--areas", "x"]],
    ["--format claims without --form", ["--format", "claims"]],
    ["--across with --form", ["--across", "--form", "1"]],
    ["--baseline-years without --across", ["--baseline-years", "2021"]],
    ["years that are none", ["--across", "--baseline-years", "21"]],
    ["form 8", ["--form", "8"]],
    ["--counts of form 1", ["--form", "1", "--counts", "x"]],
    ["--fail-on of another verdict", ["--fail-on", "consistent"]],
  ])("refuses wrong usage: %s", async (_why, argv) => {
    const { code, out } = await inProcess(["audit", ...argv], { stdin: jsonl(right) });
    expect([code, out]).toEqual([2, ""]);
  });

  it("refuses a CSV without the number of its form", async () => {
    const { code, err } = await inProcess(["audit"], { stdin: "a,b\n1,2\n" });
    expect(code).toBe(2);
    expect(err).toContain("--form N");
  });
});

describe("audit for people", () => {
  it("writes text with a blank line between tables, in Vietnamese unless told", async () => {
    const { out } = await inProcess(["audit", "--format", "text"], { stdin: jsonl(right, wrong) });
    expect(out).toMatch(/^r: KHÔNG THẤY MÂU THUẪN\n\nw: MÂU THUẪN\n {2}lỗi: .*\n {2}cách sửa có thể có: \d+\n/);
    const { out: english } = await inProcess(["audit", "--format", "text", "--locale", "en"], { stdin: jsonl(wrong) });
    expect(english).toMatch(/^w: INCONSISTENT\n {2}error: /);
  });

  it("writes one page of HTML, also where lines are wrong and where there are none", async () => {
    const { out, code } = await inProcess(["audit", "--format", "html", "--locale", "en", "--subtitle", "<2014>"], { stdin: lines(JSON.stringify(wrong), "x", JSON.stringify(right)) });
    expect(code).toBe(1);
    expect(out.match(/<!doctype html>/g)).toHaveLength(1);
    expect(out).toContain('<p class="subtitle">&lt;2014&gt;</p>');
    expect(out.match(/<article /g)).toHaveLength(2);
    expect(out.endsWith("</html>\n")).toBe(true);
    expect((await inProcess(["audit", "--format", "html"])).out).toContain("</html>");
  });
});

describe("audit --across", () => {
  const region = (printed: string, id: string): object => ({ id, area: "Trung du", period: "2023", values: { multi: 587_952 }, shares: [{ part: "multi", whole: "households", printed }] });

  it("ends with what was found between the tables", async () => {
    const { answers, err, code } = await inProcess(["audit", "--across"], { stdin: jsonl(region("18.20", "A"), region("1.87", "B")) });
    expect(answers).toHaveLength(3);
    expect(answers[2]).toMatchObject({ tables: 2, verdict: "inconsistent", findings: [{ code: "cells-differ", severity: "error", tables: [0, 1], claims: ["tables[0].shares[0]", "tables[1].shares[0]"] }, { code: "cells-differ" }] });
    expect(err).toBe("2 tables: 0 consistent, 0 inconsistent, 2 not checkable\nbetween them: 2 errors, 0 warnings\n");
    expect(code).toBe(0);
  });

  it("counts for --fail-on, and stands in text and on the page", async () => {
    const stdin = jsonl(region("18.20", "A"), region("1.87", "B"));
    expect((await inProcess(["audit", "--across", "--fail-on", "inconsistent"], { stdin })).code).toBe(1);
    expect((await inProcess(["audit", "--fail-on", "inconsistent"], { stdin })).code).toBe(0);
    expect((await inProcess(["audit", "--across", "--format", "text", "--locale", "en"], { stdin })).out).toMatch(/\n\nBetween the tables: INCONSISTENT\n {2}error: /);
    expect((await inProcess(["audit", "--across", "--format", "html", "--locale", "en"], { stdin })).out).toContain('<h2 id="between">Between the tables</h2>');
  });

  it("adds up areas, and lets named years open anew", async () => {
    const files = { areas: lines("code,name,level,parent", "P,Tỉnh,province,", "A,Xã A,commune,P", "B,Xã B,commune,P") };
    const tables = (poor: number): string => jsonl({ area: "P", period: "2023", values: { poor } }, { area: "A", period: "2023", values: { poor: 40 } }, { area: "B", period: "2023", values: { poor: 60 } });
    const verdict = async (poor: number): Promise<unknown> => (await inProcess(["audit", "--across", "--areas", "areas"], { stdin: tables(poor), files })).answers.at(-1)!["verdict"];
    expect([await verdict(100), await verdict(101)]).toEqual(["consistent", "inconsistent"]);
    const years = jsonl({ area: "P", period: "2022", values: { poor: 100 } }, { area: "P", period: "2023", values: { poor_open: 99 } });
    const opened = async (...argv: readonly string[]): Promise<unknown> => (await inProcess(["audit", "--across", ...argv], { stdin: years })).answers.at(-1)!["verdict"];
    expect([await opened(), await opened("--baseline-years", "2021,2023")]).toEqual(["inconsistent", "not-checkable"]);
  });
});

describe("audit --form", () => {
  const form1 = (...rows: readonly string[]): string => lines("Mã;Khu vực, đơn vị;Dòng cộng;1;3;4 = 3/1", ...rows);
  const good = ["31;Huyện;x;4.000;100;2,50%", "311;Xã A;;2.400;66;2,75%", "312;Xã B;;1.600;34;2,13%"];

  it("reads an official form as one table", async () => {
    const { answers, code, reports } = await inProcess(["audit", "--form", "1", "--id", "f", "--period", "2023", "--source", "s"], { stdin: `\uFEFF${form1(...good).replaceAll("\n", "\r\n")}` });
    expect([code, reports]).toEqual([0, []]);
    expect(answers).toEqual([{ id: "f", period: "2023", source: "s", verdict: "consistent", findings: [], implied: {}, repairs: [], unchecked: [] }]);
  });

  it("finds two digits that were swapped", async () => {
    const { answers } = await inProcess(["audit", "--form", "1"], { stdin: form1(good[0]!, "311;Xã A;;2.400;66;2,57%", good[2]!) });
    expect(answers[0]).toMatchObject({ verdict: "inconsistent", findings: [{ code: "share-differs", computed: "2.75", en: "311: poor (66) is 2.75% of 311: households (2,400), not 2.57% as printed." }, { severity: "note" }] });
  });

  it("reports a cell that cannot be read at its line, and checks the rest", async () => {
    const { answers, reports, code } = await inProcess(["audit", "--form", "1"], { stdin: form1(good[0]!, "311;\"Xã\nA\";;2.400;bỏ trống;2,75%", good[2]!, "313;Xã C;;1.000;x;2,00%") });
    expect([code, answers.length, reports]).toEqual([1, 1, ["3 invalid-input column 5", "6 invalid-input column 5"]]);
    expect((answers[0]!["problems"] as { code: string }[]).map((problem) => problem.code)).toEqual(expect.arrayContaining(["unreadable"]));
  });

  it("reports what is no such form, without an answer", async () => {
    for (const [stdin, report] of [["a,b,c\nx,y,z\n", "1 invalid-input"], ["a,b,c\n1,2,3\n", "2 invalid-input"]] as const) {
      const { out, reports, code } = await inProcess(["audit", "--form", "1"], { stdin });
      expect([out, reports, code]).toEqual(["", [report], 1]);
    }
  });

  it("adds up by --areas where more than one line is a sum", async () => {
    const files = { areas: lines("code,name,level,parent", "31,Huyện,district,", "311,Xã A,commune,31", "312,Xã B,commune,31") };
    const stdin = form1("31;Huyện;;4.000;100;2,50%", "311;Xã A;;2.400;66;2,75%", "312;Xã B;;1.500;34;2,27%");
    expect((await inProcess(["audit", "--form", "1"], { stdin })).answers[0]).toMatchObject({ verdict: "consistent" });
    expect((await inProcess(["audit", "--form", "1", "--areas", "areas"], { stdin, files })).answers[0]).toMatchObject({ verdict: "inconsistent", findings: [{ code: "sum-differs", computed: 3900 }, { code: "wholes-do-not-add" }] });
  });

  it("takes the counts of form 5 from form 4", async () => {
    const counts = lines("Mã,Khu vực,Tổng số hộ,1,2,3", "31,Xã,200,50,20,10");
    const shares = lines("Mã,Khu vực,Tổng số hộ,1,2,3", '31,Xã,200,"25,00%","10,00%","6,00%"');
    expect((await inProcess(["audit", "--form", "5"], { stdin: shares })).answers[0]).toMatchObject({ verdict: "not-checkable", problems: [{ code: "shares-without-counts" }] });
    expect((await inProcess(["audit", "--form", "5", "--counts", "four"], { stdin: shares, files: { four: counts } })).answers[0]).toMatchObject({ verdict: "inconsistent", findings: [{ code: "share-differs", computed: "5.00" }] });
    const { reports, code } = await inProcess(["audit", "--form", "5", "--counts", "four"], { stdin: shares, files: { four: "x,y\n" } });
    expect([reports, code]).toEqual([["counts 1 invalid-input"], 1]);
  });

  it("writes the claims for another run", async () => {
    const forms = await Promise.all(["2022", "2023"].map((period) => inProcess(["audit", "--form", "1", "--format", "claims", "--period", period], { stdin: form1(...good) })));
    expect(forms[0]!.answers[0]).toMatchObject({ period: "2022", values: { "31: poor": 100, "312: households": 1600 }, sums: [{ total: "31: households" }, { total: "31: poor" }] });
    const { answers } = await inProcess(["audit"], { stdin: forms.map(({ out }) => out).join("") });
    expect(answers.map(({ verdict }) => verdict)).toEqual(["consistent", "consistent"]);
  });

  it.each([
    ["other bytes than UTF-8", Buffer.from([0x4d, 0xe3, 0x0a]), "no UTF-8"],
    ["a quote that is not closed", Buffer.from('Mã,"Khu vực\n1,2\n'), "quotes"],
  ])("refuses %s", async (_why, stdin, message) => {
    const { code, err } = await inProcess(["audit", "--form", "1"], { stdin });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
