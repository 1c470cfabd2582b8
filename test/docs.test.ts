import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, inject, it } from "vitest";
import { blocksOf, blocksOfDocstrings, type Block } from "./docs/blocks.js";
import { commandsOf, runCommand } from "./docs/console.js";
import { reexported, undocumented } from "./docs/docstrings.js";
import { runExample } from "./docs/examples.js";
import { brokenLinks, headingIds } from "./docs/links.js";
import { typeErrors, type Sample } from "./docs/types.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const cliPath = inject("cliPath");

const read = (path: string): string => readFileSync(join(root, path), "utf8");

function filesBelow(folder: string, ending: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return names.map((name) => `${folder}/${name.replaceAll("\\", "/")}`).filter((path) => path.endsWith(ending)).sort();
}

const sources = filesBelow("src", ".ts");
const entries = sources.filter((source) => /^src\/[\w-]+\.ts$/.test(source));
const pagesOfTheRoot = ["README.md", "README.vi.md", "SECURITY.md", "CONTRIBUTING.md"];
const pages = filesBelow("docs", ".md").filter((path) => !path.startsWith("docs/_site/"));
const documents = [...pagesOfTheRoot.filter((path) => existsSync(join(root, path))), ...pages];
const decisions = pages.filter((path) => path.startsWith("docs/why/"));
/** The guides that show how something is done; for those who read and do not program there is nothing to run. */
const guides = pages.filter((path) => path.startsWith("docs/guides/") && path !== "docs/guides/how-a-household-is-classified.md");

// ------------------------------------------------------------------------------------------------ what blocks can reach

/** The modules that users can import, from the sources: `chuan-ngheo`, `chuan-ngheo/schema`, …; and those of Node. */
async function load(specifier: string): Promise<object> {
  if (specifier.startsWith("node:")) return (await import(specifier)) as object;
  const { exports } = JSON.parse(read("package.json")) as { exports: Record<string, unknown> };
  const [, entry] = /^chuan-ngheo(?:\/([\w-]+))?$/.exec(specifier) ?? [];
  if (specifier === "chuan-ngheo/vectors.json") return { default: JSON.parse(read("test/conformance/vectors.json")) as unknown };
  const known = specifier.startsWith("chuan-ngheo") && (entry === undefined ? "." : `./${entry}`) in exports;
  if (!known) throw new Error(`no example can import "${specifier}"`);
  return moduleOf(`src/${entry ?? "index"}.ts`);
}

async function moduleOf(path: string): Promise<object> {
  return (await import(/* @vite-ignore */ join(root, path))) as object;
}

/** What a docstring has in scope: the exports of every public entry, and those of its own file. */
async function namesInScope(path: string): Promise<Record<string, unknown>> {
  const own = path.startsWith("src/cli/") ? [] : [path];
  const modules = await Promise.all([...entries, ...own].map(moduleOf));
  return Object.assign({}, ...modules) as Record<string, unknown>;
}

/** The code of a block, behind that of the blocks which it continues. */
function withWhatItContinues(blocks: readonly Block[], index: number): { code: string; lines: number[] } {
  const block = blocks[index];
  if (!block) throw new Error("no block to continue");
  const before = block.continued ? withWhatItContinues(blocks, index - 1) : { code: "", lines: [] };
  const own = block.code.split("\n").map((_, row) => block.line + row);
  return { code: `${before.code}${block.code}\n`, lines: [...before.lines, ...own] };
}

function testBlocks(path: string, blocks: readonly Block[], names: () => Promise<Record<string, unknown>>): void {
  const code = blocks.filter(({ language }) => ["ts", "js"].includes(language));
  it.each(code.map((block, index) => ({ index, line: block.line })))("runs the block on line $line", async ({ index }) => {
    const { code: text, lines } = withWhatItContinues(code, index);
    const where = (line: number): string => `${path}:${String(lines[line - 1])}`;
    await runExample(text, where, { load, names: await names() });
  });
  const sessions = blocks.filter(({ language }) => language === "console");
  const commands = sessions.flatMap((block) => commandsOf(block.code, block.line));
  it.each(commands)("prints what it says on line $line", (command) => {
    runCommand(command, `${path}:${String(command.line)}`, { cwd: root, cliPath });
  });
}

// ------------------------------------------------------------------------------------------------ the documents

