import { describe, expect, it } from "vitest";
import { inProcess, lines } from "./in-process.js";

const argv = ["newly-escaped", "--on", "2024-06-01", "--definition", "credit"];
const escaped = [{ on: "2022-12-14", class: "poor" }, { on: "2023-12-14", class: "not-poor" }];

describe("newly-escaped", () => {
  it("answers in the form of the contract", async () => {
    const { out, code } = await inProcess(argv, { stdin: JSON.stringify({ id: "h", recognitions: escaped, meta: { a: 1 }, areaCode: "x", persons: 3 }) });
    expect(code).toBe(0);
    expect(out).toBe(
      '{"id":"h","areaCode":"x","persons":3,"newlyEscaped":true,"since":"2023-12-14","lastDay":"2026-12-14","why":"within-window","on":"2024-06-01","definition":"credit",' +
        '"because":{"document":"28/2015/QĐ-TTg","provision":"","provenance":"text"},"meta":{"a":1}}\n',
    );
  });

  it.each([
    ["the last day of the status", "2026-12-14", true, "within-window"],
    ["the day after", "2026-12-15", false, "window-ended"],
    ["the day before it left the lists", "2023-12-13", false, "still-listed"],
    ["a day before every recognition", "2020-01-01", false, "never-listed"],
  ])("on %s", async (_why, on, newlyEscaped, why) => {
    const { answers } = await inProcess(["newly-escaped", "--on", on, "--definition", "credit"], { stdin: JSON.stringify({ recognitions: escaped }) });
    expect(answers[0]).toMatchObject({ newlyEscaped, why, ...(newlyEscaped ? {} : { since: null, lastDay: null }) });
  });

  it("goes by the definition that was asked for", async () => {
    const stdin = JSON.stringify({ recognitions: [{ on: "2022-12-14", class: "near-poor" }, { on: "2023-12-14", class: "not-poor" }] });
    expect((await inProcess(argv, { stdin })).answers[0]).toMatchObject({ newlyEscaped: true });
    expect((await inProcess(["newly-escaped", "--on", "2024-06-01", "--definition", "programme"], { stdin })).answers[0]).toMatchObject({ newlyEscaped: false, why: "not-an-escape" });
  });

  it("explains in the language that was asked for", async () => {
    const { answers } = await inProcess([...argv, "--explain", "vi"], { stdin: JSON.stringify({ recognitions: escaped }) });
    expect(String(answers[0]!["text"])).toContain("hộ mới thoát nghèo");
  });

  it.each([
    ["no recognitions", "{}", "2 invalid-input recognitions"],
    ["recognitions that are no list", '{"recognitions":{}}', "2 invalid-input recognitions"],
    ["a wrong class", '{"recognitions":[{"on":"2022-12-14","class":"poor"},{"on":"2023-12-14","class":"secret"}]}', "2 invalid-input recognitions[1].class"],
    ["a wrong day", '{"recognitions":[{"on":"2022-02-30","class":"poor"}]}', "2 invalid-input recognitions[0].on"],
    ["two classes on one day", '{"recognitions":[{"on":"2022-12-14","class":"poor"},{"on":"2022-12-14","class":"near-poor"}]}', "2 invalid-input recognitions[1].class"],
    ["an unknown key", '{"recognitions":[],"secret_":1}', "2 invalid-input secret_"],
    ["an own __proto__", '{"__proto__":{"recognitions":[]}}', "2 invalid-input __proto__"],
    ["an id that is no text", '{"id":["secret"],"recognitions":[]}', "2 invalid-input id"],
    ["no person", '{"persons":0,"recognitions":[]}', "2 invalid-input persons"],
    ["no JSON", "secret", "2 invalid-input"],
  ])("reports %s, and answers the others", async (_why, line, report) => {
    const good = '{"recognitions":[]}';
    const { answers, reports, code, err } = await inProcess([...argv, "--input", "jsonl"], { stdin: lines(good, line, good) });
    expect([answers.length, reports, code]).toEqual([2, [report], 1]);
    expect(err.replaceAll("secret_", "")).not.toContain("secret");
  });

  it("leaves out unknown keys where they are allowed", async () => {
    const { answers, reports } = await inProcess([...argv, "--allow-unknown"], { stdin: lines('{"recognitions":[],"a":1}', '{"recognitions":[],"a":1}') });
    expect([answers.length, reports]).toEqual([2, ["1 unknown-key a"]]);
  });
});

