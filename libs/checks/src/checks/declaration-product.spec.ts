import { checkCsv, line, march, report, findingsOf } from '../testing.ts';

const covering = (product: string) => ({
  ...march,
  declarations: { item: [3], number: ['NEPD-DEMO-1'], product: [product], validTo: [null], unit: ['stk'] },
});
const chair = line({ item: 'A100', name: 'Kontorstol grå', price: '2000,00', amount: '4000,00' });

describe('declaration-product', () => {
  it.each(['Kontorstoler, serie 8', 'KONTORSTOL', ''])('accepts a declaration of «%s»', async (product) => {
    expect(findingsOf(await checkCsv(report(chair), { context: covering(product) }), 'declaration-product')).toEqual(
      [],
    );
  });

  it('asks once about another product', async () => {
    expect(
      findingsOf(await checkCsv(report(chair, chair), { context: covering('Stålhylle 80 cm') }), 'declaration-product'),
    ).toMatchObject([
      {
        class: 69,
        severity: 'confirm',
        expected: 'Stålhylle 80 cm',
        params: { number: 'NEPD-DEMO-1' },
        place: { row: 2, column: 'Varenavn' },
      },
    ]);
  });
});
