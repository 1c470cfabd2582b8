import { describe, expect, it } from "vitest";
import { inProcess, lines, type Given, type Outcome } from "./in-process.js";

const json = (...records: readonly object[]): string => lines(...records.map((record) => JSON.stringify(record)));
const areas = lines("code,name,level", "51,Quảng Ngãi,province");
const residents = lines("area_code,households", "51,446721", "62,60456");
const crosswalk = lines("on,from,to", "2025-07-01,51,51", "2025-07-01,62,51");
const options = ["--crosswalk", "crosswalk", "--on", "2025-12-31"];
type Files = Partial<Record<"areas" | "residents" | "crosswalk" | "map", string>>;
const rates = (stdin: string, files: Files = {}, more: readonly string[] = options, given: Given = {}): Promise<Outcome> =>
  inProcess(["rates", "--areas", "areas", "--residents", "residents", ...more], { stdin, ...given, files: { areas, residents, crosswalk, ...files } });
const poor = (areaCode: string, more: object = {}): object => ({ areaCode, class: "poor", persons: 4, ...more });

describe("rates --crosswalk", () => {
  it("Kon Tum and Quảng Ngãi: 4.52 %, not the mean of 3.66 % and 10.85 %", async () => {
    const households = json(poor("51")).repeat(16_368) + json(poor("62")).repeat(6557);
    const { answers, err, code } = await rates(households);
    expect([err, code]).toEqual(["", 0]);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({ areaCode: "51", households: { residents: 507_177, poor: 22_925 }, rates: { poorHouseholds: { low: "4.52", high: "4.52" } } });
  });

  it("notes the area of which an old part has no residents, whose rates are null", async () => {
    const { answers, err, code } = await rates(json(poor("62")), { residents: lines("area_code,households", "51,446721") });
    expect([err, code]).toEqual(['note: the residents of area "51" are not known: no row for "62", which went into it\n', 0]);
    expect(answers[0]).toMatchObject({ households: { residents: null, poor: 1 }, rates: { poorHouseholds: null } });
  });

  it("a split area goes by newAreaCode, for households and residents", async () => {
    const files = {
      areas: lines("code,name,level", "A,A,commune", "B,B,commune"),
      crosswalk: json({ on: "2025-07-01", from: "X", to: "A" }, { on: "2025-07-01", from: "X", to: "B" }),
      residents: lines("area_code,new_area_code,households", "X,,300", "A,,100", "B,,200"),
    };
    const split = await rates(json(poor("X", { id: "a", newAreaCode: "A" }), poor("X", { id: "b" }), poor("X", { id: "c", newAreaCode: "C" }), poor("B", { id: "d" })), files);
    expect(split.reports).toEqual(["residents 2 invalid-area newAreaCode", "2 invalid-area newAreaCode", "3 invalid-area newAreaCode"]);
    expect(split.answers.map(({ areaCode, households }) => [areaCode, (households as { poor: number }).poor])).toEqual([["A", 1], ["B", 1]]);
    expect(split.err).toContain('\\"X\\" was split on 2025-07-01 into \\"A\\", \\"B\\"');
    const csv = await rates(lines("area_code;new_area_code;class", "X;B;poor"), files);
    expect(csv.answers[1]).toMatchObject({ areaCode: "B", households: { residents: 200, poor: 1 } });
  });

  it("--coded-on: a change until that day is in the codes already", async () => {
    // Nothing went into 51 after the day of the old map, so that its own residents are all.
    const only51 = { residents: lines("area_code,households", "51,507177") };
    const { answers, err } = await rates(json(poor("51")), only51, [...options, "--coded-on", "2025-07-01"]);
    expect([err, answers[0]]).toEqual(["", expect.objectContaining({ households: expect.objectContaining({ residents: 507_177 }) as unknown })]);
    const { reports } = await rates(json(poor("62")), only51, [...options, "--coded-on", "2025-07-01"]);
    expect(reports).toEqual(["1 invalid-area areaCode"]);
    expect((await rates(json(poor("51")), only51, [...options, "--coded-on", "2025-06-30"])).err).toContain("note: the residents");
  });

  it.each([
    ["the day before the change the map is the old one", "2025-06-30", ["1 invalid-area areaCode"]],
    ["on its first day it is the new one", "2025-07-01", []],
  ])("%s", async (_why, on, reports) => {
    const outcome = await rates(json(poor("62")), { residents: lines("area_code,households", "51,1") }, ["--crosswalk", "crosswalk", "--on", on]);
    expect(outcome.reports).toEqual(reports);
  });

  it.each([
    ["a wrong day", `${crosswalk}2025-13-01,1,2\n`, "the crosswalk file, line 4, on: expected a day, YYYY-MM-DD"],
    ["no code", `${crosswalk}2025-07-01,,2\n`, "the crosswalk file, line 4, from: expected the code of the old area"],
    ["a change that comes twice", `${crosswalk}2025-07-01,62,51\n`, "the crosswalk file, line 4: expected each change once"],
    ["an area that has ended", `${crosswalk}2026-07-01,62,51\n`, 'the crosswalk file, line 4, from: expected an area that there still is; "62" ended on 2025-07-01'],
    ["too few cells", `${crosswalk}2025-07-01,62\n`, "the crosswalk file, line 4: "],
    ["a line that is no JSON", `${json({ on: "2025-07-01", from: "62", to: "51" })}{\n`, "the crosswalk file, line 2: expected one JSON object on the line"],
    ["a key that is not known", json({ on: "2025-07-01", from: "62", too: "51" }), "the crosswalk file, line 1, too: "],
    ["a hostile code is not shown", json({ on: "2025-07-01", from: "\u001b[2J", to: "9" }, { on: "2026-07-01", from: "\u001b[2J", to: "8" }), "line 2, from: expected an area that there still is; this one ended"],
  ])("a wrong row ends the run: %s", async (_why, text, message) => {
    const { code, out, err } = await rates(json(poor("51")), { crosswalk: text });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
    expect(err).not.toContain("\u001b");
  });

  it.each([
    ["without a day", ["--crosswalk", "crosswalk"], "--crosswalk needs --on DAY"],
    ["a day without it", ["--on", "2025-12-31"], "--on belongs to --crosswalk FILE"],
    ["an old day without it", ["--coded-on", "2025-12-31"], "--coded-on belongs to --crosswalk FILE"],
    ["a day that is none", ["--crosswalk", "crosswalk", "--on", "2025-02-29"], "--on: expected a day of the calendar"],
    ["an old day that is none", [...options, "--coded-on", "x"], "--coded-on: expected a day of the calendar"],
    ["days in the wrong order", [...options, "--coded-on", "2026-01-01"], "--coded-on: expected a day no later than --on"],
    ["a file that is not there", ["--crosswalk", "none", "--on", "2025-12-31"], "none cannot be read: there is no such file"],
  ])("%s: exit code 2", async (_why, more, message) => {
    const { code, out, err } = await rates(json(poor("51")), {}, more);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });

  it.each([
    ["an area that the new map does not have", "9,5", ["residents 4 invalid-area areaCode"]],
    ["an area that comes twice", "62,5", ["residents 4 invalid-area areaCode"]],
    ["a number that is none", "62,1.000", ["residents 4 invalid-input households"]],
  ])("a wrong row of the residents costs no other: %s", async (_why, row, reports) => {
    const outcome = await rates(json(poor("51")), { residents: `${residents}${row}\n` });
    expect(outcome.reports).toEqual(reports);
    expect(outcome.answers[0]).toMatchObject({ households: { residents: 507_177 } });
  });

  it("a misspelt key is told, of residents and of households", async () => {
    const { reports } = await rates(json(poor("51", { arreaCode: "51" }), { areacode: "51", class: "poor" }), { residents: json({ areaCode: "51", households: 1 }, { areaCode: "62", housholds: 1 }) });
    expect(reports).toEqual(["residents 2 invalid-input housholds", "1 invalid-input arreaCode", "2 invalid-input areacode"]);
  });

  it("newAreaCode is known only with it", async () => {
    const { reports } = await rates(json(poor("51", { newAreaCode: "51" })), { residents: lines("area_code,households", "51,10") }, []);
    expect(reports).toEqual(["1 invalid-input newAreaCode"]);
  });

  it("its columns can be mapped", async () => {
    const map = JSON.stringify({ crosswalk: { columns: { Ngay: "on", Cu: "from", Moi: "to" } } });
    const { answers, err } = await rates(json(poor("62")), { crosswalk: crosswalk.replace("on,from,to", "Ngay,Cu,Moi"), map }, [...options, "--map", "map"]);
    expect([err, answers.length]).toEqual(["", 1]);
  });
});
