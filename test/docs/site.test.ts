import { describe, expect, it } from "vitest";
import * as index from "../../src/index.js";
import { lowIncomeWorker } from "../../src/schema.js";
import type { Citation, Expression, IncomeLine, Locale, Standard } from "../../src/index.js";

const law = { ...index, lowIncomeWorker };
type Law = typeof law;
interface Page { readonly title: string; readonly body: unknown }
interface Site {
  readonly lawPage: (from: Law, standard: Standard, locale: Locale) => Page;
  readonly checklistPage: (from: Law, locale: Locale) => Page;
  readonly lowIncomeWorkerPage: (from: Law, locale: Locale) => Page;
  readonly newlyEscapedPage: (from: Law, locale: Locale) => Page;
  readonly ruleInWords: (expression: Expression, facts: object, locale: Locale) => unknown;
  readonly markdownPage: (text: string, file: { readonly path: string; readonly folders: readonly string[] }) => Page & { readonly files: readonly string[] };
  readonly page: (page: Page & { readonly locale: Locale; readonly address: string; readonly other: string }) => string;
  readonly siteFaults: (pages: ReadonlyMap<string, string>, files: ReadonlySet<string>) => string[];
  readonly sitePages: (from: Law, texts: ReadonlyMap<string, string>) => { readonly pages: ReadonlyMap<string, string>; readonly files: ReadonlySet<string> };
}

// The site is plain JavaScript.
const modules = ["law-page", "checklist-page", "newly-escaped-page", "low-income-worker-page", "rule-in-words", "markdown-page", "page", "site-faults", "site-pages"];
const loaded = await Promise.all(modules.map((name) => import(/* @vite-ignore */ new URL(`../../docs/site/${name}.mjs`, import.meta.url).href) as Promise<Partial<Site>>));
const site = Object.assign({}, ...loaded) as Site;

const locales = ["vi", "en"] as const;
const { standards, standardById, provisionText } = law;
const each = standards.flatMap((standard) => locales.map((locale) => ({ id: standard.id, standard, locale })));

/** What a page shows: its text without markup, spaces made one. */
function shown(markup: unknown): string {
  return String(markup)
    .replace(/<[^>]*>/g, " ")
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name] ?? "")
    .replace(/\s+/g, " ");
}

/** The rows of the tables of a page, each as what it shows. */
function rowsOf(markup: unknown): string[] {
  return [...String(markup).matchAll(/<tr\b.*?<\/tr>/gs)].map(([row]) => shown(row));
}

