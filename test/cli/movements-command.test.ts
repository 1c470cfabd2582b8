import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { inProcess, lines, type Outcome } from "./in-process.js";

const json = (...records: readonly object[]): string => lines(...records.map((record) => JSON.stringify(record)));
const areas = lines("code,name,level,parent", "42,Hà Tĩnh,province,", "1,Trần Phú,commune,42", "2,=cmd|x,commune,42");
const [first, second, third] = ["2022-12-14", "2023-12-14", "2024-12-14"];
const standard = "vn/decree-07-2021";

/** A household at a review, written short: id, day, class, persons. */
const at = (id: string, on: string, found: string | null, persons: number, more: object = {}): object => ({ id, on, class: found, standard, areaCode: "1", persons, ...more });

/** Each household does something else. Opening and closing lists, and every column, were worked out by hand. */
const closed = [
  at("becomes near-poor", first, "poor", 4), at("becomes near-poor", second, "near-poor", 4),
  at("passes the near-poor line", first, "poor", 3), at("passes the near-poor line", second, "not-poor", 3),
  at("moves away", first, "poor", 2), at("moves away", second, null, 2, { reason: "moved-away" }),
  at("becomes poor", first, "near-poor", 5), at("becomes poor", second, "poor", 5),
  at("is new", first, "not-poor", 6), at("is new", second, "poor", 6),
  at("moves in", second, "poor", 1, { reason: "moved-in" }),
  at("stays", first, "poor", 7), at("stays", second, "poor", 7),
  at("relapses", "2021-12-14", "poor", 2, { standard: "vn/decision-59-2015" }), at("relapses", first, "not-poor", 2), at("relapses", second, "poor", 2),
];
const without = (id: string, on: string): readonly object[] => closed.filter((record) => JSON.stringify([(record as { id: string }).id, (record as { on: string }).on]) !== JSON.stringify([id, on]));

const movements = (stdin: string, options: readonly string[] = ["--complete-since", "2015-01-01"], files: Readonly<Record<string, string>> = {}): Promise<Outcome> =>
  inProcess(["movements", "--areas", "areas", ...options], { stdin, files: { areas, ...files } });
const known = { low: 0, high: 0 };
const zeros = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, 6: 0, 7: 0, 8: 0, 9: 0 };

