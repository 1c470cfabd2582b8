import fc from "fast-check";
import { householdFacts, memberFacts, type Fact } from "../../src/law/facts.js";
import { povertyClasses, type Standard } from "../../src/law/standard.js";

/** A record as it may come: any keys, any values. */
export type AnyRecord = Record<string, unknown>;

const rarely = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null | undefined> =>
  fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom(null, undefined) });

const day = fc.date({ min: new Date("1930-01-01"), max: new Date("2023-12-14"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const birth = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([text, length]) => text.slice(0, length));
const id = fc.oneof(fc.string(), fc.maxSafeInteger());
const income = fc.oneof(
  fc.integer({ min: -5_000_000, max: 90_000_000 }),
  fc.double({ noNaN: true, min: -1e6, max: 1e9 }),
  fc.constantFrom("1499999.5", "-1", "9007199254740993", `${"9".repeat(40)}.${"9".repeat(40)}`, "007"),
);
const amount = fc.oneof(fc.integer({ min: 0, max: 500 }), fc.double({ noNaN: true, min: 0, max: 500 }), fc.constantFrom("12.5", "-0", "-0.00", "0"));

function factValue(fact: Fact): fc.Arbitrary<unknown> {
  if (fact.type === "boolean") return fc.boolean();
  if (fact.type === "number") return amount;
  return fact.type === "birth" ? birth : fc.constantFrom(...Object.keys(fact.values));
}

const facts = (catalogue: Readonly<Record<string, Fact>>): Record<string, fc.Arbitrary<unknown>> =>
  Object.fromEntries(Object.entries(catalogue).map(([name, fact]) => [name, rarely(factValue(fact))]));

const sometimes = (shape: Record<string, fc.Arbitrary<unknown>>, required: readonly string[]): fc.Arbitrary<AnyRecord> =>
  fc.record(shape, { requiredKeys: [...required], noNullPrototype: true });

const carried = {
  id: rarely(id),
  areaCode: rarely(fc.string()),
  meta: fc.anything(),
  recordedClass: rarely(fc.constantFrom(...povertyClasses)),
  residence: fc.constantFrom("rural", "urban"),
  persons: fc.integer({ min: 4, max: 40 }),
};
const oneIncome = fc.oneof(
  fc.record({ annualIncomeVnd: rarely(income) }, { noNullPrototype: true }),
  fc.record({ monthlyIncomePerPersonVnd: rarely(income) }, { noNullPrototype: true }),
  fc.constant({}),
);
const joined = (...parts: fc.Arbitrary<object>[]): fc.Arbitrary<AnyRecord> => fc.tuple(...parts).map((each) => Object.assign({}, ...each) as AnyRecord);

/** Households that the checker accepts when the review is on 2023-12-14 or later. */
export const households: fc.Arbitrary<AnyRecord> = joined(
  sometimes({ ...carried, ...facts(householdFacts), members: rarely(fc.array(sometimes({ id: rarely(id), ...facts(memberFacts) }, []), { maxLength: 4 })) }, ["residence", "persons"]),
  oneIncome,
  fc.record({ reviewedOn: fc.constantFrom(null, undefined, "2023-12-14", "2024-02-29") }, { requiredKeys: [], noNullPrototype: true }),
);

const counts = (most: number): fc.Arbitrary<unknown> =>
  fc.oneof(fc.integer({ min: 0, max: most }), fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 2, max: most })));

/**
 * Recorded deprivations that the checker accepts.
 *
 * @param standard - Whose indicators are flagged.
 */
export function deprivations(standard: Standard): fc.Arbitrary<AnyRecord> {
  const flags = sometimes(Object.fromEntries(standard.indicators.map((indicator) => [indicator.id, rarely(fc.boolean())])), []);
  const decided = fc.oneof(fc.record({ deprivations: flags }), fc.record({ deprivationCount: counts(standard.indicators.length) }), fc.constant({}));
  return joined(sometimes(carried, ["residence", "persons"]), oneIncome, decided);
}

/**
 * Scored households that the checker accepts.
 *
 * @param standard - By whose points they are scored.
 */
export function scored(standard: Standard): fc.Arbitrary<AnyRecord> {
  const most = standard.indicators.length;
  const step = standard.points!.pointsPerIndicator;
  const decided = fc.oneof(
    fc.record({ pointsB: fc.integer({ min: 0, max: most }).map((number) => number * step) }),
    fc.record({ deprivationCount: counts(most) }),
    fc.constant({}),
  );
  return joined(sometimes({ ...carried, pointsA: rarely(fc.integer({ min: 0, max: 300 })) }, ["residence"]), decided);
}

/** Lists of recognitions that `newlyEscaped` accepts. */
export const recognitions: fc.Arbitrary<AnyRecord[]> = fc.uniqueArray(
  sometimes({ on: day, class: fc.constantFrom(...povertyClasses), standard: rarely(fc.constantFrom("vn/decree-07-2021", "example/local")) }, ["on", "class"]),
  { selector: ({ on, standard }) => JSON.stringify([on, standard ?? null]), maxLength: 4 },
);

/** Areas that `areaTree` accepts, if their parent is there. */
export const areas = sometimes({ code: fc.string({ minLength: 1 }), name: fc.string(), level: fc.string(), parent: rarely(fc.string()) }, ["code", "name", "level"]);

/** Residents that `areaRates` accepts, if the area is there. */
export const residents = sometimes({ areaCode: fc.string(), households: rarely(fc.maxSafeNat()), persons: rarely(fc.maxSafeNat()) }, ["areaCode"]);

