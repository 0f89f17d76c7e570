import { currentItemNumber } from './item-changes.ts';
import { priceIn, unitsIn } from './unit-chain.ts';

const paper = [
  { unit: 'pall', holds: '40', to: 'kartong' },
  { unit: 'kartong', holds: '6', to: 'pk' },
  { unit: 'pk', holds: '500', to: 'ark' },
];

describe('a pack chain', () => {
  it('converts up and down', () => {
    expect(unitsIn(paper, 'pall', 'ark')).toBe('120000'); // 40 × 6 × 500
    expect(unitsIn(paper, 'kartong', 'ark')).toBe('3000');
    expect(unitsIn(paper, 'pk', 'kartong')).toBe('0.166666666667'); // 1 / 6
    expect(unitsIn(paper, 'ark', 'ark')).toBe('1');
    expect(
      unitsIn(
        [
          { unit: 'krt', holds: '12', to: 'stk' },
          { unit: 'stk', holds: '0.25', to: 'kg' },
        ],
        'krt',
        'kg',
      ),
    ).toBe('3');
  });

  it('returns null for unconnected units', () => {
    expect(unitsIn(paper, 'pall', 'kg')).toBeNull();
    expect(unitsIn([{ unit: 'krt', holds: '0', to: 'stk' }], 'krt', 'stk')).toBeNull();
    expect(
      unitsIn(
        [
          { unit: 'a', holds: '2', to: 'b' },
          { unit: 'b', holds: '2', to: 'a' },
        ],
        'a',
        'c',
      ),
    ).toBeNull();
  });

  it('converts a price per pack to a price per carton', () => {
    expect(priceIn('39.90', 'pk', 'kartong', paper)).toBe('239.4'); // six packs
    expect(priceIn('39.90', 'pk', 'kg', paper)).toBeNull();
  });
});

describe('an item number', () => {
  const changes = new Map([
    ['A', 'B'],
    ['B', 'C'],
    ['X', 'Y'],
    ['Y', 'X'],
  ]);
  it('is followed through its changes, without endless cycles', () => {
    expect(['A', 'B', 'C', 'Q'].map((number) => currentItemNumber(changes, number))).toEqual(['C', 'C', 'C', 'Q']);
    expect(currentItemNumber(changes, 'X')).toBe('X');
  });
});
