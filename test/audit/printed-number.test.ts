import fc, { type Arbitrary } from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePrintedNumber, type PrintedNumber, type UnreadableCode } from "../../src/audit/printed-number.js";
import { refusal } from "../support/refusal.js";

/** All that was read, in one line: value, worth of the last digit and spelling of each reading; then what the words say. */
function inShort(text: string): string {
  const printed = parsePrintedNumber(text);
  if (printed.status === "unreadable") return printed.code;
  const readings = printed.readings.map(({ value, lastDigitWorth, as }) => `${value} to ${lastDigitWorth} ${as}`).join(" or ");
  const words = [printed.unit, printed.approximate, printed.rounded ? "rounded" : null, printed.rest === "" ? null : `"${printed.rest}"`];
  return [readings, ...words.filter((word) => word !== null)].join(", ");
}

type Row = readonly [why: string, text: string, read: string];

const readable: readonly Row[] = [
  ["Points group thousands in Vietnamese.", "1.442.261", "1442261 to 1 grouped"],
  ["Commas group them in English.", "1,442,261", "1442261 to 1 grouped"],
  ["Spaces group them elsewhere.", "1 442 261", "1442261 to 1 grouped"],
  ["So do no-break spaces.", "1\u00a0442\u00a0261", "1442261 to 1 grouped"],
  ["So do thin, narrow and figure spaces, also mixed, since nobody sees it.", "1\u2009442\u202f261\u2007000", "1442261000 to 1 grouped"],
  ["Digits without marks are a whole number.", "1442261", "1442261 to 1 plain"],
  ["Nothing is a number.", "0", "0 to 1 plain"],
  ["Official texts pad with zeros.", "05 hộ", "5 to 1 plain, households"],
  ["Several zeros are one.", "000", "0 to 1 plain"],
  ["Padded percentages too.", "05,37%", "5.37 to 0.01 decimal, percent"],
  ["A decimal comma.", "46,66%", "46.66 to 0.01 decimal, percent"],
  ["A decimal point, and a space before the sign.", "46.66 %", "46.66 to 0.01 decimal, percent"],
  ["A no-break space before the sign.", "46,66\u00a0%", "46.66 to 0.01 decimal, percent"],
  ["A zero at the end is a claim of one more digit.", "46,60%", "46.60 to 0.01 decimal, percent"],
  ["So is a zero as only decimal.", "5,0%", "5.0 to 0.1 decimal, percent"],
  ["A percentage without decimals.", "44%", "44 to 1 plain, percent"],
  ["A percentage that lost its mark is read as it stands.", "2040 %", "2040 to 1 plain, percent"],
  ["Percent in Vietnamese words.", "46,66 phần trăm", "46.66 to 0.01 decimal, percent"],
  ["Percent in English words.", "46.66 per cent", "46.66 to 0.01 decimal, percent"],
  ["Percent in one word.", "46.66 percent", "46.66 to 0.01 decimal, percent"],
  ["A stray space behind the comma of a percentage.", "3, 73%", "3.73 to 0.01 decimal, percent"],
  ["A stray space in front of it.", "3 ,73 %", "3.73 to 0.01 decimal, percent"],
  ["A stray no-break space on both sides, percent in words.", "3\u00a0.\u00a073 phần trăm", "3.73 to 0.01 decimal, percent"],
  ["Three decimals may be a group, in a percentage as well.", "12.345%", "12345 to 1 grouped or 12.345 to 0.001 decimal, percent"],
  ["A group does not begin with a zero.", "0,123%", "0.123 to 0.001 decimal, percent"],
  ["Nor with a zero in front.", "012.345", "12.345 to 0.001 decimal"],
  ["A first group has three digits at most.", "1234.567", "1234.567 to 0.001 decimal"],
  ["A last group has three digits.", "1.2345", "1.2345 to 0.0001 decimal"],
  ["Two digits behind one mark are decimals.", "67.39", "67.39 to 0.01 decimal"],
  ["One group or three decimals: nobody can tell.", "1.500", "1500 to 1 grouped or 1.500 to 0.001 decimal"],
  ["The same with a comma.", "12,345", "12345 to 1 grouped or 12.345 to 0.001 decimal"],
  ["The same with three digits in front.", "123,456", "123456 to 1 grouped or 123.456 to 0.001 decimal"],
  ["A space is no decimal mark.", "12 345", "12345 to 1 grouped"],
  ["Groups by comma and a decimal point.", "1,442.261", "1442.261 to 0.001 decimal"],
  ["Groups by point and a decimal comma.", "1.442,261", "1442.261 to 0.001 decimal"],
  ["Many groups and decimals.", "1.442.261,50", "1442261.50 to 0.01 decimal"],
  ["Groups by space and a decimal comma.", "1 442 261,5", "1442261.5 to 0.1 decimal"],
  ["Groups by space and a decimal point, three digits behind.", "1 442.261", "1442.261 to 0.001 decimal"],
  ["Households are whole: three decimals are ruled out.", "1.500 hộ", "1500 to 1 grouped, households"],
  ["Also when they would be zeros.", "1.000 hộ", "1000 to 1 grouped, households"],
  ["People are whole.", "12,345 people", "12345 to 1 grouped, persons"],
  ["6,739 households in a report: the mark is a decimal one, or misplaced.", "67.39 hộ", "67.39 to 0.01 decimal or 6739 to 1 misplaced, households"],
  ["The same with a comma.", "67,39 hộ", "67.39 to 0.01 decimal or 6739 to 1 misplaced, households"],
  ["Decimal zeros of a count are a misprint as well.", "67,00 hộ", "67.00 to 0.01 decimal or 6700 to 1 misplaced, households"],
  ["Mixed marks that leave decimals to a count.", "1,442.261 hộ", "1442.261 to 0.001 decimal or 1442261 to 1 misplaced, households"],
  ["The word for persons.", "943 người", "943 to 1 plain, persons"],
  ["Another word for persons.", "943 khẩu", "943 to 1 plain, persons"],
  ["Two words for persons.", "943 nhân khẩu", "943 to 1 plain, persons"],
  ["Two words with a no-break space.", "943 nhân\u00a0khẩu", "943 to 1 plain, persons"],
  ["What is behind the unit is not read.", "377 hộ nghèo", "377 to 1 plain, households, \"nghèo\""],
  ["The unit may be glued.", "377hộ", "377 to 1 plain, households"],
  ["Capitals are the same words.", "377 HỘ NGHÈO", "377 to 1 plain, households, \"NGHÈO\""],
  ["English households.", "377 poor households", "377 to 1 plain, \"poor households\""],
  ["English households, next to the number.", "377 households", "377 to 1 plain, households"],
  ["One of them.", "1 household", "1 to 1 plain, households"],
  ["A word that begins like a unit is another word.", "5 hội", "5 to 1 plain, \"hội\""],
  ["A word that begins like a power is another word.", "5 chụcx", "5 to 1 plain, \"chụcx\""],
  ["A word with combining marks is the same word.", "377 ho\u0323\u0302 nghe\u0300o", "377 to 1 plain, households, \"nghèo\""],
  ["Persons per household are no persons.", "3,9 người/hộ", "3.9 to 0.1 decimal, \"người/hộ\""],
  ["Nor in words.", "3.9 persons per household", "3.9 to 0.1 decimal, \"persons per household\""],
  ["Percent a year is no share.", "1,2%/năm", "1.2 to 0.1 decimal, \"%/năm\""],
  ["A percentage point is no percent.", "1,5 điểm phần trăm", "1.5 to 0.1 decimal, \"điểm phần trăm\""],
  ["Nor in English.", "1.5 percentage points", "1.5 to 0.1 decimal, \"percentage points\""],
  ["Nor in two words.", "1.5 percent points", "1.5 to 0.1 decimal, \"percent points\""],
  ["Other units are words.", "30 m2", "30 to 1 plain, \"m2\""],
  ["With a raised digit as well.", "30 m²", "30 to 1 plain, \"m²\""],
  ["Millions are exact as text, and rounded.", "2,5 triệu", "2500000 to 100000 decimal, rounded"],
  ["Millions of people.", "2.3 million people", "2300000 to 100000 decimal, persons, rounded"],
  ["Millions without decimals.", "2 triệu hộ", "2000000 to 1000000 plain, households, rounded"],
  ["Thousands.", "57 nghìn hộ", "57000 to 1000 plain, households, rounded"],
  ["Thousands in the South.", "57 ngàn hộ", "57000 to 1000 plain, households, rounded"],
  ["Thousands with as many decimals as digits.", "57,180 nghìn hộ", "57180000 to 1000 grouped or 57180 to 1 decimal, households, rounded"],
  ["Thousands with more decimals than a household has.", "1,2345 nghìn hộ", "1234.5 to 0.1 decimal or 12345000 to 1000 misplaced, households, rounded"],
  ["Thousands in English, plural, glued.", "57thousands", "57000 to 1000 plain, rounded"],
  ["Billions in both spellings: the accent on y.", "2 tỷ", "2000000000 to 1000000000 plain, rounded"],
  ["And on i.", "2,35 tỉ", "2350000000 to 10000000 decimal, rounded"],
  ["Two powers multiply each other.", "2 nghìn tỷ đồng", "2000000000000 to 1000000000000 plain, rounded, \"đồng\""],
  ["Hundred thousand.", "3 trăm nghìn người", "300000 to 100000 plain, persons, rounded"],
  ["Hundred thousand in English.", "3 hundred thousand people", "300000 to 100000 plain, persons, rounded"],
  ["Tens and ten thousands.", "5 chục hộ", "50 to 10 plain, households, rounded"],
  ["Ten thousands.", "5 vạn dân", "50000 to 10000 plain, rounded, \"dân\""],
  ["Trillions.", "1.25 trillion", "1250000000000 to 10000000000 decimal, rounded"],
  ["None of a million is none.", "0 triệu", "0 to 1000000 plain, rounded"],
  ["A small part of a million loses its zeros in front.", "0,05 triệu", "50000 to 10000 decimal, rounded"],
  ["Grouped or decimal millions are both whole.", "1.500 triệu người", "1500000000 to 1000000 grouped or 1500000 to 1000 decimal, persons, rounded"],
  ["About.", "khoảng 1.442.261 hộ", "1442261 to 1 grouped, households, about"],
  ["Nearly.", "gần 2 triệu hộ", "2000000 to 1000000 plain, households, under, rounded"],
  ["More than.", "hơn 1,58 triệu hộ", "1580000 to 10000 decimal, households, over, rounded"],
  ["Over.", "trên 57 nghìn hộ", "57000 to 1000 plain, households, over, rounded"],
  ["Under.", "dưới 5%", "5 to 1 plain, percent, under"],
  ["Less, in two words.", "chưa đến 5%", "5 to 1 plain, percent, under"],
  ["English: about.", "About 46.66%", "46.66 to 0.01 decimal, percent, about"],
  ["English: nearly.", "nearly 2 million", "2000000 to 1000000 plain, under, rounded"],
  ["English: more than.", "more than 1,442,261", "1442261 to 1 grouped, over"],
  ["A sign for about.", "~2 triệu", "2000000 to 1000000 plain, about, rounded"],
  ["A sign for less.", "<0,1%", "0.1 to 0.1 decimal, percent, under"],
  ["A sign for more.", "> 50 %", "50 to 1 plain, percent, over"],
  ["Two words of nearness: the one with a side counts.", "khoảng hơn 2 triệu", "2000000 to 1000000 plain, over, rounded"],
  ["An estimate.", "ước tính khoảng 5 hộ", "5 to 1 plain, households, about"],
  ["Two sides cancel out.", "gần hơn 5 hộ", "5 to 1 plain, households, about"],
  ["Space around the text is nothing.", " \t\u00a01.442.261 \n", "1442261 to 1 grouped"],
  ["The end of a sentence stays behind.", "46,66%.", "46.66 to 0.01 decimal, percent, \".\""],
  ["A comma behind a number is no mark of it.", "1.442.261,", "1442261 to 1 grouped, \",\""],
  ["A footnote sign stays behind.", "1.442.261 *", "1442261 to 1 grouped, \"*\""],
  ["More digits than a double holds.", "9.007.199.254.740.993,000000000000000000001", "9007199254740993.000000000000000000001 to 0.000000000000000000001 decimal"],
];

