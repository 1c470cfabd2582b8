import { cite, type LegalDocument } from "../../src/law/citation.js";
import { age, all, fact, not, someMember } from "../../src/law/expression.js";
import type { Standard } from "../../src/law/standard.js";
import type { IncomeLine, Residence, Tile } from "../../src/law/tiling.js";

const document: LegalDocument = { number: "1/2020", title: { vi: "Văn bản 1/2020", en: "Document 1/2020" }, issued: "2020-01-02", inForce: "2020-03-01" };
const citation = cite(document, { article: "1", clause: "2", point: "a", annex: true, indicator: 1 }, "reported", {
  seenAt: ["example.org, 1"],
  note: { vi: "một ghi chú", en: "a note" },
});

/** A line per month. */
export function monthly(amount: number): IncomeLine {
  return { amount, per: "month", citation };
}

/** A line per year. */
export function annual(amount: number): IncomeLine {
  return { amount, per: "year", citation };
}

const [low, high] = [monthly(100), annual(2400)];
const tiles = (residence: Residence): Readonly<Record<"poor" | "nearPoor" | "above", Tile>> => ({
  poor: { residence, incomeUpTo: low, deprivationsFrom: 2 },
  nearPoor: { residence, incomeUpTo: low, deprivationsTo: 1, citation },
  above: { residence, incomeOver: low },
});

/** A standard that has one of everything, so that each of its parts can be spoilt. It is plain data and was not checked. */
export const smallStandard: Standard = {
  id: "example/small",
  title: { vi: "Chuẩn thử", en: "A small standard" },
  document,
  inForce: [{ from: "2020-03-01", to: "2020-12-31", citation: { ...citation, verification: { by: "Sở thử", on: "2020-02-01" } } }],
  dimensions: [{ id: "health", label: { vi: "y tế", en: "health" } }],
  indicators: [
    {
      id: "healthInsurance",
      label: { vi: "Bảo hiểm y tế", en: "health insurance" },
      dimension: "health",
      deprivedWhen: someMember(all(age(">=", 6), not(fact("hasHealthInsurance")))),
      reason: { vi: "{member} chưa có", en: "{member} has none" },
      citation,
    },
    { id: "waste", label: { vi: "Rác thải", en: "waste" }, dimension: null, deprivedWhen: null, reason: { vi: "được ghi nhận", en: "recorded" }, citation },
  ],
  classes: [
    { class: "poor", tiles: [tiles("rural").poor, tiles("urban").poor], citation },
    { class: "near-poor", tiles: [tiles("rural").nearPoor, tiles("urban").nearPoor], citation },
    { class: "not-poor", tiles: [tiles("rural").above, { residence: "urban", incomeOver: low, incomeUpTo: high }, { residence: "urban", incomeOver: high }], citation },
  ],
  notHeld: [{ class: "average-living-standard", within: "not-poor", note: { vi: "không rõ", en: "not known" } }],
  points: {
    lines: [
      { residence: "rural", pointsUpTo: 50, incomeUpTo: low },
      { residence: "urban", pointsUpTo: 60, incomeUpTo: high },
    ],
    pointsPerIndicator: 5,
    citation,
  },
};

/** Anything that JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A copy of plain data that a test may change. */
export function jsonOf(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

/** The place of a value inside JSON: keys and indexes. */
export type JsonPath = readonly (string | number)[];

/** Every place in JSON, the whole included, with its value. */
export function placesIn(value: Json, path: JsonPath = []): { readonly path: JsonPath; readonly value: Json }[] {
  const inside = Array.isArray(value)
    ? value.flatMap((each, index) => placesIn(each, [...path, index]))
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, each]) => placesIn(each, [...path, key]))
      : [];
  return [{ path, value }, ...inside];
}

/** A copy of JSON with another value at a place; `undefined` takes the place away. */
export function withAt(value: Json, path: JsonPath, replacement: Json | undefined): Json {
  if (path.length === 0) return replacement ?? null;
  const copy = jsonOf(value);
  const parent = path.slice(0, -1).reduce((at, key) => (at as Record<string | number, Json>)[key]!, copy) as Record<string | number, Json>;
  const last = path.at(-1)!;
  if (replacement !== undefined) parent[last] = replacement;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(parent, last);
  return copy;
}

/** A place as a message writes it: `classes[0].tiles[1].incomeUpTo`. */
export function written(path: JsonPath): string {
  return path.map((key, index) => (typeof key === "number" ? `[${key}]` : index === 0 ? key : `.${key}`)).join("");
}
