// The memory of the command line tool must not grow with its input, nor the time of a line. Run by the bench in a process of its
// own: a new process is said to have used what the one that started it had.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parsedHouseholds } from "./households.mjs";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

/**
 * Seconds and the greatest memory in MB that `chuan-ngheo classify` takes for households with their members, as JSON Lines
 * in a pipe.
 *
 * @param sizes - How many households.
 */
export async function streamingBySize(sizes = [10_000, 100_000, 300_000]) {
  const folder = mkdtempSync(join(tmpdir(), "chuan-ngheo-bench-"));
  // A module loaded before the tool tells its greatest memory at the end.
  const hook = join(folder, "peak.cjs");
  writeFileSync(hook, 'process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)));\n');
  const block = parsedHouseholds(10_000).map((household) => `${JSON.stringify(household)}\n`).join("");
  const found = [];
  for (const households of sizes) {
    const start = process.hrtime.bigint();
    const tool = spawn(process.execPath, ["--require", hook, cli, "classify", "--standard", "vn/decree-07-2021", "--on", "2023-12-14"]);
    let told = "";
    tool.stderr.on("data", (piece) => (told += piece));
    tool.stdout.resume();
    const closed = once(tool, "close");
    for (let written = 0; written < households; written += 10_000) if (!tool.stdin.write(block)) await once(tool.stdin, "drain");
    tool.stdin.end();
    const [code] = await closed;
    if (code !== 0) throw new Error(`classify ended with ${code}: ${told}`);
    found.push({ households, seconds: Number(process.hrtime.bigint() - start) / 1e9, peakMB: Number(told) / 1024 });
  }
  rmSync(folder, { recursive: true });
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) console.log(JSON.stringify(await streamingBySize()));
