import { auditClaims, suggestRepairs, type AuditedTable, type Claims } from "../../../src/audit.js";

/** A table with what is found of it. */
export function audited(claims: Claims): AuditedTable {
  return { claims, audit: auditClaims(claims), repairs: suggestRepairs(claims) };
}

/** Six numbers of a newspaper: which reading fits, and which total. */
export const haTinh: Claims = {
  id: "HTI", area: "TP Hà Tĩnh", level: "district", period: "2023", source: "Báo Hà Tĩnh",
  values: { poor: 377, poor_people: 943, near: 549, near_people: 1829 },
  shares: [{ part: ["poor", "poor_people"], whole: "residents", printed: "1.22" }, { part: ["near", "near_people"], whole: "residents", printed: "1.78" }],
};

/** One wrong digit: 1.442.261 for 1.422.261. */
export const country: Claims = {
  id: "VN-2014", area: "Cả nước", period: "2014", source: "https://vanbanphapluat.co/quyet-dinh-1294",
  values: { poor: 1_442_261, poor_minority: 663_563, decrease_poor: 375_628 },
  shares: [{ part: "poor", whole: "households", printed: "5.97" }, { part: "poor_minority", whole: "poor", printed: "46.66" }],
};

/** Two percentages that no total has. */
export const dakLak: Claims = {
  id: "DLK", values: { poor: 57_180, near: 43_316 },
  shares: [{ part: "poor", whole: "households", printed: "12.81" }, { part: "near", whole: "households", printed: "9.12" }],
};

/** A sum, a balance, an open balance and a sum of rates, of which the sum and the rates are wrong. */
export const sums: Claims = {
  values: { all: 1000, a: 100, b: 250, both: 360, start: 400, left: 40, end: 360 },
  shares: [
    { part: "a", whole: "all", printed: "10" }, { part: "b", whole: "all", printed: "25" }, { part: "both", whole: "all", printed: "36" },
  ],
  sums: [{ total: "both", parts: ["a", "b"] }],
  balances: [{ closing: "end", terms: [[1, "start"], [-1, "left"]] }, { closing: "end", terms: [[1, "start"]], complete: false }],
  rateSums: [{ total: 2, terms: [0, 1] }],
};
