import type { LegalDocument } from "../citation.js";

/** Decision 170/2005/QĐ-TTg. */
export const decisionDocument170: LegalDocument = {
  number: "170/2005/QĐ-TTg",
  title: { vi: "Quyết định 170/2005/QĐ-TTg", en: "Decision 170/2005/QĐ-TTg" },
  issued: "2005-07-08",
  inForce: null,
};

/** Decision 09/2011/QĐ-TTg. */
export const decisionDocument09: LegalDocument = {
  number: "09/2011/QĐ-TTg",
  title: { vi: "Quyết định 09/2011/QĐ-TTg", en: "Decision 09/2011/QĐ-TTg" },
  issued: "2011-01-30",
  inForce: "2011-01-01",
};

/** Decision 59/2015/QĐ-TTg. */
export const decisionDocument59: LegalDocument = {
  number: "59/2015/QĐ-TTg",
  title: { vi: "Quyết định 59/2015/QĐ-TTg", en: "Decision 59/2015/QĐ-TTg" },
  issued: "2015-11-19",
  inForce: "2016-01-05",
};

/** Decree 07/2021/NĐ-CP. */
export const decreeDocument07: LegalDocument = {
  number: "07/2021/NĐ-CP",
  title: { vi: "Nghị định 07/2021/NĐ-CP", en: "Decree 07/2021/NĐ-CP" },
  issued: "2021-01-27",
  inForce: "2021-03-15",
};

/** Decree 30/2025/NĐ-CP, which adds the low-income worker to Decree 07/2021. */
export const decreeDocument30: LegalDocument = {
  number: "30/2025/NĐ-CP",
  title: { vi: "Nghị định 30/2025/NĐ-CP", en: "Decree 30/2025/NĐ-CP" },
  issued: "2025-02-24",
  inForce: null,
};

/** Decree 351/2025/NĐ-CP. */
export const decreeDocument351: LegalDocument = {
  number: "351/2025/NĐ-CP",
  title: { vi: "Nghị định 351/2025/NĐ-CP", en: "Decree 351/2025/NĐ-CP" },
  issued: "2025-12-30",
  inForce: null,
};

/** Circular 07/2021/TT-BLĐTBXH, amended by 02/2022/TT-BLĐTBXH. */
export const circularDocument07: LegalDocument = {
  number: "07/2021/TT-BLĐTBXH",
  title: {
    vi: "Thông tư 07/2021/TT-BLĐTBXH (sửa đổi bởi Thông tư 02/2022/TT-BLĐTBXH)",
    en: "Circular 07/2021/TT-BLĐTBXH (amended by Circular 02/2022/TT-BLĐTBXH)",
  },
  issued: null,
  inForce: null,
};

/** Decision 28/2015/QĐ-TTg, amended by 02/2021/QĐ-TTg. */
export const decisionDocument28: LegalDocument = {
  number: "28/2015/QĐ-TTg",
  title: {
    vi: "Quyết định 28/2015/QĐ-TTg (sửa đổi bởi Quyết định 02/2021/QĐ-TTg)",
    en: "Decision 28/2015/QĐ-TTg (amended by Decision 02/2021/QĐ-TTg)",
  },
  issued: null,
  inForce: null,
};

/** Decision 90/QĐ-TTg on the National Target Programme 2021–2025. */
export const decisionDocument90: LegalDocument = {
  number: "90/QĐ-TTg",
  title: {
    vi: "Quyết định 90/QĐ-TTg (Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021–2025)",
    en: "Decision 90/QĐ-TTg (National Target Programme on sustainable poverty reduction 2021–2025)",
  },
  issued: null,
  inForce: null,
};
