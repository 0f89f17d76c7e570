import { defaultField } from '../examples/fields.ts';
import { monthlyFood } from '../examples/monthly-food.ts';
import { quarterlyGoods } from '../examples/quarterly-goods.ts';
import { checkCsv, heading, line, march, report, findingsOf } from '../testing.ts';

const [table] = monthlyFood().tables;
const terms = monthlyFood({
  tables: [
    {
      ...table!,
      fields: [...table!.fields, defaultField('category', false, { constraints: { enum: ['Meieri', 'Kjøtt'] } })],
    },
  ],
});
const categorised = (category: string): string => `${heading};Kategori\n${line()};${category}`;

describe('value-not-listed', () => {
  it('accepts values of the list in any case, and empty cells', async () => {
    for (const category of ['Meieri', 'KJØTT', ''])
      expect(findingsOf(await checkCsv(categorised(category), { terms }), 'value-not-listed')).toEqual([]);
    expect(findingsOf(await checkCsv(report(line())), 'value-not-listed')).toEqual([]);
  });

  it('states the list', async () => {
    expect(findingsOf(await checkCsv(categorised('Brus'), { terms }), 'value-not-listed')).toMatchObject([
      {
        class: 0,
        severity: 'blocksRow',
        found: 'Brus',
        expected: 'Meieri, Kjøtt',
        place: { row: 2, column: 'Kategori' },
      },
    ]);
  });

  it('accepts the lots of the agreement', async () => {
    const context = { ...march, lots: { key: ['1A'], name: ['Tørrvarer'] } };
    const lotted = (lot: string): string => `${heading};Delkontrakt\n${line()};${lot}`;
    expect(
      findingsOf(await checkCsv(lotted('Tørrvarer'), { terms: quarterlyGoods(), context }), 'value-not-listed'),
    ).toEqual([]);
    expect(
      findingsOf(await checkCsv(lotted('9'), { terms: quarterlyGoods(), context }), 'value-not-listed'),
    ).toMatchObject([{ found: '9', expected: '1A' }]);
  });
});
