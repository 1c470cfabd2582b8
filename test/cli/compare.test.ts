import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, inject, it } from "vitest";
import { inProcess, lines } from "./in-process.js";

const base = ["compare", "--standard", "vn/decree-07-2021"];
const json = (...records: readonly object[]): string => lines(...records.map((record) => JSON.stringify(record)));
const agreeing = { id: "a", residence: "rural", monthlyIncomePerPersonVnd: 1_000_000, deprivationCount: 3, recordedClass: "poor" };
const wrong = { ...agreeing, id: "b", areaCode: "01", monthlyIncomePerPersonVnd: 3_000_000 };
const open = { id: "c", residence: "rural", deprivationCount: 3, recordedClass: "poor" };
const unexplained = { ...agreeing, id: "d", recordedClass: "not-poor" };
const withoutClass = { ...agreeing, id: "e", recordedClass: null };
const register = json(agreeing, wrong, open, unexplained, withoutClass);

describe("a line of compare", () => {
  it("is there for each disagreement, in the order of the contract", async () => {
    const { out, code } = await inProcess(base, { stdin: register });
    expect(code).toBe(0);
    expect(out).toBe(lines(
      '{"line":2,"id":"b","areaCode":"01","recordedClass":"poor","class":"not-poor","possible":["not-poor"],"agrees":false,"causes":["or-for-and"]}',
      '{"line":4,"id":"d","recordedClass":"not-poor","class":"poor","possible":["poor"],"agrees":false,"causes":[]}',
    ));
  });

  it("is there for every household with --all", async () => {
    const { answers } = await inProcess([...base, "--all"], { stdin: register });
    expect(answers.map(({ line, recordedClass, agrees, causes }) => [line, recordedClass, agrees, causes])).toEqual([
      [1, "poor", true, []],
      [2, "poor", false, ["or-for-and"]],
      [3, "poor", null, ["missing-as-zero"]],
      [4, "not-poor", false, []],
      [5, null, null, []],
    ]);
    expect(answers[2]).toMatchObject({ class: null, possible: ["poor", "average-living-standard", "not-poor"] });
  });

  it.each([["vi", "Diện đã ghi khớp với cách tính sai sau: "], ["en", "The recorded class results if "]])("has the sentences of its causes with --explain %s", async (locale, start) => {
    const { answers } = await inProcess([...base, "--all", "--explain", locale], { stdin: json(wrong, agreeing, unexplained, { ...open, recordedClass: "not-poor" }, { ...wrong, monthlyIncomePerPersonVnd: 1_800_000 }) });
    expect(answers.map(({ text }) => (typeof text !== "string" ? 0 : text.split("\n").filter((each) => each.startsWith(start)).length))).toEqual([1, 0, 0, 1, 2]);
  });

  it("is a row of CSV with the same cells", async () => {
    expect((await inProcess([...base, "--all", "--format", "csv"], { stdin: register })).out).toBe(lines(
      "line,id,area_code,recorded_class,class,possible,agrees,causes",
      "1,a,,poor,poor,poor,true,", "2,b,01,poor,not-poor,not-poor,false,or-for-and",
      '3,c,,poor,,"poor,average-living-standard,not-poor",,missing-as-zero', "4,d,,not-poor,poor,poor,false,", "5,e,,,poor,poor,,",
    ));
    expect((await inProcess([...base, "--format", "csv", "--explain", "en"], { stdin: json(agreeing) })).out).toBe("line,id,area_code,recorded_class,class,possible,agrees,causes,text\n");
  });

  it("reads what classify reads: facts with members of a second file, mapped names and codes, unknown columns", async () => {
    const files = {
      "households.csv": lines("MaHo,KhuVuc,ThuNhap,Dien,ToTruong,Nuoc,NhaVeSinh,DienTich", "h1,2,1500000,TB,secret,9,khac,15", "h2,2,900000,N,secret,1,tu hoai,60"),
      "members.csv": lines("household_id,has_health_insurance,born_on", "h1,true,1980", "h1,true,1982", "h2,true,1980"),
      "map.json": JSON.stringify({
        columns: { MaHo: "id", KhuVuc: "residence", ThuNhap: "monthlyIncomePerPersonVnd", Dien: "recordedClass", Nuoc: "waterSource", NhaVeSinh: "toiletType", DienTich: "floorAreaM2" },
        values: { residence: { 2: "rural" }, recordedClass: { N: "poor", TB: "average-living-standard" }, waterSource: { 1: "tap", 9: "surface-water" }, toiletType: { khac: "none", "tu hoai": "septic" } },
      }),
    };
    const { answers, reports, code } = await inProcess([...base, "--on", "2023-12-14", "--members", "members.csv", "--map", "map.json", "--allow-unknown", "--all", "households.csv"], { files });
    expect(reports).toEqual(["1 unknown-key ToTruong"]);
    expect(code).toBe(0);
    // Water, toilet and 7.5 m² a person: three are certain, whatever else is not recorded.
    expect(answers[0]).toMatchObject({ line: 2, id: "h1", class: "poor", agrees: false });
    expect(answers[0]!["causes"]).toContain("line-excluded");
    expect(answers[1]).toMatchObject({ line: 3, id: "h2", class: null, agrees: null });
  });

  it("takes the day of --on for lines that need none to be classified", async () => {
    const stdin = json({ ...agreeing, monthlyIncomePerPersonVnd: 2_100_000, recordedClass: "poor" });
    const causes = async (...argv: string[]): Promise<unknown> => (await inProcess([...base, ...argv], { stdin })).answers[0]!["causes"];
    expect(await causes()).toEqual(["or-for-and"]);
    expect(await causes("--on", "2026-12-14")).toEqual(["or-for-and", "newer-line:vn/decree-351-2025"]);
  });
});

