import { bitCount } from "../core/bit-count.js";
import { notARecord, unexpected, unknownKey } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";
import { compareExactly, exactAmount, type ExactAmount } from "../core/exact-amount.js";
import { isObject } from "../core/is-object.js";
import { isWhole } from "../core/is-whole.js";
import { dayInterval, dayNumber, type DayNumber } from "../core/plain-date.js";
import { povertyClasses, type Standard } from "../law/standard.js";
import { clearMembers, householdSlots, masksInRow, memberSlots, MEMBERS_A_ROW, MISSING, type FactSheet, type FactSlot, type Means } from "./fact-sheet.js";

/** The three kinds of record; each has keys that the others do not know. */
export type RecordKind = "facts" | "deprivations" | "points";

/** What a key of a record holds. */
interface KeySlot {
  readonly type:
    | FactSlot["type"] | "id" | "areaCode" | "meta" | "recordedClass" | "residence" | "persons" | "reviewedOn" | "annualIncomeVnd" | "monthlyIncomePerPersonVnd"
    | "members" | "deprivations" | "deprivationCount" | "pointsA" | "pointsB";
  readonly index: number;
  readonly words: ReadonlyMap<unknown, number>;
}

const slots = (...keys: readonly Exclude<KeySlot["type"], FactSlot["type"]>[]): readonly (readonly [string, KeySlot])[] =>
  keys.map((key) => [key, { type: key, index: 0, words: new Map() }]);
const carried = /* @__PURE__ */ slots("id", "areaCode", "meta", "recordedClass", "residence", "persons", "reviewedOn");
const income = /* @__PURE__ */ slots("annualIncomeVnd", "monthlyIncomePerPersonVnd");
const keysOf: Readonly<Record<RecordKind, ReadonlyMap<string, KeySlot>>> = {
  facts: /* @__PURE__ */ new Map([...carried, ...income, ...slots("members"), ...householdSlots]),
  deprivations: /* @__PURE__ */ new Map([...carried, ...income, ...slots("deprivations", "deprivationCount")]),
  points: /* @__PURE__ */ new Map([...carried, ...slots("pointsA", "pointsB", "deprivationCount")]),
};
const memberKeys: ReadonlyMap<string, KeySlot> = /* @__PURE__ */ new Map([...slots("id"), ...memberSlots]);

/** Later than every review: the latest birth of a member whose birth is unknown. */
const UNBORN = 99_999_999;

type Keyed = Readonly<Record<string, unknown>>;

/** The recorded deprivations of a household after the check, as bit masks over the indicators. */
export interface CheckedDeprivations extends Means {
  /** Indicators recorded as deprived; 0 where only a number was recorded. */
  deprivedMask: number;
  /** Indicators of which nothing is recorded. */
  unknownMask: number;
  /** Fewest deprived indicators. */
  least: number;
  /** Most deprived indicators. */
  most: number;
  /** Whether each indicator was recorded, rather than their number. */
  byIndicator: boolean;
}

/** A scored household after the check. */
export interface CheckedPoints {
  /** 0 rural, 1 urban. */
  readonly residence: number;
  /** Points A, or `null` where unknown. */
  readonly pointsA: number | null;
  /** Fewest deprived indicators. */
  readonly least: number;
  /** Most deprived indicators. */
  readonly most: number;
  /** The key that holds the deprivations. */
  readonly deprivationsKey: "pointsB" | "deprivationCount";
}

/**
 * Reads a household's facts into a sheet, or throws at the first thing that is wrong.
 *
 * @param household - What came.
 * @param on - The review day of the call; the household's own `reviewedOn` goes before it.
 * @param sheet - Every place that is read later is filled anew.
 * @throws {@link PovertyStandardError} `invalid-input` with the path.
 */
