import { placed } from "../core/checked-record.js";
import type { LocalizedText } from "../core/text.js";
import { provisionText, type Provenance } from "../law/citation.js";
import { checkedHistory, earlierListing, entryCodes, entryRule, type EntryOptions } from "./entry.js";
import { columnOf, type MovementCode, type MovementColumn, type MovementColumnNumber, type MovementForm } from "./movement-columns.js";
import { checkedReason, type MovementReason, type ReasonDirection } from "./movement-reason.js";
import { formCodes, listEntered, type MovementStep } from "./movement-step.js";
import { asRecognition, checkedRecognition, type CheckedRecognition, type Recognition } from "./recognition.js";
import { positionAt, requireComparable } from "./review-record.js";

/** What is known of a household beside the two reviews between which it moved. */
export interface MovementOptions extends EntryOptions {
  /**
   * Its known recognitions, in any order and under any standard; those on or after the day of `after` do not count.
   * The two reviews may be among them.
   */
  readonly history?: readonly Recognition[] | null | undefined;
  /** Why it is in the records at one of the two reviews alone. */
  readonly reason?: MovementReason | null | undefined;
}

/** The provision that a movement rests on. */
export interface MovementReference {
  /** Number of the document. */
  readonly document: string;
  /** The provision as English writes it; empty where it is not held. */
  readonly provision: string;
  /** How surely it is known. */
  readonly provenance: Provenance;
  /** A reading or a gap that a careful reader must know; `null` if there is none. */
  readonly note: LocalizedText | null;
}

/** A movement as one form sees it. */
export interface MovementInForm {
  /** Whether one code is possible or two. */
  readonly status: "determined" | "undetermined";
  /** What the household did; `null` while undetermined. */
  readonly code: MovementCode | null;
  /** The codes that are possible: one, or `relapsed` and `newly-arising`. */
  readonly possible: readonly MovementCode[];
  /** The column in which it is counted; `null` for one that is in none, and while undetermined. */
  readonly column: MovementColumnNumber | null;
  /** The title of the column, or of what is in none. */
  readonly label: LocalizedText;
  /** The earlier listing by which the household relapsed; `null` for any other movement. */
  readonly evidence: Recognition | null;
  /** The provision; `null` for what is in no column. */
  readonly because: MovementReference | null;
}

/** The movement of a household between two reviews under one standard. */
export interface Movement {
  /** Id of the standard; `null` where none was given. */
  readonly standard: string | null;
  /** As form 2 sees it, which follows the list of poor households. */
  readonly form2: MovementInForm;
  /** As form 3 sees it, which follows the list of near-poor households. */
  readonly form3: MovementInForm;
}

/**
 * The movement of a household (diễn biến) between two reviews, as forms 2 and 3 count it: a code for each form.
 *
 * A household above the near-poor line, of average living standard or not poor, is on no list. One that enters a list
 * from outside both relapsed if it was listed before, and is newly arising if it never was; without a history that is
 * complete since a stated day only an earlier listing settles that, and else the movement is undetermined between the
 * two. A household that is not in the records before and gives no reason enters likewise. One that leaves the records
 * from a list without a reason is `unexplained`.
 *
 * @param before - Its recognition at the earlier review; `null` where it was not in the records.
 * @param after - Its recognition at the later review; `null` where it is not in the records.
 * @param options - What else is known. Reasons: `moved-in` for a household that is in the records only after;
 *   `moved-away` and `died` for one that was only before; `split` and `merged` for both.
 * @throws {@link PovertyStandardError} `standards-differ` when the two are under different standards: the baseline under
 *   a new standard opens a new series; `invalid-input` with the path of what is wrong, for a reason that does not fit too.
 * @source Circular 07/2021/TT-BLĐTBXH, forms 2 and 3; relapsed and newly arising by readings that `because` names.
 *
 * @example
 * ```ts
 * const poor = { on: "2023-12-14", class: "poor" } as const;
 * const nearPoor = { on: "2024-12-14", class: "near-poor" } as const;
 * const { form2, form3 } = movement(poor, nearPoor);
 * [form2.code, form2.column, form3.code, form3.column]; // => ["became-near-poor", 2, "poor-became-near-poor", 5]
 * form2.label.vi; // => "Trở thành hộ cận nghèo"
 *
 * const above = { on: "2022-12-14", class: "not-poor" } as const;
 * movement(above, poor).form2.possible; // => ["relapsed", "newly-arising"]
 * movement(above, poor, { historyCompleteSince: "2021-12-14" }).form2.code; // => "newly-arising"
 * movement(above, poor, { history: [{ on: "2020-12-14", class: "poor" }] }).form2.code; // => "relapsed"
 * movement(poor, null).form2.code; // => "unexplained"
 * movement(poor, null, { reason: "moved-away" }).form2.column; // => 4
 * movement(poor, null, { reason: "moved-in" }); // => throws chuan-ngheo/invalid-input
 * ```
 */
