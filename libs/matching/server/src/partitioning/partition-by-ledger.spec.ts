import { partitionByLedger } from './partition-by-ledger.ts';

const books = (buyerId: string, lines: number, hostId: string | null = null) => ({ buyerId, hostId, lines });

describe('partitioning buyers', () => {
  it('gives partitions of about as many lines, the first with the most', () => {
    expect(partitionByLedger([books('a', 10), books('b', 70), books('c', 30), books('d', 25)], 2)).toEqual([
      ['b'],
      ['c', 'd', 'a'],
    ]);
  });

  it("keeps a buyer together with its host, and with the host's other buyers", () => {
    expect(
      partitionByLedger(
        [books('church', 0, 'town'), books('town', 50, 'county'), books('county', 5), books('other', 40)],
        3,
      ),
    ).toEqual([['county', 'town', 'church'], ['other']]);
  });

  it('keeps a buyer together with another in whose ledger some of its purchases are booked', () => {
    expect(
      partitionByLedger([books('a', 50), books('b', 40), books('c', 30)], 3, [{ buyerId: 'c', hostId: 'b' }]).map(
        (part) => part.toSorted(),
      ),
    ).toEqual([['b', 'c'], ['a']]);
  });

  it('keeps buyers that host each other together', () => {
    expect(
      partitionByLedger([books('a', 1, 'b'), books('b', 1, 'a'), books('c', 1)], 3).map((part) => part.toSorted()),
    ).toEqual([['a', 'b'], ['c']]);
  });

  it('gives one partition for one buyer, or when one is requested', () => {
    expect([
      partitionByLedger([books('a', 9)], 4),
      partitionByLedger([books('a', 9), books('b', 8)], 0),
      partitionByLedger([], 3),
    ]).toEqual([[['a']], [['a', 'b']], []]);
  });
});
