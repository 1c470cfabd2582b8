import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

it("the page on entries gives the budgets that the package is held to", () => {
  const budgets = (JSON.parse(read("package.json")) as { readonly "size-limit": readonly { readonly name: string; readonly limit: string }[] })["size-limit"];
  const written = [...read("docs/why/entries.md").matchAll(/^\| `(.+)` \| (.+ kB) \|$/gm)].map(([, name, limit]) => [name, limit]);
  expect(written.length).toBeGreaterThan(0);
  expect(written).toEqual(written.map(([name]) => [name, budgets.find((budget) => budget.name === name)?.limit]));
});
