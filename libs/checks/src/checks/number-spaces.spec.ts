import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

describe('number-spaces', () => {
  it('accepts numbers without spaces', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'number-spaces')).toEqual([]);
  });

  it('removes spaces, no-break spaces and thin spaces', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(
            line({ quantity: '10', price: '120,00', amount: '1 200,00' }),
            line({ quantity: '10', amount: '1\u00a0200,00', invoice: 'F2' }),
          ),
        ),
        'number-spaces',
      ),
    ).toMatchObject([
      { class: 17, severity: 'info', found: '1 200,00', expected: '1200.00', place: { row: 2, cell: 'G2' } },
      { place: { row: 3 } },
    ]);
  });
});
