import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { auditClaims } from "../../src/audit/audit-claims.js";
import type { AuditVerdict, Claims } from "../../src/audit/claims.js";
import { priors, type EditKind } from "../../src/audit/repair/edit-kinds.js";
import type { Repair, RepairEdit, Repairs } from "../../src/audit/repair/repair.js";
import { suggestRepairs } from "../../src/audit/repair/suggest-repairs.js";
import { refusal } from "../support/refusal.js";
import { formTable, newsTable, withMisprint, type Misprinted } from "./corruptions.js";
import { honestTable, pathOf, placesOf, printedPercent, randomNumbers, textAt, withAnotherDigit, withDecimals, withText, type Place, type Random } from "./random-tables.js";
import { breaksNothing, singleMendings, somePairMends, type Mending } from "./single-edits.js";
import { checksByTheContract, verdictByTheContract } from "./twin.js";

type GoldenCase = Claims & { readonly id: string; readonly expect: AuditVerdict };
type Edits = readonly RepairEdit[];

const published = readFileSync(new URL("../golden/published-claims.jsonl", import.meta.url), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line) as GoldenCase);
const named = (id: string): GoldenCase => published.find((golden) => golden.id === id)!;

const edit = (path: string, from: RepairEdit["from"], to: RepairEdit["to"], kind: EditKind): RepairEdit => ({ path, from, to, kind });
const editsOf = ({ repairs }: Repairs): readonly Edits[] => repairs.map(({ edits }) => edits);

/** The numbers that an edit puts in the place of one: both ends of an interval and one between. */
function valuesOf({ to }: RepairEdit): readonly string[] {
  if (!Array.isArray(to)) return [String(to)];
  const [low, high] = (to as readonly (string | number)[]).map(String) as [string, string];
  const decimals = (low.split(".")[1] ?? "").length;
  const units = (text: string): bigint => BigInt(text.replace(".", ""));
  return [low, withDecimals(String((units(low) + units(high)) / 2n), decimals), high];
}

const placeAt = (claims: Claims, path: string): Place => placesOf(claims).find((place) => pathOf(place) === path || path === `values[${JSON.stringify(place)}]`)!;

/** The table after a repair, once for each choice of values out of its intervals. */
function repaired(claims: Claims, { edits }: Repair): readonly Claims[] {
  return edits.reduce<readonly Claims[]>(
    (tables, one) => tables.flatMap((table) => valuesOf(one).map((text) => withText(table, placeAt(claims, one.path), text))),
    [claims],
  );
}

/** What is wrong with the repairs of a table, in words; nothing if all is well. */
function faults(claims: Claims, { repairs }: Repairs): readonly string[] {
  const before = checksByTheContract(claims);
  const found: string[] = [];
  const told = new Set<string>();
  for (const [index, repair] of repairs.entries()) {
    const { edits, weight } = repair;
    const key = JSON.stringify(edits.map(({ path, to }) => [path, to]));
    if (told.has(key)) found.push(`${key} is told twice`);
    told.add(key);
    if (edits.length !== repairs[0]!.edits.length) found.push(`${key} has not as many edits as the first`);
    if (new Set(edits.map(({ path }) => path)).size < edits.length) found.push(`${key} edits a number twice`);
    if (!(weight > 0) || weight > (repairs[index - 1]?.weight ?? 1)) found.push(`${key} has the weight ${weight} in the wrong place`);
    for (const { path, from, to } of edits) {
      const printed = textAt(claims, placeAt(claims, path));
      if (String(from) !== printed) found.push(`${path} is not ${from}`);
      const decimals = (text: string): number => (text.split(".")[1] ?? "").length;
      for (const value of Array.isArray(to) ? (to as readonly (string | number)[]) : [to as string | number]) {
        const isZeroDropped = printed.includes(".") && printed.endsWith("0") && `${value}0`.replace(/^(\d+)0$/, "$1.0") === printed;
        if (decimals(String(value)) < decimals(printed) && !isZeroDropped) found.push(`${path} loses decimals: ${printed} → ${value}`);
        if (String(value) === printed) found.push(`${path} is not changed`);
      }
    }
    for (const table of repaired(claims, repair)) {
      const after = checksByTheContract(table);
      if (after.includes(false) || auditClaims(table).verdict === "inconsistent") found.push(`${key} leaves a check that fails`);
      if (!breaksNothing(before, after)) found.push(`${key} breaks a check that passed`);
    }
  }
  return found;
}

