import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { auditTables, auditToHtml, type AuditedTable, type Claims } from "../../../src/audit.js";
import { auditStyle } from "../../../src/audit/report/audit-style.js";
import { audited, country, dakLak, haTinh, sums } from "./tables.js";

const page = (...tables: readonly Claims[]): string => auditToHtml(tables.map(audited), { locale: "en" });

const entities: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
const unescaped = (html: string): string => html.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity]!);
/** The text of some markup, tags left out. */
const textOf = (html: string): string => unescaped(html.replace(/<[^>]*>/g, ""));
/** The cells of the row that begins with a heading; findings stand in rows of their own. */
function row(html: string, heading: string): readonly string[] {
  const found = [...html.matchAll(/<tr[^>]*>(<th scope="row">.*?)<\/tr>/gs)].map(([, cells]) => [...cells!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => textOf(cell!)));
  return found.find(([first]) => first === heading) ?? [];
}

// ------------------------------------------------------------------------------------------------ what is shown

describe("a page of the founding case", () => {
  const html = page(haTinh);

  it("tells table, verdict and source", () => {
    expect(html).toContain('<h2 id="t1-name">HTI · TP Hà Tĩnh · 2023</h2><span class="verdict consistent"><span aria-hidden="true">✓ </span>Consistent</span>');
    expect(html).toContain("<p class=\"soft\">Source: Báo Hà Tĩnh</p>");
  });

  it("shows counts, percentages as printed, and what was not checked", () => {
    expect(row(html, "poor")).toEqual(["poor", "377", "", ""]);
    expect(row(html, "near_people")).toEqual(["near_people", "1,829", "", "not checked"]);
    expect(row(html, "poor or poor_people of residents")).toEqual(["poor or poor_people of residents", "1.22%", "", "✓ fits [1]"]);
  });

  it("has the finding below the first row that it is about, with a way to it from the other", () => {
    expect(html).toMatch(/poor or poor_people of residents<\/th>.*\n<tr class="found"><td colspan="4">\n<p class="finding note" id="t1-f1"><strong>Note \[1\]:<\/strong> The percentages of residents are shares of households/);
    expect(html).toMatch(/near or near_people of residents<\/th>.* <a href="#t1-f1">\[1\]<\/a><\/td><\/tr>/);
  });

  it("draws for each reading what each share wants and what they have in common, or the gap", () => {
    const pictures = [...html.matchAll(/<figure class="picture">.*?<\/figure>/gs)].map(([picture]) => picture);
    expect(pictures.map((picture) => textOf(/<title[^>]*>(.*?)<\/title>/.exec(picture)![1]!))).toEqual([
      "residents, if the percentages are those of poor, near: ✓ from 30,776 to 30,929",
      "residents, if the percentages are those of poor_people, near_people: ✗ no common total",
    ]);
    expect(pictures.map((picture) => textOf(/<desc[^>]*>(.*?)<\/desc>/.exec(picture)![1]!))[0]).toBe("a: poor 377 (1.22%) → a total from 30,776 to 31,028; b: near 549 (1.78%) → a total from 30,757 to 30,929");
    expect(pictures.map((picture) => [picture.match(/class="lane"/g)?.length, picture.includes('class="common"'), picture.includes('class="gap"')])).toEqual([[2, true, false], [2, false, true]]);
    // From 30,757 to 31,028 is the whole width of 91: 30,776 begins after 19 of 271 parts, and 30,929 is 153 further.
    expect(pictures[0]).toContain(`<rect class="common" x="${(7 + (91 * 19) / 271).toFixed(2)}%" y="0" width="${((91 * 153) / 271).toFixed(2)}%"`);
  });
});

