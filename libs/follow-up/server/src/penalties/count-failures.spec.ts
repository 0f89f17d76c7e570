import { countFailures } from './count-failures.ts';

const clause = { count: 2, months: 6, amount: '5000' };
const failures = (...days: string[]) => days.map((dueOn) => ({ obligationId: dueOn, dueOn }));

describe('two failures in a rolling six months', () => {
  it.each([
    [['2026-01-20'], '2026-01-20', false, null],
    [['2026-01-20', '2026-04-20'], '2026-04-20', true, '5000'],
    [['2026-01-20', '2026-07-19'], '2026-07-19', true, '5000'],
    [['2026-01-20', '2026-07-20'], '2026-07-20', false, null], // exactly six months apart: another window
    [['2025-08-31', '2026-02-28'], '2026-02-28', true, '5000'], // six months before 28 February is 28 August
    [['2026-04-20', '2026-01-20'], '2026-03-01', false, null], // a later due date does not count
  ])('%j by %s', (days, endsOn, isReached, amount) =>
    expect(countFailures(clause, failures(...days), endsOn)).toMatchObject({ isReached, amount }),
  );

  it('has no amount when the clause states none', () =>
    expect(countFailures({ ...clause, amount: null }, failures('2026-01-20', '2026-02-20'), '2026-02-20')).toEqual({
      failures: failures('2026-01-20', '2026-02-20'),
      count: 2,
      months: 6,
      isReached: true,
      amount: null,
    }));
});
