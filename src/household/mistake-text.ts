import { groupedNumber, type Locale, type LocalizedText } from "../core/text.js";
import { provisionText, type Citation } from "../law/citation.js";
import { standardTables, type PovertyClass, type Standard } from "../law/standard.js";
import { annualVnd, residences, type IncomeLine, type Residence } from "../law/tiling.js";
import type { KnownMistake } from "./known-mistakes.js";

/** What a mistake is called, in the words of a sentence. */
interface Wording {
  /** Follows "The recorded class results if": what the mistake is. */
  readonly if: LocalizedText;
  /** What holds instead; `{law}` is the provision. */
  readonly instead: LocalizedText;
  /** What `{law}` cites: the rules of these classes, the points route, or the income lines. Nothing where no provision is meant. */
  readonly law?: readonly PovertyClass[] | "points" | "lines";
}

const pointsReading = { vi: "Theo {law}, điểm A thể hiện thu nhập và càng ít điểm càng nghèo; điểm B thể hiện mức độ thiếu hụt, mỗi chỉ số {per} điểm.", en: "By {law}, points A stand for income, and few mean poor; points B stand for deprivations, {per} for each indicator." };
const linesOfThis = { vi: "Theo {law}, mức thu nhập là {own}.", en: "By {law}, the lines are {own}." };
const unknown = {
  vi: "Điều chưa ghi là chưa biết: cần bổ sung rồi mới xác định được diện của hộ.",
  en: "What is not recorded is unknown: the class can be told once it is recorded.",
};

const wordings: Readonly<Record<string, Wording>> = {
  "line-excluded": {
    if: { vi: 'thu nhập (hoặc điểm A) đúng bằng mức quy định bị coi là vượt mức ("<" thay cho "≤")', en: 'an income (or points A) exactly on a line is taken to be over it ("<" for "≤")' },
    instead: { vi: "Theo {law}, đúng bằng mức quy định là chưa vượt mức.", en: "By {law}, the line itself is not over the line." },
    law: ["poor", "near-poor", "average-living-standard"],
  },
  "or-for-and": {
    if: {
      vi: 'hai điều kiện của hộ nghèo (thu nhập không vượt mức quy định "và" thiếu hụt đủ số chỉ số) được nối bằng "hoặc"',
      en: 'the two conditions for a poor household (income not over the line "and" enough deprived indicators) are joined by "or"',
    },
    instead: { vi: "Theo {law}, phải có cả hai điều kiện này.", en: "By {law}, both must hold." },
    law: ["poor"],
  },
  "dimensions-for-indicators": {
    if: { vi: "đếm số chiều thiếu hụt thay cho số chỉ số thiếu hụt", en: "deprived dimensions are counted in place of deprived indicators" },
    instead: { vi: "Theo {law}, phải đếm số chỉ số.", en: "By {law}, indicators are counted." },
    law: ["poor", "near-poor"],
  },
  "near-poor-needs-deprivation": {
    if: {
      vi: "hộ cận nghèo bị hiểu là phải thiếu hụt ít nhất 1 chỉ số, nên hộ không thiếu hụt chỉ số nào bị xếp ra ngoài",
      en: "a near-poor household is taken to need at least 1 deprived indicator, so that one without any falls outside",
    },
    instead: { vi: 'Theo {law}, "dưới" số chỉ số quy định gồm cả hộ không thiếu hụt chỉ số nào.', en: 'By {law}, "fewer than" the number includes none.' },
    law: ["near-poor"],
  },
  "near-poor-as-band": {
    if: {
      vi: "khoảng thu nhập của hộ có mức sống trung bình bị coi là của hộ cận nghèo",
      en: "the income band of households of average living standard is taken for that of near-poor ones",
    },
    instead: { vi: "Theo {law}, hộ có thu nhập trong khoảng này không phải hộ cận nghèo.", en: "By {law}, a household with an income in this band is not near-poor." },
    law: ["near-poor", "average-living-standard"],
  },
  "average-needs-no-deprivation": {
    if: {
      vi: "hộ có mức sống trung bình bị hiểu là phải không thiếu hụt chỉ số nào",
      en: "a household of average living standard is taken to need to be without any deprivation",
    },
    instead: { vi: "Theo {law}, diện này chỉ xét thu nhập.", en: "By {law}, only income decides there." },
    law: ["average-living-standard"],
  },
  "older-line": {
    if: { vi: "dùng mức thu nhập cũ ({other}: {theirs}) với cách xếp loại của chuẩn này", en: "older income lines ({other}: {theirs}) are used with the rule of this standard" },
    instead: linesOfThis,
    law: "lines",
  },
  "newer-line": {
    if: {
      vi: "dùng mức thu nhập đã ban hành nhưng áp dụng cho giai đoạn sau ({other}: {theirs})",
      en: "income lines that were issued for the next period ({other}: {theirs}) are used already",
    },
    instead: linesOfThis,
    law: "lines",
  },
  "national-line": {
    if: { vi: "dùng mức thu nhập của cả nước ({other}: {theirs}) thay cho mức của địa phương", en: "national income lines ({other}: {theirs}) are used in place of the local ones" },
    instead: linesOfThis,
    law: "lines",
  },
  "other-residence": {
    if: { vi: "áp dụng mức của khu vực kia (nông thôn thay cho thành thị hoặc ngược lại)", en: "the line of the other residence is applied (rural for urban, or the reverse)" },
    instead: { vi: "Theo {law}, mức thu nhập là {own}; cần kiểm tra cả khu vực đã ghi của hộ.", en: "By {law}, the lines are {own}; check also which residence is recorded." },
    law: "lines",
  },
  "points-inverted": { if: { vi: "điểm A bị hiểu ngược (nhiều điểm là nghèo)", en: "points A are read the other way round: many for poor" }, instead: pointsReading, law: "points" },
  "points-exchanged": { if: { vi: "điểm A và điểm B bị đổi chỗ cho nhau", en: "points A and points B are exchanged" }, instead: pointsReading, law: "points" },
  "points-unit": {
    if: { vi: "điểm B bị nhầm với số chỉ số thiếu hụt, hoặc ngược lại", en: "points B are taken for a number of deprived indicators, or the reverse" },
    instead: pointsReading,
    law: "points",
  },
  "missing-as-zero": {
    if: {
      vi: "coi điều chưa ghi là 0: thu nhập hoặc điểm là 0, chỉ số chưa rõ là không thiếu hụt",
      en: "what is missing is taken for 0: income or points for 0, an unknown indicator for not deprived",
    },
    instead: unknown,
  },
  "missing-income-as-not-poor": {
    if: { vi: "coi hộ chưa ghi thu nhập (hoặc điểm A) là hộ vượt mọi mức quy định", en: "a household without a recorded income (or points A) is taken to be over every line" },
    instead: unknown,
  },
  "missing-as-no": {
    if: { vi: 'coi ô để trống là "không" hoặc 0', en: 'a blank is taken for "no" or 0' },
    instead: unknown,
  },
};

