import { finished, type Writable } from "node:stream";
import { TextOutput } from "./text-output.js";
import { UsageError } from "./usage-error.js";

/** A file that a command writes beside standard output. Of its text no more is held than the disk is behind. */
export class OutputFile {
  readonly #path: string;
  readonly #stream: Writable;
  readonly #output: TextOutput;

  /**
   * @param path - What it is called in messages.
   * @param stream - Where the text goes.
   */
  constructor(path: string, stream: Writable) {
    this.#path = path;
    this.#stream = stream;
    this.#output = new TextOutput(stream);
  }

  /**
   * Writes text, and waits while the disk is behind.
   *
   * @param text - The text.
   * @throws {@link UsageError} when the file cannot be written.
   */
  async write(text: string): Promise<void> {
    this.#output.write(text);
    if (this.#output.full) await this.#output.drained();
    this.#check();
  }

  /**
   * Ends the file.
   *
   * @throws {@link UsageError} when not all of it could be written.
   */
  async finish(): Promise<void> {
    await this.#output.finish();
    // A full disk is told only after the file was closed.
    await new Promise<void>((resolve) => {
      finished(this.#stream, () => {
        resolve();
      });
      this.#stream.end();
    });
    this.#check();
  }

  #check(): void {
    // Unlike standard output, a file with a missing end is no use to anybody.
    if (this.#output.closed) throw new UsageError(`${this.#path} cannot be written: ${this.#output.failure ?? "its reader went away"}`);
  }
}
