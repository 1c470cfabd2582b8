/*
 * The city of the example. Published are only the totals of poor and near-poor households and persons; the households,
 * their units, the residents of each unit and the recognitions are synthetic.
 */

import Papa from "papaparse";
import { published } from "./published.mjs";
import { randomFrom } from "./random.mjs";
import { syntheticHousehold } from "./synthetic-household.mjs";

const seed = 20_231_231;
const standard = "vn/decree-07-2021";

const units = [
  { code: "HT-VY", name: "Phường Văn Yên", urban: 1, residents: 1_480, poor: 24, nearPoor: 31, above: 12 },
  { code: "HT-TQ", name: "Phường Thạch Quý", urban: 1, residents: 2_350, poor: 35, nearPoor: 47, above: 18 },
  // Some of these are communes, which count as rural.
  { code: "HT-KHAC", name: "Các đơn vị khác", urban: 0.55, residents: 27_070, poor: 318, nearPoor: 471, above: 120 },
];
const city = { code: "HT", name: "Thành phố Hà Tĩnh" };

/** The lines that incomes are drawn around, in VND per person per month; whether they are met is for the library. */
const lines = { rural: { poor: 1_500_000, average: 2_250_000 }, urban: { poor: 2_000_000, average: 3_000_000 } };

const sizes = {
  poor: { 1: 26, 2: 30, 3: 22, 4: 14, 5: 6, 6: 2 },
  "near-poor": { 1: 8, 2: 20, 3: 27, 4: 27, 5: 12, 6: 5, 7: 1 },
  "average-living-standard": { 1: 6, 2: 18, 3: 27, 4: 32, 5: 13, 6: 4 },
  "not-poor": { 1: 4, 2: 16, 3: 28, 4: 36, 5: 12, 6: 4 },
};
const numbersOfDeprivations = {
  poor: { 3: 54, 4: 28, 5: 12, 6: 5, 7: 1 },
  "near-poor": { 0: 12, 1: 38, 2: 50 },
  "average-living-standard": { 0: 34, 1: 34, 2: 20, 3: 9, 4: 3 },
  "not-poor": { 0: 58, 1: 30, 2: 10, 3: 2 },
};

const householdColumns = [
  "id", "area_code", "residence", "reviewed_on", "persons", "annual_income_vnd", "monthly_income_per_person_vnd",
  "floor_area_m2", "wall_durable", "pillar_durable", "roof_durable", "house_grade", "water_source", "toilet_type",
  "has_television", "has_radio", "has_desktop_computer", "has_telephone", "has_laptop", "has_tablet", "has_smartphone", "hears_loudspeaker",
];
const memberColumns = [
  "household_id", "id", "born_on", "jobless", "wage_work_without_contract", "monthly_social_allowance", "stunted", "underweight",
  "has_health_insurance", "attending", "completed", "certified_on_the_job_training", "uses_internet", "uses_phone_subscription", "went_without_care",
];

/**
 * The CSV files of the example, the same text each time.
 *
 * @returns {Readonly<Record<string, string>>} The text of each file by its name.
 */
export function syntheticCity() {
  const random = randomFrom(seed);
  const plans = plannedHouseholds(random);
  const built = plans.map((plan) => ({ plan, ...syntheticHousehold(plan, random), income: incomeOf(plan, random) }));
  return {
    "areas.csv": csv(["code", "name", "level", "parent"], [{ ...city, level: "district" }, ...units.map((unit) => ({ ...unit, level: "commune", parent: city.code }))]),
    // No source prints how many persons live there: blank, so no rate of persons can be told.
    "residents.csv": csv(["area_code", "households", "persons"], units.map(({ code, residents }) => ({ area_code: code, households: residents, persons: null }))),
    "households.csv": csv(householdColumns, built.map(({ plan, household, income }) => ({
      id: plan.id, area_code: plan.unit.code, residence: plan.residence, reviewed_on: plan.reviewedOn, persons: plan.persons, ...income, ...inSnakeCase(household),
    }))),
    "members.csv": csv(memberColumns, built.flatMap(({ plan, members }) => members.map((member) => ({ household_id: plan.id, ...inSnakeCase(member) })))),
    "recognitions.csv": csv(["household_id", "on", "class", "standard"], plans.flatMap((plan) => recognitionsOf(plan, random))),
  };
}

function csv(columns, rows) {
  const cells = rows.map((row) => columns.map((column) => row[column] ?? ""));
  return `${Papa.unparse({ fields: columns, data: cells }, { newline: "\n" })}\n`;
}

function inSnakeCase(facts) {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]));
}

// ------------------------------------------------------------------------------------------------ plans

