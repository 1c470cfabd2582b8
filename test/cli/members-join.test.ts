import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOUSEHOLDS_READ_AHEAD } from "../../src/cli/members-join.js";
import { inProcess, lines, type Outcome } from "./in-process.js";

const argv = ["classify", "--standard", "vn/decree-07-2021", "--on", "2023-12-14", "--members", "m"];

/** Households by id, a colon and `persons` where given; members as `household` or `household:healthInsurance`. */
function join(households: readonly string[], members: readonly string[], ...options: readonly string[]): Promise<Outcome> {
  const stdin = lines("id,residence,persons", ...households.map((household) => `${household.replace(":", ",rural,")}${household.includes(":") ? "" : ",rural,"}`));
  const m = lines("household_id,born_on,has_health_insurance", ...members.map((member) => `${member.split(":")[0] ?? ""},1990,${member.split(":")[1] ?? "true"}`));
  return inProcess([...argv, ...options], { stdin, files: { m } });
}

const answered = ({ answers }: Outcome): unknown[] => answers.map(({ id, persons }) => `${String(id)} ${String(persons)}`);
const order = "members-out-of-order";

// The header is line 1, so the first household and the first member stand on line 2.
const cases: readonly (readonly [why: string, households: readonly string[], members: readonly string[], answers: readonly string[], reports: readonly string[]])[] = [
  ["the same order in both files", ["a", "b"], ["a", "a", "b"], ["a 2", "b 1"], []],
  ["a household without rows has only its persons", ["a", "b:3", "c"], ["a", "c"], ["a 1", "b 3", "c 1"], []],
  ["more persons than rows: the others are unknown", ["a:3"], ["a"], ["a 3"], []],
  ["a household with neither rows nor persons", ["a", "b", "c"], ["a", "c"], ["a 1", "c 1"], ["3 invalid-input persons"]],
  ["fewer persons than rows", ["a:1", "b"], ["a", "a", "b"], ["b 1"], ["2 invalid-input persons"]],
  ["rows of a household that never comes, at the start", ["a", "b"], ["x", "x", "a", "b"], ["a 1", "b 1"], [`m 2 ${order}`, `m 3 ${order}`]],
  ["in the middle", ["a", "b"], ["a", "x", "b"], ["a 1", "b 1"], [`m 3 ${order}`]],
  ["and at the end", ["a", "b"], ["a", "b", "x", "y"], ["a 1", "b 1"], [`m 4 ${order}`, `m 5 ${order}`]],
  ["two households in another order: one of the two", ["a", "b", "c"], ["b", "a", "c"], ["a 1", "c 1"], [`m 2 ${order}`, `3 ${order} members`]],
  ["rows of one household in two places", ["a", "b"], ["a", "b", "a"], ["b 1"], [`m 4 ${order}`, `2 ${order} members`]],
  ["a household that comes twice in a row", ["a:1", "a:1", "b"], ["a", "b"], ["a 1", "b 1"], ["3 invalid-input id"]],
  ["a household without id", ["a", "", "b"], ["a", "b"], ["a 1", "b 1"], ["3 invalid-input id"]],
  ["a household that is broken takes its rows with it", ["a", "b,x", "c"], ["a", "b", "c"], ["a 1", "c 1"], ["3 invalid-input"]],
  ["a row without household may belong to the one before or after it", ["a", "b", "c"], ["a", "", "b", "c"], ["c 1"], ["m 3 invalid-input", "2 invalid-input members", "3 invalid-input members"]],
  ["a wrong fact of a member is told at its household", ["a", "b"], ["a:true", "a:yes", "b"], ["b 1"], ["2 invalid-input members[1].hasHealthInsurance"]],
];

/** The path of a row is always that of the id of its household; left out here. */
const short = ({ reports }: Outcome): string[] => reports.map((report) => report.replace("members ", "m ").replace(/^m (\S+ \S+) household_id$/, "m $1")).sort();

