import { amountText, exactAmount } from "../core/exact-amount.js";
import { PovertyStandardError } from "../core/errors.js";
import { groupedNumber, writtenDay, type Locale, type LocalizedText } from "../core/text.js";
import { provisionText, type Citation } from "../law/citation.js";
import { factByName, householdFacts, type FactName } from "../law/facts.js";
import { classLabels, type Indicator } from "../law/standard.js";
import { annualVnd, type IncomeLine, type Residence } from "../law/tiling.js";
import { DecidedClassification, residenceOf, tableOf, tilesMet, type Classification, type Decision, type MissingFacts } from "./classification.js";
import { evidenceOf, type EvidenceFact } from "./evidence.js";
import type { Household } from "./types.js";

const residenceLabels: Readonly<Record<Residence, LocalizedText>> = {
  rural: { vi: "khu vực nông thôn", en: "rural areas" },
  urban: { vi: "khu vực thành thị", en: "urban areas" },
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
  if (decision === null) throw new PovertyStandardError("invalid-input", "expected a result of classify, assess, classifyDeprivations or classifyPoints, not a copy of it");
  if (!locales.includes(locale)) throw new PovertyStandardError("invalid-input", 'expected "vi" or "en"', "locale");
  const say = (text: LocalizedText): string => text[locale];
  return [
    verdictLine(classification, decision, locale),
    ...(decision.basis === "points" ? pointsLines(decision, locale) : [incomeLine(decision, locale)]),
    ...deprivationLines(decision, locale),
    ...missingLines(classification.missing, decision, locale),
    ...ruleLines(decision, locale),
    ...notHeldLines(classification, decision, locale),
    ...unverifiedLines(decision, locale),
    ...(decision.standard.points === null ? [] : [say(texts.pointsDecide)]),
    say(texts.recognition),
  ].join("\n");
}

const locales: readonly unknown[] = ["vi", "en"];