describe("the published tables", () => {
  const likeliest: readonly (readonly [why: string, id: string, edits: Edits])[] = [
    ["663,563 is 46.66 % of 1,422,261; of 1,442,261 it is 46.01 %.", "VN-2014", [edit("values.poor", 1_442_261, 1_422_261, "digit-replaced")]],
    ["311,981 + 159,590 is 471,571.", "VN-2023-poordistricts-VNA", [edit("values.multi", 417_571, 471_571, "neighbours-swapped")]],
    ["4,103 at 13.67 needs 30,004 to 30,025 households, of which 3,616 are 12.04 or 12.05 %.", "NTH-2011-NinhPhuoc", [edit("shares[0].printed", "12.5", "12.05", "zero-added")]],
    ["63,379 of 412,204 is 15.376 %, which is 15.4.", "BGI-2010", [edit("shares[0].printed", "15.40", "15.4", "zero-dropped")]],
    ["44,047 of 390,687 is 11.274 %.", "QNA-2013", [edit("values.near", 44_407, 44_047, "neighbours-swapped")]],
    ["25,105 of 257,085 is 9.7652 %.", "QBI-2022-dolisa", [edit("shares[0].printed", "9.76", "9.77", "off-by-one-unit")]],
    ["1,330 of 79,836 is 1.666 %.", "TGI-2021-HCáiBè", [edit("values.poor", 1_370, 1_330, "digit-replaced")]],
  ];

  it.each(likeliest)("%s", (_why, id, edits) => {
    expect(editsOf(suggestRepairs(named(id)))[0]).toEqual(edits);
  });

  const listed: readonly (readonly [why: string, id: string, edits: Edits])[] = [
    ["57,180 at 12.81 needs 446,196 to 446,544 households, of which 43,316 are 9.7003 to 9.7078 %.", "DLK-2018-news", [edit("shares[1].printed", "9.12", ["9.70", "9.71"], "value-replaced")]],
    ["236,766 − 129,160 is 107,606.", "VN-2022-TN", [edit("values.near", 107_487, 107_606, "value-replaced")]],
    ["85.935 % of 36,951 is 31,753.8…, 85.945 % is 31,757.5….", "GLA-2015-old", [edit("values.poor_minority", 31_951, [31_754, 31_757], "value-replaced")]],
    ["21,700/10.545 is 2,057.8…, 21,700/10.535 is 2,059.8….", "CBA-2025-LungNam", [edit("values.households", 1_475, [2_058, 2_059], "value-replaced")]],
    ["31,951 of 36,951 is 86.468 %.", "GLA-2015-old", [edit("shares[2].printed", "85.94", "86.47", "value-replaced")]],
    ["217 of 1,475 is 14.711 %.", "CBA-2025-LungNam", [edit("shares[0].printed", "10.54", "14.71", "value-replaced")]],
  ];

  it.each(listed)("%s", (_why, id, edits) => {
    expect(editsOf(suggestRepairs(named(id)))).toContainEqual(edits);
  });

  const inconsistent = published.filter((golden) => golden.expect === "inconsistent").map((golden) => ({ id: golden.id, golden, found: suggestRepairs(golden) }));

  it("have an exact edit for at least 8 of the 13, a value or an interval for at least 12", () => {
    const exact = (edits: Edits): boolean => edits.every(({ to, kind }) => !Array.isArray(to) && kind !== "value-replaced");
    expect(inconsistent).toHaveLength(13);
    expect(inconsistent.filter(({ found }) => editsOf(found).some(exact)).map(({ id }) => id).length).toBeGreaterThanOrEqual(8);
    expect(inconsistent.filter(({ found }) => found.repairs.length > 0).map(({ id }) => id).length).toBeGreaterThanOrEqual(12);
  });

  it("have none for form C of Yên Bái, of which too much is wrong, and that is an answer", () => {
    expect(suggestRepairs(named("YBA-2015-formC"))).toEqual({ repairs: [], stopped: false });
  });

  it.each(inconsistent)("$id passes every check after any of them", ({ golden, found }) => {
    expect(faults(golden, found)).toEqual([]);
  });

  it("that are not inconsistent have none", () => {
    const others = published.filter((golden) => golden.expect !== "inconsistent");
    expect(others).toHaveLength(90);
    expect(others.filter((golden) => suggestRepairs(golden).repairs.length > 0).map(({ id }) => id)).toEqual([]);
  });
});