const residenceNames: Readonly<Record<Residence, LocalizedText>> = { rural: { vi: "nông thôn", en: "rural" }, urban: { vi: "thành thị", en: "urban" } };

/**
 * What a known mistake is, and what the law says instead, as an officer can tell it.
 *
 * @param mistake - From `knownMistakes` of the standard.
 * @param standard - The standard.
 */
export function mistakeText({ id, lines }: KnownMistake, standard: Standard): LocalizedText {
  const wording = wordings[id.split(":")[0] ?? ""] as Wording;
  const text = (locale: Locale): string => {
    const start = locale === "vi" ? "Diện đã ghi khớp với cách tính sai sau:" : "The recorded class results if";
    const slots: Readonly<Record<string, string>> = {
      law: citationsText(citationsOf(standard, wording.law), locale),
      per: String(standard.points?.pointsPerIndicator ?? ""),
      own: linesText(standard, locale),
      other: lines?.of.document.title[locale] ?? "",
      theirs: lines === null ? "" : linesText(lines.variant, locale, lines.of),
    };
    return `${start} ${wording.if[locale]}. ${wording.instead[locale]}`.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? "");
  };
  return { vi: text("vi"), en: text("en") };
}

function citationsOf(standard: Standard, law: Wording["law"]): readonly Citation[] {
  if (law === "points") return standard.points === null ? [] : [standard.points.citation];
  if (law === "lines") return residences.flatMap((residence) => standardTables(standard).byResidence[residence].statedLines.map(({ citation }) => citation));
  return standard.classes.filter((rule) => law?.includes(rule.class)).map(({ citation }) => citation);
}

/** "điểm a khoản 2 Điều 3, điểm b khoản 2 Điều 3 Nghị định 07/2021/NĐ-CP", "Article 3(2)(a), Article 3(2)(b), Decree 07/2021/NĐ-CP". */
function citationsText(citations: readonly Citation[], locale: Locale): string {
  const places = new Map<string, Set<string>>();
  for (const { document, provision } of citations) {
    const known = places.get(document.title[locale]) ?? new Set();
    const place = provisionText(provision, locale);
    places.set(document.title[locale], place === "" ? known : known.add(place));
  }
  return [...places].map(([title, within]) => (within.size === 0 ? title : `${[...within].join(", ")}${locale === "vi" ? " " : ", "}${title}`)).join("; ");
}

/** "nông thôn 1.500.000, 2.250.000 đồng/người/tháng; thành thị …"; of a variant those that it has from another standard. */
function linesText(standard: Standard, locale: Locale, from: Standard = standard): string {
  const [rural = "", urban = ""] = residences.map((residence) => {
    const taken = standardTables(from).byResidence[residence].lines;
    const stated = standardTables(standard).byResidence[residence].statedLines.filter((line) => taken.includes(annualVnd(line)));
    return stated.map(({ amount, per }, index) => groupedNumber(amount, locale) + (stated[index + 1]?.per === per ? "" : ` ${perText(per, locale)}`)).join(", ");
  });
  return rural === urban ? rural : `${residenceNames.rural[locale]} ${rural}; ${residenceNames.urban[locale]} ${urban}`;
}

function perText(per: IncomeLine["per"], locale: Locale): string {
  return locale === "vi" ? `đồng/người/${per === "month" ? "tháng" : "năm"}` : `VND per person per ${per}`;
}
