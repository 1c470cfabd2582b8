import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readFileSync } from "node:fs";
import {
  areaRates, classify, classifyDeprivations, defineStandard, householdFacts, memberFacts, povertyClasses, standardById, standards, type AreaResidents,
  type Classification, type CountedHousehold, type Household, type PovertyClass, type RecordedDeprivations, type Standard,
} from "../../src/index.js";
import { columnName } from "../../src/core/column-name.js";
import { isGiven } from "../../src/core/is-given.js";
import { dayInterval } from "../../src/core/plain-date.js";
import { printedAreaRates } from "../../src/area/printed-area-rates.js";
import { agreesWith } from "../../src/household/agreement.js";
import { areaRatesSql, deprivationsSql, toSql } from "../../src/sql.js";
import { expressions, recordedDeprivations } from "../arbitraries.js";
import { bacNinh, hoChiMinhCity } from "../fixtures/local-standards.js";
import { adult, atEase, child, deprivedIn } from "../household/households.js";
import { answerOf, answerOfFacts, differences, readerFor, refused } from "./answers.js";
import { answersOf, cell, type SqlEngine, type Table } from "./engine.js";
import { randomSurvey } from "./random-survey.js";
import { loadSurvey, surveyTables } from "./survey-tables.js";

type Recorded = Readonly<Record<string, unknown>>;

const decree07 = standardById("vn/decree-07-2021");
const factColumns = Object.keys(householdFacts).map(columnName);
const household = (record: Recorded): Household => record as unknown as Household;

/** Households worked out by hand under Decree 07/2021 as of 14 December 2023, with their possible classes. */
const worked: readonly (readonly [why: string, household: Household, possible: string])[] = [
  ["a dong under the rural line, three deprivations", { ...deprivedIn(3), monthlyIncomePerPersonVnd: 1_499_999 }, "poor"],
  ["on the line", { ...deprivedIn(3), monthlyIncomePerPersonVnd: 1_500_000 }, "poor"],
  ["the smallest part of a dong over it", { ...deprivedIn(3), monthlyIncomePerPersonVnd: "1500000.00000000000000000001" }, "average-living-standard"],
  ["two deprivations on the line", { ...deprivedIn(2), monthlyIncomePerPersonVnd: 1_500_000 }, "near-poor"],
  ["in a town the line is higher", { ...deprivedIn(3), residence: "urban", monthlyIncomePerPersonVnd: 2_000_000 }, "poor"],
  ["a dong over the urban line", { ...deprivedIn(3), residence: "urban", monthlyIncomePerPersonVnd: 2_000_001 }, "average-living-standard"],
  ["over every line", { ...deprivedIn(4), monthlyIncomePerPersonVnd: 2_250_001 }, "not-poor"],
  ["an annual income on the line of three persons", { ...deprivedIn(3), annualIncomeVnd: 54_000_000 }, "poor"],
  ["a dong over it in the whole year", { ...deprivedIn(3), annualIncomeVnd: 54_000_001 }, "average-living-standard"],
  ["part of a dong over it", { ...deprivedIn(3), annualIncomeVnd: "54000000.5" }, "average-living-standard"],
  ["a loss", { ...deprivedIn(3), annualIncomeVnd: -1 }, "poor"],
  ["richer than any line times any number of persons", { ...deprivedIn(3), annualIncomeVnd: "99999999999999999" }, "not-poor"],
  ["no income known", deprivedIn(3), "poor,average-living-standard,not-poor"],
  ["neither income nor enough facts", { ...deprivedIn(2), roofDurable: null, wallDurable: false }, "poor,near-poor,average-living-standard,not-poor"],
  ["two deprivations and one that is not known", { ...deprivedIn(2), hasTelevision: false, hasTelephone: false, hasSmartphone: null, monthlyIncomePerPersonVnd: 1_000_000 }, "poor,near-poor"],
  ["a word outside the catalogue is unknown", { ...deprivedIn(2), toiletType: "latrine" as "other", floorAreaM2: 23, monthlyIncomePerPersonVnd: 1_000_000 }, "poor,near-poor"],
  ["a person who is not listed may be insured or not", { ...deprivedIn(2), persons: 4, monthlyIncomePerPersonVnd: 1_000_000 }, "poor,near-poor"],
  ["of persons alone income can decide", { residence: "rural", persons: 3, monthlyIncomePerPersonVnd: 2_250_001 }, "not-poor"],
  ["and where it does not nothing is known", { residence: "urban", persons: 3, annualIncomeVnd: 72_000_000 }, "poor,near-poor"],
  ["8 m² each is enough", { ...deprivedIn(2), floorAreaM2: 24, monthlyIncomePerPersonVnd: 1 }, "near-poor"],
  ["a little less is not", { ...deprivedIn(2), floorAreaM2: "23.99999999999999999999", monthlyIncomePerPersonVnd: 1 }, "poor"],
  ["a child of just 6 years without insurance", { ...deprivedIn(2), members: [adult, { ...child, attending: "primary", bornOn: "2017-12-14", hasHealthInsurance: false }], monthlyIncomePerPersonVnd: 1 }, "poor"],
  ["the day before its birthday", { ...deprivedIn(2), members: [adult, { ...child, attending: "primary", bornOn: "2017-12-15", hasHealthInsurance: false }], monthlyIncomePerPersonVnd: 1 }, "near-poor"],
  ["half of the household are dependents", { ...deprivedIn(2), members: [adult, child], monthlyIncomePerPersonVnd: 1 }, "near-poor"],
  ["more than half", { ...deprivedIn(2), members: [adult, child, child], monthlyIncomePerPersonVnd: 1 }, "poor"],
];

