import { html } from "./html.mjs";
import { lawPageName } from "./law-page.mjs";
import { homeAddress, linkFrom } from "./page.mjs";
import { words } from "./words.mjs";

const packageName = "chuan-ngheo";

/**
 * The first page of a language.
 *
 * @param law - The public entry of the package.
 * @param guides - The pages made from Markdown: `path`, `title`, `address`, `locale`, and `group`.
 * @param locale - `vi` or `en`.
 * @returns `title` and `body`.
 */
export function homePage(law, guides, locale) {
  const say = words[locale];
  const from = homeAddress[locale];
  const link = (address, label) => html`<a href="${linkFrom(from, address)}">${label}</a>`;
  // These two are headed by the name of the package.
  const label = (path, title) => (path.startsWith("README.") ? say.about : path === "CHANGELOG.md" ? say.changes : title);
  const rows = law.standards.map(
    (standard) => html`<tr><th scope="row">${link(`law/${locale}/${lawPageName(standard)}`, standard.title[locale])}</th><td class="num">${years(standard)}</td><td><code>${standard.id}</code></td></tr>`,
  );
  const groups = [...new Set(guides.map(({ group }) => group))];
  const own = guides.filter((guide) => guide.locale === locale);
  const body = html`<h1>${packageName}</h1>
<p>${say.homeIntro}</p>
<p>${link(`playground/index.html?lang=${locale}`, say.playgroundIntro)}</p>

<h2 id="standards">${say.standards}</h2>
<table><thead><tr><th scope="col">${say.standard}</th><th scope="col">${say.years}</th><th scope="col">${say.name}</th></tr></thead><tbody>${rows}</tbody></table>
<ul><li>${link(`law/${locale}/newly-escaped.html`, say.newlyEscaped)}</li><li>${link(`law/${locale}/low-income-worker.html`, say.lowIncomeWorker)}</li><li>${link(`law/${locale}/checklist.html`, say.checklist)}</li></ul>

<h2 id="guides">${say.guides}</h2>
${groups.map((group) => {
    const here = own.filter((guide) => guide.group === group);
    if (here.length === 0) return null;
    return html`${group === null ? null : html`<h3>${group}</h3>`}<ul>${here.map(({ path, title, address }) => html`<li>${link(address, label(path, title))}</li>`)}</ul>`;
  })}
${locale === "vi" ? html`<ul><li>${link(`${homeAddress.en}#guides`, say.guidesInEnglish)}</li><li>${link("api/index.html", say.reference)}</li></ul>` : html`<ul><li>${link("api/index.html", say.reference)}</li></ul>`}`;
  return { title: packageName, body };
}

function years({ inForce }) {
  if (inForce.length === 0) return "";
  const [first, last] = [inForce[0].from, inForce.at(-1).to].map((day) => day.slice(0, 4));
  return `${first}–${last}`;
}
