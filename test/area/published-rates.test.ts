import { describe, expect, it } from "vitest";
import { areaRates, type Area, type CountedHousehold, type PovertyClass } from "../../src/index.js";
import { printedAreaRates, type PrintedAreaRates, type PrintedRange } from "../../src/forms.js";

/** Figures as they were published, and mistakes of systems that report such rates; expected values typed by hand. */

const area = (code: string, parent: string | null = null): Area => ({ code, name: code, level: "unit", parent });
const exactly = (text: string): PrintedRange => ({ low: text, high: text });

/** Households of a class, their persons spread as evenly as whole persons can be. */
function* group(areaCode: string, found: PovertyClass, households: number, persons: number): Generator<CountedHousehold> {
  for (let index = 0; index < households; index++)
    yield { areaCode, class: found, persons: Math.floor(((index + 1) * persons) / households) - Math.floor((index * persons) / households) };
}

describe("Hà Tĩnh city, end of 2023", () => {
  // The city's vice chairman in Báo Hà Tĩnh: 377 poor households with 943 persons, 1.22 %; 549 near-poor ones with 1,829, 1.78 %.
  const households = [...group("ht", "poor", 377, 943), ...group("ht", "near-poor", 549, 1829)];
  const rowFor = (residents: number): PrintedAreaRates =>
    printedAreaRates(areaRates(households, { areas: [area("ht")], residents: [{ areaCode: "ht", households: residents }] })[0]!);

  it("comes to the printed rates of households", () => {
    expect(rowFor(30_900)).toMatchObject({
      households: { poor: 377, nearPoor: 549 }, persons: { poor: 943, nearPoor: 1829 },
      rates: { poorHouseholds: exactly("1.22"), nearPoorHouseholds: exactly("1.78"), multidimensionalHouseholds: exactly("3.00") },
    });
  });

  it.each([
    ["just under the least total that fits both", 30_775, false],
    ["the least", 30_776, true],
    ["the greatest", 30_929, true],
    ["just over it", 30_930, false],
  ])("fits %s", (_why, residents, fits) => {
    const { poorHouseholds, nearPoorHouseholds } = rowFor(residents).rates;
    expect(poorHouseholds!.low === "1.22" && nearPoorHouseholds!.low === "1.78").toBe(fits);
  });
});

describe("Kon Tum and Quảng Ngãi, merged on 1 July 2025", () => {
  // 2024: Quảng Ngãi 16,368 poor households at 3.664034 %, Kon Tum 6,557 at 10.84592 %; the households follow from these.
  const areas = [area("new"), area("quang-ngai", "new"), area("kon-tum", "new")];
  const residents = [{ areaCode: "quang-ngai", households: 446_721 }, { areaCode: "kon-tum", households: 60_456 }];
  const rows = areaRates([...group("quang-ngai", "poor", 16_368, 65_000), ...group("kon-tum", "poor", 6557, 30_000)], { areas, residents }).map(printedAreaRates);

  it("has the rates of its parts", () => {
    expect(rows.slice(0, 2).map(({ rates }) => rates.poorHouseholds)).toEqual([exactly("3.66"), exactly("10.85")]);
  });

  it("has the rate of all its households, not the mean of two rates (7.25)", () => {
    expect(rows[2]).toMatchObject({ households: { residents: 507_177, poor: 22_925 }, rates: { poorHouseholds: exactly("4.52") } });
  });
});

describe("mistakes seen", () => {
  const ask = (residents: number | null, poor: number, nearPoor: number): PrintedAreaRates =>
    printedAreaRates(
      areaRates([...group("a", "poor", poor, poor), ...group("a", "near-poor", nearPoor, nearPoor)], {
        areas: [area("a")], residents: residents === null ? [] : [{ areaCode: "a", households: residents }],
      })[0]!,
    );

  it("the poverty rate is that of the poor, without the near-poor", () => {
    const { poorHouseholds, multidimensionalHouseholds } = ask(1000, 20, 50).rates;
    expect([poorHouseholds, multidimensionalHouseholds]).toEqual([exactly("2.00"), exactly("7.00")]);
  });

  it("the register is no denominator: without resident households there is no rate", () => {
    expect(ask(null, 69, 142)).toMatchObject({ households: { residents: null, poor: 69, nearPoor: 142 }, rates: { poorHouseholds: null, nearPoorHouseholds: null } });
    expect(ask(null, 69, 142)).not.toHaveProperty("problem");
  });

  it("a denominator of zero gives no rate, least of all 0 %", () => {
    expect(ask(0, 74, 0)).toMatchObject({ rates: { poorHouseholds: null }, problem: "count-exceeds-residents" });
  });

  it("no rate is over 100 %", () => {
    expect(ask(10, 204, 0)).toMatchObject({ rates: { poorHouseholds: null, multidimensionalHouseholds: null }, problem: "count-exceeds-residents" });
  });
});
