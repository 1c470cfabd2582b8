import { Writable } from "node:stream";
import { run } from "../../src/cli/run.js";

/** What a run of the tool came to. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Files that were written, by path. */
  readonly written: Readonly<Record<string, string>>;
  /** The lines of standard output, read as JSON. */
  readonly answers: readonly Record<string, unknown>[];
  /** The lines of standard error that are reports, in short: "3 invalid-input residence". */
  readonly reports: readonly string[];
}

/** What a run of the tool is given. */
export interface Given {
  readonly stdin?: string | Uint8Array;
  /** Files by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Every input arrives in pieces of so many bytes; in one piece without it. */
  readonly pieces?: number;
}

/** Runs the tool in this process, with streams and files in memory. */
export async function inProcess(argv: readonly string[], { stdin = "", files = {}, pieces = 1 << 30 }: Given = {}): Promise<Outcome> {
  const stdout = new Sink();
  const stderr = new Sink();
  const created = new Map<string, Sink>();
  const code = await run(argv, {
    stdin: inPieces(stdin, pieces),
    stdout,
    stderr,
    open: (path) => {
      const text = files[path];
      if (text === undefined) return missing();
      return inPieces(text, pieces);
    },
    create: (path) => {
      // Of files in memory all are in one directory.
      if (path.includes("/")) return Promise.reject(Object.assign(new Error("no such directory"), { code: "ENOENT" }));
      const sink = new Sink();
      created.set(path, sink);
      return Promise.resolve(sink);
    },
    now: () => 0,
    typed: false,
    watched: false,
  });
  const out = stdout.text();
  const err = stderr.text();
  const written = Object.fromEntries([...created].map(([path, sink]) => [path, sink.text()]));
  return { code, out, err, written, answers: out.startsWith("{") ? out.trimEnd().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>) : [], reports: reportsOf(err) };
}

/** Lines of a text: each ends with a line break. */
export function lines(...texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join("");
}

interface Report {
  readonly file?: string;
  readonly line: number;
  readonly error?: { readonly code: string; readonly path: string | null };
  readonly warning?: { readonly code: string; readonly path: string | null };
}

function reportsOf(err: string): string[] {
  return err
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => {
      const { file, line: number, error, warning } = JSON.parse(line) as Report;
      const { code, path } = error ?? warning ?? { code: "none", path: null };
      return [file ?? "", String(number), code.replace("chuan-ngheo/", ""), path ?? ""].filter((part) => part !== "").join(" ");
    });
}

async function* inPieces(text: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text as string);
  for (let from = 0; from < bytes.length; from += size) yield await Promise.resolve(bytes.subarray(from, from + size));
}

// eslint-disable-next-line require-yield
async function* missing(): AsyncGenerator<Uint8Array> {
  await Promise.reject(Object.assign(new Error("no such file"), { code: "ENOENT" }));
}

class Sink extends Writable {
  readonly #pieces: Buffer[] = [];

  override _write(piece: Buffer, _encoding: string, done: () => void): void {
    this.#pieces.push(piece);
    done();
  }

  text(): string {
    return Buffer.concat(this.#pieces).toString("utf8");
  }
}
