import { PassThrough, pipeline, type Readable } from 'node:stream';
import type { CopySource } from './copy-in.ts';

const NEWLINE = 10;

/** What a round has at least, but the last. */
export const ROUND_BYTES = 4 * 1024 * 1024;
/** What is made while a round ends waits here, in the pieces it came in, so that whoever makes it does not wait: about four megabytes. */
const AHEAD_PIECES = 64;

/**
 * Bytes that are COPY's text, a round of whole rows at a time. PostgreSQL judges what its rows point to when a COPY ends: in rounds it does so
 * while the next ones are made, and not for all of them when the last has come. Each turn of iteration gives one round.
 */
export class CopyRounds implements CopySource {
  /** Nothing is left for another round. */
  isOver = false;
  readonly #bytes: Readable;
  readonly #pieces: AsyncIterator<Buffer>;
  /** What came after the last whole row of a round. */
  #rest: Buffer | null = null;

  constructor(bytes: Readable) {
    this.#bytes = pipeline(
      bytes,
      new PassThrough({ readableObjectMode: true, readableHighWaterMark: AHEAD_PIECES }),
      () => undefined,
    ); // an error of the one is the other's
    this.#pieces = this.#bytes[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for (let given = 0; ;) {
      const piece = this.#rest ?? (await this.#next());
      this.#rest = null;
      if (piece === null) return;
      given += piece.length;
      const end = given < ROUND_BYTES ? -1 : piece.lastIndexOf(NEWLINE) + 1;
      if (end > 0) {
        this.#rest = end < piece.length ? piece.subarray(end) : null;
        yield piece.subarray(0, end);
        return;
      }
      yield piece;
    }
  }

  destroy(): void {
    this.#bytes.destroy();
  }

  async #next(): Promise<Buffer | null> {
    const { done, value } = await this.#pieces.next();
    this.isOver = done === true;
    return done ? null : value;
  }
}
