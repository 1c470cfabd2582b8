import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, inject, it } from "vitest";
import {
  classify, householdFacts, memberFacts, percentText, standardById, type AreaRates, type Classification, type Household, type Recognition, type Standard,
} from "../../src/index.js";
import type { Audit, Claims, PrintedShare } from "../../src/audit.js";

const folder = fileURLToPath(new URL("../../examples/ha-tinh-2023/", import.meta.url));
const standard = standardById("vn/decree-07-2021");

// ------------------------------------------------------------------------------------------------ what the example exports

type Files = Readonly<Record<string, string>>;

interface City {
  readonly households: readonly Household[];
  readonly recognitions: ReadonlyMap<string, readonly Recognition[]>;
  readonly residents: readonly { readonly areaCode: string; readonly households: number | null; readonly persons: number | null }[];
}

interface Results {
  readonly standard: Standard;
  readonly classified: readonly { readonly household: Household; readonly classification: Classification }[];
  readonly rates: readonly (AreaRates & { readonly name: string })[];
  readonly escapes: readonly { readonly definition: string; readonly escaped: readonly { readonly id: string }[] }[];
  readonly agreement: { readonly compared: number; readonly agree: number };
  readonly explained: { readonly id: string; readonly vi: string; readonly en: string } | null;
  readonly audit: Audit;
  readonly checks: readonly { readonly vi: string; readonly computed: string; readonly expected: string; readonly holds: boolean }[];
}

interface Example {
  readonly syntheticCity: () => Files;
  readonly fileNames: readonly string[];
  readonly readCity: (texts: Files) => City;
  readonly cityResults: (city: City) => Results;
  readonly consoleReport: (results: Results) => string;
  readonly reportPage: (results: Results) => string;
  readonly publishedClaims: Required<Pick<Claims, "values">> & { readonly shares: readonly PrintedShare[] };
  readonly impliedHouseholds: { readonly low: number; readonly high: number };
  readonly published: Readonly<Record<"poor" | "nearPoor", { readonly households: number; readonly persons: number; readonly rate: string }>>;
}

const modules = ["synthetic-city", "read-city", "results", "console-report", "report-page", "published"];
const loaded = await Promise.all(modules.map((name) => import(/* @vite-ignore */ `${folder}lib/${name}.mjs`) as Promise<Partial<Example>>));
const example = Object.assign({}, ...loaded) as Example;

const committed: Files = Object.fromEntries(example.fileNames.map((name) => [name, readFileSync(folder + name, "utf8")]));
const city = example.readCity(committed);
const results = example.cityResults(city);
const page = example.reportPage(results);

/** The files with one text replaced in one of them. */
function changed(name: string, from: string | RegExp, to: string): Files {
  const text = committed[name]!;
  expect(text.search(from)).toBeGreaterThanOrEqual(0);
  return { ...committed, [name]: text.replace(from, to) };
}

// ------------------------------------------------------------------------------------------------ the data

