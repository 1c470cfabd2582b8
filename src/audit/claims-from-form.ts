import { checkedRecord, unexpected } from "../core/checked-record.js";
import { balanceSigns, formClaimColumns, personsSuffix, type PrintedFormNumber } from "./forms/form-columns.js";
import { formProblem, type FormProblem } from "./forms/form-problem.js";
import { formRows, requireFormNumber, type FormTableRow } from "./forms/form-rows.js";
import type { AreaParts, PrintedForm, PrintedRow } from "./forms/printed-row.js";
import { sheetRows } from "./forms/sheet-rows.js";
import type { Claims, PrintedBalance, PrintedShare, PrintedSum } from "./claims.js";
import { checkedRate } from "./printed-rate.js";
import { partsFromParents } from "./parts-from-parents.js";
import { partsOf } from "./rounding.js";

/** An official table as data, for example from `officialForm`. */
export interface FormTable {
  /** Its number. */
  readonly number: PrintedFormNumber;
  /** Its lines, every area before its parts. */
  readonly rows: readonly FormTableRow[];
}

/** An official table as a sheet: the cells of a CSV file, whoever wrote it. */
export interface FormSheet {
  /** The number of the form. */
  readonly number: PrintedFormNumber;
  /** Its lines as text, headings among them: columns are known by their numbers (`3`, `4 = 3/1`) or titles. */
  readonly lines: readonly (readonly string[])[];
}

/** What a form does not say itself. */
export interface ClaimsFromFormOptions {
  /** Carried into the claims. */
  readonly id?: string | number | null | undefined;
  /** The area of the whole table, carried into the claims. */
  readonly area?: string | null | undefined;
  /** Carried into the claims. */
  readonly level?: string | null | undefined;
  /** Which year or day it is about, carried into the claims. */
  readonly period?: string | null | undefined;
  /** Carried into the claims. */
  readonly source?: string | null | undefined;
  /**
   * The area that each one is part of, by code (by name where the table has no codes), for example
   * `areaTree(areas).parents`; goes before what the table says. An empty map: nothing is added up.
   */
  readonly parents?: ReadonlyMap<string, string | null> | null | undefined;
  /** Of form 5 or 7, the form with the counts: form 4 or 6. */
  readonly counts?: FormTable | FormSheet | null | undefined;
}

/** A form as claims. */
export interface FormClaims {
  /** What the form prints and how its numbers hang together. */
  readonly claims: Claims;
  /** What is in no claim, and why; none where everything is. */
  readonly problems: readonly FormProblem[];
}

const tableKeys: ReadonlySet<string> = /* @__PURE__ */ new Set(["number", "rows", "lines", "title", "citation", "columns", "notes", "warnings"]);
const optionKeys: ReadonlySet<keyof ClaimsFromFormOptions> = /* @__PURE__ */ new Set<keyof ClaimsFromFormOptions>(["id", "area", "level", "period", "source", "parents", "counts"]);

/**
 * One of the official forms 1 to 7 as claims, which `auditClaims` checks.
 *
 * Counts are named after the area and the column: `31: poor`, `31: poor_people`, `31: households`. The same number has
 * the same name on every form (column 2 of form 2 and column 5 of form 3 are `31: poor_to_near`), so that `auditTables`
 * can compare them. Claimed are, where the numbers are there:
 *
 * - the percentages of form 1, and those of forms 5 and 7 where `counts` is given; alone, they are only looked at
 *   whether any count fits;
 * - the balances of forms 2 and 3: 9 = 1 − 2 − 3 − 4 + 5 + 6 + 7 + 8; where a column is blank or the form itself says
 *   that it is open, a remainder is a note;
 * - that areas add up to the area they are part of, in every column of counts, as in a table that is added up from its
 *   parts. A sheet marks its sum rows; with more than one of them `parents` must say which area is part of which.
 *
 * A blank cell is not known and never 0, so no sum is claimed with it. What cannot be read is never guessed: it is left
 * out, and told in `problems`.
 *
 * @param table - The form as data, or the lines of a sheet.
 * @param options - What the form does not say.
 * @throws {@link PovertyStandardError} `law-not-held` for forms whose columns are not known; `invalid-input` with the
 *   path of what is no such table, for example headings of another form.
 * @source Circular 07/2021/TT-BLĐTBXH, forms 1 to 7, as provinces fill them.
 *
 * @example
 * Two communes as a spreadsheet has them; a digit of one rate was mistyped (2,75%).
 * ```ts
 * const { claims, problems } = claimsFromForm({
 *   number: 1,
 *   lines: [
 *     ["Mã", "Khu vực, đơn vị", "Dòng cộng", "1", "3", "4 = 3/1"],
 *     ["31", "Huyện", "x", "4.000", "100", "2,50%"],
 *     ["311", "Xã A", "", "2.400", "66", "2,57%"],
 *     ["312", "Xã B", "", "1.600", "34", "2,13%"],
 *   ],
 * });
 * problems; // => []
 * auditClaims(claims).findings[0]?.en; // => "311: poor (66) is 2.75% of 311: households (2,400), not 2.57% as printed."
 * ```
 */
