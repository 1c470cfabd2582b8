import type { Ratio } from "../../core/ratio.js";
import type { LocalizedText } from "../../core/text.js";
import type { Citation } from "../../law/citation.js";

/** The number of an official table that is held. */
export type OfficialFormNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A cell: a count, a share that keeps its two counts, or `null` where the sheet stays blank. Blank is never 0. */
export type FormCell = number | Ratio | null;

/** A column of a form, right of the area. */
export interface FormColumn {
  /** Its number on the sheet; `null` for the total of forms 4 to 7, whose indicators are numbered 1 to 12. */
  readonly number: number | null;
  /** Its title. */
  readonly label: LocalizedText;
  /** The headings that span it and its neighbours, outermost first. */
  readonly group: readonly LocalizedText[];
  /** How the sheet works it out from other columns, for example `4 = 3/1`; `null` where it is counted. */
  readonly formula: string | null;
}

/**
 * What a note is about.
 *
 * - `blank-cells`: what a blank cell of this table means.
 * - `average-not-recognised`: no recognised households of average living standard were given for form 1.
 * - `undetermined-class`: households whose class is open, and which are therefore in no count.
 * - `without-persons`: households whose number of persons is not known.
 * - `count-exceeds-residents`, `residents-differ-from-children`: the problem of a row of `areaRates`.
 * - `average-exceeds-residents`, `average-differs-from-children`: the same of the recognised households.
 * - `unexplained`: the row of form 2 or 3 is open.
 * - `entered-undetermined`: columns 6 and 7 of form 2 or 3 cannot be told apart.
 * - `unknown-indicators`: counts of forms 4 to 7 that are the least they can be.
 * - `small-cells`: a village has counts so small that a household could be recognised.
 */
export type FormNoteCode =
  | "blank-cells" | "average-not-recognised" | "undetermined-class" | "without-persons"
  | "count-exceeds-residents" | "residents-differ-from-children" | "average-exceeds-residents" | "average-differs-from-children"
  | "unexplained" | "entered-undetermined" | "unknown-indicators" | "small-cells";

/** A sentence beside the numbers, without which they would say more than is known. */
export interface FormNote extends LocalizedText {
  /** What it is about. */
  readonly code: FormNoteCode;
}

/** A line of a form: an area, or of forms 2 and 3 its households or its persons. */
export interface FormRow {
  /** Code of the area. */
  readonly areaCode: string;
  /** Its name, as it was given: renderers escape it, other readers must. */
  readonly name: string;
  /** Its level in the caller's own word. */
  readonly level: string;
  /** How many areas it is part of; 0 at the top. */
  readonly depth: number;
  /** Whether other rows are parts of it, and so counted in it. */
  readonly isParent: boolean;
  /** What the line counts, on forms 2 and 3; `null` where the columns say it. */
  readonly measure: "households" | "persons" | null;
  /** A cell for every column. */
  readonly cells: readonly FormCell[];
  /** The places in `cells` of those that are the least they can be, of forms 4 to 7; a note tells the most. */
  readonly atLeast: readonly number[];
  /** What must be read with it. */
  readonly notes: readonly FormNote[];
}

/** An official table as data. */
export interface OfficialForm {
  /** Its number. */
  readonly number: OfficialFormNumber;
  /** Its official title and an English one. */
  readonly title: LocalizedText;
  /** Where its columns stand and how surely they are known. */
  readonly citation: Citation;
  /** Its columns, right of the area. */
  readonly columns: readonly FormColumn[];
  /** Its lines, every area before its parts, parts in the order in which they were given. */
  readonly rows: readonly FormRow[];
  /** What must be read with all of it. */
  readonly notes: readonly FormNote[];
  /** What must be thought of before it is passed on. */
  readonly warnings: readonly FormNote[];
}
