import type { LegalDocument } from "../citation.js";

const kinds = {
  decision: { vi: "Quyết định", en: "Decision" },
  decree: { vi: "Nghị định", en: "Decree" },
  circular: { vi: "Thông tư", en: "Circular" },
} as const;

/** A document whose title is its kind and number; `more` is what the title says besides. */
function document(
  kind: keyof typeof kinds,
  number: string,
  { issued = null, inForce = null, more = { vi: "", en: "" } }: Partial<Pick<LegalDocument, "issued" | "inForce">> & { readonly more?: LegalDocument["title"] } = {},
): LegalDocument {
  const { vi, en } = kinds[kind];
  return { number, title: { vi: `${vi} ${number}${more.vi}`, en: `${en} ${number}${more.en}` }, issued, inForce };
}

/** Decision 170/2005/QĐ-TTg. */
export const decisionDocument170 = /* @__PURE__ */ document("decision", "170/2005/QĐ-TTg", { issued: "2005-07-08" });

/** Decision 09/2011/QĐ-TTg. */
export const decisionDocument09 = /* @__PURE__ */ document("decision", "09/2011/QĐ-TTg", { issued: "2011-01-30", inForce: "2011-01-01" });

/** Decision 59/2015/QĐ-TTg. */
export const decisionDocument59 = /* @__PURE__ */ document("decision", "59/2015/QĐ-TTg", { issued: "2015-11-19", inForce: "2016-01-05" });

/** Decree 07/2021/NĐ-CP. */
export const decreeDocument07 = /* @__PURE__ */ document("decree", "07/2021/NĐ-CP", { issued: "2021-01-27", inForce: "2021-03-15" });

/** Decree 30/2025/NĐ-CP, which adds the low-income worker to Decree 07/2021. */
export const decreeDocument30 = /* @__PURE__ */ document("decree", "30/2025/NĐ-CP", { issued: "2025-02-24" });

/** Decree 351/2025/NĐ-CP. */
export const decreeDocument351 = /* @__PURE__ */ document("decree", "351/2025/NĐ-CP", { issued: "2025-12-30" });

/** Circular 07/2021/TT-BLĐTBXH, amended by 02/2022/TT-BLĐTBXH. */
export const circularDocument07 = /* @__PURE__ */ document("circular", "07/2021/TT-BLĐTBXH", {
  more: { vi: " (sửa đổi bởi Thông tư 02/2022/TT-BLĐTBXH)", en: " (amended by Circular 02/2022/TT-BLĐTBXH)" },
});

/** Decision 28/2015/QĐ-TTg, amended by 02/2021/QĐ-TTg. */
export const decisionDocument28 = /* @__PURE__ */ document("decision", "28/2015/QĐ-TTg", {
  more: { vi: " (sửa đổi bởi Quyết định 02/2021/QĐ-TTg)", en: " (amended by Decision 02/2021/QĐ-TTg)" },
});

/** Decision 90/QĐ-TTg on the National Target Programme 2021–2025. */
export const decisionDocument90 = /* @__PURE__ */ document("decision", "90/QĐ-TTg", {
  more: {
    vi: " (Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021–2025)",
    en: " (National Target Programme on sustainable poverty reduction 2021–2025)",
  },
});
