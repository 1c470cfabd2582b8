// Reruns the notebooks without a browser and compares what comes out with what is committed; installs what is missing:
// npm run notebooks [-- --write] [-- NAME …]
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { foundingCaseSql } from "../../examples/notebooks/write-sql.mjs";
import { cellsWithoutOutput, committable, differences, foundingTable, notebookText } from "./notebook.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, "examples/notebooks");
const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb")).map((name) => name.slice(0, -".ipynb".length));
/** On a busy machine the kernel of Deno loses a message now and then: a notebook with a cell that shows nothing runs again. */
const triesAtMost = 4;
/** The longest that a notebook may take. */
const limitSeconds = 60;
/** Those that must run where no Node, no Deno and no file of the package is. */
const withoutNode = new Set(["python-duckdb"]);

const given = process.argv.slice(2);
const isWriting = given.includes("--write");
const asked = given.filter((word) => word !== "--write");
if (asked.some((name) => !names.includes(name))) {
  console.error(`expected --write, or names of notebooks: ${names.join(", ")}`);
  process.exit(2);
}

const setUp = spawnSync("bash", ["test/notebooks/set-up.sh"], { cwd: root, stdio: "inherit" });
if (setUp.status !== 0) process.exit(setUp.status ?? 1);

const problems = [];
checkSql();
const place = mkdtempSync(join(tmpdir(), "notebooks-"));
const tables = new Map();
try {
  writeKernels();
  for (const name of asked.length > 0 ? asked : names) rerun(name);
} finally {
  rmSync(place, { recursive: true, force: true });
}
const distinct = new Set(tables.values());
if (distinct.size > 1 || distinct.has(null)) problems.push(`the table of the founding case is not the same in ${[...tables.keys()].join(", ")}`);

for (const problem of problems) console.error(`\n${problem}`);
console.log(`${problems.length === 0 ? "\nAll notebooks" : "\nNot all notebooks"} give what ${isWriting ? "was written" : "is committed"}.`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** The SQL beside the notebooks is what the library writes, whatever version it says that it is. */
function checkSql() {
  const versionless = (sql) => sql.replace(/, chuan-ngheo \d[\w.-]*/, "");
  for (const [name, sql] of Object.entries(foundingCaseSql())) {
    const file = join(folder, name);
    if (isWriting) writeFileSync(file, sql);
    else if (versionless(readFileSync(file, "utf8")) !== versionless(sql)) problems.push(`${name} is not what chuan-ngheo/sql writes now: node examples/notebooks/write-sql.mjs`);
  }
}

/** Kernels that no home folder knows of: Deno from node_modules, and the Python that was set up. */
function writeKernels() {
  const kernels = {
    deno: { argv: [join(root, "node_modules/.bin/deno"), "jupyter", "--kernel", "--conn", "{connection_file}"], display_name: "Deno", language: "typescript" },
    python3: { argv: [join(root, "node_modules/.cache/chuan-ngheo/notebooks/python/bin/python"), "-m", "ipykernel_launcher", "-f", "{connection_file}"], display_name: "Python 3", language: "python" },
  };
  for (const [name, kernel] of Object.entries(kernels)) {
    const kernelFolder = join(place, "jupyter/kernels", name);
    mkdirSync(kernelFolder, { recursive: true });
    writeFileSync(join(kernelFolder, "kernel.json"), JSON.stringify(kernel));
  }
}

/** Runs a notebook in a copy of what it reads, then compares or writes it. */
function rerun(name) {
  const checkout = join(place, name);
  cpSync(folder, join(checkout, "examples/notebooks"), { recursive: true });
  mkdirSync(join(checkout, "examples/ha-tinh-2023"));
  for (const file of readdirSync(join(root, "examples/ha-tinh-2023")).filter((each) => each.endsWith(".csv"))) cpSync(join(root, "examples/ha-tinh-2023", file), join(checkout, "examples/ha-tinh-2023", file));
  const isBare = withoutNode.has(name);
  if (!isBare) {
    cpSync(join(root, "package.json"), join(checkout, "package.json"));
    for (const linked of ["dist", "node_modules"]) symlinkSync(join(root, linked), join(checkout, linked));
  }

  const nowhere = "http://127.0.0.1:9";
  const env = {
    ...process.env,
    ...(isBare ? { PATH: join(place, "empty") } : {}),
    // Nothing is read from or written to a home folder, and nothing is fetched.
    HOME: join(place, "home"), IPYTHONDIR: join(place, "ipython"), DENO_DIR: join(place, "deno"), DENO_NO_UPDATE_CHECK: "1",
    JUPYTER_DATA_DIR: join(place, "jupyter"), JUPYTER_CONFIG_DIR: join(place, "config"), JUPYTER_RUNTIME_DIR: join(place, "runtime"), JUPYTER_PATH: "",
    HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, http_proxy: nowhere, https_proxy: nowhere, NO_COLOR: "1",
  };
  const output = join(place, "out", `${name}.ipynb`);
  for (let tries = 1; ; tries += 1) {
    const executed = executedOnce(name, checkout, env, output);
    if (executed === null) return;
    const empty = cellsWithoutOutput(executed);
    if (empty.length > 0 && tries < triesAtMost) {
      console.log(`          again: nothing came from ${empty.join(", ")}`);
      continue;
    }
    if (empty.length > 0) problems.push(`${name}: nothing came from ${empty.join(", ")}, ${String(tries)} times`);
    tables.set(name, foundingTable(executed));
    const file = join(folder, `${name}.ipynb`);
    if (isWriting && empty.length === 0) writeFileSync(file, notebookText(executed));
    else problems.push(...differences(JSON.parse(readFileSync(file, "utf8")), executed).map((text) => `${name}, ${text}`));
    return;
  }
}

/** One run from the top; `null` where it stopped. */
function executedOnce(name, checkout, env, output) {
  rmSync(output, { force: true });
  const started = performance.now();
  const { status, stderr } = spawnSync(
    "/usr/bin/jupyter-nbconvert",
    ["--to", "notebook", "--execute", "--ExecutePreprocessor.record_timing=False", `--ExecutePreprocessor.timeout=${String(limitSeconds)}`, "--output-dir", join(place, "out"), `${name}.ipynb`],
    { cwd: join(checkout, "examples/notebooks"), env, encoding: "utf8" },
  );
  const seconds = (performance.now() - started) / 1000;
  console.log(`${seconds.toFixed(1).padStart(6)} s  ${name}`);
  if (status !== 0 || !existsSync(output)) {
    // The cell and its error, without the way of nbconvert there.
    problems.push(`${name} stopped:\n${stripVTControlCharacters(stderr).split("CellExecutionError:").at(-1).trim()}`);
    return null;
  }
  if (seconds > limitSeconds) problems.push(`${name} took ${seconds.toFixed(1)} s, more than ${String(limitSeconds)} s`);
  return committable(JSON.parse(readFileSync(output, "utf8")));
}
