import { amountText, exactAmount, type ExactAmount } from "../core/exact-amount.js";
import { PovertyStandardError } from "../core/errors.js";
import { inMask } from "../core/in-mask.js";
import { bilingual, groupedNumber, writtenDay, type Locale, type LocalizedText } from "../core/text.js";
import { provisionText, type Citation } from "../law/citation.js";
import { factByName, householdFacts, type FactName } from "../law/facts.js";
import { classLabels, type Indicator, type PointsLine, type PointsRoute } from "../law/standard.js";
import { annualVnd, linesOf, type IncomeLine, type Residence } from "../law/tiling.js";
import { DecidedClassification, residenceOf, tableOf, tilesMet, type Classification, type Decision, type MissingFacts } from "./classification.js";
import { evidenceOf, type EvidenceFact } from "./evidence.js";
import type { Household } from "./types.js";

const residenceLabels: Readonly<Record<Residence, LocalizedText>> = {
  rural: bilingual("khu vực nông thôn", "rural areas"),
  urban: bilingual("khu vực thành thị", "urban areas"),
};

/**
 * What an officer can tell a household: the class, its income against the line, each deprivation with the member or
 * thing concerned and the provision, what is still missing, what rests on an unverified provision, and that the class
 * in force is the one that the commune recognises.
 *
 * @param classification - From `classify`, `assess`, `classifyDeprivations` or `classifyPoints`; not its JSON.
 * @param options - `locale`: `"vi"` or `"en"`.
 * @returns Plain text, one statement a line. It names members by their place and birth, never by `id`.
 * @throws {@link PovertyStandardError} `invalid-input` for anything else.
 *
 * @example
 * ```ts
 * const standard = standardById("vn/decree-07-2021");
 * const household = { residence: "rural", monthlyIncomePerPersonVnd: 1_500_000, deprivationCount: 0 } as const;
 * const lines = explain(classifyDeprivations(household, { standard }), { locale: "en" }).split("\n");
 * lines[0]; // => "By the multidimensional poverty standard of 2022–2025 (Decree 07/2021/NĐ-CP) this is a near-poor household."
 * ```
 */
export function explain(classification: Classification, { locale }: { readonly locale: Locale }): string {
  const decision = DecidedClassification.decisionOf(classification);
  if (decision === null) throw new PovertyStandardError("invalid-input", "expected a classification, not a copy of it");
  if (!locales.includes(locale)) throw new PovertyStandardError("invalid-input", 'expected "vi" or "en"', "locale");
  const { points } = decision.standard;
  return [
    verdictLine(classification, decision, locale),
    ...(points !== null && decision.basis === "points" ? pointsLines(decision, points, locale) : [incomeLine(decision, locale)]),
    ...deprivationLines(decision, locale),
    ...missingLines(classification.missing, decision, locale),
    ruleLine(decision, locale),
    ...notHeldLines(classification, decision, locale),
    ...unverifiedLines(decision, locale),
    ...(points === null ? [] : [pointsDecide[locale]]),
    recognitionDecides[locale],
  ].join("\n");
}

const locales: readonly unknown[] = ["vi", "en"];

const recognitionDecides = /* @__PURE__ */ bilingual(
  "Đây là kết quả tính theo quy định; diện có hiệu lực của hộ là diện được Chủ tịch Ủy ban nhân dân cấp xã công nhận.",
  "This is what the rule gives; the class in force is the one that the chairman of the commune-level People's Committee recognises.",
);
const pointsDecide = /* @__PURE__ */ bilingual(
  "Trong rà soát hằng năm, điểm A và điểm B là căn cứ xếp loại; thu nhập đo được chỉ để đối chiếu.",
  "In the yearly review points A and B decide; measured income is a check.",
);

function verdictLine({ class: found, possible }: Classification, { standard }: Decision, locale: Locale): string {
  const names = joined(possible.map((each) => classLabels[each][locale]), locale, "or");
  const known = found === null ? bilingual("chưa xác định được diện của hộ; còn có thể", "the class cannot be told yet; it may be") : bilingual("hộ này", "this is");
  // English titles begin with a capital, and here stand within a sentence.
  const title = standard.title.en.replace(/^./, (first) => first.toLowerCase());
  return bilingual(`Theo ${standard.title.vi}, ${known.vi} là ${names}.`, `By the ${title} ${known.en} a ${names}.`)[locale];
}