export function movement(before: Recognition | null, after: Recognition | null, options: MovementOptions = {}): Movement {
  const rule = entryRule(options);
  const opening = recognitionAt("before", before);
  const closing = recognitionAt("after", after);
  requireComparable(opening, closing);
  const history = checkedHistory(options.history, [opening, closing]);
  const reason = checkedReason(options.reason, reasonDirection(opening, closing));

  const positions = { before: positionAt(opening), after: positionAt(closing) };
  const entered = listEntered(positions.before, positions.after);
  const evidence = entered === null || closing === null ? null : earlierListing(entered, closing.day, history, rule);
  const entry = closing === null ? [] : entryCodes(evidence !== null, opening?.day ?? null, closing.day, rule);
  const step = { ...positions, isExplained: reason !== null, entry };
  return {
    standard: (opening ?? closing)?.standard ?? null,
    form2: movementInForm(2, step, evidence),
    form3: movementInForm(3, step, evidence),
  };
}

/**
 * What a reason would have to explain.
 *
 * @param before - At the earlier review, or `null`.
 * @param after - At the later one, or `null`.
 */
export function reasonDirection(before: CheckedRecognition | null, after: CheckedRecognition | null): ReasonDirection {
  if ((before === null) === (after === null)) return "none";
  return before === null ? "arrival" : "departure";
}

function recognitionAt(place: "before" | "after", value: unknown): CheckedRecognition | null {
  if (value === null) return null;
  try {
    return checkedRecognition(value);
  } catch (error) {
    throw placed(error, place);
  }
}

/** What a movement is called that is in no column. */
const uncounted: Readonly<Partial<Record<MovementCode, LocalizedText>>> = {
  "not-listed": { vi: "Không thuộc danh sách", en: "Not on the list" },
  stays: { vi: "Vẫn thuộc danh sách", en: "Stays on the list" },
  unexplained: { vi: "Giảm chưa rõ lý do", en: "Left the records without a reason" },
};

function movementInForm(form: MovementForm, step: MovementStep, evidence: CheckedRecognition | null): MovementInForm {
  const possible = formCodes(form, step);
  const columns = possible.map((code) => columnOf(form, code));
  const [code = null] = possible;
  const [column = null] = columns;
  const isDetermined = possible.length === 1;
  return {
    status: isDetermined ? "determined" : "undetermined",
    code: isDetermined ? code : null,
    possible,
    column: isDetermined && column !== null ? column.column : null,
    label: joinedLabel(possible.map((each, index) => columns[index]?.label ?? (uncounted[each] as LocalizedText))),
    evidence: code === "relapsed" && isDetermined && evidence !== null ? asRecognition(evidence) : null,
    because: column === null ? null : reference(column),
  };
}

function joinedLabel(labels: readonly LocalizedText[]): LocalizedText {
  return { vi: labels.map(({ vi }) => vi).join(" / "), en: labels.map(({ en }) => en).join(" / ") };
}

function reference({ citation }: MovementColumn): MovementReference {
  const { document, provision, provenance, note } = citation;
  return { document: document.number, provision: provisionText(provision, "en"), provenance, note };
}
