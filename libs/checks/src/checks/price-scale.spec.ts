import { checkCsv, heading, line, report, rightLine, findingsOf } from '../testing.ts';

const withoutPrice = (amount: string): string =>
  `${heading.replace('Enhetspris;', '')}\n${rightLine.replace('120,00;240,00', amount)}`;

describe('price-scale', () => {
  it('accepts the agreed price, a moderately different one, and a pack of ten', async () => {
    for (const [price, amount] of [
      ['120,00', '240,00'],
      ['480,00', '960,00'],
      ['30,00', '60,00'],
    ] as const)
      expect(findingsOf(await checkCsv(report(line({ price, amount }))), 'price-scale')).toEqual([]);
    const pack = line({ item: 'H-N-M', name: 'Nitrilhansker M', price: '120,00', amount: '240,00' });
    expect([
      findingsOf(await checkCsv(report(pack)), 'price-scale'),
      findingsOf(await checkCsv(report(pack)), 'pack-as-piece').length,
    ]).toEqual([[], 1]);
  });

  it.each([
    ['1200,00', '2400,00', { times: 10 }],
    ['12000,00', '24000,00', { times: 100 }],
    ['120000,00', '240000,00', { times: 1000 }],
    ['12,00', '24,00', { part: 10 }],
    ['1,20', '2,40', { part: 100 }],
  ])('finds %s for 120, and corrects price and amount', async (price, amount, params) => {
    const checkResult = await checkCsv(report(line({ price, amount })));
    expect(findingsOf(checkResult, 'price-scale')).toMatchObject([
      {
        class: 16,
        severity: 'confirm',
        found: price,
        expected: '120.00',
        params,
        fix: {
          patches: [
            { column: 5, value: '120.00' },
            { column: 6, value: '240.00' },
          ],
        },
      },
    ]);
    expect(findingsOf(checkResult, 'price-above-agreed')).toEqual([]);
  });

  it('does not change an amount without the same error', async () => {
    expect(
      findingsOf(await checkCsv(report(line({ price: '12000,00', amount: '240,00' }))), 'price-scale'),
    ).toMatchObject([{ fix: { patches: [{ column: 5, value: '120.00' }] } }]);
  });

  it('divides the amount by the quantity when there is no price', async () => {
    expect(findingsOf(await checkCsv(withoutPrice('24000,00')), 'price-scale')).toMatchObject([
      { found: '24000,00', expected: '240.00', params: { price: 12_000, times: 100 } },
    ]);
    expect(findingsOf(await checkCsv(withoutPrice('240,00')), 'price-scale')).toEqual([]);
  });
});