describe("a page of errors", () => {
  it("shows a percentage as printed beside what it should be, and every repair", () => {
    const html = page(country);
    expect(row(html, "poor_minority of poor")).toEqual(["poor_minority of poor", "46.66%", "46.01%", "✗ does not fit [1]"]);
    expect(row(html, "poor of households")).toEqual(["poor of households", "5.97%", "", "not checked"]);
    const { repairs } = audited(country).repairs!;
    expect(html).toContain(`Possible repairs (${repairs.length})`);
    for (const { explains } of repairs) expect(html).toContain(explains.en);
  });

  it("shows sums, balances and sums of percentages with what they come to", () => {
    const html = page(sums);
    expect(row(html, "both = a + b")).toEqual(["both = a + b", "360", "350", "✗ does not fit [1]"]);
    expect(row(html, "end = start − left")).toEqual(["end = start − left", "360", "360", "✓ fits"]);
    expect(row(html, "end = start + what is not printed")).toEqual(["end = start + what is not printed", "360", "400", expect.stringMatching(/^not checked \[\d\]$/)]);
    expect(row(html, "% both of all = % a of all + % b of all")).toEqual(["% both of all = % a of all + % b of all", "36%", "35%", "✓ fits"]);
  });

  it("puts a sentence that is about no row above the table", () => {
    const html = page({ values: { poor: 100 }, approximate: true });
    expect(html.indexOf("The table rounds its counts")).toBeGreaterThan(0);
    expect(html.indexOf("The table rounds its counts")).toBeLessThan(html.indexOf("<table>"));
  });

  it("hides no rival: what is not shown at once is in details, under its number", () => {
    const one = audited(dakLak);
    const many: AuditedTable = { ...one, repairs: { stopped: true, repairs: Array.from({ length: 40 }, (_, index) => ({ edits: [], weight: 1 / (index + 1), explains: { vi: `cách ${index}`, en: `way ${index}.` } })) } };
    const html = auditToHtml([many], { locale: "en" });
    const [shown, hidden] = html.split(/<details>\n<summary>Other repairs: 35<\/summary>/);
    for (let index = 0; index < 40; index++) expect((index < 5 ? shown : hidden)!).toContain(`<span>way ${index}.</span>`);
    expect(hidden).toContain('<ol class="repairs" start="6">');
    expect(html).toContain("The search ended at its bound");
    expect([...shown!.matchAll(/class="chance">(.*?)</g)].map(([, chance]) => chance)).toEqual(["100", "50", "33", "25", "20"]);
  });

  it("says that a known verdict differs, and that no repair was found", () => {
    const html = auditToHtml([{ ...audited({ ...dakLak, expect: "consistent" }), repairs: { repairs: [], stopped: false } }], { locale: "en" });
    expect(html).toContain("Known verdict: consistent, differs from this one.");
    expect(html).toContain("No small repair was found.");
  });

  it("folds a long sum", () => {
    const values = Object.fromEntries([["all", 45], ...Array.from({ length: 9 }, (_, index) => [`x${index}`, 5] as const)]);
    const html = page({ values, sums: [{ total: "all", parts: Object.keys(values).slice(1) }] });
    expect(html).toContain("all = x0 + x1 … <details><summary>9 terms</summary>x0 + x1 + x2");
  });
});

