import { printedPercent } from "chuan-ngheo";

/** A whole number with its thousands grouped: 30.900; a dash where it is not known. */
export function groupedNumber(value) {
  return value === null ? "–" : String(value).replace(/\B(?=(\d{3})+$)/g, ".");
}

/** A day as people write it: 14/12/2023. */
export function writtenDay(day) {
  return day.split("-").reverse().join("/");
}

/** A rate as the official tables print it, 1,22%; 1,22–1,25% where some households could not be told; a dash for none. */
export function printedRate(rate) {
  if (rate === null) return "–";
  const [low, high] = [rate.low, rate.high].map((ratio) => printedPercent(ratio, { locale: "vi" }));
  return low === high ? low : `${low.slice(0, -1)}–${high}`;
}
