import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { areaRates, areaTree, type Area } from "../../../src/index.js";
import { rollUpMovements, tabulateMovements } from "../../../src/forms.js";
import { formToCsv, formToHtml, formToMarkdown, officialForm, tabulateDeprivations, type OfficialForm } from "../../../src/forms.js";
import { formStyle } from "../../../src/area/forms/form-style.js";
import { csvRows } from "./csv.js";

const form1 = (name: string, code = "436", level = "city"): OfficialForm => {
  const areas = [{ code, name, level }];
  const households = [
    ...Array.from({ length: 377 }, () => ({ areaCode: code, class: "poor", persons: 2 }) as const),
    ...Array.from({ length: 549 }, () => ({ areaCode: code, class: "near-poor", persons: 3 }) as const),
  ];
  return officialForm(1, { areas, rates: areaRates(households, { areas, residents: [{ areaCode: code, households: 30_900 }] }) });
};

const commune: readonly Area[] = [
  { code: "c", name: "Xã", level: "commune" },
  { code: "v1", name: "Thôn 1", level: "village", parent: "c" },
];
const movements = rollUpMovements(
  tabulateMovements([
    { before: { on: "2023-12-14", areaCode: "v1", class: "poor", persons: 4 }, after: { on: "2024-12-14", areaCode: "v1", class: "near-poor", persons: 4 } },
    { before: { on: "2023-12-14", areaCode: "v1", class: "poor", persons: 4 }, after: null },
    { before: { on: "2023-12-14", areaCode: "v1", class: "not-poor", persons: 4 }, after: { on: "2024-12-14", areaCode: "v1", class: "poor", persons: 4 } },
  ]),
  areaTree(commune),
);
const form2 = officialForm(2, { areas: commune, movements });
const subtitle = "Năm 2023";

describe("the founding case as printed", () => {
  const form = form1("Thành phố Hà Tĩnh");

  it("in CSV", () => {
    const [heading, line] = csvRows(formToCsv(form, { locale: "vi" }).slice(1));
    expect(line).toEqual(["436", "Thành phố Hà Tĩnh", "", "30.900", "", "377", "1,22%", "549", "1,78%", "", "", "754", "", "1.647", "", "", "", ""]);
    expect(heading!.slice(0, 7)).toEqual(["Mã", "Khu vực, đơn vị", "Dòng cộng", "Tổng số dân cư – Số hộ (1)", "Tổng số dân cư – Số nhân khẩu (2)", "Hộ – Nghèo – Số hộ (3)", "Hộ – Nghèo – Tỷ lệ (4 = 3/1)"]);
    expect(csvRows(formToCsv(form, { locale: "en" }).slice(1))[1]!.slice(3, 9)).toEqual(["30,900", "", "377", "1.22%", "549", "1.78%"]);
  });

  it("in Markdown", () => {
    const lines = formToMarkdown(form, { locale: "vi", subtitle }).split("\n");
    expect(lines).toContain("| 436 | Thành phố Hà Tĩnh | 30.900 |  | 377 | 1,22% | 549 | 1,78% |  |  | 754 |  | 1.647 |  |  |  |");
    expect(lines[0]).toBe("### Biểu số 1. Tổng hợp kết quả chính thức rà soát hộ nghèo, hộ cận nghèo, hộ làm nông nghiệp, lâm nghiệp, ngư nghiệp có mức sống trung bình");
    const widths = new Set(lines.filter((line) => line.startsWith("|")).map((line) => line.split(/(?<!\\)\|/).length));
    expect([...widths]).toEqual([18]);
  });

  it("in HTML", () => {
    const html = formToHtml(form, { locale: "vi", subtitle });
    expect(html).toContain('<th class="code" scope="row">436</th><th class="name" scope="row">Thành phố Hà Tĩnh</th><td>30.900</td><td></td><td>377</td><td>1,22%</td><td>549</td><td>1,78%</td><td></td>');
    expect(html).toContain('<tr class="marks"><th scope="col">A</th><th scope="col">B</th><th scope="col">1</th><th scope="col">2</th><th scope="col">3</th><th scope="col">4 = 3/1</th>');
    expect(html).toContain("có mức sống trung bình<span>Năm 2023</span></caption>");
    expect(html).toContain('<html lang="vi">');
  });
});

