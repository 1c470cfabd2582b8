import * as z from "zod";
import { kindOf, shownKey } from "../core/kind-of.js";
import { nearestName } from "../core/nearest-name.js";
import { labelled } from "./labelled.js";
import { idSchema, maybe, wholeSchema, type Same } from "./leaf-schemas.js";
import { refused } from "./refused.js";
import { strictRecord, type RecordOf } from "./strict-record.js";

function textSchema(): Same<string> {
  return z.string(refused("expected text"));
}

function nameSchema(): Same<string> {
  return z.string(refused("expected a name"));
}

/** Tells what is wrong, with the way to it. */
type Report = (message: string, path?: (string | number)[]) => void;

/** A schema behind a check that tells faults in words of its own; whatever it tells, the schema no longer looks at. */
function checkedBefore<Value>(check: (input: unknown, report: Report) => unknown, schema: z.ZodType): Same<Value> {
  return z.preprocess((input, context) => check(input, (message, path = []) => context.addIssue({ code: "custom", message, path })), schema) as unknown as Same<Value>;
}

/** Counts by name, in a copy that keeps every name: zod's own record leaves out `__proto__`. */
function valuesSchema(): Same<Record<string, number>> {
  const expected = "expected a whole number of 0 or more, below 2^53";
  const check = (input: unknown, report: Report): unknown => {
    if (typeof input !== "object" || input === null || Symbol.iterator in input) {
      report(`expected an object of counts; got ${kindOf(input)}`);
      return input;
    }
    const names = new Set<string>();
    for (const [key, value] of Object.entries(input)) {
      const composed = key.normalize("NFC");
      if (names.has(composed)) report("expected each name once; two spellings of it are the same letters", [composed]);
      else if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) report(`${expected}; got ${kindOf(value)}`, [composed]);
      names.add(composed);
    }
    return Object.fromEntries(Object.entries(input));
  };
  return checkedBefore(check, z.unknown().meta({ type: "object", additionalProperties: { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER } }));
}

/** A name, or the names of which one is meant. */
function partSchema(): Same<string | string[]> {
  const check = (input: unknown, report: Report): unknown => {
    if (!Array.isArray(input)) {
      if (typeof input !== "string") report(`expected a name; got ${kindOf(input)}`);
      return input;
    }
    if (input.length === 0) report(`expected a name or at least one of them; got ${kindOf(input)}`);
    Array.from(input as readonly unknown[], (each, index) => {
      if (typeof each !== "string") report(`expected a name; got ${kindOf(each)}`, [index]);
    });
    return input;
  };
  return checkedBefore(check, z.union([nameSchema(), z.array(nameSchema()).min(1)]));
}

/** A percentage as text: at most 15 digits, with the point 16 signs. */
function percentSchema(): Same<string> {
  const refusal = refused("expected a percentage as text, digits with decimals after a point, 15 digits at most");
  return z.string(refusal).regex(/^(?:[0-9]{1,15}|[0-9]+\.[0-9]+)$/, refusal).max(16, refusal);
}

/** A sign and a name. */
function termSchema(): Same<[1 | -1, string]> {
  const check = (input: unknown, report: Report): unknown => {
    const [sign, term] = Array.isArray(input) && input.length === 2 ? (input as readonly unknown[]) : [];
    if (sign !== 1 && sign !== -1) report(`expected 1 or -1 and a name; got ${kindOf(input)}`);
    else if (typeof term !== "string") report(`expected a name; got ${kindOf(term)}`);
    return input;
  };
  return checkedBefore(check, z.tuple([z.literal([1, -1]), z.string()]));
}

function listOf<Value>(each: Same<Value>, expected: string): Same<Value[]> {
  return z.array(each, refused("expected a list")).min(1, refused(expected));
}

const shareShape = () => ({
  part: labelled(partSchema(), { vi: "phần", en: "part" }, "Name of the count; or names of which one is meant, the same place of the lists for every share of one whole."),
  whole: labelled(nameSchema(), { vi: "tổng", en: "whole" }, "It may be a name without a value, where the table does not print the total."),
  printed: labelled(percentSchema(), { vi: "tỷ lệ đã in", en: "percentage as printed" }, "Text, since the number of decimals is part of the claim."),
});
const sumShape = () => ({
  total: labelled(nameSchema(), { vi: "tổng", en: "total" }),
  parts: labelled(listOf(nameSchema(), "expected at least one name"), { vi: "các thành phần", en: "parts" }),
});
const balanceShape = () => ({
  closing: labelled(nameSchema(), { vi: "cuối kỳ", en: "closing" }),
  terms: labelled(listOf(termSchema(), "expected at least one signed name"), { vi: "các khoản tăng, giảm", en: "signed terms" }),
  complete: labelled(maybe(z.boolean(refused("expected true or false"))), { vi: "đủ các khoản", en: "complete" }, "Whether every term is printed; unless told, it is."),
});
const rateSumShape = () => {
  const place = wholeSchema("expected the place of a share, a whole number from 0", 0);
  return {
    total: labelled(place, { vi: "tỷ lệ chung", en: "total" }, "Place in shares."),
    terms: labelled(listOf(place, "expected at least one place in shares"), { vi: "các tỷ lệ", en: "terms" }, "Places in shares."),
  };
};

function partList<Shape extends z.ZodRawShape>(shape: Shape, what: string): z.ZodOptional<z.ZodNullable<Same<RecordOf<Shape>[]>>> {
  return maybe(z.array(strictRecord(shape, { what }), refused("expected a list")) as Same<RecordOf<Shape>[]>);
}

