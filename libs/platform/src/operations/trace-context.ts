import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';

/** The identity of one request, or of the job it led to, across systems (W3C Trace Context). */
export interface TraceContext {
  /** 32 hex digits, the same in all that one act leads to. */
  readonly traceId: string;
  /** 16 hex digits: this step of it. */
  readonly spanId: string;
  /** The caller's step, where a caller named one. */
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

/** The header that hands a trace on. */
export const traceparentOf = ({ traceId, spanId, isSampled }: TraceContext): string =>
  `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`;

/** Runs `work` as part of a trace: its log lines and the jobs it queues name it. */
export const runInTrace = <T>(trace: TraceContext, work: () => T): T => storage.run(trace, work);

/** The trace at work, as a queued job carries it on. */
export function traceOfEnvelope(): { readonly traceparent?: string } {
  const trace = storage.getStore();
  return trace ? { traceparent: traceparentOf(trace) } : {};
}

/** The trace of the request or job at work; undefined outside one. */
export const currentTrace = (): TraceContext | undefined => storage.getStore();
