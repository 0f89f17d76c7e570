import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

describe('number-currency', () => {
  it('accepts numbers without currency', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'number-currency')).toEqual([]);
  });

  it('removes the currency', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(line({ quantity: '10', amount: 'kr 1 200,-' }), line({ price: 'NOK 120', invoice: 'F2' })),
        ),
        'number-currency',
      ),
    ).toMatchObject([
      { class: 19, found: 'kr 1 200,-', expected: '1200' },
      { found: 'NOK 120', expected: '120' },
    ]);
  });
});
