import { unexpected } from "../../core/checked-record.js";
import { auditChecks } from "../audit-checks.js";
import { claimTable } from "../claim-table.js";
import type { Claims } from "../claims.js";
import { explainRepair } from "./explain-repair.js";
import { RepairSearch } from "./repair-search.js";
import type { Repairs } from "./repair.js";

/** How far the search for repairs goes. */
export interface RepairOptions {
  /** How many numbers are tried at most; 100,000 unless told. The same bound gives the same answer on every machine. */
  readonly maxSteps?: number | undefined;
}

/**
 * The smallest edits after which every check of a table passes: the number of edited numbers is least, no edit breaks a
 * check that passes, and of the repairs with as many edits all are given.
 *
 * A repair is a guess at what was meant, never a correction: only who printed the table can say.
 *
 * @param claims - The table as data.
 * @param options - How far to search.
 * @returns No repair for a table without errors, or where none was found.
 * @throws {@link PovertyStandardError} `invalid-input` with the path of what is no claim.
 *
 * @example
 * The country in 2014: two digits of a number, and one repair that is an order of magnitude likelier than the rest.
 * ```ts
 * const { repairs } = suggestRepairs({
 *   values: { poor: 1_442_261, poor_minority: 663_563 },
 *   shares: [{ part: "poor_minority", whole: "poor", printed: "46.66" }],
 * });
 * repairs[0]?.edits; // => [{ path: "values.poor", from: 1442261, to: 1422261, kind: "digit-replaced" }]
 * ```
 */
export function suggestRepairs(claims: Claims, options: RepairOptions = {}): Repairs {
  const { maxSteps = 100_000 } = options;
  if (!Number.isSafeInteger(maxSteps) || maxSteps < 0) throw unexpected("maxSteps", "expected a whole number of 0 or more", maxSteps);
  const table = claimTable(claims);
  if (table.approximate) return { repairs: [], stopped: false };
  const search = new RepairSearch(table, auditChecks(table), maxSteps);
  const found = search.run();
  return {
    repairs: found.map(({ edits, weight }) => ({ edits, weight, explains: explainRepair(edits, table) })),
    stopped: search.stopped,
  };
}