const none = (): Promise<Record<string, unknown>> => Promise.resolve({});

it("finds the pages of the root, the guides and the decisions", () => {
  expect(documents).toEqual(expect.arrayContaining(pagesOfTheRoot));
  expect(guides.length).toBeGreaterThan(0);
  expect(decisions.length).toBeGreaterThan(0);
});

/** What a link leads to, below the root of the project. */
function found(path: string): string | null {
  if (relative(root, path).startsWith("..") || !existsSync(path)) return null;
  return path.endsWith(".md") ? readFileSync(path, "utf8") : "";
}

describe.each(documents)("%s", (path) => {
  testBlocks(path, blocksOf(read(path)), none);

  it("links to files and headings that exist", () => {
    expect(brokenLinks(read(path), join(root, dirname(path)), found)).toEqual([]);
  });

  it("is written in composed letters", () => {
    expect(read(path)).toBe(read(path).normalize("NFC"));
  });
});

/** The blocks of a document that are said to be TypeScript, behind what they continue. */
function samplesOf(path: string): Sample[] {
  const code = blocksOf(read(path)).filter(({ language }) => ["ts", "js"].includes(language));
  return code.flatMap((block, index) => {
    if (block.language !== "ts") return [];
    const { code: text, lines } = withWhatItContinues(code, index);
    return [{ code: text, where: (line: number) => `${path}:${String(lines[line - 1])}` }];
  });
}

it("what is called TypeScript has no error under strict options", () => {
  expect(typeErrors(documents.flatMap(samplesOf), root)).toEqual([]);
});

describe.each(guides)("%s", (path) => {
  it("shows something that is run and says what comes out", () => {
    const blocks = blocksOf(read(path));
    const claims = blocks.filter(({ language, code }) => ["ts", "js"].includes(language) && code.includes("// =>"));
    const sessions = blocks.filter(({ language, code }) => language === "console" && code.includes("npx chuan-ngheo"));
    expect(claims.length + sessions.length).toBeGreaterThan(0);
  });
});

it("every guide is linked from the README", () => {
  expect(guides.filter((path) => !read("README.md").includes(`](${path})`))).toEqual([]);
});

describe.each(decisions)("%s", (path) => {
  it("is shorter than 40 lines", () => {
    expect(read(path).trimEnd().split("\n").length).toBeLessThan(40);
  });
});

const docstrings = sources
  .map((path) => ({ path, blocks: blocksOfDocstrings(read(path)) }))
  .filter(({ blocks }) => blocks.length > 0);

describe.each(docstrings)("docstrings of $path", ({ path, blocks }) => {
  testBlocks(path, blocks, () => namesInScope(path));
});

describe("docstrings", () => {
  it("hold examples to run", () => {
    expect(docstrings.length).toBeGreaterThan(0);
  });

  it("stand at every export, and at every member of a public interface", () => {
    const isPublic = new Set(entries.flatMap((entry) => reexported(read(entry))));
    const missing = sources.map((path) => [path, undocumented(read(path), (name) => isPublic.has(name))] as const);
    expect(missing.filter(([, names]) => names.length > 0)).toEqual([]);
  });
});

// ------------------------------------------------------------------------------------------------ the check itself

class Lazy {
  get class(): string {
    return "poor";
  }
  toJSON(): unknown {
    return { class: this.class, count: [3, 4], law: { standard: "a" } };
  }
}

const fake = {
  load: (specifier: string): Promise<object> =>
    specifier === "chuan-ngheo" ? Promise.resolve({ lazy: new Lazy(), refuse }) : Promise.reject(new Error(`no ${specifier}`)),
  names: { lazy: new Lazy(), refuse, double: (value: number) => value * 2 },
};

function refuse(code = "chuan-ngheo/invalid-input"): never {
  throw Object.assign(new Error("refused"), { code });
}

const where = (line: number): string => `fake.md:${String(line)}`;

