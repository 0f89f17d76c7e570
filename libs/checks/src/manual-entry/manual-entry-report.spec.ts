import { bytesOf, openTable } from '@tallgrunn/tabular';
import { checkReport } from '../check-report.ts';
import type { Terms } from '../terms.ts';
import { exampleTerms } from '../examples/example-terms.ts';
import { manualEntryReport, manualEntryTable, type ManualEntryCells } from './manual-entry-report.ts';

const terms: Terms = {
  id: 'A-1',
  version: 1,
  title: 'Leveranser',
  frequency: 'month',
  due: { kind: 'working-days', days: 10 },
  basis: 'delivered',
  vat: 'excluded',
  currency: 'NOK',
  scope: 'all-goods',
  nilReport: 'allowed',
  tables: [
    {
      name: 'lines',
      fields: [
        { name: 'itemNumber', type: 'string', title: 'Nummer', constraints: { required: true } },
        { name: 'itemName', type: 'string', title: 'Nummer' },
        { name: 'amount', type: 'number', title: 'Kostnad', constraints: { required: true } },
        { name: 'deliveredOn', type: 'date' },
      ],
    },
  ],
};
const table = manualEntryTable(terms)!;
const lines: ManualEntryCells[] = [
  { itemNumber: '00512', itemName: 'Skruer "5 mm"; sink', amount: '12,50', deliveredOn: '03.03.2026' },
  {
    itemNumber: 'A=2',
    itemName: 'to\nlinjer',
    amount: '7,50',
    deliveredOn: '04.03.2026',
    gone: 'a field of older terms',
  },
];

async function read() {
  const { text, mapping } = manualEntryReport(table, lines);
  const file = await openTable(bytesOf(new TextEncoder().encode(text)), 'skrevet.csv');
  const read: Record<string, string>[] = [];
  const verdict = await checkReport(file, {
    terms,
    mapping,
    onLine: ({ rawJson }) => void read.push(JSON.parse(rawJson) as Record<string, string>),
  });
  return { verdict, read };
}

describe('manual entry as a file', () => {
  it('is read unchanged, whatever the texts and the column titles', async () => {
    const { verdict, read: raws } = await read();
    expect(verdict).toMatchObject({ rows: 2, totals: { amount: '20.00' } });
    expect(raws[0]).toMatchObject({ itemNumber: '00512', itemName: 'Skruer "5 mm"; sink', amount: '12,50' });
    expect(raws[1]).toMatchObject({ itemNumber: 'A=2', itemName: 'to linjer' });
    expect(
      verdict.groups
        .map(({ code }) => code)
        .filter((code) => code.startsWith('column') || code.startsWith('delimiter')),
    ).toEqual([]);
  });

  it('requires a single table: a report with several has no form', () => {
    expect(manualEntryTable({ tables: [table, table] })).toBeNull();
    for (const example of Object.values(exampleTerms)) expect(manualEntryTable(example())).not.toBeNull();
  });
});
