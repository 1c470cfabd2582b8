import { formNote } from "./form-note.js";
import { formCitation, formTitles } from "./form-titles.js";
import type { FormCell, FormColumn, FormNote, FormRow, OfficialForm, OfficialFormNumber } from "./form-table.js";

/** Below so many households of a village a count could tell who they are. */
const smallestSafeCount = 5;

/**
 * A form with its title, and with the notes and warnings that follow from its cells.
 *
 * @param number - Its number.
 * @param columns - Its columns.
 * @param rows - Its rows.
 * @param notes - Notes that the data called for.
 */
export function finishedForm(number: OfficialFormNumber, columns: readonly FormColumn[], rows: readonly FormRow[], notes: readonly FormNote[] = []): OfficialForm {
  const hasBlank = rows.some(({ cells }) => cells.includes(null));
  return {
    number, title: formTitles[number], citation: formCitation, columns, rows,
    notes: hasBlank ? [...notes, blankNote] : notes,
    warnings: privacyWarnings(rows),
  };
}

const blankNote = /* @__PURE__ */ formNote("blank-cells", {
  vi: () => "Ô trống: không có số liệu hoặc không tính được; không phải là 0.",
  en: () => "A blank cell: not known, or there is no such share; not 0.",
});

function privacyWarnings(rows: readonly FormRow[]): readonly FormNote[] {
  const villages = new Set(rows.filter(({ level, cells }) => level === "village" && cells.some(isSmall)).map(({ areaCode }) => areaCode)).size;
  if (villages === 0) return [];
  return [formNote("small-cells", {
    vi: (count) => `Có số liệu từ 1 đến ${smallestSafeCount - 1} ở cấp thôn (số thôn: ${count(villages)}): người đọc có thể nhận ra từng hộ. Không công bố khi chưa gộp hoặc che các dòng này.`,
    en: (count) => `Counts from 1 to ${smallestSafeCount - 1} stand in rows of villages (villages: ${count(villages)}): a reader could tell who the households are. Merge or hide these rows before publishing.`,
  })];
}

/** A share of so few tells as much as their number. */
function isSmall(cell: FormCell): boolean {
  const count = typeof cell === "object" ? (cell?.numerator ?? 0) : cell;
  return count > 0 && count < smallestSafeCount;
}
