import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cite, provenances, provisionText, weakestProvenance, type LegalDocument, type Provenance, type Provision } from "../../src/law/citation.js";

const document: LegalDocument = { number: "1/2020", title: { vi: "Văn bản 1/2020", en: "Document 1/2020" }, issued: null, inForce: null };

describe("provisionText", () => {
  const rows: readonly (readonly [why: string, provision: Provision | null, vi: string, en: string])[] = [
    ["no provision of its own", null, "", ""],
    ["an empty one", {}, "", ""],
    ["an article", { article: "1" }, "Điều 1", "Article 1"],
    ["a clause: the narrow place comes first in Vietnamese", { article: "3", clause: "2" }, "khoản 2 Điều 3", "Article 3(2)"],
    ["a point", { article: "3", clause: "2", point: "a" }, "điểm a khoản 2 Điều 3", "Article 3(2)(a)"],
    ["a point that Vietnamese law calls đ", { article: "5", clause: "1", point: "đ" }, "điểm đ khoản 1 Điều 5", "Article 5(1)(đ)"],
    ["a point of an article without clauses", { article: "3", point: "b" }, "điểm b Điều 3", "Article 3(b)"],
    ["a clause of a document without articles", { clause: "2", point: "a" }, "điểm a khoản 2", "Clause 2(a)"],
    ["a point alone", { point: "c" }, "điểm c", "Point c"],
    ["the appendix", { annex: true }, "Phụ lục", "Appendix"],
    ["an indicator of the appendix", { annex: true, indicator: 4 }, "chỉ số 4 Phụ lục", "Appendix, indicator 4"],
    ["an indicator", { indicator: 10 }, "chỉ số 10", "indicator 10"],
    ["no appendix", { annex: false, article: "7" }, "Điều 7", "Article 7"],
    ["all of them", { article: "3", clause: "2", point: "a", annex: true, indicator: 1 }, "chỉ số 1 điểm a khoản 2 Điều 3 Phụ lục", "Article 3(2)(a), Appendix, indicator 1"],
  ];
  it.each(rows)("%s", (_why, provision, vi, en) => {
    expect(provisionText(provision, "vi")).toBe(vi);
    expect(provisionText(provision, "en")).toBe(en);
  });

  it("loses no part of a place, in either language", () => {
    const part = fc.option(fc.constantFrom("7", "8", "9"), { nil: undefined });
    fc.assert(
      fc.property(part, part, part, fc.boolean(), fc.option(fc.constantFrom(4, 5), { nil: undefined }), (article, clause, point, annex, indicator) => {
        const provision = { ...(article && { article }), ...(clause && { clause }), ...(point && { point }), annex, ...(indicator && { indicator }) };
        const wanted = [article, clause, point, indicator].filter((each) => each !== undefined).map(String).sort();
        for (const locale of ["vi", "en"] as const) {
          const text = provisionText(provision, locale);
          expect((text.match(/\d/g) ?? []).sort()).toEqual(wanted);
          expect(text.includes(locale === "vi" ? "Phụ lục" : "Appendix")).toBe(annex);
        }
      }),
    );
  });
});

describe("cite", () => {
  it("makes a citation that nobody has verified", () => {
    expect(cite(document, { article: "1" }, "text")).toEqual({
      document, provision: { article: "1" }, provenance: "text", seenAt: [], note: null, verification: null,
    });
  });

  it("keeps where it was read and what a reader must know", () => {
    const note = { vi: "một cách hiểu", en: "a reading" };
    expect(cite(document, null, "unverified", { seenAt: ["example.org"], note })).toEqual({
      document, provision: null, provenance: "unverified", seenAt: ["example.org"], note, verification: null,
    });
  });
});

describe("weakestProvenance", () => {
  const rows: readonly (readonly [why: string, of: readonly Provenance[], weakest: Provenance])[] = [
    ["alone", ["text"], "text"],
    ["alone, reported", ["reported"], "reported"],
    ["what was read in the text, by a rule that was reported", ["text", "reported"], "reported"],
    ["the order does not matter", ["reported", "text"], "reported"],
    ["one unverified part", ["text", "unverified", "reported"], "unverified"],
    ["all of one kind", ["text", "text"], "text"],
    ["nothing is no surer than nothing", [], "unverified"],
  ];
  it.each(rows)("%s", (_why, of, weakest) => {
    expect(weakestProvenance(of)).toBe(weakest);
  });

  it("lists every provenance, the surest first", () => {
    expect(provenances).toEqual(["text", "reported", "unverified"]);
  });
});
