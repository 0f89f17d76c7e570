import { obligationPeriods, type DatedTerms } from './obligation-periods.ts';

const quarterly: DatedTerms = {
  id: 'q',
  version: 1,
  holdsFrom: '2000-01-01',
  frequency: 'quarter',
  due: { kind: 'fixed-dates', dates: ['04-20', '08-05', '10-20', '01-20'] },
};
const monthly: DatedTerms = {
  id: 'm',
  version: 1,
  holdsFrom: '2000-01-01',
  frequency: 'month',
  due: { kind: 'working-days', days: 10 },
};
const ranges = (periods: ReturnType<typeof obligationPeriods>) =>
  periods.map(({ termsId, key, start, end }) => [termsId, key, start, end]);

describe('calculation of reporting periods', () => {
  it('returns the periods that have begun, each with its due date', () => {
    const periods = obligationPeriods({ terms: [quarterly], from: '2025-01-01', until: null, today: '2025-07-02' });
    expect(periods.map(({ key, dueOn }) => [key, dueOn])).toEqual([
      ['2025-Q1', '2025-04-22'], // 20 April was Easter Sunday
      ['2025-Q2', '2025-08-05'],
      ['2025-Q3', '2025-10-20'],
    ]);
  });

  it('cuts periods at the first and last day of the agreement', () => {
    const periods = obligationPeriods({
      terms: [quarterly],
      from: '2025-02-15',
      until: '2025-05-10',
      today: '2026-01-01',
    });
    expect(periods.map(({ start, end }) => [start, end])).toEqual([
      ['2025-02-15', '2025-04-01'],
      ['2025-04-01', '2025-05-11'],
    ]);
  });

  it('returns nothing before the first day of the agreement', () => {
    expect(obligationPeriods({ terms: [quarterly], from: '2025-02-15', until: null, today: '2025-02-14' })).toEqual([]);
  });

  it('returns no period before the first terms version is in force', () => {
    expect(
      ranges(
        obligationPeriods({
          terms: [{ ...quarterly, holdsFrom: '2025-08-01' }],
          from: '2025-01-01',
          until: null,
          today: '2025-09-01',
        }),
      ),
    ).toEqual([['q', '2025-Q3', '2025-08-01', '2025-10-01']]);
  });

  it('counts working days over Easter', () => {
    const [march] = obligationPeriods({ terms: [monthly], from: '2026-03-01', until: null, today: '2026-03-14' });
    expect(march).toEqual({
      termsId: 'm',
      key: '2026-03',
      start: '2026-03-01',
      end: '2026-04-01',
      dueOn: '2026-04-17',
      runOff: false,
    });
  });

  it('supports every interval', () => {
    const keys = (frequency: DatedTerms['frequency']) =>
      obligationPeriods({
        terms: [{ ...monthly, frequency }],
        from: '2025-01-01',
        until: null,
        today: '2025-12-31',
      }).map(({ key }) => key);
    expect(keys('month')).toHaveLength(12);
    expect(keys('tertial')).toEqual(['2025-T1', '2025-T2', '2025-T3']);
    expect(keys('half-year')).toEqual(['2025-H1', '2025-H2']);
    expect(keys('year')).toEqual(['2025']);
  });
});

describe('reporting periods when the terms change', () => {
  const newer: DatedTerms = { ...quarterly, id: 'q2', version: 2, holdsFrom: '2025-05-15' };

  it('divides the period into parts with the same key, each with its own range and terms', () => {
    expect(
      ranges(obligationPeriods({ terms: [quarterly, newer], from: '2025-04-01', until: null, today: '2025-06-01' })),
    ).toEqual([
      ['q', '2025-Q2', '2025-04-01', '2025-05-15'],
      ['q2', '2025-Q2', '2025-05-15', '2025-07-01'],
    ]);
  });

  it('does not divide the period for terms that take effect after today', () => {
    expect(
      ranges(obligationPeriods({ terms: [quarterly, newer], from: '2025-04-01', until: null, today: '2025-05-14' })),
    ).toEqual([['q', '2025-Q2', '2025-04-01', '2025-05-15']]);
  });

  it('ends the old division of the year on the day the new one begins', () => {
    const often: DatedTerms = { ...monthly, version: 2, holdsFrom: '2025-05-15' };
    expect(
      ranges(obligationPeriods({ terms: [quarterly, often], from: '2025-04-01', until: null, today: '2025-06-02' })),
    ).toEqual([
      ['q', '2025-Q2', '2025-04-01', '2025-05-15'],
      ['m', '2025-05', '2025-05-15', '2025-06-01'],
      ['m', '2025-06', '2025-06-01', '2025-07-01'],
    ]);
  });

  it('uses the newest version when it takes effect on the same day or earlier', () => {
    const corrected: DatedTerms = { ...quarterly, id: 'q3', version: 3, holdsFrom: '2025-05-01' };
    expect(
      ranges(
        obligationPeriods({
          terms: [quarterly, newer, corrected],
          from: '2025-04-01',
          until: null,
          today: '2025-06-01',
        }),
      ),
    ).toEqual([
      ['q', '2025-Q2', '2025-04-01', '2025-05-01'],
      ['q3', '2025-Q2', '2025-05-01', '2025-07-01'],
    ]);
  });
});

describe('reporting periods after the end of the agreement', () => {
  const ending = { ...monthly, runOffDays: 60 };

  it('returns run-off periods for as long as the terms require', () => {
    const periods = obligationPeriods({
      terms: [ending],
      from: '2025-01-01',
      until: '2025-03-31',
      today: '2026-01-01',
    });
    expect(periods.map(({ key, start, end, runOff }) => [key, start, end, runOff])).toEqual([
      ['2025-01', '2025-01-01', '2025-02-01', false],
      ['2025-02', '2025-02-01', '2025-03-01', false],
      ['2025-03', '2025-03-01', '2025-04-01', false],
      ['2025-04', '2025-04-01', '2025-05-01', true],
      ['2025-05', '2025-05-01', '2025-05-31', true],
    ]);
  });

  it('returns no run-off period when the terms have none', () => {
    expect(
      obligationPeriods({ terms: [monthly], from: '2025-01-01', until: '2025-03-31', today: '2026-01-01' }),
    ).toHaveLength(3);
  });
});