export function claimsFromForm(table: FormTable | FormSheet, options: ClaimsFromFormOptions = {}): FormClaims {
  const { parents, counts, ...carried } = checkedRecord(options, optionKeys, "option of claimsFromForm") as ClaimsFromFormOptions;
  const { number, form } = readForm(table);
  const claimed = new ClaimedForm(number, form);
  if (counts !== null && counts !== undefined) claimed.addCounts(countsBeside(number, counts));
  claimed.addShares();
  claimed.addBalances();
  claimed.addSums(partsOfAreas(parents, form.parts));
  const told = parents === null || parents === undefined ? form.problems : form.problems.filter(({ code }) => code !== "sum-rows-unknown");
  return { claims: { ...carried, ...claimed.claims() }, problems: [...told, ...claimed.problems] };
}

function readForm(table: unknown): { readonly number: PrintedFormNumber; readonly form: PrintedForm } {
  const { number, rows, lines } = checkedRecord(table, tableKeys, "key of an official table");
  requireFormNumber(number);
  const known = number as PrintedFormNumber;
  if ((rows === undefined) === (lines === undefined)) throw unexpected("rows", "expected either rows, of a form as data, or lines, of a sheet", rows);
  const form = rows === undefined ? sheetRows(lines as FormSheet["lines"], known) : formRows(rows as FormTable["rows"], formClaimColumns[known]);
  return { number: known, form };
}

const countsOf: Readonly<Partial<Record<PrintedFormNumber, PrintedFormNumber>>> = { 5: 4, 7: 6 };

/** The counts of another form, by their names. */
function countsBeside(number: PrintedFormNumber, counts: FormTable | FormSheet): ReadonlyMap<string, number> {
  const wanted = countsOf[number];
  if (wanted === undefined) throw unexpected("counts", "expected no other form with counts, since only forms 5 and 7 have none of their own", counts);
  const beside = readForm(counts);
  if (beside.number !== wanted) throw unexpected("counts.number", `expected form ${wanted}, which has the counts of form ${number}`, beside.number);
  return new ClaimedForm(wanted, beside.form).values;
}

function partsOfAreas(parents: ClaimsFromFormOptions["parents"], told: AreaParts | null): AreaParts {
  if (parents === null || parents === undefined) return told ?? new Map();
  return partsFromParents(parents);
}

/** The claims of a form, one kind after the other. */
class ClaimedForm {
  readonly values = new Map<string, number>();
  readonly problems: FormProblem[] = [];
  readonly #number: PrintedFormNumber;
  readonly #columns: PrintedForm["columns"];
  readonly #rows: readonly (PrintedRow & { readonly area: string })[];
  readonly #shares: PrintedShare[] = [];
  readonly #sums: PrintedSum[] = [];
  readonly #balances: PrintedBalance[] = [];

  constructor(number: PrintedFormNumber, { rows, columns }: PrintedForm) {
    this.#number = number;
    this.#columns = columns;
    this.#rows = this.#onlyOnce(rows);
    for (const row of this.#rows) {
      formClaimColumns[number].forEach(({ holds }, index) => {
        const cell = row.cells[index];
        if ("name" in holds && typeof cell === "number") this.values.set(countName(row, holds.name), cell);
      });
    }
  }