function incomeLine(decision: Decision, locale: Locale): string {
  const { income, annual, persons, bandFrom } = decision;
  if (income === null) return bilingual("Thu nhập của hộ chưa được ghi nhận.", "The income of the household is not recorded.")[locale];
  const { statedLines } = tableOf(decision);
  const bounds = [statedLines[bandFrom - 1], statedLines[bandFrom]].flatMap((line, index) =>
    line === undefined ? [] : [`${sideText(index === 0, locale)} ${lineText(line, annual ? persons : 0, locale)}`],
  );
  const amount = groupedNumber(amountText(income), locale);
  const where = residenceLabels[residenceOf(decision)][locale];
  const compared = joined(bounds, locale, "and");
  const earned = annual
    ? bilingual(`Tổng thu nhập 12 tháng của hộ ${persons} người là ${amount} đồng`, `The household of ${persons} earned ${amount} VND in 12 months`)
    : bilingual(`Thu nhập bình quân là ${amount} đồng/người/tháng`, `Income is ${amount} VND per person per month`);
  return `${earned[locale]}; ${bilingual("so với mức của", "against the line of")[locale]} ${where}: ${compared}.`;
}

function sideText(isOver: boolean, locale: Locale): string {
  return (isOver ? bilingual("cao hơn", "over") : bilingual("không vượt quá", "not over"))[locale];
}

/** A line as stated, with what it comes to for the whole household where the income is the household's. */
function lineText(line: IncomeLine, persons: number, locale: Locale): string {
  const amount = groupedNumber(line.amount, locale);
  const total = groupedNumber(BigInt(annualVnd(line)) * BigInt(persons), locale);
  const whole = bilingual(`, tức ${total} đồng cho ${persons} người trong 12 tháng`, `, which is ${total} VND for ${persons} in 12 months`)[locale];
  return bilingual(`${amount} đồng/người/${line.per === "month" ? "tháng" : "năm"}`, `${amount} VND per person per ${line.per}`)[locale] + (persons === 0 ? "" : whole);
}

function pointsLines(decision: Decision, points: PointsRoute, locale: Locale): readonly string[] {
  const { pointsA, least, most } = decision;
  const residence = residenceOf(decision);
  const { pointsUpTo: limit } = points.lines.find((line) => line.residence === residence) as PointsLine;
  const where = residenceLabels[residence][locale];
  const source = citationText(points.citation, locale);
  const side = sideText(Number(pointsA) > limit, locale);
  const pointsB = range(least * points.pointsPerIndicator, most * points.pointsPerIndicator);
  const first =
    pointsA === null
      ? bilingual("Điểm A (thu nhập) chưa được ghi nhận.", "Points A (income) are not recorded.")
      : bilingual(
          `Điểm A (thu nhập) là ${pointsA}, ${side} mức ${limit} điểm của ${where} theo ${source}.`,
          `Points A (income) are ${pointsA}, ${side} the ${limit} points of ${where}, by ${source}.`,
        );
  return [first[locale], bilingual(`Điểm B (thiếu hụt) là ${pointsB}.`, `Points B (deprivations) are ${pointsB}.`)[locale]];
}

function deprivationLines(decision: Decision, locale: Locale): readonly string[] {
  const { standard, basis, least, most, deprivedMask } = decision;
  const total = standard.indicators.length;
  if (total === 0) return [];
  const deprived = inMask(standard.indicators, deprivedMask);
  const count = range(least, most);
  const head = bilingual(`Số chỉ số thiếu hụt: ${count} trên ${total}`, `Deprived indicators: ${count} of ${total}`)[locale];
  return [
    head + (deprived.length === 0 ? "." : ":"),
    ...deprived.map((indicator) => {
      const sentence = basis === "facts" ? ` – ${filled(indicator, decision, locale)}` : "";
      return `- ${indicator.label[locale]}${sentence} (${citationText(indicator.citation, locale)}).`;
    }),
  ];
}

/** The hand-written sentence of an indicator with its slots filled from the evidence. */
function filled(indicator: Indicator, { record, on, persons }: Decision, locale: Locale): string {
  const household = record as Household;
  const evidence = evidenceOf(indicator, household, on);
  const label = ({ fact }: EvidenceFact): string => factByName(fact).label[locale];
  return indicator.reason[locale].replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === "member") return joined(distinct(evidence.flatMap(({ member }) => (member === null ? [] : [memberName(household, member, locale)]))), locale, "and");
    if (slot === "persons") return groupedNumber(persons, locale);
    if (slot === "true") return joined(distinct(evidence.filter(({ value }) => value === true).map(label)), locale, "or");
    if (slot === "facts") return evidence.map((item) => `${label(item)}: ${valueText(item, locale)}`).join("; ");
    const item = evidence.find(({ fact }) => fact === slot);
    return item === undefined ? "" : valueText(item, locale);
  });
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

function memberName({ members }: Household, index: number, locale: Locale): string {
  const born = members?.[index]?.bornOn;
  const place = memberPlace(index, locale);
  return typeof born === "string" ? `${place} (${bilingual("sinh", "born")[locale]} ${writtenDay(born, locale)})` : place;
}