const holding: readonly (readonly [why: string, code: string, claims: number])[] = [
  ["a value", `double(2); // => 4`, 1],
  ["a statement without a semicolon", `double(2) // => 4`, 1],
  ["a declaration", `const four = double(2); // => 4\ndouble(four); // => 8`, 2],
  ["a declaration that is taken apart", `const [a] = [1, 2]; // => [1, 2]\na; // => 1`, 2],
  ["what is printed", `console.log(double(2)); // => 4`, 1],
  ["an expression over several lines", `double(\n  // a comment inside\n  2,\n); // => 4`, 1],
  ["a claim on the next line", `double(2);\n// => 4`, 1],
  ["a claim over several lines", `[double(2), 1];\n// => [\n//   4, // twice two\n//   1,\n// ]`, 1],
  ["a result with toJSON", `lazy; // => { class: "poor", count: [3, 4], law: { standard: "a" } }`, 1],
  ["results with toJSON in a list", `[lazy]; // => [{ class: "poor", count: [3, 4], law: { standard: "a" } }]`, 1],
  ["a getter", `lazy.class; // => "poor"`, 1],
  ["an object left open", `lazy; // => { class: "poor", count: [3, …], … }`, 1],
  ["an ellipsis in a text", `"a…"; // => "a…"`, 1],
  ["an import", `import { lazy } from "chuan-ngheo";\nlazy.class; // => "poor"`, 1],
  ["an import of a type", `import { lazy, type Thing } from "chuan-ngheo";\nlazy.class; // => "poor"`, 1],
  ["require", `const { lazy } = require("chuan-ngheo");\nlazy.class; // => "poor"`, 1],
  ["import()", `const { lazy } = await import("chuan-ngheo");\nlazy.class; // => "poor"`, 1],
  ["await", `await Promise.resolve(double(2)); // => 4`, 1],
  ["types", `const four: number = double(2 as number); // => 4`, 1],
  ["undefined and bigint", `undefined; // => undefined\n2n; // => 2n`, 2],
  ["an error", `refuse(); // => throws chuan-ngheo/invalid-input`, 1],
  ["an error in a declaration", `const a = refuse(); // => throws chuan-ngheo/invalid-input`, 1],
  ["an error of a promise", `Promise.resolve().then(() => refuse()); // => throws chuan-ngheo/invalid-input`, 1],
  ["a loop", `for (const x of [1, 1]) double(x); // => 2`, 1],
  ["a name of its own for one in scope", `const double = (x: number) => 3 * x;\ndouble(1); // => 3`, 1],
  ["no claim", `double(2); // twice two`, 0],
];

const failing: readonly (readonly [why: string, code: string, message: RegExp])[] = [
  ["another value", `double(1);\ndouble(2); // => 5`, /fake\.md:2: double\(2\);/],
  ["another value in a declaration", `const four = double(2); // => 5`, /fake\.md:1/],
  ["another value printed", `console.log(double(2)); // => 5`, /fake\.md:1/],
  ["another value over several lines", `[4];\n// => [\n//   5,\n// ]`, /fake\.md:2/],
  ["a key too few", `lazy; // => { class: "poor" }`, /fake\.md:1/],
  ["a key too many", `lazy; // => { class: "poor", colour: "red", … }`, /fake\.md:1/],
  ["a wrong key of an open object", `lazy; // => { class: "near-poor", … }`, /fake\.md:1/],
  ["a wrong element of an open list", `[1, 2]; // => [2, …]`, /fake\.md:1/],
  ["a list that is too short", `[1, 2]; // => [1]`, /fake\.md:1/],
  ["a text for a number", `double(2); // => "4"`, /fake\.md:1/],
  ["no error", `double(2); // => throws chuan-ngheo/invalid-input`, /fake\.md:1/],
  ["another error", `refuse("chuan-ngheo/law-not-held"); // => throws chuan-ngheo/invalid-input`, /law-not-held/],
  ["an error without a claim", `refuse();`, /refused/],
  ["an error where a value is claimed", `refuse(); // => 1`, /refused/],
  ["a line that is never reached", `if (double(1) > 2) double(1); // => 2`, /never reached/],
  ["a claim inside an expression", `double(\n  2, // => 2\n);`, /fake\.md:2: this "\/\/ =>" follows no statement/],
  ["a claim behind an empty line", `double(2);\n\n// => 4`, /fake\.md:3: this "\/\/ =>" follows no statement/],
  ["a claim behind another claim", `double(2); // => 4\n// => 5`, /fake\.md:2: this "\/\/ =>" follows no statement/],
  ["a claim behind a function", `function f() {} // => 1`, /must follow an expression/],
  ["a claim behind two declarations", `const a = 1, b = 2; // => 1`, /must follow an expression or one declaration/],
  ["prose for a value", `double(2); // => four`, /four/],
  ["a sentence for a value", `double(2); // => the number four`, /is no JavaScript value/],
  ["nothing for a value", `double(2); // =>`, /is no JavaScript value/],
  ["an error that is claimed in a function", `function f() {\n  refuse(); // => throws a\n}`, /top level/],
  ["a name that is not exported", `import { missing } from "chuan-ngheo";`, /exports no value "missing"/],
  ["a missing name of a namespace", `import * as all from "chuan-ngheo";\nall.missing;`, /nothing is exported as "missing"/],
  ["a package that is not there", `import "elsewhere";`, /no elsewhere/],
  ["a name that is not in scope", `triple(2);`, /triple/],
  ["code that does not parse", `double(2;`, /fake\.md:1/],
];

