import { PovertyStandardError } from "../core/errors.js";
import { withoutUnknownKeys, type RecordKind } from "../household/check.js";
import { kindsExpected, recordKind } from "../household/record-kind.js";
import type { Standard } from "../law/standard.js";
import type { Arguments, OptionSpec } from "./arguments.js";
import type { Run } from "./command.js";
import { consecutiveGroups } from "./consecutive-groups.js";
import { householdShape, memberShape } from "./household-shape.js";
import { mapped, noMapping, type Mapping } from "./mapping.js";
import { householdIdOf, joinMembers } from "./members-join.js";
import { mappingsOf, openMain, openOther } from "./open-input.js";
import { invalidInput, type Problem } from "./problem.js";
import type { GoodRecord, Keyed, ReadRecord } from "./read-records.js";
import type { Reporter } from "./reporter.js";
import { UsageError } from "./usage-error.js";

/** The options by which households are read under a standard. */
export const householdOptions: readonly OptionSpec[] = [
  { name: "standard", value: "ID", required: true, summary: "the standard, for example vn/decree-07-2021; chuan-ngheo standards lists them" },
  { name: "on", value: "DAY", summary: "the day of the review, YYYY-MM-DD, for facts without a reviewedOn of their own" },
  { name: "members", value: "FILE", summary: "the members of the households, in a second file (JSON Lines or CSV)" },
  { name: "sort", value: null, summary: "reads --members in any order, at the cost of memory" },
];

/** Households as a command reads them: of all kinds, with their members, in the order of the input. */
export interface HouseholdInput {
  /** The lines. */
  readonly records: AsyncIterable<ReadRecord>;
  /**
   * A record that is ready for the checker: the codes of its members mapped, and without unknown keys where these are allowed.
   *
   * @param read - One of the lines.
   * @throws {@link PovertyStandardError} `invalid-input` where it is of no kind.
   */
  readonly prepared: (read: GoodRecord) => { readonly record: Keyed; readonly kind: RecordKind };
}

/**
 * Opens the households of a command with {@link householdOptions}.
 *
 * @param args - The arguments.
 * @param run - What the command works with.
 * @param standard - The standard, whose indicators the flags are.
 * @throws {@link UsageError} for `--sort` without `--members`, and for an input that cannot be read.
 */
export async function openHouseholds(args: Arguments, run: Run, standard: Standard): Promise<HouseholdInput> {
  if (args.options.has("sort") && !args.options.has("members")) throw new UsageError("--sort belongs to --members FILE");
  const shape = householdShape(standard);
  const mappings = await mappingsOf(args, run, new Map([["", shape], ["members", memberShape]]));
  const { records } = await openMain(args, run, shape, mappings);
  const preparing: Preparing = { standard, members: mappings.get("members") ?? noMapping, reporter: args.options.has("allow-unknown") ? run.reporter : null };
  return {
    records: await withMembers(records, args, run, mappings),
    prepared: (read) => {
      const record = prepared(read, preparing);
      const kind = recordKind(record);
      if (kind === null) throw new PovertyStandardError("invalid-input", kindsExpected);
      return { record, kind };
    },
  };
}

/** How a record is made ready for the checker. */
interface Preparing {
  readonly standard: Standard;
  /** How the members inside a line are mapped. */
  readonly members: Mapping;
  /** Is told of keys that are left out; `null` where they are errors. */
  readonly reporter: Reporter | null;
}

function prepared({ line, record, memberLines }: GoodRecord, { standard, members, reporter }: Preparing): Keyed {
  const list = record["members"];
  // Those of a second file were mapped as they were read.
  const isMapped = members === noMapping || memberLines !== undefined || !Array.isArray(list);
  const decoded = isMapped ? record : { ...record, members: list.map((member: unknown) => mappedMember(member, members)) };
  if (reporter === null) return decoded;
  const known = withoutUnknownKeys(decoded, recordKind(decoded) ?? "facts", standard);
  for (const path of known.unknown) reporter.leftOut(line, path);
  return known.record;
}

function mappedMember(member: unknown, mapping: Mapping): unknown {
  return typeof member === "object" && member !== null && !Array.isArray(member) ? mapped(member as Keyed, mapping, memberShape).record : member;
}

/**
 * A problem with a household; one with a member tells also where the member stands in a second file.
 *
 * @param problem - The problem.
 * @param read - The line.
 */
export function locatedProblem(problem: Problem, read: ReadRecord): Problem {
  const place = /^members\[(\d+)\]/.exec(problem.path ?? "");
  const line = read.problem === null ? read.memberLines?.[Number(place?.[1] ?? -1)] : undefined;
  return line === undefined ? problem : { ...problem, message: `${problem.message} (line ${line} of the members file)` };
}

/** The households with their members from a second file, where there is one. */
async function withMembers(households: AsyncIterable<ReadRecord>, args: Arguments, run: Run, mappings: ReadonlyMap<string, Mapping>): Promise<AsyncIterable<ReadRecord>> {
  const path = args.options.get("members");
  if (path === undefined) return households;
  const { reporter } = run;
  const { records } = await openOther("members", path, args, run, memberShape, mappings);
  const report = (row: ReadRecord): void => {
    reporter.problem(row.line, row.problem ?? invalidInput("expected the id of the household of this member", "household_id"), "members");
  };
  return joinMembers(households, {
    groups: consecutiveGroups(records, householdIdOf, report),
    sort: args.options.has("sort"),
    report: (line, problem) => {
      reporter.problem(line, problem, "members");
    },
  });
}
