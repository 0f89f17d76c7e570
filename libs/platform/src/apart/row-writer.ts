import { closeSync, openSync, writeSync } from 'node:fs';

/** The second pipe of a process apart, for bytes that its parent passes on unread: `pour` of `runApart`. */
export const BESIDE = 3;

/** That pipe as a place to write to. */
export const besidePipe = Symbol('the pipe beside');

const ROOM_BYTES = 128 * 1024;
/** Rows are given away from here on: about as much as a pipe takes at once. */
const GIVE_FROM_BYTES = 64 * 1024;

/**
 * Writes rows of text as bytes, many at a time, from one buffer that it has all along. It waits while whoever reads is slow: a program
 * that reads a file for somebody else has nothing else to do meanwhile.
 */
export class RowWriter {
  readonly #to: number;
  readonly #bytes = Buffer.allocUnsafeSlow(ROOM_BYTES);
  #length = 0;

  constructor(to: string | typeof besidePipe) {
    this.#to = to === besidePipe ? BESIDE : openSync(to as string, 'w', 0o600);
  }

  write(row: string): void {
    // A character takes three bytes at most, and a pair of them four.
    if (this.#length + row.length * 3 > ROOM_BYTES) return this.#writeLong(row);
    this.#length += this.#bytes.write(row, this.#length);
    if (this.#length >= GIVE_FROM_BYTES) this.#give();
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
