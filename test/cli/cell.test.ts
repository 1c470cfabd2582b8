import { describe, expect, it } from "vitest";
import { cellValue, type CellType } from "../../src/cli/cell.js";
import { columnName } from "../../src/core/column-name.js";

const values: readonly (readonly [why: string, type: CellType, cell: string, value: unknown])[] = [
  ["spaces are no part of a word", "word", " rural ", "rural"],
  ["a word is not judged here", "word", "city", "city"],
  ["a leading zero of a code stays", "word", "01234", "01234"],
  ["text is kept as it is", "text", " a b ", " a b "],
  ["true", "boolean", "true", true],
  ["false", "boolean", "false", false],
  ["as table programs write it", "boolean", "TRUE", true],
  ["as Python writes it", "boolean", "False", false],
  ["any other word is left to the checker", "boolean", "1", "1"],
  ["a whole number", "whole", "12", 12],
  ["a whole number from a column with holes", "whole", "3.0", 3],
  ["a negative one is left to the checker", "whole", "-1", -1],
  ["an amount keeps its digits", "vnd", "12345678901234567890.5", "12345678901234567890.5"],
  ["a loss", "vnd", "-950000", "-950000"],
  ["a fraction of a dong", "vnd", "950000.25", "950000.25"],
  ["three decimals behind more than three digits are decimals", "vnd", "1234.500", "1234.500"],
  ["one decimal", "vnd", "950.5", "950.5"],
  ["square metres with three decimals", "number", "45.125", "45.125"],
  ["a list of words", "words", "poor, near-poor", ["poor", "near-poor"]],
];

const refused: readonly (readonly [why: string, type: CellType, cell: string])[] = [
  ["thousands grouped as in Vietnam", "vnd", "1.234.567"],
  ["thousands grouped as in English", "vnd", "1,234,567"],
  ["one group of thousands looks like three decimals", "vnd", "950.000"],
  ["so does a negative one", "vnd", "-1.500"],
  ["a decimal comma", "number", "45,5"],
  ["an exponent", "vnd", "1.5E+06"],
  ["a unit", "vnd", "950000 đ"],
  ["a point without decimals", "number", "45."],
  ["words", "number", "n/a"],
  ["no number", "whole", "three"],
  ["a fraction of a person", "whole", "2.5"],
  ["a group of thousands for a whole number", "whole", "1.000"],
  ["more digits than a number holds", "whole", "1234567890123456"],
];

describe("cellValue", () => {
  it.each(values)("%s", (_why, type, cell, value) => {
    expect(cellValue(cell, type, "x")).toEqual(value);
  });

  it.each(refused)("refuses %s", (_why, type, cell) => {
    expect(() => cellValue(cell, type, "persons")).toThrow(expect.objectContaining({ code: "chuan-ngheo/invalid-input", path: "persons" }));
    // What was in the cell is nobody's business.
    expect(() => cellValue(cell, type, "persons")).not.toThrow(cell);
  });
});

describe("columnName", () => {
  it.each([["floorAreaM2", "floor_area_m2"], ["id", "id"], ["pointsA", "points_a"], ["annualIncomeVnd", "annual_income_vnd"]])("%s is %s", (name, column) => {
    expect(columnName(name)).toBe(column);
  });
});
