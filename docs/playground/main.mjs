import { isPovertyStandardError, standardById, standardInForce, standards } from "chuan-ngheo";
import { auditPanel } from "./audit-panel.mjs";
import { element } from "./element.mjs";
import { householdPanel } from "./household-panel.mjs";
import { emptyForm } from "./household-form-data.mjs";
import { keepSettings, readSettings, storedSettings } from "./settings.mjs";
import { emptyTable } from "./table-claims.mjs";
import { words } from "./words.mjs";
import { isDay } from "./written-day.mjs";

const locales = ["vi", "en"];
const tabs = ["household", "audit"];
const known = {
  standard: (id) => standards.some((standard) => standard.id === id),
  day: (day) => day === "" || isDay(day),
  lang: (locale) => locales.includes(locale),
  tab: (tab) => tabs.includes(tab),
};

/** What is typed lives here and nowhere else: it is gone when the page is closed. */
const state = { settings: startSettings(), form: emptyForm(), routes: {}, audit: { table: emptyTable(), pasted: "" } };

window.addEventListener("hashchange", () => {
  Object.assign(state.settings, readSettings(location.hash, known));
  draw();
});
draw();

/** The address goes before the storage (a link may ask for a language: `?lang=en`); on a first visit the day is the reader's, and the standard the one in force on it. */
function startSettings() {
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const start = { day: today, lang: "vi", tab: "household", ...readSettings(storedSettings(), known), ...readSettings(location.search, known), ...readSettings(location.hash, known) };
  return { standard: (inForceOn(start.day) ?? standards.at(-1)).id, ...start };
}

/** The standard in force on a day; `null` where none is held. */
function inForceOn(day) {
  try {
    return standardInForce(day);
  } catch (error) {
    if (!isPovertyStandardError(error)) throw error;
    return null;
  }
}

function draw(focusOn) {
  const { settings } = state;
  const say = words[settings.lang];
  keepSettings(settings);
  document.documentElement.lang = settings.lang;
  document.title = `${say.pageTitle} · chuan-ngheo`;
  const set = (change, focus) => {
    Object.assign(settings, change);
    draw(focus);
  };
  const panel = settings.tab === "household" ? householdPart(say, set) : auditPanel(state.audit, { locale: settings.lang, say: say.audit, asNumber: say.asNumber, twoReadings: say.twoReadings });
  document.body.replaceChildren(
    element("a", { class: "skip", href: "#content", onclick: goToContent }, say.skip),
    header(say, set),
    element("main", { id: "content", tabindex: "-1" },
      element("h1", {}, say.title),
      element("p", {}, say.intro),
      tabList(say, set),
      element("div", { role: "tabpanel", id: "panel", "aria-labelledby": `tab-${settings.tab}` }, panel)));
  if (focusOn !== undefined) document.querySelector(focusOn)?.focus();
}

// The fragment of the address belongs to the settings.
function goToContent(event) {
  event.preventDefault();
  document.getElementById("content").focus();
}

function header(say, set) {
  const { lang } = state.settings;
  const home = lang === "vi" ? "../index.html" : "../index.en.html";
  return element("header", {}, element("nav", { "aria-label": "chuan-ngheo" }, element("ul", {},
    element("li", {}, element("a", { href: home }, say.home)),
    element("li", { class: "language" }, locales.filter((locale) => locale !== lang).map((locale) =>
      element("button", { type: "button", class: "link", lang: locale, "data-language": locale, onclick: () => set({ lang: locale }, "[data-language]") }, words[locale].languageName))))));
}

function tabList(say, set) {
  const { tab: current } = state.settings;
  const move = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = event.key === "Home" ? tabs[0] : event.key === "End" ? tabs.at(-1) : step === undefined ? undefined : tabs.at((tabs.indexOf(current) + step) % tabs.length);
    if (next === undefined) return;
    event.preventDefault();
    set({ tab: next }, `#tab-${next}`);
  };
  return element("div", { role: "tablist", "aria-label": say.tabs }, tabs.map((tab) => element("button", {
    type: "button", role: "tab", id: `tab-${tab}`, "aria-selected": String(tab === current), "aria-controls": tab === current ? "panel" : null, tabindex: tab === current ? "0" : "-1",
    onclick: () => set({ tab }, `#tab-${tab}`), onkeydown: move,
  }, say.tab[tab])));
}

function householdPart(say, set) {
  const { settings } = state;
  return householdPanel(state, {
    standard: standardById(settings.standard), locale: settings.lang, say, inForceOn,
    setStandard: (standard, focus) => set({ standard }, focus),
    // The field of the day stays as it is while somebody types.
    setDay: (day) => {
      settings.day = day;
      keepSettings(settings);
    },
    redraw: () => draw(),
  });
}
