import { once } from 'node:events';
import { endWithParent } from './end-with-parent.ts';
import { linesOf } from './lines-of.ts';

// The subprocess side of the protocol. It runs without the platform: no decorators, no Nest, no database.
export { openFile, type OpenedFile } from '../open-file.ts';
export { copyField, copyJson, copyText, jsonbText, type CopyValue } from '../copy-text.ts';
export { RowWriter, besidePipe } from './row-writer.ts';
export { writeCopy, type WrittenCopy } from './write-copy.ts';
export type { RedactReply, RedactRequest } from './redact-request.ts';

/** One line of the subprocess's standard output: a result, a fault of the file, or the end of the response. */
export type ApartLine<Said = unknown> =
  | { readonly said: Said }
  | { readonly problem: { readonly code: string; readonly params: Record<string, unknown> } }
  | { readonly end: true };

const READERS_PROBLEMS = new Set(['ReadProblem', 'FormatProblem']);
const TOGETHER_CHARACTERS = 128 * 1024;

/**
 * Writes results to the parent process. Await the calls: they resolve when the parent has taken the line
 * (backpressure).
 */
export class Teller {
  #items: string[] = [];
  #characters = 0;

  async say(said: unknown): Promise<void> {
    await this.#write(`{"said":${JSON.stringify(said)}}\n`);
  }

  /**
   * Buffers one item of a list. Buffered items are sent together as `{ [name]: [...] }`. Flush the items of one name
   * before you collect those of another.
   */
  gather(name: string, item: unknown): void | Promise<void> {
    const written = JSON.stringify(item);
    this.#items.push(written);
    this.#characters += written.length;
    if (this.#characters > TOGETHER_CHARACTERS) return this.flush(name);
  }

  /** Sends the buffered items. */
  async flush(name: string): Promise<void> {
    if (this.#items.length === 0) return;
    const items = this.#items.join(',');
    this.#items = [];
    this.#characters = 0;
    await this.#write(`{"said":{${JSON.stringify(name)}:[${items}]}}\n`);
  }

  async write(line: ApartLine): Promise<void> {
    await this.#write(`${JSON.stringify(line)}\n`);
  }

  async #write(line: string): Promise<void> {
    if (!process.stdout.write(line)) await once(process.stdout, 'drain');
  }
}

/**
 * The main loop of a subprocess for `runApart`. Reads one JSON request per line from standard input and handles them in
 * order. Ends at the end of the input, or at the first request that fails. The only command-line argument is the
 * process id of the parent.
 */
export async function answerApart<Request>(answer: (request: Request, teller: Teller) => Promise<void>): Promise<void> {
  if (process.argv[2]) endWithParent(Number(process.argv[2]));
  for await (const line of linesOf(process.stdin, Infinity, () => undefined)) {
    const teller = new Teller(); // one per request, so that buffered items of one request never reach another
    try {
      await answer(JSON.parse(line) as Request, teller);
      await teller.write({ end: true });
    } catch (error) {
      if (!(error instanceof Error && READERS_PROBLEMS.has(error.name))) throw error;
      const { code, params = {} } = error as Error & { code: string; params?: Record<string, unknown> };
      return teller.write({ problem: { code, params } });
    }
  }
}
