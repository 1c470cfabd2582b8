import { appendTo } from "../../core/append-to.js";
import type { AuditCheck } from "../audit-checks.js";
import type { CheckResult } from "../check.js";
import { pathOfValue, type ClaimTable, type TableNumbers } from "../claim-table.js";
import { rateText, type PrintedRate } from "../printed-rate.js";
import { intersection, type Bounds } from "../rounding.js";
import { rateAt } from "../share-check.js";
import { countEdits, priors, rateEdits, type EditKind, type TextEdit } from "./edit-kinds.js";
import type { RepairEdit } from "./repair.js";

/** Repairs of a table, and how likely each is. */
export interface FoundRepair {
  readonly edits: readonly RepairEdit[];
  readonly weight: number;
}

/** An edit that has been made: the number is one of an interval, mostly a single one. */
interface MadeEdit {
  readonly place: number;
  readonly low: number;
  readonly high: number;
  readonly decimals: number;
  readonly kind: EditKind;
  readonly weight: number;
}

/** Up to so many values of an interval are tried one by one. */
const mostTried = 20_000;

/** Up to so many values of an interval are tried each as an edit of its own. */
const mostSingle = 64;

function singleValues({ low, high }: Bounds): readonly Bounds[] {
  if (high - low >= mostSingle) return [];
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => ({ low: low + index, high: low + index }));
}

/**
 * The search for the fewest edits after which every check passes.
 *
 * It starts at the failing check with the fewest numbers, edits one of them, and goes on until nothing fails; an edit that
 * breaks a passing check is dropped at once. The number of edits grows until some set of them is found, the numbers run
 * out, or the bound on the steps is hit.
 */
export class RepairSearch {
  /** Whether the bound was hit. */
  stopped = false;

  readonly #table: ClaimTable;
  readonly #checks: readonly AuditCheck[];
  readonly #numbers: TableNumbers;
  readonly #results: CheckResult[];
  /** The checks that fail now. */
  readonly #failing = new Set<number>();
  /** For each number the checks that read it. */
  readonly #readers: ReadonlyMap<number, readonly number[]>;
  readonly #edits = new Map<number, readonly TextEdit[]>();
  readonly #made: MadeEdit[] = [];
  readonly #found = new Map<string, FoundRepair>();
  #rates: readonly PrintedRate[] | null = null;
  #steps: number;
  /** Whether more edits could lead further. */
  #cutOff = true;

