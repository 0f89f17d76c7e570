import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Output of a command: results go to stdout, one JSON object per line; everything else goes to stderr. */
export interface Output {
  /** Writes one result as one line of JSON. Waits while the reader is slow, so that memory use stays constant. */
  line(result: unknown): Promise<void>;
  /** Writes a piece of text unchanged, for results that are too large for memory. */
  text(piece: string): Promise<void>;
  log(message: string): void;
}

/** Thrown when the reader of the results has closed the pipe, as `head` does. Not an error, but the command stops. */
export class OutputClosed extends Error {}

const isPipeClosed = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EPIPE';

export function outputTo(stdout: Writable, stderr: Writable): Output {
  let failure: Error | undefined;
  stdout.on('error', (error) => (failure = isPipeClosed(error) ? new OutputClosed() : error));
  const text = async (piece: string): Promise<void> => {
    if (failure) throw failure;
    if (!stdout.write(piece))
      await once(stdout, 'drain').catch((error: unknown) =>
        Promise.reject(isPipeClosed(error) ? new OutputClosed() : error),
      );
  };
  return {
    text,
    line: (result) => text(`${JSON.stringify(result)}\n`),
    log: (message) => {
      stderr.write(`${message}\n`);
    },
  };
}
