// Writes the page to try the library to docs/_site/playground: one page, one script, one style sheet. The script is the built
// package (npm run build) and the files of this folder; it is no module, so that the page opens from a disk as well.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");

/**
 * Writes the page.
 *
 * @param out - The folder it is written to; what stood there is gone.
 */
export async function buildPlayground(out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  cpSync(join(here, "index.html"), join(out, "index.html"));
  const { metafile } = await build({
    absWorkingDir: root, entryPoints: { playground: join(here, "main.mjs") }, outdir: out, bundle: true, minify: true, metafile: true, format: "iife", target: "es2022", charset: "utf8", legalComments: "none", logLevel: "warning",
  });
  await build({ absWorkingDir: root, entryPoints: { playground: join(here, "style.css") }, outdir: out, bundle: true, minify: true, charset: "utf8", logLevel: "warning" });
  // The library comes from its build alone, never from the sources.
  const foreign = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs)).filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && !/^(?:dist|docs\/playground|docs\/site)\//.test(path)).map(([path]) => path);
  if (foreign.length > 0) throw new Error(`the page holds what it should not: ${foreign.join(", ")}`);
}

if (argv[1] === fileURLToPath(import.meta.url)) await buildPlayground(argv[2] ?? join(root, "docs/_site/playground"));
