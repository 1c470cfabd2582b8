import { isWhole } from "../core/is-whole.js";
import { provenances } from "./citation.js";
import { checkExpression } from "./expression.js";
import { day, list, oneOf, optional, orNull, record, that, whole, type Shape } from "./shape.js";
import { residences } from "./tiling.js";

const reserved: readonly unknown[] = ["income", "deprivationCount", "atLeast", "atMost"];

/** Made when first needed, so that who never checks a standard does not carry it. */
function standardShape(): Shape {
  const text = that("text", (value) => typeof value === "string" && value !== "");
  const camelCase = that("a name in camelCase of at most 40 characters", (value) => typeof value === "string" && /^[a-z][A-Za-z0-9]{0,39}$/.test(value));
  // A result names what is missing, and SQL its columns, by these words.
  const ownName = that(`another name than ${reserved.join(", ")}`, (value) => !reserved.includes(value));
  const name: Shape = (value, path) => {
    camelCase(value, path);
    ownName(value, path);
  };
  // Per year it must stay a safe integer, so that it is never rounded.
  const vnd = that("whole VND, 0 or more", (value) => isWhole(value, 0) && isWhole(value * 12, 0));

  const bilingual = record({ vi: text, en: text });
  const document = record({ number: text, title: bilingual, issued: orNull(day), inForce: orNull(day) });
  const provision = record({
    article: optional(text), clause: optional(text), point: optional(text),
    annex: optional(that("true or false", (value) => typeof value === "boolean")), indicator: optional(whole(1)),
  });
  const citation = record({
    document, provision: orNull(provision), provenance: oneOf(provenances), seenAt: list(text), note: orNull(bilingual),
    verification: orNull(record({ by: text, on: day })),
  });
  const line = record({ amount: vnd, per: oneOf(["month", "year"]), citation });
  const residence = oneOf(residences);

  return record({
    id: text,
    title: bilingual,
    document,
    inForce: list(record({ from: day, to: day, citation })),
    dimensions: list(record({ id: text, label: bilingual })),
    indicators: list(record({ id: name, label: bilingual, dimension: orNull(text), deprivedWhen: orNull(checkExpression), reason: bilingual, citation })),
    classes: list(
      record({
        class: text,
        tiles: list(
          record({
            residence: optional(residence), incomeOver: optional(line), incomeUpTo: optional(line),
            deprivationsFrom: optional(whole(0)), deprivationsTo: optional(whole(0)), citation: optional(citation),
          }),
        ),
        citation,
      }),
    ),
    notHeld: list(record({ class: text, within: text, note: bilingual })),
    points: orNull(record({ lines: list(record({ residence, pointsUpTo: whole(0), incomeUpTo: line })), pointsPerIndicator: whole(1), citation })),
  });
}

/**
 * Checks that a standard has every part it needs, each of the right kind, and no other: texts in both languages, a
 * citation with its provenance beside every value, well-formed expressions. Whether the parts agree is not asked here.
 *
 * @param spec - The standard, typed or parsed from JSON.
 * @throws {@link PovertyStandardError} `invalid-standard` with the path of the part that is wrong.
 */
export function checkStandardShape(spec: unknown): void {
  standardShape()(spec, "");
}
