// Ratios of one run on one machine: whole numbers beside them are only as good as the machine is quiet.
// npm run bench [-- --full] [-- --write]: with 28 million households in place of 5; into docs/benchmarks.md.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { Engine } from "json-rules-engine";
import { classify, classifyDeprivations, standardById } from "chuan-ngheo";
import { columnsBench } from "./columns.mjs";
import { parsedFlags, parsedHouseholds } from "./households.mjs";
import { columnsBySize, growth } from "./linear.mjs";
import { movementsBench } from "./movements.mjs";
import { numpyContenders } from "./numpy.mjs";
import { factsBench, flagsBench, sqlContenders } from "./sql.mjs";

const standard = standardById("vn/decree-07-2021");
const on = "2023-12-14";
const size = 20_000;
const rounds = 7;

const ids = standard.indicators.map(({ id }) => id);
const sets = {
  facts: parsedHouseholds(size),
  factsWithHoles: parsedHouseholds(size, 0.1),
  flags: parsedFlags(size, ids),
  flagsWithHoles: parsedFlags(size, ids, 0.1),
};
// The engine decides the final rule alone: residence, income per person and count are handed to it ready.
const ready = sets.flags.slice(0, 2_000).map((household) => ({
  residence: household.residence,
  income: household.monthlyIncomePerPersonVnd,
  count: Object.values(household.deprivations).filter(Boolean).length,
}));

/** The final rule of Decree 07/2021 for json-rules-engine, from the standard's own tiles. */
function rulesEngine() {
  const engine = new Engine();
  const bound = (fact, operator, value) => (value === undefined ? [] : [{ fact, operator, value }]);
  for (const rule of standard.classes)
    for (const tile of rule.tiles)
      engine.addRule({
        conditions: {
          all: [
            { fact: "residence", operator: "equal", value: tile.residence },
            ...bound("income", "greaterThan", tile.incomeOver?.amount),
            ...bound("income", "lessThanInclusive", tile.incomeUpTo?.amount),
            ...bound("count", "greaterThanInclusive", tile.deprivationsFrom),
            ...bound("count", "lessThanInclusive", tile.deprivationsTo),
          ],
        },
        event: { type: rule.class },
      });
  return engine;
}

const engine = rulesEngine();
const contenders = {
  "json-rules-engine, final rule": async () => {
    let poor = 0;
    for (const facts of ready) if ((await engine.run(facts)).events[0]?.type === "poor") poor++;
    return { households: ready.length, poor };
  },
  "classify, facts": () => counted(sets.facts, (household) => classify(household, { standard, on })),
  "classify, facts, 10 % of keys missing": () => counted(sets.factsWithHoles, (household) => classify(household, { standard, on })),
  "classifyDeprivations, flags": () => counted(sets.flags, (household) => classifyDeprivations(household, { standard })),
  "classifyDeprivations, 10 % of flags missing": () => counted(sets.flagsWithHoles, (household) => classifyDeprivations(household, { standard })),
};

function counted(households, decide) {
  let poor = 0;
  for (const household of households) if (decide(household).class === "poor") poor++;
  return { households: households.length, poor };
}

const perSecond = new Map(Object.keys(contenders).map((name) => [name, []]));
// The contenders take turns, so that a slow moment of the machine touches all of them.
for (let round = 0; round <= rounds; round++)
  for (const [name, run] of Object.entries(contenders)) {
    const start = process.hrtime.bigint();
    const { households } = await run();
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    if (round > 0) perSecond.get(name).push(households / seconds);
  }

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const whole = (number) => Math.round(number).toLocaleString("en");
const times = (ratio) => `${ratio < 10 ? ratio.toFixed(2) : whole(ratio)} ×`;
const report = [];

/** Prints lines of Markdown, and keeps them for the page. */
function tell(...lines) {
  console.log(lines.join("\n"));
  report.push(...lines);
}

/** A table of Markdown whose first column is words and whose others are numbers. */
function table(head, rows) {
  return ["", `| ${head.join(" | ")} |`, `| --- |${" ---: |".repeat(head.length - 1)}`, ...rows.map((row) => `| ${row.join(" | ")} |`), ""];
}

/** What a bench tells that keeps nothing of the others in memory. */
function inItsOwnProcess(file) {
  return JSON.parse(execFileSync(process.execPath, [fileURLToPath(new URL(file, import.meta.url))], { encoding: "utf8" }));
}

