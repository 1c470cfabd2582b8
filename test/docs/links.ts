import { join } from "node:path";

/** Finds what stands at a path: the text of a Markdown file, an empty text for anything else, `null` for nothing. */
export type Find = (path: string) => string | null;

/**
 * The relative links of a Markdown text that lead to no file, or to no heading of the page that they name.
 *
 * @param folder - Where the text stands.
 */
export function brokenLinks(markdown: string, folder: string, find: Find): string[] {
  const text = withoutCode(markdown).replace(/`[^`\n]*`/g, "");
  const targets = [
    ...text.matchAll(/\]\(\s*<?([^)\s>]+)/g),
    ...text.matchAll(/^\s*\[[^\]]+\]:\s*<?([^\s>]+)/gm),
    ...text.matchAll(/\s(?:href|src)="([^"]+)"/g),
  ].map(([, target = ""]) => target);
  return targets.filter((target) => {
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(target)) return false;
    const [, path = "", heading] = /^([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(decodeURIComponent(target)) ?? [];
    const page = path === "" ? markdown : find(join(folder, path));
    return page === null || (heading !== undefined && !headingIds(page).has(heading));
  });
}

/** The ids that a page gives its headings: lower case, hyphens for spaces, no other marks; a repeated one is numbered. */
export function headingIds(markdown: string): Set<string> {
  const ids = new Set<string>();
  for (const [, title = ""] of withoutCode(markdown).matchAll(/^#{1,6}[ \t]+(.+?)[ \t]*#*$/gm)) {
    const words = title.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase().replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, "").replace(/\s/g, "-");
    let id = words;
    for (let copy = 1; ids.has(id); copy++) id = `${words}-${String(copy)}`;
    ids.add(id);
  }
  return ids;
}

function withoutCode(markdown: string): string {
  return markdown.replace(/^(\s*)(`{3,})[^`]*$[\s\S]*?^\s*\2`*\s*$/gm, "");
}
