import { march } from '../testing.ts';
import { ComparePrices, type ChargedLine } from './compare-prices.ts';

/** Milk is agreed at 120.00 per piece; gloves at 1.20 per piece, a hundred in a box. */
const prices = new ComparePrices(march);
const MILK = 1;
const GLOVES = 2;
const line = (more: Partial<ChargedLine> = {}): ChargedLine => ({
  item: MILK,
  kind: 'goods',
  quantity: '2',
  unit: 'stk',
  unitPrice: '132.00',
  amount: '264.00',
  date: '2026-03-05',
  ...more,
});

describe('charged prices compared with agreed ones', () => {
  it.each<[string, Partial<ChargedLine>, object]>([
    ['above', {}, { kind: 'above', amount: '24.00', price: '132.00', agreedPrice: '120.00', agreedFrom: '2026-01-01' }],
    [
      'as agreed',
      { unitPrice: '120.00', amount: '240.00' },
      { kind: 'not-above', charged: '240.00', agreed: '240.00' },
    ],
    ['below', { unitPrice: '110.00', amount: '220.00' }, { kind: 'not-above', charged: '220.00' }],
    ['within rounding', { unitPrice: '120.10', amount: '240.20' }, { kind: 'not-above' }],
    // 100 in a box at 1.20: 120.00; 3 × 6.00 above
    [
      'in a larger unit',
      { item: GLOVES, unit: 'eske', quantity: '3', unitPrice: '126.00', amount: '378.00' },
      { kind: 'above', amount: '18.00' },
    ],
    // returned: −1 × 12.00
    ['given back', { quantity: '-1', amount: '-132.00' }, { kind: 'above', amount: '-12.00' }],
    ['without a price', { unitPrice: null }, { kind: 'above', price: '132', amount: '24.00' }],
    // the price is rounded up: 1,000 × 0.004 less than 1,000 × 1.31
    [
      'with a rounded price',
      { item: GLOVES, quantity: '1000', unitPrice: '1.31', amount: '1306.00' },
      { kind: 'above', amount: '106.00' },
    ],
    // 264.00 less a discount of 30.00 is less than agreed
    ['with a discount', { amount: '234.00' }, { kind: 'not-above' }],
    ['in a unit that nobody can convert', { unit: 'kg' }, { kind: 'unknown', reason: 'unit' }],
    ['before any price', { date: '2025-03-05' }, { kind: 'unknown', reason: 'no-price' }],
    ['of a fee', { kind: 'fee' }, { kind: 'not-compared' }],
    ['with VAT in it', { unitPrice: '150.00', amount: '300.00' }, { kind: 'other' }],
    ['of a hundred pieces', { item: GLOVES, unitPrice: '120.00', amount: '240.00' }, { kind: 'other' }],
  ])('%s', (_title, more, expected) => expect(prices.compare(line(more))).toMatchObject(expected));
});