const unreadable: readonly (readonly [why: string, text: string, code: UnreadableCode])[] = [
  ["A range.", "20-30", "range"],
  ["A range with a dash and spaces.", "20 – 30", "range"],
  ["A range in words.", "từ 20 đến 30", "range"],
  ["Without the first word.", "20 đến 30", "range"],
  ["With another word.", "20 tới 30 hộ", "range"],
  ["English.", "from 20 to 30", "range"],
  ["English, between.", "between 20 and 30", "range"],
  ["A range of percentages.", "20% - 30%", "range"],
  ["A range whose end is approximate.", "20 đến dưới 30%", "range"],
  ["A range of amounts.", "khoảng 1,5 – 2 triệu", "range"],
  ["A division sign is a range in Vietnam.", "20÷30", "range"],
  ["A tilde too.", "20~30", "range"],
  ["A list.", "20, 30", "several-numbers"],
  ["A list that is not before a percent sign may not be a stray space.", "3, 73", "several-numbers"],
  ["Nor before households: it may be the number of a paragraph.", "1. 250 hộ", "several-numbers"],
  ["Two counts.", "377 hộ, 943 khẩu", "several-numbers"],
  ["A count and its share.", "377 hộ (1,22%)", "several-numbers"],
  ["A fraction.", "1/3", "several-numbers"],
  ["A day.", "14/12/2023", "several-numbers"],
  ["Groups by space that are none.", "5 20", "several-numbers"],
  ["A first group of four.", "2022 202", "several-numbers"],
  ["A group by space begins with no zero.", "0 123", "several-numbers"],
  ["A long group by space.", "1 442 2612", "several-numbers"],
  ["Digits of another script behind.", "5 ５", "several-numbers"],
  ["Minus.", "-5", "signed"],
  ["The true minus sign.", "−0,5%", "signed"],
  ["A dash in front may be a minus.", "– 5 hộ", "signed"],
  ["Plus.", "+5", "signed"],
  ["A sign behind a word of nearness.", "khoảng -5", "signed"],
  ["A group of two digits.", "1.44.261", "marks"],
  ["A group of four.", "1.4422.261", "marks"],
  ["Groups by different marks in turn.", "1.442,261.000", "marks"],
  ["Commas behind a decimal point.", "1.442,261,000", "marks"],
  ["A group that begins with zero.", "012.345.678", "marks"],
  ["A first group of four.", "1234,567,890", "marks"],
  ["Two marks in a row.", "1..5", "marks"],
  ["Apostrophes are not read.", "1'442'261", "marks"],
  ["Marks that a count has in vain are not misplaced but wrong.", "1.44.261 hộ", "marks"],
  ["Nothing.", "", "no-number"],
  ["Only space.", " \u00a0", "no-number"],
  ["A dash in a table is no zero.", "-", "no-number"],
  ["Words for numbers.", "hai triệu", "no-number"],
  ["Only a sign.", "%", "no-number"],
  ["Full-width digits are not read.", "１２３", "no-number"],
  ["Eastern Arabic digits are not read.", "٣", "no-number"],
  ["A raised digit is no number.", "²", "no-number"],
  ["A word that may turn the number round.", "giảm 5%", "words"],
  ["A label.", "Hộ nghèo: 377", "words"],
  ["From, without to.", "từ 20", "words"],
  ["No digit in front of the mark.", ",5%", "words"],
  ["Brackets may mean minus.", "(5)", "words"],
  ["An exponent.", "1e5", "words"],
  ["A power.", "1.5x10", "words"],
  ["A raised digit is a power or a footnote.", "5²", "words"],
  ["One half more.", "5½", "words"],
  ["A unit glued with its digit.", "30m2", "words"],
  ["Two million and a half.", "2 triệu rưỡi", "words"],
  ["The same in English.", "2 million and a half", "words"],
  ["A dozen.", "2 dozen", "words"],
  ["Short for a million.", "2,5 tr", "words"],
  ["Short for a thousand.", "500 k", "words"],
];

