import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { standardById, type AreaRates, type PovertyClass, type Standard } from "../../src/index.js";
import { tabulateMovements, type AreaDeprivations, type AreaMovements, type MovingHousehold } from "../../src/forms.js";

const examples = fileURLToPath(new URL("../../examples/", import.meta.url));
const standard = standardById("vn/decree-07-2021");

type Locale = "vi" | "en";
interface Options {
  readonly subtitle?: string;
  readonly locale?: Locale;
}
interface City {
  readonly households: readonly unknown[];
}
interface Results {
  readonly standard: Standard;
  readonly classified: readonly { readonly household: { readonly residence: string } }[];
  readonly rates: readonly (AreaRates & { readonly name: string })[];
  readonly deprivations: AreaDeprivations;
  readonly movements: AreaMovements;
}
interface Charts {
  readonly foundingCharts: (city: City, results: Results) => Readonly<Record<string, string>>;
  readonly planeChart: (standard: Standard, classified: Results["classified"], options: Options & { readonly residence: string }) => string;
  readonly deprivationProfileChart: (standard: Standard, deprivations: Pick<AreaDeprivations, "poor" | "nearPoor">, options: Options) => string;
  readonly ratesByWardChart: (rates: readonly Pick<Results["rates"][number], "name" | "rates">[], options: Options) => string;
  readonly movementFlowChart: (movements: Pick<AreaMovements, "form2" | "form3">, options: Options) => string;
  readonly classStyle: Readonly<Record<string, { readonly ink: string; readonly tint: string; readonly text: string }>>;
  readonly fileNames: readonly string[];
  readonly readCity: (texts: Readonly<Record<string, string>>) => City;
  readonly cityResults: (city: City) => Results;
}

const modules = [
  "charts/founding-charts", "charts/plane", "charts/deprivation-profile", "charts/rates-by-ward", "charts/movement-flow", "charts/class-style",
  "ha-tinh-2023/lib/read-city", "ha-tinh-2023/lib/results",
];
const loaded = await Promise.all(modules.map((name) => import(/* @vite-ignore */ `${examples}${name}.mjs`) as Promise<Partial<Charts>>));
const example = Object.assign({}, ...loaded) as Charts;

const city = example.readCity(Object.fromEntries(example.fileNames.map((name) => [name, readFileSync(`${examples}ha-tinh-2023/${name}`, "utf8")])));
const results = example.cityResults(city);
const charts = example.foundingCharts(city, results);
const read = (path: string): string => readFileSync(examples + path, "utf8");

/** As much of an element as is asked for here; jsdom comes without types. */
interface Mark {
  readonly localName: string;
  readonly textContent: string;
  readonly children: Iterable<Mark>;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => Mark | null;
  readonly querySelectorAll: (selector: string) => Iterable<Mark>;
}
type Parser = new (text: string, options: { readonly contentType: string }) => { readonly window: { readonly document: { readonly documentElement: Mark } } };
const parserName = "jsdom";
const { JSDOM } = (await import(/* @vite-ignore */ parserName)) as { readonly JSDOM: Parser };

/** The picture as a tree of XML; what is not XML throws. */
function tree(svg: string): Mark {
  return new JSDOM(svg, { contentType: "image/svg+xml" }).window.document.documentElement;
}

/** The marks of a layer, by its classes. */
function marksOf(svg: string, layer: string): Mark[] {
  return [...tree(svg).querySelectorAll(layer)].flatMap((group) => [...group.children]);
}

const wordsIn = (svg: string): string[] => [...tree(svg).querySelectorAll("text")].map((text) => text.textContent);

