import { bilingual } from "../../core/text.js";
import { cite } from "../citation.js";
import { defineStandard, type Standard } from "../standard.js";
import type { IncomeLine } from "../tiling.js";
import { decisionDocument09 } from "./documents.js";

const seenAt = ["danviet.vn, 417427", "tailieuchung.com, tlID22960"];
const citation = cite(decisionDocument09, null, "reported", { seenAt });
// The text writes the band as 401,000–520,000 and 501,000–650,000; read as "over the poverty line", so that the plane has no hole.
const nearPoorCitation = cite(decisionDocument09, null, "reported", {
  seenAt,
  note: bilingual(
    "Văn bản ghi từ 401.000 (thành thị 501.000) đồng; thư viện hiểu là trên chuẩn nghèo, để không bỏ sót mức thu nhập nào.",
    "The text writes from 401,000 (urban 501,000) VND; read as over the poverty line, so that no income is left out.",
  ),
});
const line = (amount: number, source = citation): IncomeLine => ({ amount, per: "month", citation: source });
const rural = { poor: line(400_000), nearPoor: line(520_000) };
const urban = { poor: line(500_000), nearPoor: line(650_000, cite(decisionDocument09, null, "unverified")) };

/** Decision 09/2011/QĐ-TTg, the poverty and near-poverty lines of 2011–2015: income only. */
export const decision09: Standard = /* @__PURE__ */ defineStandard({
  id: "vn/decision-09-2011",
  title: bilingual("Chuẩn hộ nghèo, hộ cận nghèo 2011–2015 (Quyết định 09/2011/QĐ-TTg)", "Poverty standard of 2011–2015 (Decision 09/2011/QĐ-TTg)"),
  document: decisionDocument09,
  inForce: [{ from: "2011-01-01", to: "2015-12-31", citation }],
  dimensions: [],
  indicators: [],
  classes: [
    {
      class: "poor",
      tiles: [
        { residence: "rural", incomeUpTo: rural.poor },
        { residence: "urban", incomeUpTo: urban.poor },
      ],
      citation,
    },
    {
      class: "near-poor",
      tiles: [
        { residence: "rural", incomeOver: rural.poor, incomeUpTo: rural.nearPoor },
        { residence: "urban", incomeOver: urban.poor, incomeUpTo: urban.nearPoor },
      ],
      citation: nearPoorCitation,
    },
    {
      class: "not-poor",
      tiles: [
        { residence: "rural", incomeOver: rural.nearPoor },
        { residence: "urban", incomeOver: urban.nearPoor },
      ],
      citation,
    },
  ],
  notHeld: [
    {
      class: "average-living-standard",
      within: "not-poor",
      note: bilingual(
        "Không có nguồn nào nêu chuẩn hộ có mức sống trung bình cho 2011–2015.",
        "No source at hand names an average living standard for 2011–2015.",
      ),
    },
  ],
  points: null,
});
