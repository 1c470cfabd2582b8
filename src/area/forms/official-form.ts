import { unexpected } from "../../core/checked-record.js";
import { PovertyStandardError } from "../../core/errors.js";
import { deprivationsForm, type DeprivationsFormData } from "./deprivations-form.js";
import type { OfficialForm, OfficialFormNumber } from "./form-table.js";
import { movementsForm, type MovementsFormData } from "./movements-form.js";
import { ratesForm, type RatesFormData } from "./rates-form.js";

/** What each form is filled from. */
export interface OfficialFormData {
  /** Results of the review: households, persons and rates. */
  readonly 1: RatesFormData;
  /** Movements of poor households. */
  readonly 2: MovementsFormData;
  /** Movements of near-poor households. */
  readonly 3: MovementsFormData;
  /** Poor households by indicator. */
  readonly 4: DeprivationsFormData;
  /** The same as shares of all poor households. */
  readonly 5: DeprivationsFormData;
  /** Near-poor households by indicator. */
  readonly 6: DeprivationsFormData;
  /** The same as shares of all near-poor households. */
  readonly 7: DeprivationsFormData;
}

const builders: { readonly [Form in OfficialFormNumber]: (data: OfficialFormData[Form]) => OfficialForm } = {
  1: ratesForm,
  2: (data) => movementsForm(2, data),
  3: (data) => movementsForm(3, data),
  4: (data) => deprivationsForm(4, data),
  5: (data) => deprivationsForm(5, data),
  6: (data) => deprivationsForm(6, data),
  7: (data) => deprivationsForm(7, data),
};

/**
 * An official table as data: numbered columns, a row for every area, exact cells, blank where the sheet is blank.
 *
 * It counts nothing: `areaRates`, `rollUpMovements` and `tabulateDeprivations` do, parents included. Cells hold what is
 * certain; what is open stands in a note of the row, with its number. A table with counts of 1 to 4 in a row of level
 * `village` carries a warning.
 *
 * @param number - 1 to 7.
 * @param data - What that form is filled from.
 * @throws {@link PovertyStandardError} `law-not-held` for other forms, whose columns are not known; `invalid-area` and
 *   `invalid-input` for what is wrong with the data.
 * @source Circular 07/2021/TT-BLĐTBXH, forms 1 to 7, as provinces fill them.
 *
 * @example
 * Hà Tĩnh city, end of 2023; its residents are one of the totals that the printed rates allow.
 * ```ts
 * const areas = [{ code: "436", name: "Thành phố Hà Tĩnh", level: "city" }];
 * const households = [
 *   ...Array.from({ length: 377 }, () => ({ areaCode: "436", class: "poor" }) as const),
 *   ...Array.from({ length: 549 }, () => ({ areaCode: "436", class: "near-poor" }) as const),
 * ];
 * const rates = areaRates(households, { areas, residents: [{ areaCode: "436", households: 30900 }] });
 * const { columns, rows } = officialForm(1, { areas, rates });
 * columns[3].formula; // => "4 = 3/1"
 * rows[0].cells.slice(0, 4); // => [30900, null, 377, { numerator: 377, denominator: 30900 }]
 * officialForm(8, { areas, rates }); // => throws chuan-ngheo/law-not-held
 * ```
 */
export function officialForm<Form extends OfficialFormNumber>(number: Form, data: OfficialFormData[Form]): OfficialForm {
  const asked: unknown = number;
  if (typeof asked !== "number" || !Number.isSafeInteger(asked)) throw unexpected("number", "expected the number of a form", asked);
  if (!Object.hasOwn(builders, asked)) throw new PovertyStandardError("law-not-held", "forms 1 to 7 are held; the columns of others are not known", "number");
  return builders[number](data);
}
