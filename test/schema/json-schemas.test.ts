import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { countedHouseholdKeys } from "../../src/area/counted-household.js";
import { dayInterval, dayNumber } from "../../src/core/plain-date.js";
import { classify, householdFacts, memberFacts, standardById, standards, type FactName } from "../../src/index.js";
import {
  areaSchema, classifiedHouseholdSchema, householdSchema, jsonSchemas, recognitionsLineSchema, recordedDeprivationsSchema, recordedPointsSchema,
  residentsSchema, standardSchema, surveyQuestions, type JsonSchemaName,
} from "../../src/schema.js";
import { areas, classified, corrupted, deprivations, households, recognitions, residents, scored, type AnyRecord } from "./corruptions.js";

const decree07 = standardById("vn/decree-07-2021");
// Strict: a keyword that JSON Schema does not know would be an error.
const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false });
const json = jsonSchemas();
const validate = Object.fromEntries(Object.entries(json).map(([name, schema]) => [name, ajv.compile(schema)])) as Record<JsonSchemaName, ValidateFunction>;

const good: readonly (readonly [why: string, name: JsonSchemaName, input: unknown])[] = [
  ["a household", "household", { residence: "rural", persons: 3, members: [{ bornOn: "2008-05", attending: "none" }], floorAreaM2: "-0.0", meta: { a: [1] } }],
  ["a household whose day comes with the call", "household", { residence: "urban", members: [{}] }],
  ["flags of a national standard", "recorded-deprivations", { residence: "rural", deprivations: { employment: true, water: null } }],
  ["flags of a local standard", "recorded-deprivations", { residence: "rural", deprivations: { myOwnIndicator: true } }],
  ["a number between two", "recorded-deprivations", { residence: "rural", deprivationCount: [2, 3] }],
  ["points", "recorded-points", { residence: "rural", pointsA: 140, pointsB: 30 }],
  ["a line of recognitions", "recognitions", { id: "1", recognitions: [{ on: "2022-12-14", class: "poor", standard: null }] }],
  ["an area", "area", { code: "042", name: "Hà Tĩnh", level: "province", parent: null }],
  ["residents", "residents", { areaCode: "042", households: 30900, persons: null }],
  ["an undetermined household", "classified-household", { areaCode: "042", class: null, possible: ["poor", "near-poor"], persons: 3 }],
  ["a written classification", "classified-household", { ...classify({ residence: "rural", persons: 1 }, { standard: decree07, on: "2023-12-14" }).toJSON(), id: 1, areaCode: "042", meta: 1 }],
  ["a published table", "claims", { id: 1, values: { "TP Kon Tum": 377 }, shares: [{ part: ["TP Kon Tum"], whole: "all", printed: "1.22" }], balances: [{ closing: "TP Kon Tum", terms: [[1, "TP Kon Tum"]], complete: null }] }],
  ["a table of nothing", "claims", { values: {} }],
  ...standards.map((standard) => [standard.id, "standard", standard] as const),
];

const first = decree07.indicators[0]!;
const without = (key: string): unknown => Object.fromEntries(Object.entries(decree07).filter(([other]) => other !== key));

