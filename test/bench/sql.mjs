// The SQL of a standard in DuckDB on two threads, beside what it could cost at the least:
// node test/bench/sql.mjs [households], after npm run build.
import { pathToFileURL } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { standardById } from "chuan-ngheo";
import { deprivationsSql, toSql } from "chuan-ngheo/sql";

const standard = standardById("vn/decree-07-2021");
const flags = standard.indicators.map(({ id }) => `deprived_${id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`);

const one = (words) => `list_value(${words.map((word) => `'${word}'`).join(", ")})[1 + (random() * ${words.length})::INTEGER % ${words.length}]`;
/** True for a share of the rows, and unknown for one in fifty. */
const yes = (share) => `CASE WHEN random() < 0.98 THEN random() < ${share} END`;
const columns = (shares) => Object.entries(shares).map(([name, share]) => `${yes(share)} AS ${name}`).join(", ");

const residence = "CASE WHEN random() < 0.5 THEN 'rural' ELSE 'urban' END AS residence";
const recordedHouseholds = (rows) => `
  SELECT i AS id, ${residence}, CASE WHEN random() < 0.98 THEN 500000 + (random() * 3000000)::BIGINT END AS monthly_income_per_person_vnd,
    ${flags.map((flag) => `CASE WHEN random() < 0.98 THEN random() < 0.2 END AS ${flag}`).join(", ")}
  FROM range(${rows}) AS t(i)`;
const households = (rows) => `
  SELECT i AS id, i % 3321 AS area_code, ${residence}, (3 + i % 2)::INTEGER AS persons,
    CASE WHEN random() < 0.98 THEN (random() * 160000000)::BIGINT END AS annual_income_vnd, NULL::BIGINT AS monthly_income_per_person_vnd,
    (15 + random() * 60)::DECIMAL(6, 1) AS floor_area_m2, ${one(["tap", "drilled-well", "rainwater", "unprotected-well", "surface-water"])} AS water_source,
    ${one(["septic", "pour-flush", "double-vault", "open-pit", "none"])} AS toilet_type,
    ${columns({ wall_durable: 0.8, pillar_durable: 0.8, roof_durable: 0.8, has_television: 0.7, has_radio: 0.1, has_desktop_computer: 0.1, has_telephone: 0.3, has_laptop: 0.2, has_tablet: 0.1, has_smartphone: 0.6 })}
  FROM range(${rows}) AS t(i)`;
// Three members and a half in the mean.
const members = `
  SELECT h.id AS household_id, DATE '1945-01-01' + (random() * 28400)::INTEGER AS born_on,
    CASE WHEN random() < 0.9 THEN 'none' ELSE 'elderly' END AS monthly_social_allowance,
    ${one(["none", "preschool", "primary", "lower-secondary", "upper-secondary"])} AS attending, ${one(["none", "primary", "lower-secondary", "upper-secondary"])} AS completed,
    ${columns({ jobless: 0.05, wage_work_without_contract: 0.1, stunted: 0.1, underweight: 0.1, has_health_insurance: 0.9, certified_on_the_job_training: 0.1, uses_internet: 0.7 })}
  FROM households AS h, range(3 + h.id % 2)`;

const atLeast = flags.map((flag) => `CASE WHEN ${flag} THEN 1 ELSE 0 END`).join(" + ");
const atMost = flags.map((flag) => `CASE WHEN NOT ${flag} THEN 0 ELSE 1 END`).join(" + ");
const [poorLine, averageLine] = [[1_500_000, 2_000_000], [2_250_000, 3_000_000]].map(([rural, urban]) => `CASE residence WHEN 'rural' THEN ${rural} WHEN 'urban' THEN ${urban} END`);
/** The class from the flags as somebody writes it by hand who keeps unknown what is not known. */
const byHand = `
  SELECT CASE
    WHEN income <= ${poorLine} THEN CASE WHEN least >= 3 THEN 'poor' WHEN most < 3 THEN 'near-poor' END
    WHEN income <= ${averageLine} THEN 'average-living-standard'
    WHEN income > ${averageLine} THEN 'not-poor'
  END AS class
  FROM (SELECT residence, monthly_income_per_person_vnd AS income, ${atLeast} AS least, ${atMost} AS most FROM recorded_households)`;