/** Rows that `classify` refuses. */
const refusedRows: readonly (readonly [why: string, household: Recorded])[] = [
  ["a residence in another word", { ...atEase, residence: "Rural" }],
  ["no residence", { ...atEase, residence: null }],
  ["no person", { residence: "rural" }],
  ["no person, and so recorded", { residence: "rural", persons: 0 }],
  ["fewer than none", { residence: "rural", persons: -1 }],
  ["a part of a person", { residence: "rural", persons: "2.5" }],
  ["fewer persons than members", { ...atEase, persons: 2 }],
  ["two incomes", { ...atEase, annualIncomeVnd: 1, monthlyIncomePerPersonVnd: 1 }],
  ["a negative floor area", { ...atEase, floorAreaM2: "-0.01" }],
  ["a birth after the review", { ...atEase, members: [adult, { ...adult, bornOn: "2023-12-15" }] }],
  ["a birth in a year after the review", { ...atEase, members: [adult, { ...adult, bornOn: "2024" }] }],
];

/** Families of types that hold numbers of an engine. */
interface NumberTypes {
  /** Whole numbers, with the largest one. */
  readonly whole: readonly (readonly [type: string, largest: string])[];
  /** Decimals of two places or more, with the largest one. */
  readonly decimal: readonly (readonly [type: string, largest: string])[];
  /** Binary fractions that hold NaN and infinity. */
  readonly binary: readonly string[];
}

/** What an engine is tried with beyond the shared cases. */
export interface EngineTrial {
  /** Starts it. */
  readonly open: () => Promise<SqlEngine>;
  /** Its types of numbers. */
  readonly types: NumberTypes;
  /** How many random rules, and how many trees of areas. */
  readonly rules: number;
  readonly trees: number;
}

