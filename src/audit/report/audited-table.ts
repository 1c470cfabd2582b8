import type { Locale } from "../../core/text.js";
import type { Audit } from "../audit-claims.js";
import type { TablesAudit } from "../audit-tables.js";
import type { Claims } from "../claims.js";
import type { FormProblem } from "../forms/form-problem.js";
import type { Repairs } from "../repair/repair.js";

/** A table with what was found of it. */
export interface AuditedTable {
  /** The table as it was read. */
  readonly claims: Claims;
  /** From `auditClaims`. */
  readonly audit: Audit;
  /** From `suggestRepairs`; `null` where none were looked for. */
  readonly repairs: Repairs | null;
  /** What of an official form is in no claim, from `claimsFromForm`. */
  readonly problems?: readonly FormProblem[] | undefined;
}

/** What was found between tables: of an audit of several tables, or of a `TableAudit` at its end. */
export type AuditBetween = Pick<TablesAudit, "verdict" | "findings">;

/** In which language a report is written. */
export interface ReportLocale {
  /** The language. */
  readonly locale: Locale;
}
