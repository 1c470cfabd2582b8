import { checklistRows, definitionRows, workerRows } from "./checklist-rows.mjs";
import { noteOf, provenanceOf, provisionOf, seenAtOf, verificationOf } from "./grounds.mjs";
import { html } from "./html.mjs";
import { provenanceKey } from "./law-page.mjs";
import { words } from "./words.mjs";

/**
 * The checklist: every value of the law beside its provision and where it was read, with a box for who compared it with
 * the official text and when. It prints on A4.
 *
 * @param law - The public entry of the package, with `lowIncomeWorker`.
 * @param locale - `vi` or `en`.
 * @returns `title` and `body`.
 */
export function checklistPage(law, locale) {
  const say = words[locale];
  const parts = [
    ...law.standards.map((standard) => ({ title: standard.title[locale], rows: checklistRows(law, standard, locale) })),
    { title: say.newlyEscaped, rows: definitionRows(law, locale) },
    { title: say.lowIncomeWorker, rows: workerRows(law, locale) },
  ];
  const all = parts.flatMap(({ rows }) => rows);
  const body = html`<h1>${say.checklist}</h1>
<p>${say.checklistIntro}</p>
<p class="warning">${say.verifiedCount(all.filter(({ citation }) => citation.verification !== null).length, all.length)}</p>
${provenanceKey(locale)}
${parts.map(
    ({ title, rows }, part) => html`<h2>${part + 1}. ${title}</h2>
<div class="scroll" tabindex="0" role="group" aria-label="${title}"><table class="checklist"><thead><tr>${[say.number, say.value, say.provision, say.seenAt, say.comparedBy].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>
${rows.map(
  ({ kind, value, citation }, index) => html`<tr class="row"><td class="num">${part + 1}.${index + 1}</td><td><span class="kind">${say.kinds[kind]}</span> ${value}</td><td>${provisionOf(citation, law, locale)} ${provenanceOf(citation, locale)}${noteOf(citation, locale)}</td><td>${seenAtOf(citation, locale)}</td><td class="box">${citation.verification === null ? null : verificationOf(citation, locale)}</td></tr>
`,
)}</tbody></table></div>`,
  )}`;
  return { title: say.checklist, body };
}
