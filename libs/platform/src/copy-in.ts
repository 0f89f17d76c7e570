import type { Socket } from 'node:net';

/** The part of a node-postgres connection that a custom query uses. */
interface Connection {
  readonly stream: Socket;
  query(statement: string): void;
  sendCopyFail(reason: string): void;
}

const COPY_DATA = 0x64;
const COPY_DONE = Buffer.from([0x63, 0, 0, 0, 4]);
/** Chunks from this size have their memory released explicitly. Smaller ones may share a buffer with others. */
const RELEASE_FROM_BYTES = 16 * 1024;

/** Source of the bytes. It is destroyed when PostgreSQL accepts no more of them. */
export interface CopySource extends AsyncIterable<Buffer> {
  destroy(): void;
}

/**
 * COPY … FROM STDIN as a node-postgres query. Sends bytes that are already COPY text as they come, and waits while
 * PostgreSQL is slow. Sent chunks release their memory at once: for gigabytes of data, the garbage collector would stay
 * busy and keep tens of megabytes alive.
 */
export class CopyIn {
  /** Number of copied rows. Rejects with the error of the source or of the database. */
  readonly done: Promise<number>;
  readonly #statement: string;
  readonly #bytes: CopySource;
  #rows = 0;
  #failure: { readonly cause: unknown } | null = null;
  #isOver = false;
  #goOn: () => void = () => undefined;
  #resolve!: (rows: number) => void;
  #reject!: (error: unknown) => void;

  constructor(statement: string, bytes: CopySource) {
    this.#statement = statement;
    this.#bytes = bytes;
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** node-postgres wraps this method to stop its query timer; it has no other purpose. */
  callback(): void {}

  submit(connection: Connection): void {
    connection.query(this.#statement);
  }

  handleCopyInResponse(connection: Connection): void {
    void this.#pour(connection);
  }

  handleCommandComplete({ text }: { text?: string }): void {
    this.#rows = Number(/^COPY (\d+)/.exec(text ?? '')?.[1] ?? 0);
  }

  handleReadyForQuery(): void {
    this.#end();
    this.#resolve(this.#rows);
  }

  handleError(error: unknown): void {
    this.#end();
    this.#bytes.destroy();
    this.#reject(this.#failure ? this.#failure.cause : error);
  }

  #end(): void {
    this.callback();
    this.#isOver = true;
    this.#goOn();
  }

  async #pour(connection: Connection): Promise<void> {
    try {
      for await (const piece of this.#bytes) {
        if (this.#isOver) return;
        if (!this.#send(connection.stream, piece)) await this.#drained(connection.stream);
      }
      if (!this.#isOver) connection.stream.write(COPY_DONE);
    } catch (cause) {
      if (this.#isOver) return;
      this.#failure = { cause };
      connection.sendCopyFail(cause instanceof Error ? cause.message : String(cause));
    }
  }

  /** Returns false when the socket buffer is full. */
  #send(stream: Socket, piece: Buffer): boolean {
    const head = Buffer.allocUnsafe(5);
    head.writeUInt8(COPY_DATA);
    head.writeUInt32BE(piece.length + 4, 1);
    stream.cork();
    stream.write(head);
    const wantsMore = stream.write(piece, () => releaseMemory(piece));
    stream.uncork();
    return wantsMore;
  }

  #drained(stream: Socket): Promise<void> {
    return new Promise((resolve) => {
      this.#goOn = resolve;
      stream.once('drain', resolve);
    });
  }
}

function releaseMemory({ buffer, byteLength }: Buffer): void {
  if (byteLength >= RELEASE_FROM_BYTES && buffer.byteLength === byteLength && buffer instanceof ArrayBuffer)
    buffer.transfer(0);
}
