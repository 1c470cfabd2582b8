import { classify, standardById, type Classification, type Household, type PovertyClass } from "chuan-ngheo";
import { auditClaims, type Audit } from "chuan-ngheo/audit";
import { classifyColumns } from "chuan-ngheo/columns";
import { officialForm, panel } from "chuan-ngheo/forms";
import { toSql } from "chuan-ngheo/sql";

const household: Household = { residence: "rural", annualIncomeVnd: 54_000_000, members: [{ bornOn: "1985-02-01", hasHealthInsurance: true }] };
const standard = standardById("vn/decree-07-2021");
const result: Classification = classify(household, { standard, on: "2023-12-14" });
const found: PovertyClass | null = result.class;
const audit: Audit = auditClaims({ values: { poor: 1 } });
const codes: Uint8Array = classifyColumns(
  { residence: new Uint8Array(1), monthlyIncomePerPersonVnd: new Float64Array(1), deprived: new Uint16Array(1), unknown: new Uint16Array(1) },
  { standard },
);
const text: string = toSql(standard, { dialect: "spark", on: "2023-12-14" });

// @ts-expect-error A misspelt fact is refused.
export const misspelt: Household = { residence: "rural", watterSource: "rain" };
// @ts-expect-error A day must be named; there is no default.
export const undated = classify(household, {});
// @ts-expect-error A result is read only.
result.class = "poor";
export default [found, audit, codes, text, officialForm, panel];
