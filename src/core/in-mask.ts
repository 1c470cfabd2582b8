/**
 * The elements of a list whose bits are set in a mask.
 *
 * @param list - At most 31 elements.
 * @param mask - Bit `i` stands for element `i`.
 */
export function inMask<Element>(list: readonly Element[], mask: number): readonly Element[] {
  return list.filter((_, index) => (mask >> index) & 1);
}
