import { checkCsv, line, march, report, findingsOf } from '../testing.ts';
import { messageOf } from '../texts/message-of.ts';

const booked = (amount: string) => ({ ...march, booked: { buyer: [0], amount: [amount] } });
const text = report(line({ quantity: '100', amount: '12000,00' }));

describe('reported-below-booked', () => {
  it('accepts a report close to the booked amount', async () => {
    expect(findingsOf(await checkCsv(text, { context: booked('12500.00') }), 'reported-below-booked')).toEqual([]);
  });

  it('asks when the customer has booked more', async () => {
    expect(findingsOf(await checkCsv(text, { context: booked('20000.00') }), 'reported-below-booked')).toMatchObject([
      {
        class: 65,
        severity: 'confirm',
        place: null,
        found: '12000.00',
        expected: '20000.00',
        amount: '8000.00',
        params: { buyer: 'Kongsvinger', percent: '40' },
      },
    ]);
  });

  it('states the invoices of the sum and the last day of the ledger', async () => {
    const context = {
      ...march,
      booked: { buyer: [0, 1], amount: ['20000.00', '900.00'], invoices: [2, 1], until: ['2026-04-30', null] },
      bookedInvoices: {
        buyer: [0, 1, 0],
        number: ['F1', 'F9', 'F2'],
        on: ['2026-03-04', null, null],
        amount: ['15000.00', '900.00', '5000.00'],
      },
    };
    const [said, more] = findingsOf(await checkCsv(text, { context }), 'reported-below-booked');
    expect(more).toBeUndefined();
    expect(said?.params).toMatchObject({
      count: 2,
      until: '2026-04-30',
      invoices: 'F1|15000.00|2026-03-04; F2|5000.00|',
    });
    expect(messageOf(said!, 'en')).toContain(
      'Invoices: 2. The largest are F1 (04/03/2026: 15,000.00), F2 (5,000.00). The ledger is imported to 30 April 2026.',
    );
  });
});
