import { parseArgs } from "node:util";
import { nearestName } from "../core/nearest-name.js";
import { UsageError } from "./usage-error.js";

/** An option of a command. */
export interface OptionSpec {
  /** Its name without the dashes. */
  readonly name: string;
  /** What its value is called in the usage; `null` for an option without one. */
  readonly value: string | null;
  /** The words it takes, where they are fixed. */
  readonly choices?: readonly string[];
  /** Whether the command does nothing without it. */
  readonly required?: boolean;
  /** What it does, in one or more lines. */
  readonly summary: string;
}

/** What a command was called with. */
export interface Arguments {
  /** The value of each option that was given; an empty text for one without value. */
  readonly options: ReadonlyMap<string, string>;
  /** The input file; `null` for standard input. */
  readonly file: string | null;
}

/**
 * Reads the arguments of a command.
 *
 * @param args - What follows the name of the command.
 * @param specs - The options that it knows; each may be given once.
 * @param takesFile - Whether it reads an input.
 * @throws {@link UsageError} for anything that the command does not know, naming the nearest option.
 */
export function readArguments(args: readonly string[], specs: readonly OptionSpec[], takesFile: boolean): Arguments {
  const known = new Map(specs.map((spec) => [spec.name, spec]));
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(specs.map(({ name, value }) => [name, { type: value === null ? ("boolean" as const) : ("string" as const) }])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const options = new Map<string, string>();
  const files: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") files.push(token.value);
    if (token.kind !== "option") continue;
    const spec = known.get(token.name);
    if (spec === undefined) throw unknownOption(token.rawName, known.keys());
    if (options.has(spec.name)) throw new UsageError(`--${spec.name} is given twice`);
    options.set(spec.name, checkedValue(spec, token.value, token.inlineValue === true));
  }
  if (files.length > (takesFile ? 1 : 0)) throw new UsageError(takesFile ? "expected one input file; more are given" : "expected no file; this command reads none");
  const missing = specs.filter(({ name, required }) => required === true && !options.has(name));
  // Help needs nothing else.
  if (missing.length > 0 && !options.has("help")) throw new UsageError(`expected ${missing.map(({ name, value }) => `--${name} ${value ?? ""}`.trim()).join(" and ")}`);
  const [file] = files;
  return { options, file: file === undefined || file === "-" ? null : file };
}

function unknownOption(rawName: string, known: Iterable<string>): UsageError {
  const near = nearestName(rawName, known);
  return new UsageError(`${/^--?[A-Za-z][\w-]{0,39}$/.test(rawName) ? `${rawName} is no option` : "there is an unknown option"}${near === null ? "" : `; the nearest is --${near}`}`);
}

function checkedValue({ name, value, choices }: OptionSpec, given: string | undefined, inline: boolean): string {
  if (value === null) {
    if (given !== undefined) throw new UsageError(`--${name} takes no value`);
    return "";
  }
  // `--map --format csv`: the value was forgotten. A lone dash is standard input.
  if (given === undefined || given === "" || (!inline && given.startsWith("-") && given !== "-")) throw new UsageError(`--${name} needs a value: --${name} ${value}`);
  if (choices !== undefined && !choices.includes(given)) {
    const near = nearestName(given, choices);
    throw new UsageError(`--${name}: expected ${choices.join(" or ")}${near === null ? "" : `; the nearest is ${near}`}`);
  }
  return given;
}
