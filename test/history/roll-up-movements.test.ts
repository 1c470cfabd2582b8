import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaTree, type Area, type PovertyClass } from "../../src/index.js";
import { rollUpMovements, tabulateMovements, type MovingHousehold } from "../../src/forms.js";
import { refusal } from "../support/refusal.js";
import { expectFormsToCloseAndAgree, fourLines } from "./movement-forms.js";

const area = (code: string, parent: string | null = null): Area => ({ code, name: code, level: "unit", parent });

/** A province with two districts of two communes each, and the same communes directly in it. */
const withDistricts = areaTree([area("P"), area("D1", "P"), area("D2", "P"), area("a", "D1"), area("b", "D1"), area("c", "D2"), area("d", "D2")]);
const withoutDistricts = areaTree([area("P"), area("a", "P"), area("b", "P"), area("c", "P"), area("d", "P")]);

const at = (on: string, found: PovertyClass, persons: number, areaCode: string) => ({ on, class: found, persons, areaCode });

const households: readonly MovingHousehold[] = [
  { before: at("2023-12-14", "poor", 4, "a"), after: at("2024-12-14", "near-poor", 5, "a") },
  { before: at("2023-12-14", "poor", 2, "b"), after: null },
  { before: null, after: at("2024-12-14", "poor", 3, "b") },
  { before: at("2023-12-14", "near-poor", 6, "a"), after: at("2024-12-14", "near-poor", 6, "c") },
];

