/**
 * How many bits of a 32-bit mask are set.
 *
 * @param mask - The mask.
 */
export function bitCount(mask: number): number {
  let count = 0;
  // Each step takes away the lowest bit; few are set in the masks of a household.
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