const bad: readonly (readonly [why: string, name: JsonSchemaName, input: unknown])[] = [
  ["no residence", "household", { persons: 3 }],
  ["an unknown key", "household", { residence: "rural", waterSorce: "tap" }],
  ["an unknown key of a member", "household", { residence: "rural", members: [{ age: 3 }] }],
  ["a word that the catalogue does not have", "household", { residence: "rural", waterSource: "river" }],
  ["29 February of a common year", "household", { residence: "rural", members: [{ bornOn: "2023-02-29" }] }],
  ["a year 0", "household", { residence: "rural", members: [{ bornOn: "0000" }] }],
  ["a negative area", "household", { residence: "rural", floorAreaM2: "-0.1" }],
  ["a number beyond 2^53", "household", { residence: "rural", annualIncomeVnd: 2 ** 53 }],
  ["grouped digits", "household", { residence: "rural", annualIncomeVnd: "1.500.000" }],
  ["points beside facts", "household", { residence: "rural", persons: 1, pointsA: 3 }],
  ["text for a flag", "recorded-deprivations", { residence: "rural", deprivations: { employment: "yes" } }],
  ["a name that no indicator can have", "recorded-deprivations", { residence: "rural", deprivations: { "Nguyễn Văn A": true } }],
  ["three numbers", "recorded-deprivations", { residence: "rural", deprivationCount: [1, 2, 3] }],
  ["more than any standard has", "recorded-deprivations", { residence: "rural", deprivationCount: 31 }],
  ["facts beside points", "recorded-points", { residence: "rural", hasRadio: true }],
  ["half a point", "recorded-points", { residence: "rural", pointsA: 1.5 }],
  ["no recognitions", "recognitions", { id: "1" }],
  ["a class of no standard", "recognitions", { recognitions: [{ on: "2022-12-14", class: "rich" }] }],
  ["a code as a number", "area", { code: 42, name: "Hà Tĩnh", level: "province" }],
  ["an empty code", "area", { code: "", name: "Hà Tĩnh", level: "province" }],
  ["residents below 0", "residents", { areaCode: "042", households: -1 }],
  ["no class", "classified-household", { areaCode: "042" }],
  ["nothing possible", "classified-household", { areaCode: "042", class: null, possible: [] }],
  ["a table without counts", "claims", { shares: [] }],
  ["a count below 0", "claims", { values: { poor: -1 } }],
  ["a count beyond 2^53", "claims", { values: { poor: 2 ** 53 } }],
  ["a percentage as a number", "claims", { values: { poor: 1 }, shares: [{ part: "poor", whole: "all", printed: 1.22 }] }],
  ["a percentage of 16 digits", "claims", { values: { poor: 1 }, shares: [{ part: "poor", whole: "all", printed: "1234567890123456" }] }],
  ["no reading", "claims", { values: { poor: 1 }, shares: [{ part: [], whole: "all", printed: "1" }] }],
  ["a term without a sign", "claims", { values: { poor: 1 }, balances: [{ closing: "poor", terms: ["poor"] }] }],
  ["a place below 0", "claims", { values: { poor: 1 }, rateSums: [{ total: -1, terms: [0] }] }],
  ["a misspelt key of a share", "claims", { values: { poor: 1 }, shares: [{ part: "poor", of: "all", printed: "1" }] }],
  ["a standard without classes", "standard", without("classes")],
  ["a standard with a misspelt key", "standard", { ...decree07, notheld: [] }],
  ["a fact of a member outside of a test of the members", "standard", { ...decree07, indicators: [{ ...first, deprivedWhen: { fact: "hasHealthInsurance" } }] }],
  ["an expression of two forms", "standard", { ...decree07, indicators: [{ ...first, deprivedWhen: { fact: "hasRadio", not: { fact: "hasRadio" } } }] }],
];

describe("the JSON Schemas", () => {
  it("are nine, of draft 2020-12, with the titles of the catalogue", () => {
    expect(Object.keys(json)).toEqual(["household", "recorded-deprivations", "recorded-points", "recognitions", "area", "residents", "classified-household", "claims", "standard"]);
    for (const schema of Object.values(json)) expect(schema).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema", type: "object", title: expect.stringMatching(/./) as string });
    const properties = json.household.properties as Record<string, z.core.JSONSchema.BaseSchema>;
    const member = JSON.stringify(properties["members"]);
    for (const [name, { label }] of Object.entries(householdFacts)) {
      const question = surveyQuestions[name as FactName];
      expect(properties[name]!.title).toContain(label.en);
      for (const text of [label.vi, question.en, question.vi]) expect(properties[name]!.description).toContain(text);
    }
    for (const [name, { label }] of Object.entries(memberFacts)) for (const text of [label.en, label.vi, surveyQuestions[name as FactName].vi]) expect(member).toContain(JSON.stringify(text).slice(1, -1));
    expect(JSON.stringify(json["recorded-deprivations"])).toContain(decree07.indicators[0]!.label.vi);
  });

  it("know every key that areaRates knows of a household", () => {
    expect(new Set(Object.keys(json["classified-household"].properties!))).toEqual(countedHouseholdKeys);
  });

  it("are made anew, so that a caller's change stays the caller's", () => {
    expect(jsonSchemas()).toEqual(json);
    expect(jsonSchemas().household).not.toBe(json.household);
  });

  it.each(good)("accept %s (%#)", (_why, name, input) => {
    validate[name](input);
    expect(validate[name].errors).toBeNull();
  });

  it.each(bad)("refuse %s", (_why, name, input) => {
    expect(validate[name](input)).toBe(false);
  });
});

