/*
 * One synthetic household: who lives in it, and raw facts as an enumerator would record them. The deprivations are
 * drawn first and the facts written so that they say just these; whether they do is for the library, and the tests.
 */

/** Which members of which age, by the number of persons. */
const compositions = {
  1: [["elderly", 58], ["adult", 32], ["young", 10]],
  2: [["elderly elderly", 32], ["adult child", 26], ["elderly adult", 22], ["elderly child", 8], ["adult adult", 12]],
  3: [["adult adult child", 32], ["adult child child", 24], ["elderly adult child", 20], ["elderly elderly child", 9], ["adult adult young", 15]],
  4: [["adult adult child child", 46], ["elderly adult child child", 16], ["elderly adult adult child", 16], ["adult adult young child", 22]],
};
const ages = { elderly: [61, 89], adult: [31, 59], young: [17, 30], child: [0, 15] };

/** How often each of the twelve indicators is found among the deprived, before what a household makes impossible. */
const likelihood = {
  employment: 24, dependents: 17, nutrition: 8, healthInsurance: 13, adultEducation: 12, childSchooling: 5,
  housingQuality: 15, housingArea: 9, water: 7, toilet: 13, telecom: 14, informationMeans: 5,
};

/**
 * @param {object} plan - `id`, `persons`, `residence`, `reviewedOn`, `deprivations` (how many), `spareUnknown` (how many
 *   indicators may stay open), `mustStay` (how many deprivations may not be opened), `leaveOutMember` (whether one member may stay unlisted).
 * @param {ReturnType<import("./random.mjs").randomFrom>} random
 * @returns Facts of the household and of its members, by their names in the catalogue; a missing one is not recorded.
 */
export function syntheticHousehold(plan, random) {
  const people = composed(plan, random);
  const deprived = drawnDeprivations(people, plan, random);
  const household = dwelling(people.length, deprived, plan, random);
  if (!deprived.has("telecom")) people.find(({ age }) => age >= 12).usesInternet = true;
  const members = people.map((person) => recorded(person, plan, random));
  leaveBlanks(household, members, people, deprived, plan, random);
  const listed = plan.leaveOutMember ? withoutOne(members, people, random) : members;
  return { household, members: listed.map((member, index) => ({ id: `${plan.id}-${index + 1}`, ...member })), deprived };
}

// ------------------------------------------------------------------------------------------------ people

function composed({ persons, deprivations }, random) {
  const roles = random.weighted(new Map(compositions[Math.min(persons, 4)])).split(" ");
  while (roles.length < persons) roles.push(random.weighted({ child: 4, young: 3, elderly: 3 }));
  const people = roles.map((role) => ({ role, age: random.whole(...ages[role]), carries: new Set() }));
  // Children alone would make most of the household dependents, which counts as one deprivation.
  if (deprivations === 0)
    for (const person of people) if (mostlyChildren(people) && person.role === "child") Object.assign(person, { role: "young", age: random.whole(17, 22) });
  for (const person of people) startFacts(person, random);
  return people;
}

const isChild = ({ age }) => age < 16;
const mostlyChildren = (people) => people.filter(isChild).length * 2 > people.length;

/** A person with no deprivation. */
function startFacts(person, random) {
  const { age } = person;
  Object.assign(person, {
    jobless: false,
    wageWorkWithoutContract: false,
    monthlySocialAllowance: "none",
    stunted: false,
    underweight: false,
    hasHealthInsurance: true,
    ...schooling(age, random),
    certifiedOnTheJobTraining: false,
    usesInternet: age >= 10 && random.chance(age < 60 ? 0.75 : 0.15),
    usesPhoneSubscription: age >= 14 && random.chance(0.85),
    wentWithoutCare: random.chance(0.02),
  });
}

function schooling(age, random) {
  if (age < 3) return { attending: "none", completed: "none" };
  if (age < 6) return { attending: "preschool", completed: "none" };
  if (age < 12) return { attending: "primary", completed: "none" };
  if (age < 15) return { attending: "lower-secondary", completed: "primary" };
  if (age < 16) return { attending: random.pick(["lower-secondary", "upper-secondary"]), completed: "primary" };
  if (age < 18) return { attending: "upper-secondary", completed: "lower-secondary" };
  if (age < 22 && random.chance(0.5)) return { attending: random.pick(["vocational", "higher"]), completed: "upper-secondary" };
  if (age <= 30) return { attending: "none", completed: random.weighted({ "upper-secondary": 6, vocational: 3, higher: 2 }) };
  const completed = age < 60 ? { primary: 2, "lower-secondary": 5, "upper-secondary": 3, vocational: 1 } : { none: 2, primary: 5, "lower-secondary": 3 };
  return { attending: "none", completed: random.weighted(completed) };
}