describe("the files", () => {
  it("are those that the generator writes, byte for byte", () => {
    const generated = example.syntheticCity();
    expect(Object.keys(generated).sort()).toEqual([...example.fileNames].sort());
    for (const name of example.fileNames) expect(generated[name] === committed[name], name).toBe(true);
  });

  it("have as many rows as the README says", () => {
    const readme = readFileSync(`${folder}README.md`, "utf8");
    const rows = ["households.csv", "members.csv", "recognitions.csv"].map((name) => [name, committed[name]!.trimEnd().split("\n").length - 1] as const);
    for (const [name, count] of rows) expect(readme).toMatch(new RegExp(`\\| \`${name}\` \\|.*\\| ${count.toLocaleString("en-US")}\\b`));
  });

  it("give the published counts from raw facts alone", () => {
    const counted = { poor: [0, 0], "near-poor": [0, 0], "average-living-standard": [0, 0], "not-poor": [0, 0], undetermined: [0, 0] };
    for (const household of city.households) {
      const counts = counted[classify(household, { standard }).class ?? "undetermined"];
      counts[0]! += 1;
      counts[1]! += household.persons ?? 0;
    }
    expect(counted).toMatchObject({ poor: [377, 943], "near-poor": [549, 1829], undetermined: [0, 0] });
  });

  it("hold no class, no flag and no name of a person", () => {
    const columns = (name: string): string[] => committed[name]!.split("\n", 1)[0]!.split(",");
    const snakeCase = (names: object): string[] => Object.keys(names).map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
    const carried = ["id", "area_code", "residence", "reviewed_on", "persons", "annual_income_vnd", "monthly_income_per_person_vnd"];
    expect(columns("households.csv")).toEqual([...carried, ...snakeCase(householdFacts)]);
    expect(columns("members.csv")).toEqual(["household_id", "id", ...snakeCase(memberFacts)]);
  });

  it("are varied: every indicator, holes that do not matter, partial births, members who are not listed", () => {
    const classifications = city.households.map((household) => classify(household, { standard }));
    const deprived = new Set(classifications.filter((one) => one.class === "poor").flatMap((one) => one.deprived ?? []));
    expect(standard.indicators.map(({ id }) => id).filter((id) => !deprived.has(id))).toEqual([]);
    expect(classifications.filter(({ count: [least, most] }) => least < most).length).toBeGreaterThan(100);
    expect(city.households.filter(({ members, persons }) => (members?.length ?? 0) < (persons ?? 0)).length).toBeGreaterThan(10);
    const births = city.households.flatMap(({ members }) => members ?? []).map(({ bornOn }) => bornOn?.length);
    expect([4, 7, 10].map((length) => births.includes(length))).toEqual([true, true, true]);
  });

  it("stand on a line and one đồng beside it", () => {
    const exact = city.households.flatMap((household) => {
      const { class: found, margin } = classify(household, { standard });
      return margin.income !== null && Math.abs(margin.income.vnd) <= 1 ? [`${String(found)} ${String(margin.income.vnd)}`] : [];
    });
    expect([...new Set(exact)].sort()).toEqual(["average-living-standard 0", "average-living-standard 1", "near-poor 0", "not-poor 1", "poor 0"]);
  });

  it("name as many resident households as the printed rates allow", () => {
    const fits = (households: number): boolean =>
      [example.published.poor, example.published.nearPoor].every((each) => percentText({ numerator: each.households, denominator: households }) === each.rate);
    const all = Array.from({ length: 10_000 }, (_, index) => 25_000 + index).filter(fits);
    expect([all[0], all.at(-1)]).toEqual([example.impliedHouseholds.low, example.impliedHouseholds.high]);
    const total = city.residents.reduce((sum, { households }) => sum + (households ?? 0), 0);
    expect(total).toBe(30_900);
    expect(fits(total)).toBe(true);
  });
});

// ------------------------------------------------------------------------------------------------ what comes out