describe("the files in out", () => {
  it("are those that are drawn, and no other", () => {
    expect(readdirSync(`${examples}charts/out`).sort()).toEqual(Object.keys(charts).sort());
    expect(Object.keys(charts)).toHaveLength(12);
  });

  it.each(Object.keys(charts))("%s is what is drawn now", (name) => {
    expect(read(`charts/out/${name}`) === charts[name], "npm run build && node examples/charts/charts.mjs").toBe(true);
  });

  it.each(Object.entries(charts))("%s stands by itself and says in words what it shows", (name, svg) => {
    const root = tree(svg);
    expect([root.getAttribute("role"), root.getAttribute("lang")]).toEqual(["img", name.includes(".en.") ? "en" : "vi"]);
    const [title, description] = root.getAttribute("aria-labelledby")!.split(" ").map((id) => root.querySelector(`#${id}`)!);
    expect([title!.localName, description!.localName]).toEqual(["title", "desc"]);
    expect(description!.textContent.length).toBeGreaterThan(100);
    expect(svg).not.toMatch(/<style|<script|<image|href=|url\(|\sstyle=|NaN|undefined|null|Infinity/);
    expect(svg).toBe(svg.normalize("NFC"));
  });

  it("have the words of their language alone", () => {
    for (const [name, svg] of Object.entries(charts)) {
      const words = wordsIn(svg).join("\n");
      if (name.includes(".en.")) expect(words, name).not.toMatch(/\bhộ\b|nghèo|thiếu hụt/i);
      else expect(words, name).not.toMatch(/poor|household|deprived/i);
    }
  });
});

describe("the colours of the classes", () => {
  const marks = { poor: "poor", "near-poor": "near", "average-living-standard": "average", "not-poor": "above" };

  it.each(Object.entries(marks))("%s has those of the law pages and of the report", (name, mark) => {
    const { ink, tint, text } = example.classStyle[name]!;
    const [site, report] = [readFileSync(new URL("../../docs/site/site.css", import.meta.url), "utf8"), read("ha-tinh-2023/lib/report.css")];
    expect(site).toContain(`--${mark}-tint: ${tint};`);
    expect(site).toContain(`.tile-label.${mark} { fill: ${text}; }`);
    expect(report).toContain(`--${mark}: ${ink};`);
    expect(report).toContain(`--${mark}-tint: ${tint};`);
  });
});

describe("the plane", () => {
  it("has the tiles and the lines of the standard that it is given", () => {
    const svg = example.planeChart(standardById("vn/decision-59-2015"), [], { residence: "rural", locale: "en" });
    const tiles = standardById("vn/decision-59-2015").classes.flatMap((rule) => rule.tiles).filter(({ residence }) => residence === undefined || residence === "rural");
    expect(marksOf(svg, ".tile")).toHaveLength(tiles.length);
    expect(wordsIn(svg)).toEqual(expect.arrayContaining(["0.7 million", "1 million", "1.5 million"]));
  });

  it("marks every household of its residence once", () => {
    for (const residence of ["urban", "rural"]) {
      const here = results.classified.filter(({ household }) => household.residence === residence).length;
      expect(marksOf(charts[`plane-${residence}.vi.svg`]!, ".households")).toHaveLength(here);
    }
  });
});

describe("the deprivation profile", () => {
  const none = Array.from({ length: 12 }, () => ({ low: 0, high: 0 }));
  const group = (households: number, first: { low: number; high: number }): AreaDeprivations["poor"] => ({ households, undetermined: 0, indicators: [first, ...none.slice(1)] });

  it("draws a rule where it is not known of some, and none where it is known of all", () => {
    const open = example.deprivationProfileChart(standard, { poor: group(8, { low: 2, high: 3 }), nearPoor: group(4, { low: 1, high: 1 }) }, {});
    expect(marksOf(open, ".range")).toHaveLength(1);
    expect(wordsIn(open)).toEqual(expect.arrayContaining(["25,00–37,50%", "25,00%", "Hộ nghèo: 8 hộ", "Hộ cận nghèo: 4 hộ"]));
    const known = example.deprivationProfileChart(standard, { poor: group(8, { low: 2, high: 2 }), nearPoor: group(4, { low: 1, high: 1 }) }, { locale: "en" });
    expect(marksOf(known, ".range")).toEqual([]);
    expect(wordsIn(known)).toContain("25.00%");
  });

  it("has bars for every indicator of both classes", () => {
    expect(marksOf(charts["deprivation-profile.vi.svg"]!, ".bar.poor")).toHaveLength(12);
    expect(marksOf(charts["deprivation-profile.vi.svg"]!, ".bar.near-poor")).toHaveLength(12);
  });
});

describe("rates by ward", () => {
  const rate = (low: number, high: number): AreaRates["rates"]["poorHouseholds"] => ({ low: { numerator: low, denominator: 200 }, high: { numerator: high, denominator: 200 } });
  const row = (name: string, poor: AreaRates["rates"]["poorHouseholds"]): { name: string; rates: AreaRates["rates"] } => ({
    name,
    rates: { poorHouseholds: poor, nearPoorHouseholds: rate(4, 4) } as AreaRates["rates"],
  });

  it("draws a point where a rate is known, a rule where it is a range, and says where there is none", () => {
    const svg = example.ratesByWardChart([row("A", rate(1, 1)), row("B", rate(1, 3)), row("C", null)], {});
    expect(marksOf(svg, ".rate.poor")).toHaveLength(1);
    expect(marksOf(svg, ".range.poor")).toHaveLength(1);
    expect(wordsIn(svg)).toEqual(expect.arrayContaining(["0,50%", "0,50–1,50%", "không tính được", "2,00%"]));
    expect(svg).not.toContain("NaN");
  });

  it("shows the published rates of the city, and ranges while the source of water is not known", () => {
    expect(wordsIn(charts["rates-by-ward.vi.svg"]!)).toEqual(expect.arrayContaining(["1,22%", "1,78%"]));
    expect(marksOf(charts["rates-by-ward.vi.svg"]!, ".range")).toEqual([]);
    expect(marksOf(charts["rates-by-ward-open.vi.svg"]!, ".range")).toHaveLength(8);
  });

  it("keeps a hostile name as text", () => {
    const name = `</text><script>alert(1)</script>&amp;`;
    const svg = example.ratesByWardChart([row(name, rate(1, 1))], { subtitle: `<img src=x onerror="a()">` });
    expect(svg).not.toMatch(/<script|<img/);
    expect(tree(svg).querySelector("desc")!.textContent).toContain(name);
  });
});

describe("the flow of movements", () => {
  const moved = (before: PovertyClass, after: PovertyClass | null, count: number): MovingHousehold[] =>
    Array.from({ length: count }, () => ({
      before: { on: "2023-12-14", class: before, persons: 1 },
      after: after === null ? null : { on: "2024-12-14", class: after, persons: 1 },
    }));
  const [movements] = tabulateMovements([
    ...moved("poor", "poor", 20), ...moved("poor", "near-poor", 7), ...moved("poor", "not-poor", 3), ...moved("poor", null, 2),
    ...moved("near-poor", "poor", 5), ...moved("near-poor", "near-poor", 30), ...moved("near-poor", "not-poor", 11),
    ...moved("not-poor", "poor", 4), ...moved("not-poor", "near-poor", 6),
  ]);

  it("is as wide as the households that went each way, and lists what both lists held", () => {
    const svg = example.movementFlowChart(movements!, {});
    expect(wordsIn(svg)).toEqual(expect.arrayContaining([
      "Không đổi: 20", "Trở thành hộ cận nghèo: 7", "Vượt chuẩn cận nghèo: 3", "Chưa rõ lý do: 2", "Hộ cận nghèo trở thành hộ nghèo: 5",
      "Không đổi: 30", "Thoát cận nghèo: 11", "Tái nghèo hoặc phát sinh mới: 4", "Tái cận nghèo hoặc phát sinh mới: 6",
    ]));
    // Start: 20 + 7 + 3 + 2 and 5 + 30 + 11; end: 20 + 5 + 4 and 7 + 30 + 6.
    for (const households of [32, 46, 29, 43]) expect(wordsIn(svg).join("\n")).toContain(`${String(households)} hộ`);
    expect([...tree(svg).querySelectorAll(".flow")]).toHaveLength(9);
  });

  it("has no band for a way that no household went", () => {
    const [still] = tabulateMovements(moved("poor", "poor", 1));
    const svg = example.movementFlowChart(still!, { locale: "en" });
    expect([...tree(svg).querySelectorAll(".flow")]).toHaveLength(1);
    expect(wordsIn(svg)).toContain("No change: 1");
  });
});
