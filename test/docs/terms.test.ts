import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { movementColumns } from "../../src/history/movement-columns.js";
import { classLabels } from "../../src/law/standard.js";

const text = readFileSync(new URL("../../docs/terms.md", import.meta.url), "utf8");
const rows = text.split("\n").filter((line) => line.startsWith("| ")).map((line) => line.slice(1, -1).split("|").map((cell) => cell.trim()));
const terms = rows.filter(([first]) => first !== "tiếng Việt" && first !== "---");

describe("the table of terms", () => {
  it("says of every term whether it is the same or not, and why", () => {
    expect(terms.length).toBeGreaterThan(30);
    expect(terms.filter((row) => row.length !== 4 || row.some((cell) => cell === "") || !/^(?:same|not)\b/.test(row[2] ?? ""))).toEqual([]);
  });

  it("has each Vietnamese term once", () => {
    const names = terms.map(([vi]) => vi);
    expect(names).toEqual([...new Set(names)]);
  });

  it.each(Object.entries(classLabels))("has the class %s under its labels", (name, { vi, en }) => {
    const row = terms.find(([first]) => first === vi);
    expect(row?.[1]).toBe(`${en} (\`${name}\`)`);
  });

  it.each(["Thoát cận nghèo", "Tái nghèo", "Tái cận nghèo", "Phát sinh mới"])("has the column %s of forms 2 and 3", (title) => {
    const labels = Object.values(movementColumns).flatMap((columns) => columns.map(({ label }) => label));
    const label = labels.find(({ vi }) => vi === title);
    const row = terms.find(([first]) => first?.toLowerCase() === title.toLowerCase());
    expect(row?.[1]?.toLowerCase()).toBe(label?.en.toLowerCase() ?? "no such column");
  });
});
