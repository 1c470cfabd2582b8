import { agreesWith, areaRates, areaTree, classify, explain, newlyEscaped, povertyClasses, standardInForce } from "chuan-ngheo";
import { auditClaims } from "chuan-ngheo/audit";
import { officialForm, rollUpMovements, tabulateDeprivations, tabulateMovements } from "chuan-ngheo/forms";
import { impliedHouseholds, published, publishedClaims, reportedOn } from "./published.mjs";
import { groupedNumber, printedRate } from "./vietnamese.mjs";

/** The day as of which the lists of the year before stand. */
const yearBefore = "2022-12-31";

/**
 * Everything that the example shows, from the raw facts of the households.
 *
 * @param city - From `readCity`.
 */
export function cityResults({ areas, residents, households, recognitions }) {
  const standard = standardInForce(reportedOn);
  const classified = households.map((household) => ({ household, classification: classify(household, { standard }) }));
  const rates = ratesByArea(classified, { areas, residents }, standard);
  const whole = rates.at(-1);
  const classes = tally(classified);
  const audit = auditClaims(publishedClaims);
  const movements = rollUpMovements(tabulateMovements(movementsOf(households, recognitions)), areaTree(areas));
  return {
    standard,
    classified,
    classes,
    rates,
    whole,
    escapes: escapesOf(recognitions),
    forms: officialForms(areas, rates, movements),
    movements: movements.find(({ areaCode }) => areaCode === whole.areaCode),
    deprivations: deprivationsOf(classified, areas, standard).find(({ areaCode }) => areaCode === whole.areaCode),
    agreement: agreementOf(classified, recognitions, standard),
    explained: explainedHousehold(classified),
    audit,
    checks: checksOf(classes, whole, audit),
  };
}

/** Households and persons of each class. */
function tally(classified) {
  return new Map(povertyClasses.map((name) => {
    const found = classified.filter(({ classification }) => classification.class === name).map(({ household }) => household);
    return [name, { households: found.length, persons: found.reduce((sum, { persons }) => sum + persons, 0) }];
  }));
}

/** The rates of each area, the city last: parents come after their parts. */
function ratesByArea(classified, { areas, residents }, standard) {
  const counted = classified.map(({ household: { id, areaCode, persons }, classification: { class: found, possible } }) => ({
    id, areaCode, persons, class: found, possible, standard: standard.id,
  }));
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  return areaRates(counted, { areas, residents }).map((row) => ({ ...row, name: names.get(row.areaCode) }));
}

/**
 * Every household with its recognitions at the end of 2022 and of 2023. Its size and area of the year before are not
 * recorded; those of this year stand for them.
 */
function movementsOf(households, recognitions) {
  const standing = (history, until) => history.filter(({ on }) => on <= until).sort((one, other) => (one.on < other.on ? 1 : -1))[0] ?? null;
  const placed = (recognition, { areaCode, persons }) => (recognition === null ? null : { ...recognition, areaCode, persons });
  return households.flatMap((household) => {
    const history = recognitions.get(household.id) ?? [];
    const after = standing(history, reportedOn);
    return after === null ? [] : [{ id: household.id, history, before: placed(standing(history, yearBefore), household), after: placed(after, household) }];
  });
}

/** Forms 1, 2 and 3. Whether a household relapsed or newly arose stays open: the recognitions go back to 2022 only. */
function officialForms(areas, rates, movements) {
  return [officialForm(1, { areas, rates }), officialForm(2, { areas, movements }), officialForm(3, { areas, movements })];
}

/** In which indicators the households of each area are deprived, the poor and the near-poor. */
function deprivationsOf(classified, areas, standard) {
  const analysed = classified.map(({ household: { id, areaCode }, classification: { class: found, possible, deprived, unknown } }) => ({
    id, areaCode, class: found, possible, deprived, unknown, standard: standard.id,
  }));
  return tabulateDeprivations(analysed, { areas, standard });
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

/** The first poor household that stands exactly on the income line ("up to" includes the line), or `null`. */
function explainedHousehold(classified) {
  const found = classified.find(({ classification }) => classification.class === "poor" && classification.margin.income?.vnd === 0);
  if (found === undefined) return null;
  const { household, classification } = found;
  return { id: household.id, vi: explain(classification, { locale: "vi" }), en: explain(classification, { locale: "en" }) };
}

/** What came out beside what was published or is implied, as printed; the example fails where they differ. */
function checksOf(classes, { households: { residents }, rates }, audit) {
  const check = (vi, en, computed, expected) => ({ vi, en, computed, expected, status: "published", holds: computed === expected });
  const rate = (text) => `${text.replace(".", ",")}%`;
  const [poor, nearPoor] = [classes.get("poor"), classes.get("near-poor")];
  const { low, high } = impliedHouseholds;
  const implied = `${groupedNumber(low)}–${groupedNumber(high)}`;
  const found = audit.implied["tổng số"] ?? [null, null];
  return [
    check("Hộ nghèo", "poor households", groupedNumber(poor.households), groupedNumber(published.poor.households)),
    check("Nhân khẩu hộ nghèo", "persons in poor households", groupedNumber(poor.persons), groupedNumber(published.poor.persons)),
    check("Tỷ lệ hộ nghèo", "share of poor households", printedRate(rates.poorHouseholds), rate(published.poor.rate)),
    check("Hộ cận nghèo", "near-poor households", groupedNumber(nearPoor.households), groupedNumber(published.nearPoor.households)),
    check("Nhân khẩu hộ cận nghèo", "persons in near-poor households", groupedNumber(nearPoor.persons), groupedNumber(published.nearPoor.persons)),
    check("Tỷ lệ hộ cận nghèo", "share of near-poor households", printedRate(rates.nearPoorHouseholds), rate(published.nearPoor.rate)),
    {
      vi: "Tổng số hộ dân cư", en: "resident households",
      computed: groupedNumber(residents), expected: implied,
      status: "implied", holds: residents !== null && residents >= low && residents <= high,
    },
    { ...check("Tổng số hộ mà hai tỷ lệ cho phép", "total that both rates allow", found.map(groupedNumber).join("–"), implied), status: "implied" },
  ];
}
