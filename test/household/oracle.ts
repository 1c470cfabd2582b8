/**
 * A second reading of Decree 07/2021 and Decision 59/2015, written by hand from the text, without the expression language, the tiling
 * and the exact numbers of the library: an error that the library's interpreters share is not shared by this one.
 */

/** `null` is "not known". */
export type Tri = boolean | null;
/** What may be recorded; a key that is absent, `undefined` or `null` is not known. */
export type Recorded = Readonly<Record<string, unknown>>;

/** What the oracle says of a household. */
export interface OracleAnswer {
  readonly verdicts: Readonly<Record<string, Tri>>;
  readonly count: readonly [number, number];
  readonly possible: readonly string[];
  /** `null` when more than one class is possible. */
  readonly class: string | null;
}

// ---- three-valued logic -----------------------------------------------------------------------------------------------------------

const not = (a: Tri): Tri => (a === null ? null : !a);
function and(...terms: readonly Tri[]): Tri {
  if (terms.includes(false)) return false;
  return terms.includes(null) ? null : true;
}
function or(...terms: readonly Tri[]): Tri {
  if (terms.includes(true)) return true;
  return terms.includes(null) ? null : false;
}

// ---- recorded values --------------------------------------------------------------------------------------------------------------

const value = (record: Recorded, name: string): unknown => record[name] ?? null;
const flag = (record: Recorded, name: string): Tri => value(record, name) as Tri;
const isOneOf = (record: Recorded, name: string, words: readonly string[]): Tri => {
  const word = value(record, name) as string | null;
  return word === null ? null : words.includes(word);
};

// ---- dates, as a person reads a calendar -----------------------------------------------------------------------------------------

interface CalendarDay { readonly year: number; readonly month: number; readonly day: number }

const readDay = (text: string): CalendarDay => {
  const [year, month, day] = text.split("-").map(Number);
  return { year: year!, month: month!, day: day! };
};
const isBefore = (a: CalendarDay, b: CalendarDay): boolean =>
  a.year !== b.year ? a.year < b.year : a.month !== b.month ? a.month < b.month : a.day < b.day;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
function lastOfMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Completed years: the birthday in the year of the review has come or has not. Born on 29 February, it comes on 1 March in common years. */
export function completedYears(born: CalendarDay, review: CalendarDay): number {
  let birthday: CalendarDay = { ...born, year: review.year };
  if (born.month === 2 && born.day === 29 && !isLeap(review.year)) birthday = { year: review.year, month: 3, day: 1 };
  const years = review.year - born.year;
  return isBefore(review, birthday) ? years - 1 : years;
}

/** The first and the last day on which a person can have been born, by a birth that may be only a year or a month. */
export function birthRange(birth: string, review: CalendarDay): readonly [CalendarDay, CalendarDay] {
  const parts = birth.split("-").map(Number);
  const year = parts[0]!;
  const month = parts[1];
  const day = parts[2];
  const first = { year, month: month ?? 1, day: day ?? 1 };
  const last = { year, month: month ?? 12, day: day ?? lastOfMonth(year, month ?? 12) };
  // Nobody at the review is born after it.
  return [first, isBefore(review, last) ? review : last];
}

/** Youngest and oldest age that a member can have, or `null` where nothing is known of the birth. */
function ageRange(member: Recorded, review: CalendarDay): readonly [number, number] | null {
  const birth = value(member, "bornOn") as string | null;
  if (birth === null) return null;
  const [first, last] = birthRange(birth, review);
  return [completedYears(last, review), completedYears(first, review)];
}
function isAtLeastOfAge(member: Recorded, years: number, review: CalendarDay): Tri {
  const range = ageRange(member, review);
  if (range === null) return null;
  if (range[0] >= years) return true;
  return range[1] < years ? false : null;
}
const isUnderAge = (member: Recorded, years: number, review: CalendarDay): Tri => not(isAtLeastOfAge(member, years, review));

// ---- exact numbers ----------------------------------------------------------------------------------------------------------------

interface Rational { readonly top: bigint; readonly bottom: bigint }

/** A number, or a number written as text, as a fraction with a power of ten below. */
function rational(written: number | string): Rational {
  const [mantissa, exponent] = String(written).toLowerCase().split("e");
  const [whole, decimals = ""] = mantissa!.split(".");
  const power = Number(exponent ?? 0) - decimals.length;
  const digits = BigInt(`${whole!.replace("+", "")}${decimals}`);
  return power >= 0 ? { top: digits * 10n ** BigInt(power), bottom: 1n } : { top: digits, bottom: 10n ** BigInt(-power) };
}

