import { posix } from "node:path";

/**
 * What is wrong with the pages of a site: links that lead to no file or to no place of a page, and pages without title.
 *
 * @param pages - The text of every page, and of every drawing with places of its own, by its address.
 * @param files - The addresses of what else is there.
 * @returns One line for each fault.
 */
export function siteFaults(pages, files) {
  const places = new Map([...pages].map(([address, text]) => [address, new Set([...text.matchAll(/\s(?:id|name)="([^"]*)"/g)].map(([, id]) => decoded(id)))]));
  return [...pages].flatMap(([address, text]) => {
    const faults = !address.endsWith(".html") || /<title>\s*[^<\s]/.test(text) ? [] : [`${address}: no title`];
    for (const [, target] of text.matchAll(/<[^>]*\s(?:href|src)="([^"]*)"/g)) {
      const link = decoded(target);
      if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(link)) continue;
      const [, place, heading] = /^([^#?]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(link);
      const file = place === "" ? address : posix.join(posix.dirname(address), decodeURI(place));
      const page = places.get(file);
      if (page === undefined ? !files.has(file) || Boolean(heading) : Boolean(heading) && !page.has(decodeURI(heading))) faults.push(`${address}: ${link}`);
    }
    return faults;
  });
}

function decoded(attribute) {
  return attribute.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
