import { groupedNumber, type Locale } from "../core/text.js";
import { classLabels, povertyClasses, type PovertyClass } from "../law/standard.js";
import { textTable } from "./text-table.js";

/** Counts how the classes of a register agree with those of the rule. */
export class AgreementTable {
  readonly #counts = new Map<string, number>();
  readonly #verdicts = { agree: 0, disagree: 0, open: 0 };

  /**
   * Counts a household.
   *
   * @param recorded - The class of the register.
   * @param computed - The class of the rule; `null` while undetermined.
   * @param agrees - Whether they agree; `null` where that is open.
   */
  add(recorded: PovertyClass, computed: PovertyClass | null, agrees: boolean | null): void {
    const key = `${recorded} ${computed ?? ""}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    this.#verdicts[agrees === null ? "open" : agrees ? "agree" : "disagree"]++;
  }

  /** How many agree, disagree and are open. */
  get verdicts(): Readonly<Record<"agree" | "disagree" | "open", number>> {
    return this.#verdicts;
  }

  /**
   * The table for people; `null` where no household was counted.
   *
   * @param locale - The language.
   */
  text(locale: Locale = "en"): string | null {
    if (this.#counts.size === 0) return null;
    const number = (count: number): string => groupedNumber(count, locale);
    const name = (each: PovertyClass | null): string => (locale === "en" ? (each ?? "undetermined") : each === null ? "chưa xác định" : classLabels[each].vi);
    const computed = [...povertyClasses, null];
    const recorded = povertyClasses.filter((row) => computed.some((column) => this.#counts.has(`${row} ${column ?? ""}`)));
    const [agree, disagree, open] = (["agree", "disagree", "open"] as const).map((verdict) => number(this.#verdicts[verdict]));
    return [
      locale === "en" ? "Recorded class (rows) against the class by the rule (columns), in households:" : "Diện đã ghi (hàng) so với diện tính theo quy định (cột), số hộ:",
      textTable([
        ["", ...computed.map(name)],
        ...recorded.map((row) => [name(row), ...computed.map((column) => number(this.#counts.get(`${row} ${column ?? ""}`) ?? 0))]),
      ]),
      locale === "en" ? `${agree ?? ""} agree, ${disagree ?? ""} disagree, ${open ?? ""} open` : `${agree ?? ""} khớp, ${disagree ?? ""} không khớp, ${open ?? ""} chưa rõ`,
    ].join("\n");
  }
}