describe("the kinds of edits", () => {
  const share = (part: string, whole: string, printed: string): { part: string; whole: string; printed: string } => ({ part, whole, printed });
  const of = (poor: number, all: number, printed: string): Claims => ({ values: { poor, all }, shares: [share("poor", "all", printed)] });
  const has = (claims: Claims, edits: Edits): void => expect(editsOf(suggestRepairs(claims))).toContainEqual(edits);

  const cases: readonly (readonly [why: string, claims: Claims, path: string, from: string | number, to: RepairEdit["to"], kind: EditKind])[] = [
    ["12,345 of 100,000 is 12.345 %: a 9 for a 2.", of(12_345, 100_000, "19.34"), "shares[0].printed", "19.34", "12.34", "digit-replaced"],
    ["… 2 and 3 swapped.", of(12_345, 100_000, "13.24"), "shares[0].printed", "13.24", "12.34", "neighbours-swapped"],
    ["… a point between them does not part neighbours.", of(13_240, 100_000, "12.34"), "shares[0].printed", "12.34", "13.24", "neighbours-swapped"],
    ["… a zero too many.", of(12_345, 100_000, "102.34"), "shares[0].printed", "102.34", "12.34", "zero-dropped"],
    ["… a zero missing.", of(10_234, 100_000, "1.23"), "shares[0].printed", "1.23", "10.23", "zero-added"],
    ["… a digit too many.", of(12_345, 100_000, "127.34"), "shares[0].printed", "127.34", "12.34", "digit-dropped"],
    ["… a digit missing.", of(12_345, 100_000, "1.34"), "shares[0].printed", "1.34", "12.34", "digit-added"],
    ["The point was lost.", of(12_345, 100_000, "1234"), "shares[0].printed", "1234", "12.34", "point-moved"],
    ["The point is one place off.", of(12_345, 100_000, "123.4"), "shares[0].printed", "123.4", "12.34", "point-moved"],
    ["12,345 of 100,000 was cut off at one decimal.", of(12_360, 100_000, "12.3"), "shares[0].printed", "12.3", "12.4", "off-by-one-unit"],
    ["A zero at the end claims one decimal too many.", of(12_320, 100_000, "12.30"), "shares[0].printed", "12.30", "12.3", "zero-dropped"],
    ["A count with a digit wrong.", of(19_345, 100_000, "12.345"), "values.poor", 19_345, 12_345, "digit-replaced"],
    ["A count with neighbours swapped.", of(21_345, 100_000, "12.345"), "values.poor", 21_345, 12_345, "neighbours-swapped"],
    ["A count with a zero missing.", of(1_345, 100_000, "10.345"), "values.poor", 1_345, 10_345, "zero-added"],
    ["A count with a zero too many.", of(102_345, 100_000, "12.345"), "values.poor", 102_345, 12_345, "zero-dropped"],
    ["A count with a digit too many.", of(312_345, 100_000, "12.345"), "values.poor", 312_345, 12_345, "digit-dropped"],
    ["A count with a digit missing.", of(2_345, 100_000, "12.345"), "values.poor", 2_345, 12_345, "digit-added"],
    ["A total with a zero missing.", of(12_345, 10_000, "12.345"), "values.all", 10_000, 100_000, "zero-added"],
    ["A value that fits: 12,395 to 12,404 of 100,000.", of(19_999, 100_000, "12.4"), "values.poor", 19_999, [12_350, 12_450], "value-replaced"],
    ["A total that fits: 1,299,900/18.235 to 1,299,900/18.225.", of(12_999, 100_000, "18.23"), "values.all", 100_000, [71_286, 71_325], "value-replaced"],
  ];

  it.each(cases)("%s", (_why, claims, path, from, to, kind) => {
    has(claims, [edit(path, from, to, kind)]);
    expect(faults(claims, suggestRepairs(claims))).toEqual([]);
  });

  it("have a rate copied from another row", () => {
    const claims: Claims = { values: { poor: 12_345, near: 54_321, all: 100_000 }, shares: [share("poor", "all", "54.32"), share("near", "all", "12.34")] };
    has(claims, [edit("shares[0].printed", "54.32", "12.34", "rate-copied"), edit("shares[1].printed", "12.34", "54.32", "rate-copied")]);
  });

  it("never take decimals of a rate, with which almost any count would fit", () => {
    // 12,345 of 100,000 is 12.345 %: 12.0 with its point moved is 120, with its zero dropped it is 12, which fits.
    const found = editsOf(suggestRepairs(of(12_345, 100_000, "12.05"))).flat().filter(({ path }) => path === "shares[0].printed").map(({ to }) => to);
    expect(found).not.toContain("12.5");
    expect(found).not.toContain("12");
    expect(found.length).toBeGreaterThan(0);
  });

  it("replace no value by one more than twice as large, or less than half", () => {
    const exactly = (poor: number): readonly RepairEdit["to"][] => editsOf(suggestRepairs(of(poor, 1_000_000, "5.5555"))).filter(({ length }) => length === 1).flat().filter(({ path, kind }) => path === "values.poor" && kind === "value-replaced").map(({ to }) => to);
    // 55,555 is the only count with this percentage.
    expect(exactly(27_777)).toEqual([]);
    expect(exactly(27_778)).toEqual([55_555]);
    expect(exactly(111_110)).toEqual([55_555]);
    expect(exactly(111_111)).toEqual([]);
  });

  it("are two where one of them is a value out of an interval that leaves another check as wrong as it was", () => {
    // 23 printed 17 needs 132 to 139 of them all, at most 132 of which are twice 66; 1 of 132 is not 9, but 12 are.
    const claims: Claims = { values: { poor: 23, near: 1, all: 66 }, shares: [share("poor", "all", "17"), share("near", "all", "9")] };
    const found = suggestRepairs(claims);
    expect(editsOf(found)).toContainEqual([edit("values.near", 1, 12, "digit-added"), edit("values.all", 66, 132, "value-replaced")]);
    expect(faults(claims, found)).toEqual([]);
  });

  it("are two where a total is another one altogether, and a rate of one of its parts is wrong besides", () => {
    // 12 printed 12 and 25 printed 25 need 99 to 102 (96 to 104.3…, and 98.03… to 102.04…), not 135; 10 of 100 is not 17.
    const claims: Claims = { values: { a: 12, b: 25, c: 10, all: 135 }, shares: [share("a", "all", "12"), share("b", "all", "25"), share("c", "all", "17")] };
    const found = suggestRepairs(claims);
    expect(new Set(editsOf(found).map(({ length }) => length))).toEqual(new Set([2]));
    expect(editsOf(found).every((edits) => edits.some(({ path }) => path === "values.all"))).toBe(true);
    expect(faults(claims, found)).toEqual([]);
  });

  it("give no interval that holds a value which does not fit", () => {
    // 9,084 of 9,462 is 96.00507… and of 9,463 it is 95.9949…: no whole gives 96.00, nor some others near 100.
    const intervals = [9_000, 9_084, 9_140, 9_147].flatMap((poor) => {
      const claims: Claims = { values: { poor, near: 0 }, shares: [share("poor", "all", "120.00"), share("near", "all", "0.00")] };
      return editsOf(suggestRepairs(claims)).flatMap(([only, ...others]) => (others.length === 0 && Array.isArray(only!.to) && only!.path === "shares[0].printed" ? [{ claims, to: only!.to as [string, string] }] : []));
    });
    expect(intervals.length).toBeGreaterThan(2);
    const wrong = intervals.flatMap(({ claims, to: [low, high] }) => {
      const units = (text: string): number => Number(text.replace(".", ""));
      return Array.from({ length: units(high) - units(low) + 1 }, (_, index) => withDecimals(String(units(low) + index), 2)).filter((printed) => verdictByTheContract(withText(claims, 0, printed)) === "inconsistent");
    });
    expect(wrong).toEqual([]);
  });

  it("do not mend a check by leaving nothing to check", () => {
    const found = suggestRepairs(of(1, 0, "50"));
    expect(editsOf(found)).toContainEqual([edit("values.all", 0, 2, "digit-replaced")]);
    expect(editsOf(found).flat().filter(({ path }) => path === "values.poor")).toEqual([]);
  });
});

