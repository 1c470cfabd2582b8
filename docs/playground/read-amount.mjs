import { parsePrintedNumber } from "chuan-ngheo/audit";

/** Words that may stand behind an amount and change nothing. */
const harmless = /^(?:đồng|đ|vnđ|vnd|m2|m²|người|điểm|points?)?\.?$/iu;

/**
 * An amount as somebody types it, never guessed: `1.500.000`, `1,5 triệu`, `54000000 đồng`, `-200000`.
 *
 * @param text - What was typed.
 * @returns `value` as decimal text; or `choices` where it can be two numbers; or neither where it is none.
 */
export function readAmount(text) {
  const [, sign, rest] = /^\s*([-−]?)(.*)$/su.exec(text);
  const read = parsePrintedNumber(rest);
  if (read.status === "unreadable" || read.approximate !== null || read.unit === "percent" || !harmless.test(read.rest)) return {};
  const values = read.readings.map(({ value }) => (sign === "" ? value : `-${value}`));
  return values.length === 1 ? { value: values[0] } : { choices: values };
}

/** A number as data: a JSON number where it is safe, else its decimal text. */
export function dataNumber(value) {
  const number = Number(value);
  return String(number) === value ? number : value;
}

/** A decimal text with its thousands grouped: `1.500.000,5` in Vietnamese, `1,500,000.5` in English. */
export function writtenNumber(value, locale) {
  const [whole, fraction] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === "vi" ? "." : ",");
  return fraction === undefined ? grouped : `${grouped}${locale === "vi" ? "," : "."}${fraction}`;
}