const texts = {
  recognition: {
    vi: "Đây là kết quả tính theo quy định; diện có hiệu lực của hộ là diện được Chủ tịch Ủy ban nhân dân cấp xã công nhận.",
    en: "This is what the rule gives; the class in force is the one that the chairman of the commune-level People's Committee recognises.",
  },
  pointsDecide: {
    vi: "Trong rà soát hằng năm, điểm A và điểm B là căn cứ xếp loại; thu nhập đo được chỉ để đối chiếu.",
    en: "In the yearly review points A and B decide; measured income is a check.",
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

function verdictLine({ class: found, possible }: Classification, { standard }: Decision, locale: Locale): string {
  // English titles begin with a capital, and here stand within a sentence.
  const title = locale === "vi" ? standard.title.vi : standard.title.en.charAt(0).toLowerCase() + standard.title.en.slice(1);
  if (found !== null) return locale === "vi" ? `Theo ${title}, hộ này là ${classLabels[found].vi}.` : `By the ${title} this is a ${classLabels[found].en}.`;
  const names = joined(possible.map((each) => classLabels[each][locale]), locale, "or");
  return locale === "vi" ? `Theo ${title}, chưa xác định được diện của hộ; còn có thể là ${names}.` : `By the ${title} the class cannot be told yet; it may be a ${names}.`;
}

function incomeLine(decision: Decision, locale: Locale): string {
  const { income, annual, persons, bandFrom } = decision;
  const vi = locale === "vi";
  if (income === null) return vi ? "Thu nhập của hộ chưa được ghi nhận." : "The income of the household is not recorded.";
  const table = tableOf(decision);
  const amount = groupedNumber(amountText(income), locale);
  const against = (line: IncomeLine): string => lineText(line, annual ? persons : 0, locale);
  const over = table.statedLines[bandFrom - 1];
  const upTo = table.statedLines[bandFrom];
  const bounds = [
    over === undefined ? "" : `${vi ? "cao hơn" : "over"} ${against(over)}`,
    upTo === undefined ? "" : `${vi ? "không vượt quá" : "not over"} ${against(upTo)}`,
  ].filter((bound) => bound !== "");
  const where = residenceLabels[residenceOf(decision)][locale];
  const compared = vi ? `so với mức của ${where}: ${bounds.join(" và ")}` : `against the line of ${where}: ${bounds.join(" and ")}`;
  if (annual)
    return vi
      ? `Tổng thu nhập 12 tháng của hộ ${persons} người là ${amount} đồng; ${compared}.`
      : `The household of ${persons} earned ${amount} VND in 12 months; ${compared}.`;
  return vi ? `Thu nhập bình quân là ${amount} đồng/người/tháng; ${compared}.` : `Income is ${amount} VND per person per month; ${compared}.`;
}

/** A line as stated, with what it comes to for the whole household where the income is the household's. */
function lineText(line: IncomeLine, persons: number, locale: Locale): string {
  const vi = locale === "vi";
  const amount = groupedNumber(line.amount, locale);
  const per = vi ? `đồng/người/${line.per === "month" ? "tháng" : "năm"}` : `VND per person per ${line.per}`;
  const total = groupedNumber(BigInt(annualVnd(line)) * BigInt(persons), locale);
  const whole = persons === 0 ? "" : vi ? `, tức ${total} đồng cho ${persons} người trong 12 tháng` : `, which is ${total} VND for ${persons} in 12 months`;
  return `${amount} ${per}${whole}`;
}

function pointsLines(decision: Decision, locale: Locale): readonly string[] {
  const vi = locale === "vi";
  const { standard, pointsA, least, most } = decision;
  const line = standard.points?.lines.find(({ residence }) => residence === residenceOf(decision));
  const where = residenceLabels[residenceOf(decision)][locale];
  const limit = line?.pointsUpTo ?? 0;
  const source = standard.points === null ? "" : `${vi ? " theo " : ", by "}${citationText(standard.points.citation, locale)}`;
  const first =
    pointsA === null
      ? vi ? "Điểm A (thu nhập) chưa được ghi nhận." : "Points A (income) are not recorded."
      : vi
        ? `Điểm A (thu nhập) là ${pointsA}, ${pointsA <= limit ? "không vượt quá" : "cao hơn"} mức ${limit} điểm của ${where}${source}.`
        : `Points A (income) are ${pointsA}, ${pointsA <= limit ? "not over" : "over"} the ${limit} points of ${where}${source}.`;
  const per = standard.points?.pointsPerIndicator ?? 0;
  const points = range(least * per, most * per);
  return [first, vi ? `Điểm B (thiếu hụt) là ${points}.` : `Points B (deprivations) are ${points}.`];
}

function deprivationLines(decision: Decision, locale: Locale): readonly string[] {
  const { standard, basis, least, most, deprivedMask } = decision;
  const total = standard.indicators.length;
  if (total === 0) return [];
  const vi = locale === "vi";
  const head = vi ? `Số chỉ số thiếu hụt: ${range(least, most)} trên ${total}` : `Deprived indicators: ${range(least, most)} of ${total}`;
  if (basis === "count" || basis === "points" || deprivedMask === 0) return [`${head}.`];
  const deprived = standard.indicators.filter((_, index) => (deprivedMask >> index) & 1);
  return [
    `${head}:`,
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
  const members = [...new Set(evidence.flatMap(({ member }) => (member === null ? [] : [member])))];
  return indicator.reason[locale].replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === "member") return joined(members.map((member) => memberName(household, member, locale)), locale, "and");
    if (slot === "persons") return groupedNumber(persons, locale);
    if (slot === "true") return joined([...new Set(evidence.filter(({ value }) => value === true).map(({ fact }) => factByName(fact).label[locale]))], locale, "or");
    if (slot === "facts") return evidence.map((item) => `${factByName(item.fact).label[locale]}: ${valueText(item, locale)}`).join("; ");
    const item = evidence.find(({ fact }) => fact === slot);
    return item === undefined ? "" : valueText(item, locale);
  });
}

function memberName({ members }: Household, index: number, locale: Locale): string {
  const born = members?.[index]?.bornOn;
  const vi = locale === "vi";
  const name = vi ? `thành viên thứ ${index + 1}` : `member ${index + 1}`;
  return typeof born === "string" ? `${name} (${vi ? "sinh" : "born"} ${writtenDay(born, locale)})` : name;
}

function valueText({ fact, value }: EvidenceFact, locale: Locale): string {
  const known = factByName(fact);
  if (known.type === "enum") return known.values[value as string]?.[locale] ?? "";
  if (known.type === "boolean") return locale === "vi" ? (value === true ? "có" : "không") : value === true ? "yes" : "no";
  // Like income: plain digits, also where a number would be written with an exponent.
  return known.type === "number" ? groupedNumber(amountText(exactAmount(value) ?? 0), locale) : writtenDay(value as string, locale);
}

