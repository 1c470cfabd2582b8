import { describe, expect, it } from "vitest";
import { crosswalk, type AreaChange } from "../../src/forms.js";
import { refusal } from "../support/refusal.js";

const change = (on: string, from: string, to: string): AreaChange => ({ on, from, to });

describe("crosswalk", () => {
  it("groups changes by day, whatever their order", () => {
    const changes = [change("2025-07-01", "c", "d"), change("2020-01-01", "b", "c"), change("2020-01-01", "a", "c"), change("2025-07-01", "e", "e"), change("2025-07-01", "e", "f")];
    const made = crosswalk(changes);
    expect(made).toEqual(crosswalk([...changes].reverse()));
    expect(made.redrawings.map(({ on }) => on)).toEqual(["2020-01-01", "2025-07-01"]);
    expect([...(made.redrawings[0]?.comesFrom ?? [])]).toEqual([["c", ["a", "b"]]]);
    expect(made.redrawings[1]?.becomes.get("e")).toEqual(["e", "f"]);
    expect(made.created).toEqual(new Map([["c", "2020-01-01"], ["d", "2025-07-01"], ["f", "2025-07-01"]]));
    expect(made.ended).toEqual(new Map([["a", "2020-01-01"], ["b", "2020-01-01"], ["c", "2025-07-01"]]));
  });

  it("is empty without changes", () => {
    expect(crosswalk([])).toEqual({ redrawings: [], created: new Map(), ended: new Map() });
  });

  it("takes two areas that exchange parts and both stay", () => {
    const rows = [change("2025-07-01", "a", "a"), change("2025-07-01", "a", "b"), change("2025-07-01", "b", "b"), change("2025-07-01", "b", "a")];
    expect(crosswalk(rows).ended.size).toBe(0);
  });

  it.each<readonly [why: string, changes: unknown, path: string | null]>([
    ["No list.", { on: "2025-07-01", from: "a", to: "b" }, "changes"],
    ["A row that is no object.", ["a,b"], "changes[0]"],
    ["A misspelt key would be lost.", [{ on: "2025-07-01", from: "a", too: "b" }], "changes[0].too"],
    ["No day of the calendar.", [change("2025-06-31", "a", "b")], "changes[0].on"],
    ["A day is written in full.", [change("2025-07", "a", "b")], "changes[0].on"],
    ["No day.", [{ from: "a", to: "b" }], "changes[0].on"],
    ["A number loses leading zeros.", [{ on: "2025-07-01", from: 1, to: "b" }], "changes[0].from"],
    ["An empty code.", [change("2025-07-01", "a", "")], "changes[0].to"],
    ["A row that comes twice.", [change("2025-07-01", "a", "b"), change("2025-07-01", "a", "b")], "changes[1]"],
    ["A circle of one day.", [change("2025-07-01", "a", "b"), change("2025-07-01", "b", "a")], "changes[0].to"],
    ["A chain on one day: the order is not known.", [change("2025-07-01", "b", "c"), change("2025-07-01", "a", "b")], "changes[1].to"],
    ["An area that disappears twice.", [change("2025-07-01", "a", "c"), change("2020-01-01", "a", "b")], "changes[0].from"],
    ["A circle over two days: a code is used again.", [change("2020-01-01", "a", "b"), change("2025-07-01", "b", "a")], "changes[1].to"],
    ["An area that ended stays no more.", [change("2020-01-01", "a", "b"), change("2025-07-01", "a", "a")], "changes[1].from"],
  ])("refuses: %s", (_why, changes, path) => {
    expect(refusal(() => crosswalk(changes as readonly AreaChange[]))).toMatchObject({ code: "chuan-ngheo/invalid-area", path });
  });

  it("says which area ended and when", () => {
    expect(refusal(() => crosswalk([change("2020-01-01", "18070", "18073"), change("2025-07-01", "18070", "18077")]))).toMatchObject({
      message: 'changes[1].from: expected an area that there still is; "18070" ended on 2020-01-01',
    });
  });
});
