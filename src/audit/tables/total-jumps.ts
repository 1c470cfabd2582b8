import { sentence } from "../audit-text.js";
import type { Bounds } from "../rounding.js";
import { periodText, yearOf } from "./period.js";
import { agreed, type Cell, type TableCells } from "./table-cells.js";
import { tablesFinding, type TablesFinding } from "./table-finding.js";

/**
 * So many percent a total may change from year to year without being looked at. In published tables resident households
 * change by one to four; more than ten is a misprint, another area under the same name, or another way of counting.
 */
const usualChange = 10;

/**
 * Totals that are far from those of the year before: printed, or implied by percentages and then by their nearest ends.
 * Only totals that are no part of another are meant, since poor households do fall by more in a year.
 *
 * @param cells - The numbers of the tables.
 */
export function totalJumps(cells: TableCells): readonly TablesFinding[] {
  return [...cells.cells.values()].flatMap((cell): TablesFinding[] => {
    if (!cells.wholes.has(cell.name) || cells.parts.has(cell.name)) return [];
    const period = yearOf(cell.period);
    if (period === null) return [];
    const { year, rest } = period;
    // June is compared with June, and "preliminary" with "preliminary".
    const before = cells.at({ ...cell, period: periodText({ year: year - 1, rest }) });
    if (before === null) return [];
    const [then, now] = [agreed(before), agreed(cell)];
    // Of numbers that differ between tables none can be compared.
    if (then.low > then.high || now.low > now.high || !(isFar(then, now) || isFar(now, then))) return [];
    return [jump(before, cell, then, now)];
  });
}

/** Whether all of what is higher is more than the usual change above all of what is lower. */
function isFar(lower: Bounds, higher: Bounds): boolean {
  return lower.high < higher.low && BigInt(higher.low) * 100n > BigInt(lower.high) * BigInt(100 + usualChange);
}

function jump(before: Cell, cell: Cell, then: Bounds, now: Bounds): TablesFinding {
  const { area, name } = cell;
  return tablesFinding("total-jumps", "warning", [...before.entries, ...cell.entries], null, sentence(
    ({ range }) => `${name} của ${area} là ${range(then)} (${before.period}), rồi ${range(now)} (${cell.period}): chênh nhau hơn ${usualChange}%.`,
    ({ range }) => `${name} of ${area} is ${range(then)} (${before.period}), then ${range(now)} (${cell.period}): more than ${usualChange}% apart.`,
  ));
}