// ---- members ----------------------------------------------------------------------------------------------------------------------

interface Reading {
  readonly household: Recorded;
  readonly members: readonly Recorded[];
  readonly persons: number;
  readonly review: CalendarDay;
}

/** Some member is so. A member who is not listed may be so or not. */
function someMember(reading: Reading, isSo: (member: Recorded) => Tri): Tri {
  const verdicts = reading.members.map(isSo);
  if (verdicts.includes(true)) return true;
  return verdicts.includes(null) || reading.persons > reading.members.length ? null : false;
}

/** More than half of all members are so, listed or not. */
function moreThanHalf(reading: Reading, isSo: (member: Recorded) => Tri): Tri {
  let certain = 0n;
  let open = BigInt(reading.persons - reading.members.length);
  for (const member of reading.members) {
    const verdict = isSo(member);
    if (verdict === true) certain += 1n;
    if (verdict === null) open += 1n;
  }
  const persons = BigInt(reading.persons);
  if (certain * 2n > persons) return true;
  return (certain + open) * 2n > persons ? null : false;
}

function areaUnderEightPerMember(reading: Reading): Tri {
  const written = value(reading.household, "floorAreaM2") as number | string | null;
  if (written === null) return null;
  const area = rational(written);
  return area.top < 8n * BigInt(reading.persons) * area.bottom;
}

const unsafeWater = (reading: Reading): Tri =>
  not(isOneOf(reading.household, "waterSource", ["tap", "drilled-well", "protected-dug-well", "protected-spring", "rainwater", "bottled"]));
const unsafeToilet = (reading: Reading): Tri =>
  not(isOneOf(reading.household, "toiletType", ["septic", "semi-septic", "pour-flush", "improved-ventilated-pit", "double-vault", "pit-with-slab"]));

const lowerSecondaryOrAbove = ["lower-secondary", "upper-secondary", "vocational", "higher"];
const upperSecondaryOrAbove = ["upper-secondary", "vocational", "higher"];

// ---- Decree 07/2021, the 12 indicators in order ------------------------------------------------------------------------------------

type Rule = (reading: Reading) => Tri;

const decree07: Readonly<Record<string, Rule>> = {
  employment: (reading) =>
    someMember(reading, (member) =>
      and(isAtLeastOfAge(member, 15, reading.review), or(flag(member, "jobless"), flag(member, "wageWorkWithoutContract")))),
  dependents: (reading) =>
    moreThanHalf(reading, (member) =>
      or(isUnderAge(member, 16, reading.review), isOneOf(member, "monthlySocialAllowance", ["elderly", "disabled"]))),
  nutrition: (reading) =>
    someMember(reading, (member) => and(isUnderAge(member, 16, reading.review), or(flag(member, "stunted"), flag(member, "underweight")))),
  healthInsurance: (reading) =>
    someMember(reading, (member) => and(isAtLeastOfAge(member, 6, reading.review), not(flag(member, "hasHealthInsurance")))),
  adultEducation: (reading) =>
    someMember(reading, (member) => {
      const from16To30 = and(isAtLeastOfAge(member, 16, reading.review), isUnderAge(member, 31, reading.review));
      const lacksLowerSecondary = not(or(isOneOf(member, "attending", lowerSecondaryOrAbove), isOneOf(member, "completed", lowerSecondaryOrAbove)));
      const lacksUpperSecondary = not(or(isOneOf(member, "attending", upperSecondaryOrAbove), isOneOf(member, "completed", upperSecondaryOrAbove)));
      // "lacks the schooling for the age": the lower level at any of these ages; or, from 18, the upper one.
      const lacksSchooling = or(lacksLowerSecondary, and(isAtLeastOfAge(member, 18, reading.review), lacksUpperSecondary));
      return and(from16To30, not(flag(member, "certifiedOnTheJobTraining")), lacksSchooling);
    }),
  childSchooling: (reading) =>
    someMember(reading, (member) => {
      const from3To15 = and(isAtLeastOfAge(member, 3, reading.review), isUnderAge(member, 16, reading.review));
      const attendsNothing = isOneOf(member, "attending", ["none"]);
      const lessThanPrimary = isOneOf(member, "attending", ["none", "preschool"]);
      const lessThanLowerSecondary = isOneOf(member, "attending", ["none", "preschool", "primary"]);
      return and(from3To15, or(
        attendsNothing,
        and(isAtLeastOfAge(member, 6, reading.review), lessThanPrimary),
        and(isAtLeastOfAge(member, 12, reading.review), lessThanLowerSecondary),
      ));
    }),
  housingQuality: (reading) => {
    const parts = ["wallDurable", "pillarDurable", "roofDurable"].map((name) => flag(reading.household, name));
    const poorParts = parts.filter((part) => part === false).length;
    const openParts = parts.filter((part) => part === null).length;
    if (poorParts >= 2) return true;
    return poorParts + openParts >= 2 ? null : false;
  },
  housingArea: areaUnderEightPerMember,
  water: unsafeWater,
  toilet: unsafeToilet,
  telecom: (reading) => not(someMember(reading, (member) => flag(member, "usesInternet"))),
  informationMeans: (reading) =>
    not(or(...["hasTelevision", "hasRadio", "hasDesktopComputer", "hasTelephone", "hasLaptop", "hasTablet", "hasSmartphone"]
      .map((name) => flag(reading.household, name)))),
};

