import { standards } from "chuan-ngheo";
import { element } from "./element.mjs";
import { choiceField, showProblems } from "./fields.mjs";
import { emptyForm, exampleForm, routesOf } from "./household-form-data.mjs";
import { householdForm } from "./household-form.mjs";
import { outcome } from "./outcome.mjs";
import { resultDetails, verdictCard } from "./result-pane.mjs";
import { isDay, readDay, writtenDay } from "./written-day.mjs";

const narrow = window.matchMedia("(max-width: 40rem)");

/**
 * The panel of one household: standard and day, the form, and what follows from it.
 *
 * @param state - `form`, `routes` (by standard) and `settings`.
 * @param view - `standard`, `locale`, `say`, `inForceOn`, `setStandard`, `setDay`, and `redraw` of the whole page.
 */
export function householdPanel(state, view) {
  const { standard, locale, say } = view;
  const routes = routesOf(standard);
  const route = routes.includes(state.routes[standard.id]) ? state.routes[standard.id] : routes[0];
  const live = element("div", { "aria-live": "polite", "aria-atomic": "true" });
  const details = element("div", {});
  const dayNote = element("div", { class: "day-note" });

  const form = householdForm(state.form, { standard, route, locale, say, changed: update });
  const left = element("div", { class: "left" }, standardAndDay(), routePart(), element("div", { class: "above" }, element("p", { class: "note" }, say.openNote),
    route === "facts" ? element("button", { type: "button", class: "small", "data-example": true, onclick: () => fillWith(exampleForm()) }, say.example) : null,
    element("button", { type: "button", class: "small", "data-clear": true, onclick: () => fillWith(emptyForm()) }, say.clear)), form);
  const jump = element("a", { class: "jump", href: "#result", onclick: (event) => {
    event.preventDefault();
    document.getElementById("result").focus();
  } });
  const right = element("section", { class: "right", id: "result", tabindex: "-1", "aria-labelledby": "result-title" }, element("h2", { id: "result-title" }, say.result), live, details);
  update();
  narrow.onchange = () => update();
  return element("div", { class: "columns" }, left, right, jump);

  function update() {
    const { day } = state.settings;
    const found = route === "facts" && day === "" ? null : outcome(state.form, standard, route, day);
    showProblems(form, found?.problems ?? new Map(), say, (input, value) => {
      // One of three decimals would be asked for again: a fourth makes it plain.
      input.value = value.includes(".") ? `${value}0` : value;
      input.dispatchEvent(new Event("input"));
      input.focus();
    });
    showVerdicts(found);
    showDayNote();
    const card = verdictCard(found, { standard, locale, say });
    // Read out only when it changes.
    if (live.firstChild?.isEqualNode(card) !== true) live.replaceChildren(card);
    jump.textContent = `${say.result}: ${card.querySelector(".class").textContent}`;
    const open = [...details.querySelectorAll("details")].map((each) => each.open);
    details.replaceChildren(...(found === null ? [] : resultDetails(found, { standard, locale, say, width: narrow.matches ? 340 : 520, toField })));
    details.querySelectorAll("details").forEach((each, index) => (each.open = open[index] ?? false));
  }

  function showVerdicts(found) {
    const verdicts = new Map((found?.results[0].classification.verdicts ?? []).map(({ indicator, verdict }) => [indicator, verdict]));
    for (const tag of form.querySelectorAll("[data-verdict]")) {
      const verdict = verdicts.get(tag.dataset.verdict) ?? "unknown";
      tag.className = `tag ${verdict}`;
      tag.textContent = say.verdicts[verdict];
    }
  }

  /** Goes to the first field of some paths that is on the page; `null` where none is. */
  function toField(facts, indicator) {
    const paths = [...facts, ...(indicator === "income" && route !== "points" ? [state.form.incomeKind] : [])];
    const selector = paths.map((path) => `[data-path="${CSS.escape(path)}"]`).join(", ");
    const field = selector === "" ? null : form.querySelector(selector);
    return field === null ? null : () => {
      const input = form.querySelector(selector);
      input.scrollIntoView({ block: "center" });
      input.focus();
    };
  }

  function standardAndDay() {
    const day = element("input", {
      id: "day", type: "text", "aria-describedby": "day-hint day-problem", autocomplete: "off", inputmode: "text", value: state.settings.day === "" ? "" : writtenDay(state.settings.day, locale),
      oninput: ({ target }) => {
        const read = readDay(target.value);
        const fits = isDay(read);
        problem.textContent = fits || target.value.trim() === "" ? "" : say.dayAsked;
        if (fits || target.value.trim() === "") target.removeAttribute("aria-invalid");
        else target.setAttribute("aria-invalid", "true");
        view.setDay(fits ? read : "");
        update();
      },
    });
    const problem = element("div", { class: "problem", id: "day-problem" });
    return element("section", { class: "group setting" },
      element("div", { class: "field" }, element("label", { for: "standard" }, say.standard), element("select", {
        id: "standard", onchange: ({ target }) => view.setStandard(target.value, "#standard"),
      }, standards.map(({ id, title }) => element("option", { value: id, selected: id === standard.id }, title[locale])))),
      element("div", { class: "field" }, element("label", { for: "day" }, say.day), element("span", { class: "hint", id: "day-hint" }, say.dayHint), day, problem),
      dayNote);
  }

  function showDayNote() {
    const { day } = state.settings;
    const { inForce } = standard;
    const outside = day !== "" && inForce.length > 0 && !inForce.some(({ from, to }) => from <= day && day <= to);
    const other = outside ? view.inForceOn(day) : null;
    const note = outside ? [element("p", { class: "note warning" }, say.outside(writtenDay(inForce[0].from, locale), writtenDay(inForce.at(-1).to, locale)), " ",
      other === null ? null : element("button", { type: "button", class: "link", onclick: () => view.setStandard(other.id, "#standard") }, say.useInForce))] : [];
    dayNote.replaceChildren(...note);
  }

  function routePart() {
    const notHeld = standard.indicators.length > 0 && !routes.includes("facts") ? element("p", { class: "note warning" }, say.thresholdsNotHeld) : null;
    if (routes.length === 1) return notHeld;
    return element("div", { class: "route" }, notHeld, choiceField(say.route, {
      path: "route", value: route, options: routes.map((each) => [each, say.routes[each]]),
      write: (chosen) => {
        state.routes[standard.id] = chosen;
        view.redraw();
        document.querySelector(`[data-path="route"][value="${chosen}"]`).focus();
      },
    }), say.routeNote[route] === "" ? null : element("p", { class: "note" }, say.routeNote[route]));
  }

  function fillWith(typed) {
    state.form = typed;
    view.redraw();
    document.querySelector("form [data-path]").focus();
  }
}
