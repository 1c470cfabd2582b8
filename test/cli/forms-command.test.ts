import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { inProcess, lines, type Outcome } from "./in-process.js";

const json = (...records: readonly object[]): string => lines(...records.map((record) => JSON.stringify(record)));
const areas = lines("code,name,level", "436,Thành phố Hà Tĩnh,city");
const residents = lines("area_code,households,persons", "436,30900,");
const founding = json({ areaCode: "436", class: "poor" }).repeat(377) + json({ areaCode: "436", class: "near-poor" }).repeat(549);

type Files = Readonly<Record<string, string>>;
const form = (number: number, format: string, stdin: string, options: readonly string[] = [], files: Files = {}): Promise<Outcome> =>
  inProcess(["forms", "--form", String(number), "--areas", "areas", "--residents", "residents", "--format", format, ...options], { stdin, files: { areas, residents, ...files } });

describe("form 1", () => {
  it.each([
    ["csv", "vi", ["30.900", "377", '"1,22%"', "549", '"1,78%"']],
    ["csv", "en", ['"30,900"', "377", "1.22%", "549", "1.78%"]],
    ["md", "vi", ["| 30.900 |", "| 377 | 1,22% | 549 | 1,78% |"]],
    ["html", "vi", ["<td>30.900</td>", "<td>377</td><td>1,22%</td><td>549</td><td>1,78%</td>"]],
    ["html", "en", ["<td>30,900</td>", "<td>377</td><td>1.22%</td><td>549</td><td>1.78%</td>"]],
  ])("of the founding case as %s in %s", async (format, locale, texts) => {
    const { out, err, code } = await form(1, format, founding, ["--locale", locale]);
    expect([err, code]).toEqual(["", 0]);
    for (const text of texts) expect(out).toContain(text);
  });

  it("is Vietnamese without --locale, reads what classify writes in both formats, and may go to a file", async () => {
    const household = { areaCode: "436", residence: "rural", monthlyIncomePerPersonVnd: 1_000_000, deprivationCount: 3, persons: 4 };
    for (const format of [[], ["--format", "csv"]]) {
      const classified = await inProcess(["classify", "--standard", "vn/decree-07-2021", "--evidence", ...format], { stdin: json(household) });
      const { out, written, code, reports } = await form(1, "md", classified.out, ["--out", "form.md", "--subtitle", "Năm 2023"]);
      expect([out, code, reports]).toEqual(["", 0, []]);
      expect(written["form.md"]).toMatch(/^### Biểu số 1\. .*\n\nNăm 2023\n/);
      expect(written["form.md"]).toContain("| 30.900 |  | 1 | 0,00% |");
    }
  });

  it("takes recognised households for columns 7 and 8, and reports a wrong row of them", async () => {
    const { out, reports } = await form(1, "csv", founding, ["--recognised-average", "average"], { average: lines("area_code,households", "436,309", "9,1") });
    expect(reports).toEqual(["recognised-average 3 invalid-area areaCode"]);
    expect(out).toContain('"1,78%",309,"1,00%"');
  });

  it("bad lines are reported, and the whole sheet is there", async () => {
    const { out, reports, code } = await form(1, "md", `{\n${founding}${json({ areaCode: "9", class: "poor" }, { areaCode: "436", class: "x" })}`);
    expect([reports, code]).toEqual([["1 invalid-input", "928 invalid-area areaCode", "929 invalid-input class"], 1]);
    expect(out).toContain("| 377 | 1,22% | 549 | 1,78% |");
  });

  it.each([
    ["csv", '=HYPERLINK("http://x")', [`"'=HYPERLINK(""http://x"")"`], /,"?=HYPER/],
    ["html", "<script>alert(1)</script>", ["&lt;script&gt;"], /<script/],
    ["md", "a|b](javascript:x)", ["a\\|b\\]"], /[^\\]\|b/],
    ["html", "@SUM(1)", ["&#39;@SUM(1)"], />@SUM/],
  ])("a hostile name in %s: %s", async (format, name, contains, never) => {
    const { out } = await form(1, format, founding, [], { areas: json({ code: "436", name, level: "city" }) });
    for (const text of contains) expect(out).toContain(text);
    expect(out).not.toMatch(never);
  });
});

const [first, second, third] = ["2022-12-14", "2023-12-14", "2024-12-14"];
const at = (id: string, on: string, found: string, persons = 4): object => ({ id, on, class: found, areaCode: "436", persons, standard: "vn/decree-07-2021" });
const panel = [at("a", first, "poor"), at("a", second, "near-poor", 3), at("b", first, "poor", 2), at("b", second, "poor", 2)];

describe("forms 2 and 3", () => {
  it.each([
    [2, "| 436 | Thành phố Hà Tĩnh | Hộ | 2 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 1 |"],
    // The household crosses with its four persons of before; that it has three now is another decrease.
    [3, "| 436 | Thành phố Hà Tĩnh | Nhân khẩu | 0 | 0 | 0 | 1 | 4 | 0 | 0 | 0 | 3 |"],
  ])("form %i between the two reviews of a panel", async (number, line) => {
    const { out, code, reports } = await form(number, "md", json(...panel), ["--complete-since", "2015-01-01"]);
    expect([code, reports]).toEqual([0, []]);
    expect(out).toContain(line);
  });

  it("which of several reviews is meant is asked, not guessed", async () => {
    const three = json(...panel, at("a", third, "poor", 3), at("b", third, "poor", 2));
    const unclear = await form(2, "md", three);
    expect([unclear.code, unclear.out]).toEqual([2, ""]);
    expect(unclear.err).toContain(`there are movements up to several reviews (${second}, ${third}); name one by --on DAY`);
    expect((await form(2, "md", three, ["--on", third])).out).toContain("| Hộ | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 2 |");
    expect((await form(2, "md", three, ["--on", second, "--standard", "vn/decree-07-2021"])).out).toContain("| Hộ | 2 | 1 |");
  });

  it.each([
    ["one review", json(at("a", first, "poor")), []],
    ["no movement up to that day", json(...panel), ["--on", first]],
    ["none under that standard", json(...panel), ["--standard", "vn/decision-59-2015"]],
  ])("%s: exit code 2", async (_why, stdin, options) => {
    const { code, out, err } = await form(2, "md", stdin, options);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("expected two reviews that follow each other under one standard");
  });
});

const flags = { id: "x", areaCode: "436", residence: "rural", monthlyIncomePerPersonVnd: 1_000_000, persons: 4 };
const none = Object.fromEntries([
  "employment", "dependents", "nutrition", "healthInsurance", "adultEducation", "childSchooling",
  "housingQuality", "housingArea", "water", "toilet", "telecom", "informationMeans",
].map((id) => [id, false]));

describe("forms 4 to 7", () => {
  const households = json(
    { ...flags, id: "a", deprivations: { ...none, employment: true, water: true, toilet: true } },
    { ...flags, id: "b", deprivations: { ...none, water: true, toilet: true, telecom: true } },
    { ...flags, id: "c", deprivations: { ...none, employment: true } },
    { ...flags, id: "d", deprivations: none },
  );

  it.each([
    [4, "| 2 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 2 | 2 | 1 | 0 |"],
    [5, "| 2 | 50,00% | 0,00% | 0,00% | 0,00% | 0,00% | 0,00% | 0,00% | 0,00% | 100,00% | 100,00% | 50,00% | 0,00% |"],
    [6, "| 2 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"],
    [7, "| 2 | 50,00% | 0,00% |"],
  ])("form %i from what classify writes, in both formats", async (number, line) => {
    for (const format of [[], ["--format", "csv"]]) {
      const { out: classified } = await inProcess(["classify", "--standard", "vn/decree-07-2021", ...format], { stdin: households });
      const { out, code, reports } = await form(number, "md", classified);
      expect([code, reports]).toEqual([0, []]);
      expect(out).toContain(line);
    }
  });

  it("a bare number of deprivations leaves all twelve open, in both formats", async () => {
    for (const format of [[], ["--format", "csv"]]) {
      const { out: classified } = await inProcess(["classify", "--standard", "vn/decree-07-2021", ...format], { stdin: json({ ...flags, deprivationCount: 3 }) });
      expect((await form(4, "md", classified)).out).toContain(`| 1 |${" ≥ 0 |".repeat(12)}`);
    }
  });

  it("a register without the lists is reported line by line", async () => {
    const { reports, code } = await form(4, "md", json({ areaCode: "436", class: "poor" }));
    expect([reports, code]).toEqual([["1 invalid-input deprived"], 1]);
  });
});

describe("the options of forms", () => {
  const base = ["--areas", "areas", "--format", "md"];
  it.each([
    ["nothing", [], "expected --form N and --areas FILE and --format FORMAT"],
    ["form 8", ["--form", "8", ...base], "forms 1 to 7 are held; the columns of others are not known"],
    ["form 0", ["--form", "0", ...base], "forms 1 to 7 are held"],
    ["a form that is no number", ["--form", "one", ...base], "forms 1 to 7 are held"],
    ["form 1 without residents", ["--form", "1", ...base], "form 1 needs --residents FILE"],
    ["recognised households of form 2", ["--form", "2", ...base, "--recognised-average", "x"], "--recognised-average belongs to form 1"],
    ["a history of form 4", ["--form", "4", ...base, "--complete-since", "2022-12-14"], "--complete-since belongs to form 2 and 3"],
    ["a format of the pipe", ["--form", "1", "--areas", "areas", "--format", "jsonl"], "--format: expected csv or md or html"],
    ["a subtitle of CSV", ["--form", "4", "--areas", "areas", "--format", "csv", "--subtitle", "x"], "--subtitle belongs to --format md or html"],
    ["a standard with other indicators", ["--form", "4", ...base, "--standard", "vn/decision-09-2011"], "forms 4 to 7 are held for the twelve indicators of Decree 07/2021/NĐ-CP alone"],
    ["a file that cannot be written", ["--form", "4", ...base, "--out", "none/x.md"], "none/x.md cannot be written: there is no such directory"],
    ["an input as output", ["--form", "4", ...base, "--out", "areas"], "areas is an input of this run"],
  ])("%s: exit code 2", async (_why, argv, message) => {
    const { code, out, err, written } = await inProcess(["forms", ...argv], { files: { areas } });
    expect([code, out, written]).toEqual([2, "", {}]);
    expect(err).toContain(message);
  });
});

describe("forms as a process", () => {
  const cliPath = inject("cliPath");
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "chuan-ngheo-"));
    writeFileSync(join(folder, "areas.csv"), areas);
    writeFileSync(join(folder, "residents.csv"), residents);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ["all lines are good", "1", founding, 0],
    ["a line is bad", "1", `{\n${founding}`, 1],
    ["the form is not held", "8", founding, 2],
  ])("%s", (_why, number, input, status) => {
    const argv = ["forms", "--form", number, "--areas", join(folder, "areas.csv"), "--residents", join(folder, "residents.csv"), "--format", "html"];
    const ended = spawnSync(process.execPath, [cliPath, ...argv], { input, encoding: "utf8" });
    expect(ended.status).toBe(status);
    expect(ended.stdout).toMatch(status === 2 ? /^$/ : /^<!doctype html>[^]*1,22%[^]*<\/html>\n$/);
    const path = join(folder, "out.html");
    expect(spawnSync(process.execPath, [cliPath, ...argv, "--out", path], { input, encoding: "utf8" })).toMatchObject({ status, stdout: "" });
    if (status !== 2) expect(readFileSync(path, "utf8")).toBe(ended.stdout);
  });
});
