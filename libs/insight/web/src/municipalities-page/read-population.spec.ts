import { parsePopulation } from './read-population.ts';

const buyers = new Map([
  ['b1', 'Grue kommune'],
  ['b2', 'Våler kommune'],
]);

describe('readPopulation', () => {
  it('parses names in common spellings, and numbers with spaces', () => {
    expect(parsePopulation('Grue; 4 561\n\nvåler kommune\t3\u00a0550\n', buyers)).toEqual({
      figures: [
        { buyerId: 'b1', inhabitants: 4561 },
        { buyerId: 'b2', inhabitants: 3550 },
      ],
      odd: [],
    });
  });

  it('returns the line that cannot be parsed, with the reason', () => {
    const { figures, odd } = parsePopulation(
      'Grue\nGrue; 4.561\nGrue; 0\nOslo; 700000\nGrue; 4561\nGrue kommune; 4562',
      buyers,
    );
    expect(figures).toEqual([{ buyerId: 'b1', inhabitants: 4561 }]);
    expect(odd.map(({ row, what }) => [row, what])).toEqual([
      [1, 'row'],
      [2, 'row'],
      [3, 'row'],
      [4, 'buyer'],
      [6, 'twice'],
    ]);
  });
});
