import { sentence } from "../audit-text.js";
import type { Comparison } from "./equal-cells.js";
import { printedCount, type Cell, type TableCells } from "./table-cells.js";
import { tablesFinding, type TablesFinding } from "./table-finding.js";
import { namedTables, type TableNames } from "./table-names.js";

/**
 * The parts of an area add up to it in every count; where not all parts are printed, they are no more than it.
 *
 * @param cells - The numbers of the tables.
 * @param names - The names of the tables.
 * @param parts - The parts of each area, all of them.
 */
export function areaSums(cells: TableCells, names: TableNames, parts: ReadonlyMap<string, readonly string[]>): Comparison {
  let isMade = false;
  const findings: TablesFinding[] = [];
  if (parts.size === 0) return { findings, isMade };
  for (const cell of cells.cells.values()) {
    const areas = parts.get(cell.area);
    const whole = printedCount(cell);
    if (areas === undefined || whole === null || cells.addsAreas(whole.entry.table, cell)) continue;
    const known = areas.map((area) => printedCount(cells.at({ ...cell, area }))).filter((part) => part !== null);
    if (known.length === 0) continue;
    const sum = known.reduce((total, { value }) => total + BigInt(value), 0n);
    const isComplete = known.length === areas.length;
    // Some of the parts within the whole are no check that was passed.
    isMade ||= isComplete || sum > BigInt(whole.value);
    if (isComplete ? sum === BigInt(whole.value) : sum <= BigInt(whole.value)) continue;
    const entries = [whole.entry, ...known.map(({ entry }) => entry)];
    findings.push(sumFinding(cell, whole.value, sum, entries, { isComplete, count: known.length }, names));
  }
  return { findings, isMade };
}

function sumFinding(
  { area, period, name }: Cell,
  whole: number,
  sum: bigint,
  entries: Cell["entries"],
  { isComplete, count }: { readonly isComplete: boolean; readonly count: number },
  names: TableNames,
): TablesFinding {
  const [gap, isMore] = sum > BigInt(whole) ? [sum - BigInt(whole), false] : [BigInt(whole) - sum, true];
  const table = entries.slice(0, 1).map((entry) => entry.table);
  return tablesFinding(isComplete ? "sum-differs" : "part-exceeds-whole", "error", entries, Number(sum), sentence(
    (say) => `${name} của ${area} (${period}) in là ${say.count(whole)} (${namedTables(table, names, say)}), còn các đơn vị trực thuộc${isComplete ? "" : " đã biết"} (${say.count(count)}) cộng lại là ${say.count(sum)}: ${isMore ? "thừa" : "thiếu"} ${say.count(gap)}${isComplete ? "" : " trở lên"}.`,
    (say) => `${name} of ${area} (${period}) is printed as ${say.count(whole)} (${namedTables(table, names, say)}), but its${isComplete ? "" : " known"} parts (${say.count(count)}) add up to ${say.count(sum)}: ${isComplete ? "" : "at least "}${say.count(gap)} too ${isMore ? "many" : "few"}.`,
  ));
}
