import fc, { type Arbitrary } from "fast-check";
import {
  householdFacts, memberFacts, type Comparison, type Expression, type Household, type Member, type RecordedDeprivations, type RecordedPoints,
  type Standard,
} from "../src/index.js";

/** Random households that lie where classes change: near every line, around every age, with holes. */

/** A household and the day of its review. */
export interface ReviewedHousehold {
  readonly household: Household;
  readonly on: string;
}

type Recorded = Record<string, unknown>;

/** Review days, 29 February and the days around it among them. */
const reviewDays: Arbitrary<string> = fc.constantFrom(
  "2023-12-14", "2024-02-28", "2024-02-29", "2024-03-01", "2025-02-28", "2025-03-01", "2026-12-31", "2027-01-01", "2020-02-29", "2016-01-05",
);

/** Ages at which some indicator changes, and the years beside them. */
const ages = [0, 1, 2, 3, 5, 6, 11, 12, 14, 15, 16, 17, 18, 30, 31, 40, 80];
/** Every income line, in VND per person per month. */
const monthlyLines = [
  200_000, 260_000, 400_000, 500_000, 520_000, 650_000, 700_000, 900_000, 1_000_000, 1_300_000, 1_500_000, 1_950_000, 2_000_000, 2_200_000,
  2_250_000, 2_800_000, 3_000_000,
];

/** A day some days before or after another, as text. */
export function shiftedDay(day: string, { years = 0, days = 0 }: { readonly years?: number; readonly days?: number }): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year + years, month - 1, date + days)).toISOString().slice(0, 10);
}

/** With a probability of `holes` in 16 the value is missing: half of the time `null`, half of the time not there at all. */
function withHoles<Value>(arbitrary: Arbitrary<Value>, holes: number): Arbitrary<Value | null | undefined> {
  if (holes === 0) return arbitrary;
  return fc.oneof(
    { weight: 16 - holes, arbitrary },
    { weight: holes, arbitrary: fc.constantFrom(null, undefined) },
  );
}

/** A birth as a function of the review day: around a birthday, in full or only its month or year. */
const birth: Arbitrary<(on: string) => string> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({ age: fc.constantFrom(...ages), days: fc.integer({ min: -1, max: 1 }), length: fc.constantFrom(10, 10, 10, 7, 4) })
      .map(({ age, days, length }) => (on: string) => {
        const day = shiftedDay(on, { years: -age, days });
        return (day > on ? on : day).slice(0, length);
      }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("1985-12-31", "1986-01-01", "1985", "1986", "1985-12", "1986-01", "2008-02-29", "2000-02-29", "1996-02").map((day) => () => day),
  },
);

type BirthOf = (on: string) => string;

function factArbitrary(fact: { readonly type: string; readonly values?: object }): Arbitrary<unknown> {
  if (fact.type === "boolean") return fc.boolean();
  if (fact.type === "birth") return birth;
  if (fact.type === "enum") return fc.constantFrom(...Object.keys(fact.values ?? {}));
  // A number; the only one is the floor area, whose line is 8 m² a person.
  return fc.oneof(
    fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom("", "-", "+")).map(([persons, side]) =>
      side === "" ? persons * 8 : side === "-" ? `${persons * 8 - 1}.9999999999999999999` : `${persons * 8}.00000000000000000001`),
    fc.double({ min: 0, max: 100, noNaN: true }).map((area) => Math.round(area * 100) / 100),
  );
}

/** For each fact a value of a household that wants for nothing; without them nearly every random household is deprived in three indicators. */
const ease: Readonly<Record<string, unknown>> = {
  floorAreaM2: 60, wallDurable: true, pillarDurable: true, roofDurable: true, houseGrade: "solid", waterSource: "tap", toiletType: "septic", hasTelevision: true,
  jobless: false, wageWorkWithoutContract: false, monthlySocialAllowance: "none", stunted: false, underweight: false, hasHealthInsurance: true,
  attending: "higher", completed: "higher", usesInternet: true, usesPhoneSubscription: true, wentWithoutCare: false,
};

/** How random households are made: how many of 16 facts are missing, and whether most others are those of a household at ease. */
interface Manner { readonly holes: number; readonly atEase: boolean }

