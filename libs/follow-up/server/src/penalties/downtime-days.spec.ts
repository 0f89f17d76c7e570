import { downtimeDays } from './downtime-days.ts';

const down = (from: string, until: string) => ({ from: new Date(from), until: new Date(until) });

describe('downtimeDays', () => {
  it('returns days with an hour or more in total, in Oslo', () => {
    expect(downtimeDays([])).toEqual([]);
    expect(downtimeDays([down('2026-04-20T08:00:00Z', '2026-04-20T08:59:00Z')])).toEqual([]);
    expect(downtimeDays([down('2026-04-20T08:00:00Z', '2026-04-20T09:00:00Z')])).toEqual(['2026-04-20']);
    // 23:30 to 00:30 in Oslo: half an hour on each day
    expect(downtimeDays([down('2026-04-20T21:30:00Z', '2026-04-20T22:30:00Z')])).toEqual([]);
    expect(
      downtimeDays([
        down('2026-04-20T08:00:00Z', '2026-04-20T08:30:00Z'),
        down('2026-04-20T12:00:00Z', '2026-04-20T12:30:00Z'),
      ]),
    ).toEqual(['2026-04-20']);
    expect(downtimeDays([down('2026-04-19T12:00:00Z', '2026-04-21T12:00:00Z')])).toEqual([
      '2026-04-19',
      '2026-04-20',
      '2026-04-21',
    ]);
  });
});
