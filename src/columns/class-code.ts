import { PovertyStandardError } from "../core/errors.js";
import { povertyClasses, type PovertyClass } from "../law/standard.js";

/**
 * The code of each class in a column of codes: one bit a class, the same under every standard.
 *
 * A code is the set of the classes that are possible, so an undetermined household has more than one bit. `0` is the
 * code of an invalid row, for which there is no class.
 *
 * @example
 * ```ts
 * classCodes; // => { poor: 1, "near-poor": 2, "average-living-standard": 4, "not-poor": 8 }
 * possibleOfCode(classCodes.poor | classCodes["near-poor"]); // => ["poor", "near-poor"]
 * ```
 */
export const classCodes: Readonly<Record<PovertyClass, number>> = {
  poor: 1,
  "near-poor": 2,
  "average-living-standard": 4,
  "not-poor": 8,
};

/** The code of a row that is no household: wrong residence, income, number of persons or masks. */
export const INVALID = 0;

/** How many codes there are. */
export const CODES = 16;

const possibleByCode: readonly (readonly PovertyClass[])[] = /* @__PURE__ */ Array.from({ length: CODES }, (_, code) =>
  Object.freeze(povertyClasses.filter((each) => (code & classCodes[each]) !== 0)),
);

/**
 * The classes that a code leaves possible, poorest first; none for an invalid row.
 *
 * @param code - From `classifyColumns`.
 * @throws {@link PovertyStandardError} `invalid-input` for a number that is no code.
 *
 * @example
 * ```ts
 * possibleOfCode(12); // => ["average-living-standard", "not-poor"]
 * possibleOfCode(0); // => []
 * ```
 */
export function possibleOfCode(code: number): readonly PovertyClass[] {
  const possible = possibleByCode[code];
  if (possible === undefined) throw new PovertyStandardError("invalid-input", `expected a code from 0 to ${CODES - 1}`, "code");
  return possible;
}

/**
 * The class that a code stands for; `null` while it is undetermined, and for an invalid row.
 *
 * @param code - From `classifyColumns`.
 * @throws {@link PovertyStandardError} `invalid-input` for a number that is no code.
 *
 * @example
 * ```ts
 * classOfCode(2); // => "near-poor"
 * classOfCode(3); // => null
 * ```
 */
export function classOfCode(code: number): PovertyClass | null {
  const [only = null, ...others] = possibleOfCode(code);
  return others.length === 0 ? only : null;
}