function factsArbitrary(catalogue: Readonly<Record<string, { readonly type: string; readonly values?: object }>>, { holes, atEase }: Manner): Arbitrary<Recorded> {
  const arbitraryOf = (name: string, fact: { readonly type: string; readonly values?: object }): Arbitrary<unknown> => {
    const any = factArbitrary(fact);
    return !atEase || ease[name] === undefined ? any : fc.oneof({ weight: 15, arbitrary: fc.constant(ease[name]) }, { weight: 2, arbitrary: any });
  };
  return fc.record(Object.fromEntries(Object.entries(catalogue).map(([name, fact]) => [name, withHoles(arbitraryOf(name, fact), holes)])));
}

/** An income on a line, one unit or a fraction of one beside it, or anywhere; a loss too. As a number or as text. */
function incomeArbitrary(line: (monthly: number) => number): Arbitrary<number | string> {
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(fc.constantFrom(...monthlyLines), fc.constantFrom<number | string>(-1, 0, 1, ".5", ".00000000000000000001", "-text", "+text")).map(([monthly, beside]) => {
        const amount = line(monthly);
        if (typeof beside === "number") return amount + beside;
        if (beside === "-text") return String(amount - 1) + ".9";
        return beside === "+text" ? String(amount + 1) : String(amount) + beside;
      }),
    },
    { weight: 2, arbitrary: fc.integer({ min: 0, max: line(3_500_000) }) },
    { weight: 1, arbitrary: fc.constantFrom<number | string>(0, -1, "-0.5", -2_000_000, "123456789012345678901234567890.5", 1_500_000.25) },
  );
}

/** Near the lines each 1/12 VND counts for an annual income: it is per household. */
function incomeKeys(persons: number): Arbitrary<Recorded> {
  return fc.oneof(
    { weight: 5, arbitrary: incomeArbitrary((monthly) => monthly).map((monthlyIncomePerPersonVnd) => ({ monthlyIncomePerPersonVnd })) },
    { weight: 5, arbitrary: incomeArbitrary((monthly) => monthly * 12 * persons).map((annualIncomeVnd) => ({ annualIncomeVnd })) },
    { weight: 2, arbitrary: fc.constantFrom<Recorded>({}, { annualIncomeVnd: null }, { monthlyIncomePerPersonVnd: null, annualIncomeVnd: undefined }) },
  );
}

function withoutUndefined(record: Recorded): Recorded {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

function reviewed(manner: Manner, reviews: Arbitrary<string>): Arbitrary<ReviewedHousehold> {
  const facts = factsArbitrary(householdFacts, manner);
  const member = factsArbitrary(memberFacts, manner);
  return fc.tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom(0, 0, 0, 1, 2), fc.boolean()).chain(([listed, unlisted, stated]) => {
    const persons = Math.max(1, listed + unlisted);
    return fc
      .record({ on: reviews, residence: fc.constantFrom("rural", "urban"), income: incomeKeys(persons), facts, members: fc.array(member, { minLength: listed, maxLength: listed }) })
      .map(({ on, residence, income, facts: recorded, members }) => ({
        on,
        household: {
          residence,
          ...income,
          ...withoutUndefined(recorded),
          ...(stated || persons !== listed ? { persons } : {}),
          members: members.map((each) =>
            withoutUndefined({ ...each, bornOn: typeof each["bornOn"] === "function" ? (each["bornOn"] as BirthOf)(on) : each["bornOn"] })),
        },
      }));
  });
}

/** Households with none, some or many missing facts. */
export function reviewedHouseholds(reviews: Arbitrary<string> = reviewDays): Arbitrary<ReviewedHousehold> {
  const manners = [0, 1, 3, 12].flatMap((holes) => [{ holes, atEase: false }, { holes, atEase: true }]);
  return fc.oneof(...manners.map((manner) => reviewed(manner, reviews)));
}

/** One member on a review day. */
export function members(on: string): Arbitrary<Member> {
  return factsArbitrary(memberFacts, { holes: 4, atEase: false }).map((each) =>
    withoutUndefined({ ...each, bornOn: typeof each["bornOn"] === "function" ? (each["bornOn"] as BirthOf)(on) : each["bornOn"] }) as Member);
}

