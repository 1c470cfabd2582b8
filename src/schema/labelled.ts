import type * as z from "zod";
import type { LocalizedText } from "../core/text.js";

/**
 * A schema with its title in English and, in its description, its Vietnamese name and what else there is to say; JSON
 * Schema keeps both.
 *
 * @param schema - The schema.
 * @param label - What it is called.
 * @param more - Sentences that follow.
 */
export function labelled<Schema extends z.ZodType>(schema: Schema, label: LocalizedText, ...more: readonly string[]): Schema {
  return schema.meta({ title: label.en, description: [`${label.vi}.`, ...more].join(" ") });
}