describe("an example", () => {
  it.each(holding)("may hold: %s", async (_why, code, claims) => {
    expect(await runExample(code, where, fake)).toBe(claims);
  });

  it.each(failing)("fails for %s", async (_why, code, message) => {
    await expect(runExample(code, where, fake)).rejects.toThrow(message);
  });
});

describe("the types of an example", () => {
  const complaints = (code: string): string[] => typeErrors([{ code, where }], root);

  it.each([
    ["an object in its place", `import { classifyDeprivations, standardById } from "chuan-ngheo";\nclassifyDeprivations({ residence: "rural", deprivationCount: 3 }, { standard: standardById("a") });`],
    ["another entry", `import { impliedTotal } from "chuan-ngheo/audit";\nimpliedTotal([]);`],
    ["the vectors", `import vectors from "chuan-ngheo/vectors.json" with { type: "json" };\nvectors.cases.length;`],
  ])("may be right: %s", (_why, code) => {
    expect(complaints(code)).toEqual([]);
  });

  it.each([
    ["a word in an object of its own", `import { classify, standardById } from "chuan-ngheo";\nconst household = { residence: "rural" };\nclassify(household, { standard: standardById("a") });`, /^fake\.md:3: .*Residence/],
    ["a name that is not exported", `import { missing } from "chuan-ngheo";`, /^fake\.md:1: .*missing/],
    ["an entry that is not there", `import "chuan-ngheo";\nimport * as all from "chuan-ngheo/elsewhere";\nall;`, /^fake\.md:2: /],
    ["what does not parse", `const = 1;`, /^fake\.md:1: /],
  ])("may be wrong: %s", (_why, code, complaint) => {
    expect(complaints(code)[0]).toMatch(complaint);
  });
});

describe("the blocks of a document", () => {
  it("are found with their lines", () => {
    const text = "# T\n\n```ts\na;\n```\n\n- item\n\n  ````console\n  $ b\n    c\n  ````\n\n```ts continued\n```\n\n```python a.py\nb\n```\n";
    expect(blocksOf(text)).toEqual([
      { language: "ts", continued: false, name: null, code: "a;", line: 4 },
      { language: "console", continued: false, name: null, code: "$ b\n  c", line: 10 },
      { language: "ts", continued: true, name: null, code: "", line: 15 },
      { language: "python", continued: false, name: "a.py", code: "b", line: 18 },
    ]);
  });

  it("must end", () => {
    expect(() => blocksOf("```ts\na;\n")).toThrow("line 1 has no end");
  });

  it("are found in docstrings, not in other comments or in texts", () => {
    const source = [
      "/** A. */",
      "export const text = '/** ```ts b; ``` */';",
      "// ```ts",
      "export interface Thing {",
      "  /**",
      "   * ```ts",
      "   * double(2); // => 4",
      "   * ```",
      "   */",
      "  readonly name: string;",
      "}",
      "/* ```ts\nc;\n``` */",
    ];
    expect(blocksOfDocstrings(source.join("\n"))).toEqual([
      { language: "ts", continued: false, name: null, code: "double(2); // => 4", line: 7 },
    ]);
  });

  it("can go on from the block before", () => {
    const blocks = blocksOf("```ts\nconst a = 1;\n```\n\n```ts continued\na; // => 1\n```\n");
    expect(withWhatItContinues(blocks, 1)).toEqual({ code: "const a = 1;\na; // => 1\n", lines: [2, 6] });
    expect(() => withWhatItContinues([{ language: "ts", continued: true, name: null, code: "", line: 1 }], 0)).toThrow("no block");
  });
});

