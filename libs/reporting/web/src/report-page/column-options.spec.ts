import { terms } from '../testing.ts';
import { mapColumn, sheetColumns } from './column-options.ts';

const samples = [
  {
    name: 'Januar',
    rows: [
      { row: 1, cells: ['Kunde', 'Nr', '', 'Sum'] },
      { row: 2, cells: ['Grue', '7001', '', '240'] },
      { row: 3, cells: ['Grue', '7002', '', '150'] },
    ],
  },
  {
    name: 'Februar',
    rows: [
      { row: 1, cells: ['Kunde', 'Nr', '', 'Sum'] },
      { row: 2, cells: ['Åsnes', '7001', '', '90'] },
    ],
  },
];
const mapping = (sheet: string) => ({
  sheet,
  headingRow: 1,
  columns: { buyer: 0, amount: 3 },
  headings: { buyer: 'Kunde' },
});
const sheets = () => sheetColumns(terms, [mapping('Januar'), mapping('Februar')], samples);

describe('column mapping', () => {
  it('shows the columns with sample values, and names the missing fields', () => {
    const [january] = sheets();
    expect(january?.columns.map(({ heading, field, examples }) => [heading, field, examples])).toEqual([
      ['Kunde', 'buyer', ['Grue']],
      ['Nr', '', ['7001', '7002']],
      ['Sum', 'amount', ['240', '150']],
    ]);
    expect(january?.missing.map(({ name }) => name)).toEqual(['itemNumber', 'quantity', 'unit', 'deliveredOn']);
  });

  it('applies to every sheet with the same headings', () => {
    const all = sheets();
    expect(mapColumn(all, all[0]!, 1, 'itemNumber').map(({ columns }) => columns)).toEqual([
      { buyer: 0, amount: 3, itemNumber: 1 },
      { buyer: 0, amount: 3, itemNumber: 1 },
    ]);
  });

  it('assigns a field to one column only, and removes it when the column is not used', () => {
    const all = sheets();
    expect(mapColumn(all, all[0]!, 1, 'amount')[0]?.columns).toEqual({ buyer: 0, amount: 1 });
    expect(mapColumn(all, all[0]!, 3, '')[0]?.columns).toEqual({ buyer: 0 });
  });
});
