import { unexpected } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";
import { dayNumber, type Day } from "../core/plain-date.js";
import { shownCode } from "./area-tree.js";
import type { Crosswalk, Redrawing } from "./crosswalk.js";

/** From which map to which. */
export interface RedrawOptions {
  /** The day of the map on which all is restated. */
  readonly on: Day;
  /**
   * The day of the map that the codes are of: what changed until then is in them already. Where it is missing, every
   * change up to `on` still applies. It matters for an area that kept its code while others joined it or a part left.
   */
  readonly codedOn?: Day | null | undefined;
}

/** What became of areas between two maps. */
export interface AreaSuccession {
  /** The redrawings between the two. */
  readonly redrawings: readonly Redrawing[];
  /** The first day of each code that is new, by the code. */
  readonly created: ReadonlyMap<string, Day>;
  /**
   * The code of an area on the new map.
   *
   * @param areaCode - Its code on the old map, or already on the new one.
   * @param newAreaCode - Its code on the new map where that is known: needed where the old area was split.
   * @throws {@link PovertyStandardError} `invalid-area` with the path `areaCode` or `newAreaCode`.
   */
  successor(areaCode: unknown, newAreaCode: unknown): string;
}

/**
 * What became of areas between two maps.
 *
 * @param crosswalk - The changes.
 * @param options - From which map to which.
 * @throws {@link PovertyStandardError} `invalid-input` for days that are none or in the wrong order.
 */
export function areaSuccession(crosswalk: Crosswalk, options: RedrawOptions): AreaSuccession {
  // A list of changes is easily passed for the crosswalk that is made of it.
  if (!Array.isArray((crosswalk as Partial<Crosswalk> | null | undefined)?.redrawings)) throw unexpected("crosswalk", "expected what crosswalk gives", crosswalk);
  const { created, ended } = crosswalk;
  const on = checkedDay(options.on, "on");
  const codedOn = checkedDay(options.codedOn ?? "0001-01-01", "codedOn");
  if (codedOn > on) throw new PovertyStandardError("invalid-input", "expected a day no later than that of the new map", "codedOn");
  const redrawings = crosswalk.redrawings.filter((redrawing) => redrawing.on > codedOn && redrawing.on <= on);
  const successors = lastCodes(redrawings);

  const refuse = (problem: string, path = "areaCode"): PovertyStandardError => new PovertyStandardError("invalid-area", problem, path);
  const successor = (areaCode: unknown, newAreaCode: unknown): string => {
    if (typeof areaCode !== "string") throw unexpected("areaCode", "expected the code of an area as text", areaCode);
    const end = ended.get(areaCode);
    const start = created.get(areaCode);
    if (end !== undefined && end <= codedOn) throw refuse(`expected an area of ${codedOn}; ${shown(areaCode)} ended on ${end}`);
    if (start !== undefined && start > on) throw refuse(`expected an area of ${on} or before; ${shown(areaCode)} is one since ${start}`);
    const codes = successors.get(areaCode) ?? [areaCode];
    if (newAreaCode === null || newAreaCode === undefined) {
      const [only = areaCode, ...others] = codes;
      if (others.length > 0) throw refuse(`expected the code of the new area; ${splitText(redrawings, areaCode)}`, "newAreaCode");
      return only;
    }
    if (typeof newAreaCode !== "string") throw unexpected("newAreaCode", "expected the code of an area as text", newAreaCode);
    if (!codes.includes(newAreaCode)) throw refuse(`expected what ${shown(areaCode)} is on ${on}: ${codes.map(shown).join(" or ")}`, "newAreaCode");
    return newAreaCode;
  };
  return { redrawings, created, successor };
}

function checkedDay(day: unknown, path: string): Day {
  if (typeof day !== "string" || dayNumber(day) === null) throw unexpected(path, "expected a day, YYYY-MM-DD", day);
  return day;
}

function shown(code: string): string {
  return shownCode(code).trim() || "an area";
}

/** The codes on the last map by a code on the first one, or on a later one where it is new there. */
function lastCodes(redrawings: readonly Redrawing[]): ReadonlyMap<string, readonly string[]> {
  const last = new Map<string, readonly string[]>();
  // Backwards: what the new codes of a day become is known by then. Parts that come together again are one.
  for (const { becomes } of [...redrawings].reverse())
    for (const [from, codes] of [...becomes].map(([from, tos]) => [from, tos.flatMap((to) => last.get(to) ?? [to])] as const))
      last.set(from, [...new Set(codes)].sort());
  return last;
}

/** Which area was split, when and into which: the last split on the way of an area. */
function splitText(redrawings: readonly Redrawing[], areaCode: string): string {
  let codes: readonly string[] = [areaCode];
  let text = "";
  for (const { on, becomes } of redrawings) {
    for (const code of codes) {
      const parts = becomes.get(code) ?? [];
      if (parts.length < 2) continue;
      const which = code === areaCode ? shown(code) : `${shown(areaCode)} became ${shown(code)}, which`;
      text = `${which} was split on ${on} into ${parts.map(shown).join(", ")}`;
    }
    codes = [...new Set(codes.flatMap((code) => becomes.get(code) ?? [code]))];
  }
  return text;
}
