import type { LocalizedText } from "../../core/text.js";
import type { Computed, Finding, FindingCode } from "../claims.js";

/** What an audit of several tables finds between them. */
export interface TablesFinding extends Finding {
  /** The tables that it is about, as places in the order in which they came, from 0. */
  readonly tables: readonly number[];
}

/**
 * A finding between tables; the path of a claim begins with its table: `tables[1].values.poor`.
 *
 * @param code - What it is about.
 * @param severity - How grave it is.
 * @param entries - The tables with the claims that were used.
 * @param computed - What was computed.
 * @param text - The sentence.
 */
export function tablesFinding(
  code: FindingCode,
  severity: Finding["severity"],
  entries: readonly { readonly table: number; readonly paths: readonly string[] }[],
  computed: Computed,
  text: LocalizedText,
): TablesFinding {
  return {
    code, severity,
    tables: [...new Set(entries.map(({ table }) => table))].sort((one, other) => one - other),
    claims: entries.flatMap(({ table, paths }) => paths.map((path) => `tables[${table}].${path}`)),
    computed, ...text,
  };
}