describe("a bad line", () => {
  it.each<readonly [why: string, line: string, report: string]>([
    ["no JSON", "{", "2 invalid-input"],
    ["no kind", '{"residence":"rural","recordedClass":"poor"}', "2 invalid-input"],
    ["a recorded class that is none", '{"residence":"rural","deprivationCount":1,"recordedClass":"secret"}', "2 invalid-input recordedClass"],
    ["facts without a day", '{"residence":"rural","persons":1,"recordedClass":"poor"}', "2 invalid-input reviewedOn"],
    ["a wrong fact beside no recorded class", '{"residence":"secret","deprivationCount":1}', "2 invalid-input residence"],
    ["a member's fact", '{"residence":"rural","reviewedOn":"2023-12-14","members":[{},{"jobless":"secret"}]}', "2 invalid-input members[1].jobless"],
    ["an own __proto__", '{"residence":"rural","deprivationCount":1,"recordedClass":"poor","__proto__":{"persons":1}}', "2 invalid-input __proto__"],
  ])("is reported, counted apart, and its neighbours are answered: %s", async (_why, line, report) => {
    const { answers, reports, code, err } = await inProcess([...base, "--locale", "en"], { stdin: json(wrong) + lines(line) + json(wrong) });
    expect([reports, answers.length, code]).toEqual([[report], 2, 1]);
    expect(err).toContain("Lines that could not be read and are not counted above: 1\n");
    expect(err).toContain("0 agree, 2 disagree, 0 open");
    expect(err).not.toContain("secret");
  });

  it("with a member of a second file tells where it stands", async () => {
    const files = { "m.jsonl": json({ householdId: "a", jobless: "secret" }) };
    const { err, code } = await inProcess([...base, "--on", "2023-12-14", "--members", "m.jsonl"], { stdin: json({ id: "a", residence: "rural", recordedClass: "poor" }), files });
    expect(code).toBe(1);
    expect(err).toContain("(line 1 of the members file)");
  });
});