describe("the weight", () => {
  const claims: Claims = { values: { poor: 1_442_261, poor_minority: 663_563 }, shares: [{ part: "poor_minority", whole: "poor", printed: "46.66" }] };
  const weightOf = (to: RepairEdit["to"]): number => suggestRepairs(claims).repairs.find(({ edits }) => JSON.stringify(edits[0]!.to) === JSON.stringify(to))!.weight;

  it("is the prior of the kind divided by the number of such edits: 7 digits with 9 others each, and no zero comes first", () => {
    expect(weightOf(1_422_261)).toBeCloseTo(priors["digit-replaced"] / 62, 12);
  });

  it("of an interval is as large a part of the prior as the interval is of the values within a factor of 2", () => {
    // 46.655 % and 46.665 % of 1,442,261 are 672,886.8… and 673,031.09…; half and twice 663,563 are 331,782 and 1,327,126.
    expect(weightOf([672_887, 673_031])).toBeCloseTo((priors["value-replaced"] * 145) / 995_345, 12);
  });

  it("of two edits is the product", () => {
    const two: Claims = { values: { a: 1_234, b: 5_000, c: 4_321, d: 7_000 }, shares: [{ part: "a", whole: "b", printed: "26.48" }, { part: "c", whole: "d", printed: "67.13" }] };
    const [first] = suggestRepairs(two).repairs;
    const alone = (part: string, whole: string, index: number): number =>
      suggestRepairs({ values: { [part]: two.values[part]!, [whole]: two.values[whole]! }, shares: [two.shares![index]!] }).repairs[0]!.weight;
    expect(first!.edits).toHaveLength(2);
    expect(first!.weight).toBeLessThanOrEqual(alone("a", "b", 0));
  });

  it.each(Object.entries(priors))("%s has a prior between 0 and 1", (_kind, prior) => {
    expect(prior).toBeGreaterThan(0);
    expect(prior).toBeLessThan(1);
  });
});

