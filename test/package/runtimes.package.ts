import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { describe, expect, inject, it } from "vitest";

const cwd = inject("installed");
const denoPath = fileURLToPath(new URL("../../node_modules/.bin/deno", import.meta.url));

/** What every runtime must answer: all vectors right, and an answer from each entry. */
const expected = {
  cases: 400,
  wrong: [],
  schema: false,
  forms: "33.33",
  audit: [30_776, 30_929],
  columns: "poor",
  sql: true,
  error: "chuan-ngheo/law-not-held",
  recognised: true,
};

function printed(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { cwd, encoding: "utf8", env: { ...process.env, DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" } });
}

/** The path of a Node of a major version: this one, or one from npm. */
function nodePath(major: number): string {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  return printed("npm", ["exec", "--yes", "--silent", `--package=node@${major}`, "--", "node", "-p", "process.execPath"]).trim();
}

describe.each([20, 22, 24])("in Node %d", (major) => {
  const node = nodePath(major);

  it("is that version", () => {
    expect(printed(node, ["-p", "process.versions.node"])).toMatch(new RegExp(`^${major}\\.`));
  });

  it.each(["esm.mjs", "cjs.cjs"])("answers from %s", (file) => {
    expect(JSON.parse(printed(node, [file]))).toEqual(expected);
  });

  it("classifies a line on the command line", () => {
    const household = '{"residence":"rural","monthlyIncomePerPersonVnd":1500000,"deprivationCount":3}';
    const cli = join(cwd, "node_modules/chuan-ngheo/dist/cli.js");
    const answer = execFileSync(node, [cli, "classify", "--standard", "vn/decree-07-2021"], { cwd, encoding: "utf8", input: household });
    expect(JSON.parse(answer)).toMatchObject({ class: "poor" });
  });
});

describe("in Deno", () => {
  it("answers without any permission: it reads no file, no variable and no network", () => {
    expect(JSON.parse(printed(denoPath, ["run", "--no-prompt", "--node-modules-dir=manual", "modules.mjs"]))).toEqual(expected);
  });
});

describe("in a browser", () => {
  it("answers from one bundle that needs nothing of Node, and makes no code from text", async () => {
    const { outputFiles } = await build({
      absWorkingDir: cwd, entryPoints: ["modules.mjs"], bundle: true, platform: "browser", format: "iife", write: false, logLevel: "silent",
    });
    const lines: string[] = [];
    // A realm of its own with no global but the language's, in which eval and new Function throw.
    const realm = createContext({ console: { log: (line: string) => lines.push(line) } }, { codeGeneration: { strings: false, wasm: false } });
    runInContext(outputFiles[0]!.text, realm);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([expected]);
    expect(() => {
      runInContext("new Function('return 1')()", realm);
    }).toThrow("Code generation from strings disallowed");
  });
});

describe("bundled", () => {
  /** The packages that a bundle of a program holds. */
  const packagesOf = async (program: string): Promise<readonly string[]> => {
    const { metafile } = await build({
      stdin: { contents: program, resolveDir: cwd }, absWorkingDir: cwd, bundle: true, platform: "browser", format: "esm",
      treeShaking: true, metafile: true, write: false, outfile: "out.js", logLevel: "silent",
    });
    const kept = Object.entries(metafile.outputs["out.js"]!.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    return [...new Set(kept.map(([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? "the program"))].sort();
  };

  it.each([
    ["newlyEscaped", 'import { newlyEscaped } from "chuan-ngheo"; console.log(newlyEscaped);', ["chuan-ngheo", "the program"]],
    ["everything of the main entry", 'import * as all from "chuan-ngheo"; console.log(all);', ["chuan-ngheo", "the program"]],
    ["an import that is not used", 'import { classify } from "chuan-ngheo"; import "chuan-ngheo/audit"; console.log(1);', ["the program"]],
    ["the schema, which is made of zod", 'import { householdSchema } from "chuan-ngheo/schema"; console.log(householdSchema);', ["chuan-ngheo", "the program", "zod"]],
  ])("%s holds no package that it does not need", async (_why, program, packages) => {
    expect(await packagesOf(program)).toEqual(packages);
  });

  it("depends on nothing else at run time", () => {
    const { dependencies } = JSON.parse(readFileSync(join(cwd, "node_modules/chuan-ngheo/package.json"), "utf8")) as { dependencies: object };
    expect(Object.keys(dependencies).sort()).toEqual(["papaparse", "zod"]);
  });
});
