import * as z from "zod";
import type { Fact, FactName, FactValue } from "../law/facts.js";
import { surveyQuestions } from "../law/survey-questions.js";
import { labelled } from "./labelled.js";
import { amountSchema, maybe, partialDaySchema, type Maybe, type Same } from "./leaf-schemas.js";
import { refused } from "./refused.js";

/** A schema for each fact of a part of the catalogue; each may be missing. */
export type FactsShape<Facts> = { readonly [Name in keyof Facts]: Maybe<FactValue<Facts[Name]>> };

/**
 * A schema for each fact of a part of the catalogue.
 *
 * @param facts - The facts of a household or those of a member.
 */
export function factsShape<Facts extends Readonly<Record<string, Fact>>>(facts: Facts): FactsShape<Facts> {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, factSchema(name as FactName, fact)])) as unknown as FactsShape<Facts>;
}

function factSchema(name: FactName, fact: Fact): Maybe<boolean | number | string> {
  const { label } = fact;
  const question = surveyQuestions[name];
  const title = fact.type === "number" ? { ...label, en: `${label.en} (${fact.unit})` } : label;
  const values = fact.type === "enum" ? [Object.entries(fact.values).map(([word, { vi }]) => `${word}: ${vi}`).join("; ") + "."] : [];
  return labelled(maybe<boolean | number | string>(valueSchema(fact)), title, question.en, question.vi, ...values);
}

function valueSchema(fact: Fact): Same<boolean> | Same<number | string> | Same<string> {
  if (fact.type === "boolean") return z.boolean(refused("expected true or false"));
  if (fact.type === "number") return amountSchema();
  if (fact.type === "birth") return partialDaySchema();
  const words = Object.keys(fact.values);
  return z.enum(words, refused(`expected one of ${words.join(", ")}`));
}
