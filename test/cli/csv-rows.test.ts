import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { CsvRows, delimiterOf, type ParseCsv } from "../../src/cli/csv-rows.js";

const parse: ParseCsv = (text, delimiter) => new Papa.Parser({ delimiter, newline: "\n" }).parse(text, 0, false) as ReturnType<ParseCsv>;

/** Rows as cells with the line before them; of a broken one only the line. */
function read(text: string, columns = 3): unknown[] {
  const rows = new CsvRows(columns, ",", parse);
  const found = text.split("\n").flatMap((line, index) => [...rows.push({ number: index + 1, text: line, broken: null })]);
  return [...found, ...rows.end()].map(({ line, cells, broken }) => (broken === null ? [line, ...cells] : line));
}

const cases: readonly (readonly [why: string, text: string, rows: readonly unknown[]])[] = [
  ["plain rows", "a,b,c\nd,e,f", [[1, "a", "b", "c"], [2, "d", "e", "f"]]],
  ["blank lines and rows of blank cells are none", "\n , ,\n,,\na,b,c", [[4, "a", "b", "c"]]],
  ["quoted cells with delimiters and doubled quotes", '"a,1","b ""x""",c', [[1, "a,1", 'b "x"', "c"]]],
  ["a quoted cell over several lines", 'a,"b\nb\n\nb",c\nd,e,f', [[1, "a", "b\nb\n\nb", "c"], [5, "d", "e", "f"]]],
  ["a quoted first cell over two lines", '"a\na",b,c\nd,e,f', [[1, "a\na", "b", "c"], [3, "d", "e", "f"]]],
  ["two quoted cells over several lines", 'a,"b\nb","c\nc"', [[1, "a", "b\nb", "c\nc"]]],
  ["a quote inside a cell that is not quoted is text", 'a,b"b,c', [[1, "a", 'b"b', "c"]]],
  ["a quoted cell that starts with a line break", '"","","\na"', [[1, "", "", "\na"]]],
  ["a quoted cell that ends with one, before an empty one", '"a\n","","c"', [[1, "a\n", "", "c"]]],
  ["too few cells", "a,b\nd,e,f", [1, [2, "d", "e", "f"]]],
  ["too many cells", "a,b,c,d\nd,e,f", [1, [2, "d", "e", "f"]]],
  ["a quote that is never closed, before good rows", 'a,"b,c\nd,e,f\ng,h,i', [1, [2, "d", "e", "f"], [3, "g", "h", "i"]]],
  ["a quote that is never closed, at the end", 'd,e,f\na,"b,c', [[1, "d", "e", "f"], 2]],
  ["two rows with a quote that is never closed", 'a,"b,c\nd,e,f\ng,"h,i\nj,k,l', [1, [2, "d", "e", "f"], 3, [4, "j", "k", "l"]]],
  ["a next row that would close the quote at its end", 'a,b,"c\nd,e,f\ng,h,"', [1, [2, "d", "e", "f"], 3]],
  ["text after a closing quote", 'a,"b"b,c\nd,e,f', [1, [2, "d", "e", "f"]]],
  ["a row that closes with the wrong number of cells", 'a,"b\nb"\nd,e,f', [1, 2, [3, "d", "e", "f"]]],
  ["a good row right behind a broken one with quotes of its own", 'a,"b,c\n"d",e,f', [1, [2, "d", "e", "f"]]],
];

describe("CsvRows", () => {
  it.each(cases)("%s", (_why, text, rows) => {
    expect(read(text)).toEqual(rows);
  });

  it("gives up a quote that stays open for more than 100 lines", () => {
    const filler = Array.from({ length: 150 }, () => "text");
    const found = read(['a,"b', ...filler, "d,e,f"].join("\n"));
    expect(found[0]).toBe(1);
    expect(found.at(-1)).toEqual([152, "d", "e", "f"]);
    expect(found).toHaveLength(152);
  });

  it("accepts a quoted cell of 100 lines", () => {
    const filler = Array.from({ length: 98 }, () => "text");
    expect(read(['a,"b', ...filler, 'b",c'].join("\n"))).toHaveLength(1);
    expect(read(['a,"b', ...filler, "text", 'b",c'].join("\n"))).not.toHaveLength(1);
  });

  it("gives up a quote that stays open for more than a megabyte", () => {
    const found = read(['a,"b', "x".repeat(1024 * 1024), "d,e,f"].join("\n"));
    expect(found).toEqual([1, 2, [3, "d", "e", "f"]]);
  });

  it("reads a broken line anew as a row of its own", () => {
    const rows = new CsvRows(3, ",", parse);
    const found = [
      ...rows.push({ number: 1, text: 'a,"b', broken: null }),
      ...rows.push({ number: 2, text: "d,e,?", broken: "no UTF-8" }),
      ...rows.push({ number: 3, text: "g,h,i", broken: null }),
    ];
    expect(found.map(({ line, broken }) => [line, broken === null])).toEqual([[1, false], [2, false], [3, true]]);
  });

  // A line inside a quoted cell that reads as a whole row is given up on purpose; so not both in one table.
  it.each([["delimiters", ["a", '"', ",", "ộ", " x"]], ["line breaks", ["a", '"', "\n", "ộ", " x"]]])("reads back what a CSV writer writes, with %s in cells", (_what, letters) => {
    const cell = fc.array(fc.constantFrom(...letters), { maxLength: 6 }).map((parts) => parts.join(""));
    const table = fc.array(fc.tuple(cell, cell, cell).filter((row) => row.some((each) => each.trim() !== "")), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.boolean(), (rows, quotes) => {
        const text = Papa.unparse(rows, { newline: "\n", quotes });
        expect(read(text).map((row) => (row as unknown[]).slice(1))).toEqual(rows);
      }),
    );
  });

  it("never loses a good row behind a broken one", () => {
    const broken = fc.array(fc.constantFrom("a", '"', ",", "ộ"), { minLength: 1, maxLength: 8 }).map((letters) => letters.join(""));
    fc.assert(
      fc.property(broken, (line) => {
        const found = read(`${line}\n1,2,3\n4,5,6`);
        expect(found.slice(-2)).toEqual([[2, "1", "2", "3"], [3, "4", "5", "6"]]);
      }),
    );
  });
});

describe("delimiterOf", () => {
  it.each([
    ["id,residence", ","], ["id;residence", ";"], ["id\tresidence", "\t"], ["id", ","],
    ['"a;b;c",d', ","], ["a,b;c;d", ";"],
  ])("%j has %j", (header, delimiter) => {
    expect(delimiterOf(header, parse)).toBe(delimiter);
  });
});
