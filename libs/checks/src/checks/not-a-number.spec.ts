import { checkCsv, line, report, rightLine, findingsOf } from '../testing.ts';

describe('not-a-number', () => {
  it('accepts numbers', async () => {
    expect(findingsOf(await checkCsv(report(rightLine)), 'not-a-number')).toEqual([]);
  });

  it('rejects numbers that are too large for a total', async () => {
    const huge = ['9'.repeat(30), '10 000 000 000 000', '-99999999999999'];
    expect(
      findingsOf(
        await checkCsv(report(...huge.map((amount, at) => line({ amount, invoice: `F${at}` })))),
        'not-a-number',
      ).map(({ found, severity }) => [found, severity]),
    ).toEqual(huge.map((found) => [found, 'blocksRow']));
  });

  it('asks for a number and suggests one', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(
            line({ quantity: 'ca 20' }),
            line({ quantity: '-', invoice: 'F2' }),
            line({ quantity: '12 stk', invoice: 'F3' }),
          ),
        ),
        'not-a-number',
      ),
    ).toMatchObject([
      {
        class: 18,
        severity: 'blocksRow',
        found: 'ca 20',
        expected: '20',
        place: { row: 2, column: 'Antall', cell: 'D2' },
        fix: { kind: 'use-number' },
      },
      { found: '-', expected: null },
      { found: '12 stk', expected: '12' },
    ]);
  });
});
