import { bilingual } from "../../core/text.js";
import { cite } from "../citation.js";
import { defineStandard, type Standard } from "../standard.js";
import type { IncomeLine } from "../tiling.js";
import { decisionDocument170 } from "./documents.js";

const citation = cite(decisionDocument170, null, "reported", { seenAt: ["hoilhpn.org.vn, 1264-4533"] });
const line = (amount: number): IncomeLine => ({ amount, per: "month", citation });
const rural = line(200_000);
const urban = line(260_000);

/** Decision 170/2005/QĐ-TTg, the poverty line of 2006–2010: income only, no near-poor class. */
export const decision170: Standard = /* @__PURE__ */ defineStandard({
  id: "vn/decision-170-2005",
  title: bilingual("Chuẩn nghèo 2006–2010 (Quyết định 170/2005/QĐ-TTg)", "Poverty standard of 2006–2010 (Decision 170/2005/QĐ-TTg)"),
  document: decisionDocument170,
  inForce: [{ from: "2006-01-01", to: "2010-12-31", citation }],
  dimensions: [],
  indicators: [],
  classes: [
    {
      class: "poor",
      tiles: [
        { residence: "rural", incomeUpTo: rural },
        { residence: "urban", incomeUpTo: urban },
      ],
      citation,
    },
    {
      class: "not-poor",
      tiles: [
        { residence: "rural", incomeOver: rural },
        { residence: "urban", incomeOver: urban },
      ],
      citation,
    },
  ],
  notHeld: [
    {
      class: "near-poor",
      within: "not-poor",
      note: bilingual("Quyết định 170/2005/QĐ-TTg không có chuẩn hộ cận nghèo.", "Decision 170/2005/QĐ-TTg has no near-poor class."),
    },
    {
      class: "average-living-standard",
      within: "not-poor",
      note: bilingual(
        "Không có nguồn nào nêu chuẩn hộ có mức sống trung bình cho 2006–2010.",
        "No source at hand names an average living standard for 2006–2010.",
      ),
    },
  ],
  points: null,
});
