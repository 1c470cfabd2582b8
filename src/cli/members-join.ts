import type { Group } from "./consecutive-groups.js";
import { isGiven } from "../core/is-given.js";
import { invalidInput, type Problem } from "./problem.js";
import type { Keyed, ReadRecord } from "./read-records.js";

/** So many households of the members file are read ahead, to find the next one behind some that do not belong. */
export const HOUSEHOLDS_READ_AHEAD = 1000;

/** The members file: rows grouped by household. */
export interface MembersFile {
  /** Its groups in order. */
  readonly groups: AsyncIterable<Group>;
  /** Reads the whole file first, so that it may be in any order. */
  readonly sort: boolean;
  /** Is told of each row whose household does not come, or not where it should. */
  readonly report: (line: number, problem: Problem) => void;
}

const hint = "(--sort reads members in any order)";
const outOfOrder = (path: string, message: string): Problem => ({ code: "chuan-ngheo/members-out-of-order", path, message: `${message} ${hint}` });
const inPieces = "expected the members of a household in rows that follow each other; those of this one stand in several places";
const rowTooEarly = outOfOrder("household_id", "expected members in the order of the households; the household of this row does not come here");
const rowLeft = outOfOrder("household_id", "no household with this id is left; it came earlier, or not at all");
const rowInPieces = outOfOrder("household_id", inPieces);
const householdInPieces = outOfOrder("members", inPieces);
const householdPassed = outOfOrder("members", "expected members in the order of the households; those of this one stand before those of an earlier household");
const rowOfNobody: Problem = invalidInput("no household has this id", "household_id");
const comesTwice: Problem = invalidInput("expected each household once; an earlier line has the same id", "id");

/** Finds the members of one household after another. */
interface Members {
  /** The group of a household; `null` where it has no rows; a problem where they cannot be used. */
  take(id: string): Promise<Group | Problem | null>;
  /** Reports the rows that no household has taken. */
  finish(): Promise<void>;
}

/**
 * Gives each household its members from a second file.
 *
 * Both files are read once, side by side: the members stand grouped by household, in the order of the households. A
 * household without rows has only its `persons`.
 *
 * @param households - The households.
 * @param file - The members.
 */
export async function* joinMembers(households: AsyncIterable<ReadRecord>, file: MembersFile): AsyncGenerator<ReadRecord> {
  const members = file.sort ? await sortedMembers(file) : orderedMembers(file);
  let last: string | null = null;
  for await (const household of households) {
    const id = household.record === null ? null : idText(household.record["id"]);
    if (household.record === null || id === null) {
      yield household.problem === null ? broken(household, invalidInput("expected an id, to find the members of the household", "id")) : household;
      continue;
    }
    const found = await members.take(id);
    if (household.problem !== null) yield household;
    else if (id === last) yield broken(household, comesTwice);
    else yield joined(household.line, household.record, found);
    last = id;
  }
  await members.finish();
}

function joined(line: number, record: Keyed, found: Group | Problem | null): ReadRecord {
  if (found === null) return { line, record, problem: null };
  if ("code" in found) return { line, record, problem: found };
  const problem = problemOfGroup(found, record);
  if (problem !== null) return { line, record, problem };
  const members = found.rows.map((row) => withoutHousehold(row.record));
  return { line, record: { ...record, members }, problem: null, memberLines: found.rows.map((row) => row.line) };
}

function problemOfGroup({ brokenAt }: Group, record: Keyed): Problem | null {
  if (isGiven(record["members"])) return invalidInput("expected members in the members file alone; this line has members too", "members");
  // Without that member the household could get another class.
  return brokenAt === null ? null : invalidInput(`line ${brokenAt} of the members file cannot be read, and may be a member of this household`, "members");
}

function withoutHousehold(row: Keyed): Keyed {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !householdKeys.includes(key)));
}

/** The names under which a member's row holds the id of its household. */
const householdKeys: readonly string[] = ["householdId", "household_id"];

/**
 * The id of the household to which a member's row belongs; `null` where it cannot be told.
 *
 * @param row - A row of the members file.
 */
export function householdIdOf({ record }: ReadRecord): string | null {
  const ids = householdKeys.map((key) => idText(record?.[key]));
  return ids.find((id) => id !== null) ?? null;
}

function broken({ line, record }: ReadRecord, problem: Problem): ReadRecord {
  return { line, record, problem };
}

/**
 * An id as text, so that a number in one file finds a text in the other; `null` where it is none.
 *
 * @param id - What came.
 */
export function idText(id: unknown): string | null {
  return typeof id === "string" && id !== "" ? id : Number.isSafeInteger(id) ? String(id) : null;
}

function reportRows(group: Group, problem: Problem, { report }: MembersFile): void {
  for (const { line } of group.rows) report(line, problem);
}

function orderedMembers(file: MembersFile): Members {
  const iterator = file.groups[Symbol.asyncIterator]();
  const ahead = new Map<string, Group>();
  const passed = new Set<string>();
  const torn = new Set<string>();
  let ended = false;
  const fill = async (): Promise<void> => {
    while (!ended && ahead.size < HOUSEHOLDS_READ_AHEAD) {
      const next = await iterator.next();
      if (next.done === true) ended = true;
      else if (ahead.has(next.value.id)) {
        torn.add(next.value.id);
        reportRows(next.value, rowInPieces, file);
      } else ahead.set(next.value.id, next.value);
    }
  };
  return {
    take: async (id) => {
      await fill();
      const found = ahead.get(id);
      if (found === undefined) return passed.has(id) ? householdPassed : null;
      // What stands before it belongs to a household that does not come here.
      for (const [early, group] of ahead) {
        ahead.delete(early);
        if (group === found) break;
        passed.add(early);
        reportRows(group, rowTooEarly, file);
      }
      return torn.delete(id) ? householdInPieces : found;
    },
    finish: async () => {
      do {
        for (const [id, group] of ahead) {
          ahead.delete(id);
          reportRows(group, rowLeft, file);
        }
        await fill();
      } while (ahead.size > 0);
    },
  };
}

async function sortedMembers(file: MembersFile): Promise<Members> {
  const groups = new Map<string, Group | null>();
  for await (const group of file.groups) {
    const before = groups.get(group.id);
    if (!isGiven(before)) groups.set(group.id, group);
    else groups.set(group.id, { ...before, rows: [...before.rows, ...group.rows], brokenAt: before.brokenAt ?? group.brokenAt });
  }
  return {
    take: (id) => {
      const found = groups.get(id);
      if (found === undefined) return Promise.resolve(null);
      groups.set(id, null);
      return Promise.resolve(found ?? comesTwice);
    },
    finish: () => {
      for (const group of groups.values()) if (group !== null) reportRows(group, rowOfNobody, file);
      return Promise.resolve();
    },
  };
}