describe("the sentence", () => {
  const cases: readonly (readonly [id: string, vi: string, en: string])[] = [
    ["VN-2014", "Mọi kiểm tra đều khớp nếu poor là 1.422.261, không phải 1.442.261 (sai một chữ số).", "Every check passes if poor is 1,422,261, not 1,442,261 (one digit wrong)."],
    ["VN-2023-poordistricts-VNA", "Mọi kiểm tra đều khớp nếu multi là 471.571, không phải 417.571 (hai chữ số liền nhau bị đảo).", "Every check passes if multi is 471,571, not 417,571 (two neighbouring digits swapped)."],
    ["NTH-2011-NinhPhuoc", "Mọi kiểm tra đều khớp nếu tỷ lệ poor trên households là 12,05%, không phải 12,5% (thiếu một số 0).", "Every check passes if the percentage of poor in households is 12.05%, not 12.5% (a zero missing)."],
  ];

  it.each(cases)("of %s", (id, vi, en) => {
    expect(suggestRepairs(named(id)).repairs[0]!.explains).toEqual({ vi, en });
  });

  it("tells an interval by its ends", () => {
    const found = suggestRepairs(named("CBA-2025-LungNam")).repairs.find(({ edits }) => edits[0]!.path === "values.households")!;
    expect(found.explains).toEqual({
      vi: "Mọi kiểm tra đều khớp nếu households là từ 2.058 đến 2.059, không phải 1.475 (một giá trị khác).",
      en: "Every check passes if households is from 2,058 to 2,059, not 1,475 (another value altogether).",
    });
  });
});

describe("the bound on the steps", () => {
  const hard = named("VN-2023-TDMNPB-misprint");

  it.each([0, 1, 10, 100])("of %i stops the search, says so, and gives the same answer every time", (maxSteps) => {
    const first = suggestRepairs(hard, { maxSteps });
    expect(first.stopped).toBe(true);
    expect(suggestRepairs(hard, { maxSteps })).toEqual(first);
    expect(faults(hard, first)).toEqual([]);
  });

  it("is not hit where the search ends by itself", () => {
    expect(suggestRepairs(hard)).toEqual(suggestRepairs(hard, { maxSteps: 10 ** 9 }));
    expect(suggestRepairs(hard).stopped).toBe(false);
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "10", null])("is no %o", (maxSteps) => {
    expect(refusal(() => suggestRepairs(hard, { maxSteps: maxSteps as number }))).toMatchObject({ code: "chuan-ngheo/invalid-input", path: "maxSteps" });
  });

  it("is not needed for a table without errors", () => {
    expect(suggestRepairs(named("HTI-2023-city"), { maxSteps: 0 })).toEqual({ repairs: [], stopped: false });
  });
});