/** Declares the tests that every engine passes. */
export function engineCases(name: string, { open, types, rules, trees }: EngineTrial): void {
  describe(name, () => {
    let engine: SqlEngine;
    beforeAll(async () => {
      engine = await open();
    });
    afterAll(() => engine.close());
    const sqlOf = (standard: Standard, on = "2023-12-14"): string => toSql(standard, { dialect: engine.dialect, on, columns: { members: { bornFrom: "born_from", bornTo: "born_to" } } });

    it("gives the classes that were worked out by hand", async () => {
      await loadSurvey(engine, worked.map(([, record]) => ({ household: record, on: null })));
      const rows = await engine.rows(`SELECT possible FROM (${sqlOf(decree07)}) AS c ORDER BY id`);
      expect(worked.map(([why], index) => [why, rows[index]?.[0]])).toEqual(worked.map(([why, , possible]) => [why, possible]));
    });

    it("gives no class to a row that cannot be read, and all others theirs", async () => {
      const rows = [...refusedRows.map(([, record]) => record), { ...deprivedIn(3), monthlyIncomePerPersonVnd: 1_500_000 }];
      await loadSurvey(engine, rows.map((record) => ({ household: household(record), on: null })));
      const found = await engine.rows(`SELECT class, possible FROM (${sqlOf(decree07)}) AS c ORDER BY id`);
      expect(refusedRows.map(([why], index) => [why, found[index]])).toEqual(refusedRows.map(([why]) => [why, [null, null]]));
      expect(found.at(-1)).toEqual(["poor", "poor"]);
    });

    it.each([
      ["2026-02-28", "near-poor", "5 years old the day before 1 March of a common year"],
      ["2026-03-01", "poor", "6 on that day"],
      ["2028-02-28", "poor", "7 all through 2027"],
    ])("who is born on 29 February 2020 is on %s %s: %s", async (on, found) => {
      const record: Household = { ...deprivedIn(2), members: [adult, { ...child, attending: "primary", bornOn: "2020-02-29", hasHealthInsurance: false }], monthlyIncomePerPersonVnd: 1 };
      await loadSurvey(engine, [{ household: record, on }]);
      const fixed = await engine.rows(`SELECT class FROM (${sqlOf(decree07, on)}) AS c`);
      const byRow = await engine.rows(`SELECT class FROM (${toSql(decree07, { dialect: engine.dialect, columns: { households: { reviewedOn: "reviewed_on" } } })}) AS c`);
      expect([fixed, byRow]).toEqual([[[found]], [[found]]]);
    });

    it("knows the two days between which a birth lies, and what turns them round", async () => {
      const [households, members] = surveyTables([[{ hasHealthInsurance: false }], [{}]].map((each) => ({ household: { residence: "rural", persons: 1, members: each }, on: null })));
      const places = [members.columns.findIndex(([column]) => column === "born_from"), members.columns.findIndex(([column]) => column === "born_to")];
      const births = [["1990-01-01", "1995-01-01"], ["1995-01-02", "1995-01-01"]];
      await engine.load(households);
      await engine.load({ ...members, rows: members.rows.map((row, index) => row.map((value, place) => (place === places[0] ? births[index]![0]! : place === places[1] ? births[index]![1]! : value))) });
      expect(await engine.rows(`SELECT deprived_health_insurance, possible IS NULL FROM (${sqlOf(decree07)}) AS c ORDER BY id`)).toEqual([["true", "false"], [null, "true"]]);
    });

    describe("holds numbers in every type", () => {
      // A household of three, rural, deprived in three indicators.
      const columns = [["annual_income_vnd", "monthlyIncomePerPersonVnd", 54_000_000, 81_000_000], ["monthly_income_per_person_vnd", "annualIncomeVnd", 1_500_000, 2_250_000]] as const;
      const whole = (low: number, high: number): readonly (readonly [string, string])[] => [
        [`${low - 1}`, "poor"], [`${low}`, "poor"], [`${low + 1}`, "average-living-standard"], [`${high}`, "average-living-standard"], [`${high + 1}`, "not-poor"], ["0", "poor"], ["-1", "poor"],
      ];
      const parts = (low: number, high: number): readonly (readonly [string, string])[] => [
        ...whole(low, high), [`${low - 1}.99`, "poor"], [`${low}.01`, "average-living-standard"], [`${high}.01`, "not-poor"], ["-0.01", "poor"],
      ];
      const cases = columns.flatMap(([column, other, low, high]) => [
        ...types.whole.map(([type, largest]) => [column, type, other, [...whole(low, high), [largest, "not-poor"]]] as const),
        ...types.decimal.map(([type, largest]) => [column, type, other, [...parts(low, high), [largest, "not-poor"]]] as const),
        ...types.binary.map((type) => [column, type, other, [...parts(low, high), ["1e39", "not-poor"], ["1e300", null], ["NaN", null], ["Infinity", null], ["-Infinity", null]]] as const),
      ]);
      it.each(cases)("%s in %s", async (column, type, other, rows) => {
        await loadSurvey(engine, rows.map(() => ({ household: deprivedIn(3), on: null })));
        const values = rows.map(([value], index) => `SELECT ${index} AS id, CAST('${value}' AS ${type}) AS income`).join(" UNION ALL ");
        await engine.view("typed", `SELECT h.id, h.area_code, h.residence, h.persons, ${factColumns.map((name) => `h.${name}`).join(", ")}, i.income AS ${column} FROM households h JOIN (${values}) i ON i.id = h.id`);
        const sql = toSql(decree07, { dialect: engine.dialect, on: "2023-12-14", tables: { households: "typed" }, columns: { households: { [other]: null } } });
        const found = await engine.rows(`SELECT class FROM (${sql}) AS c ORDER BY id`);
        expect(rows.map(([value], index) => [value, found[index]?.[0]])).toEqual(rows);
      });

      it.each([...types.whole, ...types.decimal, ...types.binary.map((type) => [type, "NaN"] as const)].map(([type, largest]) => [type, largest] as const))("persons in %s, the most of them too", async (type, largest) => {
        await loadSurvey(engine, [1, 2, 3].map(() => ({ household: { ...deprivedIn(3), members: [], annualIncomeVnd: 54_000_000 }, on: null })));
        const values = ["3", largest, "-1"];
        await engine.view("typed", `SELECT h.id, h.area_code, h.residence, h.annual_income_vnd, h.floor_area_m2, i.persons FROM households h JOIN (${values.map((value, index) => `SELECT ${index} AS id, CAST('${value}' AS ${type}) AS persons`).join(" UNION ALL ")}) i ON i.id = h.id`);
        const standard = standardById("vn/decision-170-2005");
        const sql = toSql(standard, { dialect: engine.dialect, on: "2008-01-01", tables: { households: "typed" }, columns: { households: { monthlyIncomePerPersonVnd: null } } });
        expect(await engine.rows(`SELECT persons, class FROM (${sql}) AS c ORDER BY id`)).toEqual([["3", "not-poor"], [null, null], [null, null]]);
      });

      it.each([...types.decimal.map(([type]) => type), ...types.binary])("a monthly income beside a line per year, in %s", async (type) => {
        // 46,000,000 a year are 3,833,333 and a third a month.
        const values = ["3833333", "3833333.33", "3833333.34", "3833334", "3000000", "3000000.01"];
        await loadSurvey(engine, values.map(() => ({ household: { residence: "urban", persons: 1 }, on: null })));
        await engine.view("typed", `SELECT h.id, h.area_code, h.residence, h.persons, i.income FROM households h JOIN (${values.map((value, index) => `SELECT ${index} AS id, CAST('${value}' AS ${type}) AS income`).join(" UNION ALL ")}) i ON i.id = h.id`);
        const sql = toSql(hoChiMinhCity, { dialect: engine.dialect, on: "2023-12-14", tables: { households: "typed" }, columns: { households: { annualIncomeVnd: null, monthlyIncomePerPersonVnd: "income" } } });
        expect((await engine.rows(`SELECT class FROM (${sql}) AS c ORDER BY id`)).map(([found]) => found)).toEqual(["near-poor", "near-poor", "not-poor", "not-poor", "poor", "near-poor"]);
      });
    });

    it("reads every form of rule as one household at a time does", async () => {
      const pairs = randomSurvey(150, 4);
      await loadSurvey(engine, pairs.map(({ row }) => row));
      for (const several of fc.sample(fc.array(expressions, { minLength: 4, maxLength: 8 }), { seed: 8, numRuns: rules })) {
        const standard = standardOf(several);
        const read = readerFor(standard);
        for (const [options, on] of [[{ on: "2024-02-29" }, "2024-02-29"], [{ columns: { households: { reviewedOn: "reviewed_on" } } }, null]] as const) {
          const columns = { ...("columns" in options ? options.columns : {}), members: { bornFrom: "born_from", bornTo: "born_to" } };
          const expected = pairs.map(({ record }) => answerOfFacts(read(on === null ? record : { ...record, reviewedOn: null }), standard, on));
          const found = await answersOf(engine, toSql(standard, { ...options, dialect: engine.dialect, columns }), standard);
          expect([JSON.stringify(several), ...differences(expected, found)]).toEqual([JSON.stringify(several)]);
        }
      }
    });

    it("gives the answers of the conformance vectors", async () => {
      for (const standard of standards) {
        const facts = vectors.filter((each) => each.standard === standard.id && each.kind === "facts" && isRow(each.input));
        await loadSurvey(engine, facts.map(({ input, on }) => ({ household: household(input), on: (input["reviewedOn"] as string | undefined) ?? on ?? null })));
        const sql = toSql(standard, { dialect: engine.dialect, columns: { households: { reviewedOn: "reviewed_on" }, members: { bornFrom: "born_from", bornTo: "born_to" } } });
        expect(facts.length).toBeGreaterThan(0);
        expect(differences(facts.map((each) => expectedOf(each, standard)), await answersOf(engine, sql, standard))).toEqual([]);
        for (const recorded of ["flags", "count", "range"] as const) {
          const cases = vectors.filter((each) => each.standard === standard.id && each.kind === "deprivations" && recordedAs(each.input) === recorded);
          const known = cases.filter(({ input }) => isRecorded(input, standard));
          if (known.length === 0) continue;
          await engine.load(recordedTable(standard, known.map(({ input }) => fitted(input as unknown as RecordedDeprivations))));
          const found = await answersOf(engine, deprivationsSql(standard, { dialect: engine.dialect, recorded, tables: { households: "recorded_households" } }), standard, recorded === "flags");
          expect(differences(known.map((each) => expectedOf(each, standard)), found)).toEqual([]);
        }
      }
    });

    it.each([...standards, bacNinh, hoChiMinhCity].map((standard) => [standard.id, standard] as const))("reads recorded flags and numbers under %s", async (_id, standard) => {
      const all = fc.sample(recordedDeprivations(standard), { seed: 5, numRuns: 600 }).map((each, index) => spoilt(fitted(each), index, standard));
      for (const recorded of ["flags", "count", "range"] as const) {
        const records = all.filter((each) => recordedAs(each as unknown as Recorded) === recorded);
        await engine.load(recordedTable(standard, records));
        const found = await answersOf(engine, deprivationsSql(standard, { dialect: engine.dialect, recorded, tables: { households: "recorded_households" } }), standard, recorded === "flags");
        expect(records.length).toBeGreaterThan(recorded === "flags" ? 150 : 80);
        expect(differences(records.map((each) => answerOf(() => classifyDeprivations(each, { standard }), standard)), found)).toEqual([]);
      }
    });

    it.each([...standards, bacNinh].map((standard) => [standard.id, standard] as const))("compares recorded classes under %s", async (_id, standard) => {
      const words = [...povertyClasses, "hộ nghèo", ""];
      const pairs = randomSurvey(900, 6, "2023-12-14").map(({ row, record }, index) => ({ row: { ...row, household: { ...row.household, recordedClass: words[index % words.length] as PovertyClass } }, record }));
      await loadSurvey(engine, pairs.map(({ row }) => row));
      const sql = toSql(standard, { dialect: engine.dialect, on: "2023-12-14", columns: { households: { recordedClass: "recorded_class" }, members: { bornFrom: "born_from", bornTo: "born_to" } } });
      const read = readerFor(standard);
      const expected = pairs.map(({ row, record }) => {
        const word = row.household.recordedClass;
        if (!povertyClasses.includes(word)) return null;
        const plain = read({ ...record, reviewedOn: null });
        return answerOfFacts(plain, standard, "2023-12-14") === refused ? null : agreesWith(classify(plain, { standard, on: "2023-12-14" }), word, standard);
      });
      const found = await engine.rows(`SELECT agrees FROM (${sql}) AS c ORDER BY id`);
      expect(found.map(([agrees]) => agrees)).toEqual(expected.map((agrees) => (agrees === null ? null : String(agrees))));
      expect(new Set(expected)).toEqual(new Set([true, false, null]));
    });

    it("gives the rates that areaRates gives, over trees of areas with holes", async () => {
      for (const standard of [decree07, standardById("vn/decision-170-2005")])
        for (const map of fc.sample(maps(standard), { seed: 12, numRuns: trees })) {
          await loadMap(engine, map);
          const rows = await engine.rows(areaRatesSql(standard, { dialect: engine.dialect, tables: { classified: "classified" } }));
          const expected = areaRates(map.households, { areas: map.areas, residents: map.residents, standard }).map((row) => {
            const { areaCode, households, persons, rates, householdsWithoutPersons = 0, problem = null } = printedAreaRates(row);
            const counts = [households, persons].flatMap(({ residents, poor, nearPoor, average, undetermined }) => [residents, poor, nearPoor, average, undetermined]);
            const { poorHouseholds, nearPoorHouseholds, multidimensionalHouseholds, averageHouseholds, poorPersons, nearPoorPersons, multidimensionalPersons, averagePersons } = rates;
            const ends = [poorHouseholds, nearPoorHouseholds, multidimensionalHouseholds, averageHouseholds, poorPersons, nearPoorPersons, multidimensionalPersons, averagePersons].flatMap((rate) => [rate?.low ?? null, rate?.high ?? null]);
            const { name, level } = map.areas.find(({ code }) => code === areaCode)!;
            return [areaCode, name, level, ...counts, ...ends, householdsWithoutPersons, 0, problem].map((value) => (value === null ? null : String(value)));
          });
          const byCode = (all: readonly (readonly (string | null)[])[]): readonly (readonly (string | null)[])[] => [...all].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
          expect(byCode(rows)).toEqual(byCode(expected));
          // Parents after their parts.
          const places = rows.map(([code]) => code);
          for (const { code, parent } of map.areas) if (typeof parent === "string") expect(places.indexOf(parent)).toBeGreaterThan(places.indexOf(code));
        }
    });

    it("counts no row silently away: repeated ids, rows without class, unknown areas, areas in a circle", async () => {
      const areas = [{ code: "1", name: "A", level: "commune", parent: "9" }, { code: "9", name: "B", level: "province" }];
      const own = { areaCode: "1", class: "poor", persons: 2 } as const;
      await loadMap(engine, { areas, residents: [{ areaCode: "1", households: 10, persons: 30 }], households: [{ ...own, id: 1 }, { ...own, id: 1 }, { ...own, id: 2, areaCode: "7" }, own, own, { ...own, id: 3, class: null }] });
      const sql = areaRatesSql(decree07, { dialect: engine.dialect, tables: { classified: "classified" } });
      const short = (): Promise<readonly (readonly (string | null)[])[]> => engine.rows(`SELECT area_code, households_residents, households_poor, poor_households_low, poor_persons_high, households_refused, problem FROM (${sql}) AS r`);
      const sorted = async (): Promise<readonly (readonly (string | null)[])[]> => [...(await short())].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
      expect(await sorted()).toEqual([
        ["1", "10", "3", "30.00", "20.00", "1", null],
        ["9", "10", "3", "30.00", "20.00", "1", null],
        [null, null, "1", null, null, "0", "unknown-area"],
      ]);
      await loadMap(engine, { areas: [areas[0]!, { ...areas[1]!, parent: "1" }], residents: [], households: [own] });
      expect((await sorted()).map((row) => row.at(-1))).toEqual(["areas-too-deep", "areas-too-deep"]);
    });

    it("classifies and counts in one query", async () => {
      await loadMap(engine, { areas: [{ code: "1", name: "A", level: "commune" }], residents: [{ areaCode: "1", households: 8 }], households: [] });
      await loadSurvey(engine, [3, 3, 2].map((count) => ({ household: { ...deprivedIn(count), areaCode: "1", monthlyIncomePerPersonVnd: 1_000_000 }, on: null })));
      const sql = areaRatesSql(decree07, { dialect: engine.dialect, on: "2023-12-14" });
      expect(await engine.rows(`SELECT area_code, households_poor, households_near_poor, persons_poor, poor_households_low, multidimensional_households_high FROM (${sql}) AS r`))
        .toEqual([["1", "2", "1", "6", "25.00", "37.50"]]);
    });

    it("stays within names, comments and literals, whatever they hold", async () => {
      // Spark takes no dot, and PostgreSQL no more than 63 bytes.
      const hostile = ["*/ SELECT 1 /*", "a'b", 'a"b', "a`b", "a\\b", "a\\", "a;b--c", "$$a$$", "$a$", "hộ nghèo 😀", "select", "a,b", "/*+ BROADCAST(h) */", ":x ?", "%s"];
      await loadSurvey(engine, [{ household: { ...deprivedIn(3), monthlyIncomePerPersonVnd: 1_500_000 }, on: null }]);
      const evil = defineStandard(JSON.parse(JSON.stringify(decree07).replaceAll("07/2021/NĐ-CP", "*/ 1 /* ' \\\" \\\\ ` $$ ${env:HOME} -- \\n ; \\u0000 \\u2028 /*+ X */ /")) as Standard);
      const quote = engine.dialect === "spark" ? "`" : '"';
      const quoted = (name: string): string => quote + name.replaceAll(quote, quote + quote) + quote;
      for (const name of hostile) {
        const columns = ["id", "residence", "monthly_income_per_person_vnd", "floor_area_m2", "water_source", "toilet_type"].map((column) => `${column} AS ${quoted(column === "residence" ? name : column)}`);
        await engine.view("hostile", `SELECT ${columns.join(", ")} FROM households`);
        const absent = { persons: null, areaCode: null, annualIncomeVnd: null, wallDurable: null, pillarDurable: null, roofDurable: null, hasTelevision: null, hasRadio: null, hasDesktopComputer: null, hasTelephone: null, hasLaptop: null, hasTablet: null, hasSmartphone: null } as const;
        const sql = toSql(evil, { dialect: engine.dialect, on: "2023-12-14", tables: { households: "hostile" }, columns: { households: { ...absent, residence: name } } });
        expect([name, await engine.rows(`SELECT class, area_code FROM (${sql}) AS c`)]).toEqual([name, [["poor", null]]]);
      }
      const rates = areaRatesSql(evil, { dialect: engine.dialect, on: "2023-12-14" });
      await loadMap(engine, { areas: [], residents: [], households: [] });
      expect((await engine.rows(`SELECT households_poor, problem FROM (${rates}) AS r`))).toEqual([["1", "unknown-area"]]);
    });
  });
}

