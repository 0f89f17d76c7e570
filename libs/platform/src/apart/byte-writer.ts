import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';

/** The second pipe of a process apart, for bytes that its parent passes on unread: `pour` of `runApart`. */
export const BESIDE = 3;

/** That pipe as a place to write to. */
export const besidePipe = Symbol('the pipe beside');

const TOGETHER_CHARACTERS = 64 * 1024;

/** Writes text as bytes, many rows at a time. What it answers is to be waited for: whoever reads may be slow. */
export class ByteWriter {
  readonly #stream: WriteStream;
  #waiting = '';

  constructor(to: string | typeof besidePipe) {
    const options = { mode: 0o600, highWaterMark: 4 * TOGETHER_CHARACTERS };
    this.#stream = to === besidePipe ? createWriteStream('', { ...options, fd: BESIDE }) : createWriteStream(to as string, options);
  }

  write(text: string): void | Promise<void> {
    this.#waiting += text;
    if (this.#waiting.length > TOGETHER_CHARACTERS) return this.#give();
  }

  async close(): Promise<void> {
    await this.#give();
    this.#stream.end();
    await once(this.#stream, 'close');
  }

  #give(): void | Promise<void> {
    const bytes = Buffer.from(this.#waiting, 'utf8');
    this.#waiting = '';
    if (bytes.length > 0 && !this.#stream.write(bytes)) return once(this.#stream, 'drain').then(() => undefined);
  }
}
