import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder of its own, where the packed tarball is installed as a user would, beside the files of `uses`. */
    readonly installed: string;
  }
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Packs `dist` as it is, and installs it. */
export default function install(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "chuan-ngheo-installed-"));
  const npm = (cwd: string, ...args: string[]): string => execFileSync("npm", [...args, "--silent"], { cwd, encoding: "utf8" });
  const tarball = npm(root, "pack", "--pack-destination", folder).trim();
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  npm(folder, "install", "--no-audit", "--no-fund", join(folder, tarball));
  cpSync(join(root, "test/package/uses"), folder, { recursive: true });
  project.provide("installed", folder);
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
