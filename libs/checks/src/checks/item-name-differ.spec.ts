import fc from 'fast-check';
import type { CheckContext } from '../context.ts';
import { checkCsv, findingsOf, heading, march, rightLine } from '../testing.ts';

const context: CheckContext = { ...march };
const [numberAt, nameAt] = [heading.split(';').indexOf('Varenummer'), heading.split(';').indexOf('Varenavn')];
const line = (number: string, name: string): string => {
  const cells = rightLine.split(';');
  cells[numberAt] = number;
  cells[nameAt] = name;
  return cells.join(';');
};
const said = async (number: string, name: string, given = context) =>
  findingsOf(await checkCsv(`${heading}\n${line(number, name)}`, { context: given }), 'item-name-differ');
const items = march.items!;

describe('item-name-differ', () => {
  it('accepts the name of the item, another wording, and none', async () => {
    for (const name of [items.name[0]!, items.name[0]!.toUpperCase(), 'Noe helt annet', ''])
      expect(await said(items.number[0]!, name)).toEqual([]);
  });

  it('asks about the number of one item with the name of another', async () => {
    expect(await said(items.number[0]!, items.name[1]!)).toMatchObject([
      {
        class: 0,
        severity: 'confirm',
        found: items.number[0],
        expected: items.number[1],
        params: { number: items.number[0], other: items.number[1], otherName: items.name[1] },
        place: { row: 2 },
      },
    ]);
  });

  const letters = fc.string({ minLength: 4, maxLength: 10, unit: fc.constantFrom(...'abdefgiklmnoprstuvy') });
  const names = fc.uniqueArray(
    fc.tuple(letters, letters, letters).map((parts) => parts.join(' ')),
    { minLength: 3, maxLength: 8, selector: (name) => name.slice(0, 13) },
  );

  it('finds whole and cut names of any other item, and no name of its own', async () => {
    await fc.assert(
      fc.asyncProperty(names, fc.nat(), fc.nat(), fc.integer({ min: 14, max: 40 }), async (drawn, a, b, cut) => {
        const given: CheckContext = {
          ...march,
          items: { number: drawn.map((_, at) => String(10_001 + at)), name: drawn },
          prices: { item: [], price: [], from: [], to: [] },
        };
        const [own, other] = [a % drawn.length, b % drawn.length];
        const found = await said(String(10_001 + own), drawn[other]!.slice(0, cut).toUpperCase(), given);
        expect(found.map(({ params }) => params.other)).toEqual(own === other ? [] : [String(10_001 + other)]);
      }),
      { numRuns: 40 },
    );
  });
});
