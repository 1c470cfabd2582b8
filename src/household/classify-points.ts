import { PovertyStandardError } from "../core/errors.js";
import { standardTables, type Standard } from "../law/standard.js";
import { annualVnd, residences } from "../law/tiling.js";
import { readPoints } from "./check.js";
import { DecidedClassification, type Classification } from "./classification.js";
import type { RecordedPoints } from "./types.js";

/**
 * The class of a household by the points of the yearly review: points A stand for income (few mean poor), points B
 * for deprivations.
 *
 * Above the line of points the route tells only that a household is neither poor nor near-poor: whether its living
 * standard is average needs its income, so the result stays undetermined between those classes.
 *
 * @param household - `pointsA`, and `pointsB` or `deprivationCount`; what is missing is unknown, never 0.
 * @param options - `standard`, which must hold a points route.
 * @throws {@link PovertyStandardError} `law-not-held` for a standard without points; `invalid-input` with the path of
 *   what is wrong.
 *
 * @example
 * ```ts
 * const standard = standardById("vn/decree-07-2021");
 * classifyPoints({ residence: "rural", pointsA: 140, pointsB: 30 }, { standard }).class; // => "poor"
 * classifyPoints({ residence: "rural", pointsA: null, pointsB: 10 }, { standard }).class; // => null
 * ```
 */
export function classifyPoints(household: RecordedPoints, { standard }: { readonly standard: Standard }): Classification {
  const tables = standardTables(standard);
  const { points } = standard;
  if (points === null) throw new PovertyStandardError("law-not-held", "no points route is held for this standard", "standard");
  const checked = readPoints(household, standard.indicators.length, points.pointsPerIndicator);
  const residence = residences[checked.residence] ?? "rural";
  const table = tables.byResidence[residence];
  const line = points.lines.find((each) => each.residence === residence);
  // The band whose upper end is the income line for which the points stand.
  const upTo = line === undefined ? table.lines.length : table.lines.indexOf(annualVnd(line.incomeUpTo));
  const under = checked.pointsA !== null && line !== undefined && checked.pointsA <= line.pointsUpTo;
  return new DecidedClassification(
    {
      standard, basis: "points", residence: checked.residence, income: null, annual: false, persons: 0,
      bandFrom: checked.pointsA === null || under ? 0 : upTo + 1, bandTo: under ? upTo : table.lines.length,
      least: checked.least, most: checked.most, deprivedMask: 0, unknownMask: 0,
      on: 0, record: household, pointsA: checked.pointsA, countKey: checked.deprivationsKey,
    },
    table,
  );
}