export function readFacts(household: unknown, on: unknown, sheet: FactSheet): void {
  const record = asRecord(household, "");
  startMeans(sheet);
  sheet.householdCodes.fill(MISSING);
  let members: readonly unknown[] | null = null;
  let day: unknown = on;
  for (const key in record) {
    const value = record[key];
    const place = keysOf.facts.get(key);
    if (place === undefined) {
      refuseKey("facts", key, value);
      continue;
    }
    if (value === null || value === undefined) continue;
    switch (place.type) {
      case "boolean":
      case "enum":
        sheet.householdCodes[place.index] = 1 + wordOf(value, place, "", key);
        break;
      case "number":
        sheet.numbers[place.index] = numberOf(value, key);
        sheet.householdCodes[place.index] = 1;
        break;
      case "members":
        if (!Array.isArray(value)) refuse(key, "expected a list of members", value);
        members = value as readonly unknown[];
        break;
      case "reviewedOn":
        day = value;
        break;
      default:
        readCarried(key, value, place, sheet);
    }
  }
  if (day === null || day === undefined) throw new PovertyStandardError("invalid-input", "expected the review day: reviewedOn of the household, or on", "on");
  sheet.on = dayOf(day, day === on ? "on" : "reviewedOn");
  // A day of the call that is none is a mistake of the caller, also where the household's own day goes before it.
  if (day !== on && on !== null && on !== undefined) dayOf(on, "on");
  const listed = members === null ? 0 : members.length;
  if (sheet.persons === 0) sheet.persons = listed;
  if (sheet.persons === 0) throw new PovertyStandardError("invalid-input", "expected at least one person, listed in members or counted in persons", "persons");
  if (sheet.persons < listed) throw new PovertyStandardError("invalid-input", "expected no fewer persons than there are members", "persons");
  finishMeans(sheet);
  clearMembers(sheet, listed);
  for (let index = 0; index < listed; index++) readMember(members?.[index], index, sheet);
}

function readMember(value: unknown, index: number, sheet: FactSheet): void {
  const member = asRecord(value, index);
  const row = Math.floor(index / MEMBERS_A_ROW) * masksInRow;
  const bit = 1 << index % MEMBERS_A_ROW;
  const { memberMasks } = sheet;
  sheet.bornFrom[index] = 0;
  sheet.bornTo[index] = UNBORN;
  for (const key in member) {
    const fact = member[key];
    const place = memberKeys.get(key);
    if (place === undefined) refuseKey(index, key, fact);
    else if (fact !== null && fact !== undefined) {
      if (place.type === "birth") readBirth(fact, index, sheet);
      else if (place.type === "id") checkId(fact, index);
      else {
        const mask = row + place.index + wordOf(fact, place, index, key);
        memberMasks[mask] = (memberMasks[mask] ?? 0) | bit;
      }
    }
  }
}

function readBirth(value: unknown, index: number, sheet: FactSheet): void {
  const day = dayNumber(value);
  const days = day === null ? dayInterval(value) : { from: day, to: day };
  if (days === null) return refuse(`members[${index}].bornOn`, "expected a day YYYY-MM-DD of the calendar, a month YYYY-MM or a year YYYY", value);
  if (days.from > sheet.on) throw new PovertyStandardError("invalid-input", "expected a birth on or before the review day", `members[${index}].bornOn`);
  sheet.bornFrom[index] = days.from;
  // Someone who is there on the review day was born by then.
  sheet.bornTo[index] = Math.min(days.to, sheet.on);
}

/**
 * Reads recorded deprivations, or throws at the first thing that is wrong.
 *
 * @param household - What came.
 * @param standard - Whose indicators they are.
 * @param indicators - Place of each indicator by its id.
 * @param checked - Every place is filled anew.
 * @throws {@link PovertyStandardError} `invalid-input` with the path.
 */
export function readDeprivations(household: unknown, standard: Standard, indicators: ReadonlyMap<string, number>, checked: CheckedDeprivations): void {
  const { deprivations: flags, deprivationCount: count } = readOwn(household, "deprivations", checked);
  if (checked.annual && checked.persons === 0) throw new PovertyStandardError("invalid-input", "expected the number of persons beside an annual income", "persons");
  checked.deprivedMask = 0;
  checked.unknownMask = (1 << indicators.size) - 1;
  checked.byIndicator = count === null;
  if (count !== null) {
    if (flags !== null) throw new PovertyStandardError("invalid-input", "expected deprivations or deprivationCount, not both", "deprivationCount");
    [checked.least, checked.most] = countOf(count, indicators.size);
    return;
  }
  const recorded = flags === null ? {} : asRecord(flags, "deprivations");
  for (const key in recorded) {
    const value = recorded[key];
    const index = indicators.get(key);
    if (index === undefined) throw unknownKey(key, indicators.keys(), `indicator of ${standard.id}`, "invalid-input", "deprivations");
    if (value === null || value === undefined) continue;
    if (typeof value !== "boolean") refuse(`deprivations.${key}`, "expected true or false", value);
    if (value) checked.deprivedMask |= 1 << index;
    checked.unknownMask &= ~(1 << index);
  }
  checked.least = bitCount(checked.deprivedMask);
  checked.most = checked.least + bitCount(checked.unknownMask);
}

