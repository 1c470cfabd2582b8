import { describe, expect, it } from "vitest";
import { standardById } from "../../src/index.js";
import { areaRatesSql, toSql } from "../../src/sql.js";
import { inProcess } from "./in-process.js";

const given = ["sql", "--dialect", "duckdb", "--standard", "vn/decree-07-2021", "--on", "2023-12-14"];

describe("sql", () => {
  it("writes the query of toSql, or that of areaRatesSql", async () => {
    const standard = standardById("vn/decree-07-2021");
    const plain = await inProcess(given);
    expect([plain.code, plain.err, plain.out]).toEqual([0, "", `${toSql(standard, { dialect: "duckdb", on: "2023-12-14" })}\n`]);
    const rates = await inProcess([...given, "--rates"]);
    expect([rates.code, rates.out]).toEqual([0, `${areaRatesSql(standard, { dialect: "duckdb", on: "2023-12-14" })}\n`]);
  });

  it.each([
    ["another dialect", [...given.slice(0, 2), "mysql", ...given.slice(3)], /--dialect/],
    ["an unknown standard", [...given.slice(0, 4), "vn/decree-7-2021", ...given.slice(5)], /vn\/decree-07-2021/],
    ["no day of the calendar", [...given.slice(0, 6), "2023-02-30"], /--on/],
    ["no day", given.slice(0, 5), /--on/],
    ["a file", [...given, "households.csv"], /no file/],
  ])("refuses %s", async (_why, argv, says) => {
    const { code, out, err } = await inProcess(argv);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(says);
  });
});