// ---- Decision 59/2015, the 10 indicators in order ----------------------------------------------------------------------------------

const decision59: Readonly<Record<string, Rule>> = {
  medicalCare: (reading) => someMember(reading, (member) => flag(member, "wentWithoutCare")),
  healthInsurance: decree07["healthInsurance"]!,
  adultEducation: (reading) =>
    someMember(reading, (member) => {
      const birth = value(member, "bornOn") as string | null;
      // A year or a month lies wholly before 1 January 1986 or wholly from it on.
      const bornFrom1986 = birth === null ? null : Number(birth.slice(0, 4)) >= 1986;
      return and(
        isAtLeastOfAge(member, 15, reading.review), bornFrom1986,
        not(isOneOf(member, "completed", lowerSecondaryOrAbove)), isOneOf(member, "attending", ["none"]),
      );
    }),
  childSchooling: (reading) =>
    someMember(reading, (member) =>
      and(isAtLeastOfAge(member, 5, reading.review), isUnderAge(member, 15, reading.review), isOneOf(member, "attending", ["none"]))),
  housingQuality: (reading) => isOneOf(reading.household, "houseGrade", ["semi-temporary", "temporary"]),
  housingArea: areaUnderEightPerMember,
  water: unsafeWater,
  toilet: unsafeToilet,
  telecom: (reading) => not(someMember(reading, (member) => or(flag(member, "usesPhoneSubscription"), flag(member, "usesInternet")))),
  informationMeans: (reading) =>
    and(
      not(or(...["hasTelevision", "hasRadio", "hasDesktopComputer", "hasLaptop", "hasTablet"].map((name) => flag(reading.household, name)))),
      not(flag(reading.household, "hearsLoudspeaker")),
    ),
};

/** Thresholds of Decree 351/2025 are not held: from facts nothing is known of an indicator. */
const decree351: Readonly<Record<string, Rule>> = Object.fromEntries(
  [
    "employment", "dependents", "nutrition", "healthInsurance", "adultEducation", "childSchooling", "housingQuality", "housingArea", "telecom",
    "water", "toilet", "wasteTreatment",
  ].map((id) => [id, (): Tri => null]),
);

const rulesOf: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  "vn/decision-170-2005": {},
  "vn/decision-09-2011": {},
  "vn/decision-59-2015": decision59,
  "vn/decree-07-2021": decree07,
  "vn/decree-351-2025": decree351,
};

/** Identifiers of the indicators of a standard, in the official order. */
export const oracleIndicators = (standard: string): readonly string[] => Object.keys(rulesOf[standard]!);

// ---- classes ----------------------------------------------------------------------------------------------------------------------

/** Lines in VND per person per month: below the first, up to the next, … */
const lines: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  "vn/decision-170-2005": { rural: [200_000], urban: [260_000] },
  "vn/decision-09-2011": { rural: [400_000, 520_000], urban: [500_000, 650_000] },
  "vn/decision-59-2015": { rural: [700_000, 1_000_000, 1_500_000], urban: [900_000, 1_300_000, 1_950_000] },
  "vn/decree-07-2021": { rural: [1_500_000, 2_250_000], urban: [2_000_000, 3_000_000] },
  "vn/decree-351-2025": { rural: [2_200_000], urban: [2_800_000] },
};

/** Class of a band (0: up to the first line, the line included) and a number of deprived indicators. */
function classInBand(standard: string, band: number, deprived: number): string {
  switch (standard) {
    case "vn/decision-170-2005": return band === 0 ? "poor" : "not-poor";
    case "vn/decision-09-2011": return ["poor", "near-poor", "not-poor"][band]!;
    case "vn/decision-59-2015":
      if (band === 0) return "poor";
      if (band === 1) return deprived >= 3 ? "poor" : "near-poor";
      return band === 2 ? "average-living-standard" : "not-poor";
    case "vn/decree-07-2021":
      if (band === 0) return deprived >= 3 ? "poor" : "near-poor";
      return band === 1 ? "average-living-standard" : "not-poor";
    case "vn/decree-351-2025":
      if (band === 0) return deprived >= 3 ? "poor" : "near-poor";
      return "not-poor";
    default: throw new Error(`the oracle does not know ${standard}`);
  }
}

