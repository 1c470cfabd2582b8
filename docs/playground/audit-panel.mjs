import { isPovertyStandardError } from "chuan-ngheo";
import { auditClaims, suggestRepairs } from "chuan-ngheo/audit";
import { element } from "./element.mjs";
import { emptyRow, pastedRows } from "./pasted-rows.mjs";
import { writtenNumber } from "./read-amount.mjs";
import { emptyTable, tableClaims, wholesOf } from "./table-claims.mjs";

/** So many repairs are shown; the library finds all that edit as few numbers. */
const mostRepairs = 5;

/**
 * The panel that audits pasted figures: a paste box, the table, and what the audit finds.
 *
 * @param state - `table` as `emptyTable` makes it, and `pasted`; the panel writes into it.
 * @param view - `locale`, `say` (the words of this panel) and `asNumber`, `twoReadings` of the page.
 */
export function auditPanel(state, { locale, say, asNumber, twoReadings }) {
  const root = element("div", { class: "audit" });
  const tablePlace = element("div", {});
  const message = element("p", { class: "note", role: "status" });
  const verdict = element("div", { "aria-live": "polite" });
  const findings = element("div", {});

  const update = () => {
    const { claims, open, cells } = tableClaims(state.table, say);
    findings.replaceChildren(...resultParts(claims, open, cells));
    for (const input of tablePlace.querySelectorAll("[data-cell]")) {
      if (open.has(input.dataset.cell)) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  };
  const draw = () => {
    tablePlace.replaceChildren(tableForm());
    update();
  };
  const take = (text) => {
    const { rows, dropped } = pastedRows(text);
    if (rows.length > 0) state.table = { ...emptyTable(), rows, percentOf: rows.some(({ personsPercent }) => personsPercent !== "") ? "both" : state.table.percentOf };
    message.textContent = rows.length === 0 ? say.nothingPasted : dropped.length === 0 ? "" : say.dropped(dropped.join("; "));
    draw();
  };

  const box = element("textarea", { id: "pasted", rows: 4, "aria-describedby": "pasted-hint", spellcheck: "false", oninput: ({ target }) => { state.pasted = target.value; } }, state.pasted);
  root.append(
    element("div", { class: "left" },
      element("section", { class: "group" },
        element("h2", {}, element("label", { for: "pasted" }, say.paste)),
        element("p", { class: "hint", id: "pasted-hint" }, say.pasteHint),
        box,
        element("div", { class: "buttons" },
          element("button", { type: "button", "data-take": true, onclick: () => take(box.value) }, say.take),
          element("button", {
            type: "button", class: "quiet", "data-example": true,
            onclick: () => {
              state.pasted = say.exampleRows;
              box.value = say.exampleRows;
              state.table = emptyTable();
              take(say.exampleRows);
            },
          }, say.example)),
        element("p", { class: "note" }, say.exampleNote),
        message),
      tablePlace),
    element("section", { class: "right", "aria-label": say.result }, element("h2", {}, say.result), verdict, findings));
  draw();
  return root;

  // ---------------------------------------------------------------------------------------------- the table

  function columnsOf({ percentOf }) {
    return [["name", say.columns.name], ["households", say.columns.households], ["persons", say.columns.persons],
      ["percent", percentOf === "both" ? say.columns.householdsPercent : say.columns.percent], ...(percentOf === "both" ? [["personsPercent", say.columns.personsPercent]] : [])];
  }

  function tableForm() {
    const { table } = state;
    const columns = columnsOf(table);
    const cell = (index, [column, label]) => element("td", {}, element("span", { class: "cell-label", "aria-hidden": "true" }, label), element("input", {
      type: "text", "aria-label": say.cell(label, index + 1), value: table.rows[index][column], "data-cell": `${index}.${column}`, autocomplete: "off", spellcheck: "false",
      inputmode: column === "name" ? "text" : "decimal",
      oninput: ({ target }) => {
        table.rows[index][column] = target.value;
        delete table.chosen[`${index}.${column}`];
        update();
      },
    }));
    const rows = table.rows.map((_, index) => element("tr", {}, columns.map((column) => cell(index, column)),
      element("td", { class: "remove" }, element("button", {
        type: "button", class: "small", "aria-label": say.removeRow(index + 1),
        onclick: () => {
          table.rows.splice(index, 1);
          table.chosen = {};
          if (table.rows.length === 0) table.rows.push(emptyRow());
          draw();
          tablePlace.querySelector("[data-add-row]").focus();
        },
      }, "×"))));
    return element("section", { class: "group" },
      element("h2", {}, say.table),
      element("table", { class: "cells" }, element("thead", {}, element("tr", {}, columns.map(([, label]) => element("th", { scope: "col" }, label)), element("td", {}))), element("tbody", {}, rows)),
      element("div", { class: "buttons" },
        element("button", {
          type: "button", class: "quiet", "data-add-row": true,
          onclick: () => {
            table.rows.push(emptyRow());
            draw();
            tablePlace.querySelector(`[data-cell="${table.rows.length - 1}.name"]`).focus();
          },
        }, say.addRow),
        element("button", {
          type: "button", class: "quiet",
          onclick: () => {
            state.table = emptyTable();
            draw();
          },
        }, say.clear)),
      element("div", { class: "field" }, element("label", { for: "percent-of" }, say.percentOf),
        element("select", {
          id: "percent-of",
          onchange: ({ target }) => {
            table.percentOf = target.value;
            draw();
            tablePlace.querySelector("#percent-of").focus();
          },
        }, Object.entries(say.percentOfs).map(([word, text]) => element("option", { value: word, selected: word === table.percentOf }, text)))),
      wholesOf(table.percentOf).map((column) => element("div", { class: "field" }, element("label", { for: `whole-${column}` }, say.totals[column]), element("input", {
        id: `whole-${column}`, type: "text", value: table[column], "data-cell": column, inputmode: "decimal", autocomplete: "off",
        oninput: ({ target }) => {
          table[column] = target.value;
          delete table.chosen[column];
          update();
        },
      }))),
      element("div", { class: "check" }, element("input", {
        id: "last-is-total", type: "checkbox", checked: table.lastIsTotal,
        onchange: ({ target }) => {
          table.lastIsTotal = target.checked;
          update();
        },
      }), element("label", { for: "last-is-total" }, say.lastIsTotal)));
  }

  /** Writes a number into a cell, as the language writes it, and goes on from there. */
  function fill(place, value) {
    const [index, column] = place.split(".");
    const written = writtenNumber(value, locale);
    if (column === undefined) state.table[index] = written;
    else state.table.rows[index][column] = written;
    draw();
    tablePlace.querySelector(`[data-cell="${place}"]`).focus();
  }

  // ---------------------------------------------------------------------------------------------- what is found

  function placeInWords(place) {
    const [index, column] = place.split(".");
    return column === undefined ? say.at(say.totals[index], null) : say.at(columnsOf(state.table).find(([name]) => name === column)[1], Number(index) + 1);
  }

  function questionsPart(open) {
    return part(say.questions, element("ul", { class: "questions" }, [...open].map(([place, { choices, problem }]) => element("li", { "data-question": place },
      element("strong", {}, placeInWords(place)), ": ",
      choices === undefined ? (problem === "cell" ? say.problem : problem[locale]) : [twoReadings, " ", choices.map((value) => element("button", {
        type: "button", class: "small",
        onclick: () => {
          state.table.chosen[place] = value;
          update();
          tablePlace.querySelector(`[data-cell="${place}"]`).focus();
        },
      }, asNumber(value)))]))));
  }

  function resultParts(claims, open, cells) {
    const questions = open.size === 0 ? [] : [questionsPart(open)];
    if (claims === null) {
      verdict.replaceChildren(element("p", {}, say.empty));
      return questions;
    }
    try {
      const audit = auditClaims(claims);
      verdict.replaceChildren(element("p", { class: `verdict ${audit.verdict}`, "data-verdict": audit.verdict }, say.verdicts[audit.verdict]));
      return [...questions, findingsPart(audit), impliedPart(audit), ...(audit.verdict === "inconsistent" ? [repairsPart(claims, cells)] : [])];
    } catch (error) {
      if (!isPovertyStandardError(error)) throw error;
      verdict.replaceChildren(element("p", {}, say.refused));
      return questions;
    }
  }

  function findingsPart({ findings: found, unchecked }) {
    return part(say.findings,
      found.length === 0 ? element("p", {}, say.noFindings) : element("ul", { class: "plain" }, found.map((finding) => element("li", { class: `finding is-${finding.severity}`, "data-code": finding.code },
        element("span", { class: "tag" }, say.severities[finding.severity]), " ", finding[locale]))),
      unchecked.length === 0 ? null : element("p", { class: "note" }, say.unchecked(unchecked.join("; "))));
  }

  function impliedPart({ implied }) {
    const totals = Object.entries(implied);
    if (totals.length === 0) return element("div", {});
    const number = (value) => (value === null ? null : writtenNumber(value, locale));
    return part(say.implied, element("ul", {}, totals.map(([name, [low, high]]) => element("li", { "data-implied": name }, say.interval(name, number(low), number(high))))));
  }

  function repairsPart(claims, cells) {
    const { repairs } = suggestRepairs(claims);
    if (repairs.length === 0) return part(say.repairs, element("p", {}, say.noRepair));
    return part(say.repairs,
      element("p", { class: "note" }, say.repairsNote),
      element("ol", { class: "repairs" }, repairs.slice(0, mostRepairs).map(({ edits, explains }) => {
        // A range names no number that could be tried.
        const canTry = edits.every(({ to, path }) => !Array.isArray(to) && cells.has(path));
        return element("li", {}, explains[locale], " ", canTry ? element("button", {
          type: "button", class: "link", "aria-label": `${say.tryRepair}: ${explains[locale]}`, onclick: () => edits.forEach(({ path, to }) => fill(cells.get(path), String(to))),
        }, say.tryRepair) : null);
      })),
      repairs.length > mostRepairs ? element("p", { class: "note" }, say.more(repairs.length - mostRepairs)) : null);
  }

  function part(title, ...content) {
    return element("section", { class: "part" }, element("h3", {}, title), content);
  }
}
