import { spawnSync } from "node:child_process";
import { expect } from "vitest";

/*
 * A block of a terminal session: a line that starts with `$ ` is a command (a `\` at its end continues it), the lines
 * up to the next command are what it prints. `…` stands for any text within a line. What goes to stderr is shown only
 * where the command says `2>&1`; a command that fails must say so, with `2>&1` or `; echo $?`.
 */

/** One command with what it is said to print. */
export interface Command {
  readonly line: number;
  readonly text: string;
  readonly output: string;
}

/** The commands of a block whose code starts on the given line. */
export function commandsOf(code: string, firstLine: number): Command[] {
  const commands: { line: number; text: string[]; output: string[] }[] = [];
  for (const [index, line] of code.split("\n").entries()) {
    const last = commands.at(-1);
    if (line.startsWith("$ ")) {
      commands.push({ line: firstLine + index, text: [line.slice(2)], output: [] });
    } else if (!last) {
      throw new Error(`line ${String(firstLine + index)}: a console block starts with "$ "`);
    } else if (last.output.length === 0 && last.text.at(-1)?.endsWith("\\")) {
      last.text.push(line);
    } else {
      last.output.push(line);
    }
  }
  return commands.map(({ line, text, output }) => ({ line, text: text.join("\n"), output: output.join("\n").trimEnd() }));
}

/**
 * Runs a command and compares what it prints. A command that does not call the library's CLI is left alone, unless it
 * only shows text; then no output may be claimed for it.
 *
 * @returns Whether the command was run.
 */
export function runCommand({ text, output }: Command, place: string, { cwd, cliPath }: { cwd: string; cliPath: string }): boolean {
  if (!text.includes("npx chuan-ngheo") && !/^(cat|head|printf|echo) /.test(text)) {
    expect(output, `${place}: the output of a command that no test runs`).toBe("");
    return false;
  }
  const command = text.replaceAll("npx chuan-ngheo", `'${process.execPath}' '${cliPath}'`);
  const { stdout, stderr, status, error } = spawnSync("bash", ["-c", command], {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 60_000,
  });
  if (error) throw error;
  const printed = stdout.trimEnd();
  expect(printed, `${place}: ${text}\n${stderr}`).toBe(fitting(output, printed));
  if (!/2>&1|echo \$\?/.test(text)) expect(status, `${place}: exit code of ${text}\n${stderr}`).toBe(0);
  return true;
}

/** The expected text, with each line that fits the printed one replaced by it. */
export function fitting(expected: string, printed: string): string {
  const lines = printed.split("\n");
  return expected
    .split("\n")
    .map((line, index) => (line.includes("…") && fits(lines[index] ?? "", line) ? (lines[index] ?? "") : line))
    .join("\n");
}

function fits(printed: string, expected: string): boolean {
  const pattern = expected.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${pattern.join(".*")}$`, "u").test(printed);
}
