import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Area } from "../../src/index.js";
import { areaNameMatches } from "../../src/forms.js";
import { refusal } from "../support/refusal.js";

const areas: readonly Area[] = [
  ["17", "Tỉnh Hòa Bình"], ["46", "Thành phố Huế"], ["66", "Đắk Lắk"], ["67", "Đắk Nông"], ["77", "Bà Rịa - Vũng Tàu"], ["79", "Thành phố Hồ Chí Minh"],
  ["447", "Huyện Kỳ Anh"], ["449", "Thị xã Kỳ Anh"], ["407", "Huyện Tĩnh Gia"], ["d1", "Đông Hòa"], ["d2", "Đồng Hòa"], ["p5", "Phường 5"], ["e1", "Ea H'leo"], ["dk", "Đặc khu Phú Quý"],
].map(([code = "", name = ""]) => ({ code, name, level: "unit" }));

const found = (name: string): readonly string[] => areaNameMatches([name], areas)[0]?.codes ?? [];

describe("areaNameMatches", () => {
  it.each<readonly [why: string, name: string, codes: readonly string[]]>([
    ["The tone mark on the second vowel.", "Hoà Bình", ["17"]],
    ["The tone mark on the first.", "Hòa Bình", ["17"]],
    ["Taken apart by Unicode.", "Hòa Bình".normalize("NFD"), ["17"]],
    ["Without any mark.", "Hoa Binh", ["17"]],
    ["ă for ắ.", "Đăk Lăk", ["66"]],
    ["As it is.", "Đắk Lắk", ["66"]],
    ["đ is no d with a mark, so taking marks off leaves it.", "Dak Nong", ["67"]],
    ["Capitals.", "TỈNH ĐẮK NÔNG", ["67"]],
    ["TP without a point.", "TP Hồ Chí Minh", ["79"]],
    ["TP with a point.", "TP. Hồ Chí Minh", ["79"]],
    ["TP with a point and no space.", "Tp.Hồ Chí Minh", ["79"]],
    ["Without the word.", "Hồ Chí Minh", ["79"]],
    ["The word without marks.", "thanh pho ho chi minh", ["79"]],
    ["Spaces of any kind.", "  Hồ  Chí\u00a0Minh ", ["79"]],
    ["A long hyphen.", "Bà Rịa – Vũng Tàu", ["77"]],
    ["No hyphen.", "Bà Rịa Vũng Tàu", ["77"]],
    ["A curly apostrophe.", "Ea H’leo", ["e1"]],
    ["A zero before a number.", "P.05", ["p5"]],
    ["A special zone.", "Phú Quý", ["dk"]],
    ["The part Tĩnh of a name is no province.", "Tinh Gia", ["407"]],
    ["Two areas share the name.", "Kỳ Anh", ["447", "449"]],
    ["The words before tell them apart.", "TX. Kỳ Anh", ["449"]],
    ["Other words: another area.", "Phường Kỳ Anh", []],
    ["The same with its marks goes before the same without.", "Đồng Hoà", ["d2"]],
    ["Without marks both are likely.", "Dong Hoa", ["d1", "d2"]],
    ["A name that changed is not found.", "Thừa Thiên Huế", []],
    ["Nothing.", "", []],
  ])("%s", (_why, name, codes) => {
    expect(found(name)).toEqual(codes);
  });

  it("reports every name in its order and drops none", () => {
    const names = ["Hoà Bình", "Hòa Bình", "Kỳ Anh", "Thừa Thiên Huế"];
    expect(areaNameMatches(names, areas)).toEqual([
      { name: "Hoà Bình", match: "matched", codes: ["17"] },
      { name: "Hòa Bình", match: "matched", codes: ["17"] },
      { name: "Kỳ Anh", match: "ambiguous", codes: ["447", "449"] },
      { name: "Thừa Thiên Huế", match: "unmatched", codes: [] },
    ]);
  });

  it("finds every area by its own name, in either form of Unicode, in capitals", () => {
    fc.assert(
      fc.property(fc.constantFrom(...areas), fc.constantFrom("NFC", "NFD"), fc.boolean(), ({ code, name }, form, isUpper) => {
        expect(found((isUpper ? name.toUpperCase() : name).normalize(form))).toEqual([code]);
      }),
    );
  });

  it.each<readonly [why: string, names: unknown, given: unknown, path: string]>([
    ["A name that is no text.", ["Huế", 46], areas, "names[1]"],
    ["An area without a name.", [], [{ code: "46" }], "areas[0].name"],
    ["An area that is none.", [], [null], "areas[0].code"],
    ["No list.", "Huế", areas, "names"],
  ])("refuses: %s", (_why, names, given, path) => {
    expect(refusal(() => areaNameMatches(names as readonly string[], given as readonly Area[]))).toMatchObject({ code: "chuan-ngheo/invalid-input", path });
  });
});
