import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

describe('amount-differs', () => {
  it('accepts rounding differences', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(
            rightLine,
            line({ item: 'X1', name: 'Ny vare', quantity: '3', price: '33,33', amount: '100,00', invoice: 'F2' }),
          ),
        ),
        'amount-differs',
      ),
    ).toEqual([]);
  });

  it('asks about any other amount', async () => {
    expect(
      findingsOf(await checkCsv(report(line({ quantity: '10', price: '12', amount: '130' }))), 'amount-differs'),
    ).toMatchObject([
      { class: 56, severity: 'confirm', found: '130', expected: '120.00', amount: '10.00', place: { column: 'Beløp' } },
    ]);
  });
});
