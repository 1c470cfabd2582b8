import { checkedRecord } from "../../core/checked-record.js";
import { areaTree, type Area } from "../area-tree.js";
import type { AreaDeprivations, DeprivedHouseholds } from "./deprivation-tally.js";
import { finishedForm } from "./finished-form.js";
import { deprivationsFormColumns, type AnalysedClass } from "./form-columns.js";
import { formNote } from "./form-note.js";
import { formPlaces, rowsByArea } from "./form-places.js";
import type { FormCell, FormNote, FormRow, OfficialForm } from "./form-table.js";

/** What forms 4 to 7 are filled from. */
export interface DeprivationsFormData {
  /** The areas. */
  readonly areas: readonly Area[];
  /** Deprivations in every area, as `tabulateDeprivations` gives them. */
  readonly deprivations: readonly AreaDeprivations[];
}

const keys: ReadonlySet<keyof DeprivationsFormData> = /* @__PURE__ */ new Set<keyof DeprivationsFormData>(["areas", "deprivations"]);

const contents: Readonly<Record<4 | 5 | 6 | 7, { readonly found: AnalysedClass; readonly kind: "counts" | "shares" }>> = {
  4: { found: "poor", kind: "counts" },
  5: { found: "poor", kind: "shares" },
  6: { found: "nearPoor", kind: "counts" },
  7: { found: "nearPoor", kind: "shares" },
};

/**
 * Form 4, 5, 6 or 7.
 *
 * @param number - Which.
 * @param data - What it is filled from.
 */
export function deprivationsForm(number: 4 | 5 | 6 | 7, data: DeprivationsFormData): OfficialForm {
  checkedRecord(data, keys, `key of the data of form ${number}`);
  const { found, kind } = contents[number];
  const tree = areaTree(data.areas);
  const deprivations = rowsByArea(tree, data.deprivations, "deprivations", "tabulateDeprivations");
  const rows = formPlaces(tree).map((place): FormRow => {
    const counts = (deprivations.get(place.areaCode) as AreaDeprivations)[found];
    return { ...place, measure: null, cells: cellsOf(counts, kind), atLeast: atLeast(counts), notes: notesOf(counts, found) };
  });
  return finishedForm(number, deprivationsFormColumns(found, kind), rows);
}

/** Counted is what is certain. A share of no household is blank, not 0 %. */
function cellsOf({ households, indicators }: DeprivedHouseholds, kind: "counts" | "shares"): readonly FormCell[] {
  const cell = (count: number): FormCell => (kind === "counts" ? count : households === 0 ? null : { numerator: count, denominator: households });
  return [households, ...indicators.map(({ low }) => cell(low))];
}

/** The total is certain, and stands before the indicators. A blank cell is no bound. */
function atLeast({ households, indicators }: DeprivedHouseholds): readonly number[] {
  return households === 0 ? [] : indicators.flatMap(({ low, high }, index) => (high > low ? [index + 1] : []));
}

const classNames: Readonly<Record<AnalysedClass, { readonly vi: string; readonly en: string }>> = {
  poor: { vi: "hộ nghèo", en: "poor" },
  nearPoor: { vi: "hộ cận nghèo", en: "near-poor" },
};

function notesOf({ undetermined, indicators }: DeprivedHouseholds, found: AnalysedClass): readonly FormNote[] {
  const { vi, en } = classNames[found];
  const notes: FormNote[] = [];
  if (undetermined > 0)
    notes.push(formNote("undetermined-class", {
      vi: (count) => `Số hộ có thể là ${vi} nhưng chưa xác định được loại hộ: ${count(undetermined)}; không tính vào cột nào.`,
      en: (count) => `Households that may be ${en} but are of undetermined class: ${count(undetermined)}; in no column.`,
    }));
  const open = indicators.flatMap(({ low, high }, index) => (high > low ? [{ number: index + 1, low, high }] : []));
  if (open.length > 0)
    notes.push(formNote("unknown-indicators", {
      vi: (count) => `Ô có dấu ≥ là số ít nhất, vì có hộ chưa rõ; số hộ thiếu hụt ${open.map(({ number, low, high }) => `chỉ số ${number}: từ ${count(low)} đến ${count(high)}`).join("; ")}.`,
      en: (count) => `Cells marked ≥ are the least that they can be, since some deprivations are unknown; households deprived in ${open.map(({ number, low, high }) => `indicator ${number}: from ${count(low)} to ${count(high)}`).join("; ")}.`,
    }));
  return notes;
}