describe("tables", () => {
  it("that are no claims are refused", () => {
    expect(refusal(() => suggestRepairs({ values: { poor: -1 } }))).toMatchObject({ code: "chuan-ngheo/invalid-input", path: "values.poor" });
  });

  it("that are only near have no repair, for they have no errors", () => {
    expect(suggestRepairs({ ...named("VN-2014"), approximate: true })).toEqual({ repairs: [], stopped: false });
  });

  it("that are consistent have none", () => {
    const random = randomNumbers(40);
    const tables = Array.from({ length: 2_000 }, () => honestTable(random));
    expect(tables.filter((claims) => suggestRepairs(claims).repairs.length > 0)).toEqual([]);
  });

  it("stay as they are", () => {
    const claims = structuredClone(named("QBI-2022-dolisa"));
    suggestRepairs(claims);
    expect(claims).toEqual(named("QBI-2022-dolisa"));
  });

  it("may name their counts __proto__ and constructor", () => {
    const values = JSON.parse('{"__proto__":12345,"constructor":10000}') as Record<string, number>;
    const { repairs } = suggestRepairs({ values, shares: [{ part: "__proto__", whole: "constructor", printed: "12.345" }] });
    expect(repairs.map(({ edits }) => edits)).toContainEqual([edit("values.constructor", 10_000, 100_000, "zero-added")]);
  });

  it("may be read in several ways", () => {
    const claims: Claims = {
      values: { poor: 377, poor_people: 943, near: 549, near_people: 1_829 },
      shares: [{ part: ["poor", "poor_people"], whole: "residents", printed: "1.22" }, { part: ["near", "near_people"], whole: "residents", printed: "7.18" }],
    };
    const found = suggestRepairs(claims);
    expect(editsOf(found)).toContainEqual([edit("shares[1].printed", "7.18", "1.78", "neighbours-swapped")]);
    expect(faults(claims, found)).toEqual([]);
  });
});

/** A table of two or three small counts, up to three numbers of which have a digit wrong. */
function smallWrongTable(random: Random): Claims {
  for (;;) {
    const whole = 20 + random(60);
    const [poor, near] = [1 + random(whole >> 1), random(whole >> 1)];
    const printed = (part: number): string => printedPercent(part, whole, random(2), random(2) === 0 ? "up" : "down");
    const values: Record<string, number> = { poor, near, ...(random(3) > 0 ? { whole } : {}) };
    const shares = [{ part: "poor", whole: "whole", printed: printed(poor) }, { part: "near", whole: "whole", printed: printed(near) }];
    let claims: Claims = { values, shares };
    if (random(2) === 0) {
      values["multi"] = poor + near;
      claims = { ...claims, sums: [{ total: "multi", parts: ["poor", "near"] }] };
      if (random(2) === 0) {
        shares.push({ part: "multi", whole: "whole", printed: printed(poor + near) });
        if (random(2) === 0) claims = { ...claims, rateSums: [{ total: 2, terms: [0, 1] }] };
      }
    }
    if (random(4) === 0) {
      Object.assign(values, { opening: 50, gone: 50 - poor });
      claims = { ...claims, balances: [{ closing: "poor", terms: [[1, "opening"], [-1, "gone"]] }] };
    }
    for (let wrong = 1 + random(3); wrong > 0; wrong--) {
      const places = placesOf(claims);
      const place = places[random(places.length)]!;
      const text = withAnotherDigit(random, textAt(claims, place)).replace(/^0+(?=\d)/, "");
      claims = withText(claims, place, text);
    }
    if (verdictByTheContract(claims) === "inconsistent" && Object.values(claims.values).every((value) => value <= 200)) return claims;
  }
}

