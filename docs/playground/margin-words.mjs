import { classLabels } from "chuan-ngheo";
import { writtenNumber } from "./read-amount.mjs";

/**
 * What would change the class, as sentences.
 *
 * @param classification - Of the library, which worked out the margin.
 * @param say - The words of the language.
 * @param locale - `vi` or `en`.
 */
export function marginInWords({ status, margin: { income, indicators } }, say, locale) {
  if (status === "undetermined") return [say.marginOpen];
  const classes = (then) => then.map((each) => classLabels[each][locale]).join(` ${say.or} `);
  const sentences = [];
  if (income !== null) {
    const line = say.line(writtenNumber(income.line.amount, locale), income.line.per);
    const vnd = writtenNumber(Math.abs(income.vnd), locale);
    sentences.push(income.vnd === 0 ? say.marginOn(line, classes(income.then)) : (income.vnd < 0 ? say.marginUnder : say.marginOver)(vnd, line, classes(income.then)));
  }
  if (indicators !== null) sentences.push((indicators.change > 0 ? say.marginMore : say.marginFewer)(Math.abs(indicators.change), classes(indicators.then)));
  return sentences.length === 0 ? [say.marginNone] : sentences;
}
