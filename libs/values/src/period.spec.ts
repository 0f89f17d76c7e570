import fc from 'fast-check';
import { dateOfDay, dayNumber } from './calendar.ts';
import { Period, type PeriodKind } from './period.ts';

const kinds: PeriodKind[] = ['month', 'quarter', 'tertial', 'half-year', 'year'];

describe('periods', () => {
  it.each([
    ['2026-03', 'month', '2026-03-01', '2026-04-01'],
    ['2026-12', 'month', '2026-12-01', '2027-01-01'],
    ['2026-Q1', 'quarter', '2026-01-01', '2026-04-01'],
    ['2026-Q4', 'quarter', '2026-10-01', '2027-01-01'],
    ['2026-T1', 'tertial', '2026-01-01', '2026-05-01'],
    ['2026-T3', 'tertial', '2026-09-01', '2027-01-01'],
    ['2026-H2', 'half-year', '2026-07-01', '2027-01-01'],
    ['2026', 'year', '2026-01-01', '2027-01-01'],
  ])('%s is a %s from %s until %s', (key, kind, start, end) => {
    expect(Period.parse(key)).toEqual({ key, kind, start, end });
  });

  it('rejects malformed keys', () => {
    for (const key of [
      '',
      '2026-13',
      '2026-00',
      '2026-Q5',
      '2026-Q0',
      '2026-T4',
      '2026-H3',
      '26-01',
      '2026-1',
      '2026-X1',
      '1800',
    ]) {
      expect(Period.tryParse(key)).toBeNull();
      expect(() => Period.parse(key)).toThrow(RangeError);
    }
    expect(Period.parse(' 2026-q1 ').key).toBe('2026-Q1');
  });

  it('assigns each day to exactly one period of a kind, which its key names', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber('1990-01-01')!, max: dayNumber('2090-01-01')! }),
        fc.constantFrom(...kinds),
        (day, kind) => {
          const date = dateOfDay(day);
          const period = Period.containing(kind, date);
          expect(Period.contains(period, date)).toBe(true);
          expect(Period.parse(period.key)).toEqual(period);
          expect(Period.next(period).start).toBe(period.end);
          expect(Period.previous(Period.next(period))).toEqual(period);
          expect(Period.months(period).at(-1)!.end).toBe(period.end);
        },
      ),
    );
  });

  it('lists the periods that begin in a range', () => {
    expect(Period.between('quarter', '2026-02-10', '2027-01-02').map(({ key }) => key)).toEqual([
      '2026-Q2',
      '2026-Q3',
      '2026-Q4',
      '2027-Q1',
    ]);
    expect(Period.months(Period.parse('2026-T2')).map(({ key }) => key)).toEqual([
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
    ]);
  });
});
