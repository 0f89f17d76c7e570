import type { NextFunction, Request, Response } from 'express';
import type { ActingRequest } from '../request-unit.ts';
import type { Metrics } from './metrics.ts';
import { runInTrace, traceFrom, traceparentOf, type TraceContext } from './trace-context.ts';

/** One answered request: what operators need, and nothing of what was sent. */
export interface RequestLine {
  readonly method: string;
  /** The pattern of the route, as `/api/v1/duties/:dutyId`; `page`, `asset` or `unmatched`. */
  readonly route: string;
  /** 499 where the client went away before the answer. */
  readonly status: number;
  readonly ms: number;
  /** Bytes sent, the head included. */
  readonly bytes: number;
  readonly traceId: string;
  readonly requestId: string;
  /** The machine key or membership that asked; null for anybody. */
  readonly actorId: string | null;
}

/** A request id of the caller that may be repeated in log and answer: no spaces, no address of a person. */
const REQUEST_ID = /^[A-Za-z0-9._:-]{1,64}$/;
const CLIENT_GONE = 499;

/** Where a handler that is no route of a controller names what it answers with. */
export const ROUTE = 'route';

/** Gives each request a trace, says so in its answer, counts it, and hands one line of it to `write`. */
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

interface Observed {
  readonly trace: TraceContext;
  readonly requestId: string;
  readonly metrics: Metrics;
  readonly write: ((line: RequestLine) => void) | null;
}

function observe(request: Request, response: Response, { trace, requestId, metrics, write }: Observed): void {
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

function actorOf(request: ActingRequest): string | null {
  return request.actor?.apiKeyId ?? request.actor?.membershipId ?? null;
}