describe("the results", () => {
  it("are the published ones", () => {
    expect(results.checks.map(({ vi, computed, holds }) => [vi, computed, holds])).toEqual([
      ["Hộ nghèo", "377", true],
      ["Nhân khẩu hộ nghèo", "943", true],
      ["Tỷ lệ hộ nghèo", "1,22%", true],
      ["Hộ cận nghèo", "549", true],
      ["Nhân khẩu hộ cận nghèo", "1.829", true],
      ["Tỷ lệ hộ cận nghèo", "1,78%", true],
      ["Tổng số hộ dân cư", "30.900", true],
      ["Tổng số hộ mà hai tỷ lệ cho phép", "30.776–30.929", true],
    ]);
  });

  it("fail when one household earns one đồng more", () => {
    const { id, annualIncomeVnd } = city.households.find((household) => household.id === results.explained?.id)!;
    const files = changed("households.csv", new RegExp(`^(${String(id)},.*),${String(annualIncomeVnd)},`, "m"), `$1,${String(Number(annualIncomeVnd) + 1)},`);
    const failed = example.cityResults(example.readCity(files)).checks.filter(({ holds }) => !holds);
    expect(failed.map(({ vi, computed }) => [vi, computed])).toEqual([["Hộ nghèo", "376"], ["Nhân khẩu hộ nghèo", "939"]]);
  });

  it("fail, and give no rate, when residents are not known", () => {
    const blank = example.cityResults(example.readCity(changed("residents.csv", "HT-VY,1480,", "HT-VY,,")));
    expect(blank.checks.filter(({ holds }) => !holds).map(({ vi, computed }) => [vi, computed])).toEqual([
      ["Tỷ lệ hộ nghèo", "–"], ["Tỷ lệ hộ cận nghèo", "–"], ["Tổng số hộ dân cư", "–"],
    ]);
    expect(example.consoleReport(blank)).toMatch(/✗ Tỷ lệ hộ nghèo/);
    expect(example.reportPage(blank)).not.toMatch(/null|NaN|undefined|Infinity/);
  });

  it("agree with what was recognised", () => {
    expect(results.agreement.agree).toBe(results.agreement.compared);
    expect(results.agreement.compared).toBeGreaterThan(900);
  });

  it("count newly escaped households as the rows of two years say", () => {
    const last = (recognitions: readonly Recognition[]): string => recognitions.at(-1)!.class;
    const histories = [...city.recognitions.values()];
    const listed = ["poor", "near-poor"];
    const credit = histories.filter((rows) => rows.some((row) => listed.includes(row.class)) && !listed.includes(last(rows))).length;
    const programme = histories.filter((rows) => rows.some((row) => row.class === "poor") && last(rows) !== "poor").length;
    expect(results.escapes.map(({ definition, escaped }) => [definition, escaped.length])).toEqual([["credit", credit], ["programme", programme]]);
    expect(Math.min(credit, programme)).toBeGreaterThan(50);
  });

  it("are printed as an aligned table", () => {
    const lines = example.consoleReport(results).split("\n");
    const start = lines.findIndex((line) => line.trimStart().startsWith("Địa bàn"));
    expect(lines.slice(start, start + 5)).toEqual([
      "  Địa bàn            Hộ dân cư  Hộ nghèo  Tỷ lệ  Nhân khẩu  Hộ cận nghèo  Tỷ lệ  Nhân khẩu",
      "  Phường Văn Yên         1.480        24  1,62%         71            31  2,09%         95",
      "  Phường Thạch Quý       2.350        35  1,49%         81            47  2,00%        173",
      "  Các đơn vị khác       27.070       318  1,17%        791           471  1,74%      1.561",
      "  Thành phố Hà Tĩnh     30.900       377  1,22%        943           549  1,78%      1.829",
    ]);
  });

  it("explain one household in both languages", () => {
    const report = example.consoleReport(results);
    expect(report).toContain("hộ này là hộ nghèo.");
    expect(report).toContain("this is a poor household.");
    expect(report).toContain("điểm a khoản 2 Điều 3");
    expect(report).toContain("Article 3(2)(a)");
  });
});

// ------------------------------------------------------------------------------------------------ the page

describe("the audit of the published figures", () => {
  const vi = "Các tỷ lệ trên tổng số là tỷ lệ của hộ (hộ nghèo, hộ cận nghèo), không phải của người (hộ nghèo: nhân khẩu, hộ cận nghèo: nhân khẩu): chỉ cách đọc này khớp với một tổng chung, từ 30.776 đến 30.929.";

  it("knows these six numbers and no other", () => {
    const { values, shares } = example.publishedClaims;
    expect([...Object.values(values), ...shares.map(({ printed }) => printed)]).toEqual([377, 943, 549, 1829, "1.22", "1.78"]);
  });

  it("finds that the rates are shares of households, and the total", () => {
    expect(results.audit).toMatchObject({ verdict: "consistent", implied: { "tổng số": [30_776, 30_929] }, findings: [{ code: "reading-fits", vi }] });
    expect(example.consoleReport(results)).toContain(`\n  ${vi}\n`);
    expect(page).toContain(vi);
    expect(page).toContain("30.776–30.929 hộ dân cư.");
  });
});

/** A chart of the page as text. */
function chartOf(text: string, name: string): string {
  return new RegExp(`<svg [^>]*id="chart-${name}"[^]*?</svg>`).exec(text)?.[0] ?? "";
}

