import { join } from "node:path";

/**
 * The relative links of a Markdown text that lead to no file.
 *
 * @param folder - Where the text stands.
 */
export function brokenLinks(markdown: string, folder: string, exists: (path: string) => boolean): string[] {
  const text = markdown.replace(/^(\s*)(`{3,})[^`]*$[\s\S]*?^\s*\2`*\s*$/gm, "").replace(/`[^`\n]*`/g, "");
  const targets = [
    ...text.matchAll(/\]\(\s*<?([^)\s>]+)/g),
    ...text.matchAll(/^\s*\[[^\]]+\]:\s*<?([^\s>]+)/gm),
    ...text.matchAll(/\s(?:href|src)="([^"]+)"/g),
  ].map(([, target = ""]) => target);
  return targets.filter((target) => {
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(target)) return false;
    return !exists(join(folder, decodeURIComponent(target.replace(/[#?].*$/, ""))));
  });
}
