import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnDifferences } from "../sql/column-differences.js";
import { duckDb } from "../sql/duckdb.js";
import type { SqlEngine } from "../sql/engine.js";
import { differencesOnSurvey, expectedAnswers, standardsInManners } from "../sql/equivalence.js";
import { randomSurvey } from "../sql/random-survey.js";
import { loadSurvey } from "../sql/survey-tables.js";
import { postgres } from "./postgres.js";

const households = Number(process.env["ENGINE_HOUSEHOLDS"] ?? 200_000);
/** So many at a time, so that a million fit into memory. */
const batch = 50_000;

describe(`One household at a time, the columns, DuckDB and PostgreSQL agree on ${households} random households`, () => {
  let engines: readonly SqlEngine[];
  beforeAll(async () => {
    engines = [await duckDb(), await postgres()];
  });
  afterAll(async () => {
    for (const engine of engines) await engine.close();
  });

  it.each(Array.from({ length: Math.ceil(households / batch) }, (_, index) => [index * batch + 1, index] as const))("from household %d on", async (first, index) => {
    const pairs = randomSurvey(Math.min(batch, households - first + 1), 1000 + index);
    for (const engine of engines) await loadSurvey(engine, pairs.map(({ row }) => row));
    for (const manner of standardsInManners) {
      const expected = expectedAnswers(pairs, manner);
      expect([manner.standard.id, manner.why, ...columnDifferences(pairs.map(({ record }) => record), expected, manner.standard).found]).toEqual([manner.standard.id, manner.why]);
      for (const engine of engines) expect([engine.dialect, manner.standard.id, manner.why, ...(await differencesOnSurvey(engine, expected, manner))]).toEqual([engine.dialect, manner.standard.id, manner.why]);
    }
  });
});
