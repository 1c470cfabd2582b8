import { describe, expect, it } from "vitest";
import { auditClaims, type Audit } from "../../src/audit/audit-claims.js";
import type { AuditVerdict, Claims, Computed, Finding, FindingCode, PrintedBalance, PrintedRateSum, PrintedShare, PrintedSum, WholeInterval } from "../../src/audit/claims.js";
import { refusal } from "../support/refusal.js";
import { honestTable, randomNumbers } from "./random-tables.js";

const share = (part: string | readonly string[], whole: string, printed: string): PrintedShare => ({ part, whole, printed });
const sum = (total: string, ...parts: readonly string[]): PrintedSum => ({ total, parts });

/** The whole input frozen: what writes to it throws. */
function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

const audited = (claims: Claims): Audit => auditClaims(frozen(claims));
const codes = (claims: Claims): readonly FindingCode[] => audited(claims).findings.map(({ code }) => code);

/** The one finding of a code. */
function finding(claims: Claims, code: FindingCode): Finding {
  const found = audited(claims).findings.filter((each) => each.code === code);
  expect(found.map((each) => each.code)).toEqual([code]);
  return found[0]!;
}

type Case = readonly [why: string, claims: Claims, verdict: AuditVerdict, codes: readonly FindingCode[]];

const bacGiang = (printed: string): Claims => ({ values: { poor: 63_379, households: 412_204 }, shares: [share("poor", "households", printed)] });
const haTinh = (printed: string): Claims => ({ values: { poor: 377, near: 549 }, shares: [share("poor", "households", "1.22"), share("near", "households", printed)] });
const haTinhRead = (near: string): Claims => ({
  values: { poor: 377, poor_people: 943, near: 549, near_people: 1_829 },
  shares: [share(["poor", "poor_people"], "residents", "1.22"), share(["near", "near_people"], "residents", near)],
});
const districts = (multi: number): Claims => ({ values: { multi, poor: 311_981, near: 159_590 }, sums: [sum("multi", "poor", "near")] });
const balance = (closing: number, more: Partial<PrintedBalance> = {}): Claims => ({
  values: { closing, opening: 10, escaped: 4 },
  balances: [{ closing: "closing", terms: [[1, "opening"], [-1, "escaped"]], ...more }],
});
const rates = (near: string, rateSum: PrintedRateSum = { total: 0, terms: [1, 2] }): Claims => ({
  values: { multi: 63_000, poor: 41_000, near: 21_500 },
  shares: [share("multi", "a", "6.3"), share("poor", "b", "4.10"), share("near", "c", near)],
  rateSums: [rateSum],
});
/** A thousand poor and a thousand near-poor households of 300,000: 0.33 and 0.33, together 0.67. */
const addedRates = (multi: string, near = "0.33"): Claims => ({
  values: { poor: 1_000, near: 1_000, multi: 2_000, households: 300_000 },
  shares: [share("poor", "households", "0.33"), share("near", "households", near), share("multi", "households", multi)],
  sums: [sum("multi", "poor", "near")],
});
/** Five rows of two columns, and a third that adds them up. */
const rows = (multi: readonly [number, number, number, number, number], total = 65): Claims => ({
  values: {
    a_poor: 1, b_poor: 3, c_poor: 5, d_poor: 7, e_poor: 9, poor: 25,
    a_near: 2, b_near: 4, c_near: 10, d_near: 11, e_near: 13, near: 40,
    a_multi: multi[0], b_multi: multi[1], c_multi: multi[2], d_multi: multi[3], e_multi: multi[4], multi: total,
  },
  sums: [
    sum("poor", "a_poor", "b_poor", "c_poor", "d_poor", "e_poor"),
    sum("near", "a_near", "b_near", "c_near", "d_near", "e_near"),
    sum("multi", "a_multi", "b_multi", "c_multi", "d_multi", "e_multi"),
    sum("multi", "poor", "near"),
  ],
});
const townAndCountry = (households: number, printed: string): Claims => ({
  values: { poor: 30, urban_poor: 10, rural_poor: 20, households, urban: 100, rural: 200 },
  shares: [share("urban_poor", "urban", "10.0"), share("rural_poor", "rural", "10.0"), share("poor", "households", printed)],
  sums: [sum("poor", "urban_poor", "rural_poor")],
});
const townAndCountryUnprinted = (printed: string): Claims => ({
  values: { poor: 30, urban_poor: 10, rural_poor: 20 },
  shares: [share("urban_poor", "all in town", "10.0"), share("rural_poor", "all in the country", "10.0"), share("poor", "everybody", printed)],
  sums: [sum("poor", "urban_poor", "rural_poor")],
});

