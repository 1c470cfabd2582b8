import { checkedList, checkedRecord, unexpected } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";
import { isWhole } from "../core/is-whole.js";
import { shownCode, unknownArea, type AreaTree } from "./area-tree.js";

/**
 * How many live in an area at the time of the review, poor or not: the denominators of its rates. They are not those of
 * the poverty register.
 */
export interface AreaResidents {
  /** Code of the area. */
  readonly areaCode: string;
  /** All resident households; `null` where that is not known. */
  readonly households?: number | null | undefined;
  /** All resident persons; `null` where that is not known. */
  readonly persons?: number | null | undefined;
}

/** The residents of an area after those of its parts were taken into account. */
export interface KnownResidents {
  /** Resident households, or `null`. */
  readonly households: number | null;
  /** Resident persons, or `null`. */
  readonly persons: number | null;
  /** Whether what was given for the area contradicts what is known of its parts. */
  readonly differ: boolean;
}

const keys: ReadonlySet<keyof AreaResidents> = /* @__PURE__ */ new Set<keyof AreaResidents>(["areaCode", "households", "persons"]);

/**
 * The residents of every area: those given for it, else the sum of its parts where all are known, else `null`.
 *
 * @param tree - The areas.
 * @param residents - What was given, each area at most once.
 * @returns By the code of the area.
 * @throws {@link PovertyStandardError} `invalid-input` or, for a code that no area has or that comes twice,
 *   `invalid-area`, with a path like `residents[3].households`.
 */
export function residentsByArea(tree: AreaTree, residents: readonly AreaResidents[]): ReadonlyMap<string, KnownResidents> {
  const given = new Map<string, AreaResidents>();
  checkedList(residents, "residents", (element) => {
    const each = checkedResidents(element);
    const { areaCode } = each;
    if (!tree.parents.has(areaCode)) throw unknownArea(areaCode, "areaCode");
    if (given.has(areaCode)) throw new PovertyStandardError("invalid-area", `expected each area once; an earlier entry has${shownCode(areaCode) || " this one"}`, "areaCode");
    given.set(areaCode, each);
  });
  const known = new Map<string, KnownResidents>();
  for (const { code } of tree.areas) {
    const parts = (tree.children.get(code) ?? []).map((part) => known.get(part) as KnownResidents);
    const [households, persons] = (["households", "persons"] as const).map((key) => counted(given.get(code)?.[key] ?? null, parts.map((part) => part[key]))) as [Counted, Counted];
    known.set(code, { households: households.total, persons: persons.total, differ: households.differ || persons.differ });
  }
  return known;
}

interface Counted {
  readonly total: number | null;
  readonly differ: boolean;
}

/** What was given goes before the sum of the parts; where the two cannot both be right they differ. */
function counted(given: number | null, parts: readonly (number | null)[]): Counted {
  const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0);
  if (!Number.isSafeInteger(sum)) throw new PovertyStandardError("invalid-input", "expected residents whose sum is below 2^53", "residents");
  const isComplete = parts.length > 0 && !parts.includes(null);
  if (given === null) return { total: isComplete ? sum : null, differ: false };
  return { total: given, differ: isComplete ? given !== sum : given < sum };
}

function checkedResidents(value: unknown): AreaResidents {
  const { areaCode, households, persons } = checkedRecord(value, keys, "key of residents");
  if (typeof areaCode !== "string") throw unexpected("areaCode", "expected the code of an area as text", areaCode);
  return { areaCode, households: checkedCount(households, "households"), persons: checkedCount(persons, "persons") };
}

function checkedCount(value: unknown, path: string): number | null {
  if (value === null || value === undefined) return null;
  if (!isWhole(value, 0)) throw unexpected(path, "expected a whole number, 0 or more, or null", value);
  return value;
}
