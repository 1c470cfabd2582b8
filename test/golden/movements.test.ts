import { describe, expect, it } from "vitest";
import { type PovertyClass } from "../../src/index.js";
import { tabulateMovements, type MovingHousehold } from "../../src/forms.js";
import { lineText } from "../history/movement-forms.js";

/** So many households that do the same. */
const many = (count: number, household: MovingHousehold): readonly MovingHousehold[] => Array.from({ length: count }, () => household);

/**
 * Kon Tum, 2022: 21,989 poor households at the start (the baseline of Decree 07/2021, 15.32 % of 143,561), 6,782 escaped
 * poverty, 169 near-poor ones became poor, 13 relapsed, 594 newly arising, 15,943 poor at the end.
 * Source: thoidai.com.vn, "Năm 2022, tỉnh Kon Tum có hơn 10 nghìn hộ thoát nghèo, cận nghèo", 179798.
 */
describe("Kon Tum, poor households in 2022", () => {
  const at = (on: string, found: PovertyClass) => ({ on, class: found, standard: "vn/decree-07-2021" });
  const before = (found: PovertyClass) => at("2021-12-14", found);
  const after = (found: PovertyClass) => at("2022-12-14", found);

  /** 21,989 − 6,782 + 169 + 13 + 594 = 15,983: forty more than there were. Other decrease outweighs other increase by 40. */
  const remainder = 40;
  const staying = 21_989 - 6_782 - remainder;

  /** What of the 6,782 became near-poor and what passed the line was not published: any division must close. */
  const households = (becameNearPoor: number, leaving: MovingHousehold): readonly MovingHousehold[] => [
    ...many(staying, { before: before("poor"), after: after("poor") }),
    ...many(becameNearPoor, { before: before("poor"), after: after("near-poor") }),
    ...many(6_782 - becameNearPoor, { before: before("poor"), after: after("not-poor") }),
    ...many(169, { before: before("near-poor"), after: after("poor") }),
    // It was the first year under the decree, and whoever was poor at its baseline did not come from outside: a relapse
    // can only rest on recognitions under the standard before.
    ...many(13, { before: before("not-poor"), after: after("poor"), history: [{ on: "2019-12-14", class: "poor", standard: "vn/decision-59-2015" }] }),
    ...many(594, { before: before("not-poor"), after: after("poor") }),
    ...many(remainder, leaving),
  ];
  const options = { historyCompleteSince: "2016-01-05" };

  it.each([
    [0, "21989 0 6782 40 169 13 594 0 15943"],
    [782, "21989 782 6000 40 169 13 594 0 15943"],
    [6_782, "21989 6782 0 40 169 13 594 0 15943"],
  ])("closes at 15,943 with forty that left for a reason, %i of the escaped near-poor", (becameNearPoor, line) => {
    const [row] = tabulateMovements(households(becameNearPoor, { before: before("poor"), after: null, reason: "moved-away" }), options);
    expect(lineText(row!.form2.households)).toBe(line);
    expect(row!.open).toBe(false);
  });

  it("stays open while nobody says why the forty left: they are in no column", () => {
    const [row] = tabulateMovements(households(782, { before: before("poor"), after: null }), options);
    expect(lineText(row!.form2.households)).toBe("21989 782 6000 0 169 13 594 0 15943");
    expect([row!.form2.open, row!.form2.households.unexplained]).toEqual([true, 40]);
    // The published columns alone come to 15,983.
    expect(21_989 - 782 - 6_000 + 169 + 13 + 594).toBe(15_943 + row!.form2.households.unexplained!);
  });

  it("cannot tell the 594 from relapses without a history, though 607 entered for certain", () => {
    const [row] = tabulateMovements(households(782, { before: before("poor"), after: null, reason: "died" }));
    const { columns, entered, relapsed, newlyArising } = row!.form2.households;
    expect([columns[6], columns[7], entered, relapsed, newlyArising]).toEqual([null, null, 607, { low: 13, high: 607 }, { low: 0, high: 594 }]);
  });
});

/**
 * Quảng Nam, June 2022, an in-year review: 33,127 poor households at the start of the year and 20 newly arising, 33,147
 * in June; 8,202 near-poor ones and 2 newly arising, 8,204 in June. None left either list.
 * Source: molisa.gov.vn, tintucID 232840.
 */
describe("Quảng Nam, in June 2022", () => {
  const before = (found: PovertyClass) => ({ on: "2021-12-14", class: found, standard: "vn/decree-07-2021" });
  const after = (found: PovertyClass) => ({ on: "2022-06-15", class: found, standard: "vn/decree-07-2021" });
  const households = [
    ...many(33_127, { before: before("poor"), after: after("poor") }),
    ...many(20, { before: before("not-poor"), after: after("poor") }),
    ...many(8_202, { before: before("near-poor"), after: after("near-poor") }),
    ...many(2, { before: null, after: after("near-poor") }),
  ];

  it("closes at 33,147 and 8,204", () => {
    const [row] = tabulateMovements(households, { historyCompleteSince: "2016-01-05" });
    expect(lineText(row!.form2.households)).toBe("33127 0 0 0 0 0 20 0 33147");
    expect(lineText(row!.form3.households)).toBe("8202 0 0 0 0 0 2 0 8204");
    expect(row!.open).toBe(false);
  });

  it("gives no persons where none were given", () => {
    const [row] = tabulateMovements(households);
    expect([row!.form2.persons.columns[1], row!.form2.persons.columns[9], row!.householdsWithoutPersons]).toEqual([null, null, 33_127 + 20 + 8_202 + 2]);
  });
});
