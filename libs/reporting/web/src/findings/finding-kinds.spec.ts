import { group } from '../testing.ts';
import { kindsOf } from './finding-kinds.ts';

describe('kinds of findings', () => {
  it('puts together what has one code, sums it, and puts what stops first', () => {
    const kinds = kindsOf([
      group({ code: 'item-unknown', cause: '1', count: 3, kroner: '10.50' }),
      group({ code: 'price-above-agreed', cause: '7001', count: 1, kroner: '99.00' }),
      group({ code: 'item-unknown', cause: '2', count: 2, kroner: '0.50' }),
      group({ code: 'not-a-number', severity: 'blocksRow' }),
    ]);
    expect(kinds.map(({ code, count, kroner, groups }) => [code, count, kroner, groups.length])).toEqual([
      ['not-a-number', 1, null, 1],
      ['price-above-agreed', 1, '99.00', 1],
      ['item-unknown', 5, '11.00', 2],
    ]);
  });
});
