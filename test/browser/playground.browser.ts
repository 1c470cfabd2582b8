import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { classify, classifyDeprivations, classifyPoints, classLabels, explain, householdFacts, memberFacts, povertyClasses, standardById, standards, type Classification, type Locale, type PovertyClass } from "../../src/index.js";
import { choose, fillForm } from "./fill-form.js";
import { siteServer, type SiteServer } from "./site-server.js";
import { startChromium, visit, type Visit } from "./visit.js";

interface Playground { readonly buildPlayground: (out: string) => Promise<void> }
interface InPage {
  readonly visibleTexts: () => readonly string[];
  readonly shownClasses: () => readonly string[];
  readonly language: () => string;
  readonly pageWidth: () => number;
  readonly cutOff: () => readonly string[];
  readonly focused: () => string;
  readonly kept: () => Promise<unknown>;
  readonly countReadings: () => void;
  readonly readings: () => number;
  readonly axeFindings: () => Promise<{ readonly violations: readonly string[]; readonly passes: number }>;
}
interface Words { readonly words: Readonly<Record<Locale, Readonly<Record<string, unknown>>>> }

const from = async <Module>(path: string): Promise<Module> => (await import(/* @vite-ignore */ new URL(`../../${path}`, import.meta.url).href)) as Module;
const inPage = await from<InPage>("test/browser/in-page.mjs");
const folder = mkdtempSync(join(tmpdir(), "chuan-ngheo-playground-"));
const pictures = new URL("../../node_modules/.cache/chuan-ngheo/browser/", import.meta.url).pathname;

let browser: Browser;
let server: SiteServer;
let visits: Visit[] = [];

beforeAll(async () => {
  const { buildPlayground } = await from<Playground>("docs/playground/build.mjs");
  await buildPlayground(join(folder, "playground"));
  mkdirSync(pictures, { recursive: true });
  server = await siteServer(folder);
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
});
afterEach(async () => {
  const faults = visits.flatMap((each) => each.faults);
  await Promise.all(visits.map((each) => each.close()));
  visits = [];
  expect(faults).toEqual([]);
});

/** The page under some settings; whatever goes wrong on it fails the test that opened it. */
async function open(settings: Readonly<Record<string, string>> = {}, options: BrowserContextOptions = {}): Promise<Page> {
  const hash = new URLSearchParams({ day: "2023-12-14", lang: "vi", ...settings }).toString();
  const opened = await visit(browser, `${server.origin}/playground/index.html#${hash}`, options);
  visits.push(opened);
  return opened.page;
}

/** The classes that the page shows as possible. */
function classesOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(inPage.shownClasses);
}

async function chooseRoute(page: Page, route: string): Promise<void> {
  if ((await page.locator(`[data-path="route"][value="${route}"]`).count()) > 0) await choose(page, "route", route);
}

/** A household with a fact of every kind; much of it is not known. */
const household = {
  residence: "rural", annualIncomeVnd: 54_000_000, waterSource: "surface-water", toiletType: "open-pit",
  members: [{ bornOn: "1985-02-01", hasHealthInsurance: true }, { bornOn: "1988", hasHealthInsurance: false }, { bornOn: "2016-05" }],
} as const;

