import { checkCsv, line, report, findingsOf } from '../testing.ts';

describe('decimals-mixed', () => {
  it('accepts one notation', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(
            line({ quantity: '1,5', amount: '180,00' }),
            line({ quantity: '2,5', amount: '300,00', invoice: 'F2' }),
          ),
        ),
        'decimals-mixed',
      ),
    ).toEqual([]);
  });

  it('asks about the cells that differ', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(
            line({ quantity: '1,5', amount: '180,00' }),
            line({ quantity: '2,25', amount: '270,00', invoice: 'F2' }),
            line({ quantity: '1.5', amount: '180,00', invoice: 'F3' }),
          ),
        ),
        'decimals-mixed',
      ),
    ).toMatchObject([
      {
        class: 15,
        severity: 'blocksRow',
        found: '1.5',
        expected: '1.5',
        params: { other: '15' },
        place: { row: 4, cell: 'D4' },
      },
    ]);
  });

  it('suggests numbers only, whatever surrounds them', async () => {
    const checkResult = await checkCsv(
      report(line(), line({ invoice: 'F2' }), line({ price: 'NOK 120.00', invoice: 'F3' })),
    );
    expect(findingsOf(checkResult, 'decimals-mixed')).toMatchObject([
      { found: 'NOK 120.00', expected: '120.00', params: { other: '12000' } },
    ]);
  });
});
