import { describe, expect, it } from "vitest";
import { defineStandard, standardById, standards, type Standard } from "../../src/index.js";
import { areaRatesSql, deprivationsSql, toSql, type SqlDialect, type ToSqlOptions } from "../../src/sql.js";
import { standardTables } from "../../src/law/standard.js";
import { bacNinh, hoChiMinhCity } from "../fixtures/local-standards.js";
import { refusal } from "../support/refusal.js";

const decree07 = standardById("vn/decree-07-2021");
const dialects: readonly SqlDialect[] = ["duckdb", "postgres", "spark"];
const on = "2023-12-14";

describe("toSql refuses", () => {
  const wrong: readonly (readonly [why: string, options: unknown, path: string | null])[] = [
    ["another dialect", { dialect: "mysql", on }, "dialect"],
    ["no dialect", { on }, "dialect"],
    ["a dialect that only looks like one", { dialect: ["duckdb"], on }, "dialect"],
    ["a name that every object has", { dialect: "toString", on }, "dialect"],
    ["nothing", undefined, null],
    ["no day where no row has one", { dialect: "duckdb" }, "on"],
    ["a day outside the calendar", { dialect: "duckdb", on: "2023-02-29" }, "on"],
    ["a day in another form", { dialect: "duckdb", on: "14/12/2023" }, "on"],
    ["an instant", { dialect: "duckdb", on: new Date(0) }, "on"],
    ["an unknown option", { dialect: "duckdb", on, table: {} }, "table"],
    ["an unknown table", { dialect: "duckdb", on, tables: { household: "x" } }, "tables.household"],
    ["an unknown column", { dialect: "duckdb", on, columns: { households: { waterSourc: "x" } } }, "columns.households.waterSourc"],
    ["a fact of a member among those of the household", { dialect: "duckdb", on, columns: { households: { jobless: "x" } } }, "columns.households.jobless"],
    ["an empty name", { dialect: "duckdb", on, columns: { households: { id: "" } } }, "columns.households.id"],
    ["a number as a name", { dialect: "duckdb", on, columns: { members: { householdId: 1 } } }, "columns.members.householdId"],
    ["no residence", { dialect: "duckdb", on, columns: { households: { residence: null } } }, "columns.households.residence"],
    ["members of no household", { dialect: "duckdb", on, columns: { members: { householdId: null } } }, "columns.members.householdId"],
    ["NUL in a name", { dialect: "duckdb", on, tables: { households: "a\0b" } }, "tables.households"],
    ["a line break in a name", { dialect: "spark", on, tables: { households: "a\nb" } }, "tables.households"],
    ["half a sign", { dialect: "postgres", on, tables: { members: "a\ud800" } }, "tables.members"],
    ["a name that PostgreSQL cuts", { dialect: "postgres", on, tables: { members: "ộ".repeat(22) } }, "tables.members"],
    ["a variable of Spark", { dialect: "spark", on, tables: { members: "a${env:HOME}" } }, "tables.members"],
    ["a table within too much", { dialect: "duckdb", on, tables: { members: ["a", "b", "c", "d"] } }, "tables.members"],
    ["a table without a name", { dialect: "duckdb", on, tables: { members: [] } }, "tables.members"],
    ["a schema that is no name", { dialect: "duckdb", on, tables: { members: ["", "b"] } }, "tables.members[0]"],
  ];
  it.each(wrong)("%s", (_why, options, path) => {
    expect(refusal(() => toSql(decree07, options as ToSqlOptions))).toMatchObject({ code: "chuan-ngheo/invalid-input", path });
  });

  it("shows no text of the caller in a message", () => {
    const secret = "Nguyễn Văn A 038099001234";
    for (const options of [{ dialect: secret, on }, { dialect: "duckdb", on: secret }, { dialect: "duckdb", on, tables: { members: `${secret}\n` } }, { dialect: "duckdb", on, columns: { members: { [secret]: "x" } } }])
      expect(JSON.stringify(refusal(() => toSql(decree07, options as unknown as ToSqlOptions)))).not.toContain("Nguyễn");
  });

  it("a standard that was not made by defineStandard, and numbers that SQL does not compare exactly", () => {
    expect(refusal(() => toSql({ ...decree07 }, { dialect: "duckdb", on }))).toMatchObject({ code: "chuan-ngheo/invalid-standard", path: "standard" });
    const withValue = (value: number): Standard => {
      const [first, ...others] = decree07.indicators;
      return defineStandard({ ...decree07, indicators: [{ ...first!, deprivedWhen: { perMember: "floorAreaM2", is: "<", value } }, ...others] });
    };
    for (const value of [1e12, -1e12, 1e-16, 1.2345678901234567, 5e-324]) expect(refusal(() => toSql(withValue(value), { dialect: "duckdb", on }))).toMatchObject({ code: "chuan-ngheo/invalid-standard" });
    for (const value of [999_999_999_999, 1e-15, 8.125]) expect(refusal(() => toSql(withValue(value), { dialect: "duckdb", on }))).toBe("accepted");
  });

  it("the name of an indicator that PostgreSQL would cut, and no shorter one", () => {
    const named = (id: string): Standard => defineStandard({ ...decree07, indicators: decree07.indicators.map((indicator, index) => (index === 0 ? { ...indicator, id } : indicator)) });
    expect(refusal(() => toSql(named("aB".repeat(20)), { dialect: "postgres", on }))).toMatchObject({ code: "chuan-ngheo/invalid-standard", path: "indicators[0].id" });
    expect(refusal(() => toSql(named("aB".repeat(20)), { dialect: "duckdb", on }))).toBe("accepted");
    expect(refusal(() => toSql(named("constructor"), { dialect: "postgres", on }))).toBe("accepted");
  });

  it("what deprivationsSql and areaRatesSql do not know", () => {
    expect(refusal(() => deprivationsSql(decree07, { dialect: "duckdb", recorded: "sums" as "count" }))).toMatchObject({ path: "recorded" });
    expect(refusal(() => deprivationsSql(decree07, { dialect: "duckdb", columns: { deprivations: { wasteTreatment: "x" } } }))).toMatchObject({ path: "columns.deprivations.wasteTreatment" });
    expect(refusal(() => deprivationsSql(decree07, { dialect: "duckdb", on } as never))).toMatchObject({ path: "on" });
    expect(refusal(() => areaRatesSql(decree07, { dialect: "duckdb" }))).toMatchObject({ path: "on" });
    expect(refusal(() => areaRatesSql(decree07, { dialect: "duckdb", tables: { classified: "c" }, columns: { areas: { parent: null } } }))).toMatchObject({ path: "columns.areas.parent" });
  });
});