describe("the report", () => {
  // On the line; between the older and the present line; both recorded average. A household that only an older line would change is recorded right.
  const onTheLine = { id: "x1", residence: "rural", monthlyIncomePerPersonVnd: 1_500_000, deprivationCount: 3, recordedClass: "average-living-standard" };
  const households = [onTheLine, { ...onTheLine, id: "x2" }, { ...onTheLine, id: "x3", monthlyIncomePerPersonVnd: 1_200_000, recordedClass: "poor" }, open, withoutClass];

  it("goes to standard output alone with --format text, in English", async () => {
    const { out, err, code } = await inProcess([...base, "--format", "text", "--locale", "en"], { stdin: json(...households, unexplained) });
    expect([err, code]).toEqual(["", 0]);
    const report = out.split("\n");
    expect(report.slice(0, 9)).toEqual([
      "Multidimensional poverty standard of 2022–2025 (Decree 07/2021/NĐ-CP)",
      "",
      "Recorded class (rows) against the class by the rule (columns), in households:",
      "                         poor  near-poor  average-living-standard  not-poor  undetermined",
      "poor                        1          0                        0         0             1",
      "average-living-standard     2          0                        0         0             0",
      "not-poor                    1          0                        0         0             0",
      "1 agree, 3 disagree, 1 open",
      "",
    ]);
    expect(report).toEqual(expect.arrayContaining([
      "Households without a recorded class: 1",
      "Disagreements by likely cause: 3. A household with several is counted under each.",
      "line-excluded: 2 (66.67%); with no other known cause: 0",
      "  Households that it would change, made throughout: 2; recorded so: 2.",
      "older-line:vn/decision-170-2005: 2 (66.67%); with no other known cause: 0",
      "  For example: x1, x2",
      "No single known mistake gives the recorded class: 1 (33.33%)",
      "  For example: d",
      "Open: 1. The recorded class is possible, but the record does not tell.",
      "missing-as-zero: 1 (100.00%); with no other known cause: 1",
      "  For example: c",
    ]));
    const headings = report.filter((line) => /^\S+: \d/.test(line) || line.startsWith("No single")).map((line) => line.split(":")[0]);
    // The older lines would change four to five more; so they come behind, and no cause at all comes last.
    expect(headings[0]).toBe("line-excluded");
    expect(report.findIndex((line) => line.startsWith("No single"))).toBeGreaterThan(report.findIndex((line) => line.startsWith("older-line:vn/decision-59-2015#1")));
  });

  it("counts what a mistake made throughout would change, also in households that are recorded otherwise", async () => {
    const { out } = await inProcess([...base, "--format", "text", "--locale", "en"], { stdin: json(...households) });
    const report = out.split("\n");
    expect(report[2 + report.findIndex((line) => line.startsWith("older-line:vn/decision-170-2005"))]).toBe("  Households that it would change, made throughout: 3; recorded so: 2.");
  });

  it("is Vietnamese without --locale, and names lines instead of ids on standard error", async () => {
    const { out, err, answers } = await inProcess(base, { stdin: json(...households, unexplained) });
    expect(answers).toHaveLength(3);
    expect(out).not.toContain("Diện");
    expect(err).toContain("Chuẩn nghèo đa chiều 2022–2025 (Nghị định 07/2021/NĐ-CP)\n\nDiện đã ghi (hàng) so với diện tính theo quy định (cột), số hộ:\n");
    expect(err).toContain("1 khớp, 3 không khớp, 1 chưa rõ");
    expect(err).toContain("Số hộ không có diện đã ghi: 1");
    expect(err).toContain("line-excluded: 2 (66,67%); không có cách giải thích khác: 0");
    expect(err).toContain("Số hộ bị đổi diện nếu lỗi lặp lại với mọi hộ: 2; số hộ được ghi đúng như vậy: 2.");
    expect(err).toContain("Không lỗi đã biết nào một mình cho ra diện đã ghi: 1 (33,33%)\n  Ví dụ: dòng 6");
    expect(err).toContain("Chưa rõ: 1 hộ.");
    expect(err).toContain("Ủy ban nhân dân cấp xã công nhận.");
    expect(err).not.toMatch(/\bx1\b/);
  });

  it("names no more than three households of a group, those without an id by their line, and lets no id break it", async () => {
    const ids = [7, undefined, "\u001b[31mred\nline", "fourth"];
    const { out } = await inProcess([...base, "--format", "text", "--locale", "en"], { stdin: json(...ids.map((id) => ({ ...wrong, id }))) });
    expect(out).toContain("or-for-and: 4 (100.00%); with no other known cause: 4");
    expect(out).toContain("  For example: 7, line 2, \u{FFFD}[31mred\u{FFFD}line\n");
  });

  it.each([["nothing", "", 0], ["only households without a class", json(withoutClass), 1]])("of %s has no table", async (_why, stdin, without) => {
    const { out, code } = await inProcess([...base, "--format", "text", "--locale", "en"], { stdin });
    expect(code).toBe(0);
    expect(out).toContain("No household has a recorded class.");
    expect(out.includes("without a recorded class: 1")).toBe(without === 1);
    expect(out).not.toContain("Disagreements");
  });
});

