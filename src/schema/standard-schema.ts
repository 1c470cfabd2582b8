import * as z from "zod";
import { isPovertyStandardError } from "../core/errors.js";
import { provenances } from "../law/citation.js";
import { defineStandard, type Standard } from "../law/standard.js";
import { expressionSchema } from "./expression-schema.js";
import { classSchema, daySchema, residenceSchema, wholeSchema, type Same } from "./leaf-schemas.js";
import { pathKeys } from "./path-keys.js";
import { refused } from "./refused.js";
import { strictRecord, type RecordOf } from "./strict-record.js";

/** A part of a standard: an object without other keys. */
function part<Shape extends z.ZodRawShape>(shape: Shape): Same<RecordOf<Shape>> {
  return strictRecord(shape, { what: "key here" });
}

/** A list of parts. */
function list<Value>(each: Same<Value>, title: string): z.ZodArray<Same<Value>> {
  return z.array(each, refused("expected a list")).meta({ title });
}

/** Most indicators that a standard can have. */
export const MOST_INDICATORS = 30;
/** Most VND of a line: per year it must stay a safe integer. */
const MOST_VND = Math.floor(Number.MAX_SAFE_INTEGER / 12);

function standardParts() {
  const text = z.string(refused("expected text")).min(1, refused("expected text"));
  const bilingual = part({ vi: text, en: text }).meta({ id: "chuanNgheoText", title: "Text in Vietnamese and English" });
  const day = daySchema();
  const document = part({ number: text, title: bilingual, issued: day.nullable(), inForce: day.nullable() }).meta({ id: "chuanNgheoDocument", title: "Legal document" });
  const provision = part({
    article: text.optional(), clause: text.optional(), point: text.optional(),
    annex: z.boolean(refused("expected true or false")).optional(),
    indicator: wholeSchema("expected a whole number, 1 or more", 1).optional(),
  });
  const citation = part({
    document,
    provision: provision.nullable(),
    provenance: z.enum(provenances, refused(`expected one of ${provenances.join(", ")}`)),
    seenAt: list(text, "Public addresses where it was read"),
    note: bilingual.nullable(),
    verification: part({ by: text, on: day }).nullable(),
  }).meta({ id: "chuanNgheoCitation", title: "Where a value stands and how surely it is known" });
  const line = part({
    amount: wholeSchema("expected whole VND, 0 or more", 0, MOST_VND),
    per: z.enum(["month", "year"], refused("expected one of month, year")),
    citation,
  }).meta({ id: "chuanNgheoIncomeLine", title: "Income line, in VND per person" });
  const count = wholeSchema("expected a whole number, 0 or more", 0);
  const residence = residenceSchema();
  const tile = part({
    residence: residence.optional(), incomeOver: line.optional(), incomeUpTo: line.optional(),
    deprivationsFrom: count.optional(), deprivationsTo: count.optional(), citation: citation.optional(),
  }).meta({ id: "chuanNgheoTile", title: "Tile of the plane income × number of deprived indicators", description: "Income over (excluded) and up to (included); the number from and to (both included); a missing bound is open." });
  const name = refused("expected a name in camelCase of at most 40 characters");
  const indicator = part({
    id: z.string(name).regex(/^[a-z][A-Za-z0-9]{0,39}$/, name),
    label: bilingual,
    dimension: text.nullable(),
    deprivedWhen: expressionSchema().nullable(),
    reason: bilingual,
    citation,
  });
  return {
    id: text,
    title: bilingual,
    document,
    inForce: list(part({ from: day, to: day, citation }), "Days on which it is the standard in force for policy, both included"),
    dimensions: list(part({ id: text, label: bilingual }), "Dimensions, in the official order"),
    indicators: list(indicator, "Indicators, in the official order").max(MOST_INDICATORS, refused(`expected at most ${MOST_INDICATORS} indicators`)),
    classes: list(part({ class: classSchema(), tiles: list(tile, "Tiles"), citation }), "Classes, poorest first"),
    notHeld: list(part({ class: classSchema(), within: classSchema(), note: bilingual }), "Classes that it does not hold"),
    points: part({
      lines: list(part({ residence, pointsUpTo: count, incomeUpTo: line }), "Line of each residence"),
      pointsPerIndicator: wholeSchema("expected a whole number, 1 or more", 1),
      citation,
    }).nullable(),
  };
}

let schema: z.ZodType<Standard, Standard> | undefined;

/**
 * A schema that accepts exactly what `defineStandard` accepts, for a local standard that is kept as JSON.
 *
 * All parts that are not of the right kind are reported; when all are, the first thing that does not fit together: a
 * point of the plane without a class or with two, for example. What it gives back is plain data for `defineStandard`.
 *
 * @example
 * ```ts
 * const text = JSON.stringify({ ...standardById("vn/decree-07-2021"), id: "example/local", inForce: [] });
 * const local = defineStandard(standardSchema().parse(JSON.parse(text)));
 * classifyDeprivations({ residence: "rural", monthlyIncomePerPersonVnd: 0, deprivationCount: 3 }, { standard: local }).class; // => "poor"
 * ```
 */
export function standardSchema(): z.ZodType<Standard, Standard> {
  schema ??= z
    .preprocess(plainData, part(standardParts()))
    .superRefine((standard, context) => {
      try {
        defineStandard(standard as Standard);
      } catch (error) {
        if (!isPovertyStandardError(error)) throw error;
        const { path, message } = error;
        context.addIssue({ code: "custom", path: path === null ? [] : pathKeys(path), message: path === null ? message : message.slice(path.length + 2) });
      }
    })
    .meta({
      title: "Poverty standard",
      description: "Chuẩn nghèo. A poverty standard as data.",
      $comment:
        "Beyond this schema: names are unique; the tiles of each residence cover the plane once; classes stand poorest first and are not also in notHeld; dimensions, " +
        "counts and income lines that are named exist; days of a period are in order; expressions lie at most 50 deep, and atLeast is no more than its parts.",
    }) as unknown as z.ZodType<Standard, Standard>;
  return schema;
}

/** A copy by way of JSON, as `defineStandard` makes it. */
function plainData(spec: unknown, context: z.core.$RefinementCtx): unknown {
  try {
    return JSON.parse(JSON.stringify(spec)) as unknown;
  } catch {
    context.addIssue({ code: "custom", message: "expected plain data that JSON can hold" });
    return z.NEVER;
  }
}
