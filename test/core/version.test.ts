import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { version } from "../../src/core/version.js";

it("the version of every result is the version of the package", () => {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  expect(version).toBe((JSON.parse(text) as { readonly version: string }).version);
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
});
