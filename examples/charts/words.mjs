import { classLabels } from "chuan-ngheo";

/** A text with a capital letter. */
export function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A class as a key names it; what is counted are households, so that English need not say it. */
export function className(name, locale) {
  const label = classLabels[name][locale];
  return capitalised(locale === "en" ? label.replace(/^household (?:of|that is) | household$/, "") : label);
}

/** A number as people write it. */
export function writtenNumber(value, locale) {
  return locale === "vi" ? String(value).replace(".", ",") : String(value);
}

/** A whole number with its thousands grouped. */
export function groupedNumber(value, locale) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, locale === "vi" ? "." : ",");
}
