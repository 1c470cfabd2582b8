import { describe, expect, it } from "vitest";
import type { Citation } from "../../../src/law/citation.js";
import { standards } from "../../../src/law/registry.js";
import type { Standard } from "../../../src/law/standard.js";
import { lowIncomeWorker } from "../../../src/schema.js";
import * as documents from "../../../src/law/vietnam/documents.js";
import { newlyEscapedDefinitions } from "../../../src/law/vietnam/newly-escaped-definitions.js";
import { jsonOf, placesIn, type Json, type JsonPath } from "../small-standard.js";

/** A value of the law with its citation. */
interface Cited {
  readonly what: string;
  readonly citation: Citation;
}

function citedIn({ id, inForce, indicators, classes, points }: Standard): Cited[] {
  const lines = classes.flatMap(({ tiles }) =>
    tiles.flatMap(({ residence, incomeOver, incomeUpTo }) =>
      [incomeOver, incomeUpTo].flatMap((line) => (line ? [{ what: `${id} ${residence ?? ""} line ${line.amount}`, citation: line.citation }] : [])),
    ),
  );
  return [
    ...inForce.map(({ from, citation }) => ({ what: `${id} from ${from}`, citation })),
    ...indicators.map((indicator) => ({ what: `${id} ${indicator.id}`, citation: indicator.citation })),
    ...classes.map((rule) => ({ what: `${id} ${rule.class}`, citation: rule.citation })),
    ...classes.flatMap((rule) => rule.tiles.flatMap(({ residence, citation }) => (citation ? [{ what: `${id} ${rule.class} ${residence ?? ""}`, citation }] : []))),
    ...lines,
    ...(points ? points.lines.map(({ residence, incomeUpTo }) => ({ what: `${id} ${residence} line ${incomeUpTo.amount}`, citation: incomeUpTo.citation })) : []),
    ...(points ? [{ what: `${id} points`, citation: points.citation }] : []),
  ];
}

const cited: readonly Cited[] = [
  ...standards.flatMap(citedIn),
  ...Object.values(newlyEscapedDefinitions).map(({ id, citation }) => ({ what: `newly escaped, ${id}`, citation })),
];
const withProvenance = (provenance: string): string[] => [...new Set(cited.filter(({ citation }) => citation.provenance === provenance).map(({ what }) => what))].sort();

