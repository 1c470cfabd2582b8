/** Markup that is already safe; everything else is text and is escaped. */
class Markup {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * Markup from a template whose values are escaped, in text and in quoted attributes alike; lists are put one behind the
 * other, and `null` is nothing.
 */
export function html(strings, ...values) {
  return new Markup(strings.map((string, index) => string + (index < values.length ? written(values[index]) : "")).join(""));
}

/**
 * Text that is markup already, and is not escaped again.
 *
 * @param text - Made by this site: a style sheet, what the Markdown library returns.
 */
export function markup(text) {
  return new Markup(text);
}

function written(value) {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(written).join("");
  return value === null || value === undefined ? "" : String(value).replace(/[&<>"']/g, (sign) => entities[sign]);
}
