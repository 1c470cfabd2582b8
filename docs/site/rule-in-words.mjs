import { html } from "./html.mjs";
import { writtenDay } from "./words.mjs";

const phrases = {
  vi: {
    compare: { "<": "dưới", "<=": "không quá", ">": "trên", ">=": "ít nhất" },
    age: (is, years) => ({ "<": `dưới ${years} tuổi`, "<=": `không quá ${years} tuổi, tính cả ${years} tuổi`, ">": `trên ${years} tuổi`, ">=": `từ đủ ${years} tuổi` })[is],
    born: (day) => `sinh từ ngày ${day}`,
    not: "không đúng rằng",
    all: "tất cả các điều sau",
    any: "ít nhất một trong các điều sau",
    none: "không điều nào sau đây",
    atLeast: (count) => `ít nhất ${count} trong các điều sau`,
    is: "là",
    isNot: "không là",
    or: " hoặc ",
    someMember: "có thành viên mà",
    noMember: "không có thành viên nào mà",
    share: (is, [numerator, denominator]) => `số thành viên sau đây chiếm ${phrases.vi.compare[is]} ${numerator}/${denominator} số thành viên của hộ`,
    perMember: "chia cho số người của hộ",
  },
  en: {
    compare: { "<": "less than", "<=": "at most", ">": "more than", ">=": "at least" },
    age: (is, years) => ({ "<": `under ${years} years of age`, "<=": `at most ${years} years of age, ${years} included`, ">": `over ${years} years of age`, ">=": `aged ${years} or over` })[is],
    born: (day) => `born on ${day} or later`,
    not: "it is not so that",
    all: "all of these",
    any: "at least one of these",
    none: "none of these",
    atLeast: (count) => `at least ${count} of these`,
    is: "is",
    isNot: "is not",
    or: " or ",
    someMember: "there is a member for whom",
    noMember: "there is no member for whom",
    share: (is, [numerator, denominator]) => `the members described here are ${phrases.en.compare[is]} ${numerator}/${denominator} of the household`,
    perMember: "divided by the persons of the household",
  },
};

/**
 * The rule of an indicator in words, drawn from its expression, so that it cannot say another thing than what decides.
 *
 * @param expression - The `deprivedWhen` of an indicator.
 * @param facts - Every fact of the catalogue by its name.
 * @param locale - `vi` or `en`.
 * @returns Markup: a phrase, with a list for what is joined.
 */
export function ruleInWords(expression, facts, locale) {
  const say = phrases[locale];
  const inner = (part) => ruleInWords(part, facts, locale);
  const list = (head, parts) => html`${head}:<ul>${parts.map((part) => html`<li>${inner(part)}</li>`)}</ul>`;
  const name = (key) => `“${facts[key].label[locale]}”`;
  const oneOf = ({ fact, oneOf: values }, verb) => `${name(fact)} ${verb} ${values.map((value) => `“${facts[fact].values[value][locale]}”`).join(say.or)}`;

  if ("not" in expression) {
    const part = expression.not;
    if ("any" in part) return list(say.none, part.any);
    if ("oneOf" in part) return html`${oneOf(part, say.isNot)}`;
    return html`${say.not} ${inner(part)}`;
  }
  if ("all" in expression) return list(say.all, expression.all);
  if ("any" in expression) return list(say.any, expression.any);
  if ("of" in expression) return list(say.atLeast(expression.atLeast), expression.of);
  if ("someMember" in expression) return html`${say.someMember} ${inner(expression.someMember)}`;
  if ("noMember" in expression) return html`${say.noMember} ${inner(expression.noMember)}`;
  if ("shareOfMembers" in expression) return list(say.share(expression.is, expression.share), [expression.shareOfMembers]);
  if ("age" in expression) return html`${say.age(expression.age, expression.years)}`;
  if ("bornOnOrAfter" in expression) return html`${say.born(writtenDay(expression.bornOnOrAfter, locale))}`;
  if ("oneOf" in expression) return html`${oneOf(expression, say.is)}`;
  if ("perMember" in expression) return html`${name(expression.perMember)} ${say.perMember}: ${bound(expression, expression.perMember)}`;
  if ("value" in expression) return html`${name(expression.fact)}: ${bound(expression, expression.fact)}`;
  if ("fact" in expression) return html`${name(expression.fact)}`;
  throw new Error("expected an expression of the language");

  function bound({ is, value }, key) {
    return `${say.compare[is]} ${String(value).replace(".", locale === "vi" ? "," : ".")} ${facts[key].unit}`;
  }
}
