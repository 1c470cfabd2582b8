import { PovertyStandardError } from "../core/errors.js";
import { shownKey } from "../core/kind-of.js";
import { dayNumber } from "../core/plain-date.js";
import { provenances } from "./citation.js";
import { checkExpression } from "./expression.js";
import { residences } from "./tiling.js";

/** Refuses a value that is not of the shape. */
type Shape = (value: unknown, path: string) => void;

function refuse(message: string, path: string): never {
  throw new PovertyStandardError("invalid-standard", message, path === "" ? null : path);
}

const that = (expected: string, fits: (value: unknown) => boolean): Shape => (value, path) => {
  if (!fits(value)) refuse(`expected ${expected}`, path);
};
const orNull = (shape: Shape): Shape => (value, path) => {
  if (value !== null) shape(value, path);
};
const optional = (shape: Shape): Shape => (value, path) => {
  if (value !== undefined) shape(value, path);
};
const list = (shape: Shape): Shape => (value, path) => {
  if (!Array.isArray(value)) return refuse("expected a list", path);
  [...(value as readonly unknown[])].forEach((each, index) => shape(each, `${path}[${index}]`));
};
const record = (places: Readonly<Record<string, Shape>>): Shape => (value, path) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse("expected an object", path);
  // A misspelt key of the law must not be lost.
  for (const key of Object.keys(value)) if (!Object.hasOwn(places, key)) refuse(`a key ${shownKey(key)} is not known here`, path);
  for (const [key, shape] of Object.entries(places)) shape((value as Readonly<Record<string, unknown>>)[key], path === "" ? key : `${path}.${key}`);
};
const both = (first: Shape, second: Shape): Shape => (value, path) => {
  first(value, path);
  second(value, path);
};
const oneOf = (words: readonly unknown[]): Shape => that(`one of ${words.join(", ")}`, (value) => words.includes(value));

const reserved: readonly unknown[] = ["income", "deprivationCount", "atLeast", "atMost"];

/** Made when first needed, so that who never checks a standard does not carry it. */
function standardShape(): Shape {
  const text = that("text", (value) => typeof value === "string" && value !== "");
  const name = that("a name in camelCase of at most 40 characters", (value) => typeof value === "string" && /^[a-z][A-Za-z0-9]{0,39}$/.test(value));
  // A result names what is missing, and SQL its columns, by these words.
  const ownName = that(`another name than ${reserved.join(", ")}`, (value) => !reserved.includes(value));
  const day = that("a day of the calendar, YYYY-MM-DD", (value) => typeof value === "string" && dayNumber(value) !== null);
  const whole = that("a whole number, 0 or more", (value) => Number.isSafeInteger(value) && (value as number) >= 0);
  const atLeastOne = that("a whole number, 1 or more", (value) => Number.isSafeInteger(value) && (value as number) >= 1);
  // Per year it must stay a safe integer, so that it is never rounded.
  const vnd = that("whole VND, 0 or more", (value) => Number.isSafeInteger(value) && Number.isSafeInteger((value as number) * 12) && (value as number) >= 0);

  const bilingual = record({ vi: text, en: text });
  const document = record({ number: text, title: bilingual, issued: orNull(day), inForce: orNull(day) });
  const provision = record({
    article: optional(text), clause: optional(text), point: optional(text),
    annex: optional(that("true or false", (value) => typeof value === "boolean")), indicator: optional(atLeastOne),
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
    indicators: list(record({ id: both(name, ownName), label: bilingual, dimension: orNull(text), deprivedWhen: orNull(checkExpression), reason: bilingual, citation })),
    classes: list(
      record({
        class: text,
        tiles: list(
          record({
            residence: optional(residence), incomeOver: optional(line), incomeUpTo: optional(line),
            deprivationsFrom: optional(whole), deprivationsTo: optional(whole), citation: optional(citation),
          }),
        ),
        citation,
      }),
    ),
    notHeld: list(record({ class: text, within: text, note: bilingual })),
    points: orNull(record({ lines: list(record({ residence, pointsUpTo: whole, incomeUpTo: line })), pointsPerIndicator: atLeastOne, citation })),
  });
}

let shape: Shape | null = null;

/**
 * Checks that a standard has every part it needs, each of the right kind, and no other: texts in both languages, a
 * citation with its provenance beside every value, well-formed expressions. Whether the parts agree is not asked here.
 *
 * @param spec - The standard, typed or parsed from JSON.
 * @throws {@link PovertyStandardError} `invalid-standard` with the path of the part that is wrong.
 */
export function checkStandardShape(spec: unknown): void {
  shape ??= standardShape();
  shape(spec, "");
}
