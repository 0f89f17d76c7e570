import { checkNilReport } from '../check-nil-report.ts';
import { monthlyFood } from '../examples/monthly-food.ts';
import { march, saidBy } from '../testing.ts';

describe('nil-but-booked', () => {
  it('takes a nil report nobody contradicts', () => {
    expect(checkNilReport(monthlyFood(), march)).toMatchObject({ ok: true, rows: 0, findings: [] });
    expect(checkNilReport(monthlyFood(), { ...march, booked: { buyer: [0], amount: ['12.00'] } }).ok).toBe(true);
  });

  it('asks when customers have booked something', () => {
    const verdict = checkNilReport(monthlyFood(), { ...march, booked: { buyer: [0], amount: ['80000.00'] } });
    expect(verdict.ok).toBe(false);
    expect(saidBy(verdict, 'nil-but-booked')).toMatchObject([{ class: 66, severity: 'blocksRow', expected: '80000.00', params: { buyer: 'Kongsvinger' } }]);
  });
});
