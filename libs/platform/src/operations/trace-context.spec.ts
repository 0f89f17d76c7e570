import { currentTrace, runInTrace, traceFrom, traceOfEnvelope, traceparentOf } from './trace-context.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';

describe('traceFrom', () => {
  it('continues a trace with a new span', () => {
    const trace = traceFrom(`00-${TRACE}-${SPAN}-01`);
    expect(trace).toMatchObject({ traceId: TRACE, parentId: SPAN, isSampled: true });
    expect(trace.spanId).toMatch(/^[0-9a-f]{16}$/);
    expect(trace.spanId).not.toBe(SPAN);
    expect(traceparentOf(trace)).toBe(`00-${TRACE}-${trace.spanId}-01`);
  });

  it('accepts a later version with further fields', () => {
    expect(traceFrom(`cc-${TRACE}-${SPAN}-00-what-the-future-brings`).traceId).toBe(TRACE);
  });

  it.each([
    undefined,
    '',
    'nonsense',
    `ff-${TRACE}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}-01-more`,
    `00-${'0'.repeat(32)}-${SPAN}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE.toUpperCase()}-${SPAN}-01`,
    `00-${TRACE}-${SPAN}`,
  ])('starts a trace when the header is %j', (header) => {
    const trace = traceFrom(header);
    expect(trace).toMatchObject({ parentId: null, isSampled: false });
    expect(trace.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(trace.traceId).not.toBe(TRACE);
  });
});

describe('runInTrace', () => {
  it('passes the trace to everything awaited inside, and to queued jobs', async () => {
    const trace = traceFrom(`00-${TRACE}-${SPAN}-01`);
    await runInTrace(trace, async () => {
      await Promise.resolve();
      expect(currentTrace()).toBe(trace);
      expect(traceFrom(traceOfEnvelope().traceparent)).toMatchObject({ traceId: TRACE, parentId: trace.spanId });
    });
    expect(currentTrace()).toBeUndefined();
    expect(traceOfEnvelope()).toEqual({});
  });
});
