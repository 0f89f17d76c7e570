import { checkNilReturn } from '../check-nil-report.ts';
import { textsOf } from '../texts/message-of.ts';
import { monthlyFood } from '../examples/monthly-food.ts';
import { march, findingsOf } from '../testing.ts';

describe('nil-but-booked', () => {
  it('accepts a nil return without booked amounts', () => {
    expect(checkNilReturn(monthlyFood(), march)).toMatchObject({ ok: true, rows: 0, findings: [] });
    expect(checkNilReturn(monthlyFood(), { ...march, booked: { buyer: [0], amount: ['12.00'] } }).ok).toBe(true);
  });

  it('asks when customers have booked amounts', () => {
    const checkResult = checkNilReturn(monthlyFood(), { ...march, booked: { buyer: [0], amount: ['80000.00'] } });
    expect(checkResult.ok).toBe(false);
    expect(findingsOf(checkResult, 'nil-but-booked')).toMatchObject([
      { class: 66, severity: 'blocksRow', expected: '80000.00', params: { buyer: 'Kongsvinger' } },
    ]);
  });

  it('asks with a reservation about amounts that may belong to the period before', () => {
    const booked = {
      buyer: [0],
      amount: ['0.00'],
      invoices: [0],
      early: ['5000.00'],
      earlyInvoices: [1],
      until: ['2026-03-31'],
    };
    const checkResult = checkNilReturn(monthlyFood(), {
      ...march,
      booked,
      bookedInvoices: { buyer: [0], number: ['F1'], on: ['2026-03-05'], amount: ['5000.00'], early: [true] },
    });
    const [said] = findingsOf(checkResult, 'nil-but-booked');
    expect(said).toMatchObject({
      severity: 'blocksRow',
      params: {
        buyer: 'Kongsvinger',
        early: 5000,
        earlyCount: 1,
        earlyInvoices: 'F1|5000.00|2026-03-05',
        until: '2026-03-31',
      },
    });
    const { message } = textsOf(said!, 'nb');
    expect(message).toContain(
      'fakturaer fra de første dagene av perioden, som ikke sier når det ble levert; det kan gjelde forrige periode.',
    );
    expect(message).not.toContain('etter datoene hører til perioden');
    expect(checkNilReturn(monthlyFood(), { ...march, booked: { ...booked, early: ['12.00'] } }).ok).toBe(true);
  });
});
