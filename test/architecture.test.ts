import { readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, normalize } from "node:path/posix";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

// ------------------------------------------------------------------------------------------------ the rules

interface Room {
  /** Rooms whose files it may import, its own always included. */
  readonly rooms: readonly string[];
  /** Packages it may import; `node:` stands for every module of Node. */
  readonly packages?: readonly string[];
}

/** The folders of src and what each may import. */
const ROOMS: Readonly<Record<string, Room>> = {
  core: { rooms: [], packages: [] },
  law: { rooms: ["core"] },
  household: { rooms: ["core", "law"] },
  history: { rooms: ["core", "law"] },
  area: { rooms: ["core", "law", "history"] },
  audit: { rooms: ["core"] },
  columns: { rooms: ["core", "law"] },
  sql: { rooms: ["core", "law"] },
  schema: { rooms: ["core", "law"], packages: ["zod"] },
  cli: {
    rooms: ["core", "law", "household", "history", "area", "audit", "columns", "sql", "schema", "entry"],
    packages: ["papaparse", "node:"],
  },
};

/** The public entries beside the rooms: what each may re-export. */
const ENTRIES: Readonly<Record<string, Room>> = {
  "index.ts": { rooms: ["core", "law", "household", "history", "area"] },
  "schema.ts": { rooms: ["core", "law", "schema"] },
  "forms.ts": { rooms: ["core", "household", "history", "area"] },
  "audit.ts": { rooms: ["core", "audit", "household"] },
  "columns.ts": { rooms: ["core", "law", "columns"] },
  "sql.ts": { rooms: ["core", "law", "sql"] },
};

/** The one file that may read package.json. */
const VERSION_FILE = "core/version.ts";

/** The lines of the standards and of the local examples, in VND per person per month. */
const MONTHLY_LINES = [
  200_000, 260_000, 400_000, 401_000, 500_000, 501_000, 520_000, 650_000, 700_000, 900_000, 1_000_000, 1_300_000,
  1_500_000, 1_750_000, 1_950_000, 2_000_000, 2_200_000, 2_250_000, 2_800_000, 3_000_000,
];
/** Lines that are written per year. */
const ANNUAL_LINES = [36_000_000, 46_000_000];
/** Score A that stands for the income line, rural and urban. */
const POINT_LINES = [140, 175];

const AMOUNTS_OF_THE_LAW = new Set([...MONTHLY_LINES, ...MONTHLY_LINES.map((line) => line * 12), ...ANNUAL_LINES]);
const NUMBERS_OF_THE_LAW = new Set([...AMOUNTS_OF_THE_LAW, ...POINT_LINES]);

/** Globals that would bring in a clock, chance, the environment or input and output. */
const FOREIGN_GLOBALS = new Set([
  "process", "Intl", "performance", "crypto", "console", "fetch", "Buffer", "globalThis", "window", "navigator",
  "setTimeout", "setInterval",
]);

// ------------------------------------------------------------------------------------------------ the check

type Sources = ReadonlyMap<string, string>;

/** Every breach of the rules in the given files, whose paths are relative to src. */
function breaches(sources: Sources): string[] {
  const found: string[] = [];
  const imports = new Map<string, readonly string[]>();
  for (const [path, text] of sources) {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    const specifiers = importsOf(file);
    imports.set(path, specifiers.filter(isRelative).map((specifier) => targetOf(path, specifier)));
    found.push(...breachesOfArrows(path, specifiers), ...breachesOfStatements(path, file));
  }
  found.push(...cycles(imports));
  return found;
}

function isRelative(specifier: string): boolean {
  return specifier.startsWith(".");
}

function targetOf(path: string, specifier: string): string {
  return normalize(join(dirname(path), specifier)).replace(/\.js$/, ".ts");
}

function roomOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : "entry";
}

/** The module names in every form of import; a name that is computed reads as "computed". */
function importsOf(file: ts.SourceFile): string[] {
  const names: string[] = [];
  walk(file, (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier) names.push(literalText(node.moduleSpecifier));
    } else if (ts.isImportTypeNode(node)) {
      names.push(ts.isLiteralTypeNode(node.argument) ? literalText(node.argument.literal) : "computed");
    } else if (ts.isExternalModuleReference(node)) {
      names.push(literalText(node.expression));
    } else if (ts.isCallExpression(node)) {
      const callee = node.expression;
      if (callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require")) {
        names.push(literalText(node.arguments[0]));
      }
    }
  });
  return names;
}

function literalText(node: ts.Node | undefined): string {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : "computed";
}