// ------------------------------------------------------------------------------------------------ deprivations

const mayWork = ({ age, attending, monthlySocialAllowance }) => age >= 16 && age < 65 && attending === "none" && monthlySocialAllowance === "none";
/** Who can bear each of the deprivations that rest on one member. */
const bearers = {
  employment: mayWork,
  nutrition: ({ age }) => age < 11,
  healthInsurance: ({ age }) => age >= 6,
  adultEducation: ({ age }) => age >= 16 && age <= 30,
  childSchooling: ({ age }) => age >= 3 && age <= 15,
};
const bear = {
  employment: (person, random) => (random.chance(0.3) ? { jobless: true } : { wageWorkWithoutContract: true }),
  nutrition: (person, random) => random.pick([{ stunted: true }, { underweight: true }, { stunted: true, underweight: true }]),
  healthInsurance: () => ({ hasHealthInsurance: false }),
  adultEducation: ({ age }) => ({ attending: "none", completed: age < 18 ? "primary" : "lower-secondary" }),
  childSchooling: ({ age }) => ({ attending: age >= 12 ? "primary" : "none" }),
};

/** Draws which deprivations the household has, and lets its members bear theirs. */
function drawnDeprivations(people, { deprivations }, random) {
  const deprived = new Set(mostlyChildren(people) ? ["dependents"] : []);
  const weights = { ...likelihood };
  const rule = (name) => delete weights[name];
  for (const [name, canBear] of Object.entries(bearers)) if (!people.some(canBear)) rule(name);
  if (deprived.has("dependents") || !mayBeDependents(people)) rule("dependents");
  // One person seldom lives on less than 8 m².
  if (people.length < 3) weights.housingArea = 2;
  while (deprived.size < deprivations) {
    const drawn = random.weighted(weights);
    // Those without a telephone or television have no internet.
    const added = drawn === "informationMeans" && !deprived.has("telecom") ? ["telecom", drawn] : [drawn];
    if (deprived.size + added.length > deprivations) continue;
    for (const name of added) {
      deprived.add(name);
      rule(name);
    }
    if (drawn === "employment" && !mayBeDependents(people, 1)) rule("dependents");
    if (drawn === "dependents" && !mayBeDependents(people, 1)) rule("employment");
  }
  for (const [name, canBear] of Object.entries(bearers)) {
    if (!deprived.has(name)) continue;
    const person = random.pick(people.filter(canBear));
    Object.assign(person, bear[name](person, random));
    person.carries.add(name);
  }
  giveAllowances(people, deprived.has("dependents"), random);
  if (deprived.has("telecom")) for (const person of people) person.usesInternet = false;
  return deprived;
}

const mayReceive = ({ age }) => age >= 72;
const dependents = (people) => people.filter((person) => isChild(person) || ["elderly", "disabled"].includes(person.monthlySocialAllowance)).length;

/** Whether allowances of old people, and of one disabled adult, can make dependents of more than half. */
function mayBeDependents(people, working = 0) {
  const able = people.filter((person) => isChild(person) || mayReceive(person)).length;
  const adults = people.filter(({ role }) => role === "adult").length - working;
  return (able + Math.max(0, Math.min(adults, 1))) * 2 > people.length;
}

function giveAllowances(people, toMost, random) {
  const old = people.filter(mayReceive).sort((one, other) => other.age - one.age);
  const adults = people.filter(({ role, carries }) => role === "adult" && !carries.has("employment")).slice(0, 1);
  for (const person of [...old, ...adults]) {
    const stillHalf = (dependents(people) + 1) * 2 <= people.length;
    const enough = dependents(people) * 2 > people.length;
    const given = toMost ? !enough || (person.age >= 80 && random.chance(0.9)) : stillHalf && (person.age >= 80 || random.chance(0.06));
    if (given) person.monthlySocialAllowance = person.role === "adult" ? "disabled" : "elderly";
  }
}

// ------------------------------------------------------------------------------------------------ the dwelling

