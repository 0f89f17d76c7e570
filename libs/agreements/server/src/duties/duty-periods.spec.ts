import { dutyPeriods, type TermsInTime } from './duty-periods.ts';

const quarterly: TermsInTime = {
  id: 'q',
  version: 1,
  holdsFrom: '2000-01-01',
  frequency: 'quarter',
  due: { kind: 'fixed-dates', dates: ['04-20', '08-05', '10-20', '01-20'] },
};
const monthly: TermsInTime = {
  id: 'm',
  version: 1,
  holdsFrom: '2000-01-01',
  frequency: 'month',
  due: { kind: 'working-days', days: 10 },
};
const ranges = (periods: ReturnType<typeof dutyPeriods>) =>
  periods.map(({ termsId, key, start, end }) => [termsId, key, start, end]);

describe('the periods a supplier owes', () => {
  it('are those that have begun, each with its due date', () => {
    const periods = dutyPeriods({ terms: [quarterly], from: '2025-01-01', until: null, today: '2025-07-02' });
    expect(periods.map(({ key, dueOn }) => [key, dueOn])).toEqual([
      ['2025-Q1', '2025-04-20'],
      ['2025-Q2', '2025-08-05'],
      ['2025-Q3', '2025-10-20'],
    ]);
  });

  it('are cut where the agreement begins and ends inside a period', () => {
    const periods = dutyPeriods({ terms: [quarterly], from: '2025-02-15', until: '2025-05-10', today: '2026-01-01' });
    expect(periods.map(({ start, end }) => [start, end])).toEqual([
      ['2025-02-15', '2025-04-01'],
      ['2025-04-01', '2025-05-11'],
    ]);
  });

  it('do not exist before the first day', () => {
    expect(dutyPeriods({ terms: [quarterly], from: '2025-02-15', until: null, today: '2025-02-14' })).toEqual([]);
  });

  it('do not exist before terms hold', () => {
    expect(
      ranges(
        dutyPeriods({
          terms: [{ ...quarterly, holdsFrom: '2025-08-01' }],
          from: '2025-01-01',
          until: null,
          today: '2025-09-01',
        }),
      ),
    ).toEqual([['q', '2025-Q3', '2025-08-01', '2025-10-01']]);
  });

  it('count working days over Easter', () => {
    const [march] = dutyPeriods({ terms: [monthly], from: '2026-03-01', until: null, today: '2026-03-14' });
    expect(march).toEqual({
      termsId: 'm',
      key: '2026-03',
      start: '2026-03-01',
      end: '2026-04-01',
      dueOn: '2026-04-17',
      runOff: false,
    });
  });

  it('are of every kind', () => {
    const keys = (frequency: TermsInTime['frequency']) =>
      dutyPeriods({ terms: [{ ...monthly, frequency }], from: '2025-01-01', until: null, today: '2025-12-31' }).map(
        ({ key }) => key,
      );
    expect(keys('month')).toHaveLength(12);
    expect(keys('tertial')).toEqual(['2025-T1', '2025-T2', '2025-T3']);
    expect(keys('half-year')).toEqual(['2025-H1', '2025-H2']);
    expect(keys('year')).toEqual(['2025']);
  });
});

describe('a period in which terms change', () => {
  const newer: TermsInTime = { ...quarterly, id: 'q2', version: 2, holdsFrom: '2025-05-15' };

  it('is divided: same key, each part with its own range and terms', () => {
    expect(
      ranges(dutyPeriods({ terms: [quarterly, newer], from: '2025-04-01', until: null, today: '2025-06-01' })),
    ).toEqual([
      ['q', '2025-Q2', '2025-04-01', '2025-05-15'],
      ['q2', '2025-Q2', '2025-05-15', '2025-07-01'],
    ]);
  });

  it('is not divided by terms that begin to hold later than today', () => {
    expect(
      ranges(dutyPeriods({ terms: [quarterly, newer], from: '2025-04-01', until: null, today: '2025-05-14' })),
    ).toEqual([['q', '2025-Q2', '2025-04-01', '2025-05-15']]);
  });

  it('ends the old way of dividing the year where the new one begins', () => {
    const often: TermsInTime = { ...monthly, version: 2, holdsFrom: '2025-05-15' };
    expect(
      ranges(dutyPeriods({ terms: [quarterly, often], from: '2025-04-01', until: null, today: '2025-06-02' })),
    ).toEqual([
      ['q', '2025-Q2', '2025-04-01', '2025-05-15'],
      ['m', '2025-05', '2025-05-15', '2025-06-01'],
      ['m', '2025-06', '2025-06-01', '2025-07-01'],
    ]);
  });

  it('follows the newest version where it holds from the same day or an earlier one', () => {
    const corrected: TermsInTime = { ...quarterly, id: 'q3', version: 3, holdsFrom: '2025-05-01' };
    expect(
      ranges(
        dutyPeriods({ terms: [quarterly, newer, corrected], from: '2025-04-01', until: null, today: '2025-06-01' }),
      ),
    ).toEqual([
      ['q', '2025-Q2', '2025-04-01', '2025-05-01'],
      ['q3', '2025-Q2', '2025-05-01', '2025-07-01'],
    ]);
  });
});

describe('after the agreement has ended', () => {
  const ending = { ...monthly, runOffDays: 60 };

  it('what was called off before is reported for as long as the terms say, and those periods say so', () => {
    const periods = dutyPeriods({ terms: [ending], from: '2025-01-01', until: '2025-03-31', today: '2026-01-01' });
    expect(periods.map(({ key, start, end, runOff }) => [key, start, end, runOff])).toEqual([
      ['2025-01', '2025-01-01', '2025-02-01', false],
      ['2025-02', '2025-02-01', '2025-03-01', false],
      ['2025-03', '2025-03-01', '2025-04-01', false],
      ['2025-04', '2025-04-01', '2025-05-01', true],
      ['2025-05', '2025-05-01', '2025-05-31', true],
    ]);
  });

  it('nothing is owed where the terms say nothing of it', () => {
    expect(
      dutyPeriods({ terms: [monthly], from: '2025-01-01', until: '2025-03-31', today: '2026-01-01' }),
    ).toHaveLength(3);
  });
});