function breachesOfArrows(path: string, specifiers: readonly string[]): string[] {
  const found: string[] = [];
  const home = roomOf(path);
  const rules = home === "entry" ? ENTRIES[path] : ROOMS[home];
  if (!rules) return [`${path}: no rule for this place; add it to the table`];

  for (const specifier of specifiers) {
    if (!isRelative(specifier)) {
      const name = specifier.startsWith("node:") ? "node:" : specifier;
      if (!(rules.packages ?? []).includes(name)) found.push(`${path}: may not import ${specifier}`);
      continue;
    }
    const target = targetOf(path, specifier);
    if (target === "../package.json" && path === VERSION_FILE) continue;
    if (target.startsWith("..")) {
      found.push(`${path}: may not import ${specifier}, outside src`);
    } else if (extname(specifier) !== ".js") {
      found.push(`${path}: import of ${specifier} must end in .js`);
    } else if (roomOf(target) !== home && !rules.rooms.includes(roomOf(target))) {
      found.push(`${path}: ${home} may not import ${target}`);
    }
  }
  return found;
}

function breachesOfStatements(path: string, file: ts.SourceFile): string[] {
  const found: string[] = [];
  const room = roomOf(path);
  const report = (node: ts.Node, what: string): void => {
    found.push(`${path}:${String(file.getLineAndCharacterOfPosition(node.getStart()).line + 1)}: ${what}`);
  };

  if (room === "entry") {
    for (const statement of file.statements) {
      if (!(ts.isExportDeclaration(statement) && statement.moduleSpecifier)) {
        report(statement, "a public entry holds re-exports only");
      }
    }
  }

  walk(file, (node) => {
    if (isZodByName(node)) report(node, "zod is imported as a namespace, else all of it is bundled");
    if (ts.isExpression(node) && isEvaluation(node)) report(node, "code from text");
    if (room !== "law") {
      for (const number of numbersOfTheLaw(node)) report(node, `number of the law ${String(number)} outside law/`);
    }
    if (room !== "cli") {
      const what = environmentRead(node);
      if (what !== undefined) report(node, `${what} outside cli/`);
    }
  });
  return found;
}

function isZodByName(node: ts.Node): boolean {
  return (
    ts.isImportDeclaration(node) &&
    literalText(node.moduleSpecifier) === "zod" &&
    node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword &&
    !(node.importClause?.namedBindings && ts.isNamespaceImport(node.importClause.namedBindings))
  );
}

function isEvaluation(node: ts.Expression): boolean {
  if (!ts.isIdentifier(node) || isOwnName(node)) return false;
  if (node.text === "eval") return true;
  return node.text === "Function" && (ts.isNewExpression(node.parent) || ts.isCallExpression(node.parent));
}

/** Numbers of the law that this node writes: a literal in any spelling, a product of literals, digits in a text. */
function numbersOfTheLaw(node: ts.Node): number[] {
  if (ts.isNumericLiteral(node) || ts.isBigIntLiteral(node) || ts.isBinaryExpression(node)) {
    const value = literalValue(node);
    return value !== undefined && NUMBERS_OF_THE_LAW.has(value) ? [value] : [];
  }
  if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
    const numbers = node.text.match(/\d+(?:[., _\u00a0\u202f]\d{3})*/g) ?? [];
    return numbers.map((digits) => Number(digits.replace(/\D/g, ""))).filter((value) => AMOUNTS_OF_THE_LAW.has(value));
  }
  return [];
}

function literalValue(node: ts.Node): number | undefined {
  if (ts.isParenthesizedExpression(node)) return literalValue(node.expression);
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isBigIntLiteral(node)) return Number(node.text.replace(/n$/, ""));
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AsteriskToken) {
    const [left, right] = [literalValue(node.left), literalValue(node.right)];
    return left === undefined || right === undefined ? undefined : left * right;
  }
  return undefined;
}

function environmentRead(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    const object = node.expression.getText();
    const property = ts.isPropertyAccessExpression(node) ? node.name.text : literalText(node.argumentExpression);
    if (property.startsWith("toLocale") || property === "localeCompare") return property;
    if (object === "Math" && property === "random") return "Math.random";
    return undefined;
  }
  if (!ts.isIdentifier(node) || isOwnName(node) || !ts.isExpression(node)) return undefined;
  if (FOREIGN_GLOBALS.has(node.text)) return node.text;
  if (node.text === "Date" && !isPureDate(node)) return "Date (only Date.UTC and new Date(oneArgument) read no clock)";
  return undefined;
}

function isPureDate(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent)) return parent.name.text === "UTC";
  if (ts.isNewExpression(parent)) return parent.arguments?.length === 1;
  return ts.isTypeReferenceNode(parent);
}

/** Whether the identifier names a property or a declaration, and so is no use of a global. */
function isOwnName(node: ts.Identifier): boolean {
  return (node.parent as { readonly name?: ts.Node }).name === node;
}

