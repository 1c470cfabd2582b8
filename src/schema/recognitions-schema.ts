import * as z from "zod";
import { labelled } from "./labelled.js";
import { classSchema, daySchema, maybe, type Same } from "./leaf-schemas.js";
import { carriedShape } from "./record-keys.js";
import { refused } from "./refused.js";
import { strictRecord, type RecordOf } from "./strict-record.js";

const recognitionShape = () => ({
  on: labelled(daySchema(), { vi: "ngày quyết định", en: "day of the decision" }, "YYYY-MM-DD."),
  class: labelled(classSchema(), { vi: "kết quả công nhận", en: "class" }),
  standard: labelled(
    maybe(z.string(refused("expected the id of a standard")).min(1, refused("expected the id of a standard"))), { vi: "chuẩn nghèo áp dụng", en: "standard" },
    "Id of the standard by which it was decided, for example vn/decree-07-2021.",
  ),
});

const lineShape = () => {
  const { id, areaCode, persons, meta } = carriedShape();
  return { id, areaCode, persons, meta, recognitions: listSchema() };
};

/** A recognition as {@link recognitionsSchema} reads it: a `Recognition`. */
export type RecognitionInput = RecordOf<ReturnType<typeof recognitionShape>>;
/** A household with its recognitions, as a line of the pipe holds it. */
export type RecognitionsLineInput = RecordOf<ReturnType<typeof lineShape>>;

function listSchema(): Same<RecognitionInput[]> {
  return z
    .array(strictRecord(recognitionShape(), { what: "key of a recognition" }), refused("expected a list"))
    .superRefine((recognitions, context) => {
      const classes = new Map<string, string>();
      recognitions.forEach((recognition, index) => {
        const place = JSON.stringify([recognition.on, recognition.standard ?? null]);
        const other = classes.get(place);
        if (other !== undefined && other !== recognition.class)
          context.addIssue({ code: "custom", message: "expected one class on one day under one standard; an earlier entry has another", path: [index, "class"] });
        classes.set(place, other ?? recognition.class);
      });
    })
    .meta({
      title: "Recognitions",
      description: "Các lần công nhận của hộ. The decisions by which the class of a household was recognised, in any order.",
      $comment: "Beyond this schema: one class on one day under one standard.",
    });
}

let list: Same<RecognitionInput[]> | undefined;
let line: Same<RecognitionsLineInput> | undefined;

/**
 * A schema that accepts exactly the recognitions that `newlyEscaped`, `supportGroups` and `movement` read.
 *
 * @example
 * ```ts
 * recognitionsSchema().safeParse([{ on: "2022-12-14", class: "poor" }, { on: "2023-12-14", class: "near-poor" }]).success; // => true
 * const { error } = recognitionsSchema().safeParse([{ on: "2022-12-14", class: "poor" }, { on: "2022-12-14", class: "near-poor" }]);
 * error.issues[0].path; // => [1, "class"]
 * ```
 */
export function recognitionsSchema(): z.ZodType<RecognitionInput[], RecognitionInput[]> {
  list ??= listSchema();
  return list;
}

/**
 * A schema of the line that the command `newly-escaped` reads: a household with its recognitions.
 *
 * @example
 * ```ts
 * recognitionsLineSchema().safeParse({ id: "A1", recognitions: [{ on: "2022-12-14", class: "poor" }] }).success; // => true
 * ```
 */
export function recognitionsLineSchema(): z.ZodType<RecognitionsLineInput, RecognitionsLineInput> {
  line ??= strictRecord(lineShape(), { what: "key of a household's recognitions" }).meta({
    title: "Recognitions of a household",
    description: "Các lần công nhận của một hộ. A household with the decisions by which its class was recognised.",
  });
  return line;
}