const claimsShape = () => {
  return {
    id: labelled(maybe(idSchema()), { vi: "mã bảng", en: "id" }),
    area: labelled(maybe(textSchema()), { vi: "khu vực", en: "area" }, "Which area the table is about."),
    level: labelled(maybe(textSchema()), { vi: "cấp", en: "level" }, "In the caller's own word."),
    period: labelled(maybe(textSchema()), { vi: "kỳ", en: "period" }, "Day or year; it begins with the year."),
    source: labelled(maybe(textSchema()), { vi: "nguồn", en: "source" }, "Where it was published."),
    values: labelled(valuesSchema(), { vi: "số đếm", en: "counts" }, "By name; names are compared in Unicode's composed form (NFC)."),
    shares: labelled(partList(shareShape(), "key of a share"), { vi: "tỷ lệ", en: "percentages" }),
    sums: labelled(partList(sumShape(), "key of a sum"), { vi: "tổng và các thành phần", en: "sums" }),
    balances: labelled(partList(balanceShape(), "key of a balance"), { vi: "cân đối", en: "balances" }),
    rateSums: labelled(partList(rateSumShape(), "key of a sum of rates"), { vi: "tổng các tỷ lệ", en: "sums of percentages" }),
    approximate: labelled(maybe(z.boolean(refused("expected true or false"))), { vi: "số gần đúng", en: "approximate" }, "Whether the counts are rounded; then no check is made."),
    expect: labelled(
      maybe(z.enum(["consistent", "inconsistent", "not-checkable"], refused("expected consistent, inconsistent or not-checkable"))),
      { vi: "kết quả biết trước", en: "known verdict" }, "Compared, never used.",
    ),
    meta: labelled(z.unknown().optional(), { vi: "dữ liệu kèm theo", en: "meta" }, "Anything to keep beside the table; it decides nothing."),
  };
};

/** A published table as {@link claimsSchema} reads it: `Claims`. */
export type ClaimsInput = RecordOf<ReturnType<typeof claimsShape>>;

let schema: Same<ClaimsInput> | undefined;

/**
 * A schema that accepts exactly the tables that `auditClaims` reads; whether their numbers can be true it does not ask.
 *
 * @example
 * ```ts
 * const claims = { values: { poor: 377 }, shares: [{ part: "poor", whole: "households", printed: "1.22" }] };
 * claimsSchema().safeParse(claims).success; // => true
 * claimsSchema().safeParse({ values: { poor: 377 }, sums: [{ total: "all", parts: ["poor"] }] }).error.issues[0].path; // => ["sums", 0, "total"]
 * ```
 */
export function claimsSchema(): z.ZodType<ClaimsInput, ClaimsInput> {
  schema ??= strictRecord(claimsShape(), { what: "key of a table of claims" })
    .superRefine((claims, context) => {
      tellWhatDoesNotFit(claims, (message, path = []) => context.addIssue({ code: "custom", message, path }));
    })
    .meta({
      title: "Claims of a published table",
      description: "Số liệu của một bảng đã công bố. What a published table prints, and how its numbers hang together.",
      $comment: "Beyond this schema: a name has a value in values, unless it is a whole; each name once in NFC; lists of names of one whole are equally long; places are those of shares.",
    });
  return schema;
}

/** Names without a value, lists of names that are not equally long, places where no share is. */
function tellWhatDoesNotFit({ values, shares, sums, balances, rateSums }: ClaimsInput, report: Report): void {
  const names = new Set(Object.keys(values).map((key) => key.normalize("NFC")));
  const requireValue = (given: string, path: (string | number)[]): void => {
    if (names.has(given.normalize("NFC"))) return;
    const near = nearestName(given.normalize("NFC"), names);
    report(`expected a name that has a value in values${near === null || !shownKey(near).startsWith('"') ? "" : `; the nearest is ${shownKey(near)}`}`, path);
  };
  const lengths = new Map<string, number>();
  shares?.forEach(({ part, whole }, index) => {
    const path = ["shares", index, "part"];
    if (typeof part === "string") {
      requireValue(part, path);
      return;
    }
    part.forEach((each, place) => {
      requireValue(each, [...path, place]);
    });
    if (part.length === 1) return;
    const length = lengths.get(whole.normalize("NFC")) ?? part.length;
    if (length !== part.length) report(`expected ${length} names, as many as before for the same whole; got ${part.length}`, path);
    lengths.set(whole.normalize("NFC"), length);
  });
  sums?.forEach(({ total, parts }, index) => {
    parts.forEach((part, place) => {
      requireValue(part, ["sums", index, "parts", place]);
    });
    requireValue(total, ["sums", index, "total"]);
  });
  balances?.forEach(({ closing, terms }, index) => {
    terms.forEach(([, term], place) => {
      requireValue(term, ["balances", index, "terms", place]);
    });
    requireValue(closing, ["balances", index, "closing"]);
  });
  const last = (shares?.length ?? 0) - 1;
  rateSums?.forEach(({ total, terms }, index) => {
    if (last < 0) {
      report("expected shares to add up; the table has none", ["rateSums", index]);
      return;
    }
    const requirePlace = (place: number, path: (string | number)[]): void => {
      if (place > last) report(`expected a whole number from 0 to ${last}; got ${kindOf(place)}`, path);
    };
    terms.forEach((term, place) => {
      requirePlace(term, ["rateSums", index, "terms", place]);
    });
    requirePlace(total, ["rateSums", index, "total"]);
  });
}
