import { agreesWith, areaRates, areaTree, classify, explain, newlyEscaped, povertyClasses, standardInForce } from "chuan-ngheo";
import { impliedHouseholds, published, reportedOn } from "./published.mjs";
import { printedRate } from "./vietnamese.mjs";

/**
 * Everything that the example shows, from the raw facts of the households.
 *
 * @param city - From `readCity`.
 */
export function cityResults({ areas, residents, households, recognitions }) {
  const standard = standardInForce(reportedOn);
  const classified = households.map((household) => ({ household, classification: classify(household, { standard }) }));
  const rates = ratesByArea(classified, { areas, residents });
  const whole = rates.at(-1);
  const classes = tally(classified);
  return {
    standard,
    classified,
    classes,
    rates,
    whole,
    escapes: escapesOf(recognitions),
    agreement: agreementOf(classified, recognitions, standard),
    explained: explainedHousehold(classified, standard),
    checks: checksOf(classes, whole),
  };
}

/** Households and persons of each class. */
function tally(classified) {
  return new Map(povertyClasses.map((name) => {
    const found = classified.filter(({ classification }) => classification.class === name).map(({ household }) => household);
    return [name, { households: found.length, persons: found.reduce((sum, { persons }) => sum + persons, 0) }];
  }));
}

/** The rates of each area, the city last. */
function ratesByArea(classified, { areas, residents }) {
  const tree = areaTree(areas);
  const counted = classified.map(({ household: { id, areaCode, persons }, classification }) => ({ id, areaCode, persons, ...classOf(classification) }));
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  return areaRates(counted, { areas: tree, residents }).map((row) => ({ ...row, name: names.get(row.areaCode) }));
}

function classOf({ class: found, possible }) {
  return found === null ? { class: null, possible } : { class: found };
}

/** Who is newly escaped on the last day of the year, by each definition, and until when. */
function escapesOf(recognitions) {
  return ["credit", "programme"].map((definition) => {
    const answers = [...recognitions].map(([id, ofHousehold]) => ({ id, ...newlyEscaped(ofHousehold, { on: reportedOn, definition }) }));
    const escaped = answers.filter(({ newlyEscaped: yes }) => yes);
    const windows = new Map();
    for (const { since, lastDay } of escaped) windows.set(since, { since, lastDay, households: (windows.get(since)?.households ?? 0) + 1 });
    return { definition, escaped, windows: [...windows.values()].sort((one, other) => (one.since < other.since ? -1 : 1)) };
  });
}

/** How often the class recognised last is the one that the facts give. */
function agreementOf(classified, recognitions, standard) {
  const compared = classified.flatMap(({ household, classification }) => {
    const last = recognitions.get(household.id)?.filter(({ on }) => on <= reportedOn).sort((one, other) => (one.on < other.on ? -1 : 1)).at(-1);
    return last === undefined ? [] : [agreesWith(classification, last.class, standard)];
  });
  return { compared: compared.length, agree: compared.filter((agrees) => agrees === true).length };
}

/** A poor household that stands exactly on the income line: "up to" includes the line. */
function explainedHousehold(classified) {
  const { household, classification } = classified.find(({ classification: { class: found, margin } }) => found === "poor" && margin.income?.vnd === 0);
  return { id: household.id, vi: explain(classification, { locale: "vi" }), en: explain(classification, { locale: "en" }) };
}

/** What came out beside what was published; the example fails where they differ. */
function checksOf(classes, { households, rates }) {
  const check = (vi, en, computed, expected) => ({ vi, en, computed, expected, holds: computed === expected });
  const printed = ({ low, high }) => [...new Set([printedRate(low), printedRate(high)])].join("–");
  const rate = (text) => `${text.replace(".", ",")}%`;
  return [
    check("Hộ nghèo", "poor households", String(classes.get("poor").households), String(published.poor.households)),
    check("Nhân khẩu hộ nghèo", "persons in poor households", String(classes.get("poor").persons), String(published.poor.persons)),
    check("Hộ cận nghèo", "near-poor households", String(classes.get("near-poor").households), String(published.nearPoor.households)),
    check("Nhân khẩu hộ cận nghèo", "persons in near-poor households", String(classes.get("near-poor").persons), String(published.nearPoor.persons)),
    check("Tỷ lệ hộ nghèo", "poverty rate, households", printed(rates.poorHouseholds), rate(published.poor.rate)),
    check("Tỷ lệ hộ cận nghèo", "near-poverty rate, households", printed(rates.nearPoorHouseholds), rate(published.nearPoor.rate)),
    {
      vi: "Tổng số hộ dân cư nằm trong khoảng suy ra",
      en: "resident households within the implied range",
      computed: String(households.residents),
      expected: `${impliedHouseholds.low}–${impliedHouseholds.high}`,
      holds: households.residents >= impliedHouseholds.low && households.residents <= impliedHouseholds.high,
    },
  ];
}
