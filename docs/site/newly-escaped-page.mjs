import { groundsCells, groundsHeads } from "./grounds.mjs";
import { html } from "./html.mjs";
import { provenanceKey, table } from "./law-page.mjs";
import { words } from "./words.mjs";

/**
 * The page of the definitions of newly escaped households.
 *
 * @param law - The public entry of the package.
 * @param locale - `vi` or `en`.
 * @returns `title` and `body`.
 */
export function newlyEscapedPage(law, locale) {
  const say = words[locale];
  const definitions = Object.values(law.newlyEscapedDefinitions);
  const verified = definitions.filter(({ citation }) => citation.verification !== null).length;
  const rows = definitions.map(
    ({ id, lists, months, citation }) =>
      html`<tr><th scope="row">${say.definitions[id] ?? id}<br><code>${id}</code></th><td>${lists.map((name) => law.classLabels[name][locale]).join(", ")}</td><td>${say.months(months)}</td>${groundsCells(citation, law, locale)}</tr>`,
  );
  const body = html`<h1>${say.newlyEscaped}</h1>
<p>${say.definitionsIntro}</p>
<p class="warning">${say.verifiedCount(verified, definitions.length)}</p>
${provenanceKey(locale)}
${table(html`<th scope="col">${say.newlyEscaped}</th><th scope="col">${say.lists}</th><th scope="col">${say.lasts}</th>${groundsHeads(locale)}`, say.newlyEscaped, rows)}`;
  return { title: say.newlyEscaped, body };
}
