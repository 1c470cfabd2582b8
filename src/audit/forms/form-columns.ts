import type { LocalizedText } from "../../core/text.js";
import type { Measure } from "../measure.js";

/** The number of an official table whose columns are held. */
export type PrintedFormNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A column as claims name it. The same name on two forms is the same number, so that forms can be compared. */
export interface FormClaimColumn {
  /** Its number on the sheet; `null` for the total of forms 4 to 7. */
  readonly number: number | null;
  /** Its titles; none where the sheet tells columns apart by their headings and numbers alone, as form 1 does. */
  readonly titles: readonly LocalizedText[];
  /** The name of its count, or of its percentage's part and whole. */
  readonly holds: CountColumn | RateColumn;
}

/** A column of counts. */
export interface CountColumn {
  /** `poor`; that of persons in it ends in `_people`. */
  readonly name: string;
  /** What it counts; `null` where the line says it. */
  readonly measure: Measure | null;
}

/** A column of percentages. */
export interface RateColumn {
  /** Name of the count that is a share. */
  readonly part: string;
  /** Name of the whole. */
  readonly whole: string;
}

/** The end of the name of a count of persons. */
export const personsSuffix = "_people";

const text = (vi: string, en: string): LocalizedText => ({ vi, en });
const count = (number: number | null, name: string, measure: Measure | null, ...titles: readonly LocalizedText[]): FormClaimColumn => ({ number, titles, holds: { name, measure } });
const rate = (number: number, part: string, whole: string, ...titles: readonly LocalizedText[]): FormClaimColumn => ({ number, titles, holds: { part, whole } });

const form1: readonly FormClaimColumn[] = [
  count(1, "households", "households"),
  count(2, "people", "persons"),
  count(3, "poor", "households"),
  rate(4, "poor", "households"),
  count(5, "near", "households"),
  rate(6, "near", "households"),
  count(7, "average", "households"),
  rate(8, "average", "households"),
  count(9, "poor_people", "persons"),
  rate(10, "poor_people", "people"),
  count(11, "near_people", "persons"),
  rate(12, "near_people", "people"),
  count(13, "average_people", "persons"),
  rate(14, "average_people", "people"),
];

const otherDecrease = text("Hộ khác (giảm)", "Other decrease");
const newlyArising = text("Phát sinh mới", "Newly arising");
const otherIncrease = text("Hộ khác (tăng)", "Other increase");

const form2: readonly FormClaimColumn[] = [
  count(1, "poor_open", null, text("Tổng số hộ nghèo đầu kỳ", "Poor households at the start of the period")),
  count(2, "poor_to_near", null, text("Trở thành hộ cận nghèo", "Became near-poor")),
  count(3, "poor_escaped", null, text("Vượt chuẩn cận nghèo", "Passed the near-poor line")),
  count(4, "poor_other_decrease", null, otherDecrease),
  count(5, "near_to_poor", null, text("Hộ cận nghèo trở thành hộ nghèo", "Near-poor households that became poor")),
  count(6, "poor_relapsed", null, text("Tái nghèo", "Relapsed into poverty")),
  count(7, "poor_new", null, newlyArising),
  count(8, "poor_other_increase", null, otherIncrease),
  count(9, "poor", null, text("Tổng số hộ nghèo cuối kỳ", "Poor households at the end of the period")),
];

const form3: readonly FormClaimColumn[] = [
  count(1, "near_open", null, text("Tổng số hộ cận nghèo đầu kỳ", "Near-poor households at the start of the period")),
  count(2, "near_escaped", null, text("Thoát cận nghèo", "Escaped near-poverty")),
  // Column 5 of form 2; and column 5 here is column 2 there: one movement, one name.
  count(3, "near_to_poor", null, text("Trở thành hộ nghèo", "Became poor")),
  count(4, "near_other_decrease", null, otherDecrease),
  count(5, "poor_to_near", null, text("Hộ nghèo trở thành hộ cận nghèo", "Poor households that became near-poor")),
  count(6, "near_relapsed", null, text("Tái cận nghèo", "Relapsed into near-poverty")),
  count(7, "near_new", null, newlyArising),
  count(8, "near_other_increase", null, otherIncrease),
  count(9, "near", null, text("Tổng số hộ cận nghèo cuối kỳ", "Near-poor households at the end of the period")),
];

const indicators: readonly LocalizedText[] = [
  text("Việc làm", "Employment"),
  text("Người phụ thuộc trong hộ gia đình", "Dependents in the household"),
  text("Dinh dưỡng", "Nutrition"),
  text("Bảo hiểm y tế", "Health insurance"),
  text("Trình độ giáo dục của người lớn", "Adult education"),
  text("Tình trạng đi học của trẻ em", "Children's schooling"),
  text("Chất lượng nhà ở", "Housing quality"),
  text("Diện tích nhà ở bình quân đầu người", "Floor area per person"),
  text("Nguồn nước sinh hoạt", "Water"),
  text("Nhà tiêu hợp vệ sinh", "Sanitary toilet"),
  text("Sử dụng dịch vụ viễn thông", "Telecommunication services"),
  text("Phương tiện phục vụ tiếp cận thông tin", "Means of information"),
];

const totals = {
  poor: text("Tổng số hộ nghèo", "All poor households"),
  near: text("Tổng số hộ cận nghèo", "All near-poor households"),
};

function deprivations(list: "poor" | "near", column: (number: number, part: string, title: LocalizedText) => FormClaimColumn): readonly FormClaimColumn[] {
  return [count(null, list, "households", totals[list]), ...indicators.map((title, index) => column(index + 1, `${list}_deprived_${index + 1}`, title))];
}

const counted = (number: number, part: string, title: LocalizedText): FormClaimColumn => count(number, part, "households", title);

/**
 * The columns of forms 1 to 7 as claims name them.
 *
 * @source Circular 07/2021/TT-BLĐTBXH, forms 1 to 7, as provinces fill them.
 */
export const formClaimColumns: Readonly<Record<PrintedFormNumber, readonly FormClaimColumn[]>> = /* @__PURE__ */ (() => ({
  1: form1,
  2: form2,
  3: form3,
  4: deprivations("poor", counted),
  5: deprivations("poor", (number, part, title) => rate(number, part, "poor", title)),
  6: deprivations("near", counted),
  7: deprivations("near", (number, part, title) => rate(number, part, "near", title)),
}))();

/** The balance of forms 2 and 3: the sign of each column before the last, which is the closing one. */
export const balanceSigns: readonly (1 | -1)[] = [1, -1, -1, -1, 1, 1, 1, 1];

/** Headings over the columns of forms that could be taken for one another. */
export const formHeadings: readonly { readonly form: PrintedFormNumber; readonly title: LocalizedText }[] = [
  { form: 1, title: text("Tổng số dân cư", "All residents") },
  { form: 4, title: text("Số hộ nghèo thiếu hụt chỉ số", "Poor households deprived in") },
  { form: 5, title: text("Tỷ lệ hộ nghèo thiếu hụt chỉ số so với tổng số hộ nghèo", "Share of all poor households deprived in") },
  { form: 6, title: text("Số hộ cận nghèo thiếu hụt chỉ số", "Near-poor households deprived in") },
  { form: 7, title: text("Tỷ lệ hộ cận nghèo thiếu hụt chỉ số so với tổng số hộ cận nghèo", "Share of all near-poor households deprived in") },
];