describe("the page", () => {
  const policyOf = (text: string): string => /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)![1]!.replaceAll("&#39;", "'");

  it("allows its own style sheet and nothing else", () => {
    const sheet = /<style>([^]*)<\/style>/.exec(page)![1]!;
    const hash = createHash("sha256").update(sheet).digest("base64");
    expect(policyOf(page)).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
    // The policy would block these without a word.
    expect(page).not.toMatch(/<(script|link|img|iframe|object|form)\b|\sstyle=|\son\w+=|src=|href=(?!"audit\.html")|@import|url\(/i);
  });

  it("escapes a hostile name of a ward wherever it stands", () => {
    const name = `<script>alert("1")</script></title><img src=x onerror='a()'>&amp;`;
    const hostile = example.reportPage(example.cityResults(example.readCity(changed("areas.csv", "Phường Văn Yên", `"${name.replaceAll('"', '""')}"`))));
    const escaped = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&lt;/title&gt;&lt;img src=x onerror=&#39;a()&#39;&gt;&amp;amp;";
    const withoutCharts = (text: string): string => text.replaceAll(/<svg [^]*?<\/svg>/g, "");
    expect(hostile).not.toMatch(/<script|<img/i);
    expect(withoutCharts(hostile)).toContain(escaped);
    expect(withoutCharts(hostile).replaceAll(escaped, "Phường Văn Yên")).toBe(withoutCharts(page));
    // A chart escapes what XML asks for: quotes may stand in its text.
    expect(chartOf(hostile, "rates-by-ward")).toContain(`&lt;script&gt;alert("1")&lt;/script&gt;&lt;/title&gt;&lt;img src=x onerror='a()'&gt;&amp;amp;: Hộ nghèo 1,62%`);
  });

  it("shades the tiles of the standard and marks every household once", () => {
    const planes = ["urban", "rural"].map((residence) => chartOf(page, `plane-${residence}`));
    const marksIn = (plane: string, layer: string): number =>
      [...plane.matchAll(new RegExp(`<g [^>]*class="${layer}"[^>]*>([^]*?)</g>`, "g"))].flatMap(([, marks]) => marks!.match(/<(?:rect|circle|path)/g) ?? []).length;
    expect(planes.map((plane) => marksIn(plane, "tile"))).toEqual([4, 4]);
    const marks = (residence: string): number => city.households.filter((household) => household.residence === residence).length;
    expect(planes.map((plane) => marksIn(plane, "households"))).toEqual([marks("urban"), marks("rural")]);
  });

  it("shows each chart once, under an id of its own, with a title and a description", () => {
    const ids = [...page.matchAll(/<svg [^>]*\bid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual(["plane-urban", "plane-rural", "deprivation-profile", "rates-by-ward", "movement-flow"].map((name) => `chart-${name}`));
    const all = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(all).size).toBe(all.length);
    for (const id of ids) expect(chartOf(page, id!.slice("chart-".length))).toMatch(/aria-labelledby="(\S+) (\S+)"[^>]*><title id="\1">[^<]+<\/title><desc id="\2">[^<]+<\/desc>/);
  });

  it("says of every table and picture what is published, implied or synthetic", () => {
    const figures = [...page.matchAll(/<figure>([^]*?)<\/figure>/g), ...page.matchAll(/<caption>([^]*?)<\/caption>/g)].map(([, text]) => text!);
    expect(figures.length).toBeGreaterThanOrEqual(6);
    for (const figure of figures) expect(figure).toMatch(/class="tag (published|implied|synthetic)"/);
    for (const word of ["công bố", "suy ra", "dữ liệu mô phỏng"]) expect(page).toContain(word);
  });

  it("is the same each time, and in composed letters", () => {
    expect(example.reportPage(example.cityResults(example.readCity(committed)))).toBe(page);
    expect(page.normalize("NFC")).toBe(page);
    expect(page).not.toMatch(/NaN|undefined|Infinity|\bnull\b/);
  });
});

// ------------------------------------------------------------------------------------------------ the pipe

describe("the same by the command line", () => {
  it("gives the published rates", () => {
    const cli = `'${process.execPath}' '${inject("cliPath")}'`;
    const pipe = `${cli} classify --standard vn/decree-07-2021 --members members.csv households.csv | ${cli} rates --areas areas.csv --residents residents.csv`;
    const { stdout, stderr, status } = spawnSync("bash", ["-o", "pipefail", "-c", pipe], { cwd: folder, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    const rows = stdout.trim().split("\n").map((line) => JSON.parse(line) as { areaCode: string; households: object; persons: object; rates: Record<string, unknown> });
    expect(rows.map(({ areaCode }) => areaCode)).toEqual(["HT-VY", "HT-TQ", "HT-KHAC", "HT"]);
    expect(rows.at(-1)).toMatchObject({
      households: { residents: 30_900, poor: 377, nearPoor: 549, undetermined: 0 },
      persons: { residents: null, poor: 943, nearPoor: 1829 },
      rates: { poorHouseholds: { low: "1.22", high: "1.22" }, nearPoorHouseholds: { low: "1.78", high: "1.78" }, poorPersons: null },
    });
  });
});
