import { checkedRecord } from "../../core/checked-record.js";
import type { Ratio } from "../../core/ratio.js";
import type { AreaRates, RateRange } from "../area-row.js";
import { areaTree, type Area } from "../area-tree.js";
import { finishedForm } from "./finished-form.js";
import { ratesFormColumns } from "./form-columns.js";
import { formNote } from "./form-note.js";
import { formPlaces, rowsByArea } from "./form-places.js";
import type { FormCell, FormNote, OfficialForm } from "./form-table.js";
import { averageByArea, unknownAverage, type KnownAverage, type RecognisedAverage } from "./recognised-average.js";

/** What form 1 is filled from. */
export interface RatesFormData {
  /** The areas. */
  readonly areas: readonly Area[];
  /** Counts and rates of every area, as `areaRates` gives them. */
  readonly rates: readonly AreaRates[];
  /**
   * The recognised households of average living standard, by area: columns 7, 8, 13 and 14, which are blank where they
   * are missing. They are never taken from `rates`, where that class is an income band.
   */
  readonly recognisedAverage?: readonly RecognisedAverage[] | null | undefined;
}

const keys: ReadonlySet<keyof RatesFormData> = /* @__PURE__ */ new Set<keyof RatesFormData>(["areas", "rates", "recognisedAverage"]);

/**
 * Form 1.
 *
 * @param data - What it is filled from.
 */
export function ratesForm(data: RatesFormData): OfficialForm {
  checkedRecord(data, keys, "key of the data of form 1");
  const tree = areaTree(data.areas);
  const rates = rowsByArea(tree, data.rates, "rates", "areaRates");
  const given = data.recognisedAverage ?? null;
  const averages = averageByArea(tree, given ?? []);
  const rows = formPlaces(tree).map((place) => {
    const row = rates.get(place.areaCode) as AreaRates;
    const average = averages.get(place.areaCode) ?? unknownAverage;
    return { ...place, measure: null, atLeast: [], cells: cellsOf(row, average), notes: [...notesOf(row), ...averageNotes(row, average)] };
  });
  return finishedForm(1, ratesFormColumns, rows, given === null ? [averageMissing] : []);
}

function cellsOf(row: AreaRates, average: KnownAverage): readonly FormCell[] {
  const { households, persons, rates } = row;
  const exceeds = averageExceeds(row, average);
  const noHouseholds = exceeds || rates.poorHouseholds === null;
  // Where poor persons are not known because a size is missing, the residents may still carry the rate of others.
  const noPersons = exceeds || (rates.poorPersons === null && row.problem === "count-exceeds-residents");
  return [
    households.residents, persons.residents,
    households.poor, least(rates.poorHouseholds),
    households.nearPoor, least(rates.nearPoorHouseholds),
    average.households, noHouseholds ? null : ratio(average.households, households.residents),
    persons.poor, least(rates.poorPersons),
    persons.nearPoor, least(rates.nearPoorPersons),
    average.persons, noPersons ? null : ratio(average.persons, persons.residents),
  ];
}

/** The share of what is counted for certain, so that 4 = 3/1; what is open stands in a note. */
function least(range: RateRange | null): Ratio | null {
  return range === null ? null : range.low;
}

function ratio(numerator: number | null, denominator: number | null): Ratio | null {
  return numerator === null || denominator === null || denominator === 0 ? null : { numerator, denominator };
}

/** Recognised households are neither poor nor near-poor: all three together are at most the residents. */
function averageExceeds({ households, persons }: AreaRates, average: KnownAverage): boolean {
  return exceeds(households, average.households) || exceeds(persons, average.persons);
}

function exceeds(counted: AreaRates["persons"], average: number | null): boolean {
  return average !== null && counted.residents !== null && average + (counted.poor ?? 0) + (counted.nearPoor ?? 0) > counted.residents;
}

