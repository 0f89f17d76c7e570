import type { NextFunction, Request, Response } from 'express';
import type { AuthenticatedRequest } from '../request-transaction.ts';
import type { Metrics } from './metrics.ts';
import { runInTrace, traceFrom, traceparentOf, type TraceContext } from './trace-context.ts';

/** Log entry of one answered request, without any content of the request. */
export interface RequestLine {
  readonly method: string;
  /** Route pattern, for example `/api/v1/obligations/:obligationId`, or `page`, `asset` or `unmatched`. */
  readonly route: string;
  /** 499 when the client closed the connection before the response. */
  readonly status: number;
  readonly ms: number;
  /** Bytes sent, including the headers. */
  readonly bytes: number;
  readonly traceId: string;
  readonly requestId: string;
  /** API key or membership that made the request; null without one. */
  readonly actorId: string | null;
}

/** Form of a caller's request id that may be logged and returned: no spaces, no e-mail address. */
const REQUEST_ID = /^[A-Za-z0-9._:-]{1,64}$/;
const CLIENT_GONE = 499;

/** Key in `response.locals` under which a handler outside the controllers stores its route name. */
export const ROUTE = 'route';

/**
 * Returns middleware that gives each request a trace, returns its ids in the response headers, counts the request, and
 * passes its log entry to `write`.
 */
export function logRequests(metrics: Metrics, write: ((line: RequestLine) => void) | null) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const trace = traceFrom(request.get('traceparent'));
    const given = request.get('x-request-id') ?? '';
    const requestId = REQUEST_ID.test(given) ? given : trace.traceId;
    response.setHeader('traceparent', traceparentOf(trace));
    response.setHeader('x-request-id', requestId);
    observe(request, response, { trace, requestId, metrics, write });
    runInTrace(trace, next);
  };
}

interface ObservedRequest {
  readonly trace: TraceContext;
  readonly requestId: string;
  readonly metrics: Metrics;
  readonly write: ((line: RequestLine) => void) | null;
}

function observe(request: Request, response: Response, { trace, requestId, metrics, write }: ObservedRequest): void {
  const began = performance.now();
  const { socket } = request;
  const sentBefore = socket.bytesWritten;
  response.once('close', () => {
    const ms = performance.now() - began;
    const route = routeOf(request, response);
    const status = response.writableFinished ? response.statusCode : CLIENT_GONE;
    const { method } = request;
    metrics.requests.increase({ method, route, status: String(status) });
    metrics.requestSeconds.observe(ms / 1000, { method, route });
    write?.({
      method,
      route,
      status,
      ms: Math.round(ms * 10) / 10,
      bytes: socket.bytesWritten - sentBefore,
      traceId: trace.traceId,
      requestId,
      actorId: actorOf(request),
    });
  });
}

function routeOf(request: Request, response: Response): string {
  const named: unknown = response.locals[ROUTE];
  if (typeof named === 'string') return named;
  const pattern = (request.route as { path?: unknown } | undefined)?.path;
  return typeof pattern === 'string' && !/^\/?[{*]/.test(pattern) ? pattern : 'unmatched';
}

function actorOf(request: AuthenticatedRequest): string | null {
  return request.actor?.apiKeyId ?? request.actor?.membershipId ?? null;
}
