import { checklistPage } from "./checklist-page.mjs";
import { homePage } from "./home-page.mjs";
import { lawPage, lawPageName } from "./law-page.mjs";
import { lowIncomeWorkerPage } from "./low-income-worker-page.mjs";
import { markdownPage, siteAddress } from "./markdown-page.mjs";
import { newlyEscapedPage } from "./newly-escaped-page.mjs";
import { homeAddress, page } from "./page.mjs";

const locales = ["vi", "en"];
/** Pages that stand in both languages. */
const pairs = [["README.vi.md", "README.md"], ["docs/vi/how-a-household-is-classified.md", "docs/guides/how-a-household-is-classified.md"]];
/** What the first page of a group of guides is headed by; `null` for none. */
const groups = [["docs/why/", "Decisions, and why"], ["examples/", "Examples"]];

/**
 * All pages of the site, but for the reference.
 *
 * @param law - The public entry of the package, with `lowIncomeWorker`.
 * @param texts - The Markdown files: text by path from the root of the project.
 * @returns `pages`, text by address, and `files`, the other files of the project that they link to.
 */
export function sitePages(law, texts) {
  const pages = new Map();
  const files = new Set();
  const folders = ["docs/why"];
  const put = (locale, address, other, { title, body }) => pages.set(address, page({ locale, address, other, title, body }));

  const guides = [...texts].map(([path, text]) => {
    const locale = path.startsWith("docs/vi/") || path.endsWith(".vi.md") ? "vi" : "en";
    const { title, body, files: linked } = markdownPage(text, { path, folders });
    linked.filter((file) => !texts.has(file) && !folders.includes(file)).forEach((file) => files.add(file));
    const other = pairs.find((pair) => pair.includes(path))?.find((each) => each !== path);
    const address = siteAddress(path, folders);
    put(locale, address, other === undefined ? homeAddress[locale === "vi" ? "en" : "vi"] : siteAddress(other, folders), { title, body });
    return { path, title, address, locale, group: groups.find(([start]) => path.startsWith(start))?.[1] ?? null };
  });
  for (const folder of folders) {
    const inside = guides.filter(({ path }) => path.startsWith(`${folder}/`));
    const list = `# ${groups.find(([start]) => start === `${folder}/`)[1]}\n\n${inside.map(({ path, title }) => `- [${title}](${path.slice(folder.length + 1)})`).join("\n")}\n`;
    put("en", siteAddress(folder, folders), homeAddress.vi, markdownPage(list, { path: `${folder}/index.md`, folders }));
  }
  for (const locale of locales) {
    const otherLocale = locale === "vi" ? "en" : "vi";
    const both = (name, made) => put(locale, `law/${locale}/${name}`, `law/${otherLocale}/${name}`, made);
    for (const standard of law.standards) both(lawPageName(standard), lawPage(law, standard, locale));
    both("newly-escaped.html", newlyEscapedPage(law, locale));
    both("low-income-worker.html", lowIncomeWorkerPage(law, locale));
    both("checklist.html", checklistPage(law, locale));
    put(locale, homeAddress[locale], homeAddress[otherLocale], homePage(law, guides, locale));
  }
  return { pages, files };
}
