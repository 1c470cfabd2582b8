// Published tables audited and repaired, and a form of 700 communes with four misprints.
// Run by the bench in a process of its own, so that what other benches keep in memory costs nothing here.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { auditClaims, suggestRepairs } from "chuan-ngheo/audit";

const golden = ["published-claims", "hand-made-claims"].map((name) =>
  readFileSync(new URL(`../golden/${name}.jsonl`, import.meta.url), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line)),
);
const [published] = golden;
const rowsOfTheForm = 700;
const errors = 4;

/** Numbers that look random and are the same every time. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A percentage of two decimals; halves go up. */
function percent(part, whole) {
  const units = String(Math.floor((20_000 * part + whole) / (2 * whole))).padStart(3, "0");
  return `${units.slice(0, -2)}.${units.slice(-2)}`;
}

/** Households, poor and near-poor ones of so many communes, two rates in each row, and a row of totals. */
function form(number, rows = rowsOfTheForm) {
  const columns = ["households", "poor", "near"];
  const names = Array.from({ length: rows }, (_, row) => `commune${row}`);
  const values = {};
  const totals = { households: 0, poor: 0, near: 0 };
  for (const name of names) {
    const households = 400 + number(3_000);
    const row = { households, poor: 1 + number(households >> 2), near: 1 + number(households >> 3) };
    for (const column of columns) {
      values[`${name}_${column}`] = row[column];
      totals[column] += row[column];
    }
  }
  for (const column of columns) values[`total_${column}`] = totals[column];
  const shares = [...names, "total"].flatMap((name) =>
    ["poor", "near"].map((column) => {
      const [part, whole] = [`${name}_${column}`, `${name}_households`];
      return { part, whole, printed: percent(values[part], values[whole]) };
    }),
  );
  return { values, shares, sums: columns.map((column) => ({ total: `total_${column}`, parts: names.map((name) => `${name}_${column}`) })) };
}

/** A digit replaced, neighbours swapped or a zero added. */
function misprinted(text, number) {
  const places = [...text].flatMap((letter, place) => (letter === "." ? [] : [place]));
  const index = number(places.length);
  const [place, next] = [places[index], places[index + 1]];
  const kind = number(3);
  if (kind === 0) return `${text.slice(0, place + 1)}0${text.slice(place + 1)}`;
  if (kind === 1 && next !== undefined) return text.slice(0, place) + text[next] + text.slice(place + 1, next) + text[place] + text.slice(next + 1);
  return text.slice(0, place) + String((Number(text[place]) + 1 + number(9)) % 10) + text.slice(place + 1);
}

/** A form with some of its numbers misprinted, each of which an audit would find alone, and what stood there before. */
function misprintedForm(seed) {
  const number = numbers(seed);
  const honest = form(number);
  const names = Object.keys(honest.values);
  const truths = new Map();
  let claims = honest;
  while (truths.size < errors) {
    const index = number(names.length + honest.shares.length);
    const isCount = index < names.length;
    const name = names[index];
    const path = isCount ? `values.${name}` : `shares[${index - names.length}].printed`;
    const truth = isCount ? honest.values[name] : honest.shares[index - names.length].printed;
    const text = misprinted(String(truth), number);
    if (truths.has(path) || text === String(truth) || /^0\d/.test(text)) continue;
    const change = (table) =>
      isCount
        ? { ...table, values: { ...table.values, [name]: Number(text) } }
        : { ...table, shares: table.shares.map((share, place) => (place === index - names.length ? { ...share, printed: text } : share)) };
    if (auditClaims(change(honest)).verdict !== "inconsistent") continue;
    claims = change(claims);
    truths.set(path, truth);
  }
  return { claims, truths };
}

const median = (some) => [...some].sort((a, b) => a - b)[some.length >> 1];

/** Milliseconds of processor time that a run takes. */
function milliseconds(run) {
  const start = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(start);
  return { result, ms: (user + system) / 1e3 };
}

/** Tables a second without repairs; milliseconds of processor time for the repairs of published tables, and of large forms with four misprints. */
export function auditBench({ warmUp = 4, rounds = 5, passes = 300, seeds = 20 } = {}) {
  const speeds = (tables) =>
    Array.from({ length: rounds + warmUp }, () => {
      const { ms } = milliseconds(() => {
        for (let pass = 0; pass < passes; pass++) for (const claims of tables) auditClaims(claims);
      });
      return (1_000 * passes * tables.length) / ms;
    }).slice(warmUp);
  const wrong = published.filter(({ expect }) => expect === "inconsistent");
  const repairs = wrong.map((claims) => median(Array.from({ length: rounds }, () => milliseconds(() => suggestRepairs(claims)).ms)));
  const forms = Array.from({ length: seeds }, (_, seed) => {
    const { claims, truths } = misprintedForm(seed + 1);
    const { result, ms } = milliseconds(() => suggestRepairs(claims));
    const edits = result.repairs[0]?.edits ?? [];
    return { ms, restored: edits.filter(({ path, to }) => truths.get(path) === to).length, stopped: result.stopped };
  });
  return {
    publishedPerSecond: median(speeds(published)),
    goldenPerSecond: median(speeds(golden.flat())),
    repairMs: median(repairs),
    slowestRepairMs: Math.max(...repairs),
    formMs: median(forms.map(({ ms }) => ms)),
    slowestFormMs: Math.max(...forms.map(({ ms }) => ms)),
    restored: forms.reduce((sum, { restored }) => sum + restored, 0),
    misprints: errors * seeds,
    stopped: forms.filter(({ stopped }) => stopped).length,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) console.log(JSON.stringify(auditBench()));