/** Recorded flags of a standard's indicators, a number of them, or neither. */
export function recordedDeprivations(standard: Standard): Arbitrary<RecordedDeprivations> {
  const flags = fc.record(Object.fromEntries(standard.indicators.map(({ id }) => [id, withHoles(fc.boolean(), 3)]))).map(withoutUndefined);
  const most = standard.indicators.length;
  const count = fc.oneof(fc.integer({ min: 0, max: most }), fc.tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most })).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]));
  const deprivations = fc.oneof<Arbitrary<Recorded>[]>(flags.map((each) => ({ deprivations: each })), count.map((deprivationCount) => ({ deprivationCount })), fc.constant({}));
  return fc.integer({ min: 1, max: 5 }).chain((persons) =>
    fc.record({ residence: fc.constantFrom("rural", "urban"), income: incomeKeys(persons), rest: deprivations })
      .map(({ residence, income, rest }) => ({ residence, persons, ...income, ...rest })));
}

/** Points around the lines of the yearly review, with holes. */
export const recordedPoints: Arbitrary<RecordedPoints> = fc.record({
  residence: fc.constantFrom("rural" as const, "urban" as const),
  pointsA: fc.oneof(fc.constantFrom(null, 0, 139, 140, 141, 174, 175, 176), fc.nat({ max: 400 })),
  pointsB: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 12 }).map((count) => count * 10)),
});

// ---- random rules over the catalogue ----------------------------------------------------------------------------------------------

const comparisons: Arbitrary<Comparison> = fc.constantFrom("<", "<=", ">", ">=");

const catalogues = { household: householdFacts, member: memberFacts } as const;

function namesOfType(level: "household" | "member", type: string): readonly string[] {
  return Object.entries<{ readonly type: string }>(catalogues[level]).filter(([, fact]) => fact.type === type).map(([name]) => name);
}

function factAtoms(level: "household" | "member"): Arbitrary<Expression>[] {
  return [
    fc.constantFrom(...namesOfType(level, "boolean")).map((name) => ({ fact: name }) as Expression),
    fc.constantFrom(...namesOfType(level, "enum")).chain((name) => {
      const words = Object.keys((catalogues[level] as Readonly<Record<string, { readonly values?: object }>>)[name]?.values ?? {});
      return fc.subarray(words, { minLength: 1 }).map((oneOf) => ({ fact: name, oneOf }) as Expression);
    }),
  ];
}

const memberAtoms: Arbitrary<Expression> = fc.oneof(
  ...factAtoms("member"),
  // Ages that nobody reaches are well formed too.
  fc.record({ age: comparisons, years: fc.constantFrom(...ages, 150, 2100, Number.MAX_SAFE_INTEGER) }),
  fc.constantFrom("1986-01-01", "1985-12-31", "2008-02-29", "2020-02-29").map((bornOnOrAfter) => ({ bornOnOrAfter })),
);

/** Combinations of atoms, at one level. */
function combined(atoms: Arbitrary<Expression>, depth: number): Arbitrary<Expression> {
  if (depth === 0) return atoms;
  const part = combined(atoms, depth - 1);
  const parts = fc.array(part, { minLength: 1, maxLength: 4 });
  return fc.oneof(
    { weight: 2, arbitrary: atoms },
    { weight: 2, arbitrary: parts.map((all) => ({ all })) },
    { weight: 2, arbitrary: parts.map((any) => ({ any })) },
    { weight: 2, arbitrary: part.map((not) => ({ not })) },
    { weight: 2, arbitrary: parts.chain((of) => fc.integer({ min: 1, max: of.length }).map((atLeast) => ({ atLeast, of }))) },
  );
}

const overMembers: Arbitrary<Expression> = combined(memberAtoms, 2);

const shares: Arbitrary<readonly [number, number]> = fc.oneof(
  fc.constantFrom(...([[1, 2], [0, 1], [1, 1], [1, 3], [2, 3], [3, 2]] as const)),
  fc.tuple(fc.nat({ max: Number.MAX_SAFE_INTEGER }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })),
);

const householdAtoms: Arbitrary<Expression> = fc.oneof(
  ...factAtoms("household"),
  fc.record({ fact: fc.constant("floorAreaM2" as const), is: comparisons, value: fc.constantFrom(0, 8, 24, 24.5, -1) }),
  fc.record({ perMember: fc.constant("floorAreaM2" as const), is: comparisons, value: fc.constantFrom(0, 8, 7.5, 8.1, 1e-3) }),
  overMembers.map((someMember) => ({ someMember })),
  overMembers.map((noMember) => ({ noMember })),
  fc.record({ shareOfMembers: overMembers, is: comparisons, share: shares }),
);

/** Well-formed rules of deprivation: every form of the expression language, at the level where it may stand. */
export const expressions: Arbitrary<Expression> = combined(householdAtoms, 2);
