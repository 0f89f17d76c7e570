import { checkCsv, line, march, report, saidBy } from '../testing.ts';

const booked = (amount: string) => ({ ...march, booked: { buyer: [0], amount: [amount] } });
const text = report(line({ quantity: '100', amount: '12000,00' }));

describe('below-booked', () => {
  it('takes a report near what was booked', async () => {
    expect(saidBy(await checkCsv(text, { context: booked('12500.00') }), 'below-booked')).toEqual([]);
  });

  it('asks when the customer has booked more', async () => {
    expect(saidBy(await checkCsv(text, { context: booked('20000.00') }), 'below-booked')).toMatchObject([
      { class: 65, severity: 'confirm', place: null, found: '12000.00', expected: '20000.00', amount: '8000.00', params: { buyer: 'Kongsvinger', percent: '40' } },
    ]);
  });
});
