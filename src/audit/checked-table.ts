import type { AuditCheck } from "./audit-checks.js";
import type { CheckResult } from "./check.js";
import type { ClaimTable } from "./claim-table.js";

/** A table with its checks and what they found. */
export interface CheckedTable {
  readonly table: ClaimTable;
  readonly checks: readonly AuditCheck[];
  /** For each check what it found. */
  readonly results: readonly CheckResult[];
}
