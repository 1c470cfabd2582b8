import type { LocalizedText } from "../../core/text.js";
import type { AuditVerdict, Finding } from "../claims.js";

/** Verdicts as a reader sees them; "consistent" must not sound like "right". */
export const verdictWords: Readonly<Record<AuditVerdict, LocalizedText>> = {
  consistent: { vi: "Không thấy mâu thuẫn", en: "Consistent" },
  inconsistent: { vi: "Mâu thuẫn", en: "Inconsistent" },
  "not-checkable": { vi: "Không kiểm tra được", en: "Not checkable" },
};

/** How much a finding weighs. */
export const severityWords: Readonly<Record<Finding["severity"], LocalizedText>> = {
  error: { vi: "Lỗi", en: "Error" },
  warning: { vi: "Cảnh báo", en: "Warning" },
  note: { vi: "Ghi chú", en: "Note" },
};

/** Words of a report beside its findings. */
export const reportWords = {
  title: { vi: "Kiểm tra số liệu đã công bố", en: "Audit of published tables" },
  table: { vi: "Bảng", en: "Table" },
  verdict: { vi: "Kết quả", en: "Verdict" },
  allTables: { vi: "Tất cả các bảng", en: "All tables" },
  source: { vi: "Nguồn", en: "Source" },
  between: { vi: "Giữa các bảng", en: "Between the tables" },
  implied: { vi: "Tổng suy ra", en: "Implied totals" },
  impliedNear: { vi: "Tổng suy ra (gần đúng)", en: "Implied totals (only near)" },
  repairs: { vi: "Cách sửa có thể có", en: "Possible repairs" },
  noRepair: { vi: "Không tìm thấy cách sửa nhỏ nào.", en: "No small repair was found." },
  guess: {
    vi: "Đây là phỏng đoán, dễ xảy ra nhất trước; chỉ nơi công bố mới biết số đúng. Số đầu dòng là mức dễ xảy ra so với dòng thứ nhất (100).",
    en: "These are guesses, likeliest first; only who printed the table can say. The number before each is how likely it is beside the first (100).",
  },
  stopped: { vi: "Việc tìm đã dừng ở giới hạn; có thể còn cách sửa khác.", en: "The search ended at its bound; there may be others." },
  notRead: { vi: "Không đưa vào kiểm tra", en: "Left out" },
  unchecked: { vi: "Chưa được kiểm tra", en: "Not checked" },
  expected: { vi: "Kết quả biết trước", en: "Known verdict" },
  differs: { vi: "khác với kết quả ở đây", en: "differs from this one" },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** Words that only a page has. */
export const pageWords = {
  caption: { vi: "Các số đã in và kết quả kiểm tra", en: "What is printed, and how it was checked" },
  level: { vi: "Cấp", en: "Level" },
  claim: { vi: "Nội dung", en: "Claim" },
  printed: { vi: "Đã in", en: "Printed" },
  computed: { vi: "Tính lại", en: "Worked out" },
  check: { vi: "Kiểm tra", en: "Check" },
  values: { vi: "Số đếm", en: "Counts" },
  shares: { vi: "Tỷ lệ", en: "Percentages" },
  sums: { vi: "Tổng và cân đối", en: "Sums and balances" },
  rateSums: { vi: "Tổng các tỷ lệ", en: "Sums of percentages" },
  together: { vi: "Tất cả các bảng", en: "All tables together" },
  nothingBetween: { vi: "Không thấy điểm nào khác nhau.", en: "No difference was found." },
  see: { vi: "Xem", en: "See" },
  fits: { vi: "khớp", en: "fits" },
  wrong: { vi: "không khớp", en: "does not fit" },
  notChecked: { vi: "chưa kiểm tra", en: "not checked" },
  terms: { vi: "thành phần", en: "terms" },
  otherRepairs: { vi: "Cách sửa khác", en: "Other repairs" },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/**
 * How many more there are: `và 9 cách khác`.
 *
 * @param count - How many.
 */
export function andMore(count: string): LocalizedText {
  return { vi: `và ${count} cách khác`, en: `and ${count} more` };
}