// ---- what the cases are made of -------------------------------------------------------------------------------------------------------

/** A standard whose indicators are these rules and nothing else. */
function standardOf(rules: Standard["indicators"][number]["deprivedWhen"][]): Standard {
  const [model] = decree07.indicators;
  return defineStandard({ ...decree07, id: "example/rules", inForce: [], points: null, indicators: rules.map((deprivedWhen, index) => ({ ...model!, id: `rule${index}`, deprivedWhen })) });
}

interface Vector {
  readonly id: string;
  readonly standard: string;
  readonly kind: string;
  readonly on?: string;
  readonly input: Recorded;
  readonly expected: { readonly error?: unknown };
}
const vectors = (JSON.parse(readFileSync(new URL("../conformance/vectors.json", import.meta.url), "utf8")) as { readonly cases: readonly Vector[] }).cases;

/** Whether a table can hold the household of a vector: its keys are columns, its values of their types. */
function isRow(input: Recorded): boolean {
  const isNumber = (value: unknown): boolean => !isGiven(value) || (Number.isFinite(Number(value)) && value !== "" && Math.abs(Number(value)) < 1e17);
  const fits = (record: Recorded, columns: readonly string[]): boolean =>
    Object.entries(record).every(([key, value]) => columns.includes(key) && (key in wordsOf ? !isGiven(value) || wordsOf[key]!.includes(value) : true));
  const members = (input["members"] ?? []) as readonly Recorded[];
  return (
    fits(input, ["id", "areaCode", "residence", "persons", "annualIncomeVnd", "monthlyIncomePerPersonVnd", "reviewedOn", "recordedClass", "members", ...Object.keys(householdFacts)]) &&
    members.every((member) => fits(member, ["id", ...Object.keys(memberFacts)]) && (!isGiven(member["bornOn"]) || dayInterval(member["bornOn"] as string) !== null)) &&
    [input["annualIncomeVnd"], input["monthlyIncomePerPersonVnd"], input["floorAreaM2"], input["persons"]].every(isNumber)
  );
}

