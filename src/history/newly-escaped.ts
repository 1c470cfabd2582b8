import { unexpected } from "../core/checked-record.js";
import { addMonths, dayText, type Day, type DayNumber } from "../core/plain-date.js";
import { provisionText, type Provenance } from "../law/citation.js";
import type { PovertyClass } from "../law/standard.js";
import { newlyEscapedDefinitions, type NewlyEscapedDefinition, type NewlyEscapedDefinitionId } from "../law/vietnam/newly-escaped-definitions.js";
import { asRecognition, checkedDay, seriesUpTo, standing, type CheckedRecognition, type Recognition, type Series } from "./recognition.js";

/**
 * Why a household is newly escaped on a day, or why not. With "the lists" those that the definition names are meant
 * (`credit`: poor and near-poor; `programme`: poor), with "a list" the poor or the near-poor one under either definition.
 *
 * - `within-window`: yes. It left the lists, is not back on them, and the months since have not passed.
 * - `window-ended`: it left the lists and is not back on them, but the months have passed.
 * - `listed-again`: it left the lists, and afterwards it was recognised as being on them under any standard, or the
 *   recognition that stands says so. It has not left them since. For `programme` a near-poor household is not back.
 * - `still-listed`: it is on a list and never left the lists; for `programme` also a near-poor household that was never
 *   poor.
 * - `not-an-escape`: it was on a list, is on none now, and yet never left the lists: for `programme` it escaped
 *   near-poverty, not poverty; or its class changed only with the standard, and that is never compared.
 * - `never-listed`: no recognition up to the day, of those given, puts it on a list.
 */
export type NewlyEscapedReason = "within-window" | "window-ended" | "listed-again" | "still-listed" | "not-an-escape" | "never-listed";

/** The definition that an answer rests on. */
export interface DefinitionReference {
  /** Number of the document. */
  readonly document: string;
  /** The provision as English writes it; empty where it is not held. */
  readonly provision: string;
  /** How surely the definition is known. */
  readonly provenance: Provenance;
}

/** Whether a household is newly escaped (hộ mới thoát nghèo) on a day, by one definition, and why. */
export interface NewlyEscaped {
  /** The answer. */
  readonly newlyEscaped: boolean;
  /** First day of the status: the recognition by which the household left the lists; `null` unless newly escaped. */
  readonly since: Day | null;
  /** Last day of the status, that day included, unless it is listed again before; `null` unless newly escaped. */
  readonly lastDay: Day | null;
  /** Why. */
  readonly why: NewlyEscapedReason;
  /** The day that was asked. */
  readonly on: Day;
  /** The definition that was asked. */
  readonly definition: NewlyEscapedDefinitionId;
  /**
   * The recognitions that decided: of an escape the one before and the one by which it left, then the one that lists it
   * again; without an escape those that stand, for `not-an-escape` after the last one on a list.
   */
  readonly evidence: readonly Recognition[];
  /** The definition as law. */
  readonly because: DefinitionReference;
}

/** On which day and by which definition. */
export interface NewlyEscapedOptions {
  /** The day; recognitions after it are ignored. */
  readonly on: Day;
  /** `credit`: preferential loans; `programme`: the National Target Programme 2021–2025. */
  readonly definition: NewlyEscapedDefinitionId;
}

/** A step out of the lists: two recognitions that follow each other under one standard. */
interface Escape {
  readonly before: CheckedRecognition;
  readonly after: CheckedRecognition;
}

/** The poor and the near-poor list: those that any definition speaks of. */
const everyList: ReadonlySet<PovertyClass> = /* @__PURE__ */ new Set(Object.values(newlyEscapedDefinitions).flatMap(({ lists }) => lists));

