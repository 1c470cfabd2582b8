import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { lines } from "./in-process.js";

const cliPath = inject("cliPath");
const classify = ["classify", "--standard", "vn/decree-07-2021"];
const good = JSON.stringify({ id: "hộ", residence: "rural", monthlyIncomePerPersonVnd: 1_000_000, deprivationCount: 3 });

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "chuan-ngheo-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function tool(argv: readonly string[], input: string | Uint8Array = ""): Ended {
  return spawnSync(process.execPath, [cliPath, ...argv], { input, encoding: "utf8", maxBuffer: 1 << 30 });
}

/** Runs a shell line in which `$cn` is the tool. */
function shell(line: string): Ended {
  return spawnSync("bash", ["-c", line], { encoding: "utf8", env: { ...process.env, cn: `${process.execPath} ${cliPath}` }, maxBuffer: 1 << 30 });
}

describe("the tool as a process", () => {
  it.each([
    ["all lines are good", classify, `${good}\n`, 0, 1],
    ["a line is bad", classify, `${good}\n{\n${good}\n`, 1, 2],
    ["the usage is wrong", ["classify"], `${good}\n`, 2, 0],
    ["help was asked for", ["classify", "--help"], "", 0, null],
  ])("%s", (_why, argv, input, status, answers) => {
    const ended = tool(argv, input);
    expect(ended.status).toBe(status);
    if (answers !== null) expect(ended.stdout.split("\n").filter((line) => line !== "")).toHaveLength(answers);
  });

  it("reads a file, standard input, and a dash alike", () => {
    const path = file("a.jsonl", `${good}\n`);
    const [first, ...others] = [tool([...classify, path]), tool(classify, `${good}\n`), tool([...classify, "-"], `${good}\n`)];
    expect(first).toMatchObject({ status: 0, stderr: "" });
    expect(first.stdout).toContain('"id":"hộ"');
    for (const other of others) expect(other.stdout).toBe(first.stdout);
  });

  it("pipes classify into rates", () => {
    const areas = file("areas.csv", lines("code,name,level", "1,Trần Phú,commune"));
    const residents = file("residents.csv", lines("area_code,households,persons", "1,100,400"));
    const households = file("households.jsonl", lines(...["a", "b"].map((id) => JSON.stringify({ ...(JSON.parse(good) as object), id, areaCode: "1", persons: 4 }))));
    for (const format of ["", "--format csv"]) {
      const { stdout, stderr, status } = shell(`set -o pipefail; $cn ${classify.join(" ")} ${format} ${households} | $cn rates --areas ${areas} --residents ${residents}`);
      expect([stderr, status]).toEqual(["", 0]);
      expect(JSON.parse(stdout)).toMatchObject({ rates: { poorHouseholds: { low: "2.00", high: "2.00" }, poorPersons: { low: "2.00" } } });
    }
  });

  it("ends quietly when its reader goes away", () => {
    const path = file("many.jsonl", `${good}\n`.repeat(20_000));
    const { stdout, stderr } = shell(`$cn ${classify.join(" ")} ${path} | head -1; echo "\${PIPESTATUS[0]}"`);
    const [answer = "", status] = stdout.split("\n");
    expect(JSON.parse(answer)).toMatchObject({ class: "poor" });
    expect([status, stderr]).toEqual(["0", ""]);
  });

  it("stops reading an endless input when its reader goes away", () => {
    const { stdout, stderr } = shell(`yes '${good}' | $cn ${classify.join(" ")} | head -2 | wc -l`);
    expect([stdout.trim(), stderr]).toEqual(["2", ""]);
  });

  it("ends quietly when the reader of its reports goes away", () => {
    const path = file("wrong.jsonl", "{\n".repeat(20_000) + good);
    const { stdout } = shell(`{ $cn ${classify.join(" ")} ${path} 2>&1 >&3 | head -1 >&2; } 3>&1`);
    expect(JSON.parse(stdout)).toMatchObject({ class: "poor" });
  });

  it.each([[["--version"]], [["standards"]], [["classify"]]])("%j does not wait for standard input", async (argv) => {
    // Its standard input stays open and silent.
    const running = spawn(process.execPath, [cliPath, ...argv]);
    expect(await new Promise((resolve) => running.on("exit", resolve))).toBe(argv[0] === "classify" ? 2 : 0);
  });

  it("tells in words that its output cannot be written", () => {
    const { status, stderr } = shell(`echo '${good}' | $cn ${classify.join(" ")} > /dev/full`);
    expect([status, stderr]).toEqual([2, "chuan-ngheo: standard output cannot be written (ENOSPC)\n"]);
  });
});

describe("an interactive pipe", () => {
  let child: ChildProcessWithoutNullStreams | null = null;
  afterAll(() => {
    child?.kill();
  });

  it("answers each line before the next one comes", async () => {
    const running = spawn(process.execPath, [cliPath, ...classify]);
    child = running;
    let printed = "";
    let told = "";
    running.stdout.on("data", (piece: Buffer) => (printed += piece.toString()));
    running.stderr.on("data", (piece: Buffer) => (told += piece.toString()));
    const until = async (condition: () => boolean): Promise<void> => {
      for (const begin = performance.now(); !condition(); ) {
        if (performance.now() - begin > 20_000) throw new Error("no answer");
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    for (let count = 1; count <= 3; count++) {
      running.stdin.write(`${good}\n`);
      await until(() => printed.split("\n").length === count + 1);
    }
    running.stdin.write("{\n");
    await until(() => told.includes('"line":4'));
    // A line that came in two pieces, cut within a character.
    const bytes = Buffer.from(`${good}\n`);
    running.stdin.write(bytes.subarray(0, 9));
    await new Promise((resolve) => setTimeout(resolve, 50));
    running.stdin.write(bytes.subarray(9));
    await until(() => printed.split("\n").length === 5);
    expect(printed.trimEnd().split("\n").map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(["hộ", "hộ", "hộ", "hộ"]);
    const ended = new Promise((resolve) => running.on("close", resolve));
    running.stdin.end();
    expect(await ended).toBe(1);
  });
});

describe("a country in a pipe", () => {
  const household = (id: number): string => `{"id":"h${id}","residence":"rural","monthlyIncomePerPersonVnd":${id}0,"deprivationCount":${id % 13},"meta":"${"x".repeat(id % 90)}"}\n`;

  it("keeps its memory bounded", async () => {
    const peak = async (count: number): Promise<number> => {
      // A preloaded module tells the peak at exit.
      const hook = file("peak.cjs", 'process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS));');
      const running = spawn(process.execPath, ["--require", hook, cliPath, ...classify], { stdio: ["pipe", "pipe", "pipe"] });
      let answers = 0;
      let told = "";
      running.stdout.on("data", (piece: Buffer) => {
        for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) answers++;
      });
      running.stderr.on("data", (piece: Buffer) => (told += piece.toString()));
      const ended = new Promise((resolve) => running.on("close", resolve));
      for (let id = 0; id < count; id += 1000) {
        const text = Array.from({ length: 1000 }, (_, index) => household(id + index + 1)).join("");
        if (!running.stdin.write(text)) await new Promise((resolve) => running.stdin.once("drain", resolve));
      }
      running.stdin.end();
      expect(await ended).toBe(0);
      expect(answers).toBe(count);
      return Number(/peak (\d+)/.exec(told)?.[1]) / 1024;
    };
    expect(await peak(300_000)).toBeLessThan(200);
  });
});
