import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

describe('deposit-line', () => {
  it('ignores goods', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'deposit-line')).toEqual([]);
  });

  it('reports deposits separately', async () => {
    expect(
      findingsOf(
        await checkCsv(report(line({ item: '', name: 'Pant 2 kr', amount: '2,00', price: '2,00', quantity: '1' }))),
        'deposit-line',
      ),
    ).toMatchObject([{ class: 59, severity: 'info', found: 'Pant 2 kr', place: { column: 'Varenavn' } }]);
  });
});
