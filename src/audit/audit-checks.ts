import { additionCheck, type AdditionCheck } from "./addition-check.js";
import type { ClaimTable } from "./claim-table.js";
import { rateSumCheck, type RateSumCheck } from "./rate-sum-check.js";
import { shareChecks, type ShareCheck } from "./share-check.js";

/** A check of a table. */
export type AuditCheck = ShareCheck | AdditionCheck | RateSumCheck;

/**
 * All checks of a table, in the order of its claims. An incomplete balance is none: it may close with anything.
 *
 * @param table - The table.
 */
export function auditChecks(table: ClaimTable): readonly AuditCheck[] {
  return [
    ...shareChecks(table),
    ...table.additions.filter(({ complete }) => complete).map(additionCheck),
    ...table.rateSums.map(rateSumCheck),
  ];
}
