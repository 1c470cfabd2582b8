const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * Text as HTML shows it, in an element or in a quoted attribute; signs that no page may hold become the one for what
 * cannot be shown.
 *
 * @param text - Any text, also a hostile one.
 */
export function escapedHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? "").replace(/(?![\t\n\r])[\p{Cc}\p{Cs}]/gu, "\uFFFD");
}

/** What a page of its own is made of. */
export interface PageParts {
  /** The language of the page. */
  readonly language: string;
  /** Title, as plain text. */
  readonly title: string;
  /** The style sheet, a constant of this package. */
  readonly style: string;
  /** Its SHA-256 in Base64, as a content policy names it: `sha256-…`. */
  readonly styleHash: string;
}

/**
 * The start of a page that needs no other file, runs no script, and whose policy allows nothing but its own style.
 *
 * @param parts - Language, title and style.
 */
export function pageStart({ language, title, style, styleHash }: PageParts): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapedHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
`;
}

/** The end of a page that {@link pageStart} began. */
export const pageEnd = "</main>\n</body>\n</html>\n";
