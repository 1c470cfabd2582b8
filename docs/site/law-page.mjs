import { checklistRows, pointsInWords } from "./checklist-rows.mjs";
import { groundsCells, groundsHeads, noteOf, provenanceOf, provisionOf, seenAtOf, verificationOf } from "./grounds.mjs";
import { html } from "./html.mjs";
import { linesOf, residences } from "./lines-of.mjs";
import { plane } from "./plane.mjs";
import { ruleInWords } from "./rule-in-words.mjs";
import { tileInWords } from "./tile-in-words.mjs";
import { capitalised, words, writtenDay, writtenLine } from "./words.mjs";

/** Address of the page of a standard, without its folder: the id without its country. */
export function lawPageName({ id }) {
  return `${id.slice(id.indexOf("/") + 1)}.html`;
}

/**
 * The page of one standard: everything that it holds, each value with where it stands and how surely it is known.
 *
 * @param law - The public entry of the package.
 * @param standard - One of its standards.
 * @param locale - `vi` or `en`.
 * @returns `title` and `body`.
 */
export function lawPage(law, standard, locale) {
  const say = words[locale];
  const { document } = standard;
  const citations = checklistRows(law, standard, locale).map(({ citation }) => citation);
  const day = (value) => (value === null ? say.dayNotHeld : writtenDay(value, locale));
  const body = html`<h1>${standard.title[locale]}</h1>
<dl class="facts">
<div><dt>${say.document}</dt><dd>${document.title[locale]}</dd></div>
<div><dt>${capitalised(say.issued)}</dt><dd>${day(document.issued)}</dd></div>
<div><dt>${capitalised(say.documentInForce)}</dt><dd>${day(document.inForce)}</dd></div>
<div><dt>${say.name}</dt><dd><code>${standard.id}</code></dd></div>
</dl>
<p class="warning">${say.verifiedCount(citations.filter(({ verification }) => verification !== null).length, citations.length)}</p>
${provenanceKey(locale)}

<h2 id="in-force">${say.inForce}</h2>
${table(html`<th scope="col">${say.from}</th><th scope="col">${say.to}</th>${groundsHeads(locale)}`, say.inForce,
    standard.inForce.map(({ from, to, citation }) => html`<tr><td class="num">${writtenDay(from, locale)}</td><td class="num">${writtenDay(to, locale)}</td>${groundsCells(citation, law, locale)}</tr>`))}

<h2 id="lines">${say.lines}</h2>
<p>${say.linesNote}</p>
${table(html`<th scope="col">${say.residence}</th><th scope="col">${say.line}</th>${groundsHeads(locale)}`, say.lines,
    residences.flatMap((residence) => linesOf(standard, residence).map((line) => html`<tr><th scope="row" class="place">${capitalised(say[residence])}</th><td class="amount">${writtenLine(line, locale)}</td>${groundsCells(line.citation, law, locale)}</tr>`)))}

<h2 id="classes">${say.classes}</h2>
<div class="planes">${residences.map((residence) => html`<figure><figcaption>${capitalised(say[residence])}</figcaption>${plane(law, standard, residence, locale)}</figure>`)}</div>
${table(html`<th scope="col">${say.class}</th><th scope="col">${say.rule}</th>${groundsHeads(locale)}`, say.classes, standard.classes.flatMap((rule) => classRows(law, standard, rule, locale)))}

<h2 id="indicators">${say.indicators}</h2>
${standard.indicators.length === 0
    ? html`<p>${say.noIndicators}</p>`
    : table(html`<th scope="col">${say.indicator}</th><th scope="col">${say.deprivedWhen}</th><th scope="col">${say.grounds}</th>`, say.indicators,
        standard.indicators.map((indicator, index) => indicatorRow(law, standard, indicator, index, locale)))}
${standard.points === null ? null : html`
<h2 id="points">${say.points}</h2>
${table(html`<th scope="col">${say.rule}</th>${groundsHeads(locale)}`, say.points, [html`<tr><td>${pointsInWords(standard.points, locale)}</td>${groundsCells(standard.points.citation, law, locale)}</tr>`])}`}

<h2 id="not-held">${say.notHeld}</h2>
${notHeld(law, standard, locale)}`;
  return { title: standard.title[locale], body };
}

/** What the three words of provenance mean. */
export function provenanceKey(locale) {
  const say = words[locale];
  return html`<dl class="key">${Object.keys(say.provenances).map((provenance) => html`<div><dt>${provenanceOf({ provenance }, locale)}</dt><dd>${say.provenanceMeaning[provenance]}</dd></div>`)}</dl>`;
}

/** A table that scrolls by itself on a narrow page, also by the keyboard. */
export function table(head, label, rows) {
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${label}"><table><thead><tr>${head}</tr></thead><tbody>
${rows}
</tbody></table></div>`;
}

function classRows(law, standard, rule, locale) {
  const say = words[locale];
  return rule.tiles.map((tile, index) => {
    const where = tile.residence === undefined ? say.bothResidences : say[tile.residence];
    const head = index > 0 ? null : html`<th scope="rowgroup" rowspan="${rule.tiles.length}">${capitalised(law.classLabels[rule.class][locale])}</th>`;
    return html`<tr>${head}<td>${capitalised(where)}: ${tileInWords(tile, standard, locale)}</td>${groundsCells(tile.citation ?? rule.citation, law, locale)}</tr>`;
  });
}

function indicatorRow(law, standard, { id, label, dimension, deprivedWhen, reason, citation }, index, locale) {
  const say = words[locale];
  const facts = { ...law.householdFacts, ...law.memberFacts };
  const group = standard.dimensions.find((each) => each.id === dimension);
  // A slot of the sentence stands for what the record says: its name in the language of the page.
  const sentence = reason[locale].replace(/\{(\w+)\}/g, (_, slot) => `[${say.slots[slot] ?? facts[slot]?.label[locale] ?? slot}]`);
  return html`<tr id="indicator-${id}"><th scope="row">${index + 1}. ${capitalised(label[locale])}<br><span class="soft">${group === undefined ? say.dimensionNotHeld : `${say.dimension}: ${group.label[locale]}`}</span></th>
<td><div class="rule">${deprivedWhen === null ? say.thresholdNotHeld : capitalisedRule(ruleInWords(deprivedWhen, facts, locale))}</div><p class="note">${say.sentence}: ${sentence}</p></td>
<td class="grounds">${provisionOf(citation, law, locale)} ${provenanceOf(citation, locale)}${noteOf(citation, locale)}<div>${say.seenAt}: ${seenAtOf(citation, locale)}</div><div>${say.verification}: ${verificationOf(citation, locale)}</div></td></tr>`;
}

function capitalisedRule(rule) {
  return html`<span class="first">${rule}</span>`;
}

function notHeld(law, standard, locale) {
  const say = words[locale];
  const recordedOnly = standard.indicators.filter(({ deprivedWhen }) => deprivedWhen === null);
  if (standard.notHeld.length === 0 && recordedOnly.length === 0) return html`<p>${say.nothingNotHeld}</p>`;
  return html`<ul>${standard.notHeld.map(
    (gap) => html`<li><strong>${capitalised(law.classLabels[gap.class][locale])}</strong> (${say.countedWithin}: ${law.classLabels[gap.within][locale]}). ${gap.note[locale]}</li>`,
  )}${recordedOnly.length === 0 ? null : html`<li><strong>${recordedOnly.map(({ label }) => label[locale]).join(", ")}</strong>. ${say.thresholdNotHeld}</li>`}</ul>`;
}