/** The same of recorded deprivations. */
function isRecorded(input: Recorded, { indicators }: Standard): boolean {
  const flags = Object.entries((input["deprivations"] ?? {}) as Recorded);
  const isKnown = Object.keys(input).every((key) => ["residence", "persons", "annualIncomeVnd", "monthlyIncomePerPersonVnd", "deprivations", "deprivationCount"].includes(key));
  const isOne = input["deprivations"] === undefined || input["deprivationCount"] === undefined;
  return isKnown && isOne && flags.every(([id, flag]) => indicators.some((indicator) => indicator.id === id) && [true, false, null].includes(flag as boolean));
}

/** The words that a fact can have; SQL takes others for unknown. */
const wordsOf: Readonly<Record<string, readonly unknown[]>> = Object.fromEntries(
  Object.entries<{ readonly type: string; readonly values?: object }>({ ...householdFacts, ...memberFacts })
    .filter(([, { type }]) => type === "enum" || type === "boolean")
    .map(([name, { values }]) => [name, values === undefined ? [true, false] : Object.keys(values)]),
);

/** The line of a vector, as written in the file. */
function expectedOf({ expected }: Vector, standard: Standard): string {
  if (expected.error !== undefined) return refused;
  return answerOf(() => ({ deprived: null, unknown: null, ...expected }) as unknown as Classification, standard);
}

