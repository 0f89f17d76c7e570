import { partsOf } from './parts-of.ts';

const books = (buyerId: string, lines: number, hostId: string | null = null) => ({ buyerId, hostId, lines });

describe('buyers in parts', () => {
  it('have about as many lines in each, and the first the most', () => {
    expect(partsOf([books('a', 10), books('b', 70), books('c', 30), books('d', 25)], 2)).toEqual([
      ['b'],
      ['c', 'd', 'a'],
    ]);
  });

  it('stay with the municipality that may book for them, and with whoever books for that', () => {
    expect(
      partsOf([books('church', 0, 'town'), books('town', 50, 'county'), books('county', 5), books('other', 40)], 3),
    ).toEqual([['county', 'town', 'church'], ['other']]);
  });

  it('stay with another in whose books some of their purchases stand', () => {
    expect(
      partsOf([books('a', 50), books('b', 40), books('c', 30)], 3, [{ buyerId: 'c', hostId: 'b' }]).map((part) =>
        part.toSorted(),
      ),
    ).toEqual([['b', 'c'], ['a']]);
  });

  it('that host each other are one part', () => {
    expect(partsOf([books('a', 1, 'b'), books('b', 1, 'a'), books('c', 1)], 3).map((part) => part.toSorted())).toEqual([
      ['a', 'b'],
      ['c'],
    ]);
  });

  it('are one part where there is one buyer, or one is asked for', () => {
    expect([partsOf([books('a', 9)], 4), partsOf([books('a', 9), books('b', 8)], 0), partsOf([], 3)]).toEqual([
      [['a']],
      [['a', 'b']],
      [],
    ]);
  });
});
