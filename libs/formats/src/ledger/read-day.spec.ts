import type { Cell } from '@tallgrunn/tabular';
import { readDay, readPeriod } from './read-day.ts';

const text = (written: string): Cell => ({ kind: 'text', text: written });
const number = (written: string): Cell => ({ kind: 'number', text: written });

describe('days as ledgers write them', () => {
  it.each([
    ['02.03.2026', '2026-03-02'],
    ['2.3.26', '2026-03-02'],
    ['2026-03-02', '2026-03-02'],
    ['2026-03-02 10:15:00', '2026-03-02'],
    ['20260302', '2026-03-02'],
    ['02/03/2026', '2026-03-02'],
    ['08-JUN-2012', '2012-06-08'],
    ['2. mars 2026', '2026-03-02'],
    ['31.02.2026', null],
    ['mars', null],
    ['25/06/2012900', null],
  ])('%s', (written, day) => expect(readDay(text(written))).toBe(day));

  it('reads a serial number, a date cell and American order', () => {
    expect(readDay(number('46083'))).toBe('2026-03-02');
    expect(readDay(number('7'))).toBeNull();
    expect(readDay({ kind: 'date', text: '2026-03-02T00:00:00' })).toBe('2026-03-02');
    expect(readDay(text('02/03/2026'), 'month-first')).toBe('2026-02-03');
  });
});

describe('periods', () => {
  it.each([
    ['202603', null, '2026-03'],
    ['2026-3', null, '2026-03'],
    ['03.2026', null, '2026-03'],
    ['3', '2026', '2026-03'],
    ['202613', null, '2026-12 closing'],
    ['2026P13', null, '2026-12 closing'],
    ['2026-P13', null, '2026-12 closing'],
    ['2026/13', null, '2026-12 closing'],
    ['P13 2026', null, '2026-12 closing'],
    ['P01', '2026', '2026-01'],
    ['mars 2026', null, '2026-03'],
    ['des-26', null, '2026-12'],
    ['02.03.2026', null, '2026-03'],
    ['3', null, null],
    ['2026', null, null],
    ['202600', null, null],
  ])('%s (%s)', (written, year, period) => {
    const read = readPeriod(text(written), year);
    expect(read && `${read.month}${read.closing ? ' closing' : ''}`).toBe(period);
  });

  it('without a year belong to the one closest to the voucher’s day', () => {
    const near = (written: string, day: string) => readPeriod(text(written), null, day)?.month;
    expect([
      near('3', '2026-03-14'),
      near('12', '2026-01-05'),
      near('1', '2025-12-30'),
      near('13', '2026-02-20'),
    ]).toEqual(['2026-03', '2025-12', '2026-01', '2025-12']);
  });
});