/** What `$comment` says that JSON Schema cannot: each issue that the JSON Schema may miss is one of these. */
const beyond = new RegExp(
  [
    "not both", "at least one person", "no fewer persons", "expected the review day", "birth on or before", "the number of persons beside", "or the least and the most; got a list",
    "one class on one day", "no other class than",
  ].join("|"),
);

const line = fc.tuple(recognitions, fc.anything()).map(([list, meta]) => ({ id: "1", meta, recognitions: list }));

describe.each<{ name: string; schema: z.ZodType; valid: fc.Arbitrary<unknown> }>([
  { name: "household", schema: householdSchema({ on: "2023-12-14" }), valid: households },
  { name: "recorded-deprivations of a standard", schema: recordedDeprivationsSchema(decree07), valid: deprivations(decree07) },
  { name: "recorded-points of a standard", schema: recordedPointsSchema(decree07), valid: scored(decree07) },
  { name: "recognitions", schema: recognitionsLineSchema(), valid: line },
  { name: "area", schema: areaSchema(), valid: areas },
  { name: "residents", schema: residentsSchema(), valid: residents },
  { name: "classified-household", schema: classifiedHouseholdSchema(), valid: classified },
])("the JSON Schema of $name", ({ schema, valid }) => {
  it("says what the schema says of data from JSON, less the rules of $comment", () => {
    const fits = ajv.compile(z.toJSONSchema(schema));
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(corrupted(valid), (input) => {
        const data = asJson(input);
        const { error } = schema.safeParse(data);
        const missed = error?.issues.every(({ message }) => beyond.test(message)) !== false;
        if (missed && error !== undefined) return;
        expect(fits(data)).toBe(error === undefined);
        seen[error === undefined ? "accepted" : "refused"]++;
      }),
      { numRuns: 300, seed: 20260101 },
    );
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(20);
  });
});

function asJson(input: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(input, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value))) as AnyRecord;
  } catch {
    return null;
  }
}

describe("the pattern of days", () => {
  const day = householdSchema();
  const dayPattern = patternOf("reviewedOn");
  const partialPattern = patternOf("bornOn");

  function patternOf(key: string): RegExp {
    const found = new RegExp(`"${key}":\\{.*?"pattern":("(?:[^"\\\\]|\\\\.)*")`).exec(JSON.stringify(z.toJSONSchema(day)))![1]!;
    return new RegExp(JSON.parse(found) as string, "u");
  }

  it("knows the calendar: every month of every year, and the days around its end", () => {
    const two = (number: number): string => String(number).padStart(2, "0");
    for (let year = 0; year <= 9999; year++)
      for (let month = 0; month <= 13; month++) {
        const text = `${String(year).padStart(4, "0")}-${two(month)}`;
        if (partialPattern.test(text) !== (dayInterval(text) !== null)) throw new Error(text);
        for (const last of month === 2 ? [0, 1, 28, 29, 30] : [0, 30, 31, 32]) {
          const whole = `${text}-${two(last)}`;
          if (dayPattern.test(whole) !== (dayNumber(whole) !== null)) throw new Error(whole);
        }
      }
  });

  it.each(["2023-12-14\n", " 2023-12-14", "2023-12-1４", "2023-1-1", "23-12-14", "2023-12-14T00:00:00Z"])("refuses %j", (text) => {
    expect(dayPattern.test(text) || partialPattern.test(text)).toBe(false);
  });
});

describe("a standard from JSON", () => {
  const fits = validate.standard;

  it("is accepted by its JSON Schema where the schema accepts it", () => {
    const breaks = fc.tuple(fc.constantFrom(...standards), fc.nat(), fc.constantFrom<unknown>(null, "x", "", 1, -1, 1.5, true, [], {}, [{}], "2024-02-30"));
    fc.assert(
      fc.property(breaks, ([standard, at, value]) => {
        const data = JSON.parse(JSON.stringify(standard)) as AnyRecord;
        const places: (readonly [AnyRecord, string])[] = [];
        JSON.stringify(data, function (this: AnyRecord, key, each: unknown) {
          if (key !== "") places.push([this, key]);
          return each;
        });
        const [holder, key] = places[at % places.length]!;
        holder[key] = value;
        const { success } = standardSchema().safeParse(data);
        if (success) expect(fits(data)).toBe(true);
      }),
      { numRuns: 300, seed: 20260101 },
    );
  });
});
