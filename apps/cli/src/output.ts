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

export function outputTo(stdout: Writable, stderr: Writable): Output {
  const text = async (piece: string): Promise<void> => {
    if (!stdout.write(piece)) await once(stdout, 'drain');
  };
  return {
    text,
    line: (result) => text(`${JSON.stringify(result)}\n`),
    log: (message) => void stderr.write(`${message}\n`),
  };
}
