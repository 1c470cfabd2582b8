import { PovertyStandardError } from "../core/errors.js";
import { dayNumber, type Day } from "../core/plain-date.js";
import type { Standard } from "./standard.js";
import { decision59 } from "./vietnam/decision-59-2015.js";
import { decision09 } from "./vietnam/decision-09-2011.js";
import { decision170 } from "./vietnam/decision-170-2005.js";
import { decree07 } from "./vietnam/decree-07-2021.js";
import { decree351 } from "./vietnam/decree-351-2025.js";

/** The national standards that are held, oldest first. */
export const standards: readonly Standard[] = Object.freeze([decision170, decision09, decision59, decree07, decree351]);

/**
 * The standard by which policy goes on a day.
 *
 * The last review of an old period is made twice, under the old standard and as the baseline of the next; name the
 * standard by {@link standardById} there.
 *
 * @param day - `YYYY-MM-DD`.
 * @throws {@link PovertyStandardError} `invalid-input` when it is no day; `law-not-held` outside 2006–2030.
 *
 * @example
 * ```ts
 * standardInForce("2026-06-01").id; // => "vn/decree-07-2021"
 * standardInForce("2031-01-01"); // => throws chuan-ngheo/law-not-held
 * ```
 */
export function standardInForce(day: Day): Standard {
  if (dayNumber(day) === null) throw new PovertyStandardError("invalid-input", "expected a day of the calendar, YYYY-MM-DD", "day");
  const found = standards.find(({ inForce }) => inForce.some(({ from, to }) => from <= day && day <= to));
  if (found === undefined) {
    const held = standards.flatMap(({ inForce }) => inForce);
    throw new PovertyStandardError("law-not-held", `no standard is held for this day; held are ${String(held[0]?.from)} to ${String(held.at(-1)?.to)}`, "day");
  }
  return found;
}

/**
 * A national standard by its id.
 *
 * @param id - For example `vn/decree-07-2021`.
 * @throws {@link PovertyStandardError} `law-not-held` when none has this id; the message lists those held.
 *
 * @example
 * ```ts
 * standardById("vn/decree-07-2021").indicators.length; // => 12
 * ```
 */
export function standardById(id: string): Standard {
  const found = standards.find((standard) => standard.id === id);
  if (found === undefined) throw new PovertyStandardError("law-not-held", `no standard has this id; held are ${standards.map((standard) => standard.id).join(", ")}`, "standard");
  return found;
}