// ------------------------------------------------------------------------------------------------ hostile names

/** A name, and how it begins in a sheet. */
const hostile: readonly (readonly [name: string, shown: string])[] = [
  ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
  ["+84", "'+84"],
  ["-1", "'-1"],
  ["@x", "'@x"],
  ["\t=1", "'\t=1"],
  ["\r=1", "'\r=1"],
  ["  =1", "'  =1"],
  ["\n=1", "'\n=1"],
  ["＝1", "'＝1"],
  ["Xã =1", "Xã =1"],
  ['a"b, c', 'a"b, c'],
  ["<script>alert(1)</script>", "<script>alert(1)</script>"],
  ["</td></table><img src=x onerror=alert(1)>", "</td></table><img src=x onerror=alert(1)>"],
  ["a | b\n| c | [x](y) `z` \\", "a | b\n| c | [x](y) `z` \\"],
];

const unescaped = (html: string): string =>
  html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");

describe.each(hostile)("a name %j", (name, shown) => {
  const form = form1(name, name);

  it("is a text in CSV", () => {
    expect(csvRows(formToCsv(form, { locale: "vi" }).slice(1))[1]!.slice(0, 2)).toEqual([shown, shown]);
  });

  it("is a text in HTML", () => {
    const html = formToHtml(form, { locale: "vi", subtitle: name });
    const [, code, cell] = /<th class="code"[^>]*>([^<]*)<\/th><th class="name"[^>]*>([^<]*)<\/th>/.exec(html)!;
    expect([unescaped(code!), unescaped(cell!)]).toEqual([shown, shown]);
    expect(html.match(/<(script|img)/g)).toBeNull();
    expect(html.match(/<table>/g)).toHaveLength(1);
  });

  it("is one cell of Markdown, without markup", () => {
    const lines = formToMarkdown(form, { locale: "vi", subtitle: name }).split("\n").filter((line) => line.startsWith("|"));
    expect(lines).toHaveLength(3);
    const cells = lines[2]!.split(/(?<!\\)(?:\\\\)*\|/);
    expect(cells).toHaveLength(18);
    expect(cells[2]!.trim()).not.toMatch(/^[=+\-@\t\r]/);
    expect(cells[2]).not.toMatch(/(?<!\\)[<`[]/);
  });
});

it("signs that no page may hold are replaced", () => {
  expect(formToHtml(form1("a\u0000b\uD800c"), { locale: "vi" })).toContain(">a\uFFFDb\uFFFDc<");
});

// ------------------------------------------------------------------------------------------------ the page

describe("the page", () => {
  const html = formToHtml(form2, { locale: "vi" });

  it("allows its own style and nothing else", () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
    const style = /<style>([^]*)<\/style>/.exec(html)![1]!;
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${createHash("sha256").update(style, "utf8").digest("base64")}'; base-uri 'none'; form-action 'none'`);
    expect(style).toBe(formStyle);
    expect(html).not.toMatch(/ (?:style|on\w+|src)=|<script|<link|url\(|@import|http:|https:/);
    expect(html.match(/ href="[^#]/)).toBeNull();
  });

  it("prints on A4 landscape, the head on every page", () => {
    expect(formStyle).toContain("@page { size: A4 landscape;");
    expect(formStyle).toContain("thead { display: table-header-group; }");
  });

  it("has a caption, scopes, and rows of equal width", () => {
    expect(html.match(/<caption/g)).toHaveLength(1);
    expect(html.match(/<th(?![^>]* scope=")[ >]/)).toBeNull();
    for (const page of [html, formToHtml(form1("x"), { locale: "en" })]) expect(new Set(gridWidths(page)).size).toBe(1);
  });

  it("gives an area of two lines one heading, and marks parents and notes", () => {
    expect(html).toContain('<tr class="sum"><th class="code" rowspan="2" scope="rowgroup">c</th><th class="name" rowspan="2" scope="rowgroup">Xã <span class="said">(dòng cộng)</span></th><th class="measure" scope="row">Hộ <sup><a href="#note-1">[1]</a><a href="#note-2">[2]</a></sup></th><td>2</td>');
    expect(html).toContain('<li id="note-1">Xã (c), hộ: Chưa khép');
    expect(html).toContain('<p class="warning" role="note"><strong>Cảnh báo:</strong>');
    expect([...html.matchAll(/href="#(note-\d+)"/g)].every(([, id]) => html.includes(`id="${id!}"`))).toBe(true);
  });
});

/** The width of every row of the table, with the cells that reach down from rows above. */
function gridWidths(html: string): readonly number[] {
  const down: number[] = [];
  return [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row]) => {
    let width = 0;
    for (const [, attributes] of row!.matchAll(/<t[hd]([^>]*)>/g)) {
      const span = (kind: string): number => Number(new RegExp(`${kind}span="(\\d+)"`).exec(attributes!)?.[1] ?? 1);
      width += span("col");
      if (span("row") > 1) down.push(...new Array<number>(span("col")).fill(span("row")));
      else continue;
    }
    const reaching = down.filter((rows) => rows > 0).length;
    const own = [...row!.matchAll(/rowspan="(\d+)"/g)].length;
    for (let index = 0; index < down.length; index++) down[index]! -= 1;
    return width + reaching - own;
  });
}

describe("notes and warnings", () => {
  it("are in every format", () => {
    for (const text of [formToCsv(form2, { locale: "vi" }), formToMarkdown(form2, { locale: "vi" }), formToHtml(form2, { locale: "vi" })])
      for (const { vi } of [...form2.notes, ...form2.warnings, ...form2.rows.flatMap(({ notes }) => notes)]) expect(text).toContain(vi);
  });

  it("do not change the width of the CSV", () => {
    expect(new Set(csvRows(formToCsv(form2, { locale: "vi" }).slice(1)).map(({ length }) => length))).toEqual(new Set([14]));
  });

  it("come with cells that are the least", () => {
    const areas = [{ code: "1", name: "Xã", level: "commune" }];
    const form = officialForm(5, { areas, deprivations: tabulateDeprivations([{ areaCode: "1", class: "poor", deprived: ["water"], unknown: ["toilet"] }], { areas }) });
    expect(csvRows(formToCsv(form, { locale: "vi" }).slice(1))[1]!.slice(12, 14)).toEqual(["100,00%", "≥ 0,00%"]);
    expect(formToHtml(form, { locale: "en" })).toContain("<td>100.00%</td><td>≥ 0.00%</td>");
  });
});

// ------------------------------------------------------------------------------------------------ speed

describe("10,000 areas", () => {
  const areas: readonly Area[] = [
    { code: "0", name: "Nước", level: "country" },
    ...Array.from({ length: 9_999 }, (_, index) => ({ code: String(index + 1), name: `Xã số ${index + 1}`, level: "commune", parent: "0" })),
  ];
  const residents = areas.slice(1).map(({ code }, index) => ({ areaCode: code, households: 1000 + index, persons: 4000 + index }));
  const households = areas.slice(1).map(({ code }) => ({ areaCode: code, class: "poor", persons: 3, deprived: ["water"], unknown: ["toilet"] }) as const);
  const forms = [
    officialForm(1, { areas, rates: areaRates(households, { areas, residents }), recognisedAverage: residents }),
    officialForm(2, { areas, movements: rollUpMovements(tabulateMovements(households.map(({ areaCode }) => ({ before: { on: "2023-12-14", class: "not-poor", areaCode, persons: 3 }, after: { on: "2024-12-14", class: "poor", areaCode, persons: 3 } }) as const)), areaTree(areas)) }),
    officialForm(5, { areas, deprivations: tabulateDeprivations(households, { areas }) }),
  ];
  const formats = [["HTML", formToHtml], ["CSV", formToCsv], ["Markdown", formToMarkdown]] as const;

  it.each(formats)("render as %s in less than a second", (_name, render) => {
    for (const form of forms) {
      // Time of the processor, the best of three: other processes may have it for a while.
      const times = [1, 2, 3].map(() => {
        const start = process.cpuUsage();
        const text = render(form, { locale: "vi" });
        const { user, system } = process.cpuUsage(start);
        expect(text.length).toBeGreaterThan(500_000);
        return (user + system) / 1000;
      });
      expect(Math.min(...times)).toBeLessThan(1000);
    }
  });
});
