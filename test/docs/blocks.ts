import ts from "typescript";

/** A fenced block of code. */
export interface Block {
  /** First word behind the opening fence: `ts`, `console`, … */
  readonly language: string;
  /** Whether the word `continued` follows it. */
  readonly continued: boolean;
  /** The name of the file that it is, where the word behind the language is one. */
  readonly name: string | null;
  readonly code: string;
  /** Line of the file on which the code starts, from 1. */
  readonly line: number;
}

/**
 * The fenced blocks of a Markdown text, in order.
 *
 * @param firstLine - The line of the file on which the text starts.
 */
export function blocksOf(markdown: string, firstLine = 1): Block[] {
  const blocks: Block[] = [];
  let open: { fence: string; indent: number; info: readonly string[]; line: number; code: string[] } | undefined;
  for (const [index, line] of markdown.split("\n").entries()) {
    if (open) {
      if (line.trim().startsWith(open.fence) && line.trim().replaceAll("`", "") === "") {
        const [language = "", ...words] = open.info;
        blocks.push({ language, continued: words.includes("continued"), name: words.find((word) => word.includes(".")) ?? null, code: open.code.join("\n"), line: open.line });
        open = undefined;
      } else {
        const indent = line.length - line.trimStart().length;
        open.code.push(line.slice(Math.min(indent, open.indent)));
      }
      continue;
    }
    const fence = /^(\s*)(`{3,})([^`]*)$/.exec(line);
    if (fence) {
      const [, indent = "", ticks = "", info = ""] = fence;
      open = { fence: ticks, indent: indent.length, info: info.trim().split(/\s+/), line: firstLine + index + 1, code: [] };
    }
  }
  if (open) throw new Error(`the block that starts on line ${String(open.line - 1)} has no end`);
  return blocks;
}

/** The fenced blocks in the docstrings of a TypeScript source. */
export function blocksOfDocstrings(source: string): Block[] {
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.ES2022, true);
  const comments = new Map<number, string>();
  const visit = (node: ts.Node): void => {
    for (const { pos, end } of ts.getLeadingCommentRanges(source, node.getFullStart()) ?? []) {
      if (source.startsWith("/**", pos)) comments.set(pos, source.slice(pos, end));
    }
    for (const child of node.getChildren(file)) visit(child);
  };
  visit(file);
  return [...comments].sort(([a], [b]) => a - b).flatMap(([pos, comment]) => {
    const text = comment.replace(/^\/\*\*|\*\/$/g, "").replace(/^[ \t]*\* ?/gm, "");
    return blocksOf(text, file.getLineAndCharacterOfPosition(pos).line + 1);
  });
}
