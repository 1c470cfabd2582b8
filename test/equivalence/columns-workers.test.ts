import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { addedCounts, classifyColumns, countByArea, type AreaCounts } from "../../src/columns.js";
import { standardById } from "../../src/index.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

// What a user's worker would hold; it classifies and counts its rows of tables that it shares.
const source = `
import { parentPort, workerData } from "node:worker_threads";
import { standardById } from "./src/index.js";
import { classifyColumns, countByArea } from "./src/columns.js";
const { columns, area, out, offset, length, id, areas } = workerData;
const standard = standardById(id);
classifyColumns(columns, { standard, out, offset, length });
parentPort.postMessage(countByArea({ codes: out, area, persons: columns.persons }, { standard, areas, offset, length }));
`;

let worker = "";

beforeAll(async () => {
  const { outputFiles } = await build({
    absWorkingDir: root, stdin: { contents: source, resolveDir: root }, bundle: true, write: false, format: "cjs", platform: "node", target: "node20", logLevel: "warning",
  });
  worker = outputFiles[0]!.text;
});

const rows = 100_003;
const areas = 57;

function shared<Values extends { [index: number]: number }>(Kind: new (buffer: SharedArrayBuffer) => Values, bytes: number, valueOf: (row: number) => number): Values {
  const values = new Kind(new SharedArrayBuffer(rows * bytes));
  for (let row = 0; row < rows; row++) values[row] = valueOf(row);
  return values;
}

const columns = {
  residence: shared(Uint8Array, 1, (row) => (row % 997 === 0 ? 2 : row % 2)),
  annualIncomeVnd: { values: shared(Float64Array, 8, (row) => (row * 7919) % 150_000_000), nullBitmap: shared(Uint8Array, 1, (row) => row % 256), offset: 5 },
  persons: shared(Uint16Array, 2, (row) => 1 + (row % 7)),
  deprived: shared(Uint16Array, 2, (row) => (row * 31) & 0xfff),
  unknown: shared(Uint16Array, 2, (row) => (row % 3 === 0 ? ~(row * 31) & 0x0f0 : 0)),
};
const area = shared(Uint32Array, 4, (row) => row % areas);

function inWorker(workerData: object): Promise<AreaCounts> {
  return new Promise((resolve, reject) => {
    new Worker(worker, { eval: true, workerData }).on("message", resolve).on("error", reject);
  });
}

describe("two workers that share the columns and the codes", () => {
  it.each([["halves", Math.floor(rows / 2)], ["a row and the rest", 1]])("write the same bytes as one thread, and count the same: %s", async (_why, cut) => {
    const id = "vn/decree-07-2021";
    const standard = standardById(id);
    const alone = classifyColumns(columns, { standard });
    const out = new Uint8Array(new SharedArrayBuffer(rows)).fill(99);
    const job = { columns, area, out, id, areas };
    const parts = await Promise.all([inWorker({ ...job, offset: 0, length: cut }), inWorker({ ...job, offset: cut, length: rows - cut })]);
    expect(Buffer.compare(out, alone)).toBe(0);
    // Every class, what is undetermined and what is invalid was met.
    expect(new Set(alone)).toEqual(new Set([0, 1, 2, 3, 4, 8, 13, 14, 15]));
    expect(addedCounts(parts)).toEqual(countByArea({ codes: alone, area, persons: columns.persons }, { standard, areas }));
  });
});
