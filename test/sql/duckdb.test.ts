import { duckDb } from "./duckdb.js";
import { engineCases } from "./engine-cases.js";

engineCases("DuckDB", {
  open: duckDb,
  types: {
    whole: [["INTEGER", "2147483647"], ["BIGINT", "9223372036854775807"], ["HUGEINT", "170141183460469231731687303715884105727"]],
    decimal: [["DECIMAL(12, 2)", "9999999999.99"], ["DECIMAL(38, 20)", "999999999999999999.99"]],
    binary: ["DOUBLE"],
  },
  rules: 30,
  trees: 10,
});