function notesOf({ households, persons, rates, problem, householdsWithoutPersons }: AreaRates): readonly FormNote[] {
  const notes: FormNote[] = [];
  if (households.undetermined > 0) notes.push(undeterminedNote(households.undetermined, persons.undetermined, rates));
  if (householdsWithoutPersons !== undefined)
    notes.push(formNote("without-persons", {
      vi: (count) => `Số hộ không có số nhân khẩu: ${count(householdsWithoutPersons)}; ô nhân khẩu nào cần đến thì để trống.`,
      en: (count) => `Households without their number of persons: ${count(householdsWithoutPersons)}; the cells of persons that need them are blank.`,
    }));
  if (problem !== undefined) notes.push(problemNotes[problem]);
  return notes;
}

function undeterminedNote(households: number, persons: number | null, { poorHouseholds, nearPoorHouseholds }: AreaRates["rates"]): FormNote {
  const most = poorHouseholds === null || nearPoorHouseholds === null ? null : { poor: poorHouseholds.high.numerator, nearPoor: nearPoorHouseholds.high.numerator };
  return formNote("undetermined-class", {
    vi: (count) =>
      `Số hộ chưa xác định được loại hộ: ${count(households)}${persons === null ? "" : ` (${count(persons)} nhân khẩu)`}; không tính vào cột 3, 5, 9, 11.` +
      (most === null ? "" : ` Nếu tính cả những hộ có thể thuộc loại đó thì cột 3 nhiều nhất là ${count(most.poor)}, cột 5 nhiều nhất là ${count(most.nearPoor)}.`),
    en: (count) =>
      `Households of undetermined class: ${count(households)}${persons === null ? "" : ` (${count(persons)} persons)`}; not in columns 3, 5, 9, 11.` +
      (most === null ? "" : ` With those that may belong there column 3 is at most ${count(most.poor)}, column 5 at most ${count(most.nearPoor)}.`),
  });
}

const problemNotes: Readonly<Record<NonNullable<AreaRates["problem"]>, FormNote>> = {
  "count-exceeds-residents": /* @__PURE__ */ formNote("count-exceeds-residents", {
    vi: () => "Số hộ hoặc nhân khẩu đếm được nhiều hơn số dân cư: số dân cư sai, tỷ lệ dựa vào đó để trống.",
    en: () => "More households or persons were counted than are resident: the resident total is wrong, and rates that rest on it are blank.",
  }),
  "residents-differ-from-children": /* @__PURE__ */ formNote("residents-differ-from-children", {
    vi: () => "Số dân cư đã nhập không khớp với tổng của các đơn vị trực thuộc.",
    en: () => "The residents given do not agree with those of the parts.",
  }),
};

function averageNotes(row: AreaRates, average: KnownAverage): readonly FormNote[] {
  return [...(averageExceeds(row, average) ? [averageTooMany] : []), ...(average.differ ? [averageDiffers] : [])];
}

const averageTooMany = /* @__PURE__ */ formNote("average-exceeds-residents", {
  vi: () => "Hộ nghèo, hộ cận nghèo và hộ được công nhận có mức sống trung bình cộng lại nhiều hơn số dân cư; cột 8 và cột 14 để trống.",
  en: () => "Poor, near-poor and recognised households together are more than the residents; columns 8 and 14 are blank.",
});

const averageDiffers = /* @__PURE__ */ formNote("average-differs-from-children", {
  vi: () => "Số hộ được công nhận có mức sống trung bình đã nhập không khớp với tổng của các đơn vị trực thuộc.",
  en: () => "The recognised households given do not agree with those of the parts.",
});

const averageMissing = /* @__PURE__ */ formNote("average-not-recognised", {
  vi: () => "Cột 7, 8, 13, 14 để trống: chưa có số hộ được công nhận có mức sống trung bình; mức thu nhập không thay được việc công nhận.",
  en: () => "Columns 7, 8, 13, 14 are blank: recognised households of average living standard were not given, and an income band is no recognition.",
});
