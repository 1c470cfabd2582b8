import { describe, expect, it } from "vitest";
import { factByName, householdFacts, memberFacts, type Fact, type FactName } from "../../src/law/facts.js";

/** Name, type and words of each fact, in the order of the catalogue; typed by hand. */
const household: readonly (readonly [name: string, kind: string])[] = [
  ["floorAreaM2", "number of m²"],
  ["wallDurable", "boolean"],
  ["pillarDurable", "boolean"],
  ["roofDurable", "boolean"],
  ["houseGrade", "solid, semi-solid, semi-temporary, temporary"],
  ["waterSource", "tap, drilled-well, protected-dug-well, protected-spring, rainwater, bottled, unprotected-well, unprotected-spring, surface-water, other"],
  ["toiletType", "septic, semi-septic, pour-flush, improved-ventilated-pit, double-vault, pit-with-slab, open-pit, none, other"],
  ["hasTelevision", "boolean"],
  ["hasRadio", "boolean"],
  ["hasDesktopComputer", "boolean"],
  ["hasTelephone", "boolean"],
  ["hasLaptop", "boolean"],
  ["hasTablet", "boolean"],
  ["hasSmartphone", "boolean"],
  ["hearsLoudspeaker", "boolean"],
];
const member: readonly (readonly [name: string, kind: string])[] = [
  ["bornOn", "birth"],
  ["jobless", "boolean"],
  ["wageWorkWithoutContract", "boolean"],
  ["monthlySocialAllowance", "none, elderly, disabled, other"],
  ["stunted", "boolean"],
  ["underweight", "boolean"],
  ["hasHealthInsurance", "boolean"],
  ["attending", "none, preschool, primary, lower-secondary, upper-secondary, vocational, higher"],
  ["completed", "none, primary, lower-secondary, upper-secondary, vocational, higher"],
  ["certifiedOnTheJobTraining", "boolean"],
  ["usesInternet", "boolean"],
  ["usesPhoneSubscription", "boolean"],
  ["wentWithoutCare", "boolean"],
];

const kindOf = (fact: Fact): string => (fact.type === "enum" ? Object.keys(fact.values).join(", ") : fact.type === "number" ? `number of ${fact.unit}` : fact.type);
const everyFact: readonly (readonly [string, Fact])[] = [...Object.entries<Fact>(householdFacts), ...Object.entries<Fact>(memberFacts)];

describe("the catalogue", () => {
  it("lists every fact of a household", () => {
    expect(Object.entries<Fact>(householdFacts).map(([name, fact]) => [name, kindOf(fact)])).toEqual(household);
  });

  it("lists every fact of a member", () => {
    expect(Object.entries<Fact>(memberFacts).map(([name, fact]) => [name, kindOf(fact)])).toEqual(member);
  });

  it.each(everyFact)("%s has a label and names of its words, in both languages", (_name, fact) => {
    const texts = [fact.label, ...(fact.type === "enum" ? Object.values(fact.values) : [])];
    for (const { vi, en } of texts) {
      expect(vi).toMatch(/\S/);
      expect(en).toMatch(/\S/);
      expect(vi).toBe(vi.normalize("NFC"));
    }
  });

  // A swapped name would let an enumerator record another fact than the one that decides.
  const words: readonly (readonly [name: FactName, vi: readonly string[]])[] = [
    ["houseGrade", ["kiên cố", "bán kiên cố", "thiếu kiên cố", "đơn sơ"]],
    [
      "waterSource",
      [
        "nước máy", "giếng khoan", "giếng đào được bảo vệ", "nước khe, mó được bảo vệ", "nước mưa", "nước đóng chai, bình",
        "giếng đào không được bảo vệ", "nước khe, mó không được bảo vệ", "nước sông, hồ, ao", "nguồn khác",
      ],
    ],
    [
      "toiletType",
      ["tự hoại", "bán tự hoại", "thấm dội nước", "cải tiến có ống thông hơi", "hai ngăn", "hố có bệ", "hố không có bệ", "không có nhà tiêu", "loại khác"],
    ],
    ["monthlySocialAllowance", ["không hưởng", "người cao tuổi", "người khuyết tật", "diện khác"]],
    ["attending", ["không đi học", "mầm non", "tiểu học", "trung học cơ sở", "trung học phổ thông", "giáo dục nghề nghiệp", "đại học trở lên"]],
    ["completed", ["chưa xong cấp nào", "tiểu học", "trung học cơ sở", "trung học phổ thông", "giáo dục nghề nghiệp", "đại học trở lên"]],
  ];
  it.each(words)("names every word of %s in Vietnamese", (name, vi) => {
    const fact = factByName(name);
    expect(fact.type === "enum" ? Object.values(fact.values).map((text) => text.vi) : []).toEqual(vi);
  });

  it("names every list of words above", () => {
    expect(words.map(([name]) => name)).toEqual(everyFact.filter(([, fact]) => fact.type === "enum").map(([name]) => name));
  });

  it("has names and labels that cannot be confused, in snake_case too", () => {
    const names = everyFact.map(([name]) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
    expect(new Set(names).size).toBe(everyFact.length);
    for (const locale of ["vi", "en"] as const) {
      expect(new Set(everyFact.map(([, { label }]) => label[locale])).size).toBe(everyFact.length);
      for (const [, fact] of everyFact) if (fact.type === "enum") expect(new Set(Object.values(fact.values).map((text) => text[locale])).size).toBe(Object.keys(fact.values).length);
    }
  });

  it("gives a fact by its name, whichever level it has", () => {
    for (const [name, fact] of everyFact) expect(factByName(name as FactName)).toBe(fact);
  });
});
