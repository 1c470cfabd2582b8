import { join } from "node:path";
import ts from "typescript";

/** A sample with the place that each of its lines comes from. */
export interface Sample {
  readonly code: string;
  /** The place of a line of the code, from 1, for the message. */
  readonly where: (line: number) => string;
}

/**
 * What the TypeScript of a reader says of samples, with the options of `tsc --init`: they import the package by its
 * names, and find the sources.
 *
 * @param root - The folder of the project.
 * @returns Each complaint once, with its place.
 */
export function typeErrors(samples: readonly Sample[], root: string): string[] {
  const texts = new Map(samples.map(({ code }, index) => [join(root, `sample-${String(index)}.mts`), `${code}\nexport {};\n`]));
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    resolveJsonModule: true,
    types: ["node"],
    paths: {
      "chuan-ngheo": [join(root, "src/index.ts")],
      "chuan-ngheo/vectors.json": [join(root, "test/conformance/vectors.json")],
      "chuan-ngheo/*": [join(root, "src/*.ts")],
    },
  };
  const host = ts.createCompilerHost(options, true);
  host.fileExists = (path) => texts.has(path) || ts.sys.fileExists(path);
  host.readFile = (path) => texts.get(path) ?? ts.sys.readFile(path);
  const program = ts.createProgram([...texts.keys()], options, host);
  const found = [...texts.keys()].flatMap((path, index) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(({ start = 0, messageText }) => {
      const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
      return `${samples[index]?.where(line) ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
  });
  return [...new Set(found)];
}
