import type { LocalizedText } from "../../core/text.js";
import { sentence, type Phrases } from "../audit-text.js";

/**
 * Why something of a form is in no claim.
 *
 * Of a cell, which is then as good as blank:
 * - `ambiguous`: it can be two numbers; `unreadable`: it is none.
 * - `not-whole`: a count with decimals; `other-unit`: persons in a column of households, a percentage among counts.
 * - `approximate`: "about", "2.3 million"; `too-large`: a count of 2⁵³ or more, a percentage of more than 15 digits.
 * - `at-least`: `≥ 12` is a bound, and proves nothing about sums and shares.
 * - `impossible-rate`: a percentage without a count beside it that no count out of the whole has. It is no claim that
 *   `auditClaims` could check, since its part is not printed.
 *
 * Of a line, all of which is then left out:
 * - `no-area`: numbers of no area; `repeated-area`: an area that has another line for the same.
 * - `no-measure`: a line of form 2 or 3 that says neither households nor persons.
 *
 * Of the form:
 * - `unknown-column`: a heading that is none of the form's.
 * - `sum-rows-unknown`: which lines are sums of which is not known, so nothing is added up.
 * - `shares-without-counts`: percentages whose counts stand on another form or nowhere.
 */
export type FormProblemCode =
  | "ambiguous" | "unreadable" | "not-whole" | "other-unit" | "approximate" | "too-large" | "at-least" | "impossible-rate"
  | "no-area" | "repeated-area" | "no-measure"
  | "unknown-column" | "sum-rows-unknown" | "shares-without-counts";

/** Something of a form that is in no claim, as a sentence that can be shown to who filled it in. */
export interface FormProblem extends LocalizedText {
  /** What it is about. */
  readonly code: FormProblemCode;
  /** Place in `rows` or `lines`, from 0; `null` where the whole form is meant. */
  readonly row: number | null;
  /** Place in `cells` or in the line, from 0; `null` where the whole line is meant. */
  readonly column: number | null;
}

type Reason = (say: Phrases, amount: number) => string;
interface Reasons {
  readonly vi: Reason;
  readonly en: Reason;
}
const fixed = (vi: string, en: string): Reasons => ({ vi: () => vi, en: () => en });

const reasons: Readonly<Record<FormProblemCode, Reasons>> = {
  ambiguous: fixed("có thể đọc thành hai số, nên không đọc", "it can be two numbers, so it was not read"),
  unreadable: fixed("không phải là một số", "it is not one number"),
  "not-whole": fixed("số đếm mà có phần thập phân", "a count with decimals"),
  "other-unit": fixed("đơn vị khác với đơn vị của cột", "another unit than that of its column"),
  approximate: fixed("số gần đúng, không kiểm tra được", "an approximate number, which cannot be checked"),
  "too-large": fixed("số có quá nhiều chữ số", "a number of too many digits"),
  "at-least": fixed("số ít nhất (≥), không kiểm tra được tổng và tỷ lệ", "the least that it can be (≥): no sum or share can be checked"),
  "impossible-rate": {
    vi: ({ count }, whole) => `không có số nào trên ${count(whole)} cho tỷ lệ này: tỷ lệ hoặc tổng sai`,
    en: ({ count }, whole) => `no count out of ${count(whole)} has this percentage: it or the total is wrong`,
  },
  "no-area": fixed("có số liệu mà không có mã và tên khu vực; bỏ qua dòng này", "numbers without code and name of an area; the line is left out"),
  "repeated-area": fixed("khu vực này có nhiều dòng như nhau; bỏ qua các dòng đó", "the area has several such lines; they are left out"),
  "no-measure": fixed("không rõ dòng này đếm hộ hay nhân khẩu; bỏ qua dòng này", "whether it counts households or persons is not told; the line is left out"),
  "unknown-column": fixed("tiêu đề không thuộc biểu này; bỏ qua cột này", "its heading is none of this form; the column is left out"),
  "sum-rows-unknown": fixed("Không rõ dòng nào là tổng của những dòng nào, nên không kiểm tra phép cộng các khu vực.", "Which lines are sums of which is not known, so areas were not added up."),
  "shares-without-counts": {
    vi: ({ count }, shares) => `Có ${count(shares)} tỷ lệ không có số đếm bên cạnh, nên không đối chiếu được với số đếm.`,
    en: ({ count }, shares) => `${count(shares)} ${shares === 1 ? "percentage has" : "percentages have"} no count beside, and could not be compared with one.`,
  },
};

/**
 * A problem in its words; lines and columns are counted from 1 there.
 *
 * @param code - What it is about.
 * @param row - Place of the line, or `null`.
 * @param column - Place of the cell, or `null`.
 * @param amount - The whole of an impossible rate, or how many shares have no count.
 */
export function formProblem(code: FormProblemCode, row: number | null, column: number | null, amount = 0): FormProblem {
  const { vi, en } = reasons[code];
  const at = (line: string, cell: string): string => (row === null ? "" : `${line} ${row + 1}${column === null ? "" : `, ${cell} ${column + 1}`}: `);
  const end = row === null ? "" : ".";
  return {
    code, row, column,
    ...sentence((say) => at("Dòng", "ô") + vi(say, amount) + end, (say) => at("Line", "cell") + en(say, amount) + end),
  };
}
