import type { Claims } from "../../src/audit/claims.js";
import { digitsOf, placesOf, textAt, withDecimals, withText, type Place } from "./random-tables.js";
import { checksByTheContract, type Found } from "./twin.js";

/** The edits of one number that a repair may make, enumerated a second time, straight from their description. */

/** A count as it is printed: no zero before other digits. */
const isCount = (text: string): boolean => /^(0|[1-9]\d*)$/.test(text) && Number(text) <= Number.MAX_SAFE_INTEGER;
const isRate = (text: string): boolean => /^(0|[1-9]\d*)(\.\d+)?$/.test(text) && text.replace(".", "").length <= 15;
const decimalsOf = (text: string): number => (text.split(".")[1] ?? "").length;

const put = (text: string, index: number, letter: string): string => text.slice(0, index) + letter + text.slice(index + 1);

/** A digit replaced, neighbours swapped (a point between them stays where it is), a digit dropped, a digit added. */
function slips(text: string): readonly string[] {
  const digits = digitsOf(text);
  const found: string[] = [];
  digits.forEach((place, index) => {
    for (let digit = 0; digit <= 9; digit++) found.push(put(text, place, String(digit)));
    const next = digits[index + 1];
    if (next !== undefined) found.push(put(put(text, place, text[next]!), next, text[place]!));
    found.push(text.slice(0, place) + text.slice(place + 1));
  });
  for (let place = 0; place <= text.length; place++) for (let digit = 0; digit <= 9; digit++) found.push(text.slice(0, place) + String(digit) + text.slice(place));
  return found;
}

/** Every whole number from half of one to twice as much. */
function withinAFactorOfTwo(amount: number): readonly number[] {
  const low = Math.ceil(amount / 2);
  return Array.from({ length: 2 * amount - low + 1 }, (_, index) => low + index);
}

/** The percentage with its point somewhere else among its digits. */
function movedPoints(text: string): readonly string[] {
  const [whole = "", decimals = ""] = text.split(".");
  return [1, 2, 3].map((places) => withDecimals(whole, places) + decimals);
}

/** Every other text that a number may have been, by one edit. No percentage has fewer decimals, but for a zero dropped at its end. */
function singleEdits(claims: Claims, place: Place): readonly string[] {
  const text = textAt(claims, place);
  const found = new Set<string>();
  if (typeof place === "string") {
    for (const edited of [...slips(text), ...withinAFactorOfTwo(Number(text)).map(String)]) if (isCount(edited)) found.add(edited);
  } else {
    const units = Number(text.replace(".", ""));
    const others = claims.shares!.flatMap(({ printed }, index) => (index === place ? [] : [printed]));
    const values = [...withinAFactorOfTwo(units), units - 1, units + 1].filter((value) => value >= 0).map((value) => withDecimals(String(value), decimalsOf(text)));
    for (const edited of [...slips(text), ...movedPoints(text), ...others, ...values]) {
      const read = edited.replace(/\.$/, "");
      const mayBe = decimalsOf(read) >= decimalsOf(text) || (text.endsWith("0") && text.includes(".") && edited === text.slice(0, -1));
      if (isRate(read) && mayBe) found.add(read);
    }
  }
  found.delete(text);
  return [...found];
}

/** Whether nothing that passed has stopped passing. */
export const breaksNothing = (before: readonly Found[], after: readonly Found[]): boolean => before.every((found, index) => found !== true || after[index] === true);

/** Whether nothing is false any more, and nothing that was false is mended by there being nothing to check. */
const mends = (before: readonly Found[], after: readonly Found[], canPass: readonly boolean[]): boolean =>
  !after.includes(false) && before.every((found, index) => found !== false || after[index] === true || !canPass[index]);

/** An edit that mends a table. */
export interface Mending {
  readonly place: Place;
  readonly text: string;
}

/** Whether a check of a table can pass at all: a share alone of an unprinted whole cannot. */
function passable(claims: Claims): readonly boolean[] {
  // As the twin orders its checks; the tables here have no readings.
  const { values, shares = [], sums, balances, rateSums } = claims;
  const wholes = [...new Set(shares!.map(({ whole }) => whole))];
  const counted = (list: readonly unknown[] | null | undefined): number => list?.length ?? 0;
  return [
    ...wholes.flatMap((whole) => {
      const own = shares!.filter((share) => share.whole === whole);
      return Object.hasOwn(values, whole) ? own.map(() => true) : [own.length > 1];
    }),
    ...Array.from({ length: counted(sums) + counted(balances) + counted(rateSums) }, () => true),
  ];
}

/** Every single edit after which all checks of a table pass. */
export function singleMendings(claims: Claims): readonly Mending[] {
  const before = checksByTheContract(claims);
  const canPass = passable(claims);
  return placesOf(claims).flatMap((place) =>
    singleEdits(claims, place).flatMap((text): Mending[] => {
      const after = checksByTheContract(withText(claims, place, text));
      return breaksNothing(before, after) && mends(before, after, canPass) ? [{ place, text }] : [];
    }),
  );
}

/** Whether two edits of two numbers, one after the other and each without breaking what passes, mend a table. */
export function somePairMends(claims: Claims): boolean {
  const before = checksByTheContract(claims);
  for (const place of placesOf(claims)) {
    for (const text of singleEdits(claims, place)) {
      const edited = withText(claims, place, text);
      const between = checksByTheContract(edited);
      if (!breaksNothing(before, between) || !before.some((found, index) => found === false && between[index] !== false)) continue;
      if (singleMendings(edited).some((next) => next.place !== place)) return true;
    }
  }
  return false;
}
