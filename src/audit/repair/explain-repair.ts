import type { Locale, LocalizedText } from "../../core/text.js";
import { sentence, type Phrases } from "../audit-text.js";
import { pathOfValue, type ClaimTable } from "../claim-table.js";
import { partPlace } from "../share-check.js";
import type { EditKind } from "./edit-kinds.js";
import type { RepairEdit } from "./repair.js";

const kinds: Readonly<Record<EditKind, LocalizedText>> = {
  "digit-replaced": { vi: "sai một chữ số", en: "one digit wrong" },
  "neighbours-swapped": { vi: "hai chữ số liền nhau bị đảo", en: "two neighbouring digits swapped" },
  "zero-dropped": { vi: "thừa một số 0", en: "a zero too many" },
  "zero-added": { vi: "thiếu một số 0", en: "a zero missing" },
  "digit-dropped": { vi: "thừa một chữ số", en: "a digit too many" },
  "digit-added": { vi: "thiếu một chữ số", en: "a digit missing" },
  "point-moved": { vi: "sai vị trí dấu thập phân", en: "the decimal point misplaced" },
  "off-by-one-unit": { vi: "lệch một đơn vị ở chữ số cuối", en: "off by one unit of the last digit" },
  "rate-copied": { vi: "lẫn với tỷ lệ của dòng khác", en: "mixed up with the percentage of another row" },
  "value-replaced": { vi: "một giá trị khác", en: "another value altogether" },
};

const rateOf: Readonly<Record<Locale, (part: string, whole: string) => string>> = {
  vi: (part, whole) => `tỷ lệ ${part} trên ${whole}`,
  en: (part, whole) => `the percentage of ${part} in ${whole}`,
};

/**
 * A repair as a sentence: what would have to be printed for every check to pass.
 *
 * @param edits - The edits.
 * @param table - The table.
 */
export function explainRepair(edits: readonly RepairEdit[], table: ClaimTable): LocalizedText {
  return sentence(
    (say) => `Mọi kiểm tra đều khớp nếu ${edits.map((edit) => editText(edit, table, say)).join(" và ")}.`,
    (say) => `Every check passes if ${edits.map((edit) => editText(edit, table, say)).join(" and ")}.`,
  );
}

function editText({ path, from, to, kind }: RepairEdit, table: ClaimTable, say: Phrases): string {
  const shown = (value: number | string): string => (typeof value === "number" ? say.count(value) : say.percent(value));
  const [is, not] = say.locale === "vi" ? ["là", "không phải"] : ["is", "not"];
  const between = say.locale === "vi" ? ["từ", "đến"] : ["from", "to"];
  const meant = typeof to === "object" ? `${between[0] ?? ""} ${shown(to[0])} ${between[1] ?? ""} ${shown(to[1])}` : shown(to);
  return `${subject(path, table, say.locale)} ${is} ${meant}, ${not} ${shown(from)} (${kinds[kind][say.locale]})`;
}

function subject(path: string, { names, shares }: ClaimTable, locale: Locale): string {
  const share = shares.find((each) => `${each.path}.printed` === path);
  if (share === undefined) return names.find((name) => pathOfValue(name) === path) ?? path;
  return rateOf[locale](names[partPlace(share, 0)] ?? "", share.wholeName);
}
