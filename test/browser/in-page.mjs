// What the tests ask of the page: each of these runs inside it, so none may use what stands outside it.

/**
 * Every text that a reader of the page can meet, on the screen or read out: text, names, descriptions, hints, the title. The
 * name of the other language, which is marked as such, is left out, and so is what the reader typed.
 */
export function visibleTexts() {
  const own = document.documentElement.lang;
  const texts = [document.title];
  const walk = (node) => {
    if (node instanceof Element) {
      const isForeign = node.hasAttribute("lang") && node.getAttribute("lang") !== own;
      if (["SCRIPT", "STYLE", "NOSCRIPT", "TEXTAREA"].includes(node.tagName) || isForeign) return;
      for (const name of ["aria-label", "aria-description", "title", "alt", "placeholder"]) texts.push(node.getAttribute(name) ?? "");
    }
    if (node instanceof Text) texts.push(node.data);
    node.childNodes.forEach(walk);
  };
  walk(document.body);
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}

/** The classes that are shown as possible, the class alone where there is one. */
export function shownClasses() {
  const found = document.querySelector(".verdict").dataset.class;
  return found ? [found] : [...document.querySelectorAll("[data-possible]")].map((chip) => chip.dataset.possible);
}

/** The language that the page says it is in. */
export function language() {
  return document.documentElement.lang;
}

/** How wide the page is, whatever the window. */
export function pageWidth() {
  return document.documentElement.scrollWidth;
}

/** What begins or ends outside the window. */
export function cutOff() {
  const all = [...document.querySelectorAll("button, label, input, select, p, li, h1, h2, h3")];
  return all.filter((each) => each.getBoundingClientRect().right > innerWidth + 1).map((each) => each.outerHTML.slice(0, 80));
}

/** What has the focus: the path of its fact, or its id. */
export function focused() {
  return document.activeElement?.dataset.path ?? document.activeElement?.id ?? "";
}

/** Everything that a browser keeps of a page. */
export async function kept() {
  return {
    hash: location.hash, search: location.search, stored: { ...localStorage }, session: sessionStorage.length, cookies: document.cookie,
    state: history.state, databases: (await indexedDB.databases()).length,
  };
}

/** Begins to count how often the class is read out anew. */
export function countReadings() {
  window.readings = 0;
  new MutationObserver(() => (window.readings += 1)).observe(document.querySelector("[aria-live]"), { childList: true, subtree: true, characterData: true });
}

/** How often it was, since then. */
export function readings() {
  return window.readings;
}

/** What axe finds: its violations as lines of text, and how many of its rules pass. */
export async function axeFindings() {
  const { violations, passes } = await axe.run();
  return { violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`), passes: passes.length };
}
