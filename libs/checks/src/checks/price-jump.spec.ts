import type { CheckContext } from '../context.ts';
import { checkCsv, line, march, report, findingsOf } from '../testing.ts';

const sums = {
  item: ['X1', '7001'],
  buyer: ['k', 'k'],
  month: ['2026-02', '2026-02'],
  quantity: ['20', '20'],
  amount: ['1920.00', '100.00'],
};
const context: CheckContext = { ...march, earlier: [{ key: '2026-02', start: '2026-02-01', end: '2026-03-01', sums }] };
const of = async (changes: Record<string, string>) =>
  findingsOf(await checkCsv(report(line({ item: 'X1', name: 'Spesialvare', ...changes })), { context }), 'price-jump');

describe('price-jump', () => {
  it('accepts prices close to earlier ones, and new items', async () => {
    expect(await of({ price: '110,00', amount: '220,00' })).toEqual([]);
    expect(await of({ item: 'X2', price: '1,00', amount: '2,00' })).toEqual([]);
  });

  it('leaves agreed prices to other checks', async () =>
    expect(await of({ item: '7001', name: 'Lettmelk 10 l' })).toEqual([]));

  it.each([
    ['960,00', '1920,00', { times: 10 }],
    ['8,00', '16,00', { part: 12 }],
  ])('asks about %s after an earlier 96', async (price, amount, params) => {
    expect(await of({ price, amount })).toMatchObject([
      { class: 0, severity: 'confirm', found: price, params: { before: 96, unit: 'stk', ...params } },
    ]);
  });
});
