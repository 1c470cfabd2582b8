import { compileFunction } from "node:vm";
import ts from "typescript";
import { expect } from "vitest";

/*
 * A block of example code is run as a module. Behind a statement stands what it gives:
 *
 *   expression; // => { class: "poor", count: [3, 4] }     deep equality with a JavaScript value
 *   const name = expression; // => …                        the same for what is assigned
 *   console.log(expression); // => …                        the same for what is printed
 *   expression; // => throws chuan-ngheo/invalid-input      the code of the error
 *
 * The comment may stand on the next line, and go on over several comment lines. `…` as the last element of a list or
 * an object leaves the rest of it open: { class: "poor", … }. A result with a toJSON method is compared as its JSON.
 */

/** What a block can reach. */
export interface Surroundings {
  /** The module behind an import, as a namespace object. */
  readonly load: (specifier: string) => Promise<object>;
  /** Names in scope without an import. */
  readonly names?: Readonly<Record<string, unknown>>;
}

interface Claim {
  readonly line: number;
  /** The statement, for the message. */
  readonly text: string;
  readonly expected: { readonly value: unknown } | { readonly throws: string };
}

/**
 * Runs a block and checks its claims.
 *
 * @returns The number of claims that were checked.
 * @throws An error whose message names the line, when a claim does not hold or the block does not run.
 */
export async function runExample(code: string, where: (line: number) => string, around: Surroundings): Promise<number> {
  const file = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  const { claims, instrumented } = instrument(file, where);
  const checked = new Set<number>();

  const javascript = transpile(instrumented, where);
  const modules = new Map<string, object>();
  for (const specifier of specifiersOf(file)) modules.set(specifier, asModule(await around.load(specifier)));
  checkImportedNames(file, modules, where);

  const given: Record<string, unknown> = {
    ...around.names,
    require: (specifier: string) => modules.get(specifier),
    exports: {},
    console: { log: () => undefined },
    $equal: (index: number, actual: unknown): unknown => {
      const { line, text, expected } = claims[index] as Claim;
      const message = `${where(line)}: ${text}`;
      if ("throws" in expected) throw new Error(`${message}: no error was thrown`);
      expectEqual(actual, expected.value, message);
      checked.add(index);
      return actual;
    },
    $throws: async (index: number, action: () => Promise<unknown>): Promise<void> => {
      const { line, text, expected } = claims[index] as Claim & { expected: { throws: string } };
      const error: unknown = await action().then(
        () => undefined,
        (reason: unknown) => reason,
      );
      const code = (error as { code?: unknown } | undefined)?.code ?? error ?? "no error";
      expect(code, `${where(line)}: ${text}`).toBe(expected.throws);
      checked.add(index);
    },
  };
  const run = compileFunction(`return (async () => {${javascript}\n})()`, Object.keys(given)) as (
    ...values: unknown[]
  ) => Promise<unknown>;
  await run(...Object.values(given));

  for (const [index, { line, text }] of claims.entries()) {
    if (!checked.has(index)) throw new Error(`${where(line)}: ${text}: this line was never reached`);
  }
  return claims.length;
}

// ------------------------------------------------------------------------------------------------ claims in the code

const CLAIM = /\/\/\s*=>(.*)$/;

function instrument(file: ts.SourceFile, where: (line: number) => string): { claims: Claim[]; instrumented: string } {
  const code = file.text;
  const lines = code.split("\n");
  const claims: Claim[] = [];
  const insertions: { at: number; text: string }[] = [];
  const claimed = new Set<number>();

  const visit = (node: ts.Node): void => {
    // Inner statements first: in `for (…) f(x); // => 1` the claim is about `f(x)`.
    ts.forEachChild(node, visit);
    if (!ts.isStatement(node)) return;
    const at = claimAfter(code, node);
    if (at === undefined || claimed.has(at)) return;
    claimed.add(at);

    const row = file.getLineAndCharacterOfPosition(at).line;
    const line = row + 1;
    const text = node.getText().split("\n")[0] ?? "";
    const target = checkedExpression(node);
    if (!target) throw new Error(`${where(line)}: "// =>" must follow an expression or one declaration`);
    const expected = expectedValue(lines, row, where(line));
    if ("throws" in expected && node.parent !== file) {
      throw new Error(`${where(line)}: "// => throws" is checked at the top level only`);
    }
    const call = "throws" in expected ? `await $throws(${String(claims.length)}, async () => (` : `$equal(${String(claims.length)}, (`;
    insertions.push({ at: target.getStart(), text: call }, { at: target.getEnd(), text: "))" });
    claims.push({ line, text, expected });
  };
  visit(file);

  for (const [row, line] of lines.entries()) {
    const column = CLAIM.exec(line)?.index;
    const start = file.getPositionOfLineAndCharacter(row, 0);
    if (column !== undefined && !claimed.has(start + column)) {
      throw new Error(`${where(row + 1)}: this "// =>" follows no statement`);
    }
  }
  return { claims, instrumented: insertAll(code, insertions) };
}

