// Ratios of one run on one machine: whole numbers beside them are only as good as the machine is quiet.
import { Engine } from "json-rules-engine";
import { classify, classifyDeprivations, standardById } from "chuan-ngheo";
import { auditBench } from "./audit.mjs";
import { columnsBench, columnsTable } from "./columns.mjs";
import { parsedFlags, parsedHouseholds } from "./households.mjs";
import { movementsBench } from "./movements.mjs";

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
const base = median(perSecond.get("json-rules-engine, final rule"));
console.log(`node ${process.version}, ${rounds} rounds, medians\n`);
console.log(`${"".padEnd(46)}${"households/s".padStart(14)}${"ratio".padStart(10)}`);
for (const [name, speeds] of perSecond) {
  const speed = median(speeds);
  console.log(`${name.padEnd(46)}${Math.round(speed).toLocaleString("en").padStart(14)}${`${(speed / base).toFixed(1)} ×`.padStart(10)}`);
}

// Twice as many households should take twice the time: `linear` is the time of all over twice that of half of them.
movementsBench(100_000);
const half = movementsBench(500_000);
const all = movementsBench();
const million = all.households.toLocaleString("en");
console.log(
  `\nmovements: ${million} households over ${all.reviews} reviews, forms 2 and 3 of ${all.periods} periods in ${all.seconds.toFixed(1)} s of processor time` +
    ` (linear ${(all.seconds / half.seconds / 2).toFixed(2)}, every form closes: ${all.closes})`,
);

const audit = auditBench();
const whole = (number) => Math.round(number).toLocaleString("en");
console.log(
  `\naudit: ${whole(audit.publishedPerSecond)} published tables/s without repairs (${whole(audit.goldenPerSecond)} with those made by hand);` +
    ` repairs of the inconsistent ones ${audit.repairMs.toFixed(1)} ms at the median, ${whole(audit.slowestRepairMs)} at the most;` +
    ` a form of 700 rows with 4 misprints ${whole(audit.formMs)} ms at the median, ${whole(audit.slowestFormMs)} at the most,` +
    ` of processor time, ${audit.restored} of ${audit.misprints} true values in the first repair (${audit.stopped} searches stopped)`,
);

const households = process.argv.includes("--full") ? 28_000_000 : 5_000_000;
console.log(`\n${columnsTable(await columnsBench({ engine, households }), households)}`);
