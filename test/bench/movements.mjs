// A million households over five reviews: forms 2 and 3 of four periods for ten thousand communes.
import { Panel } from "chuan-ngheo/forms";

const days = ["2021-12-14", "2022-12-14", "2023-12-14", "2024-12-14", "2025-12-14"];
const classes = ["poor", "near-poor", "average-living-standard", "not-poor"];
const householdsOfACommune = 100;

/** Numbers that look random and are the same every time. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A register for every review, each record made when it is asked for; one household in fifty is missing at a review. */
export function* panelRecords(households) {
  const number = numbers(7);
  const ids = Array.from({ length: households }, (_, index) => `HH${String(index).padStart(9, "0")}`);
  const communes = Array.from({ length: Math.ceil(households / householdsOfACommune) }, (_, index) => String(10_000 + index));
  for (const on of days)
    for (let index = 0; index < households; index++) {
      if (number(50) === 0) continue;
      yield {
        id: ids[index], on, class: classes[number(4)], standard: "vn/decree-07-2021",
        areaCode: communes[Math.floor(index / householdsOfACommune)], persons: 1 + number(8),
      };
    }
}

/** Adds every record and tabulates every period. */
export function tabulatedPanel(households) {
  const panel = new Panel({ historyCompleteSince: days[0] });
  for (const record of panelRecords(households)) panel.add(record);
  return panel.tables();
}

/** Seconds of processor time that a run takes. */
function measured(run) {
  const start = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(start);
  return { result, seconds: (user + system) / 1e6 };
}

/** Seconds of one run, less those of making its records, how many rows came out, and whether every form closes. */
export function movementsBench(households = 1_000_000) {
  const making = measured(() => {
    let records = 0;
    for (const record of panelRecords(households)) records += record.persons > 0 ? 1 : 0;
    return records;
  });
  const { result: tables, seconds: all } = measured(() => tabulatedPanel(households));
  const seconds = all - making.seconds;
  const lines = tables.flatMap(({ rows }) => rows.flatMap(({ form2, form3 }) => [form2.households, form2.persons, form3.households, form3.persons]));
  const closes = lines.every(({ columns: c, unexplained }) => c[9] === c[1] - c[2] - c[3] - c[4] + c[5] + c[6] + c[7] + c[8] - unexplained);
  return { households, reviews: days.length, periods: tables.length, rows: lines.length / 4, closes, seconds };
}
