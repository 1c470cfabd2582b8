import { describe, expect, it } from "vitest";
import { inProcess, lines, type Given, type Outcome } from "./in-process.js";

const areas = lines("code,name,level,parent", "42,Hà Tĩnh,province,", "1,Trần Phú,commune,42", "2,Nam Hà,commune,42");
const residents = lines("area_code,households,persons", "1,100,400", "2,200,");
const rates = (stdin: string, given: Partial<Record<"areas" | "residents", string>> = {}, options: readonly string[] = [], more: Given = {}): Promise<Outcome> =>
  inProcess(["rates", "--areas", "areas", "--residents", "residents", ...options], { stdin, ...more, files: { areas, residents, ...given, ...more.files } });
const json = (...records: readonly object[]): string => lines(...records.map((record) => JSON.stringify(record)));
const poor = { id: "a", areaCode: "1", class: "poor", persons: 4 };

describe("rates", () => {
  it("answers in the form of the contract, parents after their parts", async () => {
    const { answers, reports, code } = await rates(json(poor, { id: "b", areaCode: "2", class: null, possible: ["poor", "near-poor"], persons: 2 }));
    expect([reports, code]).toEqual([[], 0]);
    expect(answers.map(({ areaCode }) => areaCode)).toEqual(["1", "2", "42"]);
    expect(answers[2]).toEqual({
      areaCode: "42",
      households: { residents: 300, poor: 1, nearPoor: 0, average: 0, undetermined: 1 },
      persons: { residents: null, poor: 4, nearPoor: 0, average: 0, undetermined: 2 },
      rates: {
        poorHouseholds: { low: "0.33", high: "0.67" }, nearPoorHouseholds: { low: "0.00", high: "0.33" },
        multidimensionalHouseholds: { low: "0.67", high: "0.67" }, averageHouseholds: { low: "0.00", high: "0.00" },
        poorPersons: null, nearPoorPersons: null, multidimensionalPersons: null, averagePersons: null,
      },
    });
  });

  it("reads what classify writes, in both formats", async () => {
    const households = json(
      { id: "a", areaCode: "1", residence: "rural", persons: 4, monthlyIncomePerPersonVnd: 1_000_000, deprivationCount: 3, meta: { x: 1 }, recordedClass: "poor" },
      { id: "b", areaCode: "2", residence: "urban", persons: 2, monthlyIncomePerPersonVnd: 1_000_000, deprivationCount: [2, 3] },
      { id: "c", areaCode: "2", residence: "urban", members: [{}], reviewedOn: "2023-12-14" },
    );
    const classify = ["classify", "--standard", "vn/decree-07-2021", "--explain", "en", "--evidence"];
    const outcomes = await Promise.all([[], ["--format", "csv"]].map(async (format) => rates((await inProcess([...classify, ...format], { stdin: households })).out)));
    for (const { reports, answers } of outcomes) {
      expect(reports).toEqual([]);
      expect(answers.at(-1)).toMatchObject({ households: { poor: 1, undetermined: 2 }, persons: { poor: 4, undetermined: 3 } });
    }
    expect(outcomes[1]!.out).toBe(outcomes[0]!.out);
  });

  it("writes a rate as two columns in CSV", async () => {
    const { out } = await rates(json(poor), { areas: lines("code,name,level", "1,x,y") , residents: lines("area_code,households,persons", "1,0,400") }, ["--format", "csv"]);
    expect(out).toBe(
      lines(
        "area_code,households_residents,households_poor,households_near_poor,households_average,households_undetermined," +
          "persons_residents,persons_poor,persons_near_poor,persons_average,persons_undetermined," +
          "poor_households_low,poor_households_high,near_poor_households_low,near_poor_households_high,multidimensional_households_low,multidimensional_households_high,average_households_low,average_households_high," +
          "poor_persons_low,poor_persons_high,near_poor_persons_low,near_poor_persons_high,multidimensional_persons_low,multidimensional_persons_high,average_persons_low,average_persons_high," +
          "households_without_persons,problem",
        "1,0,1,0,0,0,400,4,0,0,0,,,,,,,,,1.00,1.00,0.00,0.00,1.00,1.00,0.00,0.00,,count-exceeds-residents",
      ),
    );
  });

  it.each([
    ["a household that comes again is counted once", [poor, { ...poor, areaCode: "2" }], ["2 invalid-input id"], 1],
    ["the same id as a number too", [{ ...poor, id: 7 }, { ...poor, id: "7" }], ["2 invalid-input id"], 1],
    ["households without id are each counted", [{ ...poor, id: null }, { ...poor, id: undefined }], [], 2],
    ["an area that is not there", [poor, { ...poor, id: "b", areaCode: "9" }], ["2 invalid-area areaCode"], 1],
    ["a class that is none", [poor, { ...poor, id: "b", class: "rich" }], ["2 invalid-input class"], 1],
    ["another standard", [{ ...poor, standard: "vn/decree-07-2021" }, { ...poor, id: "b", standard: "vn/decision-59-2015" }], ["2 standards-differ standard"], 1],
    ["a misspelt key", [poor, { ...poor, id: "b", persns: 1 }], ["2 invalid-input persns"], 1],
  ])("%s", async (_why, records, reports, counted) => {
    const outcome = await rates(json(...records));
    expect(outcome.reports).toEqual(reports);
    expect(outcome.answers.at(-1)).toMatchObject({ households: { poor: counted } });
    expect(outcome.code).toBe(reports.length === 0 ? 0 : 1);
  });

  it("knows by --standard which rates there are", async () => {
    const { answers } = await rates(json(poor), {}, ["--standard", "vn/decree-351-2025"]);
    expect(answers[0]).toMatchObject({ rates: { poorHouseholds: { low: "1.00" }, averageHouseholds: null } });
    expect((await rates(json({ ...poor, standard: "vn/decree-07-2021" }), {}, ["--standard", "vn/decree-351-2025"])).reports).toEqual(["1 standards-differ standard"]);
  });

  it("reads a register in CSV, with a map", async () => {
    const map = JSON.stringify({ columns: { Xa: "area_code", Loai: "class", Ten: null }, values: { class: { N: "poor" } }, areas: { columns: { Ma: "code" } }, residents: { columns: { Ma: "area_code" } } });
    const given = { areas: areas.replace("code", "Ma"), residents: residents.replace("area_code", "Ma") };
    const { answers, reports } = await rates(lines("Xa;Loai;persons;Ten", "1;N;4;An"), given, ["--map", "map"], { files: { map } });
    expect(reports).toEqual([]);
    expect(answers[0]).toMatchObject({ households: { poor: 1 } });
  });

  it("leaves out unknown columns and keys where they are allowed, in each file", async () => {
    const given = { areas: '{"code":"1","name":"x","level":"y","colour":1}\n', residents: "area_code,households,colour\n1,100,1\n" };
    const { reports, answers } = await rates(json({ ...poor, colour: 1 }), given, ["--allow-unknown"]);
    expect(reports).toEqual(["areas 1 unknown-key colour", "residents 1 unknown-key colour", "1 unknown-key colour"]);
    expect(answers[0]).toMatchObject({ rates: { poorHouseholds: { low: "1.00" } } });
  });
});

