import * as z from "zod";
import { standards } from "../law/registry.js";
import { areaSchema } from "./area-schema.js";
import { claimsSchema } from "./claims-schema.js";
import { classifiedHouseholdSchema } from "./classified-household-schema.js";
import { householdSchema } from "./household-schema.js";
import { maybe, wholeSchema, type Same } from "./leaf-schemas.js";
import { recognitionsLineSchema } from "./recognitions-schema.js";
import { deprivationsSchema, type RecordedFlags } from "./recorded-deprivations-schema.js";
import { pointsSchema } from "./recorded-points-schema.js";
import { residentsSchema } from "./residents-schema.js";
import { MOST_INDICATORS, standardSchema } from "./standard-schema.js";

/** Name of a JSON Schema of this package. */
export type JsonSchemaName =
  | "household" | "recorded-deprivations" | "recorded-points" | "recognitions" | "area" | "residents" | "classified-household" | "claims" | "standard";

/**
 * The JSON Schemas (draft 2020-12) of every input: one line of the pipe each, and a standard.
 *
 * They are the schemas of this entry, less the rules that JSON Schema cannot say: those stand in `$comment`. Recorded
 * deprivations and points are those of any standard; for the indicators of one give its schema to `z.toJSONSchema`.
 *
 * @example
 * ```ts
 * Object.keys(jsonSchemas()).length; // => 9
 * jsonSchemas()["household"].properties.floorAreaM2.title; // => "floor area (m²)"
 * ```
 */
export function jsonSchemas(): Readonly<Record<JsonSchemaName, z.core.JSONSchema.BaseSchema>> {
  const schemas: Readonly<Record<JsonSchemaName, z.ZodType>> = {
    household: householdSchema(),
    "recorded-deprivations": deprivationsSchema(anyFlags(), MOST_INDICATORS),
    "recorded-points": pointsSchema(wholeSchema("", 0), MOST_INDICATORS),
    recognitions: recognitionsLineSchema(),
    area: areaSchema(),
    residents: residentsSchema(),
    "classified-household": classifiedHouseholdSchema(),
    claims: claimsSchema(),
    standard: standardSchema(),
  };
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema)])) as unknown as Record<JsonSchemaName, z.core.JSONSchema.BaseSchema>;
}

/** Flags of the indicators of any standard; those of the national standards are named. */
function anyFlags(): Same<RecordedFlags> {
  const flag = maybe(z.boolean());
  const labels = new Map<string, string[]>();
  for (const { id, indicators } of standards)
    for (const { id: indicator, label } of indicators) labels.set(indicator, [...(labels.get(indicator) ?? []), `${id}: ${label.vi} (${label.en}).`]);
  const named = [...labels].map(([indicator, texts]) => [indicator, flag.meta({ description: texts.join(" ") })] as const);
  return z.object(Object.fromEntries(named)).catchall(z.boolean().nullable()).meta({ propertyNames: { pattern: "^[a-z][A-Za-z0-9]{0,39}$" } });
}
