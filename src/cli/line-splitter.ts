import { isUtf8 } from "node:buffer";

/** A line of a file as it stands there. */
export interface Line {
  /** Its number, from 1; blank lines count. */
  readonly number: number;
  /** Its text without the line break. Of a line that is no UTF-8, what can be made of it. */
  readonly text: string;
  /** Why it cannot be read as text; `null` where it can. */
  readonly broken: string | null;
}

const NEWLINE = 10;
/** A longer line is no record, and would not fit into memory with the others. */
const MOST_BYTES = 64 * 1024 * 1024;

const invalidUtf8 = "expected text in UTF-8; this line has other bytes";

/** Splits bytes into lines, wherever the pieces that arrive are cut: also within a character. */
export class LineSplitter {
  #pending: Uint8Array[] = [];
  #pendingBytes = 0;
  #tooLong = false;
  #number = 0;

  /**
   * The lines that are complete with the next piece.
   *
   * @param bytes - The next piece of the file.
   */
  push(bytes: Uint8Array): readonly Line[] {
    const end = bytes.lastIndexOf(NEWLINE);
    if (end < 0) {
      this.#hold(bytes);
      return [];
    }
    const lines: Line[] = [];
    let from = 0;
    if (this.#pendingBytes > 0) {
      // Up to its first line break the piece ends a line that was begun before it.
      const first = bytes.indexOf(NEWLINE);
      this.#hold(bytes.subarray(0, first));
      lines.push(this.#heldLine());
      from = first + 1;
    }
    if (from <= end) this.#split(bytes.subarray(from, end), lines);
    this.#hold(bytes.subarray(end + 1));
    return lines;
  }

  /** The last line, where no line break stands at its end. */
  end(): readonly Line[] {
    return this.#pendingBytes === 0 ? [] : [this.#heldLine()];
  }

  #hold(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#pendingBytes += bytes.length;
    this.#tooLong ||= this.#pendingBytes > MOST_BYTES;
    if (this.#tooLong) this.#pending = [];
    else this.#pending.push(bytes);
  }

  #heldLine(): Line {
    const bytes = Buffer.concat(this.#pending);
    const tooLong = this.#tooLong;
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#tooLong = false;
    return tooLong ? this.#line("", `expected at most ${MOST_BYTES / 1024 / 1024} MiB in one line`) : this.#decoded(bytes);
  }

  #split(bytes: Uint8Array, lines: Line[]): void {
    if (!isUtf8(bytes)) {
      let from = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
        lines.push(this.#decoded(bytes.subarray(from, end)));
        from = end + 1;
      }
      lines.push(this.#decoded(bytes.subarray(from)));
      return;
    }
    const text = textOf(bytes);
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      lines.push(this.#line(text.slice(from, end), null));
      from = end + 1;
    }
    lines.push(this.#line(text.slice(from), null));
  }

  #decoded(bytes: Uint8Array): Line {
    return this.#line(textOf(bytes), isUtf8(bytes) ? null : invalidUtf8);
  }

  #line(text: string, broken: string | null): Line {
    this.#number++;
    const from = this.#number === 1 && text.startsWith("\uFEFF") ? 1 : 0;
    return { number: this.#number, text: text.slice(from, text.endsWith("\r") ? -1 : undefined), broken };
  }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}
