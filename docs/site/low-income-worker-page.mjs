import { workerRows } from "./checklist-rows.mjs";
import { groundsCells, groundsHeads } from "./grounds.mjs";
import { html } from "./html.mjs";
import { provenanceKey, table } from "./law-page.mjs";
import { words } from "./words.mjs";

/**
 * The page of the low-income worker, which the law describes and no function decides.
 *
 * @param law - The public entry of the package, with `lowIncomeWorker`.
 * @param locale - `vi` or `en`.
 * @returns `title` and `body`.
 */
export function lowIncomeWorkerPage(law, locale) {
  const say = words[locale];
  const rows = workerRows(law, locale);
  const verified = rows.filter(({ citation }) => citation.verification !== null).length;
  const body = html`<h1>${say.lowIncomeWorker}</h1>
<p>${say.workerIntro}</p>
<p class="warning">${say.verifiedCount(verified, rows.length)}</p>
${provenanceKey(locale)}
${table(html`<th scope="col">${say.value}</th>${groundsHeads(locale)}`, say.lowIncomeWorker, rows.map(({ value, citation }) => html`<tr><td>${value}</td>${groundsCells(citation, law, locale)}</tr>`))}`;
  return { title: say.lowIncomeWorker, body };
}
