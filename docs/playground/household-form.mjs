import { surveyQuestions } from "chuan-ngheo/schema";
import { element } from "./element.mjs";
import { factNamed, factsOf, isOfMember } from "./facts-of.mjs";
import { choiceField, memberField, selectField, textField } from "./fields.mjs";
import { mostListed } from "./household-form-data.mjs";
import { readAmount } from "./read-amount.mjs";
import { readDay, writtenDay } from "./written-day.mjs";

/**
 * The form of a household, drawn from the standard: its dimensions, its indicators, and the facts that their rules read.
 *
 * @param form - What is typed; the form writes into it.
 * @param view - `standard`, `route`, `locale`, `say`, and `changed`, called after each change.
 */
export function householdForm(form, view) {
  const { route, say, changed } = view;
  const rest = element("div", {});
  const draw = () => rest.replaceChildren(...partsOf(form, { ...view, redraw }));
  const redraw = (focusOn) => {
    draw();
    changed();
    if (focusOn !== undefined) rest.querySelector(focusOn)?.focus();
  };
  draw();
  const write = (key) => (text) => {
    form[key] = text;
    changed();
  };
  const residence = choiceField(say.residence, { path: "residence", value: form.residence, options: [["rural", say.residences.rural], ["urban", say.residences.urban], ["", say.open]], write: write("residence") });
  const personsField = textField(say.persons, {
    path: "persons", kind: "persons", value: form.persons,
    write: (text) => {
      form.persons = text;
      redraw();
    },
  });
  const income = textField(say.income, { path: form.incomeKind, kind: "money", value: form.income, hint: say.incomeHint, write: write("income") });
  const incomeKind = choiceField(say.incomeKind, {
    path: "incomeKind", value: form.incomeKind, options: Object.entries(say.incomeKinds),
    write: (kind) => {
      form.incomeKind = kind;
      const input = income.querySelector("input");
      input.dataset.path = kind;
      income.querySelector("[data-problem]").dataset.problem = kind;
      changed();
    },
  });
  return element("form", { class: "household", autocomplete: "off", "aria-label": say.form, onsubmit: (event) => event.preventDefault() },
    group(say.household, [residence, ...(route === "points" ? [] : [personsField, incomeKind, income])]),
    rest);
}

function group(title, content) {
  return element("section", { class: "group" }, element("h2", {}, title), content);
}

function partsOf(form, view) {
  const { standard, route, say, changed } = view;
  const text = (key, label, path, kind, hint) => textField(label, {
    path, kind, hint, value: form[key],
    write: (typed) => {
      form[key] = typed;
      changed();
    },
  });
  if (route === "income") return [];
  if (route === "points") return [group(say.routes.points, [text("pointsA", say.points.pointsA, "pointsA", "points"), text("pointsB", say.points.pointsB, "pointsB", "points", say.pointsBHint(standard.points.pointsPerIndicator))])];
  if (route === "count") return [group(say.count, element("div", { class: "pair" }, text("least", say.least, "deprivationCount", "whole"), text("most", say.most, "deprivationCount.most", "whole")))];
  return [...(route === "facts" ? [membersGroup(form, view)] : []), ...dimensionGroups(form, view)];
}

/** The persons, as many as there are, each with the birth from which every age follows. */
function membersGroup(form, { locale, say, changed, redraw }) {
  const persons = personsOf(form);
  const listed = Math.min(persons, mostListed);
  const setPersons = (count, focusOn) => {
    form.persons = count === 0 ? "" : String(count);
    const input = document.querySelector('input[data-path="persons"]');
    input.value = form.persons;
    redraw(focusOn);
  };
  const rows = Array.from({ length: listed }, (_, index) => {
    const member = memberAt(form, index);
    const birth = textField(`${say.member(index + 1, "")}: ${factNamed("bornOn").label[locale]}`, {
      path: `members[${index}].bornOn`, kind: "birth", value: shownBirth(member.bornOn, locale), hint: index === 0 ? say.birthHint : undefined,
      write: (typed) => {
        member.bornOn = readDay(typed) ?? typed;
        for (const who of document.querySelectorAll(`[data-member="${index}"]`)) who.textContent = memberName(form, index, say);
        changed();
      },
    });
    const remove = element("button", {
      type: "button", class: "small", "aria-label": say.removeMember(index + 1),
      onclick: () => {
        form.members.splice(index, 1);
        setPersons(persons - 1, "[data-add-member]");
      },
    }, say.remove);
    return element("div", { class: "birth" }, birth, remove);
  });
  const add = element("button", { type: "button", "data-add-member": true, onclick: () => setPersons(persons + 1, `[data-path="members[${Math.min(persons, mostListed - 1)}].bornOn"]`) }, say.addMember);
  return group(say.members, [
    persons === 0 ? element("p", { class: "note" }, say.membersAsked) : null,
    rows,
    persons > listed ? element("p", { class: "note" }, say.unlisted(listed)) : null,
    add,
  ]);
}

