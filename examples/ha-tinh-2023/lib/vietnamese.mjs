import { printedPercent } from "chuan-ngheo";

/** A whole number with its thousands grouped: 30.900. */
export function groupedNumber(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ".");
}

/** A day as people write it: 14/12/2023. */
export function writtenDay(day) {
  return day.split("-").reverse().join("/");
}

/** A rate as the official tables print it, or a dash where none can be told. */
export function printedRate(rate) {
  return rate === null ? "–" : printedPercent(rate, { locale: "vi" });
}
