/** The longest condition that stays on one line. */
const LONGEST_LINE = 110;

/**
 * Every line of a text, moved to the right.
 *
 * @param text - Any SQL; no literal or name in it holds a line break.
 * @param spaces - How far.
 */
export function indented(text: string, spaces = 2): string {
  return text.replaceAll("\n", `\n${" ".repeat(spaces)}`);
}

/**
 * Conditions joined by `AND` or `OR`, in parentheses where there are several.
 *
 * @param parts - At least one.
 * @param word - What stands between them.
 */
export function joined(parts: readonly string[], word: "AND" | "OR"): string {
  const [only = "TRUE"] = parts;
  if (parts.length < 2) return only;
  const line = `(${parts.join(` ${word} `)})`;
  if (line.length <= LONGEST_LINE && !line.includes("\n")) return line;
  return `(\n  ${parts.map((part) => indented(part)).join(`\n  ${word} `)}\n)`;
}

/**
 * The opposite of a condition; unknown stays unknown.
 *
 * @param condition - A condition.
 */
export function negated(condition: string): string {
  // Twice turned round is as before.
  if (/^NOT \w+$/.test(condition)) return condition.slice(4);
  return /^\w+$/.test(condition) || (condition.startsWith("CASE") && condition.endsWith("END")) || isEnclosed(condition) ? `NOT ${condition}` : `NOT (${condition})`;
}

/** Whether one pair of parentheses holds all of a condition. */
function isEnclosed(condition: string): boolean {
  let depth = 0;
  for (let index = 0; index < condition.length; index++) {
    if (condition[index] === "(") depth++;
    else if (condition[index] === ")") depth--;
    if (depth === 0) return index > 0 && index === condition.length - 1;
  }
  return false;
}

/**
 * `CASE`, one branch a line; without an `ELSE` what no branch meets is null.
 *
 * @param branches - Pairs of `WHEN` and `THEN`.
 * @param otherwise - What stands behind `ELSE`; `null` for none.
 */
export function caseWhen(branches: readonly (readonly [when: string, then: string])[], otherwise: string | null = null): string {
  const lines = [...branches.map(([when, then]) => `WHEN ${when} THEN ${then}`), ...(otherwise === null ? [] : [`ELSE ${otherwise}`])];
  const line = `CASE ${lines.join(" ")} END`;
  if (line.length <= LONGEST_LINE && !line.includes("\n")) return line;
  return `CASE\n  ${lines.map((each) => indented(each)).join("\n  ")}\nEND`;
}

/** One column of a `SELECT`, or only a comment before the next one. */
export interface SelectItem {
  /** A comment above it. */
  readonly comment?: string | undefined;
  /** The expression. */
  readonly sql: string;
  /** Its name. */
  readonly as: string;
}

/**
 * A `SELECT` with a column a line.
 *
 * @param items - The columns.
 * @param from - What follows them.
 */
export function select(items: readonly SelectItem[], from: string): string {
  const lines = items.map(({ comment, sql, as }) => {
    const column = sql === as ? as : sql.endsWith(`.${as}`) || sql.endsWith(".*") ? sql : `${sql} AS ${as}`;
    return `${comment === undefined ? "" : `${comment}\n`}${column}`;
  });
  return `SELECT\n  ${lines.map((line) => indented(line)).join(",\n  ")}\n${from}`;
}

/** A named part of a query. */
export interface QueryPart {
  /** Its name. */
  readonly name: string;
  /** What it is, as a comment. */
  readonly comment: string;
  /** Its `SELECT`. */
  readonly sql: string;
}

/**
 * A query made of named parts and a last `SELECT`.
 *
 * @param title - What the query is, as a comment.
 * @param parts - The parts, each of which reads only those before it.
 * @param last - The `SELECT` that gives the result.
 */
export function query(title: string, parts: readonly QueryPart[], last: string): string {
  return `${title}\nWITH\n${parts.map(({ name, comment, sql }) => `${comment}\n${name} AS (\n  ${indented(sql)}\n)`).join(",\n")}\n${last}`;
}