function personsOf({ persons }) {
  const { value } = persons.trim() === "" ? {} : readAmount(persons);
  return /^[1-9]\d{0,5}$/.test(value ?? "") ? Number(value) : 0;
}

function memberAt(form, index) {
  form.members[index] ??= {};
  return form.members[index];
}

function shownBirth(born, locale) {
  return born === undefined ? "" : readDay(born) === null ? born : writtenDay(readDay(born), locale);
}

function memberName(form, index, say) {
  const born = form.members[index]?.bornOn ?? "";
  return say.member(index + 1, readDay(born)?.slice(0, 4) ?? "");
}

/** One group for each dimension, in it its indicators, each with the facts that no indicator before it has asked for. */
function dimensionGroups(form, view) {
  const { standard, say, locale } = view;
  const asked = new Set(["bornOn"]);
  const dimensions = [...standard.dimensions.map(({ id, label }) => ({ id, title: capitalised(label[locale]) })), { id: null, title: say.noDimension }];
  return dimensions.flatMap(({ id, title }) => {
    const own = standard.indicators.filter(({ dimension }) => dimension === id);
    return own.length === 0 ? [] : [group(title, own.map((indicator) => indicatorBlock(indicator, form, view, asked)))];
  });
}

function indicatorBlock(indicator, form, view, asked) {
  const { route, say, locale } = view;
  const facts = route === "facts" ? factsOf(indicator.deprivedWhen) : [];
  const fresh = facts.filter((name) => !asked.has(name));
  // Every age follows from the births, which stand with the members.
  const again = facts.filter((name) => asked.has(name) && name !== "bornOn");
  fresh.forEach((name) => asked.add(name));
  const fields = route === "flags" ? flagField(indicator, form, view) : [
    ...fresh.flatMap((name) => factField(name, form, view)),
    personsOf(form) === 0 && fresh.some(isOfMember) ? element("p", { class: "note" }, say.ofEachMember) : null,
    again.length === 0 ? null : element("p", { class: "note" }, say.alsoReads(again.map((name) => factNamed(name).label[locale]).join(", "))),
  ];
  const head = element("h3", {}, capitalised(indicator.label[locale]), " ", route === "facts" ? element("span", { class: "tag", "data-verdict": indicator.id }) : null);
  return element("div", { class: "indicator", "data-indicator": indicator.id }, head, fields);
}

function flagField({ id, label }, form, { say, locale, changed }) {
  const field = choiceField(`${capitalised(label[locale])}: ${say.flag}`, {
    path: `deprivations.${id}`, value: form.flags[id] ?? "", options: threeWays(say),
    write: (word) => {
      form.flags[id] = word;
      changed();
    },
  });
  field.classList.add("bare");
  return field;
}

function factField(name, form, { say, locale, changed }) {
  const fact = factNamed(name);
  const question = surveyQuestions[name][locale];
  const fieldOf = (record, path) => ({
    path: `${path}${name}`, value: record[name] ?? "", kind: fact.type,
    options: fact.type === "boolean" ? threeWays(say) : fact.type === "enum" ? [["", say.noOption], ...Object.entries(fact.values).map(([word, label]) => [word, capitalised(label[locale])])] : [],
    write: (typed) => {
      record[name] = typed;
      changed();
    },
  });
  if (isOfMember(name)) {
    const listed = Math.min(personsOf(form), mostListed);
    if (listed === 0) return [];
    const rows = Array.from({ length: listed }, (_, index) => ({ ...fieldOf(memberAt(form, index), `members[${index}].`), name: memberName(form, index, say), member: index }));
    return [memberField(question, fact.type === "boolean" ? "choice" : "select", rows)];
  }
  const field = fieldOf(form.facts, "");
  return [fact.type === "boolean" ? choiceField(question, field) : fact.type === "enum" ? selectField(question, field) : textField(question, field)];
}

function threeWays(say) {
  return [["true", say.yes], ["false", say.no], ["", say.open]];
}

/** A label that begins a line. */
export function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