describe("the first load", () => {
  it("asks for one page, one script and one style sheet, under 150 kB compressed, and for nothing later", async () => {
    server.asked.length = 0;
    const page = await open();
    await fillForm(page, household);
    await page.click("#tab-audit");
    await page.click("[data-example]");
    expect(server.asked).toEqual(["/playground/index.html", "/playground/playground.css", "/playground/playground.js"]);
    const files = server.asked.map((path) => readFileSync(join(folder, path)));
    const size = (compress: (file: Buffer) => Buffer): number => files.reduce((sum, file) => sum + compress(file).length, 0);
    console.log(`first load: ${size(gzipSync)} bytes by gzip, ${size(brotliCompressSync)} by brotli`);
    expect(size(gzipSync)).toBeLessThan(150_000);
  });

  it("holds to a policy that allows no request and no script of its own", async () => {
    const page = await open();
    const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', "content");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(await page.locator("script:not([src]), style, [style], [onclick]").count()).toBe(0);
  });

  it("is Vietnamese, on the day of the reader, under the standard in force on it", async () => {
    const opened = await browser.newContext();
    const page = await opened.newPage();
    await page.clock.setFixedTime(new Date("2019-07-15T12:00:00"));
    await page.goto(`${server.origin}/playground/`);
    expect(await page.evaluate(inPage.language)).toBe("vi");
    expect([await page.inputValue("#standard"), await page.inputValue("#day")]).toEqual(["vn/decision-59-2015", "15/07/2019"]);
    await opened.close();
  });

  it("opens from a disk as well", async () => {
    const opened = await visit(browser, pathToFileURL(join(folder, "playground/index.html")).href);
    visits.push(opened);
    await opened.page.click("[data-example]");
    expect(await classesOn(opened.page)).toEqual(["poor"]);
  });
});