/** Reads what every record carries, and hands back what only records of deprivations and of points hold: `null` where nothing is recorded. */
function readOwn(household: unknown, kind: "deprivations" | "points", means: Means): Record<"deprivations" | "deprivationCount" | "pointsA" | "pointsB", unknown> {
  const record = asRecord(household, "");
  const own = { deprivations: null as unknown, deprivationCount: null as unknown, pointsA: null as unknown, pointsB: null as unknown };
  const known = keysOf[kind];
  startMeans(means);
  for (const key in record) {
    const value = record[key];
    const place = known.get(key);
    if (place === undefined) refuseKey(kind, key, value);
    else if (value !== null && value !== undefined) {
      if (key === "deprivations") own.deprivations = value;
      else if (key === "deprivationCount") own.deprivationCount = value;
      else if (key === "pointsA") own.pointsA = value;
      else if (key === "pointsB") own.pointsB = value;
      else readCarried(key, value, place, means);
    }
  }
  finishMeans(means);
  return own;
}

/**
 * Reads a scored household, or throws at the first thing that is wrong.
 *
 * @param household - What came.
 * @param indicators - How many indicators the standard has.
 * @param pointsPerIndicator - Points B of one indicator.
 * @throws {@link PovertyStandardError} `invalid-input` with the path.
 */
export function readPoints(household: unknown, indicators: number, pointsPerIndicator: number): CheckedPoints {
  const means: Means = { residence: -1, persons: 0, income: null, annual: false };
  const { pointsA, pointsB, deprivationCount: count } = readOwn(household, "points", means);
  if (pointsA !== null && !isWhole(pointsA, 0)) return refuse("pointsA", "expected whole points, 0 or more", pointsA);
  if (pointsB !== null && count !== null) throw new PovertyStandardError("invalid-input", "expected pointsB or deprivationCount, not both", "deprivationCount");
  const most = indicators * pointsPerIndicator;
  if (pointsB !== null && !(isWhole(pointsB, 0, most) && pointsB % pointsPerIndicator === 0))
    return refuse("pointsB", `expected points from 0 to ${most} in steps of ${pointsPerIndicator}`, pointsB);
  const [least, upTo] = pointsB !== null ? [pointsB / pointsPerIndicator, pointsB / pointsPerIndicator] : count === null ? [0, indicators] : countOf(count, indicators);
  return { residence: means.residence, pointsA, least, most: upTo, deprivationsKey: count === null ? "pointsB" : "deprivationCount" };
}

/**
 * The record without the keys that no record of its kind knows, and the paths of what was left out.
 *
 * @param record - What came.
 * @param kind - Its kind.
 * @param standard - Whose indicators its deprivations are.
 */
export function withoutUnknownKeys(record: Keyed, kind: RecordKind, standard: Standard): { readonly record: Keyed; readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  const kept = (it: unknown, known: (key: string) => boolean, path: string): unknown => {
    if (!isObject(it)) return it;
    return Object.fromEntries(
      Object.entries(it).filter(([key]) => {
        if (known(key)) return true;
        unknown.push(/^[A-Za-z_$][\w$-]{0,39}$/.test(key) ? path + key : `${path}…`);
        return false;
      }),
    );
  };
  // Keys of the other kinds stay: two kinds in one record are an error that must not be hidden.
  const shallow = kept(record, (key) => Object.values(keysOf).some((keys) => keys.has(key)), "") as Record<string, unknown>;
  if (Array.isArray(shallow["members"]))
    shallow["members"] = shallow["members"].map((member: unknown, index) => kept(member, (key) => memberKeys.has(key), `members[${index}].`));
  if (kind === "deprivations")
    shallow["deprivations"] = kept(shallow["deprivations"], (key) => standard.indicators.some(({ id }) => id === key), "deprivations.");
  return { record: shallow, unknown };
}

/**
 * A class of a register as the checker accepts it.
 *
 * @param value - What came.
 * @throws {@link PovertyStandardError} `invalid-input` at `recordedClass`.
 */
export function checkRecordedClass(value: unknown): void {
  if (!(povertyClasses as readonly unknown[]).includes(value)) refuse("recordedClass", `expected one of ${povertyClasses.join(", ")}`, value);
}

