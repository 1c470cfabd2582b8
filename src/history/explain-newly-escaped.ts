import { unexpected } from "../core/checked-record.js";
import { dayText } from "../core/plain-date.js";
import { writtenDay, type Locale, type LocalizedText } from "../core/text.js";
import { classLabels, type PovertyClass } from "../law/standard.js";
import type { NewlyEscapedDefinition } from "../law/vietnam/newly-escaped-definitions.js";
import { definitionById, lastDayOfStatus, type NewlyEscaped, type NewlyEscapedReason } from "./newly-escaped.js";
import { checkedDay, type Recognition } from "./recognition.js";

/**
 * What an officer can tell a household about its newly-escaped status: the answer with its days, the recognitions that
 * decided, the document, what is not verified, and who confirms the status.
 *
 * @param result - From `newlyEscaped`, or its JSON.
 * @param options - `locale`: `"vi"` or `"en"`.
 * @returns Plain text, one statement a line; days as people write them, `14/12/2023` in Vietnamese.
 * @throws {@link PovertyStandardError} `invalid-input` for another locale or definition.
 *
 * @example
 * ```ts
 * const recognitions = [{ on: "2022-12-14", class: "poor" }, { on: "2023-12-14", class: "not-poor" }] as const;
 * const lines = explainNewlyEscaped(newlyEscaped(recognitions, { on: "2025-06-01", definition: "credit" }), { locale: "vi" }).split("\n");
 * lines[0]; // => "Ngày 01/06/2025, hộ này là hộ mới thoát nghèo: từ ngày 14/12/2023 đến hết ngày 14/12/2026 (36 tháng)."
 * ```
 */
export function explainNewlyEscaped(result: NewlyEscaped, { locale }: { readonly locale: Locale }): string {
  if (!["vi", "en"].includes(locale)) throw unexpected("locale", 'expected "vi" or "en"', locale);
  const definition = definitionById(result.definition);
  const { document, note, provenance } = definition.citation;
  const unverified = provenance === "unverified" ? [`${texts.unverified[locale]}: ${document.title[locale]}.`] : [];
  return [
    verdictLine(result, definition, locale),
    ...evidenceLines(result.evidence, locale),
    `${texts.basis[locale]}: ${document.title[locale]}.`,
    ...unverified,
    ...(note === null ? [] : [note[locale]]),
    texts.confirmed[locale],
  ].join("\n");
}

const texts = {
  basis: { vi: "Căn cứ", en: "Basis" },
  evidence: { vi: "Các lần công nhận làm căn cứ:", en: "The recognitions that decided:" },
  noEvidence: { vi: "Đến ngày này không có lần công nhận nào được cung cấp.", en: "No recognition up to this day was given." },
  unverified: { vi: "Chưa có nguồn, phải đối chiếu với văn bản chính thức", en: "No source was read; compare with the official text" },
  confirmed: {
    vi: "Kết quả này chỉ dựa trên các lần công nhận đã cung cấp; việc xác nhận hộ mới thoát nghèo thuộc Ủy ban nhân dân cấp xã.",
    en: "This rests only on the recognitions that were given; the status is confirmed by the commune-level People's Committee.",
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** What each reason says after "not newly escaped"; `lists` are those of the definition. */
const reasons: Readonly<Record<NewlyEscapedReason, (lists: string, period: string) => LocalizedText>> = {
  "within-window": (_, period) => ({ vi: period, en: period }),
  "window-ended": (_, period) => ({ vi: `thời hạn đã hết: ${period}`, en: `the time has passed: ${period}` }),
  "listed-again": (lists) => ({ vi: `hộ đã thoát nghèo nhưng lại được công nhận là ${lists}`, en: `it had escaped, but was recognised again as a ${lists}` }),
  "still-listed": (lists) => ({
    vi: `hộ vẫn trong danh sách, chưa được công nhận ra khỏi diện ${lists}`,
    en: `it is still on a list and was not yet recognised as no longer a ${lists}`,
  }),
  "not-an-escape": (lists) => ({
    vi: `hộ không còn trong danh sách, nhưng không có hai lần công nhận liên tiếp theo cùng một chuẩn cho thấy hộ ra khỏi diện ${lists}`,
    en: `it is on no list any more, but no two recognitions in a row under one standard show it as a ${lists} and then not`,
  }),
  "never-listed": () => ({
    vi: "trong các lần công nhận đã cung cấp, hộ chưa từng là hộ nghèo hoặc hộ cận nghèo",
    en: "in the recognitions that were given it was never a poor or near-poor household",
  }),
};

function verdictLine({ newlyEscaped, why, on, evidence }: NewlyEscaped, definition: NewlyEscapedDefinition, locale: Locale): string {
  const vi = locale === "vi";
  const escaped = evidence[1];
  const period = escaped === undefined ? "" : periodText(escaped, definition, locale);
  const reason = reasons[why](listNames(definition.lists, locale), period)[locale];
  const day = writtenDay(on, locale);
  if (vi) return `Ngày ${day}, hộ này ${newlyEscaped ? "là" : "không phải là"} hộ mới thoát nghèo: ${reason}.`;
  return `On ${day} this is ${newlyEscaped ? "a" : "not a"} newly escaped household: ${reason}.`;
}

function periodText({ on }: Recognition, definition: NewlyEscapedDefinition, locale: Locale): string {
  const first = writtenDay(on, locale);
  const last = writtenDay(dayText(lastDayOfStatus(checkedDay(on, "evidence"), definition)), locale);
  const { months } = definition;
  return locale === "vi" ? `từ ngày ${first} đến hết ngày ${last} (${months} tháng)` : `from ${first} to ${last}, that day included (${months} months)`;
}

function listNames(lists: readonly PovertyClass[], locale: Locale): string {
  return lists.map((name) => classLabels[name][locale]).join(locale === "vi" ? " hoặc " : " or ");
}

function evidenceLines(evidence: readonly Recognition[], locale: Locale): readonly string[] {
  if (evidence.length === 0) return [texts.noEvidence[locale]];
  return [
    texts.evidence[locale],
    ...evidence.map(({ on, class: found, standard }) => {
      const under = typeof standard === "string" ? ` (${standard})` : "";
      return `- ${writtenDay(on, locale)}: ${classLabels[found][locale]}${under}.`;
    }),
  ];
}
