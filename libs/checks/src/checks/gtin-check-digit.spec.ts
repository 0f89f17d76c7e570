import { checkCsv, heading, line, findingsOf } from '../testing.ts';

const withGtin = (...lines: string[]): string => [`${heading};GTIN`, ...lines].join('\n');

describe('gtin-check-digit', () => {
  it('accepts a correct GTIN', async () => {
    expect(findingsOf(await checkCsv(withGtin(line({ gtin: '7038010001239' }))), 'gtin-check-digit')).toEqual([]);
  });

  it('reports incorrect ones', async () => {
    expect(
      findingsOf(
        await checkCsv(withGtin(line({ gtin: '7038010001234' }), line({ gtin: '123', invoice: 'F2' }))),
        'gtin-check-digit',
      ),
    ).toMatchObject([
      {
        class: 28,
        severity: 'confirm',
        found: '7038010001234',
        params: { problem: 'check-digit' },
        place: { column: 'GTIN', row: 2 },
      },
      { params: { problem: 'length' } },
    ]);
  });
});
