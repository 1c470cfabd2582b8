import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { html, markup } from "./html.mjs";
import { words } from "./words.mjs";

const style = readFileSync(new URL("site.css", import.meta.url), "utf8");
// Its policy allows this very sheet and nothing else: no script, no picture, no request.
const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'`;

/** Address of the first page of each language. */
export const homeAddress = { vi: "index.html", en: "index.en.html" };

/** An address as a page links to it. */
export function linkFrom(address, target) {
  return posix.relative(posix.dirname(address), target);
}

/**
 * A whole page.
 *
 * @param page - `locale`, `title`, `body` (markup), its own `address` within the site, and `other`: the address of the
 *   same page in the other language, or of its first page.
 */
export function page({ locale, title, body, address, other }) {
  const say = words[locale];
  const otherLocale = locale === "vi" ? "en" : "vi";
  const item = ([target, label]) => html`<li><a href="${linkFrom(address, target)}"${target === address ? markup(' aria-current="page"') : null}>${label}</a></li>`;
  const home = homeAddress[locale];
  const items = [
    [home, say.home],
    [`${home}#standards`, say.standards],
    [`law/${locale}/newly-escaped.html`, say.newlyEscaped],
    [`law/${locale}/checklist.html`, say.checklist],
    [`playground/index.html?lang=${locale}`, say.playground],
    [`${home}#guides`, say.guides],
    ["api/index.html", say.reference],
  ];
  return `${html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}${title === "chuan-ngheo" ? null : " · chuan-ngheo"}</title>
<style>${markup(style)}</style>
</head>
<body>
<a class="skip" href="#content">${say.skip}</a>
<header><nav aria-label="chuan-ngheo"><ul>${items.map(item)}<li class="language"><a href="${linkFrom(address, other)}" lang="${otherLocale}" hreflang="${otherLocale}">${words[otherLocale].language}</a></li></ul></nav></header>
<main id="content">
${body}
</main>
</body>
</html>`}
`;
}
