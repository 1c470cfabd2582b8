import type * as z from "zod";
import { PovertyStandardError } from "../core/errors.js";
import { standardTables, type Standard } from "../law/standard.js";
import { labelled } from "./labelled.js";
import { deprivationCountSchema, maybe, wholeSchema, type Same } from "./leaf-schemas.js";
import { carriedShape, foreignKeys, reviewedOnSchema } from "./record-keys.js";
import { refused } from "./refused.js";
import { strictRecord, type RecordOf } from "./strict-record.js";

const shapeOf = (pointsB: Same<number>, indicators: number) => ({
  ...carriedShape(),
  reviewedOn: reviewedOnSchema(),
  pointsA: labelled(
    maybe<number>(wholeSchema("expected whole points, 0 or more", 0)), { vi: "điểm A (B1)", en: "points A" },
    "They stand for income, and few mean poor.",
  ),
  pointsB: labelled(maybe(pointsB), { vi: "điểm B (B2)", en: "points B" }, "They stand for deprivations: a multiple of the points of one indicator."),
  deprivationCount: labelled(
    maybe(deprivationCountSchema(indicators)), { vi: "số chỉ số thiếu hụt", en: "number of deprived indicators" },
    "In place of points B: the number, or the least and the most.",
  ),
});

/** Points as {@link recordedPointsSchema} reads them: `RecordedPoints`. */
export type RecordedPointsInput = RecordOf<ReturnType<typeof shapeOf>>;

const schemas = new WeakMap<Standard, z.ZodType<RecordedPointsInput, RecordedPointsInput>>();

/**
 * A schema that accepts exactly the scored households that `classifyPoints` accepts under the same standard, and says
 * the same of others.
 *
 * @param standard - A standard that holds a points route.
 * @throws `PovertyStandardError` `law-not-held` for a standard without points; `invalid-standard` for one that
 *   `defineStandard` did not make.
 *
 * @example
 * ```ts
 * const schema = recordedPointsSchema(standardById("vn/decree-07-2021"));
 * schema.safeParse({ residence: "rural", pointsA: 120, pointsB: 30 }).success; // => true
 * schema.safeParse({ residence: "rural", pointsA: 120, pointsB: 35 }).success; // => false
 * recordedPointsSchema(standardById("vn/decision-59-2015")); // => throws chuan-ngheo/law-not-held
 * ```
 */
export function recordedPointsSchema(standard: Standard): z.ZodType<RecordedPointsInput, RecordedPointsInput> {
  standardTables(standard);
  const { points, indicators } = standard;
  if (points === null) throw new PovertyStandardError("law-not-held", "no points route is held for this standard", "standard");
  const known = schemas.get(standard);
  if (known !== undefined) return known;
  const most = indicators.length * points.pointsPerIndicator;
  const expected = `expected points from 0 to ${most} in steps of ${points.pointsPerIndicator}`;
  const schema = pointsSchema(wholeSchema(expected, 0, most).multipleOf(points.pointsPerIndicator, refused(expected)), indicators.length);
  schemas.set(standard, schema);
  return schema;
}

/**
 * The schema of a scored household around that of its points B.
 *
 * @param pointsB - The schema of points B.
 * @param indicators - How many indicators there are at most.
 */
export function pointsSchema(pointsB: Same<number>, indicators: number): z.ZodType<RecordedPointsInput, RecordedPointsInput> {
  return strictRecord(shapeOf(pointsB, indicators), { what: "key of a household", foreign: foreignKeys("points") })
    .superRefine((scored, context) => {
      const both = [scored.pointsB, scored.deprivationCount].every((value) => value !== null && value !== undefined);
      if (both) context.addIssue({ code: "custom", message: "expected pointsB or deprivationCount, not both", path: ["deprivationCount"] });
    })
    .meta({
      title: "Recorded points",
      description: "Điểm rà soát của hộ. A household scored in the yearly review.",
      $comment: "Beyond this schema: not both pointsB and deprivationCount; the least number of deprived indicators before the most.",
    });
}