describe("the citations of the national law", () => {
  it("stand beside every value: no number, day or rule of a standard is without one above it", () => {
    const uncited = standards.flatMap((standard) => {
      const json = jsonOf(standard);
      const at = (path: JsonPath): Json => path.reduce((value, key) => (value as Record<string | number, Json>)[key]!, json);
      const hasCitation = (path: JsonPath): boolean => path.some((_, index) => typeof at(path.slice(0, index)) === "object" && Object.hasOwn(at(path.slice(0, index)) as object, "citation"));
      return placesIn(json)
        .filter(({ path, value }) => (typeof value === "number" || (typeof value === "string" && /^\d{4}-/.test(value))) && path[0] !== "document" && !path.includes("citation"))
        .filter(({ path }) => !hasCitation(path))
        .map(({ path }) => `${standard.id} ${path.join(".")}`);
    });
    expect(uncited).toEqual([]);
    expect(cited.length).toBeGreaterThan(80);
  });

  it("all have a known provenance", () => {
    expect(cited.filter(({ citation }) => !["text", "reported", "unverified"].includes(citation.provenance))).toEqual([]);
  });

  it("nobody has verified any of them yet", () => {
    expect(cited.filter(({ citation }) => citation.verification !== null)).toEqual([]);
    expect(JSON.stringify([standards, newlyEscapedDefinitions])).not.toMatch(/"verification":[^n]/);
  });

  // A longer list claims more than was read: nobody lengthens it without the text in hand.
  it("say 'text' only where the text was read", () => {
    expect(withProvenance("text")).toEqual([
      "newly escaped, credit",
      "vn/decision-59-2015 from 2016-01-01",
      "vn/decision-59-2015 from 2021-01-01",
      "vn/decision-59-2015 rural line 1000000",
      "vn/decision-59-2015 rural line 700000",
      "vn/decision-59-2015 urban line 1300000",
      "vn/decision-59-2015 urban line 900000",
      "vn/decree-07-2021 from 2022-01-01",
      "vn/decree-07-2021 rural line 1500000",
      "vn/decree-07-2021 urban line 2000000",
    ]);
  });

  it("say 'unverified' wherever no source was read", () => {
    expect(withProvenance("unverified")).toEqual([
      "newly escaped, programme",
      "vn/decision-09-2011 urban line 650000",
      "vn/decision-59-2015 adultEducation",
      "vn/decision-59-2015 average-living-standard",
      "vn/decision-59-2015 childSchooling",
      "vn/decision-59-2015 healthInsurance",
      "vn/decision-59-2015 housingArea",
      "vn/decision-59-2015 housingQuality",
      "vn/decision-59-2015 informationMeans",
      "vn/decision-59-2015 medicalCare",
      "vn/decision-59-2015 not-poor",
      "vn/decision-59-2015 telecom",
      "vn/decision-59-2015 toilet",
      "vn/decision-59-2015 water",
      "vn/decree-07-2021 average-living-standard",
      "vn/decree-07-2021 childSchooling",
      "vn/decree-07-2021 healthInsurance",
      "vn/decree-07-2021 informationMeans",
      "vn/decree-07-2021 not-poor",
      "vn/decree-07-2021 toilet",
      "vn/decree-351-2025 adultEducation",
      "vn/decree-351-2025 childSchooling",
      "vn/decree-351-2025 dependents",
      "vn/decree-351-2025 employment",
      "vn/decree-351-2025 healthInsurance",
      "vn/decree-351-2025 housingArea",
      "vn/decree-351-2025 housingQuality",
      "vn/decree-351-2025 near-poor urban",
      "vn/decree-351-2025 nutrition",
      "vn/decree-351-2025 telecom",
      "vn/decree-351-2025 toilet",
      "vn/decree-351-2025 wasteTreatment",
      "vn/decree-351-2025 water",
    ]);
  });

  it("name a public address wherever something was read", () => {
    expect(cited.filter(({ citation }) => citation.provenance !== "unverified" && citation.seenAt.length === 0)).toEqual([]);
    for (const { citation } of cited) for (const address of citation.seenAt) expect(address).toMatch(/^[a-z0-9.-]+\.[a-z]+(\/[a-z]+)?[, ]/);
  });

  const names = "chiakhoaphapluat.vn, muc-thu-nhap-the-nao-duoc-xem-la-ho-ngheo-va-ho-can-ngheo; nguonluc.com.vn a808";
  const draft = "vietnam.vn/en, de-xuat-cac-chi-so-thieu-hut-dich-vu-xa-hoi-co-ban-trong-chuan-ngheo-da-chieu-moi";
  const graphic = "el.tufs.ac.jp/prseas, News20210503_074052";
  const provisional = "vietnam.vn/en, som-ban-hanh-quy-dinh-moi-ve-chuan-ngheo-da-chieu-quoc-gia-giai-doan-2026-2030";
  // The addresses, typed by hand, and what was read there, by its beginning.
  const read: readonly (readonly [seenAt: string, what: readonly RegExp[]])[] = [
    ["hoilhpn.org.vn, 1264-4533", [/^vn\/decision-170-2005 /]],
    ["", [/^vn\/decision-09-2011 urban line 650000$/, /^vn\/decree-07-2021 not-poor$/, /^newly escaped, programme$/]],
    ["danviet.vn, 417427; tailieuchung.com, tlID22960", [/^vn\/decision-09-2011 (?!urban line 650000)/]],
    ["luatvn.net, decision-no-59-2015-qd-ttg", [/^vn\/decision-59-2015 (from 2016|[a-z]+[A-Z]|water$|toilet$|telecom$|rural line (7|10)00000$|urban line (9|13)00000$)/]],
    ["thukyluat.vn, 334018; baovinhlong.com.vn, 2868994", [/^vn\/decision-59-2015 (poor|near-poor)$/]],
    ["vietnamnet.vn/en, E146686", [/^vn\/decision-59-2015 (average-living-standard|not-poor|rural line 1500000|urban line 1950000)$/]],
    ["english.luatvietnam.vn, doc 197848", [/^vn\/decision-59-2015 from 2021/, /^vn\/decree-07-2021 (from 2022-01-01|rural line 1500000|urban line 2000000)$/]],
    ["vnexpress.net, 4228672", [/^vn\/decree-07-2021 (poor|average-living-standard|rural line 2250000|urban line 3000000)$/]],
    ["lawnet.vn, 105350", [/^vn\/decree-07-2021 near-poor$/]],
    [`${names}; ${draft}; ${graphic}`, [/^vn\/decree-07-2021 (employment|dependents|nutrition)$/]],
    [`${names}; ${graphic}`, [/^vn\/decree-07-2021 (healthInsurance|adultEducation|childSchooling|housingQuality|housingArea|water|toilet|telecom)$/]],
    [names, [/^vn\/decree-07-2021 informationMeans$/]],
    ["thukyluat.vn, 94531; luathungson.vn, the-nao-la-ho-ngheo-ho-can-ngheo", [/^vn\/decree-07-2021 points$/]],
    ["vietnamplus.vn, post1086100; vietnamnet.vn/en, 2484119", [/^vn\/decree-07-2021 from 2026/, /^vn\/decree-351-2025 from 2027/]],
    ["vietnamplus.vn, post1086100", [/^vn\/decree-351-2025 (rural|urban) line /]],
    ["huengaynay.vn, 161540; sggp.org.vn, post831518", [/^vn\/decree-351-2025 (poor|near-poor|near-poor urban|not-poor)$/]],
    [
      `vietnamnet.vn/en, 2484119; ${provisional}`,
      [/^vn\/decree-351-2025 (employment|dependents|nutrition|healthInsurance|adultEducation|childSchooling|housingQuality|housingArea|telecom|water|toilet|wasteTreatment)$/],
    ],
    ["eng.vbsp.org.vn, soft-loans-offered-to-households-having-just-escaped-from-poverty; luatvietnam.vn, 186-28679", [/^newly escaped, credit$/]],
  ];
  it("name the addresses where each value was read, and no others", () => {
    const wrong = cited
      .map(({ what, citation }) => [what, citation.seenAt.join("; "), read.filter(([, whats]) => whats.some((each) => each.test(what))).map(([seenAt]) => seenAt)] as const)
      .filter(([, seenAt, expected]) => expected.length !== 1 || expected[0] !== seenAt);
    expect(wrong).toEqual([]);
    for (const [, whats] of read) for (const each of whats) expect(cited.some(({ what }) => each.test(what))).toBe(true);
  });

  it("tell a careful reader what is a reading or a gap", () => {
    const noted = new Set(cited.filter(({ citation }) => citation.note !== null).map(({ what }) => what));
    for (const what of [
      "vn/decision-09-2011 near-poor",
      "vn/decision-59-2015 average-living-standard",
      "vn/decision-59-2015 adultEducation",
      "vn/decree-07-2021 average-living-standard",
      "vn/decree-07-2021 healthInsurance",
      "vn/decree-07-2021 adultEducation",
      "vn/decree-07-2021 childSchooling",
      "vn/decree-07-2021 toilet",
      "vn/decree-07-2021 informationMeans",
      "vn/decree-351-2025 near-poor urban",
      "vn/decree-351-2025 wasteTreatment",
      "newly escaped, programme",
    ])
      expect(noted).toContain(what);
    const silent = cited.filter(({ citation }) => citation.provenance === "unverified" && citation.note === null).map(({ what }) => what);
    expect([...new Set(silent)]).toEqual(["vn/decision-09-2011 urban line 650000"]);
  });
});

