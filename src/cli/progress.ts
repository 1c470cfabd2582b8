import { groupedNumber } from "../core/text.js";
import type { TextOutput } from "./text-output.js";

/** Nothing is shown of a shorter run. */
const SHOWN_AFTER_MS = 2000;
const EVERY_MS = 200;
/** The clock is looked at once in so many lines. */
const LINES_BETWEEN_LOOKS = 256;

/** One line on a terminal that counts the lines of a long run, and goes away at its end. */
export class Progress {
  readonly #output: TextOutput | null;
  readonly #now: () => number;
  readonly #started: number;
  #lines = 0;
  #lastShown = 0;
  #visible = false;

  /**
   * @param output - Standard error if it is a terminal on which nothing else is printed; else `null`, and nothing is shown.
   * @param now - The clock, in milliseconds.
   */
  constructor(output: TextOutput | null, now: () => number) {
    this.#output = output;
    this.#now = now;
    this.#started = output === null ? 0 : now();
  }

  /** Counts a line. */
  tick(): void {
    this.#lines++;
    if (this.#output === null || this.#lines % LINES_BETWEEN_LOOKS !== 0) return;
    const now = this.#now();
    if (now - this.#started < SHOWN_AFTER_MS || now - this.#lastShown < EVERY_MS) return;
    this.#lastShown = now;
    this.#visible = true;
    this.#output.write(`\r${groupedNumber(this.#lines, "en")} lines read`);
  }

  /** Takes the line away. */
  clear(): void {
    if (!this.#visible) return;
    this.#visible = false;
    this.#output?.write("\r\x1b[K");
  }
}
