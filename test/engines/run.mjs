// Tries the SQL in DuckDB, PostgreSQL and Spark, and installs what is missing: npm run test:engines [-- --million]
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const [flag, ...more] = process.argv.slice(2);
if (more.length > 0 || (flag !== undefined && flag !== "--million")) {
  console.error("expected nothing or --million");
  process.exit(2);
}
const cwd = fileURLToPath(new URL("../..", import.meta.url));
const env = { ...process.env, ENGINE_HOUSEHOLDS: flag === undefined ? "200000" : "1000000" };
for (const [command, ...args] of [
  ["bash", "test/engines/set-up.sh"],
  [process.execPath, "node_modules/vitest/vitest.mjs", "run", "--config", "test/engines/vitest.config.ts"],
]) {
  const { status } = spawnSync(command, args, { cwd, env, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
