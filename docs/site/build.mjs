// Writes the site to docs/_site, beside the reference that TypeDoc has put there: law pages from the data, guides from
// their Markdown, and the page to try the library. Fails on a link that leads nowhere and on a page without title.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { buildPlayground } from "../playground/build.mjs";
import { siteFaults } from "./site-faults.mjs";
import { sitePages } from "./site-pages.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const out = join(root, "docs/_site");

const { pages, files } = sitePages(await publicEntry(), markdownTexts());

mkdirSync(out, { recursive: true });
for (const name of readdirSync(out)) if (name !== "api") rmSync(join(out, name), { recursive: true });
for (const [address, text] of pages) {
  mkdirSync(dirname(join(out, address)), { recursive: true });
  writeFileSync(join(out, address), text);
}
for (const file of files) {
  // A link may lead to any file of the project, and to nothing outside.
  if (file.startsWith("..")) throw new Error(`a link leads out of the project: ${file}`);
  cpSync(join(root, file), join(out, file.replace(/^docs\//, "")));
}
await buildPlayground(join(out, "playground"));

const written = readdirSync(out, { recursive: true }).map((path) => path.replaceAll("\\", "/"));
const texts = new Map(written.filter((path) => /\.(?:html|svg)$/.test(path)).map((path) => [path, readFileSync(join(out, path), "utf8")]));
const faults = siteFaults(texts, new Set(written));
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`docs/_site/index.html: ${pages.size} pages and ${[...texts.keys()].filter((path) => path.startsWith("api/") && path.endsWith(".html")).length} of the reference, every link checked`);

/** The sources as they are now: the site needs no build of the package. */
async function publicEntry() {
  const entry = 'export * from "./src/index.ts"; export { lowIncomeWorker } from "./src/schema.ts";';
  const { outputFiles } = await build({ absWorkingDir: root, stdin: { contents: entry, resolveDir: root }, bundle: true, write: false, format: "esm", platform: "node", target: "node20", logLevel: "warning" });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

function markdownTexts() {
  const inside = (folder) => readdirSync(join(root, folder)).filter((name) => name.endsWith(".md")).sort().map((name) => `${folder}/${name}`);
  const examples = readdirSync(join(root, "examples"), { recursive: true }).map((path) => `examples/${path.replaceAll("\\", "/")}`).filter((path) => path.endsWith("/README.md") && !path.includes("node_modules")).sort();
  const paths = ["README.vi.md", ...inside("docs/vi"), "README.md", ...inside("docs/guides"), "docs/terms.md", "docs/benchmarks.md", "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md", ...inside("docs/why"), ...examples];
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}
