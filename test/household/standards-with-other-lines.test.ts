import { describe, expect, it } from "vitest";
import { standardsWithOtherLines } from "../../src/household/standards-with-other-lines.js";
import { defineStandard, standardById, type Residence, type Standard } from "../../src/index.js";
import { standardTables } from "../../src/law/standard.js";
import { bacNinh, hoChiMinhCity } from "../fixtures/local-standards.js";

const held = (name: string): Standard => standardById(`vn/${name}`);
const linesOf = (standard: Standard, residence: Residence): readonly (readonly [amount: number, per: string])[] =>
  standardTables(standard).byResidence[residence].statedLines.map(({ amount, per }) => [amount, per]);
const perMonth = (...amounts: readonly number[]): readonly (readonly [number, string])[] => amounts.map((amount) => [amount, "month"]);

describe("standardsWithOtherLines", () => {
  it.each<readonly [why: string, standard: Standard, other: Standard, rural: readonly (readonly number[])[], urban: readonly (readonly number[])[]]>([
    ["one line for one; the average line has no counterpart and stays", held("decree-07-2021"), held("decision-170-2005"), [[200_000, 2_250_000]], [[260_000, 3_000_000]]],
    ["each of two for one, and the average line for the average line", held("decree-07-2021"), held("decision-59-2015"), [[700_000, 1_500_000], [1_000_000, 1_500_000]], [[900_000, 1_950_000], [1_300_000, 1_950_000]]],
    ["two for two by rank", held("decision-59-2015"), held("decision-09-2011"), [[400_000, 520_000, 1_500_000]], [[500_000, 650_000, 1_950_000]]],
    ["one for the lower of two, since lines must rise", held("decision-09-2011"), held("decision-170-2005"), [[200_000, 520_000]], [[260_000, 650_000]]],
    ["one for the upper of two, since lines must rise", held("decision-59-2015"), held("decree-07-2021"), [[700_000, 1_500_000, 2_250_000]], [[900_000, 2_000_000, 3_000_000]]],
    ["a standard without an average line takes none", bacNinh, held("decree-07-2021"), [[1_500_000]], [[2_000_000]]],
    ["its own lines are no other ones", held("decree-07-2021"), held("decree-07-2021"), [], []],
  ])("%s", (_why, standard, other, rural, urban) => {
    const found = standardsWithOtherLines(standard, other);
    expect(found.map((each) => linesOf(each, "rural"))).toEqual(rural.map((lines) => perMonth(...lines)));
    expect(found.map((each) => linesOf(each, "urban"))).toEqual(urban.map((lines) => perMonth(...lines)));
    for (const each of found) expect(each.points?.pointsPerIndicator).toBe(standard.points?.pointsPerIndicator);
  });

  it("one line for both residences becomes two, and annual lines monthly ones", () => {
    const [found, ...more] = standardsWithOtherLines(hoChiMinhCity, held("decision-09-2011"));
    expect(more).toEqual([]);
    expect([linesOf(found!, "rural"), linesOf(found!, "urban")]).toEqual([perMonth(400_000, 520_000), perMonth(500_000, 650_000)]);
    expect(linesOf(hoChiMinhCity, "rural")).toEqual([[36_000_000, "year"], [46_000_000, "year"]]);
  });

  it("is none where the lines of one residence would not rise", () => {
    const withUrbanAverage = (amount: number): Standard =>
      defineStandard(JSON.parse(JSON.stringify(held("decree-07-2021")).replaceAll('"amount":3000000', `"amount":${amount}`)) as Standard);
    // 2,800,000 takes the place of 2,000,000, below the urban average line or not.
    expect([2_800_001, 2_800_000, 2_799_999].map((average) => standardsWithOtherLines(withUrbanAverage(average), held("decree-351-2025")).length)).toEqual([1, 0, 0]);
  });
});