describe("missing docstrings", () => {
  const source = [
    "/** Written. */",
    "export interface Open {",
    "  /** Written. */",
    "  a: string;",
    "  b: string;",
    "}",
    "export interface Inner { a: string }",
    "/** Written. */",
    "export const one = 1;",
    "// no docstring",
    "export const two = 2;",
    "export function three() {}",
    "function four() {}",
  ].join("\n");

  it("are found", () => {
    expect(undocumented(source, (name) => name === "Open")).toEqual(["Open.b", "Inner", "two", "three"]);
  });

  it("are looked for at members of what an entry re-exports", () => {
    expect(reexported(`export { a, b as c, type D } from "./a.js"; export type { E } from "./e.js";`)).toEqual(["a", "b", "D", "E"]);
  });
});

describe("a terminal session", () => {
  const run = (session: string): boolean[] =>
    commandsOf(session, 1).map((command) => runCommand(command, "fake.md", { cwd: root, cliPath }));

  it.each([
    ["a command that prints", "$ echo one\none", [true]],
    ["two commands", "$ echo one\none\n$ printf 'a\\nb\\n'\na\nb", [true, true]],
    ["a command over two lines", "$ echo one \\\n  two\none two", [true]],
    ["any text within a line", "$ printf 'a 12 b\\nc\\n'\na … b\nc", [true]],
    ["an exit code", "$ echo a; (exit 3); echo $?\na\n3", [true]],
    ["a command for another day", "$ npm install chuan-ngheo", [false]],
  ])("may show %s", (_why, session, ran) => {
    expect(run(session)).toEqual(ran);
  });

  it.each([
    ["another output", "$ echo one\ntwo"],
    ["a line too few", "$ printf 'a\\nb\\n'\na"],
    ["a line too many", "$ echo a\na\nb"],
    ["an ellipsis over two lines", "$ printf 'a\\nb\\n'\na…b"],
    ["an ellipsis in another line", "$ echo 'a 12 c'\na … b"],
    ["a command that fails", "$ echo a; exit 1\na"],
    ["an output that no test makes", "$ npm install chuan-ngheo\nadded 1 package"],
    ["no command", "one"],
  ])("fails for %s", (_why, session) => {
    expect(() => run(session)).toThrow();
  });
});

describe("links", () => {
  const page = "# Part\n\n## Two *words*, and `code`\n\n## Part\n\n```sh\n# no heading\n```\n";
  const files: Readonly<Record<string, string>> = { [join("docs/a.md")]: page, [join("docs/c.png")]: "" };
  const broken = (text: string): string[] => brokenLinks(text, "docs", (path) => files[path] ?? null);

  it.each([
    ["a file that exists", "[a](a.md) [a](./a.md#part) [a](<a.md>) [a](../docs/a.md \"title\")\n\n[b]: a.md", []],
    ["addresses", "[a](https://example.org/x#y) [c](mailto:a@example.org)", []],
    ["headings", "[a](a.md#two-words-and-code) [b](a.md#part-1)\n\n[c](#đã-đọc)\n\n# Đã đọc", []],
    ["code", "`[a](b.md)`\n\n```md\n[a](b.md)\n```\n", []],
    ["a missing file", "[a](b.md) and [![c](d.png)](a.md)", ["b.md", "d.png"]],
    ["a missing file with a part", "see [a](b.md#part)", ["b.md#part"]],
    ["a missing heading", "[a](a.md#parts) [b](#part)", ["a.md#parts", "#part"]],
    ["a comment in code for a heading", "[a](a.md#no-heading)", ["a.md#no-heading"]],
    ["a part of a picture", "[a](c.png#part)", ["c.png#part"]],
    ["a missing reference", "[b]: b.md", ["b.md"]],
    ["a missing file behind code", "```md\n```\n[a](b.md)", ["b.md"]],
    ["a missing picture", '<p> <img src="d.png"> </p>', ["d.png"]],
  ])("to %s", (_why, text, expected) => {
    expect(broken(text)).toEqual(expected);
  });

  it("know the ids of headings", () => {
    expect([...headingIds(page)]).toEqual(["part", "two-words-and-code", "part-1"]);
  });
});
