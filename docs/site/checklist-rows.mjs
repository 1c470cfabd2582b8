import { html } from "./html.mjs";
import { linesOf, residences } from "./lines-of.mjs";
import { ruleInWords } from "./rule-in-words.mjs";
import { tileInWords } from "./tile-in-words.mjs";
import { capitalised, words, writtenDay, writtenLine } from "./words.mjs";

/**
 * Every value of a standard that has a citation, in the order of its page.
 *
 * @param law - The public entry of the package.
 * @param standard - One of its standards.
 * @param locale - `vi` or `en`.
 * @returns `kind`, `value` (markup) and `citation` of each.
 */
export function checklistRows(law, standard, locale) {
  const say = words[locale];
  const facts = { ...law.householdFacts, ...law.memberFacts };
  const residenceOf = (tile) => (tile.residence === undefined ? say.bothResidences : say[tile.residence]);
  const tileRow = (tile) => html`<li>${capitalised(residenceOf(tile))}: ${tileInWords(tile, standard, locale)}</li>`;
  return [
    ...standard.inForce.map(({ from, to, citation }) => ({ kind: "period", value: html`${writtenDay(from, locale)} – ${writtenDay(to, locale)}`, citation })),
    ...residences.flatMap((residence) => linesOf(standard, residence).map((line) => ({ kind: "line", value: html`${capitalised(say[residence])}: ${writtenLine(line, locale)}`, citation: line.citation }))),
    ...standard.classes.flatMap((rule) => {
      const label = capitalised(law.classLabels[rule.class][locale]);
      // A part that stands elsewhere than its class, or less surely, is a row of its own.
      const [own, shared] = [true, false].map((has) => rule.tiles.filter((tile) => (tile.citation !== undefined) === has));
      return [
        { kind: "class", value: html`${label}<ul>${shared.map(tileRow)}</ul>`, citation: rule.citation },
        ...own.map((tile) => ({ kind: "tile", value: html`${label}<ul>${tileRow(tile)}</ul>`, citation: tile.citation })),
      ];
    }),
    ...standard.indicators.map(({ label, deprivedWhen, citation }, index) => ({
      kind: "indicator",
      value: html`${index + 1}. ${capitalised(label[locale])}<div class="rule">${deprivedWhen === null ? say.thresholdNotHeld : html`${say.deprivedWhen} ${ruleInWords(deprivedWhen, facts, locale)}`}</div>`,
      citation,
    })),
    ...(standard.points === null ? [] : [{ kind: "points", value: pointsInWords(standard.points, locale), citation: standard.points.citation }]),
  ];
}

/** The points route as a list. */
export function pointsInWords({ lines, pointsPerIndicator }, locale) {
  const say = words[locale];
  return html`<ul>${lines.map(
    ({ residence, pointsUpTo, incomeUpTo }) => html`<li>${capitalised(say[residence])}: ${say.pointsA(pointsUpTo)} ${writtenLine(incomeUpTo, locale)}</li>`,
  )}<li>${capitalised(say.pointsB(pointsPerIndicator))}</li></ul>`;
}

/** What is held of the low-income worker, likewise. */
export function workerRows({ lowIncomeWorker: { description, lines, citation } }, locale) {
  const say = words[locale];
  return [
    { kind: "worker", value: html`${description[locale]}`, citation },
    ...residences.map((residence) => ({ kind: "line", value: html`${capitalised(say[residence])}: ${writtenLine(lines[residence], locale)}`, citation: lines[residence].citation })),
  ];
}

/** The definitions of newly escaped households, likewise. */
export function definitionRows(law, locale) {
  const say = words[locale];
  return Object.values(law.newlyEscapedDefinitions).map(({ id, lists, months, citation }) => ({
    kind: "definition",
    value: html`${say.definitions[id] ?? id}<ul><li>${say.lists}: ${lists.map((name) => law.classLabels[name][locale]).join(", ")}</li><li>${say.lasts}: ${say.months(months)}</li></ul>`,
    citation,
  }));
}
