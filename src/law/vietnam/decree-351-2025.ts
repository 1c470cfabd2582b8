import { bilingual, type LocalizedText } from "../../core/text.js";
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
  note: bilingual(
    "Tạm thời: theo dự thảo năm 2025 và phát biểu của Văn phòng Quốc gia về giảm nghèo; ngưỡng thiếu hụt chưa có.",
    "Provisional: from the 2025 draft and a statement of the National Office for Poverty Reduction; the threshold is not held.",
  ),
});
const recorded = (id: string, label: LocalizedText): Indicator => ({
  id,
  label,
  dimension: null,
  deprivedWhen: null,
  reason: bilingual(`hộ được ghi nhận thiếu hụt chỉ số: ${label.vi}`, `recorded as deprived in: ${label.en}`),
  citation: provisional,
});

/** Decree 351/2025/NĐ-CP, the standard of 2027–2030: lines and classes are held, thresholds of the indicators are not. */
export const decree351: Standard = /* @__PURE__ */ defineStandard({
  id: "vn/decree-351-2025",
  title: bilingual("Chuẩn nghèo đa chiều 2027–2030 (Nghị định 351/2025/NĐ-CP)", "Multidimensional poverty standard of 2027–2030 (Decree 351/2025/NĐ-CP)"),
  document: decreeDocument351,
  inForce: [{ from: "2027-01-01", to: "2030-12-31", citation: cite(decreeDocument351, null, "reported", { seenAt: [...seenLines, "vietnamnet.vn/en, 2484119"] }) }],
  dimensions: [],
  indicators: [
    recorded("employment", bilingual("Việc làm", "employment")),
    recorded("dependents", bilingual("Người phụ thuộc trong hộ gia đình", "dependents in the household")),
    recorded("nutrition", bilingual("Dinh dưỡng", "nutrition")),
    recorded("healthInsurance", bilingual("Bảo hiểm y tế", "health insurance")),
    recorded("adultEducation", bilingual("Trình độ giáo dục của người lớn", "adult education")),
    recorded("childSchooling", bilingual("Tình trạng đi học của trẻ em", "children's schooling")),
    recorded("housingQuality", bilingual("Chất lượng nhà ở", "housing quality")),
    recorded("housingArea", bilingual("Diện tích nhà ở bình quân đầu người", "floor area per person")),
    recorded("telecom", bilingual("Sử dụng internet và dịch vụ số", "internet and digital services")),
    recorded("water", bilingual("Nguồn nước sinh hoạt", "water")),
    recorded("toilet", bilingual("Nhà tiêu hợp vệ sinh", "sanitary toilet")),
    recorded("wasteTreatment", bilingual("Xử lý rác thải", "waste treatment")),
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
            note: bilingual("Dưới 3 chỉ số ở thành thị: suy theo nông thôn.", 'The urban "fewer than 3" follows from the rural rule by symmetry.'),
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
      note: bilingual(
        "Không có nguồn nào nêu chuẩn hộ có mức sống trung bình cho 2027–2030.",
        "No source at hand names an average living standard for 2027–2030.",
      ),
    },
  ],
  points: null,
});
