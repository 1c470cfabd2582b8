import * as z from "zod";
import { isPovertyStandardError } from "../core/errors.js";
import { checkExpression, type Expression } from "../law/expression.js";
import { householdFacts, memberFacts, type Fact } from "../law/facts.js";
import { daySchema, type Same } from "./leaf-schemas.js";
import { pathKeys } from "./path-keys.js";

type Facts = Readonly<Record<string, Fact>>;

/** When a household is deprived, as data. What is wrong is said by `checkExpression`; the options are there for JSON Schema. */
export function expressionSchema(): Same<Expression> {
  const member: z.ZodType = z
    .lazy(() => z.union([...optionsOf(memberFacts, member), z.strictObject({ age: comparison, years: z.int().min(0) }), z.strictObject({ bornOnOrAfter: daySchema() })]))
    .meta({ id: "chuanNgheoMemberExpression", title: "Expression over the facts of one member" });
  const comparison = z.enum(["<", "<=", ">", ">="]);
  const numbers = z.enum(namesOf(householdFacts, "number"));
  const household: z.ZodType = z
    .lazy(() =>
      z.union([
        ...optionsOf(householdFacts, household),
        z.strictObject({ fact: numbers, is: comparison, value: z.number() }),
        z.strictObject({ perMember: numbers, is: comparison, value: z.number() }),
        z.strictObject({ someMember: member }),
        z.strictObject({ noMember: member }),
        z.strictObject({ shareOfMembers: member, is: comparison, share: z.tuple([z.int().min(0), z.int().min(1)]) }),
      ]),
    )
    .meta({ id: "chuanNgheoHouseholdExpression", title: "Expression over the facts of a household" });
  return z.preprocess(refuseMalformed, household) as unknown as Same<Expression>;
}

function namesOf(facts: Facts, type: Fact["type"]): string[] {
  return Object.entries(facts).flatMap(([name, fact]) => (fact.type === type ? [name] : []));
}

/** The forms that an expression can have at both levels. */
function optionsOf(facts: Facts, self: z.ZodType): z.ZodType[] {
  const enumerated = Object.entries(facts).flatMap(([name, fact]) => (fact.type === "enum" ? [{ name, words: Object.keys(fact.values) }] : []));
  const several = z.array(self).min(1);
  return [
    z.strictObject({ fact: z.enum(namesOf(facts, "boolean")) }),
    ...enumerated.map(({ name, words }) => z.strictObject({ fact: z.literal(name), oneOf: z.array(z.enum(words)).min(1) })),
    z.strictObject({ all: several }),
    z.strictObject({ any: several }),
    z.strictObject({ not: self }),
    z.strictObject({ atLeast: z.int().min(1), of: several }),
  ];
}

function refuseMalformed(expression: unknown, context: z.core.$RefinementCtx): unknown {
  try {
    checkExpression(expression, "");
  } catch (error) {
    if (!isPovertyStandardError(error)) throw error;
    const { path, message } = error;
    context.addIssue({ code: "custom", path: pathKeys(path ?? ""), message: path === null ? message : message.slice(path.length + 2) });
  }
  return expression;
}