describe("parsePrintedNumber", () => {
  it.each(readable)("%s %s", (_why, text, read) => {
    expect(inShort(text)).toBe(read);
  });

  it.each(unreadable)("%s %s", (_why, text, code) => {
    expect(inShort(text)).toBe(code);
    expect(parsePrintedNumber(text)).toMatchObject({ readings: [], vi: expect.stringMatching(/\.$/) as string, en: expect.stringMatching(/\.$/) as string });
  });

  it.each([["a whole number", 5], ["nothing", null], ["nothing", undefined], ["a list", ["5"]], ["an object", {}]])("refuses what is no text: %s", (kind, value) => {
    expect(refusal(() => parsePrintedNumber(value as unknown as string))).toMatchObject({
      code: "chuan-ngheo/invalid-input", message: `expected text; got ${kind}`,
    });
  });

  it("reads a percentage that can stand in a claim", () => {
    const [share] = parsePrintedNumber("46,60%").readings;
    expect(share).toEqual({ value: "46.60", decimals: 2, lastDigitWorth: "0.01", as: "decimal" });
  });

  it("never has a reason with the text in it", () => {
    expect(JSON.stringify(parsePrintedNumber("bà Hoa 38 tuổi"))).not.toMatch(/Hoa|38/);
  });

  it("takes a long text in its stride", () => {
    const long = 100_000;
    const texts = ["~".repeat(long) + "1", `1${"~".repeat(long)}x 1`, "1" + ".123".repeat(long), "1 " + "triệu ".repeat(long), `1${" ".repeat(long)}x`, "từ ".repeat(long) + "1"];
    expect(texts.map((text) => parsePrintedNumber(text).status)).toEqual(["read", "unreadable", "read", "read", "read", "unreadable"]);
  }, 20_000);
});

