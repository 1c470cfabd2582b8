import { words, writtenLine } from "./words.mjs";

/**
 * A tile of the plane in words: its income, and its number of deprived indicators where the standard has any.
 *
 * @param tile - Of a class of the standard.
 * @param standard - Whose tile it is.
 * @param locale - `vi` or `en`.
 */
export function tileInWords({ incomeOver, incomeUpTo, deprivationsFrom: from = 0, deprivationsTo }, standard, locale) {
  const say = words[locale];
  const all = standard.indicators.length;
  const to = deprivationsTo ?? all;
  const over = incomeOver && writtenLine(incomeOver, locale);
  const upTo = incomeUpTo && writtenLine(incomeUpTo, locale);
  const income = over && upTo ? say.incomeBetween(over, upTo) : over ? say.incomeOver(over) : upTo ? say.incomeUpTo(upTo) : say.incomeAny;
  if (all === 0) return income;
  const count = from === 0 ? (to >= all ? say.countAny : say.countTo(to)) : to >= all ? say.countFrom(from) : say.countBetween(from, to);
  return `${income}; ${count}`;
}