  /**
   * @param table - The table; it stays as it is.
   * @param checks - Its checks.
   * @param maxSteps - How many numbers are tried at most.
   */
  constructor(table: ClaimTable, checks: readonly AuditCheck[], maxSteps: number) {
    this.#table = table;
    this.#checks = checks;
    this.#steps = maxSteps;
    this.#numbers = { amounts: [...table.numbers.amounts], decimals: [...table.numbers.decimals] };
    this.#results = checks.map((check) => check.holds(this.#numbers));
    for (const [index, result] of this.#results.entries()) if (result === false) this.#failing.add(index);
    const readers = new Map<number, number[]>();
    for (const [index, check] of checks.entries()) {
      for (const place of check.places) appendTo(readers, place, index);
    }
    this.#readers = readers;
  }

  /** The repairs with the fewest edits, likeliest first. */
  run(): readonly FoundRepair[] {
    if (this.#failing.size === 0) return [];
    for (let edits = 1; this.#goesOn(); edits++) {
      this.#cutOff = false;
      this.#search(edits);
    }
    // Sorting is stable: what is equally likely stays in the order of the claims.
    return [...this.#found.values()].sort((one, other) => other.weight - one.weight);
  }

  #goesOn(): boolean {
    return this.#found.size === 0 && this.#cutOff && !this.stopped;
  }

  /** Tries to mend all that fails with the edits that are left. */
  #search(left: number): void {
    const failing = this.#failingBySize();
    const [target] = failing;
    if (target === undefined) {
      this.#keep();
      return;
    }
    const apart = left === 0 ? 1 : this.#apart(failing);
    if (apart > left) {
      this.#cutOff = true;
      return;
    }
    // As many checks without a common number as edits are left: each edit must mend one of them, and this one the target.
    const mustMend = left === 1 ? failing : apart === left ? [target] : [];
    for (const place of (this.#checks[target] as AuditCheck).places) {
      if (this.#isEdited(place)) continue;
      if (mustMend.length > 0) this.#cutOff ||= this.#isFree(place);
      if (!mustMend.every((index) => this.#reads(index, place))) continue;
      this.#editText(place, target, mustMend, left);
      if (!this.stopped) this.#replaceValue(place, target, left);
      if (this.stopped) return;
    }
  }

  /** The failing checks, those with the fewest numbers first. */
  #failingBySize(): readonly number[] {
    return [...this.#failing].sort((one, other) => this.#size(one) - this.#size(other) || one - other);
  }

  #size(index: number): number {
    return (this.#checks[index] as AuditCheck).places.length;
  }

  #reads(index: number, place: number): boolean {
    return (this.#readers.get(place) ?? []).includes(index);
  }

  #isEdited(place: number): boolean {
    return this.#made.some((edit) => edit.place === place);
  }

  /** Whether a number could be edited without breaking a passing check, and so be one of more edits. */
  #isFree(place: number): boolean {
    const passing = (this.#readers.get(place) ?? []).filter((index) => this.#results[index] !== false);
    const { low, high } = this.#hull(place, this.#numbers.decimals[place] ?? 0, passing);
    return low < high;
  }

  /** How many failing checks have no number in common that could still be edited: at least so many edits are needed. */
  #apart(failing: readonly number[]): number {
    const used = new Set<number>();
    let apart = 0;
    for (const index of failing) {
      const { places } = this.#checks[index] as AuditCheck;
      if (places.some((place) => used.has(place) && !this.#isEdited(place))) continue;
      apart += 1;
      for (const place of places) used.add(place);
    }
    return apart;
  }

  #editText(place: number, target: number, mustMend: readonly number[], left: number): void {
    const hulls = new Map<number, Bounds>();
    const mends = ({ amount, decimals }: TextEdit, checks: readonly number[]): boolean => {
      const hull = hulls.get(decimals) ?? this.#hull(place, decimals, checks);
      hulls.set(decimals, hull);
      return amount >= hull.low && amount <= hull.high;
    };
    const go = ({ amount, ...edit }: TextEdit): void => {
      this.#try({ place, low: amount, high: amount, ...edit }, target, left);
    };
    for (const edit of this.#editsOf(place)) {
      if (mustMend.length > 0 && !mends(edit, mustMend)) continue;
      go(edit);
      if (this.stopped) return;
    }
    if (!this.#isRate(place)) return;
    const printed = rateAt(this.#table.numbers, place);
    const copies = this.#printedRates().filter(({ units, decimals }) => decimals >= printed.decimals && (units !== printed.units || decimals !== printed.decimals));
    hulls.clear();
    for (const { units, decimals } of copies) {
      const edit: TextEdit = { amount: units, decimals, kind: "rate-copied", weight: priors["rate-copied"] / copies.length };
      // A copy that mends nothing is no explanation.
      if (!mends(edit, mustMend.length > 0 ? mustMend : [target]) || this.#isListed(place, edit)) continue;
      go(edit);
      if (this.stopped) return;
    }
  }

  #editsOf(place: number): readonly TextEdit[] {
    const known = this.#edits.get(place);
    if (known !== undefined) return known;
    const { numbers } = this.#table;
    const edits = this.#isRate(place) ? rateEdits(rateAt(numbers, place)) : countEdits(numbers.amounts[place] ?? 0);
    this.#edits.set(place, edits);
    return edits;
  }

  /** Whether a slip of the hand gives the same number. */
  #isListed(place: number, { amount, decimals }: Pick<TextEdit, "amount" | "decimals">): boolean {
    return this.#editsOf(place).some((edit) => edit.amount === amount && edit.decimals === decimals);
  }

  /** The percentages of the table, each once. */
  #printedRates(): readonly PrintedRate[] {
    this.#rates ??= [...new Map(this.#table.shares.map(({ rate }) => [rateText(rateAt(this.#table.numbers, rate)), rateAt(this.#table.numbers, rate)])).values()];
    return this.#rates;
  }

  #isRate(place: number): boolean {
    return place >= this.#table.names.length;
  }

  /** How many other rows print the percentage of this one. */
  #copies(place: number): number {
    if (!this.#isRate(place)) return 0;
    const { units, decimals } = rateAt(this.#table.numbers, place);
    return this.#table.shares.filter(({ rate }) => rate !== place && this.#table.numbers.amounts[rate] === units && this.#table.numbers.decimals[rate] === decimals).length;
  }

  /** Numbers outside meet not all of the given checks. */
  #hull(place: number, decimals: number, checks: Iterable<number>): Bounds {
    return this.#fitting(place, decimals, checks).reduce(
      (hull, { low, high }) => ({ low: Math.min(hull.low, low), high: Math.max(hull.high, high) }),
      { low: Infinity, high: -Infinity },
    );
  }

  /** The intervals in which a number may meet all of the given checks. */
  #fitting(place: number, decimals: number, checks: Iterable<number>): readonly Bounds[] {
    const printed = this.#numbers.decimals[place] ?? 0;
    this.#numbers.decimals[place] = decimals;
    let fitting: readonly Bounds[] = [{ low: 0, high: Infinity }];
    for (const index of checks) {
      const next = (this.#checks[index] as AuditCheck).fitting(place, this.#numbers);
      fitting = fitting.flatMap((bounds) => next.map((other) => intersection(bounds, other))).filter(({ low, high }) => low <= high);
    }
    this.#numbers.decimals[place] = printed;
    return fitting;
  }

  /** Puts whole other values in the place of a number, where they mend the target. */
  #replaceValue(place: number, target: number, left: number): void {
    const from = this.#numbers.amounts[place] ?? 0;
    const decimals = this.#numbers.decimals[place] ?? 0;
    const copies = this.#copies(place);
    const isCopied = copies > 0;
    const range = { low: Math.ceil(from / 2), high: 2 * from };
    const readers = this.#readers.get(place) ?? [];
    const within = (bounds: Bounds): Bounds => (isCopied ? bounds : intersection(bounds, range));
    let mended = readers;
    let intervals = this.#fitting(place, decimals, readers).map(within);
    if (intervals.length === 0 && left > 1) {
      // What else fails may be mended by another edit; which value of an interval it wants is not known, so each is tried.
      mended = readers.filter((index) => index === target || this.#results[index] !== false);
      intervals = this.#fitting(place, decimals, mended).map(within).flatMap(singleValues);
    }
    const kind = isCopied ? "rate-copied" : "value-replaced";
    for (const interval of intervals) {
      for (const run of this.#runs(place, interval, mended)) {
        if (run.low === run.high && this.#isListed(place, { amount: run.low, decimals })) continue;
        const weight = isCopied ? priors[kind] / copies : (priors[kind] * (run.high - run.low + 1)) / (range.high - range.low + 1);
        this.#try({ place, ...run, decimals, kind, weight }, target, left);
        if (this.stopped) return;
      }
    }
  }

  /** The unbroken runs of values between two bounds with which some checks hold: bounds alone may have holes. */
  *#runs(place: number, { low, high }: Bounds, checks: readonly number[]): Generator<Bounds> {
    const width = high - low + 1;
    if (width < 1 || !Number.isFinite(width)) return;
    const printed = this.#numbers.amounts[place] ?? 0;
    const holds = (value: number): boolean => {
      this.#numbers.amounts[place] = value;
      const found = checks.every((index) => (this.#checks[index] as AuditCheck).holds(this.#numbers) !== false);
      this.#numbers.amounts[place] = printed;
      return found;
    };
    // Only where a whole is not printed can there be holes; an interval too wide to walk through is tried here and there.
    const isSolid = checks.every((index) => this.#isSolid(index));
    if (isSolid || width > mostTried) {
      const inner = isSolid ? [] : Array.from({ length: 257 }, (_, index) => Math.round(low + (index * (high - low)) / 256));
      const ends = { low: [low, low + 1, low + 2].find(holds), high: [high, high - 1, high - 2].find(holds) };
      if (inner.every(holds) && ends.low !== undefined && ends.high !== undefined && ends.low <= ends.high) yield { low: ends.low, high: ends.high };
      return;
    }
    let start: number | null = null;
    for (let value = low; value <= high + 1; value++) {
      const fits = value <= high && holds(value);
      if (fits) start ??= value;
      else if (start !== null) {
        yield { low: start, high: value - 1 };
        start = null;
      }
    }
  }

  #isSolid(index: number): boolean {
    const check = this.#checks[index] as AuditCheck;
    return check.kind !== "shares" || check.whole !== null;
  }

  #resultsOf(place: number): readonly (readonly [index: number, result: CheckResult])[] {
    return (this.#readers.get(place) ?? []).map((index) => [index, (this.#checks[index] as AuditCheck).holds(this.#numbers)] as const);
  }

  /** Makes an edit, goes on from there, and takes it back. */
  #try(edit: MadeEdit, target: number, left: number): void {
    if (this.#steps-- <= 0) {
      this.stopped = true;
      return;
    }
    const { place } = edit;
    const printed = { amount: this.#numbers.amounts[place] ?? 0, decimals: this.#numbers.decimals[place] ?? 0 };
    this.#numbers.amounts[place] = edit.low;
    this.#numbers.decimals[place] = edit.decimals;
    const changed = this.#resultsOf(place);
    if (changed.every(([index, result]) => this.#mayBecome(index, result, index === target && left === 1))) {
      const before = changed.map(([index]) => [index, this.#results[index] as CheckResult] as const);
      for (const [index, result] of changed) this.#become(index, result);
      this.#made.push(edit);
      this.#search(left - 1);
      this.#made.pop();
      for (const [index, result] of before) this.#become(index, result);
    }
    this.#numbers.amounts[place] = printed.amount;
    this.#numbers.decimals[place] = printed.decimals;
  }

  #become(index: number, result: CheckResult): void {
    this.#results[index] = result;
    if (result === false) this.#failing.add(index);
    else this.#failing.delete(index);
  }

  /** A passing check must go on passing; a failing one may not be mended by becoming no check at all, as with 0 of 0. */
  #mayBecome(index: number, result: CheckResult, mustBeMended: boolean): boolean {
    if (result === false) return this.#results[index] === false && !mustBeMended;
    return result === true || this.#results[index] === null || !(this.#checks[index] as AuditCheck).canPass;
  }

  #keep(): void {
    if (!this.#endsHold()) return;
    const made = [...this.#made].sort((one, other) => one.place - other.place);
    const edits = made.map((edit) => this.#repairEdit(edit));
    const weight = made.reduce((product, edit) => product * edit.weight, 1);
    const key = JSON.stringify(edits.map(({ path, to }) => [path, to]));
    if ((this.#found.get(key)?.weight ?? 0) < weight) this.#found.set(key, { edits, weight });
  }

  /** Whether every check passes at both ends of the intervals, in every combination; then it does between them. */
  #endsHold(): boolean {
    const wide = this.#made.filter(({ low, high }) => low !== high);
    const places = new Set(wide.map(({ place }) => place));
    if (wide.length < 2 && this.#made.length < 2) return true;
    for (let corner = 0; corner < 2 ** wide.length; corner++) {
      for (const [index, { place, low, high }] of wide.entries()) this.#numbers.amounts[place] = (corner >> index) % 2 === 0 ? low : high;
      const holds = [...places].every((place) => this.#resultsOf(place).every(([, result]) => result !== false));
      for (const { place, low } of wide) this.#numbers.amounts[place] = low;
      if (!holds) return false;
    }
    return true;
  }

  #repairEdit({ place, low, high, decimals, kind }: MadeEdit): RepairEdit {
    const { numbers, names } = this.#table;
    if (!this.#isRate(place)) {
      return { path: pathOfValue(names[place] ?? ""), from: numbers.amounts[place] ?? 0, to: low === high ? low : [low, high], kind };
    }
    const [first, last] = [rateText({ units: low, decimals }), rateText({ units: high, decimals })];
    return {
      path: `shares[${place - names.length}].printed`,
      from: rateText(rateAt(numbers, place)),
      to: first === last ? first : [first, last],
      kind,
    };
  }
}
