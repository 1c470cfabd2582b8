import { describe, expect, it } from "vitest";
import { checkStandardShape } from "../../src/law/check-standard-shape.js";
import { defineStandard, type Standard } from "../../src/law/standard.js";
import { refusal } from "../support/refusal.js";
import { jsonOf, placesIn, smallStandard, withAt, written, type Json, type JsonPath } from "./small-standard.js";

const small = jsonOf(smallStandard);
const places = placesIn(small).filter(({ path }) => path.length > 0);
const check = (spec: unknown): ReturnType<typeof refusal> => refusal(() => { checkStandardShape(spec); });
const last = (path: JsonPath): string | number => path.at(-1)!;
/** Where the error may point: the place itself, or the whole of which it is a part. */
const pointsAt = (path: JsonPath, found: string | null): boolean => path.some((_, index) => written(path.slice(0, path.length - index)) === found);

describe("the shape of a standard", () => {
  it("is that of the small standard", () => {
    expect(check(small)).toBe("accepted");
    expect(check(smallStandard)).toBe("accepted");
  });

  /** Keys that may be absent: what is open in a tile, and the parts of a provision. */
  const optional = new Set<string | number>(["residence", "incomeOver", "incomeUpTo", "deprivationsFrom", "deprivationsTo", "article", "clause", "point", "annex", "indicator"]);
  const isOptional = (path: JsonPath): boolean =>
    (path.includes("tiles") && path.length === 5 && (optional.has(last(path)) || last(path) === "citation")) || (path.at(-2) === "provision" && optional.has(last(path)));

  it("has no other place that may be absent", () => {
    const wrong = places
      .filter(({ path }) => typeof last(path) === "string" && !path.includes("deprivedWhen"))
      .filter(({ path }) => (check(withAt(small, path, undefined)) === "accepted") !== isOptional(path))
      .map(({ path }) => written(path));
    expect(wrong).toEqual([]);
  });

  /** Places that may hold null: what is not held, and what nobody said. */
  const nullable = new Set<string | number>(["issued", "inForce", "provision", "note", "verification", "dimension", "deprivedWhen", "points"]);

  it("has no other place that may be null, and never fails with another error", () => {
    const wrong = places
      .filter(({ path, value }) => {
        const mayBe = nullable.has(last(path)) && !(path.length === 1 && last(path) === "inForce") && !(path[0] === "notHeld");
        const refused = check(withAt(small, path, null));
        return (refused === "accepted") !== (mayBe || value === null) || (refused !== "accepted" && (refused.code !== "chuan-ngheo/invalid-standard" || !pointsAt(path, refused.path)));
      })
      .map(({ path }) => written(path));
    expect(wrong).toEqual([]);
  });

  const junk: readonly Json[] = ["", "<html>", -1, 1.5, 1e300, true, [], {}, [null], { constructor: 1 }];
  /** Texts of which only some are right. */
  const words = new Set<string | number>(["per", "residence", "provenance", "issued", "inForce", "from", "to", "on"]);
  const fits = (path: JsonPath, right: Json, value: Json): boolean => {
    if (typeof right === "string" && value === "<html>") return !words.has(last(path)) && !(path[0] === "indicators" && path.length === 3 && last(path) === "id");
    if (value === "<html>") return last(path) === "dimension";
    if (value === true) return last(path) === "annex";
    if (JSON.stringify(value) === "[]") return Array.isArray(right);
    // An open tile and a place that names nothing are right by their shape.
    return JSON.stringify(value) === "{}" && (last(path) === "provision" || path.at(-2) === "tiles");
  };

  it.each(junk.map((value) => [JSON.stringify(value), value] as const))("refuses %s wherever it does not belong, and says where", (_written, value) => {
    const wrong: string[] = [];
    for (const { path, value: right } of places.filter(({ path }) => !path.slice(0, -1).includes("deprivedWhen"))) {
      const refused = check(withAt(small, path, value));
      if ((refused === "accepted") !== fits(path, right, value)) wrong.push(`${written(path)}: ${JSON.stringify(refused)}`);
      else if (refused !== "accepted" && (refused.code !== "chuan-ngheo/invalid-standard" || !refused.path?.startsWith(written(path)))) wrong.push(`${written(path)} → ${String(refused.path)}`);
    }
    expect(wrong).toEqual([]);
  });

  it("refuses a key that it does not know at every object, shown only if it looks like one", () => {
    const objects = [{ path: [] as JsonPath, value: small }, ...places].filter(({ path, value }) => typeof value === "object" && value !== null && !Array.isArray(value) && !path.includes("deprivedWhen"));
    const answers = objects.map(({ path }) => [path, check(withAt(small, [...path, "incomeUpto"], 5)), check(withAt(small, [...path, "Nguyễn Văn A"], 5))] as const);
    expect(answers.length).toBeGreaterThan(50);
    for (const [path, shown, hidden] of answers) {
      expect(shown).toMatchObject({ code: "chuan-ngheo/invalid-standard", path: path.length === 0 ? null : written(path), message: `${path.length === 0 ? "" : `${written(path)}: `}a key "incomeUpto" is not known here` });
      expect(hidden).toHaveProperty("message", expect.stringMatching(/a key that is no identifier is not known here$/));
    }
  });

  it("refuses an own __proto__", () => {
    const spec = JSON.parse(JSON.stringify(small).replace('"id":', '"__proto__":{},"id":')) as unknown;
    expect(check(spec)).toMatchObject({ code: "chuan-ngheo/invalid-standard", path: null });
  });

  const rows: readonly (readonly [why: string, path: JsonPath, value: Json, says: string])[] = [
    ["a standard without a name", ["id"], "", "id: expected text"],
    ["a title without Vietnamese", ["title", "vi"], "", "title.vi: expected text"],
    ["a title in one language", ["title"], "Poverty", "title: expected an object"],
    ["an indicator without a name", ["indicators", 0, "id"], null, "indicators[0].id: expected a name in camelCase of at most 40 characters"],
    ["an indicator that cannot be a column", ["indicators", 0, "id"], "health-insurance", "indicators[0].id: expected a name in camelCase of at most 40 characters"],
    ["one that begins with a capital", ["indicators", 0, "id"], "HealthInsurance", "indicators[0].id: expected a name in camelCase of at most 40 characters"],
    ["one of 41 characters", ["indicators", 0, "id"], "a".repeat(41), "indicators[0].id: expected a name in camelCase of at most 40 characters"],
    ["one with a line break behind it", ["indicators", 0, "id"], "waste\n", "indicators[0].id: expected a name in camelCase of at most 40 characters"],
    ["an indicator named as a result names the income", ["indicators", 0, "id"], "income", "indicators[0].id: expected another name than income, deprivationCount, atLeast, atMost"],
    ["an indicator named as a result names the number", ["indicators", 0, "id"], "deprivationCount", "indicators[0].id: expected another name than income, deprivationCount, atLeast, atMost"],
    ["an indicator named as SQL names the least number", ["indicators", 0, "id"], "atLeast", "indicators[0].id: expected another name than income, deprivationCount, atLeast, atMost"],
    ["an indicator named as SQL names the most", ["indicators", 0, "id"], "atMost", "indicators[0].id: expected another name than income, deprivationCount, atLeast, atMost"],
    ["a provenance that is none", ["classes", 0, "citation", "provenance"], "sure", "classes[0].citation.provenance: expected one of text, reported, unverified"],
    ["no provenance", ["indicators", 1, "citation", "provenance"], null, "indicators[1].citation.provenance: expected one of text, reported, unverified"],
    ["a line without a citation", ["classes", 0, "tiles", 0, "incomeUpTo", "citation"], null, "classes[0].tiles[0].incomeUpTo.citation: expected an object"],
    ["an address that is empty", ["indicators", 0, "citation", "seenAt", 0], "", "indicators[0].citation.seenAt[0]: expected text"],
    ["a day of issue that is none", ["document", "issued"], "2021-02-30", "document.issued: expected a day of the calendar, YYYY-MM-DD"],
    ["a period from a year", ["inForce", 0, "from"], "2022", "inForce[0].from: expected a day of the calendar, YYYY-MM-DD"],
    ["a verification by nobody", ["inForce", 0, "citation", "verification", "by"], "", "inForce[0].citation.verification.by: expected text"],
    ["a verification on no day", ["inForce", 0, "citation", "verification", "on"], "today", "inForce[0].citation.verification.on: expected a day of the calendar, YYYY-MM-DD"],
    ["half a VND", ["classes", 0, "tiles", 0, "incomeUpTo", "amount"], 1_500_000.5, "classes[0].tiles[0].incomeUpTo.amount: expected whole VND, 0 or more"],
    ["a quarter of a VND, whose year is whole", ["classes", 0, "tiles", 0, "incomeUpTo", "amount"], 1_500_000.25, "classes[0].tiles[0].incomeUpTo.amount: expected whole VND, 0 or more"],
    ["a negative line", ["classes", 0, "tiles", 0, "incomeUpTo", "amount"], -1, "classes[0].tiles[0].incomeUpTo.amount: expected whole VND, 0 or more"],
    ["a line that is text", ["classes", 0, "tiles", 0, "incomeUpTo", "amount"], "1500000", "classes[0].tiles[0].incomeUpTo.amount: expected whole VND, 0 or more"],
    ["a line whose year would be rounded", ["classes", 0, "tiles", 0, "incomeUpTo", "amount"], 750_599_937_895_083, "classes[0].tiles[0].incomeUpTo.amount: expected whole VND, 0 or more"],
    ["a line per week", ["classes", 0, "tiles", 0, "incomeUpTo", "per"], "week", "classes[0].tiles[0].incomeUpTo.per: expected one of month, year"],
    ["a residence that is none", ["classes", 0, "tiles", 0, "residence"], "suburban", "classes[0].tiles[0].residence: expected one of rural, urban"],
    ["a tile that is null", ["classes", 0, "tiles", 0], null, "classes[0].tiles[0]: expected an object"],
    ["tiles that are an object", ["classes", 0, "tiles"], {}, "classes[0].tiles: expected a list"],
    ["a half of an indicator", ["classes", 0, "tiles", 0, "deprivationsFrom"], 2.5, "classes[0].tiles[0].deprivationsFrom: expected a whole number, 0 or more"],
    ["fewer than no indicators", ["classes", 0, "tiles", 0, "deprivationsTo"], -1, "classes[0].tiles[0].deprivationsTo: expected a whole number, 0 or more"],
    ["an expression that is malformed", ["indicators", 0, "deprivedWhen", "someMember", "all", 0, "years"], -6, "indicators[0].deprivedWhen.someMember.all[0]: expected a whole number, 0 or more"],
    ["an indicator without a sentence", ["indicators", 0, "reason", "en"], "", "indicators[0].reason.en: expected text"],
    ["points of a part", ["points", "lines", 0, "pointsUpTo"], 140.5, "points.lines[0].pointsUpTo: expected a whole number, 0 or more"],
    ["an indicator for no points", ["points", "pointsPerIndicator"], 0, "points.pointsPerIndicator: expected a whole number, 1 or more"],
    ["points for no residence", ["points", "lines", 0, "residence"], "", "points.lines[0].residence: expected one of rural, urban"],
    ["an appendix that is a text", ["classes", 0, "citation", "provision", "annex"], "yes", "classes[0].citation.provision.annex: expected true or false"],
    ["indicator 0 of an appendix", ["classes", 0, "citation", "provision", "indicator"], 0, "classes[0].citation.provision.indicator: expected a whole number, 1 or more"],
    ["an article that is a number", ["classes", 0, "citation", "provision", "article"], 3, "classes[0].citation.provision.article: expected text"],
  ];
  it.each(rows)("names what is wrong: %s", (_why, path, value, says) => {
    expect(check(withAt(small, path, value))).toHaveProperty("message", says);
  });

  it("takes no deprivation, no points and one point an indicator", () => {
    const least: readonly (readonly [JsonPath, number])[] = [
      [["classes", 0, "tiles", 0, "deprivationsFrom"], 0],
      [["classes", 1, "tiles", 0, "deprivationsTo"], 0],
      [["points", "lines", 0, "pointsUpTo"], 0],
      [["points", "pointsPerIndicator"], 1],
      [["classes", 0, "citation", "provision", "indicator"], 1],
    ];
    for (const [path, value] of least) expect(check(withAt(small, path, value))).toBe("accepted");
  });

  it("takes the last line whose year is safe, and lines of nothing", () => {
    const amount: JsonPath = ["classes", 0, "tiles", 0, "incomeUpTo", "amount"];
    for (const right of [0, 750_599_937_895_082]) expect(check(withAt(small, amount, right))).toBe("accepted");
  });

  const whole: readonly (readonly [why: string, spec: unknown])[] = [
    ["nothing", undefined],
    ["null", null],
    ["an error page", "<html><body>404</body></html>"],
    ["a number", 7],
    ["a list", [smallStandard]],
    ["an empty object", {}],
    ["a function", () => smallStandard],
  ];
  it.each(whole)("is refused as a whole: %s", (_why, spec) => {
    expect(check(spec)).toMatchObject({ code: "chuan-ngheo/invalid-standard" });
    expect(refusal(() => defineStandard(spec as Standard))).toMatchObject({ code: "chuan-ngheo/invalid-standard" });
  });
});
