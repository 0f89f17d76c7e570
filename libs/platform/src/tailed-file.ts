import { open, rm, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';

const PIECE_BYTES = 64 * 1024;

/** The client stopped reading for too long: the download was aborted and its file removed. */
export class ReaderTimeout extends Error {}

/**
 * A temporary file that is read while it is written. Writing never waits for the reader, so the source is free as soon
 * as it has delivered its bytes. The file is deleted when the stream closes.
 */
export class TailedFile extends Readable {
  #handle: Promise<FileHandle> | undefined;
  #writing: Promise<unknown> = Promise.resolve();
  #writtenBytes = 0;
  #readBytes = 0;
  #isWhole = false;
  #isStarved = false;
  readonly #idle: NodeJS.Timeout;

  constructor(
    private readonly file: string,
    private readonly patienceMs: number,
  ) {
    super({ highWaterMark: PIECE_BYTES });
    this.#idle = setTimeout(() => this.#giveUp(), patienceMs).unref();
  }

  /** Appends bytes to the file. Returns false when the reader is gone and no more bytes are wanted. */
  async append(chunk: Uint8Array | string): Promise<boolean> {
    if (this.destroyed) return false;
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    this.#writing = this.#write(bytes);
    await this.#writing;
    return !this.destroyed;
  }

  /** Marks the file as complete. */
  finish(): void {
    this.#isWhole = true;
    this.#feed();
  }

  override _read(): void {
    this.#idle.refresh();
    this.#isStarved = true;
    this.#feed();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    clearTimeout(this.#idle);
    this.#remove().then(() => done(error), done);
  }

  async #write(bytes: Uint8Array): Promise<void> {
    const handle = await (this.#handle ??= open(this.file, 'wx+', 0o600));
    for (let at = 0; at < bytes.length;) {
      const { bytesWritten } = await handle.write(bytes, at, bytes.length - at, this.#writtenBytes);
      at += bytesWritten;
      this.#writtenBytes += bytesWritten;
    }
    this.#feed();
  }

  /** Passes available bytes to the reader, if it is waiting. */
  #feed(): void {
    if (!this.#isStarved || this.destroyed) return;
    const ready = Math.min(PIECE_BYTES, this.#writtenBytes - this.#readBytes);
    if (ready > 0) {
      this.#isStarved = false;
      this.#give(ready).catch((error: Error) => this.destroy(error));
    } else if (this.#isWhole) {
      this.#isStarved = false;
      this.push(null);
    }
  }

  async #give(length: number): Promise<void> {
    const handle = await this.#handle;
    if (!handle || this.destroyed) return;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, this.#readBytes);
    this.#readBytes += bytesRead;
    this.push(buffer.subarray(0, bytesRead));
  }

  /**
   * Aborts the download when the reader leaves available bytes unread. A reader that waits for new bytes is not late.
   */
  #giveUp(): void {
    if (this.#isStarved || (this.#writtenBytes === 0 && !this.#isWhole)) this.#idle.refresh();
    else this.destroy(new ReaderTimeout(`Nobody read the download for ${this.patienceMs} ms.`));
  }

  async #remove(): Promise<void> {
    await this.#writing.catch(() => undefined);
    const handle = await this.#handle?.catch(() => undefined);
    await handle?.close();
    await rm(this.file, { force: true });
  }
}
