import type { OptionSpec } from "./arguments.js";
import type { Command } from "./command.js";

const exitCodes = "Exit code: 0 all good, 1 some lines were reported and the others answered, 2 wrong usage or an unusable file.";

/**
 * The usage of the tool.
 *
 * @param commands - Its commands.
 */
export function toolUsage(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    "chuan-ngheo: Vietnam's poverty standards; the same household, the same standard, the same answer",
    "",
    "Usage: chuan-ngheo <command> [options] [FILE]",
    "",
    "Commands:",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    'FILE is JSON Lines or CSV in UTF-8; without it, or with "-", standard input is read.',
    "Each good line is answered on standard output; what is wrong with another is told on standard error:",
    '  {"line":7,"error":{"code":"chuan-ngheo/invalid-input","path":"residence","message":"…"}}',
    exitCodes,
    "",
    "chuan-ngheo <command> --help tells more; chuan-ngheo --version prints the version.",
  ].join("\n");
}

/**
 * The usage of one command.
 *
 * @param command - The command.
 */
export function commandUsage({ name, summary, options, takesFile, details }: Command): string {
  const required = options.filter((option) => option.required === true).map((option) => ` ${optionText(option)}`);
  const width = Math.max(...options.map((option) => optionText(option).length));
  return [
    `chuan-ngheo ${name}: ${summary}`,
    "",
    `Usage: chuan-ngheo ${name}${required.join("")} [options]${takesFile ? " [FILE]" : ""}`,
    "",
    "Options:",
    ...options.flatMap((option) => {
      const [first = "", ...more] = option.summary.split("\n");
      return [`  ${optionText(option).padEnd(width)}  ${first}`, ...more.map((line) => `  ${" ".repeat(width)}  ${line}`)];
    }),
    "",
    details,
    "",
    exitCodes,
  ].join("\n");
}

function optionText({ name, value }: OptionSpec): string {
  return value === null ? `--${name}` : `--${name} ${value}`;
}
