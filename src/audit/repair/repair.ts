import type { LocalizedText } from "../../core/text.js";
import type { EditKind } from "./edit-kinds.js";

/** One number of a table, changed. */
export interface RepairEdit {
  /** Which number: `values.poor` or `shares[1].printed`. */
  readonly path: string;
  /** As it is printed. */
  readonly from: number | string;
  /** As it may have been meant; two numbers where every one from the first to the last fits. */
  readonly to: number | string | readonly [low: number, high: number] | readonly [low: string, high: string];
  /** How it may have been misprinted. */
  readonly kind: EditKind;
}

/** Edits after which every check of a table passes. */
export interface Repair {
  /** The edits, each of another number. */
  readonly edits: readonly RepairEdit[];
  /** How likely this is, to compare repairs of one table: for each edit the prior of its kind, divided by the number of such edits. */
  readonly weight: number;
  /** The repair as a sentence. */
  readonly explains: LocalizedText;
}

/** The repairs of a table. */
export interface Repairs {
  /** All repairs found that edit the fewest numbers, likeliest first; none is an answer too. */
  readonly repairs: readonly Repair[];
  /** Whether the search ended at its bound, so that there may be more repairs, or some where none was found. */
  readonly stopped: boolean;
}
