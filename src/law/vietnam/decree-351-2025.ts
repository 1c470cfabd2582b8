import type { LocalizedText } from "../../core/text.js";
import { cite } from "../citation.js";
import { defineStandard, type Indicator, type Standard } from "../standard.js";
import type { IncomeLine } from "../tiling.js";
import { decreeDocument351 } from "./documents.js";

const seenLines = ["vietnamplus.vn, post1086100"];
const seenRules = ["huengaynay.vn, 161540", "sggp.org.vn, post831518"];
const line = (amount: number): IncomeLine => ({ amount, per: "month", citation: cite(decreeDocument351, null, "reported", { seenAt: seenLines }) });
const rural = line(2_200_000);
const urban = line(2_800_000);
const rule = cite(decreeDocument351, null, "reported", { seenAt: seenRules });

const provisional = cite(decreeDocument351, null, "unverified", {
  seenAt: [
    "vietnamnet.vn/en, 2484119",
    "vietnam.vn/en, som-ban-hanh-quy-dinh-moi-ve-chuan-ngheo-da-chieu-quoc-gia-giai-doan-2026-2030",
  ],
  note: {
    vi: "Tạm thời: theo dự thảo năm 2025 và phát biểu của Văn phòng Quốc gia về giảm nghèo; ngưỡng thiếu hụt chưa có.",
    en: "Provisional: from the 2025 draft and a statement of the National Office for Poverty Reduction; the threshold is not held.",
  },
});
const recorded = (id: string, label: LocalizedText): Indicator => ({
  id,
  label,
  dimension: null,
  deprivedWhen: null,
  reason: { vi: `hộ được ghi nhận thiếu hụt chỉ số: ${label.vi}`, en: `recorded as deprived in: ${label.en}` },
  citation: provisional,
});

/** Decree 351/2025/NĐ-CP, the standard of 2027–2030: lines and classes are held, thresholds of the indicators are not. */
export const decree351: Standard = /* @__PURE__ */ defineStandard({
  id: "vn/decree-351-2025",
  title: { vi: "Chuẩn nghèo đa chiều 2027–2030 (Nghị định 351/2025/NĐ-CP)", en: "Multidimensional poverty standard of 2027–2030 (Decree 351/2025/NĐ-CP)" },
  document: decreeDocument351,
  inForce: [{ from: "2027-01-01", to: "2030-12-31", citation: cite(decreeDocument351, null, "reported", { seenAt: [...seenLines, "vietnamnet.vn/en, 2484119"] }) }],
  dimensions: [],
  indicators: [
    recorded("employment", { vi: "Việc làm", en: "employment" }),
    recorded("dependents", { vi: "Người phụ thuộc trong hộ gia đình", en: "dependents in the household" }),
    recorded("nutrition", { vi: "Dinh dưỡng", en: "nutrition" }),
    recorded("healthInsurance", { vi: "Bảo hiểm y tế", en: "health insurance" }),
    recorded("adultEducation", { vi: "Trình độ giáo dục của người lớn", en: "adult education" }),
    recorded("childSchooling", { vi: "Tình trạng đi học của trẻ em", en: "children's schooling" }),
    recorded("housingQuality", { vi: "Chất lượng nhà ở", en: "housing quality" }),
    recorded("housingArea", { vi: "Diện tích nhà ở bình quân đầu người", en: "floor area per person" }),
    recorded("telecom", { vi: "Sử dụng internet và dịch vụ số", en: "internet and digital services" }),
    recorded("water", { vi: "Nguồn nước sinh hoạt", en: "water" }),
    recorded("toilet", { vi: "Nhà tiêu hợp vệ sinh", en: "sanitary toilet" }),
    recorded("wasteTreatment", { vi: "Xử lý rác thải", en: "waste treatment" }),
  ],
  classes: [
    {
      class: "poor",
      tiles: [
        { residence: "rural", incomeUpTo: rural, deprivationsFrom: 3 },
        { residence: "urban", incomeUpTo: urban, deprivationsFrom: 3 },
      ],
      citation: rule,
    },
    {
      class: "near-poor",
      tiles: [
        { residence: "rural", incomeUpTo: rural, deprivationsTo: 2 },
        {
          residence: "urban",
          incomeUpTo: urban,
          deprivationsTo: 2,
          citation: cite(decreeDocument351, null, "unverified", {
            seenAt: seenRules,
            note: { vi: "Dưới 3 chỉ số ở thành thị: suy theo nông thôn.", en: 'The urban "fewer than 3" follows from the rural rule by symmetry.' },
          }),
        },
      ],
      citation: rule,
    },
    {
      class: "not-poor",
      tiles: [
        { residence: "rural", incomeOver: rural },
        { residence: "urban", incomeOver: urban },
      ],
      citation: rule,
    },
  ],
  notHeld: [
    {
      class: "average-living-standard",
      within: "not-poor",
      note: {
        vi: "Không có nguồn nào nêu chuẩn hộ có mức sống trung bình cho 2027–2030.",
        en: "No source at hand names an average living standard for 2027–2030.",
      },
    },
  ],
  points: null,
});
