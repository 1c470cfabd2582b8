import { checkedList, checkedRecord, unexpected } from "../../core/checked-record.js";
import { PovertyStandardError } from "../../core/errors.js";
import type { AreaTree } from "../area-tree.js";

/**
 * How many households of an area, and persons in them, are recognised as working in farming, forestry, fishery or salt
 * making and being of average living standard. Recognition is on request: they are not the households in the income band.
 */
export interface RecognisedAverage {
  /** Code of the area, of any level. */
  readonly areaCode: string;
  /** Recognised households of the area with its parts; `null` where that is not known. */
  readonly households?: number | null | undefined;
  /** Persons in them; `null` where that is not known. */
  readonly persons?: number | null | undefined;
}

/** Recognised households of an area after those of its parts were taken into account. */
export interface KnownAverage {
  /** Households, or `null`. */
  readonly households: number | null;
  /** Persons, or `null`. */
  readonly persons: number | null;
  /** Whether what was given for the area cannot be right beside what is known of its parts. */
  readonly differ: boolean;
}

const keys: ReadonlySet<keyof RecognisedAverage> = /* @__PURE__ */ new Set<keyof RecognisedAverage>(["areaCode", "households", "persons"]);

/** What is known of an area for which nothing was given. */
export const unknownAverage: KnownAverage = { households: null, persons: null, differ: false };

/**
 * The recognised households of every area: those given for it, else the sum of its parts where all are known, else `null`.
 *
 * @param tree - The areas.
 * @param given - Each area at most once. One that is missing is not known: give 0 where there are none.
 * @throws {@link PovertyStandardError} `invalid-input` or, for a code that no area has, `invalid-area`, with a path like
 *   `recognisedAverage[3].households`.
 */
export function averageByArea(tree: AreaTree, given: readonly RecognisedAverage[]): ReadonlyMap<string, KnownAverage> {
  const own = new Map<string, RecognisedAverage>();
  checkedList(given, "recognisedAverage", (element) => {
    const each = checkedAverage(element);
    if (!tree.parents.has(each.areaCode)) throw new PovertyStandardError("invalid-area", "expected the code of an area; none has this one", "areaCode");
    if (own.has(each.areaCode)) throw new PovertyStandardError("invalid-input", "expected each area once; an earlier entry has this code", "areaCode");
    own.set(each.areaCode, each);
  });
  const known = new Map<string, KnownAverage>();
  for (const { code } of tree.areas) {
    const parts = (tree.children.get(code) ?? []).map((part) => known.get(part) ?? unknownAverage);
    const households = total(own.get(code)?.households ?? null, parts.map((part) => part.households));
    const persons = total(own.get(code)?.persons ?? null, parts.map((part) => part.persons));
    known.set(code, { households: households.total, persons: persons.total, differ: households.differ || persons.differ });
  }
  return known;
}

function total(given: number | null, parts: readonly (number | null)[]): { readonly total: number | null; readonly differ: boolean } {
  const sum = parts.reduce<number>((sumSoFar, part) => sumSoFar + (part ?? 0), 0);
  if (!Number.isSafeInteger(sum)) throw new PovertyStandardError("invalid-input", "expected counts whose sum is below 2^53", "recognisedAverage");
  const isComplete = parts.length > 0 && !parts.includes(null);
  // The official number of an area stands, and what contradicts it is told.
  if (given !== null) return { total: given, differ: isComplete ? given !== sum : given < sum };
  return { total: isComplete ? sum : null, differ: false };
}

function checkedAverage(value: unknown): RecognisedAverage {
  const { areaCode, households, persons } = checkedRecord(value, keys, "key of recognised households");
  if (typeof areaCode !== "string") throw unexpected("areaCode", "expected the code of an area as text", areaCode);
  const counts = { households: checkedCount(households, "households"), persons: checkedCount(persons, "persons") };
  if (counts.households !== null && counts.persons !== null && counts.persons < counts.households)
    throw new PovertyStandardError("invalid-input", "expected at least one person in every household", "persons");
  return { areaCode, ...counts };
}

function checkedCount(value: unknown, path: string): number | null {
  if (value === null || value === undefined) return null;
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw unexpected(path, "expected a whole number, 0 or more, or null", value);
  return value as number;
}
