import { checkCsv, heading, line, report, findingsOf } from '../testing.ts';
import { quarterlyGoods } from '../examples/quarterly-goods.ts';

describe('foreign-currency', () => {
  it('accepts NOK in all notations', async () => {
    expect(findingsOf(await checkCsv(report(line({ amount: 'kr 240,00' }))), 'foreign-currency')).toEqual([]);
  });

  it('blocks other currencies', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ amount: '€ 240,00' }), line({ price: '120,00 USD', invoice: 'F2' }))),
        'foreign-currency',
      ),
    ).toMatchObject([
      { class: 60, severity: 'blocksRow', found: '€ 240,00', params: { currency: '€', expected: 'NOK' } },
      { params: { currency: 'USD' } },
    ]);
  });

  it('reads the currency column', async () => {
    const text = [`${heading};Valuta`, `${line()};NOK`, `${line({ invoice: 'F2' })};EUR`].join('\n');
    expect(findingsOf(await checkCsv(text, { terms: quarterlyGoods() }), 'foreign-currency')).toMatchObject([
      { found: 'EUR', expected: 'NOK', place: { row: 3, column: 'Valuta' } },
    ]);
  });
});