function recordedAs({ deprivationCount }: Recorded): "flags" | "count" | "range" {
  return deprivationCount === undefined ? "flags" : Array.isArray(deprivationCount) ? "range" : "count";
}

/** Recorded deprivations as a table with a column for each flag, and columns for their number. */
function recordedTable(standard: Standard, records: readonly RecordedDeprivations[]): Table {
  const ids = standard.indicators.map(({ id }) => id);
  return {
    name: "recorded_households",
    columns: [
      ["id", "id"], ["area_code", "text"], ["residence", "text"], ["persons", "persons"], ["annual_income_vnd", "money"], ["monthly_income_per_person_vnd", "money"],
      ["deprivation_count", "persons"], ["deprived_at_least", "persons"], ["deprived_at_most", "persons"], ...ids.map((id) => [`deprived_${columnName(id)}`, "boolean"] as const),
    ],
    rows: records.map(({ residence, persons, annualIncomeVnd, monthlyIncomePerPersonVnd, deprivationCount, deprivations }, index) => {
      const [least, most] = Array.isArray(deprivationCount) ? (deprivationCount as readonly [number, number]) : [null, null];
      return [index, null, residence, persons, annualIncomeVnd, monthlyIncomePerPersonVnd, Array.isArray(deprivationCount) ? null : deprivationCount, least, most, ...ids.map((id) => deprivations?.[id])].map(cell);
    }),
  };
}