describe("the class on the page is the one that the library gives", () => {
  interface Case { readonly why: string; readonly standard: string; readonly day: string; readonly route: string; readonly record: Readonly<Record<string, unknown>>; readonly possible: readonly PovertyClass[] }
  const d07 = { standard: "vn/decree-07-2021", day: "2023-12-14", route: "facts" };
  const cases: readonly Case[] = [
    { why: "income on the line and three deprivations are poor", ...d07, record: household, possible: ["poor"] },
    { why: "one dong over the line for three is no longer poor", ...d07, record: { ...household, annualIncomeVnd: 54_000_001 }, possible: ["average-living-standard"] },
    { why: "little known leaves two classes", ...d07, record: { residence: "urban", monthlyIncomePerPersonVnd: 1_999_999, waterSource: "tap", members: [{}, {}] }, possible: ["poor", "near-poor"] },
    { why: "no income known leaves all classes", ...d07, record: { residence: "rural", members: [{ bornOn: "1990", jobless: false }] }, possible: ["poor", "near-poor", "average-living-standard", "not-poor"] },
    { why: "a fraction of a square metre is read", ...d07, record: { residence: "urban", monthlyIncomePerPersonVnd: 3_000_001, floorAreaM2: 15.5, members: [{ bornOn: "1990-01-31", attending: "none", completed: "primary", usesInternet: true }] }, possible: ["not-poor"] },
    { why: "not rural, not urban, but enough income for either", ...d07, record: { monthlyIncomePerPersonVnd: 3_500_000, persons: 1 }, possible: ["not-poor"] },
    { why: "flags are enough", ...d07, route: "flags", record: { residence: "rural", monthlyIncomePerPersonVnd: 1_000_000, deprivations: { employment: true, dependents: false, nutrition: true, water: true } }, possible: ["poor"] },
    { why: "two of three flags open", ...d07, route: "flags", record: { residence: "rural", monthlyIncomePerPersonVnd: 1_000_000, deprivations: { employment: true } }, possible: ["poor", "near-poor"] },
    { why: "a number of indicators, of which the least decides", ...d07, route: "count", record: { residence: "urban", monthlyIncomePerPersonVnd: 2_000_000, deprivationCount: [3, 5] }, possible: ["poor"] },
    { why: "points at the limit are poor", ...d07, route: "points", record: { residence: "rural", pointsA: 140, pointsB: 30 }, possible: ["poor"] },
    { why: "points over the limit leave two classes", ...d07, route: "points", record: { residence: "urban", pointsA: 176, pointsB: 30 }, possible: ["average-living-standard", "not-poor"] },
    { why: "an older standard, another shape", standard: "vn/decision-59-2015", day: "2018-12-14", route: "facts", record: { residence: "rural", monthlyIncomePerPersonVnd: 700_000, members: [{ bornOn: "1970-05-05", wentWithoutCare: false }] }, possible: ["poor"] },
    { why: "income alone", standard: "vn/decision-09-2011", day: "2014-12-14", route: "income", record: { residence: "urban", monthlyIncomePerPersonVnd: 500_001 }, possible: ["near-poor"] },
    { why: "income alone, of the household", standard: "vn/decision-170-2005", day: "2009-12-14", route: "income", record: { residence: "rural", persons: 4, annualIncomeVnd: 9_600_000 }, possible: ["poor"] },
    { why: "thresholds not held: flags", standard: "vn/decree-351-2025", day: "2027-12-14", route: "flags", record: { residence: "urban", monthlyIncomePerPersonVnd: 2_800_000, deprivations: { wasteTreatment: true, toilet: true, water: true } }, possible: ["poor"] },
  ];

  const byLibrary = ({ standard: id, day, route, record }: Case, residence: "rural" | "urban"): Classification => {
    const standard = standardById(id);
    const full = { residence, ...record } as never;
    return route === "facts" ? classify(full, { standard, on: day }) : route === "points" ? classifyPoints(full, { standard }) : classifyDeprivations(full, { standard });
  };

  it.each(cases)("$why: $standard, $route", async (one) => {
    const page = await open({ standard: one.standard, day: one.day });
    await chooseRoute(page, one.route);
    await fillForm(page, one.record);
    const residences = "residence" in one.record ? [one.record["residence"] as "rural" | "urban"] : (["rural", "urban"] as const);
    const results = residences.map((residence) => byLibrary(one, residence));
    const possible = povertyClasses.filter((each) => results.some((result) => result.possible.includes(each)));
    expect(possible).toEqual(one.possible);
    expect(await classesOn(page)).toEqual(possible);
    expect(await page.locator(".problem:not(:empty)").count()).toBe(0);

    // Every sentence of the library is there, in both languages, the provisions among them.
    for (const locale of ["vi", "en"] as const) {
      if (locale === "en") await page.click("[data-language]");
      const shown = ((await page.locator("#result").textContent()) ?? "").toLowerCase();
      for (const line of results.flatMap((result) => explain(result, { locale }).split("\n"))) {
        const isHeadOfMissing = /^(?:Để xác định còn thiếu|To tell the class, this is still)/.test(line);
        if (!isHeadOfMissing) expect(shown).toContain(line.replace(/^- /, "").toLowerCase());
      }
      expect(await classesOn(page)).toEqual(possible);
    }
  });

  it("follows each change at once, and says what is missing, with the way to its field", async () => {
    const page = await open();
    await fillForm(page, { residence: "urban", monthlyIncomePerPersonVnd: 1_999_999, persons: 2, waterSource: "tap" });
    expect(await classesOn(page)).toEqual(["poor", "near-poor"]);
    expect(await page.textContent(".part:has(.missing)")).toContain("Bảo hiểm y tế");
    await page.locator(".missing button").first().click();
    expect(await page.evaluate(inPage.focused)).toMatch(/^members\[0\]\./);
    await page.fill('input[data-path="monthlyIncomePerPersonVnd"][type="text"]', "2,1 triệu");
    expect(await classesOn(page)).toEqual(["average-living-standard"]);
    expect(await page.locator(".missing").count()).toBe(0);
  });

  it("tells the margin in the words of the language", async () => {
    const page = await open();
    await fillForm(page, household);
    const margin = page.locator(".part", { hasText: "Điều gì sẽ làm đổi diện" });
    expect(await margin.locator("li").allTextContents()).toEqual([
      "Thu nhập đúng bằng mức 1.500.000 đồng/người/tháng. Chỉ cần vượt mức này là hộ có mức sống trung bình.",
      "Bớt 1 chỉ số thiếu hụt thì là hộ cận nghèo.",
    ]);
  });

  it("adds and removes members, and keeps what the others said", async () => {
    const page = await open();
    await page.click("[data-add-member]");
    await page.click("[data-add-member]");
    expect(await page.inputValue('[data-path="persons"]')).toBe("2");
    await page.fill('[data-path="members[0].bornOn"]', "14/02/1980");
    await page.fill('[data-path="members[1].bornOn"]', "2015");
    await choose(page, "members[1].stunted", "true");
    await page.click('button[aria-label="Bỏ thành viên thứ 1"]');
    expect(await page.inputValue('[data-path="members[0].bornOn"]')).toBe("2015");
    expect(await page.textContent('[data-verdict="nutrition"]')).toBe("thiếu hụt");
    expect(await page.locator('[data-path="members[1].bornOn"]').count()).toBe(0);
  });
});