describe("errors", () => {
  const cases: readonly Case[] = [
    ["15.376 is 0.024 from 15.40, as Bắc Giang printed it in 2010.", bacGiang("15.40"), "inconsistent", ["share-differs"]],
    ["15.376 is 15.38.", bacGiang("15.38"), "consistent", []],
    ["12.5 is half a unit from 12, …", { values: { poor: 125, all: 1_000 }, shares: [share("poor", "all", "12")] }, "consistent", []],
    ["… from 13 as well, …", { values: { poor: 125, all: 1_000 }, shares: [share("poor", "all", "13")] }, "consistent", []],
    ["… and 12.4 is 0.1 away.", { values: { poor: 125, all: 1_000 }, shares: [share("poor", "all", "12.4")] }, "inconsistent", ["share-differs"]],
    ["One more than all of them, though 100.5 would be printed as 100.", { values: { poor: 201, all: 200 }, shares: [share("poor", "all", "100")] }, "inconsistent", ["part-exceeds-whole"]],
    ["All of them.", { values: { poor: 200, all: 200 }, shares: [share("poor", "all", "100")] }, "consistent", []],
    ["One of none.", { values: { poor: 1, all: 0 }, shares: [share("poor", "all", "0.00")] }, "inconsistent", ["whole-is-zero"]],
    ["None of none is nothing to check.", { values: { poor: 0, all: 0 }, shares: [share("poor", "all", "5.00")] }, "not-checkable", []],
    ["None of one is 0.", { values: { poor: 0, all: 1 }, shares: [share("poor", "all", "0.00")] }, "consistent", []],
    ["377 at 1.22 needs 30,776 or more, 549 at 1.79 needs 30,756 or fewer.", haTinh("1.79"), "inconsistent", ["no-common-whole"]],
    ["549 at 1.78 needs 30,757 to 30,929.", haTinh("1.78"), "consistent", []],
    ["1 at 66.67 needs 1.4998… to 1.5000….", { values: { poor: 1 }, shares: [share("poor", "all", "66.67")] }, "inconsistent", ["no-whole-fits"]],
    ["2 at 66.67 needs 3: a share alone that may be right, which nothing shows.", { values: { poor: 2 }, shares: [share("poor", "all", "66.67")] }, "not-checkable", []],
    ["Neither 10 nor 40 is 25.", { values: { poor: 20, poor_people: 80, all: 200 }, shares: [share(["poor", "poor_people"], "all", "25")] }, "inconsistent", ["no-reading-fits"]],
    ["Households need 1.78, persons 2.36 or 2.37.", haTinhRead("1.79"), "inconsistent", ["no-reading-fits"]],
    ["311,981 + 159,590 is 471,571; two digits are swapped.", districts(417_571), "inconsistent", ["sum-differs"]],
    ["The sum is right.", districts(471_571), "consistent", []],
    ["One too many: sums have no tolerance.", districts(471_572), "inconsistent", ["sum-differs"]],
    ["One too few.", districts(471_570), "inconsistent", ["sum-differs"]],
    ["10 − 4 is not 7.", balance(7), "inconsistent", ["balance-differs"]],
    ["10 − 4 is 6.", balance(6), "consistent", []],
    ["… also where the balance says that it is complete.", balance(7, { complete: true }), "inconsistent", ["balance-differs"]],
    ["Without a word it is complete.", balance(7, { complete: null }), "inconsistent", ["balance-differs"]],
    ["4.10 + 2.13 is 0.07 under 6.3; half units are 0.05 + 0.005 + 0.005.", rates("2.13"), "inconsistent", ["rate-sum-differs"]],
    ["4.10 + 2.14 is 0.06 under 6.3, which rounding can make.", rates("2.14"), "consistent", ["only-unrounded-rates-add"]],
    ["4.10 + 2.26 is 0.06 over it.", rates("2.26"), "consistent", ["only-unrounded-rates-add"]],
    ["4.10 + 2.27 is 0.07 over it.", rates("2.27"), "inconsistent", ["rate-sum-differs"]],
    ["Counts alone claim nothing of each other.", { values: { poor: 7, near: 3 } }, "not-checkable", []],
    ["A table may be empty.", { values: {} }, "not-checkable", []],
    ["null is missing.", { values: { poor: 1 }, shares: null, sums: null, balances: null, rateSums: null, approximate: null, expect: null, id: null }, "not-checkable", []],
  ];

  it.each(cases)("%s", (_why, claims, verdict, found) => {
    expect([audited(claims).verdict, codes(claims)]).toEqual([verdict, found]);
  });

  it("are one for each claim that fails, in the order of the claims", () => {
    const claims: Claims = {
      values: { poor: 20, near: 30, all: 200, urban: 5, rural: 5 },
      shares: [share("poor", "all", "11"), share("near", "all", "15"), share("near", "all", "16")],
      sums: [sum("poor", "urban", "rural"), sum("all", "poor", "near")],
      balances: [{ closing: "poor", terms: [[1, "near"]] }],
    };
    expect(audited(claims).findings.filter(({ severity }) => severity === "error").map(({ code, claims: used }) => [code, used])).toEqual([
      ["share-differs", ["shares[0]"]], ["share-differs", ["shares[2]"]],
      ["sum-differs", ["sums[0]"]], ["sum-differs", ["sums[1]"]],
      ["balance-differs", ["balances[0]"]],
    ]);
  });
});

