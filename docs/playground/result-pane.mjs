import * as law from "chuan-ngheo";
import { plane } from "../site/plane.mjs";
import { element } from "./element.mjs";
import { capitalised } from "./household-form.mjs";
import { householdPlace, placeInWords } from "./household-place.mjs";
import { marginInWords } from "./margin-words.mjs";

/** Colour of a class, as on the plane; never the only sign of it. */
const marks = { poor: "poor", "near-poor": "near", "average-living-standard": "average", "not-poor": "above" };

/**
 * The class, which is read out when it changes.
 *
 * @param found - An outcome, or `null` where the review day is missing.
 * @param view - `standard`, `locale`, `say`.
 */
export function verdictCard(found, { standard, locale, say }) {
  if (found === null) return element("div", { class: "verdict" }, element("p", { class: "class" }, say.undetermined), element("p", {}, say.dayNeeded));
  const { possible } = found;
  const label = (each) => capitalised(law.classLabels[each][locale]);
  const title = element("p", { class: "by" }, standard.title[locale]);
  if (possible.length === 1) return element("div", { class: `verdict ${marks[possible[0]]}`, "data-class": possible[0] }, element("p", { class: "class" }, label(possible[0])), title);
  return element("div", { class: "verdict", "data-class": "" },
    element("p", { class: "class" }, say.undetermined),
    element("p", { class: "possible" }, `${say.possible}: `, element("span", { class: "chips" }, possible.map((each) => element("span", { class: `chip ${marks[each]}`, "data-possible": each }, label(each), " ")))),
    title,
    found.results.length > 1 ? element("p", { class: "note" }, say.residenceAsked) : null,
    found.asks.includes("persons") ? element("p", { class: "note" }, say.personsAsked) : null,
  );
}

/**
 * Everything behind the class: the plane, the margin, what is missing, the reasons.
 *
 * @param found - An outcome.
 * @param view - `standard`, `locale`, `say`, `width` of the drawing, and `toField`, which goes to the field of a path.
 */
export function resultDetails(found, view) {
  const { say } = view;
  const several = found.results.length > 1;
  return found.results.map((result) => {
    const parts = [planePart(result, view), marginPart(result, view), missingPart(result, view), reasonsPart(result, view)];
    if (!several) return element("div", { class: "details" }, parts);
    const { residence, classification } = result;
    const classes = classification.possible.map((each) => law.classLabels[each][view.locale]).join(` ${say.or} `);
    return element("details", { class: "details" }, element("summary", {}, `${say.ifThere(say.atResidence[residence])}: ${classes}`), parts);
  });
}

function part(title, ...content) {
  return element("section", { class: "part" }, element("h3", {}, title), content);
}

function planePart({ residence, record, classification }, { standard, locale, say, width }) {
  const place = householdPlace(classification, record, standard);
  const inWords = placeInWords(place, standard, say, locale);
  const drawn = element("div", { class: "drawn" });
  // Written by the module that draws the law pages, which escapes all text.
  drawn.innerHTML = String(plane(law, standard, residence, locale, { width, household: { ...place, inWords } }));
  return part(say.plane, drawn, element("p", { class: "note here" }, inWords));
}

function marginPart({ classification }, { locale, say }) {
  return part(say.margin, element("ul", {}, marginInWords(classification, say, locale).map((sentence) => element("li", {}, sentence))));
}

/** Blocks of the explanation: a line, and the items below it. */
function blocksOf(classification, locale) {
  const blocks = [];
  for (const line of law.explain(classification, { locale }).split("\n")) {
    if (line.startsWith("- ")) blocks.at(-1).items.push(line.slice(2));
    else blocks.push({ head: line, items: [] });
  }
  return blocks;
}

/** The library lists what is missing last of its lists, and only where something is. */
function missingBlock({ missing }, blocks) {
  return missing.length === 0 ? undefined : blocks.findLast(({ items }) => items.length > 0);
}

function missingPart({ classification }, { locale, say, toField }) {
  const block = missingBlock(classification, blocksOf(classification, locale));
  if (block === undefined) return part(say.missing, element("p", {}, say.nothingMissing));
  const items = block.items.map((text, index) => {
    const { facts, indicator } = classification.missing[index];
    const go = toField(facts, indicator);
    return element("li", {}, capitalised(text), " ", go === null ? null : element("button", { type: "button", class: "link", "aria-label": `${say.toField}: ${text.split(":")[0].replace(/\.$/, "")}`, onclick: go }, say.toField));
  });
  return part(say.missing, element("ul", { class: "missing" }, items));
}

function reasonsPart({ classification }, { locale, say }) {
  const blocks = blocksOf(classification, locale);
  const missing = missingBlock(classification, blocks);
  return part(say.explanation, blocks.filter((block) => block !== missing).flatMap(({ head, items }) => [
    element("p", {}, head),
    items.length === 0 ? null : element("ul", {}, items.map((item) => element("li", {}, item))),
  ]));
}