const onFlags = `SELECT class FROM (${deprivationsSql(standard, {
  dialect: "duckdb", tables: { households: "recorded_households" }, columns: { households: { areaCode: null, persons: null, annualIncomeVnd: null } },
})})`;
const onFacts = toSql(standard, { dialect: "duckdb", on: "2023-12-14" });
/** Both tables read once, the members counted by household, and joined; nothing else. */
const counted = "SELECT h.id, m.listed FROM households AS h LEFT JOIN (SELECT household_id, count(*) AS listed FROM members GROUP BY household_id) AS m ON m.household_id = h.id";

/** A database on two threads. */
async function database() {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  await connection.run("SELECT setseed(0.5)");
  return { run: (sql) => connection.run(sql), one: async (sql) => (await connection.runAndReadAll(sql)).getRows(), stop: () => instance.closeSync() };
}

const into = (table, sql) => `CREATE OR REPLACE TABLE ${table} AS ${sql}`;
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** Seconds of each query, the medians of some rounds in which they take turns: by the clock, and of the processor. */
async function seconds(db, queries, rounds) {
  const times = new Map(Object.keys(queries).map((name) => [name, { clock: [], processor: [] }]));
  for (let round = 0; round <= rounds; round++)
    for (const [name, sql] of Object.entries(queries)) {
      const [start, used] = [process.hrtime.bigint(), process.cpuUsage()];
      await db.run(sql);
      const { user, system } = process.cpuUsage(used);
      if (round === 0) continue;
      times.get(name).clock.push(Number(process.hrtime.bigint() - start) / 1e9);
      times.get(name).processor.push((user + system) / 1e6);
    }
  return new Map([...times].map(([name, { clock, processor }]) => [name, { clock: median(clock), processor: median(processor) }]));
}

/** Recorded flags to a column of classes: our SQL, and what somebody writes by hand. */
export async function flagsBench({ households: rows = 1_000_000, rounds = 7 } = {}) {
  const db = await database();
  await db.run(into("recorded_households", recordedHouseholds(rows)));
  const found = await seconds(db, { "our SQL on flags": into("ours", onFlags), "hand-written CASE on flags": into("hand", byHand) }, rounds);
  const [ours, hand] = await Promise.all(["ours", "hand"].map((table) => db.one(`SELECT class, count(*)::INTEGER FROM ${table} GROUP BY class ORDER BY class`)));
  db.stop();
  if (JSON.stringify(ours) !== JSON.stringify(hand)) throw new Error("our SQL and the hand-written one found different classes");
  return found;
}

/** Raw facts to the whole result of `toSql`, and the same tables only read and counted. */
export async function factsBench({ households: rows = 1_000_000, rounds = 7 } = {}) {
  const db = await database();
  await db.run(into("households", households(rows)));
  await db.run(into("members", members));
  const found = await seconds(db, { "raw facts": into("classes", onFacts), "scan base": into("counted", counted) }, rounds);
  db.stop();
  return found;
}

/** More contenders for the bench of columns; each writes a column of classes. */
export async function sqlContenders(rows) {
  const db = await database();
  await db.run(into("recorded_households", recordedHouseholds(rows)));
  return [
    { name: "DuckDB, our SQL on flags, two threads", households: rows, run: () => db.run(into("ours", onFlags)) },
    { name: "DuckDB, hand-written CASE on flags, two threads", households: rows, run: () => db.run(into("hand", byHand)), stop: db.stop },
  ];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const rows = Number(process.argv[2] ?? 1_000_000);
  console.log(`DuckDB, two threads, ${rows} households, medians of 7 rounds\n\n| | s by the clock | s of the processor | ratio by the clock | of the processor |\n| --- | --- | --- | --- | --- |`);
  for (const found of [await flagsBench({ households: rows }), await factsBench({ households: rows })]) {
    const base = [...found.values()].at(-1);
    for (const [name, { clock, processor }] of found) console.log(`| ${name} | ${clock.toFixed(3)} | ${processor.toFixed(3)} | ${(clock / base.clock).toFixed(2)} | ${(processor / base.processor).toFixed(2)} |`);
  }
}