describe("warnings and notes", () => {
  const cases: readonly Case[] = [
    ["Only as households do the shares fit one total.", haTinhRead("1.78"), "consistent", ["reading-fits"]],
    ["20 of 200 is 10, 80 of 200 is not.", { values: { poor: 20, poor_people: 80, all: 200 }, shares: [share(["poor", "poor_people"], "all", "10")] }, "consistent", ["reading-fits"]],
    ["20 of 200 is 10, 21 of 200 may be printed as 10 too.", { values: { poor: 20, men: 21, all: 200 }, shares: [share(["poor", "men"], "all", "10")] }, "consistent", ["several-readings-fit"]],
    ["22 of 200 is 11.", { values: { poor: 20, men: 22, all: 200 }, shares: [share(["poor", "men"], "all", "10")] }, "consistent", ["reading-fits"]],
    ["Where a part has one reading there is nothing to say.", bacGiang("15.38"), "consistent", []],
    ["0.66 is 0.33 + 0.33, but 2,000 of 300,000 is 0.67: the note does not excuse the error.", addedRates("0.66"), "inconsistent", ["share-differs", "sum-of-rounded-rates"]],
    ["0.65 is no sum of what is printed either.", addedRates("0.65"), "inconsistent", ["share-differs"]],
    ["0.34 is 0.67 − 0.33, but 1,000 of 300,000 is 0.33.", addedRates("0.67", "0.34"), "inconsistent", ["share-differs", "sum-of-rounded-rates"]],
    ["0.33 and 0.33 are right, and so is 0.67.", addedRates("0.67"), "consistent", ["only-unrounded-rates-add"]],
    [
      "0.50 and 0.50 are 1.00, before rounding and after.",
      { values: { poor: 1, near: 1, multi: 2, all: 200 }, shares: [share("poor", "all", "0.50"), share("near", "all", "0.50"), share("multi", "all", "1.00")], sums: [sum("multi", "poor", "near")] },
      "consistent", [],
    ],
    ["3 of 7 is 42.86 and 4 of 7 is 57.14: none is 50.", { values: { poor: 3, all: 7 }, shares: [share("poor", "all", "50")] }, "inconsistent", ["share-differs", "impossible-rate"]],
    ["4 of 7 is 57.", { values: { poor: 3, all: 7 }, shares: [share("poor", "all", "57")] }, "inconsistent", ["share-differs"]],
    ["Over 100 there is no count.", { values: { poor: 3, all: 7 }, shares: [share("poor", "all", "120")] }, "inconsistent", ["share-differs", "impossible-rate"]],
    ["Every row adds up.", rows([3, 7, 15, 18, 22]), "consistent", []],
    ["Row c gives one to row d: the columns add up, the rows do not.", rows([3, 7, 14, 19, 22]), "consistent", ["rows-do-not-add"]],
    ["Row b is one too many, and so its column is.", rows([3, 8, 15, 18, 22]), "inconsistent", ["sum-differs", "rows-do-not-add"]],
    ["Four of five rows: they are not in one order, and nothing is said of them.", rows([7, 3, 18, 15, 22]), "consistent", []],
    ["100 in town and 200 in the country are not 310.", townAndCountry(310, "9.7"), "consistent", ["wholes-do-not-add"]],
    ["They are 300.", townAndCountry(300, "10.0"), "consistent", []],
    ["100, and 200 or 201, are not 308 to 310.", townAndCountryUnprinted("9.7"), "consistent", ["wholes-do-not-add"]],
    ["They may be 299 to 301.", townAndCountryUnprinted("10.0"), "consistent", []],
    ["199 persons in 100 households.", { values: { poor: 100, poor_people: 199 } }, "not-checkable", ["persons-per-household"]],
    ["200 persons: two in each.", { values: { poor: 100, poor_people: 200 } }, "not-checkable", []],
    ["700 persons: seven in each.", { values: { poor: 100, poor_people: 700 } }, "not-checkable", []],
    ["701 persons.", { values: { poor: 100, poor_people: 701 } }, "not-checkable", ["persons-per-household"]],
    ["7 persons a household, next to 2^53.", { values: { poor: 1_286_742_750_677_284, poor_people: 9_007_199_254_740_988 } }, "not-checkable", []],
    ["One person more.", { values: { poor: 1_286_742_750_677_284, poor_people: 9_007_199_254_740_989 } }, "not-checkable", ["persons-per-household"]],
    ["7 times the households are above 2^53, and so above every count.", { values: { poor: 1_286_742_750_677_285, poor_people: 9_007_199_254_740_991 } }, "not-checkable", []],
    ["Nobody in no household.", { values: { poor: 0, poor_people: 0 } }, "not-checkable", []],
    ["Somebody in no household.", { values: { poor: 0, poor_people: 1 } }, "not-checkable", ["persons-per-household"]],
    ["households and people belong together.", { values: { households: 100, people: 701 } }, "not-checkable", ["persons-per-household"]],
    ["poor_men are no persons of poor that the name tells.", { values: { poor: 100, poor_men: 701 } }, "not-checkable", []],
    ["One letter is missing.", { values: { poor: 1, households: 9 }, shares: [share("poor", "housholds", "12")] }, "not-checkable", ["name-nearly-printed"]],
    ["Two letters are missing.", { values: { poor: 1, households: 9 }, shares: [share("poor", "houshold", "12")] }, "not-checkable", ["name-nearly-printed"]],
    ["Three letters are missing.", { values: { poor: 1, households: 9 }, shares: [share("poor", "houshol", "12")] }, "not-checkable", []],
    ["7 is 10 − 4 and one more, which the table does not print.", balance(7, { complete: false }), "not-checkable", ["balance-remainder"]],
    ["6 is 10 − 4, and nothing is left; still nothing was checked.", balance(6, { complete: false }), "not-checkable", []],
    ["Of what is only near nothing is checked.", { ...districts(417_571), approximate: true }, "not-checkable", ["approximate"]],
    ["It may be said of an exact table that it is not near.", { ...districts(471_571), approximate: false }, "consistent", []],
  ];

  it.each(cases)("%s", (_why, claims, verdict, found) => {
    expect([audited(claims).verdict, codes(claims)]).toEqual([verdict, found]);
  });

  it("stand after the errors, warnings first", () => {
    const claims: Claims = {
      ...addedRates("0.66"),
      values: { ...addedRates("0.66").values, poor_people: 1_999 },
      balances: [{ closing: "poor", terms: [[1, "households"]], complete: false }],
    };
    expect(audited(claims).findings.map(({ code, severity }) => [code, severity])).toEqual([
      ["share-differs", "error"], ["persons-per-household", "warning"], ["sum-of-rounded-rates", "note"], ["balance-remainder", "note"],
    ]);
  });

  it("never change the verdict: it follows from the errors", () => {
    const random = randomNumbers(31);
    for (let index = 0; index < 2_000; index++) {
      const { verdict, findings } = auditClaims(honestTable(random));
      expect([verdict !== "inconsistent", findings.filter(({ severity }) => severity === "error")]).toEqual([true, []]);
    }
  });
});

