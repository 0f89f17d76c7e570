import { once } from 'node:events';
import { endWithParent } from './end-with-parent.ts';
import { linesOf } from './lines-of.ts';

// The side of the process that reads. It is run as it stands, without the platform: no decorators, no Nest, no database.
export { openFile, type OpenedFile } from '../open-file.ts';
export { copyField, copyJson, copyText, jsonbText, type CopyValue } from '../copy-text.ts';
export { RowWriter, besidePipe } from './row-writer.ts';
export { writeCopy, type WrittenCopy } from './write-copy.ts';
export type { RedactReply, RedactRequest } from './redact-request.ts';

/** A line of its standard output: something said, what the file is to blame for, or the end. */
export type ApartLine<Said = unknown> =
  | { readonly said: Said }
  | { readonly problem: { readonly code: string; readonly params: Record<string, unknown> } }
  | { readonly end: true };

const READERS_PROBLEMS = new Set(['ReadProblem', 'FormatProblem']);
const TOGETHER_CHARACTERS = 128 * 1024;

/** Says things to whoever started this process. Awaiting it is waiting until they have been taken. */
export class Teller {
  #items: string[] = [];
  #characters = 0;

  async say(said: unknown): Promise<void> {
    await this.#write(`{"said":${JSON.stringify(said)}}\n`);
  }

  /** Gathers one of many alike, to be said together as `{ [name]: [...] }`; those of one name must be flushed before the next. */
  gather(name: string, item: unknown): void | Promise<void> {
    const written = JSON.stringify(item);
    this.#items.push(written);
    this.#characters += written.length;
    if (this.#characters > TOGETHER_CHARACTERS) return this.flush(name);
  }

  /** Says what was gathered. */
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
 * The whole of a program for `runApart`: takes requests from standard input, a line each, and answers one after the other until there are no
 * more, or one cannot be answered. Its one argument is the process that started it.
 */
export async function answerApart<Request>(answer: (request: Request, teller: Teller) => Promise<void>): Promise<void> {
  if (process.argv[2]) endWithParent(Number(process.argv[2]));
  for await (const line of linesOf(process.stdin, Infinity, () => undefined)) {
    const teller = new Teller(); // of its own: nothing that was gathered for one request is told to another
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