describe("rollUpMovements", () => {
  it("adds districts and a province, every area after its parts", () => {
    const rows = rollUpMovements(tabulateMovements(households), withDistricts);
    expect(rows.map((row) => [row.areaCode, row.open, ...fourLines(row)])).toEqual([
      ["a", false, "1 1 0 0 0 0 0 0 0", "4 4 0 0 0 0 0 0 0", "1 0 0 1 1 0 0 0 1", "6 0 0 6 4 0 0 1 5"],
      ["b", true, "1 0 0 0 0 - - 0 1", "2 0 0 0 0 - - 0 3", "0 0 0 0 0 0 0 0 0", "0 0 0 0 0 0 0 0 0"],
      ["D1", true, "2 1 0 0 0 - - 0 1", "6 4 0 0 0 - - 0 3", "1 0 0 1 1 0 0 0 1", "6 0 0 6 4 0 0 1 5"],
      ["c", false, "0 0 0 0 0 0 0 0 0", "0 0 0 0 0 0 0 0 0", "0 0 0 0 0 0 0 1 1", "0 0 0 0 0 0 0 6 6"],
      ["d", false, "0 0 0 0 0 0 0 0 0", "0 0 0 0 0 0 0 0 0", "0 0 0 0 0 0 0 0 0", "0 0 0 0 0 0 0 0 0"],
      ["D2", false, "0 0 0 0 0 0 0 0 0", "0 0 0 0 0 0 0 0 0", "0 0 0 0 0 0 0 1 1", "0 0 0 0 0 0 0 6 6"],
      // The near-poor household that went from a to c is in columns 4 and 8 of the province.
      ["P", true, "2 1 0 0 0 - - 0 1", "6 4 0 0 0 - - 0 3", "1 0 0 1 1 0 0 1 2", "6 0 0 6 4 0 0 7 11"],
    ]);
    rows.forEach(expectFormsToCloseAndAgree);
    const province = rows.at(-1)!;
    expect([province.form2.households.relapsed, province.form2.persons.newlyArising, province.form2.persons.unexplained]).toEqual([{ low: 0, high: 1 }, { low: 0, high: 3 }, 2]);
  });

  it("adds households of any level to that level", () => {
    const rows = rollUpMovements(tabulateMovements([{ before: at("2023-12-14", "poor", 4, "D1"), after: null }]), withDistricts);
    expect(rows.filter(({ open }) => open).map(({ areaCode }) => areaCode)).toEqual(["D1", "P"]);
  });

  it("does not know what one of the parts does not", () => {
    const unsized = { on: "2024-12-14", class: "poor", areaCode: "d" } as const;
    const rows = rollUpMovements(tabulateMovements([...households, { before: null, after: unsized }], { historyCompleteSince: "2020-01-01" }), withoutDistricts);
    const province = rows.at(-1)!;
    expect(fourLines(province).slice(0, 2)).toEqual(["2 1 0 0 0 0 2 0 2", "6 4 0 0 0 0 - 0 -"]);
    expect(province.householdsWithoutPersons).toBe(1);
    expect([province.form2.persons.relapsed, province.form2.persons.newlyArising, province.form2.persons.entered]).toEqual([{ low: 0, high: 0 }, null, null]);
  });

  it("keeps the range of the newly arising where only that of the relapsed is not known", () => {
    const relapsedUnsized = { before: null, after: { on: "2024-12-14", class: "poor", areaCode: "a" }, history: [{ on: "2021-12-14", class: "poor" }] } as const;
    const rows = tabulateMovements([relapsedUnsized, { before: null, after: at("2024-12-14", "poor", 3, "a") }]);
    const { persons } = rollUpMovements(rows, withDistricts).at(-1)!.form2;
    expect([persons.relapsed, persons.newlyArising, persons.entered]).toEqual([null, { low: 0, high: 3 }, null]);
  });

  const place = fc.option(fc.record({ class: fc.constantFrom<PovertyClass>("poor", "near-poor", "not-poor"), persons: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 9 }) }));
  const staying = fc.record({ areaCode: fc.constantFrom("a", "b", "c", "d"), before: place, after: place, wasPoor: fc.boolean() });

  it("gives the province the same with and without districts, and as if it were one area where nobody moves", () => {
    fc.assert(
      fc.property(fc.array(staying, { maxLength: 30 }), fc.option(fc.constant("2020-01-01")), (all, historyCompleteSince) => {
        const located = (whole: string | null): readonly MovingHousehold[] =>
          all.filter(({ before, after }) => before !== null || after !== null).map(({ areaCode, before, after, wasPoor }) => ({
            before: before === null ? null : { ...before, on: "2023-12-14", areaCode: whole ?? areaCode },
            after: after === null ? null : { ...after, on: "2024-12-14", areaCode: whole ?? areaCode },
            history: wasPoor ? [{ on: "2021-12-14", class: "poor" }] : [],
          }));
        const options = { historyCompleteSince };
        const rows = tabulateMovements(located(null), options);
        const province = rollUpMovements(rows, withDistricts).at(-1);
        expect(province).toEqual(rollUpMovements(rows, withoutDistricts).at(-1));
        expect(province).toEqual(rollUpMovements(tabulateMovements(located("P"), options), withDistricts).at(-1));
      }),
    );
  });

  it("refuses areas that the tree does not have, and two rows of one", () => {
    const rows = tabulateMovements(households);
    const invalidArea = { code: "chuan-ngheo/invalid-area", path: "rows[2].areaCode" };
    expect(refusal(() => rollUpMovements(rows, areaTree([area("a"), area("b")])))).toMatchObject(invalidArea);
    expect(refusal(() => rollUpMovements([...rows.slice(0, 2), { ...rows[2]!, areaCode: null }], withDistricts))).toMatchObject(invalidArea);
    expect(refusal(() => rollUpMovements([...rows, rows[1]!], withDistricts))).toMatchObject({ code: "chuan-ngheo/invalid-input", path: "rows[3].areaCode" });
  });

  it("refuses sums that are not exact", () => {
    const huge = (areaCode: string) => tabulateMovements([{ before: at("2023-12-14", "poor", Number.MAX_SAFE_INTEGER, areaCode), after: null }])[0]!;
    expect(refusal(() => rollUpMovements([huge("a"), huge("b")], withoutDistricts))).toMatchObject({ code: "chuan-ngheo/invalid-input", path: "rows" });
  });
});
