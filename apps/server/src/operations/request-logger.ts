import { pino, type DestinationStream } from 'pino';
import type { RequestLine } from '@tallgrunn/platform';

export const REQUEST_LOG = Symbol('request-log');
export type RequestLogger = (line: RequestLine) => void;

/**
 * Returns a logger that writes one JSON line per request. A separate logger, because the main one adds request data of
 * its own.
 */
export function requestLogger(level: string, stream?: DestinationStream): RequestLogger {
  const log = stream ? pino({ level }, stream) : pino({ level });
  return (line) => log.info({ context: 'request', ...line }, 'request');
}
