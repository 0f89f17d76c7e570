import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

describe('credit-line', () => {
  it('ignores sales', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'credit-line')).toEqual([]);
  });

  it('reports credits', async () => {
    expect(
      findingsOf(
        await checkCsv(report(rightLine, line({ quantity: '-1', amount: '-120,00', invoice: 'F2' }))),
        'credit-line',
      ),
    ).toMatchObject([
      { class: 22, severity: 'info', found: '-1', amount: '-120.00', place: { row: 3, column: 'Antall' } },
    ]);
  });
});
