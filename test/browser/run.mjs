// Tries the page of docs/playground in headless Chromium, and installs what is missing: npm run test:browser
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

if (process.argv.length > 2) {
  console.error("expected nothing");
  process.exit(2);
}
const cwd = fileURLToPath(new URL("../..", import.meta.url));
for (const [command, ...args] of [
  ["bash", "test/browser/set-up.sh"],
  // The page holds the built package.
  ["npm", "run", "build", "--silent", "--", "--silent"],
  [process.execPath, "node_modules/vitest/vitest.mjs", "run", "--config", "test/browser/vitest.config.ts"],
]) {
  const { status } = spawnSync(command, args, { cwd, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
