import { unexpected } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";

/**
 * Checks that a code is one of those that there are, and that either every household has one or none: without a code
 * it is not known whether a household moved from area to area.
 *
 * @param areaCode - The code, or `null`.
 * @param known - The codes that there are; `null` where any will do.
 * @param isGiven - Whether the households before had codes; `null` while there was none.
 * @throws {@link PovertyStandardError} `invalid-area` for a code that no area has, else `invalid-input`; at `areaCode`.
 */
export function requireArea(areaCode: string | null, known: ReadonlySet<string> | null, isGiven: boolean | null): void {
  if (areaCode === null) {
    if (known !== null || isGiven === true) throw unexpected("areaCode", "expected the code of an area, as for every household", areaCode);
    return;
  }
  if (isGiven === false) throw unexpected("areaCode", "expected no code of an area, as for every household", areaCode);
  if (known !== null && !known.has(areaCode)) throw new PovertyStandardError("invalid-area", "expected the code of an area; none has this one", "areaCode");
}
