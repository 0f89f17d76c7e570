import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

const sum = (label: string, amount: string): string => `${label};;;;;;${amount};;`;

describe('total-differs', () => {
  it('accepts a total that agrees', async () => {
    expect(findingsOf(await checkCsv(report(rightLine, sum('Totalt', '240,00'))), 'total-differs')).toEqual([]);
  });

  it('states the difference of a total', async () => {
    const checkResult = await checkCsv(report(rightLine, line({ invoice: 'F2' }), sum('Totalt', '580,00')));
    expect(findingsOf(checkResult, 'total-differs')).toMatchObject([
      {
        class: 10,
        severity: 'confirm',
        found: '580.00',
        expected: '480.00',
        amount: '100.00',
        place: { row: 4, cell: 'G4' },
      },
    ]);
    expect(findingsOf(checkResult, 'total-row')).toEqual([]);
  });

  it('reports subtotals as well', async () => {
    const checkResult = await checkCsv(
      report(rightLine, sum('Sum Kongsvinger', '200,00'), line({ buyer: 'Åsnes' }), sum('Totalt', '480,00')),
    );
    expect(findingsOf(checkResult, 'total-differs')).toMatchObject([
      { place: { row: 3 }, found: '200.00', expected: '240.00' },
    ]);
  });

  it('does not compare a total with unreadable amounts', async () => {
    expect(
      findingsOf(
        await checkCsv(report(rightLine, line({ amount: 'ca 100' }), sum('Totalt', '340,00'))),
        'total-differs',
      ),
    ).toEqual([]);
  });
});
