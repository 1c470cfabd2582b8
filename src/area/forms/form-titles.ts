import type { LocalizedText } from "../../core/text.js";
import { cite, type Citation } from "../../law/citation.js";
import { circularDocument07 } from "../../law/vietnam/documents.js";
import type { OfficialFormNumber } from "./form-table.js";

const deprived: LocalizedText = { vi: "các chỉ số thiếu hụt dịch vụ xã hội cơ bản", en: "deprivations in basic social services" };

/** The official title of each form and an English one. */
export const formTitles: Readonly<Record<OfficialFormNumber, LocalizedText>> = {
  1: {
    vi: "Tổng hợp kết quả chính thức rà soát hộ nghèo, hộ cận nghèo, hộ làm nông nghiệp, lâm nghiệp, ngư nghiệp có mức sống trung bình",
    en: "Official results of the review of poor households, near-poor households and households in farming, forestry and fishery of average living standard",
  },
  2: { vi: "Tổng hợp diễn biến hộ nghèo", en: "Movements of poor households" },
  3: { vi: "Tổng hợp diễn biến hộ cận nghèo", en: "Movements of near-poor households" },
  4: { vi: `Phân tích ${deprived.vi} của hộ nghèo`, en: `Poor households by ${deprived.en}` },
  5: { vi: `Phân tích tỷ lệ ${deprived.vi} của hộ nghèo`, en: `Shares of poor households by ${deprived.en}` },
  6: { vi: `Phân tích ${deprived.vi} của hộ cận nghèo`, en: `Near-poor households by ${deprived.en}` },
  7: { vi: `Phân tích tỷ lệ ${deprived.vi} của hộ cận nghèo`, en: `Shares of near-poor households by ${deprived.en}` },
};

/** Where the forms stand. */
export const formCitation: Citation = /* @__PURE__ */ cite(circularDocument07, null, "reported", {
  seenAt: ["public report templates of a province, 2023–2024"],
  note: {
    vi: "Tiêu đề và cột theo mẫu báo cáo công khai của một tỉnh; tiêu đề nhóm cột do thư viện đặt; chưa đối chiếu với văn bản.",
    en: "Titles and columns as in the public report templates of a province; headings over groups of columns are this library's own; not compared with the official text.",
  },
});
