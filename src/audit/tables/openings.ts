import { sentence } from "../audit-text.js";
import type { Comparison } from "./equal-cells.js";
import { periodText, yearOf } from "./period.js";
import type { Cell, TableCells } from "./table-cells.js";
import { tablesFinding, type TablesFinding } from "./table-finding.js";
import { namedTables, type TableNames } from "./table-names.js";

/** `poor_open` opens what `poor` closes, in persons `poor_open_people` what `poor_people` does. */
const openingName = /^(.+)_open(_people)?$/;

/**
 * A year opens with the count with which the year before closed: `poor_open` of 2023 is `poor` of 2022. Only periods
 * that are a year are compared: what a part of a year opens with is told by no year before it.
 *
 * @param cells - The numbers of the tables.
 * @param names - The names of the tables.
 * @param baselineYears - Years that open anew, under another standard.
 */
export function openings(cells: TableCells, names: TableNames, baselineYears: ReadonlySet<number>): Comparison {
  let isMade = false;
  const findings: TablesFinding[] = [];
  for (const opening of cells.cells.values()) {
    const found = openingName.exec(opening.name);
    const period = yearOf(opening.period);
    if (found === null || period === null || period.rest !== "" || baselineYears.has(period.year)) continue;
    const closing = cells.at({ area: opening.area, period: periodText({ year: period.year - 1, rest: "" }), name: `${found[1] ?? ""}${found[2] ?? ""}` });
    if (closing === null) continue;
    const [opens, closes] = [printedEntries(opening), printedEntries(closing)];
    if (opens.length === 0 || closes.length === 0) continue;
    isMade = true;
    // Where tables differ among themselves, that was told; here it is enough that one of them fits.
    if (opens.some((one) => closes.some((other) => one.bounds.low === other.bounds.low))) continue;
    findings.push(openingFinding(opening, closing, names));
  }
  return { findings, isMade };
}

function printedEntries({ entries }: Cell): Cell["entries"] {
  return entries.filter(({ isPrinted }) => isPrinted);
}

function openingFinding(opening: Cell, closing: Cell, tableNames: TableNames): TablesFinding {
  const [opens, closes] = [printedEntries(opening), printedEntries(closing)];
  const value = (entries: Cell["entries"]): number => entries[0]?.bounds.low ?? 0;
  const tables = (entries: Cell["entries"]): readonly number[] => entries.map(({ table }) => table);
  const { area } = opening;
  return tablesFinding("cells-differ", "error", [...opens, ...closes], value(closes), sentence(
    (say) => `${opening.name} của ${area} (${opening.period}) là ${say.count(value(opens))} (${namedTables(tables(opens), tableNames, say)}), còn ${closing.name} (${closing.period}) là ${say.count(value(closes))} (${namedTables(tables(closes), tableNames, say)}): số đầu kỳ phải bằng số cuối kỳ trước.`,
    (say) => `${opening.name} of ${area} (${opening.period}) is ${say.count(value(opens))} (${namedTables(tables(opens), tableNames, say)}), but ${closing.name} (${closing.period}) is ${say.count(value(closes))} (${namedTables(tables(closes), tableNames, say)}): a year opens with what the year before closed with.`,
  ));
}
