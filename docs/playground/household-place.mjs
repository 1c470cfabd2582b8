import { writtenNumber } from "./read-amount.mjs";

/**
 * Where a household lies on the plane, to be drawn and said; nothing is decided by it.
 *
 * @param classification - Of the library.
 * @param record - That it was given.
 * @param standard - By which it was classified.
 * @returns `income`, from and to in million VND per person per month, and `count`, least and most; `Infinity` where there is no end.
 */
export function householdPlace({ count }, record, standard) {
  return { income: incomeOf(record, standard), count };
}

function incomeOf({ residence, persons, annualIncomeVnd, monthlyIncomePerPersonVnd, pointsA }, { points }) {
  const monthly = monthlyIncomePerPersonVnd ?? (annualIncomeVnd === undefined ? undefined : Number(annualIncomeVnd) / 12 / persons);
  if (monthly !== undefined) return [Number(monthly) / 1e6, Number(monthly) / 1e6];
  const line = pointsA === undefined ? undefined : points?.lines.find((each) => each.residence === residence);
  if (line === undefined) return [0, Infinity];
  const { amount, per } = line.incomeUpTo;
  const millions = amount / (per === "month" ? 1 : 12) / 1e6;
  return pointsA > line.pointsUpTo ? [millions, Infinity] : [0, millions];
}

/** The place in words. An income that is no whole number of VND is said to be about one; elsewhere lines are meant. */
export function placeInWords({ income: [from, to], count: [least, most] }, standard, say, locale) {
  const vnd = (millions) => Math.round(millions * 1e6);
  const amount = (millions) => writtenNumber(vnd(millions), locale);
  const isWhole = Math.abs(vnd(from) - from * 1e6) < 1e-6;
  const income = from === to ? say.hereIncome(amount(from), isWhole) : to !== Infinity ? say.hereIncomeRange.upTo(amount(to)) : from > 0 ? say.hereIncomeRange.over(amount(from)) : say.hereIncomeRange.unknown;
  return `${say.here}: ${standard.indicators.length === 0 ? income : `${income}; ${say.hereCount(least, most)}`}.`;
}
