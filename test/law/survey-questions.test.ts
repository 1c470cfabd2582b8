import { describe, expect, it } from "vitest";
import { householdFactNames, memberFactNames } from "../../src/law/expression.js";
import { surveyQuestions } from "../../src/law/survey-questions.js";

describe("the questions of a survey", () => {
  it("are one for each fact, in the order of the catalogue", () => {
    expect(Object.keys(surveyQuestions)).toEqual([...householdFactNames, ...memberFactNames]);
  });

  it.each(Object.entries(surveyQuestions))("%s is asked in both languages", (_name, { vi, en }) => {
    for (const question of [vi, en]) {
      expect(question).toMatch(/^\p{Lu}.*[^\s?]\?$/u);
      expect(question).toBe(question.normalize("NFC"));
    }
    expect(vi).not.toBe(en);
  });

  it("are all different", () => {
    for (const locale of ["vi", "en"] as const)
      expect(new Set(Object.values(surveyQuestions).map((question) => question[locale])).size).toBe(Object.keys(surveyQuestions).length);
  });
});
