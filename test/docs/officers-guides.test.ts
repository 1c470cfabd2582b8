import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { groupedNumber, type Locale } from "../../src/core/text.js";
import { provisionText, type Citation, type Provenance } from "../../src/law/citation.js";
import { standardById, standards } from "../../src/law/registry.js";
import { standardTables } from "../../src/law/standard.js";

// Nothing in these pages is run, so what they say of the law is compared with the law as data.

const pages = [
  { locale: "vi", path: "docs/vi/how-a-household-is-classified.md" },
  { locale: "en", path: "docs/guides/how-a-household-is-classified.md" },
] as const satisfies readonly { readonly locale: Locale; readonly path: string }[];

const sure: Readonly<Record<Locale, Readonly<Record<Provenance, string>>>> = {
  vi: { text: "đã đọc văn bản", reported: "theo nguồn dẫn lại", unverified: "chưa kiểm chứng" },
  en: { text: "text", reported: "reported", unverified: "unverified" },
};

const standard = standardById("vn/decree-07-2021");
const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** The cells of every row of a table. */
function rowsOf(text: string): readonly (readonly string[])[] {
  return text.split("\n").filter((line) => line.startsWith("|")).map((line) => line.slice(1, -1).split("|").map((cell) => cell.trim()));
}

const statusOf = ({ provenance }: Citation, locale: Locale): string => sure[locale][provenance];

describe.each(pages)("$path", ({ locale, path }) => {
  const text = read(path);
  const rows = rowsOf(text);

  it("names the indicators in the official order, each as sure as the law has it", () => {
    const written = rows.filter(([number]) => /^\d{1,2}$/.test(number ?? "")).map((row) => [row[0], row[1], row.at(-1)]);
    const held = standard.indicators.map(({ label, citation }, index) => [String(index + 1), label[locale], statusOf(citation, locale)]);
    expect(written).toEqual(held);
  });

  it("tells for every year which standard applies and how surely", () => {
    const written = rows.flatMap(([years = "", document = "", status]) => {
      const [from, to = from] = years.split("–").map(Number);
      if (from === undefined || to === undefined || !(from > 2000)) return [];
      return Array.from({ length: to - from + 1 }, (_, index) => [from + index, /\d+\/\d{4}\/[\p{L}-]+/u.exec(document)?.[0], status]);
    });
    const held = standards.flatMap(({ document, inForce }) =>
      inForce.flatMap(({ from, to, citation }) => {
        const years = [from, to].map((day) => Number(day.slice(0, 4)));
        return Array.from({ length: (years[1] ?? 0) - (years[0] ?? 0) + 1 }, (_, index) => [(years[0] ?? 0) + index, document.number, statusOf(citation, locale)]);
      }),
    );
    expect(written).toEqual(held);
  });

  it("gives each class the provision and the certainty of its rule", () => {
    const provisions = standard.classes.slice(0, 3).map(({ citation }) => [provisionText(citation.provision, locale), statusOf(citation, locale)]);
    const written = rows.filter((row) => row.length === 5 && row[2]?.startsWith("**")).map((row) => [row[3], row[4]]);
    expect(written.slice(0, 3)).toEqual(provisions);
    expect(written).toHaveLength(4);
  });

  it("gives each line with its certainty", () => {
    const lines = (["rural", "urban"] as const).map((residence) => standardTables(standard).byResidence[residence].statedLines);
    for (const [place, { citation }] of (lines[0] ?? []).entries()) {
      const amounts = lines.map((those) => groupedNumber(those[place]?.amount ?? 0, locale));
      const found = rows.filter((row) => row.length === 4 && amounts.every((amount, index) => row[index + 1]?.startsWith(amount)));
      expect(found.map((row) => row[3])).toEqual([statusOf(citation, locale)]);
    }
  });

  it("holds no amount that is neither a line nor worked out from one", () => {
    const known = [decree07, decree351].flatMap(amountsOf).map((amount) => groupedNumber(amount, locale));
    // Three persons for a year on the rural line, and the income of the example with blanks.
    const examples = [1_500_000 * 12 * 3, 1_200_000].map((amount) => groupedNumber(amount, locale));
    const written: readonly string[] = text.match(/\d{1,3}(?:[.,]\d{3}){2,}/g) ?? [];
    expect(written.filter((amount) => ![...known, ...examples].includes(amount))).toEqual([]);
    expect(known.filter((amount) => !written.includes(amount))).toEqual([]);
  });

  it("names the points and the document of every standard", () => {
    for (const { pointsUpTo } of standard.points?.lines ?? []) expect(text).toContain(`≤ ${String(pointsUpTo)}`);
    for (const { document } of standards) expect(text).toContain(document.number);
  });
});

const decree07 = "vn/decree-07-2021";
const decree351 = "vn/decree-351-2025";

function amountsOf(id: string): number[] {
  const { byResidence } = standardTables(standardById(id));
  return Object.values(byResidence).flatMap(({ statedLines }) => statedLines.map(({ amount }) => amount));
}