describe("the options of compare", () => {
  it.each([
    ["nothing", [], "expected --standard ID"],
    ["a standard that is not held", ["--standard", "vn/decree-08"], "no standard has this id"],
    ["no day", ["--standard", "vn/decree-07-2021", "--on", "2023-02-29"], "--on: expected a day of the calendar"],
    ["--sort alone", [...base.slice(1), "--sort"], "--sort belongs to --members FILE"],
    ["all lines of a report", [...base.slice(1), "--format", "text", "--all"], "--all belongs to --format jsonl or csv"],
    ["sentences of a report", [...base.slice(1), "--format", "text", "--explain", "vi"], "--explain belongs to --format jsonl or csv"],
    ["another language", [...base.slice(1), "--locale", "fr"], "--locale: expected vi or en"],
    ["another format", [...base.slice(1), "--format", "html"], "--format: expected jsonl or csv or text"],
  ])("%s: exit code 2", async (_why, argv, message) => {
    const { code, out, err } = await inProcess(["compare", ...argv], { stdin: register });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });
});

describe("the example register", () => {
  const cliPath = inject("cliPath");
  const path = fileURLToPath(new URL("../../examples/compare-register/register.csv", import.meta.url));
  const argv = ["--standard", "vn/decree-07-2021", "--on", "2023-12-14", path];

  /** The mistakes that were put into it, by household; `null` where no known one gives the class. */
  const made: Readonly<Record<string, string | null>> = {
    h03: "line-excluded", h11: "line-excluded", h15: "line-excluded", h20: "line-excluded", h04: "near-poor-needs-deprivation", h23: "near-poor-needs-deprivation",
    h06: "dimensions-for-indicators", h17: "dimensions-for-indicators", h09: "or-for-and", h39: "or-for-and", h13: "other-residence", h28: "other-residence",
    h26: "points-inverted", h19: null,
  };

  it("shows each mistake that was made, among the causes of that household and of no other", () => {
    const { stdout, status } = spawnSync(process.execPath, [cliPath, "compare", ...argv], { encoding: "utf8" });
    expect(status).toBe(0);
    const answers = stdout.trimEnd().split("\n").map((line) => JSON.parse(line) as { id: string; causes: string[] });
    expect(answers.map(({ id }) => id)).toEqual(Object.keys(made).sort());
    for (const { id, causes } of answers) {
      const mistake = made[id] ?? null;
      expect(mistake === null ? causes.length === 0 : causes.includes(mistake), id).toBe(true);
    }
  });

  it("holds households that agree, are open and have no recorded class", async () => {
    const { answers } = await inProcess(["compare", "--all", ...argv], { files: { [path]: readFileSync(path, "utf8") } });
    expect(answers).toHaveLength(44);
    expect(answers.filter(({ agrees }) => agrees === true)).toHaveLength(26);
    expect(answers.filter(({ agrees, recordedClass }) => agrees === null && recordedClass !== null).map(({ id, causes }) => [id, causes])).toEqual([
      ["h21", ["missing-as-zero"]], ["h22", ["missing-as-zero"]], ["h41", []],
    ]);
    expect(answers.filter(({ recordedClass }) => recordedClass === null).map(({ id }) => id)).toEqual(["h38"]);
  });
});

describe("a large register", () => {
  const cliPath = inject("cliPath");

  it("is counted in bounded memory", () => {
    const folder = mkdtempSync(join(tmpdir(), "chuan-ngheo-"));
    const hook = join(folder, "peak.cjs");
    writeFileSync(hook, 'process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS));');
    const line = JSON.stringify({ ...wrong, id: "x".repeat(500) });
    const command = `yes '${line}' | head -100000 | '${process.execPath}' --require '${hook}' '${cliPath}' compare --standard vn/decree-07-2021 --format text --locale en`;
    const { stdout, stderr, status } = spawnSync("bash", ["-c", command], { encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect(status).toBe(0);
    expect(stdout).toContain("or-for-and: 100,000 (100.00%)");
    expect(Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024).toBeLessThan(200);
  });
});
