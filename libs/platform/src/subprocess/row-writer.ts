import { closeSync, openSync, writeSync } from 'node:fs';

/**
 * File descriptor of the second pipe of a subprocess. The parent passes its bytes on unparsed (`pour` of `runInSubprocess`).
 */
export const SECOND_PIPE_FD = 3;

/** Selects that pipe as the target of a RowWriter. */
export const secondPipe = Symbol('the pipe beside');

const BUFFER_BYTES = 128 * 1024;
/** Rows are written from this fill level: about the capacity of a pipe. */
const FLUSH_FROM_BYTES = 64 * 1024;

/**
 * Writes text rows as bytes, many at a time, from one preallocated buffer. Writes are synchronous and block while the
 * reader is slow: the subprocess has no other work to do meanwhile.
 */
export class RowWriter {
  readonly #to: number;
  readonly #bytes = Buffer.allocUnsafeSlow(BUFFER_BYTES);
  #length = 0;

  constructor(to: string | typeof secondPipe) {
    this.#to = to === secondPipe ? SECOND_PIPE_FD : openSync(to as string, 'w', 0o600);
  }

  write(row: string): void {
    // UTF-8 needs at most three bytes per UTF-16 unit: a surrogate pair takes four.
    if (this.#length + row.length * 3 > BUFFER_BYTES) return this.#writeLong(row);
    this.#length += this.#bytes.write(row, this.#length);
    if (this.#length >= FLUSH_FROM_BYTES) this.#give();
  }

  close(): void {
    this.#give();
    closeSync(this.#to);
  }

  #writeLong(row: string): void {
    this.#give();
    const bytes = Buffer.from(row);
    writeAll(this.#to, bytes, bytes.length);
  }

  #give(): void {
    writeAll(this.#to, this.#bytes, this.#length);
    this.#length = 0;
  }
}

function writeAll(to: number, bytes: Buffer, length: number): void {
  for (let from = 0; from < length;) from += writeSync(to, bytes, from, length - from);
}