// ------------------------------------------------------------------------------------------------ properties

/** Grouped from the right, digit by digit. */
function grouped(digits: string, mark: string): string {
  let text = "";
  for (let index = 0; index < digits.length; index++) text += (index > 0 && (digits.length - index) % 3 === 0 ? mark : "") + digits[index]!;
  return text;
}

const wholeNumbers: Arbitrary<string> = fc.oneof(fc.nat({ max: 2_000_000 }), fc.maxSafeNat()).map(String);
const groupMarks = fc.constantFrom(".", ",", " ", "\u00a0", "\u2009", "\u202f");
const valuesOf = (printed: PrintedNumber): readonly string[] => printed.readings.map(({ value }) => value);

/** Texts near those that are printed: pieces of numbers, marks and words in any order. */
const nearlyNumbers = fc
  .array(fc.constantFrom("0", "1", "12", "345", "678", "05", ".", ",", " ", "\u00a0", "-", "–", "%", "triệu", "nghìn", " tỷ", "hộ", " người", "/", "khoảng ", "gần ", "từ ", " đến ", "phần trăm", "½", "m2", "rưỡi"), { maxLength: 9 })
  .map((pieces) => pieces.join(""));
const anyText = fc.oneof(nearlyNumbers, fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }));

describe("every printed number", () => {
  it("is read back as one of the readings, grouped in any way; without a unit only one group is doubtful", () => {
    fc.assert(
      fc.property(wholeNumbers, groupMarks, (digits, mark) => {
        const printed = parsePrintedNumber(grouped(digits, mark));
        expect(valuesOf(printed)).toContain(digits);
        const doubtful = digits.length >= 4 && digits.length <= 6 && (mark === "." || mark === ",");
        expect(printed.status).toBe(doubtful ? "ambiguous" : "read");
      }),
    );
  });

  it("is read back alone when households are counted", () => {
    fc.assert(
      fc.property(wholeNumbers, groupMarks, fc.constantFrom(" hộ", " households", " người", "\u00a0khẩu"), (digits, mark, unit) => {
        expect(valuesOf(parsePrintedNumber(grouped(digits, mark) + unit))).toEqual([digits]);
      }),
    );
  });

  it("is read back with all its decimals as a percentage; alone unless three of them look like a group", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1000 }), fc.string({ unit: fc.constantFrom("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), maxLength: 25 }), fc.constantFrom(",", ".", ", "), fc.constantFrom("%", " %", " phần trăm", " per cent"), (whole, decimals, mark, sign) => {
        const percent = decimals === "" ? String(whole) : `${whole}.${decimals}`;
        const printed = parsePrintedNumber(percent.replace(".", mark) + sign);
        expect(printed).toMatchObject({ unit: "percent", rest: "" });
        expect(printed.readings.at(-1)).toMatchObject({ value: percent, decimals: decimals.length });
        expect(printed.readings).toHaveLength(decimals.length === 3 && whole >= 1 && whole < 1000 ? 2 : 1);
      }),
    );
  });

  it("in thousands, millions or billions is the exact product", () => {
    const powers = [[" nghìn", 1_000n], [" thousand", 1_000n], [" triệu", 1_000_000n], [" million", 1_000_000n], [" tỷ", 1_000_000_000n], [" billion", 1_000_000_000n]] as const;
    fc.assert(
      fc.property(fc.nat({ max: 9999 }), fc.nat({ max: 99 }), fc.constantFrom(...powers), (whole, hundredths, [word, power]) => {
        const text = `${whole},${String(hundredths).padStart(2, "0")}${word}`;
        const product = ((BigInt(whole) * 100n + BigInt(hundredths)) * power) / 100n;
        expect(parsePrintedNumber(text)).toMatchObject({ status: "read", rounded: true, readings: [{ value: String(product), decimals: 0, lastDigitWorth: String(power / 100n) }] });
      }),
    );
  });
});