describe("what cannot be read", () => {
  it.each([
    ["a number that can be two", "monthlyIncomePerPersonVnd", "1.500", "Số này đọc được hai cách"],
    ["words", "monthlyIncomePerPersonVnd", "nhiều", "Chưa đọc được số tiền"],
    ["an approximate income", "monthlyIncomePerPersonVnd", "khoảng 2 triệu", "Chưa đọc được số tiền"],
    ["no person", "persons", "0", "từ 1 trở lên"],
  ])("is said at the field and taken as not known: %s", async (_why, path, text, sentence) => {
    const page = await open();
    await fillForm(page, { residence: "rural" });
    await page.fill(`input[data-path="${path}"][type="text"]`, text);
    expect(await page.textContent(`[data-problem="${path}"]`)).toContain(sentence);
    expect(await page.getAttribute(`input[data-path="${path}"][type="text"]`, "aria-invalid")).toBe("true");
    expect(await classesOn(page)).toHaveLength(4);
  });

  it("asks which number is meant, and takes the answer", async () => {
    const page = await open();
    await fillForm(page, { residence: "rural", persons: 1 });
    await page.fill('input[data-path="monthlyIncomePerPersonVnd"][type="text"]', "2.260");
    await page.click('[data-problem="monthlyIncomePerPersonVnd"] button:has-text("số nguyên")');
    expect(await page.inputValue('input[data-path="monthlyIncomePerPersonVnd"][type="text"]')).toBe("2260");
    expect(await classesOn(page)).toEqual(["poor", "near-poor"]);
  });

  it.each(["30/02/1990", "2031", "hôm qua"])("says that %s is no birth", async (birth) => {
    const page = await open();
    await page.click("[data-add-member]");
    await page.fill('[data-path="members[0].bornOn"]', birth);
    expect(await page.textContent('[data-problem="members[0].bornOn"]')).toContain("không sau ngày rà soát");
  });

  it("waits for a review day", async () => {
    const page = await open();
    await page.click("[data-example]");
    await page.fill("#day", "31/02/2023");
    expect(await page.textContent("#day-problem")).toContain("Hãy ghi một ngày");
    expect(await page.textContent(".verdict")).toContain("Chưa có ngày rà soát");
    await page.fill("#day", "14/12/2023");
    expect(await classesOn(page)).toEqual(["poor"]);
  });
});

describe("the plane", () => {
  it("shows a point where all is known, its place in words beside it", async () => {
    const page = await open({ standard: "vn/decree-351-2025", day: "2027-12-14" });
    await choose(page, "route", "count");
    await fillForm(page, { residence: "rural", monthlyIncomePerPersonVnd: 1_100_000, deprivationCount: 2 });
    const [point, tile] = await Promise.all([page.locator(".household.point").boundingBox(), page.locator(".tile.near").boundingBox()]);
    // Half of the line of 2.2 million, in the middle of the third of three rows.
    expect(point!.x + point!.width / 2).toBeCloseTo(tile!.x + tile!.width / 2, 0);
    expect((point!.y + point!.height / 2 - tile!.y) / tile!.height).toBeCloseTo(1 / 6, 1);
    expect(await page.locator("svg desc").textContent()).toContain("Hộ này: thu nhập 1.100.000 đồng/người/tháng; 2 chỉ số thiếu hụt.");
  });

  it("shows the whole range of what is open, and its tiles from the data", async () => {
    const page = await open();
    await fillForm(page, { residence: "rural", persons: 1 });
    const [range, svg] = await Promise.all([page.locator("rect.household").boundingBox(), page.locator("svg.plane").boundingBox()]);
    expect(range!.width / svg!.width).toBeGreaterThan(0.8);
    expect(await page.locator("rect.tile").count()).toBe(standardById("vn/decree-07-2021").classes.flatMap(({ tiles }) => tiles).filter((tile) => tile.residence !== "urban").length);
  });
});