const poorestFirst = ["poor", "near-poor", "average-living-standard", "not-poor"];

function bandOf(standard: string, residence: string, household: Recorded, persons: number): number | null {
  const monthly = value(household, "monthlyIncomePerPersonVnd") as number | string | null;
  const annual = value(household, "annualIncomeVnd") as number | string | null;
  const limits = lines[standard]![residence]!;
  if (monthly === null && annual === null) return null;
  const income = rational((monthly ?? annual)!);
  // A monthly income is per person; an annual one is the whole household's over 12 months.
  const units = monthly !== null ? 1n : 12n * BigInt(persons);
  const over = limits.filter((line) => income.top > BigInt(line) * units * income.bottom);
  return over.length;
}

/** Classes that an income band (or any income) and any count from low to high allow, poorest first. */
function oracleClasses(standard: string, residence: string, household: Recorded, persons: number, count: readonly [number, number]): readonly string[] {
  const band = bandOf(standard, residence, household, persons);
  const bands = band === null ? [...lines[standard]![residence]!, null].map((_, index) => index) : [band];
  const found = new Set<string>();
  for (const each of bands) for (let deprived = count[0]; deprived <= count[1]; deprived += 1) found.add(classInBand(standard, each, deprived));
  return poorestFirst.filter((name) => found.has(name));
}

const answer = (verdicts: Readonly<Record<string, Tri>>, count: readonly [number, number], possible: readonly string[]): OracleAnswer =>
  ({ verdicts, count, possible, class: possible.length === 1 ? possible[0]! : null });

/** What a standard says of the recorded facts of a household on a day. */
export function oracle(household: Recorded, standard: string, on: string): OracleAnswer {
  const members = (value(household, "members") ?? []) as readonly Recorded[];
  const persons = (value(household, "persons") ?? members.length) as number;
  const reading: Reading = { household, members, persons, review: readDay(on) };
  const verdicts = Object.fromEntries(Object.entries(rulesOf[standard]!).map(([id, rule]) => [id, rule(reading)]));
  const all = Object.values(verdicts);
  const low = all.filter((verdict) => verdict === true).length;
  const high = low + all.filter((verdict) => verdict === null).length;
  return answer(verdicts, [low, high], oracleClasses(standard, household["residence"] as string, household, persons, [low, high]));
}

/** What a standard says of recorded flags, or of a count. */
export function oracleOfFlags(recorded: Recorded, standard: string): OracleAnswer {
  const persons = (value(recorded, "persons") ?? 1) as number;
  const flags = (value(recorded, "deprivations") ?? {}) as Recorded;
  const verdicts = Object.fromEntries(oracleIndicators(standard).map((id) => [id, flag(flags, id)]));
  const given = value(recorded, "deprivationCount") as number | readonly [number, number] | null;
  const low = Object.values(verdicts).filter((verdict) => verdict === true).length;
  const high = low + Object.values(verdicts).filter((verdict) => verdict === null).length;
  const count: readonly [number, number] = given === null ? [low, high] : typeof given === "number" ? [given, given] : given;
  return answer(verdicts, count, oracleClasses(standard, recorded["residence"] as string, recorded, persons, count));
}

/** What Circular 07/2021 says of points under Decree 07/2021: A up to the line and 30 points or more of B. */
export function oracleOfPoints(recorded: Recorded): readonly string[] {
  const line = recorded["residence"] === "rural" ? 140 : 175;
  const a = value(recorded, "pointsA") as number | null;
  const b = value(recorded, "pointsB") as number | null;
  const count = value(recorded, "deprivationCount") as number | readonly [number, number] | null;
  const [low, high] = b !== null ? [b, b] : count === null ? [0, 120] : typeof count === "number" ? [count * 10, count * 10] : [count[0] * 10, count[1] * 10];
  const found = new Set<string>();
  if (a === null || a <= line) {
    if (high >= 30) found.add("poor");
    if (low < 30) found.add("near-poor");
  }
  // Above the line the points cannot tell the average living standard.
  if (a === null || a > line) found.add("average-living-standard").add("not-poor");
  return poorestFirst.filter((name) => found.has(name));
}