/** Incomes that a column of 18 digits before the point holds. */
function fitted(record: RecordedDeprivations): RecordedDeprivations {
  const long = "123456789012345678901234567890.5";
  const shorter = (value: unknown): unknown => (value === long ? "123456789012345678.5" : value);
  return { ...record, annualIncomeVnd: shorter(record.annualIncomeVnd) as string, monthlyIncomePerPersonVnd: shorter(record.monthlyIncomePerPersonVnd) as string };
}

/** Every tenth record as `classifyDeprivations` refuses it, in one way or another. */
function spoilt(record: RecordedDeprivations, index: number, { indicators }: Standard): RecordedDeprivations {
  if (index % 10 !== 3) return record;
  const ways: readonly object[] = [{ residence: "town" }, { persons: 0 }, { persons: null, annualIncomeVnd: 1, monthlyIncomePerPersonVnd: null }, { annualIncomeVnd: 1, monthlyIncomePerPersonVnd: 1 }, { persons: 1.5 }];
  const counts: readonly object[] = Array.isArray(record.deprivationCount)
    ? [{ deprivationCount: [1, 0] }, { deprivationCount: [0, indicators.length + 1] }]
    : record.deprivationCount === undefined ? [] : [{ deprivationCount: indicators.length + 1 }, { deprivationCount: -1 }, { deprivationCount: 0.5 }];
  const all = [...ways, ...counts];
  return { ...record, ...all[Math.floor(index / 10) % all.length] };
}