describe("standard and day", () => {
  it("keeps the household under another standard, whose form it draws", async () => {
    const page = await open();
    await fillForm(page, household);
    await page.selectOption("#standard", "vn/decision-59-2015");
    expect(await page.textContent(".day-note")).toContain("ngày rà soát nằm ngoài thời gian đó");
    expect(await page.locator("[data-verdict]").count()).toBe(standardById("vn/decision-59-2015").indicators.length);
    expect(await classesOn(page)).toEqual(classify(household, { standard: standardById("vn/decision-59-2015"), on: "2023-12-14" }).possible);
    await page.click(".day-note button");
    expect(await page.inputValue("#standard")).toBe("vn/decree-07-2021");
    expect(await classesOn(page)).toEqual(["poor"]);
  });

  it("counts ages on the review day", async () => {
    const page = await open();
    await fillForm(page, { residence: "rural", members: [{ bornOn: "2017-12-15", hasHealthInsurance: false }] });
    expect(await page.textContent('[data-verdict="healthInsurance"]')).toBe("không thiếu hụt");
    await page.fill("#day", "15/12/2023");
    expect(await page.textContent('[data-verdict="healthInsurance"]')).toBe("thiếu hụt");
  });
});

describe("the audit of pasted figures", () => {
  const bare = "377, 943, 1.22 %, 549, 1,829, 1.78 %";

  it.each([["the button", null], ["a bare list", bare], ["cells of a spreadsheet", "Nghèo\t377\t943\t1,22%\nCận nghèo\t549\t1.829\t1,78%"]])("tells of the founding case what the percentages are of: %s", async (_why, text) => {
    const page = await open({ tab: "audit" });
    if (text === null) await page.click("[data-example]");
    else {
      await page.fill("#pasted", text);
      await page.click("[data-take]");
    }
    expect(await page.getAttribute(".audit [data-verdict]", "data-verdict")).toBe("consistent");
    const found = (await page.textContent('[data-code="reading-fits"]')) ?? "";
    expect(found).toContain("là tỷ lệ của hộ");
    expect(found).toContain("từ 30.776 đến 30.929");
    expect(await page.textContent("[data-implied]")).toBe("tổng số: từ 30.776 đến 30.929");
    await page.click("[data-language]");
    expect(await page.textContent('[data-code="reading-fits"]')).toContain("are shares of households");
    expect(await page.textContent("[data-implied]")).toContain("from 30,776 to 30,929");
  });

  it("finds a misprint and offers a repair, which can be tried", async () => {
    const page = await open({ tab: "audit" });
    await page.selectOption("#percent-of", "households");
    for (const [cell, text] of [["0.name", "Dân tộc thiểu số"], ["0.households", "663.563"], ["0.percent", "46,66"], ["households", "1.442.261"]] as const) await page.fill(`[data-cell="${cell}"]`, text);
    expect(await page.getAttribute(".audit [data-verdict]", "data-verdict")).toBe("inconsistent");
    expect(await page.textContent('[data-code="share-differs"]')).toContain("46,01%");
    expect(await page.locator(".repairs li").first().textContent()).toContain("1.422.261");
    await page.locator(".repairs button").first().click();
    expect(await page.inputValue('[data-cell="households"]')).toBe("1.422.261");
    expect(await page.getAttribute(".audit [data-verdict]", "data-verdict")).toBe("consistent");
  });

  it("asks back what can be read in two ways, and guesses nothing", async () => {
    const page = await open({ tab: "audit" });
    await page.fill("#pasted", "Nghèo; 377; 3.083; 12.345 %");
    await page.click("[data-take]");
    expect(await page.textContent('[data-question="0.percent"]')).toContain("Số này đọc được hai cách");
    expect(await page.getAttribute(".audit [data-verdict]", "data-verdict")).toBe("not-checkable");
    await page.click('[data-question="0.percent"] button:has-text("dấu thập phân")');
    expect(await page.locator("[data-question]").count()).toBe(0);
    expect(await page.textContent("[data-implied]")).toMatch(/^tổng số: từ/);
  });

  it("says what is no number", async () => {
    const page = await open({ tab: "audit" });
    await page.fill('[data-cell="0.households"]', "20 – 30");
    expect(await page.textContent('[data-question="0.households"]')).toContain("một khoảng");
    await page.fill("#pasted", "không có gì");
    await page.click("[data-take]");
    expect(await page.textContent("[role=status]")).toContain("Không thấy số nào");
  });

  it("adds rows up to the last one where it is the total", async () => {
    const page = await open({ tab: "audit" });
    await page.fill("#pasted", "A; 10; 30\nB; 20; 70\nCộng; 31; 100");
    await page.click("[data-take]");
    await page.check("#last-is-total");
    expect(await page.locator(".finding.is-error").allTextContents()).toHaveLength(1);
    expect(await page.textContent(".finding.is-error")).toContain("Cộng – số hộ");
  });
});

