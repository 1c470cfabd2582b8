import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  // Examples import the package by its name; here they run against the sources.
  resolve: {
    alias: ["index", "forms", "audit", "columns", "sql"].map((entry) => ({
      find: entry === "index" ? /^chuan-ngheo$/ : `chuan-ngheo/${entry}`,
      replacement: fileURLToPath(new URL(`../src/${entry}.ts`, import.meta.url)),
    })),
  },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/build-cli.ts"],
    // Property tests and spawned processes on a slow machine with two cores.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
