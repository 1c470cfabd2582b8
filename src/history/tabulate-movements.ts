import { addEach } from "./add-each.js";
import type { AreaMovements } from "./movement-row.js";
import { MovementTally, type MovingHousehold, type TabulateMovementsOptions } from "./movement-tally.js";

/**
 * Forms 2 and 3: the movements of poor and of near-poor households between two reviews, households and persons, by area.
 *
 * Every column is counted, none is worked out from the others. So 9 = 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8 holds for households
 * and for persons, form 2 column 2 is form 3 column 5, and form 2 column 5 is form 3 column 3. A household that left the
 * records without a reason is in column 1 and `unexplained`, in no other, and the form is open. An entry that is
 * undetermined between relapsed and newly arising is in neither of columns 6 and 7, which are then `null`, but in their
 * ranges and in `entered`, their sum.
 *
 * Persons: a household that escapes or crosses from list to list counts in columns 2, 3, 5 with its size before, one that
 * enters with its size after. The difference goes to "other increase" or "other decrease" of the list that it enters;
 * for one that stays on a list, of that list. One that went from an area to another is an other decrease there and an
 * other increase here, whatever its class became: neither list saw how.
 *
 * @param households - Any iterable, read once. Those above the lines at both reviews may be left out.
 * @param options - What tells relapsed from newly arising, and the codes of areas that there are.
 * @returns A row for every area that was met, by code; `rollUpMovements` adds those of wholes.
 * @throws {@link PovertyStandardError} at the first thing that is wrong, with a path like `households[12].after.class`:
 *   `standards-differ` for recognitions under different standards, `invalid-area` for a code that no area has,
 *   `invalid-input` for the rest, an `id` that comes again at the same review among it.
 * @source Circular 07/2021/TT-BLĐTBXH, forms 2 and 3.
 *
 * @example
 * ```ts
 * const households = [
 *   { before: { on: "2023-12-14", class: "poor", persons: 5 }, after: { on: "2024-12-14", class: "near-poor", persons: 4 } },
 *   { before: { on: "2023-12-14", class: "not-poor", persons: 2 }, after: { on: "2024-12-14", class: "near-poor", persons: 3 } },
 * ] as const;
 * const [{ form2, form3, open }] = tabulateMovements(households);
 * form2.households.columns; // => { 1: 1, 2: 1, 3: 0, 4: 0, 5: 0, 6: 0, 7: 0, 8: 0, 9: 0 }
 * form3.persons.columns; // => { 1: 0, 2: 0, 3: 0, 4: 1, 5: 5, 6: null, 7: null, 8: 0, 9: 7 }
 * [form3.persons.entered, form3.persons.relapsed, open]; // => [3, { low: 0, high: 3 }, false]
 * ```
 */
export function tabulateMovements(households: Iterable<MovingHousehold>, options: TabulateMovementsOptions = {}): readonly AreaMovements[] {
  const tally = new MovementTally(options);
  addEach(households, "households", (household) => {
    tally.add(household);
  });
  return tally.rows();
}
