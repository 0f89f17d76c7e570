import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Results go to stdout, one JSON object a line; everything else goes to stderr. */
export interface Output {
  /** One result as one line of JSON. Waits while the reader is slow, so that memory stays flat. */
  line(result: unknown): Promise<void>;
  /** A piece of text as it is, for results that are too large to hold. */
  text(piece: string): Promise<void>;
  log(message: string): void;
}

/** Whoever read the results has read enough, as `head` has: no fault, but there is no use in going on. */
export class ReaderGone extends Error {}

const isGone = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EPIPE';

export function outputTo(stdout: Writable, stderr: Writable): Output {
  let failure: Error | undefined;
  stdout.on('error', (error) => (failure = isGone(error) ? new ReaderGone() : error));
  const text = async (piece: string): Promise<void> => {
    if (failure) throw failure;
    if (!stdout.write(piece))
      await once(stdout, 'drain').catch((error: unknown) => Promise.reject(isGone(error) ? new ReaderGone() : error));
  };
  return {
    text,
    line: (result) => text(`${JSON.stringify(result)}\n`),
    log: (message) => {
      stderr.write(`${message}\n`);
    },
  };
}
