import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

describe('thousands-separator-inferred', () => {
  it('reports nothing without such numbers', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'thousands-separator-inferred')).toEqual([]);
  });

  it('reports once per column how they were interpreted', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(
            line({ quantity: '10', price: '120,50', amount: '1.205' }),
            line({ quantity: '1', price: '99,50', amount: '99,50', invoice: 'F2' }),
          ),
        ),
        'thousands-separator-inferred',
      ),
    ).toMatchObject([
      {
        class: 16,
        severity: 'info',
        found: 'Beløp',
        params: { decimal: ',', groups: '.' },
        place: { row: 1, cell: 'G1' },
      },
    ]);
  });
});
