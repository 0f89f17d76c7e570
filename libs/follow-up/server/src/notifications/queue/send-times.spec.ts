import { sendTime } from './send-times.ts';

const at = (cadence: 'at-once' | 'daily' | 'weekly', now: string) => sendTime(cadence, new Date(now)).toISOString();

describe('sendTime', () => {
  it('returns now for urgent notifications', () =>
    expect(at('at-once', '2026-04-14T10:00:00Z')).toBe('2026-04-14T10:00:00.000Z'));

  it('returns seven in the morning in Oslo for a daily summary, in summer and in winter', () => {
    expect(at('daily', '2026-04-14T03:00:00Z')).toBe('2026-04-14T05:00:00.000Z');
    expect(at('daily', '2026-04-14T10:00:00Z')).toBe('2026-04-15T05:00:00.000Z');
    expect(at('daily', '2026-12-01T10:00:00Z')).toBe('2026-12-02T06:00:00.000Z');
  });

  it('returns the next Monday for a weekly summary', () => {
    expect(at('weekly', '2026-04-14T10:00:00Z')).toBe('2026-04-20T05:00:00.000Z');
    expect(at('weekly', '2026-04-20T04:00:00Z')).toBe('2026-04-20T05:00:00.000Z');
    expect(at('weekly', '2026-04-20T06:00:00Z')).toBe('2026-04-27T05:00:00.000Z');
  });
});
