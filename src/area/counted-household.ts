import { checkedRecord, unexpected } from "../core/checked-record.js";
import { PovertyStandardError } from "../core/errors.js";
import { isWhole } from "../core/is-whole.js";
import { checkedStandard } from "../history/recognition.js";
import { povertyClasses, type PovertyClass } from "../law/standard.js";
import { everyClass, type ClassMask } from "./class-counts.js";

/** A household as it is counted: a class, where, and how many persons. What `classify` gives, with these keys, is one. */
export interface CountedHousehold {
  /** The caller's name of the household: one that comes again is an error. No message shows it. */
  readonly id?: string | number | null | undefined;
  /** Code of the area where it lives, of any level. */
  readonly areaCode: string;
  /** Its class; `null` while undetermined. */
  readonly class: PovertyClass | null;
  /** The classes that are possible while it is undetermined; all where they are missing. */
  readonly possible?: readonly PovertyClass[] | null | undefined;
  /** How many persons it has; where that is missing, the person counts that it could be in are not known. */
  readonly persons?: number | null | undefined;
  /** Id of the standard of the class. Classes under two standards are never counted together. */
  readonly standard?: string | null | undefined;
  /** The `law` of a classification, whose standard counts where `standard` is missing. */
  readonly law?: { readonly standard: string } | null | undefined;
}

/** The keys of a counted household and those that a classification carries along; the latter are not looked at. */
export const countedHouseholdKeys: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "id", "areaCode", "class", "possible", "persons", "standard", "law",
  "on", "reviewedOn", "residence", "status", "count", "deprived", "unknown", "missing", "because", "notHeld", "margin",
  "recordedClass", "agrees", "text", "verdicts", "evidence", "facts", "members", "meta",
]);

/** A counted household after the check. */
export interface CheckedHousehold {
  readonly id: string | null;
  readonly areaCode: string;
  /** Its possible classes. */
  readonly mask: ClassMask;
  /** 0 where unknown. */
  readonly persons: number;
  readonly standard: string | null;
}

/**
 * Checks a household that is to be counted.
 *
 * @param household - What came.
 * @throws {@link PovertyStandardError} `invalid-input` with the path of what is wrong.
 */
export function checkedHousehold(household: unknown): CheckedHousehold {
  const record = checkedRecord(household, countedHouseholdKeys, "key of a counted household");
  const { areaCode, persons } = record;
  if (typeof areaCode !== "string") throw unexpected("areaCode", "expected the code of an area as text", areaCode);
  const size = persons ?? null;
  if (size !== null && !isWhole(size, 1)) throw unexpected("persons", "expected a whole number of persons, 1 or more", persons);
  return {
    id: checkedId(record["id"]), areaCode,
    mask: possibleClasses(record["class"], record["possible"] ?? null),
    persons: size ?? 0,
    standard: checkedStandard(record["standard"] ?? (record["law"] as { readonly standard?: unknown } | null | undefined)?.standard),
  };
}

/** 1 and "1" are one name: the same household from two programs. */
function checkedId(id: unknown): string | null {
  if (id === null || id === undefined) return null;
  if (typeof id === "string") return id;
  if (!isWhole(id, Number.MIN_SAFE_INTEGER)) throw unexpected("id", "expected text or a whole number", id);
  return String(id);
}

function possibleClasses(found: unknown, possible: unknown): ClassMask {
  const mask = possible === null ? everyClass : maskOf(possible);
  if (found === null) return mask;
  // A missing class is a misread table, not an undetermined household.
  const own = bitOf(found, "class", ", or null");
  if (possible !== null && mask !== own) throw new PovertyStandardError("invalid-input", "expected no other class than that of the household", "possible");
  return own;
}

function maskOf(possible: unknown): ClassMask {
  if (!Array.isArray(possible) || possible.length === 0) throw unexpected("possible", "expected a list of one class or more", possible);
  let mask: ClassMask = 0;
  for (let index = 0; index < possible.length; index++) mask |= bitOf(possible[index], `possible[${index}]`, "");
  return mask;
}

function bitOf(found: unknown, path: string, or: string): ClassMask {
  const place = (povertyClasses as readonly unknown[]).indexOf(found);
  if (place < 0) throw unexpected(path, `expected one of ${povertyClasses.join(", ")}${or}`, found);
  return 1 << place;
}