describe("a page of several tables", () => {
  const tables = [haTinh, country, dakLak, { values: { a: 1 } }];
  const html = page(...tables);

  it("begins with how many came to which verdict, the wrong ones first", () => {
    expect([...html.slice(0, html.indexOf("<nav")).matchAll(/<li>(.*?)<\/li>/g)].map(([, item]) => textOf(item!))).toEqual(["✗ Inconsistent: 2", "✓ Consistent: 1", "? Not checkable: 1"]);
    const wrong = /<nav[^]*?<ul>([^]*?)<\/ul>/.exec(html)![1]!;
    expect([...wrong.matchAll(/<a href="#(t\d)">(.*?)<\/a>/g)].map(([, key, name]) => [key, name])).toEqual([["t2", "VN-2014 · Cả nước · 2014"], ["t3", "DLK"]]);
  });

  it("has a place for every link, and every id once", () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
    expect(links.length).toBeGreaterThan(8);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
    for (const [, list] of html.matchAll(/aria-labelledby="([^"]+)"/g)) for (const id of list!.split(" ")) expect(ids).toContain(id);
  });

  it("tells what was found between them, with ways there and back", () => {
    const region = { area: "Trung du", period: "2023", values: { multi: 587_952 } };
    const claims = ["18.20", "1.87"].map((printed, index) => ({ ...region, id: `N${index}`, shares: [{ part: "multi", whole: "households", printed }] }));
    const between = auditTables(claims);
    const compared = auditToHtml(claims.map(audited), { locale: "en", between });
    expect(compared).toContain('<li class="finding error" id="b1">');
    expect(compared).toContain(between.findings[0]!.en);
    expect(compared.match(/<a href="#b1">\[B1\]<\/a>/g)).toHaveLength(2);
    expect(auditToHtml(claims.map(audited), { locale: "en", between: { verdict: "consistent", findings: [] } })).toContain("No difference was found.");
    expect(html).not.toContain("Between the tables");
  });

  it("names a table without a name by its place", () => {
    expect(html).toContain('<h2 id="t4-name">Table 4</h2>');
  });
});

describe("a total without a last number", () => {
  it("is drawn to the edge, and said to be open", () => {
    const html = page({ values: { a: 3, b: 1 }, shares: [{ part: "a", whole: "all", printed: "0.00" }, { part: "b", whole: "all", printed: "0.0" }] });
    expect(html).toContain("✓ 60,000 or more");
    expect(html).toContain('<rect class="lane" x="7.00%" y="20" width="91.00%"');
    expect(html).toContain('<text class="end" x="98.00%" y="50">…</text>');
  });

  it("of many shares draws those that bound it, and says how many it left out", () => {
    const shares = Array.from({ length: 40 }, (_, index) => ({ part: `x${index}`, whole: "all", printed: index === 33 ? "1.0000" : "1" }));
    const html = page({ values: Object.fromEntries(shares.map(({ part }) => [part, 1000])), shares });
    expect(html.match(/class="lane"/g)).toHaveLength(20);
    expect(html).toContain("and 20 more percentages, which bound it less");
    expect(html).toContain("x33 1,000 (1.0000%)");
  });
});

// ------------------------------------------------------------------------------------------------ hostile text

const hostile: readonly string[] = [
  "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</title><script>", "</style><style>*{}", "' onmouseover='x", "<!--", "]]>", "&lt;b&gt;", "<svg onload=x>", "a\u0000b", "\uD800",
];

describe.each(hostile)("a text %j", (text) => {
  const claims: Claims = {
    id: text, area: text, level: text, period: text, source: text,
    values: { [text]: 5, other: 7, [`${text}2`]: 3 },
    shares: [{ part: text, whole: `${text}3`, printed: "1" }, { part: "other", whole: `${text}3`, printed: "9" }, { part: [text, "other"], whole: `${text}4`, printed: "2" }],
    sums: [{ total: text, parts: ["other", `${text}2`] }],
    balances: [{ closing: "other", terms: [[-1, text]], complete: false }],
    rateSums: [{ total: 0, terms: [1] }],
  };
  const tables = [audited(claims), audited(haTinh)];
  const shown = text.replace(/[\p{Cc}\p{Cs}]/gu, "\uFFFD");

  it.each(["vi", "en"] as const)("is shown and is no markup (%s)", (locale) => {
    const problems = [{ code: "unreadable", row: 0, column: 0, vi: text, en: text }] as const;
    const html = auditToHtml([{ ...tables[0]!, problems }, tables[1]!], { locale, subtitle: text, between: { verdict: "inconsistent", findings: [{ code: "cells-differ", severity: "error", claims: [], computed: null, vi: text, en: text, tables: [0] }] } });
    const plain = auditToHtml([{ ...audited(haTinh), problems: [{ ...problems[0], vi: "x", en: "x" }] }, tables[1]!], { locale, subtitle: "x", between: { verdict: "inconsistent", findings: [] } });
    const tags = (page: string): Set<string> => new Set([...page.matchAll(/<\/?[a-z][a-z0-9]*/g)].map(([tag]) => tag));
    const known = new Set([...tags(plain), ...tags(auditToHtml([audited(dakLak), audited(sums)], { locale })), "<details", "</details", "<summary", "</summary"]);
    expect([...tags(html)].filter((tag) => !known.has(tag))).toEqual([]);
    expect(html).not.toMatch(/ (?:on\w+|style|src)=[^&]*?>/);
    expect(html).not.toMatch(/<!--|(?!\n)[\p{Cc}\p{Cs}]/u);
    expect(unescaped(html).split(shown).length).toBeGreaterThan(10);
  });
});

