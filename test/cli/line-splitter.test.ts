import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineSplitter, type Line } from "../../src/cli/line-splitter.js";

function split(pieces: readonly Uint8Array[]): Line[] {
  const splitter = new LineSplitter();
  return [...pieces.flatMap((piece) => [...splitter.push(piece)]), ...splitter.end()];
}

const bytes = (text: string): Uint8Array => Buffer.from(text, "latin1");

const cases: readonly (readonly [why: string, text: string, lines: readonly (string | null)[]])[] = [
  ["an empty file has no line", "", []],
  ["a line break ends a line and starts none", "a\n", ["a"]],
  ["the last line needs no line break", "a\nb", ["a", "b"]],
  ["blank lines are lines", "\na\n\n", ["", "a", ""]],
  ["CRLF is one line break", "a\r\nb\r\n", ["a", "b"]],
  ["a carriage return inside a line stays", "a\rb\n", ["a\rb"]],
  ["a byte order mark is no part of the first line", "\xEF\xBB\xBFa\nb", ["a", "b"]],
  ["nor is it a line", "\xEF\xBB\xBF", [""]],
  ["a byte order mark further down is text", "a\n\xEF\xBB\xBFb", ["a", "\uFEFFb"]],
  ["characters of several bytes", "h\xE1\xBB\x99\n\xF0\x9F\x8F\xA0", ["hộ", "🏠"]],
  ["one line of other bytes leaves its neighbours alone", "a\nh\xF4\nb\n", ["a", null, "b"]],
  ["a character cut by a line break is broken in its own line only", "\xE1\xBB\n\x99\nb", [null, null, "b"]],
  ["the last line may be broken", "a\n\xFF", ["a", null]],
];

describe("LineSplitter", () => {
  it.each(cases)("%s", (_why, text, expected) => {
    const found = split([bytes(text)]);
    expect(found.map(({ text: line, broken }) => (broken === null ? line : null))).toEqual(expected);
    expect(found.map(({ number }) => number)).toEqual(expected.map((_, index) => index + 1));
  });

  it("gives the same lines however the bytes are cut", () => {
    const alphabet = fc.constantFrom("a", "\n", "\r", "ộ", "🏠", "\uFEFF", '"', "\xFF");
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 40 }), fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 60 }), (letters, sizes) => {
        const whole = Buffer.concat(letters.map((letter) => (letter === "\xFF" ? Buffer.from([0xff]) : Buffer.from(letter))));
        const pieces: Uint8Array[] = [];
        for (let from = 0, turn = 0; from < whole.length; turn++) {
          const size = (sizes[turn % sizes.length] ?? 0) + (turn % sizes.length === 0 ? 1 : 0);
          pieces.push(whole.subarray(from, from + size));
          from += size;
        }
        expect(split(pieces)).toEqual(split([whole]));
        expect(split(pieces).length).toBe(whole.length === 0 ? 0 : whole.toString("latin1").replace(/\n$/, "").split("\n").length);
      }),
    );
  });

  it("refuses a line that does not fit into memory, and reads on", () => {
    const splitter = new LineSplitter();
    const megabyte = Buffer.alloc(1024 * 1024, "x");
    const found = [...splitter.push(Buffer.from("a\n"))];
    for (let count = 0; count < 65; count++) found.push(...splitter.push(megabyte));
    found.push(...splitter.push(Buffer.from("\nb\n")));
    expect(found.map(({ number, text, broken }) => [number, text, broken])).toEqual([
      [1, "a", null],
      [2, "", "expected at most 64 MiB in one line"],
      [3, "b", null],
    ]);
  });

  it("accepts a long line that fits", () => {
    const splitter = new LineSplitter();
    const megabyte = Buffer.alloc(1024 * 1024, "x");
    const found = Array.from({ length: 20 }, () => splitter.push(megabyte)).flat();
    expect([...found, ...splitter.push(Buffer.from("\n"))].map(({ text, broken }) => [text.length, broken])).toEqual([[20 * 1024 * 1024, null]]);
  });
});
