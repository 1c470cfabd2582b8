import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { commands } from "../../src/cli/commands.js";
import { Progress } from "../../src/cli/progress.js";
import { TextOutput } from "../../src/cli/text-output.js";
import { version } from "../../src/core/version.js";
import { standards } from "../../src/law/registry.js";
import { inProcess, lines } from "./in-process.js";

describe("the tool", () => {
  it.each([["--help"], ["-h"], ["help"]])("%s lists every command", async (flag) => {
    const { code, out, err } = await inProcess([flag]);
    expect([code, err]).toEqual([0, ""]);
    for (const { name, summary } of commands) expect(out).toContain(`${name.padEnd(13)}  ${summary}`);
  });

  it("--version prints the version", async () => {
    expect(await inProcess(["--version"])).toMatchObject({ code: 0, out: `${version}\n`, err: "" });
  });

  it.each(commands.flatMap(({ name }) => [[name, "--help"], [name, "-h"]]))("%s %s tells every option and needs none", async (name = "", flag = "") => {
    const { code, out, err } = await inProcess([name, flag]);
    expect([code, err]).toEqual([0, ""]);
    const command = commands.find((each) => each.name === name)!;
    for (const option of command.options) expect(out).toContain(`--${option.name}`);
    // It fits on a terminal and in a document.
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(126);
  });
});

const wrong: readonly (readonly [why: string, argv: readonly string[], message: string])[] = [
  ["no command", [], "expected a command: audit, classify, compare, forms, movements, newly-escaped, rates, sql, standards"],
  ["a misspelt command", ["clasify"], '"clasify" is no command; the nearest is "classify"'],
  ["a misspelt flag", ["--verson"], '"--verson" is no command; the nearest is "--version"'],
  ["something else", ["Nguyễn Văn A"], "there is no such command (expected audit, classify,"],
  ["a misspelt option", ["classify", "--standart", "x"], "--standart is no option; the nearest is --standard"],
  ["an option of one letter", ["classify", "-x"], "-x is no option"],
  ["no standard", ["classify"], "expected --standard ID"],
  ["an unknown standard", ["classify", "--standard", "vn/decree-7-2021"], `no standard has this id (the nearest is vn/decree-07-2021); held are:\n  ${standards.map(({ id }) => id).join("\n  ")}\n`],
  ["a day that is none", ["classify", "--standard", "vn/decree-07-2021", "--on", "2023-02-30"], "--on: expected a day of the calendar, YYYY-MM-DD"],
  ["an option without its value", ["classify", "--standard"], "--standard needs a value: --standard ID"],
  ["a value that was forgotten", ["classify", "--standard", "--on", "2023-12-14"], "--standard needs a value"],
  ["an empty value", ["classify", "--standard="], "--standard needs a value"],
  ["a value too many", ["classify", "--standard", "vn/decree-07-2021", "--sort=yes"], "--sort takes no value"],
  ["an option twice", ["classify", "--standard", "a", "--standard", "b"], "--standard is given twice"],
  ["a language that is not spoken", ["classify", "--standard", "vn/decree-07-2021", "--explain", "fr"], "--explain: expected vi or en"],
  ["a misspelt format", ["classify", "--standard", "vn/decree-07-2021", "--format", "json"], "--format: expected jsonl or csv; the nearest is jsonl"],
  ["two files", ["classify", "--standard", "vn/decree-07-2021", "a", "b"], "expected one input file; more are given"],
  ["a file that is not there", ["classify", "--standard", "vn/decree-07-2021", "none.csv"], "none.csv cannot be read: there is no such file"],
  ["a map that is not there", ["classify", "--standard", "vn/decree-07-2021", "--map", "none.json"], "none.json cannot be read: there is no such file"],
  ["a file for a command that reads none", ["standards", "a"], "expected no file; this command reads none"],
  ["no definition", ["newly-escaped", "--on", "2024-01-01"], "expected --definition NAME"],
  ["a misspelt definition", ["newly-escaped", "--on", "2024-01-01", "--definition", "program"], "--definition: expected credit or programme; the nearest is programme"],
];