describe("the address and the storage", () => {
  it("hold standard, day, language and tab, and never a fact or a figure", async () => {
    const page = await open();
    await fillForm(page, household);
    await page.click("#tab-audit");
    await page.click("[data-example]");
    await page.click("[data-language]");
    const kept = await page.evaluate(inPage.kept);
    const settings = "standard=vn%2Fdecree-07-2021&day=2023-12-14&lang=en&tab=audit";
    expect(kept).toEqual({ hash: `#${settings}`, search: "", stored: { "chuan-ngheo-playground": settings }, session: 0, cookies: "", state: null, databases: 0 });
  });

  it("are read again; the household is gone", async () => {
    const page = await open();
    await fillForm(page, household);
    await page.selectOption("#standard", "vn/decree-351-2025");
    await page.goto(`${server.origin}/playground/?again`);
    expect([await page.inputValue("#standard"), await page.inputValue("#day"), await page.inputValue('[data-path="persons"]')]).toEqual(["vn/decree-351-2025", "14/12/2023", ""]);
  });

  it("leave out what is not known", async () => {
    const page = await open({ standard: "vn/none", day: "2023-02-30", lang: "fr", tab: "<b>" });
    expect(await page.evaluate(inPage.language)).toBe("vi");
    expect(page.url()).toContain("&lang=vi&tab=household");
    expect(standards.map(({ id }) => id)).toContain(await page.inputValue("#standard"));
  });

  it("change the page when the address does", async () => {
    const page = await open();
    await page.evaluate(`location.hash = "standard=vn/decision-59-2015&lang=en"`);
    await page.waitForSelector('html[lang="en"]');
    expect(await page.inputValue("#standard")).toBe("vn/decision-59-2015");
  });
});