function readCarried(key: string, value: unknown, place: KeySlot, means: Means): void {
  switch (place.type) {
    case "residence":
      if (value === "rural") means.residence = 0;
      else if (value === "urban") means.residence = 1;
      else refuse("residence", 'expected "rural" or "urban"', value);
      break;
    case "persons":
      if (!isWhole(value, 1)) return refuse("persons", "expected a whole number of persons, 1 or more", value);
      means.persons = value;
      break;
    case "annualIncomeVnd":
    case "monthlyIncomePerPersonVnd":
      if (means.income !== null) throw new PovertyStandardError("invalid-input", "expected annualIncomeVnd or monthlyIncomePerPersonVnd, not both", key);
      means.income = incomeOf(value, key);
      means.annual = key === "annualIncomeVnd";
      break;
    case "id":
      checkId(value, "");
      break;
    case "areaCode":
      if (typeof value !== "string") refuse("areaCode", "expected a code as text", value);
      break;
    case "recordedClass":
      checkRecordedClass(value);
      break;
    case "reviewedOn":
      dayOf(value, "reviewedOn");
      break;
    default:
  }
}

function startMeans(means: Means): void {
  means.residence = -1;
  means.persons = 0;
  means.income = null;
  means.annual = false;
}

function finishMeans(means: Means): void {
  if (means.residence < 0) throw new PovertyStandardError("invalid-input", 'expected "rural" or "urban"; a residence is never assumed', "residence");
}

function asRecord(value: unknown, where: string | number): Keyed {
  const wrong = notARecord(value);
  return wrong === null ? (value as Keyed) : refuse(pathOf(where, ""), wrong, value);
}

function wordOf(value: unknown, place: KeySlot, where: string | number, key: string): number {
  if (place.type === "boolean") {
    if (value === true) return 1;
    if (value === false) return 0;
    return refuse(pathOf(where, key), "expected true or false", value);
  }
  return place.words.get(value) ?? refuse(pathOf(where, key), `expected one of ${[...place.words.keys()].join(", ")}`, value);
}

function numberOf(value: unknown, key: string): ExactAmount {
  const amount = exactAmount(value);
  if (amount === null || compareExactly(amount, 1, 0, 1) < 0) return refuse(key, "expected a number, 0 or more", value);
  return amount;
}

function incomeOf(value: unknown, key: string): ExactAmount {
  // "950.000" is more likely 950 thousand, grouped as in Vietnam, than 950 VND with three decimals: neither is guessed.
  const isAmbiguous = typeof value === "string" && /^-?\d{1,3}\.\d{3}$/.test(value);
  const amount = isAmbiguous ? null : exactAmount(value);
  return amount ?? refuse(key, "expected VND as a finite number up to 2^53, or as decimal text without grouping; three digits behind a point may be a grouped thousand", value);
}

function countOf(value: unknown, indicators: number): readonly [number, number] {
  const pair: readonly unknown[] = Array.isArray(value) ? value : [value, value];
  const [least, most] = pair as readonly [number, number];
  // Not `pair.every`, which skips the holes of a list.
  const whole = [least, most].every((bound) => isWhole(bound, 0, indicators));
  if (pair.length !== 2 || !whole || least > most) return refuse("deprivationCount", `expected a whole number from 0 to ${indicators}, or the least and the most`, value);
  return [least, most];
}

function dayOf(value: unknown, path: string): DayNumber {
  return dayNumber(value) ?? refuse(path, "expected a day of the calendar, YYYY-MM-DD", value);
}

function checkId(value: unknown, where: string | number): void {
  if (typeof value !== "string" && !Number.isSafeInteger(value)) refuse(pathOf(where, "id"), "expected text or a whole number", value);
}

/** Fails on a key that this kind of record does not know; keys of another kind may stand there empty. */
function refuseKey(where: RecordKind | number, key: string, value: unknown): void {
  if (typeof where === "number") throw unknownKey(key, memberKeys.keys(), "fact of a member", "invalid-input", `members[${where}]`);
  const other = (Object.keys(keysOf) as RecordKind[]).find((kind) => kind !== where && keysOf[kind].has(key));
  if (other === undefined) throw unknownKey(key, keysOf[where].keys(), "key of a household");
  if (value !== null && value !== undefined)
    throw new PovertyStandardError("invalid-input", `expected one kind of record: this key belongs to ${other}, the record is of ${where}`, key);
}

function pathOf(where: string | number, key: string): string {
  const parent = typeof where === "number" ? `members[${where}]` : where;
  return parent === "" ? key : key === "" ? parent : `${parent}.${key}`;
}

function refuse(path: string, expected: string, value: unknown): never {
  throw unexpected(path === "" ? null : path, expected, value);
}