/** Areas, their residents, and the households in them. */
interface AreaMap {
  readonly areas: readonly { readonly code: string; readonly name: string; readonly level: string; readonly parent?: string | null }[];
  readonly residents: readonly AreaResidents[];
  readonly households: readonly CountedHousehold[];
}

/** Trees of up to nine areas, with residents given for some of them, right or wrong, and households in any of them. */
function maps({ classes }: Standard): fc.Arbitrary<AreaMap> {
  const names = classes.map((rule) => rule.class);
  const count = fc.option(fc.oneof(fc.nat({ max: 12 }), fc.constantFrom(0, 100, 301)), { nil: null });
  return fc.integer({ min: 1, max: 9 }).chain((size) =>
    fc.record({
      parents: fc.tuple(...Array.from({ length: size }, (_, index) => fc.option(fc.nat({ max: Math.max(0, index - 1) }), { nil: null, freq: 4 }))),
      residents: fc.uniqueArray(fc.record({ area: fc.nat({ max: size - 1 }), households: count, persons: count }), { selector: ({ area }) => area, maxLength: size }),
      households: fc.array(fc.record({ area: fc.nat({ max: size - 1 }), possible: fc.subarray(names, { minLength: 1 }), persons: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined, freq: 12 }) }), { maxLength: 14 }),
    }).map(({ parents, residents, households }) => ({
      areas: parents.map((parent, index) => ({ code: `0${index}`, name: `A${index}`, level: `L${index % 3}`, parent: index === 0 || parent === null ? null : `0${parent}` })),
      residents: residents.map(({ area, ...counts }) => ({ areaCode: `0${area}`, ...counts })),
      households: households.map(({ area, possible, persons }, index) => ({ id: index, areaCode: `0${area}`, class: possible.length === 1 ? possible[0]! : null, possible, persons })),
    })),
  );
}

async function loadMap(engine: SqlEngine, { areas, residents, households }: AreaMap): Promise<void> {
  await engine.load({ name: "areas", columns: [["code", "text"], ["name", "text"], ["level", "text"], ["parent", "text"]], rows: areas.map(({ code, name, level, parent }) => [code, name, level, cell(parent)]) });
  await engine.load({ name: "residents", columns: [["area_code", "text"], ["households", "persons"], ["persons", "persons"]], rows: residents.map((each) => [each.areaCode, cell(each.households), cell(each.persons)]) });
  await engine.load({
    name: "classified",
    columns: [["id", "id"], ["area_code", "text"], ["persons", "persons"], ["class", "text"], ["possible", "text"]],
    rows: households.map((each) => [cell(each.id), each.areaCode, cell(each.persons), cell(each.class), cell(each.possible?.join(","))]),
  });
}
