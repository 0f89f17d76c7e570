import type { Socket } from 'node:net';
import type { Client } from 'pg';

interface Connection {
  readonly stream: Socket;
  query(statement: string): void;
}

/** Unread bytes above which the connection is paused. */
const WAITING_BYTES_MAX = 4 * 1024 * 1024;
/** PostgreSQL sends one message per row; they are joined into chunks of this size. */
const PIECE_BYTES = 64 * 1024;

/**
 * COPY … TO STDOUT as a node-postgres query: an iterable of the received bytes. A slow reader slows PostgreSQL down, so
 * memory stays flat.
 */
class CopyOut implements AsyncIterable<Buffer> {
  readonly #statement: string;
  #pieces: Buffer[] = [];
  #bytes = 0;
  #stream: Socket | null = null;
  #isOver = false;
  #error: unknown = null;
  #wake: () => void = () => undefined;

  constructor(statement: string) {
    this.#statement = statement;
  }

  /** node-postgres wraps this method to stop its query timer. */
  callback(): void {}

  submit(connection: Connection): void {
    this.#stream = connection.stream;
    connection.query(this.#statement);
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.#pieces.push(Buffer.from(chunk)); // the driver reuses its buffer for the next message
    this.#bytes += chunk.length;
    if (this.#bytes > WAITING_BYTES_MAX) this.#stream?.pause();
    if (this.#bytes > PIECE_BYTES) this.#wake();
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#end(null);
  }

  handleError(error: unknown): void {
    this.#end(error);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    try {
      while (!this.#isOver || this.#bytes > 0) {
        if (this.#bytes === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
        const piece = Buffer.concat(this.#pieces);
        this.#pieces = [];
        this.#bytes = 0;
        if (piece.length > 0) yield piece;
        this.#stream?.resume();
      }
    } finally {
      // When the reader stops early, the connection is in the middle of a COPY and can run no other query.
      if (!this.#isOver) this.#stream?.destroy();
    }
    if (this.#error) throw this.#error;
  }

  #end(error: unknown): void {
    this.callback();
    this.#error ??= error;
    this.#isOver = true;
    this.#wake();
  }
}

/** Runs a COPY … TO STDOUT and returns its bytes. */
export function copyOut(client: Client, statement: string): AsyncIterable<Buffer> {
  const copy = new CopyOut(statement);
  client.query(copy as never); // a custom query object, which the types do not include
  return copy;
}
