import type { LocalizedText } from "../../core/text.js";
import { movementColumns, type MovementForm } from "../../history/movement-columns.js";
import { decree07 } from "../../law/vietnam/decree-07-2021.js";
import type { FormColumn } from "./form-table.js";

const text = (vi: string, en: string): LocalizedText => ({ vi, en });

const residents = text("Tổng số dân cư", "All residents");
const households = text("Hộ", "Households");
const persons = text("Nhân khẩu", "Persons");
const householdCount = text("Số hộ", "Number of households");
const personCount = text("Số nhân khẩu", "Number of persons");
const share = text("Tỷ lệ", "Rate");
const poor = text("Nghèo", "Poor");
const nearPoor = text("Cận nghèo", "Near-poor");
const average = text(
  "Làm nông nghiệp, lâm nghiệp, ngư nghiệp có mức sống trung bình",
  "Of average living standard, in farming, forestry and fishery",
);

const column = (number: number | null, label: LocalizedText, group: readonly LocalizedText[] = [], formula: string | null = null): FormColumn =>
  ({ number, label, group, formula });

/** The columns of form 1. */
export const ratesFormColumns: readonly FormColumn[] = [
  column(1, householdCount, [residents]),
  column(2, personCount, [residents]),
  column(3, householdCount, [households, poor]),
  column(4, share, [households, poor], "4 = 3/1"),
  column(5, householdCount, [households, nearPoor]),
  column(6, share, [households, nearPoor], "6 = 5/1"),
  column(7, householdCount, [households, average]),
  column(8, share, [households, average], "8 = 7/1"),
  column(9, personCount, [persons, poor]),
  column(10, share, [persons, poor], "10 = 9/2"),
  column(11, personCount, [persons, nearPoor]),
  column(12, share, [persons, nearPoor], "12 = 11/2"),
  column(13, personCount, [persons, average]),
  column(14, share, [persons, average], "14 = 13/2"),
];

const decrease = text("Giảm trong kỳ", "Decrease in the period");
const escaped = text("Thoát nghèo", "Escaped poverty");
const increase = text("Tăng trong kỳ", "Increase in the period");
const balance = "9 = 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8";

/**
 * The columns of form 2 or 3.
 *
 * @param form - The form.
 */
export function movementsFormColumns(form: MovementForm): readonly FormColumn[] {
  return movementColumns[form].map(({ column: number, label }) => column(number, label, groupOf(form, number), number === 9 ? balance : null));
}

function groupOf(form: MovementForm, number: number): readonly LocalizedText[] {
  if (number === 1 || number === 9) return [];
  if (number > 4) return [increase];
  // On form 2 both becoming near-poor and passing the near-poor line are an escape.
  return form === 2 && number < 4 ? [decrease, escaped] : [decrease];
}

/** A list that forms 4 to 7 analyse. */
export type AnalysedClass = "poor" | "nearPoor";

const analysed: Readonly<Record<AnalysedClass, Readonly<Record<"total" | "counts" | "shares", LocalizedText>>>> = {
  poor: {
    total: text("Tổng số hộ nghèo", "All poor households"),
    counts: text("Số hộ nghèo thiếu hụt chỉ số", "Poor households deprived in"),
    shares: text("Tỷ lệ hộ nghèo thiếu hụt chỉ số so với tổng số hộ nghèo", "Share of all poor households deprived in"),
  },
  nearPoor: {
    total: text("Tổng số hộ cận nghèo", "All near-poor households"),
    counts: text("Số hộ cận nghèo thiếu hụt chỉ số", "Near-poor households deprived in"),
    shares: text("Tỷ lệ hộ cận nghèo thiếu hụt chỉ số so với tổng số hộ cận nghèo", "Share of all near-poor households deprived in"),
  },
};

/**
 * The columns of forms 4 to 7: the total, then the twelve indicators of Decree 07/2021/NĐ-CP by their numbers.
 *
 * @param found - Whose deprivations.
 * @param kind - Their numbers, or their shares of the total.
 */
export function deprivationsFormColumns(found: AnalysedClass, kind: "counts" | "shares"): readonly FormColumn[] {
  const { total, [kind]: group } = analysed[found];
  return [column(null, total), ...decree07.indicators.map(({ label }, index) => column(index + 1, capitalised(label), [group]))];
}

function capitalised({ vi, en }: LocalizedText): LocalizedText {
  return { vi, en: en.charAt(0).toUpperCase() + en.slice(1) };
}
