import { printedPercent } from "../core/ratio.js";
import { groupedNumber, type Locale, type LocalizedText } from "../core/text.js";
import type { LikelyCause } from "../household/disagreement.js";
import type { MistakeId } from "../household/known-mistakes.js";

/** So many households are named beside each group. */
const EXAMPLES = 3;

/** Where a household stands in the register, for an example. */
export interface Example {
  /** Its line. */
  readonly line: number;
  /** The register's own name of it; `null` without one. */
  readonly id: string | null;
}

interface Group {
  count: number;
  /** Of how many it is the only known cause. */
  alone: number;
  /** How many households it would change, had it been made throughout. */
  changed: number;
  text: LocalizedText | null;
  readonly examples: Example[];
}

/** Counts households by the known mistakes that give their recorded class; holds no more than a few numbers for each mistake. */
export class CauseCounts {
  readonly #none: LocalizedText;
  readonly #groups = new Map<MistakeId | null, Group>();
  #households = 0;

  /** @param none - What households without any cause are called. */
  constructor(none: LocalizedText) {
    this.#none = none;
  }

  /** How many households were counted. */
  get households(): number {
    return this.#households;
  }

  /**
   * Counts a household: under each of its causes, or as one without any.
   *
   * @param causes - Its causes.
   * @param example - Where it stands.
   */
  add(causes: readonly LikelyCause[], example: Example): void {
    this.#households++;
    for (const { mistake, vi, en } of causes) {
      const group = this.#group(mistake);
      group.text ??= { vi, en };
      if (causes.length === 1) group.alone++;
      this.#count(group, example);
    }
    if (causes.length === 0) this.#count(this.#group(null), example);
  }

  /**
   * Counts the mistakes that would change a household, whatever is recorded.
   *
   * @param mistakes - The mistakes.
   */
  addChanged(mistakes: readonly MistakeId[]): void {
    for (const mistake of mistakes) this.#group(mistake).changed++;
  }

  /**
   * The groups for people, first those that fit the register best: many households, and few that the mistake would
   * change but that are recorded otherwise.
   *
   * @param locale - The language.
   * @param names - Whether examples are named by the register's ids; else by their lines alone.
   */
  lines(locale: Locale, names: boolean): readonly string[] {
    const vi = locale === "vi";
    const number = (count: number): string => groupedNumber(count, locale);
    const counted = [...this.#groups].filter(([, { count }]) => count > 0).sort(([idA, a], [idB, b]) => (idA === null ? 1 : idB === null ? -1 : fitOf(b) - fitOf(a)));
    return counted.flatMap(([id, { count, alone, changed, text, examples }]) => {
      const share = `${number(count)} (${printedPercent({ numerator: count, denominator: this.#households }, { locale })})`;
      const only = vi ? `không có cách giải thích khác: ${number(alone)}` : `with no other known cause: ${number(alone)}`;
      const throughout = vi
        ? `Số hộ bị đổi diện nếu lỗi lặp lại với mọi hộ: ${number(changed)}; số hộ được ghi đúng như vậy: ${number(count)}.`
        : `Households that it would change, made throughout: ${number(changed)}; recorded so: ${number(count)}.`;
      return [
        id === null ? `${this.#none[locale]}: ${share}` : `${id}: ${share}; ${only}`,
        ...(text === null ? [] : [`  ${text[locale]}`]),
        ...(changed > 0 ? [`  ${throughout}`] : []),
        `  ${vi ? "Ví dụ" : "For example"}: ${examples.map((each) => place(each, locale, names)).join(", ")}`,
      ];
    });
  }

  #group(mistake: MistakeId | null): Group {
    let group = this.#groups.get(mistake);
    if (group === undefined) {
      group = { count: 0, alone: 0, changed: 0, text: null, examples: [] };
      this.#groups.set(mistake, group);
    }
    return group;
  }

  #count(group: Group, example: Example): void {
    group.count++;
    if (group.examples.length < EXAMPLES) group.examples.push(example);
  }
}

/** How many households a mistake explains, times the share of those that it would change. It only sorts. */
function fitOf({ count, changed }: Group): number {
  return (count * count) / Math.max(count, changed);
}

function place({ line, id }: Example, locale: Locale, names: boolean): string {
  // An id is somebody else's text: what is no letter, digit or sign would break the report.
  if (names && id !== null) return id.replace(/\p{C}/gu, "\u{FFFD}");
  return `${locale === "vi" ? "dòng" : "line"} ${line}`;
}
