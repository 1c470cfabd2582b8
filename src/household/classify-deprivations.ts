import { standardTables, type Standard } from "../law/standard.js";
import { residences } from "../law/tiling.js";
import { readDeprivations, type CheckedDeprivations } from "./check.js";
import { DecidedClassification, incomeBand, type Classification } from "./classification.js";
import type { RecordedDeprivations } from "./types.js";

const indicatorPlaces = new WeakMap<Standard, ReadonlyMap<string, number>>();

function placesOf(standard: Standard): ReadonlyMap<string, number> {
  let places = indicatorPlaces.get(standard);
  if (places === undefined) {
    places = new Map(standard.indicators.map(({ id }, index) => [id, index]));
    indicatorPlaces.set(standard, places);
  }
  return places;
}

const checked: CheckedDeprivations = {
  residence: -1, persons: 0, income: null, annual: false, deprivedMask: 0, unknownMask: 0, least: 0, most: 0, byIndicator: true,
};

/**
 * The class of a household whose deprivations were already decided: a flag per indicator, or only their number.
 *
 * A missing flag is unknown, never "not deprived"; without flags and number every indicator is unknown.
 *
 * @param household - Income and `deprivations` or `deprivationCount`; an annual income needs `persons`.
 * @param options - `standard`, whose indicators the flags name.
 * @throws {@link PovertyStandardError} `invalid-input` with the path of what is wrong.
 *
 * @example
 * The line itself counts as poor.
 * ```ts
 * const standard = standardById("vn/decree-07-2021");
 * const household = { residence: "rural", monthlyIncomePerPersonVnd: 1_500_000, deprivationCount: 3 } as const;
 * classifyDeprivations(household, { standard }).class; // => "poor"
 * classifyDeprivations({ ...household, deprivationCount: [2, 3] }, { standard }).possible; // => ["poor", "near-poor"]
 * ```
 */
export function classifyDeprivations(household: RecordedDeprivations, { standard }: { readonly standard: Standard }): Classification {
  const tables = standardTables(standard);
  readDeprivations(household, standard, placesOf(standard), checked);
  const { residence, income, annual, persons, least, most, deprivedMask, unknownMask, byIndicator } = checked;
  const table = tables.byResidence[residences[residence] ?? "rural"];
  const band = income === null ? 0 : incomeBand(table, income, annual, persons);
  return new DecidedClassification(
    {
      standard, basis: byIndicator ? "deprivations" : "count", residence, income, annual, persons,
      bandFrom: band, bandTo: income === null ? table.lines.length : band, least, most, deprivedMask, unknownMask,
      on: 0, record: household, pointsA: null, countKey: "deprivationCount",
    },
    table,
  );
}