/** States of the page that between them show nearly every word. */
const states: readonly (readonly [name: string, settings: Readonly<Record<string, string>>, prepare: (page: Page) => Promise<void>])[] = [
  ["empty", {}, () => Promise.resolve()],
  ["poor", {}, (page) => page.click("[data-example]")],
  ["two-classes", {}, (page) => fillForm(page, { residence: "urban", monthlyIncomePerPersonVnd: 1_999_999, members: [{ bornOn: "1990-06-01" }, {}] })],
  ["open-residence", {}, async (page) => {
    await fillForm(page, { monthlyIncomePerPersonVnd: 1_800_000, persons: 2 });
    for (const each of await page.locator("#result summary").all()) await each.click();
  }],
  ["problems", { standard: "vn/decree-07-2021", day: "2030-06-01" }, async (page) => {
    await fillForm(page, { persons: 1 });
    await page.fill('input[data-path="monthlyIncomePerPersonVnd"][type="text"]', "1.500");
    await page.fill('[data-path="members[0].bornOn"]', "x");
    await page.fill('[data-path="floorAreaM2"]', "x");
  }],
  ["no-day", {}, (page) => page.fill("#day", "x")],
  ["flags", { standard: "vn/decree-351-2025" }, async (page) => {
    await choose(page, "route", "flags");
    await fillForm(page, { residence: "rural", monthlyIncomePerPersonVnd: 2_000_000, deprivations: { water: true, toilet: false } });
  }],
  ["count", {}, async (page) => {
    await choose(page, "route", "count");
    await fillForm(page, { residence: "rural", deprivationCount: [5, 3] });
  }],
  ["points", {}, async (page) => {
    await choose(page, "route", "points");
    await fillForm(page, { residence: "rural", pointsA: 150, pointsB: 35 });
  }],
  ["income", { standard: "vn/decision-09-2011", day: "2013-01-01" }, (page) => fillForm(page, { residence: "urban", annualIncomeVnd: 12_000_000 })],
  ["before", { standard: "vn/decision-59-2015", day: "2018-12-14" }, (page) => fillForm(page, { residence: "urban", members: [{ bornOn: "1980" }], monthlyIncomePerPersonVnd: 1_200_000 })],
  ["audit-empty", { tab: "audit" }, () => Promise.resolve()],
  ["audit-founding", { tab: "audit" }, (page) => page.click("[data-example]")],
  ["audit-misprint", { tab: "audit" }, async (page) => {
    await page.selectOption("#percent-of", "both");
    await page.check("#last-is-total");
    for (const [cell, text] of [["0.name", "1"], ["0.households", "663563"], ["0.percent", "46.66"], ["households", "1442261"], ["1.percent", "12.345"], ["1.households", "x"], ["1.persons", "3.5"]] as const) await page.fill(`[data-cell="${cell}"]`, text);
  }],
];
const bothLanguages = states.flatMap((state) => (["vi", "en"] as const).map((locale) => [locale, ...state] as const));

/** Words without which no English is written; none of them is a Vietnamese syllable. */
const english = /(?<![\p{L}-])(?:the|and|of|with|or|is|not|by|from|income|class|rural|urban|household|households|persons|member|members|read|text|yes|known|unknown|undefined|null|true|false|NaN|poor|near-poor|deprived|indicators?|line|points?|day|standard|decree|decision|row|table)(?![\p{L}-])/giu;
/** Letters that only Vietnamese has; names and numbers of documents have them too. */
const vietnamese = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu;
const names = /NĐ-CP|QĐ-TTg|TT-BLĐTBXH|Hà Tĩnh|Nghị quyết|Quyết định/g;

const stringsOf = (value: unknown): readonly string[] => (typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsOf) : []);
const libraryTexts = (locale: Locale): readonly string[] => {
  const labels = [...Object.values(classLabels), ...[...Object.values(householdFacts), ...Object.values(memberFacts)].flatMap((fact) => [fact.label, ...("values" in fact ? Object.values(fact.values) : [])])];
  const ofStandards = standards.flatMap(({ title, dimensions, indicators }) => [title, ...[...dimensions, ...indicators].map(({ label }) => label)]);
  return [...labels, ...ofStandards].map((label) => label[locale]);
};

/** The texts that are words of the other language, or hold some. */
async function inOtherLanguage(texts: readonly string[], locale: Locale): Promise<readonly string[]> {
  const { words } = await from<Words>("docs/playground/words.mjs");
  const other = locale === "vi" ? "en" : "vi";
  const own = new Set([...stringsOf(words[locale]), ...libraryTexts(locale)].map((text) => text.toLowerCase()));
  const foreign = new Set([...stringsOf(words[other]), ...libraryTexts(other)].map((text) => text.toLowerCase()).filter((text) => !own.has(text) && text !== ""));
  return texts.filter((text) => foreign.has(text.toLowerCase()) || text.replace(names, "").match(locale === "vi" ? english : vietnamese) !== null);
}

