import type { LocalizedText } from "../core/text.js";
import { cite, type Citation } from "../law/citation.js";
import { circularDocument07 } from "../law/vietnam/documents.js";

/** An official table of movements: form 2 follows the list of poor households, form 3 that of near-poor ones. */
export type MovementForm = 2 | 3;

/** The forms of movements. */
export const movementForms: readonly MovementForm[] = [2, 3];

/** Number of a column of form 2 or 3. */
export type MovementColumnNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/**
 * What a household did, as one form sees it.
 *
 * - `not-listed`: it was on the list of the form neither before nor after.
 * - `stays`: it was on it before and after.
 * - `unexplained`: it was on it, is not in the records any more, and no reason was given. In no column.
 * - form 2: `became-near-poor` (2), `passed-near-poor-line` (3), `near-poor-became-poor` (5).
 * - form 3: `escaped-near-poverty` (2), `became-poor` (3), `poor-became-near-poor` (5).
 * - both: `other-decrease` (4), `relapsed` (6), `newly-arising` (7), `other-increase` (8).
 */
export type MovementCode =
  | "not-listed" | "stays" | "unexplained"
  | "became-near-poor" | "passed-near-poor-line" | "near-poor-became-poor"
  | "escaped-near-poverty" | "became-poor" | "poor-became-near-poor"
  | "other-decrease" | "relapsed" | "newly-arising" | "other-increase";

/** A column of form 2 or 3. */
export interface MovementColumn {
  /** The form. */
  readonly form: MovementForm;
  /** Its number in the form. */
  readonly column: MovementColumnNumber;
  /** What is counted in it. */
  readonly code: MovementCode | "opening" | "closing";
  /** Its official title and an English one. */
  readonly label: LocalizedText;
  /** Where it stands, and what in it is a reading. */
  readonly citation: Citation;
}

const seenAt = ["public report templates of a province, 2023–2024"];

const formCitation = /* @__PURE__ */ cite(circularDocument07, null, "reported", { seenAt });

const escapeCitation = /* @__PURE__ */ cite(circularDocument07, null, "reported", {
  seenAt,
  note: {
    vi: "Hộ nghèo trở thành hộ cận nghèo và hộ nghèo vượt chuẩn cận nghèo đều là thoát nghèo.",
    en: "Poor households that become near-poor and poor households that pass the near-poor line have both escaped poverty.",
  },
});

const relapseCitation = /* @__PURE__ */ cite(circularDocument07, null, "unverified", {
  seenAt,
  note: {
    vi: "Cách hiểu: căn cứ các lần công nhận trước, theo bất kỳ chuẩn nào. Vào danh sách hộ nghèo: tái nghèo nếu trước đó đã từng là hộ nghèo. Vào danh sách hộ cận nghèo: tái cận nghèo nếu đã từng là hộ nghèo hoặc hộ cận nghèo. Chưa tìm thấy quy định về thời hạn.",
    en: "A reading: earlier recognitions decide, under whatever standard. On the poor list a household relapses that was poor before; on the near-poor list one that was poor or near-poor before. No official limit in time was found.",
  },
});

/** The columns of forms 2 and 3, in order. 9 = 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8. */
export const movementColumns: Readonly<Record<MovementForm, readonly MovementColumn[]>> = {
  2: [
    { form: 2, column: 1, code: "opening", label: { vi: "Tổng số hộ nghèo đầu kỳ", en: "Poor households at the start of the period" }, citation: formCitation },
    { form: 2, column: 2, code: "became-near-poor", label: { vi: "Trở thành hộ cận nghèo", en: "Became near-poor" }, citation: escapeCitation },
    { form: 2, column: 3, code: "passed-near-poor-line", label: { vi: "Vượt chuẩn cận nghèo", en: "Passed the near-poor line" }, citation: escapeCitation },
    { form: 2, column: 4, code: "other-decrease", label: { vi: "Hộ khác (giảm)", en: "Other decrease" }, citation: formCitation },
    { form: 2, column: 5, code: "near-poor-became-poor", label: { vi: "Hộ cận nghèo trở thành hộ nghèo", en: "Near-poor households that became poor" }, citation: formCitation },
    { form: 2, column: 6, code: "relapsed", label: { vi: "Tái nghèo", en: "Relapsed into poverty" }, citation: relapseCitation },
    { form: 2, column: 7, code: "newly-arising", label: { vi: "Phát sinh mới", en: "Newly arising" }, citation: relapseCitation },
    { form: 2, column: 8, code: "other-increase", label: { vi: "Hộ khác (tăng)", en: "Other increase" }, citation: formCitation },
    { form: 2, column: 9, code: "closing", label: { vi: "Tổng số hộ nghèo cuối kỳ", en: "Poor households at the end of the period" }, citation: formCitation },
  ],
  3: [
    { form: 3, column: 1, code: "opening", label: { vi: "Tổng số hộ cận nghèo đầu kỳ", en: "Near-poor households at the start of the period" }, citation: formCitation },
    { form: 3, column: 2, code: "escaped-near-poverty", label: { vi: "Thoát cận nghèo", en: "Escaped near-poverty" }, citation: formCitation },
    { form: 3, column: 3, code: "became-poor", label: { vi: "Trở thành hộ nghèo", en: "Became poor" }, citation: formCitation },
    { form: 3, column: 4, code: "other-decrease", label: { vi: "Hộ khác (giảm)", en: "Other decrease" }, citation: formCitation },
    { form: 3, column: 5, code: "poor-became-near-poor", label: { vi: "Hộ nghèo trở thành hộ cận nghèo", en: "Poor households that became near-poor" }, citation: formCitation },
    { form: 3, column: 6, code: "relapsed", label: { vi: "Tái cận nghèo", en: "Relapsed into near-poverty" }, citation: relapseCitation },
    { form: 3, column: 7, code: "newly-arising", label: { vi: "Phát sinh mới", en: "Newly arising" }, citation: relapseCitation },
    { form: 3, column: 8, code: "other-increase", label: { vi: "Hộ khác (tăng)", en: "Other increase" }, citation: formCitation },
    { form: 3, column: 9, code: "closing", label: { vi: "Tổng số hộ cận nghèo cuối kỳ", en: "Near-poor households at the end of the period" }, citation: formCitation },
  ],
};

/**
 * The column in which a movement is counted.
 *
 * @param form - The form.
 * @param code - The movement.
 * @returns `null` for a movement that is in no column.
 */
export function columnOf(form: MovementForm, code: MovementCode): MovementColumn | null {
  return movementColumns[form].find((column) => column.code === code) ?? null;
}
