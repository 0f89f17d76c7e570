import { monthlyFood } from '../examples/monthly-food.ts';
import { checkCsv, heading, march, rightLine, findingsOf } from '../testing.ts';

const food = monthlyFood();
const terms = {
  ...food,
  tables: food.tables.map((table) => ({
    ...table,
    fields: table.fields.map((field) =>
      field.name === 'unitPrice' ? { ...field, constraints: { required: false } } : field,
    ),
  })),
};
const rows = [1, 2, 3, 4].map((at) =>
  rightLine.replace('120,00;240,00', `${at * 7},35;240,00`).replace('F1', `F${at}`),
);
const of = async (own: string, lines: readonly string[] = rows) =>
  findingsOf(
    await checkCsv([heading.replace('Enhetspris', own), ...lines].join('\n'), { terms, context: march }),
    'column-unused',
  );

describe('column-unused', () => {
  it('reports nothing when the price is read, by its name or by arithmetic', async () => {
    expect(await of('Enhetspris')).toEqual([]);
    expect(
      await of(
        'Kolonne 7',
        [2, 3, 4].map((at) => rightLine.replace(';2;', `;${at};`).replace('240,00', `${at * 120},00`)),
      ),
    ).toEqual([]);
  });

  it.each(['Kostpris', 'Rabatt', 'Vekt'])('ignores %s', async (own) => expect(await of(own)).toEqual([]));

  it('asks about unused amounts', async () => {
    expect(await of('Kolonne 7')).toMatchObject([
      {
        class: 4,
        severity: 'confirm',
        found: 'Kolonne 7',
        params: { field: 'Enhetspris' },
        fix: { patches: [{ set: 'column', field: 'unitPrice', heading: 'Kolonne 7' }] },
      },
    ]);
  });
});
