import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

describe('fee-line', () => {
  it('ignores goods', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'fee-line')).toEqual([]);
  });

  it('reports freight and fees separately', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(
            line({ item: '', name: 'Frakt', amount: '99,00', price: '99,00', quantity: '1' }),
            line({ item: '', name: 'Miljøgebyr', invoice: 'F2' }),
          ),
        ),
        'fee-line',
      ),
    ).toMatchObject([{ class: 58, severity: 'info', found: 'Frakt' }, { found: 'Miljøgebyr' }]);
  });
});