describe("wrong usage", () => {
  it.each(wrong)("%s: exit code 2 and what was expected", async (_why, argv, message) => {
    const { code, out, err } = await inProcess(argv, { stdin: "{}" });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect(err.trimEnd().split("\n").at(-1)).toMatch(/^chuan-ngheo( \S+)? --help tells how it is used\.$/);
  });

  it.each([["UTF-16", Buffer.from("\uFEFFid,residence", "utf16le"), "is UTF-16; save it as UTF-8"], ["a JSON list", "[\n{}]", "not a list"]])("an input in %s", async (_why, stdin, message) => {
    for (const pieces of [1, 100]) {
      const { code, err } = await inProcess(["classify", "--standard", "vn/decree-07-2021"], { stdin, pieces });
      expect(code).toBe(2);
      expect(err).toContain(message);
    }
  });

  it("a dash is standard input", async () => {
    expect((await inProcess(["classify", "--standard", "vn/decree-07-2021", "-"], { stdin: '{"residence":"rural","deprivationCount":1}' })).answers).toHaveLength(1);
  });
});

describe("standards", () => {
  it("shows each with its days, lines and how sure it is", async () => {
    const { out, code } = await inProcess(["standards"]);
    const rows = out.split("\n");
    expect(code).toBe(0);
    expect(rows[0]).toMatch(/^id +document +from +to +rural lines +urban lines +indicators +text +reported +unverified$/);
    expect(rows.slice(1, 6).map((row) => row.split(/ {2,}/).slice(0, 7))).toEqual([
      ["vn/decision-170-2005", "170/2005/QĐ-TTg", "2006-01-01", "2010-12-31", "200,000", "260,000", "0"],
      ["vn/decision-09-2011", "09/2011/QĐ-TTg", "2011-01-01", "2015-12-31", "400,000 / 520,000", "500,000 / 650,000", "0"],
      ["vn/decision-59-2015", "59/2015/QĐ-TTg", "2016-01-01", "2021-12-31", "700,000 / 1,000,000 / 1,500,000", "900,000 / 1,300,000 / 1,950,000", "10"],
      ["vn/decree-07-2021", "07/2021/NĐ-CP", "2022-01-01", "2026-12-31", "1,500,000 / 2,250,000", "2,000,000 / 3,000,000", "12"],
      ["vn/decree-351-2025", "351/2025/NĐ-CP", "2027-01-01", "2030-12-31", "2,200,000", "2,800,000", "12"],
    ]);
  });

  it("--json gives the standards themselves", async () => {
    const { answers } = await inProcess(["standards", "--json"]);
    expect(answers.map(({ fingerprint, ...standard }) => [typeof fingerprint, standard])).toEqual(standards.map((standard) => ["string", JSON.parse(JSON.stringify(standard)) as unknown]));
  });
});

function outputTo(written: string[]): TextOutput {
  const write = (piece: Buffer, _encoding: string, done: () => void): void => {
    written.push(piece.toString());
    done();
  };
  return new TextOutput(new Writable({ write }));
}

describe("Progress", () => {
  it("shows one line of a long run, and takes it away", async () => {
    const written: string[] = [];
    const output = outputTo(written);
    let now = 0;
    const progress = new Progress(output, () => now);
    for (now = 0; now < 3000; now++) progress.tick();
    progress.clear();
    await output.finish();
    expect(written.join("")).toBe("\r2,048 lines read\r2,304 lines read\r2,560 lines read\r2,816 lines read\r\x1b[K");
  });

  it("shows nothing of a short one, or where nobody watches", async () => {
    const written: string[] = [];
    const output = outputTo(written);
    for (const [watched, end] of [[output, 1999], [null, 9999]] as const) {
      let now = 0;
      const progress = new Progress(watched, () => now);
      for (now = 0; now < end; now++) progress.tick();
      progress.clear();
    }
    await output.finish();
    expect(written.join("")).toBe("");
  });
});

describe("TextOutput", () => {
  it("waits for a slow reader and loses nothing", async () => {
    let received = "";
    const slow = new Writable({
      highWaterMark: 1000,
      write: (piece: Buffer, _encoding, done) => {
        received += piece.toString();
        setTimeout(done, 1);
      },
    });
    const output = new TextOutput(slow);
    let expected = "";
    let waits = 0;
    for (let number = 0; number < 40_000; number++) {
      const line = `line ${number}\n`;
      expected += line;
      output.write(line);
      if (output.full) {
        waits++;
        await output.drained();
      }
    }
    await output.finish();
    expect(received).toBe(expected);
    expect(waits).toBeGreaterThan(0);
  });

  it.each([["EPIPE", null], ["ENOSPC", "ENOSPC"]])("ends at %s", async (code, failure) => {
    const output = new TextOutput(new Writable({ write: (_piece, _encoding, done) => done(Object.assign(new Error(code), { code })) }));
    output.write(lines("a"));
    await output.finish();
    expect(output.closed).toBe(true);
    expect(output.failure).toBe(failure);
    output.write(lines("b"));
    await output.drained();
    await output.finish();
  });
});
