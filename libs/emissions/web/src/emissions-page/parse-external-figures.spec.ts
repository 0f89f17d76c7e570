import { parseExternalFigures } from './parse-external-figures.ts';

const buyers = new Map([
  ['b1', 'Kongsvinger kommune'],
  ['b2', 'Nord-Odal kommune'],
]);
const categories = new Map([['food', 'Mat og drikke']]);

describe('pasted external figures', () => {
  it('are parsed by semicolon or tab, with comma or point; an empty field means all', () => {
    expect(
      parseExternalFigures(
        '2019; ; ; 12 345,6\n2020\tkongsvinger  kommune\tmat og drikke\t0.5\n\n',
        buyers,
        categories,
      ),
    ).toEqual({
      figures: [
        { year: 2019, buyerId: null, category: null, kg: '12345600' },
        { year: 2020, buyerId: 'b1', category: 'food', kg: '500' },
      ],
      odd: [],
    });
  });

  it('return the invalid row with its value', () => {
    expect(
      parseExternalFigures('2019;;;-5\nabc\n2019;Oslo;;1\n2019;;Asfalt;1\n2019;;;1;2', buyers, categories).odd,
    ).toEqual([
      { row: 1, what: 'row', found: '2019;;;-5' },
      { row: 2, what: 'row', found: 'abc' },
      { row: 3, what: 'buyer', found: 'Oslo' },
      { row: 4, what: 'category', found: 'Asfalt' },
      { row: 5, what: 'row', found: '2019;;;1;2' },
    ]);
  });
});
