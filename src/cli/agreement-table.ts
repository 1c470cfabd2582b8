import { groupedNumber } from "../core/text.js";
import { povertyClasses, type PovertyClass } from "../law/standard.js";
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

  /** The table for people; `null` where no household was counted. */
  text(): string | null {
    if (this.#counts.size === 0) return null;
    const computed = [...povertyClasses, null];
    const recorded = povertyClasses.filter((row) => computed.some((column) => this.#counts.has(`${row} ${column ?? ""}`)));
    const { agree, disagree, open } = this.#verdicts;
    return [
      "Recorded class (rows) against the class by the rule (columns), in households:",
      textTable([
        ["", ...computed.map((column) => column ?? "undetermined")],
        ...recorded.map((row) => [row, ...computed.map((column) => groupedNumber(this.#counts.get(`${row} ${column ?? ""}`) ?? 0, "en"))]),
      ]),
      `${groupedNumber(agree, "en")} agree, ${groupedNumber(disagree, "en")} disagree, ${groupedNumber(open, "en")} open`,
    ].join("\n");
  }
}