/**
 * Whether a household is newly escaped on a day, by one of the two definitions.
 *
 * An escape is a recognition off the lists that follows, under the same standard, one that is on them. The status runs
 * from the last escape for the months of the definition, the last day included, unless the household is listed again.
 * Under `credit` a household that becomes near-poor is still on a list; under `programme` it has escaped (a reading).
 *
 * @param recognitions - The household's recognitions, in any order.
 * @param options - `on`: the day; `definition`: `credit` or `programme`.
 * @throws {@link PovertyStandardError} `invalid-input` with the path of what is wrong, for example `recognitions[2].on`;
 *   two different classes on one day under one standard are wrong.
 *
 * @example
 * ```ts
 * const recognitions = [{ on: "2022-12-14", class: "poor" }, { on: "2023-12-14", class: "near-poor" }] as const;
 * const { since, lastDay, why } = newlyEscaped(recognitions, { on: "2026-12-14", definition: "programme" });
 * [since, lastDay, why]; // => ["2023-12-14", "2026-12-14", "within-window"]
 * newlyEscaped(recognitions, { on: "2026-12-15", definition: "programme" }).why; // => "window-ended"
 * newlyEscaped(recognitions, { on: "2026-12-14", definition: "credit" }).why; // => "still-listed"
 * ```
 */
export function newlyEscaped(recognitions: readonly Recognition[], { on, definition }: NewlyEscapedOptions): NewlyEscaped {
  const day = checkedDay(on, "on");
  const rule = definitionById(definition);
  const series = seriesUpTo(recognitions, day);
  const lists = new Set(rule.lists);
  const escape = lastEscape(series, lists);
  const { citation } = rule;
  const answer = (why: NewlyEscapedReason, evidence: readonly CheckedRecognition[]): NewlyEscaped => ({
    newlyEscaped: false, since: null, lastDay: null, why, on, definition,
    evidence: evidence.map(asRecognition),
    because: { document: citation.document.number, provision: provisionText(citation.provision, "en"), provenance: citation.provenance },
  });
  if (escape === null) return answer(...withoutEscape(series));
  const { before, after } = escape;
  const again = listedAgain(series, after, lists);
  if (again !== null) return answer("listed-again", [before, after, again]);
  const lastDay = lastDayOfStatus(after.day, rule);
  if (day > lastDay) return answer("window-ended", [before, after]);
  return { ...answer("within-window", [before, after]), newlyEscaped: true, since: dayText(after.day), lastDay: dayText(lastDay) };
}

/**
 * A definition by its id.
 *
 * @param id - What came.
 * @throws {@link PovertyStandardError} `invalid-input` at `definition` for any other word.
 */
export function definitionById(id: unknown): NewlyEscapedDefinition {
  const found = Object.values(newlyEscapedDefinitions).find((definition) => definition.id === id);
  if (found === undefined) throw unexpected("definition", `expected one of ${Object.keys(newlyEscapedDefinitions).join(", ")}`, id);
  return found;
}

/**
 * The last day of the status, that day included; no later than the last day that can be written.
 *
 * @param escaped - The day of the recognition by which the household left the lists.
 * @param definition - The definition.
 */
export function lastDayOfStatus(escaped: DayNumber, { months }: NewlyEscapedDefinition): DayNumber {
  return Math.min(addMonths(escaped, months), 9999_12_31);
}

type Lists = ReadonlySet<PovertyClass>;

function lastEscape(series: readonly Series[], lists: Lists): Escape | null {
  const escapes = series.flatMap((each) =>
    each.flatMap((after, index): readonly Escape[] => {
      const before = each[index - 1];
      return before !== undefined && lists.has(before.class) && !lists.has(after.class) ? [{ before, after }] : [];
    }),
  );
  return escapes.reduce<Escape | null>((last, escape) => (last === null || escape.after.day >= last.after.day ? escape : last), null);
}

/** The first recognition on the lists since the escape under any standard, else one that stands. */
function listedAgain(series: readonly Series[], escaped: CheckedRecognition, lists: Lists): CheckedRecognition | null {
  // The same day counts: the baseline under a new standard is often recognised together with the last one under the old.
  const [first] = series
    .flat()
    .filter((recognition) => recognition.day >= escaped.day && lists.has(recognition.class))
    .sort((a, b) => a.day - b.day);
  return first ?? standing(series).find((recognition) => lists.has(recognition.class)) ?? null;
}

function withoutEscape(series: readonly Series[]): readonly [NewlyEscapedReason, readonly CheckedRecognition[]] {
  const now = standing(series);
  const listed = series.flat().filter((recognition) => everyList.has(recognition.class));
  if (listed.length === 0) return ["never-listed", now];
  if (now.some((recognition) => everyList.has(recognition.class))) return ["still-listed", now];
  const lastListed = listed.reduce((last, recognition) => (recognition.day > last.day ? recognition : last));
  return ["not-an-escape", [lastListed, ...now]];
}