/** Every household with its unit, the class it is meant for, its size and how many deprivations it has. */
function plannedHouseholds(random) {
  const meant = units.flatMap((unit) => {
    const above = Array.from({ length: unit.above }, (_, index) => (index % 2 === 0 ? "average-living-standard" : "not-poor"));
    const listed = [...Array.from({ length: unit.poor }, () => "poor"), ...Array.from({ length: unit.nearPoor }, () => "near-poor")];
    return random.shuffled([...listed, ...above]).map((name) => ({ unit, class: name }));
  });
  const persons = {
    poor: drawnSizes("poor", published.poor, random),
    "near-poor": drawnSizes("near-poor", published.nearPoor, random),
  };
  const plans = meant.map(({ unit, class: name }, index) => {
    const deprivations = Number(random.weighted(numbersOfDeprivations[name]));
    const above = persons[name] === undefined;
    return {
      id: `HT-${String(index + 1).padStart(4, "0")}`,
      unit,
      class: name,
      residence: random.chance(unit.urban) ? "urban" : "rural",
      reviewedOn: dayOfReview(random),
      persons: above ? Number(random.weighted(sizes[name])) : persons[name].pop(),
      deprivations,
      // So many unknown indicators cannot change the class: a third deprivation is what tells poor from near-poor.
      mustStay: name === "poor" ? 3 : 0,
      spareUnknown: above ? 2 : name === "poor" ? 1 : Math.max(0, 2 - deprivations),
      leaveOutMember: (above && random.chance(0.1)) || (name === "poor" && deprivations >= 5 && random.chance(0.5)),
    };
  });
  return withBorderCases(plans, random);
}

/** Sizes of so many households that add up to so many persons. */
function drawnSizes(name, { households, persons }, random) {
  const drawn = Array.from({ length: households }, () => Number(random.weighted(sizes[name])));
  const most = Math.max(...Object.keys(sizes[name]).map(Number));
  let left = persons - drawn.reduce((sum, size) => sum + size, 0);
  while (left !== 0) {
    const index = random.whole(0, drawn.length - 1);
    const size = drawn[index] + Math.sign(left);
    if (size < 1 || size > most) continue;
    drawn[index] = size;
    left -= Math.sign(left);
  }
  return drawn;
}

function dayOfReview(random) {
  const month = random.whole(9, 11);
  return `2023-${String(month).padStart(2, "0")}-${String(random.whole(month === 9 ? 5 : 1, month === 11 ? 20 : 28)).padStart(2, "0")}`;
}

/** A few households stand exactly on a line or one đồng beside it. */
function withBorderCases(plans, random) {
  const cases = [
    { class: "poor", persons: 4, onLine: "poor", beside: 0 },
    { class: "near-poor", persons: 3, onLine: "poor", beside: 0 },
    { class: "average-living-standard", onLine: "poor", beside: 1 },
    { class: "average-living-standard", onLine: "average", beside: 0 },
    { class: "not-poor", onLine: "average", beside: 1 },
  ];
  for (const { onLine, beside, ...like } of cases) {
    const plan = random.shuffled(plans).find((each) => each.border === undefined && Object.entries(like).every(([key, value]) => each[key] === value));
    plan.border = { onLine, beside };
  }
  return plans;
}

// ------------------------------------------------------------------------------------------------ income

/** The household's income over 12 months, or for some its income per person and month. */
function incomeOf({ class: name, residence, persons, border }, random) {
  const { poor, average } = lines[residence];
  const months = 12 * persons;
  if (border !== undefined) return { annual_income_vnd: lines[residence][border.onLine] * months + border.beside };
  const [over, upTo] = name === "average-living-standard" ? [poor, average] : name === "not-poor" ? [average, average * 1.45] : [poor * 0.15, poor];
  // Of two draws the higher one: most are near the line.
  const share = name === "not-poor" ? Math.min(random.whole(1, 1000), random.whole(1, 1000)) : Math.max(random.whole(1, 1000), random.whole(1, 1000));
  const monthly = over + ((upTo - over) * share) / 1000;
  if (random.chance(0.06)) return { monthly_income_per_person_vnd: Math.ceil((monthly - 999) / 1000) * 1000 };
  return { annual_income_vnd: withinLines(Math.round((monthly * months) / 100_000) * 100_000, over * months, upTo * months) };
}

/** A rounded income that has not left its band: over the lower line, up to the upper one. */
function withinLines(income, over, upTo) {
  if (income > upTo) return income - 100_000;
  return income > over ? income : income + 100_000;
}

// ------------------------------------------------------------------------------------------------ recognitions

const lastYear = "2022-12-14";
const thisYear = "2023-12-14";

/** What a household was before the class it has now; "none" where nothing was recognised. */
const before = {
  poor: { poor: 84, "near-poor": 9, none: 6, "left-and-back": 1 },
  "near-poor": { "near-poor": 80, poor: 12, none: 8 },
  "average-living-standard": { "near-poor": 52, poor: 18, none: 30 },
  "not-poor": { "near-poor": 30, poor: 10, none: 60 },
};

/** The decisions on a household, one a row: last year's list, some within the year, and this year's. */
function recognitionsOf(plan, random) {
  const row = (on, name) => ({ household_id: plan.id, on, class: name, standard });
  const was = random.weighted(before[plan.class]);
  if (was === "left-and-back") return [row(lastYear, "poor"), row("2023-05-19", "average-living-standard"), row(thisYear, "poor")];
  const now = row(thisYear, plan.class);
  // Who was never on a list and is not now, got no decision.
  if (was === "none") return plan.class === "poor" || plan.class === "near-poor" ? [now] : [];
  const inYear = random.chance(0.05);
  // Some left the list, or entered it, in the monthly review; the year's decision confirms it.
  return inYear && was !== plan.class ? [row(lastYear, was), row(random.pick(["2023-04-21", "2023-06-20", "2023-08-18"]), plan.class), now] : [row(lastYear, was), now];
}
