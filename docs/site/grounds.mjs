import { html } from "./html.mjs";
import { words, writtenDay } from "./words.mjs";

/** The document and the place in it. */
export function provisionOf(citation, law, locale) {
  const place = law.provisionText(citation.provision, locale);
  return html`<span class="document">${citation.document.title[locale]}</span><br>${place === "" ? html`<span class="soft">${words[locale].noProvision}</span>` : place}`;
}

/** How surely a value is known, in a word that is not told by colour alone. */
export function provenanceOf({ provenance }, locale) {
  return html`<span class="tag ${provenance}">${words[locale].provenances[provenance]}</span>`;
}

/** Where a value was read. */
export function seenAtOf({ seenAt }, locale) {
  if (seenAt.length === 0) return html`<span class="soft">${words[locale].notSeen}</span>`;
  // Addresses are shown as they are noted; they are in no language.
  return html`<ul class="plain seen" translate="no">${seenAt.map((address) => html`<li>${address}</li>`)}</ul>`;
}

/** Who compared a value with the official text. */
export function verificationOf({ verification }, locale) {
  const say = words[locale];
  return verification === null ? html`<span class="soft">${say.notVerified}</span>` : html`${say.verified(verification.by, writtenDay(verification.on, locale))}`;
}

/** A reading or a gap, if there is one. */
export function noteOf({ note }, locale) {
  return note === null ? null : html`<p class="note">${note[locale]}</p>`;
}

/** Heads of {@link groundsCells}. */
export function groundsHeads(locale) {
  const say = words[locale];
  return [say.provision, say.provenance, say.seenAt, say.verification].map((head) => html`<th scope="col">${head}</th>`);
}

/** Provision, provenance, sources and verification as four cells. */
export function groundsCells(citation, law, locale) {
  return html`<td>${provisionOf(citation, law, locale)}${noteOf(citation, locale)}</td><td>${provenanceOf(citation, locale)}</td><td>${seenAtOf(citation, locale)}</td><td>${verificationOf(citation, locale)}</td>`;
}
