import type { SummaryRowDto } from '@tallgrunn/api-client/shapes';
import { byCategory, byMethod } from './totals.ts';

const row = (
  category: string | null,
  method: SummaryRowDto['method'],
  amount: string,
  kg: string | null = null,
  currency = 'NOK',
): SummaryRowDto => ({
  category,
  method,
  currency,
  lines: 1,
  amount,
  outside: '0',
  ownAmount: currency === 'NOK' ? amount : method === 'not-converted' ? null : String(10 * Number(amount)),
  kg,
  directKg: null,
  share: null,
});
const rows = [
  row('food', 'no-factor', '900.00'),
  row('ict', 'spend-account', '100.00', '50.5'),
  row('ict', 'ask', '10.00'),
  row('fuel', 'spend-account', '20.00', '80'),
  row(null, 'ask', '5.00'),
  row(null, 'not-spend', '70.00'),
  row('ict', 'not-converted', '3.00', null, 'EUR'),
];

describe('sums of a run on the emissions page', () => {
  it('contain each amount once by method, with other currencies separate', () => {
    expect(byMethod(rows)).toEqual([
      { method: 'spend-account', currency: 'NOK', lines: 2, amount: '120.00', kg: '130.5' },
      { method: 'ask', currency: 'NOK', lines: 2, amount: '15.00', kg: null },
      { method: 'no-factor', currency: 'NOK', lines: 1, amount: '900.00', kg: null },
      { method: 'not-converted', currency: 'EUR', lines: 1, amount: '3.00', kg: null },
      { method: 'not-spend', currency: 'NOK', lines: 1, amount: '70.00', kg: null },
    ]);
  });

  it('sort by emissions, and include large amounts without a figure', () => {
    expect(byCategory(rows).map(({ code, kg, ask, noFactor }) => [code, kg, Number(ask), Number(noFactor)])).toEqual([
      ['fuel', '80', 0, 0],
      ['ict', '50.5', 10, 0],
      ['food', null, 0, 900],
      [null, null, 5, 0],
    ]);
  });

  it('include converted amounts of other currencies, so that categories sum to the total', () => {
    const all = [...rows, row('ict', 'spend-account', '4.00', '9.5', 'USD')];
    const [, ict] = byCategory(all);
    expect([ict?.code, Number(ict?.kg), Number(ict?.withFactor)]).toEqual(['ict', 60, 140]);
  });
});
