import type { Writable } from "node:stream";

/** So much text is held at most before it is handed to the stream. */
const HELD_AT_MOST = 65_536;

/**
 * Text on its way to a stream: lines that are ready at the same time go out together, and none waits for the next
 * input. When the reader goes away (`| head`) the rest is left unwritten.
 */
export class TextOutput {
  readonly #stream: Writable;
  #held = "";
  #scheduled = false;
  #full = false;
  #failure: NodeJS.ErrnoException | null = null;
  #wake: (() => void) | null = null;

  /** @param stream - Where the text goes. */
  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on("error", (error: NodeJS.ErrnoException) => {
      this.#failure ??= error;
      this.#resume();
    });
    stream.on("drain", () => {
      this.#resume();
    });
  }

  /** Whether nobody reads any more: more text would be lost. */
  get closed(): boolean {
    return this.#failure !== null;
  }

  /** Why writing failed, for a reason other than a reader who went away; `null` where it did not. */
  get failure(): string | null {
    const code = this.#failure?.code ?? null;
    return code === null || code === "EPIPE" || code === "ERR_STREAM_DESTROYED" ? null : code;
  }

  /** Whether the reader is behind: {@link drained} should be awaited before more is written. */
  get full(): boolean {
    return this.#full;
  }

  /**
   * Takes text; it is handed on before the program waits for anything.
   *
   * @param text - Whole lines.
   */
  write(text: string): void {
    if (this.closed) return;
    this.#held += text;
    if (this.#held.length >= HELD_AT_MOST) this.#flush();
    else if (!this.#scheduled) {
      this.#scheduled = true;
      // Comes round as soon as all input that is at hand has been worked through.
      setImmediate(() => {
        this.#scheduled = false;
        this.#flush();
      });
    }
  }

  /** Waits until the reader has caught up, or has gone away. */
  async drained(): Promise<void> {
    while (this.#full && !this.closed)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
  }

  /** Hands on what is left and waits until it is written. */
  async finish(): Promise<void> {
    this.#flush();
    if (this.closed) return;
    await new Promise<void>((resolve) => {
      this.#stream.write("", () => {
        resolve();
      });
    });
  }

  #flush(): void {
    if (this.#held === "" || this.closed) return;
    const text = this.#held;
    this.#held = "";
    if (!this.#stream.write(text)) this.#full = true;
  }

  #resume(): void {
    this.#full = false;
    this.#wake?.();
    this.#wake = null;
  }
}
