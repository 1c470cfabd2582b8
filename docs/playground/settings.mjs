/** What the address and the storage hold, and nothing else: no fact of a household, no figure of a table. */
const keys = ["standard", "day", "lang", "tab"];
const storageKey = "chuan-ngheo-playground";

/**
 * The settings that an address or the storage holds, as far as the page knows them.
 *
 * @param text - Like `standard=vn/decree-07-2021&day=2025-12-01&lang=vi&tab=audit`, with or without `#` or `?`.
 * @param known - For each key whether a value of it is known.
 */
export function readSettings(text, known) {
  const given = new URLSearchParams(text.replace(/^[#?]/, ""));
  return Object.fromEntries(keys.filter((key) => known[key](given.get(key))).map((key) => [key, given.get(key)]));
}

/** The settings as an address and the storage hold them. */
function writtenSettings(settings) {
  return new URLSearchParams(keys.map((key) => [key, settings[key]])).toString();
}

/** What the storage holds; empty where the browser keeps none from this page. */
export function storedSettings() {
  try {
    return localStorage.getItem(storageKey) ?? "";
  } catch {
    return "";
  }
}

/** Writes the settings into the address and the storage. */
export function keepSettings(settings) {
  const text = writtenSettings(settings);
  history.replaceState(null, "", `#${text}`);
  try {
    localStorage.setItem(storageKey, text);
  } catch {
    // A browser that stores nothing: the address holds them.
  }
}
