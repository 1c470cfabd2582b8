import { groupedNumber, type Locale, type LocalizedText } from "../core/text.js";
import { rateText, type PrintedRate } from "./printed-rate.js";
import type { Bounds } from "./rounding.js";

/** Writes one sentence in one language. */
export type Wording = (say: Phrases) => string;

/** How numbers and lists are written in the language of a sentence. */
export interface Phrases {
  /** The language. */
  readonly locale: Locale;
  /** A whole number: `1.442.261`, `1,442,261`. */
  readonly count: (value: number | bigint) => string;
  /** A percentage: `46,66%`, `46.66%`. */
  readonly percent: (rate: PrintedRate | string) => string;
  /** Whole numbers between two bounds: `from 30,776 to 30,929`. */
  readonly range: (bounds: Bounds) => string;
  /** Names in a row: `poor, near`. */
  readonly names: (names: readonly string[]) => string;
}

/**
 * A sentence in both languages.
 *
 * @param vi - Its Vietnamese wording.
 * @param en - Its English wording.
 */
export function sentence(vi: Wording, en: Wording): LocalizedText {
  return { vi: vi(phrases.vi), en: en(phrases.en) };
}

const words = {
  vi: { from: "từ", to: "đến", orMore: "trở lên" },
  en: { from: "from", to: "to", orMore: "or more" },
} as const;

const phrases: Readonly<Record<Locale, Phrases>> = { vi: phrasesIn("vi"), en: phrasesIn("en") };

function phrasesIn(locale: Locale): Phrases {
  const count = (value: number | bigint): string => groupedNumber(value, locale);
  const { from, to, orMore } = words[locale];
  return {
    locale,
    count,
    percent: (rate) => {
      const text = typeof rate === "string" ? rate : rateText(rate);
      return `${locale === "vi" ? text.replace(".", ",") : text}%`;
    },
    range: ({ low, high }) =>
      low === high ? count(low) : high > Number.MAX_SAFE_INTEGER ? `${count(low)} ${orMore}` : `${from} ${count(low)} ${to} ${count(high)}`,
    names: (names) => names.join(", "),
  };
}
