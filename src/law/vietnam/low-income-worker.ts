import { bilingual, type LocalizedText } from "../../core/text.js";
import { cite, type Citation } from "../citation.js";
import type { IncomeLine, Residence } from "../tiling.js";
import { decreeDocument07, decreeDocument30 } from "./documents.js";

const seenAt = ["vanban123.vn, 679855"];
const provision = { article: "3", clause: "2", point: "d" };

/** The low-income worker (người lao động có thu nhập thấp) as the law describes it; held as text, no function decides it. */
export const lowIncomeWorker: {
  /** Who is one. */
  readonly description: LocalizedText;
  /** The line of each residence. */
  readonly lines: Readonly<Record<Residence, IncomeLine>>;
  /** Where the term stands. */
  readonly citation: Citation;
} = {
  description: bilingual(
    "Người lao động thuộc hộ không phải hộ nghèo, hộ cận nghèo, có thu nhập bình quân đầu người không vượt quá mức sau.",
    "A member of a household that is neither poor nor near-poor, with an income per person not over the line.",
  ),
  lines: {
    rural: { amount: 2_250_000, per: "month", citation: cite(decreeDocument07, provision, "text", { seenAt }) },
    urban: { amount: 3_000_000, per: "month", citation: cite(decreeDocument07, provision, "reported", { seenAt }) },
  },
  citation: cite(decreeDocument30, null, "reported", {
    seenAt,
    note: bilingual("Nghị định 30/2025/NĐ-CP thêm điểm d khoản 2 Điều 3 của Nghị định 07/2021/NĐ-CP.", "Decree 30/2025/NĐ-CP adds Article 3(2)(d) to Decree 07/2021/NĐ-CP."),
  }),
};
