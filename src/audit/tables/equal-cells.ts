import { appendTo } from "../../core/append-to.js";
import { sentence, type Phrases } from "../audit-text.js";
import { rateText, type PrintedRate } from "../printed-rate.js";
import { agreed, type Cell, type CellEntry, type RateCell, type TableCells } from "./table-cells.js";
import { tablesFinding, type TablesFinding } from "./table-finding.js";
import { namedTables, type TableNames } from "./table-names.js";

/** What a comparison of tables finds. */
export interface Comparison {
  /** What is wrong. */
  readonly findings: readonly TablesFinding[];
  /** Whether there was anything to compare. */
  readonly isMade: boolean;
}

/**
 * The same area, period and name is the same number in every table: printed counts are equal, what percentages imply
 * has room for them.
 *
 * @param cells - The numbers of the tables.
 * @param names - The names of the tables.
 */
export function equalCells({ cells }: TableCells, names: TableNames): Comparison {
  const shared = [...cells.values()].filter(({ entries }) => areOfSeveralTables(entries));
  const findings = shared.filter((cell) => isEmpty(agreed(cell))).map((cell) => cellFinding(cell, names));
  return { findings, isMade: shared.length > 0 };
}

function isEmpty({ low, high }: { readonly low: number; readonly high: number }): boolean {
  return low > high;
}

function areOfSeveralTables(entries: readonly { readonly table: number }[]): boolean {
  return entries.some(({ table }) => table !== entries[0]?.table);
}

function cellFinding(cell: Cell, names: TableNames): TablesFinding {
  const { area, period, name, entries } = cell;
  return tablesFinding("cells-differ", "error", entries, null, sentence(
    (say) => `${name} của ${area} (${period}) khác nhau giữa các bảng: ${byValue(entries, entryText, names, say)}.`,
    (say) => `${name} of ${area} (${period}) differs between tables: ${byValue(entries, entryText, names, say)}.`,
  ));
}

function entryText({ bounds, isPrinted }: CellEntry, { range, locale }: Phrases): string {
  return range(bounds) + (isPrinted ? "" : locale === "vi" ? " theo các tỷ lệ" : " by its percentages");
}

/**
 * The same percentage is printed alike in every table; one with fewer decimals may be the rounding of one with more.
 *
 * @param cells - The numbers of the tables.
 * @param names - The names of the tables.
 */
export function equalRates({ rates }: TableCells, names: TableNames): Comparison {
  const shared = [...rates.values()].filter(({ entries }) => areOfSeveralTables(entries));
  const findings = shared.filter(({ entries }) => !agree(entries.map(({ rate }) => rate))).map((cell) => rateFinding(cell, names));
  return { findings, isMade: shared.length > 0 };
}

/** Of many tables few texts are different. */
function agree(rates: readonly PrintedRate[]): boolean {
  const different = [...new Map(rates.map((rate) => [rateText(rate), rate])).values()];
  return different.every((one, index) => different.slice(index + 1).every((other) => canBeRounding(one, other)));
}

/** Half a unit of the coarser one at most, as in checks of shares both ends allowed; with as many decimals no difference. */
function canBeRounding(one: PrintedRate, other: PrintedRate): boolean {
  const [coarse, fine] = one.decimals <= other.decimals ? [one, other] : [other, one];
  const unit = 10n ** BigInt(fine.decimals - coarse.decimals);
  const difference = 2n * (BigInt(coarse.units) * unit - BigInt(fine.units));
  return difference <= unit && -difference <= unit;
}

function rateFinding({ area, period, parts, whole, entries }: RateCell, names: TableNames): TablesFinding {
  const text = ({ rate }: RateCell["entries"][number], { percent }: Phrases): string => percent(rate);
  return tablesFinding("cells-differ", "error", entries, null, sentence(
    (say) => `Tỷ lệ ${parts.join(" / ")} trên ${whole} của ${area} (${period}) khác nhau giữa các bảng: ${byValue(entries, text, names, say)}.`,
    (say) => `${parts.join(" / ")} as a share of ${whole}, ${area} (${period}), differs between tables: ${byValue(entries, text, names, say)}.`,
  ));
}

/** `10,220 (table A, table B); 10,202 (table C)`. */
function byValue<Entry extends { readonly table: number }>(entries: readonly Entry[], text: (entry: Entry, say: Phrases) => string, names: TableNames, say: Phrases): string {
  const tables = new Map<string, number[]>();
  for (const entry of entries) {
    appendTo(tables, text(entry, say), entry.table);
  }
  return Array.from(tables, ([value, some]) => `${value} (${namedTables(some, names, say)})`).join("; ");
}
