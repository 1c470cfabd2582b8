import { existsSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The command line tool, bundled from the sources as they are: run it with `process.execPath`. */
    readonly cliPath: string;
  }
}

const root = fileURLToPath(new URL("..", import.meta.url));
// Below node_modules: ignored by git, and the dependencies that stay outside the bundle are found from there.
const cliPath = fileURLToPath(new URL("../node_modules/.cache/chuan-ngheo/cli.mjs", import.meta.url));

export default async function buildCli(project: TestProject): Promise<void> {
  project.provide("cliPath", cliPath);
  project.onTestsRerun(bundle);
  await bundle();
}

async function bundle(): Promise<void> {
  // A test must never run an older bundle: with no CLI to bundle, whatever runs `cliPath` fails.
  rmSync(cliPath, { force: true });
  if (!existsSync(`${root}/src/cli/main.ts`)) return;
  await build({
    absWorkingDir: root,
    entryPoints: ["src/cli/main.ts"],
    outfile: cliPath,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  });
}
