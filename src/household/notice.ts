import { escapedHtml, pageEnd, pageStart } from "../core/html.js";
import type { Classification } from "./classification.js";
import { explain } from "./explain.js";

/** The style of the notices; {@link noticeStyleHash} is its hash. */
export const noticeStyle = `
@page { size: A4; margin: 14mm 18mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #f2f2ef; color: #111; font: 12.5pt/1.5 "Times New Roman", "Liberation Serif", "Noto Serif", serif; }
article { max-width: 174mm; margin: 8mm auto; padding: 14mm; background: #fff; box-shadow: 0 1px 4px #0004; overflow-wrap: anywhere; }
h1 { margin: 0 0 2mm; font-size: 15pt; text-align: center; text-transform: uppercase; }
.not-a-decision { margin: 0 0 7mm; text-align: center; font-style: italic; }
.reference { margin: 0 0 3mm; }
.result { margin: 0 0 4mm; padding: 3mm 4mm; border: 1.5pt solid #111; font-weight: bold; }
h2 { margin: 6mm 0 1mm; font-size: 12.5pt; }
p { margin: 0 0 2mm; }
ul { margin: 0 0 3mm; padding-left: 6mm; }
.signatures { display: flex; justify-content: space-between; gap: 10mm; margin-top: 10mm; text-align: center; break-inside: avoid; }
.signatures p { flex: 1; margin: 0; min-height: 28mm; }
.signatures em { display: block; font-size: 10.5pt; }
@media print {
  body { background: none; font-size: 10.8pt; line-height: 1.35; }
  .signatures { margin-top: 7mm; }
  .signatures p { min-height: 20mm; }
  article { max-width: none; margin: 0; padding: 0; box-shadow: none; break-after: page; }
  article:last-child { break-after: auto; }
}
@media (max-width: 600px) { article { margin: 0; padding: 5mm; } }
`;

/** Hash of {@link noticeStyle} for the content policy of the page. */
export const noticeStyleHash = "sha256-bfa3HPLjml7VV5846KVhxbbcXBvTy0s1sCh1x9tYL1M=";

/** The start of a document of notices; pages by {@link noticePage} follow, then {@link noticesEnd}. */
export function noticesStart(): string {
  return pageStart({ language: "vi", title: "Thông báo kết quả tính theo chuẩn nghèo", style: noticeStyle, styleHash: noticeStyleHash });
}

/** The end of a document of notices. */
export const noticesEnd = pageEnd;

/**
 * The notice for one household, a printable A4 page in Vietnamese: the class with the reasons and provisions of
 * {@link explain}, what is missing, and what to do if one disagrees. It says of itself that it is no decision.
 *
 * @param classification - From `classify`, `assess`, `classifyDeprivations` or `classifyPoints`; not its JSON.
 * @param options - `reference`: the caller's name of the household, shown so that the page reaches it.
 * @returns An `article` of HTML, everything escaped.
 * @throws {@link PovertyStandardError} `invalid-input` as {@link explain}.
 *
 * @example
 * ```ts
 * const standard = standardById("vn/decree-07-2021");
 * const household = { residence: "rural", monthlyIncomePerPersonVnd: 1_500_000, deprivationCount: 3 } as const;
 * const page = noticePage(classifyDeprivations(household, { standard }), { reference: "<HT-1>" });
 * [page.includes("hộ này là hộ nghèo"), page.includes("Mã hộ: &lt;HT-1&gt;")]; // => [true, true]
 * ```
 */
export function noticePage(classification: Classification, { reference }: { readonly reference?: string | undefined } = {}): string {
  const [result = "", ...reasons] = explain(classification, { locale: "vi" }).split("\n");
  return `<article>
<h1>Thông báo kết quả tính theo chuẩn nghèo</h1>
<p class="not-a-decision">Bản giải thích dành cho hộ gia đình, không phải quyết định công nhận</p>
${reference === undefined ? "" : `<p class="reference">Mã hộ: ${escapedHtml(reference)}</p>\n`}<p class="result">${escapedHtml(result)}</p>
<h2>Lý do và căn cứ</h2>
${paragraphs(reasons)}
<h2>Nếu hộ không đồng ý</h2>
<ul>
<li>Đối chiếu từng thông tin ở trên; nếu có thông tin ghi thiếu hoặc chưa đúng, báo cho Ủy ban nhân dân cấp xã nơi cư trú, kèm giấy tờ nếu có.</li>
<li>Đề nghị tính lại theo thông tin đã bổ sung và yêu cầu giải thích điều khoản được áp dụng.</li>
<li>Trình tự, thời hạn rà soát và khiếu nại theo quy định của pháp luật; cán bộ cấp xã có trách nhiệm hướng dẫn.</li>
</ul>
<div class="signatures">
<p>Đại diện hộ gia đình<em>(ký, ghi rõ họ tên)</em></p>
<p>Người giải thích<em>(ký, ghi rõ họ tên)</em></p>
</div>
</article>
`;
}

/** Lines of {@link explain} as paragraphs; those that begin with a dash are the items of a list. */
function paragraphs(lines: readonly string[]): string {
  const html: string[] = [];
  for (const line of lines) {
    const item = /^- (.*)$/.exec(line)?.[1];
    const last = html.at(-1);
    if (item === undefined) html.push(`<p>${escapedHtml(line)}</p>`);
    else if (last?.endsWith("</ul>") === true) html[html.length - 1] = `${last.slice(0, -"</ul>".length)}<li>${escapedHtml(item)}</li></ul>`;
    else html.push(`<ul><li>${escapedHtml(item)}</li></ul>`);
  }
  return html.join("\n");
}
