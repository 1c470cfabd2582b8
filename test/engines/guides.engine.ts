import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { blocksOf } from "../docs/blocks.js";
import { fitting } from "../docs/console.js";
import { postgresBin, postgresServer, type PostgresServer } from "./postgres.js";

/*
 * The guides to databases, run as they are written, from top to bottom, in a folder that looks like a checkout: a block
 * `sh` is run by bash, a block `text` behind it is what it prints (`…` stands for anything within a line), and a block
 * with a name behind its language is a file of that name.
 */

const root = fileURLToPath(new URL("../..", import.meta.url));
const venv = join(root, "node_modules/.cache/chuan-ngheo/spark");

/** The package as it would be built now, and its command, where `import` and `npx` look for them. */
async function install(folder: string): Promise<void> {
  const own = join(folder, "node_modules/chuan-ngheo");
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  const shared = { absWorkingDir: root, bundle: true, format: "esm", platform: "node", target: "node20", logLevel: "warning" } as const;
  await build({ ...shared, entryPoints: ["src/index.ts", "src/sql.ts"], outdir: own });
  // The parser of CSV is CommonJS, and asks for modules of Node.
  const banner = { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' };
  await build({ ...shared, entryPoints: { cli: "src/cli/main.ts" }, outdir: own, banner });
  writeFileSync(join(own, "package.json"), JSON.stringify({ name: "chuan-ngheo", version: "0.0.0", type: "module", exports: { ".": "./index.js", "./sql": "./sql.js" }, bin: "./cli.js" }));
  symlinkSync("../chuan-ngheo/cli.js", join(folder, "node_modules/.bin/chuan-ngheo"));
  chmodSync(join(own, "cli.js"), 0o755);
  symlinkSync(join(root, "node_modules/@duckdb"), join(folder, "node_modules/@duckdb"));
  symlinkSync(join(root, "examples"), join(folder, "examples"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "a-checkout", private: true }));
}

/** A small cluster, for those who start one with `spark-submit`. */
const sparkDefaults = {
  "spark.master": "local[2]", "spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1",
  "spark.sql.session.timeZone": "UTC",
};

describe.each(["a-province-in-duckdb", "in-your-postgresql", "on-a-spark-cluster"])("docs/guides/%s.md", (guide) => {
  const folder = mkdtempSync(join(tmpdir(), "chuan-ngheo-guide-"));
  let server: PostgresServer | null = null;
  beforeAll(async () => {
    await install(folder);
    if (guide === "in-your-postgresql") server = await postgresServer();
    mkdirSync(join(folder, "conf"));
    writeFileSync(join(folder, "conf/spark-defaults.conf"), Object.entries(sparkDefaults).map((pair) => `${pair.join(" ")}\n`).join(""));
  });
  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true });
  });

  const blocks = blocksOf(readFileSync(join(root, `docs/guides/${guide}.md`), "utf8"));
  const steps = blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    return block.language === "sh" || block.name !== null ? [{ ...block, expected: block.language === "sh" && next?.language === "text" ? next.code : null }] : [];
  });

  it("has something to run, and says what it prints", () => {
    expect(steps.filter(({ expected }) => expected !== null).length).toBeGreaterThan(1);
  });

  it.each(steps)("line $line", ({ language, name, code, expected }) => {
    if (name !== null) {
      writeFileSync(join(folder, name), `${code}\n`);
      return;
    }
    expect(language).toBe("sh");
    const env = {
      ...process.env,
      PATH: [join(venv, "bin"), postgresBin, process.env["PATH"]].join(delimiter),
      SPARK_CONF_DIR: join(folder, "conf"),
      ...(server === null ? {} : { PGHOST: "127.0.0.1", PGPORT: String(server.port), PGUSER: "postgres", PGDATABASE: "postgres" }),
    };
    const { stdout, stderr, status } = spawnSync("bash", ["-e", "-o", "pipefail", "-c", code], { cwd: folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    expect(status, stderr).toBe(0);
    if (expected !== null) expect(stdout.trimEnd()).toBe(fitting(expected, stdout.trimEnd()));
  });
});