function memberPlace(index: number, locale: Locale): string {
  return `${bilingual("thành viên thứ", "member")[locale]} ${index + 1}`;
}

function valueText({ fact, value }: EvidenceFact, locale: Locale): string {
  const known = factByName(fact);
  if (known.type === "enum") return known.values[value as string]?.[locale] ?? "";
  if (known.type === "boolean") return (value === true ? bilingual("có", "yes") : bilingual("không", "no"))[locale];
  // Like income: plain digits, also where a number would be written with an exponent.
  return known.type === "number" ? groupedNumber(amountText(exactAmount(value) as ExactAmount), locale) : writtenDay(value as string, locale);
}

/** What a missing part is called that is no indicator. */
const otherParts: Readonly<Record<string, LocalizedText>> = {
  income: bilingual("Thu nhập", "income"),
  deprivationCount: bilingual("Số chỉ số thiếu hụt", "number of deprived indicators"),
};

function missingLines(missing: readonly MissingFacts[], { standard }: Decision, locale: Locale): readonly string[] {
  if (missing.length === 0) return [];
  return [
    bilingual("Để xác định còn thiếu thông tin:", "To tell the class, this is still missing:")[locale],
    ...missing.map(({ indicator, facts }) => {
      const label = (standard.indicators.find(({ id }) => id === indicator)?.label ?? otherParts[indicator])?.[locale] ?? "";
      const named = facts.map((path) => pathText(path, locale)).filter((text) => text !== "");
      return `- ${[label, ...(named.length === 0 ? [] : [named.join("; ")])].join(": ")}.`;
    }),
  ];
}

/** A path in words: "thành viên thứ 1: ngày sinh". Empty where the name before it says all. */
function pathText(path: string, locale: Locale): string {
  if (path === "members") return bilingual("các thành viên chưa được liệt kê", "the members who are not listed")[locale];
  const [, index, name = path] = /^members\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
  if (index !== undefined) return `${memberPlace(Number(index), locale)}: ${factByName(name as FactName).label[locale]}`;
  return Object.hasOwn(householdFacts, name) ? factByName(name as FactName).label[locale] : "";
}

function ruleLine(decision: Decision, locale: Locale): string {
  const sources = tilesMet(decision).flatMap(({ citation, tile }) => [citation, ...linesOf(tile).map((line) => line.citation)]);
  return `${bilingual("Căn cứ", "Basis")[locale]}: ${distinct(sources.map((source) => citationText(source, locale))).join("; ")}.`;
}

function notHeldLines({ notHeld }: Classification, { standard }: Decision, locale: Locale): readonly string[] {
  const notes = standard.notHeld.filter((gap) => notHeld.includes(gap.class)).map((gap) => gap.note[locale]);
  const thresholds = standard.indicators.filter(({ id }) => notHeld.includes(id)).map(({ label }) => label[locale]);
  if (thresholds.length === 0) return notes;
  return [...notes, `${bilingual("Chưa có ngưỡng thiếu hụt của các chỉ số", "The thresholds of these indicators are not held")[locale]}: ${thresholds.join(", ")}.`];
}

function unverifiedLines(decision: Decision, locale: Locale): readonly string[] {
  const { standard, basis, deprivedMask } = decision;
  const rules = tilesMet(decision).flatMap(({ rule, provenance }) =>
    provenance === "unverified" ? [`${bilingual("chuẩn", "the rule for a")[locale]} ${classLabels[rule.class][locale]}`] : [],
  );
  const indicators = inMask(standard.indicators, basis === "facts" ? deprivedMask : 0).flatMap(({ label, citation }) =>
    citation.provenance === "unverified" ? [`${bilingual("chỉ số", "the indicator")[locale]} ${label[locale]}`] : [],
  );
  const unverified = distinct([...rules, ...indicators]);
  return unverified.length === 0 ? [] : [`${bilingual("Chưa có nguồn, phải đối chiếu với văn bản chính thức", "No source was read; compare with the official text")[locale]}: ${unverified.join("; ")}.`];
}

/** "điểm a khoản 2 Điều 3 Nghị định 07/2021/NĐ-CP", "Article 3(2)(a), Decree 07/2021/NĐ-CP". */
function citationText({ provision, document }: Citation, locale: Locale): string {
  const place = provisionText(provision, locale);
  return place + (place === "" ? "" : bilingual(" ", ", ")[locale]) + document.title[locale];
}

function range(least: number, most: number): string {
  return least === most ? String(least) : `${least}–${most}`;
}

function joined(names: readonly string[], locale: Locale, word: "and" | "or"): string {
  const last = names.at(-1) ?? "";
  if (names.length < 2) return last;
  const link = bilingual(word === "and" ? "và" : "hoặc", word)[locale];
  return `${names.slice(0, -1).join(", ")} ${link} ${last}`;
}
