import type { Locale, LocalizedText } from "../core/text.js";
import type { Day } from "../core/plain-date.js";

/**
 * How surely a value is known: `text`, the official text of the provision (or an official translation) was read;
 * `reported`, it was read in a source that quotes or summarises the provision; `unverified`, it is widely known or
 * follows by analogy, but no source was read: check it against the text before relying on it.
 */
export type Provenance = "text" | "reported" | "unverified";

/** A legal document. */
export interface LegalDocument {
  /** Its official number, for example `07/2021/NĐ-CP`. */
  readonly number: string;
  /** What it is called. */
  readonly title: LocalizedText;
  /** The day it was issued; `null` where it is not held. */
  readonly issued: Day | null;
  /** The day it came into force; `null` where it is not held. */
  readonly inForce: Day | null;
}

/** A place in a legal document. */
export interface Provision {
  /** Article (điều). */
  readonly article?: string;
  /** Clause (khoản). */
  readonly clause?: string;
  /** Point (điểm). */
  readonly point?: string;
  /** The appendix (phụ lục). */
  readonly annex?: boolean;
  /** Number of an indicator in the appendix. */
  readonly indicator?: number;
}

/** Who compared a value with the official text, and when. */
export interface Verification {
  /** The person or office. */
  readonly by: string;
  /** The day. */
  readonly on: Day;
}

/** Where a value of the law stands and how surely it is known. */
export interface Citation {
  /** The document. */
  readonly document: LegalDocument;
  /** The place in it; `null` where the value follows from others or the place is not held. */
  readonly provision: Provision | null;
  /** How surely it is known. */
  readonly provenance: Provenance;
  /** Public addresses where it was read. */
  readonly seenAt: readonly string[];
  /** A reading or a gap that a careful reader must know; `null` if there is none. */
  readonly note: LocalizedText | null;
  /** Who compared it with the official text; `null` until someone does. */
  readonly verification: Verification | null;
}

/**
 * Makes a citation that nobody has verified yet.
 *
 * @param document - The document.
 * @param provision - The place in it, or `null`.
 * @param provenance - How surely the value is known.
 * @param details - `seenAt`: public addresses where it was read; `note`: a reading or a gap.
 */
export function cite(
  document: LegalDocument,
  provision: Provision | null,
  provenance: Provenance,
  { seenAt = [], note = null }: { readonly seenAt?: readonly string[]; readonly note?: LocalizedText | null } = {},
): Citation {
  return { document, provision, provenance, seenAt, note, verification: null };
}

/**
 * A provision as each language writes it: "điểm a khoản 2 Điều 3", "Article 3(2)(a)"; an empty text for no provision.
 *
 * @param provision - The place in a document, or `null`.
 * @param locale - The language.
 *
 * @example
 * ```ts
 * provisionText({ article: "3", clause: "2", point: "a" }, "vi"); // => "điểm a khoản 2 Điều 3"
 * ```
 */
export function provisionText(provision: Provision | null, locale: Locale): string {
  if (provision === null) return "";
  const { article, clause, point, annex, indicator } = provision;
  const parts: string[] = [];
  if (locale === "vi") {
    if (indicator !== undefined) parts.push(`chỉ số ${indicator}`);
    if (point !== undefined) parts.push(`điểm ${point}`);
    if (clause !== undefined) parts.push(`khoản ${clause}`);
    if (article !== undefined) parts.push(`Điều ${article}`);
    if (annex === true) parts.push("Phụ lục");
    return parts.join(" ");
  }
  // Whatever is the widest place names it: "Article 3(2)(a)", "Clause 2(a)".
  const [widest, ...within] = ([["Article", article], ["Clause", clause], ["Point", point]] as const).filter(([, place]) => place !== undefined);
  if (widest !== undefined) parts.push(`${widest.join(" ")}${within.map(([, place]) => `(${place})`).join("")}`);
  if (annex === true) parts.push("Appendix");
  if (indicator !== undefined) parts.push(`indicator ${indicator}`);
  return parts.join(", ");
}

/** Every provenance, the surest first. */
export const provenances: readonly Provenance[] = ["text", "reported", "unverified"];

/**
 * The least sure of several provenances: what rests on all of them is no surer than that.
 *
 * @param several - At least one.
 */
export function weakestProvenance(several: readonly Provenance[]): Provenance {
  return provenances.findLast((provenance) => several.includes(provenance)) ?? "unverified";
}
