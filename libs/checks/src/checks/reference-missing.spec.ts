import { quarterlyGoods } from '../examples/quarterly-goods.ts';
import { checkSheets, findingsOf } from '../testing.ts';

const terms = quarterlyGoods({
  standardChecks: false,
  checks: [{ id: 'reference-missing' }],
  tables: [
    {
      name: 'lines',
      sheets: ['Fakturaer'],
      fields: [
        { name: 'orderNumber', type: 'string', title: 'Avrop' },
        { name: 'amount', type: 'number', title: 'Beløp' },
      ],
      foreignKeys: [{ fields: ['orderNumber'], reference: { table: 'orders', fields: ['number'] } }],
    },
    {
      name: 'orders',
      sheets: ['Bestillinger'],
      title: { nb: 'Bestillinger', en: 'Orders' },
      fields: [
        { name: 'number', type: 'string', title: 'Avrop' },
        { name: 'value', type: 'number', title: 'Verdi' },
      ],
    },
  ],
});
const sheets = (...orders: string[]) => [
  {
    name: 'Fakturaer',
    rows: [
      ['Avrop', 'Beløp'],
      ['A1', 10],
      ['a2', 20],
      ['', 30],
      ['A9', 5],
      ['A9', 7],
    ],
  },
  { name: 'Bestillinger', rows: [['Avrop', 'Verdi'], ...orders.map((order) => [order, 100])] },
];

describe('reference-missing', () => {
  it('accepts values in the other table, wherever in the file it is', async () => {
    const said = await checkSheets(sheets('A1', 'A2', 'A9'), { terms });
    expect(findingsOf(said, 'reference-missing')).toEqual([]);
    expect(said.sheets).toMatchObject([
      { name: 'Fakturaer', rows: 5 },
      { name: 'Bestillinger', rows: 3 },
    ]);
  });

  it('reports a missing value once, with its count', async () => {
    const said = findingsOf(await checkSheets(sheets('A1', 'A2'), { terms }), 'reference-missing');
    expect(said).toMatchObject([
      {
        severity: 'confirm',
        found: 'A9',
        params: { field: 'Avrop', table: 'Bestillinger', count: 2 },
        place: { sheet: 'Fakturaer', row: 5, column: 'Avrop' },
      },
    ]);
  });
});
