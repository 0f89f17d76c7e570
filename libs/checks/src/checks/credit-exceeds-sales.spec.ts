import { checkCsv, line, march, report, rightLine, findingsOf } from '../testing.ts';

describe('credit-exceeds-sales', () => {
  it('accepts credits up to the sales, also in earlier reports', async () => {
    expect(
      findingsOf(
        await checkCsv(report(rightLine, line({ quantity: '-2', amount: '-240,00', invoice: 'F2' }))),
        'credit-exceeds-sales',
      ),
    ).toEqual([]);
  });

  it('asks about a larger credit', async () => {
    expect(
      findingsOf(
        await checkCsv(
          report(line({ quantity: '1', amount: '120,00' }), line({ quantity: '-5', amount: '-600,00', invoice: 'F2' })),
        ),
        'credit-exceeds-sales',
      ),
    ).toMatchObject([
      { class: 23, severity: 'confirm', found: '-5', expected: '1', amount: '-600.00', place: { row: 3 } },
    ]);
  });

  it('counts a sale in another season', async () => {
    const sold = { item: ['7001'], buyer: ['k'], month: ['2025-05'], quantity: ['10'], amount: ['1200'] };
    const nothing = { item: [], buyer: [], month: [], quantity: [], amount: [] };
    const months = ['2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02'];
    const earlier = [
      { key: '2025-05', start: '2025-05-01', end: '2025-06-01', sums: sold },
      ...months.map((key) => ({ key, start: `${key}-01`, end: `${key}-28`, sums: nothing })),
    ];
    expect(
      findingsOf(
        await checkCsv(report(line({ quantity: '-5', amount: '-600,00' })), { context: { ...march, earlier } }),
        'credit-exceeds-sales',
      ),
    ).toEqual([]);
  });

  it('counts earlier sales', async () => {
    const sums = { item: ['7001'], buyer: ['k'], month: ['2026-02'], quantity: ['10'], amount: ['1200'] };
    const context = { ...march, earlier: [{ key: '2026-02', start: '2026-02-01', end: '2026-03-01', sums }] };
    expect(
      findingsOf(
        await checkCsv(report(line({ quantity: '-5', amount: '-600,00' })), { context }),
        'credit-exceeds-sales',
      ),
    ).toEqual([]);
  });

  it('asks once: an earlier excess credit does not reduce later sales', async () => {
    const sums = (quantity: string) => ({
      item: ['7001'],
      buyer: ['k'],
      month: ['2026-01'],
      quantity: [quantity],
      amount: ['0'],
    });
    const earlier = [
      { key: '2026-02', start: '2026-02-01', end: '2026-03-01', sums: sums('4') },
      { key: '2026-01', start: '2026-01-01', end: '2026-02-01', sums: sums('-600') },
    ];
    const credited = async (quantity: string) =>
      findingsOf(
        await checkCsv(report(rightLine, line({ quantity, amount: '-120,00', invoice: 'F2' })), {
          context: { ...march, earlier },
        }),
        'credit-exceeds-sales',
      );
    expect(await credited('-6')).toEqual([]);
    expect(await credited('-7')).toMatchObject([{ found: '-7', expected: '6' }]);
  });

  it('finds the sale with another number of the same GTIN', async () => {
    const gtin = (text: string) => report(text).replace(';Fakturanummer', ';Fakturanummer;GTIN');
    const rows = (second: string) =>
      gtin(
        [
          `${line({ item: '51208-2', quantity: '7', amount: '840,00' })};7038010001239`,
          `${line({ item: '51208', quantity: '-3', amount: '-360,00', invoice: 'F2' })};${second}`,
        ].join('\r\n'),
      );
    expect(findingsOf(await checkCsv(rows('7038010001239')), 'credit-exceeds-sales')).toEqual([]);
    expect(findingsOf(await checkCsv(rows('')), 'credit-exceeds-sales')).toMatchObject([
      { found: '-3', expected: '0' },
    ]);
  });
});