describe("--members", () => {
  it.each(cases)("%s", async (_why, households, members, answers, reports) => {
    const outcome = await join(households, members);
    expect(answered(outcome)).toEqual(answers);
    expect(short(outcome)).toEqual([...reports].sort());
    expect(outcome.code).toBe(reports.length === 0 ? 0 : 1);
  });

  it("tells the line of a member whose fact is wrong", async () => {
    expect((await join(["a"], ["a", "a:yes"])).err).toContain("(line 3 of the members file)");
  });

  it("a row that cannot be read keeps its household from an answer with one member less", async () => {
    const stdin = lines("id,residence,monthly_income_per_person_vnd", "a,rural,1", "b,rural,1", "c,rural,1");
    const m = lines("household_id,born_on", "a,1990", "b,1990", "b,1990,x", "c,1990");
    const outcome = await inProcess(argv, { stdin, files: { m } });
    expect(answered(outcome)).toEqual(["a 1", "c 1"]);
    expect(outcome.reports).toEqual(["members 4 invalid-input", "3 invalid-input members"]);
  });

  it("joins JSON Lines and CSV either way, by text", async () => {
    const households = ['{"id":7,"residence":"rural"}\n', "id,residence\n7,rural\n"];
    const members = ['{"household_id":"7","bornOn":"1990"}\n{"householdId":7,"bornOn":null}\n', "household_id,born_on\n7,1990\n7,\n"];
    for (const stdin of households)
      for (const m of members) expect((await inProcess(argv, { stdin, files: { m } })).answers).toEqual([expect.objectContaining({ persons: 2 })]);
  });

  it("refuses a line that has members of its own", async () => {
    const outcome = await inProcess(argv, { stdin: '{"id":"a","residence":"rural","members":[{}]}\n', files: { m: "household_id\na\n" } });
    expect(outcome.reports).toEqual(["1 invalid-input members"]);
  });

  it("leaves recorded flags alone", async () => {
    const outcome = await inProcess(argv, { stdin: '{"id":"a","residence":"rural","deprivationCount":1}\n', files: { m: "household_id\n" } });
    expect(outcome.answers).toHaveLength(1);
  });

  it.each([
    ["a members file that is not there", [], "none cannot be read: there is no such file"],
    ["a members file on standard input beside households there", ["-"], "two inputs are standard input"],
  ])("%s stops the run", async (_why, [file = "none"], message) => {
    const outcome = await inProcess(["classify", "--standard", "vn/decree-07-2021", "--members", file], { stdin: "id,residence\na,rural\n" });
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain(message);
  });

  it("stops the run for an unknown column of a member", async () => {
    const outcome = await inProcess(argv, { stdin: "id,residence\na,rural\n", files: { m: "household_id,born_no\n" } });
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain('m, line 1:\n  column 2 "born_no" is no field of a member; the nearest is "born_on"');
  });

  it("finds the next household behind any number of strangers that are read ahead", async () => {
    const strangers = (count: number): string[] => Array.from({ length: count }, (_, index) => `x${index}`);
    const near = await join(["a", "b"], ["a", ...strangers(HOUSEHOLDS_READ_AHEAD - 1), "b"]);
    expect(answered(near)).toEqual(["a 1", "b 1"]);
    expect(near.reports).toHaveLength(HOUSEHOLDS_READ_AHEAD - 1);
    // Beyond that nothing is answered wrongly, and every row is told.
    const far = await join(["a", "b"], ["a", ...strangers(HOUSEHOLDS_READ_AHEAD), "b"]);
    expect(answered(far)).toEqual(["a 1"]);
    expect(far.reports).toHaveLength(HOUSEHOLDS_READ_AHEAD + 2);
  });
});

describe("--members --sort", () => {
  it.each<readonly [string, readonly string[], readonly string[], readonly string[], readonly string[]]>([
    ["members in any order", ["a", "b", "c:4"], ["b", "a", "b"], ["a 1", "b 2", "c 4"], []],
    ["rows of a household that never comes", ["a"], ["x", "a"], ["a 1"], ["m 2 invalid-input"]],
    ["a household that comes twice", ["a", "b", "a"], ["a", "b"], ["a 1", "b 1"], ["4 invalid-input id"]],
    ["a row without household", ["a", "b", "c"], ["a", "", "b", "c", "a"], ["c 1"], ["m 3 invalid-input", "2 invalid-input members", "3 invalid-input members"]],
  ])("%s", async (_why, households, members, answers, reports) => {
    const outcome = await join(households, members, "--sort");
    expect(answered(outcome)).toEqual(answers);
    expect(short(outcome)).toEqual([...reports].sort());
  });

  it("belongs to --members", async () => {
    expect((await inProcess(["classify", "--standard", "vn/decree-07-2021", "--sort"])).err).toContain("--sort belongs to --members FILE");
  });
});

describe("no row is lost", () => {
  it("in any order: each is a member of an answer, or it or its household is reported", async () => {
    const ids = fc.constantFrom("a", "b", "c", "d", "e");
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(ids, { minLength: 1 }), fc.array(ids, { maxLength: 8 }), fc.boolean(), async (households, members, sort) => {
        const outcome = await join(households, members, ...(sort ? ["--sort"] : []));
        const size = new Map(outcome.answers.map(({ id, persons }) => [id, persons]));
        const reported = (report: string): boolean => short(outcome).some((each) => each.startsWith(`${report} `));
        households.forEach((id, index) => {
          expect(size.has(id) || reported(String(index + 2)), id).toBe(true);
          // An answer counts every member of the household.
          if (size.has(id)) expect(size.get(id)).toBe(members.filter((member) => member === id).length);
        });
        members.forEach((id, index) => {
          const place = households.indexOf(id);
          expect(size.has(id) || reported(`m ${index + 2}`) || reported(String(place + 2)), `${id} ${index}`).toBe(true);
        });
      }),
    );
  });
});