/** Classified households that `areaRates` accepts, if the area is there. */
export const classified = joined(
  sometimes(
    {
      id: rarely(id), areaCode: fc.string(), persons: rarely(fc.integer({ min: 1, max: 40 })), standard: rarely(fc.constant("example/local")),
      law: rarely(fc.constant({ standard: "example/local", version: "1.0.0" })), meta: fc.anything(), status: fc.anything(), margin: fc.anything(),
    },
    ["areaCode"],
  ),
  fc.oneof(
    fc.constantFrom(...povertyClasses).chain((found) => sometimes({ class: fc.constant(found), possible: rarely(fc.constant([found])) }, ["class"])),
    sometimes({ class: fc.constant(null), possible: rarely(fc.subarray([...povertyClasses], { minLength: 1 })) }, ["class"]),
  ),
);

class Inherits {
  residence = "rural";
  persons = 3;
  get areaCode(): string {
    return "1";
  }
}

const sparse: unknown[] = [];
sparse[1] = 3;

/** Values of every kind, most of them wrong wherever they stand. */
const oddValues: readonly unknown[] = [
  null, undefined, true, false, 0, -0, 1, -1, 1.5, 0.1, 5, 12, 13, 10, 130, 1e21, 5e-324, NaN, Infinity, -Infinity, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 10n,
  "", " ", "rural", "urban", "Rural", "poor", "none", "true", "1", "-1", "-0", "-0.0", "+1", "1e3", "1.", ".5", "1,5", "1.500.000", "0x10", " 1", "1\n", "٣",
  "9007199254740993", "9".repeat(41), `1.${"1".repeat(41)}`, `-0.${"0".repeat(39)}1`, "NaN", "Infinity",
  "2023-12-14", "2023-12-15", "2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "2023-04-31", "0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01",
  "2023-13-01", "2023-00-10", "2023-01-00", "2023-1-1", "2023-12", "2024-01", "2023-00", "0000-01", "2023", "2024", "0000", "2023-12-14T00:00", "2023-12-14\n", "2023-12-1４",
  [], [1], [1, 2], [2, 1], [0, 12], [0, 13], [1, 2, 3], [1, null], ["1", "2"], [[]], [{}], [null], [{ bornOn: "2030" }], sparse, new Array(2),
  {}, { bornOn: "2001" }, { employment: true }, { x: 1 }, Object.create(null), Object.create({ residence: "rural" }), Object.create({}), new Inherits(),
  new Date(0), new Map([["residence", "rural"]]), new String("rural"), new Number(3), Symbol("rural"), () => 1, /rural/,
];

const person = "Nguyễn Văn A 012345678901";
const oddKeys = [
  "__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "born_on", "Persons", "member", "waterSorce", "incomeVnd", "x", "", "0", "1.5", person, "a".repeat(40), "a".repeat(41),
  "deprivations", "deprivationCount", "pointsA", "pointsB", "members", "annualIncomeVnd", "monthlyIncomePerPersonVnd", "reviewedOn", "persons", "residence", "on", "standard",
  ...Object.keys(householdFacts), ...Object.keys(memberFacts), "employment", "adultEducation",
];

type Path = readonly (string | number)[];

/** The places in a record whose value can be replaced, itself included; `meta` holds anything, so nothing in it. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null || path[0] === "meta") return [path];
  return [path, ...Object.keys(value).flatMap((key) => placesIn((value as AnyRecord)[key], [...path, Array.isArray(value) ? Number(key) : key]))];
}

function withValue(record: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(record);
  const copy = (Array.isArray(record) ? [...(record as unknown[])] : { ...(record as object) }) as AnyRecord;
  copy[key] = withValue(copy[key], rest, change);
  return copy;
}

const withKey = (key: string, value: unknown) => (it: unknown): unknown => {
  if (typeof it !== "object" || it === null || Array.isArray(it)) return it;
  // As JSON.parse does it: "__proto__" becomes a key like any other.
  return Object.defineProperty({ ...it }, key, { value, enumerable: true, writable: true, configurable: true });
};

const withoutKey = (place: number) => (it: unknown): unknown => {
  if (typeof it !== "object" || it === null || Array.isArray(it)) return it;
  const keys = Object.keys(it);
  return Object.fromEntries(Object.entries(it).filter(([key]) => key !== keys[place % keys.length]));
};

const odd = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...oddValues) }, { weight: 1, arbitrary: fc.anything() });

/** Something done to a record that most often breaks it. */
type Corruption = (record: unknown) => unknown;

const corruption: fc.Arbitrary<Corruption> = fc
  .tuple(
    fc.nat(),
    fc.oneof(
      { weight: 5, arbitrary: odd.map((value) => () => value) },
      { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...oddKeys), odd).map(([key, value]) => withKey(key, value)) },
      { weight: 1, arbitrary: fc.nat().map(withoutKey) },
      { weight: 1, arbitrary: fc.constantFrom<Corruption>((it) => Object.create(it as object | null) as unknown, (it) => Object.assign(Object.create(null), it) as unknown).map((change) => (it: unknown) => (typeof it === "object" ? change(it) : it)) },
    ),
  )
  .map(([place, change]) => (record: unknown) => {
    const places = placesIn(record);
    return withValue(record, places[place % places.length]!, change);
  });

/**
 * Records, most of them corrupted in one place, some in several.
 *
 * @param valid - Records that are accepted as they are.
 */
export function corrupted(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const once = fc.array(corruption, { minLength: 1, maxLength: 1 });
  const corruptions = fc.oneof({ weight: 6, arbitrary: once }, { weight: 3, arbitrary: fc.array(corruption, { maxLength: 4 }) });
  return fc.tuple(valid, corruptions).map(([record, changes]) => changes.reduce<unknown>((it, change) => change(it), record));
}
