/**
 * What of an executed notebook is committed: everything but what differs from machine to machine and from run to run,
 * which is when a cell ran and which version of a language ran it.
 *
 * @param executed - The notebook as nbconvert writes it.
 */
export function committable({ cells, metadata: { kernelspec, language_info }, nbformat, nbformat_minor }) {
  const { name, display_name, language } = kernelspec;
  return {
    cells: cells.map(({ metadata: { tags }, ...cell }) => ({ ...cell, metadata: tags === undefined ? {} : { tags } })),
    metadata: { kernelspec: { display_name, language, name }, language_info: { name: language_info.name } },
    nbformat,
    nbformat_minor,
  };
}

/** The text of a notebook as it is committed. */
export function notebookText(notebook) {
  return `${JSON.stringify(sorted(notebook), null, 1)}\n`;
}

/** Keys in the order in which Jupyter writes them. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}

/**
 * How what came out of the cells differs from what is committed.
 *
 * @param committed - The notebook in the checkout.
 * @param executed - The same after a rerun.
 * @returns A text for each cell that differs, with its first differing line; empty where nothing does.
 */
export function differences(committed, executed) {
  const length = Math.max(committed.cells.length, executed.cells.length);
  return Array.from({ length }, (_, index) => [committed.cells[index], executed.cells[index]])
    .map(([before, now]) => difference(before, now))
    .filter((text) => text !== null);
}

function difference(before, now) {
  const [one, other] = [before, now].map(linesOf);
  const place = one.findIndex((line, index) => line !== other[index]);
  const at = place === -1 && one.length !== other.length ? one.length : place;
  if (at === -1) return null;
  const shown = around(one[at] ?? "(nothing)", other[at] ?? "(nothing)");
  return `cell ${(now ?? before).id}, line ${at + 1} of its output\n  - ${shown[0]}\n  + ${shown[1]}`;
}

/** A cell line by line: what kind of output, then its text. */
function linesOf(cell) {
  if (cell === undefined) return [];
  const { source, outputs = [], execution_count: count = null } = cell;
  return [`[${String(count)}] ${joined(source).length} characters`, ...outputs.flatMap((output) => {
    const { output_type: type, name, data = {}, text, ename, evalue } = output;
    const parts = Object.entries(data).sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(([kind, value]) => [kind, ...joined(value).split("\n")]);
    return [[type, name, ename, evalue].filter((word) => word !== undefined).join(" "), ...parts, ...(text === undefined ? [] : joined(text).split("\n"))];
  })];
}

/** Both lines from a little before the place where they differ: a picture is one long line. */
function around(one, other) {
  let place = 0;
  while (place < one.length && one[place] === other[place]) place += 1;
  const from = Math.max(0, place - 60);
  return [one, other].map((line) => `${from > 0 ? "…" : ""}${line.slice(from, place + 100)}${line.length > place + 100 ? "…" : ""}`);
}

/** Text that Jupyter keeps as a list of lines or as one. */
export function joined(text) {
  return Array.isArray(text) ? text.join("") : typeof text === "string" ? text : JSON.stringify(text);
}

/**
 * Cells that show nothing, though every cell but the first, which only imports, shows something.
 *
 * @returns Their ids.
 */
export function cellsWithoutOutput({ cells }) {
  return cells.filter((cell) => cell.cell_type === "code").slice(1).filter(({ outputs }) => outputs.length === 0).map(({ id }) => id);
}

/** The table of the cell that is tagged `founding-table`, in Markdown. */
export function foundingTable(notebook) {
  const tables = notebook.cells
    .filter(({ metadata: { tags } }) => tags?.includes("founding-table"))
    .flatMap(({ outputs }) => outputs.map(({ data }) => data?.["text/markdown"]));
  return tables.length === 1 && tables[0] !== undefined ? joined(tables[0]) : null;
}
