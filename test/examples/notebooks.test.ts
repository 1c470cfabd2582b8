import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${root}examples/notebooks/`;
const names = ["python-duckdb", "python-pipe", "typescript-deno"] as const;

interface Cell {
  readonly cell_type: "code" | "markdown";
  readonly id: string;
  readonly metadata: { readonly tags?: readonly string[] };
  readonly source: readonly string[];
  readonly execution_count?: number | null;
  readonly outputs?: readonly Readonly<Record<string, unknown>>[];
}

interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata: { readonly kernelspec: Readonly<Record<string, string>>; readonly language_info: Readonly<Record<string, string>> };
  readonly nbformat: number;
  readonly nbformat_minor: number;
}

interface NotebookModule {
  readonly committable: (executed: Notebook) => Notebook;
  readonly notebookText: (notebook: Notebook) => string;
  readonly differences: (committed: Notebook, executed: Notebook) => readonly string[];
  readonly cellsWithoutOutput: (notebook: Notebook) => readonly string[];
  readonly foundingTable: (notebook: Notebook) => string | null;
}

const { cellsWithoutOutput, committable, notebookText, differences, foundingTable } = (await import(/* @vite-ignore */ `${root}test/notebooks/notebook.mjs`)) as NotebookModule;
const { foundingCaseSql } = (await import(/* @vite-ignore */ `${folder}write-sql.mjs`)) as { readonly foundingCaseSql: () => Readonly<Record<string, string>> };

const textOf = (name: string): string => readFileSync(`${folder}${name}.ipynb`, "utf8");
const read = (name: string): Notebook => JSON.parse(textOf(name)) as Notebook;

/** A notebook with one text replaced wherever it stands in an output. */
function changed(name: string, from: string, to: string): Notebook {
  const notebook = read(name);
  const cells = notebook.cells.map((cell) => (cell.outputs ? { ...cell, outputs: JSON.parse(JSON.stringify(cell.outputs).replaceAll(from, to)) as Cell["outputs"] } : cell));
  return { ...notebook, cells } as Notebook;
}

it("are all here", () => {
  expect(readdirSync(folder).filter((file) => file.endsWith(".ipynb")).sort()).toEqual(names.map((name) => `${name}.ipynb`));
});

describe.each(names)("%s", (name) => {
  const { cells } = read(name);

  it("begins with what it needs and the commands that run it", () => {
    const first = cells[0]?.source.join("") ?? "";
    expect(first).toMatch(/^# /);
    expect(first).toContain("**What it needs**");
    expect(first).toMatch(/```sh\n[^`]*nbconvert --to notebook --execute[^`]*```/);
    expect(first).toContain(`examples/notebooks/${name}.ipynb`);
  });

  it("is committed as it ran from the top, without an error", () => {
    const code = cells.filter((cell) => cell.cell_type === "code");
    expect(code.map((cell) => cell.execution_count)).toEqual(code.map((_, index) => index + 1));
    expect(code.flatMap(({ outputs }) => outputs ?? []).filter((output) => output["output_type"] === "error" || output["name"] === "stderr")).toEqual([]);
  });

  it("shows something in every cell but the first, which only imports", () => {
    expect(cellsWithoutOutput(read(name))).toEqual([]);
    const silenced = { ...read(name), cells: cells.map((cell) => (cell.id === "published" ? { ...cell, outputs: [] } : cell)) };
    expect(cellsWithoutOutput(silenced)).toEqual(["published"]);
  });

  it("holds nothing of the machine it ran on", () => {
    expect(textOf(name)).toBe(notebookText(committable(read(name))));
    expect(textOf(name)).not.toMatch(/\/(?:home|root|tmp|work|usr|Users)\/|localhost|127\.0\.0\.1|iopub/);
    expect(textOf(name)).toBe(textOf(name).normalize("NFC"));
  });

  it("asserts the published figures in a cell of its own", () => {
    const published = cells.find(({ id }) => id === "published")?.source.join("") ?? "";
    expect(published).toMatch(/assert|throw/);
    expect(published).toContain('[377, "1.22", 943, 549, "1.78", 1829]');
  });
});

describe("the table of the founding case", () => {
  // Typed from the counts that the README of the example prints; the last row is the published one.
  const table = [
    "| Phường Văn Yên | 1,480 | 24 | 1.62 | 71 | 31 | 2.09 | 95 |",
    "| Phường Thạch Quý | 2,350 | 35 | 1.49 | 81 | 47 | 2.00 | 173 |",
    "| Các đơn vị khác | 27,070 | 318 | 1.17 | 791 | 471 | 1.74 | 1,561 |",
    "| Thành phố Hà Tĩnh | 30,900 | 377 | 1.22 | 943 | 549 | 1.78 | 1,829 |",
  ];

  it.each(names)("is the same in %s", (name) => {
    expect(foundingTable(read(name))?.split("\n").slice(2)).toEqual(table);
  });
});

describe("the SQL of the DuckDB notebook", () => {
  const versionless = (sql: string): string => sql.replace(/, chuan-ngheo \d[\w.-]*/, "");

  it.each(Object.entries(foundingCaseSql()))("%s is what the library writes now", (file, sql) => {
    const isSame = versionless(readFileSync(folder + file, "utf8")) === versionless(sql);
    expect(isSame, "npm run build && node examples/notebooks/write-sql.mjs").toBe(true);
  });
});

describe("the comparison after a rerun", () => {
  it("finds nothing in a rerun that only took another time and another version", () => {
    const committed = read("python-pipe");
    const again = {
      ...committed,
      cells: committed.cells.map((cell) => ({ ...cell, metadata: { ...cell.metadata, execution: { "iopub.execute_input": "2030-01-01T00:00:00Z" } } })),
      metadata: { ...committed.metadata, language_info: { ...committed.metadata.language_info, version: "3.99" } },
    };
    expect(differences(committed, committable(again))).toEqual([]);
  });

  it.each([
    { why: "one count of a table is another", name: "python-duckdb", from: "| 377 |", to: "| 376 |", shows: ["| 377 |", "| 376 |"] },
    { why: "a printed line is another", name: "typescript-deno", from: "consistent", to: "inconsistent", shows: ["- consistent", "+ inconsistent"] },
    { why: "a point of a picture has moved", name: "typescript-deno", from: 'r=\\"2.2\\"', to: 'r=\\"2.3\\"', shows: ['r="2.2"', 'r="2.3"'] },
    { why: "a data frame has another cell", name: "python-pipe", from: "[6, 6]", to: "[6, 7]", shows: ["[6, 6]", "[6, 7]"] },
  ])("tells where $why", ({ name, from, to, shows }) => {
    const found = differences(read(name), changed(name, from, to)).join("\n");
    for (const text of shows) expect(found).toContain(text);
  });

  it("tells of a cell that is not there any more, and of one that is new", () => {
    const committed = read("python-duckdb");
    const shorter = { ...committed, cells: committed.cells.slice(0, -1) };
    expect(differences(committed, shorter)).toHaveLength(1);
    expect(differences(shorter, committed)).toHaveLength(1);
  });

  it("has no table where a notebook has none or two", () => {
    const notebook = read("python-duckdb");
    const tagged = notebook.cells.find(({ metadata }) => metadata.tags?.includes("founding-table"))!;
    expect(foundingTable({ ...notebook, cells: notebook.cells.filter((cell) => cell !== tagged) })).toBeNull();
    expect(foundingTable({ ...notebook, cells: [...notebook.cells, tagged] })).toBeNull();
  });
});
