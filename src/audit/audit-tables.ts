import { placed, unexpected } from "../core/checked-record.js";
import type { Audit } from "./audit-claims.js";
import type { AuditVerdict, Claims } from "./claims.js";
import { TableAudit, type AuditTablesOptions } from "./table-audit.js";
import type { TablesFinding } from "./tables/table-finding.js";

/** What an audit finds of several tables. */
export interface TablesAudit {
  /** The audit of each table by itself, in their order. */
  readonly audits: readonly Audit[];
  /** What was found between them: errors, then warnings. */
  readonly findings: readonly TablesFinding[];
  /** `inconsistent` if a table is or two of them are, else `consistent` if any check could be made, else `not-checkable`. */
  readonly verdict: AuditVerdict;
}

/**
 * Audits several tables, of several areas and years, each by itself and against each other.
 *
 * - Equal cells agree: the same `area`, `period` and name is the same number. Printed counts must be equal, a total that
 *   one table prints must be among what another's percentages imply, and a printed percentage equal to the other, or its
 *   rounding where it has fewer decimals. As `claimsFromForm` names the same number alike on every form, this compares
 *   form 2 with form 3, and form 1 with the closing columns of both.
 * - A year opens with what the year before closed with: `poor_open` of 2023 is `poor` of 2022.
 * - With `parents`, the parts of an area add up to it, and where some are missing, those that are there are no more than it.
 * - A total that is more than 10 % from that of the year before, even by the nearest ends, is a warning.
 *
 * A table without area or period, and one with approximate counts, is compared with none.
 *
 * @param tables - The tables; `TableAudit` takes them one by one.
 * @param options - Which areas are parts of which, and which years open anew.
 * @throws {@link PovertyStandardError} `invalid-input` with a path like `tables[2].values.poor`.
 *
 * @example
 * The northern midlands, end of 2023, in two newspapers.
 * ```ts
 * const region = { area: "Trung du và miền núi phía Bắc", period: "2023", values: { multi: 587_952 } };
 * const multi = (printed: string) => [{ part: "multi", whole: "households", printed }];
 * const { verdict, findings } = auditTables([{ ...region, shares: multi("18.20") }, { ...region, id: "B", shares: multi("1.87") }]);
 * verdict; // => "inconsistent"
 * findings.at(-1)?.en; // => "multi as a share of households, Trung du và miền núi phía Bắc (2023), differs between tables: 18.20% (table 1); 1.87% (table B)."
 * ```
 */
export function auditTables(tables: Iterable<Claims>, options: AuditTablesOptions = {}): TablesAudit {
  const given: unknown = tables;
  const isIterable = typeof given === "object" && given !== null && typeof (given as Partial<Iterable<unknown>>)[Symbol.iterator] === "function";
  if (!isIterable) throw unexpected("tables", "expected a list of tables, or another iterable", given);
  const audit = new TableAudit(options);
  const audits: Audit[] = [];
  for (const table of tables) {
    try {
      audits.push(audit.add(table));
    } catch (error) {
      throw placed(error, `tables[${audits.length}]`);
    }
  }
  return { audits, findings: audit.findings(), verdict: audit.verdict() };
}