describe("newly-escaped with CSV", () => {
  const header = "id,on,class,standard,area_code,meta";

  it("takes the rows of a household together", async () => {
    const stdin = lines(header, "a,2023-12-14,not-poor,,x,m", "a,2022-12-14,poor,,,", "b,2022-12-14,poor,vn/decree-07-2021,,");
    const { answers, reports } = await inProcess(argv, { stdin, pieces: 7 });
    expect(reports).toEqual([]);
    expect(answers).toEqual([
      expect.objectContaining({ id: "a", areaCode: "x", meta: "m", newlyEscaped: true }),
      expect.objectContaining({ id: "b", why: "still-listed" }),
    ]);
  });

  it.each([
    ["a wrong class is told at its row", ["a,2022-12-14,poor,,,", "a,2023-12-14,por,,,", "b,2022-12-14,poor,,,"], ["b"], ["3 invalid-input class"]],
    ["two classes on one day likewise", ["a,2022-12-14,poor,,,", "a,2022-12-14,near-poor,,,"], [], ["3 invalid-input class"]],
    ["a household of which a row cannot be read is not answered", ["a,2022-12-14,poor,,,", "a,2023-12-14", "b,2022-12-14,poor,,,"], ["b"], ["3 invalid-input", "2 invalid-input recognitions"]],
    ["nor one whose first row cannot be read", ["a,2022-12-14", "a,2023-12-14,not-poor,,,", "b,2022-12-14,poor,,,"], ["b"], ["2 invalid-input"]],
    ["a row without id may belong to either neighbour", ["a,2022-12-14,poor,,,", ",2023-12-14,poor,,,", "b,2022-12-14,poor,,,", "c,2022-12-14,poor,,,"], ["c"], ["3 invalid-input id", "2 invalid-input recognitions", "4 invalid-input recognitions"]],
    ["an id that comes back is reported", ["a,2022-12-14,poor,,,", "b,2022-12-14,poor,,,", "a,2023-12-14,poor,,,", "c,2022-12-14,poor,,,"], ["a", "b", "c"], ["4 members-out-of-order id"]],
  ])("%s", async (_why, rows, answered, reports) => {
    const outcome = await inProcess(argv, { stdin: lines(header, ...rows) });
    expect(outcome.answers.map(({ id }) => id)).toEqual(answered);
    expect(outcome.reports).toEqual(reports);
    expect(outcome.code).toBe(1);
  });

  it("knows the household by household_id too", async () => {
    const { answers } = await inProcess(argv, { stdin: lines("household_id,on,class", "a,2022-12-14,poor") });
    expect(answers).toEqual([expect.objectContaining({ id: "a", why: "still-listed" })]);
  });

  it("writes CSV", async () => {
    const stdin = lines("id;on;class", "a;2022-12-14;poor", "a;2023-12-14;not-poor", "b;2022-12-14;poor");
    expect((await inProcess([...argv, "--format", "csv"], { stdin })).out).toBe(
      lines(
        "id,area_code,persons,newly_escaped,since,last_day,why,on,definition,because,meta",
        "a,,,true,2023-12-14,2026-12-14,within-window,2024-06-01,credit,28/2015/QĐ-TTg (text),",
        "b,,,false,,,still-listed,2024-06-01,credit,28/2015/QĐ-TTg (text),",
      ),
    );
  });

  it("maps foreign names and codes", async () => {
    const map = JSON.stringify({ columns: { MaHo: "id", Ngay: "on", Loai: "class" }, values: { class: { N: "poor", K: "not-poor" } } });
    const { answers } = await inProcess([...argv, "--map", "map"], { stdin: lines("MaHo,Ngay,Loai", "a,2022-12-14,N", "a,2023-12-14,K"), files: { map } });
    expect(answers).toEqual([expect.objectContaining({ id: "a", newlyEscaped: true })]);
  });
});
