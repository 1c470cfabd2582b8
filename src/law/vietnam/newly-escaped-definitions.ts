import { bilingual } from "../../core/text.js";
import { cite, type Citation } from "../citation.js";
import type { PovertyClass } from "../standard.js";
import { decisionDocument28, decisionDocument90 } from "./documents.js";

/** Name of a definition of newly escaped households. */
export type NewlyEscapedDefinitionId = "credit" | "programme";

/** A legal definition of newly escaped households (hộ mới thoát nghèo). */
export interface NewlyEscapedDefinition {
  /** Its name in data. */
  readonly id: NewlyEscapedDefinitionId;
  /** The lists that a household must have left; back on one of them it is newly escaped no more. */
  readonly lists: readonly PovertyClass[];
  /** How many months the status lasts, counted from the recognition by which it left. */
  readonly months: number;
  /** Where the definition stands. */
  readonly citation: Citation;
}

/** The two definitions: `credit`, for preferential loans; `programme`, for the National Target Programme 2021–2025. */
export const newlyEscapedDefinitions: Readonly<Record<NewlyEscapedDefinitionId, NewlyEscapedDefinition>> = {
  credit: {
    id: "credit",
    // Off the lists for at most three years.
    lists: ["poor", "near-poor"],
    months: 36,
    citation: cite(decisionDocument28, null, "text", {
      seenAt: ["eng.vbsp.org.vn, soft-loans-offered-to-households-having-just-escaped-from-poverty", "luatvietnam.vn, 186-28679"],
    }),
  },
  programme: {
    id: "programme",
    lists: ["poor"],
    months: 36,
    citation: cite(decisionDocument90, null, "unverified", {
      note: bilingual(
        "Thời hạn 36 tháng chưa đối chiếu văn bản. Tính cả hộ nghèo trở thành hộ cận nghèo, không tính hộ cận nghèo vượt chuẩn, là một cách hiểu.",
        "The 36 months have not been compared with the text. That poor households which become near-poor count, and near-poor ones which pass the line do not, is a reading.",
      ),
    }),
  },
};