function cycles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.add(`cycle: ${[...trail.slice(start), path].join(" → ")}`);
    if (start >= 0 || done.has(path)) return;
    for (const target of imports.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of imports.keys()) visit(path, []);
  return [...found];
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => {
    walk(child, visit);
  });
}

function sourcesOfThisPackage(): Sources {
  const root = fileURLToPath(new URL("../src/", import.meta.url));
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  return new Map(paths.filter((path) => path.endsWith(".ts")).map((path) => [path, readFileSync(root + path, "utf8")]));
}

// ------------------------------------------------------------------------------------------------ the tests

describe("the sources", () => {
  it("keep the direction of imports, the law in law/ and the environment in cli/", () => {
    const sources = sourcesOfThisPackage();
    expect(sources.size).toBeGreaterThan(0);
    expect(breaches(sources)).toEqual([]);
  });
});

const at = (path: string, source: string): Record<string, string> => ({ [path]: source });

const forbidden: readonly (readonly [why: string, files: Record<string, string>, finds: RegExp])[] = [
  ["core imports nothing of ours", at("core/a.ts", `import { b } from "../law/b.js";`), /core may not import law\/b\.ts/],
  ["a type is an import too", at("core/a.ts", `import type { B } from "../law/b.js";`), /core may not import law/],
  ["so is a re-export", at("law/a.ts", `export * from "../household/b.js";`), /law may not import household/],
  ["so is a dynamic import", at("law/a.ts", `await import("../area/b.js");`), /law may not import area/],
  ["so is a type in place", at("law/a.ts", `type T = import("../sql/b.js").T;`), /law may not import sql/],
  ["so is require", at("law/a.ts", `require("../sql/b.js");`), /law may not import sql/],
  ["a computed import cannot be checked", at("law/a.ts", `await import(name);`), /may not import computed/],
  ["area does not know households", at("area/rates.ts", `import "../household/a.js";`), /area may not import household/],
  ["history does not know areas", at("history/a.ts", `import "../area/a.js";`), /history may not import area/],
  ["the interpreters do not know each other", at("columns/a.ts", `import "../household/a.js";`), /columns may not/],
  ["nobody imports the CLI", at("area/a.ts", `import "../cli/a.js";`), /area may not import cli/],
  ["nobody but the CLI imports a public entry", at("area/a.ts", `import "../index.js";`), /area may not import index/],
  ["the root entry is free of zod", at("index.ts", `export * from "./schema/a.js";`), /entry may not import schema/],
  ["an entry re-exports another entry", at("index.ts", `export * from "./audit/a.js";`), /entry may not import audit/],
  ["an entry has no logic", at("index.ts", `export const a = 1;`), /re-exports only/],
  ["a new room needs a rule", at("extras/a.ts", `export {};`), /no rule for this place/],
  ["a new entry needs a rule", at("extras.ts", `export {};`), /no rule for this place/],
  ["only schema imports zod", at("household/a.ts", `import * as z from "zod";`), /may not import zod/],
  ["zod by name is 454 kB", at("schema/a.ts", `import { z } from "zod";`), /namespace/],
  ["a room imports only the packages it is given", at("area/a.ts", `import Decimal from "decimal.js";`), /may not import decimal\.js/],
  ["only the CLI imports papaparse", at("core/a.ts", `import Papa from "papaparse";`), /may not import papaparse/],
  ["only the CLI imports Node", at("core/a.ts", `import { join } from "node:path";`), /may not import node:path/],
  ["an unlisted package", at("cli/a.ts", `import leftPad from "left-pad";`), /may not import left-pad/],
  ["only one file reads package.json", at("core/a.ts", `import p from "../../package.json";`), /outside src/],
  ["imports end in .js", at("core/a.ts", `import { b } from "./b";`), /must end in \.js/],
  ["two files in a circle", { "core/a.ts": `import "./b.js";`, "core/b.ts": `import "./a.js";` }, /cycle: core\/a\.ts → /],
  ["a file that imports itself", at("core/a.ts", `import "./a.js";`), /cycle/],
  [
    "three files in a circle that is not entered at its start",
    { "law/a.ts": `import "./b.js";`, "law/b.ts": `import "./c.js";`, "law/c.ts": `import "./b.js";` },
    /cycle: law\/b\.ts → law\/c\.ts → law\/b\.ts/,
  ],
  ["a line of the law, underscored", at("household/a.ts", `const line = 1_500_000;`), /number of the law 1500000/],
  ["underscored in another place", at("household/a.ts", `const line = 150_0000;`), /number of the law 1500000/],
  ["plain", at("area/a.ts", `const line = 2250000;`), /number of the law 2250000/],
  ["with an exponent", at("core/a.ts", `const line = 1.5e6;`), /number of the law 1500000/],
  ["in hexadecimal", at("core/a.ts", `const line = 0x16e360;`), /number of the law 1500000/],
  ["as a bigint", at("sql/a.ts", `const line = 2_800_000n;`), /number of the law 2800000/],
  ["as a product", at("sql/a.ts", `const line = 700 * 1000;`), /number of the law 700000/],
  ["per year", at("sql/a.ts", `const line = 18_000_000;`), /number of the law 18000000/],
  ["as a Vietnamese text", at("household/a.ts", `const text = "đến 1.500.000 đồng";`), /number of the law 1500000/],
  ["as an English text", at("cli/a.ts", "const text = `up to ${x} or 2,000,000 VND`;"), /number of the law 2000000/],
  ["a local line", at("household/a.ts", `const line = 46_000_000;`), /number of the law 46000000/],
  ["rural points", at("household/points.ts", `const poor = a <= 140;`), /number of the law 140/],
  ["urban points", at("household/points.ts", `const poor = a <= 175;`), /number of the law 175/],
  ["the clock", at("history/a.ts", `const now = Date.now();`), /Date/],
  ["the clock, as an object", at("history/a.ts", `const now = new Date();`), /Date/],
  ["the clock, without parentheses", at("history/a.ts", `const now = new Date;`), /Date/],
  ["the clock, as text", at("history/a.ts", `const now = Date();`), /Date/],
  ["the local time zone", at("core/a.ts", `const day = new Date(2022, 1, 1);`), /Date/],
  ["an alias of the clock", at("core/a.ts", `const D = Date;`), /Date/],
  ["a stopwatch", at("core/a.ts", `performance.now();`), /performance/],
  ["chance", at("area/a.ts", `Math.random();`), /Math\.random/],
  ["chance, by key", at("area/a.ts", `Math["random"]();`), /Math\.random/],
  ["the environment", at("law/a.ts", `if (process.env.LINE) {}`), /process/],
  ["the locale of the machine", at("law/a.ts", `(1).toLocaleString();`), /toLocaleString/],
  ["its order of letters", at("area/a.ts", `a.localeCompare(b);`), /localeCompare/],
  ["its formats", at("area/a.ts", `new Intl.NumberFormat("vi");`), /Intl/],
  ["output", at("household/a.ts", `console.log(1);`), /console/],
  ["eval", at("law/a.ts", `eval("1");`), /code from text/],
  ["eval in the CLI", at("cli/a.ts", `(0, eval)("1");`), /code from text/],
  ["new Function", at("cli/a.ts", `new Function("return 1");`), /code from text/],
];

