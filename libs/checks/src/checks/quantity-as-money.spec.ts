import { checkCsv, line, report, findingsOf } from '../testing.ts';

describe('quantity-as-money', () => {
  it('accepts a quantity that differs from the amount, and a unit price of NOK 1', async () => {
    const each = line({ item: 'H-N-M', name: 'Nitrilhansker M', quantity: '50', price: '1,00', amount: '50,00' });
    expect(findingsOf(await checkCsv(report(line(), each)), 'quantity-as-money')).toEqual([]);
  });

  it('asks about a price of NOK 1 that was calculated from such a quantity', async () => {
    const each = line({ quantity: '240,00', price: '1,00', amount: '240,00', invoice: 'F2' });
    expect(findingsOf(await checkCsv(report(line(), each)), 'quantity-as-money')).toMatchObject([
      { place: { row: 3 } },
    ]);
  });

  it('asks once about an amount in the quantity column, and reports nothing else about it', async () => {
    const checkResult = await checkCsv(report(line(), line({ quantity: '240,00', invoice: 'F2' })));
    expect(findingsOf(checkResult, 'quantity-as-money')).toMatchObject([
      { class: 56, severity: 'confirm', found: '240,00', place: { row: 3 } },
    ]);
    expect(findingsOf(checkResult, 'amount-differs')).toEqual([]);
  });
});