describe("a wrong row of the areas", () => {
  it.each([
    ["without a code", ",x,y,42", ["areas 5 invalid-area code"], ["1", "2", "42"]],
    ["with a code that was there before", "2,x,y,42", ["areas 5 invalid-area code"], ["1", "2", "42"]],
    ["with too few cells", "3,x", ["areas 5 invalid-input"], ["1", "2", "42"]],
    ["with a parent that is not there", "3,x,y,4", ["areas 5 invalid-area parent"], ["1", "2", "42", "3"]],
    ["that is its own parent", "3,x,y,3", ["areas 5 invalid-area parent"], ["1", "2", "42"]],
  ])("%s costs no other row", async (_why, row, reports, codes) => {
    const outcome = await rates(json(poor), { areas: `${areas}${row}\n` });
    expect(outcome.reports).toEqual(reports);
    expect(outcome.answers.map(({ areaCode }) => areaCode)).toEqual(codes);
    expect(outcome.code).toBe(1);
  });

  it("in a circle: one of it is taken out, and what hung on that counts by itself", async () => {
    const outcome = await rates(json(poor), { areas: `${areas}3,x,y,4\n4,x,y,3\n` });
    expect(outcome.reports).toEqual(["areas 5 invalid-area parent", "areas 6 invalid-area parent"]);
    expect(outcome.answers.map(({ areaCode }) => areaCode)).toEqual(["1", "2", "42", "4"]);
  });

  it("a file that is none stops the run", async () => {
    const many = lines("code,name,level,parent", ...Array.from({ length: 1100 }, () => ",x,y,"));
    expect(await rates(json(poor), { areas: many })).toMatchObject({ code: 2, out: "", err: expect.stringContaining("the areas file: more than 1000 rows are wrong") as string });
    expect(await rates(json(poor), { areas: "ma,ten\n" })).toMatchObject({ code: 2, err: expect.stringContaining("none of these is a field of an area") as string });
  });
});

describe("a wrong row of the residents", () => {
  it.each([
    ["for an area that is not there", "9,1,1", ["residents 4 invalid-area areaCode"]],
    ["for an area that was there before", "1,1,1", ["residents 4 invalid-area areaCode"]],
    ["with thousands grouped", "42,30.900,1", ["residents 4 invalid-input households"]],
    ["with a negative number", "42,-1,1", ["residents 4 invalid-input households"]],
  ])("%s costs no other row", async (_why, row, reports) => {
    const outcome = await rates(json(poor), { residents: `${residents}${row}\n` });
    expect(outcome.reports).toEqual(reports);
    expect(outcome.answers.at(-1)).toMatchObject({ households: { residents: 300 } });
    expect(outcome.code).toBe(1);
  });
});

describe("the options of rates", () => {
  it.each([
    ["areas and residents are needed", ["rates"], "expected --areas FILE and --residents FILE"],
    ["standard input is read once", ["rates", "--areas", "-", "--residents", "-", "f"], "two inputs are standard input"],
  ])("%s", async (_why, argv, message) => {
    const { code, err } = await inProcess(argv, { files: { f: "" } });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
