import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newlyEscaped, type Locale, type NewlyEscaped, type NewlyEscapedDefinitionId, type Recognition } from "../../src/index.js";
import { explainNewlyEscaped } from "../../src/history/explain-newly-escaped.js";
import { days, histories, history } from "./histories.js";

const ask = (recognitions: readonly Recognition[], on: string, definition: NewlyEscapedDefinitionId, locale: Locale): readonly string[] =>
  explainNewlyEscaped(newlyEscaped(recognitions, { on, definition }), { locale }).split("\n");

describe("explainNewlyEscaped", () => {
  const escaped = history("2022-12-14 poor decree-07-2021", "2023-12-14 not-poor decree-07-2021");

  it("tells all of it in Vietnamese, days as people write them", () => {
    expect(ask(escaped, "2026-12-14", "credit", "vi")).toEqual([
      "Ngày 14/12/2026, hộ này là hộ mới thoát nghèo: từ ngày 14/12/2023 đến hết ngày 14/12/2026 (36 tháng).",
      "Các lần công nhận làm căn cứ:",
      "- 14/12/2022: hộ nghèo (vn/decree-07-2021).",
      "- 14/12/2023: hộ không nghèo (vn/decree-07-2021).",
      "Căn cứ: Quyết định 28/2015/QĐ-TTg (sửa đổi bởi Quyết định 02/2021/QĐ-TTg).",
      "Kết quả này chỉ dựa trên các lần công nhận đã cung cấp; việc xác nhận hộ mới thoát nghèo thuộc Ủy ban nhân dân cấp xã.",
    ]);
  });

  it("tells all of it in English, with what is not verified", () => {
    expect(ask(history("2018-12-14 poor", "2019-12-14 near-poor"), "2023-06-01", "programme", "en")).toEqual([
      "On 2023-06-01 this is not a newly escaped household: the time has passed: from 2019-12-14 to 2022-12-14, that day included (36 months).",
      "The recognitions that decided:",
      "- 2018-12-14: poor household.",
      "- 2019-12-14: near-poor household.",
      "Basis: Decision 90/QĐ-TTg (National Target Programme on sustainable poverty reduction 2021–2025).",
      "No source was read; compare with the official text: Decision 90/QĐ-TTg (National Target Programme on sustainable poverty reduction 2021–2025).",
      "The 36 months have not been compared with the text. That poor households which become near-poor count, and near-poor ones which pass the line do not, is a reading.",
      "This rests only on the recognitions that were given; the status is confirmed by the commune-level People's Committee.",
    ]);
  });

  const rows: readonly (readonly [recognitions: readonly Recognition[], definition: NewlyEscapedDefinitionId, vi: string, en: string])[] = [
    [
      history("2020-12-14 poor", "2021-12-14 not-poor", "2022-12-14 near-poor"), "credit",
      "Ngày 01/06/2024, hộ này không phải là hộ mới thoát nghèo: hộ đã thoát nghèo nhưng lại được công nhận là hộ nghèo hoặc hộ cận nghèo.",
      "On 2024-06-01 this is not a newly escaped household: it had escaped, but was recognised again as a poor household or near-poor household.",
    ],
    [
      history("2020-12-14 near-poor"), "programme",
      "Ngày 01/06/2024, hộ này không phải là hộ mới thoát nghèo: hộ vẫn trong danh sách, chưa được công nhận ra khỏi diện hộ nghèo.",
      "On 2024-06-01 this is not a newly escaped household: it is still on a list and was not yet recognised as no longer a poor household.",
    ],
    [
      history("2020-12-14 near-poor", "2021-12-14 not-poor"), "programme",
      "Ngày 01/06/2024, hộ này không phải là hộ mới thoát nghèo: hộ không còn trong danh sách, nhưng không có hai lần công nhận liên tiếp theo cùng một chuẩn cho thấy hộ ra khỏi diện hộ nghèo.",
      "On 2024-06-01 this is not a newly escaped household: it is on no list any more, but no two recognitions in a row under one standard show it as a poor household and then not.",
    ],
    [
      [], "credit",
      "Ngày 01/06/2024, hộ này không phải là hộ mới thoát nghèo: trong các lần công nhận đã cung cấp, hộ chưa từng là hộ nghèo hoặc hộ cận nghèo.",
      "On 2024-06-01 this is not a newly escaped household: in the recognitions that were given it was never a poor or near-poor household.",
    ],
  ];

  it.each(rows)("says why not (%#)", (recognitions, definition, vi, en) => {
    expect(ask(recognitions, "2024-06-01", definition, "vi")[0]).toBe(vi);
    expect(ask(recognitions, "2024-06-01", definition, "en")[0]).toBe(en);
  });

  it("says where nothing was given", () => {
    expect(ask([], "2024-06-01", "credit", "vi")[1]).toBe("Đến ngày này không có lần công nhận nào được cung cấp.");
  });

  it("refuses another locale", () => {
    const result = newlyEscaped([], { on: "2024-06-01", definition: "credit" });
    expect(() => explainNewlyEscaped(result, { locale: "fr" as Locale })).toThrow('locale: expected "vi" or "en"; got text');
  });

  it("says the same of the JSON of an answer, and leaves no hole in a sentence", () => {
    fc.assert(
      fc.property(histories, days, fc.constantFrom<NewlyEscapedDefinitionId>("credit", "programme"), fc.constantFrom<Locale>("vi", "en"), (recognitions, on, definition, locale) => {
        const result = newlyEscaped(recognitions, { on, definition });
        const text = explainNewlyEscaped(result, { locale });
        expect(explainNewlyEscaped(JSON.parse(JSON.stringify(result)) as NewlyEscaped, { locale })).toBe(text);
        expect(text).not.toMatch(/undefined|null|NaN|: \.| {2}/);
        if (locale === "vi") expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
      }),
    );
  });
});