tell(
  "# Benchmarks",
  "",
  "Written by `npm run bench -- --write`, on one machine in one run, so that the ratios can be trusted further than the numbers.",
  "Contenders take turns; numbers are medians.",
  "",
  `Node ${process.version}, ${availableParallelism()} cores (${cpus()[0]?.model.trim()}).`,
);

const base = median(perSecond.get("json-rules-engine, final rule"));
tell(
  "",
  "## One household at a time",
  ...table(["", "households/s", "ratio"], [...perSecond].map(([name, speeds]) => [name, whole(median(speeds)), times(median(speeds) / base)])),
  "The rules engine decides the final rule alone: residence, income and the number of deprivations are handed to it.",
);

// Twice as many households should take twice the time: `linear` is the time of all over twice that of half of them.
movementsBench(100_000);
const half = movementsBench(500_000);
const all = movementsBench();
tell(
  "",
  "## Movements",
  "",
  `${whole(all.households)} households over ${all.reviews} reviews, forms 2 and 3 of ${all.periods} periods: ${all.seconds.toFixed(1)} s of processor time,`,
  `${(all.seconds / half.seconds).toFixed(2)} times that of half of them (every form closes: ${all.closes}).`,
);

const audit = inItsOwnProcess("audit.mjs");
tell(
  "",
  "## Audit",
  ...table(["", ""], [
    ["published tables/s, without repairs", whole(audit.publishedPerSecond)],
    ["tables/s, with those made by hand", whole(audit.goldenPerSecond)],
    ["repairs of an inconsistent published table, ms at the median", audit.repairMs.toFixed(1)],
    ["… at the most", whole(audit.slowestRepairMs)],
    ["repairs of a form of 700 rows with 4 misprints, ms at the median", whole(audit.formMs)],
    ["… at the most", whole(audit.slowestFormMs)],
  ]),
  `Processor time of one core. ${audit.restored} of ${audit.misprints} misprinted values are restored by the first repair (${audit.stopped} searches stopped).`,
);

const households = process.argv.includes("--full") ? 28_000_000 : 5_000_000;
const others = async (rows) => [...(await sqlContenders(rows.residence.length)), ...(await numpyContenders(rows))];
const columns = await columnsBench({ engine, households, others });
const [engineSpeed] = columns.values();
const [thread, one, two, sql] = ["classifyColumns, one thread", "classifyColumns, one worker", "classifyColumns, two workers", "DuckDB, our SQL on flags, two threads"].map((name) => columns.get(name));
tell(
  "",
  `## ${whole(households)} households as columns`,
  ...table(["", "million/s", "ratio"], [...columns].map(([name, speed]) => [name, (speed / 1e6).toFixed(speed < 1e6 ? 3 : 1), times(speed / engineSpeed)])),
  `Two workers are ${times(two / one)} one worker; one thread is ${times(thread / sql)} DuckDB that writes the column of classes on two.`,
  ...([...columns.keys()].some((name) => name.startsWith("NumPy")) ? [] : ["NumPy was not there, so it was not measured."]),
);

for (const [title, found] of [["Recorded flags in DuckDB", await flagsBench()], ["Raw facts in DuckDB", await factsBench()]]) {
  const least = [...found.values()].at(-1);
  const rows = [...found].map(([name, { clock, processor }]) => [name, clock.toFixed(3), processor.toFixed(3), times(clock / least.clock), times(processor / least.processor)]);
  tell("", `## ${title}, a million households on two threads`, ...table(["", "seconds", "of processors", "ratio", "of processors"], rows));
}
tell("`scan base` reads both tables once, counts the members of each household and joins the count to it.");

const bySize = await columnsBySize();
const { exponent, explained } = growth(bySize);
tell(
  "",
  "## Growth with the number of households",
  ...table(["classifyColumns", "ms", "ns each"], bySize.map(({ households: rows, seconds }) => [whole(rows), (1e3 * seconds).toFixed(2), ((1e9 * seconds) / rows).toFixed(1)])),
  `Time grows with the number to the power ${exponent.toFixed(3)} (1 is linear; the straight line through the logarithms explains`,
  `${(100 * explained).toFixed(2)} % of the differences).`,
  ...table(["chuan-ngheo classify, a pipe", "households/s", "greatest memory, MB"], inItsOwnProcess("streaming.mjs").map(({ households: lines, seconds, peakMB }) => [whole(lines), whole(lines / seconds), whole(peakMB)])),
  "The memory is that of the runtime and its garbage: it does not grow with the input.",
);

if (process.argv.includes("--write")) writeFileSync(new URL("../../docs/benchmarks.md", import.meta.url), `${report.join("\n").replace(/\n{3,}/g, "\n\n")}\n`);
