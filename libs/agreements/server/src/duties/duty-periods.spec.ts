import { dutyPeriods } from './duty-periods.ts';

const quarterly = { frequency: 'quarter', due: { kind: 'fixed-dates', dates: ['04-20', '08-05', '10-20', '01-20'] } } as const;

describe('the periods a supplier owes', () => {
  it('are those that have begun, each with its due date', () => {
    const periods = dutyPeriods({ ...quarterly, from: '2025-01-01', until: null, today: '2025-07-02' });
    expect(periods.map(({ key, dueOn }) => [key, dueOn])).toEqual([['2025-Q1', '2025-04-20'], ['2025-Q2', '2025-08-05'], ['2025-Q3', '2025-10-20']]);
  });

  it('are cut where the agreement begins and ends inside a period', () => {
    const periods = dutyPeriods({ ...quarterly, from: '2025-02-15', until: '2025-05-10', today: '2026-01-01' });
    expect(periods.map(({ start, end }) => [start, end])).toEqual([['2025-02-15', '2025-04-01'], ['2025-04-01', '2025-05-11']]);
  });

  it('do not exist before the first day', () => {
    expect(dutyPeriods({ ...quarterly, from: '2025-02-15', until: null, today: '2025-02-14' })).toEqual([]);
  });

  it('count working days over Easter', () => {
    const [march] = dutyPeriods({ frequency: 'month', due: { kind: 'working-days', days: 10 }, from: '2026-03-01', until: null, today: '2026-03-14' });
    expect(march).toEqual({ key: '2026-03', start: '2026-03-01', end: '2026-04-01', dueOn: '2026-04-17' });
  });
});
