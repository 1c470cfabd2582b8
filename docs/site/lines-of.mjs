/** Both residences, in the order of the pages. */
export const residences = ["rural", "urban"];

/**
 * The income lines of a residence, each once, rising.
 *
 * @param standard - Whose tiles state them.
 * @param residence - `rural` or `urban`.
 */
export function linesOf(standard, residence) {
  const stated = standard.classes.flatMap(({ tiles }) => tiles.filter((tile) => (tile.residence ?? residence) === residence)).flatMap(({ incomeOver, incomeUpTo }) => [incomeOver, incomeUpTo]);
  const once = new Map(stated.filter((line) => line !== undefined).map((line) => [JSON.stringify(line), line]));
  return [...once.values()].sort((one, other) => annual(one) - annual(other));
}

/** VND per person per year. */
export function annual({ amount, per }) {
  return per === "month" ? amount * 12 : amount;
}
