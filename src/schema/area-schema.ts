import * as z from "zod";
import { labelled } from "./labelled.js";
import { maybe, type Same } from "./leaf-schemas.js";
import { refused } from "./refused.js";
import { strictRecord, type RecordOf } from "./strict-record.js";

/** The code of an area: text that is not empty, since leading zeros count. */
export function areaCodeSchema(): Same<string> {
  const refusal = refused("expected a code as text");
  return z.string(refusal).min(1, refusal);
}

const areaShape = () => ({
  code: labelled(areaCodeSchema(), { vi: "mã đơn vị hành chính", en: "code" }, "Text, since leading zeros count; each code once."),
  name: labelled(z.string(refused("expected text")), { vi: "tên", en: "name" }),
  level: labelled(z.string(refused("expected text")), { vi: "cấp", en: "level" }, "In the caller's own word: province, commune, village."),
  parent: labelled(
    maybe(z.string(refused("expected the code of an area as text"))), { vi: "thuộc đơn vị", en: "parent" },
    "Code of the area that it is part of; missing or null at the top.",
  ),
});

/** An administrative area as {@link areaSchema} reads it: an `Area`. */
export type AreaInput = RecordOf<ReturnType<typeof areaShape>>;

let schema: Same<AreaInput> | undefined;

/**
 * A schema of one administrative area, as `areaTree` reads it; whether the codes of several fit together is said by
 * `areaTree`.
 *
 * @example
 * ```ts
 * areaSchema().safeParse({ code: "18070", name: "Trần Phú", level: "commune", parent: "42" }).success; // => true
 * areaSchema().safeParse({ code: 18070, name: "Trần Phú", level: "commune" }).success; // => false
 * ```
 */
export function areaSchema(): z.ZodType<AreaInput, AreaInput> {
  schema ??= strictRecord(areaShape(), { what: "key of an area" }).meta({
    title: "Area",
    description: "Đơn vị hành chính. An administrative area.",
    $comment: "Beyond this schema: each code once; a parent is the code of an area; no area is part of itself.",
  });
  return schema;
}
