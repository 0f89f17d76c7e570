import fc from 'fast-check';
import { splitByPrice } from './split-by-price.ts';

const prices = fc.uniqueArray(fc.integer({ min: 1000, max: 900_000 }), {
  minLength: 2,
  maxLength: 6,
  selector: (price) => Math.round(Math.log(price) * 100),
});

describe('items with similar names', () => {
  it('are told apart by the price per unit, or not at all', () => {
    fc.assert(
      fc.property(prices, fc.array(fc.nat(99), { minLength: 1, maxLength: 30 }), (of, bought) => {
        const rows = of.map((price, item) => ({ own: String(item), price }));
        const lines = bought.map((nth) => ({ item: nth % of.length, price: of[nth % of.length]! }));
        const groups = splitByPrice(rows, lines);
        fc.pre(groups.length > 1 || groups[0]!.rows.length === 1);
        for (const group of groups)
          expect(group.lines.map(({ item }) => String(item))).toEqual(group.lines.map(() => group.rows[0]!.own));
      }),
    );
    const alike = [
      { own: 'a', price: 100 },
      { own: 'b', price: 100 },
    ];
    expect(splitByPrice(alike, [{ price: 100 }])).toEqual([{ rows: alike, lines: [{ price: 100 }] }]);
    expect(splitByPrice(alike, [{ price: null }])).toHaveLength(1);
  });
});
