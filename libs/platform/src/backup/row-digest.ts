import { hash } from 'node:crypto';

const NEWLINE = 10;
const LANES = 8;

/**
 * Counts the rows of a COPY text and adds up their SHA-256, 32 bits at a time. The sum does not depend on the order of
 * rows, so a restored table can be compared with its source.
 */
export class RowDigest {
  rows = 0;
  readonly #sums = new Uint32Array(LANES);
  #rest: Buffer = Buffer.alloc(0);

  update(piece: Buffer): void {
    let start = 0;
    for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, start)) {
      const line = piece.subarray(start, end);
      this.#add(this.#rest.length > 0 ? Buffer.concat([this.#rest, line]) : line);
      if (this.#rest.length > 0) this.#rest = Buffer.alloc(0);
      start = end + 1;
    }
    if (start < piece.length) this.#rest = Buffer.concat([this.#rest, piece.subarray(start)]);
  }

  /** Returns the sum as 64 hex digits. */
  value(): string {
    return [...this.#sums].map((sum) => sum.toString(16).padStart(8, '0')).join('');
  }

  #add(row: Buffer): void {
    this.rows += 1;
    const digest = hash('sha256', row, 'buffer');
    for (let lane = 0; lane < LANES; lane += 1)
      this.#sums[lane] = (this.#sums[lane] ?? 0) + digest.readUInt32BE(4 * lane);
  }
}

/** Passes chunks through and adds their rows to the digest. */
export async function* passThroughDigest(pieces: AsyncIterable<Buffer>, digest: RowDigest): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    digest.update(piece);
    yield piece;
  }
}
