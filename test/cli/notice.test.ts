import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { inProcess, lines, type Given, type Outcome } from "./in-process.js";

const classify = ["classify", "--standard", "vn/decree-07-2021"];
const poor = { id: "h1", residence: "rural", monthlyIncomePerPersonVnd: 1_000_000, deprivationCount: 3 };
const json = (...records: readonly object[]): string => lines(...records.map((record) => JSON.stringify(record)));
const noticed = (stdin: string, options: readonly string[] = [], given: Given = {}): Promise<Outcome> => inProcess([...classify, "--notice", "out.html", ...options], { stdin, ...given });
const pages = (html: string | undefined): readonly string[] => html?.match(/<article>[\s\S]*?<\/article>/g) ?? [];

describe("classify --notice", () => {
  it("writes one page for each good household, beside the answers as they always are", async () => {
    const input = json(poor, { ...poor, id: 7, monthlyIncomePerPersonVnd: 1_600_000 }, { ...poor, persns: 1 }, { ...poor, id: null, deprivationCount: [2, 3] });
    const { written, out, reports, code } = await noticed(input);
    expect([out, reports, code]).toEqual([(await inProcess(classify, { stdin: input })).out, ["3 invalid-input persns"], 1]);
    const html = written["out.html"] ?? "";
    expect(html).toMatch(/^<!doctype html>\n[\s\S]*<\/html>\n$/);
    const [first = "", second = "", third = "", ...more] = pages(html);
    expect(more).toEqual([]);
    expect(first).toContain("Mã hộ: h1<");
    expect(first).toContain("hộ này là hộ nghèo");
    expect(second).toContain("Mã hộ: 7<");
    // Without an id there is nothing to call it.
    expect(third).not.toContain("Mã hộ");
  });

  it.each([
    ["without a household", "", [], 0],
    ["with CSV as output", json(poor), ["--format", "csv"], 1],
    ["with evidence and explanations", json({ id: "f", residence: "rural", persons: 1, members: [{ hasHealthInsurance: false }], reviewedOn: "2023-12-14" }), ["--evidence", "--explain", "en"], 1],
  ])("is a whole document %s", async (_why, input, options, count) => {
    const { written, code, reports } = await noticed(input, options);
    expect([reports, code]).toEqual([[], 0]);
    expect(written["out.html"]).toMatch(/<\/main>\n<\/body>\n<\/html>\n$/);
    expect(pages(written["out.html"])).toHaveLength(count);
  });

  it.each(["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</article></main>", "a\u0000\u001b[2Jb", "&lt;b&gt;"])("escapes the id %j", async (id) => {
    const { written } = await noticed(json({ ...poor, id }));
    expect(pages(written["out.html"])).toHaveLength(1);
    // eslint-disable-next-line no-control-regex
    expect(written["out.html"]).not.toMatch(/<script|<img|[\u0000\u001b]|Mã hộ: &lt;b&gt;/);
  });

  it.each([
    ["a directory that is not there", "none/out.html", "none/out.html cannot be written: there is no such directory"],
    ["standard output, where the answers go", "-", "--notice: expected a file; standard output holds the answers"],
    ["the input itself", "in.jsonl", "in.jsonl is an input of this run; name another file to write"],
    ["the input by another path", "./in.jsonl", "./in.jsonl is an input of this run; name another file to write"],
    ["the members file", "m.csv", "m.csv is an input of this run; name another file to write"],
  ])("refuses %s, and answers nothing", async (_why, path, message) => {
    const { code, out, err, written } = await inProcess([...classify, "--members", "m.csv", "--notice", path, "in.jsonl"], { files: { "in.jsonl": json(poor), "m.csv": "household_id\n" } });
    expect([code, out, written]).toEqual([2, "", {}]);
    expect(err).toContain(message);
  });
});

describe("classify --notice as a process", () => {
  const cliPath = inject("cliPath");
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "chuan-ngheo-"));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const tool = (path: string, input: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
    spawnSync(process.execPath, [cliPath, ...classify, "--notice", path], { input, encoding: "utf8", maxBuffer: 1 << 30 });

  it.each([
    ["all lines are good", json(poor), 0, 1],
    ["a line is bad", `${json(poor)}{\n`, 1, 1],
  ])("%s", (_why, input, status, count) => {
    const path = join(folder, "out.html");
    // An old and longer file leaves nothing behind.
    writeFileSync(path, "x".repeat(100_000));
    expect(tool(path, input).status).toBe(status);
    const html = readFileSync(path, "utf8");
    expect(html).toMatch(/^<!doctype html>[^]*<\/html>\n$/);
    expect(pages(html)).toHaveLength(count);
  });

  it.each([
    ["a directory", ".", "cannot be written: it is a directory"],
    ["below a directory that is not there", "none/out.html", "cannot be written: there is no such directory"],
    ["a full disk", "full", "cannot be written: ENOSPC"],
  ])("%s: exit code 2 in words", (_why, name, message) => {
    if (name === "full") symlinkSync("/dev/full", join(folder, "full"));
    const { status, stderr } = tool(join(folder, name), json(poor));
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("    at ");
  });

  it("writes all pages though only the first answer is read", () => {
    const path = join(folder, "head.html");
    const input = join(folder, "many.jsonl");
    writeFileSync(input, json(...Array.from({ length: 5000 }, (_, id) => ({ ...poor, id }))));
    const { stdout } = spawnSync("bash", ["-c", `${process.execPath} ${cliPath} ${classify.join(" ")} --notice ${path} ${input} | head -1; echo "\${PIPESTATUS[0]}"`], { encoding: "utf8" });
    expect(stdout.split("\n")[1]).toBe("0");
    expect(pages(readFileSync(path, "utf8"))).toHaveLength(5000);
  });

  it("keeps its memory bounded", () => {
    const hook = join(folder, "peak.cjs");
    writeFileSync(hook, 'process.on("exit", () => process.stderr.write("peak " + process.resourceUsage().maxRSS));');
    const input = json(...Array.from({ length: 60_000 }, (_, id) => ({ ...poor, id })));
    const path = join(folder, "many.html");
    const { stderr, status } = spawnSync(process.execPath, ["--require", hook, cliPath, ...classify, "--notice", path], { input, encoding: "utf8", maxBuffer: 1 << 30 });
    expect(status).toBe(0);
    // 60,000 pages are some 180 MB of text.
    expect(Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024).toBeLessThan(200);
  });
});