function dwelling(persons, deprived, { residence }, random) {
  const durable = [true, true, true];
  const weak = deprived.has("housingQuality") ? random.weighted({ 2: 8, 3: 2 }) : random.weighted({ 0: 8, 1: 2 });
  for (const index of random.shuffled([0, 1, 2]).slice(0, Number(weak))) durable[index] = false;
  // In tenths of a square metre, so that no rounding comes in: 8.0 m² for each person is enough.
  const tenths = deprived.has("housingArea")
    ? random.whole(42 * persons, 80 * persons - 1)
    : random.chance(0.04) ? 80 * persons : random.whole(90 * persons, (persons === 1 ? 420 : 210) * persons);
  const area = tenths < 100 ? tenths : Math.max(deprived.has("housingArea") ? 0 : 80 * persons, tenths - (random.chance(0.85) ? tenths % 10 : 0));
  const none = deprived.has("informationMeans");
  const online = !deprived.has("telecom");
  const urban = residence === "urban";
  return {
    floorAreaM2: String(area / 10),
    wallDurable: durable[0],
    pillarDurable: durable[1],
    roofDurable: durable[2],
    houseGrade: ["solid", "semi-solid", "semi-temporary", "temporary"][Number(weak)],
    waterSource: deprived.has("water")
      ? random.weighted({ "unprotected-well": 6, "surface-water": 2, other: 1 })
      : random.weighted(urban ? { tap: 80, "drilled-well": 12, rainwater: 3, bottled: 3, "protected-dug-well": 2 } : { tap: 42, "drilled-well": 30, "protected-dug-well": 18, rainwater: 10 }),
    toiletType: deprived.has("toilet")
      ? random.weighted({ "open-pit": 5, none: 2, other: 2 })
      : random.weighted(urban ? { septic: 70, "semi-septic": 20, "pour-flush": 10 } : { septic: 38, "semi-septic": 24, "pour-flush": 16, "double-vault": 16, "pit-with-slab": 6 }),
    hasTelevision: !none && (!online || random.chance(0.86)),
    hasRadio: !none && random.chance(0.12),
    hasDesktopComputer: !none && online && random.chance(0.05),
    hasTelephone: !none && random.chance(0.6),
    hasLaptop: !none && online && random.chance(0.08),
    hasTablet: !none && online && random.chance(0.04),
    hasSmartphone: !none && online,
    hearsLoudspeaker: random.chance(0.93),
  };
}

// ------------------------------------------------------------------------------------------------ what is recorded

function recorded(person, { reviewedOn }, random) {
  const facts = { bornOn: birth(person, reviewedOn, random), ...person };
  for (const name of ["role", "age", "carries"]) delete facts[name];
  return facts;
}

/** A birth that gives the age on the review day; of older people often only the year is known, of some the month. */
function birth({ age }, reviewedOn, random) {
  const year = Number(reviewedOn.slice(0, 4));
  const month = random.whole(1, 12);
  const day = random.whole(1, 28);
  const text = `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const hadBirthday = text <= reviewedOn.slice(5);
  const born = `${year - age - (hadBirthday ? 0 : 1)}-${text}`;
  if (age >= 33 && random.chance(age >= 60 ? 0.45 : 0.08)) return born.slice(0, 4);
  // A month that is not the review's tells the age as well.
  if (text.slice(0, 2) !== reviewedOn.slice(5, 7) && random.chance(0.04)) return born.slice(0, 7);
  return born;
}

/** Facts that no rule in force reads, or that another fact makes idle, are often not asked; a few others are missing. */
function leaveBlanks(household, members, people, deprived, { spareUnknown, mustStay }, random) {
  if (random.chance(0.5)) household.houseGrade = null;
  if (random.chance(0.3)) household.hearsLoudspeaker = null;
  if (household.hasTelevision) for (const name of ["hasRadio", "hasTablet", "hasTelephone"]) if (random.chance(0.15)) household[name] = null;
  for (const member of members) {
    if (random.chance(0.25)) member.wentWithoutCare = null;
    if (random.chance(0.15)) member.usesPhoneSubscription = null;
  }
  // Each hole leaves one indicator open; `spareUnknown` and `mustStay` say how many cannot change the class.
  const insured = members[people.findIndex(bearers.healthInsurance)];
  const holes = {
    housingArea: () => Object.assign(household, { floorAreaM2: null }),
    housingQuality: () => Object.assign(household, { wallDurable: null, roofDurable: null }),
    water: () => Object.assign(household, { waterSource: null }),
    toilet: () => Object.assign(household, { toiletType: null }),
    ...(insured === undefined || deprived.has("healthInsurance") ? {} : { healthInsurance: () => Object.assign(insured, { hasHealthInsurance: null }) }),
  };
  const may = Object.keys(holes).filter((name) => !deprived.has(name) || deprived.size > mustStay);
  for (const name of random.shuffled(may).slice(0, spareUnknown)) if (random.chance(0.22)) holes[name]();
}

/** Leaves out one member on whom nothing rests, who is there but was not met. */
function withoutOne(members, people, random) {
  const idle = people.flatMap(({ carries, role }, index) => (index > 0 && carries.size === 0 && role !== "child" ? [index] : []));
  if (idle.length === 0) return members;
  const left = random.pick(idle);
  return members.filter((_, index) => index !== left);
}
