/**
 * A truth value with a hole in it: 0 false, 1 unknown, 2 true (Kleene's strong logic; SQL's NULL logic is the same).
 *
 * With these codes `and` is the minimum, `or` the maximum and `not` is `2 - x`.
 */
export type Kleene = 0 | 1 | 2;

/** Known to be false. */
export const FALSE = 0;
/** Not known. */
export const UNKNOWN = 1;
/** Known to be true. */
export const TRUE = 2;

/**
 * True when both are true, false as soon as one is false.
 *
 * @param values - Any number of truth values, at least one.
 */
export function kleeneAnd(values: readonly Kleene[]): Kleene {
  return values.reduce<Kleene>((least, value) => (value < least ? value : least), TRUE);
}

/**
 * True as soon as one is true, false when all are false.
 *
 * @param values - Any number of truth values, at least one.
 */
export function kleeneOr(values: readonly Kleene[]): Kleene {
  return values.reduce<Kleene>((most, value) => (value > most ? value : most), FALSE);
}

/**
 * The opposite; unknown stays unknown.
 *
 * @param value - A truth value.
 */
export function kleeneNot(value: Kleene): Kleene {
  return (2 - value) as Kleene;
}

/**
 * True when at least `least` are true whatever the unknown ones are, false when too few can be.
 *
 * @param least - How many must be true.
 * @param values - The truth values.
 */
export function kleeneAtLeast(least: number, values: readonly Kleene[]): Kleene {
  const yes = values.filter((value) => value === TRUE).length;
  const open = values.filter((value) => value === UNKNOWN).length;
  return yes >= least ? TRUE : yes + open >= least ? UNKNOWN : FALSE;
}
