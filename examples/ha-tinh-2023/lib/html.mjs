/** Markup that is already safe; everything else is text and is escaped. */
class Markup {
  constructor(text) {
    this.text = text;
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
 * Markup that is not escaped again.
 *
 * @param text - Made by the charts, which escape what they show.
 */
export function markup(text) {
  return new Markup(text);
}

function written(value) {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(written).join("");
  return value === null || value === undefined ? "" : String(value).replace(/[&<>"']/g, (letter) => entities[letter]);
}

/**
 * A whole page with its one style sheet. Its policy allows this very sheet and nothing else: no script, no picture, no
 * address, no form.
 *
 * @param page - `title`, `style` (the sheet as text), `styleHash` (its SHA-256 in base64) and `body`.
 */
export function htmlPage({ title, style, styleHash, body }) {
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
  return `${html`<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
${body}
</body>
</html>`.text}\n`;
}