describe("the languages", () => {
  it("would be told apart: the words of the other language are found where it is spoken", async () => {
    const [vi, en] = [await open({ lang: "vi" }), await open({ lang: "en" })];
    expect((await en.evaluate(inPage.visibleTexts)).filter((text) => text.match(english) !== null).length).toBeGreaterThan(20);
    expect((await vi.evaluate(inPage.visibleTexts)).filter((text) => text.match(vietnamese) !== null).length).toBeGreaterThan(20);
  });

  it("change by one switch that keeps the household, the tab and the focus", async () => {
    const page = await open();
    await fillForm(page, household);
    await page.focus("[data-language]");
    await page.keyboard.press("Enter");
    expect([await page.evaluate(inPage.language), await page.title(), await page.locator(":focus").getAttribute("data-language")]).toEqual(["en", "Try it: the class of a household, the audit of a table · chuan-ngheo", "vi"]);
    expect(await classesOn(page)).toEqual(["poor"]);
    expect(await page.textContent(".verdict .class")).toBe("Poor household");
    expect(await page.inputValue('[data-path="members[0].bornOn"]')).toBe("1985-02-01");
  });
});

describe("a screen reader and a keyboard", () => {
  it("can fill in a household and read its class by keys alone", async () => {
    const page = await open({ standard: "vn/decree-351-2025", day: "2027-12-14" });
    const focused = (): Promise<string> => page.evaluate(inPage.focused);
    const tabTo = async (target: string): Promise<void> => {
      for (let steps = 0; steps < 60; steps++) {
        await page.keyboard.press("Tab");
        if ((await focused()) === target) return;
      }
      throw new Error(`no way to ${target} by the keyboard`);
    };
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("content");
    await tabTo("tab-household");
    await page.keyboard.press("ArrowRight");
    expect(await page.getAttribute("#tab-audit", "aria-selected")).toBe("true");
    await page.keyboard.press("ArrowLeft");
    expect(await focused()).toBe("tab-household");
    await tabTo("residence");
    await page.keyboard.press("ArrowRight");
    await tabTo("persons");
    await page.keyboard.type("4");
    await tabTo("monthlyIncomePerPersonVnd");
    await page.keyboard.type("2.200.000");
    for (const id of standardById("vn/decree-351-2025").indicators.slice(0, 3).map((indicator) => indicator.id)) {
      await tabTo(`deprivations.${id}`);
      await page.keyboard.press("ArrowRight");
    }
    expect(await page.locator('[data-path="residence"]:checked').getAttribute("value")).toBe("rural");
    expect(await classesOn(page)).toEqual(["poor"]);
  });

  it("hears the class when it changes, and not at every key", async () => {
    const page = await open();
    await fillForm(page, { residence: "rural", persons: 1 });
    await page.evaluate(inPage.countReadings);
    const changes = (): Promise<number> => page.evaluate(inPage.readings);
    await page.fill('[data-path="floorAreaM2"]', "30");
    expect(await changes()).toBe(0);
    await page.fill('input[data-path="monthlyIncomePerPersonVnd"][type="text"]', "3000000");
    expect(await changes()).toBe(1);
    expect(await page.getAttribute("[aria-live]", "aria-live")).toBe("polite");
  });
});

describe("in every state and both languages", () => {
  it.each(bothLanguages)("one language, nothing that axe finds, no sideways scroll: %s, %s", async (locale, name, settings, prepare) => {
    const page = await open({ ...settings, lang: locale }, { bypassCSP: true });
    await prepare(page);
    expect(await page.evaluate(inPage.language)).toBe(locale);
    const texts = await page.evaluate(inPage.visibleTexts);
    expect(texts.length).toBeGreaterThan(20);
    expect(await inOtherLanguage(texts, locale)).toEqual([]);

    await page.addScriptTag({ content: axe.source });
    for (const [width, height] of [[320, 640], [360, 740], [768, 1024], [1280, 860], [1920, 1080]] as const) {
      await page.setViewportSize({ width, height });
      expect(await page.evaluate(inPage.pageWidth), `at ${width} px`).toBeLessThanOrEqual(width);
      expect(await page.evaluate(inPage.cutOff), `at ${width} px`).toEqual([]);
      if (width !== 360 && width !== 1280) continue;
      const { violations, passes } = await page.evaluate(inPage.axeFindings);
      expect(violations, `at ${width} px`).toEqual([]);
      expect(passes).toBeGreaterThan(15);
      // To be looked at.
      await page.screenshot({ path: join(pictures, `${name}-${locale}-${width}.png`), fullPage: true });
    }
  });
});
