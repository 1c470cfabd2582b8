import { describe, expect, it } from "vitest";
import { auditTables, auditToText } from "../../../src/audit.js";
import { betweenToText } from "../../../src/audit/report/audit-to-text.js";
import { audited, country, dakLak, haTinh } from "./tables.js";

describe("a table as text", () => {
  it("says in English what fits and what follows", () => {
    expect(auditToText(audited(haTinh), { locale: "en" })).toBe(
      `HTI · TP Hà Tĩnh · district · 2023: CONSISTENT
  note: The percentages of residents are shares of households (poor, near), not of persons (poor_people, near_people): only so do they fit one total, from 30,776 to 30,929.
  implied totals: residents from 30,776 to 30,929
  not checked: poor_people, near_people`,
    );
  });

  it("says in Vietnamese what is wrong, with the first three repairs and how many more there are", () => {
    const lines = auditToText(audited(country), { locale: "vi" }).split("\n");
    expect(lines.slice(0, 5)).toEqual([
      "VN-2014 · Cả nước · 2014: MÂU THUẪN",
      "  lỗi: poor_minority (663.563) là 46,01% của poor (1.442.261), không phải 46,66% như đã in.",
      "  tổng suy ra: households từ 24.138.260 đến 24.178.725",
      "  cách sửa có thể có: 4",
      "    100  Mọi kiểm tra đều khớp nếu poor là 1.422.261, không phải 1.442.261 (sai một chữ số).",
    ]);
    expect(lines.slice(5)).toEqual([expect.stringMatching(/^ {4}< 1 {2}Mọi/), expect.stringMatching(/^ {4}< 1 {2}Mọi/), "         và 1 cách khác", "  chưa được kiểm tra: decrease_poor"]);
  });

  it("says that no repair was found, that the search ended early, and that none was looked for", () => {
    const table = audited(dakLak);
    const text = (repairs: typeof table.repairs): string => auditToText({ ...table, repairs }, { locale: "en" });
    expect(text({ repairs: [], stopped: false })).toContain("\n  possible repairs: no small repair was found.");
    expect(text({ repairs: [], stopped: true })).toContain("\n    The search ended at its bound; there may be others.");
    expect(text(null)).not.toContain("repair");
  });

  it("compares a known verdict, and only tells where it differs", () => {
    expect(auditToText(audited({ ...dakLak, expect: "consistent" }), { locale: "en" })).toContain("\n  known verdict: consistent, differs from this one");
    expect(auditToText(audited({ ...dakLak, expect: "inconsistent" }), { locale: "en" })).not.toContain("known verdict");
  });

  it("tells what of a form was left out", () => {
    const problem = { code: "unreadable", row: 2, column: 3, vi: "Dòng 3, ô 4: không phải là một số.", en: "Line 3, cell 4: it is not one number." } as const;
    expect(auditToText({ ...audited(dakLak), problems: [problem] }, { locale: "en" })).toContain("\n  left out: Line 3, cell 4: it is not one number.");
  });

  it("has a heading for a table without a name", () => {
    expect(auditToText(audited({ values: { a: 1 } }), { locale: "vi" }).split("\n")[0]).toBe("Bảng: KHÔNG KIỂM TRA ĐƯỢC");
  });

  it.each([
    ["moves the cursor", "\u001B[2J"],
    ["rings", "\u0007"],
    ["breaks the line", "a\nb"],
    ["returns to its start", "a\rb"],
    ["turns the direction of reading", "\u202E"],
    ["is a C1 control", "\u009B"],
  ])("shows no sign that %s", (_why, sign) => {
    const text = auditToText(audited({ id: sign, area: sign, values: { [`x${sign}`]: 1, y: 2 }, sums: [{ total: `x${sign}`, parts: ["y"] }] }), { locale: "en" });
    expect(text).toContain("\uFFFD");
    expect(text.replaceAll("\n  ", "")).not.toMatch(/[\p{Cc}\u202E]/u);
  });
});

describe("what was found between tables", () => {
  it("is told after them", () => {
    const region = { area: "Trung du", period: "2023", values: { multi: 587_952 } };
    const between = auditTables([{ ...region, shares: [{ part: "multi", whole: "households", printed: "18.20" }] }, { ...region, shares: [{ part: "multi", whole: "households", printed: "1.87" }] }]);
    expect(betweenToText(between, { locale: "en" }).split("\n")).toEqual(["Between the tables: INCONSISTENT", ...between.findings.map(({ severity, en }) => `  ${severity}: ${en}`)]);
    expect(between.findings.length).toBeGreaterThan(0);
  });
});
