import { checkedRecord } from "../../core/checked-record.js";
import { PovertyStandardError } from "../../core/errors.js";
import type { MovementColumnNumber, MovementForm } from "../../history/movement-columns.js";
import type { AreaMovements, CountRange, MovementLine } from "../../history/movement-row.js";
import { areaTree, type Area, type AreaTree } from "../area-tree.js";
import { finishedForm } from "./finished-form.js";
import { movementsFormColumns } from "./form-columns.js";
import { formNote } from "./form-note.js";
import { formPlaces, rowsByArea } from "./form-places.js";
import type { FormNote, FormRow, OfficialForm } from "./form-table.js";

/** What forms 2 and 3 are filled from. */
export interface MovementsFormData {
  /** The areas. */
  readonly areas: readonly Area[];
  /** Movements of every area with its parts, as `rollUpMovements` makes them from those of `tabulateMovements`. */
  readonly movements: readonly AreaMovements[];
}

const keys: ReadonlySet<keyof MovementsFormData> = /* @__PURE__ */ new Set<keyof MovementsFormData>(["areas", "movements"]);
const numbers: readonly MovementColumnNumber[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The measure of a line: households or persons. */
type Measure = NonNullable<FormRow["measure"]>;

/**
 * Form 2 or 3.
 *
 * @param form - Which.
 * @param data - What it is filled from.
 */
export function movementsForm(form: MovementForm, data: MovementsFormData): OfficialForm {
  checkedRecord(data, keys, `key of the data of form ${form}`);
  const tree = areaTree(data.areas);
  const movements = rowsByArea(tree, data.movements, "movements", "rollUpMovements");
  requireParts(tree, movements);
  const rows = formPlaces(tree).flatMap((place) => {
    const row = movements.get(place.areaCode) as AreaMovements;
    const table = form === 2 ? row.form2 : row.form3;
    return (["households", "persons"] as const).map((measure): FormRow => {
      const line = table[measure];
      return { ...place, measure, atLeast: [], cells: numbers.map((number) => line.columns[number]), notes: notesOf(row, line, table.open, measure) };
    });
  });
  return finishedForm(form, movementsFormColumns(form), rows);
}

/** A household that moves within an area is in columns 4 and 8 of the parts alone, but never left its opening or closing list. */
function requireParts({ areas, children }: AreaTree, rows: ReadonlyMap<string, AreaMovements>): void {
  const listed = (code: string, form: "form2" | "form3", column: 1 | 9): number => rows.get(code)?.[form].households.columns[column] ?? 0;
  for (const { code } of areas)
    for (const form of ["form2", "form3"] as const)
      for (const column of [1, 9] as const) {
        const parts = (children.get(code) ?? []).reduce((sum, part) => sum + listed(part, form, column), 0);
        if (listed(code, form, column) < parts)
          throw new PovertyStandardError("invalid-input", "expected areas with all their parts, as rollUpMovements adds them; one has fewer households than its parts", "movements");
      }
}

function notesOf(row: AreaMovements, line: MovementLine, open: boolean, measure: Measure): readonly FormNote[] {
  const notes: FormNote[] = [];
  if (open) notes.push(openNote(line.unexplained, measure));
  if (line.entered !== null && line.relapsed !== null && line.newlyArising !== null && line.columns[6] === null)
    notes.push(enteredNote(line.entered, line.relapsed, line.newlyArising));
  const { householdsWithoutPersons } = row;
  if (householdsWithoutPersons !== undefined && lacksPersons(line))
    notes.push(formNote("without-persons", {
      vi: (count) => `Số hộ không có số nhân khẩu: ${count(householdsWithoutPersons)}; ô nào cần đến thì để trống.`,
      en: (count) => `Households without their number of persons: ${count(householdsWithoutPersons)}; the cells that need them are blank.`,
    }));
  return notes;
}

function lacksPersons({ columns, entered, unexplained }: MovementLine): boolean {
  return entered === null || unexplained === null || numbers.some((number) => number !== 6 && number !== 7 && columns[number] === null);
}

const measures: Readonly<Record<Measure, { readonly vi: string; readonly en: string }>> = {
  households: { vi: "hộ", en: "households" },
  persons: { vi: "nhân khẩu", en: "persons" },
};

function openNote(unexplained: number | null, measure: Measure): FormNote {
  const { vi, en } = measures[measure];
  return formNote("unexplained", {
    vi: (count) =>
      `Chưa khép: có hộ không còn trong dữ liệu mà không rõ lý do, chỉ nằm ở cột 1` +
      (unexplained === null ? "." : ` (số ${vi}: ${count(unexplained)}); cột 9 = 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8 − ${count(unexplained)}.`),
    en: (count) =>
      `Open: a household left the records without a reason and is in column 1 alone` +
      (unexplained === null ? "." : ` (${en}: ${count(unexplained)}); column 9 = 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8 − ${count(unexplained)}.`),
  });
}

function enteredNote(entered: number, relapsed: CountRange, newlyArising: CountRange): FormNote {
  return formNote("entered-undetermined", {
    vi: (count) =>
      `Cột 6 và cột 7 cộng lại là ${count(entered)}, chưa tách được vì thiếu lịch sử công nhận: cột 6 từ ${count(relapsed.low)} đến ${count(relapsed.high)}, cột 7 từ ${count(newlyArising.low)} đến ${count(newlyArising.high)}.`,
    en: (count) =>
      `Columns 6 and 7 are ${count(entered)} together and cannot be told apart without the history of recognitions: column 6 from ${count(relapsed.low)} to ${count(relapsed.high)}, column 7 from ${count(newlyArising.low)} to ${count(newlyArising.high)}.`,
  });
}