const allowed: readonly (readonly [why: string, files: Record<string, string>])[] = [
  ["the law holds its numbers", at("law/vietnam/a.ts", `const line = 1_500_000, points = 140;`)],
  ["a comment may name them", at("household/a.ts", `/** Up to 1_500_000. */ const a = 1; // 140`)],
  ["other numbers are free", at("household/a.ts", `const a = 1_500_001, b = 12, c = "14000", d = 2 ** 53;`)],
  ["the same name as a property", at("household/a.ts", `const o = { process: 1, eval: 2 }; o.process;`)],
  ["the parts of the version", at("core/version.ts", `import { version } from "../../package.json";`)],
  ["dates without a clock", at("core/a.ts", `new Date(Date.UTC(2022, 1, 1)); let d: Date;`)],
  ["the CLI may do what it must", at("cli/a.ts", `import fs from "node:fs"; process.env["X"]; new Date();`)],
  ["the CLI uses everything", at("cli/a.ts", `import "../index.js"; import "../area/a.js"; import "papaparse";`)],
  ["an entry re-exports", at("index.ts", `export { a } from "./household/a.js"; export type { B } from "./law/b.js";`)],
  ["two ways to one file are no circle", { "law/a.ts": `import "./b.js"; import "./c.js";`, "law/b.ts": `import "./c.js";`, "law/c.ts": `` }],
];

describe("the check", () => {
  it.each(forbidden)("refuses: %s", (_why, files, finds) => {
    const found = breaches(new Map(Object.entries(files)));
    expect(found.join("\n")).toMatch(finds);
  });

  it.each(allowed)("allows: %s", (_why, files) => {
    expect(breaches(new Map(Object.entries(files)))).toEqual([]);
  });

  it.each([...NUMBERS_OF_THE_LAW])("knows %d", (value) => {
    expect(breaches(new Map([["core/a.ts", `const a = ${String(value)};`]]))).toHaveLength(1);
  });
});
