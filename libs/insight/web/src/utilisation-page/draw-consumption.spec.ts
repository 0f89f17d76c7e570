import { utilisation } from './utilisation.fixture.ts';
import { drawConsumption } from './draw-consumption.ts';

describe('utilisation chart', () => {
  it('accumulates months, stays flat in empty ones, and extends to the maximum', () => {
    const drawn = drawConsumption(utilisation(), '2026-12-31');
    expect(drawn.rows.map(({ month, reportedSum }) => [month, reportedSum])).toEqual([
      ['2026-01', '4000000'],
      ['2026-03', '9000000'],
    ]);
    expect(drawn.reported).toEqual([
      { at: 0, value: 0 },
      { at: 1, value: 4_000_000 },
      { at: 3, value: 9_000_000 },
    ]);
    expect(drawn.expected[0]).toEqual({ at: 3, value: 9_000_000 });
    expect(drawn.expected[1]?.value).toBe(12_000_000);
    expect(drawn.months.at(-1)).toBe('2026-12');
    expect(drawn.top).toBe(36_000_000);
  });

  it('shades incomplete months, with consecutive ones as one area', () => {
    const month = (key: string, isReportedComplete: boolean, isBookedComplete: boolean) => ({
      month: key,
      reported: '1',
      booked: '1',
      isReportedComplete,
      isBookedComplete,
    });
    const months = [
      month('2026-01', true, true),
      month('2026-02', false, true),
      month('2026-03', true, false),
      month('2026-04', true, true),
      month('2026-06', false, false),
    ];
    expect(drawConsumption(utilisation({ months }), null).incomplete).toEqual([
      { from: 1, to: 3 },
      { from: 5, to: 6 },
    ]);
    expect(drawConsumption(utilisation({ months: months.slice(0, 1) }), null).incomplete).toEqual([]);
  });

  it('is empty without data', () => {
    expect(drawConsumption(utilisation({ months: [] }), null)).toMatchObject({
      rows: [],
      months: [],
      maximum: 12_000_000,
      top: 12_000_000,
    });
  });
});
