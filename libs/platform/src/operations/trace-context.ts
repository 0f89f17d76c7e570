import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** Trace of one request and of the jobs it causes, across systems (W3C Trace Context). */
export interface TraceContext {
  /** 32 hex digits, shared by all steps of the trace. */
  readonly traceId: string;
  /** 16 hex digits: this step. */
  readonly spanId: string;
  /** The step of the caller; null without one. */
  readonly parentId: string | null;
  readonly isSampled: boolean;
}

const storage = new AsyncLocalStorage<TraceContext>();

const TRACEPARENT = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const isZero = (hex: string): boolean => /^0+$/.test(hex);
const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

/** Continues the trace of a `traceparent` header, or starts one where the header is missing or malformed. */
export function traceFrom(header: string | undefined): TraceContext {
  const [, version, traceId = '', parentId = '', flags = '00', more] = TRACEPARENT.exec(header?.trim() ?? '') ?? [];
  // Version 00 has four fields; a later one may have more; ff is forbidden.
  const isValid =
    version !== undefined && version !== 'ff' && !(version === '00' && more) && !isZero(traceId) && !isZero(parentId);
  return isValid
    ? { traceId, spanId: hex(8), parentId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 }
    : { traceId: hex(16), spanId: hex(8), parentId: null, isSampled: false };
}

/** Returns the `traceparent` header that continues a trace. */
export const traceparentOf = ({ traceId, spanId, isSampled }: TraceContext): string =>
  `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`;

/** Runs `work` in a trace: its log entries and the jobs it queues carry the trace id. */
export const runInTrace = <T>(trace: TraceContext, work: () => T): T => storage.run(trace, work);

/** Returns the current trace in the form stored with a queued job. */
export function traceOfEnvelope(): { readonly traceparent?: string } {
  const trace = storage.getStore();
  return trace ? { traceparent: traceparentOf(trace) } : {};
}

/** Returns the trace of the current request or job; undefined outside one. */
export const currentTrace = (): TraceContext | undefined => storage.getStore();