describe("the documents", () => {
  const rows: readonly (readonly [number: string, vi: string, en: string, issued: string | null, inForce: string | null])[] = [
    ["170/2005/QĐ-TTg", "Quyết định 170/2005/QĐ-TTg", "Decision 170/2005/QĐ-TTg", "2005-07-08", null],
    ["09/2011/QĐ-TTg", "Quyết định 09/2011/QĐ-TTg", "Decision 09/2011/QĐ-TTg", "2011-01-30", "2011-01-01"],
    ["59/2015/QĐ-TTg", "Quyết định 59/2015/QĐ-TTg", "Decision 59/2015/QĐ-TTg", "2015-11-19", "2016-01-05"],
    ["07/2021/NĐ-CP", "Nghị định 07/2021/NĐ-CP", "Decree 07/2021/NĐ-CP", "2021-01-27", "2021-03-15"],
    ["30/2025/NĐ-CP", "Nghị định 30/2025/NĐ-CP", "Decree 30/2025/NĐ-CP", "2025-02-24", null],
    ["351/2025/NĐ-CP", "Nghị định 351/2025/NĐ-CP", "Decree 351/2025/NĐ-CP", "2025-12-30", null],
    [
      "07/2021/TT-BLĐTBXH", "Thông tư 07/2021/TT-BLĐTBXH (sửa đổi bởi Thông tư 02/2022/TT-BLĐTBXH)",
      "Circular 07/2021/TT-BLĐTBXH (amended by Circular 02/2022/TT-BLĐTBXH)", null, null,
    ],
    ["28/2015/QĐ-TTg", "Quyết định 28/2015/QĐ-TTg (sửa đổi bởi Quyết định 02/2021/QĐ-TTg)", "Decision 28/2015/QĐ-TTg (amended by Decision 02/2021/QĐ-TTg)", null, null],
    [
      "90/QĐ-TTg", "Quyết định 90/QĐ-TTg (Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021–2025)",
      "Decision 90/QĐ-TTg (National Target Programme on sustainable poverty reduction 2021–2025)", null, null,
    ],
  ];
  it.each(rows)("%s", (number, vi, en, issued, inForce) => {
    const held = Object.values(documents).filter((document) => document.number === number);
    expect(held).toEqual([{ number, title: { vi, en }, issued, inForce }]);
  });

  it("are no others", () => {
    expect(Object.values(documents).map(({ number }) => number).filter((number) => !rows.some(([known]) => known === number))).toEqual([]);
  });
});

describe("the definitions of newly escaped households", () => {
  it.each([
    ["credit", ["poor", "near-poor"], 36, "28/2015/QĐ-TTg", "text"],
    ["programme", ["poor"], 36, "90/QĐ-TTg", "unverified"],
  ] as const)("%s", (id, lists, months, document, provenance) => {
    const { citation, ...definition } = newlyEscapedDefinitions[id];
    expect(definition).toEqual({ id, lists, months });
    expect([citation.document.number, citation.provision, citation.provenance]).toEqual([document, null, provenance]);
  });

  it("are two", () => {
    expect(Object.keys(newlyEscapedDefinitions)).toEqual(["credit", "programme"]);
  });
});

describe("the low-income worker", () => {
  it("is held as text: a line of each residence, the rural one read in the text", () => {
    expect(lowIncomeWorker.lines.rural).toMatchObject({ amount: 2_250_000, per: "month", citation: { provenance: "text", provision: { article: "3", clause: "2", point: "d" } } });
    expect(lowIncomeWorker.lines.urban).toMatchObject({ amount: 3_000_000, per: "month", citation: { provenance: "reported" } });
    expect(lowIncomeWorker.citation.document.number).toBe("30/2025/NĐ-CP");
  });
});
