import { add, subtract } from '@tallgrunn/values';
import { explainDifference, type UncomparedAmounts } from './explain-difference.ts';

const nothing: UncomparedAmounts = {
  unreadRows: 0,
  repeated: '0',
  reversed: '0',
  withoutMonth: '0',
  withoutAccount: '0',
};
let seed = 20_261_129;
const draw = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
const amount = (): string => (Math.round(draw() * 1e8 + 100) / 100).toFixed(2);

describe('explainDifference', () => {
  it('returns nothing without a difference', () => {
    for (let round = 0; round < 50; round += 1) {
      const one = amount();
      expect(explainDifference(one, one, { ...nothing, unreadRows: 3, repeated: amount() })).toEqual([]);
    }
  });

  it('returns the rows that equal the difference', () => {
    const kinds = [
      ['repeated', 'repeated'],
      ['reversed', 'reversed'],
      ['withoutMonth', 'without-month'],
      ['withoutAccount', 'without-account'],
    ] as const;
    for (const [field, reason] of kinds) {
      for (let round = 0; round < 50; round += 1) {
        const [found, missing] = [amount(), amount()];
        expect(explainDifference(add(found, missing), found, { ...nothing, unreadRows: 1, [field]: missing })).toEqual([
          reason,
        ]);
        expect(explainDifference(add(found, missing), found, { ...nothing, [field]: add(missing, '0.01') })).toEqual([
          'more-in-ledger',
        ]);
      }
    }
  });

  it('otherwise returns unreadable amounts, reversed signs, or the direction of the difference', () => {
    expect(explainDifference('100', '90', { ...nothing, unreadRows: 1 })).toEqual(['unread-rows']);
    expect(explainDifference('-100', '100', nothing)).toEqual(['opposite-sign']);
    for (let round = 0; round < 50; round += 1) {
      const found = amount();
      expect(explainDifference(add(found, '0.01'), found, nothing)).toEqual(['more-in-ledger']);
      expect(explainDifference(subtract(found, '0.01'), found, nothing)).toEqual(['less-in-ledger']);
    }
  });
});
