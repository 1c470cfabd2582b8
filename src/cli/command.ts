import type { Arguments, OptionSpec } from "./arguments.js";
import type { Progress } from "./progress.js";
import type { Reporter } from "./reporter.js";
import type { TextOutput } from "./text-output.js";

/** What a command works with. */
export interface Run {
  /**
   * The bytes of a file.
   *
   * @param path - Its path; `null` for standard input.
   */
  readonly open: (path: string | null) => AsyncIterable<Uint8Array>;
  /** Standard output. */
  readonly output: TextOutput;
  /** Standard error. */
  readonly reporter: Reporter;
  /** The line of progress. */
  readonly progress: Progress;
}

/** A command of the tool. */
export interface Command {
  /** Its name. */
  readonly name: string;
  /** What it does, in a few words. */
  readonly summary: string;
  /** Its options. */
  readonly options: readonly OptionSpec[];
  /** Whether it reads an input file. */
  readonly takesFile: boolean;
  /** What its usage says below the options. */
  readonly details: string;
  /**
   * Does it.
   *
   * @param args - What it was called with.
   * @param run - What it works with.
   * @throws {@link UsageError} when it cannot be done as asked.
   */
  readonly run: (args: Arguments, run: Run) => Promise<void>;
}
