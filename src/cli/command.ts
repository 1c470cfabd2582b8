import type { Arguments, OptionSpec } from "./arguments.js";
import type { OutputFile } from "./output-file.js";
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
  /**
   * A new file, or an old one made empty. All inputs are opened before, so that none of them is written over.
   *
   * @param path - Its path.
   * @throws {@link UsageError} when it cannot be written, or is an input of the run.
   */
  readonly create: (path: string) => Promise<OutputFile>;
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