  /** Of two lines for the same neither is known to be the right one. */
  #onlyOnce(rows: readonly PrintedRow[]): readonly (PrintedRow & { readonly area: string })[] {
    const lines = new Map<string, number>();
    const key = ({ area, measure }: PrintedRow): string => JSON.stringify([area, measure]);
    for (const row of rows) lines.set(key(row), (lines.get(key(row)) ?? 0) + 1);
    return rows.filter((row): row is PrintedRow & { readonly area: string } => {
      if (row.area === null) return false;
      const isRepeated = (lines.get(key(row)) ?? 0) > 1;
      if (isRepeated) this.problems.push(formProblem("repeated-area", row.place, null));
      return !isRepeated;
    });
  }

  /** Takes the counts of shares from another form; those that no share needs are left there. */
  addCounts(counts: ReadonlyMap<string, number>): void {
    for (const row of this.#rows) {
      formClaimColumns[this.#number].forEach(({ holds }, index) => {
        if (!("part" in holds) || typeof row.cells[index] !== "string") return;
        const name = countName(row, holds.part);
        const count = counts.get(name);
        if (count !== undefined) this.values.set(name, count);
      });
    }
  }

  addShares(): void {
    let withoutCount = 0;
    for (const row of this.#rows) {
      formClaimColumns[this.#number].forEach(({ holds }, index) => {
        const printed = row.cells[index];
        if (!("part" in holds) || typeof printed !== "string") return;
        const part = countName(row, holds.part);
        const whole = countName(row, holds.whole);
        if (this.values.has(part)) this.#shares.push({ part, whole, printed });
        else {
          withoutCount++;
          this.#lookAtLoneRate(row.place, index, printed, this.values.get(whole));
        }
      });
    }
    if (withoutCount > 0) this.problems.push(formProblem("shares-without-counts", null, null, withoutCount));
  }

  /** No claim has a part without a value, but that no count fits can be seen. */
  #lookAtLoneRate(place: number, index: number, printed: string, whole: number | undefined): void {
    if (whole === undefined || whole === 0) return;
    const { low, high } = partsOf({ low: whole, high: whole }, checkedRate(printed, "printed"));
    if (low > high) this.problems.push(formProblem("impossible-rate", place, this.#columns[index] ?? null, whole));
  }

  addBalances(): void {
    if (this.#number !== 2 && this.#number !== 3) return;
    const names = formClaimColumns[this.#number].flatMap(({ holds }) => ("name" in holds ? [holds.name] : []));
    for (const row of this.#rows) {
      const [closing = "", ...terms] = [...names.slice(-1), ...names.slice(0, -1)].map((name) => countName(row, name));
      const known = terms.map((name, index) => [balanceSigns[index] ?? 1, name] as const).filter(([, name]) => this.values.has(name));
      if (!this.values.has(closing) || known.length === 0) continue;
      const isComplete = known.length === terms.length && !row.isOpen;
      this.#balances.push({ closing, terms: known, ...(isComplete ? {} : { complete: false }) });
    }
  }

  /**
   * Claims that the parts of each area add up to it, in every column whose counts are all there.
   *
   * @param parts - The parts of the areas.
   */
  addSums(parts: AreaParts): void {
    for (const { holds } of formClaimColumns[this.#number]) {
      if (!("name" in holds)) continue;
      for (const row of this.#rows) {
        const total = countName(row, holds.name);
        const list = parts.get(row.area) ?? [];
        const names = list.map((area) => (area === null ? null : countName({ area, measure: row.measure }, holds.name)));
        if (list.length === 0 || !this.values.has(total)) continue;
        if (names.every((name): name is string => name !== null && this.values.has(name))) this.#sums.push({ total, parts: names });
      }
    }
  }

  claims(): Pick<Claims, "values" | "shares" | "sums" | "balances"> {
    return { values: Object.fromEntries(this.values), shares: this.#shares, sums: this.#sums, balances: this.#balances };
  }
}

/** `31: poor`, and of a line that counts persons `31: poor_people`. */
function countName({ area, measure }: Pick<PrintedRow, "area" | "measure">, name: string): string {
  return `${area ?? ""}: ${name}${measure === "persons" ? personsSuffix : ""}`;
}