function grouped(amount: number, locale: Locale): string {
  const digits = String(amount).replace(/(\d)(?=(\d{3})+$)/g, "$1,");
  return locale === "vi" ? digits.replaceAll(",", ".") : digits;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

/** Every object that has a citation of its own, wherever it stands, with the residence of what it stands in. */
function cited(value: unknown, residence = ""): { readonly owner: Readonly<Record<string, unknown>>; readonly citation: Citation; readonly residence: string }[] {
  if (!isObject(value)) return [];
  const here = typeof value["residence"] === "string" ? value["residence"] : residence;
  const own = isObject(value["citation"]) ? [{ owner: value, citation: value["citation"] as unknown as Citation, residence: here }] : [];
  return [...own, ...Object.values(value).flatMap((part) => cited(part, here))];
}

/** The same without the copies: one line stands in several tiles. */
function citedOnce(value: unknown): ReturnType<typeof cited> {
  return [...new Map(cited(value).map((one) => ["amount" in one.owner ? `${one.residence} ${JSON.stringify(one.owner)}` : one.owner, one])).values()];
}

describe.each(each)("the page of $id, $locale", ({ standard, locale }) => {
  const body = site.lawPage(law, standard, locale).body;
  const rows = rowsOf(body);

  it("has each value in a row with its document, provision, note and sources", () => {
    const values = citedOnce(standard);
    expect(values.length).toBeGreaterThan(3);
    for (const { owner, citation } of values) {
      const name = "label" in owner ? (owner["label"] as Record<Locale, string>)[locale].slice(1) : "amount" in owner ? grouped((owner as unknown as IncomeLine).amount, locale) : "";
      const parts = [name, citation.document.title[locale], provisionText(citation.provision, locale), citation.note?.[locale] ?? "", ...citation.seenAt];
      expect(rows.filter((row) => parts.every((part) => row.includes(part))), parts.join(" | ")).not.toEqual([]);
    }
  });

  it("says how sure each indicator is, in the words of the language", () => {
    const sure = { vi: { text: "đã đọc văn bản", reported: "theo nguồn dẫn lại", unverified: "chưa kiểm chứng" }, en: { text: "text", reported: "reported", unverified: "unverified" } };
    standard.indicators.forEach(({ id, citation }) => {
      const [row = ""] = new RegExp(`<tr id="indicator-${id}">.*?</tr>`, "s").exec(String(body)) ?? [];
      expect(row, id).toContain(`<span class="tag ${citation.provenance}">${sure[locale][citation.provenance]}</span>`);
    });
  });

  it("says that nobody has compared the values yet, and how many they are", () => {
    const count = String(citedOnce(standard).length);
    expect(shown(body)).toContain(locale === "vi" ? `Chưa giá trị nào trong ${count} giá trị` : `None of the ${count} values`);
  });

  it("draws both planes, with every class named and every tile said in words", () => {
    const drawings = String(body).match(/<svg.*?<\/svg>/gs) ?? [];
    expect(drawings).toHaveLength(2);
    for (const [index, drawing] of drawings.entries()) {
      const tiles = standard.classes.flatMap(({ tiles }) => tiles).filter(({ residence }) => residence === (["rural", "urban"] as const)[index]);
      expect(drawing.match(/<rect class="tile /g)).toHaveLength(tiles.length);
      for (const rule of standard.classes) expect(shown(drawing.replace(/<desc.*<\/desc>/s, ""))).toContain(law.classLabels[rule.class][locale]);
      expect(drawing).not.toMatch(/NaN|Infinity|undefined|null/);
    }
  });

  it("names what is not held", () => {
    for (const { note } of standard.notHeld) expect(shown(body)).toContain(note[locale]);
  });
});

describe("the numbers on the pages", () => {
  const decree07 = rowsOf(site.lawPage(law, standardById("vn/decree-07-2021"), "en").body).join("\n");

  it.each([
    ["the line of the rural poor", "Rural 1,500,000 VND per person per month Decree 07/2021/NĐ-CP Article 3(1)(a) text"],
    ["the line of the urban average", "Urban 3,000,000 VND per person per month Decree 07/2021/NĐ-CP Article 3(2)(c) reported"],
    ["the poor: up to the line, three or more", "Rural: income up to 1,500,000 VND per person per month; 3 or more deprived indicators"],
    ["the near-poor: two at most, also none", "Urban: income up to 2,000,000 VND per person per month; at most 2 deprived indicators, also none"],
    ["the band of the average", "Rural: income over 1,500,000 VND per person per month, up to 2,250,000 VND per person per month; any number of deprived indicators"],
    ["the points", "Urban: points A up to 175, itself included: stand for an income up to 2,000,000 VND per person per month"],
    ["a slot of a sentence by its name", "the main source of water ([water source]) is not a clean one"],
  ])("give %s", (_why, text) => {
    expect(decree07.replace(/ +/g, " ")).toContain(text);
  });
});

describe("the rule of an indicator in words", () => {
  const { age, all, any, atLeastOf, bornOnOrAfter, compared, fact, noMember, not, oneOf, perMember, shareOfMembers, someMember } = law;
  const say = (expression: Expression, locale: Locale): string =>
    shown(site.ruleInWords(expression, { ...law.householdFacts, ...law.memberFacts }, locale)).trim();

  it.each([
    ["a member, two conditions, one of them denied", someMember(all(age(">=", 6), not(fact("hasHealthInsurance")))),
      "there is a member for whom all of these: aged 6 or over it is not so that “has health insurance”",
      "có thành viên mà tất cả các điều sau: từ đủ 6 tuổi không đúng rằng “có bảo hiểm y tế”"],
    ["an age over and up to", someMember(all(age(">", 15), age("<=", 30), age("<", 60))),
      "there is a member for whom all of these: over 15 years of age at most 30 years of age, 30 included under 60 years of age",
      "có thành viên mà tất cả các điều sau: trên 15 tuổi không quá 30 tuổi, tính cả 30 tuổi dưới 60 tuổi"],
    ["none of several", not(any(fact("hasRadio"), fact("hasTablet"))), "none of these: “has a radio” “has a tablet”", "không điều nào sau đây: “có radio” “có máy tính bảng”"],
    ["words, and their denial", any(oneOf("houseGrade", ["temporary", "solid"]), not(oneOf("waterSource", ["tap"]))),
      "at least one of these: “grade of the house” is “temporary” or “solid” “water source” is not “tap water”",
      "ít nhất một trong các điều sau: “loại nhà” là “đơn sơ” hoặc “kiên cố” “nguồn nước sinh hoạt” không là “nước máy”"],
    ["a share", shareOfMembers(bornOnOrAfter("1986-01-31"), ">", [1, 2]),
      "the members described here are more than 1/2 of the household: born on 1986-01-31 or later",
      "số thành viên sau đây chiếm trên 1/2 số thành viên của hộ: sinh từ ngày 31/01/1986"],
    ["a number for each person", perMember("floorAreaM2", "<", 8.5), "“floor area” divided by the persons of the household: less than 8.5 m²", "“diện tích nhà ở” chia cho số người của hộ: dưới 8,5 m²"],
    ["a number", compared("floorAreaM2", ">=", 20), "“floor area”: at least 20 m²", "“diện tích nhà ở”: ít nhất 20 m²"],
    ["some of several, and no member", atLeastOf(1, noMember(fact("usesInternet"))), "at least 1 of these: there is no member for whom “uses the internet”", "ít nhất 1 trong các điều sau: không có thành viên nào mà “sử dụng internet”"],
  ])("says %s", (_why, expression, en, vi) => {
    expect([say(expression, "en"), say(expression, "vi")]).toEqual([en, vi]);
  });

  it("refuses what is no expression", () => {
    expect(() => say({} as Expression, "en")).toThrow("expected an expression");
  });
});

describe.each(locales)("the checklist, %s", (locale) => {
  const body = String(site.checklistPage(law, locale).body);

  it("has one row with an empty box for each citation of the data", () => {
    const all = [...standards.flatMap((standard) => citedOnce(standard)), ...cited(law.newlyEscapedDefinitions), ...cited(lowIncomeWorker)];
    expect(all.length).toBeGreaterThan(70);
    expect(body.match(/<tr class="row">/g)).toHaveLength(all.length);
    expect(body.match(/<td class="box"><\/td>/g)).toHaveLength(all.length);
  });

  it("fills the box of a value that was compared", () => {
    const standard = standardById("vn/decree-07-2021");
    const [first, ...rest] = standard.inForce;
    const compared = { ...standard, inForce: [{ ...first!, citation: { ...first!.citation, verification: { by: "Sở <A>", on: "2026-03-01" } } }, ...rest] };
    const page = String(site.checklistPage({ ...law, standards: [compared] }, locale).body);
    expect(page).toContain(`<td class="box">Sở &lt;A&gt;, ${locale === "vi" ? "ngày 01/03/2026" : "2026-03-01"}</td>`);
  });
});

describe("both definitions of newly escaped households", () => {
  it.each(locales)("stand on one page, %s", (locale) => {
    const body = shown(site.newlyEscapedPage(law, locale).body);
    for (const { id, months, citation } of Object.values(law.newlyEscapedDefinitions)) {
      for (const part of [id, `${String(months)} `, citation.document.title[locale], citation.note?.[locale] ?? ""]) expect(body).toContain(part);
    }
  });
});

describe("the low-income worker", () => {
  it.each([
    ["vi", ["Nông thôn: 2.250.000 đồng/người/tháng", "Thành thị: 3.000.000 đồng/người/tháng", "điểm d khoản 2 Điều 3"]],
    ["en", ["Rural: 2,250,000 VND per person per month", "Urban: 3,000,000 VND per person per month", "Article 3(2)(d)"]],
  ] as const)("has a page with its lines and their provision, %s", (locale, parts) => {
    const body = shown(site.lowIncomeWorkerPage(law, locale).body);
    for (const part of [...parts, lowIncomeWorker.description[locale]]) expect(body).toContain(part);
  });
});

describe("the Vietnamese pages", () => {
  const english = /(?<![\p{L}-])(?:the|and|of|with|or|is|not|by|from|income|class|rural|urban|household|read|text|undefined|null)(?![\p{L}-])/giu;
  const pagesIn = (locale: Locale): [string, Page][] =>
    [...standards.map((standard) => site.lawPage(law, standard, locale)), site.checklistPage(law, locale), site.newlyEscapedPage(law, locale), site.lowIncomeWorkerPage(law, locale)].map((page) => [page.title, page]);
  const englishIn = (page: Page, locale: Locale): readonly string[] => {
    const whole = site.page({ ...page, locale, address: "law/a.html", other: "law/b.html" });
    // Addresses where a value was read, and the name of the other language, are as they are.
    return shown(whole.replace(/<style>.*?<\/style>/s, "").replace(/<ul class="plain seen".*?<\/ul>/gs, "").replace(/<a [^>]*lang="en".*?<\/a>/s, "")).match(english) ?? [];
  };

  it.each(pagesIn("vi"))("hold no English words: %s", (_title, page) => {
    expect(englishIn(page, "vi")).toEqual([]);
  });

  it.each(pagesIn("en"))("would be told from English ones: %s", (_title, page) => {
    expect(englishIn(page, "en").length).toBeGreaterThan(10);
  });
});

describe("what is hostile", () => {
  const hostile = `"><script>alert(1)</script>&'`;

  it("is shown as text wherever the data may hold it", () => {
    const standard = standardById("vn/decree-07-2021");
    const both = { vi: hostile, en: hostile };
    const citation = { ...standard.inForce[0]!.citation, document: { ...standard.document, title: both }, seenAt: [hostile], note: both };
    const bad: Standard = {
      ...standard,
      id: `vn/${hostile}`,
      title: both,
      document: { ...standard.document, title: both },
      inForce: [{ from: "2022-01-01", to: "2022-12-31", citation }],
      dimensions: standard.dimensions.map((dimension) => ({ ...dimension, label: both })),
      indicators: standard.indicators.map((indicator) => ({ ...indicator, id: hostile, label: both, reason: both, citation })),
      notHeld: [{ class: "near-poor", within: "not-poor", note: both }],
    };
    const pages = [site.lawPage(law, bad, "vi"), site.checklistPage({ ...law, standards: [bad] }, "en")];
    for (const page of pages) {
      const text = site.page({ ...page, locale: "vi", address: "a.html", other: "b.html" });
      expect(text).toContain("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#39;");
      expect(text).not.toMatch(/<script/i);
      expect(text).not.toContain(hostile);
    }
  });

  it.each([
    ["markup in Markdown", "# A\n\n<script>alert(1)</script> <img src=x onerror=alert(1)>", /<script|<img/],
    ["a link that runs a script", "# A\n\n[a](javascript:alert(1))", /href="javascript/],
    ["markup in code", "# A\n\n```html\n<script>\n```", /<script/],
  ])("is not used: %s", (_why, text, sign) => {
    expect(String(site.markdownPage(text, { path: "README.md", folders: [] }).body)).not.toMatch(sign);
  });
});

describe("a Markdown page", () => {
  const { title, body, files } = site.markdownPage(
    "# A *first* `one`\n\n## Part\n\n## Part\n\n[g](docs/guides/a.md#đã-đọc) [w](docs/why) [h](#part-1) [l](LICENSE) [e](https://example.org/a.md)\n\n| a |\n| - |\n| b |\n",
    { path: "README.md", folders: ["docs/why"] },
  );

  it("has the title of its first heading, and headings that can be linked", () => {
    expect(title).toBe("A first one");
    expect([...String(body).matchAll(/<h\d id="([^"]*)"/g)].map(([, id]) => id)).toEqual(["a-first-one", "part", "part-1"]);
  });

  it("links to pages, and leaves addresses of others alone", () => {
    expect([...String(body).matchAll(/href="([^"]*)"/g)].map(([, target]) => target)).toEqual([
      "guides/a.html#%C4%91%C3%A3-%C4%91%E1%BB%8Dc", "why/index.html", "#part-1", "LICENSE", "https://example.org/a.md",
    ]);
    expect(files).toEqual(["docs/guides/a.md", "docs/why", "LICENSE"]);
  });
});

describe("the site", () => {
  it.each([
    ["nothing", '<title>a</title><p id="p"><a href="#p"></a><a href="b.html?x#q"></a><a href="c.png"></a><a href="https://example.org/d.html"></a>', []],
    ["a missing page", '<title>a</title><a href="d.html">', ["x/a.html: d.html"]],
    ["a missing place", '<title>a</title><a href="b.html#p"><a class="c" href="#p">', ["x/a.html: b.html#p", "x/a.html: #p"]],
    ["a missing picture", '<title>a</title><img src="../c.png">', ["x/a.html: ../c.png"]],
    ["a place of a picture", '<title>a</title><a href="c.png#p">', ["x/a.html: c.png#p"]],
    ["no title", "<title> </title>", ["x/a.html: no title"]],
    ["a missing place of a drawing", '<title>a</title><a href="d.svg#e"></a><a href="d.svg#f">', ["x/a.html: d.svg#f"]],
  ])("has faults: %s", (_why, text, faults) => {
    expect(site.siteFaults(new Map([["x/a.html", text], ["x/b.html", '<title>b</title><p id="q">'], ["x/d.svg", '<svg><g id="e"/></svg>']]), new Set(["x/c.png"]))).toEqual(faults);
  });

  it("is whole but for the reference, and asks for nothing from elsewhere", () => {
    const { pages, files } = site.sitePages(law, new Map([["README.md", "# chuan-ngheo\n\n[l](LICENSE) [w](docs/why)"], ["README.vi.md", "# chuan-ngheo"], ["docs/why/a.md", "# A"]]));
    // 5 standards, the definitions, the worker and the checklist, in two languages; two first pages; three texts and one index.
    expect(pages.size).toBe((5 + 3) * 2 + 2 + 3 + 1);
    expect([...files]).toEqual(["LICENSE"]);
    expect(site.siteFaults(pages, new Set(["LICENSE", "api/index.html", "playground/index.html"]))).toEqual([]);
    for (const [address, text] of pages) {
      expect(text, address).toMatch(/^<!doctype html>\n<html lang="(?:vi|en)">/);
      expect(text, address).not.toMatch(/<script|<link|@import|url\(|<img|<iframe/);
    }
    expect(pages.get("README.html")).toContain('href="README.vi.html" lang="vi"');
  });
});
