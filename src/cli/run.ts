import { resolve } from "node:path";
import type { Writable } from "node:stream";
import { nearestName } from "../core/nearest-name.js";
import { version } from "../core/version.js";
import { readArguments } from "./arguments.js";
import type { Run } from "./command.js";
import { commands } from "./commands.js";
import { OutputFile } from "./output-file.js";
import { Progress } from "./progress.js";
import { Reporter } from "./reporter.js";
import { helpOption } from "./shared-options.js";
import { TextOutput } from "./text-output.js";
import { commandUsage, toolUsage } from "./usage.js";
import { UsageError } from "./usage-error.js";

/** What the tool is run in. */
export interface Surroundings {
  /** Standard input. */
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Standard output. */
  readonly stdout: Writable;
  /** Standard error. */
  readonly stderr: Writable;
  /**
   * The bytes of a file.
   *
   * @param path - As it stands on the command line.
   */
  readonly open: (path: string) => AsyncIterable<Uint8Array>;
  /**
   * A file to write, made empty.
   *
   * @param path - As it stands on the command line.
   */
  readonly create: (path: string) => Promise<Writable>;
  /** The clock, in milliseconds; only progress is measured by it. */
  readonly now: () => number;
  /** Whether standard input is a terminal, and not a file or another program. */
  readonly typed: boolean;
  /** Whether somebody watches: standard error is a terminal, and standard output is none. */
  readonly watched: boolean;
}

/**
 * Runs the tool.
 *
 * @param argv - The arguments after the name of the program.
 * @param surroundings - Its streams and files.
 * @returns The exit code: 0 all good, 1 some lines were reported, 2 wrong usage.
 */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const output = new TextOutput(surroundings.stdout);
  const errors = new TextOutput(surroundings.stderr);
  const progress = new Progress(surroundings.watched ? errors : null, surroundings.now);
  const reporter = new Reporter(errors, progress);
  let stdinIsRead = false;
  const inputs = new Set<string>();
  const open: Run["open"] = (path) => {
    if (path !== null) {
      inputs.add(resolve(path));
      return readable(surroundings.open(path), path);
    }
    if (stdinIsRead) throw new UsageError("two inputs are standard input; name a file for one of them");
    stdinIsRead = true;
    if (surroundings.typed) reporter.say("Reading what is typed here, one line each; Ctrl+D ends it.");
    return readable(surroundings.stdin, "standard input");
  };
  const create: Run["create"] = async (path) => {
    if (inputs.has(resolve(path))) throw new UsageError(`${path} is an input of this run; name another file to write`);
    try {
      return new OutputFile(path, await surroundings.create(path));
    } catch (error) {
      throw new UsageError(`${path} cannot be written: ${reasonOf(error, "there is no such directory")}`);
    }
  };
  let code: number;
  try {
    await dispatched(argv, { open, create, output, reporter, progress });
    code = reporter.failed ? 1 : 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const [command] = argv;
    const known = commands.some(({ name }) => name === command);
    reporter.say(`chuan-ngheo${known ? ` ${command ?? ""}` : ""}: ${error.message}`);
    reporter.say(`chuan-ngheo${known ? ` ${command ?? ""}` : ""} --help tells how it is used.`);
    code = 2;
  }
  progress.clear();
  await output.finish();
  if (output.failure !== null) {
    reporter.say(`chuan-ngheo: standard output cannot be written (${output.failure})`);
    code = 2;
  }
  await errors.finish();
  return code;
}

async function dispatched([name, ...rest]: readonly string[], run: Run): Promise<void> {
  if (name === undefined) throw new UsageError(`expected a command: ${commands.map((command) => command.name).join(", ")}`);
  const command = commands.find((each) => each.name === name);
  if (command !== undefined) {
    const helped = { ...command, options: [...command.options, helpOption] };
    const args = rest.includes("-h") ? null : readArguments(rest, helped.options, command.takesFile);
    if (args !== null && !args.options.has("help")) await command.run(args, run);
    else run.output.write(`${commandUsage(helped)}\n`);
  } else if (name === "--version") run.output.write(`${version}\n`);
  else if (["--help", "-h", "help"].includes(name)) run.output.write(`${toolUsage(commands)}\n`);
  else throw unknownCommand(name);
}

function unknownCommand(name: string): UsageError {
  const near = nearestName(name, [...commands.map((command) => command.name), "--help", "--version"]);
  const shown = /^[\w-]{1,40}$/.test(name) ? `"${name}" is no command` : "there is no such command";
  return new UsageError(`${shown}${near === null ? "" : `; the nearest is "${near}"`} (expected ${commands.map((command) => command.name).join(", ")})`);
}

/** The bytes of a file; that it cannot be read is told in words. */
async function* readable(bytes: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${reasonOf(error, "there is no such file")}`);
  }
}

/** Why a file cannot be opened, in words. */
function reasonOf(error: unknown, missing: string): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOENT" ? missing : code === "EISDIR" ? "it is a directory" : code === "EACCES" ? "permission denied" : (code ?? "unknown reason");
}