function missingLines(missing: readonly MissingFacts[], { standard }: Decision, locale: Locale): readonly string[] {
  if (missing.length === 0) return [];
  const vi = locale === "vi";
  const nameOf = (id: string): string => {
    if (id === "income") return vi ? "Thu nhập" : "income";
    if (id === "deprivationCount") return vi ? "Số chỉ số thiếu hụt" : "number of deprived indicators";
    return standard.indicators.find((indicator) => indicator.id === id)?.label[locale] ?? id;
  };
  return [
    vi ? "Để xác định còn thiếu thông tin:" : "To tell the class, this is still missing:",
    ...missing.map(({ indicator, facts }) => {
      const named = facts.map((path) => pathText(path, locale)).filter((text) => text !== "");
      return `- ${nameOf(indicator)}${named.length === 0 ? "" : `: ${named.join("; ")}`}.`;
    }),
  ];
}

/** A path in words: "thành viên thứ 1: ngày sinh". Empty where the name before it says all. */
function pathText(path: string, locale: Locale): string {
  const vi = locale === "vi";
  if (path === "members") return vi ? "các thành viên chưa được liệt kê" : "the members who are not listed";
  const match = /^members\[(\d+)\]\.(\w+)$/.exec(path);
  if (match !== null) {
    const label = factByName(match[2] as FactName).label[locale];
    return `${vi ? "thành viên thứ" : "member"} ${Number(match[1]) + 1}: ${label}`;
  }
  return Object.hasOwn(householdFacts, path) ? factByName(path as FactName).label[locale] : "";
}

function ruleLines(decision: Decision, locale: Locale): readonly string[] {
  const sources = tilesMet(decision).flatMap(({ citation, tile }) => [
    citationText(citation, locale),
    ...[tile.incomeUpTo, tile.incomeOver].flatMap((line) => (line === undefined ? [] : [citationText(line.citation, locale)])),
  ]);
  const listed = [...new Set(sources)].join("; ");
  return [locale === "vi" ? `Căn cứ: ${listed}.` : `Basis: ${listed}.`];
}

function notHeldLines({ notHeld }: Classification, { standard }: Decision, locale: Locale): readonly string[] {
  const notes = standard.notHeld.filter((gap) => notHeld.includes(gap.class)).map((gap) => gap.note[locale]);
  const thresholds = standard.indicators.filter(({ id }) => notHeld.includes(id)).map(({ label }) => label[locale]);
  if (thresholds.length > 0)
    notes.push(locale === "vi" ? `Chưa có ngưỡng thiếu hụt của các chỉ số: ${thresholds.join(", ")}.` : `The thresholds of these indicators are not held: ${thresholds.join(", ")}.`);
  return notes;
}

function unverifiedLines(decision: Decision, locale: Locale): readonly string[] {
  const { standard, basis, deprivedMask } = decision;
  const vi = locale === "vi";
  const rules = tilesMet(decision)
    .filter(({ provenance }) => provenance === "unverified")
    .map(({ rule }) => (vi ? `chuẩn ${classLabels[rule.class].vi}` : `the rule for a ${classLabels[rule.class].en}`));
  const indicators = standard.indicators
    .filter(({ citation }, index) => citation.provenance === "unverified" && basis === "facts" && (deprivedMask >> index) & 1)
    .map(({ label }) => (vi ? `chỉ số ${label.vi}` : `the indicator ${label.en}`));
  const unverified = [...new Set([...rules, ...indicators])];
  if (unverified.length === 0) return [];
  return [
    vi
      ? `Chưa đối chiếu với văn bản chính thức: ${unverified.join("; ")}.`
      : `Not yet compared with the official text: ${unverified.join("; ")}.`,
  ];
}

/** "điểm a khoản 2 Điều 3 Nghị định 07/2021/NĐ-CP", "Article 3(2)(a), Decree 07/2021/NĐ-CP". */
function citationText({ provision, document }: Citation, locale: Locale): string {
  const place = provisionText(provision, locale);
  return place === "" ? document.title[locale] : `${place}${locale === "vi" ? " " : ", "}${document.title[locale]}`;
}

function range(least: number, most: number): string {
  return least === most ? String(least) : `${least}–${most}`;
}

function joined(names: readonly string[], locale: Locale, word: "and" | "or"): string {
  const last = names.at(-1) ?? "";
  if (names.length < 2) return last;
  const link = locale === "vi" ? (word === "and" ? "và" : "hoặc") : word;
  return `${names.slice(0, -1).join(", ")} ${link} ${last}`;
}
