import { checkCsv, line, march, report, findingsOf } from '../testing.ts';

const validTo = (date: string | null) => ({
  ...march,
  declarations: { item: [3], number: ['NEPD-DEMO-1'], product: ['Kontorstol'], validTo: [date], unit: ['stk'] },
});
const chair = line({ item: 'A100', name: 'Kontorstol grå', price: '2000,00', amount: '4000,00' });

describe('declaration-expired', () => {
  it.each([null, '2027-01-01', '2026-03-05'])('accepts a declaration valid to %s', async (date) => {
    expect(findingsOf(await checkCsv(report(chair), { context: validTo(date) }), 'declaration-expired')).toEqual([]);
  });

  it('reports deliveries after its expiry', async () => {
    expect(
      findingsOf(await checkCsv(report(chair), { context: validTo('2024-12-31') }), 'declaration-expired'),
    ).toMatchObject([
      {
        class: 68,
        severity: 'confirm',
        params: { number: 'NEPD-DEMO-1', date: '2024-12-31' },
        place: { row: 2, column: 'Leveringsdato' },
      },
    ]);
  });
});