describe("the claims of a finding and what was computed", () => {
  type Told = readonly [why: string, claims: Claims, code: FindingCode, severity: Finding["severity"], used: readonly string[], computed: Computed];
  const cases: readonly Told[] = [
    ["63,379 of 412,204 is 15.3756…, with as many decimals as printed.", bacGiang("15.40"), "share-differs", "error", ["shares[0]"], "15.38"],
    ["With one decimal.", bacGiang("15.3"), "share-differs", "error", ["shares[0]"], "15.4"],
    ["150 % of a whole is no share.", { values: { poor: 3, all: 2 }, shares: [share("poor", "all", "150.0")] }, "part-exceeds-whole", "error", ["shares[0]"], "150.0"],
    ["Of none nothing can be computed.", { values: { poor: 3, all: 0 }, shares: [share("poor", "all", "150.0")] }, "whole-is-zero", "error", ["shares[0]"], null],
    ["37,700/1.225 to 37,700/1.215; 54,900/1.795 to 54,900/1.785.", haTinh("1.79"), "no-common-whole", "error", ["shares[0]", "shares[1]"], [[30_776, 31_028], [30_585, 30_756]]],
    [
      "A share that nothing fits, one without an upper end, one with both.",
      { values: { a: 1, b: 1, c: 1 }, shares: [share("a", "all", "66.67"), share("b", "all", "0"), share("c", "all", "50")] },
      "no-common-whole", "error", ["shares[0]", "shares[1]", "shares[2]"], [null, [200, null], [2, 2]],
    ],
    ["A share alone.", { values: { poor: 1 }, shares: [share("poor", "all", "66.67")] }, "no-whole-fits", "error", ["shares[0]"], [null]],
    ["Shares that are read alike are used together.", haTinhRead("1.79"), "no-reading-fits", "error", ["shares[0]", "shares[1]"], null],
    ["311,981 + 159,590.", districts(417_571), "sum-differs", "error", ["sums[0]"], 471_571],
    ["10 − 4.", balance(7), "balance-differs", "error", ["balances[0]"], 6],
    ["Less than nothing is computed all the same.", { values: { closing: 2, opening: 3, escaped: 5 }, balances: [{ closing: "closing", terms: [[1, "opening"], [-1, "escaped"]] }] }, "balance-differs", "error", ["balances[0]"], -2],
    ["4.10 + 2.13, with the most decimals of all.", rates("2.13"), "rate-sum-differs", "error", ["rateSums[0]"], "6.23"],
    ["The total as households is 30,776 to 30,929.", haTinhRead("1.78"), "reading-fits", "note", ["shares[0]", "shares[1]"], [30_776, 30_929]],
    ["A printed total needs no computing.", { values: { poor: 20, poor_people: 80, all: 200 }, shares: [share(["poor", "poor_people"], "all", "10")] }, "reading-fits", "note", ["shares[0]"], null],
    [
      "Of 20 and 30 the total is 200 (199.004… to 201.005… and 199.3… to 200.6…), of 40 and 60 it is 399 to 401 (398.009… to 402.01… and 398.6… to 401.3…).",
      { values: { a: 20, b: 40, c: 30, d: 60 }, shares: [share(["a", "b"], "all", "10.0"), share(["c", "d"], "all", "15.0")] },
      "several-readings-fit", "note", ["shares[0]", "shares[1]"], [[200, 200], [399, 401]],
    ],
    ["The wrong rate is that of the total, which comes first.", addedRates("0.66"), "sum-of-rounded-rates", "note", ["shares[2]", "shares[0]", "shares[1]"], null],
    ["The total, then its terms.", addedRates("0.67"), "only-unrounded-rates-add", "note", ["shares[2]", "shares[0]", "shares[1]"], null],
    ["The share that cannot be.", { values: { poor: 3, all: 7 }, shares: [share("poor", "all", "43"), share("poor", "all", "50")] }, "impossible-rate", "note", ["shares[1]"], null],
    ["The sum across, and the totals of the rows.", rows([3, 7, 14, 19, 22]), "rows-do-not-add", "warning", ["sums[3]", "values.c_multi", "values.d_multi"], null],
    ["100 + 200.", townAndCountry(310, "9.7"), "wholes-do-not-add", "warning", ["sums[0]", "shares[2]", "shares[0]", "shares[1]"], [300, 300]],
    ["100, and 200 or 201.", townAndCountryUnprinted("9.7"), "wholes-do-not-add", "warning", ["sums[0]", "shares[2]", "shares[0]", "shares[1]"], [300, 301]],
    ["Households first.", { values: { poor_people: 199, poor: 100 } }, "persons-per-household", "warning", ["values.poor", "values.poor_people"], null],
    ["A name that is more than a word stands in brackets.", { values: { "hộ nghèo người": 199, "hộ nghèo": 100 } }, "persons-per-household", "warning", ['values["hộ nghèo"]', 'values["hộ nghèo người"]'], null],
    ["Every share of the misspelt whole.", { values: { poor: 1, near: 1, households: 9 }, shares: [share("poor", "houshold", "12"), share("near", "houshold", "12")] }, "name-nearly-printed", "warning", ["shares[0]", "shares[1]"], null],
    ["The terms and one more make 7.", balance(7, { complete: false }), "balance-remainder", "note", ["balances[0]"], 1],
    ["The terms and 40 less.", { values: { closing: 60, opening: 110, escaped: 10 }, balances: [{ closing: "closing", terms: [[1, "opening"], [-1, "escaped"]], complete: false }] }, "balance-remainder", "note", ["balances[0]"], -40],
    ["The whole table is meant.", { values: {}, approximate: true }, "approximate", "note", [], null],
  ];

  it.each(cases)("%s", (_why, claims, code, severity, used, computed) => {
    const found = finding(claims, code);
    expect([found.severity, found.claims, found.computed]).toEqual([severity, used, computed]);
  });
});