describe("any text", () => {
  it("is answered, with at most two readings that differ, each of them a decimal text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const printed = parsePrintedNumber(text);
        expect(printed.readings).toHaveLength({ unreadable: 0, read: 1, ambiguous: 2 }[printed.status]);
        expect(new Set(valuesOf(printed)).size).toBe(printed.readings.length);
        for (const { value, decimals, lastDigitWorth } of printed.readings) {
          expect(value).toMatch(/^(?:0|[1-9]\d*)(?:\.\d+)?$/);
          expect((value.split(".")[1] ?? "").length).toBe(decimals);
          expect(lastDigitWorth).toMatch(decimals === 0 ? /^10*$/ : /^0\.0*1$/);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("is read as the same whichever way its letters are composed", () => {
    fc.assert(
      fc.property(nearlyNumbers, (text) => {
        expect(parsePrintedNumber(text.normalize("NFD"))).toEqual(parsePrintedNumber(text.normalize("NFC")));
      }),
    );
  });

  it("gives values that are read as themselves, written plainly or as in Vietnam", () => {
    fc.assert(
      fc.property(nearlyNumbers, (text) => {
        for (const { value, decimals } of parsePrintedNumber(text).readings) {
          const [whole = "", fraction] = value.split(".");
          const inVietnam = grouped(whole, ".") + (fraction === undefined ? "" : `,${fraction}`);
          for (const again of [value, inVietnam]) {
            const readings = parsePrintedNumber(again).readings.map((reading) => [reading.value, reading.decimals]);
            expect(readings).toContainEqual([value, decimals]);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("with a second number is never read: a digit behind the number counts unless it ends a word", () => {
    fc.assert(
      fc.property(wholeNumbers, fc.constantFrom(" ", " và ", "; ", " hộ ", "% ", " (", "/", " - ", " đến "), fc.constantFrom("1", "12", "1,5", "1.442.261"), (first, between, second) => {
        fc.pre(between !== " " || !second.startsWith("1.44"));
        expect(parsePrintedNumber(first + between + second).status).toBe("unreadable");
      }),
    );
  });
});
