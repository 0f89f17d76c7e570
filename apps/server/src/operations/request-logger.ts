import { pino, type DestinationStream } from 'pino';
import type { RequestLine } from '@tallgrunn/platform';

export const REQUEST_LOG = Symbol('request-log');
export type RequestLogger = (line: RequestLine) => void;

/** Writes one JSON line a request. A logger of its own: the other one adds what it knows of the request. */
export function requestLogger(level: string, stream?: DestinationStream): RequestLogger {
  const log = stream ? pino({ level }, stream) : pino({ level });
  return (line) => log.info({ context: 'request', ...line }, 'request');
}
