import { engineCases } from "../sql/engine-cases.js";
import { postgres } from "./postgres.js";

engineCases("PostgreSQL", {
  open: postgres,
  types: {
    whole: [["INTEGER", "2147483647"], ["BIGINT", "9223372036854775807"]],
    decimal: [["NUMERIC(12, 2)", "9999999999.99"], ["NUMERIC(38, 20)", "999999999999999999.99"], ["NUMERIC", "9999999999999999999999999999999999999999.5"]],
    binary: ["DOUBLE PRECISION", "NUMERIC"],
  },
  rules: 80,
  trees: 40,
});
