import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnDifferences } from "../sql/column-differences.js";
import { duckDb } from "../sql/duckdb.js";
import type { SqlEngine } from "../sql/engine.js";
import { differencesOnSurvey, expectedAnswers, standardsInManners } from "../sql/equivalence.js";
import { randomSurvey } from "../sql/random-survey.js";
import { loadSurvey } from "../sql/survey-tables.js";

describe("One household at a time, the columns and DuckDB agree on 20,000 random households", () => {
  const pairs = [...randomSurvey(15_000, 20_231_214), ...randomSurvey(5_000, 29, "2024-02-29")];
  let engine: SqlEngine;
  beforeAll(async () => {
    engine = await duckDb();
    await loadSurvey(engine, pairs.map(({ row }) => row));
  });
  afterAll(() => engine.close());

  it.each(standardsInManners.map((manner) => [manner.standard.id, manner.why, manner] as const))("under %s: %s", async (_id, _why, manner) => {
    const expected = expectedAnswers(pairs, manner);
    const columns = columnDifferences(pairs.map(({ record }) => record), expected, manner.standard);
    expect(columns.found).toEqual([]);
    expect(columns.rows).toBeGreaterThan(15_000);
    expect(await differencesOnSurvey(engine, expected, manner)).toEqual([]);
  });
});
