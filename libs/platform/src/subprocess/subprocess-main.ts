import { once } from 'node:events';
import { exitWithParent } from './exit-with-parent.ts';
import { readLines } from './read-lines.ts';

// The subprocess side of the protocol. It runs without the platform: no decorators, no Nest, no database.
export { openFile, type OpenedFile } from '../open-file.ts';
export { copyField, copyJson, copyText, jsonbText, type CopyValue } from '../copy-text.ts';
export { serveMessages } from './thread-main.ts';
export { RowWriter, secondPipe } from './row-writer.ts';
export { writeCopy, type WrittenCopy } from './write-copy.ts';
export type { RedactResponse, RedactRequest } from './redact-request.ts';

/** One line of the subprocess's standard output: a result, a fault of the file, or the end of the response. */
export type ResponseLine<Said = unknown> =
  | { readonly said: Said }
  | { readonly problem: { readonly code: string; readonly params: Record<string, unknown> } }
  | { readonly end: true };

const READERS_PROBLEMS = new Set(['ReadProblem', 'FormatProblem']);
const BATCH_CHARACTERS = 128 * 1024;

/**
 * Writes results to the parent process. Await the calls: they resolve when the parent has taken the line
 * (backpressure).
 */
export class ResponseWriter {
  #items: string[] = [];
  #characters = 0;

  async send(result: unknown): Promise<void> {
    await this.#write(`{"said":${JSON.stringify(result)}}\n`);
  }

  /**
   * Buffers one item of a list. Buffered items are sent together as `{ [name]: [...] }`. Flush the items of one name
   * before you collect those of another.
   */
  collect(name: string, item: unknown): void | Promise<void> {
    const written = JSON.stringify(item);
    this.#items.push(written);
    this.#characters += written.length;
    if (this.#characters > BATCH_CHARACTERS) return this.flush(name);
  }

  /** Sends the buffered items. */
  async flush(name: string): Promise<void> {
    if (this.#items.length === 0) return;
    const items = this.#items.join(',');
    this.#items = [];
    this.#characters = 0;
    await this.#write(`{"said":{${JSON.stringify(name)}:[${items}]}}\n`);
  }

  async writeLine(line: ResponseLine): Promise<void> {
    await this.#write(`${JSON.stringify(line)}\n`);
  }

  async #write(line: string): Promise<void> {
    if (!process.stdout.write(line)) await once(process.stdout, 'drain');
  }
}

/**
 * The main loop of a subprocess for `runInSubprocess`. Reads one JSON request per line from standard input and handles them in
 * order. Ends at the end of the input, or at the first request that fails. The only command-line argument is the
 * process id of the parent.
 */
export async function serveRequests<Request>(
  answer: (request: Request, writer: ResponseWriter) => Promise<void>,
): Promise<void> {
  if (process.argv[2]) exitWithParent(Number(process.argv[2]));
  for await (const line of readLines(process.stdin, Infinity, () => undefined)) {
    const writer = new ResponseWriter(); // one per request, so that buffered items of one request never reach another
    try {
      await answer(JSON.parse(line) as Request, writer);
      await writer.writeLine({ end: true });
    } catch (error) {
      if (!(error instanceof Error && READERS_PROBLEMS.has(error.name))) throw error;
      const { code, params = {} } = error as Error & { code: string; params?: Record<string, unknown> };
      return writer.writeLine({ problem: { code, params } });
    }
  }
}
