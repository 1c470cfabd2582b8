import { describe, expect, it } from "vitest";
import { CauseCounts } from "../../src/cli/cause-counts.js";
import type { LikelyCause } from "../../src/audit.js";

const cause = (mistake: LikelyCause["mistake"]): LikelyCause => ({ mistake, class: "poor", vi: `${mistake} vi`, en: `${mistake} en` });
const at = (line: number): { line: number; id: null } => ({ line, id: null });
const [many, few, rare] = ["or-for-and", "line-excluded", "other-residence"] as const;

describe("CauseCounts", () => {
  it("sets that mistake first which explains many households and would change few others", () => {
    const counts = new CauseCounts({ vi: "không", en: "none" });
    counts.add([], at(1));
    counts.add([cause(rare)], at(2));
    counts.add([cause(few)], at(3));
    for (const line of [4, 5, 6]) counts.add([cause(many)], at(line));
    for (let household = 0; household < 4; household++) counts.addChanged([many]);
    counts.addChanged([few, "points-unit"]);
    for (let household = 0; household < 9; household++) counts.addChanged([rare]);
    // 3 of 4, 1 of 1, 1 of 9; households without a cause last, and a mistake that explains none not at all.
    expect(counts.lines("en", true).filter((line) => !line.startsWith(" "))).toEqual([
      "or-for-and: 3 (50.00%); with no other known cause: 3", "line-excluded: 1 (16.67%); with no other known cause: 1",
      "other-residence: 1 (16.67%); with no other known cause: 1", "none: 1 (16.67%)",
    ]);
    expect(counts.households).toBe(6);
  });

  it("counts a household with two causes under each, and says of each that it is not alone", () => {
    const counts = new CauseCounts({ vi: "không", en: "none" });
    counts.add([cause(many), cause(few)], { line: 7, id: "h7" });
    expect(counts.lines("vi", true)).toEqual([
      "or-for-and: 1 (100,00%); không có cách giải thích khác: 0", "  or-for-and vi", "  Ví dụ: h7",
      "line-excluded: 1 (100,00%); không có cách giải thích khác: 0", "  line-excluded vi", "  Ví dụ: h7",
    ]);
    expect(counts.lines("en", false).filter((line) => line.includes("example"))).toEqual(["  For example: line 7", "  For example: line 7"]);
    expect(new CauseCounts({ vi: "không", en: "none" }).lines("en", true)).toEqual([]);
  });
});
