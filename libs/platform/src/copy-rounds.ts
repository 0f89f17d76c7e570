import { PassThrough, pipeline, type Readable } from 'node:stream';
import type { CopySource } from './copy-in.ts';

const NEWLINE = 10;

/** Minimum size of a round, except the last. */
export const ROUND_BYTES = 4 * 1024 * 1024;
/** Chunks that are buffered while a round ends, so that the producer does not wait: about four megabytes. */
const READ_AHEAD_CHUNKS = 64;

/**
 * COPY text, split into rounds of whole rows. PostgreSQL checks foreign keys when a COPY ends. With rounds it does so
 * while the next rows are produced, instead of for all rows at the end. Each iteration yields the chunks of one round.
 */
export class CopyRounds implements CopySource {
  /** True when no bytes are left for another round. */
  isOver = false;
  readonly #bytes: Readable;
  readonly #pieces: AsyncIterator<Buffer>;
  /** Bytes after the last whole row of a round. */
  #rest: Buffer | null = null;

  constructor(bytes: Readable) {
    this.#bytes = pipeline(
      bytes,
      new PassThrough({ readableObjectMode: true, readableHighWaterMark: READ_AHEAD_CHUNKS }),
      () => undefined,
    ); // pipeline passes an error of one stream to the other
    this.#pieces = this.#bytes[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for (let roundBytes = 0; ;) {
      const piece = this.#rest ?? (await this.#next());
      this.#rest = null;
      if (piece === null) return;
      roundBytes += piece.length;
      const end = roundBytes < ROUND_BYTES ? -1 : piece.lastIndexOf(NEWLINE) + 1;
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
