import { groupedNumber, type Locale } from "../../core/text.js";
import type { FormNote, FormNoteCode } from "./form-table.js";

/**
 * A note in both languages.
 *
 * @param code - What it is about.
 * @param sentence - Its text in a language; `count` writes a number as that language does.
 */
export function formNote(code: FormNoteCode, sentence: Readonly<Record<Locale, (count: (value: number) => string) => string>>): FormNote {
  return {
    code,
    vi: sentence.vi((value) => groupedNumber(value, "vi")),
    en: sentence.en((value) => groupedNumber(value, "en")),
  };
}
