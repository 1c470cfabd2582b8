export { isPovertyStandardError, PovertyStandardError, type ErrorCode, type ErrorWord } from "./core/errors.js";
export type { Locale, LocalizedText } from "./core/text.js";
export { auditClaims, type Audit } from "./audit/audit-claims.js";
export type {
  AuditVerdict, Claims, Computed, Finding, FindingCode, PrintedBalance, PrintedRateSum, PrintedShare, PrintedSum, WholeInterval,
} from "./audit/claims.js";
export { impliedTotal, type CountedShare, type ImpliedTotal } from "./audit/implied-total.js";
export type { EditKind } from "./audit/repair/edit-kinds.js";
export type { Repair, RepairEdit, Repairs } from "./audit/repair/repair.js";
export { suggestRepairs, type RepairOptions } from "./audit/repair/suggest-repairs.js";
export { explainDisagreement, type Disagreement, type LikelyCause } from "./household/disagreement.js";
export type { MistakeId } from "./household/known-mistakes.js";
export {
  parsePrintedNumber, type AmbiguousNumber, type PrintedNearness, type PrintedNumber, type PrintedReading, type PrintedSpelling, type PrintedUnit,
  type PrintedWords, type ReadNumber, type UnreadableCode, type UnreadableNumber,
} from "./audit/printed-number.js";
export { auditToHtml, type AuditPageOptions } from "./audit/report/audit-to-html.js";
export { auditToText } from "./audit/report/audit-to-text.js";
export type { AuditBetween, AuditedTable, ReportLocale } from "./audit/report/audited-table.js";
export { claimsFromForm, type ClaimsFromFormOptions, type FormClaims, type FormSheet, type FormTable } from "./audit/claims-from-form.js";
export type { PrintedFormNumber } from "./audit/forms/form-columns.js";
export type { FormProblem, FormProblemCode } from "./audit/forms/form-problem.js";
export type { FormTableRow } from "./audit/forms/form-rows.js";
export type { Measure } from "./audit/measure.js";
export { auditTables, type TablesAudit } from "./audit/audit-tables.js";
export { TableAudit, type AuditTablesOptions } from "./audit/table-audit.js";
export type { TablesFinding } from "./audit/tables/table-finding.js";