describe("movements", () => {
  it("a closed panel: every column of both forms, households and persons, parents after their parts", async () => {
    const { answers, code, reports } = await movements(json(...closed));
    expect([code, reports]).toEqual([0, []]);
    expect(answers.map(({ areaCode }) => areaCode)).toEqual(["1", "2", "42"]);
    const expected = {
      before: { from: first, to: first }, after: { from: second, to: second }, standard,
      form2: {
        households: { columns: { 1: 4, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1, 8: 1, 9: 5 }, entered: 2, relapsed: { low: 1, high: 1 }, newlyArising: { low: 1, high: 1 }, unexplained: 0 },
        persons: { columns: { 1: 16, 2: 4, 3: 3, 4: 2, 5: 5, 6: 2, 7: 6, 8: 1, 9: 21 }, entered: 8, relapsed: { low: 2, high: 2 }, newlyArising: { low: 6, high: 6 }, unexplained: 0 },
        open: false,
      },
      form3: {
        households: { columns: { ...zeros, 1: 1, 3: 1, 5: 1, 9: 1 }, entered: 0, relapsed: known, newlyArising: known, unexplained: 0 },
        persons: { columns: { ...zeros, 1: 5, 3: 5, 5: 4, 9: 4 }, entered: 0, relapsed: known, newlyArising: known, unexplained: 0 },
        open: false,
      },
      open: false,
    };
    expect(answers[0]).toEqual({ areaCode: "1", ...expected });
    expect(answers[2]).toEqual({ areaCode: "42", ...expected });
    expect(answers[1]).toMatchObject({ areaCode: "2", form2: { households: { columns: zeros } }, open: false });
  });

  it("the order of the lines does not matter, and CSV is read alike", async () => {
    const { out } = await movements(json(...closed));
    expect((await movements(json(...[...closed].reverse()))).out).toBe(out);
    const keys = ["id", "on", "class", "standard", "areaCode", "persons", "reason"];
    const rows = closed.map((record) => keys.map((key) => String((record as Record<string, string | number | null>)[key] ?? "")).join(","));
    expect((await movements(lines("id,on,class,standard,area_code,persons,reason", ...rows))).out).toBe(out);
  });

  it("a household that vanishes without a reason leaves the form open", async () => {
    const { answers } = await movements(json(...without("moves away", second)));
    expect(answers[0]).toMatchObject({ form2: { households: { columns: { 1: 4, 4: 0, 9: 5 }, unexplained: 1 }, persons: { unexplained: 2 }, open: true }, form3: { open: false }, open: true });
    expect(answers[2]).toMatchObject({ areaCode: "42", open: true });
  });

  it.each([
    ["without a complete history an entry stays open", [], { columns: { 6: null, 7: null }, entered: 2, relapsed: { low: 1, high: 2 }, newlyArising: { low: 0, high: 1 } }],
    ["an earlier listing may be too old to make a relapse", ["--complete-since", "2015-01-01", "--relapse-within", "23"], { columns: { 6: 0, 7: 2 } }],
    ["and is not under a limit of one month more, its corresponding day included", ["--complete-since", "2015-01-01", "--relapse-within", "24"], { columns: { 6: 1, 7: 1 } }],
  ])("%s", async (_why, options, households) => {
    const { answers } = await movements(json(...closed), options);
    expect(answers[0]).toMatchObject({ form2: { households } });
  });

  it("three reviews are two pairs, and a household without persons is counted", async () => {
    const { answers, err } = await movements(json(at("a", first, "poor", 4), at("a", second, "poor", 4), { ...at("a", third, "poor", 4), persons: null }));
    expect(answers.map(({ areaCode, after }) => `${String(areaCode)} ${(after as { to: string }).to}`)).toEqual([`1 ${second}`, `2 ${second}`, `42 ${second}`, `1 ${third}`, `2 ${third}`, `42 ${third}`]);
    expect(answers[3]).toMatchObject({ form2: { households: { columns: { 9: 1 } }, persons: { columns: { 1: 4, 9: null } } }, householdsWithoutPersons: 1 });
    expect(err).toContain("2024-12-14  2024-12-14  vn/decree-07-2021           1     0");
  });

  it("--reviews: the days of the communes are one review", async () => {
    const reviews = lines("from,to,standard", `2022-12-01,2022-12-31,${standard}`, `2023-12-01,2023-12-31,${standard}`);
    const records = [at("a", "2022-12-05", "poor", 1), at("b", "2022-12-20", "poor", 2), at("a", "2023-12-20", "poor", 1), at("b", "2023-12-05", "near-poor", 2)];
    const { answers, code } = await movements(json(...records), ["--reviews", "reviews"], { reviews });
    expect([code, answers.length]).toEqual([0, 3]);
    expect(answers[0]).toMatchObject({ before: { from: "2022-12-01", to: "2022-12-31" }, form2: { households: { columns: { 1: 2, 2: 1, 9: 1 } } } });
    const late = await movements(json(...records, at("c", "2024-01-05", "poor", 1)), ["--reviews", "reviews"], { reviews });
    expect(late.reports).toEqual(["5 invalid-input on"]);
  });

  it("one line of CSV holds an area", async () => {
    const { out } = await movements(json(...closed), ["--complete-since", "2015-01-01", "--format", "csv"]);
    const [header = "", line = ""] = out.split("\n");
    const cells = Object.fromEntries(header.split(",").map((name, place) => [name, line.split(",")[place]]));
    expect(cells).toMatchObject({
      area_code: "1", before_from: first, after_to: second, standard, form2_households_1: "4", form2_households_9: "5", form2_persons_9: "21",
      form2_households_relapsed_high: "1", form3_persons_5: "4", form3_households_unexplained: "0", form2_open: "false", open: "false", households_without_persons: "",
    });
    expect(line.split(",")).toHaveLength(header.split(",").length);
    expect((await movements("", ["--format", "csv"])).out).toBe(`${header}\n`);
  });

  it.each([
    ["a second record at a review", at("stays", second, "poor", 7), "invalid-input id"],
    ["a class that is none", at("x", second, "rich", 1), "invalid-input class"],
    ["a missing class is no departure", { id: "x", on: second, areaCode: "1", standard }, "invalid-input class"],
    ["a day that is none", at("x", "2023-02-29", "poor", 1), "invalid-input on"],
    ["an area that is not there", at("x", second, "poor", 1, { areaCode: "9" }), "invalid-area areaCode"],
    ["no area", at("x", second, "poor", 1, { areaCode: null }), "invalid-input areaCode"],
    ["a reason that does not fit", at("x", second, "poor", 1, { reason: "died" }), "invalid-input reason"],
    ["what classify writes: an undetermined class is no departure", { ...at("x", second, null, 1), status: "undetermined", possible: ["poor", "near-poor"] }, "invalid-input status"],
    ["a misspelt key", at("x", second, "poor", 1, { persns: 1 }), "invalid-input persns"],
  ])("a bad line is told and costs no other: %s", async (_why, bad, report) => {
    const { out } = await movements(json(...closed));
    const outcome = await movements(json(...closed, bad));
    expect([outcome.reports, outcome.code]).toEqual([[`${closed.length + 1} ${report}`], 1]);
    expect(outcome.out).toBe(out);
  });

  it.each([
    ["two standards are not compared", [at("a", first, "poor", 1), at("a", second, "poor", 1, { standard: "vn/decision-59-2015" })], "There are no movements"],
    ["nor is one review", [at("a", first, "poor", 1)], "There are no movements"],
    ["nothing came", [], "There are no movements"],
  ])("%s: it says so", async (_why, records, message) => {
    const { out, err, code } = await movements(json(...records));
    expect([out, code]).toEqual(["", 0]);
    expect(err).toContain(message);
  });

  it.each([
    ["no areas", ["movements"], "expected --areas FILE"],
    ["a day that is none", ["movements", "--areas", "areas", "--complete-since", "2022"], "--complete-since: expected a day of the calendar"],
    ["no month", ["movements", "--areas", "areas", "--relapse-within", "0"], "--relapse-within: expected a whole number of months, 1 or more"],
    ["a review that ends before it begins", ["movements", "--areas", "areas", "--reviews", "reviews"], "the reviews file, line 2, to: expected a day that is not before the first one"],
  ])("wrong usage: %s", async (_why, argv, message) => {
    const { code, err, out } = await inProcess(argv, { files: { areas, reviews: lines("from,to", "2022-12-14,2022-12-13") } });
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(message);
  });
});

describe("movements as a process", () => {
  const cliPath = inject("cliPath");
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "chuan-ngheo-"));
    writeFileSync(join(folder, "areas.csv"), areas);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ["all lines are good", "areas.csv", json(...closed), 0, 3],
    ["a line is bad", "areas.csv", `{\n${json(...closed)}`, 1, 3],
    ["a file is not there", "none.csv", json(...closed), 2, 0],
  ])("%s", (_why, file, input, status, count) => {
    const ended = spawnSync(process.execPath, [cliPath, "movements", "--areas", join(folder, file)], { input, encoding: "utf8" });
    expect(ended.status).toBe(status);
    expect(ended.stdout.split("\n").filter((line) => line !== "")).toHaveLength(count);
  });
});
