import { checkedRecord, unexpected } from "../core/checked-record.js";
import { auditTable, type Audit } from "./audit-claims.js";
import { claimTable } from "./claim-table.js";
import type { AuditVerdict, Claims } from "./claims.js";
import { partsFromParents } from "./parts-from-parents.js";
import { areaSums } from "./tables/area-sums.js";
import { equalCells, equalRates } from "./tables/equal-cells.js";
import { openings } from "./tables/openings.js";
import { TableCells } from "./tables/table-cells.js";
import type { TablesFinding } from "./tables/table-finding.js";
import { totalJumps } from "./tables/total-jumps.js";

/** What several tables do not say themselves. */
export interface AuditTablesOptions {
  /**
   * The area that each one is part of, in the words of the tables (`area`, or the codes of forms), for example
   * `areaTree(areas).parents`. It must name all parts of an area or none. Without it no areas are added up: no hierarchy
   * is guessed from names.
   */
  readonly parents?: ReadonlyMap<string, string | null> | null | undefined;
  /**
   * Years whose opening counts are not the closing counts of the year before, because they were made anew under another
   * standard.
   */
  readonly baselineYears?: Iterable<number> | null | undefined;
}

const optionKeys: ReadonlySet<keyof AuditTablesOptions> = /* @__PURE__ */ new Set<keyof AuditTablesOptions>(["parents", "baselineYears"]);

interface Across {
  readonly findings: readonly TablesFinding[];
  readonly isMade: boolean;
}

/**
 * Audits tables one by one, and against each other, so that a caller who reads them line by line can leave out a bad one
 * and go on.
 *
 * It keeps the numbers of every table with their places, not the tables.
 *
 * @example
 * ```ts
 * const tables = new TableAudit();
 * const table = (period: string, values: Record<string, number>) => ({ area: "Kon Tum", period, values });
 * tables.add(table("2022", { poor: 15643 })).verdict; // => "not-checkable"
 * tables.add(table("2023", { poor_open: 15634, poor: 10220 })).verdict; // => "not-checkable"
 * tables.findings().map(({ en }) => en); // => ["poor_open of Kon Tum (2023) is 15,634 (table 2), but poor (2022) is 15,643 (table 1): a year opens with what the year before closed with."]
 * tables.verdict(); // => "inconsistent"
 * ```
 */
export class TableAudit {
  readonly #parts: ReadonlyMap<string, readonly string[]>;
  readonly #baselineYears: ReadonlySet<number>;
  readonly #cells = new TableCells();
  readonly #names: (string | number)[] = [];
  readonly #verdicts = new Set<AuditVerdict>();
  /** `null` when a table came since. */
  #across: Across | null = null;

  /**
   * Starts without tables.
   *
   * @param options - As for `auditTables`.
   * @throws {@link PovertyStandardError} `invalid-input` for what is wrong with the options.
   */
  constructor(options: AuditTablesOptions = {}) {
    const { parents, baselineYears } = checkedRecord(options, optionKeys, "option of auditTables") as AuditTablesOptions;
    this.#parts = partsFromParents(parents ?? new Map<string, null>());
    this.#baselineYears = new Set(baselineYears ?? []);
    for (const year of this.#baselineYears) if (!Number.isSafeInteger(year)) throw unexpected("baselineYears", "expected years as whole numbers", year);
  }

  /**
   * Audits a table and remembers its numbers.
   *
   * @param claims - The table.
   * @returns Its own audit.
   * @throws {@link PovertyStandardError} `invalid-input` with the path of what is no claim; then nothing was changed.
   */
  add(claims: Claims): Audit {
    const table = claimTable(claims);
    const audit = auditTable(table);
    const index = this.#names.length;
    this.#names.push(claims.id ?? index + 1);
    this.#verdicts.add(audit.verdict);
    // Rounded counts are equal to nothing.
    if (!audit.approximate) this.#cells.add(index, claims, table, audit.implied);
    this.#across = null;
    return audit;
  }

  /** What was found between the tables that came so far: errors, then warnings. */
  findings(): readonly TablesFinding[] {
    return this.#compared().findings;
  }

  /** `inconsistent` if a table is or two of them are, else `consistent` if any check could be made, else `not-checkable`. */
  verdict(): AuditVerdict {
    const { findings, isMade } = this.#compared();
    if (this.#verdicts.has("inconsistent") || findings.some(({ severity }) => severity === "error")) return "inconsistent";
    return isMade || this.#verdicts.has("consistent") ? "consistent" : "not-checkable";
  }

  #compared(): Across {
    if (this.#across !== null) return this.#across;
    const made = [
      equalCells(this.#cells, this.#names),
      equalRates(this.#cells, this.#names),
      openings(this.#cells, this.#names, this.#baselineYears),
      areaSums(this.#cells, this.#names, this.#parts),
    ];
    this.#across = {
      findings: [...made.flatMap(({ findings }) => findings), ...totalJumps(this.#cells)],
      isMade: made.some(({ isMade }) => isMade),
    };
    return this.#across;
  }
}