/** Where the `// =>` of a statement starts: behind it on its last line, or alone on the next line. */
function claimAfter(code: string, statement: ts.Statement): number | undefined {
  const [comment] = ts.getTrailingCommentRanges(code, statement.end) ?? ts.getLeadingCommentRanges(code, statement.end) ?? [];
  if (!comment || !CLAIM.test(code.slice(comment.pos, comment.end))) return undefined;
  const between = code.slice(statement.end, comment.pos);
  return between.split("\n").length <= 2 ? comment.pos : undefined;
}

function checkedExpression(statement: ts.Statement): ts.Expression | undefined {
  if (ts.isVariableStatement(statement)) {
    const [declaration, ...others] = statement.declarationList.declarations;
    return others.length === 0 ? declaration?.initializer : undefined;
  }
  if (!ts.isExpressionStatement(statement)) return undefined;
  const { expression } = statement;
  if (ts.isCallExpression(expression) && expression.expression.getText() === "console.log") return expression.arguments[0];
  return expression;
}

function expectedValue(lines: readonly string[], row: number, place: string): Claim["expected"] {
  let text = CLAIM.exec(lines[row] ?? "")?.[1]?.trim() ?? "";
  const error = /^throws (\S+)$/.exec(text)?.[1];
  if (error !== undefined) return { throws: error };
  for (let next = row + 1; ; next += 1) {
    const value = literal(text);
    if (value) return value;
    const comment = /^\s*\/\/(?!\s*=>)(.*)$/.exec(lines[next] ?? "")?.[1];
    if (comment === undefined) throw new Error(`${place}: "${text}" is no JavaScript value`);
    text += `\n${comment}`;
  }
}

/** Own property of an object, or last element of a list, of which the rest is left open. */
const REST = Symbol("rest");
const rest = Object.assign(Object.create({ *[Symbol.iterator]() { yield REST; } }) as object, { [REST]: true });

function literal(text: string): { readonly value: unknown } | undefined {
  if (text === "") return undefined;
  const source = text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|…/g, (token) => (token === "…" ? "...$rest" : token));
  let evaluate: (rest: object) => unknown;
  try {
    evaluate = compileFunction(`return (${source}\n);`, ["$rest"]) as (rest: object) => unknown;
  } catch {
    return undefined;
  }
  return { value: evaluate(rest) };
}

function insertAll(code: string, insertions: readonly { at: number; text: string }[]): string {
  const backwards = [...insertions].sort((a, b) => b.at - a.at);
  return backwards.reduce((text, { at, text: added }) => text.slice(0, at) + added + text.slice(at), code);
}

// ------------------------------------------------------------------------------------------------ running

function transpile(code: string, where: (line: number) => string): string {
  const { outputText, diagnostics = [] } = ts.transpileModule(code, {
    reportDiagnostics: true,
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      moduleDetection: ts.ModuleDetectionKind.Force,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
    },
  });
  for (const { file, start = 0, messageText } of diagnostics) {
    const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
    throw new Error(`${where(line)}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
  }
  return outputText;
}

function specifiersOf(file: ts.SourceFile): string[] {
  return ts.preProcessFile(file.text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** The namespace in the form that compiled imports expect; a name that it lacks is an error, not `undefined`. */
function asModule(namespace: object): object {
  return new Proxy(namespace, {
    get: (target, key) => {
      if (key === "__esModule") return true;
      if (typeof key === "string" && key !== "then" && !(key in target)) throw new Error(`nothing is exported as "${key}"`);
      return Reflect.get(target, key) as unknown;
    },
  });
}

function checkImportedNames(file: ts.SourceFile, modules: ReadonlyMap<string, object>, where: (line: number) => string): void {
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const clause = statement.importClause;
    const bindings = clause?.namedBindings;
    if (!clause || clause.phaseModifier === ts.SyntaxKind.TypeKeyword || !bindings || !ts.isNamedImports(bindings)) continue;
    const specifier = statement.moduleSpecifier.text;
    for (const element of bindings.elements) {
      const name = (element.propertyName ?? element.name).text;
      if (!element.isTypeOnly && !(name in (modules.get(specifier) ?? {}))) {
        const line = file.getLineAndCharacterOfPosition(element.getStart()).line + 1;
        throw new Error(`${where(line)}: ${specifier} exports no value "${name}" (a type needs "import type")`);
      }
    }
  }
}

// ------------------------------------------------------------------------------------------------ comparing

function expectEqual(actual: unknown, expected: unknown, message: string): void {
  expect(withoutRest(plain(actual), expected), message).toEqual(withoutRest(expected, expected));
}

/** The value, with whatever has a toJSON method replaced by its JSON. */
function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (typeof (value as { toJSON?: unknown }).toJSON === "function") return JSON.parse(JSON.stringify(value)) as unknown;
  if (Array.isArray(value)) return value.map(plain);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/** The value, less what the expected value leaves open. */
function withoutRest(value: unknown, expected: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(expected)) {
    const open = expected.at(-1) === REST;
    const shown: unknown[] = open ? value.slice(0, expected.length - 1) : value;
    return shown.map((inner, index) => withoutRest(inner, expected[index]));
  }
  if (!isRecord(value) || !isRecord(expected)) return value;
  const entries = Object.entries(value).filter(([key]) => !(REST in expected) || key in expected);
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutRest(inner, expected[key])]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