/** Whether an edit is told: by itself or within an interval. */
function isTold({ place, text }: Mending, found: Repairs): boolean {
  const units = (printed: string): number => Number(printed.replace(".", ""));
  const decimals = (printed: string): number => (printed.split(".")[1] ?? "").length;
  return editsOf(found).some(([only, ...others]) => {
    if (only === undefined || others.length > 0 || only.path !== pathOf(place)) return false;
    const [low, high] = (Array.isArray(only.to) ? (only.to as readonly (string | number)[]) : [only.to as string | number, only.to as string | number]).map(String) as [string, string];
    return decimals(low) === decimals(text) && units(low) <= units(text) && units(text) <= units(high);
  });
}

describe("small tables, every edit tried", () => {
  const random = randomNumbers(41);
  const tables = Array.from({ length: 200 }, () => smallWrongTable(random)).map((claims) => ({ claims, found: suggestRepairs(claims) }));
  const ended = tables.filter(({ found }) => !found.stopped);
  const withEdits = (count: number): typeof ended => ended.filter(({ found }) => (found.repairs[0]?.edits.length ?? 0) === count);

  it("are of every kind: one edit, two, three", () => {
    expect(ended.length).toBeGreaterThan(190);
    expect([1, 2, 3].map((count) => withEdits(count).length >= 15)).toEqual([true, true, true]);
  });

  it("have repairs after which every check passes and none is broken", () => {
    expect(tables.flatMap(({ claims, found }) => faults(claims, found))).toEqual([]);
  });

  it("have no repair by one edit where more, or none, are told", () => {
    const missed = ended.filter(({ claims, found }) => (found.repairs[0]?.edits.length ?? 0) !== 1 && singleMendings(claims).length > 0);
    expect(missed.map(({ claims }) => claims)).toEqual([]);
  });

  it("have no repair by one edit that is not told where some is", () => {
    const hidden = withEdits(1).flatMap(({ claims, found }) => singleMendings(claims).filter((mending) => !isTold(mending, found)).map((mending) => ({ claims, mending })));
    expect(hidden).toEqual([]);
  });

  it("have no repair by two edits where more, or none, are told", () => {
    const more = ended.filter(({ found }) => ![1, 2].includes(found.repairs[0]?.edits.length ?? 0));
    expect(more.length).toBeGreaterThan(15);
    expect(more.filter(({ claims }) => somePairMends(claims)).map(({ claims }) => claims)).toEqual([]);
  });

  it("have the same repairs every time", () => {
    expect(tables.slice(0, 50).map(({ claims }) => suggestRepairs(claims))).toEqual(tables.slice(0, 50).map(({ found }) => found));
  });
});

describe("misprinted tables", () => {
  /** The first so many misprinted tables that an audit finds. */
  function found(make: (random: Random) => Claims, seed: number, count: number): readonly Misprinted[] {
    const random = randomNumbers(seed);
    const all: Misprinted[] = [];
    while (all.length < count) {
      const honest = make(random);
      expect(auditClaims(honest).verdict).not.toBe("inconsistent");
      const misprint = withMisprint(random, honest);
      if (auditClaims(misprint.claims).verdict === "inconsistent") all.push(misprint);
    }
    return all;
  }

  const restores = ({ place, truth }: Misprinted, edits: Edits): boolean => edits.length === 1 && edits[0]!.path === pathOf(place) && String(edits[0]!.to) === truth;

  const shapes = [
    { shape: "news reports of two to six counts", make: newsTable, seed: 42, count: 500 },
    { shape: "forms of five to twenty rows", make: (random: Random) => formTable(random), seed: 43, count: 300 },
  ];

  it.each(shapes)("$shape: what was printed before is among the first three in at least 90 of 100", ({ make, seed, count }) => {
    const restored = found(make, seed, count).filter((misprint) => editsOf(suggestRepairs(misprint.claims)).slice(0, 3).some((edits) => restores(misprint, edits)));
    expect(restored.length).toBeGreaterThanOrEqual(0.9 * count);
  });

  it.each(shapes)("$shape: every check passes after any repair, and none is broken", ({ make, seed }) => {
    const some = found(make, seed + 100, 60);
    expect(some.flatMap(({ claims }) => faults(claims, suggestRepairs(claims)))).toEqual([]);
  });
});
