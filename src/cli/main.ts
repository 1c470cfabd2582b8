#!/usr/bin/env node
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { run } from "./run.js";

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  open: (path) => createReadStream(path),
  create: async (path) => (await open(path, "w")).createWriteStream(),
  now: () => performance.now(),
  typed: process.stdin.isTTY,
  watched: process.stderr.isTTY && !process.stdout.isTTY,
});
