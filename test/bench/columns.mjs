// A country of households as columns: one thread, two workers, a rules engine, and a plain copy of the memory as the limit.
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { standardById } from "chuan-ngheo";
import { classifyColumns, classOfCode, countByArea } from "chuan-ngheo/columns";
import { seeded } from "./households.mjs";

const standard = standardById("vn/decree-07-2021");
const areas = 3_321;
const engineRows = 10_000;

/** Households as columns that threads can share: incomes around the lines, some unknown, a fifth of the flags deprived. */
export function householdColumns(households) {
  const random = seeded(20231214);
  const shared = (Kind) => new Kind(new SharedArrayBuffer(households * Kind.BYTES_PER_ELEMENT));
  const columns = {
    residence: shared(Uint8Array), monthlyIncomePerPersonVnd: shared(Float64Array), deprived: shared(Uint16Array), unknown: shared(Uint16Array),
    persons: shared(Uint8Array), area: shared(Uint16Array),
  };
  for (let row = 0; row < households; row++) {
    columns.residence[row] = random() < 0.5 ? 0 : 1;
    columns.monthlyIncomePerPersonVnd[row] = random() < 0.02 ? NaN : 500_000 + Math.floor(random() * 3_000_000);
    // Bits of two random numbers are both set in one place of four; an unknown one is not deprived.
    columns.deprived[row] = random() * 4096 & random() * 4096;
    columns.unknown[row] = random() < 0.1 ? random() * 4096 & ~columns.deprived[row] : 0;
    columns.persons[row] = 1 + Math.floor(random() * 6);
    columns.area[row] = Math.floor(random() * areas);
  }
  return columns;
}

/** The columns that decide a class. */
export const decided = ({ residence, monthlyIncomePerPersonVnd, deprived, unknown }) => ({ residence, monthlyIncomePerPersonVnd, deprived, unknown });

/** Workers that each classify their share of the rows into one shared array. */
async function startWorkers(count, columns, out) {
  const rows = out.length;
  const workers = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const [offset, end] = [Math.floor((rows * index) / count), Math.floor((rows * (index + 1)) / count)];
      const worker = new Worker(new URL(import.meta.url), { workerData: { columns: decided(columns), out, offset, length: end - offset } });
      await new Promise((resolve) => worker.once("message", resolve));
      return worker;
    }),
  );
  const once = (worker) =>
    new Promise((resolve) => {
      worker.once("message", resolve);
      worker.postMessage("go");
    });
  return { run: () => Promise.all(workers.map(once)), stop: () => Promise.all(workers.map((worker) => worker.terminate())) };
}

if (!isMainThread && workerData?.columns !== undefined) {
  const { columns, out, offset, length } = workerData;
  parentPort.on("message", () => {
    classifyColumns(columns, { standard, out, offset, length });
    parentPort.postMessage("done");
  });
  parentPort.postMessage("ready");
}

/**
 * Households a second of every contender, the medians of some rounds in which they take turns; a process that is
 * already warm meets the columns as a program does.
 *
 * @param options.engine - The final rule for json-rules-engine.
 * @param options.households - How many.
 * @param options.others - More contenders: given the columns, each has a `name`, the number of `households` that it
 *   classifies, `run` (may be asynchronous) and, if it needs one, `stop`. DuckDB and NumPy can stand here.
 */
export async function columnsBench({ engine, households = 5_000_000, rounds = 5, others = async () => [] }) {
  const columns = householdColumns(households);
  const out = new Uint8Array(new SharedArrayBuffer(households));
  const parts = Object.values(decided(columns)).map(({ buffer }) => new Uint8Array(buffer));
  const copy = new Uint8Array(Math.max(...parts.map((part) => part.length)));
  const ready = Array.from({ length: engineRows }, (_, row) => ({
    residence: columns.residence[row] === 0 ? "rural" : "urban",
    income: Number.isNaN(columns.monthlyIncomePerPersonVnd[row]) ? null : columns.monthlyIncomePerPersonVnd[row],
    count: columns.deprived[row].toString(2).replaceAll("0", "").length,
  }));
  const [worker, workers] = [await startWorkers(1, columns, out), await startWorkers(2, columns, out)];
  const contenders = [
    { name: "json-rules-engine, final rule, 10,000 rows", households: engineRows, run: async () => { for (const facts of ready) await engine.run(facts); } },
    { name: "classifyColumns, one thread", households, run: () => classifyColumns(decided(columns), { standard, out }) },
    { name: "classifyColumns, one worker", households, run: worker.run, stop: worker.stop },
    { name: "classifyColumns, two workers", households, run: workers.run, stop: workers.stop },
    { name: "countByArea, households and persons", households, run: () => countByArea({ codes: out, area: columns.area, persons: columns.persons }, { standard, areas }) },
    { name: "a plain copy of the columns", households, run: () => parts.forEach((part) => copy.set(part)) },
    ...(await others(columns)),
  ];
  const perSecond = new Map(contenders.map(({ name }) => [name, []]));
  const poor = new Set();
  for (let round = 0; round <= rounds; round++)
    for (const { name, households: rows, run } of contenders) {
      if (name.startsWith("classifyColumns")) out.fill(0);
      // What is short runs several times on end: a core that has just waited is slow at first.
      const times = name.startsWith("classifyColumns") ? 5 : 1;
      const start = process.hrtime.bigint();
      for (let time = 0; time < times; time++) await run();
      const seconds = Number(process.hrtime.bigint() - start) / 1e9 / times;
      if (round > 0) perSecond.get(name).push(rows / seconds);
      if (name.startsWith("classifyColumns")) poor.add(out.reduce((sum, code) => sum + (classOfCode(code) === "poor" ? 1 : 0), 0));
    }
  for (const { stop } of contenders) await stop?.();
  if (poor.size !== 1) throw new Error("the workers and one thread found different classes");
  return new Map([...perSecond].map(([name, speeds]) => [name, speeds.sort((a, b) => a - b)[speeds.length >> 1]]));
}
