import { posix } from "node:path";
import MarkdownIt from "markdown-it";
import { html, markup } from "./html.mjs";
import { linkFrom } from "./page.mjs";

/**
 * Where a file of the project stands within the site: a Markdown file as a page, `docs/` left out, a folder as its
 * index, anything else under its own name.
 *
 * @param path - From the root of the project.
 * @param folders - The folders that have an index.
 */
export function siteAddress(path, folders) {
  const address = path.replace(/^docs\//, "");
  return folders.includes(path) ? `${address}/index.html` : address.replace(/\.md$/, ".html");
}

/**
 * A Markdown text as a page. Markup inside the text is shown, not used.
 *
 * @param text - The text.
 * @param file - `path` of the file from the root of the project, and `folders` that have an index.
 * @returns `title`, `body`, and `files`: the paths that the text links to, from the root of the project.
 */
export function markdownPage(text, { path, folders }) {
  const files = [];
  const link = (target) => {
    if (target.startsWith("#") || /^[a-z][a-z\d+.-]*:/i.test(target)) return target;
    const [, place, heading = ""] = /^([^#]*)(#.*)?$/s.exec(target);
    const file = posix.join(posix.dirname(path), decodeURI(place));
    files.push(file);
    return encodeURI(linkFrom(siteAddress(path, folders), siteAddress(file, folders))) + heading;
  };
  const markdown = new MarkdownIt({ html: false });
  const tokens = markdown.parse(text, {});
  const ids = new Map();
  let title = "";
  tokens.forEach((token, index) => {
    if (token.type === "heading_open") {
      const words = plainText(tokens[index + 1]);
      if (token.tag === "h1" && title === "") title = words;
      token.attrSet("id", headingId(words, ids));
    }
    for (const child of token.children ?? []) if (child.type === "link_open") child.attrSet("href", link(child.attrGet("href")));
  });
  // What is wider than a narrow page scrolls by itself, also by the keyboard.
  markdown.renderer.rules.table_open = () => '<div class="scroll" tabindex="0"><table>\n';
  markdown.renderer.rules.table_close = () => "</table></div>\n";
  const code = (all, index) => html`<pre tabindex="0"><code>${all[index].content}</code></pre>\n`.text;
  markdown.renderer.rules.fence = code;
  markdown.renderer.rules.code_block = code;
  return { title, body: html`${markup(markdown.renderer.render(tokens, markdown.options, {}))}`, files };
}

function plainText(inline) {
  return inline.children.map((child) => (child.type === "softbreak" ? " " : child.content)).join("");
}

/** As hosts of Markdown make it: lower case, hyphens for spaces, no other marks; a repeated one is numbered. */
function headingId(words, ids) {
  const id = words.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, "").replace(/\s/g, "-");
  const before = ids.get(id) ?? 0;
  ids.set(id, before + 1);
  return before === 0 ? id : `${id}-${before}`;
}