describe("a source", () => {
  it.each([
    ["https://a.vn/b?c=1&d=2", '<a href="https://a.vn/b?c=1&amp;d=2" rel="noreferrer">https://a.vn/b?c=1&amp;d=2</a>'],
    ["HTTP://A.VN", '<a href="HTTP://A.VN" rel="noreferrer">HTTP://A.VN</a>'],
  ])("that is an address becomes a link: %s", (source, link) => {
    expect(page({ ...haTinh, source })).toContain(`Source: ${link}</p>`);
  });

  it.each([
    "javascript:alert(1)", "JAVASCRIPT:alert(1)//https://a.vn", " https://a.vn", "https://a.vn b", "https://a.vn\n", 'https://a.vn" onclick="x', "https://a.vn/<b>", "data:text/html,x", "//a.vn", "file:///etc/passwd", "https:/a.vn",
    "https://a.vn\u0000",
  ])("that is none stays text: %j", (source) => {
    const html = page({ ...haTinh, source });
    expect(html).toContain("Source: ");
    expect(html).not.toMatch(/<a href="(?!#)/);
  });
});

// ------------------------------------------------------------------------------------------------ the page itself

describe("the page", () => {
  const html = auditToHtml([haTinh, country, dakLak, sums].map(audited), { locale: "vi", subtitle: "2023" });

  it("allows its own style and nothing else", () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
    const style = /<style>([^]*)<\/style>/.exec(html)![1]!;
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${createHash("sha256").update(style, "utf8").digest("base64")}'; base-uri 'none'; form-action 'none'`);
    expect(style).toBe(auditStyle);
    expect(html).not.toMatch(/ (?:style|on\w+|src)=|<script|<link|url\(|@import/);
  });

  it("is in the language that was asked for", () => {
    expect(html).toContain('<html lang="vi">');
    for (const word of ["Kiểm tra số liệu đã công bố", "Mâu thuẫn: 3", "✗ không khớp", "Tổng suy ra", "Cách sửa có thể có", "chưa kiểm tra", "46,66%", "1.442.261"]) expect(html).toContain(word);
    for (const word of [">Counts<", "does not fit", "Possible repairs", "not checked"]) expect(html).not.toContain(word);
  });

  it("can be heard: captions, scopes, and pictures with title and description", () => {
    const tables = html.match(/<table>/g)!.length;
    expect(html.match(/<table>\n<caption/g)).toHaveLength(tables);
    expect(html.match(/<th(?![^>]* scope=")[ >]/)).toBeNull();
    for (const [picture] of html.matchAll(/<svg[^]*?<\/svg>/g)) expect(picture).toMatch(/^<svg role="img" aria-labelledby="(\S+)-title \1-desc"[^>]*>\n<title id="\1-title">.+<\/title>\n<desc id="\1-desc">.+<\/desc>/);
    expect(html).not.toMatch(/NaN|undefined|Infinity|\bnull\b/);
  });

  it("is the same each time", () => {
    expect(auditToHtml([haTinh, country, dakLak, sums].map(audited), { locale: "vi", subtitle: "2023" })).toBe(html);
  });

  it("of no tables says so by its counts", () => {
    expect(textOf(auditToHtml([], { locale: "en" }))).toContain("Inconsistent: 0");
  });
});
