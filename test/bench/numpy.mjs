// The same rule in NumPy, where a Python with NumPy is present; without one the row says so.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { standardById } from "chuan-ngheo";
import { classifyColumns } from "chuan-ngheo/columns";

const standard = standardById("vn/decree-07-2021");
const script = fileURLToPath(new URL("rule-in-numpy.py", import.meta.url));
const pythons = [fileURLToPath(new URL("../../node_modules/.cache/chuan-ngheo/spark/bin/python", import.meta.url)), "python3"];

/** A Python whose NumPy counts bits; `null` where there is none. */
function python() {
  return pythons.find((each) => spawnSync(each, ["-c", "import numpy; numpy.bitwise_count"]).status === 0) ?? null;
}

/** The bounds of the rule from the standard's tiles: the lines by residence, and the deprivations of the poor. */
function bounds() {
  const tilesOf = (name) => standard.classes.find((rule) => rule.class === name).tiles;
  const line = (name, bound) => ["rural", "urban"].map((residence) => tilesOf(name).find((tile) => tile.residence === residence)[bound].amount);
  return { lines: [line("poor", "incomeUpTo"), line("average-living-standard", "incomeUpTo")], deprivationsFrom: tilesOf("poor")[0].deprivationsFrom };
}

/**
 * NumPy as a contender of the bench of columns; no row where it is not there.
 *
 * @param columns - As `householdColumns` gives them.
 * @throws Error when NumPy finds other codes than `classifyColumns`.
 */
export async function numpyContenders({ residence, monthlyIncomePerPersonVnd, deprived, unknown }) {
  const found = python();
  if (found === null) return [];
  const folder = mkdtempSync(join(tmpdir(), "chuan-ngheo-numpy-"));
  const columns = { residence, income: monthlyIncomePerPersonVnd, deprived, unknown };
  for (const [name, values] of Object.entries(columns)) writeFileSync(join(folder, name), new Uint8Array(values.buffer));
  const child = spawn(found, [script, folder, JSON.stringify(bounds())], { stdio: ["pipe", "pipe", "inherit"] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (word) => {
    child.stdin.write(`${word}\n`);
    if ((await answers.next()).value !== "done") throw new Error("NumPy did not answer");
  };
  await answers.next();
  await ask("write");
  const codes = classifyColumns({ residence, monthlyIncomePerPersonVnd, deprived, unknown }, { standard });
  if (!readFileSync(join(folder, "codes")).equals(codes)) throw new Error("NumPy found other codes");
  rmSync(folder, { recursive: true });
  return [{ name: "NumPy, the rule by hand, one thread", households: residence.length, run: () => ask("go"), stop: () => child.kill() }];
}
