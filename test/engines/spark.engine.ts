import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { engineCases } from "../sql/engine-cases.js";
import type { SqlEngine } from "../sql/engine.js";
import { differencesOnSurvey, expectedAnswers, standardsInManners } from "../sql/equivalence.js";
import { randomSurvey } from "../sql/random-survey.js";
import { loadSurvey } from "../sql/survey-tables.js";
import { spark } from "./spark.js";

for (const isAnsi of [false, true])
  engineCases(`Spark${isAnsi ? " with ANSI errors" : ""}`, {
    open: () => spark(isAnsi),
    types: { whole: [["INT", "2147483647"], ["BIGINT", "9223372036854775807"]], decimal: [["DECIMAL(12, 2)", "9999999999.99"], ["DECIMAL(38, 20)", "999999999999999999.99"]], binary: ["DOUBLE"] },
    rules: 4,
    trees: 2,
  });

describe("Spark and one household at a time agree on 20,000 random households", () => {
  const pairs = [...randomSurvey(15_000, 31), ...randomSurvey(5_000, 37, "2024-02-29")];
  let engine: SqlEngine;
  beforeAll(async () => {
    engine = await spark(true);
    await loadSurvey(engine, pairs.map(({ row }) => row));
  });
  afterAll(() => engine.close());

  it.each(standardsInManners.map((manner) => [manner.standard.id, manner.why, manner] as const))("under %s: %s", async (_id, _why, manner) => {
    expect(await differencesOnSurvey(engine, expectedAnswers(pairs, manner), manner)).toEqual([]);
  });
});
