import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, lstatSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, inject, it } from "vitest";

const cwd = inject("installed");
const root = fileURLToPath(new URL("../..", import.meta.url));

describe("the first five minutes", () => {
  it("the first sample of the README runs as a file, as it says", () => {
    const [, sample] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, "README.md"), "utf8"))!;
    writeFileSync(join(cwd, "household.mjs"), sample!);
    const { stdout, stderr } = spawnSync(process.execPath, ["household.mjs"], { cwd, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^By the multidimensional poverty standard of 2022–2025 \(Decree 07\/2021\/NĐ-CP\) this is a poor household\.\n/);
    expect(stdout).toContain("Article 3(2)(a)");
  });
});

describe("the types", () => {
  const strict = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--skipLibCheck", "false", "--target", "es2022"];
  const refusals = (options: readonly string[], file: string): string => {
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    return spawnSync(process.execPath, [tsc, ...strict, ...options, file], { cwd, encoding: "utf8" }).stdout;
  };
  const systems: readonly [string, readonly string[], string][] = [
    ["an ES module of Node", ["--module", "nodenext"], ".mts"],
    ["a CommonJS module of Node", ["--module", "nodenext"], ".cts"],
    ["a bundler", ["--module", "esnext", "--moduleResolution", "bundler"], ".ts"],
  ];

  it.each(systems)("hold in %s, with no types but the language's", (_why, options, ending) => {
    copyFileSync(join(cwd, "typed.ts"), join(cwd, `program${ending}`));
    expect(refusals([...options, "--lib", "es2022"], `program${ending}`)).toBe("");
  });

  // The types of zod name some of browsers.
  it.each(systems)("of the schema hold in %s", (_why, options, ending) => {
    copyFileSync(join(cwd, "typed-schema.ts"), join(cwd, `program${ending}`));
    expect(refusals([...options, "--lib", "es2022,dom"], `program${ending}`)).toBe("");
  });

  it("are looked at: a program with an error is refused", () => {
    writeFileSync(join(cwd, "wrong.mts"), 'import { classify } from "chuan-ngheo";\nclassify(1, 2);\n');
    expect(refusals(["--module", "nodenext"], "wrong.mts")).toContain("wrong.mts(2,10): error TS");
  });
});

describe("the installed package", () => {
  const bytes = (path: string): number => {
    const status = lstatSync(path);
    return status.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + bytes(join(path, name)), 0) : status.size;
  };

  it("takes less than 12 MB with its dependencies", () => {
    const size = bytes(join(cwd, "node_modules")) / 1e6;
    console.log(`Installed with its dependencies: ${size.toFixed(1)} MB`);
    expect(size).toBeLessThan(12);
  });

  it("holds no source, test or file of this checkout", () => {
    const names = readdirSync(join(cwd, "node_modules/chuan-ngheo")).sort();
    expect(names).toEqual(["CHANGELOG.md", "LICENSE", "README.md", "README.vi.md", "dist", "package.json"]);
  });
});

describe("start times as ratios to an empty program", () => {
  const cli = join(cwd, "node_modules/chuan-ngheo/dist/cli.js");
  const household = '{"residence":"rural","monthlyIncomePerPersonVnd":1500000,"deprivationCount":3}\n';
  const median = (some: readonly number[]): number => [...some].sort((a, b) => a - b)[some.length >> 1]!;

  it("the command answers one household within 4, an import takes at most 2.5", () => {
    const programs = {
      empty: ["-e", "0"],
      command: [cli, "classify", "--standard", "vn/decree-07-2021"],
      import: ["--input-type=module", "-e", 'import "chuan-ngheo"'],
      require: ["-e", 'require("chuan-ngheo")'],
    };
    const times = Object.fromEntries(Object.keys(programs).map((name) => [name, [] as number[]]));
    // In turns, so that a busy machine is slow for all; the first round fills the caches of the disk.
    for (let round = 0; round < 16; round++) {
      for (const [name, args] of Object.entries(programs)) {
        const start = performance.now();
        execFileSync(process.execPath, args, { cwd, input: household });
        if (round > 0) times[name]!.push(performance.now() - start);
      }
    }
    const ratio = (name: string): number => median(times[name]!.map((time, round) => time / times["empty"]![round]!));
    const ratios = { command: ratio("command"), import: ratio("import"), require: ratio("require") };
    console.log(`Start times to node -e 0: ${Object.entries(ratios).map(([name, value]) => `${name} ${value.toFixed(2)}`).join(", ")}`);
    expect(ratios.command).toBeLessThanOrEqual(4);
    expect(ratios.import).toBeLessThanOrEqual(2.5);
    expect(ratios.require).toBeLessThanOrEqual(2.5);
  });
});
