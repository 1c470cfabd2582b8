import { element } from "./element.mjs";

let fieldNumber = 0;

/**
 * A field with a place in the record. Its problem is shown below it by `showProblems`, and belongs to it for a screen reader.
 *
 * @param label - What is asked.
 * @param field - `path` in the record, `kind` as `householdRecord` reads it, `value` that is typed, `hint`, and `write`, which takes what
 *   is typed from now on.
 */
export function textField(label, { path, kind, value, hint, write, wide = false }) {
  const id = nextId();
  const described = [hint === undefined ? null : `${id}-hint`, `${id}-problem`].filter((part) => part !== null).join(" ");
  const input = element("input", {
    id, type: "text", value, "data-path": path, "data-kind": kind, "aria-describedby": described, autocomplete: "off", spellcheck: "false",
    inputmode: kind === "birth" || kind === "money" ? "text" : "decimal", oninput: ({ target }) => write(target.value),
  });
  return element("div", { class: wide ? "field wide" : "field" },
    element("label", { for: id }, label),
    hint === undefined ? null : element("span", { class: "hint", id: `${id}-hint` }, hint),
    input,
    element("div", { class: "problem", id: `${id}-problem`, "data-problem": path }),
  );
}

/** A choice among words, of which one says that it is not known. */
export function selectField(label, field) {
  const { select, id } = bareSelect(field);
  return element("div", { class: "field" }, element("label", { for: id }, label), select);
}

function bareSelect({ path, value, options, write, labelledBy }) {
  const id = nextId();
  const select = element("select", { id, "data-path": path, "aria-labelledby": labelledBy, onchange: ({ target }) => write(target.value) },
    options.map(([word, text]) => element("option", { value: word, selected: word === value }, text)));
  return { select, id };
}

/** A few words side by side; the one for "not known" stands last. */
export function choiceField(label, field) {
  const id = nextId();
  return element("div", { class: "choice" }, element("span", { id, class: "question" }, label), bareChoice({ ...field, labelledBy: id }));
}

function bareChoice({ path, value, options, write, labelledBy }) {
  const name = nextId();
  return element("div", { class: "segments", role: "radiogroup", "aria-labelledby": labelledBy },
    options.map(([word, text]) => {
      const id = nextId();
      const input = element("input", { type: "radio", id, name, value: word, checked: word === value, "data-path": path, onchange: () => write(word) });
      return element("span", { class: word === "" ? "segment open" : "segment" }, input, element("label", { for: id }, text));
    }));
}

/**
 * One question asked of every member.
 *
 * @param label - The question.
 * @param kind - `choice` or `select`.
 * @param rows - Of each member: `name` and a field.
 */
export function memberField(label, kind, rows) {
  const question = nextId();
  return element("fieldset", { class: "of-members" }, element("legend", { id: question }, label),
    rows.map(({ name, member, ...field }) => {
      const who = nextId();
      const labelledBy = `${who} ${question}`;
      const control = kind === "choice" ? bareChoice({ ...field, labelledBy }) : bareSelect({ ...field, labelledBy }).select;
      return element("div", { class: "of-member" }, element("span", { id: who, class: "who", "data-member": member }, name), control);
    }));
}

/** Shows beside each field what cannot be read of it, and takes away what was shown before. */
export function showProblems(root, problems, say, answer) {
  for (const place of root.querySelectorAll("[data-problem]")) {
    const path = place.dataset.problem;
    const input = root.querySelector(`input[data-path="${CSS.escape(path)}"]`);
    const problem = problems.get(path);
    if (problem === undefined) input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
    if (problem === undefined) place.replaceChildren();
    else if (problem.choices.length === 0) place.replaceChildren(say.problems[input.dataset.kind]);
    else place.replaceChildren(say.twoReadings, ...problem.choices.map((value) => element("button", { type: "button", class: "small", onclick: () => answer(input, value) }, say.asNumber(value))));
  }
}

function nextId() {
  fieldNumber += 1;
  return `f${fieldNumber}`;
}
