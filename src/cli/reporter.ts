import type { Problem } from "./problem.js";
import type { Progress } from "./progress.js";
import type { TextOutput } from "./text-output.js";

/** So many warnings are printed in one run at most. */
const MOST_WARNINGS = 1000;

/** Tells on standard error what is wrong with which line, and remembers that something was. */
export class Reporter {
  readonly #output: TextOutput;
  readonly #progress: Progress;
  readonly #warned = new Set<string>();
  #failed = false;

  /**
   * @param output - Standard error.
   * @param progress - The line of progress, which makes room for a report.
   */
  constructor(output: TextOutput, progress: Progress) {
    this.#output = output;
    this.#progress = progress;
  }

  /** Whether any problem was reported, or the run has failed as it was asked to. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Lets the run fail although every line was good, because it was asked to fail on an answer. */
  fail(): void {
    this.#failed = true;
  }

  /**
   * Reports what is wrong with a line.
   *
   * @param line - Its number, from 1.
   * @param problem - What is wrong.
   * @param file - Which of the other files it stands in, for example `members`; `null` for the main input.
   */
  problem(line: number, { code, path, message }: Problem, file: string | null = null): void {
    this.#failed = true;
    this.#line({ ...(file === null ? {} : { file }), line, error: { code, path, message } });
  }

  /**
   * Warns that a key or column is left out: once for each in a run, so that a million lines give no million warnings.
   *
   * @param line - Where it was met first.
   * @param path - The key with its path; the places of members do not tell keys apart.
   * @param file - As in {@link problem}.
   */
  leftOut(line: number, path: string, file: string | null = null): void {
    const key = `${file ?? ""}:${path.replace(/\[\d+\]/g, "[]")}`;
    if (this.#warned.has(key) || this.#warned.size >= MOST_WARNINGS) return;
    this.#warned.add(key);
    const message = this.#warned.size === MOST_WARNINGS ? "left out; warnings of further unknown keys are not shown" : "left out: no known key has this name";
    this.#line({ ...(file === null ? {} : { file }), line, warning: { code: "chuan-ngheo/unknown-key", path, message } });
  }

  /**
   * Prints text for people.
   *
   * @param text - One or more lines.
   */
  say(text: string): void {
    this.#progress.clear();
    this.#output.write(`${text}\n`);
  }

  /** Whether the reader of standard error is behind. */
  get full(): boolean {
    return this.#output.full;
  }

  /** Waits until the reader of standard error has caught up. */
  async drained(): Promise<void> {
    await this.#output.drained();
  }

  #line(report: object): void {
    this.say(JSON.stringify(report));
  }
}