describe("the sentences", () => {
  const cases: readonly (readonly [claims: Claims, code: FindingCode, vi: string, en: string])[] = [
    [
      bacGiang("15.40"), "share-differs",
      "poor (63.379) là 15,38% của households (412.204), không phải 15,40% như đã in.",
      "poor (63,379) is 15.38% of households (412,204), not 15.40% as printed.",
    ],
    [
      { values: { poor: 1_300, all: 1_200 }, shares: [share("poor", "all", "100")] }, "part-exceeds-whole",
      "poor (1.300) lớn hơn all (1.200), là tổng của nó.",
      "poor (1,300) is more than all (1,200), the whole that it is a part of.",
    ],
    [
      districts(417_571), "sum-differs",
      "Các thành phần cộng lại là 471.571, còn multi đã in là 417.571: thiếu 54.000.",
      "The parts add up to 471,571, but multi is printed as 417,571: 54,000 too few.",
    ],
    [
      balance(7), "balance-differs",
      "Các khoản tăng, giảm cho kết quả 6, còn closing đã in là 7: thừa 1.",
      "The terms lead to 6, but closing is printed as 7: 1 too many.",
    ],
    [
      haTinhRead("1.78"), "reading-fits",
      "Các tỷ lệ trên residents là tỷ lệ của hộ (poor, near), không phải của người (poor_people, near_people): chỉ cách đọc này khớp với một tổng chung, từ 30.776 đến 30.929.",
      "The percentages of residents are shares of households (poor, near), not of persons (poor_people, near_people): only so do they fit one total, from 30,776 to 30,929.",
    ],
    [
      addedRates("0.66"), "sum-of-rounded-rates",
      "0,66% được tính bằng cách cộng, trừ các tỷ lệ đã làm tròn; phải tính từ số đếm.",
      "0.66% was worked out by adding or subtracting rounded percentages; it must be worked out from the counts.",
    ],
    [
      { values: { poor: 3, all: 7 }, shares: [share("poor", "all", "50")] }, "impossible-rate",
      "Không có số nào trên all (7) cho tỷ lệ 50%: tỷ lệ hoặc tổng in sai.",
      "No count out of all (7) is 50%: the percentage or the total is misprinted.",
    ],
    [
      { values: { closing: 60, opening: 1_110, escaped: 10 }, balances: [{ closing: "closing", terms: [[1, "opening"], [-1, "escaped"]], complete: false }] }, "balance-remainder",
      "closing khớp khi có thêm −1.040 do các khoản khác mà bảng không in.",
      "closing closes with −1,040 from other changes, which the table does not print.",
    ],
    [
      { values: { poor: 100, poor_people: 1_701 } }, "persons-per-household",
      "poor_people (1.701) so với poor (100) không đạt từ 2 đến 7 người một hộ.",
      "poor_people (1,701) beside poor (100) is not 2 to 7 persons a household.",
    ],
  ];

  it.each(cases)("of %o", (claims, code, vi, en) => {
    const found = finding(claims, code);
    expect([found.vi, found.en]).toEqual([vi, en]);
  });

  it("are whole sentences in NFC, without a gap, in both languages and for every code", () => {
    const tables: readonly Claims[] = [
      bacGiang("15.40"), haTinh("1.79"), haTinhRead("1.78"), haTinhRead("1.79"), districts(1), balance(7), balance(7, { complete: false }), rates("2.13"), rates("2.14"),
      addedRates("0.66"), addedRates("0.67"), rows([3, 8, 15, 18, 22]), townAndCountry(310, "9.7"), townAndCountryUnprinted("9.7"), { ...haTinh("1.78"), approximate: true },
      { values: { poor: 3, all: 2, none: 0 }, shares: [share("poor", "all", "50"), share("poor", "none", "50")] },
      { values: { a: 20, b: 21, all: 200 }, shares: [share(["a", "b"], "all", "10")] }, { values: { poor: 3, all: 7 }, shares: [share("poor", "all", "50")] },
      { values: { poor: 1, poor_people: 1, households: 9 }, shares: [share("poor", "houshold", "66.67"), share(["poor", "poor_people"], "other", "10")] },
    ];
    const findings = tables.flatMap((claims) => audited(claims).findings);
    expect(new Set(findings.map(({ code }) => code)).size).toBe(20);
    for (const { vi, en } of findings) {
      for (const text of [vi, en]) {
        expect(text).toMatch(/^\S.*\S\.$/u);
        expect(text).not.toMatch(/undefined|NaN|null|\[object|Infinity| {2}|,,/);
        expect(text).toBe(text.normalize("NFC"));
      }
      expect(vi).not.toBe(en);
    }
  });
});

describe("implied totals", () => {
  type Implied = readonly [why: string, claims: Claims, implied: Readonly<Record<string, WholeInterval>>];
  const cases: readonly Implied[] = [
    ["Two shares together.", haTinh("1.78"), { households: [30_776, 30_929] }],
    ["A printed total is not implied.", bacGiang("15.38"), {}],
    ["Where none fits there is none.", haTinh("1.79"), {}],
    ["Of the reading that fits.", haTinhRead("1.78"), { residents: [30_776, 30_929] }],
    ["Of all readings that fit.", { values: { a: 20, b: 40, c: 30, d: 60 }, shares: [share(["a", "b"], "all", "10.0"), share(["c", "d"], "all", "15.0")] }, { all: [200, 401] }],
    ["A share alone has one.", { values: { poor: 2 }, shares: [share("poor", "all", "66.67")] }, { all: [3, 3] }],
    ["There may be no last one.", { values: { poor: 1 }, shares: [share("poor", "all", "0")] }, { all: [200, null] }],
    ["A near table implies them too.", { ...haTinh("1.78"), approximate: true }, { households: [30_776, 30_929] }],
    ["Each total by its name.", townAndCountryUnprinted("10.0"), { "all in town": [100, 100], "all in the country": [200, 201], everybody: [299, 301] }],
    ["A plain part goes with every reading.", { values: { a: 20, b: 80, c: 60 }, shares: [share(["a", "b"], "all", "10.0"), share("c", "all", "30.0")] }, { all: [200, 200] }],
  ];

  it.each(cases)("%s", (_why, claims, implied) => {
    expect(audited(claims).implied).toEqual(implied);
  });

  it("may be named __proto__", () => {
    const { implied } = audited({ values: { poor: 2 }, shares: [share("poor", "__proto__", "66.67")] });
    expect(Object.entries(implied)).toEqual([["__proto__", [3, 3]]]);
  });
});

describe("what was not checked", () => {
  const cases: readonly (readonly [why: string, claims: Claims, unchecked: readonly string[]])[] = [
    ["A reading that does not fit says nothing of its counts.", haTinhRead("1.78"), ["poor_people", "near_people"]],
    ["Where none fits, all were looked at.", haTinhRead("1.79"), []],
    ["Counts of no claim, in their order.", { ...districts(417_571), values: { z: 1, ...districts(417_571).values, a: 1 } }, ["z", "a"]],
    ["A share alone checks nothing.", { values: { poor: 2 }, shares: [share("poor", "all", "66.67")] }, ["poor"]],
    ["A share alone that fails was a check.", { values: { poor: 1 }, shares: [share("poor", "all", "66.67")] }, []],
    ["0 of 0 checks nothing.", { values: { poor: 0, all: 0 }, shares: [share("poor", "all", "0")] }, ["poor", "all"]],
    ["An incomplete balance checks nothing.", balance(6, { complete: false }), ["closing", "opening", "escaped"]],
    ["Nothing of a near table.", { ...districts(471_571), approximate: true }, ["multi", "poor", "near"]],
    ["A sum of rates checks no count.", rates("2.14"), ["multi", "poor", "near"]],
    ["Names are told in NFC.", { values: { "nghe\u0300o": 1 } }, ["nghèo"]],
  ];

  it.each(cases)("%s", (_why, claims, unchecked) => {
    expect(audited(claims).unchecked).toEqual(unchecked);
  });
});

describe("the order of the readings", () => {
  const cases: readonly (readonly [why: string, values: Readonly<Record<string, number>>, printed: string, verdict: AuditVerdict])[] = [
    ["10 at 19.23 fits 52, 13 fits none: nothing was checked.", { a: 10, b: 13 }, "19.23", "not-checkable"],
    ["0 of 0 is nothing to check, 1 of 0 cannot be.", { a: 0, b: 1, all: 0 }, "0.0", "not-checkable"],
    ["2 of 20 is 10, 3 is not.", { a: 2, b: 3, all: 20 }, "10", "consistent"],
    ["Neither 2 nor 3 of 20 is 11.", { a: 2, b: 3, all: 20 }, "11", "inconsistent"],
  ];

  it.each(cases)("says nothing: %s", (_why, values, printed, verdict) => {
    expect(audited({ values, shares: [share(["a", "b"], "all", printed)] }).verdict).toBe(verdict);
    expect(audited({ values, shares: [share(["b", "a"], "all", printed)] }).verdict).toBe(verdict);
  });
});

describe("names", () => {
  it("may be __proto__ and constructor", () => {
    const values = JSON.parse('{"__proto__":20,"constructor":200,"toString":180}') as Record<string, number>;
    const claims: Claims = { values, shares: [share("__proto__", "constructor", "11")], sums: [sum("constructor", "__proto__", "toString")] };
    expect(audited(claims)).toMatchObject({ verdict: "inconsistent", unchecked: [], findings: [{ code: "share-differs", computed: "10" }] });
  });

  it("are not those of every object: hasOwnProperty has no value here", () => {
    expect(audited({ values: { poor: 2 }, shares: [share("poor", "hasOwnProperty", "66.67")] }).implied).toEqual({ hasOwnProperty: [3, 3] });
    expect(refusal(() => auditClaims({ values: { poor: 2 }, shares: [share("toString", "all", "50")] }))).toMatchObject({ path: "shares[0].part" });
  });

  it("are one in both spellings of their letters", () => {
    const claims: Claims = { values: { "nghe\u0300o": 20, "hộ": 200 }, shares: [share("nghèo", "ho\u0323\u0302", "11")] };
    expect(finding(claims, "share-differs").en).toBe("nghèo (20) is 10% of hộ (200), not 11% as printed.");
  });
});

describe("what is no claim is refused, with its path", () => {
  const secret = "Nguyễn Thị 912830";
  const good: Claims = { values: { poor: 20, near: 30, all: 200 }, shares: [share("poor", "all", "10"), share("near", "all", "15")] };
  const withValue = (value: unknown, name = "poor"): unknown => ({ ...good, values: { ...good.values, [name]: value } });
  const withShare = (more: Readonly<Record<string, unknown>>): unknown => ({ ...good, shares: [good.shares![0], { ...good.shares![1], ...more }] });
  const withSum = (more: Readonly<Record<string, unknown>>): unknown => ({ ...good, sums: [{ total: "all", parts: ["poor"], ...more }] });
  const withBalance = (more: Readonly<Record<string, unknown>>): unknown => ({ ...good, balances: [{ closing: "all", terms: [[1, "poor"]], ...more }] });
  const withRateSum = (more: Readonly<Record<string, unknown>>): unknown => ({ ...good, rateSums: [{ total: 0, terms: [1], ...more }] });

  const cases: readonly (readonly [why: string, claims: unknown, path: string | null])[] = [
    ["A table is an object.", null, null],
    ["… not a list.", [good], null],
    ["… and no text.", secret, null],
    ["A key that is not known may be a claim that is lost.", { ...good, share: [] }, "share"],
    ["An unknown key of any length is not repeated.", { ...good, [secret]: [] }, null],
    ["An own __proto__ is no key.", JSON.parse('{"values":{},"__proto__":{}}'), "__proto__"],
    ["Values are needed, if only an empty object.", { shares: [] }, "values"],
    ["null is missing.", { values: null }, "values"],
    ["Values are named, not listed.", { values: [20] }, "values"],
    ["Values are an object.", { values: secret }, "values"],
    ["A count below zero.", withValue(-1), "values.poor"],
    ["A count between two whole numbers.", withValue(1.5), "values.poor"],
    ["No number.", withValue(Number.NaN), "values.poor"],
    ["No end.", withValue(Number.POSITIVE_INFINITY), "values.poor"],
    ["2^53 may have been another number.", withValue(2 ** 53), "values.poor"],
    ["A count as text.", withValue("20"), "values.poor"],
    ["A count that is missing.", withValue(null), "values.poor"],
    ["… or undefined.", withValue(undefined), "values.poor"],
    ["A count as BigInt.", withValue(20n), "values.poor"],
    ["A name of two words stands in brackets.", withValue(-1, "hộ nghèo"), 'values["hộ nghèo"]'],
    ["A Map has no keys of its own and would be an empty table.", { values: new Map([["poor", 1]]) }, "values"],
    ["An id between two whole numbers.", { ...good, id: 1.5 }, "id"],
    ["A name that is a number stands in brackets.", withValue(-1, "2023"), 'values["2023"]'],
    ["One name in two spellings.", { values: { "nghèo": 1, "nghe\u0300o": 1 } }, "values.nghèo"],
    ["Shares are a list.", { ...good, shares: good.shares![0] }, "shares"],
    ["A share is an object.", { ...good, shares: [good.shares![0], secret] }, "shares[1]"],
    ["A hole is no share.", { ...good, shares: Object.assign(new Array(2), { 1: good.shares![0] }) }, "shares[0]"],
    ["A key of a share.", withShare({ decimals: 2 }), "shares[1].decimals"],
    ["A percentage as a number has lost its decimals.", withShare({ printed: 15.5 }), "shares[1].printed"],
    ["A percentage with a comma is to be read first.", withShare({ printed: "1,22" }), "shares[1].printed"],
    ["A percentage that begins with a point.", withShare({ printed: ".5" }), "shares[1].printed"],
    ["A percentage that ends with a point.", withShare({ printed: "5." }), "shares[1].printed"],
    ["A power of ten.", withShare({ printed: "1e2" }), "shares[1].printed"],
    ["No text.", withShare({ printed: "" }), "shares[1].printed"],
    ["Below zero.", withShare({ printed: "-5" }), "shares[1].printed"],
    ["A per cent sign.", withShare({ printed: "5%" }), "shares[1].printed"],
    ["A space.", withShare({ printed: " 5" }), "shares[1].printed"],
    ["A line feed.", withShare({ printed: "5\n" }), "shares[1].printed"],
    ["Sixteen digits.", withShare({ printed: "1.000000000000000" }), "shares[1].printed"],
    ["Words.", withShare({ printed: secret }), "shares[1].printed"],
    ["Missing.", withShare({ printed: null }), "shares[1].printed"],
    ["A part without a value.", withShare({ part: "nobody" }), "shares[1].part"],
    ["A part that is no name.", withShare({ part: 20 }), "shares[1].part"],
    ["A missing part.", withShare({ part: null }), "shares[1].part"],
    ["A reading without a value.", withShare({ part: ["near", secret] }), "shares[1].part[1]"],
    ["A reading that is no name.", withShare({ part: [null] }), "shares[1].part[0]"],
    ["No reading at all.", withShare({ part: [] }), "shares[1].part"],
    ["A whole that is no name.", withShare({ whole: 200 }), "shares[1].whole"],
    ["A missing whole.", withShare({ whole: undefined }), "shares[1].whole"],
    [
      "The same place counts within one whole: two names here, three there.",
      { ...good, shares: [share(["poor", "near"], "all", "10"), share("near", "all", "15"), share(["near", "poor", "all"], "all", "15")] },
      "shares[2].part",
    ],
    ["Sums are a list.", { ...good, sums: secret }, "sums"],
    ["A sum is an object.", { ...good, sums: [null] }, "sums[0]"],
    ["A key of a sum.", withSum({ terms: ["poor"] }), "sums[0].terms"],
    ["A total without a value.", withSum({ total: secret }), "sums[0].total"],
    ["A missing total.", withSum({ total: null }), "sums[0].total"],
    ["A term of a sum without a value.", withSum({ parts: ["poor", secret] }), "sums[0].parts[1]"],
    ["Parts are a list.", withSum({ parts: "poor" }), "sums[0].parts"],
    ["A sum of nothing is no claim.", withSum({ parts: [] }), "sums[0].parts"],
    ["Balances are a list.", { ...good, balances: {} }, "balances"],
    ["A key of a balance.", withBalance({ total: "poor" }), "balances[0].total"],
    ["A closing count without a value.", withBalance({ closing: secret }), "balances[0].closing"],
    ["A term without a value.", withBalance({ terms: [[1, "poor"], [-1, secret]] }), "balances[0].terms[1]"],
    ["A sign is 1 or −1, …", withBalance({ terms: [[0, "poor"]] }), "balances[0].terms[0]"],
    ["… not 2, …", withBalance({ terms: [[2, "poor"]] }), "balances[0].terms[0]"],
    ["… and no text.", withBalance({ terms: [["+", "poor"]] }), "balances[0].terms[0]"],
    ["A term is a sign and a name, …", withBalance({ terms: ["poor"] }), "balances[0].terms[0]"],
    ["… and nothing else.", withBalance({ terms: [[1, "poor", "near"]] }), "balances[0].terms[0]"],
    ["A balance of nothing is no claim.", withBalance({ terms: [] }), "balances[0].terms"],
    ["Terms are a list.", withBalance({ terms: null }), "balances[0].terms"],
    ["Complete or not.", withBalance({ complete: "no" }), "balances[0].complete"],
    ["Sums of rates are a list.", { ...good, rateSums: 1 }, "rateSums"],
    ["A key of a sum of rates.", withRateSum({ parts: [1] }), "rateSums[0].parts"],
    ["There is no third share.", withRateSum({ total: 2 }), "rateSums[0].total"],
    ["… nor one before the first.", withRateSum({ total: -1 }), "rateSums[0].total"],
    ["… nor one between.", withRateSum({ terms: [1, 0.5] }), "rateSums[0].terms[1]"],
    ["A place is a number.", withRateSum({ terms: ["1"] }), "rateSums[0].terms[0]"],
    ["A missing total rate.", withRateSum({ total: undefined }), "rateSums[0].total"],
    ["A sum of no rates is no claim.", withRateSum({ terms: [] }), "rateSums[0].terms"],
    ["Without shares there is nothing to add.", { values: {}, rateSums: [{ total: 0, terms: [0] }] }, "rateSums[0]"],
    ["Approximate or not.", { ...good, approximate: "yes" }, "approximate"],
    ["A verdict that is none.", { ...good, expect: secret }, "expect"],
    ["A key that is no key.", { ...good, id: { secret } }, "id"],
    ["An area as a number.", { ...good, area: 5 }, "area"],
    ["A level as a list.", { ...good, level: [secret] }, "level"],
    ["A period as a number.", { ...good, period: 2023 }, "period"],
    ["A source as an object.", { ...good, source: { secret } }, "source"],
  ];

  it.each(cases)("%s", (_why, claims, path) => {
    const found = refusal(() => auditClaims(claims as Claims));
    expect(found).toMatchObject({ code: "chuan-ngheo/invalid-input", path });
    expect(JSON.stringify(found)).not.toContain("912830");
  });

  it("says which key or name is nearest", () => {
    expect(refusal(() => auditClaims({ ...good, share: [] } as Claims))).toMatchObject({ message: expect.stringContaining('"shares"') as string });
    expect(refusal(() => auditClaims(withShare({ part: "poorr" }) as Claims))).toMatchObject({ message: expect.stringContaining('"poor"') as string });
  });

  it("takes what is carried as it is", () => {
    expect(audited({ ...good, id: 7, area: "Hà Tĩnh", level: "tỉnh", period: "2023", source: "báo", expect: "inconsistent", meta: { any: [Number.NaN, null] } }).verdict).toBe("consistent");
  });

  it("takes fifteen digits, and the greatest count", () => {
    expect(audited({ values: { poor: 2 ** 53 - 1, all: 2 ** 53 - 1 }, shares: [share("poor", "all", "100.000000000000")] }).verdict).toBe("consistent");
  });
});