/** The text without its comments. */
function withoutComments(sql: string): string {
  return sql.replace(/\/\*.*?\*\//gs, "");
}

describe("the text of a query", () => {
  const all = [...standards, bacNinh, hoChiMinhCity].flatMap((standard) => dialects.map((dialect) => [standard.id, dialect, standard] as const));

  it.each(all)("of %s for %s has each indicator and class below its provision, and no line comment", (_id, dialect, standard) => {
    const sql = toSql(standard, { dialect, on });
    expect(withoutComments(sql)).not.toMatch(/--|\/\*|\*\/|;/);
    for (const { label, citation } of standard.indicators) {
      expect(sql).toContain(`/* ${label.vi} / ${label.en} (${citation.document.number}`);
    }
    for (const rule of standard.classes) expect(sql).toContain(`/* ${rule.class} (${rule.citation.document.number}`);
  });

  it.each(all)("of %s for %s reads members once, joins once, and calls no function of its own", (_id, dialect, standard) => {
    const sql = withoutComments(toSql(standard, { dialect, on }));
    const quote = dialect === "spark" ? "`" : '"';
    expect(sql.split(`FROM ${quote}members${quote}`).length).toBe(2);
    expect(sql.match(/\bJOIN\b/g)).toHaveLength(1);
    expect(sql.match(/\bGROUP BY\b/g)).toHaveLength(1);
    const called = new Set([...sql.matchAll(/\b([a-z_]+)\(/gi)].map(([, name]) => name!.toLowerCase()));
    for (const name of called) expect(["bool_or", "cast", "coalesce", "concat_ws", "count", "floor", "max", "nullif", "decimal"]).toContain(name);
  });

  it.each(all.filter(([id]) => id !== "vn/decree-351-2025"))("of %s for %s holds all lines of the standard and reads no fact that it does not need", (_id, dialect, standard) => {
    const sql = withoutComments(toSql(standard, { dialect, on }));
    const { byResidence, factsOfIndicator } = standardTables(standard);
    for (const line of [...byResidence.rural.lines, ...byResidence.urban.lines]) expect(sql).toContain(`${line} * persons`);
    expect(sql.includes("born_on")).toBe(factsOfIndicator.flat().includes("bornOn"));
    expect(sql.includes("has_television")).toBe(factsOfIndicator.flat().includes("hasTelevision"));
  });

  it("names tables and columns as the caller does, in quotes", () => {
    const sql = toSql(decree07, {
      dialect: "duckdb", on, tables: { households: ["lake", "survey 2023", 'ho"dan'] }, columns: { households: { waterSource: "Nguồn nước", persons: null }, members: { householdId: "MaHo" } },
    });
    expect(sql).toContain('FROM "lake"."survey 2023"."ho""dan" AS h');
    expect(sql).toContain('h."Nguồn nước"');
    expect(sql).toContain('m."MaHo" AS household_id');
    expect(sql).not.toContain('h."persons"');
    expect(toSql(decree07, { dialect: "spark", on, tables: { members: "a`b" } })).toContain("FROM `a``b` AS m");
  });

  it("looks at recorded classes, births between days and days of rows only where they are named", () => {
    const plain = toSql(decree07, { dialect: "duckdb", on });
    for (const word of ["agrees", "recorded_class", "born_from", "reviewed_on", "review_day"]) expect(plain).not.toContain(word);
    const named = toSql(decree07, { dialect: "duckdb", columns: { households: { recordedClass: "k", reviewedOn: "d" }, members: { bornFrom: "f", bornTo: "t" } } });
    for (const word of ["AS agrees", 'h."k"', 'h."d"', 'm."f"', 'm."t"']) expect(named).toContain(word);
    expect(named).not.toContain('m."born_on"');
  });
});
